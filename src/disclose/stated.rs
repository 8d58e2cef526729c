//! What a percentage, a rate or an average says of the two counts behind it.

use crate::number::Decimal;

/// Lowest and highest value that fit.
pub(super) type Range = (i128, i128);

/// How a stated number may have been rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rounding {
    /// To the nearest.
    Nearest,
    /// In any way, cut off included.
    Any,
}

/// `least × whole <= factor × part < most × whole`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stated {
    least: i128,
    most: i128,
    factor: i128,
}

impl Stated {
    /// What `value` says, `scale` being what numerator over denominator is multiplied by; `None` if it is below 0.
    pub(super) fn new(value: Decimal, scale: u32, rounding: Rounding) -> Option<Self> {
        let slack = match rounding {
            Rounding::Nearest => 1,
            Rounding::Any => 2,
        };
        let units = i128::from(value.units()) * 2;
        let factor = 2 * i128::from(scale) * 10_i128.pow(u32::from(value.decimals()));
        (units >= 0).then_some(Self { least: units - slack, most: units + slack, factor })
    }

    /// The parts that fit some whole of a range, within a range.
    pub(super) fn parts(self, part: Range, whole: Range) -> Range {
        let least = if self.least > 0 { ceiling(self.least * whole.0, self.factor) } else { 0 };
        (part.0.max(least), part.1.min(ceiling(self.most * whole.1, self.factor) - 1))
    }

    /// The wholes that fit some part of a range, within a range. A whole is never 0.
    pub(super) fn wholes(self, part: Range, whole: Range) -> Range {
        let least = (self.factor * part.0).div_euclid(self.most) + 1;
        let most = if self.least > 0 { (self.factor * part.1).div_euclid(self.least) } else { whole.1 };
        (whole.0.max(least).max(1), whole.1.min(most))
    }
}

const fn ceiling(number: i128, by: i128) -> i128 {
    -(-number).div_euclid(by)
}

#[cfg(test)]
mod tests {
    use super::{Rounding, Stated};
    use crate::number::{Decimal, Exact};

    #[test]
    fn a_percentage_fits_the_counts_that_round_to_it() {
        for (units, decimals) in [(383, 1), (38, 0), (0, 0), (5, 1), (1000, 1), (3333, 2), (100, 0)] {
            let value = Decimal::new(units, decimals);
            let Some(stated) = Stated::new(value, 100, Rounding::Nearest) else {
                panic!("{value} is not below 0")
            };
            for whole in 1..=80_u64 {
                let fits = |part: u64| {
                    Exact::scaled(part, whole, 100).map(|share| share.rounded(decimals)) == Some(value)
                };
                let expected: Vec<u64> = (0..=whole).filter(|part| fits(*part)).collect();
                let range = stated.parts((0, i128::from(whole)), (i128::from(whole), i128::from(whole)));
                let found: Vec<u64> =
                    (0..=whole).filter(|part| (range.0..=range.1).contains(&i128::from(*part))).collect();
                assert_eq!(found, expected, "{value} of {whole}");
                for part in 0..=whole {
                    let at = (i128::from(part), i128::from(part));
                    let wholes = stated.wholes(at, (i128::from(whole), i128::from(whole)));
                    assert_eq!(wholes.0 <= wholes.1, fits(part), "{part} of {whole} is {value}");
                }
            }
        }
    }
}
