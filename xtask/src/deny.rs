//! What the page is made with: licences, sources and versions, as `deny.toml` allows them.
//!
//! cargo-deny takes minutes to install, and its answer changes only with what it is asked about: so a file says of which
//! `Cargo.lock` and `deny.toml` it was last right, and it runs again when either is another.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::command::{cargo, path_with, run};
use crate::{repository, tools};

/// Checks the dependencies again unless they are those that were right before.
pub(crate) fn holds() -> Result<()> {
    let top = repository::top();
    let checked = fs::read_to_string(checked_file(&top)).unwrap_or_default();
    if checked.trim() == asked_about(&top)? { Ok(()) } else { check() }
}

/// Checks the dependencies, and notes that they are right.
pub(crate) fn check() -> Result<()> {
    let top = repository::top();
    let mut command = cargo();
    command
        .args(["deny", "--workspace", "check", "licenses", "bans", "sources"])
        .current_dir(&top)
        .env("PATH", path_with(&[tools::cargo_deny()?])?);
    run(
        &mut command,
        "what cargo-deny says above has to be mended, or allowed in deny.toml with its reason",
    )?;
    let file = checked_file(&top);
    fs::write(&file, asked_about(&top)? + "\n")
        .with_context(|| format!("{} could not be written", file.display()))
}

fn checked_file(top: &Path) -> PathBuf {
    top.join("xtask").join("dependencies.checked")
}

fn asked_about(top: &Path) -> Result<String> {
    let mut digest = Sha256::new();
    for name in ["Cargo.lock", "deny.toml"] {
        let file = top.join(name);
        digest.update(fs::read(&file).with_context(|| format!("{} could not be read", file.display()))?);
    }
    Ok(format!("{:x}", digest.finalize()))
}
