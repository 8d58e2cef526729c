//! The skin: screens over the state, what the browser provides, and the JavaScript API. On WebAssembly only.
//!
//! Components read the state and send actions; they compute no indicator.

mod browser;
pub mod face;
mod frame;
mod parts;
mod reader;
mod screens;
mod store;

pub use frame::start;
