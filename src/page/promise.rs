//! "Nothing leaves this page", to be seen and tried.

use yew::prelude::*;

use super::browser::promise::{self, Attempt};

#[component]
pub(super) fn Promise() -> Html {
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
                    <p>{ "The page tried to reach an address that leads nowhere, by every means a page has:" }</p>
                    <ul>{ for attempts.iter().map(attempt) }</ul>
                }
            </div>
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
