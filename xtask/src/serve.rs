//! Shows the built page on this machine, and builds it again when a source changes.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};

use crate::{build, repository};

const SOURCES: [&str; 7] = ["src", "data", "www", "index.html", "build.rs", "Cargo.toml", "Cargo.lock"];

/// Builds the page and serves it on this port until the program is ended.
pub(crate) fn serve(port: u16) -> Result<()> {
    // The port first: a person should not wait for a build to hear that it cannot be shown.
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .with_context(|| format!("port {port} cannot be used; choose another with `--port <number>`"))?;

    let address = listener.local_addr()?;

    let mut built = SystemTime::now();
    build::page_into(&build::dist_folder())?;
    thread::spawn(move || answer_all(&listener));
    println!("the page is at http://{address}/ (Ctrl+C ends this; a saved change builds the page again)");

    loop {
        thread::sleep(Duration::from_secs(1));
        if last_change() <= Some(built) {
            continue;
        }
        built = SystemTime::now();
        match build::page_into(&build::dist_folder()) {
            Ok(()) => println!("built again; reload the page"),
            Err(error) => eprintln!("error: {error:#}; the page is still the one built before"),
        }
    }
}

fn last_change() -> Option<SystemTime> {
    SOURCES.iter().filter_map(|source| last_change_in(&repository::top().join(source))).max()
}

fn last_change_in(path: &Path) -> Option<SystemTime> {
    let own = fs::metadata(path).ok()?.modified().ok()?;
    let Ok(entries) = fs::read_dir(path) else {
        return Some(own);
    };
    entries.flatten().filter_map(|entry| last_change_in(&entry.path())).chain([own]).max()
}

fn answer_all(listener: &TcpListener) {
    for stream in listener.incoming().flatten() {
        // A browser that goes away in the middle of an answer is no trouble of ours.
        thread::spawn(move || answer(&stream));
    }
}

fn answer(mut stream: &TcpStream) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }

    let path = request.split_whitespace().nth(1).unwrap_or("/");
    let (status, kind, body) =
        match file_for(path).and_then(|file| Some((kind_of(&file), fs::read(file).ok()?))) {
            Some((kind, body)) => ("200 OK", kind, body),
            None => ("404 Not Found", "text/plain; charset=utf-8", b"There is no such file.\n".to_vec()),
        };
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nCache-Control: no-store\r\n\
         Connection: close\r\n\r\n"
    )?;
    if !request.starts_with("HEAD ") {
        stream.write_all(&body)?;
    }
    Ok(())
}

/// A file directly in dist/, whatever else the path says.
fn file_for(path: &str) -> Option<PathBuf> {
    let path = path.split(['?', '#']).next()?.strip_prefix('/')?;
    let name = if path.is_empty() { "index.html" } else { path };
    let is_plain = !name.starts_with('.') && !name.contains(['/', '\\', ':', '%']);
    is_plain.then(|| build::dist_folder().join(name))
}

fn kind_of(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::file_for;

    #[test]
    fn only_files_of_the_folder_itself_are_given() {
        let name = |path| file_for(path).map(|file| file.file_name().unwrap().to_str().unwrap().to_owned());
        assert_eq!(name("/").as_deref(), Some("index.html"));
        assert_eq!(name("/?x=1").as_deref(), Some("index.html"));
        assert_eq!(
            name("/corporate-parenting-calculator.html").as_deref(),
            Some("corporate-parenting-calculator.html")
        );
        for outside in ["/../Cargo.toml", "/..", "/a/b", "/%2e%2e", "/C:\\x", "index.html"] {
            assert_eq!(name(outside), None, "{outside}");
        }
    }
}
