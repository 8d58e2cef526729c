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
    html! {
        <div class="agenda-part">
            <h3>{ &part.heading }</h3>
            <ul>{ for part.points.iter().map(point) }</ul>
            { for Some(part.more_text()).filter(|more| !more.is_empty()).map(|more| html! { <p class="remark">{ more }</p> }) }
        </div>
    }
}

fn point(AgendaPoint { title, text, .. }: &AgendaPoint) -> Html {
    html! { <li><strong>{ title.clone() }</strong>{ ": " }{ text }</li> }
}
