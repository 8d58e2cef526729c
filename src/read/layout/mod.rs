//! The layouts tables come in, one file each.

mod breakdown;
mod counts;
mod lines;
mod months;
mod parts;
mod tidy;
mod years;

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::figure::Place;
use crate::period::Period;

use super::block::Block;
use super::entry::Entry;
use super::header::{self, Column, Header};
use super::problem::{Problem, TableProblem, Unclear};
use super::row::Row;
use super::{Delimiter, Reading, cell, own, percent};

/// How a table is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Layout {
    /// One row an indicator with its numerator and denominator.
    Counts,
    /// An indicator column and a column for each year.
    Years,
    /// An indicator column and a column for each month or quarter.
    Months,
    /// Categories with their number, and a total.
    Breakdown,
    /// One row a value: indicator, area, period, numerator, denominator, value.
    Tidy,
    /// Lines with "51 of 646" after a name.
    Lines,
    /// An official file of the Department for Education.
    Official,
}

impl Layout {
    /// The name used by the JavaScript face.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Counts => "counts",
            Self::Years => "years",
            Self::Months => "months",
            Self::Breakdown => "breakdown",
            Self::Tidy => "tidy",
            Self::Lines => "lines",
            Self::Official => "official",
        }
    }
}

/// Reads a block by the layout its header has; without a header, each row by what it holds. Gives the headings that
/// were not understood, if there are any.
pub(crate) fn read_block<'a>(block: &Block<'a>, reading: &mut Reading) -> Option<&'a Row> {
    if block.rows.is_empty() {
        note_unused(block, reading);
        return None;
    }
    let mut unmapped = None;
    let before = reading.entries.len();
    match &block.header {
        Some(header) if let Some(column) = repeated(header) => {
            refuse(block, Unclear::Repeated(column), reading);
        }
        Some(header) if header.periods().next().is_some() && header.holds_counts() => {
            refuse(block, Unclear::CountsAndPeriods, reading);
        }
        Some(header) if header.periods().next().is_some() && is_misaligned(block, header, reading) => {
            refuse(block, Unclear::LostCells, reading);
        }
        Some(header) if header.periods().next().is_some() => across(block, header, reading),
        None if let Some(column) = parts::column(block) => {
            use_layout(Layout::Counts, &mut reading.layouts);
            parts::read(block, column, reading);
        }
        Some(header) if tidy::fits(header) => tidy::read(block, header, reading),
        Some(header) if breakdown::fits(block, header) => breakdown::read(block, header, reading),
        Some(header) if counts::fits(header) => counts::read(block, header, reading),
        _ => unmapped = read_without_header(block, reading),
    }
    for entry in &mut reading.entries[before..] {
        entry.find_subject();
    }
    percent::add_signs(block, &mut reading.entries[before..]);
    take_period_of_heading(block, reading, before);
    if reading.entries.len() > before {
        note_unread_columns(block, reading);
    }
    own::keep_own(block, &mut reading.entries, before, &mut reading.problems);
    unmapped
}

/// Gives entries without a period the one their heading names in full ("Performance 2021/22", "Scorecard March 2022"), and
/// says so. Where it names several, none is taken.
fn take_period_of_heading(block: &Block<'_>, reading: &mut Reading, from: usize) {
    let words: Vec<&str> = block.context.split_whitespace().collect();
    let mut named: Vec<Period> = Vec::new();
    let mut start = 0;
    while start < words.len() {
        // The longest period that begins here: "2023/24 Q2" rather than "2023/24".
        let found = (1..=3).rev().find_map(|length| {
            let text = words.get(start..start + length)?.join(" ");
            let text = text.trim_matches([':', ',', '.', '(', ')']);
            // A number alone may be anything.
            let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
            Period::parse(text).ok().filter(|_| !is_plain).map(|period| (period, length))
        });
        start += found.map_or(1, |(_, length)| length);
        named.extend(found.map(|(period, _)| period).filter(|period| !named.contains(period)));
    }
    let ([period], entries) = (named.as_slice(), &mut reading.entries[from..]) else { return };
    let mut is_taken = false;
    for entry in entries.iter_mut().filter(|entry| entry.period.is_empty()) {
        entry.period = period.to_string();
        is_taken = true;
    }
    if is_taken {
        let place = block.rows.first().map_or_else(Place::default, |row| whole_row(row));
        let kind = TableProblem::PeriodFromHeading(*period);
        reading.problems.push(Problem::new(place, &block.context, kind));
    }
}

/// Reads rows one by one. Under column headings that were not understood nothing is guessed; they are returned.
fn read_without_header<'a>(block: &Block<'a>, reading: &mut Reading) -> Option<&'a Row> {
    let mut headings: Option<&'a Row> = None;
    for row in block.rows.iter().copied() {
        let holds_words_only = row.filled().count() > 1 && row.filled().all(|(_, cell)| !cell::is_data(cell));
        if holds_words_only {
            headings = Some(row);
            let kind = TableProblem::HeadingsNotUnderstood;
            reading.problems.push(Problem::new(whole_row(row), &row.text(), kind));
        } else if headings.is_some() && row.filled().count() > 2 {
            let kind = TableProblem::UnderUnknownHeadings;
            reading.problems.push(Problem::new(whole_row(row), &row.text(), kind));
        } else if !lines::read_row(block, row, reading) && !counts::read_row(block, row, reading) {
            push_unplaced(row, reading);
        }
    }
    headings
}

/// What heads more than one column, where that makes it impossible to tell what a number belongs to.
fn repeated(header: &Header) -> Option<Column> {
    let mut seen = HashSet::new();
    header.columns.iter().copied().find(|column| column.is_read() && !seen.insert(*column))
}

/// Refuses a table whose headings leave open what its numbers mean.
fn refuse(block: &Block<'_>, why: Unclear, reading: &mut Reading) {
    if let Some(row) = block.header_row {
        let kind = TableProblem::UnclearHeadings { why, rows: block.rows.len() };
        reading.problems.push(Problem::new(whole_row(row), &row.text(), kind));
    }
}

/// Whether blank cells have been lost between runs of spaces, which shifts numbers to other columns.
fn is_misaligned(block: &Block<'_>, header: &Header, reading: &Reading) -> bool {
    reading.delimiter == Delimiter::Spaces
        && block.rows.iter().any(|row| row.cells.len() != header.columns.len())
}

fn across(block: &Block<'_>, header: &Header, reading: &mut Reading) {
    let words_only =
        |row: &&Row| row.filled().count() > 2 && row.filled().all(|(_, cell)| !cell::is_data(cell));
    if block.rows.first().is_some_and(words_only) {
        refuse(block, Unclear::TwoRowsOfHeadings, reading);
        return;
    }
    let are_years = header.periods().all(|(_, period)| matches!(period, Period::Year(_)));
    if let Some(column) = parts::column(block) {
        use_layout(if are_years { Layout::Years } else { Layout::Months }, &mut reading.layouts);
        parts::read(block, column, reading);
    } else if are_years {
        years::read(block, header, reading);
    } else {
        months::read(block, header, reading);
    }
}

/// Reads a row of a name and a value under each period, and returns whether there was anything to read.
fn read_across(block: &Block<'_>, header: &Header, row: &Row, reading: &mut Reading) -> bool {
    if is_longer_than_header(header, row, reading) {
        return false;
    }
    let label_column = label_column(header, row);
    let area = header.position(Column::Area).filter(|index| *index != label_column);
    let area_text = area.and_then(|index| row.cells.get(index)).cloned().unwrap_or_default();
    let before = reading.entries.len();
    for (index, period) in header.periods() {
        let Some(text) = row.cells.get(index).filter(|text| !text.is_empty()) else { continue };
        reading.entries.push(Entry {
            period: period.to_string(),
            value: text.clone(),
            area: area_text.clone(),
            columns: super::Columns {
                value: index + 1,
                area: area.map_or(0, |index| index + 1),
                ..super::Columns::default()
            },
            ..named(block, row, label_column)
        });
    }
    if reading.entries.len() == before {
        push_unplaced(row, reading);
    }
    reading.entries.len() > before
}

/// Says when a row has numbers beyond its headings: its cells may be shifted, so none of them is read.
fn is_longer_than_header(header: &Header, row: &Row, reading: &mut Reading) -> bool {
    let beyond = row.filled().find(|(index, cell)| *index >= header.columns.len() && holds_number(cell));
    if let Some((index, cell)) = beyond {
        let place = Place { column: index + 1, ..whole_row(row) };
        reading.problems.push(Problem::new(place, cell, TableProblem::NumberWithoutHeading));
    }
    beyond.is_some()
}

/// The column, from 0, that holds a row's name.
fn label_column(header: &Header, row: &Row) -> usize {
    let first_text = row.filled().find(|(_, cell)| !cell::is_data(cell)).map(|(index, _)| index);
    header.position(Column::Name).or(first_text).unwrap_or(0)
}

/// An entry with its name and place, and nothing else yet. A row without a name takes its heading's.
fn named(block: &Block<'_>, row: &Row, label_column: usize) -> Entry {
    let own = row.cells.get(label_column).map_or("", String::as_str);
    let label = match &block.heading {
        Some((_, heading)) if own.is_empty() => heading.trim_end_matches(':'),
        _ => own,
    };
    Entry {
        place: Place { row: row.line, column: label_column + 1, ..Place::default() },
        label: label.to_owned(),
        context: block.context.clone(),
        ..Entry::default()
    }
}

fn whole_row(row: &Row) -> Place {
    Place { row: row.line, ..Place::default() }
}

/// Keeps a row that fits no layout in sight.
fn push_unplaced(row: &Row, reading: &mut Reading) {
    let broken =
        row.filled().find_map(|(index, cell)| header::broken_period(cell).map(|error| (index, cell, error)));
    let problem = match broken {
        Some((index, cell, error)) => Problem::new(
            Place { column: index + 1, ..whole_row(row) },
            cell,
            TableProblem::BrokenPeriod(error),
        ),
        None => Problem::new(whole_row(row), &row.text(), TableProblem::RowNotRead),
    };
    reading.problems.push(problem);
}

/// Says which columns hold something but are headed by words that are not known.
fn note_unread_columns(block: &Block<'_>, reading: &mut Reading) {
    let (Some(header), Some(header_row)) = (&block.header, block.header_row) else { return };
    let of_parts = parts::column(block);
    for (index, heading) in header_row.cells.iter().enumerate().filter(|(index, _)| of_parts != Some(*index))
    {
        if !block.rows.iter().any(|row| row.cells.get(index).is_some_and(|cell| !cell.is_empty())) {
            continue;
        }
        let is_unknown =
            header.columns.get(index) == Some(&Column::Other) && header::column(heading).is_none();
        let holds_numbers =
            block.rows.iter().any(|row| row.cells.get(index).is_some_and(|cell| holds_number(cell)));
        let holds_words = is_unknown && own::holds_words_unread(block, index);
        if holds_words {
            let place = Place { column: index + 1, ..whole_row(header_row) };
            reading.problems.push(Problem::new(place, heading, TableProblem::ColumnOfWords));
        } else if is_unknown && holds_numbers {
            let place = Place { column: index + 1, ..whole_row(header_row) };
            let kind = header::broken_period(heading)
                .map_or(TableProblem::ColumnNotRead, TableProblem::BrokenPeriodOfColumn);
            reading.problems.push(Problem::new(place, heading, kind));
        }
    }
}

fn holds_number(cell: &str) -> bool {
    matches!(
        cell::parse(cell),
        cell::Cell::Number(_)
            | cell::Cell::Percent(_)
            | cell::Cell::OutOf(..)
            | cell::Cell::CountWithPercent(..)
    )
}

/// Says what stands above no figure: the last heading, or else the column headings.
fn note_unused(block: &Block<'_>, reading: &mut Reading) {
    if let Some((place, text)) = &block.heading {
        reading.problems.push(Problem::new(place.clone(), text, TableProblem::HeadingAlone));
    } else if let Some(row) = block.header_row {
        reading.problems.push(Problem::new(whole_row(row), &row.text(), TableProblem::HeadingsAlone));
    }
}

/// Notes that a layout was met.
pub(super) fn use_layout(layout: Layout, layouts: &mut Vec<Layout>) {
    if !layouts.contains(&layout) {
        layouts.push(layout);
    }
}
