//! What is being taken in: pasted text and files, from being opened to being answered for.

mod source;

use std::rc::Rc;

use crate::figure::Place;
use crate::published::{self, Release};
use crate::read::{self, Delimiter, FileError, Mapping, Opened, Options, Problem, ProblemKind};
use crate::words::status::{Message, Status};

pub use self::source::{FileId, SheetId, Source, SourceId, Stage};

/// The sources on their way in. They are no part of what can be undone: what is turned away at the door is kept nowhere.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Intake {
    /// Sources that are being read, or that the person is asked about.
    sources: Rc<Vec<Source>>,
    /// What headings mean, as the person said, for the next file with the same. This alone can be undone.
    pub(crate) mappings: Rc<Vec<Mapping>>,
    /// What became of each of the sources that came in together: the message tells all of it.
    outcomes: Rc<Vec<(SourceId, Status)>>,
    next: usize,
}

/// What happens to the sources.
#[derive(Clone, Debug, PartialEq)]
pub enum IntakeAction {
    /// Files were chosen or dropped, or a mass of text was pasted; each with its name, which a text has not.
    Files(Vec<(FileId, String)>),
    /// A file was opened.
    Opened(FileId, Opened),
    /// A file could not be opened, and why.
    Failed(FileId, FileError),
    /// A file was stopped by the person.
    Stopped(FileId),
    /// Read a source with these meanings of its headings.
    Map(SourceId, Mapping),
    /// Go on without the tables under headings at this place of a source.
    Ignore(SourceId, Place),
    /// Take this sheet of a source too.
    ChooseSheet(SourceId, SheetId),
    /// Do not take this sheet of a source.
    LeaveSheet(SourceId, SheetId),
    /// Add the chosen sheets of a source.
    Add(SourceId),
    /// Take nothing from a source.
    Cancel(SourceId),
}

/// What comes of a change to the intake.
#[derive(Debug, Default)]
pub(crate) struct Effect {
    /// What there is to say.
    pub(crate) said: Option<Message>,
    /// What is taken in.
    pub(crate) taken: Option<Taken>,
}

/// What is taken in from a source.
#[derive(Debug)]
pub(crate) enum Taken {
    /// The chosen sheets of this source.
    Sheets(Source),
    /// Official figures, and what was wrong with them.
    Official(Release, Vec<Problem>),
    /// What was wrong with a source of which nothing is taken.
    Refusal(Problem),
}

impl Effect {
    fn taking(taken: Taken) -> Self {
        Self { taken: Some(taken), ..Self::default() }
    }
}

impl Intake {
    /// An empty one that knows what headings mean.
    pub(crate) fn with_mappings(mappings: Vec<Mapping>) -> Self {
        Self { mappings: Rc::new(mappings), ..Self::default() }
    }

    /// The sources that are being read, or that the person is asked about.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// What headings mean, as the person said.
    pub fn mappings(&self) -> &[Mapping] {
        &self.mappings
    }

    /// Returns the source the person is asked about now, or `None` if there is none.
    pub fn asked(&self) -> Option<&Source> {
        self.sources.iter().find(|source| matches!(source.stage, Stage::Asks(_)))
    }

    /// The options for a source that is opened now: with all that was said about headings so far.
    pub fn options_of(&self, source: &Source) -> Options {
        Options { mappings: self.mappings.to_vec(), ..source.options.clone() }
    }

    /// Takes away what was said of personal data that was turned away.
    pub(crate) fn forget_refused(&mut self) {
        if self.sources.iter().any(|source| !source.personal().is_empty()) {
            Rc::make_mut(&mut self.sources).retain(|source| source.personal().is_empty());
        }
    }

    /// Says what became of a source. Returns that, after what became of those that came in with it.
    pub(crate) fn tell(&mut self, id: SourceId, status: Status) -> Message {
        let outcomes = Rc::make_mut(&mut self.outcomes);
        outcomes.retain(|(of, _)| *of != id);
        outcomes.push((id, status));
        outcomes.iter().map(|(_, status)| status.clone()).collect()
    }

    /// Opens text, to be added unless something must be asked first.
    pub(crate) fn read(&mut self, text: &str) -> Effect {
        self.outcomes = Rc::default();
        let source = self.source(None, "", text);
        self.open(source, self.sources.len())
    }

    /// Opens a source that was added before again, with another separator.
    pub(crate) fn separate(&mut self, source: Source, delimiter: Delimiter) -> Effect {
        let source = source.decided(|options| options.delimiter = Some(delimiter));
        self.open(source, self.sources.len())
    }

    /// Makes a change.
    pub(crate) fn apply(&mut self, action: IntakeAction) -> Effect {
        self.applied(action).unwrap_or_default()
    }

    /// What comes of a change; `None` where it is of a source that is there no more.
    fn applied(&mut self, action: IntakeAction) -> Option<Effect> {
        match action {
            IntakeAction::Files(files) => {
                if self.sources.is_empty() {
                    self.outcomes = Rc::default();
                }
                let sources: Vec<Source> =
                    files.into_iter().map(|(file, name)| self.source(Some(file), &name, "")).collect();
                let said = Status::Reading(sources.iter().map(|source| source.name.clone()).collect());
                Rc::make_mut(&mut self.sources).extend(sources);
                Some(Message::from(said).into())
            }
            IntakeAction::Opened(file, opened) => {
                let (source, position) = self.take_out(|source| source.file == Some(file))?;
                Some(self.opened(source, opened, position))
            }
            IntakeAction::Failed(file, error) => {
                let (source, _) = self.take_out(|source| source.file == Some(file))?;
                let said = self.tell(source.id, Status::NotRead(source.name.clone(), error));
                Some(Effect { said: Some(said), taken: Some(Taken::Refusal(failure(source, &error))) })
            }
            IntakeAction::Stopped(file) => {
                let (source, _) = self.take_out(|source| source.file == Some(file))?;
                Some(self.tell(source.id, Status::Stopped(source.name)).into())
            }
            IntakeAction::Map(id, mapping) => {
                let mappings = Rc::make_mut(&mut self.mappings);
                mappings.retain(|known| known.headings != mapping.headings);
                mappings.push(mapping);
                let (source, position) = self.take_asking(id)?;
                Some(self.open(source.decided(|_| ()), position))
            }
            IntakeAction::Ignore(id, place) => {
                let (mut source, position) = self.take_asking(id)?;
                let mut sheets = source.sheets().to_vec();
                for sheet in &mut sheets {
                    sheet.unmapped.retain(|unmapped| unmapped.place != place);
                }
                source.stage = Stage::Asks(Rc::new(Opened::Tables(sheets)));
                Some(self.ask_or_add(source, position))
            }
            IntakeAction::ChooseSheet(id, sheet) => {
                *self.choice(id, sheet)? = true;
                None
            }
            IntakeAction::LeaveSheet(id, sheet) => {
                *self.choice(id, sheet)? = false;
                None
            }
            IntakeAction::Add(id) => {
                let (source, _) = self.take_asking(id)?;
                Some(Effect::taking(Taken::Sheets(source)))
            }
            IntakeAction::Cancel(id) => {
                let (source, _) = self.take_out(|source| source.id == id)?;
                Some(self.tell(source.id, Status::Cancelled(source.name)).into())
            }
        }
    }

    fn source(&mut self, file: Option<FileId>, name: &str, text: &str) -> Source {
        self.next += 1;
        Source {
            id: SourceId(self.next),
            file,
            name: name.to_owned(),
            text: text.into(),
            options: Options::default(),
            attempt: 0,
            stage: Stage::Reading,
            chosen: Vec::new(),
        }
    }

    /// Whether a sheet of a source is to be taken.
    fn choice(&mut self, id: SourceId, SheetId(sheet): SheetId) -> Option<&mut bool> {
        let position = self.sources.iter().position(|source| source.id == id)?;
        Rc::make_mut(&mut self.sources).get_mut(position)?.chosen.get_mut(sheet)
    }

    /// Takes a source out, with the place it stood at.
    fn take_out(&mut self, which: impl Fn(&Source) -> bool) -> Option<(Source, usize)> {
        let position = self.sources.iter().position(which)?;
        Some((Rc::make_mut(&mut self.sources).remove(position), position))
    }

    /// Takes a source out that asks about its tables.
    fn take_asking(&mut self, id: SourceId) -> Option<(Source, usize)> {
        self.take_out(|source| source.id == id && !source.sheets().is_empty())
    }

    fn put_back(&mut self, source: Source, position: usize) {
        let sources = Rc::make_mut(&mut self.sources);
        sources.insert(position.min(sources.len()), source);
    }

    /// Opens a text at once; a file waits for its worker.
    fn open(&mut self, source: Source, position: usize) -> Effect {
        if source.file.is_some() {
            self.put_back(Source { stage: Stage::Reading, ..source }, position);
            Effect::default()
        } else {
            let opened = read::open_text(&source.text, &self.options_of(&source));
            self.opened(source, opened, position)
        }
    }

    fn opened(&mut self, mut source: Source, opened: Opened, position: usize) -> Effect {
        match opened {
            Opened::Refused(problem) => {
                let said = self.tell(source.id, Status::Refused(source.name, problem.clone()));
                Effect { said: Some(said), taken: Some(Taken::Refusal(problem)) }
            }
            Opened::Official(release, problems) => {
                let said = self.tell(source.id, status_of_release(source.name, &release));
                Effect { said: Some(said), taken: Some(Taken::Official(release, problems)) }
            }
            Opened::Personal(_) => {
                let said = self.tell(source.id, Status::Personal(source.name.clone()));
                // Only the places are kept, to be shown.
                source.text = Rc::default();
                source.file = None;
                source.stage = Stage::Asks(Rc::new(opened));
                self.put_back(source, position);
                said.into()
            }
            Opened::Tables(sheets) => {
                source.stage = Stage::Asks(Rc::new(Opened::Tables(sheets)));
                source.choose_all();
                self.ask_or_add(source, position)
            }
        }
    }

    /// Asks which sheets to take and what their headings mean, or adds the only one there is.
    fn ask_or_add(&mut self, mut source: Source, position: usize) -> Effect {
        if source.needs_answer() {
            let said = self.tell(source.id, Status::Question(source.name.clone()));
            self.put_back(source, position);
            return said.into();
        }
        source.choose_one();
        Effect::taking(Taken::Sheets(source))
    }
}

impl From<Message> for Effect {
    fn from(said: Message) -> Self {
        Self { said: Some(said), taken: None }
    }
}

/// That a source could not be opened, as a problem.
fn failure(source: Source, error: &FileError) -> Problem {
    let file = Some(source.name).filter(|name| !name.is_empty());
    Problem::new(Place { file, ..Place::default() }, "", ProblemKind::NotRead(*error))
}

/// What there is to say of the official figures of a file.
fn status_of_release(file: String, release: &Release) -> Status {
    let Some((first, last)) = release.years() else { return Status::NoneUsed(file) };
    let built_in = published::latest_year();
    Status::Official {
        file,
        indicators: release.indicators(),
        first,
        last,
        newer: (last < built_in).then_some(built_in),
    }
}
