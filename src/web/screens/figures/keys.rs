//! Moving about the figures table as in a spreadsheet, and pasting blocks into it.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlInputElement};
use yew::prelude::*;

use crate::app::lines::block::{FIELDS, block};
use crate::app::state::{Action, Field};
use crate::web::browser::focus::select_soon;
use crate::web::screens::figures::table::cell_id;
use crate::web::store::Store;

/// The cell an event is of: its box, its line and its field.
fn cell_of(event: &Event) -> Option<(HtmlInputElement, usize, Field)> {
    let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    let id = input.id();
    let (line, name) = id.strip_prefix("line-")?.split_once('-')?;
    let line = line.parse().ok()?;
    let field = FIELDS.into_iter().find(|field| cell_id(line, Some(*field)).ends_with(name))?;
    Some((input, line, field))
}

/// Arrows, Enter and Escape.
pub(crate) fn on_key(store: &Store) -> Callback<KeyboardEvent> {
    let store = store.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let Some((input, line, field)) = cell_of(&event) else { return };
        let column = FIELDS.iter().position(|each| *each == field);
        let beside = |columns: isize| {
            column
                .and_then(|column| FIELDS.get(column.checked_add_signed(columns)?))
                .map(|field| (line, *field))
        };
        let up_or_down = |rows: isize| store.state().line_beside(line, rows).map(|line| (line, field));
        let to = match event.key().as_str() {
            "ArrowUp" => up_or_down(-1),
            "ArrowDown" => up_or_down(1),
            "Enter" => up_or_down(if event.shift_key() { -1 } else { 1 }),
            // Within a text the arrows move in it.
            "ArrowLeft" if is_at(&input, false) => beside(-1),
            "ArrowRight" if is_at(&input, true) => beside(1),
            "Escape" => {
                if let Some(action) = store.state().escape(line, field) {
                    event.prevent_default();
                    store.send(action);
                }
                None
            }
            _ => None,
        };
        if let Some((line, field)) = to {
            event.prevent_default();
            select_soon(cell_id(line, Some(field)));
        }
    })
}

/// Whether the text is selected as a whole, or the caret stands at its start or end.
fn is_at(input: &HtmlInputElement, end: bool) -> bool {
    let length = u32::try_from(input.value().encode_utf16().count()).unwrap_or(u32::MAX);
    let (Ok(Some(from)), Ok(Some(to))) = (input.selection_start(), input.selection_end()) else {
        return true;
    };
    let is_whole = from == 0 && to == length;
    is_whole || (from == to && from == if end { length } else { 0 })
}

/// A block of cells goes into the cells from this one on; a single text is pasted as usual.
pub(crate) fn on_paste(store: &Store) -> Callback<Event> {
    let store = store.clone();
    Callback::from(move |event: Event| {
        let Some((_, line, field)) = cell_of(&event) else { return };
        let text = event
            .dyn_ref::<ClipboardEvent>()
            .and_then(ClipboardEvent::clipboard_data)
            .and_then(|data| data.get_data("text/plain").ok());
        if let Some(rows) = text.as_deref().and_then(block) {
            event.prevent_default();
            store.send(Action::Fill(line, field, rows));
        }
    })
}
