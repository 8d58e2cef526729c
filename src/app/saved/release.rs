//! Official files that were in use, as copies keep them.

use serde::{Deserialize, Serialize};

use crate::published::{Published, Release};

/// An official file that was in use.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct SavedRelease {
    file: String,
    lines: String,
}

/// The official files in use.
pub(super) fn saved(published: &Published) -> Vec<SavedRelease> {
    let release = |release: &std::rc::Rc<Release>| SavedRelease {
        file: release.file.clone(),
        lines: release.to_lines(),
    };
    published.releases().iter().map(release).collect()
}

impl From<&SavedRelease> for Release {
    fn from(saved: &SavedRelease) -> Self {
        Self::from_lines(&saved.file, &saved.lines)
    }
}
