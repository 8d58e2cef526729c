//! `cargo xtask mutants`: tries whether the tests notice changes of the program.
//!
//! cargo-mutants lists the changes. Compiling the program for each takes a minute, so they are all woven into one program,
//! which is compiled once and told by the environment which of them is in force. Each is tried by the tests that come by
//! it, until one fails.

mod compiled;
mod copied;
mod kept;
mod listed;
mod tried;
mod woven;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};

use crate::listed::Mutant;
use crate::tried::Outcome;

/// Where the lists of known survivors are.
const LISTS: &str = "tests/mutants";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    ensure!(
        !arguments.iter().any(|argument| argument.starts_with('-')),
        "`mutants` has no options; say a room, and words to try only the mutants that have them in their names"
    );
    if let Some((room, words)) = arguments.split_first() {
        return of_room(room, words);
    }
    let failed: Vec<String> = listed_rooms()?.into_iter().filter(|room| !holds(room)).collect();
    ensure!(failed.is_empty(), "the lists of {} do not hold", failed.join(", "));
    Ok(())
}

/// The rooms that have a list of known survivors.
fn listed_rooms() -> Result<Vec<String>> {
    let mut rooms = Vec::new();
    for entry in fs::read_dir(top()?.join(LISTS))? {
        rooms.extend(entry?.path().file_stem().map(|room| room.to_string_lossy().into_owned()));
    }
    rooms.sort();
    Ok(rooms)
}

fn top() -> Result<PathBuf> {
    Ok(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize()?)
}

/// Whether the list of a room holds; says why not.
fn holds(room: &str) -> bool {
    of_room(room, &[]).inspect_err(|error| eprintln!("error: {error:#}")).is_ok()
}

fn of_room(room: &str, words: &[String]) -> Result<()> {
    let started = Instant::now();
    let top = top()?;
    let list = top.join(LISTS).join(format!("{room}.txt"));
    let explained = kept::explained(&fs::read_to_string(&list).unwrap_or_default())
        .with_context(|| list.display().to_string())?;
    let mutants = listed::mutants(&top, room)?;
    println!("--- {room}: {} mutants", mutants.len());
    let work = top.join("target").join("mutants").join(room);
    let compiled = compiled::compile(&top, &work, &mutants)?;
    let there: BTreeSet<u32> = compiled.sites.values().flatten().copied().collect();
    println!("{} compile together; compiled after {} s", there.len(), started.elapsed().as_secs());

    let is_asked_for = |mutant: &&Mutant| words.iter().all(|word| mutant.name.contains(word));
    let asked: Vec<&Mutant> =
        mutants.iter().filter(|mutant| there.contains(&mutant.id)).filter(is_asked_for).collect();
    let outcomes = tried::tried(&compiled, &asked, &explained, &work)?;
    let count = |wanted| outcomes.iter().filter(|outcome| **outcome == wanted).count();
    println!(
        "{} tried in {} s: {} caught, {} survived, {} met by no test",
        asked.len(),
        started.elapsed().as_secs(),
        count(Outcome::Caught),
        count(Outcome::Survived),
        count(Outcome::Unmet)
    );
    let survivors: Vec<(&Mutant, Outcome)> =
        asked.iter().copied().zip(outcomes).filter(|(_, outcome)| *outcome != Outcome::Caught).collect();
    let names: BTreeSet<&str> = survivors.iter().map(|(mutant, _)| mutant.name.as_str()).collect();
    let mut wrong = 0;
    for (mutant, outcome) in survivors.iter().filter(|(mutant, _)| !explained.contains_key(&mutant.name)) {
        let unmet = if *outcome == Outcome::Unmet { " (met by no test)" } else { "" };
        println!("line {}{unmet}\n{}", mutant.line, mutant.name);
        wrong += 1;
    }
    let tried: BTreeSet<&str> = asked.iter().map(|mutant| mutant.name.as_str()).collect();
    for name in explained.keys().filter(|name| !names.contains(name.as_str())) {
        if tried.contains(name.as_str()) {
            println!("caught, and listed as a survivor:\n{name}");
            wrong += 1;
        } else if words.is_empty() {
            println!("listed as a survivor, and no mutant that compiles:\n{name}");
            wrong += 1;
        }
    }
    if wrong > 0 {
        bail!("{} of {room} and {} differ in {wrong}", "the survivors", list.display());
    }
    println!("{} survivors, each explained in {}", names.len(), list.display());
    Ok(())
}
