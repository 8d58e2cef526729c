//! What runs down the side of a table, by its cells.

use crate::period::Period;
use crate::read::layout::names::Names;
use crate::read::meaning;
use crate::read::row::Row;
use crate::read::side::{self, Side};

/// What runs down the side of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read::layout) enum Down {
    /// Measures.
    Measures,
    /// Periods, with the measures across or in the title.
    Periods,
    /// Areas, likewise.
    Areas,
    /// Age groups, with the measures across.
    Ages,
    /// Teams or other parts of the council, with the measures across or in the title.
    Teams,
}

/// Whether most cells of a column name areas or comparators, and none a measure.
pub(super) fn holds_sides(rows: &[&Row], index: usize, context: &str, names: &mut Names) -> bool {
    let texts: Vec<&str> = rows
        .iter()
        .filter_map(|row| row.cells.get(index))
        .map(String::as_str)
        .filter(|text| !text.is_empty())
        .take(200)
        .collect();
    let sides =
        texts.iter().filter(|text| matches!(side::whole(text), Some(side) if side != Side::Target)).count();
    sides > 0 && sides * 2 > texts.len() && texts.iter().all(|text| !names.is_settled(text, context))
}

/// Whether every name of a column says whose figures its row holds and of which children: "National - all pupils".
pub(super) fn holds_groups(rows: &[&Row], index: usize, names: &mut Names) -> bool {
    let mut texts =
        rows.iter().filter_map(|row| row.cells.get(index)).filter(|text| !text.is_empty()).peekable();
    texts.peek().is_some() && texts.all(|text| names.text(text).group().is_some())
}

/// Whether every name of a column is an age group.
pub(super) fn holds_ages(rows: &[&Row], index: usize) -> bool {
    let mut texts =
        rows.iter().filter_map(|row| row.cells.get(index)).filter(|text| !text.is_empty()).peekable();
    texts.peek().is_some() && texts.all(|text| meaning::names_ages(text))
}

/// Whether most cells of a column are periods.
pub(super) fn holds_periods(rows: &[&Row], index: usize) -> bool {
    let texts: Vec<&str> = rows
        .iter()
        .filter_map(|row| row.cells.get(index))
        .map(String::as_str)
        .filter(|text| !text.is_empty())
        .collect();
    let periods = texts.iter().filter(|text| Period::parse(text).is_ok()).count();
    periods > 0 && periods * 2 > texts.len()
}
