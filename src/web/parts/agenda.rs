//! What to talk about first, on top of the scorecard.

use yew::prelude::*;

use crate::report::{AgendaPart, AgendaPoint};
use crate::words::screens::report::TALKING_POINTS;

/// The parts of the agenda.
pub(crate) fn agenda(parts: &[AgendaPart]) -> Html {
    if parts.is_empty() {
        return html! {};
    }
    html! {
        <section class="agenda" aria-label={TALKING_POINTS}>
            <h2>{ TALKING_POINTS }</h2>
            <div class="agenda-parts">{ for parts.iter().map(part) }</div>
        </section>
    }
}

pub(crate) fn part(part: &AgendaPart) -> Html {
    part_with(part, None)
}

/// A part of the agenda, where what leads to the points that are not listed is known.
pub(crate) fn part_with(part: &AgendaPart, to_more: Option<&Callback<MouseEvent>>) -> Html {
    let more = |text: String| match to_more {
        None => html! { <p class="remark">{ text }</p> },
        Some(to_more) => html! {
            <p class="remark">
                <a class="screen-only" href="#scorecard" onclick={to_more.clone()}>{ text.clone() }</a>
                <span class="print-only">{ text }</span>
            </p>
        },
    };
    html! {
        <div class="agenda-part">
            <h3>{ &part.heading }</h3>
            <ul>{ for part.points.iter().map(point) }</ul>
            { for Some(part.more_text()).filter(|more| !more.is_empty()).map(more) }
        </div>
    }
}

fn point(AgendaPoint { title, text, .. }: &AgendaPoint) -> Html {
    html! { <li><strong>{ title.clone() }</strong>{ ": " }{ text }</li> }
}
