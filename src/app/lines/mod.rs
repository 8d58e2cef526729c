//! The lines of the figures table.

pub mod block;
pub mod guard;
