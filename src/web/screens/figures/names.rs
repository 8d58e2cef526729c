//! The names of which a person must say what they measure, each once, to be settled in one press.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use crate::indicator::Indicator;

use crate::app::lines::{LineId, Lines, LinesAction, OwnAction, Unsettled};
use crate::app::state::Action;
use crate::web::browser::focus::{focus_button_soon, focus_now, focus_soon, select};
use crate::web::parts::combobox::Combobox;
use crate::web::screens::settings::{Measures, indicators_meant};
use crate::web::store::{ScreenProps, Store};
use crate::words::screens::figures::{NEXT, PREVIOUS};
use crate::words::screens::{UNDO, names as words};

/// Names drawn at once.
const PAGE: usize = 25;

/// With more names than this, they are no measures that anybody wants to keep at once.
const MOST_KEPT: usize = 250;

/// The id of a button or box of a name: the name's first line, and its place in the row.
fn control_id(line: LineId, place: usize) -> String {
    format!("name-{line}-{place}")
}

/// The name and the place of a button or box.
fn control(element: &Element) -> Option<(LineId, usize)> {
    let id = element.id();
    let (line, place) = id.strip_prefix("name-")?.split_once('-')?;
    Some((line.parse().ok()?, place.parse().ok()?))
}

/// Where the keyboard goes: to the first button of a name, on its page.
#[derive(Clone)]
struct Focus {
    names: Rc<Vec<Unsettled>>,
    page: UseStateHandle<usize>,
}

impl Focus {
    fn position(&self, line: LineId) -> Option<usize> {
        self.names.iter().position(|name| name.line() == line)
    }

    /// Goes to the name at a position.
    fn go(&self, position: usize) {
        let Some(name) = self.names.get(position) else { return };
        let id = control_id(name.line(), 0);
        let page = position / PAGE;
        if page == *self.page {
            // At once: the next key may come before anything is drawn anew.
            focus_now(&id);
        } else {
            self.page.set(page);
            focus_soon(id);
        }
    }

    /// Goes to the name at a position once a name before it is gone.
    fn go_soon(&self, position: usize) {
        if let Some(name) = self.names.get(position) {
            self.page.set(position.saturating_sub(1) / PAGE);
            focus_soon(control_id(name.line(), 0));
        }
    }

    /// Goes on from a name that is settled: to the next, after the last to the first, after all to what became of them.
    fn go_on_from(&self, line: LineId) {
        match self.position(line) {
            Some(position) if position + 1 < self.names.len() => self.go_soon(position + 1),
            Some(1..) => self.go_soon(0),
            _ => focus_soon("outcome".to_owned()),
        }
    }
}

#[component]
pub(crate) fn Names(ScreenProps { store }: &ScreenProps) -> Html {
    let names = use_memo(store.state().lines.clone(), Lines::unsettled);
    let measures = use_memo(store.state().own_measures(), Measures::with_own);
    let page = use_state(|| 0_usize);
    // The name for which a measure is looked for, and the name that was settled last.
    let sought = use_state(|| None::<LineId>);
    let last = use_state(|| None::<LineId>);
    if names.is_empty() {
        return html! {};
    }
    let pages = names.len().div_ceil(PAGE);
    let now = (*page).min(pages - 1);
    let focus = Focus { names: names.clone(), page: page.clone() };
    let settle = {
        let (store, focus, sought, last) = (store.clone(), focus.clone(), sought.clone(), last.clone());
        Callback::from(move |(line, action): (LineId, Action)| {
            store.send(action);
            sought.set(None);
            last.set(Some(line));
            focus.go_on_from(line);
        })
    };
    let seek = {
        let sought = sought.clone();
        Callback::from(move |(line, place): (LineId, usize)| {
            sought.set(Some(line));
            // The box takes the place of the button that was pressed, and is called the same.
            select(control_id(line, place));
        })
    };
    let all = |action: Action| {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| {
            store.send(action.clone());
            focus_soon("outcome".to_owned());
        })
    };
    let shown = names.iter().skip(now * PAGE).take(PAGE);
    html! {
        <section class="names screen-only" aria-labelledby="names-heading">
            <div class="names-head">
                <h2 id="names-heading">{ words::heading(names.len()) }</h2>
                { undo(store, *last) }
            </div>
            <p class="hint">{ words::HINT }</p>
            <ul class="names-list" onkeydown={on_key(&focus, &sought)}>
                { for shown.map(|name| html! {
                    <Name key={name.line().to_string()} name={name.clone()} measures={measures.clone()}
                        is_sought={*sought == Some(name.line())} on_settle={settle.clone()} on_seek={seek.clone()} />
                }) }
            </ul>
            if pages > 1 {
                { pager(&focus, now, pages) }
            }
            if names.len() > 1 {
                <div class="buttons">
                    if names.len() <= MOST_KEPT {
                        <button type="button" class="button button-quiet" onclick={all(OwnAction::KeepUnsettled.into())}>{ words::keep_all(names.len()) }</button>
                    }
                    <button type="button" class="button button-quiet" onclick={all(LinesAction::LeaveOutUnsettled.into())}>{ words::leave_out_all(names.len()) }</button>
                </div>
            }
        </section>
    }
}

/// What was done with the name before, where the person looks now, and a way to take it back.
fn undo(store: &Store, last: Option<LineId>) -> Html {
    let state = store.state();
    let Some(last) = last.filter(|last| state.lines.get(*last).is_some() && state.settled_last()) else {
        return html! {};
    };
    let onclick = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| {
            store.send(Action::Undo);
            focus_soon(control_id(last, 0));
        })
    };
    // It is told aloud where every action is.
    html! {
        <p class="names-last">
            <span aria-hidden="true">{ state.message.to_string() }</span>{ " " }
            <button type="button" class="link" {onclick}>{ UNDO }</button>
        </p>
    }
}

fn pager(focus: &Focus, now: usize, pages: usize) -> Html {
    let all = focus.names.len();
    let go = |to: usize| {
        let focus = focus.clone();
        Callback::from(move |_: MouseEvent| focus.go(to * PAGE))
    };
    html! {
        <nav class="pager" aria-label={words::PAGES}>
            <button type="button" class="button button-quiet" disabled={now == 0} onclick={go(now.saturating_sub(1))}>{ PREVIOUS }</button>
            <span role="status">{ words::names_shown(now * PAGE + 1, ((now + 1) * PAGE).min(all), all) }</span>
            <button type="button" class="button button-quiet" disabled={now + 1 == pages} onclick={go(now + 1)}>{ NEXT }</button>
        </nav>
    }
}

/// Arrows go from button to button and from name to name; Escape ends a search.
fn on_key(focus: &Focus, sought: &UseStateHandle<Option<LineId>>) -> Callback<KeyboardEvent> {
    let (focus, sought) = (focus.clone(), sought.clone());
    Callback::from(move |event: KeyboardEvent| {
        if event.default_prevented() || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some((element, (line, place))) =
            element.and_then(|element| Some((element.clone(), control(&element)?)))
        else {
            return;
        };
        let is_button = element.tag_name().eq_ignore_ascii_case("button");
        let Some(position) = focus.position(line) else { return };
        match event.key().as_str() {
            "Escape" if !is_button => {
                sought.set(None);
                focus_button_soon(control_id(line, place));
            }
            _ if !is_button => return,
            // A key held down settles one name, not all that follow.
            "Enter" if event.repeat() => {}
            "ArrowRight" => focus_now(&control_id(line, place + 1)),
            "ArrowLeft" if place > 0 => focus_now(&control_id(line, place - 1)),
            "ArrowDown" => focus.go(position + 1),
            "ArrowUp" if position > 0 => focus.go(position - 1),
            "Home" => focus.go(0),
            "End" => focus.go(focus.names.len() - 1),
            _ => return,
        }
        event.prevent_default();
    })
}

#[derive(Clone, PartialEq, Properties)]
struct NameProps {
    name: Unsettled,
    measures: Rc<Measures>,
    /// Whether a measure is looked for.
    is_sought: bool,
    on_settle: Callback<(LineId, Action)>,
    /// Called with the name and the place of the box in which a measure is looked for.
    on_seek: Callback<(LineId, usize)>,
}

#[component]
fn Name(NameProps { name, measures, is_sought, on_settle, on_seek }: &NameProps) -> Html {
    let line = name.line();
    let facts_id = format!("name-{line}-facts");
    let settle = |action: Action| {
        let on_settle = on_settle.clone();
        Callback::from(move |_: MouseEvent| on_settle.emit((line, action.clone())))
    };
    let offer = |(place, indicator): (usize, &&'static Indicator)| {
        html! {
            <button type="button" id={control_id(line, place)} class="button button-offer" onclick={settle(LinesAction::ReadAs(line, (*indicator).into()).into())}>
                { indicator.title.clone() }
            </button>
        }
    };
    let offers = name.offers();
    let place = offers.len();
    let search = if *is_sought {
        let (on_settle, choices) = (on_settle.clone(), measures.choices.clone());
        let measures = measures.clone();
        let on_choose = Callback::from(move |key: Option<AttrValue>| {
            if let Some(measure) = key.and_then(|key| measures.by_key(&key)) {
                on_settle.emit((line, LinesAction::ReadAs(line, measure).into()));
            }
        });
        html! {
            <Combobox id={control_id(line, place + 1)} label={words::search_for(name.label())} placeholder={words::TYPE_TO_SEARCH}
                {choices} meant={indicators_meant()} chosen={None} {on_choose} />
        }
    } else {
        let on_seek = on_seek.clone();
        let onclick = Callback::from(move |_: MouseEvent| on_seek.emit((line, place + 1)));
        html! {
            <button type="button" id={control_id(line, place + 1)} class="button button-quiet" {onclick}>{ words::SEARCH }</button>
        }
    };
    let context = name.context();
    html! {
        <li>
            <fieldset aria-describedby={facts_id.clone()}>
                <legend>{ name.label() }</legend>
                <p class="name-facts" id={facts_id}>
                    if !context.is_empty() {
                        <span>{ words::under(context) }</span>{ " " }
                    }
                    <span>{ words::rows(&name.rows()) }</span>{ " " }
                    <span class="name-values">{ words::values(name.entries()) }</span>
                </p>
                <div class={if offers.is_empty() { "name-choices name-choices-short" } else { "name-choices" }}>
                    <div class="name-offers">{ for offers.iter().enumerate().map(offer) }</div>
                    <div class="name-others">
                        <button type="button" id={control_id(line, place)} class="button button-quiet" onclick={settle(OwnAction::Keep(line).into())}>
                            { words::KEEP }
                        </button>
                        { search }
                        <button type="button" id={control_id(line, place + 2)} class="button button-quiet" onclick={settle(LinesAction::LeaveOut(line).into())}>
                            { words::LEAVE_OUT }
                        </button>
                    </div>
                </div>
            </fieldset>
        </li>
    }
}
