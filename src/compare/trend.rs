//! The direction of the last five periods.

use crate::figure::Figure;
use crate::indicator::{Indicator, Kind};
use crate::number::{Decimal, Exact, TREND_POINTS, Trend as Line, trend};
use crate::period::Period;
use crate::sorting::Sorting;

use super::breaks::{OwnBreak, break_between};
use super::history::Past;
use super::plain::{NotPlain, not_plain};
use super::verdict::{self, Side, Verdict};

/// The direction of the last five periods.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// The first of the periods.
    pub from: Period,
    /// The last.
    pub to: Period,
    /// The line through them.
    pub line: Line,
    /// Better, worse, higher or lower where the line is more than chance explains.
    pub verdict: Verdict,
    /// Why it is not plain though more than chance explains, if it is not.
    pub not_plain: Option<NotPlain>,
}

/// Figures that go one way from each period to the next, as is plain to see where no trend can be tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Steady {
    /// Which way.
    pub side: Side,
    /// The first of the periods and its figure.
    pub from: (Period, Decimal),
    /// The last.
    pub to: (Period, Decimal),
}

impl Steady {
    /// Returns the way the last five figures went, or `None` if one of them is missing, they went to and fro or not plainly one way, or the
    /// series is broken between them.
    pub(super) fn of(indicator: &Indicator, breaks: &[OwnBreak], history: &[Past]) -> Option<Self> {
        let last = history.get(history.len().checked_sub(TREND_POINTS)?..)?;
        let values: Option<Vec<Exact>> = last.iter().map(|past| past.amount.exact(indicator.kind)).collect();
        let values = values?;
        let (first, newest) = last.first().zip(last.last())?;
        let follows = |pair: &[Past]| pair[1].period.number() == pair[0].period.number() + 1;
        if !last.windows(2).all(follows)
            || break_between(indicator, breaks, first.period, newest.period).is_some()
        {
            return None;
        }
        let side = if values.windows(2).all(|pair| pair[0] < pair[1]) {
            Side::Above
        } else if values.windows(2).all(|pair| pair[0] > pair[1]) {
            Side::Below
        } else {
            return None;
        };
        let is_since_break =
            |past: &&Past| break_between(indicator, breaks, past.period, newest.period).is_none();
        let of = |past: &Past| Some((past.period, past.amount.exact(indicator.kind)?));
        let all: Vec<(Period, Exact)> = history.iter().filter(is_since_break).filter_map(of).collect();
        if not_plain(&all, TREND_POINTS, side).is_some() {
            return None;
        }
        Some(Self { side, from: (first.period, first.shown?), to: (newest.period, newest.shown?) })
    }
}

/// Why there is no trend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoTrend {
    /// The figure itself has no counts, or no period.
    NotThisFigure,
    /// It is a plain number: the method is for shares and rates.
    Number,
    /// It counts events of which the same child can have several, which do not happen independently.
    RepeatedEvents,
    /// One of the last five figures is of fewer than half of the children it should be of.
    FewMeasured,
    /// Each figure has months in common with the one before.
    SharedMonths,
    /// There are too few periods with counts.
    TooFew {
        /// How many there are, since the last break in the series.
        periods: usize,
        /// Whether others lie before a break, which a trend does not cross.
        is_broken: bool,
    },
}

/// The trend up to the period `to` among figures, one a period and of the same length, since the last break in the series
/// and with counts.
pub(super) fn up_to(
    indicator: &Indicator,
    breaks: &[OwnBreak],
    to: Period,
    figures: &[(Period, &Figure)],
) -> Result<Trend, NoTrend> {
    if indicator.kind == Kind::Count {
        return Err(NoTrend::Number);
    }
    if indicator.counts_repeated_events() {
        return Err(NoTrend::RepeatedEvents);
    }
    let mut is_broken = false;
    let mut points = Vec::new();
    for (period, figure) in figures.iter().filter(|(period, _)| *period <= to) {
        let value = figure.amount.exact(indicator.kind).zip(figure.amount.interval(indicator));
        let Some((value, interval)) = value else { continue };
        if break_between(indicator, breaks, *period, to).is_some() {
            is_broken = true;
        } else {
            points.push((*period, value, interval));
        }
    }
    points.arrange_by_key(|(period, ..)| *period);
    if points.last().is_none_or(|(period, ..)| *period != to) {
        return Err(NoTrend::NotThisFigure);
    }
    let last = points.get(points.len().saturating_sub(TREND_POINTS)..).unwrap_or_default();
    let timed: Vec<_> =
        last.iter().map(|(period, value, interval)| (period.number(), *value, *interval)).collect();
    let too_few = NoTrend::TooFew { periods: points.len(), is_broken };
    let (line, (from, ..)) = trend(&timed).zip(last.first()).ok_or(too_few)?;
    let verdict = if line.is_clear() {
        verdict::directed(line.slope.total_cmp(&0.0).into(), indicator.good)
    } else {
        Verdict::Similar
    };
    let values: Vec<(Period, Exact)> = points.iter().map(|(period, value, _)| (*period, *value)).collect();
    let not_plain = not_plain(&values, TREND_POINTS, line.slope.total_cmp(&0.0).into());
    Ok(Trend { from: *from, to, line, verdict, not_plain: not_plain.filter(|_| verdict != Verdict::Similar) })
}
