//! Numbers from text under the interface of the crate `fast-float2`, as far as `calamine` uses it.
//!
//! They are read by the standard library, which has the same algorithm and is in the page already.

use std::fmt;
use std::str::FromStr;

/// The text is not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Error;

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the text is not a number")
    }
}

impl std::error::Error for Error {}

/// A number with a floating point.
pub trait FastFloat: FromStr {}

impl FastFloat for f32 {}

impl FastFloat for f64 {}

/// Returns the number nearest to what the whole text says.
pub fn parse<T: FastFloat, S: AsRef<[u8]>>(text: S) -> Result<T, Error> {
    std::str::from_utf8(text.as_ref()).ok().and_then(|text| text.parse().ok()).ok_or(Error)
}
