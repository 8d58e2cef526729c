//! The council's own published figure, where it differs from the one entered.

use std::rc::Rc;

use crate::area::Area;
use crate::figure::{Amount, Figure};
use crate::indicator::Indicator;
use crate::number::{Decimal, Exact, Interval};
use crate::period::Period;
use crate::published::Published;

use super::agreement::is_far;

/// The council's own figure as officially published, where it differs from the one entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differs {
    /// The year.
    pub year: u16,
    /// The published value.
    pub shown: Decimal,
    /// The same by its counts, with the decimals that figures have here, where that says more.
    pub by_counts: Option<Decimal>,
    /// The published value, by its counts where that says more, minus the one entered, rounded as it is.
    pub difference: Decimal,
    /// Whether the two are so far apart, and by more than chance, that one of them may be wrong.
    pub is_far: bool,
    /// The file it comes from, where a person opened one.
    pub file: Option<Rc<str>>,
}

impl Differs {
    /// Whether the published figure lies outside the interval of the one entered, so that it could lead to another verdict.
    pub(super) fn is_beyond(&self, interval: Option<Interval>) -> bool {
        interval.is_some_and(|interval| !interval.contains(self.shown.into()))
    }
}

/// Returns the year of official figures that ends with a period, or `None` if none does: a year itself, its last month and its last
/// quarter.
pub(super) fn year_ending_with(indicator: &Indicator, period: Period) -> Option<u16> {
    let year = period.as_count(indicator.basis).year_on(indicator.basis);
    let is_end =
        |end: Period| end == Period::Year(year) || end.last_month() == Period::Year(year).last_month();
    is_end(period.as_count(indicator.basis)).then_some(year)
}

/// The published figure of `council` for the year that ends with the period of `figure`, where the figure does not round to it.
pub(super) fn differs(
    published: &Published,
    indicator: &Indicator,
    figure: &Figure,
    council: &Area,
) -> Option<Differs> {
    let year = year_ending_with(indicator, figure.period?)?;
    let official = published.official(indicator, council, year)?;
    let shown = official.value.ok()?;
    let own = figure.amount.exact(indicator.kind)?;
    let published = Exact::from(shown);
    let by_counts_exact = official.amount(indicator).exact(indicator.kind);
    // A percentage stated with fewer decimals may be the published one, rounded, or what its counts give.
    let is_rounded = match figure.amount {
        Amount::Value(stated) => {
            let rounds = |value: Exact| value.rounded(stated.decimals()) == stated;
            rounds(published) || by_counts_exact.is_some_and(rounds)
        }
        _ => false,
    };
    if is_rounded || own.rounded(shown.decimals()) == shown {
        return None;
    }
    let by_counts = official.amount(indicator).shown(indicator).filter(|by_counts| *by_counts != shown);
    let full = by_counts.and(by_counts_exact).unwrap_or(published);
    let difference = full.minus(own)?;
    let is_far = is_far(indicator, difference, full, figure.amount.interval(indicator));
    let difference = difference.rounded(by_counts.unwrap_or(shown).decimals());
    Some(Differs { year, shown, by_counts, difference, is_far, file: official.file })
}
