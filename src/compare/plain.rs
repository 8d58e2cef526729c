//! Whether figures plainly go one way, and whether the last two changes do.

use crate::figure::Amount;
use crate::indicator::{Indicator, Kind};
use crate::number::{Decimal, Exact, of_difference};
use crate::period::Period;

use super::breaks::{OwnBreak, break_between};
use super::gap;
use super::verdict::{self, Side, Verdict};

/// So many of the last figures, those that go one way among them, tell whether these only come back to where they were.
const LOOKED_AT: usize = 8;

/// So many figures make two changes in a row.
const IN_A_ROW: usize = 3;

/// Why figures that rise or fall are not called getting better or worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotPlain {
    /// The newest is on the other side of the one two periods before, or hardly beyond it.
    Stopped {
        /// The period two before.
        since: Period,
        /// Which way it went since.
        side: Side,
    },
    /// The newest is no further than most of those just before were: they come back from something unusual.
    Recovery {
        /// The nearest earlier period in which the figure was as far.
        to: Period,
    },
    /// One change makes most of it.
    OneChange {
        /// The period before it.
        from: Period,
        /// The period after it.
        to: Period,
    },
}

/// Returns why the last `window` of these figures, oldest first and since the last break, do not plainly go to a side, or `None` if they do.
pub(super) fn not_plain(values: &[(Period, Exact)], window: usize, side: Side) -> Option<NotPlain> {
    let towards = |value: Exact| if side == Side::Below { value.negated() } else { value };
    let (earlier, last) = values.split_at(values.len().checked_sub(window)?);
    let (first, newest) = last.first().zip(last.last())?;
    let gone = |from: &(Period, Exact), to: &(Period, Exact)| towards(to.1).minus(towards(from.1));
    let whole = gone(first, newest)?;
    let middle = last.get(window.checked_sub(IN_A_ROW)?)?;
    let of_late = gone(middle, newest)?;
    let stopped =
        || NotPlain::Stopped { since: middle.0, side: Side::of(newest.1.minus(middle.1).unwrap_or(whole)) };
    let none = Exact::whole(0);
    if whole <= none {
        return Some(stopped());
    }
    let earlier = &earlier[earlier.len().saturating_sub(LOOKED_AT - window)..];
    let as_far = |past: &&(Period, Exact)| gone(past, newest).is_some_and(|beyond| beyond <= none);
    let far = earlier.iter().filter(as_far).count();
    // Two changes are a recovery only to what was usual, which takes several figures to tell.
    let fewest = if window == IN_A_ROW { IN_A_ROW } else { 1 };
    if far >= fewest && far * 2 > earlier.len() {
        return earlier.iter().rev().find(as_far).map(|past| NotPlain::Recovery { to: past.0 });
    }
    if of_late.times(4)? < whole {
        return Some(stopped());
    }
    let is_most = |pair: &&[(Period, Exact)]| {
        let times = |value: Exact, count| value.times(count);
        gone(&pair[0], &pair[1])
            .and_then(|step| times(step, 4))
            .zip(times(whole, 3))
            .is_some_and(|(step, most)| step > most)
    };
    let step = last.windows(2).find(is_most)?;
    Some(NotPlain::OneChange { from: step[0].0, to: step[1].0 })
}

/// The last two changes, which go the same way and together are more than chance explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InARow {
    /// The period before them, and its figure.
    pub from: (Period, Decimal),
    /// The newest.
    pub to: Period,
    /// Better, worse, higher or lower.
    pub verdict: Verdict,
}

impl InARow {
    /// Returns what the last two changes of figures come to, each figure with its counts as far as these are known, oldest first and one a
    /// period, or `None` if they do not plainly go one way.
    pub(super) fn of(
        indicator: &Indicator,
        breaks: &[OwnBreak],
        figures: &[(Period, Decimal, Amount)],
    ) -> Option<Self> {
        let (newest, _, _) = figures.last()?;
        if indicator.kind == Kind::Count || indicator.counts_repeated_events() {
            return None;
        }
        let is_since_break = |period: Period| break_between(indicator, breaks, period, *newest).is_none();
        let values: Vec<(Period, Exact)> = figures
            .iter()
            .filter(|(period, ..)| is_since_break(*period))
            .filter_map(|(period, _, amount)| Some((*period, amount.exact(indicator.kind)?)))
            .collect();
        let last = values.get(values.len().checked_sub(IN_A_ROW)?..)?;
        let follows = |pair: &[(Period, Exact)]| pair[1].0.number() == pair[0].0.number() + 1;
        let (from, to) = (last.first()?, last.last()?);
        let amount_of = |wanted: Period| figures.iter().find(|(period, ..)| *period == wanted);
        let ((_, shown, before), (.., now)) = (amount_of(from.0)?, amount_of(to.0)?);
        let intervals = now.interval(indicator).zip(before.interval(indicator));
        let (interval_now, interval_from) = intervals?;
        let points = to.1.minus(from.1)?;
        let worth = [before, now].map(|amount| gap::worth_of_one(*amount, indicator.kind));
        let is_under_one = worth.into_iter().flatten().any(|worth| points.magnitude() < worth);
        let interval = of_difference((to.1, interval_now), (from.1, interval_from));
        let verdict = verdict::of_difference(interval, indicator.good);
        let is_plain =
            last.windows(2).all(follows) && not_plain(&values, IN_A_ROW, Side::of(points)).is_none();
        (is_plain && !is_under_one && verdict != Verdict::Similar).then_some(Self {
            from: (from.0, *shown),
            to: to.0,
            verdict,
        })
    }
}
