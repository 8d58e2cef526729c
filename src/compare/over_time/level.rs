//! Whether the level of a series has changed for good, which makes most of its figures unusual by the rules: it is said once, in
//! place of each of them.

use crate::compare::verdict::Side;
use crate::number::{Exact, Process, STEADY_POINTS};
use crate::period::Period;

/// How the level of a series has changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// In which way.
    pub shift: Shift,
    /// Since when: the first figure of the new level, or the one from which it rises or falls.
    pub since: Period,
    /// Whether it is higher or lower since.
    pub side: Side,
    /// The mean before a step; the figure from which it rises or falls.
    pub before: f64,
    /// The mean since a step; the newest figure.
    pub after: f64,
}

/// In which way a level changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// At once: the figures since are on another level than those before.
    Step,
    /// From figure to figure, nearly each further than the one before.
    Steadily,
    /// The same, with ups and downs.
    Unsteadily,
}

/// Of fewer figures nothing is a level.
const FEWEST: usize = 4;

/// As many figures make a course that rises or falls.
const COURSE: usize = 7;

/// A mean moving range times this is two standard deviations: 2 / 1.128.
const TWO_DEVIATIONS: f64 = 1.773;

/// So much of how figures differ is in a line that they rise or fall along; of many, less says as much.
const MOSTLY: [f64; 2] = [0.8, 0.6];

/// As many figures are many.
const MANY: usize = STEADY_POINTS;

/// A step is at least so much of the difference it makes.
const AT_ONCE: f64 = 1.0 / 3.0;

/// Of so many moves, two in three are steady.
const STEADY: f64 = 2.0 / 3.0;

impl Level {
    /// Returns how the level of a stretch has changed, of which figures are unusual by its process, or `None` if it has not, or it is
    /// not the newest figure's.
    pub(super) fn of(periods: &[Period], process: &Process) -> Option<Self> {
        let values: Vec<f64> = process.points.iter().map(|point| point.value).collect();
        if process.points.iter().all(|point| point.signal.is_none()) || values.len() != periods.len() {
            return None;
        }
        let is_newest_unusual = process.points.last().is_some_and(|last| last.signal.is_some());
        let step = step(&values).filter(|at| spread_of_step(&values, *at) <= off_line(&values));
        if let Some(at) = step {
            let (before, after) = (mean(&values[..at]), mean(&values[at..]));
            let side = if after > before { Side::Above } else { Side::Below };
            return Some(Self { shift: Shift::Step, since: periods[at], side, before, after });
        }
        let (from, side) = course(&values).filter(|_| is_newest_unusual)?;
        let moves = values[from..].windows(2).filter(|pair| pair[0].total_cmp(&pair[1]).is_ne());
        let (along, all) = moves.fold((0, 0), |(along, all), pair| {
            (along + u64::from((pair[1] > pair[0]) == (side == Side::Above)), all + 1)
        });
        let shift = if float(along) >= STEADY * float(all) { Shift::Steadily } else { Shift::Unsteadily };
        let [before, after] = [values[from], values[values.len() - 1]];
        Some(Self { shift, since: periods[from], side, before, after })
    }
}

/// Returns where figures go on on another level, which they have kept: all since are nearer to their own mean than to that of those
/// before, of which one at most is not, the first of them at once, and both means differ by more than chance; or `None` if they do not.
fn step(values: &[f64]) -> Option<usize> {
    let at = (FEWEST..(values.len() + 1).checked_sub(FEWEST)?)
        .min_by(|one, other| spread_of_step(values, *one).total_cmp(&spread_of_step(values, *other)))?;
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

/// Returns from where figures rise or fall up to the newest, and which, or `None` if they do not: the lowest or the highest of them,
/// the last where there are several.
fn course(values: &[f64]) -> Option<(usize, Side)> {
    let last = values.len().checked_sub(1)?;
    let extreme = |is_further: fn(&f64, &f64) -> bool| {
        (0..=last).fold(0, |found, at| if is_further(&values[found], &values[at]) { found } else { at })
    };
    let courses =
        [(extreme(|found, at| found < at), Side::Above), (extreme(|found, at| found > at), Side::Below)];
    courses.into_iter().find(|(from, _)| {
        let part = &values[*from..];
        let all = spread(part);
        let mostly = MOSTLY[usize::from(part.len() >= MANY)];
        part.len() >= COURSE && all > 0.0 && off_line(part) <= (1.0 - mostly) * all
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
    let middle = (float(values.len() as u64) - 1.0) / 2.0;
    let mean = mean(values);
    let places = || (0..values.len() as u64).map(|at| float(at) - middle);
    let along: f64 = places().zip(values).map(|(place, value)| place * (value - mean)).sum();
    let length: f64 = places().map(squared).sum();
    spread(values) - if length > 0.0 { squared(along) / length } else { 0.0 }
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
