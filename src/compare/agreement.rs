//! Whether a figure agrees with the official one.

use crate::figure::{Amount, Figure};
use crate::indicator::{Indicator, Kind, Measure};
use crate::number::{Decimal, Exact, Interval};
use crate::period::{Basis, Period};

use super::of_period::agree;
use super::spans::Spans;

/// How many points a share is from the official one where it is worth a look.
const FAR_POINTS: u64 = 10;

/// What a figure is beside the official one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// It is the same, or rounds to it.
    Same,
    /// It is another, by this much, for the same time.
    Differs(Decimal),
    /// It is so far from it, by this much and by more than chance, that one of them may be wrong or of something else.
    Far(Decimal),
}

/// Whether figures for a period are for the time of the official ones for another.
pub fn is_same_time(measure: &Measure, own_period: Period, period: Period) -> bool {
    // What is not counted over the year is for its last day.
    let ends_it = measure.basis == Basis::Year && own_period.last_month() == period.last_month();
    ends_it || own_period.as_count(measure.basis) == period
}

/// Returns whether a figure agrees with the official one, or `None` if they are of another time and not far apart, or cannot be compared.
pub fn agreement(
    measure: &Measure,
    spans: &Spans,
    (own_period, own): (Period, Amount),
    (period, official): (Period, Amount),
) -> Option<Agreement> {
    if spans.is_part_of_year(measure, own_period) {
        return None;
    }
    let is_same_time = is_same_time(measure, own_period, period);
    let (value, against) = (own.exact(measure.kind)?, official.exact(measure.kind)?);
    let figure = |amount| Figure {
        indicator: measure.clone(),
        area: None,
        period: Some(period),
        amount,
        stated: None,
        place: None,
    };
    let difference = value.minus(against)?;
    let shown = difference.rounded(measure.decimals);
    let is_shown_alike = own.shown(measure) == official.shown(measure);
    if is_same_time && (is_shown_alike || agree(&figure(own), &figure(official))) {
        return Some(Agreement::Same);
    }
    if is_far(measure, difference, against, own.interval(measure)) {
        Some(Agreement::Far(shown))
    } else {
        is_same_time.then_some(Agreement::Differs(shown))
    }
}

/// Whether a figure with this interval is so far from the official one, and by more than chance, that one of them may be wrong.
pub(super) fn is_far(
    measure: &Indicator,
    difference: Exact,
    official: Exact,
    interval: Option<Interval>,
) -> bool {
    let is_far = match measure.kind {
        Kind::Share => difference.magnitude() >= Exact::whole(FAR_POINTS),
        // A fifth of it.
        Kind::Rate | Kind::Count => {
            difference.magnitude().times(5).is_some_and(|five_times| five_times >= official)
        }
        Kind::Mean | Kind::Days | Kind::Score => false,
    };
    is_far && !interval.is_some_and(|interval| interval.contains(official))
}
