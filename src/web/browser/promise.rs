//! Seeing for oneself that nothing leaves: the policy as the page holds it, the requests the browser counted, attempts
//! to send something, which it must block, and what no policy can make it block.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventSource, PerformanceEntry, SecurityPolicyViolationEvent, WebSocket};

use crate::words::screens::promise as words;

/// An address that leads nowhere: names that end so are never given out (RFC 2606).
const NOWHERE: &str = "nowhere.invalid";

/// The policy at the top of the page.
pub(crate) fn policy() -> Option<String> {
    let meta =
        gloo_utils::document().query_selector("meta[http-equiv=\"Content-Security-Policy\"]").ok()??;
    meta.get_attribute("content")
}

/// How many requests the browser made for the page since it was opened, by its own count. What is inside the page
/// (`data:` and `blob:`) is asked of nobody, and attempts that were blocked reached nobody.
pub(crate) fn requests() -> Option<usize> {
    let entries = gloo_utils::window().performance()?.get_entries_by_type("resource");
    let names = entries.iter().map(|entry| entry.unchecked_into::<PerformanceEntry>().name());
    Some(
        names
            .filter(|name| {
                !name.starts_with("data:") && !name.starts_with("blob:") && !name.contains(NOWHERE)
            })
            .count(),
    )
}

/// One attempt to send something, and whether the browser blocked it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Attempt {
    /// By what means.
    pub by: &'static str,
    /// The rule of the policy that blocked it, in the browser's words, or `None` if none did.
    pub blocked_by: Option<String>,
}

/// What is tried: the name in its address, and what a person calls it.
const MEANS: [(&str, &str); 8] = [
    ("fetch", words::FETCH),
    ("beacon", words::BEACON),
    ("socket", words::SOCKET),
    ("stream", words::STREAM),
    ("image", words::IMAGE),
    ("style", words::STYLE),
    ("script", words::SCRIPT),
    (INLINE, words::INLINE),
];

/// How browsers name a script without an address when they block it.
const INLINE: &str = "inline";

/// Tries to send something by every means the policy can refuse, and tells what the browser blocked. Nothing is tried
/// that it cannot: see [`has_calls`]. Nor is a frame, for which Chromium connects before it refuses.
pub(crate) fn try_to_send(done: impl FnOnce(Vec<Attempt>) + 'static) {
    let seen: Rc<RefCell<Vec<(String, String)>>> = Rc::default();
    let listener = {
        let seen = seen.clone();
        EventListener::new(&gloo_utils::document(), "securitypolicyviolation", move |event| {
            if let Some(event) = event.dyn_ref::<SecurityPolicyViolationEvent>() {
                seen.borrow_mut().push((event.blocked_uri(), event.effective_directive()));
            }
        })
    };
    let window = gloo_utils::window();
    let refusal = window.fetch_with_str(&address("fetch"));
    wasm_bindgen_futures::spawn_local(async move {
        let _ = wasm_bindgen_futures::JsFuture::from(refusal).await;
    });
    let _ = window.navigator().send_beacon_with_opt_str(&address("beacon"), Some("nothing"));
    let _ = WebSocket::new(&format!("wss://socket.{NOWHERE}/"));
    let stream = EventSource::new(&address("stream"));
    let elements = [
        element("img", &[("src", &address("image")), ("alt", "")], ""),
        element("link", &[("rel", "stylesheet"), ("href", &address("style"))], ""),
        element("script", &[("src", &address("script"))], ""),
        element("script", &[], "void 0"),
    ];
    // Browsers tell what they blocked a moment later.
    Timeout::new(400, move || {
        drop(listener);
        if let Ok(stream) = stream {
            stream.close();
        }
        elements.into_iter().flatten().for_each(|element| element.remove());
        let seen = seen.borrow();
        let attempt = |(means, by): (&str, &'static str)| {
            let wanted = if means == INLINE { INLINE.to_owned() } else { format!("{means}.") };
            let rule =
                seen.iter().find(|(blocked, _)| blocked.contains(&wanted)).map(|(_, rule)| rule.clone());
            Attempt { by, blocked_by: rule }
        };
        done(MEANS.map(attempt).to_vec());
    })
    .forget();
}

fn address(means: &str) -> String {
    format!("https://{means}.{NOWHERE}/")
}

/// Puts an element into the document, where the browser would load or run it.
fn element(name: &str, attributes: &[(&str, &str)], text: &str) -> Option<Element> {
    let element = gloo_utils::document().create_element(name).ok()?;
    for (attribute, value) in attributes {
        element.set_attribute(attribute, value).ok()?;
    }
    element.set_text_content(Some(text));
    gloo_utils::body().append_child(&element).ok()?;
    Some(element)
}

/// Whether this browser has calls between browsers (WebRTC), which no policy refuses.
pub(crate) fn has_calls() -> bool {
    Reflect::has(&gloo_utils::window(), &"RTCPeerConnection".into()).unwrap_or(true)
}
