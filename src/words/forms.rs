//! What is wrong with what was typed into a box of a form.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

use crate::compare::TargetError;
use crate::number::Decimal;
use crate::scenario::{CaseloadError, ReachError};

/// Why there is nothing to reach yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoTarget {
    /// Too few councils have an official figure for a best quarter.
    FewCouncils,
    /// The two counts cannot be a share.
    BadCounts,
    /// No council is chosen, so there is no region and there are no neighbours.
    NoCouncil,
    /// The comparator has no figure, and why.
    NoFigure(String),
    /// What is refused as a target to reach.
    Reach(ReachError),
}

impl Error for NoTarget {}

impl Display for NoTarget {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::FewCouncils => {
                formatter.write_str("There are too few official figures to find the top quarter.")
            }
            Self::BadCounts => formatter.write_str(
                "The denominator must be at least 1, and the numerator no larger than the denominator.",
            ),
            Self::NoCouncil => formatter.write_str(
                "Choose your council on the Figures screen to compare with its region and neighbours.",
            ),
            Self::NoFigure(reason) => write!(formatter, "Choose another target: {reason}."),
            Self::Reach(error) => write!(formatter, "{error}."),
        }
    }
}

/// What is wrong with what was typed into a box. Its sentence has no full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormError {
    /// The text, which is not a number.
    NotANumber(String),
    /// The text, which is not a number where one such as 71 or 71.5 is asked for.
    NotADecimal(String),
    /// The text, which has more digits than are kept.
    TooManyDigits(String),
    /// Several numbers where one is asked for.
    SeveralNumbers,
    /// The text, which holds several numbers or is written in another way than numbers are here.
    NotOneNumber(String),
    /// The number, below 1, which may be a percentage or a share.
    ShareOrPercent(Decimal),
    /// Not a percentage.
    NotAPercentage,
    /// Not a whole number from 0.
    NotACount,
    /// Not a whole number from 1.
    NotACountOfAll,
    /// Not a whole number of months.
    NotMonths,
    /// Not a month of a year.
    NotACalendarMonth,
    /// Not a month from the first one on, or no first month is given.
    NotAPlanMonth,
    /// One of the two numbers of a stage without the other.
    HalfAStage,
    /// Newly qualified workers without what one of them counts as.
    CountsAsWhat,
    /// Not a number of children in an area.
    NotAPopulation,
    /// One end of a range without the other.
    HalfARange,
    /// A change that leaves nobody in the denominator.
    LeavesNobody,
    /// A tolerance without a target.
    ToleranceAlone,
    /// What the model of caseloads refuses.
    Caseload(CaseloadError),
    /// What is refused as a target to reach.
    Reach(ReachError),
    /// What is refused as a target of an indicator.
    Target(TargetError),
}

impl Error for FormError {}

impl Display for FormError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotANumber(text) => write!(formatter, "\u{201C}{text}\u{201D} is not a number"),
            Self::NotADecimal(text) => {
                write!(formatter, "\u{201C}{text}\u{201D} is not a number. Enter a number such as 71 or 71.5")
            }
            Self::TooManyDigits(text) => {
                write!(
                    formatter,
                    "\u{201C}{text}\u{201D} has too many digits. Enter a number such as 71 or 71.5"
                )
            }
            Self::SeveralNumbers => formatter.write_str(
                "One number goes here. Paste the cases of each worker under \u{201C}How evenly cases are held\u{201D}",
            ),
            Self::NotOneNumber(text) => write!(
                formatter,
                "\u{201C}{text}\u{201D} is not one number. Enter one such as 646, 1,200 or 1.5"
            ),
            Self::ShareOrPercent(typed) => {
                let hundredfold = Decimal::new(100 * typed.units(), typed.decimals()).trimmed();
                write!(
                    formatter,
                    "Is this {hundredfold}% or {typed}%? Enter it with its % sign"
                )
            }
            Self::NotAPercentage => formatter.write_str("Enter a percentage, such as 71%"),
            Self::NotACount => formatter.write_str("Enter a whole number, 0 or more, such as 162"),
            Self::NotACountOfAll => formatter.write_str("Enter a whole number, 1 or more, such as 233"),
            Self::NotMonths => formatter.write_str("Enter a whole number of months, such as 24"),
            Self::NotACalendarMonth => formatter.write_str("Enter a month and its year, such as April 2026"),
            Self::NotAPlanMonth => formatter.write_str(
                "Enter a month that is not before the first month under Dates, or its number: 1 is the first month",
            ),
            Self::CountsAsWhat => formatter.write_str(
                "Enter how much of a full caseload a newly qualified worker holds, such as 0.9. Enter 0 to leave them out",
            ),
            Self::HalfAStage => {
                formatter.write_str("Give both the month and what a worker counts as, or neither")
            }
            Self::NotAPopulation => formatter.write_str("Enter a whole number, such as 135,700"),
            Self::HalfARange => formatter.write_str("Give both ends of the range, or neither"),
            Self::LeavesNobody => formatter
                .write_str("This change would leave no children. Enter a percentage such as 10 or \u{2212}5"),
            Self::ToleranceAlone => formatter.write_str("A tolerance needs a target"),
            Self::Caseload(error) => error.fmt(formatter),
            Self::Reach(error) => error.fmt(formatter),
            Self::Target(error) => error.fmt(formatter),
        }
    }
}
