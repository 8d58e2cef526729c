//! The last line of defence: if the program fails, the page says so instead of going quiet.

use wasm_bindgen::JsValue;

/// From now on a panic puts a sentence at the top of the page. What was drawn before stays to be read and copied.
pub(crate) fn tell_panics() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&JsValue::from_str(&info.to_string()));
        let document = gloo_utils::document();
        let Ok(line) = document.create_element("p") else { return };
        line.set_text_content(Some(
            "Something went wrong inside the calculator, and it has stopped. What you see below still stands and can be \
             copied. Open the page again to go on; please tell the developers what you did last.",
        ));
        let _ = line.set_attribute("class", "trouble");
        let _ = line.set_attribute("role", "alert");
        if let Some(app) = document.get_element_by_id("app") {
            let _ = app.insert_before(&line, app.first_child().as_ref());
        }
    }));
}
