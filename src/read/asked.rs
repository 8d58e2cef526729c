//! Questions that one answer settles for a whole table.

use super::entry::Entry;
use super::problem::{EntryProblem, Problem, ProblemKind, TableProblem};

/// Whether it is asked of a number whether it is a percentage or a count.
pub(crate) const fn is_of_sort(problem: &Problem) -> bool {
    matches!(problem.kind, ProblemKind::Entry(EntryProblem::PercentOrCount(..)))
}

/// Whether an entry follows another in one table, under the same headings.
pub(crate) fn is_next_in_table(before: &Entry, entry: &Entry) -> bool {
    let (first, second) = (&before.place, &entry.place);
    (&first.file, &first.sheet) == (&second.file, &second.sheet)
        && first.row <= second.row
        && second.row > 0
        && before.context == entry.context
}

/// The problems of entries in their order, each with what it is of. Whether numbers are percentages or counts is asked at
/// the first of a table; a note names the other rows.
pub(crate) fn of_entries<'a, T: Clone + Default>(
    entries: impl Iterator<Item = (T, &'a Entry, Vec<Problem>)>,
) -> Vec<(T, Problem)> {
    let mut all: Vec<(T, Problem)> = Vec::new();
    let mut last: Option<&Entry> = None;
    // The question of the table that is gone through, and the rows that it is asked of besides.
    let mut open: Option<(Problem, Vec<usize>)> = None;
    for (of, entry, problems) in entries {
        if !last.is_some_and(|before| is_next_in_table(before, entry)) {
            all.extend(also(open.take()));
        }
        last = Some(entry);
        for problem in problems {
            match &mut open {
                Some((_, rows)) if is_of_sort(&problem) => {
                    if rows.last() != Some(&problem.place.row) {
                        rows.push(problem.place.row);
                    }
                    continue;
                }
                None if is_of_sort(&problem) => open = Some((problem.clone(), vec![problem.place.row])),
                _ => {}
            }
            all.push((of.clone(), problem));
        }
    }
    all.extend(also(open));
    all
}

/// The note on the rows besides that of a question.
fn also<T: Default>(open: Option<(Problem, Vec<usize>)>) -> Option<(T, Problem)> {
    let (first, rows) = open.filter(|(_, rows)| rows.len() > 1)?;
    Some((T::default(), Problem::new(first.place, "", TableProblem::SortAskedOnce(rows))))
}
