//! What is wrong with a row.

use serde::{Deserialize, Serialize};

use crate::indicator::{Indicator, Measure};
use crate::number::Decimal;
use crate::period::PeriodError;

use super::Severity;

/// What is wrong with a value, or worth a look.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum EntryProblem {
    /// The spreadsheet shows `####` because a column is too narrow.
    ColumnTooNarrow,
    /// The spreadsheet shows an error of a formula.
    SpreadsheetError,
    /// The name is read as this indicator, with its spelling corrected.
    Corrected(Measure),
    /// The name could be any of these.
    Ambiguous(Vec<&'static Indicator>),
    /// There is no name.
    NoName,
    /// No indicator has this name; the nearest.
    Unknown(Vec<&'static Indicator>),
    /// The row was left out.
    LeftOut,
    /// The period cannot be read.
    Period(PeriodError),
    /// A quarter or a month without its year; the period reported on gives it.
    NoYear,
    /// No area has this name or code.
    NotAnArea,
    /// A numerator without a denominator, beside a percentage that is used.
    NumeratorNotUsed,
    /// A numerator without a denominator.
    NoDenominator(Measure),
    /// A denominator without a numerator.
    NoNumerator,
    /// Two counts for an indicator that is a single number.
    NotCounts(Measure),
    /// The denominator is 0.
    DenominatorZero,
    /// The numerator is larger than the denominator.
    #[expect(missing_docs, reason = "the two counts")]
    NumeratorAboveDenominator { numerator: u64, denominator: u64 },
    /// The numerator of a rate is larger than the population.
    #[expect(missing_docs, reason = "the two counts")]
    NumeratorAbovePopulation { numerator: u64, denominator: u64 },
    /// The counts and the stated value differ by more than rounding can explain.
    FarFromCounts(Differing),
    /// The counts and the stated value differ; the counts are used.
    CountsUsed(Differing),
    /// A count below 0.
    NegativeCount,
    /// A count above what can be counted here.
    CountTooLarge,
    /// A count with decimals.
    FractionOfCount,
    /// A count that is not a number.
    NotACount,
    /// A percentage for an indicator that is not one.
    PercentOfNumber(Measure),
    /// A whole number for a percentage: it may be the percentage or its numerator.
    PercentOrCount(Measure, Decimal),
    /// A percentage so small that it may be a fraction.
    PerhapsFraction(Decimal),
    /// More digits than are kept.
    TooManyDigits,
    /// A value that is not a number.
    NotANumber,
    /// About a number, more or less than one, or between two.
    Approximate,
    /// A number with a comma that may be a decimal point.
    DecimalComma,
    /// A value below 0 for an indicator that cannot be.
    Negative(Measure),
    /// A percentage above 100.
    ShareAbove100,
    /// A rate above 10,000 per 10,000.
    RateAbove10000,
    /// A number of children or cases with decimals.
    NotWhole,
}

/// Counts and a value stated with them that differ.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Differing {
    /// What is measured.
    pub indicator: Measure,
    /// The counts.
    pub numerator: u64,
    /// The counts.
    pub denominator: u64,
    /// What the counts give, with the decimals of the stated value.
    pub computed: Decimal,
    /// The value as stated.
    pub stated: Decimal,
}

impl EntryProblem {
    pub(super) const fn severity(&self) -> Severity {
        match self {
            Self::ColumnTooNarrow | Self::SpreadsheetError | Self::Corrected(_) | Self::NumeratorNotUsed => {
                Severity::Note
            }
            Self::CountsUsed(_) | Self::PerhapsFraction(_) | Self::NoYear => Severity::Warning,
            Self::Ambiguous(..)
            | Self::NoName
            | Self::Unknown(..)
            | Self::LeftOut
            | Self::Period(..)
            | Self::NotAnArea
            | Self::NoDenominator(..)
            | Self::NoNumerator
            | Self::NotCounts(..)
            | Self::DenominatorZero
            | Self::NumeratorAboveDenominator { .. }
            | Self::NumeratorAbovePopulation { .. }
            | Self::FarFromCounts(..)
            | Self::NegativeCount
            | Self::CountTooLarge
            | Self::FractionOfCount
            | Self::NotACount
            | Self::PercentOfNumber(..)
            | Self::PercentOrCount(..)
            | Self::TooManyDigits
            | Self::NotANumber
            | Self::Approximate
            | Self::DecimalComma
            | Self::Negative(..)
            | Self::ShareAbove100
            | Self::RateAbove10000
            | Self::NotWhole => Severity::Error,
        }
    }
}
