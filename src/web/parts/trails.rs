//! Where the numbers of a measure come from, drawn once somebody asks.

use std::rc::Rc;

use yew::prelude::*;

use crate::compare::{Choices, Row, trails};
use crate::words::screens::parts::of;
use crate::words::screens::scorecard::COPY_TRAILS;
use crate::words::trail::{HEADING, ROUNDING, line};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub row: Rc<Row>,
    pub choices: Choices,
    /// Copies them as they may leave the page.
    pub on_copy: Callback<MouseEvent>,
}

/// The trails of a row as they may leave the page, folded.
#[component]
pub(crate) fn Trails(Props { row, choices, on_copy }: &Props) -> Html {
    let is_asked = use_state(|| false);
    let ask = {
        let is_asked = is_asked.clone();
        Callback::from(move |_: MouseEvent| is_asked.set(true))
    };
    html! {
        <details class="trails screen-only">
            <summary onclick={ask}>{ HEADING }<span class="visually-hidden">{ of(&row.indicator.title) }</span></summary>
            <div class="trails-panel">
                if *is_asked {
                    <ul class="facts">{ for trails(row, choices).iter().map(|trail| html! { <li>{ line(row, trail) }</li> }) }</ul>
                    <p class="remark">{ ROUNDING }</p>
                    <button type="button" class="button button-quiet" onclick={on_copy.clone()}>{ COPY_TRAILS }</button>
                }
            </div>
        </details>
    }
}
