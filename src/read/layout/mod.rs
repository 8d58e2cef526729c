//! The layouts tables come in, one file each.

mod breakdown;
mod counts;
mod lines;
mod months;
mod tidy;
mod years;

pub(crate) use lines::named_value;

use crate::figure::Place;
use crate::period::Period;

use super::block::Block;
use super::entry::Entry;
use super::header::{self, Column, Header};
use super::problem::{Problem, Severity};
use super::table::Row;
use super::{Reading, cell};

/// How a table is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
        }
    }

    /// What it is, in words for a person.
    pub const fn description(self) -> &'static str {
        match self {
            Self::Counts => "one row for each indicator with its counts",
            Self::Years => "a column for each year",
            Self::Months => "a column for each month",
            Self::Breakdown => "a breakdown with a total",
            Self::Tidy => "one row for each value",
            Self::Lines => "lines such as \u{201C}51 of 646\u{201D}",
        }
    }
}

/// Reads a block by the layout its header has; without a header, each row by what it holds.
pub(crate) fn read_block(block: &Block<'_>, reading: &mut Reading) {
    if block.rows.is_empty() {
        note_unused(block, reading);
        return;
    }
    let before = reading.entries.len();
    match &block.header {
        Some(header) if let Some(column) = repeated(header) => refuse_repeated(block, &column, reading),
        Some(header) if header.periods().next().is_some() => across(block, header, reading),
        Some(header) if tidy::fits(header) => tidy::read(block, header, reading),
        Some(header) if breakdown::fits(block, header) => breakdown::read(block, header, reading),
        Some(header) if counts::fits(header) => counts::read(block, header, reading),
        _ => {
            for row in &block.rows {
                if !lines::read_row(block, row, reading) && !counts::read_row(block, row, reading) {
                    push_unplaced(row, reading);
                }
            }
        }
    }
    for entry in &mut reading.entries[before..] {
        entry.find_subject();
    }
}

/// What heads more than one column, where that makes it impossible to tell what a number belongs to.
fn repeated(header: &Header) -> Option<String> {
    let columns = header.columns.iter().enumerate();
    let twice =
        columns.clone().find(|(index, column)| header.columns[..*index].contains(column) && column.is_read());
    twice.map(|(_, column)| match column {
        Column::At(period) => period.to_string(),
        Column::Numerator => "A number".to_owned(),
        Column::Denominator => "A denominator".to_owned(),
        _ => "A value".to_owned(),
    })
}

fn refuse_repeated(block: &Block<'_>, what: &str, reading: &mut Reading) {
    let message = format!(
        "{what} heads more than one column, so it cannot be told what a number belongs to, and the {} under it were \
         not read. Paste each indicator's columns as a table of its own",
        match block.rows.len() {
            1 => "row".to_owned(),
            rows => format!("{rows} rows"),
        }
    );
    if let Some(row) = block.header_row {
        reading.problems.push(Problem::new(Severity::Error, whole_row(row), &row.text(), message));
    }
}

fn across(block: &Block<'_>, header: &Header, reading: &mut Reading) {
    if header.periods().all(|(_, period)| matches!(period, Period::Year(_))) {
        years::read(block, header, reading);
    } else {
        months::read(block, header, reading);
    }
}

/// Reads a row of a name and a value under each period, and returns whether there was anything to read.
fn read_across(block: &Block<'_>, header: &Header, row: &Row, reading: &mut Reading) -> bool {
    let label_column = label_column(header, row);
    let before = reading.entries.len();
    for (index, period) in header.periods() {
        let Some(text) = row.cells.get(index).filter(|text| !text.is_empty()) else { continue };
        reading.entries.push(Entry {
            period: period.to_string(),
            value: text.clone(),
            columns: super::Columns { value: index + 1, ..super::Columns::default() },
            ..named(block, row, label_column)
        });
    }
    if reading.entries.len() == before {
        push_unplaced(row, reading);
    }
    reading.entries.len() > before
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
        place: Place { sheet: None, row: row.line, column: label_column + 1 },
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
        row.filled().find_map(|(index, cell)| header::broken_period(cell).map(|why| (index, cell, why)));
    let problem = match broken {
        Some((index, cell, why)) => Problem::new(
            Severity::Error,
            Place { column: index + 1, ..whole_row(row) },
            cell,
            format!("This period {why}. Expected a year as 2022/23, or a month as March 2023"),
        ),
        None => Problem::new(
            Severity::Warning,
            whole_row(row),
            &row.text(),
            "This row was not read: it has no number that goes with a name. Expected an indicator and its numbers",
        ),
    };
    reading.problems.push(problem);
}

/// Says what stands above no figure: the last heading, or else the column headings.
fn note_unused(block: &Block<'_>, reading: &mut Reading) {
    if let Some((place, text)) = &block.heading {
        let message = "Taken for a heading, but no figure follows";
        reading.problems.push(Problem::new(Severity::Note, place.clone(), text, message));
    } else if let Some(row) = block.header_row {
        let message = "Taken for column headings, but no row of figures follows";
        reading.problems.push(Problem::new(Severity::Note, whole_row(row), &row.text(), message));
    }
}

fn use_layout(layout: Layout, reading: &mut Reading) {
    if !reading.layouts.contains(&layout) {
        reading.layouts.push(layout);
    }
}
