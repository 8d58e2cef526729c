//! What a page was opened as.

use serde::{Deserialize, Serialize};

/// What a page was opened as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Edition {
    /// The page as it is got, or a copy that is being edited.
    #[default]
    Page,
    /// A private working copy, which keeps everything.
    Private,
    /// A publishable copy, which can be read and not changed.
    Publishable,
}
