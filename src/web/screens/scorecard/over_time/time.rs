//! What time figures for parts of a year are of: asked once for the measures of a table, and changed there or for one measure.

use yew::prelude::*;

use crate::compare::{Length, OverTime, OverTimeRow, Scorecard, TimeOf};
use crate::indicator::{Measure, Span};
use crate::period::Period;

use crate::app::state::{Edition, Setting};
use crate::web::parts::inputs::text_of;
use crate::web::store::Store;
use crate::words::screens::over_time as labels;
use crate::words::text::capital;

/// The question of the measures over time of which nothing is said, and the answers where they can be changed.
pub(super) fn time_question(store: &Store, over_time: &OverTime) -> Html {
    // Nothing hangs on what one figure covers.
    let rows = over_time.rows.iter().filter(|row| row.time != TimeOf::NotSaid || row.asks_time());
    let length = over_time.periods.first().map_or(Length::Months, |period| Length::of(*period));
    asked(store, &rows.map(|row| (&row.measure, row.time)).collect::<Vec<_>>(), length)
}

/// The same of all figures, where they are entered.
pub(in crate::web::screens) fn time_question_of_figures(store: &Store) -> Html {
    let (times, length) = store.state().times_of_figures();
    asked(store, &times.iter().map(|(measure, time)| (measure, *time)).collect::<Vec<_>>(), length)
}

/// The same of the figures of a scorecard: what they are compared with hangs on it.
pub(in crate::web::screens) fn time_question_of_card(store: &Store, card: &Scorecard) -> Html {
    let spans = &store.state().settings.spans;
    let time = |row: &crate::compare::Row| {
        row.period.map_or(TimeOf::ItsPeriod, |period| spans.time_of(&row.indicator, period))
    };
    let length = card.rows.iter().filter(|row| time(row) != TimeOf::ItsPeriod).find_map(|row| row.period);
    let length = length.map_or(Length::Months, Length::of);
    asked(store, &card.rows.iter().map(|row| (&row.indicator, time(row))).collect::<Vec<_>>(), length)
}

/// The question of the measures of which nothing is said, and the answers where they can be changed; nothing where no figure hangs
/// on them.
fn asked(store: &Store, rows: &[(&Measure, TimeOf)], length: Length) -> Html {
    if store.state().edition == Edition::Publishable {
        return html! {};
    }
    let of = |wanted: TimeOf| -> Vec<&Measure> {
        rows.iter().filter(|(_, time)| *time == wanted).map(|(measure, _)| *measure).collect()
    };
    let unsaid = of(TimeOf::NotSaid);
    let said = Span::ALL.map(|span| (span, of(TimeOf::Said(span))));
    let answers = said.iter().filter(|(_, measures)| !measures.is_empty()).count();
    let is_alone = answers + usize::from(!unsaid.is_empty()) == 1;
    let answer = |(span, measures): &(Span, Vec<&Measure>)| {
        if measures.is_empty() {
            return html! {};
        }
        let field = Field {
            id: format!("over-time-span-{}", span.id()),
            label: labels::TIME_OF_MEASURE.to_owned(),
            open: labels::NOT_SAID,
            length,
        };
        html! {
            <details class="over-time-answer screen-only">
                <summary>{ labels::covers((!is_alone).then_some(measures), *span, length) }<span class="link">{ labels::CHANGE }</span></summary>
                <p>{ labels::asked_of(measures) }</p>
                { time_field(store, field, ids(measures), Some(*span)) }
            </details>
        }
    };
    html! {
        <>
            { for said.iter().map(answer) }
            if !unsaid.is_empty() { { question(store, &unsaid, length) } }
        </>
    }
}

fn ids(measures: &[&Measure]) -> Vec<String> {
    measures.iter().map(|measure| measure.id.to_string()).collect()
}

/// The id of what an answer says of its comparison.
fn hint_id(span: Span) -> String {
    format!("over-time-hint-{}", span.id())
}

fn question(store: &Store, unsaid: &[&Measure], length: Length) -> Html {
    let button = |span: Span| {
        let measures = ids(unsaid);
        let onclick = store.on(move |_: MouseEvent| Setting::Span(measures.clone(), Some(span)));
        html! {
            <button type="button" class="button button-quiet" aria-describedby={hint_id(span)} {onclick}>{ capital(&labels::span(span, length)) }</button>
        }
    };
    let hint = |span: Span| {
        let text = format!("{}: {}", capital(&labels::span(span, length)), labels::compared_as(span));
        html! { <li id={hint_id(span)}>{ text }</li> }
    };
    let of_one = |measure: &&Measure| {
        let field = Field {
            id: format!("over-time-asked-{}", measure.id),
            label: measure.title.to_string(),
            open: labels::NOT_SAID,
            length,
        };
        time_field(store, field, ids(&[*measure]), None)
    };
    // One line where there is room; what hangs on the answer, and of which measures, is behind it.
    html! {
        <fieldset class="screen-only over-time-question">
            <legend>{ labels::which_time(length) }</legend>
            <div class="over-time-spans">
                { for Span::ALL.map(button) }
                <details>
                    <summary>{ labels::asked_of_many(unsaid.len()) }</summary>
                    <ul>{ for Span::ALL.map(hint) }</ul>
                    if let [only] = unsaid {
                        <p>{ labels::asked_of(&[*only]) }</p>
                    } else {
                        <p>{ labels::EACH }</p>
                        { for unsaid.iter().map(of_one) }
                    }
                </details>
            </div>
        </fieldset>
    }
}

/// What the figures of one measure are of, where they are for parts of a year.
pub(super) fn time_of_row(store: &Store, row: &OverTimeRow) -> Html {
    let is_of_year = matches!(row.newest().map(|newest| newest.period), None | Some(Period::Year(_)));
    let is_said = row.time != TimeOf::ItsPeriod || (row.measure.is_own() && !is_of_year);
    if !is_said || store.state().edition == Edition::Publishable {
        return html! {};
    }
    let measure = row.measure.id.clone().into_owned();
    let said = store.state().settings.spans.of_measures.iter().find(|(of, _)| *of == measure);
    let id = format!("over-time-span-{measure}");
    let of_table = store.state().settings.spans.of_table;
    let open = if of_table.is_none() { labels::NOT_SAID } else { labels::AS_TABLE };
    let length = row.newest().map_or(Length::Months, |newest| Length::of(newest.period));
    let field = Field { id, label: labels::TIME_OF_MEASURE.to_owned(), open, length };
    time_field(store, field, vec![measure], said.map(|(_, span)| *span))
}

/// A choice of what time figures are of.
struct Field {
    id: String,
    label: String,
    /// What stands there as long as nothing is chosen.
    open: &'static str,
    /// How long the periods of the figures are.
    length: Length,
}

/// The choice of what the figures of measures are of.
fn time_field(
    store: &Store,
    Field { id, label, open, length }: Field,
    measures: Vec<String>,
    said: Option<Span>,
) -> Html {
    let onchange =
        store.on(move |event: Event| Setting::Span(measures.clone(), Span::by_id(&text_of(&event))));
    let option = |span: Span| {
        html! { <option value={span.id()} selected={said == Some(span)}>{ labels::span(span, length) }</option> }
    };
    html! {
        <div key={id.clone()} class="field">
            <label class="label" for={id.clone()}>{ label }</label>
            <select autocomplete="off" {id} class="input" {onchange}>
                <option value="" selected={said.is_none()}>{ open }</option>
                { for Span::ALL.map(option) }
            </select>
        </div>
    }
}
