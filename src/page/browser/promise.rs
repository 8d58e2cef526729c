//! Seeing for oneself that nothing leaves: the policy as the page holds it, the requests the browser counted, and
//! attempts to send something, which it must block.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{HtmlImageElement, PerformanceEntry, SecurityPolicyViolationEvent, WebSocket};

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
    /// The rule of the policy that blocked it, in the browser's words; nothing if none did.
    pub blocked_by: Option<String>,
}

/// Tries to send something by every means a page has, and tells what the browser blocked.
pub(crate) fn try_to_send(done: impl FnOnce(Vec<Attempt>) + 'static) {
    const MEANS: [(&str, &str); 4] = [
        ("fetch", "a request (fetch)"),
        ("image", "an image"),
        ("beacon", "a beacon"),
        ("socket", "a connection (WebSocket)"),
    ];
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
    let address = |means: &str| format!("https://{means}.{NOWHERE}/");
    let refusal = window.fetch_with_str(&address("fetch"));
    wasm_bindgen_futures::spawn_local(async move {
        let _ = wasm_bindgen_futures::JsFuture::from(refusal).await;
    });
    if let Ok(image) = HtmlImageElement::new() {
        image.set_src(&address("image"));
    }
    let _ = window.navigator().send_beacon_with_opt_str(&address("beacon"), Some("nothing"));
    let _ = WebSocket::new(&format!("wss://socket.{NOWHERE}/"));
    // Browsers tell what they blocked a moment later.
    Timeout::new(400, move || {
        drop(listener);
        let seen = seen.borrow();
        let attempt = |(means, by): (&str, &'static str)| Attempt {
            by,
            blocked_by: seen
                .iter()
                .find(|(address, _)| address.contains(&format!("{means}.")))
                .map(|(_, rule)| rule.clone()),
        };
        done(MEANS.map(attempt).to_vec());
    })
    .forget();
}
