//! Copies of the page: a private one of everything, one to publish, and a blank one.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::disclose::Released;

use crate::app::saved::page::{Review, Saved};
use crate::app::state::{Action, Copied, Edition, State};
use crate::web::browser::saved_text::saved_to_text;
use crate::web::browser::{download, location, own_page, save_over};
use crate::web::parts::inputs::is_checked;
use crate::web::store::{ScreenProps, Store};
use crate::words::leaving::REFUSED;
use crate::words::screens::copies as words;
use crate::words::screens::share;

/// Buttons for each kind of copy, and what became of the last one.
#[component]
pub(crate) fn Copies(ScreenProps { store }: &ScreenProps) -> Html {
    let message = use_state(String::new);
    let review = use_state(|| None::<Review>);
    let leaves_scenarios = use_state(|| false);
    let state = store.state();
    let has_something = !state.lines.is_empty() || state.is_unsaved() || !state.commentary.is_empty();
    let blank = {
        let message = message.clone();
        Callback::from(move |_: MouseEvent| {
            let page = own_page::text(&Released::nothing());
            message.set(
                downloaded("corporate-parenting-calculator.html", page, |_| words::BLANK_SAVED.to_owned()).1,
            );
        })
    };
    let private = {
        let (store, message) = (store.clone(), message.clone());
        Callback::from(move |_: MouseEvent| {
            let name = store.state().file_name(words::PRIVATE_FILE, "html");
            let page = store.state().private_copy().and_then(|saved| page_with(&saved));
            let (is_done, said) = downloaded(&name, page, words::private_saved);
            if is_done {
                store.send(Action::Saved(Copied::Page));
            }
            message.set(said);
        })
    };
    let over = {
        let (store, message) = (store.clone(), message.clone());
        Callback::from(move |_: MouseEvent| {
            let (store, message) = (store.clone(), message.clone());
            spawn_local(async move { message.set(save_over_file(&store).await) });
        })
    };
    let look = {
        let (store, review, message) = (store.clone(), review.clone(), message.clone());
        Callback::from(move |_: MouseEvent| {
            message.set(String::new());
            review.set(Some(store.state().review()));
        })
    };
    let close = {
        let review = review.clone();
        Callback::from(move |_: MouseEvent| review.set(None))
    };
    let publish = {
        let (store, review, message) = (store.clone(), review.clone(), message.clone());
        let leaves_scenarios = *leaves_scenarios;
        Callback::from(move |_: MouseEvent| {
            let (state, name) = (store.state(), store.state().file_name(words::PUBLISHABLE_FILE, "html"));
            let saved = if leaves_scenarios {
                state.publishable_copy_without_scenarios()
            } else {
                state.publishable_copy()
            };
            let page = page_with(&saved);
            let (is_done, said) = downloaded(&name, page, words::publishable_saved);
            if is_done {
                store.send(Action::Saved(Copied::Figures));
            }
            review.set(None);
            message.set(said);
        })
    };
    html! {
        <section aria-labelledby="page-heading">
            <h2 id="page-heading">{ words::HEADING }</h2>
            <p>{ words::COPIES }</p>
            if has_something {
                if state.edition != Edition::Publishable {
                    <p>{ words::ABOUT_PRIVATE }</p>
                    <div class="buttons">
                        <button type="button" class="button" onclick={private}>{ words::SAVE_PRIVATE }</button>
                        if save_over::is_possible() {
                            <button type="button" class="button button-quiet" onclick={over}>{ words::SAVE_OVER }</button>
                        }
                    </div>
                }
                <p>{ words::ABOUT_PUBLISHABLE }</p>
                <div class="buttons">
                    <button type="button" class="button" aria-expanded={review.is_some().to_string()} onclick={look}>{ words::MAKE_PUBLISHABLE }</button>
                </div>
                if let Some(review) = &*review {
                    { reviewed(review, state, &leaves_scenarios, publish, close) }
                }
            }
            <p>{ words::ABOUT_BLANK }</p>
            <div class="buttons">
                <button type="button" class="button button-quiet" onclick={blank}>{ words::SAVE_BLANK }</button>
            </div>
            <p class="message" role="status">{ &*message }</p>
        </section>
    }
}

/// What would be in a publishable copy and what not, before it is made.
fn reviewed(
    review: &Review,
    state: &State,
    leaves_scenarios: &UseStateHandle<bool>,
    publish: Callback<MouseEvent>,
    close: Callback<MouseEvent>,
) -> Html {
    let hidden = if review.note.is_empty() { words::NOTHING_HIDDEN } else { &review.note };
    let mut held_back: Vec<String> =
        review.held_back.iter().map(|remark| remark.measure.title.to_string()).collect();
    held_back.dedup();
    let leave = {
        let leaves_scenarios = leaves_scenarios.clone();
        Callback::from(move |event: Event| leaves_scenarios.set(is_checked(&event)))
    };
    html! {
        <section class="notice" aria-labelledby="review-heading">
            <h3 id="review-heading">{ words::REVIEW }</h3>
            <ul>
                <li>{ words::figures(review.figures) }{ " " }{ hidden }</li>
                if review.without_figure > 0 {
                    <li>{ share::rows_left_out(review.without_figure) }</li>
                }
                if review.remarks > 0 {
                    <li>{ words::remarks(review.remarks) }</li>
                }
                if !held_back.is_empty() {
                    <li>{ words::held_back(&held_back) }</li>
                }
                { match &review.scenarios {
                    None => html! { <li>{ words::SCENARIOS_HELD_BACK }</li> },
                    Some(names) if names.is_empty() || **leaves_scenarios => html! {},
                    Some(names) => html! { <li>{ words::scenarios(names) }</li> },
                } }
                if state.edition != Edition::Publishable {
                    <li>{ words::LEFT_OUT }</li>
                }
            </ul>
            if review.scenarios.as_ref().is_some_and(|names| !names.is_empty()) {
                <div class="field field-check">
                    <input autocomplete="off" id="leave-scenarios" type="checkbox" checked={**leaves_scenarios} onchange={leave} />
                    <label for="leave-scenarios">{ words::LEAVE_SCENARIOS_OUT }</label>
                </div>
            }
            <div class="buttons">
                <button type="button" class="button" onclick={publish}>{ words::SAVE_PUBLISHABLE }</button>
                <button type="button" class="button button-quiet" onclick={close}>{ words::CANCEL }</button>
            </div>
        </section>
    }
}

/// The page with something saved in it; nothing where it was changed before it started.
fn page_with(saved: &Released<Saved>) -> Option<Released<String>> {
    own_page::text(&saved_to_text(saved)?)
}

/// Downloads a page. Returns whether that was done, and what there is to say of it.
fn downloaded(name: &str, page: Option<Released<String>>, done: impl Fn(&str) -> String) -> (bool, String) {
    match page.map(|page| download::save_page(name, &page)) {
        Some(true) => (true, done(name)),
        Some(false) => (false, REFUSED.to_owned()),
        None => (false, words::PAGE_CHANGED.to_owned()),
    }
}

/// Saves a private working copy over a file. Returns what there is to say of it.
async fn save_over_file(store: &Store) -> String {
    let Some(page) = store.state().private_copy().and_then(|saved| page_with(&saved)) else {
        return words::PAGE_CHANGED.to_owned();
    };
    let usual = || store.state().file_name(words::PRIVATE_FILE, "html");
    let name = location::file().filter(|_| store.state().edition == Edition::Private).unwrap_or_else(usual);
    match save_over::save(&name, &page).await {
        Ok(name) => {
            store.send(Action::Saved(Copied::Page));
            words::private_saved(&name)
        }
        Err(_) => words::NOT_WRITTEN.to_owned(),
    }
}
