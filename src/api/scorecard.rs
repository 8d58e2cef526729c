//! The scorecard of the JavaScript face.

use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use super::figures::{FigureOut, figure_in};
use super::{Answer, area_of, float, from_js, model_of, number, period_of, source_of, to_js};
use crate::compare::{self, Average, Choices, Comparator};
use crate::figure::{Amount, Figure, Withheld};
use crate::number::MAX_COUNT;
use crate::period::Period;
use crate::published::{Published, Release, Value};
use crate::report;

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
    #[serde(default)]
    official: Vec<FigureOut>,
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
        published: official(&request.official)?,
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

/// Official figures, as `read()` gives them of an official file, before the built-in ones.
fn official(figures: &[FigureOut]) -> Result<Published, JsError> {
    let value = |figure: &FigureOut| {
        let figure = figure_in(figure)?;
        let (Some(area), Some(period)) = (figure.area, figure.period) else {
            return Err(JsError::new("Each figure in official needs its area and period"));
        };
        let value = match figure.amount {
            Amount::Value(value) => Ok(value),
            Amount::Withheld(symbol) => Err(symbol),
            Amount::Counts { .. } => figure.amount.shown(figure.indicator).ok_or(Withheld::NotAvailable),
        };
        Ok(Value { indicator: figure.indicator, area, year: period.year(), value, counts: None })
    };
    if figures.is_empty() {
        return Ok(Published::default());
    }
    let values = figures.iter().map(value).collect::<Result<_, JsError>>()?;
    Ok(Published::default().with(Release { file: "official".to_owned(), values }))
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
            source: Some(match (&compared.file, &row.indicator.publication) {
                (Some(file), Some(publication)) => publication.citation_of_file(file),
                _ => source_of(row.indicator),
            }),
        },
    }
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

fn float_sign(number: i64) -> f64 {
    if number < 0 { -1.0 } else { 1.0 }
}
