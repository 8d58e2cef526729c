//! The page's own bytes, as it was built, with or without figures in it.
//!
//! They are made from the texts of its own blocks, which `www/boot.js` keeps before anything else can change them, and
//! never from the document: a browser extension may have put its own into that.

use js_sys::Reflect;
use sha2::{Digest, Sha256};

use crate::disclose::Released;
use crate::sorting::Sorting;

/// The element that holds saved figures.
const FIGURES: &str = "saved-figures";

/// The blocks of the page, as the build names them.
const PARTS: [&str; 9] =
    ["frame", "checksum", "style", "glue", "worker", "notices", "unpacker", "program", "boot"];

/// The page as text, with these figures in the block for them, or `None` if it was changed before it started.
pub(crate) fn text(figures: &Released<String>) -> Option<Released<String>> {
    figures.map(|figures| with(figures)).transposed()
}

fn with(figures: &str) -> Option<String> {
    let frame = decoded(&part("frame")?)?;
    let unsigned = filled(&frame, "", "")?;
    let checksum = part("checksum")?;
    (format!("{:x}", Sha256::digest(unsigned)) == checksum).then_some(())?;
    filled(&frame, &checksum, figures)
}

/// The frame with every block in its place.
fn filled(frame: &str, checksum: &str, figures: &str) -> Option<String> {
    let empty = format!("id=\"{FIGURES}\">");
    let mut places: Vec<(usize, usize, String)> = Vec::new();
    for name in PARTS {
        let place = format!("{{{{{name}}}}}");
        let text = if name == "checksum" { checksum.to_owned() } else { part(name)? };
        places.push((frame.find(&place)?, place.len(), text));
    }
    places.push((frame.find(&empty)? + empty.len(), 0, figures.to_owned()));
    places.arrange_by_key(|(at, ..)| *at);
    let (mut page, mut done) = (String::new(), 0);
    for (at, length, text) in places {
        page.push_str(frame.get(done..at)?);
        page.push_str(&text);
        done = at + length;
    }
    page.push_str(frame.get(done..)?);
    Some(page)
}

/// The text of one block of the page as it was at the start.
pub(crate) fn part(name: &str) -> Option<String> {
    let parts = Reflect::get(&gloo_utils::window(), &"corporateParentingParts".into()).ok()?;
    Reflect::get(&parts, &name.into()).ok()?.as_string()
}

/// Text that the build put into the page as base64; it is ASCII or UTF-8.
fn decoded(base64: &str) -> Option<String> {
    let bytes: Vec<u8> = gloo_utils::window()
        .atob(base64)
        .ok()?
        .chars()
        .map(|each| u8::try_from(u32::from(each)).ok())
        .collect::<Option<_>>()?;
    String::from_utf8(bytes).ok()
}

/// The figures saved in this page, if there are any.
pub(crate) fn saved_figures() -> Option<String> {
    let text = gloo_utils::document().get_element_by_id(FIGURES)?.text_content()?;
    (!text.trim().is_empty()).then_some(text)
}
