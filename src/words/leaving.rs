//! What is said when something leaves the page by copy, download or print, and when it may not.

/// What the person is asked once in a private working copy.
pub const ASK_TO_SHARE: &str = "This is a private working copy. What you copy, download or print can be read by others. Small counts are \
     hidden in it, unless you chose internal use. Continue?";

/// The browser did not do what was asked of it, or the person thought better of it.
pub const REFUSED: &str = "Not done: you cancelled it, or your browser did not allow it.";

/// The browser did not put something on the clipboard.
pub const COPY_REFUSED: &str = "Your browser did not allow copying.";

/// Sentences are on the clipboard.
pub const SENTENCES_COPIED: &str = "The sentences were copied.";

/// A document was downloaded.
pub const DOWNLOADED: &str = "The document was downloaded.";

/// In place of numbers of a scenario that would show a hidden count.
pub const NOT_PRINTED: &str = "Not printed, because it would show a small number of children. To print it, choose internal use under Save and share.";

/// Numbers of a scenario that would show a hidden count were not copied.
pub const NOT_COPIED: &str = "Not copied, because it would show a small number of children. To copy it, choose internal use under Save and share.";

/// A chart or a table that would show a hidden count did not leave.
pub const NOT_DONE: &str = "Not done, because it would show a small number of children. To include it, choose internal use under Save and share.";
