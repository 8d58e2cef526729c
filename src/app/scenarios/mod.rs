//! What-if questions as they are typed.

pub mod caseload_form;
pub mod reach_form;
