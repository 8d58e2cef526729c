//! Drives the built page in Chromium, Firefox and `WebKitGTK`, from disk and from a local server.
//!
//! A journey is an async function that is given a freshly opened [`Page`]. [`run()`] takes every journey through each
//! engine, and proves for each that nothing was asked of the network and that the page's policy was never broken. `cargo xtask journeys` sets the environment described at [`Settings`].

mod bench;
mod driver;
mod engine;
mod page;
mod proof;
mod run;
mod server;
mod settings;
mod types;

pub use bench::bench;
pub use engine::{Engine, Origin};
pub use page::Page;
pub use run::{Journey, Steps, run};
pub use settings::Settings;
pub use types::Types;
