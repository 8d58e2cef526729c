//! The Content-Security-Policy of the page: nothing may be fetched, and only what is in the page may run.

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The policy that allows exactly the scripts and styles this page holds.
pub(crate) fn for_page(html: &str) -> Result<String> {
    let scripts = sources(&inline(html, "script")?);
    let styles = sources(&inline(html, "style")?);
    Ok(format!(
        "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; style-src {styles}; img-src data: blob:; \
         connect-src 'none'; worker-src blob:; form-action 'none'; base-uri 'none'"
    ))
}

/// The text of each element of this name that a browser would run or apply. Data blocks, which have a type, are not.
pub(crate) fn inline<'a>(html: &'a str, element: &str) -> Result<Vec<&'a str>> {
    let (open, close) = (format!("<{element}"), format!("</{element}>"));
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find(&open) {
        let (attributes, after) = rest[start + open.len()..]
            .split_once('>')
            .with_context(|| format!("the page has a <{element}> that is never opened fully"))?;
        let (text, after) = after
            .split_once(&close)
            .with_context(|| format!("the page has a <{element}> that is never closed"))?;
        if !attributes.contains("type=") {
            found.push(text);
        }
        rest = after;
    }
    Ok(found)
}

fn sources(texts: &[&str]) -> String {
    let hashes: Vec<_> =
        texts.iter().map(|text| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))).collect();
    hashes.join(" ")
}

#[cfg(test)]
mod tests {
    use super::{for_page, inline};

    #[test]
    fn data_blocks_are_no_scripts() {
        let html =
            "<script>one</script><script type=\"application/json\" id=\"x\">{}</script><script>two</script>";
        assert_eq!(inline(html, "script").unwrap(), ["one", "two"]);
    }

    #[test]
    fn the_hash_is_the_one_browsers_compute() {
        // https://www.w3.org/TR/CSP2/#script-src-hash-usage gives this one as its example.
        let policy = for_page("<script>alert('Hello, world.');</script>").unwrap();
        assert!(
            policy.contains(
                "script-src 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=' 'wasm-unsafe-eval'"
            )
        );
    }

    #[test]
    fn an_unclosed_script_is_an_error() {
        assert!(inline("<script>one", "script").is_err());
    }
}
