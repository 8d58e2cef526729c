//! Measures over time as a table to copy.

use crate::compare::{OverTime, OverTimeCell, OverTimeRow};
use crate::words::over_time as words;
use crate::words::screens::over_time as labels;

use super::table::Table;

/// The measures over time with their patterns, to copy.
pub fn over_time_table(over_time: &OverTime, title: &str) -> Table {
    let periods = over_time.periods.iter().map(ToString::to_string);
    let value = |cell: &OverTimeCell| match cell.value {
        Ok(value) => value.to_string(),
        Err(symbol) => symbol.symbol().to_string(),
    };
    let row = |row: &OverTimeRow| {
        let cells = row.cells.iter().map(|cell| cell.as_ref().map_or_else(String::new, value));
        let target = row.target.map_or_else(String::new, |target| target.value.to_string());
        std::iter::once(row.measure.title.to_string())
            .chain(cells)
            .chain([words::on_last_year_text(row), target, words::verdict(row)])
            .collect()
    };
    let ends = [labels::ON_LAST_YEAR, labels::TARGET, labels::PATTERN].map(str::to_owned);
    Table {
        title: title.to_owned(),
        headings: std::iter::once(labels::MEASURE.to_owned()).chain(periods).chain(ends).collect(),
        rows: over_time.rows.iter().map(row).collect(),
        notes: words::method().into(),
    }
}
