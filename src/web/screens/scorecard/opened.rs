//! All there is to know about a measure, shown where its row is opened.

use std::rc::Rc;

use yew::prelude::*;

use crate::compare::{Choices, OwnBreak, Row, Trail, trails};
use crate::figure::Amount;
use crate::indicator::{Good, Kind, Measure};

use crate::app::scenarios::{Goal, ReachAction};
use crate::app::state::State;
use crate::web::browser::location;
use crate::web::parts::row_charts::RowCharts;
use crate::web::screens::scorecard::commentary::CommentaryOf;
use crate::web::store::Store;
use crate::words::change::{
    caution_text, change_sentence, note_heading, since_official_sentence, trend_text,
};
use crate::words::comparator::{base_text, comparison_sentence, differs_text, no_comparison_cell};
use crate::words::figure::{interval_remark, interval_text, worth_text};
use crate::words::gap::closing_sentences;
use crate::words::getting::getting_sentence;
use crate::words::questions::question;
use crate::words::screens::over_time::break_of;
use crate::words::screens::present::QUESTION;
use crate::words::screens::{reach, scorecard as words};
use crate::words::sentence::sentence;
use crate::words::standing::standing_text;
use crate::words::text::capital;
use crate::words::trail;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub row: Rc<Row>,
    /// What ends the ids in it.
    pub class: &'static str,
    /// Copies something of the row, and returns what is said of it.
    pub on_copy: OnCopy,
}

/// What of a row is copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Copying {
    /// The row as a table.
    Row,
    /// What is said of it.
    Sentence,
    /// Where its numbers come from.
    Trails,
}

/// Copies something of a row, and returns what is said of it.
pub(crate) type OnCopy = Callback<(Measure, Copying), String>;

#[component]
pub(crate) fn Opened(Props { row, class, on_copy }: &Props) -> Html {
    let message = use_state(String::new);
    let Some(store) = use_context::<Store>() else { return html! {} };
    let copy = |what: Copying| {
        let (measure, on_copy, message) = (row.indicator.clone(), on_copy.clone(), message.clone());
        Callback::from(move |_: MouseEvent| message.set(on_copy.emit((measure.clone(), what))))
    };
    // What it says and counts, then its charts, then everything else, folded by what it answers.
    html! {
        <>
            <p class="sentence">
                <strong>{ standing_text(row) }{ "." }</strong>{ " " }{ sentence(row) }{ " " }
                <button type="button" class="link" onclick={copy(Copying::Sentence)}>{ words::COPY_SENTENCE }</button>
            </p>
            { for question(row, None).map(|text| html! {
                <p class="screen-only"><strong>{ QUESTION }{ ": " }</strong>{ text }</p>
            }) }
            if !row.indicator.definition.is_empty() {
                <p><strong>{ words::MEANING }{ ": " }</strong>{ row.indicator.definition.clone() }</p>
            }
            <div class="opened-parts">
                <div class="opened-charts"><RowCharts row={row.clone()} /></div>
                <div>
                    { own_breaks(store.state(), |of| (*of == *row.indicator.id).then(String::new)) }
                    { for facts(row).into_iter().map(|(heading, facts)| folded(heading, &facts)) }
                    <details>
                        <summary>{ words::ABOUT_MEASURE }</summary>
                        { terms(&row.indicator, "", row.indicator.notes.iter()) }
                    </details>
                    { came_from(row, &store.state().choices(), class, copy(Copying::Trails)) }
                    <CommentaryOf row={row.clone()} />
                    <div class="buttons">
                        <button type="button" class="button button-quiet" onclick={copy(Copying::Row)}>{ words::COPY_ROW }</button>
                        { take(row, &store) }
                    </div>
                    <p class="message" role="status">{ &*message }</p>
                </div>
            </div>
        </>
    }
}

/// Facts that answer one question, behind it.
fn folded(heading: &'static str, facts: &[String]) -> Html {
    if facts.is_empty() {
        return html! {};
    }
    html! {
        <details>
            <summary>{ heading }</summary>
            <ul class="facts">{ for facts.iter().map(|fact| html! { <li>{ fact }</li> }) }</ul>
        </details>
    }
}

/// The breaks that were entered for every measure or for those that are named here, with what the council says of them.
pub(crate) fn own_breaks(state: &State, named: impl Fn(&str) -> Option<String>) -> Html {
    let text = |own: &OwnBreak| {
        let name = own.measure.as_ref().map_or_else(|| Some(String::new()), |of| named(of))?;
        Some(name + &break_of(own))
    };
    let breaks: Vec<String> = state.settings.breaks.iter().filter_map(text).collect();
    if breaks.is_empty() {
        return html! {};
    }
    html! { <ul class="facts screen-only">{ for breaks.into_iter().map(|text| html! { <li>{ text }</li> }) }</ul> }
}

/// The id of the line that says where a number comes from, or of the first about a rank.
pub(crate) fn trail_id(measure: &str, of: &str, class: &str) -> String {
    format!("trail-{of}-{measure}{class}")
}

/// Where each number of the row comes from.
fn came_from(row: &Row, choices: &Choices, class: &str, on_copy: Callback<MouseEvent>) -> Html {
    let line = |trail: &Trail| {
        html! {
            <li id={trail_id(&row.indicator.id, &trail.of.id(), class)} tabindex="-1">
                <strong>{ trail::label(row, trail.of) }{ ":" }</strong>{ " " }{ trail::text(row, trail) }
            </li>
        }
    };
    html! {
        <details class="trails">
            <summary>{ trail::HEADING }</summary>
            <ul class="facts">{ for trails(row, choices).iter().map(line) }</ul>
            <p class="remark">{ trail::ROUNDING }</p>
            <button type="button" class="button button-quiet" onclick={on_copy}>{ words::COPY_TRAILS }</button>
        </details>
    }
}

/// The button that asks what reaching a level would take, for a share with counts and a good direction; for others, why not.
fn take(row: &Rc<Row>, store: &Store) -> Html {
    let hint = |why: &'static str| html! { <p class="hint">{ why }</p> };
    let (numerator, denominator) = match row.amount {
        _ if row.indicator.kind != Kind::Share => return hint(reach::SHARES_ONLY),
        _ if row.indicator.good == Good::Neither => return hint(reach::NO_DIRECTION),
        Amount::Counts { numerator, denominator } => (numerator, denominator),
        Amount::Value(_) => return hint(reach::COUNTS_MISSING),
        Amount::Withheld(_) => return html! {},
    };
    let store = store.clone();
    let row = row.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        store.send(ReachAction::Indicator(Some((row.indicator.clone(), numerator, denominator))));
        if row.indicator.is_published {
            store.send(ReachAction::Goal(Goal::Every));
        }
        location::show(location::REACH);
    });
    html! { <button type="button" class="button button-quiet" {onclick}>{ reach::HEADING }</button> }
}

/// By what they answer: each comparison; what would close a gap; the change and the trend; and how sure the figure is, with what one
/// child is worth and the official figure.
fn facts(row: &Row) -> [(&'static str, Vec<String>); 4] {
    let comparisons = row.comparisons.iter().filter_map(|comparison| match &comparison.outcome {
        Ok(compared) => Some(comparison_sentence(row, comparison, compared)),
        Err(reason) => Some(no_comparison_cell(*reason))
            .filter(|text| !text.is_empty())
            .map(|text| words::not_compared_with(comparison.with.name.label, &text)),
    });
    let reason = row.verdict.reason().map(|reason| capital(&reason.to_string()));
    let compared: Vec<String> = comparisons.chain(reason).collect();
    let change = row.change.as_ref().map(|change| change_sentence(&row.indicator, change));
    let official = row.since_official.as_ref().map(|change| since_official_sentence(&row.indicator, change));
    let cautions = row.change.iter().flat_map(|change| &change.cautions).map(|note| caution_text(note));
    let trend = format!("{}.", words::trend(&trend_text(row)));
    let getting = getting_sentence(row);
    let changes = change.into_iter().chain(official).chain(cautions).chain(getting).chain([trend]).collect();
    let mut sure = vec![match row.interval {
        // Of a number of the council's own nobody knows whether it varies by chance: it may be staff or money.
        _ if row.indicator.kind == Kind::Count && row.indicator.is_own() => String::new(),
        Some(interval) if row.indicator.kind == Kind::Count => {
            words::interval_of_number(&interval_text(&row.indicator, interval))
        }
        _ => capital(&interval_remark(row)),
    }];
    sure.extend(row.base.map(|base| base_text(&row.indicator, base)));
    sure.extend([worth_text(row), differs_text(row)]);
    sure.retain(|fact| !fact.is_empty());
    [
        (words::COMPARED, compared),
        (words::CLOSING, closing_sentences(row).into_iter().collect()),
        (words::OVER_TIME, changes),
        (words::SURE, sure),
    ]
}

/// The definition and everything that belongs to it, as shown beside a figure and on the About screen.
pub(crate) fn definition<'a>(
    indicator: &crate::indicator::Indicator,
    notes: impl Iterator<Item = &'a crate::indicator::SeriesNote>,
) -> Html {
    terms(indicator, &indicator.definition, notes)
}

/// The definition, which may be empty where it is said elsewhere, and everything that belongs to it.
fn terms<'a>(
    indicator: &crate::indicator::Indicator,
    definition: &str,
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
            { term(words::DEFINITION, definition) }
            { term(words::NUMERATOR, indicator.numerator) }
            { term(words::DENOMINATOR, indicator.denominator) }
            { term(words::DIRECTION, words::direction(indicator.good)) }
            { term(words::SOURCE_OF_DEFINITION, indicator.source) }
            { term(words::OFFICIAL_FIGURES, figures.as_deref().unwrap_or(words::NO_OFFICIAL_FIGURES)) }
            { for notes.map(|note| term(&note_heading(indicator, note), note.text)) }
        </dl>
    }
}
