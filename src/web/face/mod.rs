//! The JavaScript face: `window.corporateParenting`. It converts and forwards, and decides nothing.
//!
//! What it takes and gives is in `shapes/`, from which `www/corporate-parenting-calculator.d.ts` is written; a description
//! is in README. Absent means absent: a field without a value is left out. Misuse throws an `Error` with a whole sentence.

mod caseload;
mod check;
mod commentary;
mod document;
mod figures;
pub mod file;
mod own;
mod scenario;
mod scorecard;
mod shapes;

pub use caseload::caseload;
pub use check::check;
pub use document::document;
pub use figures::read;
pub use scenario::reach;
pub use scorecard::{profile, scorecard};

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::area::{self, Area, NeighbourModel};
use crate::figure::Withheld;
use crate::indicator::{self, Indicator};
use crate::number::Decimal;
use crate::period::Period;
use crate::published as official;
use crate::words::face::{self as words, Misuse};

type Answer = Result<JsValue, JsError>;

/// Version of the page and newest year of its official figures.
///
/// # Errors
/// Never in practice: only if the browser runs out of memory.
#[wasm_bindgen]
pub fn version() -> Answer {
    to_js(&shapes::Version {
        version: env!("CARGO_PKG_VERSION"),
        data_released: official::latest_year().to_string(),
        commit: option_env!("CPC_COMMIT"),
    })
}

/// The catalogue of indicators.
///
/// # Errors
/// Never in practice.
#[wasm_bindgen]
pub fn indicators() -> Answer {
    let out = |indicator: &'static Indicator| shapes::Indicator {
        id: &indicator.id,
        title: &indicator.title,
        theme: indicator.theme.id(),
        kind: indicator.kind.id(),
        good: indicator.good.id(),
        unit: indicator.unit,
        numerator: indicator.numerator,
        denominator: indicator.denominator,
        definition: &indicator.definition,
        source: indicator.source,
        decimals: indicator.decimals,
        published: indicator.is_published,
        aliases: indicator.aliases,
        breaks: indicator
            .notes
            .iter()
            .map(|note| shapes::SeriesNote { kind: note.kind.id(), period: note.period, note: note.text })
            .collect(),
    };
    to_js(&indicator::all().iter().map(out).collect::<Vec<_>>())
}

/// England, its regions and councils.
///
/// # Errors
/// Never in practice.
#[wasm_bindgen]
pub fn areas() -> Answer {
    let out = |area: &Area| shapes::Area {
        code: area.code,
        name: area.name,
        level: area.level.id(),
        region: area.region,
    };
    to_js(&area::all().iter().map(out).collect::<Vec<_>>())
}

/// The codes of a council's statistical neighbours, closest first.
///
/// # Errors
/// When the council or the model is not known, or not text.
#[wasm_bindgen]
pub fn neighbours(council: &JsValue, model: &JsValue) -> Answer {
    let text = |value: &JsValue| value.as_string().ok_or(Misuse::Takes(words::NEIGHBOURS));
    let (council, model) = (area_of(&text(council)?)?, model_of(&text(model)?)?);
    to_js(&area::neighbours(council, model).iter().map(|area| area.code).collect::<Vec<_>>())
}

/// The official figure `{ indicator, area, period }`, or null where none was published.
///
/// # Errors
/// When the indicator, the area or the period is not known.
#[wasm_bindgen]
pub fn published(query: JsValue) -> Answer {
    let query: shapes::PublishedQuery = from_js(query, words::PUBLISHED)?;
    let indicator = indicator_of(&query.indicator)?;
    let Period::Year(year) = period_of(&query.period)? else {
        return Ok(JsValue::NULL);
    };
    let Some(found) = official::official(indicator, area_of(&query.area)?, year) else {
        return Ok(JsValue::NULL);
    };
    to_js(&shapes::Published {
        value: found.value.ok().map(number),
        symbol: found.value.err().map(Withheld::symbol),
        decimals: found.value.ok().map(Decimal::decimals),
        numerator: found.counts.map(|(numerator, _)| number(numerator)),
        denominator: found.counts.map(|(_, denominator)| number(denominator)),
        first_published: match found.revision {
            Some(official::Revision::First(first)) => Some(number(first)),
            _ => None,
        },
        source: source_of(indicator),
    })
}

fn source_of(indicator: &Indicator) -> String {
    indicator.publication.as_ref().map_or_else(String::new, indicator::Publication::citation)
}

fn indicator_of(id: &str) -> Result<&'static Indicator, JsError> {
    Ok(indicator::by_id(id).ok_or_else(|| Misuse::NoIndicator(id.to_owned()))?)
}

fn area_of(code: &str) -> Result<&'static Area, JsError> {
    let found = area::by_code(code).or_else(|| area::by_name(code));
    Ok(found.ok_or_else(|| Misuse::NoArea(code.to_owned()))?)
}

fn period_of(text: &str) -> Result<Period, JsError> {
    Ok(Period::parse(text).map_err(|_| Misuse::NoPeriod(text.to_owned()))?)
}

fn model_of(id: &str) -> Result<NeighbourModel, JsError> {
    Ok(NeighbourModel::by_id(id).ok_or_else(|| Misuse::NoModel(id.to_owned()))?)
}

fn number(decimal: Decimal) -> f64 {
    crate::number::Exact::from(decimal).to_f64()
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn float(count: u64) -> f64 {
    count as f64
}

fn to_js<T: Serialize>(value: &T) -> Answer {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

fn from_js<T: serde::de::DeserializeOwned>(value: JsValue, expected: &'static str) -> Result<T, JsError> {
    if !value.is_object() || js_sys::Array::is_array(&value) {
        return Err(Misuse::NotAnObject(expected).into());
    }
    Ok(serde_wasm_bindgen::from_value(value)
        .map_err(|error| Misuse::BadObject(expected, error.to_string()))?)
}
