//! The step after Trunk's build: everything Trunk made becomes one page, and only that page is kept.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::build::For;
use crate::headers;
use crate::page::{Parts, assemble};
use crate::{notices, repository, styles, unpacker};

/// The name under which people save and pass on the page.
pub(crate) const PAGE: &str = "corporate-parenting-calculator.html";

/// What hosts that read such a file send with the page.
pub(crate) const HEADERS: &str = "_headers";

/// What the page offers to other scripts, for those who write them.
pub(crate) const TYPES: &str = "corporate-parenting-calculator.d.ts";

/// Makes the page in the folder that Trunk names in `TRUNK_STAGING_DIR`, from the files Trunk put there.
pub(crate) fn make() -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("TRUNK_STAGING_DIR is not set; this command is called by Trunk, use `cargo xtask dist`")?;
    let page = assemble_from(&staging)?;
    empty(&staging)?;

    write(&staging.join("index.html"), page.as_bytes())?;
    write(&staging.join(PAGE), page.as_bytes())?;
    write(&staging.join(format!("{PAGE}.sha256")), checksum_line(page.as_bytes()).as_bytes())?;
    write(&staging.join(HEADERS), headers::file(&page)?.as_bytes())?;
    write(&staging.join(TYPES), read(&repository::top().join("www").join(TYPES))?.as_bytes())
}

/// The line `sha256sum --check` reads.
pub(crate) fn checksum_line(page: &[u8]) -> String {
    format!("{:x}  {PAGE}\n", Sha256::digest(page))
}

fn assemble_from(staging: &Path) -> Result<String> {
    let program_path = only_file(staging, "wasm")?;
    let top = repository::top();
    let html = read(&top.join("index.html"))?;
    let sheets = styles::linked(&html)?.into_iter().map(|sheet| {
        sheet.when.apply(&read(&top.join("www").join("styles").join(sheet.name))?.replace("\r\n", "\n"))
    });
    assemble(&Parts {
        html: &html,
        style: &sheets.collect::<Result<Vec<_>>>()?.join("\n"),
        glue: &read(&only_file(staging, "js")?)?,
        boot: &read(&top.join("www").join("boot.js"))?,
        worker: &read(&top.join("www").join("worker.js"))?,
        notices: &notices::notices()?,
        program: &fs::read(&program_path)
            .with_context(|| format!("{} could not be read", program_path.display()))?,
        unpacker: &unpacker::compiled()?,
        purpose: For::of_trunk(),
    })
}

fn only_file(folder: &Path, extension: &str) -> Result<PathBuf> {
    let mut found = Vec::new();
    for entry in entries(folder)? {
        if entry.extension().is_some_and(|other| other == extension) {
            found.push(entry);
        }
    }
    match found.as_slice() {
        [path] => Ok(path.clone()),
        _ => bail!(
            "Trunk must leave one .{extension} file in {}, and left {}; a dependency that ships scripts of its own \
             cannot be used",
            folder.display(),
            found.len()
        ),
    }
}

fn empty(folder: &Path) -> Result<()> {
    for entry in entries(folder)? {
        let removed = if entry.is_dir() { fs::remove_dir_all(&entry) } else { fs::remove_file(&entry) };
        removed.with_context(|| format!("{} could not be removed", entry.display()))?;
    }
    Ok(())
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let list = || fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>();
    list().with_context(|| format!("{} could not be listed", folder.display()))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} could not be read", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("{} could not be written", path.display()))
}
