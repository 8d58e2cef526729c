//! What-if questions: caseloads, and what a target takes.

mod answer;
mod case;
pub(crate) mod caseloads;
mod chance;
mod form;
pub(crate) mod reach;
mod result;
mod spread;
mod why;
