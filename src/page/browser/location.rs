//! Which screen the address names.

/// The part of the address after `#`, without it.
pub(crate) fn hash() -> String {
    let hash = gloo_utils::window().location().hash().unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}
