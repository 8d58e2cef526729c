//! Asking before the page is left with something that was not saved, and before something of a private copy leaves it.

use std::cell::Cell;

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{BeforeUnloadEvent, KeyboardEvent};

use crate::words::leaving::ASK_TO_SHARE;
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

/// Whether the person is asked before something of the figures leaves the page by copy, download or print.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asking {
    Never,
    Next,
    Agreed,
}

thread_local! {
    static ASKING: Cell<Asking> = const { Cell::new(Asking::Never) };
}

/// From now on the person is asked before something leaves, until they agree once: also where the browser itself would copy what
/// is selected, or print at the press of keys. Printing from its menu cannot be stopped.
pub(crate) fn ask_before_sharing() {
    if ASKING.get() != Asking::Never {
        return;
    }
    ASKING.set(Asking::Next);
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    for event in ["copy", "cut", "keydown"] {
        EventListener::new_with_options(&gloo_utils::document(), event, options, |event| {
            let leaves = event
                .dyn_ref::<KeyboardEvent>()
                .is_none_or(|key| (key.ctrl_key() || key.meta_key()) && key.key().eq_ignore_ascii_case("p"));
            if leaves && !may_share() {
                event.prevent_default();
                event.stop_propagation();
            }
        })
        .forget();
    }
}

/// Whether something may leave the page: asks the person where they are to be asked.
pub(crate) fn may_share() -> bool {
    if ASKING.get() == Asking::Next
        && gloo_utils::window().confirm_with_message(ASK_TO_SHARE).unwrap_or(false)
    {
        ASKING.set(Asking::Agreed);
    }
    ASKING.get() != Asking::Next
}
