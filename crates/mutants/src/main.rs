//! `cargo xtask mutants`: tries whether the tests notice changes of the program.
//!
//! cargo-mutants lists the changes. Compiling the program for each takes a minute, so they are all woven into one program,
//! which is compiled once and told by the environment which of them is in force. Each is tried by the tests that come by
//! it, until one fails.

mod compiled;
mod copied;
mod kept;
mod listed;
mod remembered;
mod tried;
mod woven;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, ensure};

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
        "`mutants` has no options; say a room, or a file of one such as `compare/verdict`, or several with commas between \
         them, and words to try only the mutants that have them in their names"
    );
    let Some((rooms, words)) = arguments.split_first() else {
        return of_rooms(&listed_rooms()?, "all", &[]);
    };
    of_rooms(&rooms.split(',').map(str::to_owned).collect::<Vec<_>>(), rooms, words)
}

/// The rooms, and the files of rooms, that have a list of known survivors.
fn listed_rooms() -> Result<Vec<String>> {
    let lists = top()?.join(LISTS);
    let mut rooms = Vec::new();
    for list in copied::sources(&lists)? {
        let room = list.strip_prefix(&lists)?.with_extension("");
        rooms.push(room.to_string_lossy().replace('\\', "/"));
    }
    rooms.sort();
    Ok(rooms)
}

fn top() -> Result<PathBuf> {
    Ok(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize()?)
}

/// Tries the mutants of rooms, all of which are woven into one program, and compares the survivors with the lists.
fn of_rooms(rooms: &[String], folder: &str, words: &[String]) -> Result<()> {
    let started = Instant::now();
    let top = top()?;
    let mut explained = BTreeMap::new();
    for room in rooms {
        let list = list_of(&top, room);
        let text = fs::read_to_string(&list).unwrap_or_default();
        explained.extend(kept::explained(&text).with_context(|| list.display().to_string())?);
    }
    let mutants = listed::mutants(&top, rooms)?;
    println!("--- {}: {} mutants", rooms.join(", "), mutants.len());
    let work = top.join("target").join("mutants").join(folder);
    let compiled = compiled::compile(&top, &work, &mutants)?;
    let there: BTreeSet<u32> = compiled.sites.values().flatten().copied().collect();
    println!("{} compile together; compiled after {} s", there.len(), started.elapsed().as_secs());

    let is_asked_for = |mutant: &&Mutant| words.iter().all(|word| mutant.name.contains(word));
    let asked: Vec<&Mutant> =
        mutants.iter().filter(|mutant| there.contains(&mutant.id)).filter(is_asked_for).collect();
    let outcomes = tried::tried(&compiled, &asked, &explained, &work)?;
    println!("{} tried in {} s", asked.len(), started.elapsed().as_secs());
    let tried: Vec<(&Mutant, Outcome)> = asked.into_iter().zip(outcomes).collect();
    let mut failed = Vec::new();
    for room in rooms {
        let of_room = |name: &str| name.split_once(": ").is_some_and(|(file, _)| listed::is_of(room, file));
        let tried: Vec<(&Mutant, Outcome)> =
            tried.iter().copied().filter(|(mutant, _)| of_room(&mutant.name)).collect();
        let explained: BTreeSet<&str> =
            explained.keys().map(String::as_str).filter(|name| of_room(name)).collect();
        let many = mutants.iter().filter(|mutant| of_room(&mutant.name)).count();
        println!("--- {room}: {many} mutants, {}", summary(&tried));
        let wrong = differences(&tried, &explained, words);
        if wrong > 0 {
            failed.push(format!("{} in {wrong}", list_of(&top, room).display()));
        }
    }
    ensure!(failed.is_empty(), "the survivors differ from {}", failed.join(" and from "));
    println!("each survivor is explained");
    Ok(())
}

fn list_of(top: &Path, room: &str) -> PathBuf {
    top.join(LISTS).join(format!("{room}.txt"))
}

fn summary(tried: &[(&Mutant, Outcome)]) -> String {
    let count = |wanted| tried.iter().filter(|(_, outcome)| *outcome == wanted).count();
    format!(
        "{} tried, {} caught, {} survived, {} met by no test",
        tried.len(),
        count(Outcome::Caught),
        count(Outcome::Survived),
        count(Outcome::Unmet)
    )
}

/// Says which survivors are not explained, and which that are listed are none; returns how many they are.
fn differences(tried: &[(&Mutant, Outcome)], explained: &BTreeSet<&str>, words: &[String]) -> usize {
    let survivors = tried.iter().filter(|(_, outcome)| *outcome != Outcome::Caught);
    let mut wrong = 0;
    for (mutant, outcome) in survivors.clone().filter(|(mutant, _)| !explained.contains(mutant.name.as_str()))
    {
        let unmet = if *outcome == Outcome::Unmet { " (met by no test)" } else { "" };
        println!("line {}{unmet}, MUTANT={}\n{}", mutant.line, mutant.id, mutant.name);
        wrong += 1;
    }
    let survivors: BTreeSet<&str> = survivors.map(|(mutant, _)| mutant.name.as_str()).collect();
    let tried: BTreeSet<&str> = tried.iter().map(|(mutant, _)| mutant.name.as_str()).collect();
    for name in explained.iter().filter(|name| !survivors.contains(**name)) {
        if tried.contains(name) {
            println!("caught, and listed as a survivor:\n{name}");
            wrong += 1;
        } else if words.is_empty() {
            println!("listed as a survivor, and no mutant that compiles:\n{name}");
            wrong += 1;
        }
    }
    wrong
}
