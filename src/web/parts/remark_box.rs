//! A box of free text that must name nobody.

use yew::prelude::*;

use crate::app::commentary::personal_in_remark;
use crate::web::browser::leaving;
use crate::web::parts::inputs::text_of;
use crate::words::commentary::PERSONAL;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub id: AttrValue,
    pub label: &'static str,
    #[prop_or_default]
    pub hint: &'static str,
    /// How many lines it is high; one that takes a single line has none.
    #[prop_or_default]
    pub rows: Option<&'static str>,
    /// The text that is kept.
    pub kept: AttrValue,
    /// Takes the text when the box is left. Personal data it turns away.
    pub on_write: Callback<String>,
    /// What is said of the text that is kept.
    #[prop_or_default]
    pub children: Html,
}

/// The box. Its text is kept when it is left; one that looks like personal data stays in the box only.
#[component]
pub(crate) fn RemarkBox(props: &Props) -> Html {
    let Props { id, label, hint, rows, kept, on_write, children } = props;
    let draft = use_state(|| None::<String>);
    use_effect_with(draft.is_some(), |has_draft| {
        let listener = has_draft.then(leaving::ask);
        move || drop(listener)
    });
    let is_refused = draft.as_deref().is_some_and(|text| personal_in_remark(text).is_some());
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| draft.set(Some(text_of(&event))))
    };
    let onchange = {
        let (on_write, draft) = (on_write.clone(), draft.clone());
        Callback::from(move |event: Event| {
            let text = text_of(&event);
            if personal_in_remark(&text).is_none() {
                draft.set(None);
            }
            on_write.emit(text);
        })
    };
    let about = format!("{id}-about");
    let described = if hint.is_empty() { about.clone() } else { format!("{id}-hint {about}") };
    let (value, invalid) = (draft.as_deref().unwrap_or(kept).to_owned(), is_refused.then_some("true"));
    html! {
        <div class="field">
            <label class="label" for={id}>{ *label }</label>
            if !hint.is_empty() { <p class="hint" id={format!("{id}-hint")}>{ *hint }</p> }
            if rows.is_some() {
                <textarea {id} rows={*rows} class="input" autocomplete="off" spellcheck="false" aria-describedby={described} aria-invalid={invalid}
                    {value} {oninput} {onchange} />
            } else {
                <input {id} type="text" class="input" autocomplete="off" spellcheck="false" aria-describedby={described}
                    aria-invalid={invalid} {value} {oninput} {onchange} />
            }
            <div id={about} role="status">
                if is_refused { <p class="error">{ PERSONAL }</p> }
                { children.clone() }
            </div>
        </div>
    }
}
