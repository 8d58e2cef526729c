//! A block of cells pasted into the figures table.

use std::rc::Rc;

use crate::app::state::{Action, Field, State};

/// The cells of a line that a block goes into, from left to right.
pub const FIELDS: [Field; 4] = [Field::Period, Field::Numerator, Field::Denominator, Field::Value];

/// The cells of a text as a spreadsheet copies them; nothing where it is a single cell.
pub fn block(text: &str) -> Option<Vec<Vec<String>>> {
    let text = text.trim_end_matches(['\r', '\n']);
    if !text.contains(['\t', '\n']) {
        return None;
    }
    let cells =
        |line: &str| line.trim_end_matches('\r').split('\t').map(|cell| cell.trim().to_owned()).collect();
    Some(text.split('\n').map(cells).collect())
}

impl State {
    /// Puts a block into the cells from one to the right and down; lines that are missing are added, cells beyond the last
    /// column are not there to be filled.
    pub(crate) fn fill(&mut self, line: usize, field: Field, rows: &[Vec<String>]) {
        let Some(first) = self.lines.iter().position(|each| each.id == line) else { return };
        let Some(column) = FIELDS.iter().position(|each| *each == field) else { return };
        let (mut filled, mut beyond) = (0, 0);
        for (offset, cells) in rows.iter().enumerate() {
            if first + offset >= self.lines.len() {
                self.push(crate::read::Entry::default());
            }
            let Some(id) = self.lines.get(first + offset).map(|line| line.id) else { return };
            for (index, text) in cells.iter().enumerate() {
                match FIELDS.get(column + index) {
                    Some(field) => {
                        self.edit(id, *field, text);
                        filled += 1;
                    }
                    None => beyond += 1,
                }
            }
        }
        // One press is one step for undo.
        self.typing = None;
        let cells = |count: usize| if count == 1 { "1 cell".to_owned() } else { format!("{count} cells") };
        let beyond = match beyond {
            0 => String::new(),
            count => format!(" {} lay beyond the last column and were left out.", cells(count)),
        };
        self.say(&format!("{} filled.{beyond} Undo takes it back.", cells(filled)));
    }

    /// The line that many rows further down, or up; the nearest there is.
    pub fn line_beside(&self, line: usize, rows: isize) -> Option<usize> {
        let now = self.lines.iter().position(|each| each.id == line)?;
        let then = now.saturating_add_signed(rows).min(self.lines.len().checked_sub(1)?);
        self.lines.get(then).map(|line: &Rc<_>| line.id)
    }

    /// What Escape does in a cell: takes back what was typed into it since it was entered, if anything was.
    pub fn escape(&self, line: usize, field: Field) -> Option<Action> {
        self.is_typing_in(line, field).then_some(Action::Undo)
    }
}
