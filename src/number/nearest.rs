//! Rounding of floating-point numbers: of models, of intervals, and as spreadsheets store them.

use super::Decimal;

impl Decimal {
    /// Returns the nearest number with so many decimals, halves away from zero, or `None` if it is not finite or has
    /// more than fifteen digits before its point. As in spreadsheets, the fifteen first digits count: what follows
    /// them is noise of the binary form, so `1.005` is halfway between `1.00` and `1.01`.
    ///
    /// ```
    /// use corporate_parenting_calculator::number::Decimal;
    ///
    /// let nearest = |value, decimals| Decimal::nearest(value, decimals).expect("it is finite").to_string();
    /// assert_eq!([nearest(43.0666, 1), nearest(1.005, 2), nearest(-0.25, 1)], ["43.1", "1.01", "-0.3"]);
    /// ```
    pub fn nearest(value: f64, decimals: u8) -> Option<Self> {
        nearest(value, decimals, 0)
    }

    /// Returns the nearest percentage with so many decimals, `7.9` of `0.0789` with one, or `None` if it is not
    /// finite or has more than fifteen digits before its point.
    pub fn nearest_percent(share: f64, decimals: u8) -> Option<Self> {
        nearest(share, decimals, 2)
    }
}

/// `value` times ten to the power of `shift`.
fn nearest(value: f64, decimals: u8, shift: usize) -> Option<Decimal> {
    if !value.is_finite() || value.abs() >= 1e15 {
        return None;
    }
    // One digit before the point, fourteen after: "1.23000000000000e-2".
    let scientific = format!("{:.14e}", value.abs());
    let (mantissa, exponent) = scientific.split_once('e')?;
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let point = exponent.parse::<i32>().ok()? + 1 + i32::try_from(shift).ok()?;
    let kept = point + i32::from(decimals);
    let units: i64 = match usize::try_from(kept) {
        Err(_) => 0,
        Ok(kept) if kept >= digits.len() => {
            let zeros = kept - digits.len();
            format!("{digits}{}", "0".repeat(zeros.min(18))).parse().ok()?
        }
        Ok(kept) => {
            let whole: i64 = if kept == 0 { 0 } else { digits[..kept].parse().ok()? };
            let up = digits.as_bytes()[kept] >= b'5';
            whole + i64::from(up)
        }
    };
    Some(Decimal::new(if value < 0.0 { -units } else { units }, decimals))
}

/// How far from a whole number the error of floating point may be.
const NOISE: f64 = 1e-6;

/// The whole number at or above, apart from the error of floating point: 43.000000001 posts are 43.
pub fn whole_above(number: f64) -> f64 {
    libm::ceil(number - NOISE)
}

/// The whole number at or below, apart from the error of floating point: 42.999999999 children are 43.
pub fn whole_below(number: f64) -> f64 {
    libm::floor(number + NOISE)
}

/// Whole pence of an amount in pounds, halves away from zero, apart from the error of floating point.
pub fn whole_pence(pounds: f64) -> f64 {
    let pence = whole_below(pounds.abs() * 100.0 + 0.5);
    if pounds < 0.0 { -pence } else { pence }
}

/// Whether parts that are rounded one by one add up to their total as it is rounded.
pub fn adds_up(total: f64, parts: &[f64], decimals: u8) -> bool {
    let units = |number: &f64| Decimal::nearest(*number, decimals).map(Decimal::units);
    let of_parts = parts.iter().map(units).sum::<Option<i64>>();
    of_parts.is_some() && of_parts == units(&total)
}
