//! The scorecard of the JavaScript face.

use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::commentary::{remark_out, remarks_in};
use super::figures::{figure_in, figures_in};
use super::own::OwnMeasures;
use super::{
    Answer, area_of, float, from_js, indicator_of, model_of, number, period_of, shapes, source_of, to_js,
};
use crate::commentary::{Remark, remark_on};
use crate::compare::{
    self, Average, Break, Choices, ComparatorKind, ENGLAND, FURTHER, Gap, Miss, OneOffs, Spans, Target,
    USUAL, Way,
};
use crate::figure::{Amount, Figure, Withheld};
use crate::indicator::{Measure, Span, Theme};
use crate::number::{Decimal, Exact, Interval, MAX_COUNT};
use crate::period::Period;
use crate::published::{self, Published, Release, Revision, Value};
use crate::report;
use crate::words::change::caution_text;
use crate::words::comparator::{comparator_name, no_comparison_text};
use crate::words::face::{self as words, Misuse};
use crate::words::figure::{difference_text, figure_text, value_text};
use crate::words::sentence::{paragraph, sentence};
use crate::words::standing::standing_text;
use crate::words::trail::line;

/// Sets figures beside the official ones.
///
/// # Errors
/// When a figure or a choice is not known or impossible; the sentence says which.
#[wasm_bindgen]
pub fn scorecard(request: JsValue) -> Answer {
    let (figures, choices, remarks) = asked(&from_js(request, words::SCORECARD)?)?;
    let scorecard = compare::scorecard(&figures, &choices);
    to_js(&scorecard_out(&scorecard, &choices, &remarks))
}

/// The figures, the choices and the commentary of a request.
pub(super) fn asked(
    request: &shapes::ScorecardRequest,
) -> Result<(Vec<Figure>, Choices, Vec<Remark>), JsError> {
    let own = OwnMeasures::of(request.own_measures.as_deref())?;
    let measure = |id: &str| own.measure(id, &request.figures);
    let choices = Choices {
        published: official(request.official.as_deref().unwrap_or_default())?
            .as_known(request.known_in.as_deref().map(known_of).transpose()?),
        council: request.council.as_deref().map(area_of).transpose()?,
        period: request.period.as_deref().map(period_of).transpose()?,
        model: request.neighbour_model.as_deref().map(model_of).transpose()?.unwrap_or_default(),
        average: request.neighbour_average.as_deref().map(average_of).transpose()?.unwrap_or_default(),
        also: also_of(request.also.as_deref().unwrap_or_default())?,
        population: request.population.map(|number| count(number, "population")).transpose()?,
        way: request.verdict_by.as_deref().map(way_of).transpose()?.unwrap_or_default(),
        targets: request
            .targets
            .iter()
            .flatten()
            .map(|(id, target)| target_of(measure(id)?, target))
            .collect::<Result<_, _>>()?,
        spans: Spans {
            of_table: request.months_are.as_deref().map(span_of).transpose()?,
            ..Spans::default()
        },
        breaks: Rc::default(),
        one_offs: OneOffs::default(),
    };
    let remarks = remarks_in(request.commentary.as_deref().unwrap_or_default(), measure)?;
    Ok((figures_in(&request.figures, &own)?, choices, remarks))
}

/// The official figures of a council as a scorecard.
///
/// # Errors
/// When the council or a choice is not known; the sentence says which.
#[wasm_bindgen]
pub fn profile(request: JsValue) -> Answer {
    let request: shapes::ProfileRequest = from_js(request, words::PROFILE)?;
    let choices = Choices {
        council: Some(area_of(&request.council)?),
        period: request.period.as_deref().map(period_of).transpose()?,
        model: request.neighbour_model.as_deref().map(model_of).transpose()?.unwrap_or_default(),
        average: request.neighbour_average.as_deref().map(average_of).transpose()?.unwrap_or_default(),
        also: also_of(request.also.as_deref().unwrap_or_default())?,
        way: request.verdict_by.as_deref().map(way_of).transpose()?.unwrap_or_default(),
        ..Choices::default()
    };
    to_js(&scorecard_out(&compare::profile(&choices), &choices, &[]))
}

fn scorecard_out(card: &compare::Scorecard, choices: &Choices, remarks: &[Remark]) -> shapes::Scorecard {
    let point =
        |point: report::AgendaPoint| shapes::AgendaPoint { indicator: point.indicator, text: point.text };
    let agenda = report::agenda_parts(card, choices.period).into_iter().map(|part| shapes::AgendaPart {
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
        .map(|(theme, rows)| shapes::Paragraph { theme: theme.id(), text: paragraph(&rows) });
    shapes::Scorecard {
        rows: card.rows.iter().map(|row| row_out(row, choices, remarks)).collect(),
        verdict_by: card.way.id(),
        agenda: agenda.collect(),
        paragraphs: paragraphs.collect(),
        notes: report::source_notes(&card.rows.iter().collect::<Vec<_>>()),
        problems: card.problems.iter().map(ToString::to_string).collect(),
    }
}

/// Official figures, as `read()` gives them of an official file, before the built-in ones.
fn official(figures: &[shapes::Figure]) -> Result<Published, JsError> {
    let value = |figure: &shapes::Figure| {
        let figure = figure_in(figure, &indicator_of(&figure.indicator)?.into())?;
        let (Some(indicator), Some(area), Some(period)) =
            (figure.indicator.catalogue(), figure.area, figure.period)
        else {
            return Err(Misuse::OfficialWithoutPlace.into());
        };
        let value = match figure.amount {
            Amount::Value(value) => Ok(value),
            Amount::Withheld(symbol) => Err(symbol),
            Amount::Counts { .. } => figure.amount.shown(&figure.indicator).ok_or(Withheld::NotAvailable),
        };
        Ok(Value { indicator, area, year: period.year(), value, counts: None })
    };
    if figures.is_empty() {
        return Ok(Published::default());
    }
    let values = figures.iter().map(value).collect::<Result<_, JsError>>()?;
    Ok(Published::default().with(Release { file: String::new(), values }))
}

fn past_out(row: &compare::Row, past: &compare::Past) -> shapes::Past {
    shapes::Past {
        period: past.period.id(),
        value: past.amount.exact(row.indicator.kind).map(Exact::to_f64),
        symbol: match past.amount {
            Amount::Withheld(symbol) => Some(symbol.symbol()),
            _ => None,
        },
        own: past.origin == compare::Origin::Entered,
    }
}

fn row_out(row: &compare::Row, choices: &Choices, remarks: &[Remark]) -> shapes::ScorecardRow {
    let counts = match row.amount {
        Amount::Counts { numerator, denominator } => Some((numerator, denominator)),
        _ => None,
    };
    shapes::ScorecardRow {
        indicator: row.indicator.id.clone(),
        period: row.period.map(Period::id),
        numerator: counts.map(|(numerator, _)| float(numerator)),
        denominator: counts.map(|(_, denominator)| float(denominator)),
        value: row.value.map(Exact::to_f64),
        shown: figure_text(row),
        interval: row.interval.map(interval_out),
        population: row.population.as_ref().map(|population| shapes::Population {
            children: float(population.children),
            year: population.year,
        }),
        history: row.history.iter().map(|past| past_out(row, past)).collect(),
        change: row.change.as_ref().map(|change| shapes::Change {
            from: change.from.id(),
            from_published: change.is_from_published,
            points: change.points.to_f64(),
            shown: difference_text(&row.indicator, change.shown),
            interval: change.interval.map(interval_out),
            verdict: change.verdict.id(),
            note: change.break_note.map(Break::text),
            cautions: Some(change.cautions.iter().map(|note| caution_text(note)).collect())
                .filter(|cautions: &Vec<_>| !cautions.is_empty()),
        }),
        trend: row.trend.as_ref().ok().map(|trend| shapes::Trend {
            from: trend.from.id(),
            to: trend.to.id(),
            slope: trend.line.slope,
            chi_square: trend.line.chi_square,
            verdict: trend.verdict.id(),
        }),
        verdict: row.verdict.id(),
        standing: standing_text(row),
        verdict_by: row.judged_by.id(),
        base: row.base.map(|base| shapes::Base {
            people: float(base.people),
            period: base.year.map(|year| year.to_string()),
        }),
        reason: row.verdict.reason().map(|reason| reason.to_string()),
        comparisons: row.comparisons.iter().map(|comparison| comparison_out(row, comparison)).collect(),
        target: row.target.as_ref().map(|against| shapes::AgainstTarget {
            value: number(against.target.value),
            points: against.points.to_f64(),
            verdict: against.verdict.id(),
            could_be_chance: match against.miss {
                Miss::Clear => Some(false),
                Miss::ByChance => Some(true),
                Miss::NotTested => None,
            },
            children: against.gap.map(children),
            becomes: against.gap.map(|gap| gap.becomes.to_f64()),
        }),
        one_child: row.worth_of_one.map(Exact::to_f64),
        published: row.differs.as_ref().map(|differs| shapes::PublishedElse {
            period: differs.year.to_string(),
            value: number(differs.shown),
            shown: value_text(&row.indicator, differs.shown),
        }),
        sentence: sentence(row),
        commentary: remark_on(remarks, &row.indicator, row.period).map(|remark| remark_out(row, remark)),
        trail: compare::trails(row, choices)
            .iter()
            .map(|trail| shapes::TrailLine { of: trail.of.id(), text: line(row, trail) })
            .collect(),
    }
}

const fn interval_out(interval: Interval) -> shapes::Interval {
    shapes::Interval { low: interval.low, high: interval.high }
}

fn comparison_out(row: &compare::Row, comparison: &compare::Comparison) -> shapes::Comparison {
    let kind = comparison.with.kind;
    let with = kind.id;
    let position = row.position.as_ref().ok();
    let rank = position.and_then(|position| position.beside(kind));
    match &comparison.outcome {
        Err(reason) => shapes::Comparison {
            with,
            label: comparator_name(&comparison.with, None),
            verdict: "no comparison",
            reason: Some(no_comparison_text(*reason)),
            ..shapes::Comparison::default()
        },
        Ok(compared) => shapes::Comparison {
            with,
            label: comparator_name(&comparison.with, Some(compared)),
            period: Some(compared.year.to_string()),
            value: Some(compared.value.to_f64()),
            shown: value_text(&row.indicator, compared.shown),
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
                _ => source_of(&row.indicator),
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

fn span_of(id: &str) -> Result<Span, JsError> {
    let texts = Span::ALL.map(Span::id);
    Ok(Span::by_id(id).ok_or_else(|| not_one_of("monthsAre", texts, id))?)
}

fn also_of(ids: &[String]) -> Result<Rc<[&'static ComparatorKind]>, JsError> {
    let kind = |id: &String| {
        let texts = || USUAL.iter().chain(&FURTHER).map(|kind| kind.id.to_owned()).collect();
        ComparatorKind::by_id(id).ok_or_else(|| Misuse::NotOneOf("also", texts(), id.clone()).into())
    };
    ids.iter().map(kind).collect()
}

fn known_of(year: &str) -> Result<u16, JsError> {
    let known = year.parse().ok().filter(|year| published::known_years().contains(year));
    Ok(known.ok_or_else(|| {
        let years = published::known_years().iter().map(u16::to_string).collect();
        Misuse::NotOneOf("knownIn", years, year.to_owned())
    })?)
}

fn target_of(measure: Measure, target: &shapes::TargetRequest) -> Result<(Measure, Target), JsError> {
    let decimal = |number: f64, what: &'static str| {
        let found = Decimal::parse(&number.to_string()).ok();
        found.ok_or_else(|| Misuse::NotADecimal(what, measure.id.clone().into_owned(), number))
    };
    let (value, tolerance) =
        (decimal(target.value, "target")?, decimal(target.tolerance.unwrap_or_default(), "tolerance")?);
    let target =
        Target::of(&measure, value, tolerance).map_err(|error| Misuse::Refused(error.to_string()))?;
    Ok((measure, target))
}

fn not_one_of<const N: usize>(field: &'static str, texts: [&str; N], given: &str) -> Misuse {
    Misuse::NotOneOf(field, texts.map(str::to_owned).to_vec(), given.to_owned())
}
