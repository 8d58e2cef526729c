//! Adding what was read to the lines there are.

use std::collections::HashSet;
use std::rc::Rc;

use crate::app::lines::unsettled::is_unsettled;
use crate::app::lines::{Line, Lines};
use crate::app::name::Name;
use crate::read::{Entry, Problem, ProblemKind, Reading, TableProblem};
use crate::sorting::Sorting;
use crate::words::status::Added;

impl Lines {
    /// Adds the entries of readings that are not there yet, and their problems.
    pub(crate) fn add(&mut self, readings: Vec<Reading>) -> Added {
        let before = self.len();
        let known: HashSet<String> = self.iter().map(|line| words(&line.entry)).collect();
        let (mut layouts, mut found) = (Vec::new(), 0);
        let mut problems = Vec::new();
        for reading in readings {
            layouts.extend(reading.layouts);
            found += reading.entries.len();
            for entry in reading.entries.into_iter().filter(|entry| !known.contains(&words(entry))) {
                self.push(entry);
            }
            problems.extend(reading.problems);
        }
        self.add_problems(problems);
        layouts.arrange();
        layouts.dedup();
        let added = &self.as_slice()[before..];
        let count = |is: fn(&Line) -> bool| added.iter().filter(|line| is(line)).count();
        let names: HashSet<Name> =
            added.iter().map(|line| &line.entry).filter(|entry| is_unsettled(entry)).map(Name::of).collect();
        Added {
            figures: count(|line| line.checked.figure.is_some()),
            names: names.len(),
            unsure: count(|line| {
                line.checked.figure.is_none() && !line.is_left_out() && !is_unsettled(&line.entry)
            }),
            repeated: found - added.len(),
            layouts,
            corrections: 0,
            remembered: 0,
        }
    }

    /// Takes away what was said of sources of which nothing was taken: something else comes in.
    pub(crate) fn forget_failures(&mut self) {
        let is_failure = |problem: &Problem| {
            matches!(
                problem.kind,
                ProblemKind::Source(_)
                    | ProblemKind::NotRead(_)
                    | ProblemKind::Table(TableProblem::NothingFound | TableProblem::NothingToRead)
            )
        };
        if self.is_empty() {
            self.of_tables = Rc::default();
        } else if self.of_tables.iter().any(is_failure) {
            Rc::make_mut(&mut self.of_tables).retain(|problem| !is_failure(problem));
        }
    }

    /// Adds the problems of tables as a whole that are not there yet.
    pub(crate) fn add_problems(&mut self, problems: Vec<Problem>) {
        let mut known: HashSet<Problem> = self.of_tables.iter().cloned().collect();
        let new: Vec<Problem> =
            problems.into_iter().filter(|problem| known.insert(problem.clone())).collect();
        if !new.is_empty() {
            Rc::make_mut(&mut self.of_tables).extend(new);
        }
    }
}

/// What an entry says, wherever it stands.
fn words(entry: &Entry) -> String {
    let texts = [
        &entry.label,
        &entry.context,
        &entry.area,
        &entry.period,
        &entry.numerator,
        &entry.denominator,
        &entry.value,
    ];
    texts.map(String::as_str).join("\u{1F}")
}
