//! Sources on their way in: pasted text and files, from being opened to being answered for and added.

use std::rc::Rc;

use crate::published::Release;
use crate::read::{self, Delimiter, Mapping, Opened, Options, Personal, Problem, Reading, Sheet};

use super::state::{Snapshot, State};

/// A text or a file that is being read, or about which the person is asked something.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Under which the browser keeps the file; for text, none.
    pub file: Option<usize>,
    /// Name of the file; empty for text.
    pub name: String,
    text: Rc<str>,
    /// What was decided so far about how to read it.
    pub options: Options,
    /// How often it was opened: a new decision opens it again.
    pub attempt: usize,
    /// Where it stands.
    pub stage: Stage,
    /// Which of its sheets are to be added.
    pub chosen: Vec<bool>,
}

/// Where a source stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// A worker reads it.
    Reading,
    /// The person is asked about it.
    Asks(Rc<Opened>),
}

/// What happens to the sources.
#[derive(Clone, Debug, PartialEq)]
pub enum IncomingAction {
    /// Files were chosen or dropped; each with the number under which the browser keeps it, and its name.
    Files(Vec<(usize, String)>),
    /// A file was opened.
    Opened(usize, Opened),
    /// A file could not be opened, and why, in a sentence.
    Failed(usize, String),
    /// Read the first source without its personal data.
    LeaveOutPersonal,
    /// Read the first source with these meanings of its headings.
    Map(Mapping),
    /// Take a sheet of the first source, or not.
    Choose(usize, bool),
    /// Add the chosen sheets of the first source.
    Add,
    /// Put the first source away.
    Cancel,
    /// Read the source that was added last again, with another separator.
    Separate(Delimiter),
    /// Go back to the built-in figures in place of those of an opened file.
    CloseRelease(usize),
}

/// The source that was added last, while it can be read again.
#[derive(Clone, Debug, PartialEq)]
pub struct Last {
    source: Source,
    before: Rc<Snapshot>,
    /// What separated its cells.
    pub delimiter: Delimiter,
}

impl Source {
    /// What to call it in a sentence.
    pub fn title(&self) -> &str {
        if self.name.is_empty() { "the pasted text" } else { &self.name }
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
}

/// Whether a sheet holds anything a person might want.
fn holds_something(sheet: &Sheet) -> bool {
    !sheet.reading.entries.is_empty() || !sheet.unmapped.is_empty()
}

impl State {
    /// Opens text, and adds what it holds unless something must be asked first.
    pub(super) fn read_text(&mut self, text: &str) {
        let source = Source {
            file: None,
            name: String::new(),
            text: text.into(),
            options: Options { mappings: self.mappings.to_vec(), ..Options::default() },
            attempt: 0,
            stage: Stage::Reading,
            chosen: Vec::new(),
        };
        self.open(source);
    }

    pub(super) fn incoming(&mut self, action: IncomingAction) {
        match action {
            IncomingAction::Files(files) => {
                let names: Vec<&str> = files.iter().map(|(_, name)| name.as_str()).collect();
                self.say(&format!("Reading {}.", names.join(", ")));
                for (file, name) in files {
                    let source = Source {
                        file: Some(file),
                        name,
                        text: "".into(),
                        options: Options { mappings: self.mappings.to_vec(), ..Options::default() },
                        attempt: 0,
                        stage: Stage::Reading,
                        chosen: Vec::new(),
                    };
                    Rc::make_mut(&mut self.sources).push(source);
                }
            }
            IncomingAction::Opened(file, opened) => {
                if let Some(source) = self.take_out(file) {
                    self.opened(source, opened);
                }
            }
            IncomingAction::Failed(file, sentence) => {
                if let Some(source) = self.take_out(file) {
                    self.say(&format!("{} was not read. {sentence}", source.name));
                }
            }
            IncomingAction::LeaveOutPersonal => self.reopen(|options| options.leaves_out_personal = true),
            IncomingAction::Map(mapping) => {
                let mappings = Rc::make_mut(&mut self.mappings);
                mappings.retain(|known| known.headings != mapping.headings);
                mappings.push(mapping);
                let mappings = mappings.clone();
                self.reopen(|options| options.mappings = mappings);
            }
            IncomingAction::Choose(sheet, is_chosen) => {
                if let Some(place) =
                    Rc::make_mut(&mut self.sources).first_mut().and_then(|first| first.chosen.get_mut(sheet))
                {
                    *place = is_chosen;
                }
            }
            IncomingAction::Add => {
                if let Some(source) = self.take_first() {
                    self.add_chosen(&source);
                }
            }
            IncomingAction::Cancel => {
                if let Some(source) = self.take_first() {
                    self.say(&format!("Nothing was taken from {}.", source.title()));
                }
            }
            IncomingAction::Separate(delimiter) => {
                let Some(last) = self.last.take() else { return };
                self.restore((*last.before).clone());
                let options = Options { delimiter: Some(delimiter), ..last.source.options.clone() };
                self.open(Source { options, attempt: last.source.attempt + 1, ..last.source });
            }
            IncomingAction::CloseRelease(position) => {
                self.published = self.published.without(position);
                self.say("The built-in official figures are used again in place of that file\u{2019}s.");
            }
        }
    }

    fn take_out(&mut self, file: usize) -> Option<Source> {
        let position = self.sources.iter().position(|source| source.file == Some(file))?;
        Some(Rc::make_mut(&mut self.sources).remove(position))
    }

    fn take_first(&mut self) -> Option<Source> {
        (!self.sources.is_empty()).then(|| Rc::make_mut(&mut self.sources).remove(0))
    }

    /// Opens the first source again after a decision.
    fn reopen(&mut self, decide: impl FnOnce(&mut Options)) {
        if let Some(mut source) = self.take_first() {
            decide(&mut source.options);
            source.attempt += 1;
            self.open(source);
        }
    }

    /// Opens a text at once; a file waits for its worker.
    fn open(&mut self, source: Source) {
        if source.file.is_some() {
            Rc::make_mut(&mut self.sources).insert(0, Source { stage: Stage::Reading, ..source });
        } else {
            let opened = read::open_text(&source.text, &source.options);
            self.opened(source, opened);
        }
    }

    fn opened(&mut self, mut source: Source, opened: Opened) {
        match opened {
            Opened::Refused(problem) => {
                self.say(&format!("{} was not read. {}.", source.title(), problem.message));
                Rc::make_mut(&mut self.problems).push(problem);
            }
            Opened::Official(release, problems) => self.take_release(release, problems),
            Opened::Personal(_) => {
                self.say(&format!("Personal data was found in {}. Nothing was read.", source.title()));
                source.stage = Stage::Asks(Rc::new(opened));
                Rc::make_mut(&mut self.sources).insert(0, source);
            }
            Opened::Tables(sheets) => {
                source.chosen =
                    sheets.iter().map(|sheet| !sheet.is_hidden && holds_something(sheet)).collect();
                let several = sheets.iter().filter(|sheet| holds_something(sheet)).count() > 1;
                let asks = several || sheets.iter().any(|sheet| !sheet.unmapped.is_empty());
                source.stage = Stage::Asks(Rc::new(Opened::Tables(sheets)));
                if asks {
                    self.say(&format!("There is a question about {}.", source.title()));
                    Rc::make_mut(&mut self.sources).insert(0, source);
                } else {
                    source.chosen.fill(true);
                    self.add_chosen(&source);
                }
            }
        }
    }

    fn add_chosen(&mut self, source: &Source) {
        let before = Rc::new(self.snapshot());
        let chosen = source.sheets().iter().zip(&source.chosen).filter(|(_, chosen)| **chosen);
        let readings: Vec<Reading> = chosen.map(|(sheet, _)| sheet.reading.clone()).collect();
        let delimiter = readings.first().map_or(Delimiter::Sheet, |reading| reading.delimiter);
        self.add(readings, &source.name);
        let can_separate = Delimiter::CHOICES.contains(&delimiter);
        self.last = can_separate.then(|| Last { source: source.clone(), before, delimiter });
    }

    /// Official figures come before the built-in ones.
    fn take_release(&mut self, release: Release, problems: Vec<Problem>) {
        Rc::make_mut(&mut self.problems).extend(problems);
        let Some((first, last)) = release.years() else {
            self.say("An official file was opened, but it holds no figure that is compared with here.");
            return;
        };
        let titles: Vec<&str> = release.indicators().iter().map(|indicator| indicator.title).collect();
        let years = if first == last { format!("for {first}") } else { format!("for {first} to {last}") };
        self.say(&format!(
            "Official figures were read {years}: {}. They are compared with in place of the built-in ones.",
            titles.join("; ")
        ));
        self.published = self.published.with(release);
    }
}
