//! Downloads of Word and Excel files.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::compare::Extent;
use crate::office::{Contents, Format, document};
use crate::web::browser::download;
use crate::web::store::Store;
use crate::words::leaving::REFUSED;
use crate::words::screens::parts as words;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub store: Store,
    /// What a report in Word holds.
    #[prop_or_default]
    pub extent: Extent,
}

/// A button for each kind of file, and what became of the last one.
#[component]
pub(crate) fn Documents(Props { store, extent }: &Props) -> Html {
    let extent = *extent;
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
                message.set(if save(&store, format, extent) {
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

fn save(store: &Store, format: Format, extent: Extent) -> bool {
    let file = match (format, extent) {
        (Format::Word, Extent::Headlines) => words::SHORT_FILE,
        _ => words::DOCUMENT_FILE,
    };
    let name = store.state().file_name(file, format.id());
    let contents = store
        .state()
        .contents()
        .with(&extent, |contents, extent| Contents { extent: *extent, ..contents.clone() });
    download::save_bytes(&name, &document(&contents, format), format.media_type())
}
