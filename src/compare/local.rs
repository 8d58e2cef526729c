//! The council's own published figure, where it differs from the one entered.

use std::rc::Rc;

use crate::area::Area;
use crate::figure::{Amount, Figure};
use crate::indicator::Indicator;
use crate::number::{Decimal, Exact, Interval};
use crate::period::Period;
use crate::published::Published;

/// The council's own figure as officially published, where it differs from the one entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differs {
    /// The year.
    pub year: u16,
    /// The published value.
    pub shown: Decimal,
    /// The published value minus the one entered, rounded as the published one is.
    pub difference: Decimal,
    /// The file it comes from, where a person opened one.
    pub file: Option<Rc<str>>,
}

impl Differs {
    /// Whether the published figure lies outside the interval of the one entered, so that it could lead to another verdict.
    pub fn is_beyond(&self, interval: Option<Interval>) -> bool {
        interval.is_some_and(|interval| !interval.contains(self.shown.into()))
    }
}

/// The published figure of `council` for the year of `figure`, where the figure does not round to it.
pub(super) fn differs(
    published: &Published,
    indicator: &Indicator,
    figure: &Figure,
    council: &Area,
) -> Option<Differs> {
    let Period::Year(year) = figure.period?.as_count(indicator.basis) else { return None };
    let official = published.official(indicator, council, year)?;
    let shown = official.value.ok()?;
    let own = figure.amount.exact(indicator.kind)?;
    let published = Exact::from(shown);
    let by_counts = official.amount(indicator).exact(indicator.kind);
    // A percentage stated with fewer decimals may be the published one, rounded, or what its counts give.
    let is_rounded = match figure.amount {
        Amount::Value(stated) => {
            let rounds = |value: Exact| value.rounded(stated.decimals()) == stated;
            rounds(published) || by_counts.is_some_and(rounds)
        }
        _ => false,
    };
    if is_rounded || own.rounded(shown.decimals()) == shown {
        return None;
    }
    let difference = published.minus(own)?.rounded(shown.decimals());
    Some(Differs { year, shown, difference, file: official.file })
}
