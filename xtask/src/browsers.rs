//! The browsers the tests drive: on Debian as root they are installed, elsewhere the person is told which.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::{is_on_path, read, run_quietly};

/// A Debian package, and a file that is there once it is installed.
const PACKAGES: [(&str, &str); 6] = [
    ("chromium", "/usr/bin/chromium"),
    ("chromium-driver", "/usr/bin/chromedriver"),
    ("firefox-esr", "/usr/bin/firefox-esr"),
    ("webkit2gtk-driver", "/usr/bin/WebKitWebDriver"),
    ("xvfb", "/usr/bin/Xvfb"),
    // Without any font the pages are drawn with boxes, and the pictures of them say nothing.
    ("fonts-dejavu-core", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
];

/// Installs the browsers that are missing. Where that is not possible, gives a sentence saying what to do.
pub(crate) fn install_missing() -> Result<Option<String>> {
    let missing: Vec<&str> =
        PACKAGES.iter().filter(|(_, file)| !Path::new(file).exists()).map(|(package, _)| *package).collect();
    if missing.is_empty() {
        return Ok(None);
    }
    let packages = missing.join(" ");
    if !is_on_path("apt-get") {
        return Ok(Some(format!(
            "the browser tests are left out: they need Debian with these packages installed: {packages}"
        )));
    }
    if read(Command::new("id").arg("-u"), "the coreutils package has it")? != "0" {
        return Ok(Some(format!(
            "the browser tests are left out: run `sudo apt-get install --no-install-recommends {packages}` to have them"
        )));
    }

    println!("installing {packages} (about a minute)");
    apt(&["update"])?;
    let install = ["install", "--yes", "--no-install-recommends"];
    apt(&[&install, missing.as_slice()].concat())
        .with_context(|| format!("the browser tests need {packages}"))?;
    Ok(None)
}

fn apt(arguments: &[&str]) -> Result<()> {
    let mut command = Command::new("apt-get");
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    run_quietly(&mut command, "it is part of Debian")
}
