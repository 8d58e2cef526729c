//! The page measured beside peers, and what README says of it.

use std::fs;

use anyhow::{Context, Result};

use crate::command::{cargo, run};
use crate::{browsers, repository, test, tools};

const BEGIN: &str = "<!-- written by `cargo xtask bench` -->\n";
const END: &str = "<!-- end of what it writes -->\n";

/// Measures the page that was built last, and writes the tables between two marks of README.
pub(crate) fn bench() -> Result<()> {
    browsers::install_missing()?;
    let top = repository::top();
    let table = top.join("target").join("bench").join("table.md");
    let mut command = cargo();
    command
        .args(["run", "--quiet", "--package", "browser-tests", "--bin", "bench"])
        .env("PEERS", tools::peers()?)
        .env("TABLE", &table)
        .current_dir(&top);
    test::with_tools(&mut command)?;
    run(&mut command, "its own lines above say why")?;

    let readme = top.join("README.md");
    let written =
        fs::read_to_string(&table).with_context(|| format!("{} could not be read", table.display()))?;
    let text = fs::read_to_string(&readme).context("README.md could not be read")?;
    let (before, rest) = text.split_once(BEGIN).context("README.md has no mark where the tables begin")?;
    let (_, after) = rest.split_once(END).context("README.md has no mark where the tables end")?;
    fs::write(&readme, format!("{before}{BEGIN}\n{written}\n{END}{after}"))
        .context("README.md could not be written")
}
