//! One indicator of the scorecard.

use std::rc::Rc;

use yew::prelude::*;

use crate::compare::{
    AgainstTarget, ComparatorKind, Comparison, ENGLAND, Gap, Position, Row, Side, Verdict, Way,
};
use crate::indicator::Kind;
use crate::number::Exact;

use crate::web::parts::row_charts::RowCharts;
use crate::web::parts::strip::strip;
use crate::words::change::{before_text, caution_text, change_interval_text, note_heading, trend_text};
use crate::words::comparator::{
    comparator_name, differs_text, latest_text, no_comparison_cell, of_members, published_text, revision_text,
};
use crate::words::figure::{
    counts_text, difference_text, figure_text, interval_remark, interval_text, value_text, worth_text,
};
use crate::words::gap::{Goal, closing_sentences, closing_text};
use crate::words::position::short_rank_text;
use crate::words::screens::scorecard as words;
use crate::words::sentence::sentence;
use crate::words::text::capital;
use crate::words::verdict::{change_verdict_text, compared_text, row_verdict_text, target_verdict_text};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub row: Rc<Row>,
    /// What the table it stands in is shown in: everything, or only the screen or print; part of the ids.
    pub class: &'static str,
    /// Whether there is a column of targets.
    pub has_target: bool,
    pub on_copy: Callback<Rc<Row>>,
}

/// The id of the row of a measure, by which it is found from anywhere.
pub(crate) fn row_id(measure: &str) -> String {
    format!("row-{measure}")
}

#[component]
pub(crate) fn ScorecardRow(Props { row, class, has_target, on_copy }: &Props) -> Html {
    let is_open = use_state(|| false);
    let indicator = &row.indicator;
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
            <tr role="row" id={(*class != "print-only").then(|| row_id(&indicator.id))} tabindex="-1">
                <th scope="row" role="rowheader" class="cell-title">
                    { &indicator.title }
                    <button type="button" class="link link-block" aria-expanded={is_open.to_string()}
                        aria-controls={is_open.then(|| definition_id.clone())} onclick={toggle}>
                        { words::MORE }
                        <span class="visually-hidden">{ words::of(&indicator.title) }</span>
                    </button>
                </th>
                <td role="cell" data-label={words::FIGURE} class="cell-figure">{ figure(row) }</td>
                <td role="cell" data-label={words::CHANGE}>{ change(row) }</td>
                { comparisons(row) }
                { for has_target.then(|| html! {
                    <td role="cell" data-label={words::TARGET}>{ for row.target.as_ref().map(|against| target(row, against)) }</td>
                }) }
            </tr>
            if *is_open {
                <tr role="row" class="row-definition">
                    <td role="cell" id={definition_id} colspan={(3 + row.comparisons.len() + usize::from(*has_target)).to_string()}>
                        <p class="sentence">{ sentence(row) }</p>
                        { about(row) }
                        <div class="charts"><RowCharts row={row.clone()} /></div>
                        { definition(indicator, indicator.notes_of(row.council)) }
                        <button type="button" class="button button-quiet" onclick={copy}>{ words::COPY_ROW }</button>
                    </td>
                </tr>
            }
        </>
    }
}

/// The figure with its counts and interval, led by its counts where those say more, and its picture.
fn figure(row: &Row) -> Html {
    let (first, second) = if row.is_of_few() {
        (counts_text(row), figure_text(row))
    } else {
        (figure_text(row), counts_text(row))
    };
    let interval = match row.interval {
        Some(interval) if row.indicator.kind != Kind::Count => {
            format!("({})", interval_text(&row.indicator, interval))
        }
        _ => String::new(),
    };
    let missing = if row.interval.is_none() { interval_remark(row) } else { String::new() };
    let interval = (!interval.is_empty()).then(|| {
        html! {
            <span class="interval"><span class="visually-hidden">{ words::INTERVAL }</span>{ interval }</span>
        }
    });
    let judged =
        (row.way == Way::Quartile).then(|| verdict(row.verdict, Side::Level, &row_verdict_text(row)));
    html! {
        <>
            <strong>{ first }</strong>{ " " }
            { for interval }
            { remark(if missing.is_empty() { &second } else { &missing }) }
            { for row.period.map(|period| remark(&period.label(row.indicator.basis))) }
            { remark(&published_text(row)) }
            { for judged }
            { strip(row) }
        </>
    }
}

/// What else there is to know: the trend, the interval of a number, what one child is worth.
fn about(row: &Row) -> Html {
    let mut lines = vec![format!("{}.", words::trend(&trend_text(row)))];
    lines.extend(closing_sentences(row));
    lines.push(differs_text(row));
    lines.push(worth_text(row));
    if let Some(interval) = row.interval.filter(|_| row.indicator.kind == Kind::Count) {
        lines.push(words::interval_of_number(&interval_text(&row.indicator, interval)));
    }
    let is_there = |line: &String| !line.is_empty();
    lines.into_iter().filter(is_there).map(|line| html! { <p>{ line }</p> }).collect()
}

/// A figure compared with its target.
fn target(row: &Row, against: &AgainstTarget) -> Html {
    html! {
        <>
            <strong>{ value_text(&row.indicator, against.target.value) }</strong>
            { remark(&difference_text(&row.indicator, against.shown_points)) }
            { verdict(against.verdict, Side::of(against.points), &target_verdict_text(against)) }
            { for against.gap.map(|gap| closing(row, gap, Goal::Target, against.points)) }
        </>
    }
}

/// What would close a gap.
fn closing(row: &Row, gap: Gap, goal: Goal<'_>, points: Exact) -> Html {
    remark(&closing_text(row, gap, goal, points))
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
                <td role="cell" data-label={words::COMPARISON} colspan={span}>{ remark(&no_comparison_cell(**first)) }</td>
            }
        }
        _ => html! { { for row.comparisons.iter().map(|each| comparison(row, each)) } },
    }
}

/// The definition and everything that belongs to it, as shown beside a figure and on the About screen.
pub(crate) fn definition<'a>(
    indicator: &crate::indicator::Indicator,
    notes: impl Iterator<Item = &'a crate::indicator::SeriesNote>,
) -> Html {
    let term = |name: &str, text: &str| {
        let (name, text) = (name.to_owned(), text.to_owned());
        if text.is_empty() {
            html! {}
        } else {
            html! { <div><dt>{ name }</dt><dd>{ text }</dd></div> }
        }
    };
    let figures = indicator.publication.as_ref().map(words::official_figures);
    html! {
        <dl class="terms">
            { term(words::DEFINITION, &indicator.definition) }
            { term(words::NUMERATOR, indicator.numerator) }
            { term(words::DENOMINATOR, indicator.denominator) }
            { term(words::DIRECTION, words::direction(indicator.good)) }
            { term(words::SOURCE_OF_DEFINITION, indicator.source) }
            { term(words::OFFICIAL_FIGURES, figures.as_deref().unwrap_or(words::NO_OFFICIAL_FIGURES)) }
            { for notes.map(|note| term(&note_heading(indicator, note), note.text)) }
        </dl>
    }
}

fn remark(text: &str) -> Html {
    if text.is_empty() {
        html! {}
    } else {
        html! { <span class="remark">{ capital(text) }</span> }
    }
}

fn change(row: &Row) -> Html {
    let trend = row.trend.as_ref().ok().filter(|trend| trend.verdict != Verdict::Similar);
    let trend = trend.map(|_| remark(&words::trend(&trend_text(row))));
    if row.value.is_none() {
        return html! {};
    }
    let Some(change) = &row.change else {
        return html! { <><span class="remark">{ words::NO_EARLIER }</span>{ for trend }</> };
    };
    let before = before_text(&row.indicator, change);
    let interval = change
        .interval
        .map(|interval| remark(&words::interval(&change_interval_text(&row.indicator, interval))));
    let judged = verdict(change.verdict, Side::of(change.points), &change_verdict_text(change));
    if let Some(note) = change.break_note {
        return html! {
            <>{ remark(&words::not_compared(&before)) }{ remark(note) }</>
        };
    }
    html! {
        <>
            <strong>{ difference_text(&row.indicator, change.shown) }</strong>
            { remark(&words::from(&before)) }
            { for interval }
            { judged }
            { for change.cautions.iter().map(|note| remark(&caution_text(note))) }
            { for trend }
        </>
    }
}

fn comparison(row: &Row, comparison: &Comparison) -> Html {
    let label = comparator_name(&comparison.with, None);
    let content = match &comparison.outcome {
        Err(reason) => remark(&no_comparison_cell(*reason)),
        Ok(compared) => {
            let latest = latest_text(row.known, compared.age);
            let of = compared
                .members
                .filter(|(with_figure, all)| with_figure < all)
                .map(|(with_figure, all)| of_members(with_figure, all));
            // That the two are level to within one child is in the verdict where there is one.
            let is_said = row.beside(compared) == Verdict::Similar && row.is_under_one_child(compared.points);
            let gap = compared.gap.filter(|_| !is_said);
            html! {
                <>
                    <strong>{ value_text(&row.indicator, compared.shown) }</strong>
                    { remark(&format!("{}{latest}", compared.year)) }
                    { for of.map(|of| remark(&of)) }
                    { remark(&revision_text(&row.indicator, compared.revision)) }
                    { for compared.verdict.is_comparison().then(|| remark(&difference_text(&row.indicator, compared.shown_points))) }
                    { verdict(row.beside(compared), Side::of(compared.points), &compared_text(row, compared)) }
                    { for gap.map(|gap| closing(row, gap, Goal::Comparator(&comparison.with), compared.points)) }
                    { for row.position.as_ref().ok().map(|position| ranked(row, comparison.with.kind, position, compared.year)) }
                </>
            }
        }
    };
    html! { <td role="cell" data-label={label}>{ content }</td> }
}

/// The rank that belongs to a comparator, such as among all councils to England.
fn ranked(row: &Row, kind: &ComparatorKind, position: &Position, year: u16) -> Html {
    let Some(rank) = position.beside(kind) else { return html! {} };
    let quartile = position.quartile.ok().filter(|_| *kind == ENGLAND && row.way != Way::Quartile);
    let of_year = (position.year != year).then_some(position.year);
    remark(&words::ranked(&short_rank_text(rank, row.indicator.good), quartile, of_year))
}

/// A verdict with its sign: an arrow for the direction, a wave for chance, in a colour and with words for the judgement.
fn verdict(verdict: Verdict, side: Side, text: &str) -> Html {
    if text.is_empty() {
        return html! {};
    }
    let class = match verdict {
        good if good.is_good() => "verdict verdict-better",
        bad if bad.is_bad() => "verdict verdict-worse",
        Verdict::CannotSay(_) => "verdict verdict-none",
        _ => "verdict",
    };
    let sign = match (verdict, side) {
        (Verdict::CannotSay(_) | Verdict::In(_), _) => "",
        (Verdict::Met, _) => "M2 8l4 5L14 3",
        (Verdict::Similar, _) => "M1 9c2-5 5-5 7-1s5 4 7-1",
        (_, Side::Above) => "M8 14V2M3 7l5-5 5 5",
        (_, Side::Level) => "M2 6h12M2 10h12",
        (_, Side::Below) => "M8 2v12M3 9l5 5 5-5",
    };
    html! {
        <span {class}>
            if !sign.is_empty() {
                <svg class="sign" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
                    <path d={sign} fill="none" stroke="currentColor" stroke-width="2.5" />
                </svg>
            }
            { capital(text) }
        </span>
    }
}
