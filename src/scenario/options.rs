//! Targets side by side.

use super::caseload::{Caseload, caseload_without_chance};
use super::counted::Now;
use super::inputs::{CaseloadInputs, targets};
use super::limits::CaseloadError;
use super::path::{self, Path};
use super::simulation::TargetChance;
use super::years::{Year, years};

/// A target with what it takes, or doing nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetOption {
    /// Children per worker to reach; `None` for doing nothing: the team stays as it is, each leaver is replaced.
    pub target: Option<f64>,
    /// Full caseloads, in full-time equivalents, that the children of now are at the target.
    pub fte_needed: f64,
    /// More than now.
    pub extra_fte: f64,
    /// Posts that it takes to hold them: more where recruits are newly qualified or away.
    pub posts_needed: f64,
    /// More than are filled now.
    pub extra_posts: f64,
    /// Posts that it takes to hold the children of the last month.
    pub posts_needed_at_end: f64,
    /// Posts gained over the path.
    pub net_recruits: f64,
    /// Full-time equivalents that start over the path.
    pub gross_recruits: f64,
    /// The first month from which the average stays at or under the target.
    pub reached_in_month: Option<usize>,
    /// Share of the simulated paths at or under the target in the month asked for, or the last.
    pub chance: Option<f64>,
    /// Direct hours for each child a month at the end of the path.
    pub hours_per_child: Option<f64>,
    /// Full-year effect.
    pub cost_per_year: Option<f64>,
    /// Of that, what the workers cost, without the posts that follow.
    pub cost_of_workers: Option<f64>,
    /// Posts that follow, more than now, in the order of [`CaseloadInputs::knock_on`].
    pub knock_on: Vec<f64>,
    /// What they cost of the full-year effect. Empty without costs.
    pub knock_on_costs: Vec<f64>,
    /// Of the posts of the full year, those that stand vacant now and those beyond them.
    pub vacant_and_new: (f64, f64),
    /// What the latter cost of the full-year effect.
    pub cost_of_new_posts: Option<f64>,
    /// What the path costs more than doing nothing.
    pub cost_over_period: Option<f64>,
    /// Of that, what is saved while fewer are in post than now.
    pub saved_by_empty: Option<f64>,
    /// The path by financial year.
    pub by_year: Vec<Year>,
    /// The average caseload in each month, month 0 first.
    pub averages: Vec<f64>,
}

/// Doing nothing, then the targets from the highest: 18, 16 and 15, the target of the scenario, of which `found` is the
/// answer, and those it gives besides.
///
/// # Errors
/// The first input outside its limits.
pub fn options(inputs: &CaseloadInputs, found: &Caseload) -> Result<Vec<TargetOption>, CaseloadError> {
    let mut options = vec![nothing(inputs, found)];
    for target in targets(inputs) {
        if target.total_cmp(&inputs.target).is_eq() {
            options.push(of(inputs, found));
        } else {
            let inputs = CaseloadInputs { target, ..inputs.clone() };
            options.push(of(&inputs, &caseload_without_chance(&inputs)?));
        }
    }
    let chances = found.simulation.iter().flat_map(|simulation| &simulation.chances);
    for TargetChance { target, chance } in chances {
        let of_target = options.iter_mut().filter(|option| option.target == Some(*target));
        of_target.for_each(|option| option.chance = Some(*chance));
    }
    Ok(options)
}

fn of(inputs: &CaseloadInputs, found: &Caseload) -> TargetOption {
    TargetOption {
        target: Some(inputs.target),
        fte_needed: found.fte_needed,
        extra_fte: found.extra_fte,
        posts_needed: found.posts_now + found.extra_posts,
        extra_posts: found.extra_posts,
        posts_needed_at_end: found.posts_now + found.extra_posts_at_end,
        net_recruits: found.net_recruits,
        gross_recruits: found.path.starters(),
        reached_in_month: found.path.reached_in_month,
        chance: None,
        hours_per_child: hours(inputs, found.weight_per_child, &found.by_year),
        cost_per_year: found.cost_per_year,
        cost_of_workers: found.cost_of_workers,
        knock_on: found.knock_on.clone(),
        knock_on_costs: found.knock_on_costs.clone(),
        vacant_and_new: found.vacant_and_new,
        cost_of_new_posts: found.cost_of_new_posts,
        cost_over_period: found.cost_over_period,
        saved_by_empty: found.saved_by_empty,
        by_year: found.by_year.clone(),
        averages: averages(&found.path),
    }
}

fn averages(path: &Path) -> Vec<f64> {
    path.months.iter().map(|month| month.caseload).collect()
}

fn nothing(inputs: &CaseloadInputs, found: &Caseload) -> TargetOption {
    let now = Now::of(inputs);
    let path = path::unchanged(inputs, now, found.weight_per_child);
    let by_year = years(inputs, now, &path);
    let children = path.months.last().map_or(inputs.children, |month| month.children);
    TargetOption {
        target: None,
        fte_needed: found.holding_fte,
        extra_fte: 0.0,
        posts_needed: found.posts_now,
        extra_posts: 0.0,
        posts_needed_at_end: found.posts_now,
        net_recruits: 0.0,
        gross_recruits: path.starters(),
        reached_in_month: None,
        chance: None,
        hours_per_child: hours(inputs, found.weight_per_child, &by_year),
        cost_per_year: inputs.costs.as_ref().map(|_| 0.0),
        cost_of_workers: inputs.costs.as_ref().map(|_| 0.0),
        knock_on: inputs.knock_on.iter().map(|each| each.extra(0.0, children - inputs.children)).collect(),
        knock_on_costs: inputs.costs.iter().flat_map(|_| inputs.knock_on.iter().map(|_| 0.0)).collect(),
        vacant_and_new: (0.0, 0.0),
        cost_of_new_posts: inputs.costs.as_ref().map(|_| 0.0),
        cost_over_period: inputs.costs.as_ref().map(|_| 0.0),
        saved_by_empty: inputs.costs.as_ref().map(|_| 0.0),
        by_year,
        averages: averages(&path),
    }
}

/// Direct hours for each child a month at the end of the last year.
fn hours(inputs: &CaseloadInputs, weight: f64, by_year: &[Year]) -> Option<f64> {
    let (hours, last) = inputs.hours.zip(by_year.last())?;
    Some(hours.a_month() * hours.direct_share * weight / last.caseload)
}
