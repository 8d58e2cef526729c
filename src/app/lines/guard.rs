//! Personal data typed or pasted into a cell of the figures table: it is kept neither in the cell nor for undo.

use crate::period::Period;
use crate::read;

use crate::app::lines::block::FIELDS;
use crate::app::state::{Action, Field, State};

/// A cell that did not keep what was put into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TurnedAway {
    /// Of which line.
    pub line: usize,
    /// Which cell of it.
    pub field: Field,
    /// How often in a row, so that the cell is drawn again each time.
    times: usize,
}

/// What is shown at the cell.
pub const TURNED_AWAY: &str = "This looks like personal data and was not kept. Enter totals only.";

/// Whether a cell must not keep a text. A date names a period in its own column only.
fn is_personal(field: Option<&Field>, text: &str) -> bool {
    let is_period = field == Some(&Field::Period) && Period::parse(text).is_ok();
    !is_period && read::personal_in_cell(text).is_some()
}

impl State {
    /// The state after an action that puts personal data into a cell, as it was before anything was typed there; nothing for
    /// every other action.
    pub(crate) fn turning_away(&self, action: &Action) -> Option<Self> {
        let (line, field, is_personal) = match action {
            Action::Edit(line, field, text) => (*line, *field, is_personal(Some(field), text)),
            Action::Fill(line, field, rows) => {
                let first = FIELDS.iter().position(|each| each == field).unwrap_or(0);
                let cells = rows.iter().flat_map(|row| row.iter().enumerate());
                let is_personal =
                    cells.into_iter().any(|(at, text)| is_personal(FIELDS.get(first + at), text));
                (*line, *field, is_personal)
            }
            _ => return None,
        };
        is_personal.then(|| self.turned_away_at(line, field))
    }

    fn turned_away_at(&self, line: usize, field: Field) -> Self {
        let mut next = self.clone();
        (next.typing, next.last, next.tells_incoming) = (None, None, false);
        // What was typed so far may be the beginning of a name.
        if self.is_typing_in(line, field) {
            next.forget_step();
        }
        let times = self.turned_away.map_or(0, |before| before.times + 1);
        next.turned_away = Some(TurnedAway { line, field, times });
        next.say(TURNED_AWAY);
        next
    }
}
