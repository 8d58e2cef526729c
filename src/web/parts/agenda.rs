//! What to talk about first, on top of the scorecard.

use yew::prelude::*;

use crate::compare::Group;
use crate::report::{AgendaPart, AgendaPoint};
use crate::words::agenda::group_heading;
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
    part_with(part, html! { <h3>{ &part.heading }</h3> }, None)
}

/// The parts in groups: what to act on, what to watch, what goes well; where what leads to the points that are not listed is known.
pub(crate) fn grouped(
    parts: &[AgendaPart],
    to_more: impl Fn(&AgendaPart) -> Option<Callback<MouseEvent>>,
) -> Html {
    let group = |group: Group| {
        let of_group: Vec<&AgendaPart> = parts.iter().filter(|part| Group::of(part.topic) == group).collect();
        (!of_group.is_empty()).then(|| {
            html! {
                <section class="agenda-group">
                    <h3>{ group_heading(group) }</h3>
                    { for of_group.into_iter().map(|part| part_with(part, html! { <h4>{ &part.heading }</h4> }, to_more(part).as_ref())) }
                </section>
            }
        })
    };
    html! { <div class="agenda-groups">{ for Group::ALL.into_iter().filter_map(group) }</div> }
}

fn part_with(part: &AgendaPart, heading: Html, to_more: Option<&Callback<MouseEvent>>) -> Html {
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
            { heading }
            <ul>{ for part.points.iter().map(point) }</ul>
            { for Some(part.more_text()).filter(|more| !more.is_empty()).map(more) }
        </div>
    }
}

fn point(AgendaPoint { title, text, .. }: &AgendaPoint) -> Html {
    html! { <li><strong>{ title.clone() }</strong>{ ": " }{ text }</li> }
}
