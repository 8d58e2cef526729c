//! The line and the sign of a council that was chosen, as they are in every chart.

use yew::prelude::*;

use crate::chart::Ink;

/// A piece of the line of an ink with its sign on it; empty for one without a sign.
pub(crate) fn swatch(ink: Ink) -> Html {
    let Some(sign) = ink.sign((14.0, 7.0)) else { return html! {} };
    html! {
        <svg class="swatch" viewBox="0 0 28 14" width="28" height="14" aria-hidden="true" focusable="false">
            <path class={format!("stroke-{}", ink.name())} d="M0 7h28" fill="none" stroke-width="1.75" stroke-dasharray={ink.dashes()} />
            <path class={format!("fill-{}", ink.name())} d={sign} />
        </svg>
    }
}
