//! Opening a file in a worker: readings cross from there to the page whole. Not part of the documented face.

use wasm_bindgen::prelude::*;

use super::{Answer, from_js, to_js};
use crate::page::saved::Saved;
use crate::read::{Opened, Options, open_file as open};

/// Opens the bytes of a file.
///
/// # Errors
/// When the options are not what the page sends.
#[wasm_bindgen(js_name = openFile)]
pub fn open_file(bytes: &[u8], name: &str, options: JsValue) -> Answer {
    let options: Options = from_js(options, "openFile() takes the page's own options")?;
    to_js(&open(bytes, name, &options))
}

/// What a worker gave, back in the page.
pub(crate) fn opened_from_js(value: JsValue) -> Result<Opened, JsError> {
    from_js(value, "a worker gives what it opened")
}

/// Options on their way to a worker.
pub(crate) fn options_to_js(options: &Options) -> Answer {
    to_js(options)
}

/// Figures to be saved in a page, as JSON that no HTML parser takes for anything else.
///
/// # Errors
/// Never in practice: only if the browser runs out of memory.
pub(crate) fn saved_to_text(saved: &Saved) -> Result<String, JsValue> {
    let text = js_sys::JSON::stringify(&to_js(saved)?)?;
    let text = text.as_string().unwrap_or_default();
    Ok(text.replace('<', "\\u003C").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029"))
}

/// The figures saved in a page.
///
/// # Errors
/// When the text is not what a page writes.
pub(crate) fn saved_from_text(text: &str) -> Result<Saved, JsValue> {
    let value = js_sys::JSON::parse(text)?;
    Ok(from_js(value, "a page is saved with its figures")?)
}
