//! Putting a file into the person's downloads.

use gloo_timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use crate::disclose::Released;

use super::leaving::may_share;

/// The kind of SVG files.
pub(crate) const SVG: &str = "image/svg+xml;charset=utf-8";

/// The kind of CSV files.
pub(crate) const CSV: &str = "text/csv;charset=utf-8";

/// Saves text under a name; false if the person or the browser refuses.
pub(crate) fn save(name: &str, text: &Released<String>, kind: &str) -> bool {
    may_share() && try_save(name, text, kind).is_ok()
}

/// Saves a copy of the page under a name, of which the person knows what is in it; false if the browser refuses.
pub(crate) fn save_page(name: &str, page: &Released<String>) -> bool {
    try_save(name, page, "text/html;charset=utf-8").is_ok()
}

/// Saves bytes under a name; false if the person or the browser refuses.
pub(crate) fn save_bytes(name: &str, bytes: &Released<Vec<u8>>, kind: &str) -> bool {
    if !may_share() {
        return false;
    }
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&Uint8Array::from(bytes.as_slice()));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options);
    blob.and_then(|blob| save_blob(name, &blob)).is_ok()
}

fn try_save(name: &str, text: &str, kind: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    save_blob(name, &Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?)
}

/// Saves bytes under a name.
pub(super) fn save_blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = gloo_utils::document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    // Firefox wants the link in the page.
    gloo_utils::body().append_child(&link)?;
    link.click();
    link.remove();
    // The browser may still be reading when the click returns.
    Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}
