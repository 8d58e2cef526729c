//! Makes one page out of its parts. Text in, text out: nothing here touches a file.

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::policy;

/// What goes into the page.
pub(crate) struct Parts<'a> {
    /// index.html as it is written, with links to the parts below.
    pub(crate) html: &'a str,
    pub(crate) style: &'a str,
    /// The script that wasm-bindgen writes beside the program.
    pub(crate) glue: &'a str,
    pub(crate) boot: &'a str,
    pub(crate) worker: &'a str,
    /// The WebAssembly program.
    pub(crate) program: &'a [u8],
}

const RUST_LINK: &str = "<link data-trunk rel=\"rust\"";
const STYLE_LINK: &str = "<link rel=\"stylesheet\" href=\"www/app.css\">";
const BOOT_LINK: &str = "<script src=\"www/boot.js\"></script>";

/// The page with everything inside and a policy that allows nothing else.
pub(crate) fn assemble(parts: &Parts) -> Result<String> {
    let scripts = [("the glue", parts.glue), ("boot.js", parts.boot), ("worker.js", parts.worker)];
    for (name, script) in scripts {
        must_not_hold(name, script, &["</script", "<script", "<!--"])?;
    }
    must_not_hold("app.css", parts.style, &["</style", "@import"])?;

    let style = format!("<style>\n{}\n</style>", parts.style.trim_end());
    let scripts = format!(
        "<script id=\"glue\">\n{}\n</script>\n\
         <script type=\"text/plain\" id=\"worker\">\n{}\n</script>\n\
         <script type=\"application/octet-stream;base64\" id=\"program\">{}</script>\n\
         <script>\n{}\n</script>",
        parts.glue.trim_end(),
        parts.worker.trim_end(),
        packed(parts.program)?,
        parts.boot.trim_end(),
    );

    let html = parts.html.replace("\r\n", "\n");
    let html = without_line(&html, RUST_LINK)?;
    let html = replace_once(&html, STYLE_LINK, &style)?;
    let html = replace_once(&html, BOOT_LINK, &scripts)?;
    let html = as_browsers_write(&html.replace("\r\n", "\n"));

    let first_in_head = format!(
        "<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">",
        policy::for_page(&html)?
    );
    replace_once(&html, "<head>", &first_in_head)
}

/// The page in the very form in which browsers write a document back to text, so that a copy the page makes of itself
/// has the same bytes: no white space before the head, none after the body.
fn as_browsers_write(html: &str) -> String {
    let html = html.replacen(">\n<head>", "><head>", 1);
    html.trim_end().trim_end_matches("</html>").trim_end().trim_end_matches("</body>").trim_end().to_owned()
        + "\n</body></html>"
}

/// The same bytes for the same program, whenever and wherever they are made: no time, no name.
fn packed(program: &[u8]) -> Result<String> {
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, program, &mut packed)?;
    Ok(STANDARD.encode(packed))
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
    use super::{Parts, assemble};

    const HTML: &str = "<!doctype html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n\
        <link data-trunk rel=\"rust\" data-bin=\"x\">\n<link rel=\"stylesheet\" href=\"www/app.css\">\n\
        </head>\n<body>\n<script src=\"www/boot.js\"></script>\n</body>\n</html>\n";

    fn page(html: &str, boot: &str) -> anyhow::Result<String> {
        assemble(&Parts {
            html,
            style: "p { margin: 0 }\n",
            glue: "let glue;\n",
            boot,

            worker: "work();\n",
            program: b"\0asm",
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
        assert!(page.contains("<style>\np { margin: 0 }\n</style>"));
        assert!(page.contains("<script id=\"glue\">\nlet glue;\n</script>"));
        assert!(page.contains("<script type=\"text/plain\" id=\"worker\">\nwork();\n</script>"));
        assert!(page.starts_with("<!doctype html>\n<html><head>\n"));
        assert!(page.ends_with("<script>\nstart();\n</script>\n</body></html>"));
        assert!(!page.contains("data-trunk") && !page.contains("src=") && !page.contains("href="));
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
