//! A scenario month by month: the one path from which caseloads, hours, costs and chances come.

use super::counted::Now;
use super::inputs::{CaseloadInputs, Growth, Recruiting, Staffing};

/// Children, workers and average caseload month by month.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    /// Month 0 is now.
    pub months: Vec<Month>,
    /// The first month from which the average stays at or under the target to the end of the path.
    pub reached_in_month: Option<usize>,
    /// Full-time equivalents lost in the first month by turnover.
    pub lost_per_month: f64,
}

/// One month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Month {
    /// Months from now.
    pub month: usize,
    /// Children.
    pub children: f64,
    /// Full-time equivalents holding cases: full caseloads that can be held.
    pub workers_fte: f64,
    /// Children per worker, each as its kind of case counts.
    pub caseload: f64,
    /// Full-time equivalents in post, who are paid.
    pub posts_fte: f64,
    /// Full-time equivalents that started in the month.
    pub starters: f64,
    /// Full-time equivalents that left in the month.
    pub leavers: f64,
}

impl Path {
    /// Full-time equivalents in post at the end.
    pub(super) fn posts_at_end(&self) -> f64 {
        self.months.last().map_or(0.0, |month| month.posts_fte)
    }

    /// Full-time equivalents that start in all: gross recruitment.
    pub fn starters(&self) -> f64 {
        self.months.iter().map(|month| month.starters).sum()
    }

    /// Full-time equivalents that leave in all.
    pub fn leavers(&self) -> f64 {
        self.months.iter().map(|month| month.leavers).sum()
    }
}

/// The workers of a month.
#[derive(Clone, Copy, Debug)]
pub(super) struct Staff {
    pub(super) holding: f64,
    posts: f64,
    starters: f64,
    leavers: f64,
}

/// The path of a scenario whose cases count as `weight` each. Each month a twelfth of the yearly turnover leaves, of those
/// there at its beginning; then the recruits that start in it join, no more than the target takes.
pub(super) fn path(inputs: &CaseloadInputs, now: Now, weight: f64) -> Path {
    let children = children(inputs.children, inputs.growth, inputs.apart, inputs.months);
    let staff = staff(inputs, now, inputs.staffing, &needed(inputs, &children, weight));
    let path = of(&children, &staff, weight);
    let last_above = path.iter().rposition(|month| !at_or_under(month.caseload, inputs.target));
    let reached_in_month = match last_above {
        None => Some(0),
        Some(last) if last + 1 < path.len() => Some(last + 1),
        Some(_) => None,
    };
    let lost_per_month = now.holding * inputs.staffing.turnover / 12.0;
    Path { months: path, reached_in_month, lost_per_month }
}

/// The path if nothing is done: the children change, and each leaver is replaced, so that the team stays as it is.
pub(super) fn unchanged(inputs: &CaseloadInputs, now: Now, weight: f64) -> Path {
    let children = children(inputs.children, inputs.growth, inputs.apart, inputs.months);
    let replaced = now.posts * inputs.staffing.turnover / 12.0;
    let mut staff =
        vec![
            Staff { holding: now.holding, posts: now.posts, starters: replaced, leavers: replaced };
            children.len()
        ];
    if let Some(first) = staff.first_mut() {
        (first.starters, first.leavers) = (0.0, 0.0);
    }
    Path { months: of(&children, &staff, weight), reached_in_month: None, lost_per_month: 0.0 }
}

fn of(children: &[f64], staff: &[Staff], weight: f64) -> Vec<Month> {
    let month = |(month, (children, staff)): (usize, (&f64, &Staff))| Month {
        month,
        children: *children,
        workers_fte: staff.holding,
        caseload: average(*children, weight, staff.holding),
        posts_fte: staff.posts,
        starters: staff.starters,
        leavers: staff.leavers,
    };
    children.iter().zip(staff).enumerate().map(month).collect()
}

/// Cases per worker.
pub(super) fn average(children: f64, weight: f64, workers: f64) -> f64 {
    if workers > 0.0 { children * weight / workers } else { f64::INFINITY }
}

/// Whether an average is at or under a target, forgiving the last digits of floating point: 43.0667 workers hold 646
/// children at exactly 15.
pub(super) fn at_or_under(caseload: f64, target: f64) -> bool {
    caseload <= target * (1.0 + 1e-12)
}

/// The number of children each month from 0 to `months`: the whole, less those counted apart, by its growth, and those
/// apart by theirs. Never below 0.
pub(super) fn children(
    children: f64,
    growth: Growth,
    apart: Option<(f64, Growth)>,
    months: usize,
) -> Vec<f64> {
    let (apart_now, apart_growth) = apart.unwrap_or((0.0, Growth::Number(0.0)));
    (0..=months)
        .map(|month| grown(children - apart_now, growth, month) + grown(apart_now, apart_growth, month))
        .collect()
}

#[expect(clippy::cast_precision_loss, reason = "at most 120 months")]
fn grown(start: f64, growth: Growth, month: usize) -> f64 {
    match growth {
        Growth::Share(share) => {
            let whole_years = (0..month / 12).fold(start, |children, _| children * (1.0 + share));
            whole_years * (1.0 + share * ((month % 12) as f64 / 12.0))
        }
        Growth::Number(number) => (start + number * (month as f64 / 12.0)).max(0.0),
    }
}

/// The full caseloads at which recruitment stops, month by month.
pub(super) fn needed(inputs: &CaseloadInputs, children: &[f64], weight: f64) -> Vec<f64> {
    let of_month = |children: &f64| match inputs.recruiting {
        Recruiting::ToTarget => children * weight / inputs.target,
        Recruiting::Always => f64::INFINITY,
    };
    children.iter().map(of_month).collect()
}

/// The workers month by month, as many months as are `needed`, which says where recruitment stops.
pub(super) fn staff(inputs: &CaseloadInputs, now: Now, staffing: Staffing, needed: &[f64]) -> Vec<Staff> {
    let newly = &inputs.newly_qualified;
    let at_work = 1.0 - inputs.holders.absence;
    let recruit = newly.recruit() * at_work;
    let kept = 1.0 - staffing.turnover / 12.0;
    // Everybody as at the start, and what the newly qualified hold more by now, by the month of their start.
    let (mut holding, mut posts, mut cohorts) = (now.holding, now.posts, vec![now.newly_qualified]);
    let is_staged = !newly.stages.is_empty();
    let mut months = Vec::with_capacity(needed.len());
    months.push(Staff { holding, posts, starters: 0.0, leavers: 0.0 });
    for (month, needed) in needed.iter().enumerate().skip(1) {
        let leavers = posts * staffing.turnover / 12.0;
        holding *= kept;
        posts *= kept;
        let mut more = 0.0;
        if is_staged {
            for (start, fte) in cohorts.iter_mut().enumerate() {
                *fte *= kept;
                more += *fte * (newly.counts_after(month - start) - newly.count_as) * at_work;
            }
        }
        let mut starters = 0.0;
        if month > staffing.months_to_start {
            starters = staffing.hires_per_month.min(((needed - holding - more) / recruit).max(0.0));
        }
        holding += starters * recruit;
        posts += starters;
        if is_staged {
            cohorts.push(starters * newly.share);
        }
        months.push(Staff { holding: holding + more, posts, starters, leavers });
    }
    months
}

/// The recruitment a month that brings the average to the target in `by_month`; 0 where none is needed, nothing where
/// no recruit would have started by then. Workers are linear in recruitment, so it is solved, not searched.
pub(super) fn hires_needed(inputs: &CaseloadInputs, now: Now, weight: f64, by_month: usize) -> Option<f64> {
    let unlimited = vec![f64::INFINITY; by_month + 1];
    let last = |hires_per_month: f64, now: Now| {
        let staffing = Staffing { hires_per_month, ..inputs.staffing };
        staff(inputs, now, staffing, &unlimited).last().map(|staff| staff.holding)
    };
    let without = last(0.0, now)?;
    let for_each = last(1.0, Now::default())?;
    let children = *children(inputs.children, inputs.growth, inputs.apart, by_month).last()?;
    let missing = children * weight / inputs.target - without;
    if missing <= 0.0 {
        return Some(0.0);
    }
    (for_each > 0.0).then(|| missing / for_each)
}
