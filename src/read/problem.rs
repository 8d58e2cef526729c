use serde::{Deserialize, Serialize};

use crate::figure::Place;

/// Something a person should look at, in one sentence that says what was found and what was expected.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Problem {
    /// How much it matters.
    pub severity: Severity,
    /// Where it stands.
    pub place: Place,
    /// The text found there.
    pub found: String,
    /// The sentence, without the place.
    pub message: String,
}

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// No figure could be made of it.
    Error,
    /// A figure was made, but looks wrong or needed an assumption.
    Warning,
    /// Nothing wrong: something was left aside.
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
    pub(crate) fn new(severity: Severity, place: Place, found: &str, message: impl Into<String>) -> Self {
        Self { severity, place, found: excerpt(found), message: message.into() }
    }
}

/// What to say when a paste holds no figure at all.
pub(crate) fn nothing_found(text: &str) -> Problem {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("");
    let message = if first.is_empty() {
        "There is nothing here to read. Paste rows such as \u{201C}Three or more placements, 51, 646\u{201D}, or a table with a \
         column for each year"
    } else {
        "No figure was found. Expected rows of an indicator and its numbers, such as \u{201C}Three or more placements, 51, \
         646\u{201D} or \u{201C}51 of 646\u{201D}, or a table with a column for each year or month"
    };
    Problem::new(Severity::Error, Place { row: 1, ..Place::default() }, first, message)
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
