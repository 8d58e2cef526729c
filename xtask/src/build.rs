//! Building the page with Trunk.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::{cargo, path_with, run};
use crate::{repository, tools};

/// Where the finished page goes.
pub(crate) fn dist_folder() -> PathBuf {
    repository::top().join("dist")
}

/// What a page is built for.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum For {
    /// People: small, and the same bytes wherever it is built.
    Release,
    /// Whoever is changing it: built in seconds.
    Work,
}

impl For {
    /// Which of the two Trunk is building now, as it tells its hooks.
    pub(crate) fn of_trunk() -> Self {
        if std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") {
            Self::Release
        } else {
            Self::Work
        }
    }
}

/// Builds the page into this folder; what was there before is replaced only when the build succeeds.
pub(crate) fn page_into(folder: &Path, purpose: For) -> Result<()> {
    page_of(&repository::top(), folder, purpose)
}

/// Where a second checkout is built, to see that the page is the same. Not below `target`: of sources there cargo notes where below
/// `target` they are, and would look there for what has changed in this checkout, which it takes for the same.
pub(crate) fn elsewhere() -> PathBuf {
    std::env::temp_dir().join("corporate-parenting-calculator-elsewhere")
}

/// Builds the page of the sources in one folder into another. Crates that are not ours are compiled once for all folders.
pub(crate) fn page_of(sources: &Path, folder: &Path, purpose: For) -> Result<()> {
    let tool_folders = tools::for_building()?;
    // Trunk, told not to download tools, tells cargo not to download crates either.
    run(cargo().args(["fetch", "--locked", "--quiet"]).current_dir(sources), "it comes with Rust")
        .context("the crates the page is made of could not be fetched")?;

    println!("building the page");
    let mut command = Command::new("trunk");
    command
        .args(["--quiet", "build", "--dist"])
        .arg(folder)
        .args(match purpose {
            For::Release => &["--release"][..],
            For::Work => &["--cargo-profile", "serve"],
        })
        .current_dir(sources)
        .env("CARGO_TARGET_DIR", repository::top().join("target"))
        .env("PATH", path_with(&tool_folders)?) // the one it is found on, too
        // Trunk prints a backtrace over its own message otherwise.
        .env("RUST_BACKTRACE", "0")
        // Trunk 0.21 refuses to start with NO_COLOR=1.
        .env_remove("NO_COLOR")
        .env_remove("CPC_COMMIT");
    if let Some(flags) = flags_without_local_paths() {
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
    }
    // Named while the page is worked on, it would be built anew for each commit.
    if purpose == For::Release
        && let Some(commit) = repository::clean_commit()
    {
        command.env("CPC_COMMIT", commit);
    }
    run(&mut command, "run this command again to install it").context("the page could not be built")
}

/// Compiler flags that keep this machine's folders, and so the person's name, out of the page.
///
/// Cargo splits the variable these go into at spaces, so a folder with a space in its name stays as it is; the checks of the
/// finished page refuse it.
fn flags_without_local_paths() -> Option<String> {
    // The last that fits is taken, so a folder within another comes after it.
    let flags: Vec<String> = local_folders()
        .into_iter()
        .chain([(elsewhere(), "source")])
        .filter_map(|(folder, name)| Some((folder.to_str()?.to_owned(), name)))
        .filter(|(folder, _)| !folder.contains(char::is_whitespace))
        .map(|(folder, name)| format!("--remap-path-prefix={folder}=/{name}"))
        .collect();
    (!flags.is_empty()).then(|| flags.join(" "))
}

/// The folders of this machine that sources are compiled from, and what each is called in the page.
pub(crate) fn local_folders() -> Vec<(PathBuf, &'static str)> {
    let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE")).map(PathBuf::from);
    let cargo_home =
        std::env::var_os("CARGO_HOME").map(PathBuf::from).or(home.map(|home| home.join(".cargo")));
    let folders = [(cargo_home, "cargo"), (Some(repository::top()), "source")];
    folders.into_iter().filter_map(|(folder, name)| Some((folder?, name))).collect()
}
