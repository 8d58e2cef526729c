//! Caseload scenarios: inputs with sliders, answers at once, side by side.

use std::rc::Rc;

use yew::prelude::*;

use crate::disclose::Cleared;
use crate::number::{Decimal, Exact, whole_above, whole_below};
use crate::report::{self, Copied, caseload_table, curve_chart, path_chart};
use crate::scenario::{self, Caseload, CaseloadInputs};

use crate::app::scenarios::{
    self, CaseloadAction, GROUPS, INPUTS, Input, InputInfo, MOST_SCENARIOS, Scenario, ScenarioId, Worker,
    change_in_a_year,
};
use crate::app::state::Action;
use crate::web::browser::clipboard;
use crate::web::parts::charts::ChartView;
use crate::web::parts::data_table::DataTable;
use crate::web::parts::inputs::text_of;
use crate::web::screens::what_if::official_caseload::official_caseload;
use crate::web::store::{ScreenProps, Store};
use crate::words::caseload::{Nouns, caseload_sentence, chance_sentence, path_sentence};
use crate::words::disclosure::internal_mark;
use crate::words::screens::caseloads as words;
use crate::words::text::model_number;
use crate::words::{leaving as left, screens};

/// A scenario and its answer.
struct Answered {
    id: ScenarioId,
    name: String,
    worker: Worker,
    /// Every box with something in it.
    given: String,
    inputs: CaseloadInputs,
    found: Caseload,
}

impl Answered {
    const fn nouns(&self) -> Nouns {
        Nouns { workers: self.worker.workers(), children: self.worker.children() }
    }
}

/// The scenarios that have an answer.
struct Answers {
    all: Vec<Rc<Answered>>,
    selected: ScenarioId,
    /// The one that others are compared with, by its place among these.
    base: usize,
}

fn answers(caseloads: &scenarios::Caseloads) -> Answers {
    let answered = |(index, each): (usize, &Scenario)| {
        let inputs = each.good.clone()?;
        let found = scenario::caseload(&inputs).ok()?;
        let given: Vec<String> = each.given().map(|(label, text)| format!("{label} {text}")).collect();
        let (name, given) = (each.name.clone(), given.join("; "));
        Some(Rc::new(Answered { id: ScenarioId(index), name, worker: each.worker, given, inputs, found }))
    };
    let all: Vec<_> = caseloads.scenarios.iter().enumerate().filter_map(answered).collect();
    let base = all.iter().position(|each| each.id == ScenarioId(caseloads.base)).unwrap_or(0);
    Answers { all, selected: ScenarioId(caseloads.selected), base }
}

#[component]
pub(crate) fn Caseloads(ScreenProps { store }: &ScreenProps) -> Html {
    let selected = store.state().scenarios.caseloads.selected();
    let answers = use_memo(store.state().cleared_caseloads(), |caseloads| caseloads.map(answers));
    let answer_of_selected =
        answers.map(|found| found.all.iter().find(|each| each.id == found.selected).cloned()).transposed();
    let may_leave = answers.may_leave();
    let message = use_state(String::new);
    html! {
        <>
            <h1 id="screen-heading" tabindex="-1">{ words::HEADING }</h1>
            <p>{ words::INTRODUCTION }</p>
            { chooser(store) }
            <div class="scenario">
                <form class="scenario-form" aria-label={words::inputs_of(&selected.name)} onsubmit={Callback::from(|event: SubmitEvent| event.prevent_default())}>
                    { head(store) }
                    { for GROUPS.iter().enumerate().map(|(index, group)| inputs_of(store, index, group)) }
                </form>
                if !may_leave {
                    <p class="print-only">{ left::NOT_PRINTED }</p>
                }
                <div class={classes!("scenario-answer", (!may_leave).then_some("screen-only"))}>
                    if selected.is_old() {
                        <p class="notice">{ words::LAST_GOOD }</p>
                    }
                    { match &answer_of_selected {
                        Some(found) => answer(found, &message, store),
                        None => html! { <p class="hint">{ words::NOTHING_YET }</p> },
                    } }
                </div>
            </div>
            <div class={if may_leave { "" } else { "screen-only" }}>{ side_by_side(&answers, store) }</div>
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

/// Name and kind of the scenario.
fn head(store: &Store) -> Html {
    let selected = store.state().scenarios.caseloads.selected();
    let on_name = store.on(|event: InputEvent| CaseloadAction::Name(text_of(&event)));
    let on_worker = store.on(|event: Event| {
        let value = text_of(&event);
        let worker = if value == "advisers" { Worker::PersonalAdviser } else { Worker::SocialWorker };
        CaseloadAction::Worker(worker)
    });
    let options = [
        (Worker::SocialWorker, "workers", words::SOCIAL_WORKERS),
        (Worker::PersonalAdviser, "advisers", words::PERSONAL_ADVISERS),
    ];
    html! {
        <div class="settings">
            <div class="field">
                <label class="label" for="scenario-name">{ words::NAME }</label>
                <input autocomplete="off" spellcheck="false" id="scenario-name" class="input" type="text" value={selected.name.clone()} oninput={on_name} />
            </div>
            <div class="field">
                <label class="label" for="scenario-worker">{ words::WORKER }</label>
                <select autocomplete="off" id="scenario-worker" class="input" onchange={on_worker}>
                    { for options.map(|(worker, value, name)| html! {
                        <option {value} selected={worker == selected.worker}>{ name }</option>
                    }) }
                </select>
            </div>
        </div>
    }
}

/// A group of boxes. The first is always seen, the others are opened when needed.
fn inputs_of(store: &Store, index: usize, group: &'static str) -> Html {
    let boxes = INPUTS.iter().filter(|info| info.group == group).map(|info| input_box(store, info));
    if index == 0 {
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

/// A number box and its slider.
fn input_box(store: &Store, info: &'static InputInfo) -> Html {
    let selected = store.state().scenarios.caseloads.selected();
    let text = selected.text(info.input).to_owned();
    let error =
        selected.errors.iter().find(|(input, _)| *input == info.input).map(|(_, error)| error.to_string());
    let id = format!("input-{:?}", info.input).to_lowercase();
    let (help_id, error_id) = (format!("{id}-help"), format!("{id}-error"));
    let described = match (&error, info.help.is_empty()) {
        (Some(_), false) => format!("{help_id} {error_id}"),
        (Some(_), true) => error_id.clone(),
        (None, false) => help_id.clone(),
        (None, true) => String::new(),
    };
    let edit = store.on(move |event: InputEvent| CaseloadAction::Edit(info.input, text_of(&event)));
    let (low, high, step) = info.slider;
    // An empty box rests its slider at nothing, or at the lowest.
    let at = Decimal::parse(&text).map_or(0.0, |number| Exact::from(number).to_f64());
    let spoken = if text.trim().is_empty() { words::NOT_GIVEN.to_owned() } else { text.clone() };
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
            <input autocomplete="off" spellcheck="false" class="slider" type="range" aria-label={words::slider(info.label)} aria-valuetext={spoken}
                min={low.to_string()} max={high.to_string()} step={step.to_string()} value={at.clamp(low, high).to_string()} oninput={edit} />
        </div>
    }
}

/// The answer of one scenario.
fn answer(cleared: &Cleared<Rc<Answered>>, message: &UseStateHandle<String>, store: &Store) -> Html {
    let Answered { inputs, found, worker, .. } = &***cleared;
    let nouns = cleared.nouns();
    let disclosure = store.state().settings.disclosure;
    let copied = cleared.with(&disclosure, |each, disclosure| {
        let sentence = caseload_sentence(&each.inputs, &each.found, each.nouns());
        let text = words::copied(&each.name, &sentence, &each.given, internal_mark(*disclosure));
        Copied::of_paragraphs(&report::inert(&text))
    });
    let copy = {
        let (copied, message) = (copied.released(), message.clone());
        Callback::from(move |_: MouseEvent| {
            let told = match &copied {
                None => left::NOT_COPIED,
                Some(copied) if clipboard::copy(copied) => left::SENTENCES_COPIED,
                Some(_) => left::COPY_REFUSED,
            };
            message.set(told.to_owned());
        })
    };
    let curve = cleared.with(&disclosure, |each, disclosure| {
        let chart = curve_chart(&each.inputs, &each.found, each.nouns());
        Rc::new(chart.with_note(internal_mark(*disclosure)))
    });
    let path = cleared.with(&disclosure, |each, disclosure| {
        let chart = path_chart(&each.inputs, &each.found, each.nouns());
        Rc::new(chart.with_note(internal_mark(*disclosure)))
    });
    let (extra, target) = (model_number(found.extra_fte.abs(), 2), model_number(inputs.target, 2));
    let summary = if found.extra_fte.abs() < 0.005 {
        words::exactly_right(&target)
    } else if found.extra_fte > 0.0 {
        words::more_needed(&extra, nouns.workers, &target)
    } else {
        words::to_spare(&extra, nouns.workers, &target)
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
                <button type="button" class="button" onclick={copy}>{ screens::COPY_AS_SENTENCES }</button>
            </div>
            <p class="message" role="status">{ &**message }</p>
            <ChartView chart={Rc::clone(&curve)} safe={curve.released()} />
            <ChartView chart={Rc::clone(&path)} safe={path.released()} />
            if *worker == Worker::SocialWorker {
                { official_caseload(found, store) }
            }
        </>
    }
}

fn facts(inputs: &CaseloadInputs, found: &Caseload, nouns: Nouns) -> Vec<(String, String)> {
    let n = |number| model_number(number, 2);
    let target = n(inputs.target);
    let mut facts = vec![
        (words::AVERAGE_NOW.to_owned(), words::average_now(&n(found.caseload), &n(found.holding_fte))),
        (
            words::workers_needed(&target),
            words::fte_and_people(&n(found.fte_needed), &model_number(found.people_needed, 0)),
        ),
        (
            words::held_by_team(&target),
            words::number_of(&model_number(whole_below(found.children_held_at_target), 0), nouns.children),
        ),
    ];
    let above = found.children_above_capacity;
    facts.push(if above > 0.0 {
        (words::ABOVE_NOW.to_owned(), words::number_of(&model_number(whole_above(above), 0), nouns.children))
    } else {
        (words::ROOM_FOR.to_owned(), words::more_of(&model_number(whole_below(-above), 0), nouns.children))
    });
    facts.push((words::highest_average(inputs.months), n(found.highest_with_present_team)));
    let more = found.time_per_child_change * 100.0;
    let percent = model_number(more.abs(), 1);
    let time = if more >= 0.0 { words::more_time(&percent) } else { words::less_time(&percent) };
    facts.push((words::TIME_FOR_EACH.to_owned(), time));
    if let Some((now, then)) = found.hours_per_child {
        facts.push((words::DIRECT_HOURS.to_owned(), words::now_and_at_target(&n(now), &n(then))));
    }
    if let (Some(a_year), Some(in_all)) = (found.cost_per_year, found.cost_over_period) {
        let cost = words::cost(&model_number(a_year, 0), &model_number(in_all, 0), inputs.months);
        facts.push((words::EXTRA_COST.to_owned(), cost));
    }
    if let Some(month) = inputs.by_month {
        let recruitment = found
            .hires_needed
            .map_or_else(|| words::NOBODY_STARTED.to_owned(), |hires| words::fte_a_month(&n(hires)));
        facts.push((words::recruitment_by(month), recruitment));
    }
    facts
}

/// Every scenario with an answer in a column, differences from the base in brackets.
fn side_by_side(answers: &Cleared<Answers>, store: &Store) -> Html {
    let Some(base) = answers.all.get(answers.base).filter(|_| answers.all.len() > 1) else {
        return html! {};
    };
    let table = answers.with(&store.state().settings.disclosure, |answers, disclosure| {
        let columns: Vec<(String, &CaseloadInputs, &Caseload)> =
            answers.all.iter().map(|each| (each.name.clone(), &each.inputs, &each.found)).collect();
        caseload_table(&columns, answers.base).with_note(internal_mark(*disclosure))
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
