//! How many of what happens by chance there may be by the end of a year, if the rest of it goes like the part that is over.

use super::Decimal;

/// What a count may become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Projection {
    /// In 1 year of 40 there are fewer.
    pub low: u64,
    /// The count if the rest goes exactly like the part that is over, rounded half up.
    pub expected: u64,
    /// In 1 year of 40 there are more.
    pub high: u64,
}

/// Each limit leaves out so much.
const LEFT_OUT: f64 = 0.025;
/// Above this the distribution is as good as normal.
const MOST_EXACT: u64 = 200;

impl Projection {
    /// Returns what a count after so many months of a year may become by its end, with 95% limits, or `None` if no month or
    /// every month is over.
    ///
    /// What happens in the rest of the year is a Poisson count of an unknown rate, of which the count so far is all that is known
    /// (Jeffreys' prior): it has a negative binomial distribution.
    pub fn of(count: u64, months_over: u8) -> Option<Self> {
        if !(1..=11).contains(&months_over) {
            return None;
        }
        let (over, left) = (u64::from(months_over), u64::from(12 - months_over));
        let expected = (count * 24 + over) / (2 * over);
        let (low, high) = if count > MOST_EXACT { normal(count, over, left) } else { exact(count, over) };
        Some(Self { low: count + low, expected, high: count + high })
    }
}

/// The limits of what is still to come, from the negative binomial distribution.
fn exact(count: u64, over: u64) -> (u64, u64) {
    let (size, share) = (as_float(count) + 0.5, as_float(over) / 12.0);
    let mut mass = (0..count).fold(share.sqrt(), |mass, _| mass * share);
    let (mut below, mut more, mut low) = (mass, 0, None);
    while below < 1.0 - LEFT_OUT && more < 100 * (count + 1) + 1_000 {
        if low.is_none() && below >= LEFT_OUT {
            low = Some(more);
        }
        mass *= (size + as_float(more)) / as_float(more + 1) * (1.0 - share);
        more += 1;
        below += mass;
    }
    (low.unwrap_or(more), more)
}

/// The same where there are many: the variance of what is to come is that of its count and that of the rate.
fn normal(count: u64, over: u64, left: u64) -> (u64, u64) {
    let times = as_float(left) / as_float(over);
    let mean = as_float(count) * times;
    let reach = 1.96 * (mean * (1.0 + times)).sqrt();
    (whole(mean - reach), whole(mean + reach))
}

/// The nearest whole number, not below 0.
fn whole(number: f64) -> u64 {
    Decimal::nearest(number.max(0.0), 0).and_then(|number| number.units().try_into().ok()).unwrap_or(0)
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
const fn as_float(count: u64) -> f64 {
    count as f64
}
