//! What unpacks the program in the page, compiled for it, and the program as it wants it packed.

use std::fs;

use anyhow::{Context, Error, Result, ensure};
use zstd::bulk::Compressor;
use zstd::zstd_safe::CParameter;

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

/// The program as `crates/unpacker` unpacks it. The same bytes for the same program, whenever and wherever they are made: no
/// time, no name.
pub(crate) fn packed(program: &[u8], level: i32) -> Result<Vec<u8>> {
    let text = ::unpacker::text(program).map_err(Error::msg).context("the program cannot be packed")?;
    let mut compressor = Compressor::new(level)?;
    compressor.set_parameter(CParameter::ChecksumFlag(true))?;
    let packed = compressor.compress(&text)?;
    ensure!(unpacked(&packed)? == program, "the packed program would be unpacked to another");
    Ok(packed)
}

/// The program that was packed.
pub(crate) fn unpacked(packed: &[u8]) -> Result<Vec<u8>> {
    ::unpacker::unpacked(packed).context("the packed program is damaged")
}
