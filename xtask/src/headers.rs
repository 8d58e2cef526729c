//! What a server sends with the page: the policy again, and what a policy inside a page cannot say.

use anyhow::{Context, Result};

/// Facilities of a device that the page has no use for, whatever is put into it. It copies to the clipboard and prints.
const UNUSED: [&str; 12] = [
    "accelerometer",
    "bluetooth",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
];

/// Where the policy of a page begins and ends in it.
const POLICY: (&str, &str) = ("<meta http-equiv=\"Content-Security-Policy\" content=\"", "\">");

/// Returns the lines to send with this page, which carries its policy.
pub(crate) fn for_page(page: &str) -> Result<Vec<String>> {
    let policy = page.split_once(POLICY.0).and_then(|(_, rest)| Some(rest.split_once(POLICY.1)?.0));
    let policy = policy.context("the page has no policy to send with it")?;
    let unused: Vec<_> = UNUSED.iter().map(|facility| format!("{facility}=()")).collect();
    Ok(vec![
        // A page in another's frame could be laid under what somebody presses.
        format!("Content-Security-Policy: {policy}; frame-ancestors 'none'"),
        "X-Content-Type-Options: nosniff".to_owned(),
        "Referrer-Policy: no-referrer".to_owned(),
        format!("Permissions-Policy: {}", unused.join(", ")),
        "Cross-Origin-Opener-Policy: same-origin".to_owned(),
        "Cross-Origin-Resource-Policy: same-origin".to_owned(),
    ])
}

/// The same as the file `_headers`, which Netlify, Cloudflare Pages and others read.
pub(crate) fn file(page: &str) -> Result<String> {
    Ok(format!("/*\n  {}\n", for_page(page)?.join("\n  ")))
}

#[cfg(test)]
mod tests {
    use super::{file, for_page};

    const PAGE: &str =
        "<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\n</head>";

    #[test]
    fn the_policy_sent_is_that_of_the_page_and_forbids_frames() {
        let file = file(PAGE).unwrap();
        assert!(
            file.starts_with(
                "/*\n  Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\n  X-"
            ),
            "{file}"
        );
        assert!(for_page("<head></head>").is_err());
    }

    /// Cloudflare Pages reads no longer line.
    #[test]
    fn no_line_is_too_long_for_a_host() {
        let longest = file(PAGE).unwrap().lines().map(str::len).max();
        assert!(longest < Some(1_000), "{longest:?}");
    }
}
