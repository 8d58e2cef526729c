//! The stated change between two periods of a row, checked against their figures.

use crate::figure::Place;
use crate::indicator::Kind;
use crate::number::{Decimal, Exact};
use crate::period::Period;
use crate::read::Reading;
use crate::read::cell::{self, Cell};
use crate::read::entry::Entry;
use crate::read::problem::{DifferingChange, Problem, TableProblem};
use crate::sorting::Sorting;

use super::draft::{Draft, Sort};

/// Keeps each stated change with the newest figure of its measure, and checks it against the stated values. A change is
/// its measure's first draft, its column and its text.
pub(super) fn keep(drafts: &mut [Draft], changes: &[(usize, usize, String)], reading: &mut Reading) {
    let ends = |at: usize, start: usize| at > start && changes.iter().any(|(measure, ..)| *measure == at);
    for (measure, column, text) in changes {
        let Some(first) = drafts.get(*measure).map(|draft| draft.entry.place.row) else { continue };
        let mut own: Vec<usize> = (*measure..drafts.len())
            .take_while(|at| drafts[*at].entry.place.row == first && !ends(*at, *measure))
            .filter(|at| drafts[*at].sort == Sort::Own)
            .collect();
        own.arrange_by_key(|at| Period::parse(&drafts[*at].entry.period).ok());
        let Some(newest) = own.pop() else { continue };
        drafts[newest].entry.stated_change.clone_from(text);
        if let Some(previous) = own.pop()
            && let Some(problem) = differing(&drafts[previous].entry, &drafts[newest].entry, *column, text)
        {
            reading.problems.push(problem);
        }
    }
}

/// The problem that a change is not the one between two figures.
fn differing(previous: &Entry, newest: &Entry, column: usize, text: &str) -> Option<Problem> {
    let (Cell::Percent(stated) | Cell::Number(stated)) = cell::parse(text) else { return None };
    let (from, to) = (value(previous)?, value(newest)?);
    let difference = Exact::from(to).minus(from.into())?;
    // A change is stated as a difference, or in percent of what it was; with a percent sign, that of a number is in percent.
    let points = difference.rounded(stated.decimals());
    let is_number = newest.subject.indicator().is_some_and(|indicator| indicator.kind != Kind::Share);
    let may_be_points = !(is_number && text.contains('%'));
    let percent = in_percent_of(difference, from).map(|change| change.rounded(stated.decimals()));
    // An arrow may stand in place of the sign.
    let falls = text.contains(['\u{2193}', '\u{25BC}', '\u{2198}']);
    let stated = if falls { Decimal::new(-stated.magnitude().units(), stated.decimals()) } else { stated };
    if (may_be_points && points == stated) || percent == Some(stated) {
        return None;
    }
    let kind = TableProblem::ChangeDiffers(Box::new(DifferingChange {
        from,
        to,
        difference: points,
        percent,
        stated,
        has_percent_sign: text.contains('%'),
    }));
    let place = Place { row: newest.place.row, column, ..Place::default() };
    Some(Problem::new(place, text, kind))
}

/// A difference in percent of the number it starts from, or `None` if that is 0.
fn in_percent_of(difference: Exact, from: Decimal) -> Option<Exact> {
    difference.divided_by(Exact::from(from).magnitude())?.times(100)
}

fn value(entry: &Entry) -> Option<Decimal> {
    match cell::parse(&entry.value) {
        Cell::Percent(value) | Cell::Number(value) => Some(value),
        _ => None,
    }
}
