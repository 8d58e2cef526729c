//! What a person is asked about a text or a file before anything is read from it.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

use crate::figure::Amount;
use crate::read::Entry;
use crate::words::figure::amount_text;
use crate::words::text::counted;

pub fn what_is_in_columns(source: &str) -> String {
    format!("What is in each column? ({source})")
}

pub fn which_sheets(source: &str) -> String {
    format!("Which sheets of {source}?")
}

pub const ADD_SHEETS: &str = "Add the chosen sheets";
pub const CANCEL: &str = "Cancel";

pub const PERSONAL_HEADING: &str = "This looks like personal data";

pub fn nothing_read(source: &str) -> String {
    format!("Nothing was read from {source}. It may contain:")
}

/// A sheet on which something was found, before its place.
pub fn sheet(name: &str) -> String {
    format!("sheet {name}, ")
}

/// What was found, and where.
pub fn found_at(place: &str, what: &str) -> String {
    format!("{place}: {what}")
}

pub const MORE_PLACES: &str = "and more places.";
pub const ONLY_TOTALS: &str = "Remove these, or make a table of totals, and paste again. This page needs totals only: counts of children and percentages, \
     nothing about any one child.";
pub const CLOSE: &str = "Close";

pub const THE_TEXT: &str = "The text";
pub const HIDDEN_SHEET: &str = " (hidden sheet)";
pub const UNKNOWN_HEADINGS: &str = "headings that were not recognised";

/// How many figures were found on a sheet.
pub fn figures(count: usize) -> String {
    match count {
        0 => "no figures".to_owned(),
        1 => "1 figure".to_owned(),
        many => format!("{many} figures"),
    }
}

pub const NOT_USED: &str = "Not used";
pub const INDICATOR: &str = "Measure";
pub const AREA: &str = "Council or area";
pub const PERIOD: &str = "Period";
pub const NUMERATOR: &str = "Numerator";
pub const DENOMINATOR: &str = "Denominator";
pub const COUNTS: &str = "Both counts, such as 51 of 646";
pub const VALUE: &str = "Percentage or value";
pub const ONE_PERIOD: &str = "Values for one period";

/// A column without a heading, counted from 1.
pub fn column(number: usize) -> String {
    format!("Column {number}")
}

pub fn what_is_in(heading: &str) -> String {
    format!("What is in \u{201C}{heading}\u{201D}")
}

pub fn period_of(heading: &str) -> String {
    format!("Period of \u{201C}{heading}\u{201D}")
}

pub const EXAMPLE_PERIOD: &str = "2022/23";

pub fn not_recognised(place: &str) -> String {
    format!(
        "The headings in {place} were not recognised. Choose what is in each column. Your answer is used again for tables \
         with the same headings."
    )
}

pub const FIRST_ROWS: &str = "The first rows of the table";
pub const FIRST_ROWS_CAPTION: &str = "The first rows of the table, with a choice above each column";
pub const READ_WITH_COLUMNS: &str = "Read with these columns";
pub const SKIP_TABLE: &str = "Skip this table";

/// What is missing in what a person says of the columns of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnsError {
    /// A column is of one period, which is not a period.
    NoPeriod,
    /// No column holds the names of the indicators.
    NoNames,
    /// No column holds figures.
    NoFigures,
}

impl Error for ColumnsError {}

impl Display for ColumnsError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoPeriod => {
                "Enter the period of each column that has values for one period, such as 2022/23 or March 2023."
            }
            Self::NoNames => "Choose the column that has the names of the measures.",
            Self::NoFigures => "Choose a column that has figures.",
        })
    }
}

/// The heading above figures that differ from those known.
pub fn corrections_heading(count: usize) -> String {
    match count {
        1 => "1 figure differs from the one you had. Which one is right?".to_owned(),
        _ => format!("{count} figures differ from those you had. Which ones are right?"),
    }
}

/// What differs: `Children in care, March 2024: was 638, is 631`.
pub fn correction(old: &Entry, new: &Entry) -> String {
    let amount = |entry: &Entry| {
        let figure = entry.check().figure;
        figure.map_or_else(String::new, |figure| amount_text(&figure.indicator, figure.amount))
    };
    let counts = |entry: &Entry| match entry.check().figure.map(|figure| figure.amount) {
        Some(Amount::Counts { numerator, denominator }) => {
            format!(" ({} of {})", counted(numerator), counted(denominator))
        }
        _ => String::new(),
    };
    let [was, is] = [old, new].map(|entry| format!("{}{}", amount(entry), counts(entry)));
    let named = [&old.label, &old.period].map(|text| text.trim()).into_iter().filter(|text| !text.is_empty());
    format!("{}: was {was}, is {is}", named.collect::<Vec<_>>().join(", "))
}

pub const USE_THIS: &str = "Use the new figure";
pub const KEEP_THIS: &str = "Keep the old one";
pub const USE_NEW: &str = "Use the new figures";
pub const KEEP_OLD: &str = "Keep the old figures";
