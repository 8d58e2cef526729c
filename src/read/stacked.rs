//! Tables of which each cell stands on a line of its own.

use super::cell;
use super::inside;
use super::meaning::{self, Holds};
use super::row::Row;
use super::when;

/// Makes a table of cells that stand each on a line: column headings first, then as many lines for each row.
pub(super) fn stacked(rows: Vec<Row>) -> Vec<Row> {
    let texts: Option<Vec<&str>> = rows.iter().map(only).collect();
    let Some(texts) = texts else { return rows };
    let is_name = |text: &str| meaning::describe(text).holds == Holds::Name && text.len() < 40;
    let heads_rows = |start: usize| {
        let most = texts[start + 1..]
            .iter()
            .take_while(|text| {
                text.len() < 40
                    && !matches!(meaning::describe(text).holds, Holds::Unknown | Holds::Name)
                    && !is_number(text)
            })
            .count();
        // "Red" stands below "Status".
        let is_judged =
            |head: &str| matches!(meaning::describe(head).holds, Holds::Judgement | Holds::Change);
        let is_row = |cells: &[&str]| {
            let mut columns = cells[1..].iter().zip(&texts[start + 1..]);
            !is_number(cells[0])
                && columns.all(|(text, head)| is_number(text) || cell::is_data(text) || is_judged(head))
        };
        // "Children in care" may head a column as well as a row.
        (1..=most).rev().find_map(|heads| {
            let width = heads + 1;
            let body = &texts[start + width..];
            let height = body.chunks_exact(width).take_while(|cells| is_row(cells)).count();
            // What follows is no number: no row lost a cell.
            let ends_well = body[height * width..].iter().take(width).all(|text| !is_number(text));
            (height > 1 && ends_well).then_some((start, width, height))
        })
    };
    let Some((start, width, height)) = (0..texts.len()).filter(|at| is_name(texts[*at])).find_map(heads_rows)
    else {
        return rows;
    };
    let end = start + width * (height + 1);
    let mut whole = rows[..start].to_vec();
    for (at, cells) in texts[start..end].chunks(width).enumerate() {
        let first = &rows[start + at * width];
        whole.push(Row {
            line: first.line,
            after_gap: first.after_gap && at == 0,
            cells: cells.iter().map(|text| (*text).to_owned()).collect(),
        });
    }
    whole.extend_from_slice(&rows[end..]);
    whole
}

/// The text of a row of one cell.
pub(super) fn only(row: &Row) -> Option<&str> {
    match row.cells.as_slice() {
        [only] => Some(only),
        _ => None,
    }
}

/// Whether a text is a number, and no time.
pub(super) fn is_number(text: &str) -> bool {
    cell::is_data(text) && when::mentions(text).is_empty() && inside::value(text).is_some()
}
