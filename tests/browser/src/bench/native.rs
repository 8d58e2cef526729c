//! What programs that are no page take for the same: calamine, compiled for this machine.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

/// Writes the workbooks, each an ending and its bytes, so that programs can read them.
pub(super) fn files(folder: &Path, books: &[(&str, &Value)]) -> Result<Vec<PathBuf>> {
    let write = |(ending, book): &(&str, &Value)| {
        let path = folder.join(format!("figures.{ending}"));
        let bytes = STANDARD.decode(book.as_str().unwrap_or_default())?;
        fs::write(&path, bytes).with_context(|| format!("{} could not be written", path.display()))?;
        Ok(path)
    };
    books.iter().map(write).collect()
}

/// Compiles the program, so that no round has to.
pub(super) fn compile() -> Result<()> {
    let status = bench(&["--no-run"]).status().context("cargo could not be started")?;
    ensure!(status.success(), "what reads workbooks natively could not be compiled");
    Ok(())
}

/// The milliseconds that each of these files took, three times, by what the tables call it.
pub(super) fn times(books: &[PathBuf]) -> Result<Vec<(String, Vec<f64>)>> {
    let output = bench(&["--"]).args(books).output().context("cargo could not be started")?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout)?;
    let mut times = Vec::new();
    for line in text.lines() {
        let Some((name, taken)) = line.split_once('\t') else { continue };
        let Some((_, ending)) = name.rsplit_once('.') else { continue };
        let taken = taken.split('\t').map(str::parse).collect::<Result<_, _>>()?;
        times.push((format!("{ending}|calamine, no browser"), taken));
    }
    // What it does not read it tells: the OpenDocument file that SheetJS writes has spaces where it wants none.
    eprint!("{}", String::from_utf8_lossy(&output.stderr));
    ensure!(!times.is_empty(), "no workbook was read natively");
    Ok(times)
}

fn bench(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command
        .args(["bench", "--quiet", "--package", "corporate-parenting-calculator", "--bench", "workbooks"])
        .args(arguments);
    command
}
