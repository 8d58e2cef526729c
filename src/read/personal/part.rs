//! Personal data in a part of a table that has headings of its own.

use std::collections::HashSet;
use std::rc::Rc;

use super::facts::{Facts, Note, Seen};
use super::{
    Kind, Personal, Whose, contact, date, heading, individual, letter, line, name, note, stand_in, value,
};
use crate::figure::Place;
use crate::read::prose;
use crate::read::row::Row;

/// The cells of a column from a row on, that hold something.
fn below<'a>(rows: &'a [Row], from: usize, column: usize) -> Vec<&'a str> {
    let cell = |row: &'a Row| row.cells.get(column).map(String::as_str).filter(|cell| !cell.is_empty());
    rows[from..].iter().filter_map(cell).collect()
}

/// The part of a table that has headings of its own.
pub(super) struct Part<'a> {
    rows: &'a [Row],
    seen: &'a Seen,
    width: usize,
    /// What the columns hold, as far as it is found.
    columns: Vec<Option<Personal>>,
    /// The first column that holds anything, which names the rows.
    first_column: usize,
    /// For each row the one that heads its table: the first of the rows of several cells it is among.
    heads: Vec<usize>,
    /// Whether it is a record of one person, with its labels below each other: they head no columns.
    is_record: bool,
}

impl<'a> Part<'a> {
    pub(super) fn new(rows: &'a [Row], seen: &'a Seen) -> Self {
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let first = rows.iter().filter_map(|row| row.filled().next()).map(|(column, _)| column).min();
        let mut heads: Vec<usize> = Vec::with_capacity(rows.len());
        for (index, row) in rows.iter().enumerate() {
            let filled = row.filled().count();
            let above = heads.last().filter(|_| {
                let above = &rows[index - 1];
                filled > 1
                    && above.filled().count() > 1
                    && (!row.after_gap || above.cells.len() == row.cells.len())
            });
            heads.push(above.copied().unwrap_or(index));
        }
        Self {
            rows,
            seen,
            width,
            columns: vec![None; width],
            first_column: first.unwrap_or(0),
            heads,
            is_record: false,
        }
    }

    fn range(&self) -> (usize, usize) {
        (self.rows.first().map_or(0, |row| row.line), self.rows.last().map_or(0, |row| row.line))
    }

    fn in_column(&self, kind: Kind, whose: Whose, column: usize, heading: &str) -> Personal {
        let place = Place { column: column + 1, ..Place::default() };
        Personal { kind, whose, place, heading: heading.to_owned(), rows: self.range() }
    }

    /// A row, where the column names the rows or is alone in it, or else a cell.
    fn in_row(&self, kind: Kind, whose: Whose, row: &Row, column: usize, heading: &str) -> Personal {
        let is_remark = whose == Whose::Person && self.is_remark(row, column);
        let whose = if is_remark { Whose::Remark } else { whose };
        let is_row = column == self.first_column
            || self.is_record
            || row.filled().count() == 1
            || whose == Whose::Person;
        let place = Place { row: row.line, column: if is_row { 0 } else { column + 1 }, ..Place::default() };
        Personal { kind, whose, place, heading: heading.to_owned(), rows: (row.line, row.line) }
    }

    /// Finds personal data in its headings, its values, names and rows.
    pub(super) fn find(mut self, found: &mut Vec<Personal>) {
        let labels: Vec<(&Row, heading::Meaning)> =
            self.rows.iter().filter_map(|row| Some((row, label(row)?))).collect();
        self.is_record = labels.len() > 1;
        let labelled: HashSet<usize> =
            labels.iter().filter(|_| self.is_record).map(|(row, _)| row.line).collect();
        self.by_headings(&labelled);
        if self.is_record || self.columns.iter().all(Option::is_none) {
            found.extend(labels.iter().map(|(row, meaning)| {
                let whose = meaning.whose();
                self.in_row(meaning.kind, whose, row, self.first_column, &meaning.heading)
            }));
        }
        self.by_values(found);
        self.by_names(found);
        if let Some(row) = individual::first_row(self.rows, &self.heads) {
            found.push(self.in_row(Kind::Individual, Whose::Person, row, self.first_column, ""));
        }
        self.by_notes(found);
        self.by_stand_ins(found);
        let of_children = line::about_one_child(
            self.rows,
            |text| self.seen.child(text),
            |row, column| self.heading_of(row, column),
        );
        found.extend(of_children.into_iter().map(|child| {
            let column = child.column.unwrap_or(self.first_column);
            self.in_row(Kind::Individual, Whose::Person, &self.rows[child.row], column, "")
        }));
        self.names_beside(found);
        found.extend(self.columns.into_iter().flatten());
    }

    /// The columns whose headings announce personal data and have it below them.
    fn by_headings(&mut self, labelled: &HashSet<usize>) {
        // A word that is repeated down a column is no heading of it, and to look below each of them takes too long.
        const MOST_HEADINGS: usize = 4;
        let mut tried = vec![0; self.width];
        for (index, row) in self.rows.iter().enumerate().filter(|(_, row)| !labelled.contains(&row.line)) {
            for (column, cell) in row.filled() {
                if self.columns[column].is_some() || tried[column] >= MOST_HEADINGS {
                    continue;
                }
                let Some(meaning) = heading::meaning(cell) else { continue };
                tried[column] += 1;
                if meaning.is_confirmed_by(&below(self.rows, index + 1, column)) {
                    self.columns[column] =
                        Some(self.in_column(meaning.kind, meaning.whose(), column, &meaning.heading));
                }
            }
        }
    }

    /// Values that are personal by their form.
    fn by_values(&mut self, found: &mut Vec<Personal>) {
        for column in 0..self.width {
            if self.columns[column].is_some() {
                continue;
            }
            let cells = below(self.rows, 0, column);
            let are_nhs_numbers = value::are_nhs_numbers(&cells) && !self.are_budgets(column);
            let hits: Vec<(&Row, Kind)> = self
                .rows
                .iter()
                .filter_map(|row| Some((row, self.seen.facts(row.cells.get(column)?).kind?)))
                .filter(|(_, kind)| *kind != Kind::NhsNumber || are_nhs_numbers)
                .collect();
            // One address among the names of rows: leaving out the column would leave nothing.
            let names_rows = !hits.is_empty()
                && column == self.first_column
                && (hits.len() * 2 < cells.len() || cells.iter().any(|cell| heading::is_known(cell)));
            let is_rare = hits.len() * 3 < cells.len() || self.is_of_remarks(column);
            match hits.first() {
                Some(_) if names_rows || self.width == 1 || self.is_record || is_rare => {
                    found.extend(
                        hits.iter()
                            .map(|(row, kind)| self.in_row(*kind, whose_by_form(*kind), row, column, "")),
                    );
                }
                Some((_, kind)) => {
                    self.columns[column] = Some(self.in_column(*kind, whose_by_form(*kind), column, ""));
                }
                None if date::are_birth_dates(&cells) => {
                    self.columns[column] = Some(self.in_column(Kind::DateOfBirth, Whose::Person, column, ""));
                }
                None => {}
            }
        }
    }

    /// Whether a column of numbers is headed as codes of a budget.
    fn are_budgets(&self, column: usize) -> bool {
        let heading = self.rows.iter().find_map(|row| row.cells.get(column).filter(|cell| !cell.is_empty()));
        let lower = heading.map(|heading| heading.to_lowercase()).unwrap_or_default();
        ["budget", "cost", "account", "ledger", "code"].iter().any(|word| lower.contains(word))
    }

    /// Names of people by the lists of common ones.
    fn by_names(&mut self, found: &mut Vec<Personal>) {
        // (row, column) of each.
        let mut hits: Vec<(usize, usize)> = Vec::new();
        for column in 0..self.width {
            if self.columns[column].is_some() {
                continue;
            }
            let facts: Vec<(usize, Rc<Facts>)> = (0..self.rows.len())
                .filter_map(|index| Some((index, self.rows[index].cells.get(column)?)))
                .filter(|(_, cell)| !cell.is_empty())
                .map(|(index, cell)| (index, self.seen.facts(cell)))
                .collect();
            let count = |is: fn(&Facts) -> bool| facts.iter().filter(|(_, each)| is(each)).count();
            let initials = count(|each| each.begins_with_initials);
            let surnames = count(|each| each.is_surname);
            let are_surnames = surnames > 1 && surnames * 2 >= facts.len();
            let with_initial: HashSet<&(String, String)> =
                facts.iter().filter_map(|(_, each)| each.with_initial.as_deref()).collect();
            let (names, letters): (HashSet<&String>, HashSet<&String>) =
                with_initial.iter().map(|(name, letter)| (name, letter)).unzip();
            // "Team A" and "Team B" are called alike.
            let have_initials = names.len() > 1 && letters.len() > 1;
            let is_name = |each: &Facts| {
                each.is_name
                    || (have_initials && each.with_initial.is_some())
                    || (initials > 1 && each.begins_with_initials)
                    || (are_surnames && each.is_surname)
            };
            let rows = facts.iter().filter(|(index, each)| {
                is_name(each) && !heading::names_things(self.heading_of(*index, column))
            });
            let rows = rows.map(|(index, _)| *index);
            hits.extend(rows.map(|index| (index, column)));
        }
        let (office, persons): (Vec<(usize, usize)>, _) =
            hits.into_iter().partition(|(index, column)| self.is_of_office(*index, *column));
        let names_at = |(index, column): &(usize, usize)| name::full_names(&self.rows[*index].cells[*column]);
        // Whoever is named once for an office is meant elsewhere too.
        let known: HashSet<String> = office.iter().flat_map(names_at).collect();
        let (named_before, persons): (Vec<(usize, usize)>, Vec<_>) = persons.into_iter().partition(|hit| {
            let names = names_at(hit);
            !names.is_empty() && names.iter().all(|name| known.contains(name))
        });
        for (index, column) in office.into_iter().chain(named_before) {
            found.push(self.in_row(Kind::Name, Whose::Office, &self.rows[index], column, ""));
        }
        for column in 0..self.width {
            let rows: Vec<usize> =
                persons.iter().filter(|(_, each)| *each == column).map(|(index, _)| *index).collect();
            if rows.len() > 1
                && rows.len() * 2 > below(self.rows, 0, column).len()
                && self.width > 1
                && !self.is_record
                && !self.is_of_remarks(column)
            {
                self.columns[column] = Some(self.in_column(Kind::Name, Whose::Person, column, ""));
            } else {
                found.extend(
                    rows.iter()
                        .map(|index| self.in_row(Kind::Name, Whose::Person, &self.rows[*index], column, "")),
                );
            }
        }
        let parts = |row: &&Row| {
            let cells: Vec<&str> = row.filled().map(|(_, cell)| cell).collect();
            cells.windows(2).any(|pair| name::are_parts_of_a_name(pair[0], pair[1]))
        };
        if self.columns.iter().all(Option::is_none) {
            let rows = self.rows.iter().filter(parts);
            found.extend(rows.map(|row| self.in_row(Kind::Name, Whose::Person, row, self.first_column, "")));
        }
    }

    /// Notes on cases, of somebody by a name that no list knows or by initials. A report may quote one: it is left out. Several rows
    /// of a chronology are not.
    fn by_notes(&self, found: &mut Vec<Personal>) {
        let rows: Vec<&Row> = self.rows.iter().filter(|row| note::is_of_chronology(row)).collect();
        if rows.len() > 1 {
            let all = rows.into_iter();
            found.extend(
                all.map(|row| self.in_row(Kind::Individual, Whose::Person, row, self.first_column, "")),
            );
            return;
        }
        for column in (0..self.width).filter(|column| self.columns[*column].is_none()) {
            let cells = self.rows.iter().filter_map(|row| Some((row, row.cells.get(column)?)));
            let facts: Vec<(&Row, Rc<Facts>)> = cells
                .filter(|(_, cell)| !cell.is_empty())
                .map(|(row, cell)| (row, self.seen.facts(cell)))
                .collect();
            let acting: HashSet<&str> = facts.iter().filter_map(|(_, each)| each.acting.as_deref()).collect();
            let aged = facts.iter().filter(|(_, each)| each.note == Note::Aged).count();
            let notes = facts.iter().filter(|(_, each)| match each.note {
                Note::Whole => true,
                Note::Aged if aged > 1 => true,
                _ => acting.len() > 1 && each.acting.is_some(),
            });
            found.extend(notes.map(|(row, _)| {
                let note = self.in_row(Kind::Individual, Whose::Remark, row, column, "");
                let is_alone = row.filled().count() == 1;
                Personal {
                    place: Place { column: if is_alone { 0 } else { note.place.column }, ..note.place },
                    ..note
                }
            }));
        }
    }

    /// Letters and numbers that stand for children.
    fn by_stand_ins(&self, found: &mut Vec<Personal>) {
        for column in (0..self.width).filter(|column| self.columns[*column].is_none()) {
            let are_many = stand_in::are_many(&below(self.rows, 0, column));
            let rows = self.rows.iter().filter(|row| {
                let cell = row.cells.get(column).map_or("", String::as_str);
                (are_many && stand_in::is_whole(cell))
                    || stand_in::is_told_of(cell)
                    || stand_in::lists_counted_initials(cell, row)
            });
            found.extend(rows.map(|row| self.in_row(Kind::Individual, Whose::Person, row, column, "")));
        }
        if stand_in::are_numbered_children(self.rows) {
            found.extend(
                self.rows
                    .iter()
                    .map(|row| self.in_row(Kind::PersonId, Whose::Person, row, self.first_column, "")),
            );
        }
    }

    /// What heads a column above a row; empty where nothing does.
    fn heading_of(&self, row: usize, column: usize) -> &'a str {
        let head = self.heads.get(row).and_then(|head| self.rows.get(*head));
        let heading =
            head.filter(|head| head.line != self.rows[row].line).and_then(|head| head.cells.get(column));
        heading.map_or("", String::as_str)
    }

    /// Whether a cell is a comment on the figures of its row.
    fn is_remark(&self, row: &Row, column: usize) -> bool {
        let index = self.rows.partition_point(|each| each.line < row.line);
        column != self.first_column && heading::is_of_remarks(self.heading_of(index, column))
    }

    /// Whether a column is of comments, by what heads its last row.
    fn is_of_remarks(&self, column: usize) -> bool {
        self.rows.last().is_some_and(|row| self.is_remark(row, column))
    }

    /// Whether a name is of somebody who holds an office: by what stands in its row, above its column, or in the lines
    /// about it where it stands alone.
    fn is_of_office(&self, index: usize, column: usize) -> bool {
        let row = &self.rows[index];
        let is_alone = row.filled().count() == 1 && row.cells.iter().all(|cell| cell.split(' ').count() < 5);
        let near = || {
            self.rows[index.saturating_sub(2)..].iter().take(5).filter(|near| {
                near.line.abs_diff(row.line) < 3 && near.filled().count() <= 2 && near.line != row.line
            })
        };
        let is_office_line = |near: &Row| contact::is_of_office(&near.text());
        // Two lines of names are a list, whoever is named below it.
        let is_listed = |near: &Row| {
            !is_office_line(near) && near.cells.get(column).is_some_and(|cell| name::holds_name(cell))
        };
        is_office_line(row)
            || letter::is_head(&row.text())
            || row.cells.get(column).is_some_and(|cell| {
                let sentences = prose::sentences(cell);
                let mut named = sentences
                    .iter()
                    .map(|range| &cell[range.clone()])
                    .filter(|sentence| name::holds_name(sentence));
                named.clone().next().is_some() && named.all(name::are_of_speakers)
            })
            || letter::is_greeting(&row.text())
            || (is_alone && letter::is_signed_at(self.rows, index) && !near().any(is_listed))
            || contact::is_office_heading(Kind::Name, self.heading_of(index, column))
            || contact::is_who_acts(
                self.heading_of(index, column),
                (0..self.width).map(|other| self.heading_of(index, other)),
            )
            || (is_alone && near().any(is_office_line) && !near().any(is_listed))
    }

    /// Beside a child's data, a column of what looks like names is one, whatever its heading.
    fn names_beside(&mut self, found: &[Personal]) {
        let range = self.range();
        let of_children = self.columns.iter().flatten().any(|each| each.kind != Kind::Name)
            || found.iter().any(|each| {
                each.kind == Kind::Individual && each.place.row >= range.0 && each.place.row <= range.1
            });
        if !of_children || self.is_record {
            return;
        }
        for column in 0..self.width {
            if self.columns[column].is_some() {
                continue;
            }
            let cells = below(self.rows, 1, column);
            let names = cells.iter().filter(|cell| name::is_persons_name(cell)).count();
            if names > 1
                && names == cells.len()
                && !heading::names_things(self.heading_of(self.rows.len() - 1, column))
            {
                self.columns[column] = Some(self.in_column(Kind::Name, Whose::Person, column, ""));
            }
        }
    }
}

/// Whose a value is that no heading explains: an address or a telephone number is as a rule that of an office.
fn whose_by_form(kind: Kind) -> Whose {
    if contact::is_office_heading(kind, "") { Whose::Office } else { Whose::Person }
}

/// The label of a row that announces personal data and has it beside it.
fn label(row: &Row) -> Option<heading::Meaning> {
    let mut filled = row.filled();
    let ((_, label), (_, beside)) = (filled.next()?, filled.next()?);
    let meaning = heading::meaning(label)?;
    (filled.count() <= 1 && meaning.is_confirmed_by_one(beside)).then_some(meaning)
}
