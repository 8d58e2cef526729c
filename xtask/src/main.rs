//! The build of the Corporate Parenting Calculator, run as `cargo xtask <command>`.

mod bench;
mod browsers;
mod build;
mod cache;
mod command;
mod deny;
mod headers;
mod notices;
mod order;
mod page;
mod page_checks;
mod policy;
mod readme;
mod repository;
mod serve;
mod server;
mod shortened;
mod single_file;
mod size;
mod styles;
mod test;
mod tools;
mod unpacker;
mod watch;

use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::build::For;

const HELP: &str = "\
cargo xtask <command>

  serve [--port 8080] [--release]
                       build the page soon (or as it is released), show it on this machine, and
                       build it again after each saved change
  dist                 build the page into dist/
  again                make the page in dist/ again from a copy of the sources elsewhere, and compare
  adopt FOLDER [--check | --remake] [--older]
                       take a new release of official figures into data/ (or say what would change, or
                       prove that data/ is what it gives); one older than that in data/ is refused
                       without --older
  test                 everything that has to pass before a change is accepted
  journeys [words]     only the browser tests, on the page in dist/; words choose some: firefox file opens
  bench                measure the page in dist/ beside peers, and write the tables into README
  mutants [ROOM [words]]
                       change the program in each of many ways and see whether the tests notice: of one room, or
                       of all that have a list of known survivors in tests/mutants/; ended, it goes on where it was
  size                 how much of the program each crate takes, and each room
  deny                 check licences, sources and versions of what the page is made with
  tools                install what the commands above need and is missing
  single-file          make one page of what Trunk built (Trunk calls this)
";

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
    match arguments {
        ["serve", options @ ..] => serve(options),
        ["dist"] => dist(),
        ["again"] => test::same_page_elsewhere(),
        ["adopt", arguments @ ..] => adopt(arguments),
        ["test"] => test::test(),
        ["journeys", words @ ..] => test::journeys_named(words),
        ["bench"] => bench::bench(),
        ["mutants", arguments @ ..] => mutants(arguments),
        ["size"] => size::tell(),
        ["deny"] => deny::check(),
        ["tools"] => install_all(),
        ["single-file"] => single_file::make(),
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        unknown => {
            print!("{HELP}");
            bail!("there is no command `{}`", unknown.join(" "))
        }
    }
}

fn serve(options: &[&str]) -> Result<()> {
    let (mut port, mut purpose) = (8080, For::Work);
    let mut options = options.iter();
    while let Some(option) = options.next() {
        match *option {
            "--release" => purpose = For::Release,
            "--port" => {
                let given = options.next().context("`--port` needs a number")?;
                port = given
                    .parse()
                    .with_context(|| format!("`{given}` is not a port; give a number up to 65535"))?;
            }
            unknown => bail!("`serve` has no option `{unknown}`; it has --port and --release"),
        }
    }
    serve::serve(port, purpose)
}

/// Runs a program of its own: it is built with the library, which building the page must not wait for.
fn adopt(arguments: &[&str]) -> Result<()> {
    let program = ["run", "--quiet", "--manifest-path"];
    let manifest = repository::top().join("Cargo.toml");
    let mut command = command::cargo();
    command.args(program).arg(manifest).args(["--package", "adopt", "--"]).args(arguments);
    command::run(&mut command, "install Rust from https://rustup.rs and run this again")
}

/// Runs a program of its own, which takes Rust apart.
fn mutants(arguments: &[&str]) -> Result<()> {
    let mut command = command::cargo();
    command
        .args(["run", "--quiet", "--package", "mutants", "--"])
        .args(arguments)
        .env("CARGO_MUTANTS", tools::cargo_mutants()?)
        .current_dir(repository::top());
    command::run(&mut command, "install Rust from https://rustup.rs and run this again")
}

fn dist() -> Result<()> {
    let folder = build::dist_folder();
    build::page_into(&folder, For::Release)?;
    page_checks::check(&folder)?;
    println!("the page is {}", folder.join(single_file::PAGE).display());
    Ok(())
}

fn install_all() -> Result<()> {
    tools::for_building()?;
    tools::geckodriver()?;
    tools::axe()?;
    tools::typescript()?;
    match browsers::install_missing()? {
        Some(sentence) => println!("{sentence}"),
        None => println!("everything is installed"),
    }
    Ok(())
}
