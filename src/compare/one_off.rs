//! Figures that the council leaves out of the usual range by hand: each is known to be a one-off.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::period::Period;
use crate::sorting::Sorting;

/// A figure that is left out of the usual range of its measure, and not judged by it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OneOff {
    /// The id of the measure.
    pub measure: String,
    /// When it was.
    pub at: Period,
    /// Why, in the council's words.
    pub note: String,
}

/// Figures left out of usual ranges, oldest first, at most one of a measure for a period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OneOffs(Rc<[OneOff]>);

impl OneOffs {
    /// These, in order.
    pub fn of(all: impl IntoIterator<Item = OneOff>) -> Self {
        let mut all: Vec<OneOff> = all.into_iter().collect();
        all.arrange_by_key(|each| each.at);
        Self(all.into())
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &OneOff> {
        self.0.iter()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// With one more, in place of what was said of the same figure.
    #[must_use]
    pub fn with(&self, new: &OneOff) -> Self {
        let others = self.iter().filter(|known| (&known.measure, known.at) != (&new.measure, new.at));
        let note = new.note.trim().to_owned();
        Self::of(others.cloned().chain([OneOff { note, ..new.clone() }]))
    }

    /// Without one.
    #[must_use]
    pub fn without(&self, gone: &OneOff) -> Self {
        Self(self.iter().filter(|known| *known != gone).cloned().collect())
    }

    /// Those of some measures, without the council's words.
    #[must_use]
    pub fn without_words(&self, is_shown: impl Fn(&str) -> bool) -> Self {
        let shown = self.iter().filter(|each| is_shown(&each.measure));
        Self(shown.map(|each| OneOff { note: String::new(), ..each.clone() }).collect())
    }

    /// Returns why a figure is left out, which may be empty, or `None` if it is not.
    pub(super) fn note_on(&self, measure: &str, at: Period) -> Option<&str> {
        let found = self.iter().find(|each| each.at == at && each.measure == measure);
        found.map(|each| each.note.as_str())
    }
}
