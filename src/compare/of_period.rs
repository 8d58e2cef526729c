//! Which of the figures of a measure holds for a period.

use crate::figure::{Amount, Figure};
use crate::indicator::Indicator;
use crate::period::Period;
use crate::sorting::Sorting;

/// Returns the figure of a series for a period, or `None` if there is none. Without a period it is the newest one.
///
/// # Errors
/// The amounts of two that disagree.
pub(super) fn of_period<'a>(
    series: &[&'a Figure],
    period: Option<Period>,
) -> Result<Option<&'a Figure>, [Amount; 2]> {
    let wanted = period.or_else(|| series.iter().filter_map(|figure| figure.period).max());
    let same = |figure: &&&Figure| is_for(figure, wanted);
    let chosen: Vec<&Figure> = series.iter().filter(same).copied().collect();
    let with_counts = chosen.iter().find(|figure| matches!(figure.amount, Amount::Counts { .. }));
    let Some(first) = with_counts.or(chosen.first()).copied() else { return Ok(None) };
    match chosen.iter().find(|figure| !agree(first, figure)) {
        Some(other) => Err([first.amount, other.amount]),
        None => Ok(Some(first)),
    }
}

/// Whether a figure is for the wanted period. A count on 31 March is also that of March, and the other way round.
pub(super) fn is_for(figure: &Figure, wanted: Option<Period>) -> bool {
    let basis = figure.indicator.basis;
    figure.period.map(|period| period.as_count(basis)) == wanted.map(|period| period.as_count(basis))
}

/// Whether two figures agree: equal, or one is the other rounded.
pub fn agree(first: &Figure, second: &Figure) -> bool {
    let exact = |figure: &Figure| figure.amount.exact(figure.indicator.kind);
    let is_rounding = |of: &Figure, to: &Figure| match (exact(of), to.amount) {
        (Some(exact), Amount::Value(stated)) => exact.rounded(stated.decimals()) == stated,
        _ => false,
    };
    first.amount == second.amount || is_rounding(first, second) || is_rounding(second, first)
}

/// The figures of a series of periods as long as this one, oldest first, one per period; none of those that contradict each
/// other. As for the change, the March of a year counts as that year where years are wanted.
pub(super) fn of_each_period<'a>(
    indicator: &Indicator,
    series: &[&'a Figure],
    like: Period,
) -> Vec<(Period, &'a Figure)> {
    let standing_for = |period: Period| {
        if matches!(like, Period::Year(_)) { period.as_count(indicator.basis) } else { period }
    };
    let mut periods: Vec<Period> = series
        .iter()
        .filter_map(|figure| figure.period.map(standing_for))
        .filter(|period| period.is_as_long_as(like))
        .collect();
    periods.arrange();
    periods.dedup();
    periods
        .into_iter()
        .filter_map(|period| Some((period, of_period(series, Some(period)).ok().flatten()?)))
        .collect()
}

/// The periods the figures are for, newest first. A single month or quarter within a year is a period of its own.
pub fn periods<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Vec<Period> {
    let mut periods: Vec<Period> = Vec::new();
    for period in figures.into_iter().filter_map(|figure| figure.period) {
        if !periods.contains(&period) {
            periods.push(period);
        }
    }
    periods.arrange_by(|a, b| b.cmp(a));
    periods
}
