//! The names of which a person must say what they mean.

use std::collections::HashMap;
use std::rc::Rc;

use crate::app::lines::{Line, LineId, Lines};
use crate::app::name::Name;
use crate::figure::Place;
use crate::indicator::Indicator;
use crate::read::{Entry, Subject};

/// A name that is not settled, with every line that bears it under the same headings.
#[derive(Clone, Debug, PartialEq)]
pub struct Unsettled {
    first: Rc<Line>,
    others: Vec<Rc<Line>>,
}

/// How many indicators are offered for a name.
const OFFERED: usize = 3;

impl Unsettled {
    /// The first of its lines.
    pub fn line(&self) -> LineId {
        self.first.id
    }

    /// Each of its lines, in the order they came.
    pub(super) fn lines(&self) -> impl Iterator<Item = LineId> {
        std::iter::once(&self.first).chain(&self.others).map(|line| line.id)
    }

    /// The name as it stands in the table.
    pub fn label(&self) -> &str {
        self.first.entry.label.trim()
    }

    /// The headings it stands under, or empty.
    pub fn context(&self) -> &str {
        self.first.entry.context.trim()
    }

    /// What it may mean, likeliest first; none where no indicator has anything in common with it.
    pub fn offers(&self) -> &[&'static Indicator] {
        let offers = self.first.entry.subject.offers();
        &offers[..offers.len().min(OFFERED)]
    }

    /// Its entries, in the order they came.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        std::iter::once(&self.first).chain(&self.others).map(|line| &line.entry)
    }

    /// The rows it stands in.
    pub fn rows(&self) -> Vec<&Place> {
        let mut rows: Vec<&Place> = self.entries().map(|entry| &entry.place).collect();
        rows.dedup_by_key(|place| (&place.file, &place.sheet, place.row));
        rows
    }
}

/// Whether a person must say what the name of an entry means.
pub(super) fn is_unsettled(entry: &Entry) -> bool {
    matches!(entry.subject, Subject::OneOf(_) | Subject::Unknown(_))
        && !entry.label.trim().is_empty()
        && !entry.is_blank()
}

impl Lines {
    /// Every name that is not settled, once, in the order they came.
    pub fn unsettled(&self) -> Vec<Unsettled> {
        let mut names: Vec<Unsettled> = Vec::new();
        let mut known: HashMap<Name, usize> = HashMap::new();
        // Values of one row have one name.
        let mut last: Option<(&Entry, usize)> = None;
        for line in self.iter().filter(|line| is_unsettled(&line.entry)) {
            let entry = &line.entry;
            let at = match last {
                Some((before, at)) if before.label == entry.label && before.context == entry.context => at,
                _ => *known.entry(Name::of(entry)).or_insert(names.len()),
            };
            match names.get_mut(at) {
                Some(name) => name.others.push(line.clone()),
                None => names.push(Unsettled { first: line.clone(), others: Vec::new() }),
            }
            last = Some((entry, at));
        }
        names
    }

    /// Leaves out every line whose name is not settled. Returns how many names these are.
    pub(super) fn leave_out_unsettled(&mut self) -> usize {
        let names = self.unsettled().len();
        for line in Rc::make_mut(&mut self.list).iter_mut().filter(|line| is_unsettled(&line.entry)) {
            Rc::make_mut(line).change(Entry::leave_out);
        }
        names
    }
}
