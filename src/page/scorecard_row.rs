//! One indicator of the scorecard.

use std::rc::Rc;

use yew::prelude::*;

use crate::compare::{Comparison, Row, Verdict};
use crate::report;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub row: Rc<Row>,
    /// Where it is shown: everywhere, or only on the screen or in print.
    #[prop_or_default]
    pub class: &'static str,
    pub on_copy: Callback<Rc<Row>>,
}

#[component]
pub(super) fn ScorecardRow(Props { row, class, on_copy }: &Props) -> Html {
    let is_open = use_state(|| false);
    let indicator = row.indicator;
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let copy = {
        let (row, on_copy) = (row.clone(), on_copy.clone());
        Callback::from(move |_: MouseEvent| on_copy.emit(row.clone()))
    };
    let definition_id = format!("definition-{}{class}", indicator.id);
    html! {
        <>
            <tr role="row" class={*class}>
                <th scope="row" role="rowheader" class="cell-title">
                    { indicator.title }
                    <button type="button" class="link link-block" aria-expanded={is_open.to_string()}
                        aria-controls={is_open.then(|| definition_id.clone())} onclick={toggle}>
                        { "Definition and source" }
                        <span class="visually-hidden">{ format!(" of {}", indicator.title) }</span>
                    </button>
                </th>
                <td role="cell" data-label="Figure" class="cell-figure">
                    <strong>{ report::figure_text(row) }</strong>
                    { remark(&report::counts_text(row)) }
                    { for row.interval.map(|interval| remark(&format!("95% interval {}", report::interval_text(interval)))) }
                    { for row.period.map(|period| remark(&period.label(indicator.basis))) }
                </td>
                <td role="cell" data-label="Change">{ change(row) }</td>
                { comparisons(row) }
            </tr>
            if *is_open {
                <tr role="row" class={classes!("row-definition", *class)}>
                    <td role="cell" id={definition_id} colspan={(3 + row.comparisons.len()).to_string()}>
                        <p class="sentence">{ report::sentence(row) }</p>
                        { definition(indicator) }
                        <button type="button" class="button button-quiet" onclick={copy}>{ "Copy this row" }</button>
                    </td>
                </tr>
            }
        </>
    }
}

/// A cell for each comparator; one cell for all where none of them can be compared, for the same reason.
fn comparisons(row: &Row) -> Html {
    let reasons: Vec<_> = row.comparisons.iter().filter_map(|each| each.outcome.as_ref().err()).collect();
    match reasons.as_slice() {
        [first, rest @ ..]
            if reasons.len() == row.comparisons.len() && rest.iter().all(|other| other == first) =>
        {
            let span = row.comparisons.len().to_string();
            html! {
                <td role="cell" data-label="Comparison" colspan={span}>{ remark(&report::no_comparison_text(**first)) }</td>
            }
        }
        _ => html! { { for row.comparisons.iter().map(|each| comparison(row, each)) } },
    }
}

/// The definition and everything that belongs to it, as shown beside a figure and on the About screen.
pub(super) fn definition(indicator: &crate::indicator::Indicator) -> Html {
    let term = |name: &str, text: &str| {
        let (name, text) = (name.to_owned(), text.to_owned());
        if text.is_empty() {
            html! {}
        } else {
            html! { <div><dt>{ name }</dt><dd>{ text }</dd></div> }
        }
    };
    let good = match indicator.good {
        crate::indicator::Good::High => "Higher is better",
        crate::indicator::Good::Low => "Lower is better",
        crate::indicator::Good::Neither => "Neither direction is better in itself",
    };
    let figures = indicator.publication.as_ref().map(|publication| {
        format!(
            "Department for Education, {}, {}. {}",
            publication.title, publication.release, publication.files
        )
    });
    html! {
        <dl class="terms">
            { term("Definition", indicator.definition) }
            { term("Numerator", indicator.numerator) }
            { term("Denominator", indicator.denominator) }
            { term("Direction", good) }
            { term("Source of the definition", indicator.source) }
            { term("Official figures", figures.as_deref().unwrap_or("None are published; this is a local indicator.")) }
            { for indicator.breaks.iter().map(|each| term(&format!("Break in series, {}", each.period), each.note)) }
        </dl>
    }
}

fn remark(text: &str) -> Html {
    if text.is_empty() {
        html! {}
    } else {
        html! { <span class="remark">{ text.to_owned() }</span> }
    }
}

fn change(row: &Row) -> Html {
    let Some(change) = &row.change else {
        return html! { <span class="remark">{ "No earlier figure" }</span> };
    };
    let is_higher = change.points.to_f64() > 0.0;
    html! {
        <>
            <strong>{ report::difference_text(row.indicator, change.shown) }</strong>
            { remark(&format!("from {} {}", report::value_text(row.indicator, change.shown_from), report::when(row.indicator, change.from))) }
            if change.break_note.is_none() && change.verdict == Verdict::Similar {
                { remark("no clear change") }
            } else {
                { verdict(change.verdict, is_higher) }
            }
            { for change.break_note.map(remark) }
        </>
    }
}

fn comparison(row: &Row, comparison: &Comparison) -> Html {
    let label = report::comparator_name(comparison.with, None);
    let content = match &comparison.outcome {
        Err(reason) => remark(&report::no_comparison_text(*reason)),
        Ok(compared) => {
            let latest = if compared.is_older { ", the latest published" } else { "" };
            let of =
                compared.neighbours.map(|(with_figure, all)| format!("{with_figure} of {all} had a figure"));
            let first = compared
                .first_published
                .map(|first| format!("first published as {}", report::value_text(row.indicator, first)));
            html! {
                <>
                    <strong>{ report::value_text(row.indicator, compared.shown) }</strong>
                    { remark(&format!("{}{latest}", compared.year)) }
                    { for of.map(|of| remark(&of)) }
                    { for first.map(|first| remark(&first)) }
                    { remark(&report::difference_text(row.indicator, compared.shown_points)) }
                    { verdict(compared.verdict, compared.points.to_f64() > 0.0) }
                </>
            }
        }
    };
    html! { <td role="cell" data-label={label}>{ content }</td> }
}

/// A verdict with its sign: an arrow for the direction, in a colour and with words for the judgement.
fn verdict(verdict: Verdict, is_higher: bool) -> Html {
    let class = match verdict {
        Verdict::Better => "verdict verdict-better",
        Verdict::Worse => "verdict verdict-worse",
        Verdict::Similar | Verdict::Higher | Verdict::Lower => "verdict",
        Verdict::CannotSay(_) => "verdict verdict-none",
    };
    let sign = match (verdict, is_higher) {
        (Verdict::CannotSay(_), _) => "",
        (Verdict::Similar, _) => "M2 6h12M2 10h12",
        (_, true) => "M8 14V2M3 7l5-5 5 5",
        (_, false) => "M8 2v12M3 9l5 5 5-5",
    };
    html! {
        <span {class}>
            if !sign.is_empty() {
                <svg class="sign" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
                    <path d={sign} fill="none" stroke="currentColor" stroke-width="2.5" />
                </svg>
            }
            { report::verdict_text(verdict, is_higher) }
        </span>
    }
}
