//! Adding what was read to the lines there are.

use std::collections::HashSet;
use std::rc::Rc;

use crate::app::lines::Lines;
use crate::read::{Entry, Problem, Reading};

/// What became of readings that were added.
pub(crate) struct Added {
    /// Lines that are figures.
    figures: usize,
    /// Lines that are not, and need a person's attention.
    unsure: usize,
    /// Lines that were there already, word for word, and were not added again.
    repeated: usize,
    /// How the tables were laid out.
    layouts: Vec<&'static str>,
    /// What separated their cells.
    separator: &'static str,
}

impl Lines {
    /// Adds the entries of readings that are not there yet, and their problems.
    pub(crate) fn add(&mut self, readings: Vec<Reading>) -> Added {
        let before = self.len();
        let known: HashSet<String> = self.iter().map(|line| words(&line.entry)).collect();
        let (mut layouts, mut separator, mut found) = (Vec::new(), "", 0);
        let mut problems = Vec::new();
        for reading in readings {
            layouts.extend(reading.layouts.iter().map(|layout| layout.description()));
            separator = reading.delimiter.name();
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
        Added { figures, unsure: added.len() - figures, repeated: found - added.len(), layouts, separator }
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

impl Added {
    /// What became of the readings, in sentences that begin with the name of their file, if they have one.
    pub(crate) fn sentences(&self, file: &str) -> String {
        let mut sentences: Vec<String> = (!file.is_empty()).then(|| format!("{file}:")).into_iter().collect();
        sentences.push(match self.figures {
            0 => "No figure was read.".to_owned(),
            1 => "1 figure was read.".to_owned(),
            many => format!("{many} figures were read."),
        });
        if !self.layouts.is_empty() {
            sentences.push(format!(
                "Layout: {}; cells separated by {}.",
                self.layouts.join(", "),
                self.separator
            ));
        }
        match self.unsure {
            0 => {}
            1 => sentences.push("1 row needs your attention.".to_owned()),
            many => sentences.push(format!("{many} rows need your attention.")),
        }
        match self.repeated {
            0 => {}
            1 => sentences.push("1 row was there already and was not added again.".to_owned()),
            many => sentences.push(format!("{many} rows were there already and were not added again.")),
        }
        sentences.join(" ")
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
