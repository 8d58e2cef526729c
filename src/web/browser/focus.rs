//! Moving the keyboard's place in the page.

use std::cell::RefCell;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// How often it is tried to find what is to be focused.
const TRIES: u8 = 50;

/// Tries once the present change is drawn, and again until the attempt says that it is done: where drawing takes long, it is
/// spread over several tasks of the browser, and what is looked for comes with a later one.
fn soon(tries: u8, attempt: Box<dyn Fn() -> bool>) {
    Timeout::new(0, move || {
        if !attempt() && tries > 0 {
            soon(tries - 1, attempt);
        }
    })
    .forget();
}

fn element(id: &str) -> Option<HtmlElement> {
    gloo_utils::document().get_element_by_id(id)?.dyn_into().ok()
}

/// Focuses the box with this id, its text selected: at once, so that no letter typed after a shortcut is lost, or where it is not
/// there yet, once the present change is drawn.
pub(crate) fn select(id: String) {
    let select = move || {
        let input = element(&id).and_then(|element| element.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = &input {
            let _ = input.focus();
            input.select();
        }
        input.is_some()
    };
    if !select() {
        soon(TRIES, Box::new(select));
    }
}

/// Focuses the first element there is with one of these ids once the present change is drawn.
pub(crate) fn focus_first_soon(ids: Vec<String>) {
    soon(TRIES, Box::new(move || ids.iter().any(|id| is_focused(id))));
}

/// Focuses the element with this id once the present change is drawn, and brings it into view, moving as little as needed.
pub(crate) fn focus_soon(id: String) {
    soon(TRIES, Box::new(move || is_focused(&id)));
}

/// Focuses the button with this id, which takes the place of a box of the same id, once it is there.
pub(crate) fn focus_button_soon(id: String) {
    let is_button =
        move || element(&id).is_some_and(|element| element.tag_name() == "BUTTON") && is_focused(&id);
    soon(TRIES, Box::new(is_button));
}

/// Focuses the element with this id once the present change is drawn, unless the keyboard is at that other one then. The one
/// that is found first may be of a screen that is about to go: if it goes with the focus, the next one gets that.
pub(crate) fn focus_unless_at(id: &'static str, other: &'static str) {
    let focused = RefCell::new(None::<HtmlElement>);
    let attempt = move || {
        let active = gloo_utils::document().active_element();
        let is_settled = match &*focused.borrow() {
            None => active.is_some_and(|active| active.id() == other),
            // Whoever moved the keyboard from a heading that is still there meant to.
            Some(had) => had.is_connected() && active.is_none_or(|active| !had.is_same_node(Some(&active))),
        };
        if !is_settled && focused.borrow().as_ref().is_none_or(|had| !had.is_connected()) {
            is_focused(id);
            *focused.borrow_mut() = element(id);
        }
        is_settled
    };
    soon(TRIES, Box::new(attempt));
}

/// Focuses the element with this id once the present change is drawn, and brings it to the top of the window.
pub(crate) fn focus_at_top_soon(id: String) {
    let focus_it = move || {
        let element = element(&id);
        if let Some(element) = &element {
            let _ = element.focus();
            element.scroll_into_view();
        }
        element.is_some()
    };
    soon(TRIES, Box::new(focus_it));
}

/// Focuses the element with this id once the present change is drawn, having opened what it is hidden in; the text of a box is
/// selected, so that typing replaces it.
pub(crate) fn reveal_soon(id: String) {
    let reveal = move || {
        if let Some(Ok(Some(details))) = element(&id).map(|element| element.closest("details")) {
            let _ = details.set_attribute("open", "");
        }
        if let Some(Ok(input)) = element(&id).map(JsCast::dyn_into::<HtmlInputElement>) {
            input.select();
        }
        is_focused(&id)
    };
    soon(TRIES, Box::new(reveal));
}

/// Focuses the element with this id, if it is drawn already, and brings it into view.
pub(crate) fn focus_now(id: &str) {
    is_focused(id);
}

/// The same, and says whether it is drawn already.
fn is_focused(id: &str) -> bool {
    let element = element(id);
    if let Some(element) = &element {
        let _ = element.focus();
        show(element);
    }
    element.is_some()
}

/// Brings the element with this id into view once the present change is drawn, without the focus.
pub(crate) fn show_soon(id: String) {
    let show_it = move || {
        let element = element(&id);
        if let Some(element) = &element {
            show(element);
        }
        element.is_some()
    };
    soon(TRIES, Box::new(show_it));
}

/// Brings an element into view, moving as little as needed.
fn show(element: &Element) {
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&nearest);
}
