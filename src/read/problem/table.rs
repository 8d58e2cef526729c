//! What is wrong with a table as a whole.

use serde::{Deserialize, Serialize};

use crate::indicator::{Good, Measure};
use crate::number::Decimal;
use crate::period::{Period, PeriodError};

use super::super::Column;
use super::Severity;

/// What is wrong with a table, its headings or its columns, or worth a look.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TableProblem {
    /// There is no text.
    NothingToRead,
    /// There is a text, but no figure in it.
    NothingFound,
    /// The period was taken from the heading.
    PeriodFromHeading(Period),
    /// The headings of the columns are not known.
    HeadingsNotUnderstood,
    /// Rows under such headings.
    UnderUnknownHeadings(Vec<usize>),
    /// It cannot be told what the numbers under the headings belong to; how many rows were not read.
    #[expect(missing_docs, reason = "said above")]
    UnclearHeadings { why: Unclear, rows: usize },
    /// A number beyond the last heading.
    NumberWithoutHeading,
    /// A row with an impossible period.
    BrokenPeriod(PeriodError),
    /// A column headed with an impossible period.
    BrokenPeriodOfColumn(PeriodError),
    /// A row that fits no layout.
    RowNotRead,
    /// These rows are about another service.
    OtherService(Vec<usize>),
    /// These rows are of teams or other parts of the council: only the total of all is its figure.
    OfTeams(Vec<usize>),
    /// These rows may be about some of the children only, or about a plan.
    OfPart(Vec<usize>),
    /// These rows were read as targets or figures of others.
    StatedApart(Vec<usize>),
    /// Cells of these rows say that there is no number.
    NoNumber(Vec<usize>),
    /// Targets or comparators in these rows that go with no measure.
    StatedNotRead(Vec<usize>),
    /// Cells of these rows also hold a figure of an earlier time, which is not named.
    EarlierNotRead(Vec<usize>),
    /// Two rows give one measure, for one period and area, different values.
    GivenTwice(Box<Twice>),
    /// The same of targets.
    TargetTwice(Box<Twice>),
    /// The table calls one direction good for the measures of these rows, and we the other.
    #[expect(missing_docs, reason = "said above")]
    GoodDiffers { says: Good, rows: Vec<usize> },
    /// Whether their whole numbers are percentages or counts is asked once for these rows.
    SortAskedOnce(Vec<usize>),
    /// Ratings of these rows do not go with their targets.
    RatingDiffers(Vec<usize>),
    /// Arrows of these rows go with no difference of their figures.
    DirectionDiffers(Vec<usize>),
    /// The heading names several periods.
    SeveralPeriods,
    /// A column that is known and not read.
    ColumnIgnored,
    /// A column of words that is not read.
    ColumnOfWords,
    /// A heading without figures below it.
    HeadingAlone,
    /// Several of them.
    LinesSkipped(Vec<usize>),
    /// Column headings without rows below them.
    HeadingsAlone,
    /// The rows add up to something else than the stated total.
    #[expect(missing_docs, reason = "the two numbers")]
    TotalDiffers { sum: i64, stated: i64 },
    /// The stated change is not the difference of the figures.
    ChangeDiffers(Box<DifferingChange>),
    /// How many values are under the heading of a comparator or a target.
    UnderComparator(usize),
    /// The heading may speak of a part of the children, of a plan or of the opposite.
    HeadingOfPart,
    /// The heading mentions a comparator or a target.
    HeadingMentionsComparator,
    /// The columns were read as the person said.
    ReadAsSaid,
    /// Hidden rows that were read: how many, the first and the last.
    #[expect(missing_docs, reason = "said above")]
    HiddenRows { count: usize, first: usize, last: usize },
    /// Hidden columns that were read: how many, the letters of the first and the last.
    #[expect(missing_docs, reason = "said above")]
    HiddenColumns { count: usize, first: String, last: String },
    /// A hidden sheet that was not read.
    HiddenSheet,
}

/// Two values of one thing.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Twice {
    /// What is measured.
    pub indicator: Measure,
    /// For when, if that is said.
    pub period: Option<Period>,
    /// The two values.
    pub values: [Decimal; 2],
    /// The rows they stand in.
    pub rows: [usize; 2],
}

/// A change between two figures that is not the one stated.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DifferingChange {
    /// The earlier figure.
    pub from: Decimal,
    /// The later figure.
    pub to: Decimal,
    /// Their difference.
    pub difference: Decimal,
    /// The same in percent of the earlier figure, if that is not 0.
    pub percent: Option<Decimal>,
    /// The change as stated.
    pub stated: Decimal,
    /// Whether it is stated with a percent sign.
    pub has_percent_sign: bool,
}

/// Why it cannot be told what a number belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Unclear {
    /// Columns of counts and columns of periods are in one table.
    CountsAndPeriods,
    /// Cells are separated by spaces, and some rows have fewer than there are headings.
    LostCells,
    /// This heads more than one column.
    Repeated(Column),
    /// The columns name months or quarters, and nothing names their year.
    NoYear,
    /// The columns name quarters with one number for their year.
    WhichYear,
}

impl TableProblem {
    pub(super) const fn severity(&self) -> Severity {
        match self {
            Self::PeriodFromHeading(_)
            | Self::HeadingAlone
            | Self::LinesSkipped(_)
            | Self::HeadingsAlone
            | Self::ColumnIgnored
            | Self::OtherService(_)
            | Self::OfTeams(_)
            | Self::NoNumber(_)
            | Self::StatedApart(_)
            | Self::EarlierNotRead(_)
            | Self::ReadAsSaid
            | Self::HiddenSheet => Severity::Note,
            Self::RowNotRead
            | Self::ColumnOfWords
            | Self::StatedNotRead(_)
            | Self::OfPart(_)
            | Self::SeveralPeriods
            | Self::TotalDiffers { .. }
            | Self::ChangeDiffers(_)
            | Self::GivenTwice(_)
            | Self::TargetTwice(_)
            | Self::GoodDiffers { .. }
            | Self::RatingDiffers(_)
            | Self::DirectionDiffers(_)
            | Self::HeadingOfPart
            | Self::HeadingMentionsComparator
            | Self::HiddenRows { .. }
            | Self::HiddenColumns { .. } => Severity::Warning,
            Self::NothingToRead
            | Self::NothingFound
            | Self::HeadingsNotUnderstood
            | Self::UnderUnknownHeadings(..)
            | Self::UnclearHeadings { .. }
            | Self::NumberWithoutHeading
            | Self::BrokenPeriod(..)
            | Self::BrokenPeriodOfColumn(..)
            | Self::SortAskedOnce(_)
            | Self::UnderComparator(..) => Severity::Error,
        }
    }
}
