//! How the size of a team is given.

use serde::{Deserialize, Serialize};

use super::inputs::Input;

/// Which number of the team a person gives: the other follows from it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum TeamIs {
    /// The present average caseload.
    #[default]
    Average,
    /// The workers in post.
    Workers,
}

impl TeamIs {
    /// The box of it.
    pub const fn input(self) -> Input {
        match self {
            Self::Average => Input::Average,
            Self::Workers => Input::Workers,
        }
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Average => Self::Workers,
            Self::Workers => Self::Average,
        }
    }
}
