//! What it would take, in the JavaScript face.

use wasm_bindgen::prelude::*;

use super::{Answer, float, from_js, indicator_of, shapes, to_js};
use crate::indicator::Good;
use crate::number::{Decimal, Exact, MAX_COUNT};
use crate::scenario;
use crate::words::face::{self as words, Misuse};

/// How many more or fewer in the numerator would reach a target, in percent.
///
/// # Errors
/// When an input is missing or impossible; the sentence says which.
#[wasm_bindgen]
pub fn reach(request: JsValue) -> Answer {
    let given: shapes::ReachRequest = from_js(request, words::REACH)?;
    let indicator = given.indicator.as_deref().map(indicator_of).transpose()?;
    let good = match (given.good.as_deref(), indicator) {
        (Some("high"), _) => Good::High,
        (Some("low"), _) => Good::Low,
        (Some(other), _) => {
            let texts = ["high", "low"].map(str::to_owned).to_vec();
            return Err(Misuse::NotOneOf("good", texts, other.to_owned()).into());
        }
        (None, Some(indicator)) => indicator.good,
        (None, None) => return Err(Misuse::Takes(words::REACH_DIRECTION).into()),
    };
    let target = Decimal::parse(&given.target.to_string())
        .map_err(|_| Misuse::NotAPercentage("target", given.target))?;
    let counts = (count_of(given.numerator, "numerator")?, count_of(given.denominator, "denominator")?);
    let found = scenario::reach(counts, None, Exact::from(target), good)
        .map_err(|error| Misuse::Refused(error.to_string()))?;
    let decimals = indicator.map_or(1, |indicator| indicator.decimals);
    to_js(&shapes::Reach {
        children: float(found.children.unsigned_abs()) * if found.children < 0 { -1.0 } else { 1.0 },
        becomes: found.becomes.to_f64(),
        shown: format!("{}%", found.becomes.rounded(decimals)),
    })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked to be whole and in range"
)]
pub(super) fn whole(number: f64, what: &'static str) -> Result<usize, Misuse> {
    if number.fract() == 0.0 && (0.0..=1e9).contains(&number) {
        return Ok(number as usize);
    }
    Err(Misuse::NotWhole(what, 0, number))
}

fn count_of(number: f64, what: &'static str) -> Result<u64, Misuse> {
    let count = whole(number, what)? as u64;
    if count <= MAX_COUNT { Ok(count) } else { Err(Misuse::TooLarge(what)) }
}
