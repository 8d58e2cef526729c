//! Personal data typed or pasted into a cell of the figures table: it is kept neither in the cell nor for undo.

use crate::app::lines::{Field, LinesAction, Slot};
use crate::period::Period;
use crate::read;

/// A cell that did not keep what was put into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TurnedAway {
    /// Which; where a block was put into several, the first that holds any.
    pub at: Slot,
    /// How often in a row, so that it is told again each time.
    pub times: usize,
}

/// Whether a cell must not keep a text. A date names a period in the place of one only.
fn is_personal(field: Field, text: &str) -> bool {
    let is_period = field == Field::Period && Period::parse(text).is_ok();
    !is_period && read::personal_in_cell(text).is_some()
}

impl LinesAction {
    /// The cell into which this would put personal data, or `None` if it puts none anywhere.
    pub(crate) fn personal_at(&self) -> Option<Slot> {
        match self {
            Self::Edit(cell, text) => is_personal(cell.field, text).then_some(Slot::Line(cell.line)),
            Self::Put(slot, text) => is_personal(Field::Value, text).then(|| slot.clone()),
            Self::Fill { puts, .. } => {
                let found = puts.iter().find(|(_, text)| is_personal(Field::Value, text));
                found.map(|(slot, _)| slot.clone())
            }
            Self::Retime(lines, text) => {
                lines.first().filter(|_| is_personal(Field::Period, text)).copied().map(Slot::Line)
            }
            _ => None,
        }
    }
}
