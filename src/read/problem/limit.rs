//! What of a table is beyond the limits of reading.

use serde::{Deserialize, Serialize};

use super::Severity;

/// What of a table is beyond the limits of reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LimitProblem {
    /// How many cells are beyond the last column that is read.
    Columns(usize),
    /// How many cells are longer than is read.
    LongCells(usize),
    /// How many rows, from this one on, are beyond what is read.
    #[expect(missing_docs, reason = "said above")]
    Rows { count: usize, first: usize },
}

impl LimitProblem {
    pub(super) const fn severity(self) -> Severity {
        match self {
            Self::Columns(_) | Self::LongCells(_) => Severity::Warning,
            Self::Rows { .. } => Severity::Error,
        }
    }
}
