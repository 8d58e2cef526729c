//! What a caseload scenario comes to.

use crate::number::{whole_above, whole_below};
use crate::sorting::Sorting;

use super::counted::{self, Now};
use super::holders::KnockOn;
use super::inputs::{CaseloadInputs, Recruiting};
use super::limits::{CaseloadError, CaseloadFault, CaseloadInput, check};
use super::path::{self, Path};
use super::simulation::{Simulation, simulate};
use super::years::{Year, years};

/// What a caseload scenario comes to. Numbers are not rounded, except costs by year, which are in whole pence.
///
/// Three numbers of extra posts are different questions: `extra_posts` is what the target takes with the children of
/// now, `extra_posts_at_end` with those of the last month, and `net_recruits` is what the path gains.
#[derive(Clone, Debug, PartialEq)]
pub struct Caseload {
    /// Full-time equivalents that hold cases: team less vacant, plus newly qualified as they count. Each can hold a full
    /// caseload; [`Self::posts_now`] are the people in post.
    pub holding_fte: f64,
    /// Children per worker now: `children / holding_fte`, each child as its kind of case counts.
    pub caseload: f64,
    /// What the average child counts as; exactly 1 where all weights are neutral.
    pub weight_per_child: f64,
    /// Full-time equivalents for the target: `children / target`.
    pub fte_needed: f64,
    /// The same in whole people, staffed as recruits are.
    pub people_needed: f64,
    /// `fte_needed - holding_fte`; negative where there are more than needed.
    pub extra_fte: f64,
    /// Full-time equivalents in post now.
    pub posts_now: f64,
    /// Posts that `extra_fte` takes: more where recruits are newly qualified or away, the same where nobody is.
    pub extra_posts: f64,
    /// Posts that it takes to hold the target with the children of the last month, more than now.
    pub extra_posts_at_end: f64,
    /// What the present team can hold at the target: `holding_fte * target`.
    pub children_held_at_target: f64,
    /// `children - children_held_at_target`; negative where there is room.
    pub children_above_capacity: f64,
    /// The highest average over the months ahead if the team stays as it is and only the children change.
    pub highest_with_present_team: f64,
    /// More time for each child at the target, as a share: `caseload / target - 1`; a third for 20 to 15.
    pub time_per_child_change: f64,
    /// Direct hours for each child a month, now and at the target: `per_week * 52 / 12 * direct_share / caseload`.
    pub hours_per_child: Option<(f64, f64)>,
    /// Posts of which a full year is counted, more than now: `extra_posts_at_end`, or those gained where recruitment goes on
    /// past them.
    pub full_year_posts: f64,
    /// Full-year effect: what `full_year_posts`, and the posts that follow from them, cost a year at the pay and with the
    /// agency workers of the last month.
    pub cost_per_year: Option<f64>,
    /// Of `cost_per_year`, what the workers cost, without the posts that follow.
    pub cost_of_workers: Option<f64>,
    /// Of `cost_per_year`, what each of the posts that follow costs: in the order of [`CaseloadInputs::knock_on`]. Empty
    /// without costs.
    pub knock_on_costs: Vec<f64>,
    /// What the path costs more than if nothing is done: the sum of `extra_cost` in `by_year`.
    pub cost_over_period: Option<f64>,
    /// Of that, what is saved while fewer are in post than now.
    pub saved_by_empty: Option<f64>,
    /// Posts that follow from `full_year_posts` or from the children, more than now: in the order of [`CaseloadInputs::knock_on`].
    pub knock_on: Vec<f64>,
    /// Of `full_year_posts`, posts that stand vacant now and those beyond them.
    pub vacant_and_new: (f64, f64),
    /// Of `cost_per_year`, what the new posts cost.
    pub cost_of_new_posts: Option<f64>,
    /// What the posts vacant now save a year.
    pub vacancy_saving: Option<f64>,
    /// How many years of placements that do not escalate cost as much as `cost_per_year`, in whole placements. It says
    /// what would pay for the posts, not what will happen.
    pub break_even: Option<f64>,
    /// Every target from 10 to 25.
    pub table: Vec<TargetRow>,
    /// Month by month.
    pub path: Path,
    /// Posts gained over the path: starters less leavers.
    pub net_recruits: f64,
    /// The path by financial year.
    pub by_year: Vec<Year>,
    /// Recruitment a month that reaches the target by the month asked for.
    pub hires_needed: Option<f64>,
    /// The band of outcomes, where something is uncertain.
    pub simulation: Option<Simulation>,
}

/// One line of the what-if table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TargetRow {
    /// Children per worker.
    pub target: f64,
    /// Full-time equivalents needed for it.
    pub fte_needed: f64,
    /// More than now; negative where fewer.
    pub extra_fte: f64,
    /// Full-time equivalents in post that it takes: more where recruits are newly qualified or away.
    pub posts_needed: f64,
}

/// Computes a scenario.
///
/// # Errors
/// The first input outside its limits.
///
/// ```
/// use corporate_parenting_calculator::scenario::{CaseloadInputs, Team, caseload};
///
/// // 646 children, 20 for each worker now, 15 to be reached.
/// let scenario = caseload(&CaseloadInputs::steady(646.0, Team::Caseload(20.0), 15.0))?;
/// assert_eq!(format!("{:.1} of {:.1}", scenario.extra_fte, scenario.fte_needed), "10.8 of 43.1");
/// # Ok::<(), corporate_parenting_calculator::scenario::CaseloadError>(())
/// ```
pub fn caseload(inputs: &CaseloadInputs) -> Result<Caseload, CaseloadError> {
    let found = caseload_without_chance(inputs)?;
    Ok(Caseload { simulation: simulate(inputs)?, ..found })
}

/// Computes a scenario without its simulation, which takes a thousand times as long.
///
/// # Errors
/// The first input outside its limits.
pub fn caseload_without_chance(inputs: &CaseloadInputs) -> Result<Caseload, CaseloadError> {
    check(inputs)?;
    let now = Now::of(inputs);
    let holding_fte = now.holding;
    if holding_fte <= 0.0 {
        return Err(CaseloadError { input: CaseloadInput::VacantFte, fault: CaseloadFault::NobodyLeft });
    }
    let weight = counted::weight(inputs, inputs.target);
    let caseload = inputs.children * weight / holding_fte;
    let fte_needed = inputs.children * weight / inputs.target;
    let extra_fte = fte_needed - holding_fte;
    let recruit = inputs.recruit();
    let held = holding_fte * inputs.target / weight;
    let path = path::path(inputs, now, weight);
    let most = path.months.iter().map(|month| month.children).fold(inputs.children, f64::max);
    let at_end = path.months.last().map_or(inputs.children, |month| month.children);
    let net_recruits = path.posts_at_end() - now.posts;
    // What the path gains, and what recruits are short of or beyond the target then: those who hold the target need no others.
    let held_at_end = path.months.last().map_or(holding_fte, |month| month.workers_fte);
    let extra_posts_at_end = net_recruits + (at_end * weight / inputs.target - held_at_end) / recruit;
    let full_year_posts = match inputs.recruiting {
        Recruiting::ToTarget => extra_posts_at_end,
        Recruiting::Always => extra_posts_at_end.max(net_recruits),
    };
    let costs = inputs.costs.as_ref();
    let cost_per_year = costs.map(|costs| costs.posts(full_year_posts, inputs.months, &inputs.knock_on));
    let vacant = full_year_posts.clamp(0.0, now.vacant);
    let new_posts = full_year_posts - vacant;
    let by_year = years(inputs, now, &path);
    Ok(Caseload {
        holding_fte,
        caseload,
        weight_per_child: weight,
        fte_needed,
        people_needed: whole_above(fte_needed / recruit / inputs.holders.fte_per_person),
        extra_fte,
        posts_now: now.posts,
        extra_posts: extra_fte / recruit,
        extra_posts_at_end,
        children_held_at_target: held,
        children_above_capacity: inputs.children - held,
        highest_with_present_team: most * weight / holding_fte,
        time_per_child_change: caseload / inputs.target - 1.0,
        hours_per_child: inputs.hours.map(|hours| {
            let a_month = hours.a_month() * hours.direct_share * weight;
            (a_month / caseload, a_month / inputs.target)
        }),
        full_year_posts,
        cost_per_year,
        cost_of_workers: costs.map(|costs| costs.posts(full_year_posts, inputs.months, &[])),
        knock_on_costs: costs.map_or_else(Vec::new, |costs| {
            let following = |each: &KnockOn| costs.following(full_year_posts, inputs.months, each);
            inputs.knock_on.iter().map(following).collect()
        }),
        cost_over_period: costs.map(|_| by_year.iter().filter_map(|year| year.extra_cost).sum()),
        saved_by_empty: costs.map(|_| by_year.iter().filter_map(|year| year.saved_by_empty).sum()),
        knock_on: inputs
            .knock_on
            .iter()
            .map(|each| each.extra(full_year_posts, at_end - inputs.children))
            .collect(),
        vacant_and_new: (vacant, new_posts),
        cost_of_new_posts: costs.map(|costs| costs.posts(new_posts, inputs.months, &inputs.knock_on)),
        vacancy_saving: costs.map(|costs| {
            costs.saved_by_vacant(inputs.vacant_fte, inputs.vacant_fte * inputs.holders.vacancies_covered)
        }),
        break_even: cost_per_year
            .zip(inputs.placement_cost)
            .filter(|(cost, _)| *cost > 0.0)
            .map(|(cost, placement)| whole_above(cost / placement)),
        table: (10..=25).map(|target| row(inputs, now, f64::from(target))).collect(),
        net_recruits,
        path,
        by_year,
        hires_needed: inputs.by_month.and_then(|month| path::hires_needed(inputs, now, weight, month)),
        simulation: None,
    })
}

/// Targets around the average of now and the target of the scenario, from 0.7 of the lower to 1.25 of the higher: those of
/// [`Caseload::table`] where both are among them.
pub fn targets_around(inputs: &CaseloadInputs, found: &Caseload) -> Vec<TargetRow> {
    let ends = [found.caseload, inputs.target];
    if ends.iter().all(|end| (10.0..=25.0).contains(end)) {
        return found.table.clone();
    }
    let low = whole_below(0.7 * ends[0].min(ends[1])).max(1.0);
    let high = whole_above(1.25 * ends[0].max(ends[1]));
    let step = whole_above((high - low) / 20.0).max(1.0);
    let mut targets: Vec<f64> = std::iter::successors(Some(low), |target| Some(target + step))
        .take_while(|target| *target < high + step)
        .chain([inputs.target])
        .collect();
    targets.arrange_by(f64::total_cmp);
    targets.dedup();
    let now = Now::of(inputs);
    targets.into_iter().map(|target| row(inputs, now, target)).collect()
}

fn row(inputs: &CaseloadInputs, now: Now, target: f64) -> TargetRow {
    let fte_needed = inputs.children * counted::weight(inputs, target) / target;
    let extra_fte = fte_needed - now.holding;
    let posts_needed = now.posts + extra_fte / inputs.recruit();
    TargetRow { target, fte_needed, extra_fte, posts_needed }
}
