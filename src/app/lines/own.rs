//! Names that are kept as measures of the council's own.

use std::collections::HashMap;
use std::rc::Rc;

use crate::app::lines::{Line, LineId, Lines, Unsettled};
use crate::indicator::{Measure, OwnMeasure};
use crate::read::{Entry, Subject, guessed_measure};
use crate::sorting::Sorting;

/// A change to the council's own measures.
#[derive(Clone, Debug, PartialEq)]
pub enum OwnAction {
    /// Keep the name of this line, and of all of the same name, as a measure of the council's own.
    Keep(LineId),
    /// Add a row, without a figure, for a measure of the council's own of this title, and a period, which may be empty.
    Add(String, String),
    /// Keep every name that is not settled as a measure of the council's own.
    KeepUnsettled,
    /// Give the measure of this id another title, kind, good direction, theme or definition.
    Define(OwnMeasure),
}

impl Lines {
    /// The council's own measures of these lines, in the order of lists.
    pub fn own_measures(&self) -> Vec<Measure> {
        let mut measures: Vec<Measure> = Vec::new();
        let mut known: HashMap<&str, usize> = HashMap::new();
        for measure in self.iter().filter_map(|line| own_of(&line.entry.subject)) {
            let is_known = match known.get(&*measure.id) {
                Some(at) => measures[*at] == *measure || measures.contains(measure),
                None => false,
            };
            if !is_known {
                known.insert(&measure.id, measures.len());
                measures.push(measure.clone());
            }
        }
        measures.arrange_by(Measure::in_order);
        measures
    }

    /// What the name of a line, and of all like it, appears to measure. `None` if it has no name, or is there no more.
    pub(crate) fn guessed(&self, id: LineId) -> Option<OwnMeasure> {
        let Entry { label, context, .. } = &self.get(id)?.entry;
        let is_like = self.is_like(id)?;
        let like: Vec<&Entry> = self.iter().filter(|line| is_like(line)).map(|line| &line.entry).collect();
        (!label.trim().is_empty()).then(|| guessed_measure(label, context, &like))
    }

    /// Reads every line of a name as this measure.
    pub(crate) fn settle(&mut self, name: &Unsettled, measure: &Measure) {
        for id in name.lines() {
            let Some(position) = self.position(id) else { continue };
            if let Some(line) = Rc::make_mut(&mut self.list).get_mut(position) {
                Rc::make_mut(line).change(|entry| entry.subject = Subject::Known(measure.clone()));
            }
        }
    }

    /// Gives an own measure what is known of it now, wherever it stands.
    pub(crate) fn define(&mut self, measure: &Measure) {
        let is_it = |line: &Line| own_of(&line.entry.subject).is_some_and(|own| own.id == measure.id);
        for line in Rc::make_mut(&mut self.list).iter_mut().filter(|line| is_it(line)) {
            Rc::make_mut(line).change(|entry| replace(&mut entry.subject, measure));
        }
    }
}

/// The own measure that lines of this subject are, or were before they were left out.
fn own_of(subject: &Subject) -> Option<&Measure> {
    match subject {
        Subject::LeftOut(before) => own_of(before),
        subject => subject.indicator().filter(|measure| measure.is_own()),
    }
}

fn replace(subject: &mut Subject, measure: &Measure) {
    match subject {
        Subject::LeftOut(before) => replace(before, measure),
        subject => *subject = Subject::Known(measure.clone()),
    }
}
