//! Corporate Parenting Calculator: a council's corporate parenting indicators, computed exactly and compared
//! honestly.
//!
//! Start with [`read::read()`], which turns pasted text into figures and problems, and [`compare::scorecard()`], which
//! sets figures beside the official ones. Everything here is pure: no input or output, no clock, no global state.
//! Only `web` knows the browser; it exists on WebAssembly only.

pub mod app;
pub mod area;
pub mod chart;
pub mod compare;
pub mod disclose;
pub mod figure;
pub mod indicator;
pub mod number;
pub mod period;
pub mod published;
pub mod read;
pub mod report;
pub mod scenario;
pub mod words;

#[cfg(target_arch = "wasm32")]
pub mod web;
