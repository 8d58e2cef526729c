//! Downloads of Word and Excel files.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::office::{Format, document};
use crate::web::browser::download;
use crate::web::store::{ScreenProps, Store};
use crate::words::leaving::REFUSED;
use crate::words::screens::parts as words;

/// A button for each kind of file, and what became of the last one.
#[component]
pub(crate) fn Documents(ScreenProps { store }: &ScreenProps) -> Html {
    let message = use_state(String::new);
    let is_making = use_state(|| false);
    let disabled = *is_making;
    let button = |format: Format| {
        let (store, message, is_making) = (store.clone(), message.clone(), is_making.clone());
        let make = Callback::from(move |_: MouseEvent| {
            message.set(words::making(format.program()));
            is_making.set(true);
            let (store, message, is_making) = (store.clone(), message.clone(), is_making.clone());
            // First the browser shows that something is being done.
            Timeout::new(0, move || {
                message.set(if save(&store, format) {
                    match format {
                        Format::Word => words::made(format.program()) + words::UPDATE_CONTENTS,
                        Format::Excel => words::made(format.program()),
                    }
                } else {
                    REFUSED.to_owned()
                });
                is_making.set(false);
            })
            .forget();
        });
        html! {
            <button type="button" class="button button-quiet" {disabled} onclick={make}>{ words::download(format.program()) }</button>
        }
    };
    html! {
        <>
            <div class="buttons">{ for Format::ALL.map(button) }</div>
            <p class="message" role="status">{ &*message }</p>
        </>
    }
}

fn save(store: &Store, format: Format) -> bool {
    let name = store.state().file_name(words::DOCUMENT_FILE, format.id());
    download::save_bytes(&name, &document(&store.state().contents(), format), format.media_type())
}
