//! Lines of a time and numbers with single spaces between: "2022/23 20.1%", "31 March 2023 446 62".

use crate::period::Period;

use super::cell::{self, Cell};
use super::row::Row;

/// The most words of a time.
const LONGEST_TIME: usize = 4;

/// Cuts lines that follow each other and are each a time and as many numbers, and the line of headings above them that has as many
/// words.
pub(super) fn cut(rows: Vec<Row>) -> Vec<Row> {
    let cells: Vec<Option<Vec<String>>> = rows.iter().map(cells).collect();
    let width = |at: usize| cells.get(at)?.as_ref().map(Vec::len);
    let is_of_several = |at: usize| {
        let own = width(at);
        own.is_some() && ((at > 0 && width(at - 1) == own) || width(at + 1) == own)
    };
    if !(0..rows.len()).any(is_of_several) {
        return rows;
    }
    let heads = |at: usize, row: &Row| -> Option<Vec<String>> {
        let below = width(at + 1).filter(|below| *below > 2 && is_of_several(at + 1))?;
        let [text] = row.cells.as_slice() else { return None };
        let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
        (words.len() == below && !text.contains(|c: char| c.is_ascii_digit())).then_some(words)
    };
    let mended = |(at, row): (usize, &Row)| {
        let own = cells[at].clone().filter(|_| is_of_several(at)).or_else(|| heads(at, row));
        Row { cells: own.unwrap_or_else(|| row.cells.clone()), ..row.clone() }
    };
    rows.iter().enumerate().map(mended).collect()
}

/// The time and the numbers that a line is.
fn cells(row: &Row) -> Option<Vec<String>> {
    let [text] = row.cells.as_slice() else { return None };
    let words: Vec<&str> = text.split(' ').collect();
    let is_number =
        |word: &&str| matches!(cell::parse(word), Cell::Number(_) | Cell::Percent(_) | Cell::Withheld(_));
    (1..=LONGEST_TIME.min(words.len().saturating_sub(1))).rev().find_map(|length| {
        let (time, numbers) = words.split_at(length);
        let time = time.join(" ");
        let is_cut = numbers.iter().all(is_number) && Period::parse(&time).is_ok();
        is_cut.then(|| std::iter::once(time).chain(numbers.iter().map(|word| (*word).to_owned())).collect())
    })
}
