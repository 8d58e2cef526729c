//! What the page knows and does: one state, changed by actions alone. Pure, and tested natively.

pub mod block;
pub mod caseload_form;
pub mod cell_guard;
mod chosen;
mod example;
mod history;
pub mod incoming;
pub mod kept;
pub mod leaving;
pub mod reach_form;
pub mod saved;
pub mod state;
pub mod targets;
