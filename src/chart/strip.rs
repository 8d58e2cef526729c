//! One figure among others on one line.

use super::{Scale, format_point};

use crate::sorting::Sorting;

/// What a strip shows, in the unit of the figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StripValues {
    /// The figure.
    pub own: f64,
    /// Its interval.
    pub interval: Option<(f64, f64)>,
    /// The values it is compared with that have a name of one letter.
    pub others: Vec<f64>,
    /// Those that have a sign in place of a name.
    pub signs: Vec<f64>,
    /// Those of all councils, lowest first.
    pub all: Vec<f64>,
    /// Which value is at the right end.
    pub right: Right,
}

/// Which value is at the right end of a strip.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Right {
    /// The highest.
    #[default]
    Highest,
    /// The lowest, where that is the best.
    Lowest,
}

/// A strip as drawn, in units of which it is [`STRIP_WIDTH`] wide.
#[derive(Clone, Debug, PartialEq)]
pub struct Strip {
    /// Where the figure lies.
    pub own: f64,
    /// From where to where its whisker goes.
    pub whisker: Option<(f64, f64)>,
    /// Where the others lie, in their order.
    pub others: Vec<f64>,
    /// Where those with a sign lie, in their order.
    pub signs: Vec<f64>,
    /// Where the others are named: those too near each other for names of their own together.
    pub names: Vec<(f64, Vec<usize>)>,
    /// Path data of the dots of all councils: points without length, drawn with round ends.
    pub dots: String,
    /// The value at the left end and that at the right end.
    pub ends: (f64, f64),
}

/// Width of a strip.
pub const STRIP_WIDTH: f64 = 160.0;
/// Height of a strip.
pub const STRIP_HEIGHT: f64 = 42.0;
/// Where the line lies on which the figure and its whisker are drawn.
pub const STRIP_LINE: f64 = 23.0;
/// Where the names below it stand, and how large their letters are: at the size at which the page shows a strip, 11 px.
pub const STRIP_NAMES: f64 = 40.5;
/// Room at both ends.
const MARGIN: f64 = 5.0;
/// Dots of the same value stand above each other, so many high and so far apart.
const HIGHEST: usize = 6;
const DOT_STEP: f64 = 2.4;

impl Strip {
    /// Returns the strip of these values, or `None` if one is not finite.
    pub fn of(values: &StripValues) -> Option<Self> {
        let drawn = || {
            let marks = std::iter::once(values.own).chain(values.others.iter().copied());
            marks.chain(values.signs.iter().copied()).chain(values.all.iter().copied())
        };
        let limits = values.interval.map(|(low, high)| [low, high]);
        if !drawn().chain(limits.into_iter().flatten()).all(f64::is_finite) {
            return None;
        }
        let low = drawn().fold(f64::INFINITY, f64::min);
        let high = drawn().fold(f64::NEG_INFINITY, f64::max);
        let (left, right) = (MARGIN, STRIP_WIDTH - MARGIN);
        let (start, end, ends) = match values.right {
            Right::Highest => (left, right, (low, high)),
            Right::Lowest => (right, left, (high, low)),
        };
        let scale = Scale { low, high, start, end };
        // A whisker may go beyond the last council, and ends there.
        let within = |value: f64| scale.at(value).clamp(left, right);
        let others: Vec<f64> = values.others.iter().map(|value| scale.at(*value)).collect();
        Some(Self {
            own: scale.at(values.own),
            whisker: values.interval.map(|(low, high)| (within(low), within(high))),
            signs: values.signs.iter().map(|value| scale.at(*value)).collect(),
            names: names(&others),
            others,
            dots: dots(&scale, &values.all),
            ends,
        })
    }
}

/// Places at which names of one letter, or of several together, do not touch each other or stick out.
fn names(others: &[f64]) -> Vec<(f64, Vec<usize>)> {
    const HALF_A_LETTER: f64 = 5.75;
    const GAP: f64 = 1.5;
    let half =
        |together: &[usize]| HALF_A_LETTER * f64::from(u8::try_from(together.len()).unwrap_or(u8::MAX));
    // Those of a name are in order.
    let place = |together: &[usize]| {
        let ends = together.first().zip(together.last());
        let middle = ends.map_or(0.0, |(first, last)| f64::midpoint(others[*first], others[*last]));
        middle.clamp(half(together), STRIP_WIDTH - half(together))
    };
    let mut order: Vec<usize> = (0..others.len()).collect();
    order.arrange_by(|a, b| others[*a].total_cmp(&others[*b]));
    let mut names: Vec<Vec<usize>> = Vec::new();
    for index in order {
        let mut name = vec![index];
        // A name that grows may reach the one before.
        while let Some(before) =
            names.pop_if(|before| place(&name) - place(before) < half(&name) + half(before) + GAP)
        {
            name = before.into_iter().chain(name).collect();
        }
        names.push(name);
    }
    names.into_iter().map(|name| (place(&name), name)).collect()
}

/// Dots, those that would cover each other one above the other.
fn dots(scale: &Scale, all: &[f64]) -> String {
    let mut path = String::new();
    let (mut last, mut level) = (f64::NEG_INFINITY, 0);
    for value in all {
        let place = libm::round(scale.at(*value) / DOT_STEP) * DOT_STEP;
        level = if (place - last).abs() < DOT_STEP / 2.0 { level + 1 } else { 0 };
        last = place;
        #[expect(clippy::cast_precision_loss, reason = "a few levels")]
        let y = STRIP_LINE - 7.0 - level.min(HIGHEST) as f64 * DOT_STEP;
        path.push('M');
        path.push_str(&format_point(place, y));
        path.push_str("h0");
    }
    path
}
