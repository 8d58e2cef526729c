//! Two servers on this machine: one gives the page and remembers what it was asked for, the other must hear nothing.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use anyhow::Result;

/// A server in a thread of its own, which remembers the first line of every request.
#[derive(Debug)]
pub(crate) struct Server {
    port: u16,
    requests: Arc<Mutex<Vec<String>>>,
}

/// Browsers look after themselves: updates, safe browsing, captive portals. The page has no business with any of these.
const OF_THE_BROWSERS: [&str; 9] = [
    "google.com",
    "googleapis.com",
    "gstatic.com",
    "gvt1.com",
    "mozilla.com",
    "mozilla.net",
    "mozilla.org",
    "mozgcp.net",
    "firefox.com",
];

/// The kind of a page.
pub(crate) const HTML: &str = "text/html; charset=utf-8";

/// What is given under a path.
pub(crate) struct Document {
    pub(crate) path: String,
    /// What kind of thing it is, as a browser is told.
    pub(crate) kind: &'static str,
    /// Lines to send with it, each with its end.
    pub(crate) headers: String,
    pub(crate) body: Vec<u8>,
}

impl Server {
    /// Serves these documents; everything else is not found.
    pub(crate) fn start(documents: Vec<Document>) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = listener.local_addr()?.port();
        let requests = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&requests);
        let documents = Arc::new(documents);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (heard, documents) = (Arc::clone(&heard), Arc::clone(&documents));
                // A browser that goes away in the middle of an answer is no failure of the page.
                thread::spawn(move || answer(&stream, &heard, &documents));
            }
        });
        Ok(Self { port, requests })
    }

    /// A proxy that gives nothing. What a browser sends anywhere outside this machine arrives here.
    pub(crate) fn start_proxy() -> Result<Self> {
        Self::start(Vec::new())
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    pub(crate) fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// What was asked for since the last time, such as `GET /` or `CONNECT example.org:443`.
    pub(crate) fn take_requests(&self) -> Vec<String> {
        std::mem::take(&mut *self.requests.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The same without what browsers ask for on their own account.
    pub(crate) fn take_requests_of_pages(&self) -> Vec<String> {
        let mut requests = self.take_requests();
        requests.retain(|request| !is_of_a_browser(request));
        requests
    }
}

fn is_of_a_browser(request: &str) -> bool {
    let target = request.split(' ').nth(1).unwrap_or_default();
    let target = target.split_once("://").map_or(target, |(_, rest)| rest);
    let host = target.split(['/', ':']).next().unwrap_or_default();
    OF_THE_BROWSERS.iter().any(|own| host == *own || host.ends_with(&format!(".{own}")))
}

fn answer(mut stream: &TcpStream, heard: &Mutex<Vec<String>>, documents: &[Document]) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }

    let mut words = request.split_whitespace();
    let (Some(method), Some(target)) = (words.next(), words.next()) else {
        return Ok(()); // connected ahead of need, and closed without asking
    };
    heard.lock().unwrap_or_else(PoisonError::into_inner).push(format!("{method} {target}"));

    let path = target.split(['?', '#']).next().unwrap_or(target);
    match documents.iter().find(|document| document.path == path) {
        Some(Document { kind, headers, body, .. }) => {
            let length = body.len();
            write!(
                stream,
                "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\
                 Cache-Control: no-store\r\nConnection: close\r\n{headers}\r\n"
            )?;
            stream.write_all(body)
        }
        None => write!(stream, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
    }
}

#[cfg(test)]
mod tests {
    use super::is_of_a_browser;

    #[test]
    fn only_the_makers_of_browsers_are_left_out() {
        assert!(is_of_a_browser("CONNECT update.googleapis.com:443"));
        assert!(is_of_a_browser("GET http://detectportal.firefox.com/success.txt?ipv4"));
        assert!(!is_of_a_browser("GET http://example.org/?x=google.com"));
        assert!(!is_of_a_browser("CONNECT notgoogle.com:443"));
    }
}
