//! What was found out before the command was interrupted, a line each, so that it goes on where it was.

use std::collections::HashMap;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result};

use crate::copied::sources;

/// Values by keys, each written to a file as soon as it is known.
pub(crate) struct Remembered {
    values: HashMap<String, String>,
    file: Mutex<File>,
}

impl Remembered {
    /// What a file holds, or nothing where it is about something else: what it is about is its first line.
    pub(crate) fn of(path: &Path, about: &str) -> Result<Self> {
        let text = fs::read_to_string(path).unwrap_or_default();
        // A line that was being written when the command was ended is left out.
        let whole = text.rsplit_once('\n').map_or("", |(whole, _)| whole);
        let (first, lines) = whole.split_once('\n').unwrap_or((whole, ""));
        let lines = if first == about { lines } else { "" };
        let pairs = lines.lines().filter_map(|line| line.split_once('\t'));
        let values = pairs.map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
        let end = if lines.is_empty() { "" } else { "\n" };
        fs::write(path, format!("{about}\n{lines}{end}"))?;
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

/// What files hold, as a number that is another where they hold anything else. Not when they were written: tests write some.
pub(crate) fn print_of(paths: &[PathBuf]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for path in paths {
        path.hash(&mut hasher);
        fs::read(path).with_context(|| path.display().to_string())?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// The same of a copy, but for the lists of survivors, which no test reads.
pub(crate) fn print_of_copy(copy: &Path) -> Result<String> {
    let lists = copy.join(crate::LISTS);
    let mut files: Vec<PathBuf> =
        sources(copy)?.into_iter().filter(|path| !path.starts_with(&lists)).collect();
    files.sort();
    print_of(&files)
}

#[cfg(test)]
mod tests {
    use super::Remembered;

    #[test]
    fn what_is_remembered_is_about_one_thing() {
        let path = std::env::temp_dir().join(format!("remembered-{}.txt", std::process::id()));
        let of = |about| Remembered::of(&path, about).expect("it can be written");
        of("one").add("a", "caught").expect("it can be written");
        of("one").add("b", "survived").expect("it can be written");
        assert_eq!(
            ["a", "b"].map(|key| of("one").get(key).cloned()),
            ["caught", "survived"].map(|it| Some(it.to_owned()))
        );
        assert_eq!(of("other").get("a"), None);
        std::fs::remove_file(&path).expect("it is there");
    }
}
