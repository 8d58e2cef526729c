//! How many rows have which standing, each a filter, and in which order they are shown.

use yew::prelude::*;

use crate::compare::{Order, Row, Standing};

use crate::web::parts::inputs::text_of;
use crate::web::screens::scorecard::row::standing_sign;
use crate::words::screens::scorecard as words;

/// The order, and a filter for each standing that some rows have.
pub(crate) fn filter_bar(
    rows: &[&Row],
    standing: &UseStateHandle<Option<Standing>>,
    shown_order: Order,
    order: &UseStateHandle<Option<Order>>,
) -> Html {
    let chip = |each: Option<Standing>, sign: Html, text: String| {
        let onclick = {
            let standing = standing.clone();
            Callback::from(move |_: MouseEvent| standing.set(if *standing == each { None } else { each }))
        };
        html! {
            <button type="button" class="filter" aria-pressed={(**standing == each).to_string()} {onclick}>{ sign }{ text }</button>
        }
    };
    let of_standing = |each: Standing| {
        words::of_standing(rows, each).map(|text| chip(Some(each), standing_sign(each), text))
    };
    html! {
        <div class="filter-bar">
            { order_field(shown_order, order) }
            <div class="filters" role="group" aria-label={words::FILTER}>
                { chip(None, html! {}, words::all_measures(rows.len())) }
                { for Standing::ALL.into_iter().filter_map(of_standing) }
            </div>
        </div>
    }
}

fn order_field(shown: Order, order: &UseStateHandle<Option<Order>>) -> Html {
    let onchange = {
        let order = order.clone();
        Callback::from(move |event: Event| {
            order.set(Some(match text_of(&event).as_str() {
                "name" => Order::Name,
                "worst" => Order::Worst,
                _ => Order::Theme,
            }));
        })
    };
    let options = [
        (Order::Worst, "worst", words::BY_WORST),
        (Order::Theme, "theme", words::BY_THEME),
        (Order::Name, "name", words::BY_NAME),
    ];
    html! {
        <div class="order">
            <label for="order">{ words::SORT_BY }</label>
            <select autocomplete="off" id="order" class="input" {onchange}>
                { for options.into_iter().map(|(each, value, text)| html! {
                    <option {value} selected={each == shown}>{ text }</option>
                }) }
            </select>
        </div>
    }
}
