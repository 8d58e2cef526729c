//! A server for this machine alone: it gives the files of one folder to whoever asks for it by this machine's name.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::headers;

/// How long the head of a request may be, in bytes, and how long it may take.
const LONGEST_HEAD: u64 = 16 * 1024;
const HTML: &str = "text/html; charset=utf-8";
const PATIENCE: Duration = Duration::from_secs(10);

/// Answers with the files of this folder until the program is ended.
pub(crate) fn answer_all(listener: &TcpListener, folder: &Path) {
    for stream in listener.incoming().flatten() {
        // A browser that goes away in the middle of an answer is no trouble of ours.
        let folder = folder.to_owned();
        thread::spawn(move || answer(&stream, &folder));
    }
}

fn answer(mut stream: &TcpStream, folder: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let head = head_of(BufReader::new(stream.take(LONGEST_HEAD)))?;
    let path = head.first().and_then(|line| line.split_whitespace().nth(1)).unwrap_or("/");
    let (status, kind, body) = if !is_for_this_machine(&head) {
        ("421 Misdirected Request", "text/plain; charset=utf-8", b"Ask for 127.0.0.1.\n".to_vec())
    } else if let Some((kind, body)) =
        file_for(folder, path).and_then(|file| Some((kind_of(&file), fs::read(file).ok()?)))
    {
        ("200 OK", kind, body)
    } else {
        ("404 Not Found", "text/plain; charset=utf-8", b"There is no such file.\n".to_vec())
    };
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nCache-Control: no-store\r\n\
         Connection: close\r\n{}\r\n",
        headers_of(kind, &body)
    )?;
    if !head.first().is_some_and(|line| line.starts_with("HEAD ")) {
        stream.write_all(&body)?;
    }
    Ok(())
}

/// What is sent with a page beside what any answer has, each on its line.
fn headers_of(kind: &str, body: &[u8]) -> String {
    let page = if kind == HTML { std::str::from_utf8(body).ok() } else { None };
    let headers = page.and_then(|page| headers::for_page(page).ok()).unwrap_or_default();
    headers.iter().flat_map(|line| [line, "\r\n"]).collect()
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

/// A file directly in the folder that is no link, whatever else the path says.
fn file_for(folder: &Path, path: &str) -> Option<PathBuf> {
    let file = name_in(path).map(|name| folder.join(name))?;
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
        Some("html") => HTML,
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
