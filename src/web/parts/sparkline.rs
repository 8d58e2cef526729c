//! The last periods of a measure as a line in its cell.

use std::fmt::Write as _;

use yew::prelude::*;

use crate::compare::{Origin, Past, Row};
use crate::indicator::Measure;
use crate::words::charts::sparkline_label;

/// How many periods a line shows.
const PERIODS: usize = 5;
const WIDTH: f64 = 84.0;
const HEIGHT: f64 = 26.0;
const MARGIN: f64 = 4.0;

/// The last five periods of a row up to its own; empty if there is only one.
pub(crate) fn sparkline(row: &Row) -> Html {
    let first = row.history.len().saturating_sub(PERIODS);
    line(&row.indicator, row.history.get(first..).unwrap_or_default())
}

/// Figures of a measure as a line; empty if there is only one.
pub(crate) fn line(measure: &Measure, history: &[Past]) -> Html {
    marked(measure, history, |_| "")
}

/// The same with a class for the figures that are marked; others have an empty one.
pub(crate) fn marked(measure: &Measure, history: &[Past], mark: impl Fn(&Past) -> &'static str) -> Html {
    let value = |past: &Past| past.amount.exact(measure.kind).map(crate::number::Exact::to_f64);
    let values: Vec<f64> = history.iter().filter_map(value).collect();
    if values.len() < 2 {
        return html! {};
    }
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let range = (high - low).max(f64::MIN_POSITIVE);
    // As far apart as their periods: a year of which there is no figure is a gap.
    let number = |past: &Past| f64::from(past.period.number());
    let (from, to) = (history.first().map_or(0.0, number), history.last().map_or(1.0, number));
    let x = |past: &Past| MARGIN + (WIDTH - 2.0 * MARGIN) * (number(past) - from) / (to - from).max(1.0);
    let points: Vec<_> = history
        .iter()
        .map(|past| {
            value(past).map(|value| {
                let share = if high > low { (value - low) / range } else { 0.5 };
                let class = match (mark(past), past.origin) {
                    ("", Origin::Entered) => "spark-own",
                    ("", Origin::Published) => "spark-published",
                    (marked, _) => marked,
                };
                (x(past), HEIGHT - MARGIN - share * (HEIGHT - 2.0 * MARGIN), class)
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
    html! {
        <svg class="spark" role="img" aria-label={sparkline_label(measure, history)} viewBox={format!("0 0 {WIDTH} {HEIGHT}")} width={WIDTH.to_string()} height={HEIGHT.to_string()}>
            <path class="spark-line" d={path} />
            { for points.iter().enumerate().filter_map(dot) }
        </svg>
    }
}
