//! The words of the chart of a measure over time.

use crate::compare::{OverTimeRow, TimeOf};
use crate::indicator::Span;

use super::charts::unit;
use super::over_time::{lines, no_range_text};
use super::unusual::{left_out, newest_reasons, season_text};

/// The message of the chart of a row: `Children in care: only the usual ups and downs`.
pub fn headline(row: &OverTimeRow) -> String {
    let said = lines(row).into_iter().next();
    said.map_or_else(|| row.measure.title.to_string(), |said| format!("{}: {said}", row.measure.title))
}

/// What the chart of a row shows: `Percent. With the mean and the usual range`, of each level where there was a step, and between breaks
/// where there are any.
pub fn subtitle(row: &OverTimeRow) -> String {
    let added = match row.time {
        TimeOf::Said(Span::YearToDate) => ", what each period adds to the year to date",
        _ => "",
    };
    let has_range = row.stretches.iter().any(|stretch| stretch.process.is_some());
    let range = match row.stretches.len() {
        _ if !has_range => "",
        1 if row.stretches[0].has_stepped() => {
            ". With the mean of each level and, where it has enough figures, its usual range"
        }
        1 => ". With the mean and the usual range",
        _ => ". With the mean and the usual range of the figures between breaks",
    };
    format!("{}{added}{range}", unit(&row.measure))
}

/// The mean of a process.
pub const MEAN: &str = "Mean";
/// The lower limit of the usual range.
pub const LOWER: &str = "Lower limit";
/// Its upper limit.
pub const UPPER: &str = "Upper limit";
/// The council's own target.
pub const TARGET: &str = "Target";
/// The heading of the figures of a year before in it.
pub const YEAR_BEFORE: &str = "Year before";
/// The headings of the numbers of a chart.
pub const COLUMNS: [&str; 6] = ["Period", "Figure", MEAN, LOWER, UPPER, "Unusual"];
/// What the chart of a row comes to: which periods are unusual and why, that none is, or why that cannot be told of the newest.
/// Of many the newest alone are told, since the chart marks them.
pub fn sentence(row: &OverTimeRow) -> String {
    let (mut sentences, why_not) = (newest_reasons(row), no_range_text(row));
    if sentences.is_empty() && why_not.is_empty() {
        sentences.push("No figure is outside the usual ups and downs.".to_owned());
    }
    sentences.extend(left_out(row));
    sentences.extend(
        [season_text(row), why_not].into_iter().filter(|text| !text.is_empty()).map(|text| text + "."),
    );
    sentences.join(" ")
}
