//! What the page knows and does: one state, changed by actions alone. Pure, and tested natively.
//!
//! Each uses only those above it in this list.
//!
//! | | |
//! |---|---|
//! | `name`, `search` | what makes two names the same, from table to table; finding one of many by its name |
//! | `lines`, `intake`, `corrections`, `names`, `settings`, `targets`, `commentary`, `scenarios`, `draft`, `example`, `edition` | the parts of the state, each with its actions; none knows another, but that corrections are of lines and names are compared with those of lines |
//! | `action` | an action on any part, or on several |
//! | `last_saved`, `snapshot`, `history` | what is kept elsewhere; what undo goes back to, and its steps |
//! | `state` | the parts together, and what crosses them |
//! | `own`, `chosen` | measures of the council's own, which several parts know; councils chosen to compare with |
//! | `queries`, `leaving`, `released`, `documents`, `saved` | what screens ask, what may leave the page, what a copy keeps |

mod action;
pub mod beside_official;
mod chosen;
pub mod commentary;
pub mod corrections;
mod documents;
pub mod draft;
mod edition;
mod example;
mod history;
pub mod intake;
mod last_saved;
pub mod leaving;
pub mod lines;
pub mod name;
pub mod names;
mod own;
mod own_memo;
pub mod queries;
mod released;
pub mod saved;
pub mod scenarios;
pub mod search;
mod settings;
mod snapshot;
pub mod state;
pub mod stated;
pub mod targets;
