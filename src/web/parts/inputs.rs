//! What was typed or chosen, and boxes to choose in.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

/// The text of the input or text area, or the value of the selection, that an event is of.
pub(crate) fn text_of(event: &Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    let input = target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    let text = || target.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value);
    let selection = || target.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value);
    input.or_else(text).or_else(selection).unwrap_or_default()
}

/// Whether the box that an event is of is ticked.
pub(crate) fn is_checked(event: &Event) -> bool {
    event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked())
}

/// Returns what an attribute of the element that was pressed says, or of one around it, or `None` if none has it.
pub(crate) fn attribute_at(event: &Event, name: &str) -> Option<String> {
    let pressed: Element = event.target_dyn_into()?;
    pressed.closest(&format!("[{name}]")).ok()??.get_attribute(name)
}

/// One thing to choose: its value, its text, whether it is chosen.
pub(crate) type Choosable = (String, String, bool);

/// A labelled selection.
pub(crate) fn select_field(
    id: &'static str,
    label: &str,
    choices: impl IntoIterator<Item = Choosable>,
    on_choose: Callback<String>,
) -> Html {
    let onchange = Callback::from(move |event: Event| on_choose.emit(text_of(&event)));
    html! {
        <div class="field">
            <label class="label" for={id}>{ label }</label>
            <select autocomplete="off" {id} class="input" {onchange}>
                { for choices.into_iter().map(|(value, text, is_chosen)| html! {
                    <option {value} selected={is_chosen}>{ text }</option>
                }) }
            </select>
        </div>
    }
}
