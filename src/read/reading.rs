//! What reading gives: entries, what is stated beside them, and problems.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::area::Area;
use crate::figure::{self, Contradiction, Figure, Place};
use crate::period::Period;
use crate::sorting::Sorting;

use super::{
    Comment, Delimiter, Entry, Layout, Problem, Question, StatedComparator, StatedTarget, asked, question,
};

/// What was read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// The layouts recognised, in order of first use.
    pub layouts: Vec<Layout>,
    /// What separated the cells.
    pub delimiter: Delimiter,
    /// One entry for each value found, also for rows whose indicator is not known.
    pub entries: Vec<Entry>,
    /// The targets that it states.
    #[serde(default)]
    pub targets: Vec<StatedTarget>,
    /// The figures of others that it states beside the council's own.
    #[serde(default)]
    pub comparators: Vec<StatedComparator>,
    /// What it says in words about measures.
    #[serde(default)]
    pub comments: Vec<Comment>,
    /// The council that it names, whose figures these may be.
    #[serde(default)]
    pub council: Option<&'static Area>,
    /// Problems of the table as a whole; those of single entries come from [`Entry::check`].
    pub problems: Vec<Problem>,
}

impl Reading {
    /// The figures of every entry that has one.
    pub fn figures(&self) -> Vec<Figure> {
        self.entries.iter().filter_map(|entry| entry.check().figure).collect()
    }

    /// Gives quarters and months without a year that of the period reported on.
    pub fn complete_periods(&mut self, of: Period) {
        let targets = self.targets.iter_mut().map(|target| &mut target.entry);
        let comparators = self.comparators.iter_mut().map(|comparator| &mut comparator.entry);
        for entry in self.entries.iter_mut().chain(targets).chain(comparators) {
            if let Some(period) = entry.completed_period(of) {
                entry.period = period.to_string();
            }
        }
    }

    /// Every problem, of the table and of its entries, in order of row and column; what one answer mends is said once.
    pub fn all_problems(&self) -> Vec<Problem> {
        // A name at the head of a column of periods is asked about once.
        let mut asked = HashSet::new();
        let entries = self.entries.iter().filter(|entry| {
            let is_settled = entry.subject.indicator().is_some() || !entry.is_named_by_column();
            is_settled || asked.insert((&entry.label, &entry.context, entry.place.column))
        });
        let of_entries = asked::of_entries(entries.map(|entry| ((), entry, entry.check().problems)));
        let of_entries = of_entries.into_iter().map(|((), problem)| problem);
        let together = contradictions(&self.figures().iter().collect::<Vec<_>>())
            .into_iter()
            .map(|(_, problem)| problem);
        let mut problems: Vec<Problem> =
            self.problems.iter().cloned().chain(of_entries).chain(together).collect();
        problems.arrange_by_key(|problem| (problem.place.row, problem.place.column));
        problems.dedup();
        let mut asked = false;
        problems.retain(|problem| !problem.kind.is_asked_once() || !std::mem::replace(&mut asked, true));
        problems
    }

    /// Every name that is not settled and could be one of our indicators.
    pub fn questions(&self) -> Vec<Question> {
        question::questions(&self.entries)
    }

    /// The file and sheet the first entry or problem stands in.
    pub(super) fn place(&self) -> Place {
        let first = self.entries.first().map(|entry| &entry.place);
        let first = first.or(self.problems.first().map(|problem| &problem.place));
        first.map_or_else(Place::default, |place| Place { row: 0, column: 0, ..place.clone() })
    }

    /// Puts every place within a file and a sheet.
    pub(super) fn put_within(&mut self, outer: &Place) {
        for place in self
            .entries
            .iter_mut()
            .map(|entry| &mut entry.place)
            .chain(self.targets.iter_mut().map(|target| &mut target.entry.place))
            .chain(self.comparators.iter_mut().map(|comparator| &mut comparator.entry.place))
            .chain(self.comments.iter_mut().map(|comment| &mut comment.place))
            .chain(self.problems.iter_mut().map(|problem| &mut problem.place))
        {
            *place = place.within(outer);
        }
    }
}

/// What contradicts what among figures: the position of the figure at which it is shown, and the problem.
pub fn contradictions(figures: &[&Figure]) -> Vec<(usize, Problem)> {
    let problem = |contradiction: Contradiction| {
        let figure = figures[contradiction.at];
        let found =
            figure.amount.shown(&figure.indicator).map_or_else(String::new, |shown| shown.to_string());
        let place = figure.place.clone().unwrap_or_default();
        (contradiction.at, Problem::new(place, &found, contradiction))
    };
    figure::contradictions(figures).into_iter().map(problem).collect()
}
