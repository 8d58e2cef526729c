//! Titles that stand in several cells above the column headings, as merged cells of a dashboard do: "Milltown | Monthly
//! dashboard | 2025/26".

use super::meaning;
use super::row::Row;
use super::when;

/// The most cells that a title has.
const MOST_CELLS: usize = 3;

/// The rows with each title of several cells in one: it names one time, and the row below it heads columns by itself, with times of its own.
pub(super) fn titles_joined(mut rows: Vec<Row>) -> Vec<Row> {
    for at in 0..rows.len().saturating_sub(1) {
        let (row, next) = (&rows[at], &rows[at + 1]);
        if is_title(row, next) {
            let title = row.filled().map(|(_, text)| text).collect::<Vec<_>>().join(" \u{2013} ");
            rows[at].cells = vec![title];
        }
    }
    rows
}

fn is_title(row: &Row, next: &Row) -> bool {
    let filled = row.filled().count();
    let begins = |row: &Row| row.cells.first().is_some_and(|text| !text.is_empty());
    let times = |row: &Row| row.filled().filter(|(_, text)| !when::mentions(text).is_empty()).count();
    (2..=MOST_CELLS).contains(&filled)
        && begins(row)
        && begins(next)
        && !next.after_gap
        && next.filled().count() >= filled + 2
        && times(row) == 1
        && times(next) > 1
        && row.filled().all(|(_, text)| !super::cell::is_data(text) || !when::mentions(text).is_empty())
        && meaning::is_header(next)
}
