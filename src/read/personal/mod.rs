//! The guard at the door: names, dates of birth and other personal data are found before anything is kept.
//!
//! Two kinds of signs count: a heading (of a column, or the label of a row) with values of the kind it names under or
//! beside it, and values that are personal by themselves, such as an NHS number whose check digit is right. A heading
//! alone is no sign: "Date of birth recorded: 646 of 646" is a figure. Values are never shown, only places.

mod date;
mod heading;
mod name;
mod value;

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::figure::Place;

use super::problem::{Problem, Severity};
use super::table::Row;
use super::{cell, header};

/// What kind of personal data was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// Names of people.
    Name,
    /// Dates of birth.
    DateOfBirth,
    /// NHS numbers.
    NhsNumber,
    /// Unique pupil numbers.
    PupilNumber,
    /// Postcodes.
    Postcode,
    /// Addresses.
    Address,
    /// E-mail addresses.
    Email,
    /// Telephone numbers.
    Telephone,
    /// Numbers of persons in a case-management system.
    PersonId,
}

impl Kind {
    /// What it is, as part of a sentence.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Name => "names of people",
            Self::DateOfBirth => "dates of birth",
            Self::NhsNumber => "NHS numbers",
            Self::PupilNumber => "unique pupil numbers",
            Self::Postcode => "postcodes",
            Self::Address => "addresses",
            Self::Email => "e-mail addresses",
            Self::Telephone => "telephone numbers",
            Self::PersonId => "numbers that identify a person",
        }
    }
}

/// Personal data at one place: a column, or a row, of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Personal {
    /// What it is.
    pub kind: Kind,
    /// The column (its row is 0) or the row (its column is 0).
    pub place: Place,
    /// The heading or label that names it; empty where the values themselves gave it away.
    pub heading: String,
    /// First and last row of the part of the table it stands in.
    pub(crate) rows: (usize, usize),
}

impl Personal {
    /// As a problem, for those who are not asked.
    pub(super) fn problem(&self) -> Problem {
        let message = format!(
            "This holds {}, so nothing was read. Leave it out and try again: only totals are wanted",
            self.kind.words()
        );
        Problem::new(Severity::Error, self.place.clone(), &self.heading, message)
    }

    /// Where it stands, without its sheet: `column B (headed "DOB")`, `row 5`.
    pub fn where_words(&self) -> String {
        let place = if self.place.column > 0 {
            format!("column {}", self.place.letters())
        } else {
            format!("row {}", self.place.row)
        };
        if self.heading.is_empty() {
            place
        } else {
            format!("{place} (headed \u{201C}{}\u{201D})", self.heading)
        }
    }
}

/// Finds personal data in a table, part by part. Rows below a blank line go on with the columns above, unless they
/// have headings of their own.
pub(crate) fn find(rows: &[Row]) -> Vec<Personal> {
    let mut found = Vec::new();
    let mut start = 0;
    for end in 1..=rows.len() {
        if end == rows.len() || (rows[end].after_gap && has_headings(&rows[end..])) {
            find_in_part(&rows[start..end], &mut found);
            start = end;
        }
    }
    found.sort_by_key(|each| (each.place.column == 0, each.place.column, each.place.row, each.kind));
    found.dedup_by(|later, first| later.place == first.place && later.rows == first.rows);
    found
}

/// Whether one of the first rows holds column headings.
fn has_headings(rows: &[Row]) -> bool {
    let is_heading = |cell: &str| header::column(cell).is_some() || heading::meaning(cell).is_some();
    let heads = |row: &Row| {
        let words = row.filled().all(|(_, cell)| !cell::is_data(cell) || header::column(cell).is_some());
        row.filled().count() > 1 && words && row.filled().any(|(_, cell)| is_heading(cell))
    };
    rows.iter().take(3).any(heads)
}

/// The cells of a column from a row on, that hold something.
fn below<'a>(rows: &'a [Row], from: usize, column: usize) -> Vec<&'a str> {
    let cell = |row: &'a Row| row.cells.get(column).map(String::as_str).filter(|cell| !cell.is_empty());
    rows[from..].iter().filter_map(cell).collect()
}

fn find_in_part(rows: &[Row], found: &mut Vec<Personal>) {
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return };
    let range = (first.line, last.line);
    let in_column = |kind, column: usize, heading: &str| Personal {
        kind,
        place: Place { column: column + 1, ..Place::default() },
        heading: heading.to_owned(),
        rows: range,
    };
    let in_row = |kind, row: &Row, heading: &str| Personal {
        kind,
        place: Place { row: row.line, ..Place::default() },
        heading: heading.to_owned(),
        rows: (row.line, row.line),
    };
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let labels: Vec<(&Row, heading::Meaning)> =
        rows.iter().filter_map(|row| Some((row, label(row)?))).collect();
    // A record of one person has its labels below each other: they head no columns.
    let is_record = labels.len() > 1;
    let is_label = |row: &Row| is_record && labels.iter().any(|(labelled, _)| labelled.line == row.line);
    let mut columns = by_headings(rows, width, &is_label, &in_column);
    if is_record || columns.iter().all(Option::is_none) {
        found.extend(labels.iter().map(|(row, meaning)| in_row(meaning.kind, row, &meaning.heading)));
    }
    let first_column = rows.iter().filter_map(|row| row.filled().next()).map(|(column, _)| column).min();
    for (column, known) in columns.iter_mut().enumerate().filter(|(_, known)| known.is_none()) {
        let cells = below(rows, 0, column);
        let are_nhs_numbers = value::are_nhs_numbers(&cells);
        let hits: Vec<(&Row, Kind)> = rows
            .iter()
            .filter_map(|row| Some((row, value::kind_of(row.cells.get(column)?)?)))
            .filter(|(_, kind)| *kind != Kind::NhsNumber || are_nhs_numbers)
            .collect();
        let names_rows = Some(column) == first_column && hits.len() * 2 < cells.len();
        match hits.first() {
            // One address among the names of rows: leaving out the column would leave nothing.
            Some(_) if names_rows || width == 1 || is_record => {
                found.extend(hits.iter().map(|(row, kind)| in_row(*kind, row, "")));
            }
            Some((_, kind)) => *known = Some(in_column(*kind, column, "")),
            None if date::are_birth_dates(&cells) => *known = Some(in_column(Kind::DateOfBirth, column, "")),
            None => {}
        }
    }
    // Beside dates of birth or NHS numbers, a column of what looks like names is one, whatever its heading.
    if columns.iter().flatten().any(|each| each.kind != Kind::Name) {
        for (column, known) in columns.iter_mut().enumerate().filter(|(_, known)| known.is_none()) {
            let cells = below(rows, 1, column);
            let names = cells.iter().filter(|cell| name::is_persons_name(cell)).count();
            if names > 1 && names == cells.len() {
                *known = Some(in_column(Kind::Name, column, ""));
            }
        }
    }
    found.extend(columns.into_iter().flatten());
}

/// The columns whose headings announce personal data and have it below them.
fn by_headings(
    rows: &[Row],
    width: usize,
    is_label: &dyn Fn(&Row) -> bool,
    in_column: &dyn Fn(Kind, usize, &str) -> Personal,
) -> Vec<Option<Personal>> {
    // A word that is repeated down a column is no heading of it, and to look below each of them takes too long.
    const MOST_HEADINGS: usize = 4;
    let mut columns: Vec<Option<Personal>> = vec![None; width];
    let mut tried = vec![0; width];
    for (index, row) in rows.iter().enumerate().filter(|(_, row)| !is_label(row)) {
        for (column, cell) in row.filled() {
            if columns[column].is_some() || tried[column] >= MOST_HEADINGS {
                continue;
            }
            let Some(meaning) = heading::meaning(cell) else { continue };
            tried[column] += 1;
            if meaning.is_confirmed_by(&below(rows, index + 1, column)) {
                columns[column] = Some(in_column(meaning.kind, column, &meaning.heading));
            }
        }
    }
    columns
}

/// The label of a row that announces personal data and has it beside it.
fn label(row: &Row) -> Option<heading::Meaning> {
    let mut filled = row.filled();
    let ((_, label), (_, beside)) = (filled.next()?, filled.next()?);
    let meaning = heading::meaning(label)?;
    (filled.count() <= 1 && meaning.is_confirmed_by_one(beside)).then_some(meaning)
}

/// Takes out what was found: the cells of its columns are emptied, its rows removed.
pub(crate) fn leave_out(rows: &mut Vec<Row>, found: &[Personal]) {
    let lines: HashSet<usize> =
        found.iter().filter(|each| each.place.column == 0).map(|each| each.place.row).collect();
    for each in found.iter().filter(|each| each.place.column > 0) {
        let start = rows.partition_point(|row| row.line < each.rows.0);
        for row in rows[start..].iter_mut().take_while(|row| row.line <= each.rows.1) {
            if let Some(cell) = row.cells.get_mut(each.place.column - 1) {
                cell.clear();
            }
        }
    }
    // A gap before a row that goes is a gap before the next that stays.
    let mut gap = false;
    rows.retain_mut(|row| {
        let stays = !lines.contains(&row.line) && row.filled().next().is_some();
        gap |= row.after_gap;
        if stays {
            row.after_gap = std::mem::take(&mut gap);
        }
        stays
    });
}

/// Whether a word is among words that stand in one text, between spaces.
fn is_among(word: &str, words: &str) -> bool {
    !word.is_empty() && words.split(' ').any(|other| other == word)
}
