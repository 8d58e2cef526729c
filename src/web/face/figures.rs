//! Reading, and figures as they cross to JavaScript and back.

use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use super::{Answer, area_of, float, from_js, indicator_of, number, period_of, to_js};
use crate::figure::{Amount, Figure, Place};
use crate::indicator;
use crate::number::Decimal;
use crate::period::Period;
use crate::read as reading;
use crate::words::face::{self as words, Misuse};

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
struct ReadOptions {
    file_name: Option<String>,
    council: Option<String>,
    period: Option<String>,
}

#[derive(Serialize)]
struct ReadOut {
    layout: String,
    figures: Vec<FigureOut>,
    problems: Vec<ProblemOut>,
    questions: Vec<QuestionOut>,
}

/// A name that is not settled.
#[derive(Serialize)]
struct QuestionOut {
    label: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    context: String,
    #[serde(rename = "where")]
    places: Vec<PlaceOut>,
    options: Vec<OptionOut>,
}

/// An indicator that a name could be.
#[derive(Serialize)]
struct OptionOut {
    indicator: &'static str,
    title: &'static str,
}

#[derive(Serialize)]
struct ProblemOut {
    severity: &'static str,
    #[serde(rename = "where")]
    place: PlaceOut,
    found: String,
    message: String,
}

#[derive(Serialize, Deserialize, Clone)]
struct PlaceOut {
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<String>,
    row: usize,
    column: usize,
}

/// A figure as it crosses to JavaScript and back.
#[derive(Serialize, Deserialize, Clone, Default)]
pub(super) struct FigureOut {
    indicator: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    area: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    period: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    numerator: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    denominator: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    value: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    decimals: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    symbol: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    stated: Option<String>,
    #[serde(rename = "where", skip_serializing_if = "Option::is_none", default)]
    place: Option<PlaceOut>,
}

/// Reads text or bytes into figures and problems. `council` and `period` are given to figures that do not say theirs.
///
/// # Errors
/// When the input is neither text nor bytes, is larger than is read, or an option is not known.
#[wasm_bindgen]
pub fn read(input: &JsValue, options: JsValue) -> Answer {
    let options: ReadOptions = if options.is_null_or_undefined() {
        ReadOptions::default()
    } else {
        from_js(options, words::READ_OPTIONS)?
    };
    let council = options.council.as_deref().map(area_of).transpose()?;
    let period = options.period.as_deref().map(period_of).transpose()?;
    // Beyond this size there may not even be the memory to take it in.
    let size = input.dyn_ref::<js_sys::JsString>().map(js_sys::JsString::length);
    let size = size.or(input.dyn_ref::<js_sys::Uint8Array>().map(js_sys::Uint8Array::length));
    let too_large = size.and_then(|size| reading::too_large(usize::try_from(size).unwrap_or(usize::MAX)));
    if let Some(problem) = too_large {
        return Err(Misuse::Refused(problem.to_string()).into());
    }
    let result = if let Some(text) = input.as_string() {
        reading::read(&text)
    } else if let Some(bytes) = input.dyn_ref::<js_sys::Uint8Array>() {
        reading::read_bytes(&bytes.to_vec(), &options.file_name.unwrap_or_default())
    } else {
        return Err(Misuse::Takes(words::READ).into());
    };
    let figure = |mut figure: Figure| {
        figure.area = figure.area.or(council);
        figure.period = figure.period.or(period);
        figure_out(&figure)
    };
    let problem = |problem: reading::Problem| ProblemOut {
        severity: problem.severity.id(),
        place: place_out(&problem.place),
        message: problem.message(),
        found: problem.found,
    };
    let question = |question: reading::Question| QuestionOut {
        label: question.label,
        context: question.context,
        places: question.places.iter().map(place_out).collect(),
        options: question
            .options
            .into_iter()
            .map(|indicator| OptionOut { indicator: indicator.id, title: indicator.title })
            .collect(),
    };
    to_js(&ReadOut {
        questions: result.questions().into_iter().map(question).collect(),
        layout: result.layouts.iter().map(|layout| layout.id()).collect::<Vec<_>>().join(", "),
        figures: result.figures().into_iter().map(figure).collect(),
        problems: result.all_problems().into_iter().map(problem).collect(),
    })
}

fn figure_out(figure: &Figure) -> FigureOut {
    let mut out = FigureOut {
        indicator: figure.indicator.id.to_owned(),
        area: figure.area.map(|area| area.code.to_owned()),
        period: figure.period.map(Period::id),
        stated: figure.stated.map(|stated| stated.to_string()),
        place: figure.place.as_ref().map(place_out),
        ..FigureOut::default()
    };
    match figure.amount {
        Amount::Counts { numerator, denominator } => {
            out.numerator = Some(float(numerator));
            out.denominator = Some(float(denominator));
        }
        Amount::Value(value) => {
            out.value = Some(number(value));
            out.decimals = Some(value.decimals());
        }
        Amount::Withheld(symbol) => out.symbol = Some(symbol.symbol().to_owned()),
    }
    out
}

/// A figure from JavaScript goes through the same check as one that is typed.
pub(super) fn figure_in(figure: &FigureOut) -> Result<Figure, JsError> {
    let indicator = indicator_of(&figure.indicator)?;
    let text = |number: Option<f64>| number.map_or_else(String::new, |number| number.to_string());
    let value = match (&figure.symbol, figure.value) {
        (Some(symbol), _) => symbol.clone(),
        (None, Some(value)) => stated(value, figure.decimals),
        (None, None) => String::new(),
    };
    let percent =
        indicator.kind == indicator::Kind::Share && figure.value.is_some() && figure.symbol.is_none();
    let entry = reading::Entry {
        label: indicator.title.to_owned(),
        subject: reading::Subject::Known(indicator),
        area: figure.area.clone().unwrap_or_default(),
        period: figure.period.clone().unwrap_or_default(),
        numerator: text(figure.numerator),
        denominator: text(figure.denominator),
        value: if percent { value + "%" } else { value },
        ..reading::Entry::default()
    };
    let checked = entry.check();
    let reason = checked.problems.last().map(reading::Problem::message);
    Ok(checked.figure.ok_or(Misuse::BadFigure(indicator.id, reason))?)
}

/// A number of JavaScript as it was stated: its shortest decimal form, rounded half away from zero to the decimals given.
fn stated(value: f64, decimals: Option<u8>) -> String {
    match (Decimal::parse(&value.to_string()), decimals) {
        (Ok(decimal), Some(decimals)) => {
            crate::number::Exact::from(decimal).rounded(decimals.min(9)).to_string()
        }
        (Ok(decimal), None) => decimal.to_string(),
        // 0.1 + 0.2 has more digits than were meant.
        (Err(_), _) => format!("{value:.9}"),
    }
}

fn place_out(place: &Place) -> PlaceOut {
    PlaceOut { file: place.file.clone(), sheet: place.sheet.clone(), row: place.row, column: place.column }
}
