//! Copying what may leave the page, and saying what became of it.

use yew::prelude::*;

use crate::disclose::Released;
use crate::report::Copied;

use crate::web::browser::clipboard;
use crate::words::leaving as left;
use crate::words::screens;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    /// The sentences as they may leave the page, or `None` if they may not.
    pub copied: Option<Released<Copied>>,
}

/// A button that copies sentences, and what became of it.
#[component]
pub(crate) fn CopySentences(Props { copied }: &Props) -> Html {
    let message = use_state(|| "");
    let onclick = {
        let (copied, message) = (copied.clone(), message.clone());
        Callback::from(move |_: MouseEvent| message.set(copy(copied.as_ref(), left::SENTENCES_COPIED)))
    };
    html! {
        <>
            <div class="buttons">
                <button type="button" class="button" {onclick}>{ screens::COPY_AS_SENTENCES }</button>
            </div>
            <p class="message" role="status">{ *message }</p>
        </>
    }
}

/// Copies what may leave, and returns what to say: `done`, or why it was not. Must be called while the browser handles a
/// press of a person.
pub(crate) fn copy(copied: Option<&Released<Copied>>, done: &'static str) -> &'static str {
    match copied {
        None => left::NOT_COPIED,
        Some(copied) if clipboard::copy(copied) => done,
        Some(_) => left::COPY_REFUSED,
    }
}
