//! Asking before the page is left with something that was not saved.

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::BeforeUnloadEvent;

use crate::words::screens::frame::NOT_SAVED;

/// Asks as long as the listener lives.
pub(crate) fn ask() -> EventListener {
    let options = EventListenerOptions { phase: EventListenerPhase::Bubble, passive: false };
    EventListener::new_with_options(&gloo_utils::window(), "beforeunload", options, |event| {
        event.prevent_default();
        if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
            // Older browsers ask only if there is something to say.
            event.set_return_value(NOT_SAVED);
        }
    })
}
