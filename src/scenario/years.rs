//! A path by financial year.

use crate::number::whole_pence;
use crate::period::Period;

use super::counted::Now;
use super::inputs::CaseloadInputs;
use super::money::Costs;
use super::path::{Month, Path};

/// A year of a path: the state at its end, and what it costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Year {
    /// The financial year; `None` if no first month is given, and years are counted from now.
    pub year: Option<Period>,
    /// Months of the path that lie in it: 12, or fewer in the first and last.
    pub months: usize,
    /// Children at its end, or at the end of the path.
    pub children: f64,
    /// Full-time equivalents holding cases then.
    pub workers_fte: f64,
    /// Children per worker then.
    pub caseload: f64,
    /// Full-time equivalents in post then, more than now.
    pub extra_fte: f64,
    /// What the year costs more than if nothing is done, in pounds and whole pence; below 0 while fewer are in post than
    /// now.
    pub extra_cost: Option<f64>,
    /// Of that, what is saved while fewer are in post than now, in pounds and whole pence.
    pub saved_by_empty: Option<f64>,
    /// What it costs in all, in pounds and whole pence.
    pub total_cost: Option<f64>,
}

/// The years of a path. Each cost is rounded to whole pence once, for the year; sums are made of what is rounded.
pub(super) fn years(inputs: &CaseloadInputs, now: Now, path: &Path) -> Vec<Year> {
    let year = |months: &[Month]| {
        let last = months.last()?;
        let costs = inputs.costs.as_ref().map(|costs| {
            months.iter().fold((0.0, 0.0, 0.0), |(extra, team, saved), month| {
                let (more, base) = of_month(costs, month, inputs, now);
                let empty = (now.posts - month.posts_fte).max(0.0);
                (extra + more, team + base, saved + costs.posts(empty, month.month, &inputs.knock_on) / 12.0)
            })
        });
        let costs =
            costs.map(|(extra, team, saved)| (whole_pence(extra), whole_pence(team), whole_pence(saved)));
        Some(Year {
            year: inputs.start.map(|start| Period::Year(number(Some(start), last.month))),
            months: months.len(),
            children: last.children,
            workers_fte: last.workers_fte,
            caseload: last.caseload,
            extra_fte: last.posts_fte - now.posts,
            extra_cost: costs.map(|(extra, ..)| extra / 100.0),
            saved_by_empty: costs.map(|(.., saved)| saved / 100.0),
            total_cost: costs.map(|(extra, team, _)| (extra + team) / 100.0),
        })
    };
    let ahead = path.months.get(1..).unwrap_or_default();
    let is_same = |a: &Month, b: &Month| number(inputs.start, a.month) == number(inputs.start, b.month);
    ahead.chunk_by(is_same).filter_map(year).collect()
}

/// The number of the year in which a month of the path lies: the financial year by its end, or counted from now.
fn number(start: Option<Period>, month: usize) -> u16 {
    let month = u16::try_from(month).unwrap_or(u16::MAX);
    match start {
        // January to March end a financial year, so nine months on is the year by its end.
        Some(Period::Month(year, first)) => year + (u16::from(first) + month + 7) / 12,
        _ => month.div_ceil(12),
    }
}

/// What a month costs more than if nothing is done, and what doing nothing costs: the team of now, its leavers replaced.
fn of_month(costs: &Costs, month: &Month, inputs: &CaseloadInputs, now: Now) -> (f64, f64) {
    let replaced = now.posts * inputs.staffing.turnover / 12.0;
    let extra = costs.posts(month.posts_fte - now.posts, month.month, &inputs.knock_on) / 12.0
        + (month.starters - replaced) * costs.per_starter
        + (month.leavers - replaced) * costs.per_leaver;
    let team = costs.posts(now.posts, month.month, &inputs.knock_on) / 12.0
        + costs.of_children(month.children, month.month, &inputs.knock_on) / 12.0
        + replaced * (costs.per_starter + costs.per_leaver);
    (extra, team)
}
