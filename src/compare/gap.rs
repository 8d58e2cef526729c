//! How many children would close the gap to another value.

use crate::figure::Amount;
use crate::indicator::{Good, Indicator, Kind};
use crate::number::Exact;

/// What would bring a figure that falls short to a value, in children.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// How many more (positive) or fewer (negative); the smallest number that does.
    pub children: i64,
    /// The numerator then.
    pub numerator: u64,
    /// The share then, in percent.
    pub becomes: Exact,
}

/// Returns what would bring a share with counts that falls short of `target` percent to it, or `None` if it does not fall
/// short, neither direction is better, or even all of them would not be enough.
pub(super) fn gap(amount: Amount, indicator: &Indicator, target: Exact) -> Option<Gap> {
    let (Amount::Counts { numerator, denominator }, Kind::Share) = (amount, indicator.kind) else {
        return None;
    };
    let wanted = target.times(denominator)?.over(100)?;
    let then = match indicator.good {
        Good::High => wanted.ceil(),
        Good::Low => wanted.floor(),
        Good::Neither => return None,
    };
    let children = i64::try_from(then - i128::from(numerator)).ok()?;
    let is_short = if indicator.good == Good::High { children > 0 } else { children < 0 };
    let numerator = u64::try_from(then).ok().filter(|then| is_short && *then <= denominator)?;
    Some(Gap { children, numerator, becomes: Exact::scaled(numerator, denominator, 100)? })
}

/// Returns what one child more or fewer in the numerator of a share is worth, in percentage points, or `None` without counts.
pub(super) fn worth_of_one(amount: Amount, kind: Kind) -> Option<Exact> {
    match amount {
        Amount::Counts { denominator, .. } if kind == Kind::Share => Exact::scaled(1, denominator, 100),
        _ => None,
    }
}
