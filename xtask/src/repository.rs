//! Where this checkout is, and which commit it holds.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The top folder of this checkout, which may have been moved since this program was built.
pub(crate) fn top() -> PathBuf {
    let started_by_cargo = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let xtask = started_by_cargo.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
    xtask.parent().map(Path::to_path_buf).unwrap_or(xtask)
}

/// The commit the files are at, when git knows one and no file differs from it. It is looked for once: every page of one run names
/// the same.
pub(crate) fn clean_commit() -> Option<String> {
    static COMMIT: OnceLock<Option<String>> = OnceLock::new();
    let find = || {
        let changes = git(&["status", "--porcelain"])?;
        if !changes.is_empty() {
            return None;
        }
        git(&["rev-parse", "--short=12", "HEAD"])
    };
    COMMIT.get_or_init(find).clone()
}

fn git(arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").args(arguments).current_dir(top()).output().ok()?;
    if !output.status.success() {
        return None;
    }
    Some(String::from_utf8(output.stdout).ok()?.trim_end().to_owned())
}
