//! What may be expected of a target by the limits of the usual ups and downs.

use crate::compare::spans::TimeOf;
use crate::compare::target::Target;
use crate::compare::verdict::Side;
use crate::indicator::{Good, Span};
use crate::number::{Decimal, Exact};
use crate::period::Period;

use super::judged::Stretch;
use super::level::Shift;

/// What may be expected of a target if nothing changes: where it lies compared with the limits of the usual ups and downs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outlook {
    /// The usual ups and downs are all within the target.
    WillMeet,
    /// Some periods meet the target by chance and others do not.
    ByChance,
    /// The usual ups and downs are all short of it.
    CannotMeet,
    /// Nothing can be expected: the level changed with this period, and there are only so many figures since.
    Shifted(Period, usize),
    /// The figures go on to this side.
    Moving(Side),
    /// All usual ups and downs are on one side of it, but the newest figure is the furthest of all towards the other, on this side.
    AtEdge(Side),
}

/// What may be expected of a target of each period's figure: where it lies compared with the limits, as in Making Data Count, whatever
/// the newest figure is. Of a level that changed, by the limits since; by none that are not steady; nor is anything sure of one that a limit
/// comes to when it is rounded as figures are, nor where the newest figure is the furthest of all towards the opposite. A target of a
/// year to date is none of what each month adds.
pub(super) fn outlook(
    (target, decimals): (Target, u8),
    stretch: &Stretch,
    time: TimeOf,
    good: Good,
) -> Option<Outlook> {
    let process = stretch.forecast()?;
    let last = process.points.last()?;
    let target = Exact::from(target.value).to_f64();
    let (worst, best) = match good {
        _ if time == TimeOf::Said(Span::YearToDate) => return None,
        Good::High => (last.lower - target, last.upper - target),
        Good::Low => (target - last.upper, target - last.lower),
        Good::Neither => return None,
    };
    let told_apart = Exact::from(Decimal::new(5, decimals + 1)).to_f64();
    let is_met = if good == Good::High { last.value >= target } else { last.value <= target };
    let unless_at = |side: Side, outlook: Outlook| {
        if furthest(stretch) == Some(side) { Outlook::AtEdge(side) } else { outlook }
    };
    let [towards, away] =
        if good == Good::High { [Side::Above, Side::Below] } else { [Side::Below, Side::Above] };
    Some(match stretch.level {
        Some(level) if level.is_moving() || level.shift == Shift::Drift => Outlook::Moving(level.side),
        Some(level) if stretch.since_level.is_none() => Outlook::Shifted(level.since, level.figures),
        _ if process.is_provisional() => return None,
        // What an unusual newest figure says otherwise is no forecast.
        _ if worst.abs() < told_apart || best.abs() < told_apart => Outlook::ByChance,
        _ if worst >= 0.0 => return is_met.then(|| unless_at(away, Outlook::WillMeet)),
        _ if best < 0.0 => return (!is_met).then(|| unless_at(towards, Outlook::CannotMeet)),
        _ => Outlook::ByChance,
    })
}

/// Returns on which side of all others the newest figure is, or `None` if it is beyond none, or left out by hand.
fn furthest(stretch: &Stretch) -> Option<Side> {
    let (newest, others) = stretch.values.split_last()?;
    if stretch.ends()?.1 != *stretch.periods.last()? {
        return None;
    }
    let is_above = others.iter().all(|other| newest > other);
    let is_below = others.iter().all(|other| newest < other);
    is_above.then_some(Side::Above).or(is_below.then_some(Side::Below))
}
