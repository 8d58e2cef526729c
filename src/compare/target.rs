use crate::figure::Amount;
use crate::indicator::{Good, Indicator, Kind};
use crate::number::{Decimal, Exact};

use super::gap::{self, Gap};
use super::verdict::{CannotSay, Verdict};

/// A council's own target for an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// The value to reach, in the unit of the indicator.
    pub value: Decimal,
    /// How far short of it still counts as near; 0 where nothing does.
    pub tolerance: Decimal,
}

/// A part of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetField {
    /// The value to reach.
    Value,
    /// The tolerance.
    Tolerance,
}

impl Target {
    /// A target of an indicator.
    ///
    /// # Errors
    /// The part that is outside what the indicator can have, and a sentence. Where no direction of the indicator is good,
    /// that is the value.
    pub fn of(
        indicator: &Indicator,
        value: Decimal,
        tolerance: Decimal,
    ) -> Result<Self, (TargetField, String)> {
        let wrong = |sentence| Err((TargetField::Value, sentence));
        let is_above = |number: Decimal| Exact::from(number) > Exact::whole(100);
        if indicator.good == Good::Neither {
            return wrong(format!(
                "{} has no target: neither direction is better in itself",
                indicator.title
            ));
        }
        if indicator.kind == Kind::Share && (value.units() < 0 || is_above(value)) {
            return wrong(format!("The target of a percentage is from 0 to 100, not {value}"));
        }
        if indicator.kind != Kind::Score && value.units() < 0 {
            return wrong(format!("The target is 0 or more, not {value}"));
        }
        if tolerance.units() < 0 {
            return Err((TargetField::Tolerance, format!("The tolerance is 0 or more, not {tolerance}")));
        }
        Ok(Self { value, tolerance })
    }
}

/// As many decimals as a difference is shown with at most.
const MOST_DECIMALS: u8 = 6;

/// A figure beside its target.
#[derive(Clone, Debug, PartialEq)]
pub struct AgainstTarget {
    /// The target.
    pub target: Target,
    /// The exact difference, figure minus target.
    pub points: Exact,
    /// The difference rounded once, to the finer decimals of the two, or as many as show it.
    pub shown_points: Decimal,
    /// Met, near, missed, or why that cannot be said.
    pub verdict: Verdict,
    /// What would reach it.
    pub gap: Option<Gap>,
}

/// Sets an exact value beside a target. Meeting it is a fact about the figure and takes no account of chance.
pub(super) fn against(
    indicator: &Indicator,
    amount: Amount,
    (value, shown): (Exact, Decimal),
    target: Target,
) -> Option<AgainstTarget> {
    let points = value.minus(target.value.into())?;
    let short = match indicator.good {
        Good::High => Some(points.negated()),
        Good::Low => Some(points),
        Good::Neither => None,
    };
    let verdict = match short {
        None => Verdict::CannotSay(CannotSay::NoDirection),
        Some(short) if short <= Exact::whole(0) => Verdict::Met,
        Some(short) if short <= target.tolerance.into() => Verdict::Near,
        Some(_) => Verdict::Missed,
    };
    // A difference that is there is never shown as none.
    let mut decimals = shown.decimals().max(target.value.decimals());
    while points != Exact::whole(0) && points.rounded(decimals).units() == 0 && decimals < MOST_DECIMALS {
        decimals += 1;
    }
    Some(AgainstTarget {
        target,
        points,
        shown_points: points.rounded(decimals),
        verdict,
        gap: gap::gap(amount, indicator, target.value.into()),
    })
}
