//! The per-user folder that keeps the build tools, shared by every checkout on the machine.
//!
//! A tool's folder carries its name and version and appears only when it is complete: it is filled under another
//! name and renamed at the end. An interrupted install is therefore never taken for a finished one.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The folder of one tool, filled by `fill` if it is not there yet.
///
/// `fill` is given an empty folder to install into. When two checkouts ask at the same time, one installs and the
/// other waits for it.
pub(crate) fn folder_of(
    tool: &str,
    version: &str,
    fill: impl FnOnce(&Path) -> Result<()>,
) -> Result<PathBuf> {
    let cache = cache_folder()?;
    let name = format!("{tool}-{version}");
    let folder = cache.join(&name);
    if folder.is_dir() {
        return Ok(folder);
    }

    create(&cache)?;
    let _lock = lock(&cache.join(format!("{name}.lock")))?;
    if folder.is_dir() {
        return Ok(folder);
    }

    let unfinished = cache.join(format!("{name}.unfinished"));
    if unfinished.exists() {
        remove(&unfinished)?;
    }
    create(&unfinished)?;
    fill(&unfinished).with_context(|| format!("{tool} {version} could not be installed"))?;
    fs::rename(&unfinished, &folder)
        .with_context(|| format!("{} could not be renamed to {}", unfinished.display(), folder.display()))?;
    Ok(folder)
}

/// Removes a folder and everything in it.
pub(crate) fn remove(folder: &Path) -> Result<()> {
    fs::remove_dir_all(folder)
        .with_context(|| format!("{} could not be removed; remove it by hand", folder.display()))
}

fn create(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("{} could not be created", folder.display()))
}

/// Held until dropped, and given back by the system if this program is ended.
fn lock(path: &Path) -> Result<File> {
    let file = File::create(path).with_context(|| format!("{} could not be written", path.display()))?;
    if let Err(TryLockError::WouldBlock) = file.try_lock() {
        println!("waiting for another checkout, which holds {}", path.display());
    }
    file.lock().with_context(|| format!("{} could not be locked", path.display()))?;
    Ok(file)
}

fn cache_folder() -> Result<PathBuf> {
    let per_user = if cfg!(windows) {
        variable("LOCALAPPDATA").context("LOCALAPPDATA is not set; set it to a folder for caches")?
    } else if cfg!(target_os = "macos") {
        home()?.join("Library/Caches")
    } else if let Some(folder) = variable("XDG_CACHE_HOME") {
        folder
    } else {
        home()?.join(".cache")
    };
    Ok(per_user.join("corporate-parenting-calculator"))
}

fn home() -> Result<PathBuf> {
    variable("HOME").context("HOME is not set; set it to your home folder")
}

/// An environment variable holding an absolute path; anything else counts as not set.
fn variable(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute())
}
