//! The scorecard.

use crate::compare::Quartile;
use crate::indicator::{Good, Publication};

use crate::words::verdict::short_quartile_text;

pub const HEADING: &str = "Scorecard";
pub const CHOOSE_COUNCIL: &str = "Choose your council to see its official figures, each compared with England, the region and similar councils.";

/// What a scorecard of official figures shows, before the link to the Figures screen.
pub const OFFICIAL_FIGURES_SHOWN: &str = "These are the newest figures that the Department for Education published for this council, each with its year. ";
pub const ADD_YOURS: &str = "Add your own figures";
pub const TO_COMPARE: &str = " to see them compared in the same way.";
pub const YOUR_TARGETS: &str = "Your targets";

/// How many targets are set, and how many of them cannot be used, after their heading; empty where none is set.
pub fn targets_set(set: usize, wrong: usize) -> String {
    match (set, wrong) {
        (0, _) => String::new(),
        (set, 0) => format!(" ({set} set)"),
        (set, wrong) => format!(" ({set} set, {wrong} not usable)"),
    }
}

pub const COPY_TABLE: &str = "Copy the table for Word or Excel";
pub const COPY_ALL_SENTENCES: &str = "Copy all sentences";
pub const PRINT: &str = "Print";
pub const TABLE_COPIED: &str = "The table was copied. Paste it into Word or Excel.";
pub const ALL_SENTENCES_COPIED: &str = "All sentences were copied. Paste them into Word or Excel.";

pub fn sentences_copied(heading: &str) -> String {
    format!("The sentences on {heading} were copied. Paste them into Word or Excel.")
}

pub fn row_copied(indicator: &str) -> String {
    format!("{indicator} was copied. Paste it into Word or Excel.")
}

pub const NOT_COPIED: &str = "Your browser did not allow copying. Download it under Save and share instead.";

pub const ALL_INDICATORS: &str = "All indicators";
pub const INDICATOR: &str = "Indicator";
pub const FIGURE: &str = "Figure";
pub const CHANGE: &str = "Change";
pub const TARGET: &str = "Target";
pub const TOLERANCE: &str = "Tolerance";
pub const COMPARISON: &str = "Comparison";
pub const COPY_SENTENCES: &str = "Copy the sentences";

/// What a button is about, after its text, for people who do not see its place.
pub fn on(heading: &str) -> String {
    format!(" on {heading}")
}

/// What a button is about, after its text, for people who do not see its place.
pub fn of(what: &str) -> String {
    format!(" of {what}")
}

pub const SORT_BY: &str = "Sort by";
pub const BY_THEME: &str = "Theme";
pub const BY_NAME: &str = "Name";
pub const BY_GAP: &str = "Gap to England, worst first";
pub const ONLY_WORSE: &str = "Only worse than England";
pub const ONLY_MISSED: &str = "Only missed targets";
pub const ONLY_WORST_QUARTER: &str = "Only in the bottom quarter";

pub const LEFT_OUT: &str = "Left out";

/// How many rows of the figures are not in the scorecard, before the link to them.
pub fn rows_not_used(count: usize) -> String {
    match count {
        1 => "1 row is not in this scorecard. ".to_owned(),
        many => format!("{many} rows are not in this scorecard. "),
    }
}

pub const SEE_WHY: &str = "See why";
pub const NONE_FOR_PERIOD: &str =
    "There are no figures for this period. Choose another period above, or add figures.";
pub const NONE_WORSE: &str = "No indicator is clearly worse than England.";
pub const NONE_MISSED: &str = "No target is missed.";
pub const NONE_IN_WORST_QUARTER: &str = "No indicator is in the bottom quarter of councils.";

/// How to read the small charts in the cells.
pub const STRIPS: &str = "In the small charts the dot is the figure, the bar through it is its 95% interval, and the grey dots are all councils. E is \
     England, R the region, N the statistical neighbours, S councils of the same type and T the target. An arrow points to the better end.";
pub const DIFFERENCES: &str = " Differences are in percentage points, calculated before rounding. Ranks and quarters use figures rounded like the official ones.";
pub const DIFFERS: &str = "If the figure DfE published for the council and year differs from the one entered, both are shown. They may have been \
     counted on different dates, or revised since.";

pub const MORE: &str = "Charts, definition and source";
pub const COPY_ROW: &str = "Copy this row";
pub const INTERVAL: &str = "95% interval ";

pub fn trend(trend: &str) -> String {
    format!("Trend: {trend}")
}

pub fn interval_of_number(interval: &str) -> String {
    format!("Numbers of this size vary by chance from year to year: 95% interval {interval}.")
}

pub const NO_EARLIER: &str = "No earlier figure";

/// An earlier figure and when it held.
pub fn from(before: &str) -> String {
    format!("from {before}")
}

/// An earlier figure across a break in the series.
pub fn not_compared(before: &str) -> String {
    format!("{before}, not compared")
}

pub fn interval(interval: &str) -> String {
    format!("95% interval {interval}")
}

/// A rank, with the quarter of all councils and the year where these are shown: `24th best of 148 \u{B7} top quarter`.
pub fn ranked(rank: &str, quartile: Option<Quartile>, year: Option<u16>) -> String {
    let quarter = quartile.map(|quartile| short_quartile_text(quartile).to_owned());
    let parts = std::iter::once(rank.to_owned()).chain(quarter).chain(year.map(|year| year.to_string()));
    parts.collect::<Vec<_>>().join(" \u{B7} ")
}

pub const DEFINITION: &str = "Definition";
pub const NUMERATOR: &str = "Numerator";
pub const DENOMINATOR: &str = "Denominator";
pub const DIRECTION: &str = "Direction";
pub const SOURCE_OF_DEFINITION: &str = "Source of the definition";
pub const OFFICIAL_FIGURES: &str = "Official figures";
pub const NO_OFFICIAL_FIGURES: &str = "None: this is a local indicator.";

/// Which direction of an indicator is better.
pub const fn direction(good: Good) -> &'static str {
    match good {
        Good::High => "Higher is better",
        Good::Low => "Lower is better",
        Good::Neither => "Neither direction is better in itself",
    }
}

/// Where the official figures of an indicator are from.
pub fn official_figures(publication: &Publication) -> String {
    format!("Department for Education, {}, {}. {}", publication.title, publication.release, publication.files)
}

pub const ABOUT_TARGETS: &str = "A figure that misses its target by no more than the tolerance is within the tolerance. An indicator can have a target \
     only if one direction is better.";

/// In what the target of a percentage is given.
pub const UNIT_OF_SHARE: &str = "target in percent, tolerance in percentage points";
