//! Printing what is on the screen.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, NodeList};

use crate::disclose::Released;

/// Asks the browser to print the page, in which this is what is printed of the figures: what is on the screen alone is left
/// out by the style sheet.
pub(crate) fn print<T>(_printed: &Released<T>) {
    if super::leaving::may_share() {
        let _ = gloo_utils::window().print();
    }
}

/// The mark of parts that were unfolded to be printed.
const UNFOLDED: &str = "data-unfolded";

/// Unfolds what this selector finds while the page is printed, until what is returned is dropped.
pub(crate) fn unfold(css: &'static str) -> [EventListener; 2] {
    let window = gloo_utils::window();
    [
        EventListener::new(&window, "beforeprint", move |_| {
            for each in found(&format!("{css}:not([open])")) {
                let _ = each.set_attribute("open", "").and_then(|()| each.set_attribute(UNFOLDED, ""));
            }
        }),
        EventListener::new(&window, "afterprint", move |_| {
            for each in found(&format!("[{UNFOLDED}]")) {
                let _ = each.remove_attribute("open").and_then(|()| each.remove_attribute(UNFOLDED));
            }
        }),
    ]
}

/// Leaves the box that somebody types in while the page is printed, so that what is typed there is kept and printed, and
/// comes back to it afterwards, until what is returned is dropped.
pub(crate) fn finish_typing() -> [EventListener; 2] {
    let window = gloo_utils::window();
    let left = Rc::new(RefCell::new(None::<HtmlElement>));
    let leave = {
        let left = left.clone();
        EventListener::new(&window, "beforeprint", move |_| {
            let active = gloo_utils::document().active_element();
            let active = active.filter(|element| ["INPUT", "TEXTAREA"].contains(&&*element.tag_name()));
            let active = active.and_then(|element| element.dyn_into::<HtmlElement>().ok());
            if let Some(element) = &active {
                let _ = element.blur();
            }
            *left.borrow_mut() = active;
        })
    };
    let come_back = EventListener::new(&window, "afterprint", move |_| {
        if let Some(element) = left.borrow_mut().take() {
            let _ = element.focus();
        }
    });
    [leave, come_back]
}

/// Opens everything that this selector finds.
pub(crate) fn open_all(css: &str) {
    for each in found(css) {
        let _ = each.set_attribute("open", "");
    }
}

fn found(css: &str) -> Vec<Element> {
    let list: Option<NodeList> = gloo_utils::document().query_selector_all(css).ok();
    let nodes = list.iter().flat_map(|list| (0..list.length()).filter_map(|index| list.item(index)));
    nodes.filter_map(|node| node.dyn_into().ok()).collect()
}
