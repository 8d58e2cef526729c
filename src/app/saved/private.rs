//! A private working copy: everything that was entered and chosen, as it is, and what undo goes back to once.

use serde::{Deserialize, Serialize};

use crate::disclose::Released;
use crate::published::Release;
use crate::read::{Entry, Problem};
use crate::words::status::Status;

use crate::app::edition::Edition;
use crate::app::saved::kept::Kept;
use crate::app::saved::release::{self, SavedRelease};
use crate::app::state::State;

/// What a private working copy keeps.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Private {
    now: Moment,
    /// Before the last change.
    before: Option<Moment>,
    problems: Vec<Problem>,
    /// Official files that were in use.
    releases: Vec<SavedRelease>,
}

/// The state at one time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Moment {
    kept: Kept,
    lines: Vec<Entry>,
}

impl Moment {
    fn of(state: &State) -> Self {
        Self {
            kept: state.to_kept().saved(),
            lines: state.lines.iter().map(|line| line.entry.clone()).collect(),
        }
    }

    fn state(self, problems: Vec<Problem>, releases: &[SavedRelease]) -> State {
        State::started_anew(self.kept, self.lines, problems, releases.iter().map(Release::from))
    }
}

impl State {
    /// Returns what a private working copy made now keeps, or `None` if it may not leave. Who asks for one says that it stays
    /// inside the council.
    pub fn private(&self) -> Option<Released<Private>> {
        let before = self.history.last().map(|snapshot| {
            let mut before = self.clone();
            before.restore(snapshot.clone());
            Moment::of(&before)
        });
        let private = Private {
            now: Moment::of(self),
            before,
            problems: self.lines.table_problems().to_vec(),
            releases: release::saved(&self.published),
        };
        Released::internal(self.settings.inside(), private)
    }

    /// The state of a private working copy.
    pub(super) fn of_private(saved: Private) -> Self {
        let before = saved.before.map(|before| before.state(Vec::new(), &saved.releases));
        let mut state = saved.now.state(saved.problems, &saved.releases);
        if let Some(before) = before {
            state.history.remember(before.snapshot());
        }
        state.edition = Edition::Private;
        state.say(Status::Private(state.lines.len()));
        state
    }
}
