//! Labels, hints and headings of the screens, one file per screen.
#![expect(missing_docs, reason = "a label says itself what it is")]

pub mod about;
pub mod caseloads;
pub mod check;
pub mod copies;
pub mod figures;
pub mod frame;
pub mod heat_map;
pub mod help;
pub mod incoming;
pub mod names;
pub mod over_time;
pub mod own_measures;
pub mod parts;
pub mod present;
pub mod promise;
pub mod reach;
pub mod report;
pub mod scorecard;
pub mod settings;
pub mod share;
pub mod start;

/// What is written at a box of a form.
#[derive(Clone, Copy, Debug)]
pub struct Labelled {
    /// Its label, with the unit.
    pub label: &'static str,
    /// What to enter; may be empty.
    pub hint: &'static str,
}

const fn labelled(label: &'static str, hint: &'static str) -> Labelled {
    Labelled { label, hint }
}

/// Before the link to the Figures screen, where there is nothing to show yet.
pub const NO_FIGURES: &str = "There are no figures yet. ";

/// The link to the Figures screen.
pub const PASTE_OR_EXAMPLE: &str = "Paste a table or try an example";

/// After that link.
pub const FIRST: &str = " first.";

/// Takes back the last change.
pub const UNDO: &str = "Undo";

/// Makes a change again that was taken back.
pub const REDO: &str = "Redo";

/// A button that puts a scenario's answer on the clipboard.
pub const COPY_AS_SENTENCES: &str = "Copy this as sentences";
