//! Reading, and figures as they cross to JavaScript and back.

use std::collections::HashMap;

use wasm_bindgen::prelude::*;

use super::own::OwnMeasures;
use super::{Answer, area_of, float, from_js, number, period_of, shapes, to_js};
use crate::app::targets::can_meet_target;
use crate::figure::{Amount, Figure, Place};
use crate::indicator::{Kind, Measure, OwnMeasure};
use crate::number::Decimal;
use crate::period::Period;
use crate::read as reading;
use crate::sorting::Sorting;
use crate::words::face::{self as words, Misuse};
use crate::words::screens::figures::targets_not_judged;

/// Reads text or bytes into figures and problems. `council` and `period` are given to figures that do not say theirs; a
/// quarter or a month without its year takes that of `period`.
///
/// # Errors
/// When the input is neither text nor bytes, is larger than is read, or an option is not known.
#[wasm_bindgen]
pub fn read(input: &JsValue, options: JsValue) -> Answer {
    let options: shapes::ReadOptions = if options.is_null_or_undefined() {
        shapes::ReadOptions::default()
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
    let own = OwnMeasures::of(options.own_measures.as_deref())?;
    let mut result = if let Some(text) = input.as_string() {
        reading::read(&text)
    } else if let Some(bytes) = input.dyn_ref::<js_sys::Uint8Array>() {
        reading::read_bytes(&bytes.to_vec(), &options.file_name.unwrap_or_default())
    } else {
        return Err(Misuse::Takes(words::READ).into());
    };
    own.keep_in(&mut result);
    if let Some(period) = period {
        result.complete_periods(period);
    }
    let figure = |mut figure: Figure| {
        figure.area = figure.area.or(council);
        figure.period = figure.period.or(period);
        figure_out(&figure)
    };
    let question = |question: reading::Question| shapes::Question {
        label: question.label,
        context: Some(question.context).filter(|context| !context.is_empty()),
        places: question.places.iter().map(place_out).collect(),
        options: question
            .options
            .into_iter()
            .map(|indicator| shapes::Candidate { indicator: &indicator.id, title: &indicator.title })
            .collect(),
    };
    let own_measure = |measure: OwnMeasure| shapes::OwnMeasure {
        id: measure.id,
        title: measure.title,
        kind: measure.kind.id(),
        theme: measure.theme.id(),
    };
    let target = |target: &reading::StatedTarget| {
        let (measure, period, value) = target.settled()?;
        Some(shapes::StatedTarget {
            indicator: measure.id.clone().into_owned(),
            period: period.map(Period::id),
            value: number(value),
            tolerance: target.near().map(number),
            place: place_out(&target.place()),
        })
    };
    let comparator = |comparator: &reading::StatedComparator| {
        let (measure, period, value) = comparator.settled()?;
        Some(shapes::StatedComparator {
            with: comparator.with.id(),
            indicator: measure.id.clone().into_owned(),
            period: period.map(Period::id),
            value: number(value),
            place: place_out(&comparator.place()),
        })
    };
    let comment = |comment: &reading::Comment| {
        Some(shapes::StatedComment {
            indicator: comment.measure()?.id.clone().into_owned(),
            period: Period::parse(&comment.entry.period).ok().map(Period::id),
            part: comment.part.id(),
            text: comment.text.clone(),
            place: place_out(&comment.place),
        })
    };
    to_js(&shapes::Reading {
        targets: result.targets.iter().filter_map(target).collect(),
        comparators: result.comparators.iter().filter_map(comparator).collect(),
        commentary: result.comments.iter().filter_map(comment).collect(),
        own_measures: result.own_measures().into_iter().map(own_measure).collect(),
        questions: result.questions().into_iter().map(question).collect(),
        layout: result.layouts.iter().map(|layout| layout.id()).collect::<Vec<_>>().join(", "),
        figures: result.figures().into_iter().map(figure).collect(),
        problems: result.all_problems().into_iter().map(problem_out).chain(targets_note(&result)).collect(),
    })
}

/// The note that targets are not judged, where neither direction of their measures is better.
fn targets_note(reading: &reading::Reading) -> Option<shapes::Problem> {
    let is_open = |measure: &Measure| !measure.is_own() && !can_meet_target(measure);
    let of = |target: &reading::StatedTarget| {
        Some((target.settled()?.0, target.place())).filter(|(measure, _)| is_open(measure))
    };
    let (mut measures, places): (Vec<Measure>, Vec<Place>) = reading.targets.iter().filter_map(of).unzip();
    measures.arrange_by(Measure::in_order);
    measures.dedup();
    let message = targets_not_judged(&measures).join(" ");
    Some(shapes::Problem {
        severity: reading::Severity::Note.id(),
        place: place_out(places.first()?),
        message: message.trim_end_matches('.').to_owned(),
        found: String::new(),
    })
}

pub(super) fn problem_out(problem: reading::Problem) -> shapes::Problem {
    shapes::Problem {
        severity: problem.severity.id(),
        place: place_out(&problem.place),
        message: problem.message(),
        found: problem.found,
    }
}

fn figure_out(figure: &Figure) -> shapes::Figure {
    let mut out = shapes::Figure {
        indicator: figure.indicator.id.clone().into_owned(),
        area: figure.area.map(|area| area.code.to_owned()),
        period: figure.period.map(Period::id),
        stated: figure.stated.map(|stated| stated.to_string()),
        place: figure.place.as_ref().map(place_out),
        ..shapes::Figure::default()
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

/// Figures from JavaScript, each of a measure of the catalogue or of one described with them.
pub(super) fn figures_in(figures: &[shapes::Figure], own: &OwnMeasures) -> Result<Vec<Figure>, JsError> {
    let mut measures: HashMap<&str, Measure> = HashMap::new();
    for figure in figures {
        let id = figure.indicator.as_str();
        if !measures.contains_key(id) {
            measures.insert(id, own.measure(id, figures)?);
        }
    }
    let known =
        |figure: &shapes::Figure| measures.get(figure.indicator.as_str()).map(|of| figure_in(figure, of));
    figures.iter().filter_map(known).collect()
}

/// A figure from JavaScript goes through the same check as one that is typed.
pub(super) fn figure_in(figure: &shapes::Figure, indicator: &Measure) -> Result<Figure, JsError> {
    let text = |number: Option<f64>| number.map_or_else(String::new, |number| number.to_string());
    let value = match (&figure.symbol, figure.value) {
        (Some(symbol), _) => symbol.clone(),
        (None, Some(value)) => stated(value, figure.decimals),
        (None, None) => String::new(),
    };
    let percent = indicator.kind == Kind::Share && figure.value.is_some() && figure.symbol.is_none();
    let entry = reading::Entry {
        label: indicator.title.clone().into_owned(),
        subject: reading::Subject::Known(indicator.clone()),
        area: figure.area.clone().unwrap_or_default(),
        period: figure.period.clone().unwrap_or_default(),
        numerator: text(figure.numerator),
        denominator: text(figure.denominator),
        value: if percent { value + "%" } else { value },
        ..reading::Entry::default()
    };
    let checked = entry.check();
    let reason = checked.problems.last().map(reading::Problem::message);
    Ok(checked.figure.ok_or(Misuse::BadFigure(indicator.id.clone().into_owned(), reason))?)
}

/// A number of JavaScript as it was stated: its shortest decimal form, rounded half away from zero to the decimals given.
fn stated(value: f64, decimals: Option<u8>) -> String {
    match (Decimal::parse(&value.to_string()), decimals) {
        (Ok(decimal), Some(decimals)) => {
            crate::number::Exact::from(decimal).rounded(decimals.min(9)).to_string()
        }
        (Ok(decimal), None) => decimal.to_string(),
        // 0.1 + 0.2 has more digits than were meant.
        (Err(_), _) => Decimal::nearest(value, 9).map_or_else(|| value.to_string(), |near| near.to_string()),
    }
}

fn place_out(place: &Place) -> shapes::Place {
    shapes::Place {
        file: place.file.clone(),
        sheet: place.sheet.clone(),
        row: place.row,
        column: place.column,
    }
}
