//! Copying, as text and as HTML at once, so that Excel and Word each take the form they like; and what is pasted.

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use js_sys::{Function, JsString, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Event, HtmlDocument};

use crate::disclose::Released;
use crate::report::Copied;

use super::leaving::may_share;

/// Puts a text and its HTML form on the clipboard, and says whether the browser did it. Must be called while the
/// browser handles a press of a person.
///
/// The asynchronous clipboard is refused in pages opened from disk by some browsers; the older copy command works in
/// all of them, and its event lets us give both forms.
pub(crate) fn copy(copied: &Released<Copied>) -> bool {
    if !may_share() {
        return false;
    }
    let document = gloo_utils::document();
    let Copied { text, html } = (**copied).clone();
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    let _listener = EventListener::once_with_options(document.as_ref(), "copy", options, move |event| {
        set(event, &text, &html);
    });
    let Ok(document) = document.dyn_into::<HtmlDocument>() else { return false };
    document.exec_command("copy").unwrap_or(false)
}

/// Puts something else on the clipboard than the browser would at the press of keys, and says whether it did.
pub(crate) fn put(event: &Event, copied: &Released<Copied>) -> bool {
    may_share() && set(event, &copied.text, &copied.html)
}

fn set(event: &Event, text: &str, html: &str) -> bool {
    let Some(data) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else {
        return false;
    };
    event.prevent_default();
    event.stop_propagation();
    data.set_data("text/plain", text).is_ok() && data.set_data("text/html", html).is_ok()
}

/// The text that is pasted, left with the browser: it may be larger than the program can hold.
pub(crate) fn pasted_text(event: &Event) -> Option<JsString> {
    let data = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
    let get_data: Function = Reflect::get(&data, &"getData".into()).ok()?.dyn_into().ok()?;
    get_data.call1(&data, &"text/plain".into()).ok()?.dyn_into().ok()
}
