//! Header rows: which column holds what.

use serde::{Deserialize, Serialize};

use crate::period::{Period, PeriodError};

use super::row::Row;

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
    /// The words of the first cell where they name the table rather than the column.
    pub title: String,
}

impl Header {
    /// The position, from 0, of the first column that holds `wanted`.
    pub(crate) fn position(&self, wanted: Column) -> Option<usize> {
        self.columns.iter().position(|column| *column == wanted)
    }

    /// Whether a column holds counts.
    pub(crate) fn holds_counts(&self) -> bool {
        [Column::Numerator, Column::Denominator, Column::Counts]
            .iter()
            .any(|column| self.position(*column).is_some())
    }

    /// Columns that hold one period each.
    pub(crate) fn periods(&self) -> impl Iterator<Item = (usize, Period)> {
        self.columns.iter().enumerate().filter_map(|(index, column)| match column {
            Column::At(period) => Some((index, *period)),
            _ => None,
        })
    }
}

/// The meaning of a header cell on its own; nothing for words that head no column we know.
pub(crate) fn column(text: &str) -> Option<Column> {
    let without_outturn = ["outturn", "out-turn", "actual", "result", "final"].iter().find_map(|word| {
        let end = text.len().checked_sub(word.len())?;
        text.get(end..).filter(|tail| tail.eq_ignore_ascii_case(word)).map(|_| text[..end].trim_end())
    });
    if let Ok(period) = Period::parse(without_outturn.filter(|rest| !rest.is_empty()).unwrap_or(text)) {
        return Some(Column::At(period));
    }
    // Numbers are no words.
    if !text.contains(|c: char| c.is_alphabetic() || matches!(c, '%' | '+')) {
        return None;
    }
    let words = text.to_lowercase().replace(['_', '-', '.', ':'], " ");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(match words.as_str() {
        "indicator"
        | "indicators"
        | "measure"
        | "measures"
        | "indicator name"
        | "pi"
        | "kpi"
        | "description"
        | "performance indicator"
        | "key performance indicator"
        | "metric"
        | "name"
        | "category" => Column::Name,
        "area" | "council" | "local authority" | "authority" | "la" | "la name" | "area name"
        | "geography" | "geographic area" | "la code" | "area code" => Column::Area,
        "period" | "year" | "month" | "quarter" | "time period" | "date" | "financial year"
        | "reporting year" => Column::Period,
        "numerator"
        | "number"
        | "count"
        | "number of children"
        | "children"
        | "actual number"
        | "number of young people"
        | "number of care leavers" => Column::Numerator,
        "denominator" | "cohort" | "out of" | "of" | "base" | "den" | "denom" | "total cohort"
        | "number in cohort" | "cohort size" | "total" | "total children" => Column::Denominator,
        "counts" | "numerator/denominator" | "number of cohort" => Column::Counts,
        "%" | "percent" | "percentage" | "per cent" | "value" | "rate" | "% of cohort" | "figure"
        | "result" | "outturn" | "actual" | "performance" | "share" | "%age" => Column::Value,
        "difference"
        | "change"
        | "variance"
        | "diff"
        | "+/"
        | "+/ "
        | "movement"
        | "difference (points)"
        | "point change"
        | "percentage point change" => Column::Change,
        "target"
        | "england"
        | "national"
        | "region"
        | "regional"
        | "statistical neighbours"
        | "statistical neighbour"
        | "stat neighbours"
        | "sn"
        | "sns"
        | "comments"
        | "comment"
        | "commentary"
        | "rag"
        | "rag rating"
        | "direction of travel"
        | "dot"
        | "trend"
        | "status"
        | "good is"
        | "polarity"
        | "notes"
        | "note"
        | "unit"
        | "owner"
        | "source"
        | "benchmark"
        | "in words"
        | "95% interval" => Column::Other,
        // Columns of our own copied table among them.
        _ if words.starts_with("beside ") || words.starts_with("statistical neighbours") => Column::Other,
        _ if crate::area::by_name(&words).is_some_and(|area| area.level != crate::area::Level::Council) => {
            Column::Other
        }
        _ => return None,
    })
}

/// Reads a row as a header; nothing if it is not one. A header has at least one column, besides its first, that is
/// known to hold figures or periods, and no cell with a number that is not a year.
pub(crate) fn parse(row: &Row) -> Option<Header> {
    let mut meanings = Vec::with_capacity(row.cells.len());
    for (index, cell) in row.cells.iter().enumerate() {
        let meaning = column(cell);
        if meaning.is_none() && index > 0 && super::cell::is_data(cell) {
            return None;
        }
        meanings.push(meaning);
    }
    let of_unknown = |index| if index == 0 { Column::Name } else { Column::Other };
    let mut columns: Vec<Column> =
        (0..).zip(&meanings).map(|(index, meaning)| meaning.unwrap_or_else(|| of_unknown(index))).collect();
    let first = *meanings.first()?;
    // A column of row numbers before the names.
    if columns[1..].contains(&Column::Name) && first.is_none() {
        columns[0] = Column::Other;
    }
    let is_known = |column: &Column| !matches!(column, Column::Other | Column::Name | Column::Area);
    // A row of figures may hold a date and words; most cells of a header are words we know, unless it says so itself.
    let says_so = first == Some(Column::Name);
    let filled = row.filled().filter(|(index, _)| *index > 0);
    let (known, unknown): (Vec<_>, Vec<_>) = filled.partition(|(index, _)| meanings[*index].is_some());
    if !says_so && known.len() < unknown.len() {
        return None;
    }
    let is_header = columns.len() > 1
        && columns[1..].iter().any(is_known)
        && columns.iter().any(|column| column.is_read());
    // "Reviews held | 2022" is no header: a name that leads to an indicator, and a number that may be a count.
    let is_lone_number = row.filled().count() == 2
        && !row.cells[0].is_empty()
        && first.is_none()
        && row.cells[1..]
            .iter()
            .any(|cell| cell.len() == 4 && cell.bytes().all(|byte| byte.is_ascii_digit()))
        && names_indicator(&row.cells[0]);
    if !is_header || is_lone_number {
        return None;
    }
    // A first column without a heading, or headed by a title, holds the names.
    if !columns.contains(&Column::Name) && row.cells[0].is_empty() {
        columns[0] = Column::Name;
    }
    let title = if first.is_none() { row.cells[0].clone() } else { String::new() };
    Some(Header { columns, title })
}

fn names_indicator(text: &str) -> bool {
    !matches!(crate::indicator::match_name(text, ""), crate::indicator::Match::Unknown)
}

/// Returns why a header cell that means to be a period is not one, or `None` for periods and other words.
pub(crate) fn broken_period(text: &str) -> Option<PeriodError> {
    Period::parse(text).err().filter(|error| *error != PeriodError::NotAPeriod)
}
