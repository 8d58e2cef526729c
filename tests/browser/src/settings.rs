//! Where the page and the tools are.

use std::path::PathBuf;

use anyhow::{Context, Result};

/// What `cargo xtask` tells the journeys through the environment.
#[derive(Debug, Clone)]
pub struct Settings {
    /// `DIST`: the folder with the built page.
    pub dist: PathBuf,
    /// `AXE_JS`: the script with the accessibility rules.
    pub axe: PathBuf,
    /// `GECKODRIVER`: the program that drives Firefox.
    pub geckodriver: PathBuf,
    /// `SCREENSHOTS`: the folder for pictures, made when it is not there.
    pub screenshots: PathBuf,
    /// `SECOND_BROWSER`: the file whose lock is held while there is room for one browser alone.
    pub second_browser: PathBuf,
}

impl Settings {
    /// Reads the environment; fails with the name of the first variable that is not set.
    pub fn from_environment() -> Result<Self> {
        Ok(Self {
            dist: path("DIST")?,
            axe: path("AXE_JS")?,
            geckodriver: path("GECKODRIVER")?,
            screenshots: path("SCREENSHOTS")?,
            second_browser: path("SECOND_BROWSER")?,
        })
    }

    /// The page as people keep it.
    pub fn page(&self) -> PathBuf {
        self.dist.join("corporate-parenting-calculator.html")
    }
}

fn path(name: &str) -> Result<PathBuf> {
    std::env::var_os(name)
        .map(PathBuf::from)
        .with_context(|| format!("{name} is not set; run the journeys with `cargo xtask journeys`"))
}
