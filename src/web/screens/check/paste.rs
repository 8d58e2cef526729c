//! Where a draft comes in, or is edited.

use js_sys::JsString;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileList, HtmlTextAreaElement};
use yew::prelude::*;

use crate::app::draft::{DraftAction, EXAMPLE};
use crate::web::browser::clipboard;
use crate::web::browser::focus::focus_now;
use crate::web::parts::drop_area::DropArea;
use crate::web::store::Store;
use crate::words::screens::check as words;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub store: Store,
    /// Ends the editing of a draft there is.
    pub on_end: Callback<()>,
}

/// Where text is pasted, dropped or typed. Pasting checks at once.
#[component]
pub(super) fn DraftBox(Props { store, on_end }: &Props) -> Html {
    let text_box = use_node_ref();
    let message = use_state(|| "");
    let draft = &store.state().draft;
    let is_new = draft.is_empty();
    use_effect_with((), move |()| {
        if !is_new {
            focus_now("draft-box");
        }
    });
    let check = {
        let (text_box, store, on_end, message) =
            (text_box.clone(), store.clone(), on_end.clone(), message.clone());
        move || {
            if let Some(text_box) = text_box.cast::<HtmlTextAreaElement>() {
                if is_new && text_box.value().trim().is_empty() {
                    message.set(words::NO_TEXT);
                    focus_now("draft-box");
                    return;
                }
                store.send(DraftAction::Take(text_box.value()));
                on_end.emit(());
            }
        }
    };
    let onpaste = {
        let store = store.clone();
        Callback::from(move |event: Event| {
            // What is pasted while a draft is edited goes to where the cursor is.
            if let Some(text) = clipboard::pasted_text(&event).filter(|_| is_new) {
                event.prevent_default();
                store.send(DraftAction::Offer(String::from(text)));
            }
        })
    };
    let onkeydown = {
        let check = check.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
                event.prevent_default();
                check();
            }
        })
    };
    let on_files = {
        let (store, message) = (store.clone(), message.clone());
        Callback::from(move |files: FileList| {
            if let Some(file) = files.get(0) {
                offer_file(&file, store.clone(), message.clone());
            }
        })
    };
    let cancel = on_end.reform(|_: MouseEvent| ());
    html! {
        <DropArea class="paste" label={words::DRAFT} {on_files}>
            <label class="label" for="draft-box">{ words::PASTE_LABEL }</label>
            <p class="hint" id="draft-box-hint">{ words::PASTE_HINT }</p>
            <textarea autocomplete="off" spellcheck="false" id="draft-box" ref={text_box} class="input paste-box" rows="14"
                aria-describedby="draft-box-hint" value={draft.text().to_owned()} {onpaste} {onkeydown} />
            <p class="error" role="status">{ *message }</p>
            <div class="buttons">
                <button type="button" class="button" onclick={Callback::from(move |_: MouseEvent| check())}>
                    { if is_new { words::CHECK } else { words::KEEP_EDITING } }
                </button>
                if is_new {
                    <button type="button" class="button button-quiet" onclick={store.on(|_: MouseEvent| DraftAction::Offer(EXAMPLE.to_owned()))}>
                        { words::TRY_EXAMPLE }
                    </button>
                } else {
                    <button type="button" class="button button-quiet" onclick={cancel}>{ words::CANCEL }</button>
                }
            </div>
        </DropArea>
    }
}

/// Offers the text of a file that was dropped, or says that it is not text.
fn offer_file(file: &File, store: Store, message: UseStateHandle<&'static str>) {
    let text = file.text();
    wasm_bindgen_futures::spawn_local(async move {
        let text = JsFuture::from(text).await.ok().map(|text| String::from(JsString::from(text)));
        let is_text =
            |text: &String| !text.contains('\0') && !text.starts_with("PK") && !text.starts_with("%PDF");
        match text.filter(is_text) {
            Some(text) => store.send(DraftAction::Offer(text)),
            None => message.set(words::NOT_TEXT),
        }
    });
}
