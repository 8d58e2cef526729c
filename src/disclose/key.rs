//! What a count is of, where, and when.

use crate::figure::Figure;
use crate::indicator::{Cohort, Indicator, Moment, Part};
use crate::period::Period;

/// What a count is of, where, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Key {
    pub what: Cohort,
    pub area: Option<usize>,
    pub when: Option<Period>,
}

impl Key {
    /// The same place and time for another count. What is counted on the day a year ends goes with that year.
    pub(super) fn of(self, what: Cohort) -> Self {
        let when = match (what.moment, self.when) {
            (Moment::March31, when) => when.map(|when| last_month(when, 3)),
            (Moment::Year, Some(Period::Month(year, 3))) if self.what.moment == Moment::March31 => {
                Some(Period::Year(year))
            }
            (_, when) => when,
        };
        Self { what, when, ..self }
    }
}

/// What a count of an indicator is of.
pub(super) fn what(indicator: &Indicator, part: Part) -> Cohort {
    indicator.cohort_of(part).unwrap_or(indicator.counts)
}

/// What a count of a figure is of, where and when.
pub(super) fn key(figure: &Figure, part: Part) -> Key {
    let area = figure.area.map(|area| area.index);
    key_of(&figure.indicator, part, area, figure.period)
}

/// Where and when a count of an indicator is. A number on one day is the same whether the day is named, or its month, or
/// the year it ends.
pub(super) fn key_of(indicator: &Indicator, part: Part, area: Option<usize>, period: Option<Period>) -> Key {
    let what = what(indicator, part);
    let at = |month: u8| move |period: Period| last_month(period, month);
    let when = match what.moment {
        Moment::March31 => period.map(at(3)),
        Moment::September30 => period.map(at(9)),
        Moment::Year | Moment::AcademicYear | Moment::Birthday | Moment::MidYear => period,
    };
    Key { what, area, when }
}

fn last_month(period: Period, of_year: u8) -> Period {
    match period {
        Period::Year(year) => Period::Month(year, of_year),
        Period::Quarter(..) => period.months().last().copied().unwrap_or(period),
        Period::Month(..) => period,
    }
}
