//! A draft of a report that is checked: its text, and which findings the person dismissed.

use std::ops::Range;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::read::{Personal, personal_of_persons};
use crate::report::Edit;
use crate::words::status::Status;

/// The most bytes that are looked through and checked in the blink of an eye. What is longer is for a worker.
pub const SHORT: usize = 5_000;

/// A part of the text, in bytes.
pub type Span = Range<usize>;

/// The example: one statement for each verdict.
pub const EXAMPLE: &str = include_str!("../../data/examples/draft.txt");

/// A draft and what was decided about it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct Draft(Rc<Written>);

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Written {
    text: String,
    /// Where the numbers stand whose findings were dismissed.
    dismissed: Vec<Span>,
}

impl From<Written> for Draft {
    fn from(written: Written) -> Self {
        Self(Rc::new(written))
    }
}

impl From<Draft> for Written {
    fn from(draft: Draft) -> Self {
        Rc::unwrap_or_clone(draft.0)
    }
}

/// A change to the draft.
#[derive(Clone, Debug, PartialEq)]
pub enum DraftAction {
    /// A text was pasted or dropped, or the example was asked for: it is taken, or asked about where there is one already.
    Offer(String),
    /// The personal data for which the long text at the door is refused, or none: then it is taken.
    LookedThrough(Vec<Personal>),
    /// Keep the draft there is: the text offered is not taken.
    Keep,
    /// Take a text in place of the one there is.
    Take(String),
    /// Write this where the finding's number stands.
    Accept(Span, String),
    /// Do not show the finding of the number that stands here.
    Dismiss(Span),
    /// Show the findings again that were dismissed.
    Restore,
    /// Delete the draft.
    Clear,
}

/// What waits to enter the draft. It is not part of what can be undone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AtDoor {
    /// A text that would replace the draft there is.
    pub offered: Option<Rc<str>>,
    /// A long text that is taken when a worker has looked through it for personal data.
    pub looked_through: Option<Rc<str>>,
    /// Where the last text that was turned away holds personal data.
    pub refused: Vec<Personal>,
}

impl Draft {
    /// Its text; empty where there is none.
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.text.is_empty()
    }

    /// Whether a person gave it: it is neither nothing nor the example.
    pub fn is_typed(&self) -> bool {
        !self.is_empty() && self.text() != EXAMPLE
    }

    /// Whether the finding of the number that stands here was dismissed.
    pub fn is_dismissed(&self, span: &Span) -> bool {
        self.0.dismissed.contains(span)
    }

    /// How many findings were dismissed.
    pub fn dismissed(&self) -> usize {
        self.0.dismissed.len()
    }

    /// Makes a change. Returns what there is to say.
    pub(crate) fn apply(&mut self, action: DraftAction, door: &mut AtDoor) -> Option<Status> {
        let before = std::mem::take(door);
        match action {
            DraftAction::Offer(text) if text.trim().is_empty() => None,
            DraftAction::Take(text) if text.trim().is_empty() => self.apply(DraftAction::Clear, door),
            DraftAction::Offer(text) if !self.is_empty() && text != self.0.text => {
                door.offered = Some(text.into());
                None
            }
            DraftAction::Offer(text) | DraftAction::Take(text) if text.len() > SHORT => {
                door.looked_through = Some(text.into());
                None
            }
            DraftAction::Offer(text) | DraftAction::Take(text) => {
                let found = personal_of_persons(&text);
                self.admit(text, found, door)
            }
            DraftAction::LookedThrough(found) => self.admit(before.looked_through?.to_string(), found, door),
            DraftAction::Keep => None,
            DraftAction::Accept(span, new) => {
                let old = self.0.text.get(span.clone())?.to_owned();
                let mut text = self.0.text.clone();
                text.replace_range(span, &new);
                self.write(text);
                Some(Status::DraftChanged(old, new))
            }
            DraftAction::Dismiss(span) => {
                Rc::make_mut(&mut self.0).dismissed.push(span);
                Some(Status::FindingDismissed)
            }
            DraftAction::Restore => {
                let dismissed = std::mem::take(&mut Rc::make_mut(&mut self.0).dismissed);
                Some(Status::FindingsRestored(dismissed.len()))
            }
            DraftAction::Clear => {
                *self = Self::default();
                Some(Status::DraftCleared)
            }
        }
    }

    /// Takes a text, unless it holds personal data. Returns what there is to say.
    fn admit(&mut self, text: String, found: Vec<Personal>, door: &mut AtDoor) -> Option<Status> {
        if found.is_empty() {
            self.write(text);
            return None;
        }
        door.refused = found;
        Some(Status::Personal(String::new()))
    }

    /// Puts a text in place of the one there is. What was dismissed stays so where the text is the same.
    fn write(&mut self, text: String) {
        let written = Rc::make_mut(&mut self.0);
        let edit = Edit::between(&written.text, &text);
        written.dismissed = written.dismissed.iter().filter_map(|span| edit.moved(span)).collect();
        written.text = text;
    }
}
