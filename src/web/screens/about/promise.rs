//! "Nothing leaves this page", to be seen and tried.

use yew::prelude::*;

use crate::web::browser::promise::{self, Attempt};
use crate::words::screens::promise as words;

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
    html! {
        <div class="promise">
            <p>{ words::requests(*requests) }</p>
            <button type="button" class="button" onclick={try_it} disabled={*is_trying}>{ words::TRY_IT }</button>
            <div aria-live="polite">
                if let Some(attempts) = &*attempts {
                    <p>{ words::TRIED }</p>
                    <ul>{ for attempts.iter().map(attempt) }</ul>
                }
            </div>
            <h3>{ words::CANNOT_FORBID }</h3>
            <p>{ words::WOULD_SUCCEED }</p>
            <ul>
                <li>{ words::NAVIGATION }</li>
                <li>{ if promise::has_calls() { words::CALLS_POSSIBLE } else { words::CALLS_IMPOSSIBLE } }</li>
                <li>{ words::LOOK_UPS }</li>
            </ul>
            <p>{ words::RESTS_ON }</p>
            <p>{ words::DISCONNECT }</p>
            <details>
                <summary>{ words::RULE }</summary>
                <p class="policy"><code>{ promise::policy().unwrap_or_else(|| words::NO_RULE.to_owned()) }</code></p>
            </details>
        </div>
    }
}

fn attempt(attempt: &Attempt) -> Html {
    match &attempt.blocked_by {
        Some(rule) => html! { <li>{ words::refused(attempt.by, rule) }</li> },
        None => {
            html! { <li><strong>{ words::not_refused(attempt.by) }</strong></li> }
        }
    }
}
