//! A figure over time: what its cell holds, in the table and in the list of a measure's periods.

use yew::prelude::*;

use crate::compare::{Origin, OverTimeCell, Side};
use crate::words::over_time::signal_text;
use crate::words::screens::over_time::PUBLISHED;

/// A figure of the table.
pub(super) fn table_cell(cell: Option<&OverTimeCell>) -> Html {
    html! { <td role="cell" class={class_of(cell)}>{ text_of(cell) }</td> }
}

/// A figure of the list.
pub(super) fn list_cell(cell: Option<&OverTimeCell>) -> Html {
    html! { <dd class={class_of(cell)}>{ text_of(cell) }</dd> }
}

fn class_of(cell: Option<&OverTimeCell>) -> Classes {
    let is_unusual = cell.is_some_and(|cell| cell.unusual.is_some());
    let is_published = cell.is_some_and(|cell| cell.origin == Origin::Published);
    classes!(is_unusual.then_some("over-time-unusual"), is_published.then_some("over-time-published"))
}

/// The figure, why it is unusual and whether it was published; or the sign that stands for it.
fn text_of(cell: Option<&OverTimeCell>) -> Html {
    let Some(cell) = cell else { return html! {} };
    let value = match cell.value {
        Ok(value) => value.grouped(),
        Err(symbol) => {
            return html! {
                <>{ symbol.symbol() }<span class="visually-hidden">{ ", " }{ symbol.meaning() }</span></>
            };
        }
    };
    html! {
        <>
            { value }
            if let Some((signal, side)) = cell.unusual {
                <span class="heat-sign" aria-hidden="true">{ if side == Side::Below { "\u{25BC}" } else { "\u{25B2}" } }</span>
                <span class="visually-hidden">{ ", " }{ signal_text(signal, side) }</span>
            }
            if cell.origin == Origin::Published {
                <span class="visually-hidden">{ ", " }{ PUBLISHED }</span>
            }
        </>
    }
}
