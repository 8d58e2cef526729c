//! What the verdict on a measure comes to: for a status, a filter and the JavaScript API.

use crate::compare::{CannotSay, Compared, Row, Side, Standing, TimeOf, Verdict, Way};

use super::getting::than_usual;
use super::text::capital;
use super::verdict::{by_chance, direction, quartile_text, short_quartile_text};

/// The status of a row in a few words: `Worse`, `Big gap: lower, could be chance`, `Top quarter`, `Not compared`.
pub fn status_text(row: &Row) -> String {
    let side = row.england().map_or(Side::Level, |england| Side::of(england.points));
    let text = match row.verdict {
        _ if row.is_judged_by_target_alone() => without_verdict(row),
        Verdict::Similar => return capital(&by_chance_without_people(row, side)),
        Verdict::In(quartile) => short_quartile_text(quartile),
        Verdict::CannotSay(_) => without_verdict(row),
        verdict => short_text(verdict),
    };
    capital(text)
}

/// The status of a row in plain words with whom it is compared: `Worse than England`, `Big gap: lower, could be chance (98 care
/// leavers)`, `Top quarter of councils`.
pub fn standing_text(row: &Row) -> String {
    let text = match (row.verdict, row.england()) {
        _ if row.is_judged_by_target_alone() => without_verdict(row).to_owned(),
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
        (Verdict::CannotSay(_), _) => without_verdict(row).to_owned(),
        (verdict, _) => short_text(verdict).to_owned(),
    };
    // What is good beside others, or may be, is not said alone where it is worse than it was.
    let but = than_usual(row).filter(|_| !row.verdict.is_bad());
    capital(&but.map_or_else(|| text.clone(), |but| format!("{text}; {but}")))
}

/// The status in a table; empty where there is nothing to compare with, of which a note says why.
pub fn status_in_cell(row: &Row) -> String {
    let is_without = row.value.is_some()
        && row.england().is_none()
        && (row.is_judged_by_target_alone() || row.verdict.reason().is_some());
    if is_without {
        than_usual(row).map_or_else(String::new, |text| capital(&text))
    } else {
        standing_text(row)
    }
}

fn by_chance_without_people(row: &Row, side: Side) -> String {
    let points = row.england().map(|england| england.points);
    match side {
        Side::Level => "the same as England".to_owned(),
        _ if points.is_some_and(|points| row.is_under_one_child(points)) && !row.is_of_hardly_any() => {
            // Their age is in the name of the measure.
            let one = row.indicator.counted_one;
            let one = one.split_once(" aged").map_or(one, |(one, _)| one);
            format!("{} by less than one {one}", direction(side))
        }
        _ => format!("{}{}, could be chance", big_gap(row), direction(side)),
    }
}

/// What leads the words for a difference of 5 points or more that chance could explain.
fn big_gap(row: &Row) -> &'static str {
    match row.standing() {
        Standing::FarByChance => "big gap: ",
        Standing::AheadByChance => "big lead: ",
        _ => "",
    }
}

/// What the verdict on our figure compared with a council that was chosen comes to, below that council's figure: `ours better`,
/// `could be chance`, `not tested`.
pub fn ours_beside(row: &Row, compared: &Compared) -> &'static str {
    match (row.standing_beside(compared), Side::of(compared.points)) {
        (Some(Standing::Better), _) => "ours better",
        (Some(Standing::Worse), _) => "ours worse",
        (Some(Standing::Different), Side::Above) => "ours higher",
        (Some(Standing::Different), _) => "ours lower",
        (Some(_), Side::Level) => "the same",
        (Some(_), _) => "could be chance",
        (None, _) if row.way == Way::Interval => "not tested",
        (None, _) => "",
    }
}

/// The status of what has no verdict: why, where England's figure is beside it.
fn without_verdict(row: &Row) -> &'static str {
    if row.is_of_part_of_year() && row.value.is_some() {
        return if row.time == TimeOf::NotSaid { PERIOD_NOT_SAID } else { "not compared: part of a year" };
    }
    match row.england().and_then(|england| row.beside(england).reason()) {
        _ if row.value.is_none() => short_text(row.verdict),
        _ if row.is_old() => "not compared: old figure",
        _ if row.verdict == Verdict::CannotSay(CannotSay::SmallNumbers) => "not compared: small numbers",
        Some(CannotSay::CountNotGiven) => "not tested: no counts",
        Some(CannotSay::PopulationNotGiven) => "not tested: no population",
        Some(CannotSay::NoInterval) => "not tested: an average",
        Some(CannotSay::RepeatedEvents) => "not tested: repeated events",
        Some(CannotSay::BreakInSeries) => "not compared: series break",
        _ if row.is_far_from_official() => "not compared: check with DfE",
        _ if row.is_judged_by_target_alone() => NOT_COMPARED,
        _ => short_text(row.verdict),
    }
}

/// The status of a figure of which nobody said what months it covers.
const PERIOD_NOT_SAID: &str = "not compared: period not said";

/// The status of what nobody publishes, whatever its target says.
const NOT_COMPARED: &str = "not compared";

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
        Verdict::CannotSay(CannotSay::Hidden) => "hidden",
        Verdict::CannotSay(CannotSay::NoTarget) => "no target",
        Verdict::CannotSay(_) => NOT_COMPARED,
    }
}

/// A status without its reason: `not tested`.
fn kind_of(status: &'static str) -> &'static str {
    status.split_once(':').map_or(status, |(kind, _)| kind)
}

/// How many rows have a standing, in the words that their statuses have: `14 worse or bottom quarter`, `4 not
/// compared`.
pub fn counted_standing(standing: Standing, rows: &[&Row]) -> String {
    let name = standing_name(standing, rows);
    let of_several = name.strip_prefix("target ").filter(|_| rows.len() > 1);
    let name = of_several.map_or(name.clone(), |rest| format!("targets {rest}"));
    format!("{} {name}", rows.len())
}

/// The rows of a standing in the words that their statuses have: `worse or bottom quarter`, `could be chance`.
pub fn standing_name(standing: Standing, rows: &[&Row]) -> String {
    let name = |row: &Row| -> &'static str {
        match (standing, row.judged_by) {
            (Standing::NotCompared, _) => kind_of(without_verdict(row)),
            (Standing::Worse, Way::Interval) => "worse",
            (Standing::Worse, Way::Target) => "target missed",
            (Standing::Worse, Way::Quartile) => "bottom quarter",
            (Standing::FarByChance, _) => "big gap, could be chance",
            (Standing::ByChance, _) => "could be chance",
            (Standing::Middle, Way::Target) => "near the target",
            (Standing::Middle, _) => "second or third quarter",
            (Standing::Different, _) if rows.iter().all(|row| row.verdict == Verdict::Higher) => "higher",
            (Standing::Different, _) if rows.iter().all(|row| row.verdict == Verdict::Lower) => "lower",
            (Standing::Different, _) => "higher or lower",
            (Standing::AheadByChance, _) => "big lead, could be chance",
            (Standing::Better, Way::Interval) => "better",
            (Standing::Better, Way::Target) => "target met",
            (Standing::Better, Way::Quartile) => "top quarter",
        }
    };
    let mut names: Vec<&str> = Vec::new();
    for way in [Way::Interval, Way::Quartile, Way::Target] {
        for name in rows.iter().filter(|row| row.judged_by == way).map(|row| name(row)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names.join(" or ")
}
