//! Moving about the figures table as in a spreadsheet, and pasting blocks into it.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlInputElement};
use yew::prelude::*;

use crate::app::lines::block::{FIELDS, block};
use crate::app::lines::{CellId, LinesAction};
use crate::web::browser::focus::select_soon;
use crate::web::screens::figures::cell::Cell;
use crate::web::store::Store;

/// The cell an event is of, and its box.
fn cell_of(event: &Event) -> Option<(HtmlInputElement, CellId)> {
    let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    let cell = Cell::text_of_element(&input.id())?;
    Some((input, cell))
}

/// Arrows, Enter and Escape.
pub(crate) fn on_key(store: &Store) -> Callback<KeyboardEvent> {
    let store = store.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let Some((input, cell)) = cell_of(&event) else { return };
        let column = FIELDS.iter().position(|field| *field == cell.field);
        let beside = |columns: isize| {
            let field = *FIELDS.get(column?.checked_add_signed(columns)?)?;
            Some(cell.line.cell(field))
        };
        let up_or_down = |rows: isize| Some(store.state().lines.beside(cell.line, rows)?.cell(cell.field));
        let to = match event.key().as_str() {
            "ArrowUp" => up_or_down(-1),
            "ArrowDown" => up_or_down(1),
            "Enter" => up_or_down(if event.shift_key() { -1 } else { 1 }),
            // Within a text the arrows move in it.
            "ArrowLeft" if is_at(&input, Side::Start) => beside(-1),
            "ArrowRight" if is_at(&input, Side::End) => beside(1),
            "Escape" => {
                if let Some(action) = store.state().escape(cell) {
                    event.prevent_default();
                    store.send(action);
                }
                None
            }
            _ => None,
        };
        if let Some(cell) = to {
            event.prevent_default();
            select_soon(Cell::Text(cell).element_id());
        }
    })
}

/// An end of a text.
#[derive(Clone, Copy)]
enum Side {
    Start,
    End,
}

/// Whether the text is selected as a whole, or the caret is at this side of it.
fn is_at(input: &HtmlInputElement, side: Side) -> bool {
    let length = u32::try_from(input.value().encode_utf16().count()).unwrap_or(u32::MAX);
    let (Ok(Some(from)), Ok(Some(to))) = (input.selection_start(), input.selection_end()) else {
        return true;
    };
    let is_whole = from == 0 && to == length;
    let caret = match side {
        Side::Start => 0,
        Side::End => length,
    };
    is_whole || (from == caret && to == caret)
}

/// A block of cells goes into the cells from this one on; a single text is pasted as usual.
pub(crate) fn on_paste(store: &Store) -> Callback<Event> {
    let store = store.clone();
    Callback::from(move |event: Event| {
        let Some((_, cell)) = cell_of(&event) else { return };
        let text = event
            .dyn_ref::<ClipboardEvent>()
            .and_then(ClipboardEvent::clipboard_data)
            .and_then(|data| data.get_data("text/plain").ok());
        if let Some(rows) = text.as_deref().and_then(block) {
            event.prevent_default();
            store.send(LinesAction::Fill(cell, rows));
        }
    })
}
