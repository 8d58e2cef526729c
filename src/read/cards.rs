//! Large numbers with what they are of on the next line, as infographics have them: "714", "children in care".

use crate::indicator::{Match, match_name};

use super::cell;
use super::row::Row;

/// The fewest such numbers that follow each other.
const FEWEST: usize = 3;

/// Puts each number that stands on a line of its own to the words on the line below, where lines follow each other so. Words above
/// the first number that name a measure make it a list of names above their numbers, which is left as it is.
pub(super) fn named(rows: &[Row]) -> Vec<Row> {
    let mut whole = Vec::with_capacity(rows.len());
    let mut at = 0;
    while at < rows.len() {
        let pairs = rows[at..]
            .chunks_exact(2)
            .take_while(|pair| is_number(&pair[0]) && words(&pair[1]).is_some())
            .count();
        let is_known = |row: Option<&Row>| {
            row.and_then(words).is_some_and(|words| !matches!(match_name(words, ""), Match::Unknown))
        };
        let is_below = pairs >= FEWEST
            && is_known(rows.get(at + 2 * pairs - 1))
            && !is_known(at.checked_sub(1).and_then(|before| rows.get(before)));
        if !is_below {
            whole.push(rows[at].clone());
            at += 1;
            continue;
        }
        for pair in rows[at..at + 2 * pairs].chunks_exact(2) {
            let cells = vec![pair[1].cells[0].clone(), pair[0].cells[0].clone()];
            whole.push(Row { cells, ..pair[0].clone() });
        }
        at += 2 * pairs;
    }
    whole
}

fn only(row: &Row) -> Option<&str> {
    match row.cells.as_slice() {
        [only] => Some(only),
        _ => None,
    }
}

fn is_number(row: &Row) -> bool {
    only(row).is_some_and(|text| matches!(cell::parse(text), cell::Cell::Number(_) | cell::Cell::Percent(_)))
}

/// The words of a line of words.
fn words(row: &Row) -> Option<&str> {
    only(row).filter(|text| !cell::is_data(text) && text.chars().any(char::is_alphabetic))
}
