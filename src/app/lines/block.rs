//! A block of cells pasted into the figures table, and the cells beside a cell.

use std::rc::Rc;

use crate::app::lines::{CellId, Field, LineId, Lines, text_of};
use crate::read::Entry;
use crate::words::status::Status;

/// The cells of a line that a block goes into, from left to right.
pub const FIELDS: [Field; 4] = [Field::Period, Field::Numerator, Field::Denominator, Field::Value];

/// The cells of a text as a spreadsheet copies them, or `None` where it is a single cell.
pub fn block(text: &str) -> Option<Vec<Vec<String>>> {
    let text = text.trim_end_matches(['\r', '\n']);
    if !text.contains(['\t', '\n']) {
        return None;
    }
    let cells =
        |line: &str| line.trim_end_matches('\r').split('\t').map(|cell| cell.trim().to_owned()).collect();
    Some(text.split('\n').map(cells).collect())
}

impl Lines {
    /// Puts a block into the cells from one to the right and down; lines that are missing are added, cells beyond the last
    /// column are not there to be filled. Returns what to say of it, or `None` if there is no such cell.
    pub(crate) fn fill(&mut self, cell: CellId, rows: &[Vec<String>]) -> Option<Status> {
        let first = self.position(cell.line)?;
        let column = FIELDS.iter().position(|field| *field == cell.field)?;
        let (mut filled, mut beyond) = (0, 0);
        for (position, cells) in (first..).zip(rows) {
            if position >= self.len() {
                self.push(Entry::default());
            }
            let Some(line) = Rc::make_mut(&mut self.list).get_mut(position) else { break };
            let fields = &FIELDS[column..];
            Rc::make_mut(line).change(|entry| {
                for (field, text) in fields.iter().zip(cells) {
                    text.clone_into(text_of(entry, *field));
                }
            });
            filled += cells.len().min(fields.len());
            beyond += cells.len().saturating_sub(fields.len());
        }
        Some(Status::Filled { cells: filled, beyond })
    }

    /// The line that many rows further down, or up; the nearest there is. `None` if the line is there no more.
    pub fn beside(&self, line: LineId, rows: isize) -> Option<LineId> {
        let then = self.position(line)?.saturating_add_signed(rows).min(self.len().checked_sub(1)?);
        self.list.get(then).map(|line| line.id)
    }
}
