//! The 95% intervals of shares, counts and differences.

use super::Exact;

/// The range within which the underlying value plausibly lies, in the unit of the value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Lower limit.
    pub low: f64,
    /// Upper limit.
    pub high: f64,
}

impl Interval {
    /// Whether `value` lies within the limits, which count as inside.
    pub fn contains(self, value: Exact) -> bool {
        let value = value.to_f64();
        self.low <= value && value <= self.high
    }

    /// The interval in another unit: both limits times `factor`, which is above 0.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        Self { low: self.low * factor, high: self.high * factor }
    }

    /// The standard error that an interval of this width stands for, as if it were symmetric.
    pub fn standard_error(self) -> f64 {
        (self.high - self.low) / (2.0 * Z)
    }
}

/// The two-sided 95% point of the standard normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// Returns the Wilson score interval at 95% for `numerator` out of `denominator`, in percent, or `None` if the
/// denominator is 0 or smaller than the numerator. It behaves well for small numbers and for shares near 0% and 100%,
/// and is what the Office for Health Improvement and Disparities uses for proportions. Source of the formula: Wilson,
/// E. B. (1927), "Probable inference, the law of succession, and statistical inference", Journal of the American
/// Statistical Association 22 (158), 209 to 212.
#[expect(clippy::cast_precision_loss, reason = "counts are at most MAX_COUNT, well within 52 bits")]
pub fn wilson(numerator: u64, denominator: u64) -> Option<Interval> {
    if denominator == 0 || numerator > denominator {
        return None;
    }
    let n = denominator as f64;
    let x = numerator as f64;
    let share = x / n;
    let z2 = Z * Z;
    let centre = x + z2 / 2.0;
    let spread = Z * (x * (1.0 - share) + z2 / 4.0).sqrt();
    let limit = |value: f64| (100.0 * value / (n + z2)).clamp(0.0, 100.0);
    // At the ends one limit is the share itself; the subtraction below would leave a rounding residue there.
    let low = if numerator == 0 { 0.0 } else { limit(centre - spread) };
    let high = if numerator == denominator { 100.0 } else { limit(centre + spread) };
    Some(Interval { low, high })
}

/// Below this count the exact limits are computed; from it on, Byar's approximation.
const EXACT_BELOW: u64 = 10;

/// The 95% interval of a count, as if the events counted came one by one by chance (Poisson).
///
/// From 10 on by Byar's approximation. Source of the formula: Breslow, N. E. and Day, N. E. (1987), "Statistical Methods
/// in Cancer Research, volume II", International Agency for Research on Cancer, page 69; used by the Office for Health
/// Improvement and Disparities for counts and rates. Below 10 the exact limits: Garwood, F. (1936), "Fiducial limits for
/// the Poisson distribution", Biometrika 28, 437 to 442.
#[expect(clippy::cast_precision_loss, reason = "counts are at most MAX_COUNT, well within 52 bits")]
pub fn byar(count: u64) -> Interval {
    if count < EXACT_BELOW {
        return poisson(count);
    }
    let limit = |x: f64, z: f64| {
        let root = 1.0 - 1.0 / (9.0 * x) + z / (3.0 * x.sqrt());
        x * root * root * root
    };
    Interval { low: limit(count as f64, -Z), high: limit(count as f64 + 1.0, Z) }
}

/// The exact 95% limits of a small count: the means at which so few, or so many, have a chance of 2.5%.
fn poisson(count: u64) -> Interval {
    let tail = 0.025;
    // The mean at which at most `most` events have the chance `wanted`, found by halving.
    let mean = |most: u64, wanted: f64| {
        let (mut low, mut high) = (0.0, 50.0);
        for _ in 0..60 {
            let middle = f64::midpoint(low, high);
            if chance_of_at_most(most, middle) > wanted {
                low = middle;
            } else {
                high = middle;
            }
        }
        low
    };
    let low = count.checked_sub(1).map_or(0.0, |below| mean(below, 1.0 - tail));
    Interval { low, high: mean(count, tail) }
}

/// The chance of at most `most` events where `mean` are expected (Poisson).
#[expect(clippy::cast_precision_loss, reason = "only small counts are asked for")]
fn chance_of_at_most(most: u64, mean: f64) -> f64 {
    let mut term = libm::exp(-mean);
    let mut sum = term;
    for count in 1..=most {
        term *= mean / count as f64;
        sum += term;
    }
    sum
}

/// An estimate with its interval.
pub type Estimated = (Exact, Interval);

/// The 95% interval of the difference `first - second` between two independent estimates, from their own intervals.
///
/// For two shares with Wilson's intervals this is the method of Newcombe, R. G. (1998), "Interval estimation for the
/// difference between independent proportions", Statistics in Medicine 17, 873 to 890, method 10. For counts and rates it
/// is the same construction from their intervals: Zou, G. Y. and Donner, A. (2008), "Construction of confidence limits
/// about effect measures: a general approach", Statistics in Medicine 27, 1693 to 1702.
pub fn of_difference((first, a): Estimated, (second, b): Estimated) -> Interval {
    let (p, q) = (first.to_f64(), second.to_f64());
    let below = libm::hypot(p - a.low, b.high - q);
    let above = libm::hypot(a.high - p, q - b.low);
    Interval { low: p - q - below, high: p - q + above }
}
