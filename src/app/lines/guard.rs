//! Personal data typed or pasted into a cell of the figures table: it is kept neither in the cell nor for undo.

use crate::app::lines::block::FIELDS;
use crate::app::lines::{CellId, Field, LinesAction};
use crate::period::Period;
use crate::read;

/// A cell that did not keep what was put into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TurnedAway {
    /// Which.
    pub cell: CellId,
    /// How often in a row, so that the cell is drawn again each time.
    pub(crate) times: usize,
}

/// Whether a cell must not keep a text. A date names a period in its own column only.
fn is_personal(field: Option<&Field>, text: &str) -> bool {
    let is_period = field == Some(&Field::Period) && Period::parse(text).is_ok();
    !is_period && read::personal_in_cell(text).is_some()
}

impl LinesAction {
    /// The cell into which, or from which on, this would put personal data, or `None` if it puts none anywhere.
    pub(crate) fn personal_at(&self) -> Option<CellId> {
        let (cell, is_personal) = match self {
            Self::Edit(cell, text) => (*cell, is_personal(Some(&cell.field), text)),
            Self::Fill(cell, rows) => {
                let first = FIELDS.iter().position(|field| *field == cell.field).unwrap_or(0);
                let mut cells = rows.iter().flat_map(|row| row.iter().enumerate());
                (*cell, cells.any(|(at, text)| is_personal(FIELDS.get(first + at), text)))
            }
            _ => return None,
        };
        is_personal.then_some(cell)
    }
}
