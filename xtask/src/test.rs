//! Everything that has to pass before a change is accepted, in order.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
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

/// Beside the page, which is linked by one processor alone.
const BESIDE_THE_PAGE: &[Step] = &[
    ("formatting", formatting),
    ("dependencies", deny::holds),
    ("lints", lints),
    ("lints of the page", lints_of_the_page),
    ("native tests", native_tests),
    ("JavaScript in README", readme::holds_to_types),
    ("documentation", documentation),
];

/// How long each step took, in seconds.
type Times = Vec<(&'static str, f64)>;

/// Runs every step; of those side by side each row stops at its first failure, and nothing comes after one.
pub(crate) fn test() -> Result<()> {
    let started = Instant::now();
    // What is fetched and what is compiled hinder each other little.
    let (left_out, mut times) =
        side_by_side(browsers::install_missing, || in_order(&[("tools", tools_are_there)]))?;
    let in_ci = std::env::var_os("CI").is_some_and(|value| value == "true");
    if let Some(sentence) = &left_out {
        ensure!(!in_ci, "{sentence}; this is CI, which must run them");
        println!("{sentence}");
    }

    let beside_the_page = || {
        let mut times = in_order(BESIDE_THE_PAGE)?;
        if left_out.is_none() {
            times.extend(in_order(&[("what journeys need", journeys_can_begin)])?);
        }
        Ok(times)
    };
    let (page, others) = side_by_side(|| in_order(&[("page", page)]), beside_the_page)?;
    let page_again = || in_order(&[("the same page from another folder", same_page_elsewhere)]);
    let last = if left_out.is_none() {
        // The first journeys have one processor while the page is linked again on the other.
        let held = hold_one_browser()?;
        let page_again = move || {
            let times = page_again();
            drop(held);
            times
        };
        let (page, journeys) =
            side_by_side(page_again, || in_order(&[("journeys in three browsers", journeys)]))?;
        [page, journeys].concat()
    } else {
        page_again()?
    };
    times.extend([page, others, last].concat());

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

/// Both at once; waits for both, and fails as the first of them that failed.
fn side_by_side<A: Send, B>(
    first: impl FnOnce() -> Result<A> + Send,
    second: impl FnOnce() -> Result<B>,
) -> Result<(A, B)> {
    let (first, second) = std::thread::scope(|scope| {
        let first = scope.spawn(first);
        let second = second();
        (first.join(), second)
    });
    let first = first.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
    Ok((first?, second?))
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
pub(crate) fn same_page_elsewhere() -> Result<()> {
    let sources = build::elsewhere();
    if sources.exists() {
        fs::remove_dir_all(&sources)?;
    }
    copy_sources(&repository::top(), &sources)?;
    let second = repository::top().join("target").join("second-dist");
    build::page_of(&sources, &second, For::Release)?;
    fs::remove_dir_all(&sources)?;
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

/// Copies all but what builds leave behind and what git keeps.
fn copy_sources(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        if ["target", "dist", ".git"].iter().any(|left_out| name == *left_out) {
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

/// Compiles the journeys and installs what they are driven with, so that they begin at once.
fn journeys_can_begin() -> Result<()> {
    let mut command = cargo();
    command.args([
        "test",
        "--quiet",
        "--no-run",
        "--package",
        "browser-tests",
        "--lib",
        "--test",
        "journeys",
    ]);
    with_tools(&mut command)?;
    run_in_repository(&mut command)
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
        .args(words);
    with_tools(&mut command)?;
    run_in_repository(&mut command)
}

/// Tells a command that drives browsers where the page is and what it needs.
pub(crate) fn with_tools(command: &mut Command) -> Result<()> {
    command
        .env("DIST", build::dist_folder())
        .env("AXE_JS", tools::axe()?)
        .env("GECKODRIVER", tools::geckodriver()?)
        .env("SCREENSHOTS", repository::top().join("target").join("screenshots"))
        .env("SECOND_BROWSER", second_browser());
    Ok(())
}

/// While somebody holds the lock of this file, journeys are taken in one browser at a time.
fn second_browser() -> PathBuf {
    repository::top().join("target").join("second-browser.lock")
}

/// Until this is dropped, journeys are taken in one browser at a time.
fn hold_one_browser() -> Result<File> {
    let path = second_browser();
    let file = File::create(&path).with_context(|| format!("{} could not be written", path.display()))?;
    file.lock().with_context(|| format!("{} could not be locked", path.display()))?;
    Ok(file)
}

fn run_cargo(arguments: &[&str]) -> Result<()> {
    run_in_repository(cargo().args(arguments))
}

fn run_in_repository(command: &mut Command) -> Result<()> {
    run(command.current_dir(repository::top()), "install Rust from https://rustup.rs and run this again")
}
