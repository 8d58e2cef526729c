//! The view of the scorecard over time.

use crate::compare::{LastPeriods, Length};

pub const HEADING: &str = "Over time";
pub const MEASURE: &str = "Measure";
pub const ON_LAST_YEAR: &str = "On last year";
pub const TARGET: &str = "Target";
pub const PATTERN: &str = "What it shows";
pub const PERIODS: &str = "Periods";
pub const COPY: &str = "Copy the table for Excel";
pub const COPIED: &str = "The table was copied. Paste it into Excel or Word.";
/// No measure has a figure with a period.
pub const NOTHING: &str = "There are no figures with a period to show over time.";
/// The mark of a published figure, and what it is.
pub const PUBLISHED: &str = "published";

/// So many periods, for a choice: `the last 12`.
pub fn last(periods: LastPeriods) -> String {
    format!("the last {}", periods.count())
}

pub const LENGTH: &str = "Length";

/// How long the periods are.
pub const fn length(length: Length) -> &'static str {
    match length {
        Length::Months => "Months",
        Length::Quarters => "Quarters",
        Length::Years => "Years",
    }
}
