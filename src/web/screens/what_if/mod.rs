//! What-if questions: caseloads, and what a target takes.

mod answer;
pub(crate) mod caseloads;
mod form;
pub(crate) mod reach;
mod why;
