//! A heat map as a table.

use crate::area::Area;
use crate::compare::{Across, HeatMap};
use crate::figure::Withheld;
use crate::number::Decimal;
use crate::words::screens::heat_map as words;

use super::table::Table;

/// A heat map as a table of its values, to copy.
pub fn heat_map_table(map: &HeatMap, title: &str, across: Across, council: Option<&Area>) -> Table {
    let columns = map.columns.iter().map(|column| words::column(*column, council));
    let value = |value: Result<Decimal, Withheld>| match value {
        Ok(value) => value.to_string(),
        Err(symbol) => symbol.symbol().to_string(),
    };
    let row = |row: &crate::compare::HeatRow| {
        let cells = row.cells.iter().map(|cell| cell.map_or_else(String::new, |cell| value(cell.value)));
        let head = [row.measure.title.to_string(), words::unit_and_period(row, across)];
        head.into_iter().chain(cells).collect()
    };
    Table {
        title: words::caption(title, across),
        headings: [words::MEASURE.to_owned(), words::unit_heading(across).to_owned()]
            .into_iter()
            .chain(columns)
            .collect(),
        rows: map.rows.iter().map(row).collect(),
        notes: Vec::new(),
    }
}
