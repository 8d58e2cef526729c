//! Save and share: everything that leaves the page, and what is hidden in it.

use yew::prelude::*;

use crate::compare::{self, Scorecard};
use crate::report::{disclosure_note, scorecard_table, title};

use crate::app::state::{Action, Setting};
use crate::web::browser::saved_text::saved_to_text;
use crate::web::browser::{download, own_page};
use crate::web::parts::inputs::{is_checked, text_of};
use crate::web::screens::scorecard;
use crate::web::store::{ScreenProps, Store};

#[component]
pub(crate) fn SaveAndShare(ScreenProps { store }: &ScreenProps) -> Html {
    let message = use_state(String::new);
    let state = store.state();
    let note = disclosure_note(&state.disclosed(), state.settings.disclosure);
    html! {
        <>
            <h1 id="screen-heading" tabindex="-1">{ "Save and share" }</h1>
            if state.lines.is_empty() {
                <p>{ "There are no figures yet. " }<a href="#figures">{ "Paste a table or try an example" }</a>{ " first, or save a blank copy of this page below." }</p>
            } else {
                { protection(store, &note) }
                { tables(store, &note, &message) }
            }
            { page_itself(store, &message) }
            <p class="message" role="status">{ &*message }</p>
        </>
    }
}

/// What is hidden in everything below.
fn protection(store: &Store, hidden: &str) -> Html {
    let disclosure = store.state().settings.disclosure;
    let on_threshold = store.on(|event: Event| {
        let text = text_of(&event);
        Action::Set(Setting::Threshold(text.trim().parse().unwrap_or(crate::disclose::USUAL_THRESHOLD)))
    });
    let on_internal = store.on(|event: Event| Action::Set(Setting::Internal(is_checked(&event))));
    let without = store.state().without_figure();
    html! {
        <section aria-labelledby="protection-heading">
            <h2 id="protection-heading">{ "What is hidden" }</h2>
            <p>
                { "In every copy, download, saved page and print, small counts of children are shown as c, with their percentages, and so \
                   is whatever would give them away. On the screen you always see your own figures." }
            </p>
            <div class="settings">
                <div class="field">
                    <label class="label" for="threshold">{ "Hide counts of 1 to" }</label>
                    <p class="hint" id="threshold-hint">{ "5 is usual; 1 to 10 can be chosen." }</p>
                    <input autocomplete="off" spellcheck="false" id="threshold" class="input input-number" type="number" min="1" max="10" step="1" aria-describedby="threshold-hint"
                        value={disclosure.threshold().to_string()} disabled={disclosure.is_internal()} onchange={on_threshold} />
                </div>
                <div class="field field-check">
                    <input autocomplete="off" spellcheck="false" id="internal" type="checkbox" checked={disclosure.is_internal()} onchange={on_internal} />
                    <label for="internal">{ "For internal use only: hide nothing, and say so in the output" }</label>
                </div>
            </div>
            <p class="notice" role="status">
                { if hidden.is_empty() { "None of your figures has to be hidden." } else { hidden } }
            </p>
            if without > 0 && !disclosure.is_internal() {
                <p class="hint">
                    { if without == 1 { "1 row is no figure yet and is left out.".to_owned() } else { format!("{without} rows are no figures yet and are left out.") } }
                </p>
            }
        </section>
    }
}

/// Copies and downloads of tables and sentences.
fn tables(store: &Store, hidden: &str, message: &UseStateHandle<String>) -> Html {
    let act = |what: &'static str, act: fn(&Store, &str) -> bool| {
        let (store, hidden, message) = (store.clone(), hidden.to_owned(), message.clone());
        Callback::from(move |_: MouseEvent| {
            message.set(if act(&store, &hidden) {
                format!("{what}. {hidden} {}", kept(&store)).trim_end().to_owned()
            } else {
                "The browser refused.".to_owned()
            });
        })
    };
    html! {
        <section aria-labelledby="tables-heading">
            <h2 id="tables-heading">{ "Tables and sentences" }</h2>
            <div class="buttons">
                <button type="button" class="button" onclick={act("The scorecard was copied. Paste it into Word or Excel", copy_scorecard)}>
                    { "Copy the scorecard for Word or Excel" }
                </button>
                <button type="button" class="button button-quiet" onclick={act("The scorecard was downloaded", download_scorecard)}>
                    { "Download the scorecard as CSV" }
                </button>
                <button type="button" class="button button-quiet" onclick={act("The sentences were copied", copy_sentences)}>
                    { "Copy the sentences" }
                </button>
                <button type="button" class="button button-quiet" onclick={act("The sentences were downloaded", download_sentences)}>
                    { "Download the sentences as text" }
                </button>
                <button type="button" class="button button-quiet" onclick={act("Your figures were downloaded. This page reads the file back", download_figures)}>
                    { "Download your figures as CSV" }
                </button>
            </div>
            <p class="hint">{ "CSV (comma-separated values) is a table that any spreadsheet opens. To print, or make a PDF file, open the " }<a href="#report">{ "report" }</a>{ "." }</p>
        </section>
    }
}

/// The scorecard as it may leave the page.
fn safe_card(store: &Store) -> (String, Scorecard) {
    let state = store.state();
    let choices = state.choices();
    (title(&choices), compare::scorecard(&state.disclosed().figures, &choices))
}

fn copy_scorecard(store: &Store, note: &str) -> bool {
    let (title, card) = safe_card(store);
    scorecard::copy_table(&title, &card.rows.iter().collect::<Vec<_>>(), note)
}

fn download_scorecard(store: &Store, note: &str) -> bool {
    let (title, card) = safe_card(store);
    let table = scorecard_table(title, &card.rows.iter().collect::<Vec<_>>(), note);
    download::save(&store.state().file_name("scorecard", "csv"), &table.to_csv(), download::CSV)
}

fn copy_sentences(store: &Store, note: &str) -> bool {
    let (title, card) = safe_card(store);
    scorecard::copy_sentences(&title, &card.rows.iter().collect::<Vec<_>>(), note)
}

fn download_sentences(store: &Store, note: &str) -> bool {
    let (title, card) = safe_card(store);
    let sentences = scorecard::sentences(&title, &card.rows.iter().collect::<Vec<_>>(), note);
    download::save(
        &store.state().file_name("sentences", "txt"),
        &format!("\u{FEFF}{sentences}"),
        "text/plain;charset=utf-8",
    )
}

fn download_figures(store: &Store, _: &str) -> bool {
    let done = download::save(
        &store.state().file_name("figures", "csv"),
        &store.state().figures_csv(),
        download::CSV,
    );
    if done {
        store.send(Action::Saved);
    }
    done
}

/// What to know before the page is closed.
fn kept(store: &Store) -> &'static str {
    if store.state().is_all_disclosed() {
        ""
    } else {
        "Figures that are hidden or left out are only in this page: keep your own table."
    }
}

/// Copies of the page, blank or with its figures.
fn page_itself(store: &Store, message: &UseStateHandle<String>) -> Html {
    const HTML: &str = "text/html;charset=utf-8";
    let blank = {
        let message = message.clone();
        Callback::from(move |_: MouseEvent| {
            let saved = own_page::text("")
                .map(|page| download::save("corporate-parenting-calculator.html", &page, HTML));
            message.set(
                match saved {
                    Some(true) => {
                        "A blank copy was downloaded: open it from any folder, also without a network."
                    }
                    Some(false) => "The browser refused.",
                    None => own_page::CHANGED,
                }
                .to_owned(),
            );
        })
    };
    let with_figures = {
        let (message, store) = (message.clone(), store.clone());
        Callback::from(move |_: MouseEvent| {
            let saved = saved_to_text(&store.state().to_saved());
            let page = saved.ok().map(|figures| own_page::text(&figures));
            let name = store.state().file_name("corporate parenting calculator", "html");
            let is_changed = page == Some(None);
            let done = page.flatten().is_some_and(|page| download::save(&name, &page, HTML));
            if done {
                store.send(Action::Saved);
            }
            message.set(if done {
                format!("The page was downloaded with its figures as {name}. {}", kept(&store))
            } else if is_changed {
                own_page::CHANGED.to_owned()
            } else {
                "The browser refused.".to_owned()
            });
        })
    };
    let has_figures = !store.state().lines.is_empty();
    html! {
        <section aria-labelledby="page-heading">
            <h2 id="page-heading">{ "This page" }</h2>
            <p>{ "The page is one file that works without a network. A blank copy holds no figure of yours. A copy with figures shows them as soon as it is opened, and can be changed and saved again." }</p>
            <div class="buttons">
                if has_figures {
                    <button type="button" class="button" onclick={with_figures}>{ "Save this page with its figures" }</button>
                }
                <button type="button" class="button button-quiet" onclick={blank}>{ "Save a blank copy" }</button>
            </div>
            if has_figures {
                <p class="hint">{ "Scenarios are not saved with it; figures that are hidden above are hidden in it for good." }</p>
            }
        </section>
    }
}
