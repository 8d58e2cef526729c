//! Moving the keyboard's place in the page.

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Focuses the box with this id once the present change is drawn, its text selected.
pub(crate) fn select_soon(id: String) {
    Timeout::new(0, move || {
        let element = gloo_utils::document().get_element_by_id(&id);
        if let Some(input) = element.and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
            let _ = input.focus();
            input.select();
        }
    })
    .forget();
}

/// Focuses the first element there is with one of these ids once the present change is drawn.
pub(crate) fn focus_first_soon(ids: Vec<String>) {
    Timeout::new(0, move || {
        let is_there = |id: &&String| gloo_utils::document().get_element_by_id(id).is_some();
        if let Some(id) = ids.iter().find(is_there) {
            focus_now(id);
        }
    })
    .forget();
}

/// Focuses the element with this id once the present change is drawn, and brings it into view, moving as little as needed.
pub(crate) fn focus_soon(id: String) {
    Timeout::new(0, move || focus_now(&id)).forget();
}

/// Focuses the element with this id once the present change is drawn, having opened what it is hidden in.
pub(crate) fn reveal_soon(id: String) {
    Timeout::new(0, move || {
        let element = gloo_utils::document().get_element_by_id(&id);
        if let Some(Ok(Some(details))) = element.map(|element| element.closest("details")) {
            let _ = details.set_attribute("open", "");
        }
        focus_now(&id);
    })
    .forget();
}

/// Focuses the element with this id, if it is drawn already, and brings it into view.
pub(crate) fn focus_now(id: &str) {
    let element = gloo_utils::document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
        show(&element);
    }
}

/// Brings the element with this id into view once the present change is drawn, without the focus.
pub(crate) fn show_soon(id: String) {
    Timeout::new(0, move || {
        if let Some(element) = gloo_utils::document().get_element_by_id(&id) {
            show(&element);
        }
    })
    .forget();
}

/// Brings an element into view, moving as little as needed.
fn show(element: &Element) {
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&nearest);
}
