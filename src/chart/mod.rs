//! Data to marks and axes: geometry only, as numbers and SVG path data. Components draw it.

mod bars;
mod lines;
mod picture;
mod strip;

pub use bars::{Bar, Bars, Column, Columns};
pub use lines::{Line, Lines, Mark};
pub use picture::{Anchor, For, Ink, Picture, Shape};
pub use strip::{Right, STRIP_HEIGHT, STRIP_LINE, STRIP_NAMES, STRIP_WIDTH, Strip, StripValues};

/// The drawing area within a picture, in its own units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Width of the picture.
    pub width: f64,
    /// Height of the picture.
    pub height: f64,
    /// Room left of the axes, for their labels.
    pub left: f64,
    /// Room at the right, for labels of lines.
    pub right: f64,
    /// Room above.
    pub top: f64,
    /// Room below, for labels.
    pub bottom: f64,
}

/// A range of values and how it lies in the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    low: f64,
    high: f64,
    start: f64,
    end: f64,
}

impl Scale {
    /// Where a value lies.
    pub fn at(&self, value: f64) -> f64 {
        if self.high > self.low {
            self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)
        } else {
            f64::midpoint(self.start, self.end)
        }
    }

    /// Round values within the range, about `count` of them, for grid lines.
    pub fn ticks(&self, count: u32) -> Vec<f64> {
        let step = round_step((self.high - self.low) / f64::from(count.max(1)));
        let mut ticks = Vec::new();
        let mut tick = libm::ceil(self.low / step) * step;
        while tick <= self.high + step * 1e-9 && ticks.len() < 50 {
            ticks.push(tick);
            tick += step;
        }
        ticks
    }
}

/// As many labels as an axis has where there are more points than that.
const MOST_LABELS: usize = 6;

/// How many of so many points there are to a label, so that there are at most six and, of months, the same each year.
pub(crate) fn label_step(points: usize) -> usize {
    match points.div_ceil(MOST_LABELS) {
        few @ 0..=4 => few.max(1),
        5 | 6 => 6,
        many => many.div_ceil(12) * 12,
    }
}

/// Where an axis of numbers from `low` to `high` begins, if not at 0: at a round value below them, where all are far from 0.
pub(crate) fn cut_at(low: f64, high: f64) -> Option<f64> {
    (low.is_finite() && low > high / 2.0).then(|| {
        let step = step_of_cut(low, high);
        (libm::floor(low / step) - 1.0).max(0.0) * step
    })
}

/// How far the numbers of an axis are from each other that does not begin at 0.
pub(crate) fn step_of_cut(low: f64, high: f64) -> f64 {
    round_step((high - low).max(high / 50.0) / 4.0)
}

/// The smallest of 1, 2, 5 times a power of ten that is at least `step`.
pub(crate) fn round_step(step: f64) -> f64 {
    if !step.is_finite() || step <= 0.0 {
        return 1.0;
    }
    let mut power = 1.0;
    while power * 10.0 <= step {
        power *= 10.0;
    }
    while power > step {
        power /= 10.0;
    }
    [1.0, 2.0, 5.0, 10.0].into_iter().map(|times| times * power).find(|round| *round >= step).unwrap_or(power)
}

/// A round value at or above one that is not below 0; 1 for 0.
fn round_up(value: f64) -> f64 {
    let step = round_step(value / 5.0);
    if value > 0.0 { libm::ceil(value / step) * step } else { 1.0 }
}

/// Axes for points: x as far as they reach, y from 0 or a round value below it to a round value above them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axes {
    /// The picture.
    pub frame: Frame,
    /// Left to right.
    pub x: Scale,
    /// Bottom to top.
    pub y: Scale,
}

impl Axes {
    /// Axes that hold every point given. Values that are not finite are left out.
    pub fn holding(frame: Frame, points: impl Iterator<Item = (f64, f64)>) -> Self {
        let finite: Vec<(f64, f64)> = points.filter(|(x, y)| x.is_finite() && y.is_finite()).collect();
        let low = finite.iter().map(|(x, _)| *x).fold(f64::INFINITY, f64::min);
        let high = finite.iter().map(|(x, _)| *x).fold(f64::NEG_INFINITY, f64::max);
        let (low, high) = if finite.is_empty() { (0.0, 1.0) } else { (low, high) };
        let top = finite.iter().map(|(_, y)| *y).fold(0.0, f64::max);
        let lowest = finite.iter().map(|(_, y)| *y).fold(0.0, f64::min);
        let floor = if lowest < 0.0 { -round_up(-lowest) } else { 0.0 };
        // All below 0 leaves nothing to show above it.
        let top = if lowest < 0.0 && top <= 0.0 { 0.0 } else { round_up(top) };
        Self {
            frame,
            x: Scale { low, high, start: frame.left, end: frame.width - frame.right },
            y: Scale { low: floor, high: top, start: frame.height - frame.bottom, end: frame.top },
        }
    }

    /// The same axes with the values from `low` to a round one at or above `high`.
    pub fn begin_at(&mut self, low: f64, high: f64) {
        let step = round_step((high - low) / 5.0);
        self.y.low = low;
        self.y.high = low + libm::ceil((high - low) / step).max(1.0) * step;
    }

    /// Path data of a line through points, broken where a value is not finite or above the axes.
    pub fn line(&self, points: impl Iterator<Item = (f64, f64)>) -> String {
        let mut path = String::new();
        let mut is_drawing = false;
        for (x, y) in points {
            let is_inside = y.is_finite() && y <= self.y.high * (1.0 + 1e-9);
            if is_inside {
                path.push(if is_drawing { 'L' } else { 'M' });
                path.push_str(&format_point(self.x.at(x), self.y.at(y)));
            }
            is_drawing = is_inside;
        }
        path
    }

    /// Path data of the area between two lines over the same x.
    pub fn area(&self, points: &[(f64, f64, f64)]) -> String {
        let top = |value: f64| if value.is_finite() { value.min(self.y.high) } else { self.y.high };
        let there = points.iter().map(|(x, low, _)| format_point(self.x.at(*x), self.y.at(top(*low))));
        let back = points.iter().rev().map(|(x, _, high)| format_point(self.x.at(*x), self.y.at(top(*high))));
        let corners: Vec<String> = there.chain(back).collect();
        if corners.is_empty() { String::new() } else { format!("M{}Z", corners.join("L")) }
    }
}

fn format_point(x: f64, y: f64) -> String {
    format!("{x:.1} {y:.1}")
}
