//! Measures the built page beside peers in one browser: `cargo xtask bench`.

use std::process::ExitCode;

fn main() -> ExitCode {
    browser_tests::bench()
}
