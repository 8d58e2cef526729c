//! How much is read. A browser can hold so much and no more, and whoever pastes more than this meant something else.
//!
//! What is beyond a limit is counted and named, never dropped in silence.

use std::collections::HashMap;

use crate::figure::Place;
use crate::sorting::Sorting;

use super::Reading;
use super::problem::{LimitProblem, Problem, ProblemKind, SourceProblem};
use super::row::Row;

/// The largest text or file that is read, in bytes.
pub const MAX_BYTES: usize = 100_000_000;
/// The most cells of a source that are read, in a workbook with the empty ones before them in their rows.
pub(crate) const MAX_CELLS: usize = 5_000_000;
/// The most columns of a table that are read.
pub(crate) const MAX_COLUMNS: usize = 1_000;
/// The most bytes of a cell that is read: about what Excel holds in one.
pub(crate) const MAX_CELL: usize = 32_767;
/// The most rows of a source that are read, and the most values taken from them.
pub(crate) const MAX_LINES: usize = 20_000;
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

/// Returns the problem of a text or a file of so many bytes, or `None` if it can be read.
pub const fn too_large(bytes: usize) -> Option<SourceProblem> {
    if bytes > MAX_BYTES { Some(SourceProblem::TooLarge(bytes)) } else { None }
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

    /// The problems they are.
    pub(super) fn problems(&self) -> impl Iterator<Item = Problem> {
        let problem = |found: &Option<(Place, usize)>, kind: fn(usize) -> LimitProblem| {
            found.as_ref().map(|(place, count)| Problem::new(place.clone(), "", kind(*count)))
        };
        let wide = problem(&self.wide, LimitProblem::Columns);
        wide.into_iter().chain(problem(&self.long, LimitProblem::LongCells))
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
    let place = Place { row: first, ..Place::default() };
    reading.problems.push(Problem::new(place, "", LimitProblem::Rows { count: unread, first }));
}

/// Keeps the first of many problems that say the same, and counts the rest; each is said once.
pub(super) fn fold(problems: &mut Vec<Problem>) {
    /// How often something was said, and the last row beyond those that are kept.
    struct Said {
        times: usize,
        first: Place,
        last_row: usize,
    }
    let mut said: HashMap<ProblemKind, Said> = HashMap::new();
    let mut order: Vec<ProblemKind> = Vec::new();
    problems.retain(|problem| {
        let alike = said.entry(problem.kind.clone()).or_insert_with_key(|key| {
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
    for kind in order {
        let Some(alike) = said.remove(&kind) else { continue };
        if let places @ 1.. = alike.times.saturating_sub(MAX_ALIKE) {
            let kind = ProblemKind::Alike { places, last_row: alike.last_row, kind: Box::new(kind) };
            problems.push(Problem::new(alike.first, "", kind));
        }
    }
    if problems.len() > MAX_PROBLEMS {
        problems.arrange_by_key(|problem| problem.severity);
        let more = problems.len() - MAX_PROBLEMS;
        let Problem { severity, place, .. } = problems[MAX_PROBLEMS].clone();
        problems.truncate(MAX_PROBLEMS);
        problems.push(Problem { severity, ..Problem::new(place, "", ProblemKind::More(more)) });
    }
}

/// The end of a text, at most so many bytes long.
pub(super) fn end_of(text: &str, most: usize) -> &str {
    &text[text.ceil_char_boundary(text.len().saturating_sub(most))..]
}
