//! How many rows have which standing, each a filter, in which order rows are shown, and of which theme.

use yew::prelude::*;

use crate::compare::{Mark, Order, Row, Scorecard, Standing};
use crate::indicator::Theme;

use crate::web::parts::inputs::select_field;
use crate::web::screens::scorecard::row::standing_sign;
use crate::words::screens::scorecard as words;

/// What is chosen of the rows.
pub(crate) struct Filters<'a> {
    pub order: &'a UseStateHandle<Option<Order>>,
    pub standing: &'a UseStateHandle<Option<Standing>>,
    pub mark: &'a UseStateHandle<Option<Mark>>,
    pub theme: &'a UseStateHandle<Option<Theme>>,
}

impl Filters<'_> {
    /// A filter for each standing that some of the rows have, one for each mark, the order, and the themes. A filter counts what
    /// it leaves of what the others leave.
    pub(crate) fn bar(&self, card: &Scorecard, rows: &[&Row], order: Order) -> Html {
        let (standing, mark) = (self.standing, self.mark);
        let chip = |is_pressed: bool, sign: Html, text: String, to: (Option<Standing>, Option<Mark>)| {
            let onclick = {
                let (standing, mark) = (standing.clone(), mark.clone());
                Callback::from(move |_: MouseEvent| {
                    standing.set(to.0);
                    mark.set(to.1);
                })
            };
            html! {
                <button type="button" class="filter" aria-pressed={is_pressed.to_string()} {onclick}>{ sign }{ text }</button>
            }
        };
        let is_left = |row: &&&Row| mark.is_none_or(|mark| mark.is_of(row));
        let marked: Vec<&Row> = rows.iter().filter(is_left).copied().collect();
        let of_standing = |each: Standing| {
            let is_pressed = **standing == Some(each);
            let to = (Some(each).filter(|_| !is_pressed), **mark);
            let text = words::of_standing(&marked, each)?;
            Some(chip(is_pressed, standing_sign(each), text, to))
        };
        let is_left = |row: &&&Row| standing.is_none_or(|standing| row.standing() == standing);
        let of_its_standing: Vec<&Row> = rows.iter().filter(is_left).copied().collect();
        let of_mark = |each: Mark| {
            let is_pressed = **mark == Some(each);
            let to = (**standing, Some(each).filter(|_| !is_pressed));
            Some(chip(is_pressed, html! {}, words::marked(&of_its_standing, each)?, to))
        };
        html! {
            <div class="filter-bar">
                <div class="filters" role="group" aria-label={words::FILTER}>
                    { chip(standing.is_none() && mark.is_none(), html! {}, words::all_measures(rows.len()), (None, None)) }
                    { for Standing::ALL.into_iter().filter_map(of_standing) }
                    { for Mark::ALL.into_iter().filter_map(of_mark) }
                </div>
                <div class="filter-choices">
                    { self.order_field(order) }
                    { self.theme_field(card) }
                </div>
            </div>
        }
    }

    fn order_field(&self, shown: Order) -> Html {
        let on_choose = {
            let order = self.order.clone();
            Callback::from(move |id: String| {
                order.set(Some(match id.as_str() {
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
        ]
        .map(|(each, id, text)| (id.to_owned(), text.to_owned(), each == shown));
        select_field("order", words::SORT_BY, options, on_choose)
    }

    fn theme_field(&self, card: &Scorecard) -> Html {
        let chosen = **self.theme;
        let on_choose = {
            let theme = self.theme.clone();
            Callback::from(move |id: String| theme.set(Theme::ALL.into_iter().find(|each| each.id() == id)))
        };
        let is_there = |theme: &Theme| card.rows.iter().any(|row| row.indicator.theme == *theme);
        let all = (String::new(), words::ALL_THEMES.to_owned(), chosen.is_none());
        let themes = Theme::ALL.into_iter().filter(is_there);
        let options =
            themes.map(|theme| (theme.id().to_owned(), theme.title().to_owned(), chosen == Some(theme)));
        select_field("theme-shown", words::OF_THEME, std::iter::once(all).chain(options), on_choose)
    }
}
