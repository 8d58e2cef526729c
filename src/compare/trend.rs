use crate::figure::Figure;
use crate::indicator::Indicator;
use crate::number::{TREND_POINTS, Trend as Line, trend};
use crate::period::Period;

use super::change::break_between;
use super::verdict::{self, Verdict};

/// The direction of the last five periods.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// The first of the periods.
    pub from: Period,
    /// The last.
    pub to: Period,
    /// The line through them.
    pub line: Line,
    /// Better, worse, higher or lower where the line is more than chance explains; otherwise similar.
    pub verdict: Verdict,
}

/// Why there is no trend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoTrend {
    /// How many periods with counts there are.
    pub periods: usize,
    /// Whether others lie before a break in the series, which a trend does not cross.
    pub is_broken: bool,
}

/// The trend up to `figure` among the figures of a series, one a period; only periods of the same length, since the last
/// break in the series, and with counts.
pub(super) fn of_series(
    indicator: &Indicator,
    figure: &Figure,
    series: &[&Figure],
) -> Result<Trend, NoTrend> {
    let mut is_broken = false;
    let mut points = Vec::new();
    if let Some(to) = figure.period {
        for other in series {
            let Some(from) = other.period.filter(|from| *from <= to && from.is_as_long_as(to)) else {
                continue;
            };
            let value = other.amount.exact(indicator.kind).zip(other.amount.interval(indicator.kind));
            let Some((value, interval)) = value else { continue };
            if break_between(indicator, from, to).is_some() {
                is_broken = true;
            } else {
                points.push((from, value, interval));
            }
        }
    }
    points.sort_by_key(|(period, ..)| *period);
    points.dedup_by(|later, first| (later.0, later.1) == (first.0, first.1));
    // Of two that contradict each other none is right.
    let twice: Vec<Period> =
        points.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| pair[0].0).collect();
    points.retain(|(period, ..)| !twice.contains(period));
    let last = points.get(points.len().saturating_sub(TREND_POINTS)..).unwrap_or_default();
    let timed: Vec<_> =
        last.iter().map(|(period, value, interval)| (period.number(), *value, *interval)).collect();
    let no_trend = NoTrend { periods: points.len(), is_broken };
    let line = trend(&timed).ok_or(no_trend)?;
    let ends = last.first().zip(last.last()).ok_or(no_trend)?;
    let verdict =
        if line.is_clear() { verdict::directed(line.slope > 0.0, indicator.good) } else { Verdict::Similar };
    Ok(Trend { from: ends.0.0, to: ends.1.0, line, verdict })
}
