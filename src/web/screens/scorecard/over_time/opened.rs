//! What there is to know of a measure over time, shown where its row is opened: its process chart, why figures are unusual, and
//! its breaks.

use std::rc::Rc;

use yew::prelude::*;

use crate::compare::{Length, OverTime, OverTimeRow, OwnBreak};
use crate::period::Period;
use crate::report::{OverTimeColumns, process_chart};

use crate::app::commentary::personal_in_remark;
use crate::app::state::{Edition, Setting};
use crate::web::parts::inputs::{is_checked, text_of};
use crate::web::parts::row_charts::{noted, view};
use crate::web::screens::scorecard::over_time::cells::list_cell;
use crate::web::screens::scorecard::over_time::time::time_of_row;
use crate::web::store::Store;
use crate::words::charts::period_label;
use crate::words::commentary::PERSONAL;
use crate::words::over_time as words;
use crate::words::screens::over_time as labels;

#[derive(Clone, Properties)]
pub(super) struct Props {
    pub over_time: Rc<OverTime>,
    /// Which of its rows.
    pub at: usize,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.over_time, &other.over_time) && self.at == other.at
    }
}

#[component]
pub(super) fn Opened(Props { over_time, at }: &Props) -> Html {
    let Some((store, row)) = use_context::<Store>().zip(over_time.rows.get(*at)) else { return html! {} };
    html! {
        <div class="over-time-opened">
            { list_of(over_time, row) }
            { for row.projection.map(|projection| html! { <p>{ words::projection_text(projection) }</p> }) }
            { for Some(words::to_date_differs(row)).filter(|text| !text.is_empty()).map(|text| html! { <p>{ text }</p> }) }
            if row.is_not_projected() {
                <p>{ words::NOT_PROJECTED }</p>
            }
            <div class="charts">{ chart(&store, row) }</div>
            <div>{ time_of_row(&store, row) }</div>
            if store.state().edition != Edition::Publishable {
                <Breaks store={store.clone()} measure={row.measure.id.clone().into_owned()} periods={row.past.iter().map(|past| past.period).collect::<Vec<_>>()} />
            }
        </div>
    }
}

/// What the columns of the table hold, where a narrow window has no room for these.
fn list_of(over_time: &OverTime, row: &OverTimeRow) -> Html {
    let others = OverTimeColumns::of(over_time).0;
    let others = others.iter().map(|column| (column.heading, (column.text)(row)));
    let periods = over_time.periods.iter().zip(&row.cells).filter(|(_, of)| of.is_some());
    html! {
        <dl class="over-time-list">
            { for others.filter(|(_, text)| !text.is_empty()).map(|(heading, text)| html! { <div><dt>{ heading }</dt><dd>{ text }</dd></div> }) }
            { for periods.map(|(period, of)| html! { <div><dt>{ period_label(*period) }</dt>{ list_cell(of.as_ref(), row.measure.good) }</div> }) }
        </dl>
    }
}

/// The process chart, with the one that may leave the page.
fn chart(store: &Store, row: &OverTimeRow) -> Html {
    let Some(chart) = process_chart(row) else {
        return html! { <p>{ words::alone(row) }</p> };
    };
    let state = store.state();
    let length = row.newest().map_or(Length::Years, |newest| Length::of(newest.period));
    let asked = ((row.measure.clone(), state.choices()), (state.settings.disclosure, length));
    let safe = state.disclosed().with(&asked, |disclosed, ((measure, choices), (disclosure, length))| {
        let row = OverTime::row_of(&measure.id, &disclosed.figures, choices, *length);
        row.as_ref().and_then(process_chart).map(|chart| noted(chart, disclosed, *disclosure))
    });
    view(chart, &safe.transposed().into_iter().collect::<Vec<_>>())
}

#[derive(Clone, PartialEq, Properties)]
struct BreaksProps {
    store: Store,
    /// The id of the measure.
    measure: String,
    /// Those of its figures.
    periods: Vec<Period>,
}

/// The breaks that were entered for the measure, and a form for another.
#[component]
fn Breaks(BreaksProps { store, measure, periods }: &BreaksProps) -> Html {
    let note = use_state(String::new);
    let is_for_all = use_state(|| false);
    let from = use_state(|| None::<Period>);
    let chosen = from.or_else(|| periods.last().copied());
    let concerns = |own: &&OwnBreak| own.measure.as_ref().is_none_or(|of| of == measure);
    let remove = |own: &OwnBreak| {
        let gone = own.clone();
        let onclick = store.on(move |_: MouseEvent| Setting::NoBreak(gone.clone()));
        html! {
            <li>{ labels::break_of(own) }{ " " }<button type="button" class="link" {onclick}>{ labels::REMOVE }</button></li>
        }
    };
    let is_refused = personal_in_remark(&note).is_some();
    let add = {
        let (store, note, is_for_all, measure) =
            (store.clone(), note.clone(), is_for_all.clone(), measure.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(from) = chosen.filter(|_| !is_refused) else { return };
            let measure = (!*is_for_all).then(|| measure.clone());
            store.send(Setting::Break(OwnBreak { measure, from, note: (*note).clone() }));
            note.set(String::new());
        })
    };
    let on_from = {
        let from = from.clone();
        Callback::from(move |event: Event| from.set(Period::parse(&text_of(&event)).ok()))
    };
    let on_note = {
        let note = note.clone();
        Callback::from(move |event: InputEvent| note.set(text_of(&event)))
    };
    let on_all = {
        let is_for_all = is_for_all.clone();
        Callback::from(move |event: Event| is_for_all.set(is_checked(&event)))
    };
    let [from_id, note_id, all_id] = ["from", "note", "all"].map(|part| format!("break-{part}-{measure}"));
    let later = periods.get(1..).unwrap_or_default();
    html! {
        <details>
            <summary>{ labels::BREAK_HEADING }</summary>
            <ul>{ for store.state().settings.breaks.iter().filter(concerns).map(remove) }</ul>
            <p class="hint">{ labels::BREAK_HINT }</p>
            <div class="over-time-choices">
                <div class="field">
                    <label class="label" for={from_id.clone()}>{ labels::BREAK_FROM }</label>
                    <select autocomplete="off" id={from_id} class="input" onchange={on_from}>
                        { for later.iter().rev().map(|period| html! {
                            <option value={period.id()} selected={chosen == Some(*period)}>{ period.to_string() }</option>
                        }) }
                    </select>
                </div>
                <div class="field">
                    <label class="label" for={note_id.clone()}>{ labels::BREAK_NOTE }</label>
                    <input autocomplete="off" id={note_id} class="input" type="text" aria-invalid={is_refused.then_some("true")} value={(*note).clone()} oninput={on_note} />
                </div>
                <div class="field field-check">
                    <input autocomplete="off" id={all_id.clone()} type="checkbox" checked={*is_for_all} onchange={on_all} />
                    <label for={all_id}>{ labels::BREAK_FOR_ALL }</label>
                </div>
                <button type="button" class="button button-quiet" onclick={add}>{ labels::ADD_BREAK }</button>
            </div>
            <p class="error" role="status">{ if is_refused { PERSONAL } else { "" } }</p>
        </details>
    }
}
