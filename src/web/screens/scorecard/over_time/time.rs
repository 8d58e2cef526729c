//! What time figures for parts of a year are of: asked once for the table, and changed there or for one measure.

use yew::prelude::*;

use crate::compare::{OverTime, OverTimeRow, TimeOf};
use crate::indicator::Span;
use crate::period::Period;

use crate::app::state::{Edition, Setting};
use crate::web::parts::inputs::text_of;
use crate::web::store::Store;
use crate::words::screens::over_time as labels;
use crate::words::text::capital;

/// The question while it is open, and the answer where it can be changed; nothing where no figure hangs on it.
pub(super) fn time_question(store: &Store, over_time: &OverTime) -> Html {
    let said = store.state().settings.spans.of_table;
    let hangs_on_it = over_time.rows.iter().any(|row| row.time != TimeOf::ItsPeriod);
    if !hangs_on_it || store.state().edition == Edition::Publishable {
        return html! {};
    }
    if let Some(answer) = said {
        return html! {
            <details class="over-time-answer screen-only">
                <summary>{ labels::covers(answer) }<span class="link">{ labels::CHANGE }</span></summary>
                { time_field(store, ("over-time-span".to_owned(), labels::NOT_SAID), None, said) }
            </details>
        };
    }
    if !over_time.is_unsaid() {
        return html! {};
    }
    let button = |span: Span| {
        let onclick = store.on(move |_: MouseEvent| Setting::Span(None, Some(span)));
        html! { <button type="button" class="button button-quiet" {onclick}>{ capital(labels::span(span)) }</button> }
    };
    html! {
        <fieldset class={classes!("problems", "screen-only", "over-time-question")}>
            <legend><strong>{ labels::WHICH_TIME }</strong></legend>
            <p>{ labels::WHICH_TIME_HINT }</p>
            <div class="buttons">{ for Span::ALL.map(button) }</div>
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
    let open = if row.time == TimeOf::ItsPeriod { labels::NOT_SAID } else { labels::AS_TABLE };
    time_field(store, (id, open), Some(measure), said.map(|(_, span)| *span))
}

/// The choice of what the figures of the table, or of one measure, are of.
fn time_field(
    store: &Store,
    (id, open): (String, &'static str),
    measure: Option<String>,
    said: Option<Span>,
) -> Html {
    let onchange =
        store.on(move |event: Event| Setting::Span(measure.clone(), Span::by_id(&text_of(&event))));
    let option = |span: Span| {
        html! { <option value={span.id()} selected={said == Some(span)}>{ labels::span(span) }</option> }
    };
    html! {
        <div class="field">
            <label class="label" for={id.clone()}>{ labels::TIME_OF_MEASURE }</label>
            <select autocomplete="off" {id} class="input" {onchange}>
                <option value="" selected={said.is_none()}>{ open }</option>
                { for Span::ALL.map(option) }
            </select>
        </div>
    }
}
