//! Numbers under the name of a share: percentages where the table says so, and counts otherwise.

use crate::indicator::{self, Kind};

use super::block::Block;
use super::cell::{self, Cell};
use super::entry::Entry;

/// Gives its percent sign to every number of a share that stands in a column headed as percentages, or in a row where
/// another number has a sign or decimals. What is left without a sign may be a count.
pub(crate) fn add_signs(block: &Block<'_>, entries: &mut [Entry]) {
    let is_headed = |column: usize| {
        let heading = block.header_row.and_then(|row| row.cells.get(column.checked_sub(1)?));
        heading.is_some_and(|heading| indicator::says_percent(heading))
    };
    for start in 0..entries.len() {
        let entry = &entries[start];
        if !is_bare(entry) {
            continue;
        }
        let row = entry.place.row;
        // The values of one row stand together.
        let before = entries[..start].iter().rev().take_while(|other| other.place.row == row);
        let after = entries[start + 1..].iter().take_while(|other| other.place.row == row);
        if is_headed(entry.columns.value) || before.chain(after).any(is_percentage) {
            entries[start].value.push('%');
        }
    }
}

fn is_bare(entry: &Entry) -> bool {
    entry.numerator.is_empty()
        && entry.subject.indicator().is_some_and(|indicator| indicator.kind == Kind::Share)
        && matches!(cell::parse(&entry.value), Cell::Number(number) if number.decimals() == 0)
}

fn is_percentage(entry: &Entry) -> bool {
    match cell::parse(&entry.value) {
        Cell::Percent(_) => true,
        Cell::Number(number) => number.decimals() == 1,
        _ => false,
    }
}
