//! `cargo xtask adopt`: takes a new release of official figures into `data/`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use adopt::Older;
use anyhow::{Result, bail, ensure};

const HELP: &str = "\
cargo xtask adopt FOLDER [--check | --remake] [--older]

  FOLDER    a release as downloaded from Explore Education Statistics: its ZIP, a folder of its
            CSV files, or one of them
  --check   only say what would change
  --remake  only prove it: the newest year is taken out of a copy of data/, made again from the
            release, and what differs is said
  --older   take it in although data/ has figures of a newer release

It rewrites figures, counts, populations, first-published values, sources and councils in data/.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<()> {
    let (options, paths): (Vec<&str>, Vec<&str>) = arguments.iter().partition(|each| each.starts_with("--"));
    ensure!(options.iter().all(|option| matches!(*option, "--check" | "--remake" | "--older")), "{HELP}");
    let older = if options.contains(&"--older") { Older::Taken } else { Older::Refused };
    let [path] = paths.as_slice() else { bail!("{HELP}") };
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    if options.contains(&"--remake") {
        let remade = adopt::remade(adopt::official_files(&PathBuf::from(path))?, &data)?;
        print!("{remade}");
        ensure!(remade.different.is_empty(), "the release does not give what data/ has");
        return Ok(());
    }
    let adoption = adopt::adopt(adopt::official_files(&PathBuf::from(path))?, &data, older)?;
    print!("{}", adoption.summary);
    if options.contains(&"--check") {
        println!("\nNothing was written: --check only says what would change.");
        return Ok(());
    }
    adoption.write()?;
    println!(
        "\ndata/ is rewritten. Look at `git diff --stat`, put changes of definition into data/breaks.csv, \
         and run `cargo xtask test`."
    );
    Ok(())
}
