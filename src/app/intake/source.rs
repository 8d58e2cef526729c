//! A text or a file on its way in.

use std::rc::Rc;

use crate::read::{Delimiter, Opened, Options, Personal, Reading, Sheet};
use crate::words::status;

/// Which sheet of a source, by its place among [`Source::sheets`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetId(pub usize);

/// Which source. It stays the same while the source is read and asked about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct SourceId(pub(super) usize);

/// Under which the browser keeps a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct FileId(pub usize);

/// A text or a file that is being read, or about which the person is asked something.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Which it is.
    pub id: SourceId,
    /// The file; for text, none.
    pub file: Option<FileId>,
    /// Name of the file; empty for text.
    pub name: String,
    pub(super) text: Rc<str>,
    /// What was decided so far about how to read it.
    pub options: Options,
    /// How often it was opened: a new decision opens it again.
    pub attempt: usize,
    /// What happens with it now.
    pub stage: Stage,
    /// Which of its sheets are to be added.
    pub chosen: Vec<bool>,
}

/// What happens with a source.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// A worker reads it.
    Reading,
    /// The person is asked about it.
    Asks(Rc<Opened>),
}

impl Source {
    /// What to call it in a sentence.
    pub fn title(&self) -> &str {
        status::source(&self.name)
    }

    /// The tables it asks about.
    pub fn sheets(&self) -> &[Sheet] {
        match &self.stage {
            Stage::Asks(opened) => match &**opened {
                Opened::Tables(sheets) => sheets,
                _ => &[],
            },
            Stage::Reading => &[],
        }
    }

    /// The personal data it holds.
    pub fn personal(&self) -> &[Personal] {
        match &self.stage {
            Stage::Asks(opened) => match &**opened {
                Opened::Personal(found) => found,
                _ => &[],
            },
            Stage::Reading => &[],
        }
    }

    /// What was read of the chosen sheets.
    pub(crate) fn readings(&self) -> Vec<Reading> {
        let chosen = self.sheets().iter().zip(&self.chosen).filter(|(_, chosen)| **chosen);
        chosen.map(|(sheet, _)| sheet.reading.clone()).collect()
    }

    /// What separates the cells of the chosen sheets, where the person can say otherwise; `None` where nothing separates
    /// them, and for a source that held personal data: it is not kept to be read again.
    pub(crate) fn separator(&self) -> Option<Delimiter> {
        let mut chosen = self.sheets().iter().zip(&self.chosen).filter(|(_, chosen)| **chosen);
        let delimiter = chosen.next()?.0.reading.delimiter;
        let is_whole = self.sheets().iter().all(|sheet| sheet.left_out.is_empty());
        (is_whole && Delimiter::CHOICES.contains(&delimiter)).then_some(delimiter)
    }

    /// The same source, to be opened again after a decision.
    pub(crate) fn decided(mut self, decide: impl FnOnce(&mut Options)) -> Self {
        decide(&mut self.options);
        self.attempt += 1;
        self
    }

    /// Whether the person must say which sheets to take or what headings mean.
    pub(super) fn needs_answer(&self) -> bool {
        let sheets = self.sheets();
        let several = sheets.iter().filter(|sheet| holds_something(sheet)).count() > 1;
        several
            || sheets
                .iter()
                .any(|sheet| !sheet.unmapped.is_empty() || (sheet.is_hidden && holds_something(sheet)))
    }

    /// Chooses every sheet that holds something and is not hidden.
    pub(super) fn choose_all(&mut self) {
        let is_wanted = |sheet: &Sheet| !sheet.is_hidden && holds_something(sheet);
        self.chosen = self.sheets().iter().map(is_wanted).collect();
    }

    /// Chooses the first sheet that is not hidden, if none is chosen: what is wrong with it is worth telling, once.
    pub(super) fn choose_one(&mut self) {
        if !self.chosen.contains(&true) {
            let first = self.sheets().iter().position(|sheet| !sheet.is_hidden).unwrap_or(0);
            self.chosen.iter_mut().enumerate().for_each(|(index, chosen)| *chosen = index == first);
        }
    }
}

/// Whether a sheet holds anything a person might want.
fn holds_something(sheet: &Sheet) -> bool {
    !sheet.reading.entries.is_empty() || !sheet.unmapped.is_empty()
}
