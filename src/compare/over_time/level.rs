//! Whether the level of a series has changed for good, which makes most of its figures unusual by the rules: it is said once, in
//! place of each of them.
//!
//! It changed with the figure at which two levels are nearest to all figures, which is the likeliest place of one change: T. R. Samuel,
//! J. J. Pignatiello and J. A. Calvin, Identifying the time of a step change with X-bar control charts, Quality Engineering 10(3),
//! 1998, 521-527. The run by the rule often begins earlier, with figures that are on the same side of the mean by chance.

use std::cmp::Ordering;

use crate::compare::verdict::Side;
use crate::number::{Exact, Process, RUN, STEADY_POINTS};
use crate::period::Period;

/// How the level of a series has changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// In which way.
    pub shift: Shift,
    /// Since when: the first figure of the new level, or the one from which it rises or falls; of a drift, the first of all.
    pub since: Period,
    /// How many figures there are since, with that one.
    pub figures: usize,
    /// Whether it is higher or lower since.
    pub side: Side,
    /// The mean before it changed; the figure from which it rises or falls; of a drift, the mean of the first half.
    pub before: f64,
    /// The mean since; the newest figure of those that rise or fall; of a drift, the mean of the second half.
    pub after: f64,
}

impl Level {
    /// Whether its figures still go up or down.
    pub const fn is_moving(&self) -> bool {
        matches!(self.shift, Shift::Steadily | Shift::Unsteadily)
    }

    /// The same as a drift over all figures.
    fn undated(self, since: Period, values: &[f64]) -> Self {
        let half = values.len() / 2;
        let [before, after] = [mean(&values[..half]), mean(&values[values.len() - half..])];
        Self { shift: Shift::Drift, since, figures: values.len(), before, after, ..self }
    }
}

/// In which way a level changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// At once: the figures since are on another level than those before, and as many as a run.
    Step,
    /// At once, but the figures since are fewer than a run, so that it may not last.
    Recent,
    /// The figures since are others than those before, and neither changed at once nor still rise or fall.
    Apart,
    /// The same, but a straight line is nearer to all figures than two levels are, so that no date can be told.
    Drift,
    /// From figure to figure, each further than the one before.
    Steadily,
    /// The same, with ups and downs.
    Unsteadily,
}

/// Of fewer figures nothing is a level.
const FEWEST: usize = 4;

/// So many since a step are told as new figures on another level.
const FEWEST_SINCE: usize = 3;

/// As many figures make a course that rises or falls.
const COURSE: usize = 7;

/// A mean moving range times this is two standard deviations: 2 / 1.128.
const TWO_DEVIATIONS: f64 = 1.773;

/// A mean moving range times this is three standard deviations: 3 / 1.128.
const THREE_DEVIATIONS: f64 = 2.66;

/// So much of how figures differ is in a line that they rise or fall along; of many, less says as much.
const MOSTLY: [f64; 2] = [0.8, 0.6];

/// As many figures are many.
const MANY: usize = STEADY_POINTS;

/// Twice the logarithm by which one likelihood is above another that is no less likely at 95 %: chi-squared with one degree of freedom.
const LIKELY: f64 = 3.84;

/// A step is at least so much of the difference it makes.
const AT_ONCE: f64 = 1.0 / 3.0;

impl Level {
    /// Returns how the level of a stretch has changed, of which figures are unusual by its process, or `None` if it has not, or it is
    /// not the newest figure's.
    pub(super) fn of(periods: &[Period], process: &Process) -> Option<Self> {
        let values: Vec<f64> = process.points.iter().map(|point| point.value).collect();
        if process.points.iter().all(|point| point.signal.is_none()) || values.len() != periods.len() {
            return None;
        }
        let is_newest_unusual = process.points.last().is_some_and(|last| last.signal.is_some());
        let changed = |shift: Shift, at: usize| {
            let (before, after) = (mean(&values[..at]), mean(&values[at..]));
            let side = if after > before { Side::Above } else { Side::Below };
            Self { shift, since: periods[at], figures: values.len() - at, side, before, after }
        };
        if let Some(at) = step(&values).filter(|at| spread_of_step(&values, *at) <= off_line(&values)) {
            return Some(changed(if values.len() - at >= RUN { Shift::Step } else { Shift::Recent }, at));
        }
        let moving =
            course(&values).filter(|(from, side)| is_newest_unusual && still_moves(&values[*from..], *side));
        let Some((from, side)) = moving else {
            return apart(process, &values).and_then(|at| {
                let is_line = off_line(&values) < least_spread(&values);
                let dated = changed(Shift::Apart, at);
                if is_line {
                    return Some(dated.undated(periods[0], &values));
                }
                is_likely(&values, at).then_some(dated)
            });
        };
        let is_along = |pair: &[f64]| if side == Side::Above { pair[1] > pair[0] } else { pair[1] < pair[0] };
        let is_steady = values[from..].windows(2).all(is_along);
        let shift = if is_steady { Shift::Steadily } else { Shift::Unsteadily };
        let [before, after] = [values[from], values[values.len() - 1]];
        Some(Self { shift, since: periods[from], figures: values.len() - from, side, before, after })
    }
}

/// So many of the newest figures, one of which is the furthest of those that still move.
const NEWEST: usize = 3;

/// Whether figures that rose or fell still do: one of the newest is the furthest of all, and the last half of them goes on by more than
/// three standard deviations of what is left when that is taken off.
fn still_moves(part: &[f64], side: Side) -> bool {
    let along = |value: f64| if side == Side::Above { value } else { -value };
    let furthest = part.iter().copied().map(along).fold(f64::NEG_INFINITY, f64::max);
    let newest = &part[part.len().saturating_sub(NEWEST)..];
    let half = &part[part.len() / 2..];
    let per_figure = along(slope(half));
    let ranges: Vec<f64> =
        half.windows(2).map(|pair| (along(pair[1] - pair[0]) - per_figure).abs()).collect();
    let moved = per_figure * (float(half.len() as u64) - 1.0);
    newest.iter().any(|value| along(*value) >= furthest) && moved > THREE_DEVIATIONS * mean(&ranges)
}

/// Returns the place at which two levels are nearest to all figures, or `None` if there are none to choose from.
fn nearest(values: &[f64], places: impl Iterator<Item = usize>) -> Option<usize> {
    let spread = |at: &usize| spread_of_step(values, *at);
    places.min_by(|one, other| spread(one).total_cmp(&spread(other)))
}

/// Whether one change of level is likely at a place: it begins with a figure of the new level, and no place up to the newest figure is
/// likelier by more than chance.
fn is_likely(values: &[f64], at: usize) -> bool {
    let (before, after) = values.split_at(at);
    let between = f64::midpoint(mean(before), mean(after));
    let begins_since = (values[at] > between) == (mean(after) > between);
    let nearly = least_spread(values) * libm::exp(LIKELY / float(values.len() as u64));
    begins_since && spread_of_step(values, at) <= nearly
}

/// How far figures are from the two levels that are nearest to them.
fn least_spread(values: &[f64]) -> f64 {
    nearest(values, FEWEST..values.len()).map_or(0.0, |at| spread_of_step(values, at))
}

/// Returns from where figures are others than those before, or `None` if they are not: half of all or more are unusual, on one side of
/// the mean before that and on the other since, but for one at most, and the newest is among those since.
fn apart(process: &Process, values: &[f64]) -> Option<usize> {
    let unusual: Vec<(usize, Ordering)> = process
        .points
        .iter()
        .enumerate()
        .filter(|(_, point)| point.signal.is_some())
        .map(|(at, point)| (at, point.value.total_cmp(&process.mean)))
        .collect();
    if process.is_provisional() || unusual.len() * 2 < values.len() {
        return None;
    }
    let is_above = mean(values) > mean(&values[..values.len() / 2]);
    let since = if is_above { Ordering::Greater } else { Ordering::Less };
    let strays = |at: usize| unusual.iter().filter(|(of, side)| (*of >= at) != (*side == since)).count();
    let last = (values.len() + 1).checked_sub(FEWEST)?;
    let at = nearest(values, (FEWEST..last).filter(|at| strays(*at) <= 1))?;
    let (before, after) = values.split_at(at);
    let between = f64::midpoint(mean(before), mean(after));
    let is_since = |value: &&f64| (**value > between) == is_above;
    let since = |part: &[f64]| part.iter().filter(is_since).count() * 3;
    let is_clear = since(after) >= after.len() * 2 && since(before) <= before.len();
    let is_newest_since = values.last().is_some_and(|last| is_since(&last));
    (is_clear && is_newest_since).then_some(at)
}

/// Returns where figures go on on another level, which they have kept: all since are nearer to their own mean than to that of those
/// before, of which one at most is not, the first of them at once, and both means differ by more than chance; or `None` if they do not.
fn step(values: &[f64]) -> Option<usize> {
    let last = (values.len() + 1).checked_sub(FEWEST_SINCE)?;
    let at = nearest(values, FEWEST..last).filter(|at| is_likely(values, *at))?;
    let (before, after) = values.split_at(at);
    let (low, high) = (mean(before), mean(after));
    let between = f64::midpoint(low, high);
    let is_on = |level: f64, value: f64| (level > between) == (value > between);
    let strays = before.iter().filter(|value| !is_on(low, **value)).count();
    let moves: Vec<f64> = [before, after]
        .iter()
        .flat_map(|part| part.windows(2))
        .map(|pair| (pair[1] - pair[0]).abs())
        .collect();
    let is_step = after.iter().all(|value| is_on(high, *value))
        && strays <= 1
        && (values[at] - values[at - 1]) / (high - low) >= AT_ONCE
        && (high - low).abs() > TWO_DEVIATIONS * mean(&moves);
    is_step.then_some(at)
}

/// Returns from where figures rise or fall up to the newest, and which, or `None` if they do not, or if two levels are nearer to them
/// than a line: the lowest or the highest of them, the last where there are several.
fn course(values: &[f64]) -> Option<(usize, Side)> {
    let last = values.len().checked_sub(1)?;
    let extreme = |is_further: fn(&f64, &f64) -> bool| {
        (0..=last).fold(0, |found, at| if is_further(&values[found], &values[at]) { found } else { at })
    };
    let courses =
        [(extreme(|found, at| found < at), Side::Above), (extreme(|found, at| found > at), Side::Below)];
    courses.into_iter().find(|(from, _)| {
        let part = &values[*from..];
        let mostly = MOSTLY[usize::from(part.len() >= MANY)];
        let is_line = (1..part.len()).all(|at| off_line(part) <= spread_of_step(part, at));
        part.len() >= COURSE && is_line && off_line(part) <= (1.0 - mostly) * spread(part)
    })
}

/// How far figures are from two levels, squared and added up.
fn spread_of_step(values: &[f64], at: usize) -> f64 {
    spread(&values[..at]) + spread(&values[at..])
}

/// How far figures are from their mean.
fn spread(values: &[f64]) -> f64 {
    let mean = mean(values);
    values.iter().map(|value| squared(value - mean)).sum()
}

/// How far figures are from the line that is nearest to them.
fn off_line(values: &[f64]) -> f64 {
    spread(values) - squared(slope(values)) * length(values)
}

/// By how much the line that is nearest to figures goes up from one to the next.
fn slope(values: &[f64]) -> f64 {
    places(values).zip(values).map(|(place, value)| place * value).sum::<f64>() / length(values)
}

/// The places of figures in order of time, as distances from the middle.
fn places(values: &[f64]) -> impl Iterator<Item = f64> {
    let middle = (float(values.len() as u64) - 1.0) / 2.0;
    (0..values.len() as u64).map(move |at| float(at) - middle)
}

fn length(values: &[f64]) -> f64 {
    places(values).map(squared).sum()
}

fn squared(value: f64) -> f64 {
    value * value
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / float(values.len().max(1) as u64)
}

fn float(count: u64) -> f64 {
    Exact::whole(count).to_f64()
}
