//! What is wrong with a value, or worth a look.

use std::fmt::{self, Display, Formatter};

use crate::indicator::{Indicator, Kind};
use crate::period::PeriodError;
use crate::read::{Differing, EntryProblem};
use crate::words::text::either;

const PERIODS: &str =
    "Enter a year such as 2022/23 or 2023, a quarter such as Q1 2022/23, or a month such as March 2023";

impl Display for EntryProblem {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::ColumnTooNarrow => f.write_str(
                "The column is too narrow to show this number. Widen it in the spreadsheet and copy it again",
            ),
            Self::SpreadsheetError => f.write_str(
                "The spreadsheet shows an error instead of a number. Correct its formula, or type the number",
            ),
            Self::Corrected(indicator) => {
                write!(f, "Read as \u{201C}{}\u{201D}, with the spelling corrected", indicator.title)
            }
            Self::Ambiguous(several) => write!(
                f,
                "Which measure is this? It could be {}. Choose one, or leave the row out",
                alternatives(several)
            ),
            Self::NoName => {
                f.write_str("Which measure is this number? It has no name. Choose one, or leave the row out")
            }
            Self::Unknown(near) => match near.as_slice() {
                [] => f.write_str("No measure has this name. Choose one, or leave the row out"),
                near => write!(
                    f,
                    "Which measure is this? The nearest {} {}. Choose one, or leave the row out",
                    if near.len() == 1 { "is" } else { "are" },
                    alternatives(near)
                ),
            },
            Self::LeftOut => f.write_str("This row is left out"),
            Self::Period(error) => broken_period(*error, f),
            Self::NoYear => f.write_str(
                "Which year is this in? Choose the period of the scorecard, or write the year, such as Q1 2022/23",
            ),
            Self::NotAnArea => {
                f.write_str("This is not the name or code of an English council, a region or England")
            }
            Self::NumeratorNotUsed => {
                f.write_str("There is no denominator for this numerator, so only the percentage was used")
            }
            Self::NoDenominator(indicator) => {
                write!(f, "This numerator needs a denominator: the number of {}", denominator(indicator))
            }
            Self::NoNumerator => {
                f.write_str("This denominator needs a numerator. Give both, or only the percentage")
            }
            Self::NotCounts(indicator) => write!(
                f,
                "\u{201C}{}\u{201D} is a single number ({}). Give the number alone, or choose another measure",
                indicator.title, indicator.unit
            ),
            Self::DenominatorZero => {
                f.write_str("The denominator is 0. Enter at least 1, or leave the row out")
            }
            Self::NumeratorAboveDenominator { numerator, denominator } => {
                write!(f, "The numerator, {numerator}, is larger than the denominator, {denominator}")
            }
            Self::NumeratorAbovePopulation { numerator, denominator } => {
                write!(f, "The numerator, {numerator}, is larger than the population, {denominator}")
            }
            Self::FarFromCounts(differing) => {
                differing.fmt(f)?;
                f.write_str(". One of the three is wrong or in the wrong column")
            }
            Self::CountsUsed(differing) => {
                differing.fmt(f)?;
                f.write_str(". The counts were used")
            }
            Self::NegativeCount => f.write_str("A number of children or cases cannot be negative"),
            Self::CountTooLarge => f.write_str("This number is too large to be a count"),
            Self::FractionOfCount => {
                f.write_str("A count is a whole number. Put a percentage or an average in the value column")
            }
            Self::NotACount => f.write_str("This is not a whole number. Enter digits such as 51 or 1,655"),
            Self::PercentOfNumber(indicator) => write!(
                f,
                "This is a percentage, but \u{201C}{}\u{201D} is a number ({})",
                indicator.title, indicator.unit
            ),
            Self::PercentOrCount(indicator, value) => write!(
                f,
                "{value} may be a percentage or a count. If it is a percentage, write {value}%. If it is a count, also give the \
                 number of {}",
                denominator(indicator)
            ),
            Self::PerhapsFraction(value) => write!(
                f,
                "Read as {value}%. If it is a fraction (spreadsheets store 8% as 0.08), write it as a percentage"
            ),
            Self::TooManyDigits => f.write_str("This number has too many digits. Give at most nine decimals"),
            Self::NotANumber | Self::Approximate | Self::DecimalComma => f.write_str(not_a_number(self)),
            Self::Negative(indicator) => write!(f, "\u{201C}{}\u{201D} cannot be negative", indicator.title),
            Self::ShareAbove100 => {
                f.write_str("A percentage cannot be above 100. If this is a count, give its denominator")
            }
            Self::RateAbove10000 => f.write_str("A rate per 10,000 cannot be above 10,000"),
            Self::NotWhole => f.write_str("A number of children or cases must be a whole number"),
        }
    }
}

impl Display for Differing {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { indicator, numerator, denominator, computed, stated } = self;
        let percent = if indicator.kind == Kind::Share { "%" } else { "" };
        write!(f, "{numerator} of {denominator} is {computed}{percent}, but the table says {stated}{percent}")
    }
}

const fn not_a_number(problem: &EntryProblem) -> &'static str {
    match problem {
        EntryProblem::Approximate => {
            "This number is approximate, so it was not used. Type the exact number if you have it"
        }
        EntryProblem::DecimalComma => {
            "Is the comma a decimal point? If so, write the number with a point, such as 9.8%"
        }
        _ => {
            "This is not a number. Enter a percentage such as 7.9%, a number such as 646, or a symbol such as c or x"
        }
    }
}

fn broken_period(error: PeriodError, f: &mut Formatter<'_>) -> fmt::Result {
    match error {
        PeriodError::NotAPeriod => write!(f, "This is not a period. {PERIODS}"),
        PeriodError::OutOfRange => f.write_str("This year is outside 2000 to 2099"),
        PeriodError::NotConsecutive => write!(f, "These are not two consecutive years. {PERIODS}"),
        PeriodError::WhichYear => {
            f.write_str("Which financial year is this quarter in? Write both years, such as Q3 2024/25")
        }
    }
}

/// What a denominator counts, in words.
const fn denominator(indicator: &Indicator) -> &'static str {
    if indicator.denominator.is_empty() { "children it is out of" } else { indicator.denominator }
}

/// Titles joined as alternatives.
fn alternatives(indicators: &[&Indicator]) -> String {
    let quoted: Vec<String> =
        indicators.iter().map(|indicator| format!("\u{201C}{}\u{201D}", indicator.title)).collect();
    either(&quoted)
}
