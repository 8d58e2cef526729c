//! The council's own measures, and where their kind, direction, section and definition are changed.

use std::rc::Rc;

use yew::prelude::*;

use crate::indicator::{Good, Kind, Measure, OwnMeasure, Theme};

use crate::app::lines::OwnAction;
use crate::web::parts::inputs::text_of;
use crate::web::store::{Dispatcher, ScreenProps};
use crate::words::screens::own_measures as words;

#[component]
pub(crate) fn OwnMeasures(ScreenProps { store }: &ScreenProps) -> Html {
    html! { <Forms measures={store.state().own_measures()} dispatcher={store.dispatcher()} /> }
}

/// A form for each measure, which a change of figures leaves as they are.
#[derive(Clone, PartialEq, Properties)]
struct Props {
    measures: Rc<Vec<Measure>>,
    dispatcher: Dispatcher,
}

#[component]
fn Forms(Props { measures, dispatcher }: &Props) -> Html {
    if measures.is_empty() {
        return html! {};
    }
    html! {
        <section class="own-measures screen-only" aria-labelledby="own-measures-heading">
            <h2 id="own-measures-heading">{ words::HEADING }</h2>
            <p class="hint">{ words::HINT }</p>
            { for measures.iter().map(|measure| form(dispatcher, measure)) }
        </section>
    }
}

fn form(dispatcher: &Dispatcher, measure: &Measure) -> Html {
    let id = |field: &str| format!("{}-{field}", measure.id.replace(':', "-"));
    let now = OwnMeasure::of(measure);
    let on = |change: fn(OwnMeasure, String) -> OwnMeasure| {
        let (now, dispatcher) = (now.clone(), dispatcher.clone());
        Callback::from(move |event: Event| {
            dispatcher.dispatch(OwnAction::Define(change(now.clone(), text_of(&event))).into());
        })
    };
    let on_kind = on(|now, id| OwnMeasure { kind: one_of(Kind::ALL, Kind::id, &id, now.kind), ..now });
    let on_good = on(|now, id| OwnMeasure { good: one_of(Good::ALL, Good::id, &id, now.good), ..now });
    let on_theme = on(|now, id| OwnMeasure { theme: one_of(Theme::ALL, Theme::id, &id, now.theme), ..now });
    let kinds = Kind::ALL.map(|kind| (kind.id(), words::kind(kind), kind == measure.kind));
    let goods = Good::ALL.map(|good| (good.id(), words::good(good), good == measure.good));
    let themes = Theme::ALL.map(|theme| (theme.id(), theme.title(), theme == measure.theme));
    let (good_hint, definition_hint) = (id("good-hint"), id("definition-hint"));
    html! {
        <details class="input-group" key={&*measure.id}>
            <summary>{ &*measure.title }<span class="remark">{ words::facts(measure) }</span></summary>
            <div class="own-measure">
                <div class="field">
                    <label class="label" for={id("title")}>{ words::TITLE }</label>
                    <input autocomplete="off" id={id("title")} class="input" type="text" value={measure.title.to_string()}
                        onchange={on(|now, title| OwnMeasure { title, ..now })} />
                </div>
                { selection(id("kind"), words::KIND, None, kinds, on_kind) }
                { selection(id("good"), words::GOOD, Some((good_hint, words::GOOD_HINT)), goods, on_good) }
                { selection(id("theme"), words::THEME, None, themes, on_theme) }
                <div class="field own-measure-definition">
                    <label class="label" for={id("definition")}>{ words::DEFINITION }</label>
                    <p class="hint" id={definition_hint.clone()}>{ words::DEFINITION_HINT }</p>
                    <textarea autocomplete="off" spellcheck="false" id={id("definition")} class="input" rows="2" aria-describedby={definition_hint}
                        value={measure.definition.to_string()} onchange={on(|now, definition| OwnMeasure { definition, ..now })} />
                </div>
            </div>
        </details>
    }
}

/// The one of all that an id is of; what there is if it is of none.
fn one_of<T: Copy, const N: usize>(all: [T; N], id_of: fn(T) -> &'static str, id: &str, now: T) -> T {
    all.into_iter().find(|each| id_of(*each) == id).unwrap_or(now)
}

fn selection<const N: usize>(
    id: String,
    label: &'static str,
    hint: Option<(String, &'static str)>,
    choices: [(&'static str, &'static str, bool); N],
    onchange: Callback<Event>,
) -> Html {
    let described_by = hint.as_ref().map(|(id, _)| id.clone());
    html! {
        <div class="field">
            <label class="label" for={id.clone()}>{ label }</label>
            { for hint.map(|(id, hint)| html! { <p class="hint" {id}>{ hint }</p> }) }
            <select autocomplete="off" {id} class="input" aria-describedby={described_by} {onchange}>
                { for choices.map(|(value, text, is_chosen)| html! {
                    <option {value} selected={is_chosen}>{ text }</option>
                }) }
            </select>
        </div>
    }
}
