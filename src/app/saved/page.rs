//! What a copy of the page keeps.

use serde::{Deserialize, Serialize};

use crate::disclose::Released;

use crate::app::saved::private::Private;
use crate::app::saved::publishable::Publishable;
use crate::app::scenarios::Scenarios;
use crate::app::state::State;

pub use crate::app::saved::publishable::Review;

/// What a copy of the page keeps: one or the other.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Saved {
    #[serde(skip_serializing_if = "Option::is_none")]
    publishable: Option<Publishable>,
    #[serde(skip_serializing_if = "Option::is_none")]
    private: Option<Private>,
}

impl State {
    /// Returns a private working copy as it is now, or `None` if it may not leave: see [`Self::private`].
    pub fn private_copy(&self) -> Option<Released<Saved>> {
        Some(self.private()?.map(|private| Saved { private: Some(private.clone()), publishable: None }))
    }

    /// A publishable copy as it is now.
    pub fn publishable_copy(&self) -> Released<Saved> {
        self.publishable().map(|publishable| Saved { publishable: Some(publishable.clone()), private: None })
    }

    /// A publishable copy as it is now, without scenarios.
    pub fn publishable_copy_without_scenarios(&self) -> Released<Saved> {
        let mut without = self.clone();
        without.scenarios = Scenarios::default();
        without.publishable_copy()
    }

    /// The state of a copy of the page.
    #[must_use]
    pub fn restored(saved: Saved) -> Self {
        let mut state = match (saved.private, saved.publishable) {
            (Some(private), _) => Self::of_private(private),
            (None, Some(publishable)) => Self::of_publishable(publishable),
            (None, None) => Self::default(),
        };
        state.mark_as_saved();
        // It opens on another screen than that of its figures.
        state.tells_incoming = true;
        state
    }
}
