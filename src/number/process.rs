//! Process charts: which points of a series differ by more than its usual ups and downs.
//!
//! Source: NHS England, Making Data Count: Strengthening your decisions. Values are charted with the average moving range (`XmR`
//! charts), shares with the spread of a binomial count (p charts), events per head with that of a Poisson count (u charts). What
//! does not happen independently varies more than these say: its spread is widened to what the figures show (p′ and u′ charts:
//! D. B. Laney, Improved control charts for attributes, Quality Engineering 14(4), 2002, 531-537).

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
/// A standard deviation in average moving ranges.
const RANGE_OF_DEVIATION: f64 = 1.128;
/// A moving range above this many average ones is not part of the usual ups and downs, and is left out of their average.
const LARGEST_RANGE: f64 = 3.267;

/// How far counts vary from one time to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spread {
    /// As far as chance alone makes them, each being independent of the others.
    Chance,
    /// As far as they are seen to from one time to the next, and no less than by chance: one child can be counted several times.
    Widened,
}

/// Counts in order of time, each of a numerator and a denominator, or `None` for a time without figures.
type Counts = [Option<(u64, u64)>];

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
        let ranges = ranges(values);
        let values: Vec<f64> = values.iter().copied().flatten().collect();
        let mean = mean(&values)?;
        if ranges.is_empty() {
            return None;
        }
        // Where no value moves there are no ranges, and nothing is near a limit.
        let reach = LIMIT_IN_RANGES * usual_range(&ranges).unwrap_or(0.0);
        let limits = values.into_iter().map(|value| (value, mean - reach, mean + reach));
        Self::with_limits(mean, &limits.collect::<Vec<_>>())
    }

    /// Returns the chart of shares in percent (p, or p′ where widened), or `None` if there are fewer than [`FEWEST_POINTS`] or a
    /// denominator is 0. Limits are three standard deviations of a binomial share around the share of all counts together, for
    /// each point by its own denominator, within 0 and 100.
    pub fn of_shares(counts: &Counts, spread: Spread) -> Option<Self> {
        let mean = of_all(counts)?;
        let deviation = |people: u64| (mean * (1.0 - mean) / as_float(people)).sqrt();
        Self::of_counts(counts, spread, (mean, 100.0, 1.0), deviation)
    }

    /// Returns the chart of events per `scale` people (u, or u′ where widened), or `None` if there are fewer than
    /// [`FEWEST_POINTS`] or nobody is counted. Limits are three standard deviations of a Poisson count around the rate of all
    /// counts together, for each point by its own number of people, not below 0.
    pub fn of_rates(counts: &Counts, scale: u32, spread: Spread) -> Option<Self> {
        let mean = of_all(counts)?;
        let deviation = |people: u64| (mean / as_float(people)).sqrt();
        Self::of_counts(counts, spread, (mean, f64::from(scale), f64::INFINITY), deviation)
    }

    /// The chart of counts around a mean, times a scale, with three of the deviations that a denominator has, between 0 and the
    /// highest there can be.
    fn of_counts(
        counts: &Counts,
        spread: Spread,
        (mean, scale, highest): (f64, f64, f64),
        deviation: impl Fn(u64) -> f64,
    ) -> Option<Self> {
        let share = |(numerator, denominator): (u64, u64)| as_float(numerator) / as_float(denominator);
        let standardised = |counts: (u64, u64)| (share(counts) - mean) / deviation(counts.1);
        let wider = match spread {
            Spread::Chance => 1.0,
            Spread::Widened => {
                let scores: Vec<Option<f64>> = counts.iter().map(|counts| counts.map(standardised)).collect();
                let range = usual_range(&ranges(&scores)).unwrap_or(0.0);
                // Where all or none count nothing deviates, and the larger of no number and one is one.
                (range / RANGE_OF_DEVIATION).max(1.0)
            }
        };
        let point = |counts: (u64, u64)| {
            let reach = 3.0 * wider * deviation(counts.1);
            let [lower, upper] = [(mean - reach).max(0.0), (mean + reach).min(highest)];
            (scale * share(counts), scale * lower, scale * upper)
        };
        let points: Vec<_> = counts.iter().copied().flatten().map(point).collect();
        Self::with_limits(scale * mean, &points)
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

/// How far each value is from the one before, where no time without a value is between them.
fn ranges(values: &[Option<f64>]) -> Vec<f64> {
    values.windows(2).filter_map(|pair| Some((pair[1]? - pair[0]?).abs())).collect()
}

/// Returns the average of moving ranges, without those that are larger than 3.267 average ones, or `None` if none is left.
fn usual_range(ranges: &[f64]) -> Option<f64> {
    let all = mean(ranges)?;
    mean(&ranges.iter().copied().filter(|range| *range < LARGEST_RANGE * all).collect::<Vec<_>>())
}

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / as_float(values.len() as u64))
}

/// The share or rate of all counts together, or `None` if a denominator is 0.
fn of_all(counts: &Counts) -> Option<f64> {
    let known = || counts.iter().flatten();
    let sum = |of: fn(&(u64, u64)) -> u64| known().map(of).sum::<u64>();
    let has_none = known().next().is_none() || known().any(|(_, denominator)| *denominator == 0);
    (!has_none).then(|| as_float(sum(|count| count.0)) / as_float(sum(|count| count.1)))
}

/// Counts are at most [`super::MAX_COUNT`], which floating point holds exactly.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
const fn as_float(count: u64) -> f64 {
    count as f64
}
