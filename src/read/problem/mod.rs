//! What there is to say of what was read, as data; its sentences are in [`crate::words::reading`].

mod entry;
mod limit;
mod sentence;
mod source;
mod table;

pub use entry::{Differing, EntryProblem};
pub use limit::LimitProblem;
pub use sentence::SentenceProblem;
pub use source::{FileError, OfficialProblem, SourceProblem};
pub use table::{DifferingChange, TableProblem, Twice, Unclear};

use serde::{Deserialize, Serialize};

use crate::figure::{Contradiction, Place};

use super::personal_data::{Kind as PersonalKind, Personal};

/// Something a person should look at.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Problem {
    /// How much it matters.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// The text found there.
    pub found: String,
    /// What it is. Its `Display` is the sentence for a person, without the place and without a full stop.
    pub kind: ProblemKind,
}

/// What a problem is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ProblemKind {
    /// Of one value, or of its row.
    Entry(EntryProblem),
    /// Of a table, its headings or its columns.
    Table(TableProblem),
    /// Of a number in a sentence.
    Sentence(SentenceProblem),
    /// Of what is beyond the limits of reading.
    Limit(LimitProblem),
    /// A source could not be read for what it is.
    Source(SourceProblem),
    /// A file could not be read, whatever is in it.
    NotRead(FileError),
    /// Of an official file.
    Official(OfficialProblem),
    /// This looks like personal data, so nothing was read.
    Personal(PersonalKind),
    /// Contact details that were left out.
    ContactsLeftOut(Vec<Personal>),
    /// Comments that may be about a child were left out, and the rest was read.
    CommentsLeftOut(Vec<Personal>),
    /// Numbers of several rows contradict each other.
    Contradiction(Box<Contradiction>),
    /// The same problem in so many more places, to a row.
    Alike {
        /// In how many.
        places: usize,
        /// The last row.
        last_row: usize,
        /// What it is.
        kind: Box<ProblemKind>,
    },
    /// How many more problems of a table are not shown.
    More(usize),
}

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// No figure could be made of it.
    Error,
    /// A figure was made, but looks wrong or needed an assumption.
    Warning,
    /// Nothing is wrong: something was left aside.
    Note,
}

impl Severity {
    /// Every severity, worst first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Note];

    /// The name used by the JavaScript face.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

impl Problem {
    pub(crate) fn new(place: Place, found: &str, kind: impl Into<ProblemKind>) -> Self {
        let kind = kind.into();
        Self { severity: kind.severity(), place, found: excerpt(found), kind }
    }

    /// The sentence for a person, without the place and without a full stop.
    pub fn message(&self) -> String {
        self.kind.to_string()
    }
}

impl ProblemKind {
    /// Whether one answer, the period reported on, mends it wherever it stands.
    pub(crate) const fn is_asked_once(&self) -> bool {
        matches!(self, Self::Entry(EntryProblem::NoYear))
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Entry(problem) => problem.severity(),
            Self::Table(problem) => problem.severity(),
            Self::Limit(problem) => problem.severity(),
            Self::Source(_) | Self::NotRead(_) | Self::Personal(_) => Severity::Error,
            Self::Official(_) | Self::Contradiction(_) => Severity::Warning,
            Self::Sentence(_) | Self::ContactsLeftOut(_) | Self::CommentsLeftOut(_) | Self::More(_) => {
                Severity::Note
            }
            Self::Alike { kind, .. } => kind.severity(),
        }
    }
}

impl From<EntryProblem> for ProblemKind {
    fn from(problem: EntryProblem) -> Self {
        Self::Entry(problem)
    }
}

impl From<TableProblem> for ProblemKind {
    fn from(problem: TableProblem) -> Self {
        Self::Table(problem)
    }
}

impl From<SentenceProblem> for ProblemKind {
    fn from(problem: SentenceProblem) -> Self {
        Self::Sentence(problem)
    }
}

impl From<LimitProblem> for ProblemKind {
    fn from(problem: LimitProblem) -> Self {
        Self::Limit(problem)
    }
}

impl From<SourceProblem> for ProblemKind {
    fn from(problem: SourceProblem) -> Self {
        Self::Source(problem)
    }
}

impl From<OfficialProblem> for ProblemKind {
    fn from(problem: OfficialProblem) -> Self {
        Self::Official(problem)
    }
}

impl From<Contradiction> for ProblemKind {
    fn from(contradiction: Contradiction) -> Self {
        Self::Contradiction(Box::new(contradiction))
    }
}

/// The problem of a text in which no figure was found.
pub(crate) fn nothing_found(text: &str) -> Problem {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("");
    let kind = if first.is_empty() { TableProblem::NothingToRead } else { TableProblem::NothingFound };
    Problem::new(Place { row: 1, ..Place::default() }, first, kind)
}

/// The beginning of a text, short enough for a message.
pub(crate) fn excerpt(text: &str) -> String {
    const LONGEST: usize = 80;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= LONGEST {
        return text;
    }
    text.chars().take(LONGEST - 1).chain(['\u{2026}']).collect()
}
