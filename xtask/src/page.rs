//! Makes one page out of its parts. Text in, text out: nothing here touches a file.

use std::io::Write;

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};

use crate::build::For;
use crate::{order, policy, shortened, styles, unpacker};

/// What goes into the page.
pub(crate) struct Parts<'a> {
    /// index.html as it is written, with links to the parts below.
    pub(crate) html: &'a str,
    /// The linked style sheets, joined.
    pub(crate) style: &'a str,
    /// The script that wasm-bindgen writes beside the program.
    pub(crate) glue: &'a str,
    pub(crate) boot: &'a str,
    pub(crate) worker: &'a str,
    /// The notices of what is linked into the program.
    pub(crate) notices: &'a str,
    /// The WebAssembly program, and the small one that unpacks it.
    pub(crate) program: &'a [u8],
    pub(crate) unpacker: &'a [u8],
    /// Whom the page is for: packed small, or soon.
    pub(crate) purpose: For,
}

const RUST_LINK: &str = "<link data-trunk rel=\"rust\"";
const BOOT_LINK: &str = "<script src=\"www/boot.js\"></script>";

/// The page with everything inside and a policy that allows nothing else.
pub(crate) fn assemble(parts: &Parts) -> Result<String> {
    let scripts = [
        ("the glue", parts.glue),
        ("boot.js", parts.boot),
        ("worker.js", parts.worker),
        ("a notice", parts.notices),
    ];
    for (name, script) in scripts {
        must_not_hold(name, script, &["</script", "<script", "<!--"])?;
    }
    must_not_hold("a style sheet", parts.style, &["</style", "@import"])?;

    // Run again, as boot.js does for a second program, a script may say `var` twice but not `let`.
    let glue = parts.glue.replacen("let wasm_bindgen", "var wasm_bindgen", 1);
    let (program, glue) = packed(parts.program, &glue, parts.purpose)?;
    let script = |text: &str| match parts.purpose {
        For::Release => shortened::script(text),
        For::Work => Ok(text.to_owned()),
    };
    let texts = [
        ("style", format!("\n{}\n", shortened::style(parts.style)?)),
        ("glue", format!("\n{}\n", glue.trim_end())),
        ("worker", format!("\n{}\n", script(parts.worker)?.trim_end())),
        ("notices", format!("\n{}\n", parts.notices)),
        ("unpacker", STANDARD.encode(gzip(parts.unpacker)?)),
        ("program", program),
        ("boot", format!("\n{}\n", script(parts.boot)?.trim_end())),
    ]
    .map(|(name, text)| (name, text.replace("\r\n", "\n")));

    let html = parts.html.replace("\r\n", "\n");
    let html = without_line(&html, RUST_LINK)?;
    let html = styles::with_place(&html, &format!("<style id=\"style\">{}</style>", place("style")))?;
    let html = replace_once(&html, BOOT_LINK, &SCRIPTS.replace("\r\n", "\n"))?;
    let policy = policy::for_page(&filled(&html, &texts)?)?;
    let first_in_head = format!("<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    let frame = replace_once(&html, "<head>", &first_in_head)?;

    let packed_frame = STANDARD.encode(&frame);
    let without_checksum =
        filled(&frame, &[&texts[..], &[("frame", packed_frame), ("checksum", String::new())]].concat())?;
    let checksum = format!("{:x}", Sha256::digest(&without_checksum));
    replace_once(&without_checksum, CHECKSUM, &CHECKSUM.replace("></", &format!(">{checksum}</")))
}

/// The blocks of the page. What runs the page can make a copy of it from their texts: `frame` is the page with a place for
/// each of them, `checksum` is that of the page with its own block and that of the figures empty.
const SCRIPTS: &str = "<script type=\"text/plain\" id=\"frame\">{{frame}}</script>
<script type=\"text/plain\" id=\"checksum\">{{checksum}}</script>
<script id=\"glue\">{{glue}}</script>
<script type=\"text/plain\" id=\"worker\">{{worker}}</script>
<script type=\"text/plain\" id=\"notices\">{{notices}}</script>
<script type=\"application/octet-stream;base64\" id=\"unpacker\">{{unpacker}}</script>
<script type=\"application/octet-stream;base64\" id=\"program\">{{program}}</script>
<script id=\"boot\">{{boot}}</script>";

const CHECKSUM: &str = "<script type=\"text/plain\" id=\"checksum\"></script>";

/// Where a text goes in the frame.
fn place(name: &str) -> String {
    format!("{{{{{name}}}}}")
}

/// A frame with texts in their places.
fn filled(frame: &str, texts: &[(&str, String)]) -> Result<String> {
    // From the last place to the first, so that nothing is looked for in what was filled in.
    let mut places = Vec::new();
    for (name, text) in texts {
        let place = place(name);
        let at = frame.find(&place).with_context(|| format!("the page has no place for {name}"))?;
        places.push((at, place.len(), text));
    }
    places.sort_unstable_by_key(|(at, ..)| std::cmp::Reverse(*at));
    let mut page = frame.to_owned();
    for (at, length, text) in places {
        page.replace_range(at..at + length, text);
    }
    Ok(page)
}

/// The program, packed, and the glue that goes with it.
fn packed(program: &[u8], glue: &str, purpose: For) -> Result<(String, String)> {
    let (packed, glue) = match purpose {
        For::Release => {
            let (program, glue) = shortened::imports(program, &shortened::script(glue)?)?;
            (unpacker::packed(&order::ordered(&program)?, 22)?, glue)
        }
        For::Work => (unpacker::packed(program, 1)?, glue.to_owned()),
    };
    Ok((STANDARD.encode(packed), glue))
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    Ok(gzip.finish()?)
}

/// Inside an element these would end it, or change how a browser reads it.
fn must_not_hold(name: &str, text: &str, forbidden: &[&str]) -> Result<()> {
    let lower = text.to_ascii_lowercase();
    for word in forbidden {
        if lower.contains(word) {
            bail!("{name} contains `{word}`, which cannot stand inside the page; write it in another way");
        }
    }
    Ok(())
}

fn without_line(html: &str, start: &str) -> Result<String> {
    let line = html
        .split_inclusive('\n')
        .find(|line| line.trim_start().starts_with(start))
        .with_context(|| format!("index.html has no line that starts with `{start}`"))?;
    replace_once(html, line, "")
}

fn replace_once(html: &str, old: &str, new: &str) -> Result<String> {
    match html.matches(old).count() {
        1 => Ok(html.replacen(old, new, 1)),
        n => bail!("index.html must contain `{old}` once, and contains it {n} times"),
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use sha2::{Digest as _, Sha256};

    use super::{For, Parts, STANDARD, assemble, filled};

    const HTML: &str = "<!doctype html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n\
        <link data-trunk rel=\"rust\" data-bin=\"x\">\n<link rel=\"stylesheet\" href=\"www/styles/text.css\">\n\
        </head>\n<body>\n<script src=\"www/boot.js\"></script>\n</body>\n</html>\n";

    fn page(html: &str, boot: &str) -> anyhow::Result<String> {
        assemble(&Parts {
            html,
            style: "p { margin: 0 }\n",
            glue: "let glue;\n",
            boot,
            worker: "work();\n",
            notices: "Somebody",
            program: b"\0asm\x01\0\0\0",
            unpacker: b"\0asm\x01\0\0\0",
            purpose: For::Release,
        })
    }

    #[test]
    fn everything_is_inside_and_the_policy_comes_first() {
        let page = page(HTML, "start();\n").unwrap();
        assert!(
            page.contains(
                "<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
            )
        );
        assert!(page.contains("<style id=\"style\">\np { margin: 0 }\n</style>"));
        assert!(page.contains("<script id=\"glue\">\nlet glue;\n</script>"));
        assert!(page.contains("<script type=\"text/plain\" id=\"worker\">\nwork();\n</script>"));
        assert!(page.ends_with("<script id=\"boot\">\nstart();\n</script>\n</body>\n</html>\n"));
        assert!(!page.contains("data-trunk") && !page.contains("src=") && !page.contains("href="));
    }

    /// As `own_page.rs` does it in the browser.
    #[test]
    fn the_page_can_be_made_again_from_its_blocks() {
        let page = page(HTML, "start();\n").unwrap();
        let block = |name: &str| {
            let (_, rest) = page.split_once(&format!("id=\"{name}\">")).unwrap();
            rest.split_once("</").unwrap().0.to_owned()
        };
        let frame = String::from_utf8(STANDARD.decode(block("frame")).unwrap()).unwrap();
        let names =
            ["frame", "checksum", "style", "glue", "worker", "notices", "unpacker", "program", "boot"];
        assert_eq!(filled(&frame, &names.map(|name| (name, block(name)))).unwrap(), page);
        let unsigned = page.replace(&block("checksum"), "");
        assert_eq!(format!("{:x}", Sha256::digest(unsigned)), block("checksum"));
    }

    #[test]
    fn line_endings_of_the_checkout_do_not_change_the_page() {
        let unix = page(HTML, "start();\nagain();\n").unwrap();
        let windows = page(&HTML.replace('\n', "\r\n"), "start();\r\nagain();\r\n").unwrap();
        assert_eq!(unix, windows);
    }

    #[test]
    fn a_script_that_would_end_its_own_element_is_refused() {
        let error = page(HTML, "const end = '</SCRIPT>';").unwrap_err();
        assert!(error.to_string().starts_with("boot.js contains `</script`"));
    }

    #[test]
    fn a_page_without_the_place_for_a_part_is_refused() {
        let error = page(&HTML.replace("www/boot.js", "www/other.js"), "").unwrap_err();
        assert!(error.to_string().contains("once, and contains it 0 times"), "{error}");
    }
}
