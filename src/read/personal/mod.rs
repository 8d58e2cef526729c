//! The guard at the door: names, dates of birth and other personal data are found before anything is kept.
//!
//! Five kinds of signs count: a heading (of a column, or the label of a row) with values of the kind it names under or
//! beside it, values that are personal by themselves, such as an NHS number whose check digit is right, names of people by
//! the lists of common ones, letters and numbers that stand for children, and rows of which each tells several things of one
//! child. A heading alone is no sign: "Date of birth recorded: 646 of 646" is a figure. Values are never shown, only places.
//!
//! What is found is of a child, or of somebody not known to be none, and then the whole source is refused; or it is of an
//! office, such as the lead officer's telephone number, or a child's in a comment on figures, and then it alone is left out.

mod common_names;
mod contact;
mod date;
mod facts;
mod heading;
mod individual;
mod letter;
mod line;
mod name;
mod note;
mod part;
mod stand_in;
mod value;
mod word;
mod word_list;

use std::cell::OnceCell;
use std::collections::HashSet;

use self::facts::Seen;
pub use super::personal_data::{Kind, Personal, Whose};
use super::problem::{Problem, ProblemKind};
use super::row::Row;
use super::table::{self, Delimiter};
use super::{cell, limits, meaning, prose};

use crate::sorting::Sorting;

impl Personal {
    /// As a problem, for those who are not asked.
    pub(super) fn problem(&self) -> Problem {
        Problem::new(self.place.clone(), &self.heading, ProblemKind::Personal(self.kind))
    }
}

/// The notes on what was left out of a table: one on contact details and one on comments, if there were any.
pub(super) fn notes(left_out: &[Personal]) -> impl Iterator<Item = Problem> {
    let (remarks, contacts): (Vec<Personal>, Vec<_>) =
        left_out.iter().cloned().partition(|each| each.whose == Whose::Remark);
    let note = |found: Vec<Personal>, kind: fn(Vec<Personal>) -> ProblemKind| {
        let place = found.first()?.place.clone();
        Some(Problem::new(place, "", kind(found)))
    };
    let contacts = note(contacts, ProblemKind::ContactsLeftOut);
    contacts.into_iter().chain(note(remarks, ProblemKind::CommentsLeftOut))
}

/// Finds personal data in a pasted text, whatever separates its cells: a separator that is not recognised hides no
/// column.
pub(crate) fn find_in_text(text: &str, rows: &[Row], delimiter: Delimiter) -> Vec<Personal> {
    let seen = Seen::default();
    let found = find_seen(rows, &seen);
    if found.iter().any(|each| each.whose == Whose::Person) {
        return found;
    }
    // "Name: Jane Holloway" in the head of a report is no record of a child.
    let left_out: HashSet<usize> = found.iter().map(|each| each.place.row).collect();
    let rows_out: HashSet<usize> =
        found.iter().filter(|each| each.place.column == 0).map(|each| each.place.row).collect();
    let is_left_out = |row: &Row| rows_out.contains(&row.line) && prose::sentences(&row.text()).len() < 2;
    let others = [Delimiter::Comma, Delimiter::Semicolon].into_iter().filter(|other| *other != delimiter);
    let cuts = others
        .filter_map(|other| Some(table::rows(text, Some(other)).ok()?.rows))
        .chain(["|", ": ", " - ", " \u{2013} "].map(|separator| cut_at(rows, separator)))
        .filter(|rows| rows.iter().any(|row| row.cells.len() > 1));
    for cut in cuts {
        let cut = only_cut(cut, rows, is_left_out);
        let mut other = find_seen(&cut, &seen);
        other.retain(|each| {
            let is_known =
                matches!(each.kind, Kind::Name | Kind::Individual) && left_out.contains(&each.place.row);
            each.whose == Whose::Person && each.is_of_table() && !is_known
        });
        if !other.is_empty() {
            return other;
        }
    }
    found
}

impl Personal {
    /// Whether the headings and columns of a table gave it away, and not a text that may also be cut elsewhere.
    fn is_of_table(&self) -> bool {
        self.place.row == 0
            || matches!(self.kind, Kind::Individual | Kind::PersonId)
            || !self.heading.is_empty()
    }
}

/// The rows that another cut made several cells of, but for sentences, which have commas too: the others were looked at as they
/// are. `whole` are the rows before.
fn only_cut(cut: Vec<Row>, whole: &[Row], is_left_out: impl Fn(&Row) -> bool) -> Vec<Row> {
    /// The longest that cells are on average, in bytes.
    const LONGEST_CELLS: usize = 60;
    let is_cut = |row: &Row| {
        let count = row.filled().count();
        let length: usize = row.filled().map(|(_, cell)| cell.len()).sum();
        let before = whole.get(whole.partition_point(|each| each.line < row.line));
        count > 1
            && length <= count * LONGEST_CELLS
            && before.is_none_or(|before| before.line != row.line || before.cells != row.cells)
    };
    let mut gap = false;
    let keep = |mut row: Row| {
        gap |= row.after_gap;
        if !is_cut(&row) || is_left_out(&row) {
            gap = true;
            return None;
        }
        row.after_gap = std::mem::take(&mut gap);
        Some(row)
    };
    cut.into_iter().filter_map(keep).collect()
}

/// Rows of one cell cut anew.
fn cut_at(rows: &[Row], separator: &str) -> Vec<Row> {
    let cut = |row: &Row| {
        let cells = row.cells.iter().flat_map(|cell| cell.split(separator));
        Row { cells: cells.map(table::tidy).collect(), ..row.clone() }
    };
    let is_cut = rows.iter().any(|row| row.cells.iter().any(|cell| cell.contains(separator)));
    if is_cut { rows.iter().map(cut).collect() } else { Vec::new() }
}

/// Finds personal data in a table, part by part. Rows below a blank line go on with the columns above, unless they
/// have headings of their own.
pub(crate) fn find(rows: &[Row]) -> Vec<Personal> {
    find_seen(rows, &Seen::default())
}

/// The same, where texts were seen before in another cut.
fn find_seen(rows: &[Row], seen: &Seen) -> Vec<Personal> {
    let mut found = Vec::new();
    let mut start = 0;
    // Each row is looked at once, though it is near several gaps.
    let heads: Vec<OnceCell<bool>> = vec![OnceCell::new(); rows.len()];
    let is_head = |at: usize| *heads[at].get_or_init(|| heads_columns(&rows[at]));
    let has_headings = |from: usize| (from..rows.len()).take(3).any(is_head);
    for end in 1..=rows.len() {
        if end == rows.len() || (rows[end].after_gap && has_headings(end)) {
            part::Part::new(&rows[start..end], seen).find(&mut found);
            start = end;
        }
    }
    found.arrange_by_key(|each| (each.place.column == 0, each.place.column, each.place.row, each.kind));
    found.dedup_by(|later, first| later.place == first.place && later.rows == first.rows);
    found
}

/// Returns the personal data that a cell typed or pasted into the figures table holds, or `None` if it holds none:
/// figures, areas, and the first letters of an area, which may be a given name, are none.
pub fn in_cell(text: &str) -> Option<Kind> {
    let text = text.trim();
    if let Some(kind) = value::kind_of(text) {
        Some(kind)
    } else if date::date(text).is_some() {
        Some(Kind::DateOfBirth)
    } else {
        name::holds_name(text).then_some(Kind::Name)
    }
}

/// Returns the personal data that a text by itself holds, such as a comment or the title of a measure, or `None` if
/// it holds none: all that a table of this text would be refused for, or would have left out.
pub fn in_text(text: &str) -> Option<Kind> {
    if date::holds_birth_date(text) {
        return Some(Kind::DateOfBirth);
    }
    let cut = table::rows(text, None).ok()?;
    find_in_text(text, &cut.rows, cut.delimiter).first().map(|each| each.kind)
}

/// The personal data for which a text is refused as a whole; nothing for one that may be read.
pub fn of_persons(text: &str) -> Vec<Personal> {
    let Ok(cut) = table::rows(text, None) else { return Vec::new() };
    let mut found = find_in_text(text, &cut.rows, cut.delimiter);
    if found.iter().all(|each| each.whose != Whose::Person) {
        return Vec::new();
    }
    found.truncate(limits::MAX_PERSONAL);
    found
}

/// Whether a row holds column headings.
fn heads_columns(row: &Row) -> bool {
    let is_heading = |cell: &str| meaning::heads_column(cell) || heading::meaning(cell).is_some();
    row.filled().count() > 1
        && row.filled().all(|(_, cell)| !cell::is_data(cell) || meaning::heads_column(cell))
        && row.filled().any(|(_, cell)| is_heading(cell))
}

/// Takes out what was found: the cells of its columns are emptied, and single cells; its rows are removed, but of a
/// paragraph only the sentences that hold it.
pub(crate) fn leave_out(rows: &mut Vec<Row>, found: &[Personal]) {
    let lines: HashSet<usize> =
        found.iter().filter(|each| each.place.column == 0).map(|each| each.place.row).collect();
    for each in found.iter().filter(|each| each.place.column > 0) {
        // The rows of a single cell are its own.
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
        let is_found = lines.contains(&row.line) && !leave_out_sentences(row);
        let stays = !is_found && row.filled().next().is_some();
        gap |= row.after_gap;
        if stays {
            row.after_gap = std::mem::take(&mut gap);
        }
        stays
    });
}

/// Takes the sentences out of a paragraph that hold personal data themselves. Returns whether others are left of it.
fn leave_out_sentences(row: &mut Row) -> bool {
    let mut filled = row.cells.iter_mut().filter(|cell| !cell.is_empty());
    let (Some(text), None) = (filled.next(), filled.next()) else { return false };
    let all = prose::sentences(text);
    // "Ms Okafor reported that there were 412 children": what she reported.
    let noted = note::noted(text);
    let impersonal = |sentence: &str| {
        if noted.as_ref().is_some_and(|names| note::is_of_noted(sentence, names)) {
            return None;
        }
        if !facts::is_personal(sentence) {
            return Some(sentence.to_owned());
        }
        let rest = name::behind_speaker(sentence).filter(|rest| !facts::is_personal(rest))?;
        rest.contains(|c: char| c.is_ascii_digit()).then(|| rest.to_owned())
    };
    let others: Vec<String> = all.iter().filter_map(|range| impersonal(&text[range.clone()])).collect();
    let left = others.join(" ");
    if others.is_empty() || left.len() == text.len() {
        return false;
    }
    *text = left;
    true
}
