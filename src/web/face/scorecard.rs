//! The scorecard of the JavaScript face.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use super::figures::{FigureOut, figure_in};
use super::{Answer, area_of, float, from_js, indicator_of, model_of, number, period_of, source_of, to_js};
use crate::compare::{self, Average, Choices, ENGLAND, Gap, Target, Way};
use crate::figure::{Amount, Figure, Withheld};
use crate::indicator::{Indicator, Theme};
use crate::number::{Decimal, Exact, Interval, MAX_COUNT};
use crate::period::Period;
use crate::published::{self, Published, Release, Revision, Value};
use crate::report;
use crate::words::change::caution_text;
use crate::words::comparator::{comparator_name, no_comparison_text};
use crate::words::face::{self as words, Misuse};
use crate::words::figure::{difference_text, figure_text, value_text};
use crate::words::sentence::{paragraph, sentence};

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
    targets: BTreeMap<String, TargetIn>,
    #[serde(default)]
    known_in: Option<String>,
    #[serde(default)]
    population: Option<f64>,
    #[serde(default)]
    official: Vec<FigureOut>,
}

#[derive(Deserialize)]
struct TargetIn {
    value: f64,
    #[serde(default)]
    tolerance: f64,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ScorecardOut {
    rows: Vec<RowOut>,
    problems: Vec<String>,
    verdict_by: &'static str,
    agenda: Vec<AgendaOut>,
    paragraphs: Vec<ParagraphOut>,
    notes: Vec<String>,
}

#[derive(Serialize)]
struct AgendaOut {
    heading: String,
    points: Vec<PointOut>,
}

#[derive(Serialize)]
struct PointOut {
    indicator: &'static str,
    text: String,
}

#[derive(Serialize)]
struct ParagraphOut {
    theme: &'static str,
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
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
    population: Option<PopulationOut>,
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<ChangeOut>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trend: Option<TrendOut>,
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    comparisons: Vec<ComparisonOut>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<TargetOut>,
    #[serde(skip_serializing_if = "Option::is_none")]
    one_child: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<DiffersOut>,
    sentence: String,
}

#[derive(Serialize)]
struct PopulationOut {
    children: f64,
    year: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TrendOut {
    from: String,
    to: String,
    slope: f64,
    chi_square: f64,
    verdict: &'static str,
}

#[derive(Serialize)]
struct TargetOut {
    value: f64,
    points: f64,
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    children: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    becomes: Option<f64>,
}

#[derive(Serialize)]
struct DiffersOut {
    period: String,
    value: f64,
    shown: String,
}

#[derive(Serialize)]
struct IntervalOut {
    low: f64,
    high: f64,
}

impl IntervalOut {
    const fn of(interval: Interval) -> Self {
        Self { low: interval.low, high: interval.high }
    }
}

#[derive(Serialize)]
struct ChangeOut {
    from: String,
    points: f64,
    shown: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    interval: Option<IntervalOut>,
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cautions: Vec<String>,
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
    becomes: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    without: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quartile: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_published: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    now: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
}

/// Sets figures beside the official ones.
///
/// # Errors
/// When a figure or a choice is not known or impossible; the sentence says which.
#[wasm_bindgen]
pub fn scorecard(request: JsValue) -> Answer {
    let request: ScorecardIn = from_js(request, words::SCORECARD)?;
    let choices = Choices {
        published: official(&request.official)?
            .as_known(request.known_in.as_deref().map(known_of).transpose()?),
        council: request.council.as_deref().map(area_of).transpose()?,
        period: request.period.as_deref().map(period_of).transpose()?,
        model: request.neighbour_model.as_deref().map(model_of).transpose()?.unwrap_or_default(),
        average: request.neighbour_average.as_deref().map(average_of).transpose()?.unwrap_or_default(),
        also: Rc::default(),
        population: request.population.map(|number| count(number, "population")).transpose()?,
        way: request.verdict_by.as_deref().map(way_of).transpose()?.unwrap_or_default(),
        targets: request.targets.iter().map(target_of).collect::<Result<_, _>>()?,
    };
    let figures: Vec<Figure> = request.figures.iter().map(figure_in).collect::<Result<_, _>>()?;
    let scorecard = compare::scorecard(&figures, &choices);
    to_js(&scorecard_out(&scorecard, choices.period))
}

fn scorecard_out(card: &compare::Scorecard, period: Option<Period>) -> ScorecardOut {
    let point = |point: report::AgendaPoint| PointOut { indicator: point.indicator, text: point.text };
    let agenda = report::agenda_parts(card, period).into_iter().map(|part| AgendaOut {
        heading: part.heading,
        points: part.points.into_iter().map(point).collect(),
    });
    let of_theme = |theme: Theme| -> Vec<&compare::Row> {
        card.rows.iter().filter(|row| row.indicator.theme == theme).collect()
    };
    let paragraphs = Theme::ALL
        .into_iter()
        .map(|theme| (theme, of_theme(theme)))
        .filter(|(_, rows)| !rows.is_empty())
        .map(|(theme, rows)| ParagraphOut { theme: theme.id(), text: paragraph(&rows) });
    ScorecardOut {
        rows: card.rows.iter().map(row_out).collect(),
        verdict_by: card.way.id(),
        agenda: agenda.collect(),
        paragraphs: paragraphs.collect(),
        notes: report::source_notes(&card.rows.iter().collect::<Vec<_>>()),
        problems: card.problems.iter().map(ToString::to_string).collect(),
    }
}

/// Official figures, as `read()` gives them of an official file, before the built-in ones.
fn official(figures: &[FigureOut]) -> Result<Published, JsError> {
    let value = |figure: &FigureOut| {
        let figure = figure_in(figure)?;
        let (Some(area), Some(period)) = (figure.area, figure.period) else {
            return Err(Misuse::OfficialWithoutPlace.into());
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
    Ok(Published::default().with(Release { file: String::new(), values }))
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
        value: row.value.map(Exact::to_f64),
        shown: figure_text(row),
        interval: row.interval.map(IntervalOut::of),
        population: row.population.as_ref().map(|population| PopulationOut {
            children: float(population.children),
            year: population.year,
            file: population.file.as_deref().map(str::to_owned),
        }),
        change: row.change.as_ref().map(|change| ChangeOut {
            from: change.from.id(),
            points: change.points.to_f64(),
            shown: difference_text(row.indicator, change.shown),
            interval: change.interval.map(IntervalOut::of),
            verdict: change.verdict.id(),
            note: change.break_note,
            cautions: change.cautions.iter().map(|note| caution_text(note)).collect(),
        }),
        trend: row.trend.as_ref().ok().map(|trend| TrendOut {
            from: trend.from.id(),
            to: trend.to.id(),
            slope: trend.line.slope,
            chi_square: trend.line.chi_square,
            verdict: trend.verdict.id(),
        }),
        verdict: row.verdict.id(),
        reason: row.verdict.reason().map(|reason| reason.to_string()),
        comparisons: row.comparisons.iter().map(|comparison| comparison_out(row, comparison)).collect(),
        target: row.target.as_ref().map(|against| TargetOut {
            value: number(against.target.value),
            points: against.points.to_f64(),
            verdict: against.verdict.id(),
            children: against.gap.map(children),
            becomes: against.gap.map(|gap| gap.becomes.to_f64()),
        }),
        one_child: row.worth_of_one.map(Exact::to_f64),
        published: row.differs.as_ref().map(|differs| DiffersOut {
            period: differs.year.to_string(),
            value: number(differs.shown),
            shown: value_text(row.indicator, differs.shown),
        }),
        sentence: sentence(row),
    }
}

fn comparison_out(row: &compare::Row, comparison: &compare::Comparison) -> ComparisonOut {
    let kind = comparison.with.kind;
    let with = kind.id;
    let position = row.position.as_ref().ok();
    let rank = position.and_then(|position| position.beside(kind));
    match &comparison.outcome {
        Err(reason) => ComparisonOut {
            with,
            label: comparator_name(&comparison.with, None),
            verdict: "no comparison",
            reason: Some(no_comparison_text(*reason)),
            ..ComparisonOut::default()
        },
        Ok(compared) => ComparisonOut {
            with,
            label: comparator_name(&comparison.with, Some(compared)),
            period: Some(compared.year.to_string()),
            value: Some(compared.value.to_f64()),
            shown: value_text(row.indicator, compared.shown),
            points: compared.verdict.is_comparison().then(|| compared.points.to_f64()),
            verdict: row.beside(compared).id(),
            reason: row.beside(compared).reason().map(|reason| reason.to_string()),
            children: compared.gap.map(children),
            becomes: compared.gap.map(|gap| gap.becomes.to_f64()),
            count: compared.members.map(|(with_figure, _)| with_figure),
            rank: rank.map(|rank| rank.rank),
            of: rank.map(|rank| rank.of),
            without: rank.map(|rank| rank.without),
            quartile: position
                .filter(|_| *kind == ENGLAND)
                .and_then(|position| Some(position.quartile.ok()?.letter())),
            first_published: match compared.revision {
                Some(Revision::First(first)) => Some(number(first)),
                _ => None,
            },
            now: match compared.revision {
                Some(Revision::Now(now)) => Some(number(now)),
                _ => None,
            },
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
        _ => Err(not_one_of("neighbourAverage", ["median", "mean"], id).into()),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked to be a whole number in range"
)]
fn count(number: f64, what: &'static str) -> Result<u64, Misuse> {
    if number.fract() == 0.0 && (1.0..=float(MAX_COUNT)).contains(&number) {
        return Ok(number as u64);
    }
    Err(Misuse::NotWhole(what, 1, number))
}

/// How many more (positive) or fewer (negative) would close a gap.
fn children(gap: Gap) -> f64 {
    let size = float(gap.children.unsigned_abs());
    if gap.children < 0 { -size } else { size }
}

fn way_of(id: &str) -> Result<Way, JsError> {
    let texts = Way::ALL.map(Way::id);
    Ok(Way::by_id(id).ok_or_else(|| not_one_of("verdictBy", texts, id))?)
}

fn known_of(year: &str) -> Result<u16, JsError> {
    let known = year.parse().ok().filter(|year| published::known_years().contains(year));
    Ok(known.ok_or_else(|| {
        let years = published::known_years().iter().map(u16::to_string).collect();
        Misuse::NotOneOf("knownIn", years, year.to_owned())
    })?)
}

fn target_of((id, target): (&String, &TargetIn)) -> Result<(&'static Indicator, Target), JsError> {
    let decimal = |number: f64, what: &'static str| {
        let found = Decimal::parse(&number.to_string()).ok();
        found.ok_or_else(|| Misuse::NotADecimal(what, id.clone(), number))
    };
    let (value, tolerance) = (decimal(target.value, "target")?, decimal(target.tolerance, "tolerance")?);
    let indicator = indicator_of(id)?;
    let target =
        Target::of(indicator, value, tolerance).map_err(|error| Misuse::Refused(error.to_string()))?;
    Ok((indicator, target))
}

fn not_one_of<const N: usize>(field: &'static str, texts: [&str; N], given: &str) -> Misuse {
    Misuse::NotOneOf(field, texts.map(str::to_owned).to_vec(), given.to_owned())
}
