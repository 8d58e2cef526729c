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

/// What rows are left by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Filter {
    Standing(Standing),
    Mark(Mark),
}

impl Filter {
    /// Each of them, what is asked for most first.
    const ALL: [Self; 14] = [
        Self::Standing(Standing::Worse),
        Self::Mark(Mark::TargetMissed),
        Self::Standing(Standing::FarByChance),
        Self::Standing(Standing::Better),
        Self::Mark(Mark::GettingWorse),
        Self::Mark(Mark::GettingBetter),
        Self::Mark(Mark::WorseThanBefore),
        Self::Mark(Mark::BetterThanBefore),
        Self::Standing(Standing::ByChance),
        Self::Standing(Standing::NotCompared),
        Self::Standing(Standing::Different),
        Self::Standing(Standing::AheadByChance),
        Self::Standing(Standing::Middle),
        Self::Mark(Mark::TargetMet),
    ];
}

/// As many filters are in sight: the others are folded.
const MOST_AT_ONCE: usize = 4;

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
        let is_left = |row: &&&Row| standing.is_none_or(|standing| row.standing() == standing);
        let of_its_standing: Vec<&Row> = rows.iter().filter(is_left).copied().collect();
        let chip_of = |each: &Filter| match *each {
            Filter::Standing(each) => {
                let is_pressed = **standing == Some(each);
                let to = (Some(each).filter(|_| !is_pressed), **mark);
                Some(chip(is_pressed, standing_sign(each), words::of_standing(&marked, each)?, to))
            }
            Filter::Mark(each) => {
                let is_pressed = **mark == Some(each);
                let to = (**standing, Some(each).filter(|_| !is_pressed));
                Some(chip(is_pressed, html! {}, words::marked(&of_its_standing, each)?, to))
            }
        };
        let chips: Vec<(Filter, Html)> =
            Filter::ALL.into_iter().filter_map(|each| Some((each, chip_of(&each)?))).collect();
        let (first, others) = chips.split_at(chips.len().min(MOST_AT_ONCE));
        let is_chosen = |filter: &Filter| match *filter {
            Filter::Standing(each) => **standing == Some(each),
            Filter::Mark(each) => **mark == Some(each),
        };
        html! {
            <div class="filter-bar">
                <div class="filters" role="group" aria-label={words::FILTER}>
                    { chip(standing.is_none() && mark.is_none(), html! {}, words::all_measures(rows.len()), (None, None)) }
                    { for first.iter().map(|(_, chip)| chip.clone()) }
                    if let [(_, only)] = others {
                        { only.clone() }
                    } else if !others.is_empty() {
                        <details class="filter-more" open={others.iter().any(|(filter, _)| is_chosen(filter))}>
                            <summary class="filter">{ words::more_filters(others.len()) }</summary>
                            <div class="filters">{ for others.iter().map(|(_, chip)| chip.clone()) }</div>
                        </details>
                    }
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
