//! Who or what a count is of, and when they are counted.

use serde::{Deserialize, Serialize};

use super::{Indicator, ids};

/// Those a numerator or a denominator counts. Two counts of the same cohort, area and time are one count, whatever the
/// catalogue calls them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Cohort {
    /// Which it is.
    pub id: CohortId,
    /// When they are counted.
    pub moment: Moment,
    /// What is counted.
    pub members: Members,
}

/// Which cohort it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CohortId {
    /// One of the catalogue, by its stable name: `in-care-12-months`.
    Named(&'static str),
    /// Those a measure of the council's own counts, by a hash of its id. They are taken for those of no other measure.
    Own(u64, Part),
}

impl CohortId {
    /// Those that one of the counts of an own measure is of.
    pub(super) fn of_own(id: &str, part: Part) -> Self {
        // 64-bit FNV-1a: the same wherever it is computed.
        let hash = id.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self::Own(hash, part)
    }
}

/// When the members of a cohort are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Moment {
    /// On 31 March, or on the last day of the quarter or month.
    March31,
    /// Over the year from April to March.
    Year,
    /// On 30 September.
    September30,
    /// Over the school year.
    AcademicYear,
    /// Each around the birthday that falls into the year.
    Birthday,
    /// In the middle of the year, as population estimates are.
    MidYear,
}

impl Moment {
    /// Whether they are counted over time, so that a year is the sum of its quarters.
    pub const fn is_over_time(self) -> bool {
        matches!(self, Self::Year | Self::Birthday)
    }
}

/// What the members of a cohort are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Members {
    /// Children, young people or carers, or what each has once.
    People,
    /// What the same child can have several times, such as visits and reviews.
    RepeatedEvents,
    /// Workers and posts.
    Staff,
}

/// One of the two counts of a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Part {
    /// How many of them.
    Numerator,
    /// Of how many.
    Denominator,
}

/// Counts that add up, each as an indicator and which of its counts is meant.
pub(crate) struct KnownSum {
    pub(crate) total: (&'static Indicator, Part),
    pub(crate) parts: &'static [(&'static Indicator, Part)],
    pub(crate) relation: Relation,
}

/// How a total and its parts hang together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Relation {
    /// The parts make up the total.
    All,
    /// The parts make up the total together with others that have no indicator.
    Some,
    /// Those counted in each of the parts, which are all of one base: reading, writing and mathematics.
    Overlap,
}

include!(concat!(env!("OUT_DIR"), "/sums.rs"));
