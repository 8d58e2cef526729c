//! Where a table's own figures of others differ from the official ones, and commentary that waits for its measure, and
//! targets that are not judged.

use yew::prelude::*;

use crate::web::store::Store;
use crate::words::screens::figures as words;

/// Commentary whose measure is not known yet, or nothing.
pub(super) fn waiting(store: &Store) -> Html {
    let waiting = store.state().stated.waiting_comments();
    if waiting.is_empty() {
        return html! {};
    }
    html! { <p class="notice">{ words::comments_wait(&waiting) }</p> }
}

/// Which targets are not judged, or nothing.
pub(super) fn targets(store: &Store) -> Html {
    let open = words::targets_not_judged(&store.state().targets_without_direction());
    html! { <>{ for open.into_iter().map(|said| html! { <p class="hint">{ said }</p> }) }</> }
}

/// A list of them, or nothing.
pub(super) fn differing(store: &Store) -> Html {
    let differing = store.state().stated_differing();
    if differing.is_empty() {
        return html! {};
    }
    html! {
        <section class="notice" aria-labelledby="stated-heading">
            <h2 id="stated-heading">{ words::STATED_DIFFER }</h2>
            <ul>{ for differing.iter().map(|each| html! { <li>{ each.to_string() }</li> }) }</ul>
        </section>
    }
}
