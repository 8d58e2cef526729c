//! Saving over a file that the person chooses, and over the same one again: browsers that can are asked for it by a press only.

use std::cell::RefCell;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::disclose::Released;

thread_local! {
    /// The file that was written last.
    static FILE: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// Whether this browser can.
pub(crate) fn is_possible() -> bool {
    Reflect::get(&gloo_utils::window(), &"showSaveFilePicker".into()).is_ok_and(|picker| picker.is_function())
}

/// Writes a page over the file that was written last, or over one that the person chooses now. Returns its name.
///
/// # Errors
/// When no file was chosen, or the browser does not write to it.
pub(crate) async fn save(name: &str, page: &Released<String>) -> Result<String, JsValue> {
    let file = match FILE.with_borrow(Clone::clone) {
        Some(file) => file,
        None => chosen(name).await?,
    };
    let writable = call(&file, "createWritable", &[]).await?;
    call(&writable, "write", &[page.as_str().into()]).await?;
    call(&writable, "close", &[]).await?;
    let name = Reflect::get(&file, &"name".into())?.as_string();
    FILE.set(Some(file));
    Ok(name.unwrap_or_default())
}

async fn chosen(name: &str) -> Result<JsValue, JsValue> {
    let object = |key: &str, value: &JsValue| -> Result<Object, JsValue> {
        let object = Object::new();
        Reflect::set(&object, &key.into(), value)?;
        Ok(object)
    };
    let kinds = object("text/html", &Array::of1(&".html".into()))?;
    let options = object("suggestedName", &name.into())?;
    Reflect::set(&options, &"types".into(), &Array::of1(&object("accept", &kinds)?.into()))?;
    call(&gloo_utils::window(), "showSaveFilePicker", &[options.into()]).await
}

/// What a method of an object promises.
async fn call(object: &JsValue, method: &str, given: &[JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    let promise: Promise = method.apply(object, &given.iter().cloned().collect())?.dyn_into()?;
    JsFuture::from(promise).await
}
