//! Caseload scenarios: three boxes and an answer, detail where it is needed, and scenarios side by side.

use yew::prelude::*;

use crate::disclose::Cleared;

use crate::app::scenarios::{Answers, CaseloadAction, MOST_SCENARIOS, Role, ScenarioId};
use crate::app::state::Action;
use crate::web::parts::data_table::DataTable;
use crate::web::screens::what_if::answer::{answer, curve};
use crate::web::screens::what_if::case::{case_of, one_page, options};
use crate::web::screens::what_if::chance::use_chance;
use crate::web::screens::what_if::form::Form;
use crate::web::screens::what_if::spread::spread;
use crate::web::screens::what_if::why::Why;
use crate::web::store::{ScreenProps, Store};
use crate::words::disclosure::internal_mark;
use crate::words::screens;
use crate::words::screens::caseloads as words;

#[component]
pub(crate) fn Caseloads(ScreenProps { store }: &ScreenProps) -> Html {
    use_chance(store);
    let selected = store.state().scenarios.caseloads.selected();
    let answers = use_memo(store.state().cleared_caseloads(), |caseloads| caseloads.map(Answers::of));
    let answer_of_selected = answers.map(|found| found.selected().cloned()).transposed();
    let chosen = (store.state().choices_now(), store.state().settings.disclosure);
    let case =
        answer_of_selected.as_ref().map(|found| found.with(&chosen, |each, chosen| case_of(each, chosen)));
    let case_message = use_state(String::new);
    html! {
        <>
            <h1 id="screen-heading" tabindex="-1">{ words::HEADING }</h1>
            <p>{ words::INTRODUCTION }</p>
            { chooser(store) }
            <div class="scenario">
                <Form store={store.clone()} answer={answer_of_selected.as_deref().cloned()} />
                <div class="scenario-answer screen-only">
                    { match &answer_of_selected {
                        Some(found) => answer(found, store),
                        None => html! { <p class="answer answer-none">{ words::NOTHING_YET }</p> },
                    } }
                </div>
            </div>
            <div class="screen-only">
                { for answer_of_selected.as_ref().map(|found| curve(found, store)) }
                { spread(&store.state().cleared_spread()) }
                { for case.as_ref().map(|case| options(case, store)) }
                { side_by_side(&answers, store) }
            </div>
            if selected.worker == Role::SocialWorker {
                <Why store={store.clone()} />
            }
            // In an element of its own: what comes and goes would otherwise make the boxes anew while somebody types in them.
            <div>{ for case.as_ref().map(|case| one_page(case, store, &case_message)) }</div>
        </>
    }
}

/// Which scenario is edited, and adding, removing and taking back.
fn chooser(store: &Store) -> Html {
    let caseloads = &store.state().scenarios.caseloads;
    let send = |action: CaseloadAction| store.on(move |_: MouseEvent| action.clone());
    html! {
        <div class="buttons" role="group" aria-label={words::SCENARIOS}>
            { for caseloads.scenarios.iter().enumerate().map(|(index, each)| html! {
                <button type="button" class="button button-quiet button-choice" aria-pressed={(index == caseloads.selected).to_string()}
                    onclick={send(CaseloadAction::Select(ScenarioId(index)))}>{ &each.name }</button>
            }) }
            if caseloads.scenarios.len() < MOST_SCENARIOS {
                <button type="button" class="button button-quiet" onclick={send(CaseloadAction::Copy)}>{ words::COPY_SCENARIO }</button>
            }
            if caseloads.scenarios.len() > 1 {
                <button type="button" class="button button-quiet" onclick={send(CaseloadAction::Remove)}>{ words::REMOVE_SCENARIO }</button>
            }
            if store.state().can_undo() {
                <button type="button" class="button button-quiet" onclick={store.on(|_: MouseEvent| Action::Undo)}>{ screens::UNDO }</button>
            }
            if store.state().can_redo() {
                <button type="button" class="button button-quiet" onclick={store.on(|_: MouseEvent| Action::Redo)}>{ screens::REDO }</button>
            }
        </div>
    }
}

/// Every scenario with an answer in a column, differences from the base in brackets.
fn side_by_side(answers: &Cleared<Answers>, store: &Store) -> Html {
    let Some(base) = answers.all.get(answers.base).filter(|_| answers.all.len() > 1) else {
        return html! {};
    };
    let table = answers.with(&store.state().settings.disclosure, |answers, disclosure| {
        answers.table().unwrap_or_default().with_note(internal_mark(*disclosure))
    });
    html! {
        <section aria-labelledby="side-heading">
            <h2 id="side-heading">{ words::SIDE_BY_SIDE }</h2>
            <p>{ words::differences_from(&base.name) }</p>
            <div class="buttons" role="group" aria-label={words::COMPARE_WITH}>
                { for answers.all.iter().map(|each| {
                    let id = each.id;
                    html! {
                        <button type="button" class="button button-quiet button-choice" aria-pressed={(id == base.id).to_string()}
                            onclick={store.on(move |_: MouseEvent| CaseloadAction::Base(id))}>
                            { words::compare_with(&each.name) }
                        </button>
                    }
                }) }
            </div>
            <DataTable table={(*table).clone()} released={table.released()} />
        </section>
    }
}
