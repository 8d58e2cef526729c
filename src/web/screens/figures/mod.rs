//! The first screen: figures in, and what became of them.

mod adding;
mod grid;
mod incoming;
mod names;
mod own;
mod printed;
mod problems;
mod stated;

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use web_sys::{FileList, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::published::{Release, ReleaseId};
use crate::read::{Delimiter, Opened, Options, open_text};

use crate::app::intake::IntakeAction;
use crate::app::lines::Lines;
use crate::app::state::Action;
use crate::web::browser::{clipboard, files, focus};
use crate::web::parts::drop_area::DropArea;
use crate::web::parts::inputs::text_of;
use crate::web::screens::figures::adding::Adding;
use crate::web::screens::figures::grid::{FiguresGrid, Sought};
use crate::web::screens::figures::incoming::IncomingPanel;
use crate::web::screens::figures::names::Names;
use crate::web::screens::figures::own::OwnMeasures;
use crate::web::screens::figures::printed::PrintedFigures;
use crate::web::screens::figures::problems::Problems;
use crate::web::screens::scorecard::over_time::time_question_of_figures;
use crate::web::screens::settings::{SettingsPanel, council_named};
use crate::web::screens::start::{Start, example_buttons, example_question};
use crate::web::store::{ScreenProps, Store};
use crate::words::screens::{self, figures as words};

#[component]
pub(crate) fn Figures(ScreenProps { store }: &ScreenProps) -> Html {
    let state = store.state();
    let sought = use_state(|| None::<Sought>);
    let is_empty = state.lines.is_empty();
    let is_start = is_empty && state.intake.asked().is_none();
    let problems = use_memo(state.lines.clone(), Lines::all_problems);
    let seek = {
        let sought = sought.clone();
        Callback::from(move |line| {
            // The same line can be looked for twice.
            let times = sought.map_or(0, |before| before.times + 1);
            sought.set(Some(Sought { line, times }));
        })
    };
    html! {
        <>
            <h1 id="screen-heading" tabindex="-1">
                { if is_empty { words::HEADING_OF_EMPTY } else { words::HEADING } }
            </h1>
            if is_empty {
                <p class="lead">{ words::LEAD }</p>
            }
            // What is asked about a file comes before what else could be done.
            <div class={is_start.then_some("start-ways")}>
                <div>
                    if is_start {
                        <Start store={store.clone()} />
                    }
                </div>
                <div>
                    if is_start {
                        <h2>{ words::OWN_FIGURES }</h2>
                    }
                    <PasteBox store={store.clone()} />
                </div>
            </div>
            <div>{ example_question(store) }</div>
            <div class="outcome">
                <p id="outcome" class="message" role="status" tabindex="-1">{ state.message.to_string() }</p>
                <div>{ separator(store) }</div>
                if !is_empty {
                    <a class="button" href="#scorecard">{ words::SEE_SCORECARD }</a>
                }
            </div>
            // Each in an element of its own: parts that come and go would otherwise lose their places.
            <div><IncomingPanel store={store.clone()} /></div>
            <div><Names store={store.clone()} /></div>
            <div>{ releases(store) }</div>
            <div>{ about(store) }</div>
            <div>{ stated::waiting(store) }</div>
            <div>{ stated::targets(store) }</div>
            <div>{ stated::differing(store) }</div>
            <div>{ time_question_of_figures(store) }</div>
            <div>
                if !is_empty {
                    <FiguresGrid store={store.clone()} problems={problems.clone()} sought={*sought} />
                    <PrintedFigures store={store.clone()} />
                }
            </div>
            <div><OwnMeasures store={store.clone()} /></div>
            <div><Problems store={store.clone()} {problems} on_seek={seek.clone()} /></div>
            <div><Adding store={store.clone()} on_seek={seek} /></div>
        </>
    }
}

/// Council, period and population, once there are figures.
fn about(store: &Store) -> Html {
    let state = store.state();
    if state.lines.is_empty() {
        return html! {};
    }
    html! {
        <section aria-labelledby="about-heading">
            <h2 id="about-heading" class="visually-hidden">{ words::ABOUT_FIGURES }</h2>
            <div>{ council_named(store) }</div>
            <SettingsPanel store={store.clone()} />
            if state.settings.period.is_none() && state.lines.unsettled().is_empty() {
                <p class="notice">{ words::NO_PERIOD }</p>
            }
        </section>
    }
}

/// Whether text holds nothing that can be read or asked about.
fn holds_nothing(text: &str) -> bool {
    match open_text(text, &Options::default()) {
        Opened::Tables(sheets) => {
            sheets.iter().all(|sheet| sheet.reading.entries.is_empty() && sheet.unmapped.is_empty())
        }
        _ => false,
    }
}

/// A choice of another separator for the text that was read last.
fn separator(store: &Store) -> Html {
    let Some(separator) = store.state().separator() else { return html! {} };
    let onchange = store.on(|event: Event| {
        let value = text_of(&event);
        Action::Separate(Delimiter::by_name(&value).unwrap_or_default())
    });
    html! {
        <p class="separator">
            <label for="separator">{ words::SEPARATOR }</label>
            <select autocomplete="off" id="separator" class="input input-number" {onchange}>
                { for Delimiter::CHOICES.map(|each| html! {
                    <option value={each.name()} selected={each == separator}>{ each.name() }</option>
                }) }
            </select>
        </p>
    }
}

/// The official files in use, each with a way back to the built-in figures.
fn releases(store: &Store) -> Html {
    let releases = store.state().published.releases();
    if releases.is_empty() {
        return html! {};
    }
    let item = |(position, release): (usize, &Rc<Release>)| {
        let onclick = store.on(move |_: MouseEvent| Action::CloseRelease(ReleaseId(position)));
        let name = words::release(&release.file);
        let titles: Vec<&str> = release.indicators().iter().map(|indicator| &*indicator.title).collect();
        html! {
            <li>
                <strong>{ name }</strong>{ words::contents(release.years(), &titles) }
                <button type="button" class="link" {onclick}>
                    { words::USE_BUILT_IN }<span class="visually-hidden">{ words::of(name) }</span>
                </button>
            </li>
        }
    };
    html! {
        <section class="notice" aria-label={words::RELEASES}>
            <p>{ words::RELEASES_INTRODUCTION }</p>
            <ul>{ for releases.iter().enumerate().map(item) }</ul>
        </section>
    }
}

/// Where text is pasted. Pasting reads at once; typed lines are read at a press.
#[component]
fn PasteBox(ScreenProps { store }: &ScreenProps) -> Html {
    let text_box = use_node_ref();
    let is_first = store.state().lines.is_empty();
    let read = {
        let (text_box, dispatcher) = (text_box.clone(), store.dispatcher());
        move || {
            if let Some(text_box) = text_box.cast::<HtmlTextAreaElement>() {
                if let Some(file) = files::text_in(&text_box).and_then(|text| files::keep_text(&text)) {
                    dispatcher.dispatch(IntakeAction::Files(vec![file]).into());
                    text_box.set_value("");
                    return;
                }
                let text = text_box.value();
                // Of an empty box nothing is said where figures are: the table below was read.
                if !is_first && text.trim().is_empty() {
                    focus::focus_now("paste");
                    return;
                }
                // What nothing can be read from stays to be mended, unless it is a mass.
                let is_useless = text.len() < 2000 && holds_nothing(&text);
                dispatcher.dispatch(Action::Read(text));
                if !is_useless {
                    text_box.set_value("");
                }
            }
        }
    };
    let onpaste = {
        let (read, store) = (read.clone(), store.clone());
        Callback::from(move |event: Event| {
            // A mass of text is read as a file is, and never comes into the box.
            if let Some(file) = clipboard::pasted_text(&event).and_then(|text| files::keep_text(&text)) {
                event.prevent_default();
                store.send(IntakeAction::Files(vec![file]));
                return;
            }
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
    let take = {
        let store = store.clone();
        move |list: Option<FileList>| {
            let files = files::keep(list);
            if !files.is_empty() {
                store.send(IntakeAction::Files(files));
            }
        }
    };
    let on_files = {
        let take = take.clone();
        Callback::from(move |files: FileList| take(Some(files)))
    };
    let onchange = Callback::from(move |event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
        take(input.files());
        // The same file can be chosen again.
        input.set_value("");
    });
    // Who has read figures knows how.
    let hint = if is_first { "hint" } else { "visually-hidden" };
    html! {
        <DropArea class={classes!("paste", (!is_first).then_some("paste-more"))} label={words::PASTE} {on_files}>
            <label class="label" for="paste">{ if is_first { words::PASTE_LABEL } else { words::PASTE_MORE } }</label>
            <p class={hint} id="paste-hint">{ words::PASTE_HINT }</p>
            <textarea autocomplete="off" spellcheck="false" id="paste" ref={text_box} class="input paste-box" rows={if is_first { "6" } else { "1" }}
                aria-describedby="paste-hint" {onpaste} {onkeydown} />
            <div class="buttons">
                <button type="button" class="button" {onclick}>{ words::READ }</button>
                if !store.state().lines.is_empty() || !store.state().lines.table_problems().is_empty() {
                    <button type="button" class="button button-quiet" onclick={store.on(|_| Action::Clear)}>{ words::CLEAR_ALL }</button>
                }
                if store.state().can_undo() {
                    <button type="button" class="button button-quiet" onclick={store.on(|_| Action::Undo)}>{ screens::UNDO }</button>
                }
                if store.state().can_redo() {
                    <button type="button" class="button button-quiet" onclick={store.on(|_| Action::Redo)}>{ screens::REDO }</button>
                }
                if is_first { { example_buttons(store) } }
            </div>
            <div class="files">
                <label class="label" for="files">{ words::FILES_LABEL }</label>
                <p class={hint} id="files-hint">{ words::FILES_HINT }</p>
                <input autocomplete="off" spellcheck="false" id="files" type="file" multiple={true} accept=".csv,.tsv,.txt,.xlsx,.ods,.xls,.xml,.htm,.html" aria-describedby="files-hint" {onchange} />
            </div>
        </DropArea>
    }
}
