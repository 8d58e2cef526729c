//! The commentary of our own workbooks, which is read back as it was written.

use crate::commentary::Part;
use crate::figure::Place;

use super::Comment;
use super::entry::Entry;
use super::row::Row;

/// The headings of its columns: the measure, the period, and each part.
pub const COMMENTARY_COLUMNS: [&str; 7] =
    ["Measure", "Period", "What it shows", "Why", "What we are doing", "Who", "By when"];

/// Takes the rows under these headings out of a table, with the headings and the titles above them. Gives what they say.
pub(super) fn take(rows: &mut Vec<Row>) -> Vec<Comment> {
    let Some(at) = rows.iter().position(|row| row.cells == COMMENTARY_COLUMNS) else { return Vec::new() };
    let below = at + 1;
    let end = rows[below..].iter().position(|row| row.after_gap).map_or(rows.len(), |gap| below + gap);
    let is_title = |row: &Row| row.filled().count() == 1;
    let start = if rows[..at].iter().all(is_title) { 0 } else { at };
    rows.drain(start..end).skip(below - start).flat_map(|row| comments(&row)).collect()
}

fn comments(row: &Row) -> Vec<Comment> {
    let cell = |at: usize| row.cells.get(at).cloned().unwrap_or_default();
    let place = |column| Place { row: row.line, column, ..Place::default() };
    let mut entry = Entry { place: place(1), label: cell(0), period: cell(1), ..Entry::default() };
    entry.find_subject();
    let parts = Part::ALL.into_iter().zip(2..).map(|(part, at)| Comment {
        entry: entry.clone(),
        part,
        text: cell(at),
        place: place(at + 1),
    });
    parts.filter(|comment| !comment.text.is_empty()).collect()
}
