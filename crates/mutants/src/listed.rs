//! The mutants that cargo-mutants finds in a room.

use std::collections::HashMap;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

/// One change of the program.
#[derive(Clone, Debug)]
pub(crate) struct Mutant {
    /// From 1 on.
    pub(crate) id: u32,
    /// The file and what is changed, as in the list of survivors: without the line, which moves; the second of the same
    /// name has `(2)` behind it.
    pub(crate) name: String,
    /// The line, for people.
    pub(crate) line: usize,
    pub(crate) file: String,
    pub(crate) place: Place,
    /// What is written in place of what is there.
    pub(crate) replacement: String,
}

/// What kind of thing is changed, and where it begins: line and column, both from 1 on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Place(pub(crate) Genre, pub(crate) usize, pub(crate) usize);

/// What is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub(crate) enum Genre {
    FnValue,
    BinaryOperator,
    UnaryOperator,
    MatchArm,
    MatchArmGuard,
    StructField,
}

#[derive(Deserialize)]
struct Listed {
    name: String,
    file: String,
    genre: Genre,
    replacement: String,
    span: Span,
}

#[derive(Deserialize)]
struct Span {
    start: Position,
}

#[derive(Deserialize)]
struct Position {
    line: usize,
    column: usize,
}

/// Lists the mutants of rooms of the repository at `top`, room by room.
pub(crate) fn mutants(top: &Path, rooms: &[String]) -> Result<Vec<Mutant>> {
    let program = std::env::var_os("CARGO_MUTANTS").unwrap_or_else(|| "cargo-mutants".into());
    let mut command = Command::new(program);
    command.args(["mutants", "--list", "--json"]).current_dir(top);
    for room in rooms {
        command.args(["--file", &format!("src/{room}.rs"), "--file", &format!("src/{room}/**")]);
    }
    let output =
        command.output().context("cargo-mutants could not be started; `cargo xtask mutants` installs it")?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut listed: Vec<Listed> = serde_json::from_slice(&output.stdout)?;
    for room in rooms {
        let has_some = listed.iter().any(|mutant| is_of(room, &mutant.file));
        ensure!(has_some, "`src/{room}` has no mutants; say a room such as `number`");
    }
    listed.sort_by_key(|mutant| rooms.iter().position(|room| is_of(room, &mutant.file)));
    Ok(numbered(listed))
}

/// Whether a file is of a room.
pub(crate) fn is_of(room: &str, file: &str) -> bool {
    let rest = file.strip_prefix("src/").and_then(|file| file.strip_prefix(room));
    rest.is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
}

fn numbered(listed: Vec<Listed>) -> Vec<Mutant> {
    let mut met: HashMap<String, usize> = HashMap::new();
    let mut mutants = Vec::new();
    for (id, each) in (1..).zip(listed) {
        let prefix = format!("{}:{}:{}: ", each.file, each.span.start.line, each.span.start.column);
        let change = each.name.strip_prefix(&prefix).unwrap_or(&each.name);
        let name = format!("{}: {}", each.file, change.split_whitespace().collect::<Vec<_>>().join(" "));
        let times = met.entry(name.clone()).or_default();
        *times += 1;
        mutants.push(Mutant {
            id,
            name: if *times > 1 { format!("{name} ({times})") } else { name },
            line: each.span.start.line,
            file: each.file,
            place: Place(each.genre, each.span.start.line, each.span.start.column),
            replacement: each.replacement,
        });
    }
    mutants
}
