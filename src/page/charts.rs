//! Charts: a headline that states the message, what is measured, the picture, and its table one press away.

use yew::prelude::*;

use crate::chart::{Axes, Frame};
use crate::report::{Table, model_number};

use super::data_table::{DataTable, Leaving};

const FRAME: Frame = Frame { width: 640.0, height: 300.0, left: 48.0, right: 16.0, top: 16.0, bottom: 44.0 };

/// One line of a chart.
#[derive(Clone, PartialEq)]
pub(super) struct Series {
    /// Class for the style sheet.
    pub class: &'static str,
    /// Points from left to right.
    pub points: Vec<(f64, f64)>,
}

/// One marked point, with its label.
#[derive(Clone, PartialEq)]
pub(super) struct Mark {
    pub class: &'static str,
    pub at: (f64, f64),
    pub label: String,
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub id: &'static str,
    /// The message.
    pub headline: String,
    /// What is measured, of whom, when.
    pub subtitle: String,
    pub x_title: &'static str,
    pub lines: Vec<Series>,
    /// A band of outcomes: x, low, high.
    #[prop_or_default]
    pub band: Vec<(f64, f64, f64)>,
    #[prop_or_default]
    pub marks: Vec<Mark>,
    pub table: Table,
    pub leaving: Leaving,
}

#[component]
pub(super) fn LineChart(props: &Props) -> Html {
    let of_lines = props.lines.iter().flat_map(|line| line.points.iter().copied());
    let of_band = props.band.iter().map(|(x, _, high)| (*x, *high));
    let of_marks = props.marks.iter().map(|mark| mark.at);
    let axes = Axes::holding(FRAME, of_lines.chain(of_band).chain(of_marks));
    let (title, desc) = (format!("{}-title", props.id), format!("{}-desc", props.id));
    let right = FRAME.width - FRAME.right;
    let floor = FRAME.height - FRAME.bottom;
    html! {
        <figure class="chart">
            <figcaption><strong>{ &props.headline }</strong><span class="remark">{ &props.subtitle }</span></figcaption>
            <svg role="img" aria-labelledby={format!("{title} {desc}")} viewBox={format!("0 0 {} {}", FRAME.width, FRAME.height)}>
                <title id={title}>{ &props.headline }</title>
                <desc id={desc}>{ &props.subtitle }</desc>
                { for axes.y.ticks(5).iter().map(|tick| {
                    let y = format!("{:.1}", axes.y.at(*tick));
                    html! {
                        <g class="chart-grid">
                            <line x1={FRAME.left.to_string()} x2={right.to_string()} y1={y.clone()} y2={y.clone()} />
                            <text x={(FRAME.left - 6.0).to_string()} {y} text-anchor="end" dominant-baseline="middle">{ model_number(*tick, 2) }</text>
                        </g>
                    }
                }) }
                { for axes.x.ticks(8).iter().map(|tick| {
                    let x = format!("{:.1}", axes.x.at(*tick));
                    html! { <text class="chart-label" {x} y={(floor + 18.0).to_string()} text-anchor="middle">{ model_number(*tick, 2) }</text> }
                }) }
                <text class="chart-label" x={right.to_string()} y={(FRAME.height - 6.0).to_string()} text-anchor="end">{ props.x_title }</text>
                if !props.band.is_empty() {
                    <path class="chart-band" d={axes.area(&props.band)} />
                }
                { for props.lines.iter().map(|line| html! {
                    <path class={classes!("chart-line", line.class)} d={axes.line(line.points.iter().copied())} />
                }) }
                { for props.marks.iter().map(|mark| mark_of(&axes, mark)) }
            </svg>
            <details>
                <summary>{ "The numbers of this chart" }</summary>
                <DataTable table={props.table.clone()} leaving={props.leaving} />
            </details>
        </figure>
    }
}

fn mark_of(axes: &Axes, mark: &Mark) -> Html {
    let (x, y) = (axes.x.at(mark.at.0), axes.y.at(mark.at.1));
    let is_right = x > FRAME.width * 0.7;
    let (label_x, anchor) = if is_right { (x - 10.0, "end") } else { (x + 10.0, "start") };
    html! {
        <g class={classes!("chart-mark", mark.class)}>
            <circle cx={format!("{x:.1}")} cy={format!("{y:.1}")} r="5" />
            <text x={format!("{label_x:.1}")} y={format!("{:.1}", y - 8.0)} text-anchor={anchor}>{ &mark.label }</text>
        </g>
    }
}
