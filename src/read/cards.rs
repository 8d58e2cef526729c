//! Large numbers with what they are of on the next line, as infographics have them: "714", "children in care".

use crate::indicator::{Match, match_name};
use crate::period::Period;

use super::cell;
use super::meaning::{self, Holds};
use super::named::named_value;
use super::row::Row;

/// The longest label of a line.
const LONGEST: usize = 40;

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

/// Makes a table of blocks of lines that each give what a column would: a name, and below it "Actual: 91.6%", "Target: 95%".
pub(super) fn labelled(rows: &[Row]) -> Vec<Row> {
    let label = |row: &Row| {
        let (label, value) = only(row)?.split_once(':')?;
        let meaning = meaning::describe(label);
        let names = matches!(
            meaning.holds,
            Holds::Name | Holds::Section | Holds::Area | Holds::Period | Holds::Unknown
        );
        let is_known = label.len() < LONGEST && !names && meaning.words.is_empty();
        let is_label = is_known && !value.trim().is_empty();
        is_label.then(|| (label.trim().to_owned(), value.trim().to_owned()))
    };
    let is_name = |text: &str| cell::out_of(text).is_none() && named_value(text).is_none();
    let labels = |at: usize| -> Vec<(String, String)> {
        let below = rows[at + 1..].iter().take_while(|row| !row.after_gap);
        below.map_while(label).collect()
    };
    let mut whole: Vec<Row> = Vec::with_capacity(rows.len());
    let mut heads: Vec<String> = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        let said = if label(&rows[at]).is_none() && words(&rows[at]).is_some_and(is_name) {
            labels(at)
        } else {
            Vec::new()
        };
        let first =
            said.first().is_some_and(|(label, value)| meaning::heads_figures(label) && cell::is_data(value));
        // Times below a name are rows.
        let are_times = said.iter().all(|(label, _)| Period::parse(label).is_ok());
        if said.len() < 2 || !first || are_times {
            heads.clear();
            whole.push(rows[at].clone());
            at += 1;
            continue;
        }
        let (own, values): (Vec<String>, Vec<String>) = said.into_iter().unzip();
        let row = |name: &str, cells: &[String]| {
            let cells = std::iter::once(name.to_owned()).chain(cells.iter().cloned()).collect();
            Row { cells, ..rows[at].clone() }
        };
        let name = rows[at].cells[0].clone();
        if own != heads {
            whole.push(row("Measure", &own));
        }
        whole.push(Row { after_gap: false, ..row(&name, &values) });
        heads = own;
        at += 1 + values.len();
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
