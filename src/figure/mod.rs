//! One reported value of one indicator, with where it was found.

mod together;
mod withheld;

pub use together::{Clash, Contradiction, CountOf, Counted, Source, contradictions, seen_together};
pub use withheld::{Withheld, is_spreadsheet_error};

use serde::{Deserialize, Serialize};

use crate::area::Area;
use crate::indicator::{Indicator, Kind, Measure};
use crate::number::{Decimal, Exact, Interval, MAX_COUNT, byar, wilson};
use crate::period::Period;

/// One value of one indicator for one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What is measured.
    pub indicator: Measure,
    /// For whom, where the input says so; otherwise the council the person chose.
    pub area: Option<&'static Area>,
    /// For when, where the input says so; otherwise the period the person chose.
    pub period: Option<Period>,
    /// How much.
    pub amount: Amount,
    /// The percentage or rate as the source stated it along with its counts.
    pub stated: Option<Decimal>,
    /// Where it was found.
    pub place: Option<Place>,
}

/// How much: counts where they are known, otherwise a number as stated, otherwise the reason why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// A numerator and a denominator.
    Counts {
        /// How many.
        numerator: u64,
        /// Out of how many. Never 0.
        denominator: u64,
    },
    /// A number as stated: a percentage without its counts, a rate, an average, or a count.
    Value(Decimal),
    /// No number, and why.
    Withheld(Withheld),
}

impl Amount {
    /// Whether it is hidden so that no child can be recognised.
    pub const fn is_hidden(self) -> bool {
        matches!(self, Self::Withheld(why) if why.is_confidential())
    }

    /// Returns the exact value in the indicator's unit, or `None` if the figure is withheld or counts make no sense for
    /// the kind.
    pub fn exact(self, kind: Kind) -> Option<Exact> {
        match self {
            Self::Counts { numerator, denominator } => Exact::scaled(numerator, denominator, kind.scale()?),
            Self::Value(value) => Some(value.into()),
            Self::Withheld(_) => None,
        }
    }

    /// Returns the value as shown, rounded once to the indicator's decimals if computed from counts and exactly as
    /// stated otherwise, or `None` if the figure is withheld.
    pub fn shown(self, indicator: &Indicator) -> Option<Decimal> {
        match self {
            Self::Counts { .. } => Some(self.exact(indicator.kind)?.rounded(indicator.decimals)),
            Self::Value(value) => Some(value),
            Self::Withheld(_) => None,
        }
    }

    /// Returns the 95% interval, Wilson's for a share and Byar's for a rate or a number, or `None` if counts are not
    /// known or chance cannot be judged for the kind: both methods assume that what is counted happens independently,
    /// which visits and reviews of the same child do not.
    #[expect(clippy::cast_precision_loss, reason = "counts are at most MAX_COUNT, well within 52 bits")]
    pub fn interval(self, indicator: &Indicator) -> Option<Interval> {
        let kind = indicator.kind;
        match (self, kind) {
            _ if indicator.counts_repeated_events() => None,
            (Self::Counts { numerator, denominator }, Kind::Share) => wilson(numerator, denominator),
            (Self::Counts { numerator, denominator }, Kind::Rate) if denominator > 0 => {
                Some(byar(numerator).times(f64::from(kind.scale()?) / denominator as f64))
            }
            (Self::Value(_), Kind::Count) => self.count().map(byar),
            _ => None,
        }
    }

    /// Returns the value as a whole number, or `None` if it is not one.
    pub fn count(self) -> Option<u64> {
        match self {
            Self::Value(value) if value.decimals() == 0 => {
                u64::try_from(value.units()).ok().filter(|count| *count <= MAX_COUNT)
            }
            _ => None,
        }
    }
}

/// A place in what was pasted or opened, counted from 1 as people count.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Name of the file, for files.
    pub file: Option<String>,
    /// Name of the sheet, for workbooks.
    pub sheet: Option<String>,
    /// Line of pasted text, or row of a sheet.
    pub row: usize,
    /// Column; `A` is 1. 0 where the whole row is meant.
    pub column: usize,
}

impl Place {
    /// The same row and column of a file and sheet.
    #[must_use]
    pub fn within(&self, outer: &Self) -> Self {
        Self { file: outer.file.clone(), sheet: outer.sheet.clone(), ..self.clone() }
    }

    /// The column as a spreadsheet letters it: `A`, `Z`, `AA`; empty where the whole row is meant.
    pub fn letters(&self) -> String {
        let mut letters = Vec::new();
        let mut rest = self.column;
        while rest > 0 {
            rest -= 1;
            letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
            rest /= 26;
        }
        letters.iter().rev().collect()
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let named = self.file.iter().cloned().chain(self.sheet.iter().map(|sheet| format!("sheet {sheet}")));
        let row = (self.row > 0).then(|| format!("row {}", self.row));
        let column = (self.column > 0).then(|| format!("column {}", self.letters()));
        formatter.write_str(&named.chain(row).chain(column).collect::<Vec<_>>().join(", "))
    }
}
