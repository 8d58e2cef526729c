//! One indicator of the scorecard.

use std::rc::Rc;

use yew::prelude::*;

use crate::compare::{
    AgainstTarget, CannotSay, ComparatorKind, Comparison, ENGLAND, Gap, Position, RankScope, Row, Verdict,
    Way,
};
use crate::indicator::{Good, Kind};
use crate::number::Exact;
use crate::report;

use crate::web::parts::row_charts::RowCharts;
use crate::web::parts::strip::strip;
use crate::words::screens::scorecard as words;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub row: Rc<Row>,
    /// What the table it stands in is shown in: everything, or only the screen or print; part of the ids.
    pub class: &'static str,
    /// Whether there is a column of targets.
    pub has_target: bool,
    pub on_copy: Callback<Rc<Row>>,
}

#[component]
pub(crate) fn ScorecardRow(Props { row, class, has_target, on_copy }: &Props) -> Html {
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
            <tr role="row">
                <th scope="row" role="rowheader" class="cell-title">
                    { indicator.title }
                    <button type="button" class="link link-block" aria-expanded={is_open.to_string()}
                        aria-controls={is_open.then(|| definition_id.clone())} onclick={toggle}>
                        { words::MORE }
                        <span class="visually-hidden">{ words::of(indicator.title) }</span>
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
                        <p class="sentence">{ report::sentence(row) }</p>
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
        (report::counts_text(row), report::figure_text(row))
    } else {
        (report::figure_text(row), report::counts_text(row))
    };
    let interval = match row.interval {
        Some(interval) if row.indicator.kind != Kind::Count => {
            format!("({})", report::interval_text(row.indicator, interval))
        }
        _ => String::new(),
    };
    let missing = if row.interval.is_none() { report::interval_remark(row) } else { String::new() };
    let interval = (!interval.is_empty()).then(|| {
        html! {
            <span class="interval"><span class="visually-hidden">{ words::INTERVAL }</span>{ interval }</span>
        }
    });
    let is_higher = row.england().is_some_and(|england| england.points.to_f64() > 0.0);
    let judged = (row.way == Way::Quartile).then(|| verdict(row.verdict, is_higher));
    html! {
        <>
            <strong>{ first }</strong>{ " " }
            { for interval }
            { remark(if missing.is_empty() { &second } else { &missing }) }
            { for row.period.map(|period| remark(&period.label(row.indicator.basis))) }
            { for row.differs.as_ref().map(|differs| remark(&words::published(&report::value_text(row.indicator, differs.shown)))) }
            { for judged }
            { strip(row) }
        </>
    }
}

/// What else there is to know: the trend, the interval of a number, what one child is worth.
fn about(row: &Row) -> Html {
    let mut lines = vec![format!("{}.", words::trend(&report::trend_text(row)))];
    lines.extend(report::closing_sentences(row));
    lines.extend(row.differs.is_some().then(|| report::differs_text(row)));
    let worth = report::worth_text(row);
    lines.extend((!worth.is_empty()).then(|| words::in_this_figure(&worth)));
    if let Some(interval) = row.interval.filter(|_| row.indicator.kind == Kind::Count) {
        lines.push(words::interval_of_number(&report::interval_text(row.indicator, interval)));
    }
    lines.into_iter().map(|line| html! { <p>{ line }</p> }).collect()
}

/// A figure beside its target.
fn target(row: &Row, against: &AgainstTarget) -> Html {
    html! {
        <>
            <strong>{ report::value_text(row.indicator, against.target.value) }</strong>
            { remark(&report::difference_text(row.indicator, against.shown_points)) }
            { verdict(against.verdict, against.points.to_f64() > 0.0) }
            { for against.gap.map(|gap| closing(row, gap, against.points)) }
        </>
    }
}

/// What would close a gap.
fn closing(row: &Row, gap: Gap, points: Exact) -> Html {
    remark(&report::closing_text(row, gap, points))
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
                <td role="cell" data-label={words::COMPARISON} colspan={span}>{ remark(&report::no_comparison_text(**first)) }</td>
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
            { term(words::DEFINITION, indicator.definition) }
            { term(words::NUMERATOR, indicator.numerator) }
            { term(words::DENOMINATOR, indicator.denominator) }
            { term(words::DIRECTION, words::direction(indicator.good)) }
            { term(words::SOURCE_OF_DEFINITION, indicator.source) }
            { term(words::OFFICIAL_FIGURES, figures.as_deref().unwrap_or(words::NO_OFFICIAL_FIGURES)) }
            { for notes.map(|note| term(&report::note_heading(indicator, note), note.text)) }
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
    let trend = row.trend.as_ref().ok().filter(|trend| trend.verdict != Verdict::Similar);
    let trend = trend.map(|_| remark(&words::trend(&report::trend_text(row))));
    if row.value.is_none() {
        return html! {};
    }
    let Some(change) = &row.change else {
        return html! { <><span class="remark">{ words::NO_EARLIER }</span>{ for trend }</> };
    };
    let is_higher = change.points.to_f64() > 0.0;
    let from = report::value_text(row.indicator, change.shown_from);
    let interval = change
        .interval
        .map(|interval| remark(&words::interval(&report::change_interval_text(row.indicator, interval))));
    let judged = match change.verdict {
        Verdict::Similar => remark(words::NO_CLEAR_CHANGE),
        Verdict::CannotSay(CannotSay::Number) => html! {},
        other => verdict(other, is_higher),
    };
    if let Some(note) = change.break_note {
        return html! {
            <>{ remark(&words::not_compared(&from, &report::when(row.indicator, change.from))) }{ remark(note) }</>
        };
    }
    html! {
        <>
            <strong>{ report::difference_text(row.indicator, change.shown) }</strong>
            { remark(&words::from(&from, &report::when(row.indicator, change.from))) }
            { for interval }
            { judged }
            { for change.cautions.iter().map(|note| remark(&report::caution_text(note))) }
            { for trend }
        </>
    }
}

fn comparison(row: &Row, comparison: &Comparison) -> Html {
    let label = report::comparator_name(&comparison.with, None);
    let content = match &comparison.outcome {
        Err(reason) => remark(&report::no_comparison_text(*reason)),
        Ok(compared) => {
            let latest = report::latest_text(row.known, compared.is_older);
            let of = compared
                .members
                .filter(|(with_figure, all)| with_figure < all)
                .map(|(with_figure, all)| words::had_a_figure(with_figure, all));
            let beside = row.beside(compared);
            html! {
                <>
                    <strong>{ report::value_text(row.indicator, compared.shown) }</strong>
                    { remark(&format!("{}{latest}", compared.year)) }
                    { for of.map(|of| remark(&of)) }
                    { remark(&report::revision_text(row.indicator, compared.revision)) }
                    { for compared.verdict.is_comparison().then(|| remark(&report::difference_text(row.indicator, compared.shown_points))) }
                    { for (beside != Verdict::CannotSay(CannotSay::AnotherWay)).then(|| verdict(beside, compared.points.to_f64() > 0.0)) }
                    { for compared.gap.map(|gap| closing(row, gap, compared.points)) }
                    { for row.position.as_ref().ok().map(|position| ranked(row, comparison.with.kind, position, compared.year)) }
                </>
            }
        }
    };
    html! { <td role="cell" data-label={label}>{ content }</td> }
}

/// The rank that belongs beside a comparator: among all councils beside England, among the neighbours beside theirs.
fn ranked(row: &Row, kind: &ComparatorKind, position: &Position, beside: u16) -> Html {
    let Some(rank) = position.beside(kind) else { return html! {} };
    let among = if kind.rank_scope == RankScope::Councils { words::COUNCILS } else { "" };
    let highest = if row.indicator.good == Good::Neither { words::HIGHEST_FIRST } else { "" };
    let quarter = match position.quartile {
        Ok(quartile) if *kind == ENGLAND && row.way != Way::Quartile => words::quarter(quartile),
        _ => "",
    };
    let year = if position.year == beside { String::new() } else { format!(", {}", position.year) };
    let without = report::without_text(rank);
    let without = if without.is_empty() { without } else { format!(" ({without})") };
    remark(&format!("{}{among}{highest}{quarter}{year}{without}", report::rank_text(rank)))
}

/// A verdict with its sign: an arrow for the direction, in a colour and with words for the judgement.
fn verdict(verdict: Verdict, is_higher: bool) -> Html {
    let class = match verdict {
        good if good.is_good() => "verdict verdict-better",
        bad if bad.is_bad() => "verdict verdict-worse",
        Verdict::CannotSay(_) => "verdict verdict-none",
        _ => "verdict",
    };
    let sign = match (verdict, is_higher) {
        (Verdict::CannotSay(_) | Verdict::In(_), _) => "",
        (Verdict::Met, _) => "M2 8l4 5L14 3",
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
