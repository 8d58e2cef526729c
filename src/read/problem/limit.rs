//! What of a table is beyond the limits of reading.

use serde::{Deserialize, Serialize};

use super::Severity;

/// What of a table is beyond the limits of reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LimitProblem {
    /// So many cells beyond the last column that is read.
    Columns(usize),
    /// So many cells longer than is read.
    LongCells(usize),
    /// So many rows, from this one on, beyond what is read.
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
