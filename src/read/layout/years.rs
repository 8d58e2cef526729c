//! Committee tables: an indicator column, a column for each year, perhaps the difference.

use crate::figure::Place;
use crate::indicator::Kind;
use crate::number::{Decimal, Exact};
use crate::read::block::Block;
use crate::read::cell::{self, Cell};
use crate::read::entry::Entry;
use crate::read::header::{Column, Header};
use crate::read::problem::{DifferingChange, Problem, TableProblem};
use crate::read::row::Row;
use crate::read::{Layout, Reading};

pub(super) fn read(block: &Block<'_>, header: &Header, reading: &mut Reading) {
    super::use_layout(Layout::Years, &mut reading.layouts);
    for row in &block.rows {
        let first = reading.entries.len();
        if super::read_across(block, header, row, reading) {
            keep_change(header, row, first, reading);
        }
    }
}

/// Keeps a stated difference with the newest figure of its row, and checks it against the stated values.
fn keep_change(header: &Header, row: &Row, first: usize, reading: &mut Reading) {
    let Some(column) = header.position(Column::Change) else { return };
    let Some(text) = row.cells.get(column).filter(|text| !text.is_empty()) else { return };
    let entries = &mut reading.entries[first..];
    entries.sort_by_key(|entry| crate::period::Period::parse(&entry.period).ok());
    let Some((newest, older)) = entries.split_last_mut() else { return };
    newest.stated_change.clone_from(text);
    let (Some(previous), Cell::Percent(stated) | Cell::Number(stated)) = (older.last(), cell::parse(text))
    else {
        return;
    };
    let (Some(from), Some(to)) = (value(previous), value(newest)) else { return };
    let Some(difference) = Exact::from(to).minus(from.into()) else { return };
    // A change is stated as a difference, or in percent of what it was; with a percent sign, that of a number is in percent.
    let points = difference.rounded(stated.decimals());
    newest.find_subject();
    let is_number = newest.subject.indicator().is_some_and(|indicator| indicator.kind != Kind::Share);
    let may_be_points = !(is_number && text.contains('%'));
    let percent = in_percent_of(difference, from).map(|change| change.rounded(stated.decimals()));
    // An arrow may stand in place of the sign.
    let falls = text.contains(['\u{2193}', '\u{25BC}', '\u{2198}']);
    let stated = if falls { Decimal::new(-stated.magnitude().units(), stated.decimals()) } else { stated };
    if !(may_be_points && points == stated) && percent != Some(stated) {
        let kind = TableProblem::ChangeDiffers(Box::new(DifferingChange {
            from,
            to,
            difference: points,
            percent,
            stated,
            has_percent_sign: text.contains('%'),
        }));
        let place = Place { row: row.line, column: column + 1, ..Place::default() };
        reading.problems.push(Problem::new(place, text, kind));
    }
}

/// A difference in percent of the number it starts from; nothing if that is 0.
fn in_percent_of(difference: Exact, from: Decimal) -> Option<Exact> {
    difference.divided_by(Exact::from(from).magnitude())?.times(100)
}

fn value(entry: &Entry) -> Option<Decimal> {
    match cell::parse(&entry.value) {
        Cell::Percent(value) | Cell::Number(value) => Some(value),
        _ => None,
    }
}
