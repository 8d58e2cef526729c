//! The official files of a folder or an archive.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};
use corporate_parenting_calculator::read::{OfficialFile, decode};

/// The official files at a path: of a folder and those within it, of an archive, or the one file that it is.
///
/// # Errors
/// When something there cannot be read, or when there is no official file.
pub fn official_files(path: &Path) -> Result<Vec<OfficialFile>> {
    ensure!(path.exists(), "there is nothing at {}: give the folder or zip of a release", path.display());
    let mut files = Vec::new();
    collect(path, &mut files)?;
    if files.is_empty() {
        return Err(anyhow!(
            "there is no official file in {}: one begins with time_period and geographic_level among its headings",
            path.display()
        ));
    }
    Ok(files)
}

fn collect(path: &Path, files: &mut Vec<OfficialFile>) -> Result<()> {
    let in_path = || format!("{} could not be read", path.display());
    if path.is_dir() {
        let entries = fs::read_dir(path).with_context(in_path)?;
        let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
        paths.sort();
        return paths.iter().try_for_each(|path| collect(path, files));
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let ends = |end: &str| name.to_lowercase().ends_with(end);
    if ends(".zip") {
        let bytes = fs::read(path).with_context(in_path)?;
        files.extend(
            OfficialFile::read_archive(&bytes, &mut |_| ()).with_context(in_path)?.unwrap_or_default(),
        );
    } else if ends(".csv") {
        let bytes = fs::read(path).with_context(in_path)?;
        files.extend(OfficialFile::read(&decode(&bytes).with_context(in_path)?, &name));
    }
    Ok(())
}
