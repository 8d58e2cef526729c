//! Where a person begins: a council, figures of their own, caseloads, or an example.

use yew::prelude::*;

use crate::area::{self, Area};
use crate::period::Period;
use crate::published;

use crate::app::state::{Action, Example, Setting};
use crate::web::browser::location;
use crate::web::screens::settings::CouncilField;
use crate::web::store::{ScreenProps, Store};
use crate::words::screens::settings::COUNCIL_PART;
use crate::words::screens::{figures, start as words};

/// The first thing a page without figures offers: a council, or caseloads.
#[component]
pub(crate) fn Start(ScreenProps { store }: &ScreenProps) -> Html {
    html! {
        <section class="start" aria-labelledby="start-heading">
            <h2 id="start-heading">{ figures::PROFILE }</h2>
            { for store.state().settings.council.map(|council| html! {
                <p><a class="button" href="#scorecard">{ words::see(council.name) }</a>{ words::GO_ON }</p>
            }) }
            <CouncilField store={store.clone()} hint={COUNCIL_PART} then={Callback::from(|()| location::show("scorecard"))} />
            <p class="start-other">{ words::OR }<a href="#caseloads">{ words::CASELOADS }</a>{ ". " }{ words::CASELOADS_HINT }</p>
            <Steps />
        </section>
    }
}

/// How the page works in three steps, until they are hidden.
#[component]
fn Steps() -> Html {
    let is_shown = use_state(|| true);
    if !*is_shown {
        return html! {};
    }
    let onclick = {
        let is_shown = is_shown.clone();
        Callback::from(move |_: MouseEvent| is_shown.set(false))
    };
    html! {
        <div class="steps">
            <h3>{ words::HOW }</h3>
            <ol>{ for words::STEPS.map(|step| html! { <li>{ step }</li> }) }</ol>
            <button type="button" class="link" {onclick}>{ words::DISMISS }</button>
        </div>
    }
}

/// Buttons for the examples.
pub(crate) fn example_buttons(store: &Store) -> Html {
    let button = |example: Example| {
        html! {
            <button type="button" class="button button-quiet" onclick={store.on(move |_: MouseEvent| Action::Offer(example))}>
                { if example.is_of_months() { figures::try_monthly_example(example.title()) } else { figures::try_example(example.title()) } }
            </button>
        }
    };
    html! { { for Example::ALL.map(button) } }
}

/// Asked before an example replaces what there is.
pub(crate) fn example_question(store: &Store) -> Html {
    let state = store.state();
    let Some(example) = state.offered else { return html! {} };
    let others = state.targets.iter().len() + state.commentary.remarks().len();
    let council = state.settings.council.filter(|council| council.code != Example::COUNCIL);
    let council = council.map(|council| council.name);
    html! {
        <section class="notice" role="alert">
            <p>{ words::replaces(example.title(), state.lines.len(), others, council) }</p>
            <div class="buttons">
                <button type="button" class="button" onclick={store.on(move |_: MouseEvent| Action::Load(example))}>{ words::REPLACE }</button>
                <button type="button" class="button button-quiet" onclick={store.on(|_: MouseEvent| Action::KeepFigures)}>{ words::KEEP }</button>
            </div>
        </section>
    }
}

/// Says that the council asked for no longer exists, with links to those that replaced it and to its own figures; empty if it
/// exists.
pub(crate) fn former_council(store: &Store) -> Html {
    let settings = &store.state().settings;
    let Some((former, shown)) = settings.formerly.zip(settings.council) else { return html! {} };
    let successors = area::successors(former);
    let last = published::life(former).map(|(_, last)| last);
    let other = |area: &&'static Area| {
        let area: &'static Area = area;
        let onclick = store.on(move |_: MouseEvent| Setting::Council(Some(area)));
        html! { <button type="button" class="button button-quiet" {onclick}>{ words::see(area.name) }</button> }
    };
    let own = |last: u16| {
        let store = store.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            store.send(Setting::Period(Some(Period::Year(last))));
            store.send(Setting::Council(Some(former)));
        });
        html! { <button type="button" class="button button-quiet" {onclick}>{ words::until(former.name, last) }</button> }
    };
    html! {
        <section class="notice">
            <p>{ words::replaced(former, &successors, shown, last) }</p>
            <div class="buttons">
                { for successors.iter().filter(|area| **area != shown).map(other) }
                { for last.map(own) }
            </div>
        </section>
    }
}
