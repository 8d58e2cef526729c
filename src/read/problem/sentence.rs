//! Why a number in a sentence is not one of the council's figures.

use serde::{Deserialize, Serialize};

/// Why a number in a sentence is not one of the council's figures. Each holds the number as written.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SentenceProblem {
    /// It is of England, a region, neighbours or another council.
    Comparator(String),
    /// It is a target, an aim or a forecast.
    Target(String),
    /// It is a difference.
    Change(String),
    /// It is of an earlier time that the sentence does not name in full.
    Earlier(String),
    /// No measure is near what the sentence says.
    NotKnown(String),
}
