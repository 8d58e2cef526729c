//! Saved figures as the JSON that stands in a page, through the browser's own JSON.

use serde::Serialize;
use wasm_bindgen::JsValue;

use crate::disclose::Released;

use crate::app::saved::page::Saved;

/// Figures to be saved in a page, as JSON that no HTML parser takes for anything else.
///
/// # Errors
/// Never in practice: only if the browser runs out of memory.
pub(crate) fn saved_to_text(saved: &Released<Saved>) -> Option<Released<String>> {
    saved.map(|saved| to_text(saved).ok()).transposed()
}

fn to_text(saved: &Saved) -> Result<String, JsValue> {
    let text =
        js_sys::JSON::stringify(&saved.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)?;
    let text = text.as_string().unwrap_or_default();
    Ok(text.replace('<', "\\u003C").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029"))
}

/// The figures saved in a page.
///
/// # Errors
/// When the text is not what a page writes.
pub(crate) fn saved_from_text(text: &str) -> Result<Saved, JsValue> {
    let value = js_sys::JSON::parse(text)?;
    Ok(serde_wasm_bindgen::from_value(value)?)
}
