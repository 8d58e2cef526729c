//! What if: caseloads, and what it would take to reach a level.

pub(crate) mod caseloads;
mod official_caseload;
pub(crate) mod reach;
