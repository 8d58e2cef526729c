//! Running other programs, with errors a person can act on.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// Runs a program to its end, its output passing through.
///
/// `advice` is the sentence a person reads when the program is not there at all.
pub(crate) fn run(command: &mut Command, advice: &str) -> Result<()> {
    let status = command.status().map_err(|error| not_started(command, &error, advice))?;
    if !status.success() {
        bail!("`{}` failed ({status}); its own lines above say why", shown(command));
    }
    Ok(())
}

/// Runs a program to its end; what it wrote is shown only when it fails.
pub(crate) fn run_quietly(command: &mut Command, advice: &str) -> Result<()> {
    let output = command.output().map_err(|error| not_started(command, &error, advice))?;
    if !output.status.success() {
        eprint!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        bail!("`{}` failed ({}); its own lines above say why", shown(command), output.status);
    }
    Ok(())
}

/// Runs a program to its end and gives what it wrote to its output, without the final newline.
pub(crate) fn read(command: &mut Command, advice: &str) -> Result<String> {
    let output =
        command.stderr(Stdio::inherit()).output().map_err(|error| not_started(command, &error, advice))?;
    if !output.status.success() {
        bail!("`{}` failed ({})", shown(command), output.status);
    }
    let text = String::from_utf8(output.stdout)
        .with_context(|| format!("`{}` wrote something that is not text", shown(command)))?;
    Ok(text.trim_end().to_owned())
}

/// The cargo that runs this program, or the one on PATH.
pub(crate) fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// A cargo as from a fresh shell in another folder: nothing of this workspace's own build is passed on to it.
pub(crate) fn cargo_apart() -> Command {
    let mut command = cargo();
    for (name, _) in std::env::vars_os() {
        let of_this_build = name.to_str().is_some_and(|name| {
            name.starts_with("CARGO_PKG_")
                || name.starts_with("CARGO_MANIFEST_")
                || name.starts_with("CARGO_BUILD_")
                || name.starts_with("CARGO_PROFILE_")
                || name.starts_with("CARGO_TARGET_")
                || matches!(name, "RUSTFLAGS" | "CARGO_ENCODED_RUSTFLAGS")
        });
        if of_this_build {
            command.env_remove(name);
        }
    }
    command
}

/// PATH with these folders in front of what is there.
pub(crate) fn path_with(folders: &[PathBuf]) -> Result<std::ffi::OsString> {
    let present = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(std::env::split_paths(&present));
    std::env::join_paths(all).context("a folder on PATH has a name that PATH cannot hold")
}

/// Whether a program of this name is on PATH.
pub(crate) fn is_on_path(program: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).any(|folder| folder.join(program).is_file())
}

fn not_started(command: &Command, error: &std::io::Error, advice: &str) -> anyhow::Error {
    let program = command.get_program().display();
    match error.kind() {
        ErrorKind::NotFound => anyhow::anyhow!("`{program}` was not found: {advice}"),
        _ => anyhow::anyhow!("`{program}` could not be started ({error}): {advice}"),
    }
}

fn shown(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}
