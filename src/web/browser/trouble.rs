//! The last line of defence: if the program fails, the console says where. `www/boot.js` starts another in its place.

use wasm_bindgen::JsValue;

/// From now on the console says what a panic was about, for whoever looks into it.
pub(crate) fn log_panics() {
    std::panic::set_hook(Box::new(|info| web_sys::console::error_1(&JsValue::from_str(&info.to_string()))));
}
