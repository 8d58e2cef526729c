//! The box in which a cell is edited.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// How editing began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Start {
    /// With the text there is, to be changed.
    Kept(String),
    /// With what was typed in its place.
    Typed(String),
}

/// Where editing leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leave {
    /// To the row below.
    Down,
    /// To the row above.
    Up,
    /// To the next column.
    Right,
    /// To the column before.
    Left,
    /// Back to the cell, nothing changed.
    GivenUp,
    /// To wherever the person pressed.
    Elsewhere,
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub label: AttrValue,
    pub start: Start,
    /// Called once, with the text.
    pub on_leave: Callback<(String, Leave)>,
}

#[component]
pub(super) fn Editor(Props { label, start, on_leave }: &Props) -> Html {
    let input = use_node_ref();
    let is_left = use_mut_ref(|| false);
    {
        let (input, is_kept) = (input.clone(), matches!(start, Start::Kept(_)));
        use_effect_with((), move |()| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                let _ = input.focus();
                let end = u32::try_from(input.value().encode_utf16().count()).unwrap_or(u32::MAX);
                let from = if is_kept { 0 } else { end };
                let _ = input.set_selection_range(from, end);
            }
        });
    }
    let leave = {
        let (is_left, on_leave) = (is_left, on_leave.clone());
        move |target: Option<web_sys::EventTarget>, to: Leave| {
            let Some(input) = target.and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
                return;
            };
            // A box that is taken away is left once more.
            if !is_left.replace(true) {
                on_leave.emit((input.value(), to));
            }
        }
    };
    let onkeydown = {
        let (leave, is_typed) = (leave.clone(), matches!(start, Start::Typed(_)));
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            let to = match (event.key().as_str(), event.shift_key()) {
                ("Enter", false) | ("ArrowDown", _) => Leave::Down,
                ("Enter", true) | ("ArrowUp", _) => Leave::Up,
                ("Tab", false) => Leave::Right,
                ("Tab", true) => Leave::Left,
                ("ArrowRight", false) if is_typed => Leave::Right,
                ("ArrowLeft", false) if is_typed => Leave::Left,
                ("Escape", _) => Leave::GivenUp,
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            leave(event.target(), to);
        })
    };
    let onblur = Callback::from(move |event: FocusEvent| leave(event.target(), Leave::Elsewhere));
    let (Start::Kept(value) | Start::Typed(value)) = start.clone();
    html! {
        <input ref={input} autocomplete="off" spellcheck="false" class="grid-editor" type="text" aria-label={label} {value} {onkeydown} {onblur} />
    }
}
