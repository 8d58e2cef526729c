//! Which screen the address names.

use crate::app::state::Edition;
use crate::area::{self, Area};
use crate::words::screens::copies::private_title;
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

/// The name of the file that the page was opened from, or `None` if it was not opened from a disk.
pub(crate) fn file() -> Option<String> {
    let location = gloo_utils::window().location();
    let path = location.pathname().ok().filter(|_| location.protocol().is_ok_and(|from| from == "file:"))?;
    let name = path.rsplit('/').next().unwrap_or_default();
    js_sys::decode_uri_component(name).ok().and_then(|name| name.as_string())
}

/// Goes to the screen of this name.
pub(crate) fn show(screen: &str) {
    // Where the address cannot change, the person is where they were.
    let _ = gloo_utils::window().location().set_hash(screen);
}

/// Names the document after a screen and what the page was opened as; no figure is ever part of it.
pub(crate) fn set_title(screen: &str, edition: Edition) {
    let title = words::title(screen);
    let is_private = edition == Edition::Private;
    gloo_utils::document().set_title(&if is_private { private_title(&title) } else { title });
}
