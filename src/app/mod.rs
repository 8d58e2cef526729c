//! What the page knows and does: one state, changed by actions alone. Pure, and tested natively.

mod action;
mod example;
mod history;
pub mod intake;
mod last_saved;
pub mod leaving;
pub mod lines;
pub mod saved;
pub mod scenarios;
mod settings;
pub mod state;
pub mod targets;
