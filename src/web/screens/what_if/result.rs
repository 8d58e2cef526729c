//! What the boxes of a group come to, beside them: the part of the answer that they change.

use crate::app::scenarios::{Answered, Group, Input, Scenario};
use crate::scenario::distribution;
use crate::web::screens::what_if::answer::{average_now, workers_needed};
use crate::words::business_case::{break_even, following_text};
use crate::words::caseload::{
    cost_of_path, month_name, path_sentence, rate_of_posts, recruitment_sentence, target_text,
};
use crate::words::chance::chance_sentence;
use crate::words::screens::caseloads as words;
use crate::words::spread::in_team;
use crate::words::text::model_number;

/// Returns what the boxes of a group come to, or `None` if nothing can be said yet or something entered since is wrong.
pub(super) fn result_of(group: Group, each: &Answered) -> Option<String> {
    let Answered { inputs, found, role, placement_source, is_old, .. } = each;
    if *is_old {
        return None;
    }
    let nouns = role.nouns();
    let whole = |number| model_number(number, 0);
    match group {
        Group::Growth => {
            let last = found.path.months.last()?;
            let month = month_name(inputs.start, last.month);
            Some(words::children_then(&whole(inputs.children), &whole(last.children), nouns.children, &month))
        }
        Group::Recruitment => {
            let told = [Some(path_sentence(inputs, found)), recruitment_sentence(inputs, found)];
            Some(told.into_iter().flatten().collect::<Vec<_>>().join(" "))
        }
        Group::Dates => inputs.by_month.map(|month| {
            let hires = found.hires_needed.map(|hires| words::fte_a_month(&model_number(hires, 2)));
            let hires = hires.unwrap_or_else(|| words::NOBODY_STARTED.to_owned());
            words::named(&words::recruitment_by(&month_name(inputs.start, month)), &hires)
        }),
        Group::Money => cost_of_path(inputs, found),
        Group::Agency => rate_of_posts(inputs),
        Group::Team | Group::NewlyQualified => Some(words::team_comes_to(
            &average_now(inputs, found),
            &target_text(inputs, found),
            &workers_needed(inputs, found),
        )),
        Group::CaseMix => {
            let (weight, children) = (found.weight_per_child, inputs.children);
            let of = words::number_of(&whole(children), nouns.children);
            Some(words::weighted(&model_number(weight, 2), &of, &words::cases(&whole(weight * children))))
        }
        Group::Following => (!inputs.knock_on.is_empty()).then(|| following_text(inputs, found)),
        Group::Hours => found.hours_per_child.map(|(now, then)| {
            let one = |number| model_number(number, 1);
            words::named(words::DIRECT_HOURS, &words::now_and_at_target(&one(now), &one(then)))
        }),
        Group::Uncertainty => {
            found.simulation.as_ref().and_then(|simulation| chance_sentence(inputs, simulation))
        }
        Group::Options => break_even(inputs, found, placement_source),
        Group::Basics | Group::Case => None,
    }
}

/// Returns how evenly the cases are held, or `None` if that is not given.
pub(super) fn spread_of(scenario: &Scenario) -> Option<String> {
    let target = scenario.caseload_in(Input::Target)?;
    distribution(&scenario.caseloads(), target).map(|spread| in_team(&spread, target))
}
