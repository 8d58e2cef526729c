//! What the browser provides, one file each. Every call can fail and none may panic.

pub(super) mod clipboard;
pub(super) mod download;
pub(super) mod files;
pub(super) mod focus;
pub(super) mod kept;
pub(super) mod leaving;
pub(super) mod location;
pub(super) mod own_page;
pub(super) mod picture;
pub(super) mod promise;
pub(super) mod saved_text;
pub(super) mod theme;
pub(super) mod trouble;
pub(super) mod worker;
