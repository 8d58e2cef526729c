//! A copy of the sources with all mutants of a room in it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::listed::Mutant;
use crate::woven::woven;

/// What a copy has beside the sources.
const MUTATION: &str = include_str!("mutation.rs.txt");

/// What the lints of the compiler would deny of mutants.
const ALLOWED: &str =
    "#![allow(warnings, arithmetic_overflow, unconditional_panic, overflowing_literals, unsafe_code)]\n";

/// Copies the sources with all mutants but those left out; returns the numbers of the mutants of each place, by the first.
/// Files that are there already as they should be are left alone, so that little is compiled again.
pub(crate) fn copy(
    top: &Path,
    to: &Path,
    mutants: &[Mutant],
    left_out: &BTreeSet<u32>,
) -> Result<BTreeMap<u32, Vec<u32>>> {
    let mut of_files: BTreeMap<&str, Vec<&Mutant>> = BTreeMap::new();
    for mutant in mutants {
        of_files.entry(&mutant.file).or_default().push(mutant);
    }
    let mut kept = BTreeSet::new();
    let mut sites = BTreeMap::new();
    for path in sources(top)? {
        let name = path.strip_prefix(top)?.to_string_lossy().replace('\\', "/");
        let copy = to.join(&name);
        let bytes = fs::read(&path).with_context(|| format!("{} could not be read", path.display()))?;
        let bytes = if let Some(mutants) = of_files.get(name.as_str()) {
            let woven = woven(std::str::from_utf8(&bytes)?, mutants, left_out)
                .with_context(|| format!("mutants could not be woven into {name}"))?;
            sites.extend(woven.sites.into_iter().filter_map(|site| Some((*site.first()?, site))));
            woven.text.into_bytes()
        } else if name == "src/lib.rs" {
            [ALLOWED.as_bytes(), &bytes, b"\n/// Which mutant is in force.\npub mod mutation;\n"].concat()
        } else {
            bytes
        };
        write(&copy, &bytes)?;
        kept.insert(copy);
    }
    let mutation = to.join("src").join("mutation.rs");
    let places = (mutants.len() + 1).to_string();
    write(&mutation, MUTATION.replace("ALL_PLACES", &places).as_bytes())?;
    kept.insert(mutation);
    for path in sources(to)? {
        if !kept.contains(&path) {
            fs::remove_file(path)?;
        }
    }
    Ok(sites)
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if fs::read(path).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes).with_context(|| format!("{} could not be written", path.display()))
}

/// All files but what builds leave behind, what git keeps, and cargo's settings, which it finds in the folder above as well.
pub(crate) fn sources(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).with_context(|| format!("{} could not be read", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        if ["target", "dist", ".git", ".cargo"].iter().any(|left_out| name == *left_out) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            found.extend(sources(&entry.path())?);
        } else {
            found.push(entry.path());
        }
    }
    Ok(found)
}
