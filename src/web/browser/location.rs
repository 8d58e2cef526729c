//! Which screen the address names.

use crate::area::{self, Area};
use crate::words::screens::frame as words;

/// The screen of what a target would take, in the address.
pub(crate) const REACH: &str = "reach";

/// The part of the address after `#`, without it.
pub(crate) fn hash() -> String {
    let hash = gloo_utils::window().location().hash().unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// The council that the address names, by its number or code: `#council=873`.
pub(crate) fn council() -> Option<&'static Area> {
    hash().strip_prefix("council=").and_then(area::by_code)
}

/// Goes to the screen of this name.
pub(crate) fn show(screen: &str) {
    // Where the address cannot change, the person is where they were.
    let _ = gloo_utils::window().location().set_hash(screen);
}

/// Names the document after a screen; no figure is ever part of it.
pub(crate) fn set_title(screen: &str) {
    gloo_utils::document().set_title(&words::title(screen));
}
