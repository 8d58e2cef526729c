//! What unpacks the program in the page, compiled for it.

use std::fs;

use anyhow::{Context, Result};

use crate::command::{cargo, run};
use crate::repository;

const TARGET: &str = "wasm32-unknown-unknown";

/// `crates/unpacker` as a program of its own.
pub(crate) fn compiled() -> Result<Vec<u8>> {
    let top = repository::top();
    let folder = top.join("target").join("unpacker");
    let mut command = cargo();
    command
        .args(["rustc", "--quiet", "--locked", "--offline", "--package", "unpacker", "--lib", "--release"])
        .args(["--crate-type", "cdylib", "--target", TARGET, "--target-dir"])
        .arg(&folder)
        .args(["--", "-C", "strip=symbols"])
        .current_dir(top);
    run(&mut command, "it comes with Rust").context("the unpacker could not be compiled")?;
    let path = folder.join(TARGET).join("release").join("unpacker.wasm");
    fs::read(&path).with_context(|| format!("{} could not be read", path.display()))
}
