use crate::figure::{Amount, Figure};
use crate::indicator::Indicator;
use crate::number::{Decimal, Exact, newcombe};
use crate::period::Period;

use super::verdict::{self, CannotSay, Verdict};

/// The change of a figure since the period before.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The period before.
    pub from: Period,
    /// Its value as shown.
    pub shown_from: Decimal,
    /// The exact difference, now minus before, in the unit of the indicator (percentage points for shares).
    pub points: Exact,
    /// The difference rounded once, to the finer decimals of the two.
    pub shown: Decimal,
    /// Whether the change is more than chance explains.
    pub verdict: Verdict,
    /// What changed in the way of counting in between, if anything did.
    pub break_note: Option<&'static str>,
}

/// The change from `before` to `now`; nothing where either has no number.
pub(super) fn between(indicator: &Indicator, before: &Figure, now: &Figure) -> Option<Change> {
    let (from, to) = (before.period?, now.period?);
    let points = now.amount.exact(indicator.kind)?.minus(before.amount.exact(indicator.kind)?)?;
    let (shown_from, shown_now) = (before.amount.shown(indicator)?, now.amount.shown(indicator)?);
    let break_note = break_between(indicator, from, to);
    let verdict = match (break_note, before.amount, now.amount) {
        (Some(_), ..) => Verdict::CannotSay(CannotSay::BreakInSeries),
        (
            None,
            Amount::Counts { numerator: n0, denominator: d0 },
            Amount::Counts { numerator: n1, denominator: d1 },
        ) => newcombe((n1, d1), (n0, d0))
            .filter(|_| indicator.kind == crate::indicator::Kind::Share)
            .map_or(Verdict::CannotSay(CannotSay::NoInterval), |interval| {
                verdict::of_difference(interval, indicator.good)
            }),
        _ => Verdict::CannotSay(verdict::reason_without_interval(indicator.kind)),
    };
    let decimals = shown_from.decimals().max(shown_now.decimals());
    Some(Change { from, shown_from, points, shown: points.rounded(decimals), verdict, break_note })
}

/// The note of the break in series that lies after `from` and no later than `to`. A yearly break lies at the first month
/// of its year.
pub(super) fn break_between(indicator: &Indicator, from: Period, to: Period) -> Option<&'static str> {
    let crossed = |change: &&crate::indicator::Break| {
        let first_after = Period::parse(change.period).map(Period::first_month);
        first_after.is_ok_and(|first_after| from < first_after && first_after <= to)
    };
    indicator.breaks.iter().find(crossed).map(|change| change.note)
}
