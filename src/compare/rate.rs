//! The rate per 10,000 from a number of children in care.

use crate::area::Area;
use crate::indicator::ids;
use crate::number::{Decimal, Exact};
use crate::published::{Published, existed};

/// A rate that is known only within limits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// Lowest possible value.
    pub low: Exact,
    /// Best estimate.
    pub middle: Exact,
    /// Highest possible value.
    pub high: Exact,
    /// Year of the official rate that implies the population.
    pub year: u16,
}

/// The rate of `children` in a council whose population is implied by its official number and rate of that year, or
/// of the latest year before. The official rate is a whole number `r`, so the population lies between
/// `official / (r + 0.5)` and `official / (r - 0.5)`; the limits of our rate follow.
pub(super) fn implied(published: &Published, children: u64, council: &Area, year: u16) -> Option<Estimate> {
    // Nobody's population is that of a council that is no more.
    if !existed(council, year) {
        return None;
    }
    let (number, rate) = (ids::CHILDREN_IN_CARE, ids::CHILDREN_IN_CARE_RATE);
    let official = |year: u16| {
        let number = published.official(number, council, year)?.value.ok()?;
        let rate = published.official(rate, council, year)?.value.ok()?;
        (number.units() > 0 && rate.units() > 0 && rate.decimals() == 0).then_some((number, rate))
    };
    let year = published.years(rate, council).rfind(|other| *other <= year && official(*other).is_some())?;
    let (number, rate) = official(year)?;
    let at = |doubled_rate: i64| -> Option<Exact> {
        let official = Exact::from(number).times(2)?;
        let rate = Exact::from(Decimal::new(doubled_rate, 0)).times(children)?;
        rate.divided_by(official)
    };
    let doubled = rate.units() * 2;
    Some(Estimate { low: at(doubled - 1)?, middle: at(doubled)?, high: at(doubled + 1)?, year })
}
