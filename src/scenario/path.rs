//! A scenario month by month.

use super::inputs::{CaseloadInputs, Growth, Staffing};

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
    /// Full-time equivalents holding cases.
    pub workers_fte: f64,
    /// Children per worker.
    pub caseload: f64,
}

/// The path of a scenario from `holding_fte` workers. Each month a twelfth of the yearly turnover leaves, of those
/// there at its beginning; then the recruits that start in it join.
pub fn path(inputs: &CaseloadInputs, holding_fte: f64) -> Path {
    let children = children(inputs.children, inputs.growth, inputs.apart, inputs.months);
    let workers = workers(holding_fte, inputs.staffing, inputs.months);
    let month = |(month, (children, workers_fte)): (usize, (f64, f64))| Month {
        month,
        children,
        workers_fte,
        caseload: if workers_fte > 0.0 { children / workers_fte } else { f64::INFINITY },
    };
    let months: Vec<Month> = children.into_iter().zip(workers).enumerate().map(month).collect();
    let last_above = months.iter().rposition(|month| !at_or_under(month.caseload, inputs.target));
    let reached_in_month = match last_above {
        None => Some(0),
        Some(last) if last + 1 < months.len() => Some(last + 1),
        Some(_) => None,
    };
    Path { months, reached_in_month, lost_per_month: holding_fte * inputs.staffing.turnover / 12.0 }
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

/// The number of workers each month from 0 to `months`.
pub(super) fn workers(start: f64, staffing: Staffing, months: usize) -> Vec<f64> {
    let kept = 1.0 - staffing.turnover / 12.0;
    let mut workers = Vec::with_capacity(months + 1);
    workers.push(start);
    let mut now = start;
    for month in 1..=months {
        now *= kept;
        if month > staffing.months_to_start {
            now += staffing.hires_per_month;
        }
        workers.push(now);
    }
    workers
}

/// The recruitment a month that brings the average to the target in `by_month`; 0 where none is needed, nothing where
/// no recruit would have started by then. Workers are linear in recruitment, so it is solved, not searched.
pub fn hires_needed(inputs: &CaseloadInputs, holding_fte: f64, by_month: usize) -> Option<f64> {
    let last = |staffing: Staffing, start: f64| workers(start, staffing, by_month).last().copied();
    let without = last(Staffing { hires_per_month: 0.0, ..inputs.staffing }, holding_fte)?;
    let for_each = last(Staffing { hires_per_month: 1.0, ..inputs.staffing }, 0.0)?;
    let children = *children(inputs.children, inputs.growth, inputs.apart, by_month).last()?;
    let missing = children / inputs.target - without;
    if missing <= 0.0 {
        return Some(0.0);
    }
    (for_each > 0.0).then(|| missing / for_each)
}
