//! The JavaScript face: `window.corporateParenting`. It converts and forwards, and decides nothing.
//!
//! Types are in `www/corporate-parenting-calculator.d.ts`, a description in README. Absent means absent: a field
//! without a value is left out. Misuse throws an `Error` with a whole sentence.

mod scenario;

pub use scenario::{caseload, reach};

use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use crate::area::{self, Area, NeighbourModel};
use crate::compare::{self, Average, Choices, Comparator};
use crate::figure::{Amount, Figure, Place, Withheld};
use crate::indicator::{self, Indicator};
use crate::number::{Decimal, MAX_COUNT};
use crate::period::Period;
use crate::published as official;
use crate::read as reading;
use crate::report;

type Answer = Result<JsValue, JsError>;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct VersionOut {
    version: &'static str,
    data_released: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    commit: Option<&'static str>,
}

/// Version of the page and newest year of its official figures.
///
/// # Errors
/// Never in practice: only if the browser runs out of memory.
#[wasm_bindgen]
pub fn version() -> Answer {
    to_js(&VersionOut {
        version: env!("CARGO_PKG_VERSION"),
        data_released: official::latest_year().to_string(),
        commit: option_env!("CPC_COMMIT"),
    })
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct IndicatorOut {
    id: &'static str,
    title: &'static str,
    theme: &'static str,
    kind: &'static str,
    good: &'static str,
    unit: &'static str,
    numerator: &'static str,
    denominator: &'static str,
    definition: &'static str,
    source: &'static str,
    decimals: u8,
    published: bool,
    aliases: &'static [&'static str],
    breaks: Vec<BreakOut>,
}

#[derive(Serialize)]
struct BreakOut {
    period: &'static str,
    note: &'static str,
}

/// The catalogue of indicators.
///
/// # Errors
/// Never in practice.
#[wasm_bindgen]
pub fn indicators() -> Answer {
    let out = |indicator: &Indicator| IndicatorOut {
        id: indicator.id,
        title: indicator.title,
        theme: indicator.theme.id(),
        kind: indicator.kind.id(),
        good: indicator.good.id(),
        unit: indicator.unit,
        numerator: indicator.numerator,
        denominator: indicator.denominator,
        definition: indicator.definition,
        source: indicator.source,
        decimals: indicator.decimals,
        published: indicator.is_published,
        aliases: indicator.aliases,
        breaks: indicator
            .breaks
            .iter()
            .map(|each| BreakOut { period: each.period, note: each.note })
            .collect(),
    };
    to_js(&indicator::all().iter().map(out).collect::<Vec<_>>())
}

#[derive(Serialize)]
struct AreaOut {
    code: &'static str,
    name: &'static str,
    level: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<&'static str>,
}

/// England, its regions and councils.
///
/// # Errors
/// Never in practice.
#[wasm_bindgen]
pub fn areas() -> Answer {
    let out = |area: &Area| AreaOut {
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
/// When the council or the model is not known.
#[wasm_bindgen]
pub fn neighbours(council: &str, model: &str) -> Answer {
    let model = model_of(model)?;
    let codes: Vec<&str> = area::neighbours(area_of(council)?, model).iter().map(|area| area.code).collect();
    to_js(&codes)
}

#[derive(Deserialize)]
struct PublishedIn {
    indicator: String,
    area: String,
    period: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PublishedOut {
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    symbol: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decimals: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    numerator: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    denominator: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_published: Option<f64>,
    source: String,
}

/// The official figure `{ indicator, area, period }`, or null where none was published.
///
/// # Errors
/// When the indicator, the area or the period is not known.
#[wasm_bindgen]
pub fn published(query: JsValue) -> Answer {
    let query: PublishedIn = from_js(query, "published() takes { indicator, area, period }")?;
    let indicator = indicator_of(&query.indicator)?;
    let Period::Year(year) = period_of(&query.period)? else {
        return Ok(JsValue::NULL);
    };
    let Some(found) = official::official(indicator, area_of(&query.area)?, year) else {
        return Ok(JsValue::NULL);
    };
    to_js(&PublishedOut {
        value: found.value.ok().map(number),
        symbol: found.value.err().map(Withheld::symbol),
        decimals: found.value.ok().map(Decimal::decimals),
        numerator: found.counts.map(|(numerator, _)| number(numerator)),
        denominator: found.counts.map(|(_, denominator)| number(denominator)),
        first_published: found.first_published.map(number),
        source: source_of(indicator),
    })
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
struct ReadOptions {
    council: Option<String>,
    period: Option<String>,
}

#[derive(Serialize)]
struct ReadOut {
    layout: String,
    figures: Vec<FigureOut>,
    problems: Vec<ProblemOut>,
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
    sheet: Option<String>,
    row: usize,
    column: usize,
}

/// A figure as it crosses to JavaScript and back.
#[derive(Serialize, Deserialize, Clone, Default)]
struct FigureOut {
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
/// When the input is neither text nor bytes, or an option is not known.
#[wasm_bindgen]
pub fn read(input: &JsValue, options: JsValue) -> Answer {
    let options: ReadOptions = if options.is_null_or_undefined() {
        ReadOptions::default()
    } else {
        from_js(options, "read() takes as options { fileName?, council?, period? }")?
    };
    let council = options.council.as_deref().map(area_of).transpose()?;
    let period = options.period.as_deref().map(period_of).transpose()?;
    let result = if let Some(text) = input.as_string() {
        reading::read(&text)
    } else if let Some(bytes) = input.dyn_ref::<js_sys::Uint8Array>() {
        reading::read_bytes(&bytes.to_vec())
    } else {
        return Err(JsError::new("read() takes a string or a Uint8Array"));
    };
    let figure = |mut figure: Figure| {
        figure.area = figure.area.or(council);
        figure.period = figure.period.or(period);
        figure_out(&figure)
    };
    let problem = |problem: reading::Problem| ProblemOut {
        severity: problem.severity.id(),
        place: place_out(&problem.place),
        found: problem.found,
        message: problem.message,
    };
    to_js(&ReadOut {
        layout: result.layouts.iter().map(|layout| layout.id()).collect::<Vec<_>>().join(", "),
        figures: result.figures().into_iter().map(figure).collect(),
        problems: result.all_problems().into_iter().map(problem).collect(),
    })
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ScorecardIn {
    figures: Vec<FigureOut>,
    #[serde(default)]
    council: Option<String>,
    #[serde(default)]
    period: Option<String>,
    #[serde(default)]
    neighbour_model: Option<String>,
    #[serde(default)]
    neighbour_average: Option<String>,
    #[serde(default)]
    verdict_by: Option<String>,
    #[serde(default)]
    population: Option<f64>,
}

#[derive(Serialize)]
struct ScorecardOut {
    rows: Vec<RowOut>,
    problems: Vec<String>,
}

#[derive(Serialize)]
struct RowOut {
    indicator: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    numerator: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    denominator: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<f64>,
    shown: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    interval: Option<IntervalOut>,
    #[serde(skip_serializing_if = "Option::is_none")]
    estimate: Option<IntervalOut>,
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<ChangeOut>,
    comparisons: Vec<ComparisonOut>,
    sentence: String,
}

#[derive(Serialize)]
struct IntervalOut {
    low: f64,
    high: f64,
}

#[derive(Serialize)]
struct ChangeOut {
    from: String,
    points: f64,
    shown: String,
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'static str>,
}

#[derive(Serialize, Default)]
#[serde(rename_all = "camelCase")]
struct ComparisonOut {
    with: &'static str,
    label: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<f64>,
    shown: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    points: Option<f64>,
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    children: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_published: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
}

/// Sets figures beside the official ones.
///
/// # Errors
/// When a figure or a choice is not known or impossible; the sentence says which.
#[wasm_bindgen]
pub fn scorecard(request: JsValue) -> Answer {
    let request: ScorecardIn = from_js(request, "scorecard() takes { figures, council?, period?, … }")?;
    if request.verdict_by.as_deref().is_some_and(|by| by != "interval") {
        return Err(JsError::new("verdictBy can be \"interval\""));
    }
    let choices = Choices {
        council: request.council.as_deref().map(area_of).transpose()?,
        period: request.period.as_deref().map(period_of).transpose()?,
        model: request.neighbour_model.as_deref().map(model_of).transpose()?.unwrap_or_default(),
        average: request.neighbour_average.as_deref().map(average_of).transpose()?.unwrap_or_default(),
        population: request.population.map(|number| count(number, "population")).transpose()?,
    };
    let figures: Vec<Figure> = request.figures.iter().map(figure_in).collect::<Result<_, _>>()?;
    let scorecard = compare::scorecard(&figures, &choices);
    to_js(&ScorecardOut { rows: scorecard.rows.iter().map(row_out).collect(), problems: scorecard.problems })
}

fn row_out(row: &compare::Row) -> RowOut {
    let counts = match row.amount {
        Amount::Counts { numerator, denominator } => Some((numerator, denominator)),
        _ => None,
    };
    RowOut {
        indicator: row.indicator.id,
        period: row.period.map(Period::id),
        numerator: counts.map(|(numerator, _)| float(numerator)),
        denominator: counts.map(|(_, denominator)| float(denominator)),
        value: row.value.map(crate::number::Exact::to_f64),
        shown: report::figure_text(row),
        interval: row.interval.map(|interval| IntervalOut { low: interval.low, high: interval.high }),
        estimate: row
            .estimate
            .as_ref()
            .map(|estimate| IntervalOut { low: estimate.low.to_f64(), high: estimate.high.to_f64() }),
        change: row.change.as_ref().map(|change| ChangeOut {
            from: change.from.id(),
            points: change.points.to_f64(),
            shown: report::difference_text(row.indicator, change.shown),
            verdict: change.verdict.id(),
            note: change.break_note,
        }),
        comparisons: row.comparisons.iter().map(|comparison| comparison_out(row, comparison)).collect(),
        sentence: report::sentence(row),
    }
}

fn comparison_out(row: &compare::Row, comparison: &compare::Comparison) -> ComparisonOut {
    let with = match comparison.with {
        Comparator::England => "england",
        Comparator::Region(_) => "region",
        Comparator::Neighbours(..) => "neighbours",
    };
    match &comparison.outcome {
        Err(reason) => ComparisonOut {
            with,
            label: report::comparator_name(comparison.with, None),
            verdict: "no comparison",
            reason: Some(report::no_comparison_text(*reason)),
            ..ComparisonOut::default()
        },
        Ok(compared) => ComparisonOut {
            with,
            label: report::comparator_name(comparison.with, Some(compared)),
            period: Some(compared.year.to_string()),
            value: Some(compared.value.to_f64()),
            shown: report::value_text(row.indicator, compared.shown),
            points: Some(compared.points.to_f64()),
            verdict: compared.verdict.id(),
            reason: match compared.verdict {
                compare::Verdict::CannotSay(reason) => Some(reason.reason().to_owned()),
                _ => None,
            },
            children: compared
                .children
                .map(|children| float(children.unsigned_abs()).copysign(float_sign(children))),
            count: compared.neighbours.map(|(with_figure, _)| with_figure),
            first_published: compared.first_published.map(number),
            source: Some(source_of(row.indicator)),
        },
    }
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
fn figure_in(figure: &FigureOut) -> Result<Figure, JsError> {
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
    checked.figure.ok_or_else(|| {
        let reason = checked.problems.last().map_or("it is empty", |problem| problem.message.as_str());
        JsError::new(&format!("The figure for {} cannot be used: {reason}", indicator.id))
    })
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
    PlaceOut { sheet: place.sheet.clone(), row: place.row, column: place.column }
}

fn source_of(indicator: &Indicator) -> String {
    indicator.publication.as_ref().map_or_else(String::new, indicator::Publication::citation)
}

fn indicator_of(id: &str) -> Result<&'static Indicator, JsError> {
    indicator::by_id(id)
        .ok_or_else(|| JsError::new(&format!("There is no indicator \"{id}\"; indicators() lists them")))
}

fn area_of(code: &str) -> Result<&'static Area, JsError> {
    area::by_code(code)
        .or_else(|| area::by_name(code))
        .ok_or_else(|| JsError::new(&format!("There is no area \"{code}\"; areas() lists them")))
}

fn period_of(text: &str) -> Result<Period, JsError> {
    Period::parse(text).map_err(|_| {
        JsError::new(&format!("\"{text}\" is not a period; write 2023, 2022/23, 2023-Q1 or 2023-03"))
    })
}

fn model_of(id: &str) -> Result<NeighbourModel, JsError> {
    NeighbourModel::by_id(id).ok_or_else(|| {
        JsError::new(&format!("There is no neighbour model \"{id}\"; there are \"2021\" and \"2025\""))
    })
}

fn average_of(id: &str) -> Result<Average, JsError> {
    match id {
        "median" => Ok(Average::Median),
        "mean" => Ok(Average::Mean),
        _ => Err(JsError::new(&format!("neighbourAverage is \"median\" or \"mean\", not \"{id}\""))),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked to be a whole number in range"
)]
fn count(number: f64, what: &str) -> Result<u64, JsError> {
    if number.fract() == 0.0 && (1.0..=float(MAX_COUNT)).contains(&number) {
        return Ok(number as u64);
    }
    Err(JsError::new(&format!("{what} is a whole number from 1, not {number}")))
}

fn number(decimal: Decimal) -> f64 {
    crate::number::Exact::from(decimal).to_f64()
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn float(count: u64) -> f64 {
    count as f64
}

fn float_sign(number: i64) -> f64 {
    if number < 0 { -1.0 } else { 1.0 }
}

fn to_js<T: Serialize>(value: &T) -> Answer {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

fn from_js<T: serde::de::DeserializeOwned>(value: JsValue, expected: &str) -> Result<T, JsError> {
    serde_wasm_bindgen::from_value(value).map_err(|error| JsError::new(&format!("{expected}: {error}")))
}
