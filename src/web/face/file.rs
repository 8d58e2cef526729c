//! Opening a file in a worker: readings cross from there to the page whole. Not part of the documented face.

use js_sys::Function;
use wasm_bindgen::prelude::*;

use super::{Answer, from_js, to_js};
use crate::read::{Opened, Options, Progress, open_file_telling};
use crate::words::face as words;

/// Opens the bytes of a file, and calls `tell` with a [`Progress`] as it goes.
///
/// # Errors
/// When the options are not what the page sends.
#[wasm_bindgen(js_name = openFile)]
pub fn open_file(bytes: &[u8], name: &str, options: JsValue, tell: &Function) -> Answer {
    let options: Options = from_js(options, words::OPEN_FILE)?;
    let mut tell = |progress: Progress| {
        // Who cannot be told waits without knowing; the file is read all the same.
        let _ = to_js(&progress).map(|progress| tell.call1(&JsValue::UNDEFINED, &progress));
    };
    to_js(&open_file_telling(bytes, name, &options, &mut tell))
}

/// From now on a panic is thrown with its message, so that who called can tell it from running out of memory, which has
/// none.
pub fn throw_panics() {
    std::panic::set_hook(Box::new(|info| wasm_bindgen::throw_str(&info.to_string())));
}

/// What a worker gave, back in the page.
pub(crate) fn opened_from_js(value: JsValue) -> Result<Opened, JsError> {
    from_js(value, words::OPENED)
}

/// How far a worker has come.
pub(crate) fn progress_from_js(value: JsValue) -> Result<Progress, JsError> {
    from_js(value, words::OPENED)
}

/// Options on their way to a worker.
pub(crate) fn options_to_js(options: &Options) -> Answer {
    to_js(options)
}
