//! Tidy rows: one value a row, with columns for indicator, area, period and numbers.

use crate::read::block::Block;
use crate::read::cell::{self, Cell};
use crate::read::entry::{Columns, Entry};
use crate::read::header::{Column, Header};
use crate::read::{Layout, Reading};

pub(super) fn fits(header: &Header) -> bool {
    let has = |column| header.position(column).is_some();
    has(Column::Name)
        && (has(Column::Period) || has(Column::Area))
        && (has(Column::Value) || has(Column::Counts) || has(Column::Numerator) || has(Column::Denominator))
}

pub(super) fn read(block: &Block<'_>, header: &Header, reading: &mut Reading) {
    super::use_layout(Layout::Tidy, &mut reading.layouts);
    read_rows(block, header, reading);
}

/// Reads each row by the columns of the header.
pub(super) fn read_rows(block: &Block<'_>, header: &Header, reading: &mut Reading) {
    let position = |column| header.position(column);
    let (area, period) = (position(Column::Area), position(Column::Period));
    let (numerator, denominator, value) =
        (position(Column::Numerator), position(Column::Denominator), position(Column::Value));
    let counts = position(Column::Counts);
    for row in &block.rows {
        if super::is_longer_than_header(header, row, reading) {
            continue;
        }
        let text = |position: Option<usize>| {
            position.and_then(|index| row.cells.get(index)).cloned().unwrap_or_default()
        };
        let entry = Entry {
            area: text(area),
            period: text(period),
            numerator: text(numerator),
            denominator: text(denominator),
            value: text(value),
            columns: Columns {
                area: area.map_or(0, |index| index + 1),
                period: period.map_or(0, |index| index + 1),
                numerator: numerator.map_or(0, |index| index + 1),
                denominator: denominator.map_or(0, |index| index + 1),
                value: value.map_or(0, |index| index + 1),
            },
            ..super::named(block, row, super::label_column(header, row))
        };
        let entry = with_counts(entry, &text(counts), counts);
        if entry.numerator.is_empty() && entry.denominator.is_empty() && entry.value.is_empty() {
            super::push_unplaced(row, reading);
        } else {
            reading.entries.push(entry);
        }
    }
}

/// Takes numerator and denominator from a cell that holds both.
fn with_counts(entry: Entry, text: &str, column: Option<usize>) -> Entry {
    let (Cell::OutOf(numerator, denominator, _), Some(column)) = (cell::parse(text), column) else {
        return entry;
    };
    let columns = Columns { numerator: column + 1, denominator: column + 1, ..entry.columns };
    Entry { numerator: numerator.to_owned(), denominator: denominator.to_owned(), columns, ..entry }
}
