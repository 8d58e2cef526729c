//! The program with all mutants that compile.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::copied::copy;
use crate::listed::Mutant;

/// The tests as programs, and which mutants they have.
pub(crate) struct Compiled {
    pub(crate) programs: Vec<PathBuf>,
    /// The folder they are run in.
    pub(crate) copy: PathBuf,
    /// By the number of the first mutant of a place.
    pub(crate) sites: BTreeMap<u32, Vec<u32>>,
}

/// Compiles the tests of a copy of the sources with all mutants in it, leaving out those at which the compiler stops.
pub(crate) fn compile(top: &Path, work: &Path, mutants: &[Mutant]) -> Result<Compiled> {
    let folder = work.join("copy");
    fs::create_dir_all(&folder)?;
    let remembered = work.join("left-out.txt");
    let mut left_out = remembered_names(&remembered, mutants);
    loop {
        let sites = copy(top, &folder, mutants, &left_out)?;
        let errors = match check(top, &folder, &["check", "--lib"])? {
            errors if errors.is_empty() => {
                check(top, &folder, &["test", "--no-run", "--lib", "--test", "it"])?
            }
            errors => errors,
        };
        let programs: Vec<PathBuf> = errors.iter().filter_map(Message::program).collect();
        if errors.iter().all(|message| message.program().is_some()) {
            ensure!(!programs.is_empty(), "no tests were compiled");
            return Ok(Compiled { programs, copy: folder, sites });
        }
        let before = left_out.len();
        for message in errors {
            if let Message::Error { spans, said } = message {
                let found = blamed(&folder, &spans, &sites)?;
                ensure!(!found.is_empty(), "the copy does not compile for another reason:\n{said}");
                left_out.extend(found);
            }
        }
        ensure!(left_out.len() > before, "leaving out mutants does not make it compile");
        println!("{} mutants that do not compile are left out", left_out.len());
        let names = mutants.iter().filter(|mutant| left_out.contains(&mutant.id));
        let names: Vec<&str> = names.map(|mutant| mutant.name.as_str()).collect();
        fs::write(&remembered, names.join("\n"))?;
    }
}

/// Those that did not compile the last time are not tried again, as long as their names are the same.
fn remembered_names(path: &Path, mutants: &[Mutant]) -> BTreeSet<u32> {
    let names = fs::read_to_string(path).unwrap_or_default();
    let names: BTreeSet<&str> = names.lines().collect();
    mutants.iter().filter(|mutant| names.contains(mutant.name.as_str())).map(|mutant| mutant.id).collect()
}

/// What the compiler says that matters here.
enum Message {
    /// Where, as file and offset, the most likely first, and in words.
    Error {
        spans: Vec<(String, usize)>,
        said: String,
    },
    Program(PathBuf),
}

impl Message {
    fn program(&self) -> Option<PathBuf> {
        if let Self::Program(path) = self { Some(path.clone()) } else { None }
    }
}

/// Runs cargo in the copy. What it compiles is in a folder of its own: cargo tells a package by where it is in its workspace, so
/// that in the folder of the sources the copy would take their place.
fn check(top: &Path, folder: &Path, arguments: &[&str]) -> Result<Vec<Message>> {
    let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(arguments)
        .args(["--quiet", "--message-format=json"])
        .current_dir(folder)
        // Each test is run many times: optimised a little, it takes a tenth of the time.
        .env("CARGO_PROFILE_DEV_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_DEV_DEBUG", "none")
        .env("CARGO_TARGET_DIR", top.join("target").join("mutants").join("compiled"))
        .stderr(std::process::Stdio::inherit())
        .output()
        .context("cargo could not be started")?;
    let mut messages = Vec::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let Ok(line) = serde_json::from_str::<Value>(line) else { continue };
        if let Some(program) = line["executable"].as_str().filter(|_| line["profile"]["test"] == true) {
            messages.push(Message::Program(program.into()));
        }
        let message = &line["message"];
        if message["level"] == "error" && message["spans"].as_array().is_some_and(|spans| !spans.is_empty()) {
            let said = message["rendered"].as_str().unwrap_or_default().to_owned();
            messages.push(Message::Error { spans: spans_of(message), said });
        }
    }
    let has_failed = messages.iter().any(|message| matches!(message, Message::Error { .. }));
    if has_failed {
        messages.retain(|message| matches!(message, Message::Error { .. }));
    } else if !output.status.success() {
        bail!("`cargo {}` failed in {}", arguments.join(" "), folder.display());
    }
    Ok(messages)
}

/// The places a message names: first those it is about, then those beside, then those of its notes.
fn spans_of(message: &Value) -> Vec<(String, usize)> {
    let none = Vec::new();
    let spans = message["spans"].as_array().unwrap_or(&none);
    let is_primary = |span: &&Value| span["is_primary"] == true;
    let notes = message["children"].as_array().unwrap_or(&none).iter();
    let of_notes = notes.flat_map(|note| note["spans"].as_array().unwrap_or(&none));
    let all = spans.iter().filter(is_primary).chain(spans.iter().filter(|span| !is_primary(span)));
    all.chain(of_notes)
        .filter_map(|span| {
            Some((
                span["file_name"].as_str()?.to_owned(),
                usize::try_from(span["byte_start"].as_u64()?).ok()?,
            ))
        })
        .collect()
}

/// The mutants that a message is about: the one in whose text its place is, or all of the place in which it is.
fn blamed(folder: &Path, spans: &[(String, usize)], sites: &BTreeMap<u32, Vec<u32>>) -> Result<Vec<u32>> {
    for (file, offset) in spans {
        let text =
            fs::read_to_string(folder.join(file)).with_context(|| format!("{file} could not be read"))?;
        if let Some(id) = innermost(&text, *offset, "mutant", "end") {
            return Ok(vec![id]);
        }
        if let Some(first) = innermost(&text, *offset, "site", "ended") {
            return Ok(sites.get(&first).cloned().unwrap_or_default());
        }
    }
    // Arms that may be deleted leave a match with cases that no arm has; the compiler says so behind the last arm.
    let Some((file, offset)) = spans.last() else { return Ok(Vec::new()) };
    let text = fs::read_to_string(folder.join(file))?;
    Ok(last_arm(&text, *offset).into_iter().collect())
}

/// The mutant of the last arm of a match before an offset.
fn last_arm(text: &str, offset: usize) -> Option<u32> {
    let before = text.get(..offset)?;
    let arms = before.rmatch_indices("/*mutant").filter_map(|(at, mark)| {
        let (id, rest) = before.get(at + mark.len()..)?.split_once("*/")?;
        rest.starts_with(&format!("crate::mutation::at({id}) != {id}")).then(|| id.parse().ok())?
    });
    arms.into_iter().next()
}

/// The number of the innermost pair of marks around an offset.
fn innermost(text: &str, offset: usize, begin: &str, end: &str) -> Option<u32> {
    let before = text.get(..offset)?;
    let mark = format!("/*{begin}");
    // What is before the first mark is behind none.
    let behind = before.rsplit(mark.as_str()).take(before.matches(&mark).count());
    let mut open = behind.filter_map(|rest| rest.split("*/").next()?.parse::<u32>().ok());
    open.find(|id| !before.contains(&format!("/*{end}{id}*/")))
}

#[cfg(test)]
mod tests {
    use super::{innermost, last_arm};

    #[test]
    fn the_last_arm_before_an_offset_may_be_deleted() {
        let text = "A /*site3*/ if /*mutant3*/crate::mutation::at(3) != 3/*end3*//*ended3*/ => \
                    (/*site4*/match crate::mutation::at(4) { 4 => (/*mutant4*/b/*end4*/), _ => (a) }/*ended4*/) }";
        assert_eq!(last_arm(text, text.len()), Some(3));
        assert_eq!(last_arm(text, 2), None);
    }

    #[test]
    fn an_offset_is_in_the_innermost_pair_of_marks() {
        let text = "a /*site1*/ b /*site2*/ c /*ended2*/ d /*ended1*/ e";
        let at = |what| innermost(text, text.find(what).unwrap_or(0), "site", "ended");
        assert_eq!(["b ", "c ", "d ", "e"].map(at), [Some(1), Some(2), Some(1), None]);
    }
}
