//! A figure among others, drawn in its cell: its interval as whiskers, ticks for what it is compared with, dots for all
//! councils.

use yew::prelude::*;

use crate::chart::{Ink, Right, STRIP_HEIGHT, STRIP_LINE, STRIP_NAMES, STRIP_WIDTH, Strip, StripValues};
use crate::compare::Row;
use crate::indicator::Good;
use crate::number::Exact;
use crate::words::charts::{axis_end, strip_label};
use crate::words::position::plain_place;

/// A tick of a strip: its colour and the mark of what it stands for.
type Tick = (Ink, &'static str);

/// The strip of a row; empty where it has no place among councils, since comparators alone have no worst and best end.
pub(crate) fn strip(row: &Row) -> Html {
    let (Some(value), Ok(position)) = (row.value, &row.position) else { return html! {} };
    let mut ticks: Vec<Tick> = Vec::new();
    let mut others = Vec::new();
    // Councils that were chosen have the signs that they have in every chart.
    let (mut inks, mut signs) = (Vec::new(), Vec::new());
    for comparison in &row.comparisons {
        let Ok(compared) = &comparison.outcome else { continue };
        if comparison.with.ink.has_sign() {
            inks.push(comparison.with.ink);
            signs.push(compared.value.to_f64());
        } else {
            ticks.push((comparison.with.ink, comparison.with.kind.mark));
            others.push(compared.value.to_f64());
        }
    }
    let all: Vec<f64> =
        position.distribution.values().map(|(value, _)| Exact::from(value).to_f64()).collect();
    if let Some(target) = &row.target {
        ticks.push((Ink::Target, "T"));
        others.push(Exact::from(target.target.value).to_f64());
    }
    let values = StripValues {
        own: value.to_f64(),
        interval: row.interval.map(|interval| (interval.low, interval.high)),
        others,
        signs,
        all,
        right: if row.indicator.good == Good::Low { Right::Lowest } else { Right::Highest },
    };
    let Some(strip) = Strip::of(&values) else { return html! {} };
    drawn(row, &strip, &ticks, &inks)
}

fn drawn(row: &Row, strip: &Strip, ticks: &[Tick], inks: &[Ink]) -> Html {
    let n = |number: f64| format!("{number:.1}");
    let tick = |(x, (ink, _)): (&f64, &Tick)| {
        html! {
            <line class={classes!("tick", format!("tick-{}", ink.name()))} x1={n(*x)} x2={n(*x)} y1={n(STRIP_LINE - 6.0)} y2={n(STRIP_LINE + 6.0)} />
        }
    };
    let name = |(x, together): &(f64, Vec<usize>)| {
        let letters: String = together.iter().filter_map(|index| Some(ticks.get(*index)?.1)).collect();
        html! { <text x={n(*x)} y={n(STRIP_NAMES)} text-anchor="middle">{ letters }</text> }
    };
    let sign = |(x, ink): (&f64, &Ink)| {
        let path = ink.sign((*x, STRIP_LINE))?;
        Some(html! { <path class={classes!("strip-sign", format!("fill-{}", ink.name()))} d={path} /> })
    };
    // Without dots there is nothing above the line, and without ticks no name below it.
    let top = if strip.dots.is_empty() { STRIP_LINE - 6.0 } else { 0.0 };
    let bottom = if ticks.is_empty() { STRIP_LINE + 6.0 } else { STRIP_HEIGHT };
    let end = |value: f64| html! { <span aria-hidden="true">{ axis_end(&row.indicator, value) }</span> };
    let (left, right) = strip.ends;
    // The heading of the column speaks of worst and best, of which there is neither here.
    let rank = row.position.as_ref().ok().map(|position| position.councils);
    let place = rank.and_then(|rank| plain_place(rank, row.indicator.good));
    html! {
        <>
        <div class="strip-scale">
        { end(left) }
        <svg class="strip" role="img" aria-label={strip_label(row)} viewBox={format!("0 {top} {STRIP_WIDTH} {}", bottom - top)}>
            <path class="strip-dots" d={strip.dots.clone()} />
            <line class="strip-line" x1="5" x2={n(STRIP_WIDTH - 5.0)} y1={n(STRIP_LINE)} y2={n(STRIP_LINE)} />
            { for strip.others.iter().zip(ticks).map(tick) }
            { for strip.names.iter().map(name) }
            { for strip.whisker.map(|(low, high)| html! {
                <path class="strip-whisker" d={format!("M{low:.1} {0}v6m0 -3H{high:.1}m0 -3v6", STRIP_LINE - 3.0)} />
            }) }
            { for strip.signs.iter().zip(inks).filter_map(sign) }
            <circle class="strip-own" cx={n(strip.own)} cy={n(STRIP_LINE)} r="5" />
        </svg>
        { end(right) }
        </div>
        { for place.map(|place| html! { <span class="strip-place" aria-hidden="true">{ place }</span> }) }
        </>
    }
}
