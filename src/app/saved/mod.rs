//! What a copy keeps of the state.

pub mod kept;
pub mod page;
