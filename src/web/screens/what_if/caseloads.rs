//! Caseload scenarios: inputs with sliders, answers at once, side by side.

use std::rc::Rc;

use yew::prelude::*;

use crate::number::{Decimal, Exact};
use crate::report::{
    self, Chart, INTERNAL_MARK, Nouns, caseload_sentence, caseload_table, chance_sentence, curve_chart,
    model_number, path_chart, path_sentence,
};
use crate::scenario::{self, Caseload, CaseloadInputs};

use crate::app::scenarios::caseload_form::{
    CaseloadAction, GROUPS, INPUTS, Input, InputInfo, MOST_SCENARIOS, Scenario, Worker, change_in_a_year,
};
use crate::app::state::Action;
use crate::web::browser::clipboard;
use crate::web::parts::charts::ChartView;
use crate::web::parts::data_table::{DataTable, Leaving};
use crate::web::parts::inputs::text_of;
use crate::web::screens::what_if::official_caseload::official_caseload;
use crate::web::store::{ScreenProps, Store};

fn nouns(worker: Worker) -> Nouns {
    Nouns { workers: worker.workers(), children: worker.children() }
}

#[component]
pub(crate) fn Caseloads(ScreenProps { store }: &ScreenProps) -> Html {
    let caseloads = &store.state().caseloads;
    let selected = caseloads.selected();
    let found = use_memo(selected.good.clone(), |good| {
        good.as_ref().and_then(|inputs| Some((inputs.clone(), scenario::caseload(inputs).ok()?)))
    });
    let message = use_state(String::new);
    html! {
        <>
            <h1 id="screen-heading" tabindex="-1">{ "Caseloads" }</h1>
            <p>{ "How many workers a target takes, what it costs, and when it is reached. Three numbers are enough to begin. Workers are counted as full-time equivalents (FTE): two who work half the week are one." }</p>
            { chooser(store) }
            <div class="scenario">
                <form class="scenario-form" aria-label={format!("Inputs of {}", selected.name)} onsubmit={Callback::from(|event: SubmitEvent| event.prevent_default())}>
                    { head(store) }
                    { for GROUPS.iter().enumerate().map(|(index, group)| inputs_of(store, group, index == 0)) }
                </form>
                if !may_leave(store) {
                    <p class="print-only">{ "Not printed: it would show a count of children that is hidden. Under Save and share you can choose output for internal use." }</p>
                }
                <div class={classes!("scenario-answer", (!may_leave(store)).then_some("screen-only"))}>
                    if selected.is_old() {
                        <p class="notice">{ "One of the inputs cannot be used. What follows is the last good answer." }</p>
                    }
                    { match &*found {
                        Some((inputs, found)) => answer(selected, inputs, found, &message, store),
                        None => html! { <p class="hint">{ "Give the number of children, the workers in post or their average, and the target. The answer appears here." }</p> },
                    } }
                </div>
            </div>
            <div class={if may_leave(store) { "" } else { "screen-only" }}>{ side_by_side(store) }</div>
        </>
    }
}

/// Whether the numbers of the scenarios may leave the page.
fn may_leave(store: &Store) -> bool {
    store.state().may_scenarios_leave()
}

fn leaving(store: &Store) -> Leaving {
    Leaving::new(may_leave(store), store.state().settings.disclosure)
}

/// Which scenario is edited, and adding, removing and taking back.
fn chooser(store: &Store) -> Html {
    let caseloads = &store.state().caseloads;
    let send = |action: CaseloadAction| store.on(move |_: MouseEvent| Action::Caseload(action.clone()));
    html! {
        <div class="buttons" role="group" aria-label="Scenarios">
            { for caseloads.scenarios.iter().enumerate().map(|(index, each)| html! {
                <button type="button" class="button button-quiet button-choice" aria-pressed={(index == caseloads.selected).to_string()}
                    onclick={send(CaseloadAction::Select(index))}>{ &each.name }</button>
            }) }
            if caseloads.scenarios.len() < MOST_SCENARIOS {
                <button type="button" class="button button-quiet" onclick={send(CaseloadAction::Copy)}>{ "Copy this scenario" }</button>
            }
            if caseloads.scenarios.len() > 1 {
                <button type="button" class="button button-quiet" onclick={send(CaseloadAction::Remove)}>{ "Remove this scenario" }</button>
            }
            if store.state().can_undo() {
                <button type="button" class="button button-quiet" onclick={store.on(|_: MouseEvent| Action::Undo)}>{ "Undo" }</button>
            }
            if store.state().can_redo() {
                <button type="button" class="button button-quiet" onclick={store.on(|_: MouseEvent| Action::Redo)}>{ "Redo" }</button>
            }
        </div>
    }
}

/// Name and kind of the scenario.
fn head(store: &Store) -> Html {
    let selected = store.state().caseloads.selected();
    let on_name = store.on(|event: InputEvent| Action::Caseload(CaseloadAction::Name(text_of(&event))));
    let on_worker = store.on(|event: Event| {
        let value = text_of(&event);
        let worker = if value == "advisers" { Worker::PersonalAdviser } else { Worker::SocialWorker };
        Action::Caseload(CaseloadAction::Worker(worker))
    });
    let options = [
        (Worker::SocialWorker, "workers", "Social workers and children in care"),
        (Worker::PersonalAdviser, "advisers", "Personal advisers and care leavers"),
    ];
    html! {
        <div class="settings">
            <div class="field">
                <label class="label" for="scenario-name">{ "Name of the scenario" }</label>
                <input autocomplete="off" spellcheck="false" id="scenario-name" class="input" type="text" value={selected.name.clone()} oninput={on_name} />
            </div>
            <div class="field">
                <label class="label" for="scenario-worker">{ "Who holds the cases" }</label>
                <select autocomplete="off" id="scenario-worker" class="input" onchange={on_worker}>
                    { for options.map(|(worker, value, name)| html! {
                        <option {value} selected={worker == selected.worker}>{ name }</option>
                    }) }
                </select>
            </div>
        </div>
    }
}

fn inputs_of(store: &Store, group: &'static str, is_open: bool) -> Html {
    let boxes = INPUTS.iter().filter(|info| info.group == group).map(|info| input_box(store, info));
    if is_open {
        html! { <fieldset><legend>{ group }</legend><div class="settings">{ for boxes }</div></fieldset> }
    } else {
        let from_figures = (group == GROUPS[2]).then(|| growth_of_figures(store));
        html! {
            <details class="input-group">
                <summary>{ group }</summary>
                { for from_figures }
                <div class="settings">{ for boxes }</div>
            </details>
        }
    }
}

/// The growth of the last year in the figures, offered for use.
fn growth_of_figures(store: &Store) -> Html {
    let state = store.state();
    let Some((before, now, period)) = change_in_a_year(&state.figures(), state.caseloads.selected().worker)
    else {
        return html! {};
    };
    let change = now - before;
    let use_it = store.on(move |_: MouseEvent| {
        Action::Caseload(CaseloadAction::Edit(Input::GrowthNumber, change.to_string()))
    });
    html! {
        <p class="hint">
            { format!("In your figures the number went from {before} to {now} in the year to {period}. ") }
            <button type="button" class="link" onclick={use_it}>{ format!("Use {} a year", crate::number::Decimal::new(change, 0).signed()) }</button>
        </p>
    }
}

/// A number box and its slider.
fn input_box(store: &Store, info: &'static InputInfo) -> Html {
    let selected = store.state().caseloads.selected();
    let text = selected.text(info.input).to_owned();
    let error =
        selected.errors.iter().find(|(input, _)| *input == info.input).map(|(_, message)| message.clone());
    let id = format!("input-{:?}", info.input).to_lowercase();
    let (help_id, error_id) = (format!("{id}-help"), format!("{id}-error"));
    let described = match (&error, info.help.is_empty()) {
        (Some(_), false) => format!("{help_id} {error_id}"),
        (Some(_), true) => error_id.clone(),
        (None, false) => help_id.clone(),
        (None, true) => String::new(),
    };
    let edit = store
        .on(move |event: InputEvent| Action::Caseload(CaseloadAction::Edit(info.input, text_of(&event))));
    let (low, high, step) = info.slider;
    // An empty box rests its slider at nothing, or at the lowest.
    let at = Decimal::parse(&text).map_or(0.0, |number| Exact::from(number).to_f64());
    let spoken = if text.trim().is_empty() { "not given".to_owned() } else { text.clone() };
    html! {
        <div class="field">
            <label class="label" for={id.clone()}>{ info.label }</label>
            if !info.help.is_empty() {
                <p class="hint" id={help_id}>{ info.help }</p>
            }
            if let Some(error) = error.clone() {
                <p class="error" id={error_id}>{ error }</p>
            }
            <input autocomplete="off" spellcheck="false" {id} class="input input-number" type="text" inputmode="decimal" value={text}
                aria-describedby={(!described.is_empty()).then_some(described)} aria-invalid={error.is_some().then_some("true")} oninput={edit.clone()} />
            <input autocomplete="off" spellcheck="false" class="slider" type="range" aria-label={format!("{} slider", info.label)} aria-valuetext={spoken}
                min={low.to_string()} max={high.to_string()} step={step.to_string()} value={at.clamp(low, high).to_string()} oninput={edit} />
        </div>
    }
}

/// The answer of one scenario.
fn answer(
    selected: &Scenario,
    inputs: &CaseloadInputs,
    found: &Caseload,
    message: &UseStateHandle<String>,
    store: &Store,
) -> Html {
    let nouns = nouns(selected.worker);
    let may_leave = may_leave(store);
    let mark = if store.state().settings.disclosure.is_internal() { INTERNAL_MARK } else { "" };
    let copy = {
        let (message, sentence, name) =
            (message.clone(), caseload_sentence(inputs, found, nouns), selected.name.clone());
        let given: Vec<String> = selected.given().map(|(label, text)| format!("{label} {text}")).collect();
        let given = given.join("; ");
        Callback::from(move |_: MouseEvent| {
            if !may_leave {
                message.set("Not copied: it would show a count of children that is hidden.".to_owned());
                return;
            }
            let text = report::inert(&format!("{name}: {sentence} Inputs: {given}. {mark}"));
            let done = clipboard::copy(&text, &format!("<p>{}</p>", report::escaped(&text)));
            message.set(if done {
                "The sentences were copied.".to_owned()
            } else {
                "The browser refused to copy.".to_owned()
            });
        })
    };
    let summary = if found.extra_fte.abs() < 0.005 {
        format!("The team is just right for {} each", model_number(inputs.target, 2))
    } else if found.extra_fte > 0.0 {
        format!(
            "{} FTE more {} for {} each",
            model_number(found.extra_fte, 2),
            nouns.workers,
            model_number(inputs.target, 2)
        )
    } else {
        format!(
            "Enough {} for {} each, with {} FTE to spare",
            nouns.workers,
            model_number(inputs.target, 2),
            model_number(-found.extra_fte, 2)
        )
    };
    let chance = chance_sentence(inputs, found);
    html! {
        <>
            <div class="answer" aria-live="polite">
                <p class="answer-main">{ summary }</p>
                <dl class="summary">
                    { for facts(inputs, found, nouns).into_iter().map(|(term, value)| html! { <div><dt>{ term }</dt><dd>{ value }</dd></div> }) }
                </dl>
                <p>{ path_sentence(inputs, found) }</p>
                { for chance.map(|chance| html! { <p>{ chance }</p> }) }
            </div>
            <div class="buttons">
                <button type="button" class="button" onclick={copy}>{ "Copy this as sentences" }</button>
            </div>
            <p class="message" role="status">{ &**message }</p>
            { chart(store, curve_chart(inputs, found, nouns)) }
            { chart(store, path_chart(inputs, found, nouns)) }
            if selected.worker == Worker::SocialWorker {
                { official_caseload(found, store) }
            }
        </>
    }
}

fn facts(inputs: &CaseloadInputs, found: &Caseload, nouns: Nouns) -> Vec<(String, String)> {
    let n = |number| model_number(number, 2);
    let children = nouns.children;
    let mut facts = vec![
        (
            "Average caseload now".to_owned(),
            format!("{} ({} FTE hold cases)", n(found.caseload), n(found.holding_fte)),
        ),
        (
            format!("Workers needed for {}", n(inputs.target)),
            format!("{} FTE, {}", n(found.fte_needed), report::people(found.people_needed)),
        ),
        (
            "The present team could hold".to_owned(),
            format!("{} {children} at {}", n(found.children_held_at_target), n(inputs.target)),
        ),
    ];
    let above = found.children_above_capacity;
    facts.push(if above > 0.0 {
        ("Above that now".to_owned(), format!("{} {children}", n(above)))
    } else {
        ("Room for".to_owned(), format!("{} more {children}", n(-above)))
    });
    facts.push((
        format!("Highest average in {} months if the team stays as it is", inputs.months),
        n(found.highest_with_present_team),
    ));
    let more = found.time_per_child_change * 100.0;
    facts.push((
        "Time for each at the target".to_owned(),
        format!("{}% {}", model_number(more.abs(), 1), if more >= 0.0 { "more" } else { "less" }),
    ));
    if let Some((now, then)) = found.hours_per_child {
        facts.push((
            "Direct hours for each a month".to_owned(),
            format!("{} now, {} at the target", n(now), n(then)),
        ));
    }
    if let (Some(a_year), Some(in_all)) = (found.cost_per_year, found.cost_over_period) {
        let text = format!(
            "\u{A3}{} a year, \u{A3}{} over {} months",
            model_number(a_year, 0),
            model_number(in_all, 0),
            inputs.months
        );
        facts.push(("Cost of the extra posts".to_owned(), text));
    }
    if let (Some(month), Some(hires)) = (inputs.by_month, found.hires_needed) {
        facts
            .push((format!("Recruitment to reach it by month {month}"), format!("{} FTE a month", n(hires))));
    } else if let Some(month) = inputs.by_month {
        facts.push((
            format!("Recruitment to reach it by month {month}"),
            "no recruit would have started by then".to_owned(),
        ));
    }
    facts
}

/// A chart of the scenario, which leaves the page only where its numbers may.
fn chart(store: &Store, chart: Chart) -> Html {
    let mark = if store.state().settings.disclosure.is_internal() { INTERNAL_MARK } else { "" };
    let chart = Rc::new(chart.with_note(mark));
    let safe = may_leave(store).then(|| chart.clone());
    html! { <ChartView {chart} {safe} /> }
}

/// Every scenario with an answer in a column, differences from the base in brackets.
fn side_by_side(store: &Store) -> Html {
    let caseloads = &store.state().caseloads;
    let found: Vec<(usize, String, CaseloadInputs, Caseload)> = caseloads
        .scenarios
        .iter()
        .enumerate()
        .filter_map(|(index, each)| {
            let inputs = each.good.clone()?;
            let found = scenario::caseload(&inputs).ok()?;
            Some((index, each.name.clone(), inputs, found))
        })
        .collect();
    if found.len() < 2 {
        return html! {};
    }
    let base = found.iter().position(|(index, ..)| *index == caseloads.base).unwrap_or(0);
    let columns: Vec<(String, &CaseloadInputs, &Caseload)> =
        found.iter().map(|(_, name, inputs, found)| (name.clone(), inputs, found)).collect();
    html! {
        <section aria-labelledby="side-heading">
            <h2 id="side-heading">{ "Side by side" }</h2>
            <p>{ format!("Differences in brackets are from {}.", found[base].1) }</p>
            <div class="buttons" role="group" aria-label="Compare with">
                { for found.iter().map(|(index, name, ..)| {
                    let index = *index;
                    html! {
                        <button type="button" class="button button-quiet button-choice" aria-pressed={(index == found[base].0).to_string()}
                            onclick={store.on(move |_: MouseEvent| Action::Caseload(CaseloadAction::Base(index)))}>
                            { format!("Compare with {name}") }
                        </button>
                    }
                }) }
            </div>
            <DataTable table={caseload_table(&columns, base)} leaving={leaving(store)} />
        </section>
    }
}
