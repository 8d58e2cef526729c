//! Adding a measure and a period by hand.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::period::Period;

use crate::app::lines::{LinesAction, OwnAction};
use crate::web::browser::focus::focus_soon;
use crate::web::parts::combobox::Combobox;
use crate::web::screens::settings::{Measures, indicators_meant};
use crate::web::store::{ScreenProps, Store};
use crate::words::screens::figures as words;
use crate::words::status::Status;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub store: Store,
    /// Called with a line that was added, or was there already.
    pub on_seek: Callback<crate::app::lines::LineId>,
}

#[component]
pub(crate) fn Adding(Props { store, on_seek }: &Props) -> Html {
    let state = store.state();
    let measures = use_memo(state.own_measures(), Measures::with_own);
    // A new box after each measure: it is empty again.
    let added = use_state(|| 0_usize);
    let next = state.lines.next_id();
    let on_choose = {
        let (store, measures, on_seek, added) =
            (store.clone(), measures.clone(), on_seek.clone(), added.clone());
        Callback::from(move |key: Option<AttrValue>| {
            let Some(measure) = key.and_then(|key| measures.by_key(&key)) else { return };
            let matrix = store.state().lines.matrix();
            let there = matrix.rows.iter().find(|row| row.measure() == Some(&measure));
            if let Some(row) = there {
                on_seek.emit(row.first.id);
            } else {
                store.send(LinesAction::AddMeasure(measure, store.state().period_to_type(&matrix)));
                on_seek.emit(next);
            }
            added.set(*added + 1);
        })
    };
    let on_other = {
        let (store, on_seek, added) = (store.clone(), on_seek.clone(), added.clone());
        Callback::from(move |title: String| {
            let state = store.state();
            store.send(OwnAction::Add(title, state.period_to_type(&state.lines.matrix())));
            on_seek.emit(next);
            added.set(*added + 1);
        })
    };
    html! {
        <section class="adding screen-only" aria-label={words::BY_HAND}>
            <div class="field" key={*added}>
                <label class="label" for="add-measure">{ words::ADD_MEASURE }</label>
                <Combobox id="add-measure" placeholder={words::TYPE_MEASURE} choices={measures.choices.clone()} meant={indicators_meant()}
                    chosen={None} {on_choose} {on_other} />
            </div>
            if !state.lines.is_empty() {
                <AddPeriod store={store.clone()} />
            }
        </section>
    }
}

/// A box in which a period is typed, which becomes a column.
#[component]
fn AddPeriod(ScreenProps { store }: &ScreenProps) -> Html {
    let input = use_node_ref();
    let is_wrong = use_state(|| false);
    let added = use_state(String::new);
    let add = {
        let (store, input, is_wrong) = (store.clone(), input.clone(), is_wrong.clone());
        let added = added.clone();
        move || {
            let Some(input) = input.cast::<HtmlInputElement>() else { return };
            let period = Period::parse(&input.value());
            is_wrong.set(period.is_err());
            if let Ok(period) = period {
                store.send(LinesAction::AddPeriod(period.to_string()));
                added.set(Status::PeriodAdded(period.to_string()).to_string());
                input.set_value("");
            }
            focus_soon("add-period".to_owned());
        }
    };
    let onkeydown = {
        let add = add.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                event.prevent_default();
                add();
            }
        })
    };
    html! {
        <div class="field">
            <label class="label" for="add-period">{ words::ADD_PERIOD }</label>
            if *is_wrong {
                <p class="error" id="add-period-error" role="alert">{ words::NOT_A_PERIOD }</p>
            }
            <div class="adding-period">
                <input ref={input} autocomplete="off" spellcheck="false" id="add-period" class="input input-number" type="text" placeholder={words::EXAMPLE_PERIOD}
                    aria-invalid={is_wrong.then_some("true")} aria-describedby={is_wrong.then_some("add-period-error")} {onkeydown} />
                <button type="button" class="button button-quiet" onclick={Callback::from(move |_: MouseEvent| add())}>{ words::ADD }</button>
            </div>
            // The page says it aloud at its head, which may be out of sight.
            if !added.is_empty() && !*is_wrong {
                <p class="hint">{ &*added }</p>
            }
        </div>
    }
}
