//! "Nothing leaves this page", to be seen and tried.

use yew::prelude::*;

use crate::web::browser::promise::{self, Attempt};

#[component]
pub(crate) fn Promise() -> Html {
    let requests = use_state(promise::requests);
    let attempts = use_state(|| None::<Vec<Attempt>>);
    let is_trying = use_state(|| false);
    let try_it = {
        let (requests, attempts, is_trying) = (requests.clone(), attempts.clone(), is_trying.clone());
        Callback::from(move |_: MouseEvent| {
            is_trying.set(true);
            let (requests, attempts, is_trying) = (requests.clone(), attempts.clone(), is_trying.clone());
            promise::try_to_send(move |found| {
                attempts.set(Some(found));
                requests.set(promise::requests());
                is_trying.set(false);
            });
        })
    };
    let counted = match *requests {
        Some(0) => {
            "Requests made since the page was opened, by the browser\u{2019}s own count: 0.".to_owned()
        }
        Some(many) => format!(
            "Requests made since the page was opened, by the browser\u{2019}s own count: {many}. There should be none."
        ),
        None => "This browser does not count the requests of a page.".to_owned(),
    };
    html! {
        <div class="promise">
            <p>{ counted }</p>
            <button type="button" class="button" onclick={try_it} disabled={*is_trying}>{ "Try to send something" }</button>
            <div aria-live="polite">
                if let Some(attempts) = &*attempts {
                    <p>{ "The page tried to reach an address that leads nowhere, by means that the rule refuses:" }</p>
                    <ul>{ for attempts.iter().map(attempt) }</ul>
                }
            </div>
            <h3>{ "What no rule of a page can refuse" }</h3>
            <p>{ "A script that runs in a page can always do the following. These are not tried here, because they would succeed." }</p>
            <ul>
                <li>{ "Open another address, in place of this page or in a new window. No browser lets a page forbid that." }</li>
                <li>{ if promise::has_calls() {
                    "Call another browser (WebRTC). This browser can, and lets no page forbid it."
                } else {
                    "Call another browser (WebRTC). Chrome, Edge and Firefox can, and let no page forbid it; this browser cannot."
                } }</li>
                <li>{ "Look up the name of a server, or connect to it ahead of need (dns-prefetch, preconnect). No browser lets a page forbid that, and Chrome and Edge connect for a frame that they then refuse." }</li>
            </ul>
            <p>
                { "So the promise rests on two things. Only the scripts that this page was built with can run: the browser compares each \
                   with the rule, and none of them does any of this. And nothing from outside becomes part of the page: what you paste, \
                   open or type is only ever shown as text. A browser extension is not bound by the rule: use only those that your \
                   council allows." }
            </p>
            <p>{ "To be sure of it in another way, disconnect from the network and use the page: everything works." }</p>
            <details>
                <summary>{ "The rule the browser enforces" }</summary>
                <p class="policy"><code>{ promise::policy().unwrap_or_else(|| "There is none: this copy of the page was changed. Get a fresh one.".to_owned()) }</code></p>
            </details>
        </div>
    }
}

fn attempt(attempt: &Attempt) -> Html {
    match &attempt.blocked_by {
        Some(rule) => html! { <li>{ format!("{}: refused by the browser ({rule})", attempt.by) }</li> },
        None => {
            html! { <li><strong>{ format!("{}: the browser did not say that it refused it", attempt.by) }</strong></li> }
        }
    }
}
