//! What the browser provides, one file each. Every call can fail and none may panic.

pub(crate) mod clipboard;
pub(crate) mod download;
pub(crate) mod files;
pub(crate) mod focus;
pub(crate) mod kept;
pub(crate) mod leaving;
pub(crate) mod location;
pub(crate) mod own_page;
pub(crate) mod picture;
pub(crate) mod print;
pub(crate) mod promise;
pub(crate) mod save_over;
pub(crate) mod saved_text;
pub(crate) mod theme;
pub(crate) mod today;
pub(crate) mod trouble;
pub(crate) mod worker;
