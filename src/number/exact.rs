//! Exact fractions, and rounding them.

use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub};

use crate::sorting::Sorting;

use super::Decimal;

/// A number held as an exact fraction: a percentage, a rate, or a difference between two of them.
///
/// Built from counts up to [`super::MAX_COUNT`] and decimals of at most nine places, which keeps every
/// intermediate result within 128 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exact(Ratio<i128>);

impl Exact {
    /// Returns `numerator / denominator`, or `None` if the denominator is 0.
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        (denominator != 0).then(|| Self(Ratio::new(numerator, denominator)))
    }

    /// The whole number `count`.
    pub fn whole(count: u64) -> Self {
        Self(Ratio::from_integer(i128::from(count)))
    }

    /// Returns `numerator` out of `denominator` times `scale`, or `None` if the denominator is 0. A scale of 100
    /// gives a percentage, of 10,000 a rate per 10,000.
    pub fn scaled(numerator: u64, denominator: u64, scale: u32) -> Option<Self> {
        Self::new(i128::from(numerator) * i128::from(scale), i128::from(denominator))
    }

    /// Returns the exact difference `self - other`, or `None` if it does not fit 128 bits.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.0.checked_sub(&other.0).map(Self)
    }

    /// Returns the exact sum, or `None` if it does not fit 128 bits.
    pub fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(&other.0).map(Self)
    }

    /// The number with its sign reversed.
    #[must_use]
    pub fn negated(self) -> Self {
        Self(-self.0)
    }

    /// The number without its sign.
    #[must_use]
    pub fn magnitude(self) -> Self {
        if self < Self::whole(0) { self.negated() } else { self }
    }

    /// Returns a part of `self`, divided by `count`, or `None` if `count` is 0.
    pub fn over(self, count: u64) -> Option<Self> {
        self.divided_by(Self::whole(count))
    }

    /// Returns the product with a whole number, or `None` if it does not fit 128 bits.
    pub fn times(self, count: u64) -> Option<Self> {
        self.0.checked_mul(&Self::whole(count).0).map(Self)
    }

    /// Returns the exact quotient, or `None` if `other` is 0 or the result does not fit 128 bits.
    pub fn divided_by(self, other: Self) -> Option<Self> {
        self.0.checked_div(&other.0).map(Self)
    }

    /// The nearest whole number at or above.
    pub fn ceil(self) -> i128 {
        self.0.ceil().to_integer()
    }

    /// The nearest whole number at or below.
    pub fn floor(self) -> i128 {
        self.0.floor().to_integer()
    }

    /// Rounded once to `decimals` places, halves away from zero, as the Department for Education rounds its
    /// percentages (verified on every published share of a council, `tests/it/published.rs`).
    ///
    /// ```
    /// use corporate_parenting_calculator::number::Exact;
    ///
    /// let share = Exact::scaled(51, 646, 100).expect("the denominator is not zero");
    /// assert_eq!(share.rounded(0).to_string(), "8");
    /// assert_eq!(share.rounded(1).to_string(), "7.9");
    /// ```
    pub fn rounded(self, decimals: u8) -> Decimal {
        let scale = 10_i128.pow(u32::from(decimals));
        let doubled = self.0.numer().unsigned_abs() * scale.unsigned_abs() * 2;
        let denominator = self.0.denom().unsigned_abs();
        let units = i64::try_from((doubled + denominator) / (denominator * 2)).unwrap_or(i64::MAX);
        Decimal::new(if *self.0.numer() < 0 { -units } else { units }, decimals)
    }

    /// The nearest floating-point number, for JavaScript and for drawing; never for further arithmetic.
    #[expect(clippy::cast_precision_loss, reason = "that is what it is for")]
    pub fn to_f64(self) -> f64 {
        *self.0.numer() as f64 / *self.0.denom() as f64
    }
}

impl From<Decimal> for Exact {
    fn from(decimal: Decimal) -> Self {
        Self(Ratio::new(i128::from(decimal.units()), 10_i128.pow(u32::from(decimal.decimals()))))
    }
}

/// As many more decimals are tried to bring two rounded numbers to their rounded difference: more are read by nobody.
const MOST_MORE: u8 = 1;

/// Returns with how many decimals, at least so many, two numbers and their difference agree as they are shown: 32.5 less 31.5 is not 0.9,
/// but 32.48 less 31.55 is 0.93. Where one more will not do either, it is the number that was given.
pub fn decimals_that_agree(first: Exact, second: Exact, decimals: u8) -> u8 {
    let agree = |decimals: &u8| {
        let [first_shown, second_shown] = [first, second].map(|value| Exact::from(value.rounded(*decimals)));
        let as_shown = first_shown.minus(second_shown);
        let difference = first.minus(second).map(|difference| Exact::from(difference.rounded(*decimals)));
        as_shown.is_some() && as_shown == difference
    };
    (decimals..=decimals + MOST_MORE).find(agree).unwrap_or(decimals)
}

/// Returns the arithmetic mean, or `None` if there are no values.
pub fn mean(values: &[Exact]) -> Option<Exact> {
    let (first, rest) = values.split_first()?;
    rest.iter().try_fold(*first, |sum, value| sum.plus(*value))?.over(values.len() as u64)
}

/// Returns the middle value, or the mean of the two middle values, or `None` if there are no values.
pub fn median(values: &[Exact]) -> Option<Exact> {
    let mut sorted = values.to_vec();
    sorted.arrange();
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => None,
        n if n % 2 == 1 => Some(sorted[middle]),
        _ => mean(&sorted[middle - 1..=middle]),
    }
}
