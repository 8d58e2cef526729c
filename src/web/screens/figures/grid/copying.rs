//! Copying cells of the grid as in a spreadsheet: what is put on the clipboard is disclosed, what is pasted back here is what stood
//! in the cells.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use yew::prelude::*;

use crate::disclose::{Places, Released};
use crate::report::{Copied, copied_cells};

use crate::app::lines::LineId;
use crate::app::lines::slot::block;
use crate::web::browser::clipboard::put;
use crate::web::screens::figures::grid::changes::Changes;
use crate::web::screens::figures::grid::cursor::{At, Cursor};

/// The texts of the cells that were copied last, with the text that is on the clipboard in place of them.
#[derive(Clone, Default)]
pub(super) struct LastCopied(Rc<RefCell<Option<(String, Texts)>>>);

/// The texts of cells, row by row.
type Texts = Vec<Vec<String>>;

impl LastCopied {
    /// The cells of a text that is pasted: those that were copied here, where it is the text of these.
    pub(super) fn cells_of(&self, text: &str) -> Texts {
        let cells = block(text);
        let last = self.0.borrow();
        let own = last.as_ref().filter(|(copied, _)| block(copied) == cells);
        own.map_or(cells, |(_, own)| own.clone())
    }
}

/// The texts of the figures selected, row by row, and what of them may leave the page.
fn copied(changes: &Changes, cursor: Cursor) -> Option<(Texts, Released<Copied>)> {
    let ([top, bottom], [left, right]) = cursor.selected();
    let (Changes { store, matrix, shape }, mut places) = (changes, Places::default());
    let lines = store.state().lines.iter().filter(|line| line.checked.figure.is_some());
    let place_of: HashMap<LineId, usize> = lines.enumerate().map(|(place, line)| (line.id, place)).collect();
    let columns = || (left..=right).filter(|column| shape.period(*column).is_some());
    let mut texts = Vec::new();
    for row in top.max(1)..=bottom {
        let cells = &matrix.rows.get(row - 1)?.cells;
        texts.push(columns().map(|column| changes.text(At { row, column }).unwrap_or_default()).collect());
        let place = |column: usize| place_of.get(&cells.get(column - 1)?.as_ref()?.id).copied();
        places.0.push(columns().map(place).collect());
    }
    columns().next()?;
    (!texts.is_empty()).then(|| (texts, store.state().disclosed().with(&places, copied_cells)))
}

/// Copies what is selected where a cell has the keyboard and no text is selected; cutting empties it as well.
#[hook]
pub(super) fn use_copying(changes: &Changes, latest: &Rc<RefCell<Cursor>>) -> LastCopied {
    let last = (*use_memo((), |()| LastCopied::default())).clone();
    let (changes, kept, latest) = (changes.clone(), last.clone(), latest.clone());
    use_effect_with(changes.matrix.clone(), move |_| {
        let changes = Rc::new(changes);
        // Without the first two WebKit copies nothing where no text is selected.
        let listeners = ["beforecopy", "beforecut", "copy", "cut"].map(|name| {
            let (changes, kept, latest) = (Rc::clone(&changes), kept.clone(), latest.clone());
            let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
            EventListener::new_with_options(&gloo_utils::document(), name, options, move |event| {
                let active =
                    gloo_utils::document().active_element().filter(|active| At::of(active).is_some());
                let is_editing =
                    active.as_ref().is_none_or(|active| active.tag_name().eq_ignore_ascii_case("input"));
                if is_editing || event.default_prevented() {
                    return;
                }
                if name.starts_with("before") {
                    return event.prevent_default();
                }
                let cursor = *latest.borrow();
                let Some((texts, released)) = copied(&changes, cursor) else { return };
                if put(event, &released) {
                    *kept.0.borrow_mut() = Some((released.text.clone(), texts));
                    if name == "cut" {
                        changes.clear(cursor);
                    }
                }
            })
        });
        move || drop(listeners)
    });
    last
}
