//! Hears of saved changes to what the page is made of.

use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use anyhow::{Context, Result};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::repository;

/// What the page is made of: folders with all in them, and files at the top.
const FOLDERS: [&str; 4] = ["src", "data", "www", "build"];
const FILES: [&str; 5] = ["index.html", "build.rs", "Cargo.toml", "Cargo.lock", "Trunk.toml"];

/// Editors write a file in several steps, and tools several files: a change is over when it has been quiet for so long.
const QUIET: Duration = Duration::from_millis(100);

/// The changes since the last time they were waited for.
pub(crate) struct Changes {
    heard: Receiver<()>,
    _watcher: RecommendedWatcher,
}

impl Changes {
    /// Hears of changes from now on.
    pub(crate) fn of_sources() -> Result<Self> {
        let (tell, heard) = mpsc::channel();
        let top = repository::top();
        let sources = top.clone();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            // What cannot be told apart is taken as a change.
            if event.map_or(true, |event| is_change(&sources, &event)) {
                // Nobody waits any more when the program ends.
                let _ = tell.send(());
            }
        })?;
        for folder in FOLDERS {
            let folder = top.join(folder);
            watcher
                .watch(&folder, RecursiveMode::Recursive)
                .with_context(|| format!("{} could not be watched", folder.display()))?;
        }
        // The folder of the files: an editor may put a new file in the place of each.
        watcher
            .watch(&top, RecursiveMode::NonRecursive)
            .with_context(|| format!("{} could not be watched", top.display()))?;
        Ok(Self { heard, _watcher: watcher })
    }

    /// Returns once something has changed and all is quiet again.
    pub(crate) fn wait(&self) -> Result<()> {
        self.heard.recv().context("nothing is watched any more")?;
        while self.heard.recv_timeout(QUIET).is_ok() {}
        Ok(())
    }
}

/// Whether this is a change to what the page is made of. A build reads its sources, and writes elsewhere.
fn is_change(top: &Path, event: &Event) -> bool {
    let is_source = |path: &Path| {
        let Ok(path) = path.strip_prefix(top) else { return false };
        FOLDERS.iter().any(|folder| path.starts_with(folder))
            || FILES.iter().any(|file| path == Path::new(file))
    };
    let is_reading = event.kind.is_access();
    !is_reading && event.paths.iter().any(|path| is_source(path))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use notify::event::{AccessKind, AccessMode, CreateKind, Event, EventKind, ModifyKind, RemoveKind};

    use super::is_change;

    #[test]
    fn sources_that_are_written_are_changes_and_nothing_else_is() {
        let written = EventKind::Modify(ModifyKind::Any);
        let read = EventKind::Access(AccessKind::Open(AccessMode::Any));
        for (kind, path, expected) in [
            (written, "src/lib.rs", true),
            (EventKind::Remove(RemoveKind::File), "src/app/lines.rs", true),
            (EventKind::Create(CreateKind::File), "index.html", true),
            (read, "src/lib.rs", false),
            (written, "dist/index.html", false),
            (written, "README.md", false),
            (written, "../elsewhere/src/lib.rs", false),
        ] {
            let event = Event::new(kind).add_path(Path::new("/checkout").join(path));
            assert_eq!(is_change(Path::new("/checkout"), &event), expected, "{path}");
        }
    }
}
