//! What a table states besides the council's own figures: targets, figures of others, comments.

use serde::{Deserialize, Serialize};

use crate::area::Area;
use crate::figure::Place;
use crate::indicator::Measure;

use super::entry::Entry;

/// A target as a table states it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatedTarget {
    /// Its name, period and value, as those of a figure.
    pub entry: Entry,
    /// How far from it is near, as written; empty if that is not said.
    pub tolerance: String,
}

/// A figure of others as a table states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatedComparator {
    /// Whose it is.
    pub with: With,
    /// Its name, period and value, as those of a figure.
    pub entry: Entry,
}

/// With whom a table compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum With {
    /// England, a region or a council.
    Area(&'static Area),
    /// The council's region, which is not named.
    Region,
    /// The statistical neighbours.
    Neighbours,
}

/// What a table says in words about a measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// What it is about.
    pub measure: Measure,
    /// What it says.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}
