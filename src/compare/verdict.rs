use crate::figure::Amount;
use crate::indicator::{Good, Indicator, Kind};
use crate::number::{Exact, Interval};

/// What may be said of a figure beside another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The difference is in the good direction and larger than chance explains.
    Better,
    /// The difference is in the bad direction and larger than chance explains.
    Worse,
    /// Chance alone could explain the difference.
    Similar,
    /// Higher by more than chance explains; neither direction is good in itself.
    Higher,
    /// Lower by more than chance explains; neither direction is good in itself.
    Lower,
    /// Nothing may be said, and why.
    CannotSay(CannotSay),
}

/// Why there is no verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotSay {
    /// Only a percentage was given, so its uncertainty is not known.
    CountNotGiven,
    /// Averages, scores and rates have no interval here.
    NoInterval,
    /// The figure itself is known only within limits.
    Estimated,
    /// The series is broken in between: the way of counting changed, or the years were exceptional.
    BreakInSeries,
}

impl Verdict {
    /// The name used by the JavaScript face and in markup.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Worse => "worse",
            Self::Similar => "similar",
            Self::Higher => "higher",
            Self::Lower => "lower",
            Self::CannotSay(_) => "no comparison",
        }
    }
}

impl CannotSay {
    /// The reason, as part of a sentence.
    pub const fn reason(self) -> &'static str {
        match self {
            Self::CountNotGiven => "count not given",
            Self::NoInterval => "chance cannot be judged for this kind of figure",
            Self::Estimated => "population only implied",
            Self::BreakInSeries => "there is a break in the series",
        }
    }
}

/// The verdict on a figure beside the value `other`: only where the 95% interval of the figure leaves `other` out is
/// it better or worse (or higher or lower), otherwise it is similar.
pub(super) fn against(amount: Amount, indicator: &Indicator, other: Exact) -> Verdict {
    let Some(interval) = amount.interval(indicator.kind) else {
        return Verdict::CannotSay(reason_without_interval(indicator.kind));
    };
    let Some(own) = amount.exact(indicator.kind) else {
        return Verdict::CannotSay(CannotSay::CountNotGiven);
    };
    if interval.contains(other) { Verdict::Similar } else { directed(own > other, indicator.good) }
}

/// The verdict on a difference between two figures whose interval is `interval`.
pub(super) fn of_difference(interval: Interval, good: Good) -> Verdict {
    if interval.low <= 0.0 && interval.high >= 0.0 {
        Verdict::Similar
    } else {
        directed(interval.low > 0.0, good)
    }
}

/// Why figures of this kind without counts get no verdict.
pub(super) const fn reason_without_interval(kind: Kind) -> CannotSay {
    match kind {
        Kind::Share => CannotSay::CountNotGiven,
        _ => CannotSay::NoInterval,
    }
}

const fn directed(is_higher: bool, good: Good) -> Verdict {
    match (good, is_higher) {
        (Good::High, true) | (Good::Low, false) => Verdict::Better,
        (Good::High, false) | (Good::Low, true) => Verdict::Worse,
        (Good::Neither, true) => Verdict::Higher,
        (Good::Neither, false) => Verdict::Lower,
    }
}
