//! Corporate Parenting Calculator: a council's corporate parenting indicators, computed exactly and compared
//! honestly.
//!
//! Text goes in, sentences come out: [`read::read()`] makes figures and problems of pasted text,
//! [`compare::scorecard()`] compares the figures with the official ones, [`words`] says what was found, and [`report`]
//! puts it into tables and charts, [`office`] into Word and Excel files. What leaves a page passes
//! [`disclose::disclose()`] first. [`scenario`] answers what-if questions. [`app`] holds everything that a person entered
//! and chose. The nouns of all these are in [`number`], [`period`], [`area`], [`indicator`], [`figure`] and [`published`].
//!
//! ```
//! use corporate_parenting_calculator::area;
//! use corporate_parenting_calculator::compare::{Choices, scorecard};
//! use corporate_parenting_calculator::period::Period;
//! use corporate_parenting_calculator::read::read;
//! use corporate_parenting_calculator::words::sentence::paragraph;
//!
//! let reading = read("Three or more placements\t51\t646");
//! assert!(reading.problems.is_empty());
//! let choices = Choices {
//!     council: area::by_name("Cambridgeshire"),
//!     period: Some(Period::Year(2023)),
//!     ..Choices::default()
//! };
//! let card = scorecard(&reading.figures(), &choices);
//! let text = paragraph(&card.rows.iter().collect::<Vec<_>>());
//! assert!(text.starts_with("51 of 646 children (7.9%) had three or more placements"), "{text}");
//! ```
//!
//! Everything here is pure: no input or output, no clock, no state but tables of constants. Only `web` knows the
//! browser; it exists on WebAssembly only. `examples/` has more programs such as this one.

pub mod app;
pub mod area;
pub mod chart;
pub mod check;
pub mod commentary;
pub mod compare;
pub mod disclose;
pub mod figure;
pub mod indicator;
pub mod number;
pub mod office;
pub mod period;
pub mod published;
pub mod read;
pub mod report;
pub mod scenario;
mod sorting;
pub mod words;

#[cfg(target_arch = "wasm32")]
pub mod web;
