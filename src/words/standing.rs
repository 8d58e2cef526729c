//! What the verdict on a measure comes to: for a status, a filter and the JavaScript API.

use crate::compare::{CannotSay, Row, Side, Standing, Verdict, Way};

use super::text::capital;
use super::verdict::{by_chance, direction, quartile_text, short_quartile_text};

/// What leads the words for a difference of 5 points or more that chance could explain.
pub(super) const BIG_GAP: &str = "big gap: ";

/// The status of a row in a few words: `Worse`, `Big gap: lower, could be chance`, `Top quarter`, `Not compared`.
pub fn status_text(row: &Row) -> String {
    let side = row.england().map_or(Side::Level, |england| Side::of(england.points));
    let text = match row.verdict {
        Verdict::Similar => return capital(&by_chance_without_people(row, side)),
        Verdict::In(quartile) => short_quartile_text(quartile),
        verdict => short_text(verdict),
    };
    capital(text)
}

/// The status of a row in plain words with whom it is compared: `Worse than England`, `Big gap: lower, could be chance (98 care
/// leavers)`, `Top quarter of councils`.
pub fn standing_text(row: &Row) -> String {
    let text = match (row.verdict, row.england()) {
        (Verdict::Similar, Some(england)) if Side::of(england.points) == Side::Level => {
            "the same as England".to_owned()
        }
        (Verdict::Similar, Some(england)) => {
            format!("{}{}", big_gap(row), by_chance(row, row.verdict, england.points))
        }
        (Verdict::Better, _) => "better than England".to_owned(),
        (Verdict::Worse, _) => "worse than England".to_owned(),
        (Verdict::Higher, _) => "higher than England".to_owned(),
        (Verdict::Lower, _) => "lower than England".to_owned(),
        (Verdict::In(quartile), _) => quartile_text(quartile).to_owned(),
        (verdict, _) => short_text(verdict).to_owned(),
    };
    capital(&text)
}

fn by_chance_without_people(row: &Row, side: Side) -> String {
    let points = row.england().map(|england| england.points);
    match side {
        Side::Level => "the same as England".to_owned(),
        _ if points.is_some_and(|points| row.is_under_one_child(points)) && !row.is_of_hardly_any() => {
            format!("{} by less than one {}", direction(side), row.indicator.counted_one)
        }
        _ => format!("{}{}, could be chance", big_gap(row), direction(side)),
    }
}

fn big_gap(row: &Row) -> &'static str {
    if row.standing() == Standing::FarByChance { BIG_GAP } else { "" }
}

const fn short_text(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Better => "better",
        Verdict::Worse => "worse",
        Verdict::Similar => "could be chance",
        Verdict::Higher => "higher",
        Verdict::Lower => "lower",
        Verdict::Met => "target met",
        Verdict::Near => "near the target",
        Verdict::Missed => "target missed",
        Verdict::In(quartile) => short_quartile_text(quartile),
        Verdict::CannotSay(CannotSay::NoFigure) => "no figure",
        Verdict::CannotSay(CannotSay::NoTarget) => "no target",
        Verdict::CannotSay(_) => "not compared",
    }
}

/// The rows of a standing, after their number: `worse`, `could be chance`.
pub const fn standing_name(standing: Standing, way: Way) -> &'static str {
    match (standing, way) {
        (Standing::Worse, Way::Interval) => "worse",
        (Standing::Worse, Way::Target) => "missed",
        (Standing::Worse, Way::Quartile) => "in the bottom quarter",
        (Standing::FarByChance, _) => "big gap, could be chance",
        (Standing::ByChance, _) => "could be chance",
        (Standing::Middle, Way::Target) => "near the target",
        (Standing::Middle, _) => "in the middle half",
        (Standing::Different, _) => "higher or lower",
        (Standing::Better, Way::Interval) => "better",
        (Standing::Better, Way::Target) => "met",
        (Standing::Better, Way::Quartile) => "in the top quarter",
        (Standing::NotCompared, _) => "not compared",
    }
}
