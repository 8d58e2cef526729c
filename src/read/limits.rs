//! How much is read. A browser can hold so much and no more, and whoever pastes more than this meant something else.
//!
//! What is beyond a limit is counted and named, never dropped in silence.

use std::collections::HashMap;

use crate::figure::Place;
use crate::number::group_thousands;

use super::Reading;
use super::problem::{Problem, Severity};
use super::row::Row;

/// The largest text or file that is read, in bytes.
pub const MAX_BYTES: usize = 100_000_000;
/// The most cells of a source that are read, in a workbook with the empty ones before them in their rows.
pub(super) const MAX_CELLS: usize = 5_000_000;
/// The most columns of a table that are read.
pub(super) const MAX_COLUMNS: usize = 1_000;
/// The most bytes of a cell that is read: about what Excel holds in one.
pub(super) const MAX_CELL: usize = 32_767;
/// The most rows of a source that are read, and the most values taken from them.
pub(super) const MAX_LINES: usize = 20_000;
/// The most tables with headings that were not understood that a person is asked about, in each sheet.
pub(super) const MAX_UNMAPPED: usize = 20;
/// The most places with personal data that are named.
pub(super) const MAX_PERSONAL: usize = 100;
/// The longest heading that names in the rows below are read with, in bytes.
pub(super) const MAX_CONTEXT: usize = 1_000;
/// The longest text that can be the name of an indicator, in bytes.
pub(super) const MAX_NAME: usize = 500;
/// How often the same is said of different places of a table before the rest is only counted.
const MAX_ALIKE: usize = 50;
/// The most that is said of a table.
const MAX_PROBLEMS: usize = 1_000;

/// What to say of a text or a file of this many bytes, where that is more than is read; a whole sentence without its
/// full stop.
pub fn too_large(bytes: usize) -> Option<String> {
    let millions = |bytes: usize| group_thousands(&bytes.div_ceil(1_000_000).to_string());
    (bytes > MAX_BYTES).then(|| {
        format!(
            "This is {} million bytes large; up to {} million are read. Copy the table you need into a file of its own",
            millions(bytes),
            millions(MAX_BYTES)
        )
    })
}

/// What to say of more cells than are read.
pub(super) fn too_many_cells() -> String {
    format!(
        "This has more than {} cells, more than can be read. Copy the table with the figures into a file of its own",
        group_thousands(&MAX_CELLS.to_string())
    )
}

/// Cells of a table that are beyond its limits: the place of the first, and how many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Unread {
    wide: Option<(Place, usize)>,
    long: Option<(Place, usize)>,
}

impl Unread {
    /// Whether a cell that holds something, at a row from 1 and a column from 0, is read. One that is not is noted.
    pub(super) fn admits(&mut self, row: usize, column: usize, text: &str) -> bool {
        let beyond = if column >= MAX_COLUMNS {
            &mut self.wide
        } else if text.len() > MAX_CELL {
            &mut self.long
        } else {
            return true;
        };
        let place = || Place { row, column: column + 1, ..Place::default() };
        beyond.get_or_insert_with(|| (place(), 0)).1 += 1;
        false
    }

    /// What to say of them.
    pub(super) fn problems(&self) -> impl Iterator<Item = Problem> {
        let cells = |count: usize| match count {
            1 => "1 cell".to_owned(),
            many => format!("{} cells", group_thousands(&many.to_string())),
        };
        let was = |count: usize| if count == 1 { "was" } else { "were" };
        let wide = self.wide.as_ref().map(|(place, count)| {
            let message = format!(
                "{} beyond column {} {} not read. Copy the columns you need into a table of their own",
                cells(*count),
                group_thousands(&MAX_COLUMNS.to_string()),
                was(*count)
            );
            Problem::new(Severity::Warning, place.clone(), "", message)
        });
        let long = self.long.as_ref().map(|(place, count)| {
            let message = format!(
                "{} with more than {} characters {} not read: no figure or name is so long",
                cells(*count),
                group_thousands(&MAX_CELL.to_string()),
                was(*count)
            );
            Problem::new(Severity::Warning, place.clone(), "", message)
        });
        wide.into_iter().chain(long)
    }
}

/// Keeps the first `left` values that were read from rows, whole rows only, and says from which row on nothing was.
/// `read` is how many of the rows were looked at.
pub(super) fn keep_first(reading: &mut Reading, rows: &[Row], read: usize, left: usize) {
    let entry = reading.entries.get(left).map(|entry| entry.place.row);
    let Some(first) = entry.or(rows.get(read).map(|row| row.line)) else { return };
    let is_before = |row: usize| row < first;
    reading.entries.retain(|entry| is_before(entry.place.row));
    reading.problems.retain(|problem| is_before(problem.place.row));
    let unread = rows.len() - rows.partition_point(|row| is_before(row.line));
    let number = |count: usize| group_thousands(&count.to_string());
    let message = format!(
        "{} not read: up to {} lines are taken from one text or file. Copy the rows you need into a table of their own",
        match unread {
            1 => format!("Row {} was", number(first)),
            many => format!("{} rows, from row {} on, were", number(many), number(first)),
        },
        number(MAX_LINES)
    );
    let place = Place { row: first, ..Place::default() };
    reading.problems.push(Problem::new(Severity::Error, place, "", message));
}

/// Keeps the first of many problems that say the same, and counts the rest; each is said once.
pub(super) fn fold(problems: &mut Vec<Problem>) {
    /// How often something was said, and the last row beyond those that are kept.
    struct Said {
        times: usize,
        first: Place,
        last_row: usize,
    }
    let mut said: HashMap<(Severity, String), Said> = HashMap::new();
    let mut order: Vec<(Severity, String)> = Vec::new();
    problems.retain(|problem| {
        let key = (problem.severity, problem.message.clone());
        let alike = said.entry(key).or_insert_with_key(|key| {
            order.push(key.clone());
            Said { times: 0, first: Place::default(), last_row: 0 }
        });
        alike.times += 1;
        if alike.times == MAX_ALIKE + 1 {
            alike.first = problem.place.clone();
        }
        alike.last_row = problem.place.row;
        alike.times <= MAX_ALIKE
    });
    for (severity, message) in order {
        let Some(alike) = said.remove(&(severity, message.clone())) else { continue };
        if let more @ 1.. = alike.times.saturating_sub(MAX_ALIKE) {
            let number = |count: usize| group_thousands(&count.to_string());
            let message = format!(
                "The same holds of {} more places, to row {}: {message}",
                number(more),
                number(alike.last_row)
            );
            problems.push(Problem::new(severity, alike.first, "", message));
        }
    }
    if problems.len() > MAX_PROBLEMS {
        problems.sort_by_key(|problem| problem.severity);
        let more = problems.len() - MAX_PROBLEMS;
        let (severity, place) = (problems[MAX_PROBLEMS].severity, problems[MAX_PROBLEMS].place.clone());
        problems.truncate(MAX_PROBLEMS);
        let message =
            format!("{} more remarks on this table are not shown", group_thousands(&more.to_string()));
        problems.push(Problem::new(severity, place, "", message));
    }
}

/// The end of a text, at most so many bytes long.
pub(super) fn end_of(text: &str, most: usize) -> &str {
    &text[text.ceil_char_boundary(text.len().saturating_sub(most))..]
}
