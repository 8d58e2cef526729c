//! A table of a draft as numbers under headings.

use crate::number::Decimal;
use crate::period::Period;
use crate::read::cell::{self, Cell};

use super::Span;
use super::source::Row;

/// A number in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub value: Decimal,
    /// Whether it is written with a percent sign.
    pub is_percent: bool,
    pub span: Span,
    /// The row it stands in.
    pub row: Span,
}

impl Number {
    /// The number as a count of people or events, or `None` if it is not one.
    pub(super) fn count(&self) -> Option<u64> {
        u64::try_from(self.value.units()).ok().filter(|_| !self.is_percent && self.value.decimals() == 0)
    }
}

/// Numbers under column headings, beside labels.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// Lines of one cell above the headings.
    pub titles: Vec<String>,
    /// The rows of headings.
    raw: Vec<Vec<String>>,
    /// The headings above each column, outermost first.
    pub heads: Vec<Vec<String>>,
    /// The first cell of each row.
    pub labels: Vec<String>,
    /// The cells of each row but the first.
    pub rows: Vec<Vec<Option<Number>>>,
}

/// Cuts rows that follow each other into grids: rows without a number before others are headings.
pub(super) fn grids(text: &str, rows: &[Row]) -> Vec<Grid> {
    let mut grids: Vec<Grid> = Vec::new();
    let mut headings: Vec<Vec<String>> = Vec::new();
    let mut titles: Vec<String> = Vec::new();
    for row in rows {
        let texts: Vec<&str> = row.cells.iter().map(|cell| &text[cell.clone()]).collect();
        let filled = texts.iter().filter(|text| !text.is_empty()).count();
        let label = texts.first().copied().unwrap_or_default();
        let span = row.span();
        let numbers: Vec<Option<Number>> =
            row.cells[1..].iter().map(|cell| number(&text[cell.clone()], cell.clone(), &span)).collect();
        let is_title = filled == 1 && !label.is_empty();
        // Numbers that are withheld or not given are some all the same: their row parts those above it from a total.
        let is_missing = is_title && headings.is_empty() && !grids.is_empty()
            || !is_title && !label.is_empty() && is_withheld(&texts[1..]);
        if is_title {
            titles.push(label.to_owned());
        }
        let is_data = !label.is_empty() && numbers.iter().any(Option::is_some);
        if !is_data && !is_missing {
            if !is_title {
                if !label.is_empty() {
                    titles.push(label.to_owned());
                }
                headings.push(texts.iter().skip(1).map(|text| (*text).to_owned()).collect());
            }
            continue;
        }
        if !headings.is_empty() || grids.is_empty() {
            grids.push(Grid { titles: std::mem::take(&mut titles), ..Grid::default() });
        }
        let Some(grid) = grids.last_mut() else { continue };
        if grid.rows.is_empty() {
            grid.raw = std::mem::take(&mut headings);
        }
        grid.labels.push(label.to_owned());
        grid.rows.push(numbers);
    }
    for grid in &mut grids {
        let columns = grid.rows.iter().map(Vec::len).max().unwrap_or(0);
        let last =
            |row: &Vec<Option<Number>>| row.iter().rposition(Option::is_some).map_or(0, |last| last + 1);
        let last = grid.rows.iter().map(last).max().unwrap_or(0);
        grid.heads = heads(&grid.raw, columns, last);
    }
    grids
}

fn is_withheld(cells: &[&str]) -> bool {
    cells.iter().all(|text| text.is_empty() || matches!(cell::parse(text), Cell::Withheld(_)))
}

/// The headings of each column: a heading holds as far as the next in its row.
fn heads(rows: &[Vec<String>], columns: usize, last: usize) -> Vec<Vec<String>> {
    let mut heads: Vec<Vec<String>> = vec![Vec::new(); columns];
    for row in rows {
        let mut row = with_whole_years(row);
        // Headings that lost their columns: as many words as there are columns, or more.
        let filled: Vec<usize> = (0..row.len()).filter(|at| !row[*at].is_empty()).collect();
        if let [only] = filled.as_slice()
            && last > 2
            && *only == 0
        {
            let whole = std::mem::take(&mut row[0]);
            let words: Vec<&str> = whole.split_whitespace().collect();
            if words.len() >= last && words.len() <= last + 1 && !whole.contains('(') {
                row = (0..last)
                    .map(|at| if at + 1 == last { words[at..].join(" ") } else { words[at].to_owned() })
                    .collect();
            } else {
                row[0] = whole;
            }
        }
        let mut present = String::new();
        for (at, head) in heads.iter_mut().enumerate() {
            if let Some(text) = row.get(at).filter(|text| !text.is_empty()) {
                present.clone_from(text);
            }
            if !present.is_empty() {
                head.push(present.clone());
            }
        }
    }
    heads
}

/// Puts years together that were cut in two: "201 | .7".
fn with_whole_years(row: &[String]) -> Vec<String> {
    let mut row = row.to_vec();
    for at in 1..row.len() {
        let ending = row[at].trim_start_matches('.').to_owned();
        if matches!(row[at - 1].as_str(), "200" | "201" | "202")
            && ending.len() == 1
            && ending.bytes().all(|byte| byte.is_ascii_digit())
        {
            row[at - 1].push_str(&ending);
            row[at].clear();
        }
    }
    row
}

/// The number of a cell; a year or a month is none.
fn number(text: &str, span: Span, row: &Span) -> Option<Number> {
    let (value, is_percent) = match cell::parse(text) {
        Cell::Percent(value) => (value, true),
        Cell::Number(value) if text.len() != 4 || Period::parse(text).is_err() => (value, false),
        _ => return None,
    };
    Some(Number { value, is_percent, span, row: row.clone() })
}
