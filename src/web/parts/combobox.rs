//! A text box that offers what matches, for choosing one of many: councils and indicators. It follows the combobox
//! pattern of the ARIA Authoring Practices Guide (editable, with list).

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::search::search;
use crate::sorting::Sorting;
use crate::words::screens::parts as words;

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    pub key: AttrValue,
    pub text: Rc<str>,
    /// What is searched besides the text.
    pub also: Rc<str>,
}

/// Which choice is marked before the person marks one: Enter takes it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Marked {
    /// The best.
    #[default]
    Best,
    /// One that is all there is, or is called what is typed: of several that match, none.
    Sure,
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub id: AttrValue,
    /// The name for people who do not see the label, where there is no visible one.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
    pub choices: Rc<Vec<Choice>>,
    pub chosen: Option<AttrValue>,
    /// Keys offered first while nothing is typed: the likely ones.
    #[prop_or_default]
    pub likely: Vec<AttrValue>,
    /// The keys that a typed text means in other words, best first.
    #[prop_or_default]
    pub meant: Option<Callback<String, Vec<AttrValue>>>,
    #[prop_or_default]
    pub marked: Marked,
    #[prop_or_default]
    pub placeholder: AttrValue,
    #[prop_or_default]
    pub invalid: bool,
    /// Called with a text that is none of the choices, where one may be chosen.
    #[prop_or_default]
    pub on_other: Option<Callback<String>>,
    /// Called with the key chosen, or `None` if the box was emptied.
    pub on_choose: Callback<Option<AttrValue>>,
}

/// The key of a text that is none of the choices.
const OTHER: &str = "\u{1}other";

/// How many are offered at once.
const MOST: usize = 60;

#[component]
pub(crate) fn Combobox(props: &Props) -> Html {
    let open = use_state(|| false);
    // The text being typed; nothing while the box shows what is chosen.
    let typed = use_state(|| None::<String>);
    // The one that the person marked.
    let active = use_state(|| None::<usize>);
    let chosen = props.choices.iter().find(|choice| Some(&choice.key) == props.chosen.as_ref());
    let chosen_text = chosen.map(|choice| choice.text.clone()).unwrap_or_default();
    let query = (*typed).clone().unwrap_or_default();
    let mut offered = if *open { matching(props, &query) } else { Vec::new() };
    if *open && props.on_other.is_some() && !query.trim().is_empty() {
        let text = words::as_own(query.trim()).into();
        offered.push(Choice { key: OTHER.into(), text, also: Rc::from("") });
    }
    let is_called = |choice: &Choice| choice.text.eq_ignore_ascii_case(query.trim());
    let marked = active.or_else(|| match (props.marked, offered.len()) {
        (Marked::Best, _) | (Marked::Sure, 1) => Some(0),
        (Marked::Sure, _) => offered.iter().position(is_called),
    });
    // The same for keys that come before the list is drawn again.
    let marked_now = use_mut_ref(|| None);
    marked_now.replace(marked);
    let list_id = format!("{}-list", props.id);
    let option_id = |index: usize| format!("{}-option-{index}", props.id);

    let close = {
        let (open, typed) = (open.clone(), typed.clone());
        move || {
            open.set(false);
            typed.set(None);
        }
    };
    let choose = {
        let (close, on_choose) = (close.clone(), props.on_choose.clone());
        let (on_other, text) = (props.on_other.clone(), query.trim().to_owned());
        move |key: Option<AttrValue>| {
            close();
            match &on_other {
                Some(on_other) if key.as_deref() == Some(OTHER) => on_other.emit(text.clone()),
                _ => on_choose.emit(key),
            }
        }
    };
    let oninput = {
        let (open, typed, active) = (open.clone(), typed.clone(), active.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                typed.set(Some(input.value()));
                active.set(None);
                open.set(true);
            }
        })
    };
    let onclick = {
        let (open, active) = (open.clone(), active.clone());
        Callback::from(move |event: MouseEvent| {
            if !*open {
                active.set(None);
                open.set(true);
                if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                    input.select();
                }
            }
        })
    };
    let onblur = {
        let (typed, close, choose, choices) =
            (typed.clone(), close.clone(), choose.clone(), props.choices.clone());
        Callback::from(move |_: FocusEvent| {
            let Some(text) = (*typed).clone() else { return close() };
            match choices.iter().find(|choice| choice.text.eq_ignore_ascii_case(text.trim())) {
                Some(choice) => choose(Some(choice.key.clone())),
                None if text.trim().is_empty() => choose(None),
                None => close(),
            }
        })
    };
    let onkeydown = {
        let (open, active, typed) = (open.clone(), active.clone(), typed.clone());
        let (close, choose) = (close.clone(), choose.clone());
        let offered = offered.clone();
        Callback::from(move |event: KeyboardEvent| {
            let last = offered.len().saturating_sub(1);
            let marked = *marked_now.borrow();
            let mark = |at: usize| {
                marked_now.replace(Some(at));
                active.set(Some(at));
            };
            match event.key().as_str() {
                "ArrowDown" if !*open => open.set(true),
                "ArrowDown" => mark(marked.filter(|at| *at < last).map_or(0, |at| at + 1)),
                "ArrowUp" if *open => {
                    mark(marked.and_then(|at| at.checked_sub(1)).unwrap_or(last));
                }
                "Enter" if typed.as_ref().is_some_and(|text| text.trim().is_empty()) => choose(None),
                "Enter" if *open => {
                    match marked.map(|at| offered.get(at)) {
                        Some(Some(choice)) => choose(Some(choice.key.clone())),
                        Some(None) => {}
                        // Which one is meant is for the person to say: the first is marked, not taken.
                        None => mark(0),
                    }
                }
                "Escape" if *open => close(),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let value: AttrValue = (*typed).clone().unwrap_or_else(|| chosen_text.to_string()).into();
    let is_open = *open;
    html! {
        <div class="combobox">
            <input autocomplete="off" spellcheck="false" id={props.id.clone()} class="input" type="text" role="combobox"
                aria-autocomplete="list" aria-expanded={is_open.to_string()}
                aria-controls={is_open.then(|| list_id.clone())}
                aria-activedescendant={marked.filter(|_| is_open && !offered.is_empty()).map(option_id)}
                aria-label={props.label.clone()} aria-describedby={props.described_by.clone()}
                aria-invalid={props.invalid.then_some("true")}
                placeholder={props.placeholder.clone()} {value} {oninput} {onclick} {onblur} {onkeydown} />
            if is_open {
                <ul tabindex="-1" id={list_id} class="combobox-list" role="listbox" aria-label={props.label.clone().unwrap_or_else(|| words::CHOICES.into())}>
                    { for offered.iter().enumerate().map(|(index, choice)| {
                        let (choose, key) = (choose.clone(), choice.key.clone());
                        // Before the box loses the focus, which would close the list.
                        let onmousedown = Callback::from(move |event: MouseEvent| {
                            event.prevent_default();
                            choose(Some(key.clone()));
                        });
                        html! {
                            <li id={option_id(index)} role="option" aria-selected={(Some(index) == marked).to_string()}
                                {onmousedown}>{ &*choice.text }</li>
                        }
                    }) }
                    if offered.is_empty() {
                        <li role="option" aria-disabled="true" aria-selected="false">{ words::NOTHING_MATCHES }</li>
                    }
                </ul>
            }
        </div>
    }
}

/// Choices that have every word typed, best first, and then those that the text means in other words; the likely ones
/// before all.
fn matching(props: &Props, typed: &str) -> Vec<Choice> {
    let choices = &props.choices;
    let texts = choices.iter().map(|choice| (&*choice.text, &*choice.also));
    let mut found = search(texts, typed);
    let meant =
        props.meant.as_ref().filter(|_| !typed.trim().is_empty()).map(|meant| meant.emit(typed.to_owned()));
    for key in meant.into_iter().flatten() {
        let position = choices.iter().position(|choice| choice.key == key);
        found.extend(position.filter(|position| !found.contains(position)));
    }
    found.arrange_by_key(|position| !props.likely.contains(&choices[*position].key));
    found.into_iter().take(MOST).map(|position| choices[position].clone()).collect()
}
