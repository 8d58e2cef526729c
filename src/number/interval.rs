use super::Exact;

/// The range within which the underlying share plausibly lies, in the unit of the share (percent).
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
}

/// The two-sided 95% point of the standard normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// The Wilson score interval at 95% for `numerator` out of `denominator`, in percent. It behaves well for small
/// numbers and for shares near 0% and 100%, and is what the Office for Health Improvement and Disparities uses for
/// proportions. Source of the formula: Wilson, E. B. (1927), "Probable inference, the law of succession, and
/// statistical inference", Journal of the American Statistical Association 22 (158), 209 to 212.
///
/// Nothing when the denominator is 0 or smaller than the numerator.
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

/// The 95% interval of the difference `first - second` between two shares, each given as numerator and denominator,
/// in percentage points. Source of the formula: Newcombe, R. G. (1998), "Interval estimation for the difference
/// between independent proportions", Statistics in Medicine 17, 873 to 890, method 10 (from the Wilson limits).
///
/// Nothing where either share has no interval.
#[expect(clippy::cast_precision_loss, reason = "counts are at most MAX_COUNT, well within 52 bits")]
pub fn newcombe(first: (u64, u64), second: (u64, u64)) -> Option<Interval> {
    let (a, b) = (wilson(first.0, first.1)?, wilson(second.0, second.1)?);
    let percent = |(numerator, denominator): (u64, u64)| 100.0 * numerator as f64 / denominator as f64;
    let (p, q) = (percent(first), percent(second));
    let square = |value: f64| value * value;
    let below = (square(p - a.low) + square(b.high - q)).sqrt();
    let above = (square(a.high - p) + square(q - b.low)).sqrt();
    Some(Interval { low: p - q - below, high: p - q + above })
}
