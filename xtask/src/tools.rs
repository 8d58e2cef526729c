//! The programs the build and the tests need besides Rust and Node, installed when they are missing.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::command::{cargo_apart, read, run, run_quietly};
use crate::{cache, repository};

const WASM_TARGET: &str = "wasm32-unknown-unknown";
const TRUNK: &str = "0.21.14";
const GECKODRIVER: &str = "0.37.1";
const CARGO_DENY: &str = "0.20.2";
const CARGO_MUTANTS: &str = "27.1.0";
const BINARYEN: &str = "132.0.0";
const AXE_CORE: &str = "4.14.1";
const TYPESCRIPT: &str = "5.9.3";
/// What the page is measured beside.
const PEERS: [(&str, &str); 4] =
    [("udsv", "0.7.3"), ("papaparse", "5.7.1"), ("xlsx", "0.18.5"), ("pyodide", "314.0.7")];

const GET_RUST: &str = "install Rust from https://rustup.rs and run this again";
pub(crate) const GET_NODE: &str = "install Node.js 20 or later from https://nodejs.org and run this again";

/// Installs what building the page needs; gives the folders to put in front of PATH.
pub(crate) fn for_building() -> Result<Vec<PathBuf>> {
    wasm_target()?;
    let wasm_bindgen = wasm_bindgen_version()?;
    Ok(vec![
        from_npm("binaryen", BINARYEN)?.join("node_modules").join(".bin"),
        from_crates(
            "wasm-bindgen-cli",
            &wasm_bindgen,
            &["--no-default-features", "--bin", "wasm-bindgen"],
            Optimised::Little,
            "one to four minutes",
        )?
        .join("bin"),
        from_crates(
            "trunk",
            TRUNK,
            &["--locked", "--no-default-features"],
            Optimised::Not,
            "two to four minutes",
        )?
        .join("bin"),
    ])
}

/// Installs the driver of Firefox; gives the path of the program.
pub(crate) fn geckodriver() -> Result<PathBuf> {
    let folder = from_crates("geckodriver", GECKODRIVER, &["--locked"], Optimised::Not, "about a minute")?;
    Ok(folder.join("bin").join(format!("geckodriver{}", std::env::consts::EXE_SUFFIX)))
}

/// Installs what checks the dependencies; gives the folder of the program.
pub(crate) fn cargo_deny() -> Result<PathBuf> {
    let folder =
        from_crates("cargo-deny", CARGO_DENY, &["--locked"], Optimised::Not, "three to six minutes")?;
    Ok(folder.join("bin"))
}

/// Installs what lists the changes by which tests are tried; gives the path of the program.
pub(crate) fn cargo_mutants() -> Result<PathBuf> {
    let folder =
        from_crates("cargo-mutants", CARGO_MUTANTS, &["--locked"], Optimised::Not, "one to three minutes")?;
    Ok(folder.join("bin").join(format!("cargo-mutants{}", std::env::consts::EXE_SUFFIX)))
}

/// Installs the accessibility rules; gives the path of the script to put into a page.
pub(crate) fn axe() -> Result<PathBuf> {
    let folder = from_npm("axe-core", AXE_CORE)?;
    Ok(folder.join("node_modules").join("axe-core").join("axe.min.js"))
}

/// Installs the compiler of TypeScript; gives the path of the script for Node.
pub(crate) fn typescript() -> Result<PathBuf> {
    let folder = from_npm("typescript", TYPESCRIPT)?;
    Ok(folder.join("node_modules").join("typescript").join("bin").join("tsc"))
}

/// Installs what the page is measured beside; gives the folder with a folder for each package.
pub(crate) fn peers() -> Result<PathBuf> {
    let versions = PEERS.map(|(_, version)| version).join("-");
    let folder = cache::folder_of("peers", &versions, |folder| {
        println!("installing {}", PEERS.map(|(name, version)| format!("{name} {version}")).join(", "));
        npm_install(folder, &PEERS)
    })?;
    Ok(folder.join("node_modules"))
}

/// The compiler's own part for WebAssembly.
fn wasm_target() -> Result<()> {
    let sysroot = read(Command::new("rustc").args(["--print", "sysroot"]), GET_RUST)?;
    if Path::new(&sysroot).join("lib").join("rustlib").join(WASM_TARGET).is_dir() {
        return Ok(());
    }
    println!("installing the Rust target {WASM_TARGET}");
    run(
        Command::new("rustup").args(["target", "add", WASM_TARGET]),
        &format!(
            "this Rust does not come from rustup; install its {WASM_TARGET} target the way you installed it"
        ),
    )
}

/// The version the page itself is linked with. The program that follows must be the very same one.
fn wasm_bindgen_version() -> Result<String> {
    let path = repository::top().join("Cargo.lock");
    let lock = std::fs::read_to_string(&path).with_context(|| {
        format!("{} could not be read; `cargo generate-lockfile` writes it", path.display())
    })?;
    version_in(&lock, "wasm-bindgen").context("Cargo.lock does not name wasm-bindgen; add it to Cargo.toml")
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

/// How a program is compiled: as much as it pays for in its own work.
#[derive(Clone, Copy)]
enum Optimised {
    /// It runs others, and works little itself.
    Not,
    /// It works through the whole program of the page.
    Little,
}

impl Optimised {
    const fn level(self) -> &'static str {
        match self {
            Self::Not => "0",
            Self::Little => "1",
        }
    }
}

/// Installs a program from the crate registry. Built for a short build, not for speed: no link-time optimisation.
fn from_crates(
    name: &str,
    version: &str,
    options: &[&str],
    optimised: Optimised,
    takes: &str,
) -> Result<PathBuf> {
    cache::folder_of(name, version, |folder| {
        let started = Instant::now();
        println!("installing {name} {version} ({takes}, once on this machine)");
        let target = folder.join("target");
        let mut command = cargo_apart();
        command
            .args(["install", name, "--version", version, "--root"])
            .arg(folder)
            .args(options)
            .current_dir(folder)
            .env("CARGO_TARGET_DIR", &target)
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", optimised.level())
            .env("CARGO_PROFILE_RELEASE_DEBUG", "false");
        if !std::io::stderr().is_terminal() {
            command.arg("--quiet");
        }
        run(&mut command, GET_RUST)?;
        cache::remove(&target)?;
        println!("installed {name} {version} in {} s", started.elapsed().as_secs());
        Ok(())
    })
}

/// Installs a package from the npm registry.
fn from_npm(name: &str, version: &str) -> Result<PathBuf> {
    cache::folder_of(name, version, |folder| {
        println!("installing {name} {version}");
        npm_install(folder, &[(name, version)])
    })
}

/// Packages and their versions, into one folder.
fn npm_install(folder: &Path, packages: &[(&str, &str)]) -> Result<()> {
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut command = Command::new(npm);
    command
        .args(["install", "--no-audit", "--no-fund", "--loglevel", "error", "--prefix"])
        .arg(folder)
        .args(packages.iter().map(|(name, version)| format!("{name}@{version}")))
        .current_dir(folder);
    run_quietly(&mut command, GET_NODE)?;
    for (name, version) in packages {
        if !folder.join("node_modules").join(name).is_dir() {
            bail!("npm said it installed {name} {version}, but it is not in {}", folder.display());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::version_in;

    #[test]
    fn the_version_is_that_of_the_package_itself_and_not_of_one_with_a_longer_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen"), Some("0.2.130".to_owned()));
        assert_eq!(version_in(lock, "wasm"), None);
    }
}
