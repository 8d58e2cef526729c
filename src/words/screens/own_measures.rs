//! Measures of the council's own, and what is known of them.

use crate::indicator::{Good, Indicator, Kind};

pub const HEADING: &str = "Your own measures";
pub const HINT: &str = "These names are not in any official list, so we read them as your own measures. Check what each one is. What you change applies \
     to all of its rows.";
pub const TITLE: &str = "Name";
pub const KIND: &str = "What its numbers are";
pub const GOOD: &str = "Which direction is better";
pub const GOOD_HINT: &str = "Needed to judge a target.";
pub const THEME: &str = "Section of the report";
pub const DEFINITION: &str = "Definition (optional)";
pub const DEFINITION_HINT: &str = "What it counts, of whom and when. It is printed with the report.";

pub const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Share => "Percentages",
        Kind::Count => "Numbers of children, cases or events",
        Kind::Rate => "Rates per 10,000",
        Kind::Mean => "Averages",
        Kind::Days => "Days",
        Kind::Score => "Scores",
    }
}

pub const fn good(good: Good) -> &'static str {
    match good {
        Good::High => "Higher is better",
        Good::Low => "Lower is better",
        Good::Neither => "Neither",
    }
}

/// What is known of a measure, after its name: `percentages, higher is better`.
pub fn facts(measure: &Indicator) -> String {
    let kind = kind(measure.kind).to_lowercase();
    match measure.good {
        Good::Neither => kind,
        direction => format!("{kind}, {}", good(direction).to_lowercase()),
    }
}
