//! Shows the built page on this machine, and builds it again when a source changes.

use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result};

use crate::build::{self, For};
use crate::watch::Changes;
use crate::{repository, server};

/// Builds the page and serves it on this port until the program is ended.
pub(crate) fn serve(port: u16, purpose: For) -> Result<()> {
    // The port first: a person should not wait for a build to hear that it cannot be shown.
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .with_context(|| format!("port {port} cannot be used; choose another with `--port <number>`"))?;
    let address = listener.local_addr()?;
    let folder = match purpose {
        For::Release => build::dist_folder(),
        // Nobody should pass on a page that was built in a hurry.
        For::Work => repository::top().join("target").join("served"),
    };

    let changes = Changes::of_sources()?;
    build(&folder, purpose)?;
    let served = folder.clone();
    thread::spawn(move || server::answer_all(&listener, &served));
    println!("the page is at http://{address}/ (Ctrl+C ends this; a saved change builds the page again)");

    loop {
        changes.wait()?;
        match build(&folder, purpose) {
            Ok(()) => println!("reload the page to see it"),
            Err(error) => eprintln!("error: {error:#}; the page is still the one built before"),
        }
    }
}

fn build(folder: &Path, purpose: For) -> Result<()> {
    let started = Instant::now();
    build::page_into(folder, purpose)?;
    println!("built in {:.1} s", started.elapsed().as_secs_f64());
    Ok(())
}
