//! A place to drop files.

use web_sys::FileList;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub class: Classes,
    /// Its name for people who do not see it.
    pub label: &'static str,
    /// Takes files that were dropped. Text that is dropped goes where the browser puts it.
    pub on_files: Callback<FileList>,
    pub children: Html,
}

/// A section that takes files, and shows it while something is dragged over it.
#[component]
pub(crate) fn DropArea(Props { class, label, on_files, children }: &Props) -> Html {
    let is_over = use_state(|| false);
    let over = |is: bool| {
        let is_over = is_over.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            is_over.set(is);
        })
    };
    let ondrop = {
        let (is_over, on_files) = (is_over.clone(), on_files.clone());
        Callback::from(move |event: DragEvent| {
            is_over.set(false);
            let files = event.data_transfer().and_then(|data| data.files());
            if let Some(files) = files.filter(|files| files.length() > 0) {
                event.prevent_default();
                on_files.emit(files);
            }
        })
    };
    html! {
        <section class={classes!(class.clone(), is_over.then_some("paste-over"))} aria-label={*label}
            ondragover={over(true)} ondragleave={over(false)} {ondrop}>
            { children.clone() }
        </section>
    }
}
