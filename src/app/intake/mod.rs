//! Sources on their way in: pasted text and files, from being opened to being answered for and added.

use std::rc::Rc;

use crate::figure::Place;
use crate::published::{self, Release};
use crate::read::{self, Delimiter, Mapping, Opened, Options, Personal, Problem, Reading, Severity, Sheet};

use crate::app::history::Snapshot;
use crate::app::state::{Action, State};

/// A text or a file that is being read, or about which the person is asked something.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Stays the same while it is asked about.
    pub id: usize,
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
    /// Files were chosen or dropped, or a mass of text was pasted; each with the number under which the browser keeps it,
    /// and its name, which a text has not.
    Files(Vec<(usize, String)>),
    /// A file was opened.
    Opened(usize, Opened),
    /// A file could not be opened, and why, in a sentence.
    Failed(usize, String),
    /// A file was stopped by the person.
    Stopped(usize),
    /// Read a source with these meanings of its headings.
    Map(usize, Mapping),
    /// Go on without the tables under headings at this place of a source.
    Ignore(usize, Place),
    /// Take a sheet of a source, or not.
    Choose(usize, usize, bool),
    /// Add the chosen sheets of a source.
    Add(usize),
    /// Put a source away.
    Cancel(usize),
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

    /// The name of its file in places; a text has none.
    fn place_name(&self) -> Option<String> {
        Some(self.name.clone()).filter(|name| !name.is_empty())
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
    /// The source the person is asked about now.
    pub fn asked(&self) -> Option<&Source> {
        self.sources.iter().find(|source| matches!(source.stage, Stage::Asks(_)))
    }

    /// The files the browser must keep.
    pub fn files_in_use(&self) -> Vec<usize> {
        let last = self.last.as_ref().map(|last| &last.source);
        self.sources.iter().chain(last).filter_map(|source| source.file).collect()
    }

    /// The options for a source that is opened now: with all that was said about headings so far.
    pub fn options_of(&self, source: &Source) -> Options {
        Options { mappings: self.mappings.to_vec(), ..source.options.clone() }
    }

    /// Takes away what was said of personal data turned away before, when something else comes in or all is cleared.
    pub(crate) fn forget_refused(&mut self, action: &Action) {
        let is_next = matches!(
            action,
            Action::Read(_) | Action::Load(_) | Action::Clear | Action::Incoming(IncomingAction::Files(_))
        );
        if is_next && self.sources.iter().any(|source| !source.personal().is_empty()) {
            Rc::make_mut(&mut self.sources).retain(|source| source.personal().is_empty());
        }
    }

    /// Opens text, and adds what it holds unless something must be asked first.
    pub(crate) fn read_text(&mut self, text: &str) {
        self.outcomes = Rc::default();
        let source = self.source(None, "", text);
        self.open(source, self.sources.len());
    }

    fn source(&mut self, file: Option<usize>, name: &str, text: &str) -> Source {
        self.next_source += 1;
        Source {
            id: self.next_source,
            file,
            name: name.to_owned(),
            text: text.into(),
            options: Options::default(),
            attempt: 0,
            stage: Stage::Reading,
            chosen: Vec::new(),
        }
    }

    pub(crate) fn incoming(&mut self, action: IncomingAction) {
        match action {
            IncomingAction::Files(files) => {
                if self.sources.is_empty() {
                    self.outcomes = Rc::default();
                }
                let sources: Vec<Source> =
                    files.into_iter().map(|(file, name)| self.source(Some(file), &name, "")).collect();
                let titles: Vec<&str> = sources.iter().map(Source::title).collect();
                self.say(&format!("Reading {}.", titles.join(", ")));
                Rc::make_mut(&mut self.sources).extend(sources);
            }
            IncomingAction::Opened(file, opened) => {
                if let Some((source, position)) = self.take_out(|source| source.file == Some(file)) {
                    self.opened(source, opened, position);
                }
            }
            IncomingAction::Failed(file, sentence) => {
                if let Some((source, _)) = self.take_out(|source| source.file == Some(file)) {
                    self.tell(source.id, &format!("{} was not read. {sentence}", source.title()));
                    let place = Place { file: source.place_name(), ..Place::default() };
                    let message = format!("Not read. {}", sentence.trim_end_matches('.'));
                    self.lines.add_problems(vec![Problem {
                        severity: Severity::Error,
                        place,
                        found: String::new(),
                        message,
                    }]);
                }
            }
            IncomingAction::Stopped(file) => {
                if let Some((source, _)) = self.take_out(|source| source.file == Some(file)) {
                    self.tell(source.id, &format!("{} was not read. You stopped it.", source.title()));
                }
            }
            IncomingAction::Map(id, mapping) => {
                let mappings = Rc::make_mut(&mut self.mappings);
                mappings.retain(|known| known.headings != mapping.headings);
                mappings.push(mapping);
                self.reopen(id, |_| ());
            }
            IncomingAction::Ignore(id, place) => self.ignore(id, &place),
            IncomingAction::Choose(id, sheet, is_chosen) => {
                let mut sources = Rc::make_mut(&mut self.sources).iter_mut().filter(|source| source.id == id);
                if let Some(place) = sources.next().and_then(|source| source.chosen.get_mut(sheet)) {
                    *place = is_chosen;
                }
            }
            IncomingAction::Add(id) => {
                if let Some((source, _)) = self.take_out(|source| source.id == id) {
                    self.add_chosen(&source);
                }
            }
            IncomingAction::Cancel(id) => {
                if let Some((source, _)) = self.take_out(|source| source.id == id) {
                    self.tell(source.id, &format!("Nothing was taken from {}.", source.title()));
                }
            }
            IncomingAction::Separate(delimiter) => {
                let Some(last) = self.last.take() else { return };
                self.restore((*last.before).clone());
                let options = Options { delimiter: Some(delimiter), ..last.source.options.clone() };
                let position = self.sources.len();
                self.open(Source { options, attempt: last.source.attempt + 1, ..last.source }, position);
            }
            IncomingAction::CloseRelease(position) => {
                self.last = None;
                self.published = self.published.without(position);
                self.say("The built-in official figures are used again in place of that file\u{2019}s.");
            }
        }
    }

    /// Says what became of a source, after what became of those that came in with it.
    fn tell(&mut self, id: usize, sentence: &str) {
        let outcomes = Rc::make_mut(&mut self.outcomes);
        outcomes.retain(|(of, _)| *of != id);
        outcomes.push((id, sentence.into()));
        let all: Vec<&str> = outcomes.iter().map(|(_, sentence)| &**sentence).collect();
        self.message = all.join(" ").into();
    }

    /// Takes a source out, with the place it stood at.
    fn take_out(&mut self, which: impl Fn(&Source) -> bool) -> Option<(Source, usize)> {
        let position = self.sources.iter().position(which)?;
        Some((Rc::make_mut(&mut self.sources).remove(position), position))
    }

    fn put_back(&mut self, source: Source, position: usize) {
        let sources = Rc::make_mut(&mut self.sources);
        sources.insert(position.min(sources.len()), source);
    }

    /// Opens a source again after a decision.
    fn reopen(&mut self, id: usize, decide: impl FnOnce(&mut Options)) {
        if let Some((mut source, position)) = self.take_out(|source| source.id == id) {
            decide(&mut source.options);
            source.attempt += 1;
            self.open(source, position);
        }
    }

    /// Opens a text at once; a file waits for its worker.
    fn open(&mut self, source: Source, position: usize) {
        if source.file.is_some() {
            self.put_back(Source { stage: Stage::Reading, ..source }, position);
        } else {
            let opened = read::open_text(&source.text, &self.options_of(&source));
            self.opened(source, opened, position);
        }
    }

    fn opened(&mut self, mut source: Source, opened: Opened, position: usize) {
        match opened {
            Opened::Refused(problem) => {
                self.last = None;
                self.tell(source.id, &format!("{} was not read. {}.", source.title(), problem.message));
                self.lines.add_problems(vec![problem]);
            }
            Opened::Official(release, problems) => self.take_release(&source, release, problems),
            Opened::Personal(_) => {
                let sentence = format!("Personal data was found in {}. Nothing was read.", source.title());
                self.tell(source.id, &sentence);
                // Only the places are kept, to be shown.
                source.text = Rc::default();
                source.file = None;
                source.stage = Stage::Asks(Rc::new(opened));
                self.put_back(source, position);
            }
            Opened::Tables(sheets) => {
                source.chosen =
                    sheets.iter().map(|sheet| !sheet.is_hidden && holds_something(sheet)).collect();
                source.stage = Stage::Asks(Rc::new(Opened::Tables(sheets)));
                self.ask_or_add(source, position);
            }
        }
    }

    /// Asks which sheets to take and what their headings mean, or adds the only one there is.
    fn ask_or_add(&mut self, mut source: Source, position: usize) {
        let sheets = source.sheets();
        let several = sheets.iter().filter(|sheet| holds_something(sheet)).count() > 1;
        let hides_something = sheets.iter().any(|sheet| sheet.is_hidden && holds_something(sheet));
        if several || hides_something || sheets.iter().any(|sheet| !sheet.unmapped.is_empty()) {
            self.tell(source.id, &format!("There is a question about {}.", source.title()));
            self.put_back(source, position);
            return;
        }
        if !source.chosen.contains(&true) {
            // What is wrong with it is worth telling, once.
            let first = source.sheets().iter().position(|sheet| !sheet.is_hidden).unwrap_or(0);
            source.chosen.iter_mut().enumerate().for_each(|(index, chosen)| *chosen = index == first);
        }
        self.add_chosen(&source);
    }

    fn ignore(&mut self, id: usize, place: &Place) {
        let Some((mut source, position)) = self.take_out(|source| source.id == id) else { return };
        let mut sheets = source.sheets().to_vec();
        for sheet in &mut sheets {
            sheet.unmapped.retain(|unmapped| unmapped.place != *place);
        }
        source.stage = Stage::Asks(Rc::new(Opened::Tables(sheets)));
        self.ask_or_add(source, position);
    }

    fn add_chosen(&mut self, source: &Source) {
        let before = Rc::new(self.snapshot());
        let chosen = source.sheets().iter().zip(&source.chosen).filter(|(_, chosen)| **chosen);
        let readings: Vec<Reading> = chosen.map(|(sheet, _)| sheet.reading.clone()).collect();
        let delimiter = readings.first().map_or(Delimiter::Sheet, |reading| reading.delimiter);
        let added = self.lines.add(readings);
        self.fill_settings();
        self.tell(source.id, &added.sentences(&source.name));
        // What held personal data is not kept to be read again.
        let is_whole = source.sheets().iter().all(|sheet| sheet.left_out.is_empty());
        let can_separate = Delimiter::CHOICES.contains(&delimiter) && is_whole;
        self.last = can_separate.then(|| Last { source: source.clone(), before, delimiter });
    }

    /// Official figures come before the built-in ones.
    fn take_release(&mut self, source: &Source, release: Release, problems: Vec<Problem>) {
        self.last = None;
        self.lines.add_problems(problems);
        let Some((first, last)) = release.years() else {
            let sentence = match source.name.as_str() {
                "" => "These are official figures, but none is of a measure on this page.".to_owned(),
                name => {
                    format!("{name} is an official file, but it has no figure of a measure on this page.")
                }
            };
            self.tell(source.id, &sentence);
            return;
        };
        let titles: Vec<&str> = release.indicators().iter().map(|indicator| indicator.title).collect();
        let years = if first == last { format!("for {first}") } else { format!("for {first} to {last}") };
        let built_in = published::latest_year();
        let age = if last < built_in {
            format!(
                " They are older than the built-in ones, which go to {built_in}, and may have been revised since."
            )
        } else {
            String::new()
        };
        let file = if source.name.is_empty() { String::new() } else { format!("{}: ", source.name) };
        let sentence = format!(
            "{file}Official figures were read {years}: {}. They are compared with in place of the built-in ones.{age}",
            titles.join("; ")
        );
        self.tell(source.id, &sentence);
        self.published = self.published.with(release);
    }
}
