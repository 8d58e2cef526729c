//! The short answer above a scorecard: what is worst, what is best, and what could be chance.

use crate::compare::{Row, Standing, Topic, Way};
use crate::indicator::Good;

use super::figure::{figure_text, value_text};
use super::position::rank_text;
use super::standing::standing_name;

/// What the short answer is, for people who do not see where it stands.
pub const HEADING: &str = "In short";

/// What leads the names of the measures that are getting worse.
pub const GETTING_WORSE: &str = "Getting worse: ";

/// What leads the rows of a topic, in the words of their filter: `14 worse or bottom quarter, the worst first`.
pub fn lead(topic: Topic, rows: &[&Row]) -> String {
    let (standing, order) = match topic {
        Topic::Bad => (Standing::Worse, ", the worst first"),
        _ => (Standing::Better, ", the best first"),
    };
    let order = if rows.len() == 1 { "" } else { order };
    format!("{} {}{order}", rows.len(), standing_name(standing, rows))
}

/// What leads the names of the measures that miss their target, of those that have one: `8 of 10 miss their target: `.
pub fn miss_target(missed: usize, of: usize) -> String {
    if of == 1 {
        "The target is missed: ".to_owned()
    } else {
        format!("{missed} of {of} targets are missed: ")
    }
}

/// In place of the rows of a topic, where there is none.
pub const fn none(topic: Topic) -> &'static str {
    match topic {
        Topic::Bad => "No measure is clearly worse.",
        _ => "No measure is clearly better.",
    }
}

/// A figure, what it is judged by, and its place: ` 31.3%, England 78%, 4th from the bottom of 151`.
pub fn figure(row: &Row) -> String {
    let target = row.target.as_ref().filter(|_| row.judged_by == Way::Target);
    let target = target.map(|against| format!("target {}", value_text(&row.indicator, against.target.value)));
    let england = || Some(format!("England {}", value_text(&row.indicator, row.england()?.shown)));
    let is_ranked = row.indicator.good != Good::Neither;
    let position = row.position.as_ref().ok().filter(|_| is_ranked);
    let place = position.map(|position| rank_text(position.councils, row.indicator.good));
    let parts = [Some(figure_text(row)), target.or_else(england), place];
    format!(" {}", parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// How many of the differences from England that counts allow to test could be chance: `37 of 62 tested differences from England
/// could be chance`; empty where none could.
pub fn by_chance(chance: usize, of: usize) -> String {
    match (chance, of) {
        (0, _) => String::new(),
        (1, 1) => "The one tested difference from England could be chance.".to_owned(),
        (chance, of) => format!("{chance} of {of} tested differences from England could be chance."),
    }
}

/// How many measures more there are than are named, before the last comma: `and 5 more`.
pub fn more(count: usize) -> String {
    format!("and {count} more")
}
