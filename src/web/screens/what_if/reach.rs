//! What it would take: how many more or fewer would reach a target.

use yew::prelude::*;

use crate::compare::{self, Choices, Row, USUAL};
use crate::disclose::{Cleared, Disclosure};
use crate::figure::Amount;
use crate::indicator::{Good, Kind, Measure};
use crate::report::{Copied, Table};

use crate::app::scenarios::{Goal, ReachAction, ReachField, ReachForm, Taken};
use crate::web::parts::copying::CopySentences;
use crate::web::parts::data_table::DataTable;
use crate::web::parts::inputs::{select_field, text_of};
use crate::web::screens::settings::SettingsPanel;
use crate::web::store::{ScreenProps, Store};
use crate::words::disclosure::internal_mark;
use crate::words::forms::NoTarget;
use crate::words::leaving as left;
use crate::words::screens::Labelled;
use crate::words::screens::reach as words;
use crate::words::screens::scorecard::direction;

#[component]
pub(crate) fn WhatItWouldTake(ScreenProps { store }: &ScreenProps) -> Html {
    let state = store.state();
    let form = &state.scenarios.reach;
    // The last good answer, shown as old while something cannot be used.
    let last = use_mut_ref(|| None::<(Option<Measure>, Html)>);
    let card = use_memo((state.lines.clone(), state.choices_now()), |(lines, choices)| {
        let figures: Vec<_> = lines.iter().filter_map(|line| line.checked.figure.clone()).collect();
        compare::scorecard_or_profile(&figures, choices)
    });
    let found = state.cleared_reach().with(&(state.choices_now(), state.settings.disclosure), answer);
    html! {
        <>
            <h1 id="screen-heading" tabindex="-1">{ words::HEADING }</h1>
            <p>{ words::INTRODUCTION }</p>
            <SettingsPanel store={store.clone()} />
            <div class="scenario">
                <form class="scenario-form" aria-label={words::FORM} onsubmit={Callback::from(|event: SubmitEvent| event.prevent_default())}>
                    <fieldset>
                        <legend>{ words::NOW }</legend>
                        { indicator_field(store, &card.rows) }
                        { text_field(store, ReachField::Numerator, words::NUMERATOR) }
                        { text_field(store, ReachField::Denominator, words::DENOMINATOR) }
                    </fieldset>
                    <fieldset>
                        <legend>{ words::TARGET }</legend>
                        { goal_field(store) }
                        if form.indicator.is_none() {
                            { direction_field(store) }
                        }
                        if form.goal == Goal::Typed {
                            { text_field(store, ReachField::Target, words::TARGET_PERCENT) }
                        }
                    </fieldset>
                    <fieldset>
                        <legend>{ words::CHANGES }</legend>
                        { text_field(store, ReachField::Growth, words::GROWTH) }
                        { text_field(store, ReachField::EachMonth, words::EACH_MONTH) }
                        { text_field(store, ReachField::Months, words::MONTHS) }
                    </fieldset>
                </form>
                <div class="scenario-answer">
                    { answer_or_last(&found, missing(form), form.indicator.as_ref(), &mut last.borrow_mut()) }
                </div>
            </div>
        </>
    }
}

/// What is still to be entered.
fn missing(form: &ReachForm) -> &'static str {
    let counts = [&form.numerator, &form.denominator];
    if counts.iter().any(|text| text.trim().is_empty()) {
        words::NOTHING_YET
    } else if form.is_wrong() {
        words::CORRECT
    } else {
        words::NO_TARGET_YET
    }
}

/// The answer; while there is none, what is missing, and the last answer marked as old.
fn answer_or_last(
    found: &Cleared<(Result<Option<Taken>, NoTarget>, &'static str)>,
    missing: &str,
    of: Option<&Measure>,
    last: &mut Option<(Option<Measure>, Html)>,
) -> Html {
    let answer = found
        .map(|(found, mark)| found.as_ref().ok().cloned().flatten().map(|taken| (taken, *mark)))
        .transposed();
    if let Some(answer) = answer {
        let html = answered(&answer);
        *last = Some((of.cloned(), html.clone()));
        return html;
    }
    // The answer of another measure is none of this one.
    let last = last.as_ref().filter(|(of_last, _)| of_last.as_ref() == of).map(|(_, html)| html.clone());
    let trouble = found.0.as_ref().err().map_or_else(|| missing.to_owned(), NoTarget::to_string);
    html! {
        <>
            <p class="notice">{ trouble }{ if last.is_some() { words::LAST_GOOD } else { "" } }</p>
            { for last }
        </>
    }
}

/// The shares of the scorecard whose counts are known and that have a good direction.
fn indicator_field(store: &Store, rows: &[Row]) -> Html {
    let form = &store.state().scenarios.reach;
    let choices: Vec<(Measure, u64, u64)> = rows
        .iter()
        .filter(|row| row.indicator.kind == Kind::Share && row.indicator.good != Good::Neither)
        .filter_map(|row| match row.amount {
            Amount::Counts { numerator, denominator } => {
                Some((row.indicator.clone(), numerator, denominator))
            }
            _ => None,
        })
        .collect();
    let onchange = {
        let choices = choices.clone();
        store.on(move |event: Event| {
            let value = text_of(&event);
            let chosen = choices.iter().find(|(indicator, ..)| indicator.id == value).cloned();
            ReachAction::Indicator(chosen)
        })
    };
    html! {
        <div class="field">
            <label class="label" for="reach-indicator">{ words::INDICATOR }</label>
            if choices.is_empty() {
                <p class="hint" id="reach-indicator-hint">{ words::NO_INDICATORS }</p>
            }
            <select autocomplete="off" id="reach-indicator" class="input" {onchange}>
                <option value="" selected={form.indicator.is_none()}>{ words::NO_INDICATOR }</option>
                { for choices.iter().map(|(indicator, ..)| html! {
                    <option value={indicator.id.to_string()} selected={form.indicator.as_ref() == Some(indicator)}>{ indicator.title.to_string() }</option>
                }) }
            </select>
        </div>
    }
}

fn goal_field(store: &Store) -> Html {
    let form = &store.state().scenarios.reach;
    let mut also = store.state().choices_now().also.to_vec();
    if let Goal::Comparator(kind) = form.goal
        && !USUAL.contains(&kind)
        && !also.contains(&kind)
    {
        also.push(kind);
    }
    let is_offered = |goal: &Goal| {
        *goal == Goal::Typed || form.indicator.as_ref().is_some_and(|indicator| indicator.is_published)
    };
    let mut offered = Goal::all(&also);
    offered.retain(is_offered);
    let goals = offered.clone();
    let onchange = store.on(move |event: Event| {
        let value = text_of(&event);
        let goal = goals.iter().find(|goal| goal.id() == value).copied();
        ReachAction::Goal(goal.unwrap_or_default())
    });
    html! {
        <div class="field">
            <label class="label" for="reach-goal">{ words::REACH }</label>
            <select autocomplete="off" id="reach-goal" class="input" {onchange}>
                { for offered.iter().map(|goal| html! {
                    <option value={goal.id()} selected={*goal == form.goal}>{ goal.title() }</option>
                }) }
            </select>
        </div>
    }
}

fn direction_field(store: &Store) -> Html {
    let is_low = store.state().scenarios.reach.low_is_good;
    let choices = [(Good::High, !is_low), (Good::Low, is_low)]
        .map(|(good, is_chosen)| (good.id().to_owned(), direction(good).to_owned(), is_chosen));
    let on_choose =
        store.on(|id: String| ReachAction::Good(if id == Good::Low.id() { Good::Low } else { Good::High }));
    select_field("reach-good", words::DIRECTION, choices, on_choose)
}

fn text_field(store: &Store, field: ReachField, Labelled { label, hint }: Labelled) -> Html {
    let error = store.state().scenarios.reach.error(field);
    let id = format!("reach-{field:?}").to_lowercase();
    let (help_id, error_id) = (format!("{id}-help"), format!("{id}-error"));
    let oninput = store.on(move |event: InputEvent| {
        let text = text_of(&event);
        ReachAction::Edit(field, text)
    });
    let described =
        [(!hint.is_empty()).then_some(help_id.as_str()), error.as_ref().map(|_| error_id.as_str())];
    let described: Vec<&str> = described.into_iter().flatten().collect();
    html! {
        <div class="field">
            <label class="label" for={id.clone()}>{ label }</label>
            if !hint.is_empty() {
                <p class="hint" id={help_id.clone()}>{ hint }</p>
            }
            if let Some(error) = &error {
                <p class="error" id={error_id.clone()}>{ error.to_string() }</p>
            }
            <input autocomplete="off" spellcheck="false" {id} class="input input-number" type="text" inputmode="decimal"
                aria-describedby={(!described.is_empty()).then(|| described.join(" "))} aria-invalid={error.is_some().then_some("true")}
                value={store.state().scenarios.reach.text(field).to_owned()} {oninput} />
        </div>
    }
}

fn answer(
    form: &ReachForm,
    (choices, disclosure): &(Choices, Disclosure),
) -> (Result<Option<Taken>, NoTarget>, &'static str) {
    let mark = internal_mark(*disclosure);
    (Taken::of(form, choices, mark), mark)
}

fn answered(answer: &Cleared<(Taken, &'static str)>) -> Html {
    let (Taken { headline, sentences, worth, interval, .. }, _) = &**answer;
    let copied = answer.map(|(Taken { sentences, .. }, mark)| {
        let text = sentences.iter().map(String::as_str).chain([*mark]).collect::<Vec<_>>().join(" ");
        Copied::of_paragraphs(text.trim_end())
    });
    html! {
        <>
            if !answer.may_leave() {
                <p class="print-only">{ left::NOT_PRINTED }</p>
            }
            <div class={classes!("reach-answer", (!answer.may_leave()).then_some("screen-only"))}>
            <div class="answer" aria-live="polite">
                <p class="answer-main">{ headline }</p>
                { for sentences.iter().map(|sentence| html! { <p>{ sentence }</p> }) }
                { for interval.iter().map(|interval| html! { <p class="hint">{ interval }</p> }) }
                { for worth.iter().map(|worth| html! { <p class="hint">{ worth }</p> }) }
            </div>
            <CopySentences copied={copied.released()} />
            { table_under(&answer.map(|(taken, _)| taken.against.clone())) }
            { table_under(&answer.map(|(taken, _)| taken.steps.clone())) }
            </div>
        </>
    }
}

/// A table under its heading.
fn table_under(part: &Cleared<Option<(String, Table)>>) -> Html {
    let Some((heading, table)) = &**part else { return html! {} };
    let released = part.map(|part| part.as_ref().map(|(_, table)| table.clone())).transposed();
    html! {
        <>
            <h2>{ heading }</h2>
            <DataTable table={table.clone()} released={released.and_then(Cleared::released)} />
        </>
    }
}
