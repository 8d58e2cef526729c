//! Save and share: everything that leaves the page, and what is hidden in it.

use yew::prelude::*;

use crate::compare::Selection;
use crate::disclose::{Audience, Released};
use crate::report::Table;

use crate::app::state::{Action, Copied, Edition, Setting};
use crate::web::browser::{clipboard, download};
use crate::web::parts::documents::Documents;
use crate::web::parts::inputs::{is_checked, text_of};
use crate::web::screens::copies::Copies;
use crate::web::screens::scorecard::{self, SafeCard, released_card};
use crate::web::store::{ScreenProps, Store};
use crate::words::disclosure::disclosure_note;
use crate::words::screens::share as words;
use crate::words::{leaving as left, screens};

#[component]
pub(crate) fn SaveAndShare(ScreenProps { store }: &ScreenProps) -> Html {
    let message = use_state(String::new);
    let state = store.state();
    let note = disclosure_note(&state.disclosed(), state.settings.disclosure);
    html! {
        <>
            <h1 id="screen-heading" tabindex="-1">{ words::HEADING }</h1>
            if let Some(council) = state.settings.council.filter(|_| state.lines.is_empty()) {
                <p>{ words::only_official(council.name) }</p>
                <div class="buttons">
                    <a class="button" href="#report">{ words::TO_REPORT }</a>
                    <a class="button button-quiet" href="#scorecard">{ words::TO_SCORECARD }</a>
                    <a class="button button-quiet" href="#figures">{ words::ADD_FIGURES }</a>
                </div>
            } else if state.lines.is_empty() {
                <p>{ screens::NO_FIGURES }<a href="#figures">{ screens::PASTE_OR_EXAMPLE }</a>{ words::OR_BLANK_COPY }</p>
            } else {
                if state.edition != Edition::Publishable {
                    { protection(store, &note) }
                }
                { tables(store, &note, &message) }
            }
            <Copies store={store.clone()} />
            <p class="message" role="status">{ &*message }</p>
        </>
    }
}

/// What is hidden in everything below.
fn protection(store: &Store, hidden: &str) -> Html {
    let disclosure = store.state().settings.disclosure;
    let on_threshold = store.on(|event: Event| {
        let text = text_of(&event);
        Setting::Threshold(text.trim().parse().unwrap_or(crate::disclose::USUAL_THRESHOLD))
    });
    let on_internal = store.on(|event: Event| {
        Setting::Audience(if is_checked(&event) { Audience::Council } else { Audience::Public })
    });
    let without = store.state().without_figure();
    html! {
        <section aria-labelledby="protection-heading">
            <h2 id="protection-heading">{ words::HIDDEN_HEADING }</h2>
            <p>{ words::HIDDEN }</p>
            <div class="settings">
                <div class="field">
                    <label class="label" for="threshold">{ words::THRESHOLD }</label>
                    <p class="hint" id="threshold-hint">{ words::THRESHOLD_HINT }</p>
                    <input autocomplete="off" spellcheck="false" id="threshold" class="input input-number" type="number" min="1" max="10" step="1" aria-describedby="threshold-hint"
                        value={disclosure.threshold().to_string()} disabled={disclosure.is_internal()} onchange={on_threshold} />
                </div>
                <div class="field field-check">
                    <input autocomplete="off" spellcheck="false" id="internal" type="checkbox" checked={disclosure.is_internal()} onchange={on_internal} />
                    <label for="internal">{ words::INTERNAL }</label>
                </div>
            </div>
            <p class="notice" role="status">
                { if hidden.is_empty() { words::NOTHING_HIDDEN } else { hidden } }
            </p>
            if without > 0 && !disclosure.is_internal() {
                <p class="hint">{ words::rows_left_out(without) }</p>
            }
        </section>
    }
}

/// Copies and downloads of tables and sentences.
fn tables(store: &Store, hidden: &str, message: &UseStateHandle<String>) -> Html {
    let act = |what: &'static str, act: fn(&Store) -> bool| {
        let (store, hidden, message) = (store.clone(), hidden.to_owned(), message.clone());
        Callback::from(move |_: MouseEvent| {
            message.set(if act(&store) {
                format!("{what} {hidden} {}", kept(&store)).trim_end().to_owned()
            } else {
                left::REFUSED.to_owned()
            });
        })
    };
    html! {
        <section aria-labelledby="tables-heading">
            <h2 id="tables-heading">{ words::TABLES_HEADING }</h2>
            <div class="buttons">
                <button type="button" class="button" onclick={act(words::SCORECARD_COPIED, copy_scorecard)}>
                    { words::COPY_SCORECARD }
                </button>
                <button type="button" class="button button-quiet" onclick={act(words::SCORECARD_DOWNLOADED, download_scorecard)}>
                    { words::DOWNLOAD_SCORECARD }
                </button>
                <button type="button" class="button button-quiet" onclick={act(left::SENTENCES_COPIED, copy_sentences)}>
                    { words::COPY_SENTENCES }
                </button>
                <button type="button" class="button button-quiet" onclick={act(words::SENTENCES_DOWNLOADED, download_sentences)}>
                    { words::DOWNLOAD_SENTENCES }
                </button>
                <button type="button" class="button button-quiet" onclick={act(words::FIGURES_DOWNLOADED, download_figures)}>
                    { words::DOWNLOAD_FIGURES }
                </button>
            </div>
            <Documents store={store.clone()} />
            <p class="hint">{ words::ABOUT_CSV }<a href="#report">{ words::REPORT }</a>{ "." }</p>
        </section>
    }
}

fn card(store: &Store) -> Released<SafeCard> {
    released_card(store.state())
}

fn copy_scorecard(store: &Store) -> bool {
    clipboard::copy(&card(store).with(&Selection::default(), scorecard::copied_table))
}

fn download_scorecard(store: &Store) -> bool {
    let table = card(store).with(&Selection::default(), scorecard::table).map(Table::to_csv);
    download::save(&store.state().file_name(words::SCORECARD_FILE, "csv"), &table, download::CSV)
}

fn copy_sentences(store: &Store) -> bool {
    clipboard::copy(&card(store).with(&Selection::default(), scorecard::copied_sentences))
}

fn download_sentences(store: &Store) -> bool {
    let sentences = card(store).with(&Selection::default(), |safe, selection| {
        format!("\u{FEFF}{}", scorecard::sentences(safe, selection))
    });
    let name = store.state().file_name(words::SENTENCES_FILE, "txt");
    download::save(&name, &sentences, "text/plain;charset=utf-8")
}

fn download_figures(store: &Store) -> bool {
    let name = store.state().file_name(words::FIGURES_FILE, "csv");
    let done = download::save(&name, &store.state().figures_csv(), download::CSV);
    if done {
        store.send(Action::Saved(Copied::Figures));
    }
    done
}

/// What to know before the page is closed.
fn kept(store: &Store) -> &'static str {
    if store.state().is_all_disclosed() { "" } else { words::KEEP_YOUR_TABLE }
}
