//! A draft cut into its paragraphs and the rows of its tables, each with its place in the text.

use std::ops::Range;

use crate::read;

/// A part of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A paragraph, perhaps of several lines.
    Paragraph(Range<usize>),
    /// Rows of cells that follow each other.
    Table(Vec<Row>),
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// Its line, from 1.
    pub line: usize,
    /// Its cells, also those that are empty.
    pub cells: Vec<Range<usize>>,
}

impl Row {
    /// The row as `read` has it.
    pub(super) fn as_read(&self, text: &str) -> read::row::Row {
        let cells = self.cells.iter().map(|cell| text[cell.clone()].to_owned()).collect();
        read::row::Row { line: self.line, after_gap: false, cells }
    }

    /// From its first cell to its last.
    pub(super) fn span(&self) -> Range<usize> {
        let ends = self.cells.first().zip(self.cells.last());
        ends.map_or(0..0, |(first, last)| first.start..last.end)
    }
}

/// Lines of words as long as this may have been cut at the edge of a page.
const CUT_AT: usize = 60;

/// Cuts a text; lines that `is_left_out` knows by their number are not looked at.
pub(super) fn parts(text: &str, is_left_out: &dyn Fn(usize) -> bool) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut start = 0;
    // Whether the paragraph before may go on.
    let mut is_open = false;
    for (at, raw) in text.split_inclusive('\n').enumerate() {
        let whole = start..start + raw.len();
        start = whole.end;
        let line = trimmed(text, whole);
        if line.is_empty() || is_left_out(at + 1) {
            is_open = false;
            continue;
        }
        let mut cells = cells(text, line.clone());
        let is_below_row = matches!(parts.last(), Some(Part::Table(rows)) if rows.last().is_some_and(|last| last.line == at));
        // A label whose numbers are not given.
        if is_below_row && cells.len() == 1 && raw.trim_end_matches(['\r', '\n']).ends_with('\t') {
            cells.push(line.end..line.end);
        }
        if cells.len() > 1 {
            let row = Row { line: at + 1, cells };
            match parts.last_mut() {
                Some(Part::Table(rows)) if is_below_row => rows.push(row),
                _ => parts.push(Part::Table(vec![row])),
            }
            is_open = false;
            continue;
        }
        let begins_small =
            text[line.clone()].starts_with(|c: char| c.is_lowercase() || c == '(' || c.is_ascii_digit());
        let goes_on = is_open && begins_small;
        is_open = !text[line.clone()].ends_with(['.', ':', ';', '!', '?']) && line.len() >= CUT_AT;
        match parts.last_mut() {
            Some(Part::Paragraph(before)) if goes_on => before.end = line.end,
            _ => parts.push(Part::Paragraph(line)),
        }
    }
    parts
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let own = &text[range.clone()];
    let start = range.start + own.len() - own.trim_start().len();
    start..(start + own.trim().len())
}

/// How many tabs stand right before a place on its line.
fn leading_tabs(text: &str, at: usize) -> usize {
    text[..at].bytes().rev().take_while(|byte| *byte == b'\t').count()
}

/// The cells of a line, parted by tabs, strokes or several blanks; one where it is no row.
fn cells(text: &str, line: Range<usize>) -> Vec<Range<usize>> {
    // A tab in front is a cell without a label.
    let line = line.start - leading_tabs(text, line.start)..line.end;
    let own = &text[line.clone()];
    let separators: [&str; 3] = ["\t", "|", "   "];
    let Some(separator) = separators.into_iter().find(|separator| own.contains(separator)) else {
        return vec![trimmed(text, line)];
    };
    let mut cells = Vec::new();
    let mut start = line.start;
    for piece in own.split(separator) {
        let cell = trimmed(text, start..start + piece.len());
        start += piece.len() + separator.len();
        // Blanks stand for no cell of their own.
        if separator != "   " || !cell.is_empty() {
            cells.push(cell);
        }
    }
    let is_bullet = |cell: &Range<usize>| !text[cell.clone()].contains(char::is_alphanumeric);
    let is_number =
        |cell: &Range<usize>| !text[cell.clone()].contains(' ') && text[cell.clone()].ends_with(['.', ')']);
    let is_worded = |cell: &Range<usize>| text[cell.clone()].contains(char::is_alphabetic);
    // A bullet or a paragraph's number before its sentence.
    if let [mark, sentence] = cells.as_slice()
        && !mark.is_empty()
        && (is_bullet(mark) || is_number(mark))
        && is_worded(sentence)
    {
        return vec![sentence.clone()];
    }
    cells
}
