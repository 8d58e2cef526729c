//! Process charts: which points of a series differ by more than its usual ups and downs.
//!
//! Source: the method of NHS England's Making Data Count. Values are charted with the average moving range (`XmR` charts),
//! shares with the spread of a binomial count (p charts), events per head with that of a Poisson count (u charts).

use std::cmp::Ordering;

/// With fewer points than this the limits are not steady, and are called provisional.
pub const STEADY_POINTS: usize = 12;
/// With fewer points than this there are no limits.
pub const FEWEST_POINTS: usize = 5;
/// How many points on one side of the mean make a run.
pub const RUN: usize = 7;
/// How many points, each above the one before or each below it, make a trend.
pub const TREND: usize = 6;

/// Three standard deviations in average moving ranges: 3 / 1.128.
const LIMIT_IN_RANGES: f64 = 2.66;
/// A moving range above this many average ones is not part of the usual ups and downs, and is left out of their average.
const LARGEST_RANGE: f64 = 3.267;

/// A series with its mean and limits.
#[derive(Clone, Debug, PartialEq)]
pub struct Process {
    /// The mean: of values, or of all counts together.
    pub mean: f64,
    /// A point for each value, in order.
    pub points: Vec<ProcessPoint>,
}

/// A point of a process chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProcessPoint {
    /// The value.
    pub value: f64,
    /// The lower limit of the usual ups and downs.
    pub lower: f64,
    /// The upper limit.
    pub upper: f64,
    /// Why the point is unusual, or `None` if it is not.
    pub signal: Option<Signal>,
    /// On which side of the mean it is; in a trend, where that goes.
    pub side: Ordering,
}

/// A rule by which a point is unusual. Where several hold, the first in this order is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Signal {
    /// It is outside the limits.
    Outside,
    /// It is one of at least [`RUN`] points in a row on one side of the mean.
    Run,
    /// It is one of at least [`TREND`] points in a row that rise or fall.
    Trend,
    /// It is one of two points of three in a row that are near one limit, in the outer third.
    NearLimit,
}

impl Process {
    /// Returns the chart of values (`XmR`) in order of time, each `None` for a time without one, or `None` if there are fewer than
    /// [`FEWEST_POINTS`] or none follows another. Limits are the mean and 2.66 average moving ranges, without the ranges that are
    /// larger than 3.267 average ones. A time without a value has no point, and there is no range across it, as in
    /// `NHSRplotthedots` of the NHS-R Community; the series goes on after it.
    pub fn of_values(values: &[Option<f64>]) -> Option<Self> {
        let range = |pair: &[Option<f64>]| Some((pair[1]? - pair[0]?).abs());
        let ranges: Vec<f64> = values.windows(2).filter_map(range).collect();
        let values: Vec<f64> = values.iter().copied().flatten().collect();
        let mean = mean(&values)?;
        let all = self::mean(&ranges)?;
        let usual: Vec<f64> = ranges.into_iter().filter(|range| *range < LARGEST_RANGE * all).collect();
        // Where no value moves there are no ranges, and nothing is near a limit.
        let reach = LIMIT_IN_RANGES * self::mean(&usual).unwrap_or(0.0);
        let limits = values.into_iter().map(|value| (value, mean - reach, mean + reach));
        Self::with_limits(mean, &limits.collect::<Vec<_>>())
    }

    /// Returns the chart of shares in percent (p), each of a numerator and a denominator, or `None` if there are fewer than
    /// [`FEWEST_POINTS`] or a denominator is 0. Limits are three standard deviations of a binomial share around the share of
    /// all counts together, for each point by its own denominator, within 0 and 100.
    pub fn of_shares(counts: &[(u64, u64)]) -> Option<Self> {
        let mean = of_all(counts)?;
        let point = |&(numerator, denominator): &(u64, u64)| {
            let reach = 3.0 * (mean * (1.0 - mean) / as_float(denominator)).sqrt();
            let value = as_float(numerator) / as_float(denominator);
            (100.0 * value, 100.0 * (mean - reach).max(0.0), 100.0 * (mean + reach).min(1.0))
        };
        Self::with_limits(100.0 * mean, &counts.iter().map(point).collect::<Vec<_>>())
    }

    /// Returns the chart of events per `scale` people (u), each of events and people, or `None` if there are fewer than
    /// [`FEWEST_POINTS`] or nobody is counted. Limits are three standard deviations of a Poisson count around the rate of all
    /// counts together, for each point by its own number of people, not below 0.
    pub fn of_rates(counts: &[(u64, u64)], scale: u32) -> Option<Self> {
        let (mean, scale) = (of_all(counts)?, f64::from(scale));
        let point = |&(events, people): &(u64, u64)| {
            let reach = 3.0 * (mean / as_float(people)).sqrt();
            let value = as_float(events) / as_float(people);
            (scale * value, scale * (mean - reach).max(0.0), scale * (mean + reach))
        };
        Self::with_limits(scale * mean, &counts.iter().map(point).collect::<Vec<_>>())
    }

    /// The same with limits that are shown as nothing below `lowest` or above `highest`, where no value can be: what is unusual
    /// stays as it is.
    #[must_use]
    pub fn within(mut self, lowest: f64, highest: f64) -> Self {
        for point in &mut self.points {
            point.lower = point.lower.max(lowest);
            point.upper = point.upper.min(highest);
        }
        self
    }

    /// Whether there are too few points for steady limits.
    pub fn is_provisional(&self) -> bool {
        self.points.len() < STEADY_POINTS
    }

    /// Returns the point that is furthest outside the limits, as a share of their distance, or `None` if none is.
    pub fn furthest_outside(&self) -> Option<usize> {
        furthest(&self.points.iter().map(|point| (point.value, point.lower, point.upper)).collect::<Vec<_>>())
    }

    /// The values with their lower and upper limits, judged by the rules.
    fn with_limits(mean: f64, values: &[(f64, f64, f64)]) -> Option<Self> {
        if values.len() < FEWEST_POINTS {
            return None;
        }
        let sides: Vec<Ordering> = values.iter().map(|(value, ..)| order(*value, mean)).collect();
        let moves: Vec<Ordering> = values.windows(2).map(|pair| order(pair[1].0, pair[0].0)).collect();
        // The side of the mean on which a point is in the outer third or beyond.
        let outer = |(value, lower, upper): &(f64, f64, f64)| {
            let third = |limit: f64| mean + (limit - mean) * 2.0 / 3.0;
            match () {
                () if *value > third(*upper) => Ordering::Greater,
                () if *value < third(*lower) => Ordering::Less,
                () => Ordering::Equal,
            }
        };
        let outer: Vec<Ordering> = values.iter().map(outer).collect();
        let is_run = in_stretches(&sides, RUN);
        // A move joins two points, so a point is in a trend where the move to it or from it is.
        let is_move = in_stretches(&moves, TREND - 1);
        let is_trend = |at: usize| {
            is_move.get(at) == Some(&true) || at.checked_sub(1).is_some_and(|before| is_move[before])
        };
        let is_near = |at: usize| {
            let side = outer[at];
            side != Ordering::Equal
                && (at.saturating_sub(2)..=at).any(|first| {
                    let three = outer.get(first..first + 3).unwrap_or_default();
                    three.iter().filter(|each| **each == side).count() >= 2
                })
        };
        let signal = |at: usize| {
            let (value, lower, upper) = values[at];
            match () {
                () if value < lower || value > upper => Some(Signal::Outside),
                () if is_run[at] => Some(Signal::Run),
                () if is_trend(at) => Some(Signal::Trend),
                () if is_near(at) => Some(Signal::NearLimit),
                () => None,
            }
        };
        let point = |(at, &(value, lower, upper)): (usize, &(f64, f64, f64))| {
            let signal = signal(at);
            let side = match at.checked_sub(1) {
                _ if signal != Some(Signal::Trend) => sides[at],
                Some(before) if is_move[before] => moves[before],
                _ => moves[at],
            };
            ProcessPoint { value, lower, upper, signal, side }
        };
        Some(Self { mean, points: values.iter().enumerate().map(point).collect() })
    }
}

/// The first of the values furthest outside their lower and upper limits, as a share of the distance of these.
fn furthest(values: &[(f64, f64, f64)]) -> Option<usize> {
    let mut found = None;
    for (at, (value, lower, upper)) in values.iter().enumerate() {
        let beyond = (value - upper).max(lower - value);
        if beyond > 0.0 && found.is_none_or(|(_, most)| beyond / (upper - lower) > most) {
            found = Some((at, beyond / (upper - lower)));
        }
    }
    found.map(|(at, _)| at)
}

/// Whether each is in a stretch of at least `least` equal ones that are not level.
fn in_stretches(directions: &[Ordering], least: usize) -> Vec<bool> {
    let stretches = directions.chunk_by(|one, other| one == other);
    stretches
        .flat_map(|stretch| {
            let is_long = stretch.len() >= least && stretch[0] != Ordering::Equal;
            std::iter::repeat_n(is_long, stretch.len())
        })
        .collect()
}

fn order(one: f64, other: f64) -> Ordering {
    one.partial_cmp(&other).unwrap_or(Ordering::Equal)
}

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / as_float(values.len() as u64))
}

/// The share or rate of all counts together, or `None` if a denominator is 0.
fn of_all(counts: &[(u64, u64)]) -> Option<f64> {
    let sum = |of: fn(&(u64, u64)) -> u64| counts.iter().map(of).sum::<u64>();
    let has_none = counts.is_empty() || counts.iter().any(|(_, denominator)| *denominator == 0);
    (!has_none).then(|| as_float(sum(|count| count.0)) / as_float(sum(|count| count.1)))
}

/// Counts are at most [`super::MAX_COUNT`], which floating point holds exactly.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
const fn as_float(count: u64) -> f64 {
    count as f64
}
