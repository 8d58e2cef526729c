//! Caseload scenarios side by side as a table.

use crate::area;
use crate::compare::{Choices, Distribution};
use crate::indicator::ids;
use crate::number::{Decimal, Exact, whole_above, whole_below};
use crate::published;
use crate::scenario::{Caseload, CaseloadInputs, Role, Team};
use crate::words::caseload as words;
use crate::words::text::model_number;
use crate::words::why_fifteen::{
    HIGHEST_ADVISERS, HIGHEST_REVIEWING, beyond, highest_official, lowest_official, official_beside, uneven,
};

use super::Table;

/// A scenario side by side with others.
#[derive(Clone, Copy, Debug)]
pub struct SideBySide<'a> {
    /// Its name.
    pub name: &'a str,
    /// Who holds the cases.
    pub role: Role,
    /// Every box with something in it, by its label.
    pub given: &'a [(&'static str, String)],
    /// Whether something was entered since that cannot be used.
    pub is_old: bool,
    /// What the answer was worked out from.
    pub inputs: &'a CaseloadInputs,
    /// The answer.
    pub found: &'a Caseload,
}

/// Returns the official caseload of the chosen council in its newest year, with England's, or `None` without a
/// council or its figure.
pub fn official_caseload(choices: &Choices) -> Option<String> {
    let (council, indicator) = (choices.council?, ids::SOCIAL_WORKER_CASELOAD);
    let value = |area, year| choices.published.official(indicator, area, year)?.value.ok();
    let newest = choices
        .published
        .years(indicator, council)
        .rev()
        .find_map(|year| Some((year, value(council, year)?)));
    let (year, of_council) = newest?;
    let england = value(area::england(), year).map(|value| value.to_string());
    Some(official_beside(council.name, &of_council.to_string(), year, england.as_deref()))
}

/// Returns where the official caseload of the chosen council changed by a third or more from one year to the next, or has no
/// figure between others, or `None` if it did neither.
pub fn uneven_official(choices: &Choices) -> Option<String> {
    let (council, indicator) = (choices.council?, ids::SOCIAL_WORKER_CASELOAD);
    let value = |year: u16| choices.published.official(indicator, council, year)?.value.ok();
    let years: Vec<u16> = choices.published.years(indicator, council).collect();
    let given: Vec<(u16, Decimal)> =
        years.iter().filter_map(|year| value(*year).map(|value| (*year, value))).collect();
    let is_jump = |pair: &&[(u16, Decimal)]| {
        let [before, after] = [pair[0], pair[1]].map(|(_, value)| Exact::from(value).to_f64());
        before.max(after) >= before.min(after) * 4.0 / 3.0
    };
    let jumps: Vec<[(String, u16); 2]> = given
        .windows(2)
        .filter(is_jump)
        .map(|pair| [pair[0], pair[1]].map(|(year, value)| (value.to_string(), year)))
        .collect();
    let (first, last) = (given.first()?.0, given.last()?.0);
    let missing: Vec<u16> =
        (first..=last).filter(|year| given.iter().all(|(given, _)| given != year)).collect();
    uneven(council.name, &jumps, &missing)
}

/// Returns a question about a caseload that is higher than all that is known of such workers, or less than half the lowest, with
/// what is known, or `None` if it is not or nothing is known.
pub fn unusual_caseload(caseload: f64, role: Role, choices: &Choices) -> Option<String> {
    match role {
        Role::SocialWorker => {
            let indicator = ids::SOCIAL_WORKER_CASELOAD;
            let newest = (published::first_year()..=choices.published.latest_year())
                .rev()
                .find_map(|year| Distribution::of_year(&choices.published, indicator, year))?;
            let [(lowest, least), (highest, most)] = [newest.values().next()?, newest.values().last()?];
            let value = |value| Exact::from(value).to_f64();
            if caseload > value(highest) {
                Some(beyond(caseload, &highest_official(&highest.to_string(), most.name, newest.year)))
            } else if caseload < value(lowest) / 2.0 {
                Some(beyond(caseload, &lowest_official(&lowest.to_string(), least.name, newest.year)))
            } else {
                None
            }
        }
        Role::ReviewingOfficer => (caseload > 70.0).then(|| beyond(caseload, HIGHEST_REVIEWING)),
        Role::PersonalAdviser => (caseload > 27.9).then(|| beyond(caseload, HIGHEST_ADVISERS)),
        Role::FosteringSocialWorker => None,
    }
}

/// The scenarios side by side, each with its difference from the base, by its place among them, where the same workers hold
/// the cases: advisers are not taken away from social workers.
pub fn caseload_table(scenarios: &[SideBySide<'_>], base: usize) -> Table {
    type Measure = (u8, fn(&CaseloadInputs, &Caseload) -> Option<f64>);
    const MEASURES: [Measure; words::MEASURES.len()] = [
        (2, |inputs, _| Some(inputs.children)),
        (1, |_, found| Some(found.posts_now)),
        (1, |_, found| Some(found.holding_fte)),
        (1, |_, found| Some(found.caseload)),
        (2, |inputs, _| Some(inputs.target)),
        (1, |_, found| Some(found.posts_now + found.extra_posts)),
        (0, |_, found| Some(found.people_needed)),
        (1, |_, found| Some(found.extra_posts)),
        (0, |_, found| Some(whole_below(found.children_held_at_target))),
        (0, |_, found| Some(whole_above(found.children_above_capacity))),
        (1, |_, found| Some(found.highest_with_present_team)),
        (1, |_, found| Some(found.time_per_child_change * 100.0)),
        (1, |_, found| Some(found.extra_posts_at_end)),
        (0, |_, found| found.cost_per_year),
        (1, |_, found| Some(found.net_recruits)),
        (0, |_, found| found.cost_over_period),
    ];
    let headings = std::iter::once(words::MEASURE.to_owned())
        .chain(
            scenarios
                .iter()
                .map(|each| if each.is_old { words::as_last_good(each.name) } else { each.name.to_owned() }),
        )
        .collect();
    let role = |index: usize| scenarios.get(index).map(|each| each.role);
    let is_same_role = |index: usize| role(index) == role(base);
    let row = |(name, (decimals, measure)): (&&str, &Measure)| {
        let values: Vec<Option<f64>> =
            scenarios.iter().map(|each| measure(each.inputs, each.found)).collect();
        let of_base = values.get(base).copied().flatten();
        let cell = |(index, value): (usize, &Option<f64>)| {
            let Some(value) = value else { return words::NOT_GIVEN.to_owned() };
            let text = model_number(*value, *decimals);
            match of_base.filter(|_| index != base && is_same_role(index)) {
                Some(of_base) if (value - of_base).abs() > 1e-9 => {
                    let sign = if *value > of_base { "+" } else { "" };
                    format!("{text} ({sign}{})", model_number(value - of_base, *decimals))
                }
                _ => text,
            }
        };
        let cells = values.iter().enumerate().map(cell);
        std::iter::once((*name).to_owned()).chain(cells).collect::<Vec<String>>()
    };
    let mut rows: Vec<Vec<String>> = words::MEASURES.iter().zip(&MEASURES).map(row).collect();
    let reached = scenarios.iter().map(|each| words::reached(each.inputs, each.found));
    rows.push(std::iter::once(words::REACHED.to_owned()).chain(reached).collect());
    let size = scenarios.iter().map(|each| match each.inputs.team {
        Team::Fte(_) => words::WORKERS_GIVEN.to_owned(),
        Team::Caseload(_) => words::AVERAGE_GIVEN.to_owned(),
    });
    rows.push(std::iter::once(words::TEAM_SIZE.to_owned()).chain(size).collect());
    rows.extend(entered_apart(scenarios));
    Table { title: words::TABLE_TITLE.to_owned(), headings, rows, notes: Vec::new() }
}

/// Every box in which scenarios of the same workers differ, and that has no row of its own, with what each has in it.
fn entered_apart(scenarios: &[SideBySide<'_>]) -> Vec<Vec<String>> {
    let mut labels: Vec<&str> = Vec::new();
    for (label, _) in scenarios.iter().flat_map(|each| each.given) {
        if !labels.contains(label) && !words::HAS_ROW.contains(label) {
            labels.push(label);
        }
    }
    let text = |each: &SideBySide<'_>, label: &str| {
        each.given.iter().find(|(given, _)| *given == label).map(|(_, text)| text.clone())
    };
    let differs = |label: &&str| {
        scenarios
            .iter()
            .any(|a| scenarios.iter().any(|b| a.role == b.role && text(a, label) != text(b, label)))
    };
    let row = |label: &str| {
        let cells =
            scenarios.iter().map(|each| text(each, label).unwrap_or_else(|| words::NOT_GIVEN.to_owned()));
        std::iter::once(words::as_entered(label)).chain(cells).collect()
    };
    labels.into_iter().filter(differs).map(row).collect()
}
