//! The form of a scenario: three boxes, and groups that are opened when they are needed.

use std::rc::Rc;

use yew::prelude::*;

use crate::number::Decimal;
use crate::period::Period;
use crate::report::unusual_caseload;

use crate::app::scenarios::{
    Answered, CASE_KINDS, CaseloadAction, Group, INPUTS, Input, InputInfo, InputKind, Role, Scenario, TICKED,
    TeamIs, change_in_a_year,
};
use crate::web::browser::today::this_month;
use crate::web::parts::inputs::{is_checked, select_field, text_of};
use crate::web::parts::remark_box::RemarkBox;
use crate::web::screens::what_if::result::{result_of, spread_of};
use crate::web::screens::what_if::spread::spread_box;
use crate::web::store::Store;
use crate::words::screens::caseloads as words;
use crate::words::spread;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FormProps {
    pub store: Store,
    /// The answer of the scenario, where it has one.
    pub answer: Option<Rc<Answered>>,
}

/// Everything a scenario is made of.
#[component]
pub(crate) fn Form(FormProps { store, answer }: &FormProps) -> Html {
    let selected = store.state().scenarios.caseloads.selected();
    let on_worker = {
        let store = store.clone();
        Callback::from(move |id: String| {
            let worker = Role::ALL.into_iter().find(|role| role.title() == id);
            store.send(CaseloadAction::Worker(worker.unwrap_or_default()));
        })
    };
    let workers =
        Role::ALL.map(|role| (role.title().to_owned(), role.title().to_owned(), role == selected.worker));
    let basics = [Input::Children, selected.team_is.input(), Input::Target];
    html! {
        <form class="scenario-form" aria-label={words::inputs_of(&selected.name)} onsubmit={Callback::from(|event: SubmitEvent| event.prevent_default())}>
            { select_field("scenario-worker", words::WORKER, workers, on_worker) }
            <fieldset class="basics">
                <legend>{ Group::Basics.title() }</legend>
                { for Group::Basics.boxes().filter(|info| basics.contains(&info.input)).map(|info| html! {
                    <>
                        { input_box(store, info) }
                        if [Input::Average, Input::Workers].contains(&info.input) { { other_way(store) } }
                    </>
                }) }
                <p class="hint">{ selected.worker.known() }</p>
            </fieldset>
            <h2 class="groups-heading">{ words::ADD_DETAIL }</h2>
            { for Group::FURTHER.map(|group| group_of(store, group, answer.as_deref())) }
            <details class="input-group" name="scenario-group">
                <summary>{ spread::HEADING }</summary>
                { spread_box(store) }
                <div>{ for spread_of(selected).map(comes_to) }</div>
            </details>
            { name(store) }
        </form>
    }
}

/// The button that asks for the other number of the team.
fn other_way(store: &Store) -> Html {
    let other = store.state().scenarios.caseloads.selected().team_is.other();
    let label = match other {
        TeamIs::Workers => words::ENTER_WORKERS,
        TeamIs::Average => words::ENTER_AVERAGE,
    };
    let onclick = store.on(move |_: MouseEvent| CaseloadAction::TeamIs(other));
    html! { <button type="button" class="link other-way" {onclick}>{ label }</button> }
}

fn name(store: &Store) -> Html {
    let on_write = store.on(CaseloadAction::Name);
    let caseloads = &store.state().scenarios.caseloads;
    let (key, kept) = (caseloads.selected, caseloads.selected().name.clone());
    html! { <RemarkBox {key} id="scenario-name" label={words::NAME} {kept} {on_write} /> }
}

/// A group that opens by one press; opening one closes the others.
fn group_of(store: &Store, group: Group, answer: Option<&Answered>) -> Html {
    let selected = store.state().scenarios.caseloads.selected();
    html! {
        <details class="input-group" name="scenario-group">
            <summary>{ group.title() }{ state_of(selected, group) }</summary>
            if group == Group::Growth { { growth_of_figures(store) } }
            if group == Group::CaseMix { <p class="hint">{ words::CASE_MIX }</p> }
            if group == Group::CaseMix {
                { case_mix(store) }
            } else {
                <div class="settings">{ for group.boxes().map(|info| input_box(store, info)) }</div>
            }
            // In an element of its own: what comes and goes would otherwise make the boxes anew while somebody types in them.
            <div>{ for answer.filter(|_| !selected.entered(group).is_empty()).and_then(|each| result_of(group, each)).map(comes_to) }</div>
        </details>
    }
}

/// What the boxes of a group come to, beside them.
fn comes_to(text: String) -> Html {
    html! { <p class="comes-to"><strong>{ words::COMES_TO }</strong>{ text }</p> }
}

/// The boxes of the kinds of case as a table.
fn case_mix(store: &Store) -> Html {
    let info = |input: Input| INPUTS.iter().find(|info| info.input == input);
    let row = |inputs: &[Input; 3]| {
        let kind = info(inputs[0]).map_or("", |info| words::kind_of_case(info.label));
        html! {
            <tr>
                <th scope="row">{ kind }</th>
                { for inputs.iter().filter_map(|input| info(*input)).map(|info| html! { <td>{ input_box(store, info) }</td> }) }
            </tr>
        }
    };
    html! {
        <table class="case-mix">
            <thead><tr>{ for words::CASE_MIX_COLUMNS.map(|heading| html! { <th scope="col">{ heading }</th> }) }</tr></thead>
            <tbody>{ for CASE_KINDS.iter().map(row) }</tbody>
        </table>
    }
}

/// What a closed group holds.
fn state_of(scenario: &Scenario, group: Group) -> Html {
    let is_wrong = |info: &InputInfo| scenario.errors.iter().any(|(input, _)| *input == info.input);
    let entered = scenario.entered(group);
    if group.boxes().any(is_wrong) {
        html! { <span class="group-state group-wrong">{ words::CHECK }</span> }
    } else if !entered.is_empty() {
        html! { <span class="group-state group-holds">{ words::all_entered(&entered) }</span> }
    } else {
        html! {}
    }
}

/// The growth of the last year in the figures, offered for use.
fn growth_of_figures(store: &Store) -> Html {
    let state = store.state();
    let Some((before, now, period)) =
        change_in_a_year(&state.figures(), state.scenarios.caseloads.selected().worker)
    else {
        return html! {};
    };
    let change = now - before;
    let use_it = store.on(move |_: MouseEvent| CaseloadAction::Edit(Input::GrowthNumber, change.to_string()));
    html! {
        <p class="hint">
            { words::change_in_figures(before, now, period) }
            <button type="button" class="link" onclick={use_it}>{ words::use_change(&Decimal::new(change, 0).signed()) }</button>
        </p>
    }
}

/// A box that is ticked or not.
fn tick_box(store: &Store, info: &'static InputInfo, id: &str) -> Html {
    let is_ticked = !store.state().scenarios.caseloads.selected().text(info.input).is_empty();
    let onchange = store.on(move |event: Event| {
        let text = if is_checked(&event) { TICKED } else { "" };
        CaseloadAction::Edit(info.input, text.to_owned())
    });
    html! {
        <div class="field field-check">
            <input autocomplete="off" spellcheck="false" id={id.to_owned()} type="checkbox" checked={is_ticked} {onchange} />
            <label for={id.to_owned()}>{ info.label }</label>
        </div>
    }
}

/// A box with what is wrong with it.
fn input_box(store: &Store, info: &'static InputInfo) -> Html {
    let selected = store.state().scenarios.caseloads.selected();
    let label = if info.input == Input::Children { selected.worker.children_label() } else { info.label };
    let error =
        selected.errors.iter().find(|(input, _)| *input == info.input).map(|(_, error)| error.to_string());
    let id = format!("input-{}", info.id).to_lowercase();
    let (help_id, error_id) = (format!("{id}-help"), format!("{id}-error"));
    let question_id = format!("{id}-question");
    let question = selected
        .caseload_in(info.input)
        .filter(|_| error.is_none())
        .and_then(|caseload| unusual_caseload(caseload, selected.worker, &store.state().choices_now()))
        .or_else(|| match info.input {
            Input::Start => selected.past_start(Period::parse(&this_month()).ok()?),
            input => selected.odd_number(input),
        });
    let described = [
        (!info.help.is_empty()).then_some(help_id.as_str()),
        error.as_ref().map(|_| error_id.as_str()),
        question.as_ref().map(|_| question_id.as_str()),
    ];
    let described: Vec<&str> = described.into_iter().flatten().collect();
    if info.kind == InputKind::Tick {
        return tick_box(store, info, &id);
    }
    if info.kind == InputKind::Text {
        let on_write = store.on(move |text| CaseloadAction::Edit(info.input, text));
        let kept = selected.text(info.input).to_owned();
        let key = store.state().scenarios.caseloads.selected;
        return html! { <RemarkBox {key} {id} {label} hint={info.help} {kept} {on_write} /> };
    }
    let edit = store.on(move |event: InputEvent| CaseloadAction::Edit(info.input, text_of(&event)));
    let leave = store.on(|_: FocusEvent| CaseloadAction::Leave);
    let (class, inputmode) = match info.kind {
        InputKind::Number | InputKind::Share | InputKind::Part | InputKind::Weight => {
            ("input input-number", Some("decimal"))
        }
        _ => ("input", None),
    };
    html! {
        <div class="field">
            <label class="label" for={id.clone()}>{ label }</label>
            if !info.help.is_empty() {
                <p class="hint" id={help_id.clone()}>{ info.help }</p>
            }
            if let Some(error) = &error {
                <p class="error" id={error_id.clone()}>{ error }</p>
            }
            if let Some(question) = &question {
                <p class="question" id={question_id.clone()}>{ question }</p>
            }
            <input autocomplete="off" spellcheck="false" {id} {class} type="text" {inputmode}
                value={selected.text(info.input).to_owned()}
                aria-describedby={(!described.is_empty()).then(|| described.join(" "))} aria-invalid={error.is_some().then_some("true")} oninput={edit} onblur={leave} />
        </div>
    }
}
