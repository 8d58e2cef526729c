//! What it would take: how many more or fewer would reach a target.

use yew::prelude::*;

use crate::compare::{self, Choices, Comparison, Distribution, Row, USUAL};
use crate::disclose::{Cleared, Disclosure};
use crate::figure::{Amount, Figure};
use crate::indicator::{Good, Indicator, Kind, Measure};
use crate::number::{Exact, wilson};
use crate::period::Period;
use crate::published;
use crate::report::{Against, Copied, Table, against_table, ladder_table};
use crate::scenario::{self, Reach};

use crate::app::scenarios::{Goal, ReachAction, ReachField, ReachForm};
use crate::web::parts::copying::CopySentences;
use crate::web::parts::data_table::DataTable;
use crate::web::parts::inputs::{is_checked, text_of};
use crate::web::screens::settings::SettingsPanel;
use crate::web::store::{ScreenProps, Store};
use crate::words::comparator::{comparator_name, no_comparison_text};
use crate::words::disclosure::internal_mark;
use crate::words::figure::year_text;
use crate::words::forms::NoTarget;
use crate::words::leaving as left;
use crate::words::reach::{pace_sentence, reach_sentence};
use crate::words::screens::Labelled;
use crate::words::screens::reach as words;
use crate::words::text::{self, percent_text};

/// An answer, ready to be shown.
#[derive(Clone)]
struct Answer {
    headline: String,
    /// The heading of what every comparator takes.
    every: String,
    sentences: Vec<String>,
    /// What one child is worth.
    worth: Option<String>,
    /// Where the share may lie allowing for chance.
    interval: Option<String>,
    table: Table,
    /// Every comparator at once, for an indicator.
    against: Option<Table>,
    /// What marks it for internal use.
    mark: &'static str,
}

#[component]
pub(crate) fn WhatItWouldTake(ScreenProps { store }: &ScreenProps) -> Html {
    let state = store.state();
    let form = &state.scenarios.reach;
    // The last good answer, shown as old while something cannot be used.
    let last = use_mut_ref(|| None::<Html>);
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
                        if form.goal == Goal::Typed {
                            { text_field(store, ReachField::Target, words::TARGET_PERCENT) }
                        }
                        if form.indicator.is_none() {
                            { direction_field(store) }
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
                    { answer_or_last(&found, missing(form), &mut last.borrow_mut()) }
                </div>
            </div>
        </>
    }
}

/// What is still to be entered.
fn missing(form: &ReachForm) -> &'static str {
    let counts = [&form.numerator, &form.denominator];
    if counts.iter().any(|text| text.trim().is_empty()) { words::NOTHING_YET } else { words::NO_TARGET_YET }
}

/// The answer; while there is none, what is missing, and the last answer marked as old.
fn answer_or_last(
    found: &Cleared<Result<Option<Answer>, NoTarget>>,
    missing: &str,
    last: &mut Option<Html>,
) -> Html {
    let answer = found.map(|found| found.as_ref().ok().cloned().flatten()).transposed();
    if let Some(answer) = answer {
        let html = answered(&answer);
        *last = Some(html.clone());
        return html;
    }
    let trouble = found.as_ref().err().map_or_else(|| missing.to_owned(), NoTarget::to_string);
    html! {
        <>
            <p class="notice">{ trouble }{ if last.is_some() { words::LAST_GOOD } else { "" } }</p>
            { for last.clone() }
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
    let onchange =
        store.on(|event: Event| ReachAction::Good(if is_checked(&event) { Good::Low } else { Good::High }));
    html! {
        <div class="field field-check">
            <input autocomplete="off" spellcheck="false" id="reach-low" type="checkbox" checked={store.state().scenarios.reach.low_is_good} {onchange} />
            <label for="reach-low">{ words::LOWER_IS_BETTER }</label>
        </div>
    }
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

/// Returns the answer, or `None` while something needed is missing.
fn answer(
    form: &ReachForm,
    (choices, disclosure): &(Choices, Disclosure),
) -> Result<Option<Answer>, NoTarget> {
    let (Ok(Some(numerator)), Ok(Some(denominator))) =
        (form.count(ReachField::Numerator), form.count(ReachField::Denominator))
    else {
        return Ok(None);
    };
    let counts = (numerator, denominator);
    let Some((target, target_name)) = target(form, choices, counts)? else {
        return Ok(None);
    };
    let good = form.good();
    let reach = |later| scenario::reach(counts, later, target, good).map_err(NoTarget::Reach);
    let now = reach(None)?;
    let later = form.later_denominator(denominator.max(1)).ok().flatten();
    let later = later.map(|later| reach(Some(later))).transpose()?;
    let sentence =
        |reach: &Reach| reach_sentence(form.indicator.as_deref(), counts, reach, target, &target_name);
    let mut sentences = vec![sentence(&now)];
    sentences.extend(later.as_ref().map(sentence));
    if let (Ok(Some(each_month)), Ok(months)) =
        (form.count(ReachField::EachMonth), form.count(ReachField::Months))
        && let months = months.unwrap_or(MONTHS)
        && each_month > 0
        && (1..=120).contains(&months)
    {
        let needed = scenario::pace(counts, each_month * months, target, good);
        sentences.push(pace_sentence(each_month, months, needed, good, target));
    }
    let possible = later.as_ref().filter(|later| later.is_possible);
    let (in_all, then) = (possible.map(|later| later.denominator), possible.unwrap_or(&now));
    let against = against(form, choices, (counts, in_all), good);
    let ladder = scenario::ladder(numerator, &now, target, good);
    let mark = internal_mark(*disclosure);
    Ok(Some(Answer {
        headline: of_all(
            match then.children {
                0 => words::TARGET_MET.to_owned(),
                more if more > 0 => words::more(more),
                fewer => words::fewer(fewer.unsigned_abs()),
            },
            in_all,
        ),
        every: of_all(words::EVERY_COMPARATOR.to_owned(), in_all),
        sentences,
        worth: Exact::scaled(1, denominator, 100)
            .map(|one| words::worth_of_one(percent_text(one).trim_end_matches('%'))),
        interval: wilson(numerator, denominator).map(|interval| {
            let [low, high] = [interval.low, interval.high].map(text::limit_text);
            words::allowing_for_chance(&format!("{low}% to {high}%"))
        }),
        table: ladder_table(&ladder, now.denominator, target).with_note(mark),
        against: (!against.is_empty())
            .then(|| against_table(&against, form.indicator.as_deref(), months_of(form)).with_note(mark)),
        mark,
    }))
}

/// A heading, with the denominator that is expected, if one is.
fn of_all(heading: String, in_all: Option<u64>) -> String {
    match in_all {
        Some(in_all) => words::with_in_all(&heading, in_all),
        None => heading,
    }
}

/// Returns the target and its name with the year, or `None` while none is typed.
fn target(
    form: &ReachForm,
    choices: &Choices,
    (numerator, denominator): (u64, u64),
) -> Result<Option<(Exact, String)>, NoTarget> {
    let typed = || form.percent(ReachField::Target).ok().flatten().map(|target| (target, String::new()));
    let Some(indicator) = &form.indicator else { return Ok(typed()) };
    let year =
        choices.period.map_or(choices.published.latest_year(), |period| period.year_on(indicator.basis));
    let kind = match form.goal {
        Goal::Typed => return Ok(typed()),
        Goal::BestQuartile => return best_quarter(indicator, choices, year).map(Some),
        Goal::Comparator(kind) => kind,
    };
    if denominator == 0 || numerator > denominator {
        return Err(NoTarget::BadCounts);
    }
    let also = Choices { also: [kind].into(), ..choices.clone() };
    let comparisons = comparisons(indicator, (numerator, denominator), &also, year);
    let Some(comparison) = comparisons.into_iter().find(|each| each.with.kind == kind) else {
        return Err(NoTarget::NoCouncil);
    };
    match &comparison.outcome {
        Ok(compared) => Ok(Some((
            compared.value,
            words::figure_of(
                &comparator_name(&comparison.with, Some(compared)),
                &year_text(indicator, compared.year),
            ),
        ))),
        Err(reason) => Err(NoTarget::NoFigure(no_comparison_text(*reason))),
    }
}

/// A share compared with each comparator in a year.
fn comparisons(
    indicator: &Measure,
    (numerator, denominator): (u64, u64),
    choices: &Choices,
    year: u16,
) -> Vec<Comparison> {
    let period = Some(Period::Year(year));
    let figure = Figure {
        indicator: indicator.clone(),
        area: None,
        period,
        amount: Amount::Counts { numerator, denominator },
        stated: None,
        place: None,
    };
    let card = compare::scorecard(&[figure], &Choices { period, ..choices.clone() });
    card.rows.into_iter().next().map(|row| row.comparisons).unwrap_or_default()
}

/// The months over which a pace is worked out where none are entered.
const MONTHS: u64 = 6;

/// The months over which a pace is worked out.
fn months_of(form: &ReachForm) -> u64 {
    let months = form.count(ReachField::Months).ok().flatten();
    months.filter(|months| (1..=120).contains(months)).unwrap_or(MONTHS)
}

/// What each comparator, the best quarter of councils and the council's own target take.
fn against(
    form: &ReachForm,
    choices: &Choices,
    (counts, in_all): ((u64, u64), Option<u64>),
    good: Good,
) -> Vec<Against> {
    let Some(indicator) = &form.indicator else { return Vec::new() };
    let year =
        choices.period.map_or(choices.published.latest_year(), |period| period.year_on(indicator.basis));
    let own = choices.targets.iter().find(|(measure, _)| measure == indicator);
    let own = own.map(|(_, target)| (words::OWN_TARGET.to_owned(), Exact::from(target.value)));
    let named = |comparison: Comparison| {
        let compared = comparison.outcome.as_ref().ok()?;
        let name = comparator_name(&comparison.with, Some(compared));
        Some((words::figure_of(&name, &year_text(indicator, compared.year)), compared.value))
    };
    let official = indicator.is_published.then(|| {
        let comparisons = comparisons(indicator, counts, choices, year).into_iter().filter_map(named);
        let best = best_quarter(indicator, choices, year).ok();
        comparisons.chain(best.map(|(value, name)| (text::capital(&name), value))).collect::<Vec<_>>()
    });
    let interval = wilson(counts.0, counts.1);
    let against = |(name, target): (String, Exact)| {
        let reach = scenario::reach(counts, in_all, target, good).ok()?;
        Some(Against {
            name,
            target,
            reach,
            is_chance: interval.is_some_and(|interval| interval.contains(target)),
        })
    };
    own.into_iter().chain(official.into_iter().flatten()).filter_map(against).collect()
}

/// Where the best quarter of councils begins in the newest year up to this one, and its name with that year.
fn best_quarter(indicator: &Indicator, choices: &Choices, year: u16) -> Result<(Exact, String), NoTarget> {
    let newest = (published::first_year()..=year)
        .rev()
        .filter_map(|year| Distribution::of_year(&choices.published, indicator, year))
        .find_map(|councils| Some((councils.best_quarter(indicator.good)?, councils)));
    let (value, councils) = newest.ok_or(NoTarget::FewCouncils)?;
    Ok((value, words::best_quarter_of(councils.councils(), &year_text(indicator, councils.year))))
}

fn answered(answer: &Cleared<Answer>) -> Html {
    let Answer { headline, every, sentences, worth, interval, table, against, .. } = &**answer;
    let copied = answer.map(|Answer { sentences, mark, .. }| {
        let text = sentences.iter().map(String::as_str).chain([*mark]).collect::<Vec<_>>().join(" ");
        Copied::of_paragraphs(text.trim_end())
    });
    let released = answer.map(|answer| answer.table.clone()).released();
    let released_against =
        answer.map(|answer| answer.against.clone()).transposed().and_then(Cleared::released);
    html! {
        <>
            if !answer.may_leave() {
                <p class="print-only">{ left::NOT_PRINTED }</p>
            }
            <div class={if answer.may_leave() { "" } else { "screen-only" }}>
            <div class="answer" aria-live="polite">
                <p class="answer-main">{ headline }</p>
                { for sentences.iter().map(|sentence| html! { <p>{ sentence }</p> }) }
                { for interval.iter().map(|interval| html! { <p class="hint">{ interval }</p> }) }
                { for worth.iter().map(|worth| html! { <p class="hint">{ worth }</p> }) }
            </div>
            <CopySentences copied={copied.released()} />
            if let Some(against) = against {
                <h2>{ every }</h2>
                <DataTable table={against.clone()} released={released_against} />
            }
            <h2>{ words::STEP_BY_STEP }</h2>
            <DataTable table={table.clone()} {released} />
            </div>
        </>
    }
}
