//! Labels, hints and headings of the screens, one file per screen.
#![expect(missing_docs, reason = "a label says itself what it is")]

pub mod caseloads;
pub mod reach;

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

/// Takes back the last change.
pub const UNDO: &str = "Undo";

/// Makes a change again that was taken back.
pub const REDO: &str = "Redo";

/// A button that puts a scenario's answer on the clipboard.
pub const COPY_AS_SENTENCES: &str = "Copy this as sentences";
