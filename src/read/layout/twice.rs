//! One measure given twice in a table, with different values.

use std::collections::HashMap;

use crate::figure::Place;
use crate::indicator::Kind;
use crate::number::Exact;
use crate::read::cell::{self, Cell};
use crate::read::entry::Entry;
use crate::read::problem::{Problem, TableProblem, Twice};

use super::draft::{Draft, Sort};

/// Puts the percentage of a column of its own to the counts beside it: "IHAs on time, 14 of 22" and "IHA %, 63.6".
pub(super) fn join(drafts: &mut Vec<Draft>) {
    let is_same = |one: &Entry, other: &Entry| {
        let key = |entry: &Entry| (entry.place.row, entry.period.clone(), entry.area.clone());
        let of = one.subject.indicator();
        of.is_some_and(|of| of.kind == Kind::Share)
            && of == other.subject.indicator()
            && key(one) == key(other)
    };
    for at in (1..drafts.len()).rev() {
        let (before, own) = (&drafts[at - 1], &drafts[at]);
        let [counts, percent] = [&before.entry, &own.entry];
        let is_own = [before, own].iter().all(|draft| draft.sort == Sort::Own && !draft.is_doubtful);
        let [numerator, denominator, said] = cell::split_counts(&counts.value);
        let are_beside = counts.numerator.is_empty()
            && percent.numerator.is_empty()
            && said.is_empty()
            && cell::parse(&denominator) != Cell::Blank
            && !matches!(cell::parse(&percent.value), Cell::OutOf(..));
        if is_own && are_beside && is_same(counts, percent) {
            let percent = drafts.remove(at).entry;
            let counts = &mut drafts[at - 1].entry;
            (counts.numerator, counts.denominator, counts.value) = (numerator, denominator, percent.value);
            let of_both = std::mem::replace(&mut counts.columns.value, percent.columns.value);
            (counts.columns.numerator, counts.columns.denominator) = (of_both, of_both);
        }
    }
}

/// Says which figures and targets rows of a table give differently for one measure, period and area.
pub(super) fn note(drafts: &[Draft], problems: &mut Vec<Problem>) {
    // The first of each, until it is said of it.
    let mut known: HashMap<_, Option<&Draft>> = HashMap::new();
    for draft in drafts.iter().filter(|draft| !draft.is_doubtful) {
        let kind: fn(Box<Twice>) -> TableProblem = match draft.sort {
            Sort::Own | Sort::OfArea(_) => TableProblem::GivenTwice,
            Sort::Target => TableProblem::TargetTwice,
            Sort::Comparator(_) => continue,
        };
        let entry = &draft.entry;
        let Some(indicator) = entry.subject.indicator() else { continue };
        let key = (draft.sort == Sort::Target, &indicator.id, &entry.period, &entry.area);
        let known = known.entry(key).or_insert(Some(draft));
        let before = known.filter(|first| first.entry.place.row != entry.place.row);
        if let Some(twice) = before.and_then(|first| differing(first, draft)) {
            *known = None;
            let place = Place { row: entry.place.row, ..Place::default() };
            problems.push(Problem::new(place, &entry.label, kind(Box::new(twice))));
        }
    }
}

/// The two values, if they differ by more than their rounding.
fn differing(first: &Draft, second: &Draft) -> Option<Twice> {
    let shown = |draft: &Draft| {
        let figure = draft.entry.check().figure?;
        Some((figure.amount.shown(&figure.indicator)?, figure))
    };
    let ((before, _), (after, figure)) = (shown(first)?, shown(second)?);
    let decimals = before.decimals().min(after.decimals());
    let differ = Exact::from(before).rounded(decimals) != Exact::from(after).rounded(decimals);
    differ.then_some(Twice {
        indicator: figure.indicator,
        period: figure.period,
        values: [before, after],
        rows: [first.entry.place.row, second.entry.place.row],
    })
}
