//! Decimal numbers exactly as they are written.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A decimal number exactly as written: `87.8` is 878 units of one tenth. Published and stated figures are kept in
/// this form, so their precision is never invented and never lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Decimal {
    units: i64,
    decimals: u8,
}

/// Why a text is not a [`Decimal`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalError {
    /// Not digits with at most one decimal point and a sign in front.
    NotANumber,
    /// More than nine decimal places or more than eighteen digits.
    TooLong,
}

impl std::error::Error for DecimalError {}

/// The most decimal places and digits a stated number may have; more is a spill-over from a spreadsheet formula
/// beyond what exact arithmetic here is built for.
const MAX_DECIMALS: usize = 9;
const MAX_DIGITS: usize = 18;

impl Decimal {
    /// `units` times ten to the power of minus `decimals`.
    pub const fn new(units: i64, decimals: u8) -> Self {
        Self { units, decimals }
    }

    /// The digits without their decimal point.
    pub const fn units(self) -> i64 {
        self.units
    }

    /// How many digits stand after the decimal point.
    pub const fn decimals(self) -> u8 {
        self.decimals
    }

    /// Returns the number in units of a tenth to the power of `decimals`, or `None` if it has more, or does not fit.
    pub fn units_at(self, decimals: u8) -> Option<i64> {
        let more = decimals.checked_sub(self.decimals)?;
        self.units.checked_mul(10_i64.checked_pow(u32::from(more))?)
    }

    /// The same number without zeros at the end of its decimals: `12.50` is `12.5`.
    #[must_use]
    pub const fn trimmed(mut self) -> Self {
        while self.decimals > 0 && self.units % 10 == 0 {
            self.units /= 10;
            self.decimals -= 1;
        }
        self
    }

    /// Reads digits with an optional sign, thousands commas and one decimal point. White space around is ignored;
    /// every kind of minus sign is understood, also apart from its digits (`- 6.2`).
    ///
    /// # Errors
    /// [`DecimalError::NotANumber`] for anything else, [`DecimalError::TooLong`] beyond nine decimals or eighteen
    /// digits in all.
    pub fn parse(text: &str) -> Result<Self, DecimalError> {
        let text = text.trim();
        if let Some(plain) = Self::plain(text) {
            return Ok(plain);
        }
        let (negative, rest) = match text.chars().next() {
            Some(
                '-' | '\u{2212}' | '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}' | '\u{2014}'
                | '\u{FE63}' | '\u{FF0D}',
            ) => (true, text.chars().skip(1).collect::<String>()),
            Some('+') => (false, text[1..].to_owned()),
            _ => (false, text.to_owned()),
        };
        let rest = rest.trim_start();
        let (whole, fraction) = rest.split_once('.').unwrap_or((rest, ""));
        let whole = without_thousands(whole).ok_or(DecimalError::NotANumber)?;
        if whole.len() + fraction.len() == 0 || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(DecimalError::NotANumber);
        }
        if fraction.len() > MAX_DECIMALS || whole.len() + fraction.len() > MAX_DIGITS {
            return Err(DecimalError::TooLong);
        }
        let units: i64 = format!("0{whole}{fraction}").parse().map_err(|_| DecimalError::TooLong)?;
        #[expect(clippy::cast_possible_truncation, reason = "at most MAX_DECIMALS")]
        let decimals = fraction.len() as u8;
        Ok(Self { units: if negative { -units } else { units }, decimals })
    }

    /// Returns a number that is nothing but digits and a point, as nearly all are, or `None` if it is anything else.
    fn plain(text: &str) -> Option<Self> {
        if text.len() > MAX_DIGITS {
            return None;
        }
        let (mut units, mut decimals) = (0_i64, None);
        for byte in text.bytes() {
            match byte {
                b'0'..=b'9' => {
                    units = units * 10 + i64::from(byte - b'0');
                    decimals = decimals.map(|decimals: u8| decimals + 1);
                }
                b'.' if decimals.is_none() => decimals = Some(0),
                _ => return None,
            }
        }
        let is_number = text.ends_with(|last: char| last.is_ascii_digit());
        let decimals = decimals.unwrap_or(0);
        (is_number && usize::from(decimals) <= MAX_DECIMALS).then_some(Self { units, decimals })
    }

    /// For people: thousands separated by commas, and a typographic minus: `1,655`, `83,750` or `−1.44`.
    pub fn grouped(self) -> String {
        let plain = self.to_string();
        let (whole, fraction) = plain.split_once('.').map_or((plain.as_str(), None), |(w, f)| (w, Some(f)));
        let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("\u{2212}", digits));
        let grouped = format!("{sign}{}", group_thousands(digits));
        fraction.map_or(grouped.clone(), |fraction| format!("{grouped}.{fraction}"))
    }

    /// With its sign always shown and a typographic minus: `+0.9`, `−6.2`, `0.0`.
    pub fn signed(self) -> String {
        format!("{}{}", if self.units > 0 { "+" } else { "" }, self.grouped())
    }

    /// The number without its sign.
    #[must_use]
    pub const fn magnitude(self) -> Self {
        Self { units: self.units.saturating_abs(), decimals: self.decimals }
    }
}

/// Removes thousands commas if they stand where they should; nothing for text that is not digits and commas.
fn without_thousands(whole: &str) -> Option<String> {
    if whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(whole.to_owned());
    }
    let groups: Vec<&str> = whole.split(',').collect();
    let digits = |group: &&str| group.bytes().all(|byte| byte.is_ascii_digit());
    let well_placed = (1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|group| group.len() == 3);
    (groups.iter().all(digits) && well_placed).then(|| groups.concat())
}

/// `1st`, `2nd`, `11th`, `22nd`.
pub fn ordinal(number: usize) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// Puts a comma between each three digits, counted from the right.
pub fn group_thousands(digits: &str) -> String {
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.units < 0 { "-" } else { "" };
        let scale = 10_u64.pow(u32::from(self.decimals));
        let magnitude = self.units.unsigned_abs();
        write!(formatter, "{sign}{}", magnitude / scale)?;
        if self.decimals > 0 {
            write!(formatter, ".{:0width$}", magnitude % scale, width = usize::from(self.decimals))?;
        }
        Ok(())
    }
}
