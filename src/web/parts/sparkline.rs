//! The last periods of a measure as a line in its cell.

use std::fmt::Write as _;

use yew::prelude::*;

use crate::chart::Ink;
use crate::compare::{Comparison, Origin, Past, Row};
use crate::indicator::Measure;
use crate::period::Period;
use crate::words::charts::sparkline_label;

/// How many periods a line shows.
const PERIODS: usize = 5;
const WIDTH: f64 = 84.0;
const HEIGHT: f64 = 26.0;
const MARGIN: f64 = 4.0;

/// The line of a council that was chosen.
struct Other {
    ink: Ink,
    past: Vec<(Period, f64)>,
}

/// The last five periods of a row up to its own, with those of the councils that were chosen where they are years; empty if there is
/// only one.
pub(crate) fn sparkline(row: &Row) -> Html {
    let first = row.history.len().saturating_sub(PERIODS);
    let history = row.history.get(first..).unwrap_or_default();
    let is_drawn = |period: Period| {
        history.first().is_some_and(|from| from.period.is_as_long_as(period) && from.period <= period)
    };
    let other = |comparison: &Comparison| {
        let past = comparison.past.iter().filter(|(period, _)| is_drawn(*period));
        let past: Vec<_> = past.map(|(period, value)| (*period, value.to_f64())).collect();
        (past.len() > 1).then_some(Other { ink: comparison.with.ink, past })
    };
    let others: Vec<Other> = row.comparisons.iter().filter_map(other).collect();
    drawn(&row.indicator, history, |_| "", &others)
}

/// Figures of a measure as a line, with a class for those that are marked; others have an empty one. Empty if there is only one.
pub(crate) fn marked(measure: &Measure, history: &[Past], mark: impl Fn(&Past) -> &'static str) -> Html {
    drawn(measure, history, mark, &[])
}

fn drawn(
    measure: &Measure,
    history: &[Past],
    mark: impl Fn(&Past) -> &'static str,
    others: &[Other],
) -> Html {
    let value = |past: &Past| past.amount.exact(measure.kind).map(crate::number::Exact::to_f64);
    let values: Vec<f64> = history.iter().filter_map(value).collect();
    if values.len() < 2 {
        return html! {};
    }
    let of_others = others.iter().flat_map(|other| other.past.iter().map(|(_, value)| *value));
    let all = || values.iter().copied().chain(of_others.clone());
    let (low, high) = (all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max));
    let range = (high - low).max(f64::MIN_POSITIVE);
    // As far apart as their periods: a year of which there is no figure is a gap.
    let number = |period: Period| f64::from(period.number());
    let end = |past: Option<&Past>| past.map_or(0.0, |past| number(past.period));
    let (from, to) = (end(history.first()), end(history.last()));
    let x = |period: Period| MARGIN + (WIDTH - 2.0 * MARGIN) * (number(period) - from) / (to - from).max(1.0);
    let y = |value: f64| {
        let share = if high > low { (value - low) / range } else { 0.5 };
        HEIGHT - MARGIN - share * (HEIGHT - 2.0 * MARGIN)
    };
    let points: Vec<_> = history
        .iter()
        .map(|past| {
            value(past).map(|value| {
                let class = match (mark(past), past.origin) {
                    ("", Origin::Entered) => "spark-own",
                    ("", Origin::Published) => "spark-published",
                    (marked, _) => marked,
                };
                (x(past.period), y(value), class)
            })
        })
        .collect();
    let mut path = String::new();
    let mut before = None;
    for (past, point) in history.iter().zip(&points) {
        if let Some((x, y, _)) = point {
            let follows = before == Some(past.period.number() - 1);
            let _ = write!(path, "{}{x:.1} {y:.1}", if follows { 'L' } else { 'M' });
        }
        before = point.map(|_| past.period.number());
    }
    let last = points.len() - 1;
    let dot = |(index, point): (usize, &Option<(f64, f64, &'static str)>)| {
        let (x, y, class) = (*point)?;
        let is_large = index == last || class.starts_with("spark-unusual");
        let size = if is_large { "3.5" } else { "2" };
        Some(html! { <circle {class} cx={format!("{x:.1}")} cy={format!("{y:.1}")} r={size} /> })
    };
    let other = |other: &Other| {
        let mut path = String::new();
        let mut before = None;
        for (period, value) in &other.past {
            let follows = before == Some(period.number() - 1);
            let _ = write!(path, "{}{:.1} {:.1}", if follows { 'L' } else { 'M' }, x(*period), y(*value));
            before = Some(period.number());
        }
        let class = format!("spark-other stroke-{}", other.ink.name());
        html! { <path {class} d={path} stroke-dasharray={other.ink.dashes()} /> }
    };
    html! {
        <svg class="spark" role="img" aria-label={sparkline_label(measure, history)} viewBox={format!("0 0 {WIDTH} {HEIGHT}")} width={WIDTH.to_string()} height={HEIGHT.to_string()}>
            { for others.iter().map(other) }
            <path class="spark-line" d={path} />
            { for points.iter().enumerate().filter_map(dot) }
        </svg>
    }
}
