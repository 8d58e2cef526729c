//! Light or dark, where a person wants another one than the system's. It is kept nowhere.

use gloo_utils::document_element;

/// The attribute of the document that the style sheet looks at.
pub(crate) const ATTRIBUTE: &str = "data-theme";

/// Shows the page in this theme, or in the system's.
pub(crate) fn show(theme: Option<&str>) {
    let root = document_element();
    let _ = match theme {
        Some(theme) => root.set_attribute(ATTRIBUTE, theme),
        None => root.remove_attribute(ATTRIBUTE),
    };
}
