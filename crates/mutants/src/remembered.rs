//! What was found out before the command was interrupted, a line each, so that it goes on where it was.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use anyhow::{Context, Result};

use crate::copied::sources;

/// Values by keys, each written to a file as soon as it is known.
pub(crate) struct Remembered {
    values: HashMap<String, String>,
    file: Mutex<File>,
}

impl Remembered {
    /// What a file holds, or nothing where what it is about has been written since.
    pub(crate) fn of(path: &Path, changed: SystemTime) -> Result<Self> {
        let is_of_now = fs::metadata(path).and_then(|data| data.modified()).is_ok_and(|at| at > changed);
        let text = if is_of_now { fs::read_to_string(path)? } else { String::new() };
        // A line that was being written when the command was ended is left out.
        let whole = text.rsplit_once('\n').map_or("", |(whole, _)| whole);
        let pairs = whole.lines().filter_map(|line| line.split_once('\t'));
        let values = pairs.map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
        fs::write(path, if whole.is_empty() { String::new() } else { format!("{whole}\n") })?;
        let file = File::options().append(true).open(path).with_context(|| path.display().to_string())?;
        Ok(Self { values, file: Mutex::new(file) })
    }

    pub(crate) fn get(&self, key: &str) -> Option<&String> {
        self.values.get(key)
    }

    pub(crate) fn add(&self, key: &str, value: &str) -> Result<()> {
        let line = format!("{key}\t{value}\n");
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(file.write_all(line.as_bytes())?)
    }
}

/// When the newest file of a copy was written, but for the lists of survivors, which no test reads.
pub(crate) fn newest(copy: &Path) -> Result<SystemTime> {
    let lists = copy.join(crate::LISTS);
    newest_of(&sources(copy)?.into_iter().filter(|path| !path.starts_with(&lists)).collect::<Vec<_>>())
}

/// When the newest of these was written.
pub(crate) fn newest_of(paths: &[PathBuf]) -> Result<SystemTime> {
    let mut newest = SystemTime::UNIX_EPOCH;
    for path in paths {
        newest = newest.max(fs::metadata(path)?.modified()?);
    }
    Ok(newest)
}
