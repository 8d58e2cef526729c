//! Which screen the address names.

use crate::words::screens::frame as words;

/// The part of the address after `#`, without it.
pub(crate) fn hash() -> String {
    let hash = gloo_utils::window().location().hash().unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Names the document after a screen; no figure is ever part of it.
pub(crate) fn set_title(screen: &str) {
    gloo_utils::document().set_title(&words::title(screen));
}
