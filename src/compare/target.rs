//! A council's own targets, and figures compared with them.

use crate::figure::Amount;
use crate::indicator::{Good, Indicator, Kind, Measure};
use crate::number::{Decimal, Exact};

use super::gap::{self, Gap};
use super::verdict::{self, CannotSay, Verdict};

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

/// Why an indicator cannot have a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TargetError {
    /// The value of a percentage is not from 0 to 100.
    NotAShare(Decimal),
    /// The value is below 0.
    BelowZero(Decimal),
    /// The tolerance is below 0.
    ToleranceBelowZero(Decimal),
}

impl std::error::Error for TargetError {}

impl TargetError {
    /// Returns the part of the target that is wrong.
    pub const fn field(&self) -> TargetField {
        match self {
            Self::NotAShare(_) | Self::BelowZero(_) => TargetField::Value,
            Self::ToleranceBelowZero(_) => TargetField::Tolerance,
        }
    }
}

impl Target {
    /// Returns a target of an indicator. One of which neither direction is better has its distance from the figure, and no verdict.
    ///
    /// # Errors
    /// What of it is outside what the indicator can have.
    pub fn of(
        indicator: impl Into<Measure>,
        value: Decimal,
        tolerance: Decimal,
    ) -> Result<Self, TargetError> {
        let indicator = indicator.into();
        let is_above = |number: Decimal| Exact::from(number) > Exact::whole(100);
        if indicator.kind == Kind::Share && (value.units() < 0 || is_above(value)) {
            return Err(TargetError::NotAShare(value));
        }
        if indicator.kind != Kind::Score && value.units() < 0 {
            return Err(TargetError::BelowZero(value));
        }
        if tolerance.units() < 0 {
            return Err(TargetError::ToleranceBelowZero(tolerance));
        }
        Ok(Self { value, tolerance })
    }
}

/// Whether chance could explain that a target is missed. Missing it is a fact all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Miss {
    /// The target lies outside the 95% interval of the figure.
    Clear,
    /// It lies within.
    ByChance,
    /// The figure has no interval, or the target is not missed.
    NotTested,
}

impl AgainstTarget {
    /// Whether it is met, nearly met or missed: where neither direction is better, it is none of them.
    pub const fn is_judged(&self) -> bool {
        !matches!(self.verdict, Verdict::CannotSay(_))
    }
}

/// As many decimals as a difference is shown with at most.
const MOST_DECIMALS: u8 = 6;

/// A figure compared with its target.
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
    /// Whether chance could explain that it is missed.
    pub miss: Miss,
    /// What would reach it.
    pub gap: Option<Gap>,
}

/// Compares an exact value with a target, or returns `None` if that is beyond exact arithmetic. Meeting a target is a
/// fact about the figure and takes no account of chance; whether chance could explain a miss is said beside it, by the figure as
/// counts, as far as these are known.
pub(super) fn against(
    indicator: &Indicator,
    [amount, counted]: [Amount; 2],
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
    let miss = match verdict {
        Verdict::Missed | Verdict::Near => {
            match verdict::against(counted, indicator, [target.value.into(); 2]) {
                Verdict::Similar => Miss::ByChance,
                Verdict::Worse => Miss::Clear,
                _ => Miss::NotTested,
            }
        }
        _ => Miss::NotTested,
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
        miss,
        gap: gap::gap(amount, indicator, target.value.into()),
    })
}
