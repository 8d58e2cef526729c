//! What the browser provides, one file each. Every call can fail and none may panic.

pub(super) mod clipboard;
pub(super) mod focus;
pub(super) mod location;
pub(super) mod trouble;
