//! A figure over time: what its cell holds, in the table and in the list of a measure's periods.

use yew::prelude::*;

use crate::compare::{Meaning, Origin, OverTimeCell};
use crate::indicator::Good;
use crate::words::over_time::{LEFT_OUT, signal_text};
use crate::words::screens::over_time::{AFTER_BREAK, PUBLISHED};
use crate::words::unusual::sign;

/// A figure of the table, of a measure of which this direction is good; what more its place says of it.
pub(super) fn table_cell(cell: Option<&OverTimeCell>, good: Good, place: &'static str) -> Html {
    html! { <td role="cell" class={classes!(place, class_of(cell, good))}>{ text_of(cell) }</td> }
}

/// A figure of the list.
pub(super) fn list_cell(cell: Option<&OverTimeCell>, good: Good) -> Html {
    html! { <dd class={class_of(cell, good)}>{ text_of(cell) }</dd> }
}

fn class_of(cell: Option<&OverTimeCell>, good: Good) -> Classes {
    let unusual = cell.and_then(OverTimeCell::marked).map(|(_, side)| match Meaning::of(good, side) {
        Meaning::Improving => "over-time-unusual over-time-good",
        Meaning::Worsening => "over-time-unusual over-time-poor",
        Meaning::Neither => "over-time-unusual",
    });
    let is_published = cell.is_some_and(|cell| cell.origin == Origin::Published);
    let is_after_break = cell.is_some_and(|cell| cell.is_after_break);
    classes!(
        unusual,
        is_published.then_some("over-time-published"),
        is_after_break.then_some("over-time-break"),
        cell.is_some_and(|cell| cell.is_left_out).then_some("over-time-aside")
    )
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
            if let Some((signal, side)) = cell.marked() {
                <span class="heat-sign" aria-hidden="true">{ sign(side) }</span>
                <span class="visually-hidden">{ ", " }{ signal_text(signal, side) }</span>
            }
            if cell.is_left_out {
                <span class="heat-sign" aria-hidden="true">{ LEFT_OUT[0] }</span>
                <span class="visually-hidden">{ ", " }{ LEFT_OUT[1] }</span>
            }
            if cell.is_after_break {
                <span class="visually-hidden">{ ", " }{ AFTER_BREAK }</span>
            }
            if cell.origin == Origin::Published {
                <span class="visually-hidden">{ ", " }{ PUBLISHED }</span>
            }
        </>
    }
}
