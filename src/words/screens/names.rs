//! Choosing what names measure.

use crate::figure::Place;
use crate::read::Entry;

/// The heading of the panel.
pub fn heading(names: usize) -> String {
    match names {
        1 => "Choose a measure for 1 name".to_owned(),
        many => format!("Choose a measure for {many} names"),
    }
}

pub const HINT: &str = "One choice settles every row with that name, and is remembered for your next table. With the keyboard: arrow keys move, Enter \
     chooses.";

/// The headings a name stands under, after the name.
pub fn under(headings: &str) -> String {
    format!("under \u{201C}{headings}\u{201D}")
}

/// How many rows are named.
const MOST_ROWS: usize = 3;

/// The rows a name stands in, by file and sheet: `sheet Scorecard, rows 7, 9 and 31`.
pub fn rows(places: &[&Place]) -> String {
    let tables: Vec<String> = places
        .chunk_by(|a, b| (&a.file, &a.sheet) == (&b.file, &b.sheet))
        .map(|of_table| {
            let table = Place { row: 0, column: 0, ..of_table[0].clone() }.to_string();
            let numbers: Vec<usize> = of_table.iter().map(|place| place.row).filter(|row| *row > 0).collect();
            let parts = [table, numbered(&numbers)];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        })
        .collect();
    tables.join("; ")
}

/// `row 7`, `rows 7 and 9`, `rows 7, 9, 11 and 4 more`.
fn numbered(rows: &[usize]) -> String {
    let shown: Vec<String> = rows.iter().take(MOST_ROWS).map(usize::to_string).collect();
    let more = rows.len().saturating_sub(MOST_ROWS);
    match (shown.as_slice(), more) {
        ([], _) => String::new(),
        ([row], _) => format!("row {row}"),
        ([first @ .., last], 0) => format!("rows {} and {last}", first.join(", ")),
        (shown, more) => format!("rows {} and {more} more", shown.join(", ")),
    }
}

/// How many values are shown.
const MOST_VALUES: usize = 3;

/// A sample of values: `7.9%, 8.1%, 51 of 646 …`.
pub fn values<'a>(entries: impl Iterator<Item = &'a Entry>) -> String {
    let mut values: Vec<String> = entries.map(value).collect();
    let is_more = values.len() > MOST_VALUES;
    values.truncate(MOST_VALUES);
    format!("{}{}", values.join(", "), if is_more { " \u{2026}" } else { "" })
}

fn value(entry: &Entry) -> String {
    let [numerator, denominator, value] =
        [&entry.numerator, &entry.denominator, &entry.value].map(|text| text.trim());
    let counts = match (numerator, denominator) {
        ("", "") => return value.to_owned(),
        (count, "") | ("", count) => count.to_owned(),
        (numerator, denominator) => format!("{numerator} of {denominator}"),
    };
    if value.is_empty() { counts } else { format!("{counts} ({value})") }
}

pub const SEARCH: &str = "Another measure";

/// The box in which measures are looked for.
pub fn search_for(name: &str) -> String {
    format!("Measure of {name}")
}

pub const TYPE_TO_SEARCH: &str = "Type to search all measures";
pub const KEEP: &str = "Keep as our own measure";
pub const LEAVE_OUT: &str = "Leave out";
pub const PAGES: &str = "Pages of names";

pub fn names_shown(first: usize, last: usize, all: usize) -> String {
    format!("Names {first} to {last} of {all}")
}

pub fn keep_all(names: usize) -> String {
    match names {
        2 => "Keep both as our own measures".to_owned(),
        many => format!("Keep all {many} as our own measures"),
    }
}

pub fn leave_out_all(names: usize) -> String {
    match names {
        2 => "Leave out both".to_owned(),
        many => format!("Leave out all {many}"),
    }
}
