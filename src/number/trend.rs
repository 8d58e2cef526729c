//! Whether five estimates rise or fall by more than chance explains.

use super::{Exact, Interval};

/// A straight line through estimates over time, and whether it rises or falls by more than chance explains.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trend {
    /// Change for each step of time, in the unit of the estimates.
    pub slope: f64,
    /// The square of the slope over its standard error.
    pub chi_square: f64,
    /// Whether the slope keeps its direction when any one point is left out; a level line has none.
    pub is_stable: bool,
}

/// How many points the test takes.
pub const TREND_POINTS: usize = 5;

/// The point of the chi-square distribution with one degree of freedom that is passed by chance once in 500 times.
const LIMIT: f64 = 9.549_535_706_083_24;

impl Trend {
    /// Whether it is more than chance explains.
    pub fn is_clear(self) -> bool {
        self.is_stable && self.chi_square > LIMIT
    }
}

/// Returns the line through [`TREND_POINTS`] estimates, each with its position in time, weighted by their precision,
/// or `None` if there is another number of points or they do not differ in time. Source: the recent trend of the
/// Office for Health Improvement and Disparities, Fingertips technical guidance: the last five points, slope weighted
/// by the inverse of the variance (the width of the 95% interval over 3.92, squared), significant above 9.5495, and
/// only if no single point decides its direction.
pub fn trend(points: &[(i32, Exact, Interval)]) -> Option<Trend> {
    if points.len() != TREND_POINTS {
        return None;
    }
    let origin = points[0].0;
    let weighed: Vec<[f64; 3]> = points
        .iter()
        .map(|(time, value, interval)| {
            let error = interval.standard_error();
            [f64::from(time - origin), value.to_f64(), 1.0 / (error * error)]
        })
        .collect();
    let (slope, error) = line(weighed.iter())?;
    let without = |left_out: usize| {
        let rest = weighed.iter().enumerate().filter(|(index, _)| *index != left_out);
        line(rest.map(|(_, point)| point)).map(|(slope, _)| slope)
    };
    // A slope of nothing but rounding residue has no direction.
    let is_same = |other: f64| other / slope > 1e-9;
    let is_stable = (0..points.len()).all(|index| without(index).is_some_and(is_same));
    let ratio = slope / error;
    Some(Trend { slope, chi_square: ratio * ratio, is_stable })
}

/// Slope of the weighted least-squares line, and its standard error.
fn line<'a>(points: impl Iterator<Item = &'a [f64; 3]>) -> Option<(f64, f64)> {
    let [mut weights, mut times, mut squares, mut values, mut products] = [0.0; 5];
    for [time, value, weight] in points {
        weights += weight;
        times += weight * time;
        squares += weight * time * time;
        values += weight * value;
        products += weight * time * value;
    }
    let spread = weights * squares - times * times;
    let slope = (weights * products - times * values) / spread;
    slope.is_finite().then(|| (slope, (weights / spread).sqrt()))
}
