//! The answer of a scenario: a headline and the months ahead, which stay in view, the facts, and what each target takes.

use std::rc::Rc;

use yew::prelude::*;

use crate::disclose::Cleared;
use crate::number::{whole_above, whole_below};
use crate::report::{self, Copied, curve_chart, official_caseload, path_chart};
use crate::scenario::{Caseload, CaseloadInputs, Role};

use crate::app::scenarios::Answered;
use crate::web::browser::focus::focus_at_top_soon;
use crate::web::parts::charts::ChartView;
use crate::web::parts::copying::CopySentences;
use crate::web::screens::what_if::chance::chance;
use crate::web::store::Store;
use crate::words::business_case::{OPTIONS, following_text};
use crate::words::caseload::{
    Nouns, caseload_sentence, cost_by_year, cost_of_path, headline, holds_less, month_name, people_text,
    recruitment_sentence, rise_sentence, saved_sentence, vacant_sentence,
};
use crate::words::disclosure::internal_mark;
use crate::words::screens::caseloads as words;
use crate::words::text::model_number;
use crate::words::why_fifteen::{HEADING as WHY, OFFICIAL_COUNTS};

/// The answer of one scenario.
pub(super) fn answer(cleared: &Cleared<Rc<Answered>>, store: &Store) -> Html {
    let Answered { inputs, found, is_old, role, .. } = &***cleared;
    let nouns = role.nouns();
    let disclosure = store.state().settings.disclosure;
    let copied = cleared.with(&disclosure, |each, disclosure| {
        let sentence = caseload_sentence(&each.inputs, &each.found, each.role.nouns());
        let text = words::copied(&each.name, &sentence, &each.given, internal_mark(*disclosure));
        Copied::of_paragraphs(&report::inert(&text))
    });
    let path = cleared.with(&disclosure, |each, disclosure| {
        let chart = path_chart(&each.inputs, &each.found, each.role);
        Rc::new(chart.with_note(internal_mark(*disclosure)))
    });
    let mut facts = facts(inputs, found, nouns);
    let official = official_caseload(&store.state().choices_now()).filter(|_| *role == Role::SocialWorker);
    let has_official = official.is_some();
    facts.extend(official.map(|official| (words::OFFICIAL.to_owned(), official)));
    html! {
        <>
            <div class={classes!("answer", is_old.then_some("answer-old"))} aria-live="polite">
                if *is_old {
                    <p class="answer-note">{ words::LAST_GOOD }</p>
                }
                <p class="answer-main">{ headline(inputs, found, nouns) }</p>
                { for cost_of_path(inputs, found).map(|cost| html! { <p class="answer-cost">{ cost }</p> }) }
            </div>
            <ChartView chart={Rc::clone(&path)} safe={path.released()} />
            <div class={classes!("answer-more", is_old.then_some("answer-old"))}>
                { jumps(*role) }
                <dl class="summary">
                    { for facts.into_iter().map(|(term, value)| html! { <div><dt>{ term }</dt><dd>{ value }</dd></div> }) }
                </dl>
                if has_official { <p class="hint">{ OFFICIAL_COUNTS }</p> }
                { for rise_sentence(inputs, found).map(|told| html! { <p>{ told }</p> }) }
                { for vacant_sentence(inputs, found).map(|told| html! { <p>{ told }</p> }) }
                { for recruitment_sentence(inputs, found).map(|told| html! { <p>{ told }</p> }) }
                { for saved_sentence(inputs, found).map(|told| html! { <p>{ told }</p> }) }
                { chance(cleared) }
                if !is_old { <CopySentences copied={copied.released()} /> }
            </div>
        </>
    }
}

/// Where the rest of the answer is.
fn jumps(role: Role) -> Html {
    let all = [(words::TO_CASE, "case-heading"), (OPTIONS, "options-heading"), (WHY, "why-heading")];
    let all = all.into_iter().filter(|(_, id)| *id != "why-heading" || role == Role::SocialWorker);
    html! {
        <p class="answer-jumps">
            { words::BELOW }
            { for all.map(|(label, id)| {
                let onclick = Callback::from(move |_: MouseEvent| focus_at_top_soon(id.to_owned()));
                html! { <button type="button" class="link" {onclick}>{ label }</button> }
            }) }
        </p>
    }
}

/// How many workers each target needs.
pub(super) fn curve(cleared: &Cleared<Rc<Answered>>, store: &Store) -> Html {
    let disclosure = store.state().settings.disclosure;
    let curve = cleared.with(&disclosure, |each, disclosure| {
        let chart = curve_chart(&each.inputs, &each.found, each.role.nouns());
        Rc::new(chart.with_note(internal_mark(*disclosure)))
    });
    html! { <div class="charts"><ChartView chart={Rc::clone(&curve)} safe={curve.released()} /></div> }
}

fn facts(inputs: &CaseloadInputs, found: &Caseload, nouns: Nouns) -> Vec<(String, String)> {
    let (n, one) = (|number| model_number(number, 2), |number| model_number(number, 1));
    let target = n(inputs.target);
    let mut facts = vec![
        (words::AVERAGE_NOW.to_owned(), average_now(inputs, found)),
        (words::workers_needed(&target), workers_needed(inputs, found)),
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
    facts.push((words::highest_average(inputs.months), one(found.highest_with_present_team)));
    let more = found.time_per_child_change * 100.0;
    let percent = model_number(more.abs(), 1);
    let time = if more >= 0.0 { words::more_time(&percent) } else { words::less_time(&percent) };
    facts.push((words::TIME_FOR_EACH.to_owned(), time));
    if let Some((now, then)) = found.hours_per_child {
        facts.push((words::DIRECT_HOURS.to_owned(), words::now_and_at_target(&one(now), &one(then))));
    }
    let last = month_name(inputs.start, inputs.months);
    let then = one(found.posts_now + found.extra_posts_at_end);
    facts.push((words::posts_at_end(&target, &last), words::fte_and_more(&then, found.extra_posts_at_end)));
    if !inputs.knock_on.is_empty() {
        facts.push((words::FOLLOWING.to_owned(), following_text(inputs, found)));
    }
    if (found.weight_per_child - 1.0).abs() > 1e-9 {
        facts.push((words::WEIGHT.to_owned(), words::cases(&n(found.weight_per_child))));
    }
    facts.extend(cost_by_year(found).map(|cost| (words::EXTRA_COST.to_owned(), cost)));
    if let Some(saving) = found.vacancy_saving.filter(|saving| saving.abs() >= 0.5) {
        facts.push((words::VACANCY_SAVING.to_owned(), words::saved_a_year(saving)));
    }
    if let Some(month) = inputs.by_month {
        let recruitment = found
            .hires_needed
            .map_or_else(|| words::NOBODY_STARTED.to_owned(), |hires| words::fte_a_month(&n(hires)));
        facts.push((words::recruitment_by(&month_name(inputs.start, month)), recruitment));
    }
    facts
}

/// The average now, and of how many workers: of everybody in post first, where some hold less than a full caseload.
pub(super) fn average_now(inputs: &CaseloadInputs, found: &Caseload) -> String {
    let one = |number| model_number(number, 1);
    let average = words::average_now(&one(found.caseload), &one(found.holding_fte));
    if holds_less(found) {
        words::average_of_all(&one(inputs.children / found.posts_now), &one(found.posts_now), &average)
    } else {
        average
    }
}

/// Workers that the target takes: posts, and the full caseloads they hold where that is less.
pub(super) fn workers_needed(inputs: &CaseloadInputs, found: &Caseload) -> String {
    let one = |number| model_number(number, 1);
    let (posts, people) = (one(found.posts_now + found.extra_posts), people_text(inputs, found));
    let caseloads = one(found.fte_needed);
    if posts == caseloads {
        words::fte_and_people(&posts, &people)
    } else {
        words::posts_and_caseloads(&posts, &caseloads, &people)
    }
}
