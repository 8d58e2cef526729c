//! The page's own bytes, as it was built, with or without figures in it.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// The element that holds saved figures.
const FIGURES: &str = "saved-figures";

/// The page as text. The build writes the page in the form in which browsers write a document back to text, so this
/// gives the same bytes wherever the page came from; `figures` is put into the inert block for them.
pub(crate) fn text(figures: &str) -> Option<String> {
    let document = gloo_utils::document();
    let copy: Element = document.document_element()?.clone_node_with_deep(true).ok()?.unchecked_into();
    let find = |selector: &str| copy.query_selector(selector).ok().flatten();
    find("#app")?.set_text_content(None);
    let app = find("#app")?;
    for name in
        app.get_attribute_names().iter().filter_map(|name| name.as_string()).filter(|name| name != "id")
    {
        let _ = app.remove_attribute(&name);
    }
    copy.remove_attribute(super::theme::ATTRIBUTE).ok()?;
    find("title")?.set_text_content(Some(super::location::NAME));
    find("#starting")?.remove_attribute("hidden").ok()?;
    find(&format!("#{FIGURES}"))?.set_text_content(Some(figures));
    // A browser that saved the page may have said its encoding again.
    if let Some(added) = find("meta[http-equiv=\"Content-Type\"]") {
        added.remove();
    }
    let body = find("body")?;
    // White space after the end of the page is moved into its body when it is read.
    while let Some(last) = body.last_child().filter(|last| last.node_type() == Node::TEXT_NODE) {
        let _ = body.remove_child(&last);
    }
    let _ = body.append_child(&document.create_text_node("\n"));
    Some(format!("<!doctype html>\n{}", copy.outer_html()))
}

/// The figures saved in this page, if there are any.
pub(crate) fn saved_figures() -> Option<String> {
    let text = gloo_utils::document().get_element_by_id(FIGURES)?.text_content()?;
    (!text.trim().is_empty()).then_some(text)
}
