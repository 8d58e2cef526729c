//! The first screen: figures in, and what became of them.

use gloo_timers::callback::Timeout;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::read::{Problem, Severity};

use super::app::{ScreenProps, Store};
use super::figures_table::FiguresTable;
use super::settings::AboutFigures;
use super::state::{Action, Example, counted};

#[component]
pub(super) fn Figures(ScreenProps { store }: &ScreenProps) -> Html {
    let state = store.state();
    // The line looked for, and how often anything was: the same line can be looked for twice.
    let sought = use_state(|| None::<(usize, usize)>);
    let is_empty = state.lines.is_empty();
    html! {
        <>
            <h1 id="screen-heading" tabindex="-1">
                { if is_empty { "Paste your figures, see how you compare" } else { "Figures" } }
            </h1>
            if is_empty {
                <p class="lead">
                    { "Exact percentages for children in care and care leavers, beside England, your region and your \
                       statistical neighbours. Nothing you enter leaves this page." }
                </p>
            }
            <PasteBox store={store.clone()} />
            <p class="message" role="status">{ &*state.message }</p>
            if !is_empty {
                <section aria-labelledby="about-heading">
                    <h2 id="about-heading">{ "About these figures" }</h2>
                    <AboutFigures store={store.clone()} />
                    if state.settings.period.is_none() {
                        <p class="notice">
                            { "These figures do not say which period they are for. Choose it above: without it nothing can be compared." }
                        </p>
                    }
                </section>
            }
            { problems(store, &sought) }
            if !is_empty {
                <p><a class="button button-main" href="#scorecard">{ "See the scorecard" }</a></p>
                <FiguresTable store={store.clone()} sought={*sought} />
            }
        </>
    }
}

/// Where text is pasted. Pasting reads at once; typed lines are read at a press.
#[component]
fn PasteBox(ScreenProps { store }: &ScreenProps) -> Html {
    let text_box = use_node_ref();
    let read = {
        let (text_box, dispatcher) = (text_box.clone(), store.dispatcher());
        move || {
            if let Some(text_box) = text_box.cast::<HtmlTextAreaElement>() {
                let text = text_box.value();
                // What nothing can be read from stays to be mended, unless it is a mass.
                let is_useless = text.len() < 2000 && crate::read::read(&text).entries.is_empty();
                dispatcher.dispatch(Action::Read(text));
                if !is_useless {
                    text_box.set_value("");
                }
            }
        }
    };
    let onpaste = {
        let read = read.clone();
        Callback::from(move |_: Event| {
            let read = read.clone();
            // The browser puts the text in after this event.
            Timeout::new(0, read).forget();
        })
    };
    let onkeydown = {
        let read = read.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
                event.prevent_default();
                read();
            }
        })
    };
    let onclick = Callback::from(move |_: MouseEvent| read());
    html! {
        <section class="paste" aria-label="Paste or type figures">
            <label class="label" for="paste">{ "Paste a table from Excel, Word or a web page" }</label>
            <p class="hint" id="paste-hint">
                { "Totals only, no names or other details of a child. One row for each indicator, with its counts, or a \
                   column for each year or month. You can also type lines such as \u{201C}Three or more placements: 51 of 646\u{201D} \
                   and press Read." }
            </p>
            <textarea id="paste" ref={text_box} class="input paste-box" rows="6" spellcheck="false"
                aria-describedby="paste-hint" {onpaste} {onkeydown} />
            <div class="buttons">
                <button type="button" class="button" {onclick}>{ "Read" }</button>
                { for Example::ALL.map(|example| html! {
                    <button type="button" class="button button-quiet" onclick={store.on(move |_| Action::Load(example))}>
                        { format!("Try an example: {}", example.title()) }
                    </button>
                }) }
                if !store.state().lines.is_empty() {
                    <button type="button" class="button button-quiet" onclick={store.on(|_| Action::Clear)}>{ "Clear all" }</button>
                }
                if store.state().can_undo() {
                    <button type="button" class="button button-quiet" onclick={store.on(|_| Action::Undo)}>{ "Undo" }</button>
                }
                if store.state().can_redo() {
                    <button type="button" class="button button-quiet" onclick={store.on(|_| Action::Redo)}>{ "Redo" }</button>
                }
            </div>
        </section>
    }
}

/// What needs attention, worst first, each with its place and a way to its row.
fn problems(store: &Store, sought: &UseStateHandle<Option<(usize, usize)>>) -> Html {
    const MOST: usize = 30;
    let problems = store.state().all_problems();
    if problems.is_empty() {
        return html! {};
    }
    let (errors, others) = counted(&problems);
    let title = match (errors, others) {
        (0, 1) => "1 thing to check".to_owned(),
        (0, many) => format!("{many} things to check"),
        (1, 0) => "1 row could not be used".to_owned(),
        (many, 0) => format!("{many} rows could not be used"),
        (errors, others) => format!("{errors} that could not be used, {others} to check"),
    };
    html! {
        <section class={if errors > 0 { "problems problems-errors" } else { "problems" }} aria-labelledby="problems-heading">
            <h2 id="problems-heading">{ title }</h2>
            <ul>{ for problems.iter().take(MOST).map(|(id, each)| problem(*id, each, sought)) }</ul>
            if problems.len() > MOST {
                <p>{ format!("and {} more, each marked in its row of the table below.", problems.len() - MOST) }</p>
            }
            if !store.state().problems.is_empty() {
                <button type="button" class="button button-quiet" onclick={store.on(|_| Action::DismissProblems)}>
                    { "Put away remarks on tables" }
                </button>
            }
        </section>
    }
}

fn problem(id: Option<usize>, problem: &Problem, sought: &UseStateHandle<Option<(usize, usize)>>) -> Html {
    let severity = match problem.severity {
        Severity::Error => "Not used",
        Severity::Warning => "Check",
        Severity::Note => "Note",
    };
    let place = problem.place.to_string();
    let found = (!problem.found.is_empty()).then(|| format!(" \u{201C}{}\u{201D}", problem.found));
    let go = id.map(|id| {
        let sought = sought.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            sought.set(Some((id, sought.map_or(0, |(_, times)| times + 1))));
        });
        html! { <button type="button" class="link" {onclick}>{ "Go to the row" }</button> }
    });
    html! {
        <li>
            <strong>{ severity }</strong>{ ", pasted " }{ place }{ ":" }{ found }{ " " }{ &problem.message }{ ". " }
            { for go }
        </li>
    }
}
