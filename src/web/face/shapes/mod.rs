//! What the JavaScript API takes and gives, as plain objects.
//!
//! Nothing here names the rest of the crate: the native tests compile this module too, and write the declarations of
//! the API from it, comments included (`tests/it/declared.rs`). A field that may be absent is an `Option`.

#![expect(clippy::struct_field_names, reason = "the names are those of the API")]

mod catalogue;
mod check;
mod commentary;
mod figures;
mod scenario;
mod scorecard;

pub(crate) use catalogue::*;
pub(crate) use check::*;
pub(crate) use commentary::*;
pub(crate) use figures::*;
pub(crate) use scenario::*;
pub(crate) use scorecard::*;
