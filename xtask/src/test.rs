//! Everything that has to pass before a change is accepted, in order.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, ensure};

use crate::build::For;
use crate::command::{cargo, run};
use crate::single_file::PAGE;
use crate::{browsers, build, deny, page_checks, readme, repository, tools};

const PACKAGE: &str = "corporate-parenting-calculator";
const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];

type Step = (&'static str, fn() -> Result<()>);

/// Steps that need the processor for one thing at a time, and those that do not, side by side.
const LANES: [&[Step]; 2] = [
    &[("page", page), ("the same page from another folder", same_page_elsewhere)],
    &[
        ("formatting", formatting),
        ("dependencies", deny::holds),
        ("lints", lints),
        ("lints of the page", lints_of_the_page),
        ("native tests", native_tests),
        ("JavaScript in README", readme::holds_to_types),
        ("documentation", documentation),
    ],
];

/// How long each step took, in seconds.
type Times = Vec<(&'static str, f64)>;

/// Runs every step; of those side by side each row stops at its first failure, and nothing comes after one.
pub(crate) fn test() -> Result<()> {
    let left_out = browsers::install_missing()?;
    let in_ci = std::env::var_os("CI").is_some_and(|value| value == "true");
    if let Some(sentence) = &left_out {
        ensure!(!in_ci, "{sentence}; this is CI, which must run them");
        println!("{sentence}");
    }

    let started = Instant::now();
    let mut times = in_order(&[("tools", tools_are_there)])?;
    times.extend(side_by_side(LANES)?);
    if left_out.is_none() {
        times.extend(in_order(&[("journeys in three browsers", journeys)])?);
    }
    println!("everything took {} s, of which", started.elapsed().as_secs());
    for (name, seconds) in &times {
        println!("{seconds:>8.1} s  {name}");
    }
    if let Some(sentence) = left_out {
        println!("{sentence}");
    }
    println!("{} passed, 0 failed", times.len());
    Ok(())
}

fn in_order(steps: &[Step]) -> Result<Times> {
    let mut times = Times::new();
    for (name, step) in steps {
        println!("--- {name}");
        let started = Instant::now();
        if let Err(error) = step() {
            println!("{} passed, 1 failed", times.len());
            return Err(error.context(format!("the step \"{name}\" failed")));
        }
        let seconds = started.elapsed().as_secs_f64();
        println!("    {name}: passed in {seconds:.1} s");
        times.push((*name, seconds));
    }
    Ok(times)
}

/// The steps of each lane in order, the lanes at once; waits for all, and fails as the first that failed.
fn side_by_side(lanes: [&'static [Step]; 2]) -> Result<Times> {
    let outcomes = std::thread::scope(|scope| {
        lanes.map(|steps| scope.spawn(|| in_order(steps))).map(|lane| match lane.join() {
            Ok(outcome) => outcome,
            Err(panic) => std::panic::resume_unwind(panic),
        })
    });
    let [first, second] = outcomes;
    Ok([first?, second?].concat())
}

fn formatting() -> Result<()> {
    run_cargo(&["fmt", "--all", "--check"]).context("run `cargo fmt --all`")
}

fn tools_are_there() -> Result<()> {
    tools::for_building().map(|_| ())
}

fn lints() -> Result<()> {
    run_cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"])
}

fn lints_of_the_page() -> Result<()> {
    run_cargo(
        &[
            &["clippy", "--quiet", "--package", PACKAGE, "--package", "unpacker"],
            &WASM[..],
            &["--", "-D", "warnings"],
        ]
        .concat(),
    )
}

fn native_tests() -> Result<()> {
    let packages = [
        PACKAGE,
        "adopt",
        "crc32fast",
        "encoding_rs",
        "fast-float2",
        "separated",
        "sheets",
        "unpacker",
        "xtask",
    ]
    .map(|name| ["--package", name])
    .concat();
    run_cargo(&[&["test", "--quiet"], packages.as_slice()].concat())?;
    for example in ["scorecard", "caseload", "disclosure"] {
        run_cargo(&["run", "--quiet", "--package", PACKAGE, "--example", example])?;
    }
    Ok(())
}

/// With private items: the documentation is for those who change the code, and its overviews point at such items.
fn documentation() -> Result<()> {
    let flags = "-D warnings -A rustdoc::private-intra-doc-links";
    let doc = &["doc", "--quiet", "--no-deps", "--document-private-items"][..];
    let of_the_page = [doc, &["--package", PACKAGE], &WASM[..]].concat();
    let of_the_rest = [
        doc,
        &[
            "--package",
            "adopt",
            "--package",
            "crc32fast",
            "--package",
            "encoding_rs",
            "--package",
            "fast-float2",
            "--package",
            "separated",
            "--package",
            "sheets",
            "--package",
            "xtask",
            "--package",
            "browser-tests",
        ],
    ]
    .concat();
    for arguments in [of_the_page, of_the_rest] {
        run_in_repository(cargo().args(arguments).env("RUSTDOCFLAGS", flags))?;
    }
    Ok(())
}

fn page() -> Result<()> {
    build::page_into(&build::dist_folder(), For::Release)?;
    page_checks::check(&build::dist_folder())
}

/// Builds a copy of the sources in another folder, and compares: a page people can check against its source.
fn same_page_elsewhere() -> Result<()> {
    let sources = build::elsewhere();
    if sources.exists() {
        fs::remove_dir_all(&sources)?;
    }
    copy_sources(&repository::top(), &sources)?;
    let second = repository::top().join("target").join("second-dist");
    build::page_of(&sources, &second, For::Release)?;
    let read = |folder: &Path| {
        let path = folder.join(PAGE);
        fs::read(&path).with_context(|| format!("{} could not be read", path.display()))
    };
    ensure!(
        read(&build::dist_folder())? == read(&second)?,
        "two folders gave two pages; compare {} with {}",
        build::dist_folder().display(),
        second.display()
    );
    Ok(())
}

/// Copies all but what builds leave behind, what git keeps, and cargo's settings, which it finds in the folder above as well.
fn copy_sources(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        if ["target", "dist", ".git", ".cargo"].iter().any(|left_out| name == *left_out) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            copy_sources(&entry.path(), &to.join(name))?;
        } else {
            fs::copy(entry.path(), to.join(name))?;
        }
    }
    Ok(())
}

fn journeys() -> Result<()> {
    journeys_named(&[])
}

/// The browser tests whose names contain each of these words, on the page that was built last.
pub(crate) fn journeys_named(words: &[&str]) -> Result<()> {
    let mut command = cargo();
    command
        .args(["test", "--quiet", "--package", "browser-tests"])
        .args(if words.is_empty() {
            &["--lib", "--test", "journeys"][..]
        } else {
            &["--test", "journeys", "--"]
        })
        .args(words)
        .env("DIST", build::dist_folder())
        .env("AXE_JS", tools::axe()?)
        .env("GECKODRIVER", tools::geckodriver()?)
        .env("SCREENSHOTS", repository::top().join("target").join("screenshots"));
    run_in_repository(&mut command)
}

fn run_cargo(arguments: &[&str]) -> Result<()> {
    run_in_repository(cargo().args(arguments))
}

fn run_in_repository(command: &mut Command) -> Result<()> {
    run(command.current_dir(repository::top()), "install Rust from https://rustup.rs and run this again")
}
