//! What must hold for the finished page, read from its bytes alone.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::read::GzDecoder;
use flate2::{Compression, write::GzEncoder};

use crate::single_file::{HEADERS, PAGE, TYPES, checksum_line};
use crate::{build, headers, policy, unpacker};

/// How large the page may be as a server sends it, in bytes.
const BUDGET: usize = 1_500_000;

/// Checks the page in this folder, and that the folder holds nothing but the page.
pub(crate) fn check(dist: &Path) -> Result<()> {
    let page = read(&dist.join("index.html"))?;
    ensure!(page == read(&dist.join(PAGE))?, "index.html and {PAGE} must be the same file");
    let checksum = read(&dist.join(format!("{PAGE}.sha256")))?;
    ensure!(checksum == checksum_line(page.as_bytes()), "{PAGE}.sha256 does not belong to {PAGE}");
    ensure!(read(&dist.join(HEADERS))? == headers::file(&page)?, "{HEADERS} does not belong to {PAGE}");
    nothing_else_in(dist)?;

    within_budget(&page)?;
    names_no_folder(&page)?;
    policy_is_right(&page)?;
    for script in policy::inline(&page, "script")? {
        makes_no_code(script)?;
    }
    match first_address(&page) {
        Some(address) => bail!("the page must fetch nothing, and names `{address}`"),
        None => Ok(()),
    }
}

fn nothing_else_in(dist: &Path) -> Result<()> {
    let expected = ["index.html", PAGE, &format!("{PAGE}.sha256"), TYPES, HEADERS].map(str::to_owned);
    for entry in fs::read_dir(dist)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        ensure!(expected.contains(&name), "{name} does not belong in dist/");
    }
    Ok(())
}

fn within_budget(page: &str) -> Result<()> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(page.as_bytes())?;
    let size = gzip.finish()?.len();
    println!("the page is {} bytes, {size} compressed; {BUDGET} are allowed", page.len());
    ensure!(size <= BUDGET, "the page is {size} bytes compressed; make it smaller than {BUDGET}");
    Ok(())
}

/// A folder of this machine would name a person, and make another page of the same source in another folder.
fn names_no_folder(page: &str) -> Result<()> {
    let (mut unpacker, program) = (Vec::new(), unpacker::unpacked(&block(page, "program")?)?);
    GzDecoder::new(&*block(page, "unpacker")?).read_to_end(&mut unpacker)?;
    for (folder, _) in build::local_folders() {
        let folder = folder.to_string_lossy();
        let is_in = |text: &[u8]| text.windows(folder.len()).any(|each| each == folder.as_bytes());
        ensure!(
            !is_in(&program) && !is_in(&unpacker) && !is_in(page.as_bytes()),
            "the page names {folder}; if it has a space in its name, build in a folder that has none"
        );
    }
    Ok(())
}

/// What is packed in a block of the page.
fn block(page: &str, name: &str) -> Result<Vec<u8>> {
    let block =
        page.split_once(&format!(" id=\"{name}\">")).and_then(|(_, rest)| Some(rest.split_once("</")?.0));
    Ok(STANDARD.decode(block.with_context(|| format!("the page has no {name}"))?)?)
}

fn policy_is_right(page: &str) -> Result<()> {
    let expected = format!(
        "<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">",
        policy::for_page(page)?
    );
    ensure!(page.contains(&expected), "the policy must come first in the head and name what the page holds");
    let charset = page.find("<meta charset").unwrap_or(usize::MAX);
    ensure!(charset < 1000, "browsers look for <meta charset> in the first 1024 bytes; it is at {charset}");
    ensure!(!page.contains(" style=\""), "the policy blocks style attributes; use a class");
    Ok(())
}

/// The policy blocks `eval` and its kin; a script that needs them would fail only when it comes to it.
fn makes_no_code(script: &str) -> Result<()> {
    for call in ["eval(", "new Function("] {
        for (at, _) in script.match_indices(call) {
            let before = script[..at].chars().next_back();
            let is_end_of_longer_name = before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '$');
            ensure!(is_end_of_longer_name, "a script in the page calls `{call}…)`, which the policy blocks");
        }
    }
    Ok(())
}

/// The first address of another machine at a place a browser would fetch from.
fn first_address(page: &str) -> Option<&str> {
    let lower = page.to_ascii_lowercase();
    for place in ["src=", "srcset=", "href=", "action=", "data=", "url(", "@import "] {
        for (at, _) in lower.match_indices(place) {
            let value = page[at + place.len()..].trim_start_matches(['"', '\'', ' ']);
            let start = value.get(..8).unwrap_or(value).to_ascii_lowercase();
            if ["http://", "https://", "//"].iter().any(|scheme| start.starts_with(scheme)) {
                return value.split(['"', '\'', ' ', ')', '>']).next();
            }
        }
    }
    None
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} could not be read", path.display()))
}

#[cfg(test)]
mod tests {
    use super::{first_address, makes_no_code};

    #[test]
    fn code_made_from_text_is_found() {
        assert!(makes_no_code("x = eval('1')").is_err());
        assert!(makes_no_code("new Function('a')").is_err());
        assert!(makes_no_code("retrieval(1); `Function(${name})`").is_ok());
    }

    #[test]
    fn an_address_is_found_where_it_would_be_fetched_and_nowhere_else() {
        assert_eq!(first_address("<img src='https://example.org/a.png'>"), Some("https://example.org/a.png"));
        assert_eq!(first_address("p { background: url(//example.org/a) }"), Some("//example.org/a"));
        assert_eq!(
            first_address("<link href=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'>\">"),
            None
        );
        assert_eq!(first_address("createElementNS('http://www.w3.org/2000/svg')"), None);
    }
}
