//! One measure given twice in a table, with different values.

use std::collections::HashMap;

use crate::figure::Place;
use crate::number::Exact;
use crate::read::problem::{Problem, TableProblem, Twice};

use super::draft::{Draft, Sort};

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
