//! How many more or fewer would reach a target, step by step and month by month.

use crate::indicator::Good;
use crate::number::{Exact, MAX_COUNT};

/// What it takes to bring a share to a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// How many more in the numerator (positive) or fewer (negative); 0 where the target is met already.
    pub children: i64,
    /// The numerator then.
    pub numerator: u64,
    /// The denominator then.
    pub denominator: u64,
    /// The share then, in percent.
    pub becomes: Exact,
    /// Whether the target can be met at all: a share cannot pass 0% or 100%.
    pub is_possible: bool,
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReachError {
    /// The denominator is 0, or one of the counts too large.
    BadCounts,
    /// The numerator is above the denominator.
    NumeratorAbove,
    /// The target is below 0% or above 100%.
    BadTarget,
    /// Neither direction of the indicator is good, so there is nothing to reach.
    NoDirection,
}

impl std::error::Error for ReachError {}

/// How many more or fewer of `denominator` bring the share to `target` percent. `later` is the denominator then, where
/// it will change; the numerator is taken to stay as it is.
///
/// The count is exact at the boundary: the smallest change for which the share, as a fraction, meets the target.
///
/// # Errors
/// See [`ReachError`].
pub fn reach(
    (numerator, denominator): (u64, u64),
    later: Option<u64>,
    target: Exact,
    good: Good,
) -> Result<Reach, ReachError> {
    let then = later.unwrap_or(denominator);
    if denominator == 0 || then == 0 || denominator > MAX_COUNT || then > MAX_COUNT {
        return Err(ReachError::BadCounts);
    }
    if numerator > denominator {
        return Err(ReachError::NumeratorAbove);
    }
    if target < Exact::whole(0) || target > Exact::whole(100) {
        return Err(ReachError::BadTarget);
    }
    let wanted = target.times(then).and_then(|product| product.over(100)).ok_or(ReachError::BadTarget)?;
    let now = i128::from(numerator);
    let reached = match good {
        Good::High => wanted.ceil().max(now),
        Good::Low => wanted.floor().min(now),
        Good::Neither => return Err(ReachError::NoDirection),
    };
    let numerator_then = u64::try_from(reached).map_err(|_| ReachError::BadTarget)?;
    let becomes = Exact::scaled(numerator_then, then, 100).ok_or(ReachError::BadCounts)?;
    Ok(Reach {
        children: i64::try_from(reached - now).map_err(|_| ReachError::BadCounts)?,
        numerator: numerator_then,
        denominator: then,
        becomes,
        is_possible: numerator_then <= then,
    })
}

/// Returns how many of the next `more` must succeed (or may fail, where low is good) so that all together meet the
/// target, "14 of the next 20 visits", or `None` if even all, or none, of them do not reach it.
pub fn pace((numerator, denominator): (u64, u64), more: u64, target: Exact, good: Good) -> Option<u64> {
    let then = denominator.checked_add(more)?;
    let wanted = target.times(then)?.over(100)?;
    let now = i128::from(numerator);
    let needed = match good {
        Good::High => (wanted.ceil() - now).max(0),
        Good::Low => (wanted.floor() - now).min(i128::from(more)),
        Good::Neither => return None,
    };
    u64::try_from(needed).ok().filter(|needed| *needed <= more)
}

/// Those still to come, and how many of them must, or may, join the numerator for a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Next {
    /// The numerator now.
    pub numerator: u64,
    /// The denominator now.
    pub denominator: u64,
    /// How many come.
    pub more: u64,
    /// See [`pace`].
    pub needed: Option<u64>,
}

impl Next {
    /// What `more` must bring.
    pub fn of((numerator, denominator): (u64, u64), more: u64, target: Exact, good: Good) -> Self {
        Self { numerator, denominator, more, needed: pace((numerator, denominator), more, target, good) }
    }

    /// The numerator if as many join as must or may, or the nearest to it where the target is out of reach.
    pub fn numerator_then(&self, good: Good) -> u64 {
        let nearest = if good == Good::Low { 0 } else { self.more };
        self.numerator.saturating_add(self.needed.unwrap_or(nearest))
    }

    /// The denominator then.
    pub fn denominator_then(&self) -> u64 {
        self.denominator.saturating_add(self.more)
    }
}

/// The shares for each step from now towards a target and a little beyond.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ladder {
    /// From the present numerator on.
    pub rungs: Vec<Rung>,
}

/// One step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rung {
    /// How many more (positive) or fewer (negative) than now.
    pub children: i64,
    /// The numerator then.
    pub numerator: u64,
    /// The share then, in percent.
    pub share: Exact,
    /// Whether it meets the target.
    pub meets: bool,
}

/// The longest ladder shown whole; a longer one is climbed in even steps.
const LONGEST: i64 = 12;

/// A ladder from the present share to the target and two steps beyond, towards the good direction.
pub fn ladder(numerator: u64, reach: &Reach, target: Exact, good: Good) -> Ladder {
    let direction = if good == Good::Low { -1 } else { 1 };
    let steps = reach.children.abs();
    let stride = ((steps + LONGEST - 1) / LONGEST).max(1);
    let rung = |step: i64| {
        let then = i64::try_from(numerator).ok()?.checked_add(direction * step)?;
        let numerator = u64::try_from(then).ok().filter(|numerator| *numerator <= reach.denominator)?;
        let share = Exact::scaled(numerator, reach.denominator, 100)?;
        let meets = if good == Good::Low { share <= target } else { share >= target };
        Some(Rung { children: direction * step, numerator, share, meets })
    };
    let mut wanted: Vec<i64> = (0..steps).step_by(usize::try_from(stride).unwrap_or(1)).collect();
    wanted.extend([steps, steps + 1, steps + 2]);
    Ladder { rungs: wanted.into_iter().filter_map(rung).collect() }
}
