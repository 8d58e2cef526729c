//! Verdicts, and how they are reached.

use crate::compare::{Quartile, Row, Verdict, Way};
use crate::number::Exact;

/// A verdict in words, with the direction that makes it one: `lower, which is better`.
pub fn verdict_text(verdict: Verdict, is_higher: bool) -> String {
    let direction = if is_higher { "higher" } else { "lower" };
    match verdict {
        Verdict::Better => format!("{direction}, which is better"),
        Verdict::Worse => format!("{direction}, which is worse"),
        Verdict::Similar => "similar".to_owned(),
        Verdict::Higher | Verdict::Lower => direction.to_owned(),
        Verdict::Met => "meets the target".to_owned(),
        Verdict::Near => format!("{} the target, within the tolerance", above(is_higher)),
        Verdict::Missed => format!("{} the target", above(is_higher)),
        Verdict::In(quartile) => quartile_text(quartile).to_owned(),
        Verdict::CannotSay(reason) => format!("no verdict: {}", reason.reason()),
    }
}

/// On which side of a target.
pub const fn above(is_higher: bool) -> &'static str {
    if is_higher { "above" } else { "below" }
}

/// A quarter of all councils in words, with its letter.
pub const fn quartile_text(quartile: Quartile) -> &'static str {
    match quartile {
        Quartile::A => "best quarter of councils (A)",
        Quartile::B => "second-best quarter of councils (B)",
        Quartile::C => "third-best quarter of councils (C)",
        Quartile::D => "worst quarter of councils (D)",
    }
}

/// The verdict on a row, however it was reached.
pub fn row_verdict_text(row: &Row) -> String {
    let points = match (row.way, &row.target) {
        (Way::Target, Some(target)) => Some(target.points),
        _ => row.england().map(|compared| compared.points),
    };
    verdict_text(row.verdict, points.is_some_and(|points| points > Exact::whole(0)))
}

/// How verdicts are reached, short, for a choice and for headings.
pub const fn way_name(way: Way) -> &'static str {
    match way {
        Way::Interval => "95% interval",
        Way::Target => "own target",
        Way::Quartile => "quarter of all councils",
    }
}

/// How verdicts are reached, in one or two sentences that every output has.
pub const fn way_note(way: Way) -> &'static str {
    match way {
        Way::Interval => {
            "Verdicts are by 95% interval: better, worse, higher and lower are said only where the comparator lies outside \
             the figure's interval (Wilson's for percentages, Byar's for rates); otherwise chance could explain the difference."
        }
        Way::Target => {
            "Verdicts are by the council's own targets: met, missed within the tolerance, or missed. They take no account of \
             chance."
        }
        Way::Quartile => {
            "Verdicts are by quarter of all councils with a figure, A the best to D (quartiles of type 7). They take no account \
             of chance."
        }
    }
}

/// Of how many comparisons some differ by chance alone.
const MANY: usize = 10;

/// How many of many measures would be marked as different by chance alone; nothing where few are judged.
pub fn many_note(rows: &[&Row]) -> Option<String> {
    let is_judged = |row: &&&Row| {
        row.england().is_some_and(|england| !matches!(row.beside(england), Verdict::CannotSay(_)))
    };
    let judged = rows.iter().filter(is_judged).count();
    // A verdict at 95% is wrong once in 20 times.
    let by_chance = match judged {
        0..MANY => return None,
        10..20 => "perhaps one".to_owned(),
        20..30 => "about one".to_owned(),
        30..40 => "one or two".to_owned(),
        many => format!("about {}", (many + 10) / 20),
    };
    Some(format!(
        "{judged} measures are compared with England. Even if none really differed, {by_chance} would be marked as different \
         by chance."
    ))
}

/// Why measures of events get no verdict by chance; nothing where there are none.
pub fn repeated_events_note(rows: &[&Row]) -> Option<&'static str> {
    let has_events =
        rows.iter().any(|row| row.way == Way::Interval && row.indicator.counts_repeated_events());
    has_events.then_some(
        "Visits, reviews and other events are not tested for chance: one child can have several, and they depend on each \
         other.",
    )
}
