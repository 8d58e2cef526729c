//! Header rows: which column holds what.

use serde::{Deserialize, Serialize};

use crate::period::{Period, PeriodError};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Column {
    /// Names of indicators, or of categories of a breakdown.
    Name,
    /// Names or codes of areas.
    Area,
    /// Periods, one a row.
    Period,
    /// Numerators.
    Numerator,
    /// Denominators.
    Denominator,
    /// Numerator and denominator in one cell: `51 of 646`.
    Counts,
    /// Percentages, rates or other values.
    Value,
    /// Values for one period.
    At(Period),
    /// The stated difference between periods.
    Change,
    /// Something that is not read.
    Other,
}

impl Column {
    /// Whether figures are taken from the column.
    pub const fn is_read(self) -> bool {
        matches!(self, Self::Numerator | Self::Denominator | Self::Value | Self::At(_))
    }
}

/// The meaning of the columns of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    /// One for each cell of the header row.
    pub columns: Vec<Column>,
}

/// Returns why a header cell that means to be a period is not one, or `None` for periods and other words.
pub(crate) fn broken_period(text: &str) -> Option<PeriodError> {
    Period::parse(text).err().filter(|error| *error != PeriodError::NotAPeriod)
}
