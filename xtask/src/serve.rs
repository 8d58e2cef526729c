//! Shows the built page on this machine, and builds it again when a source changes.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};

use crate::{build, repository};

const SOURCES: [&str; 7] = ["src", "data", "www", "index.html", "build.rs", "Cargo.toml", "Cargo.lock"];

/// How long the head of a request may be, in bytes, and how long it may take.
const LONGEST_HEAD: u64 = 16 * 1024;
const PATIENCE: Duration = Duration::from_secs(10);

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
    stream.set_read_timeout(Some(PATIENCE))?;
    let head = head_of(BufReader::new(stream.take(LONGEST_HEAD)))?;
    let path = head.first().and_then(|line| line.split_whitespace().nth(1)).unwrap_or("/");
    let (status, kind, body) = if !is_for_this_machine(&head) {
        ("421 Misdirected Request", "text/plain; charset=utf-8", b"Ask for 127.0.0.1.\n".to_vec())
    } else if let Some((kind, body)) =
        file_for(path).and_then(|file| Some((kind_of(&file), fs::read(file).ok()?)))
    {
        ("200 OK", kind, body)
    } else {
        ("404 Not Found", "text/plain; charset=utf-8", b"There is no such file.\n".to_vec())
    };
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nCache-Control: no-store\r\n\
         Connection: close\r\n\r\n"
    )?;
    if !head.first().is_some_and(|line| line.starts_with("HEAD ")) {
        stream.write_all(&body)?;
    }
    Ok(())
}

/// The lines of a request up to the empty one; fails where they are too long.
fn head_of(mut reader: impl BufRead) -> std::io::Result<Vec<String>> {
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 {
            return Err(std::io::ErrorKind::InvalidData.into());
        }
        match line.trim_end() {
            "" => return Ok(lines),
            text => lines.push(text.to_owned()),
        }
    }
}

/// Whether a request names this machine. A page from elsewhere can have its own name lead here, and would then read what
/// is answered.
fn is_for_this_machine(head: &[String]) -> bool {
    let mut fields = head.iter().skip(1).filter_map(|line| line.split_once(':'));
    let host = fields.find(|(name, _)| name.eq_ignore_ascii_case("host")).map(|(_, host)| host.trim());
    let name = host.map(|host| host.rsplit_once(':').map_or(host, |(name, _)| name));
    matches!(name, Some("127.0.0.1" | "localhost"))
}

/// A file directly in dist/ that is no link, whatever else the path says.
fn file_for(path: &str) -> Option<PathBuf> {
    let file = name_in(path).map(|name| build::dist_folder().join(name))?;
    fs::symlink_metadata(&file).ok()?.is_file().then_some(file)
}

/// The name of a file in one folder.
fn name_in(path: &str) -> Option<&str> {
    let path = path.split(['?', '#']).next()?.strip_prefix('/')?;
    let name = if path.is_empty() { "index.html" } else { path };
    let is_plain = !name.starts_with('.') && !name.contains(['/', '\\', ':', '%']);
    is_plain.then_some(name)
}

fn kind_of(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_HEAD, head_of, is_for_this_machine, name_in};
    use std::io::Read;

    #[test]
    fn only_files_of_the_folder_itself_are_given() {
        assert_eq!(name_in("/"), Some("index.html"));
        assert_eq!(name_in("/?x=1"), Some("index.html"));
        assert_eq!(
            name_in("/corporate-parenting-calculator.html"),
            Some("corporate-parenting-calculator.html")
        );
        for outside in ["/../Cargo.toml", "/..", "/a/b", "/%2e%2e", "/C:\\x", "index.html"] {
            assert_eq!(name_in(outside), None, "{outside}");
        }
    }

    #[test]
    fn only_this_machine_is_answered() {
        for (host, expected) in [
            ("Host: 127.0.0.1:8080", true),
            ("host: localhost", true),
            ("Host: example.org:8080", false),
            ("Host: 127.0.0.1.example.org", false),
            ("Accept: */*", false),
        ] {
            let head = ["GET / HTTP/1.1".to_owned(), host.to_owned()];
            assert_eq!(is_for_this_machine(&head), expected, "{host}");
        }
    }

    #[test]
    fn a_head_without_end_is_not_kept() {
        let endless = std::io::repeat(b'a').take(200_000_000);
        assert!(head_of(std::io::BufReader::new(endless.take(LONGEST_HEAD))).is_err());
        let whole = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
        assert_eq!(head_of(&whole[..]).unwrap(), ["GET / HTTP/1.1", "Host: localhost"]);
    }
}
