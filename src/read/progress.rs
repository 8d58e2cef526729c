//! How far reading a file has come.

use serde::{Deserialize, Serialize};

/// How far reading a file of several parts has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Parts that are read.
    pub done: usize,
    /// Parts there are.
    pub of: usize,
}
