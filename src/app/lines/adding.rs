//! Adding what was read to the lines there are.

use std::collections::HashSet;
use std::rc::Rc;

use crate::app::lines::Lines;
use crate::read::{Entry, Problem, Reading};
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
        layouts.sort_unstable();
        layouts.dedup();
        let added = &self.as_slice()[before..];
        let figures = added.iter().filter(|line| line.checked.figure.is_some()).count();
        Added { figures, unsure: added.len() - figures, repeated: found - added.len(), layouts }
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
