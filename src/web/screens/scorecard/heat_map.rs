//! The heat map of a scorecard: measures by neighbours, councils or periods, coloured in the good direction.

use std::rc::Rc;

use yew::prelude::*;

use crate::area::Area;
use crate::compare::{Across, HeatCell, HeatColumn, HeatMap, HeatRow, Quartile, Scorecard, Verdict};
use crate::disclose::Released;
use crate::indicator::Theme;
use crate::report::heat_map_table;

use crate::web::browser::clipboard;
use crate::web::parts::inputs::select_field;
use crate::web::screens::scorecard::SafeCard;
use crate::web::screens::scorecard::opened::own_breaks;
use crate::web::screens::settings::OtherCouncils;
use crate::web::store::Store;
use crate::words::screens::present::HEADING as PRESENT;
use crate::words::screens::{heat_map as words, over_time, scorecard};

/// How the scorecard is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum View {
    /// A row for each measure with everything that belongs to it.
    #[default]
    List,
    /// A cell for each measure and council or period.
    HeatMap,
    /// A cell for each measure and period, and what is unusual.
    OverTime,
}

/// A choice of how the scorecard is shown.
pub(crate) fn view_field(view: View, chosen: &UseStateHandle<Option<View>>) -> Html {
    let button = |each: View, name: &'static str| {
        let onclick = {
            let chosen = chosen.clone();
            Callback::from(move |_: MouseEvent| chosen.set(Some(each)))
        };
        html! {
            <button type="button" class={classes!("button", "button-quiet", "button-choice")} aria-pressed={(view == each).to_string()} {onclick}>{ name }</button>
        }
    };
    html! {
        <div class="buttons views" role="group" aria-label={words::VIEW}>
            { button(View::List, words::LIST) }
            { button(View::HeatMap, words::HEAT_MAP) }
            { button(View::OverTime, over_time::HEADING) }
            <a class={classes!("button", "button-quiet", "button-choice")} href="#present">{ PRESENT }</a>
        </div>
    }
}

/// What cells are coloured by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shading {
    /// The quarter of all councils.
    #[default]
    Quarter,
    /// The verdict compared with England.
    Verdict,
}

/// Something that is the same only while it is the very same.
pub(crate) struct Same<T>(pub(crate) Rc<T>);

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What the views of a whole scorecard show.
#[derive(Clone, Properties)]
pub(crate) struct Props {
    pub store: Store,
    /// The scorecard shown.
    pub card: Rc<Scorecard>,
    /// The scorecard as it may leave the page.
    pub safe: Rc<Released<SafeCard>>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.store == other.store
            && Rc::ptr_eq(&self.card, &other.card)
            && Rc::ptr_eq(&self.safe, &other.safe)
    }
}

#[component]
pub(crate) fn HeatMapView(Props { store, card, safe }: &Props) -> Html {
    let across = use_state(Across::default);
    let shading = use_state(Shading::default);
    let message = use_state(String::new);
    let is_open = use_state(|| false);
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let choices = store.state().choices();
    let map = use_memo((Same(card.clone()), choices.clone(), *across), |(card, choices, across)| {
        HeatMap::of(&card.0, choices, *across)
    });
    // What is printed, where that is not what is shown.
    let released = use_memo(
        (Same(safe.clone()), Same(card.clone()), choices.clone(), *across),
        |(safe, card, choices, across)| {
            let differs = *card.0 != safe.0.card;
            differs.then(|| HeatMap::of(&safe.0.card, choices, *across))
        },
    );
    let copy = {
        let (safe, message) = (safe.clone(), message.clone());
        let chosen = (choices.clone(), *across);
        Callback::from(move |_: MouseEvent| {
            let table = safe.with(&chosen, |safe, (choices, across)| {
                let map = HeatMap::of(&safe.card, choices, *across);
                heat_map_table(&map, &safe.title, *across, choices.council).with_note(&safe.note).to_copied()
            });
            message
                .set(if clipboard::copy(&table) { words::COPIED } else { scorecard::NOT_COPIED }.to_owned());
        })
    };
    let table = |map: &HeatMap, class: &'static str| {
        html! {
            <div class={classes!("heat-scroll", class)} role="region" tabindex="0" aria-label={words::caption(&safe.title, *across)}>
                { heat_table(map, *shading, &words::caption(&safe.title, *across), choices.council) }
            </div>
        }
    };
    html! {
        <section class="heat-map" aria-label={words::HEAT_MAP}>
            // Where there is little room, what is chosen is said in one line, which opens the choices.
            <button type="button" class={classes!("button", "button-quiet", "heat-choices")} aria-expanded={is_open.to_string()} onclick={toggle}>
                { words::chosen(*across, shading_name(*shading)) }
            </button>
            <div class={classes!("heat-bar", (!*is_open).then_some("heat-bar-closed"))}>
                { across_field(&across) }
                { shading_field(&shading) }
                if *across == Across::Councils {
                    <OtherCouncils store={store.clone()} id="heat-council" />
                }
                <button type="button" class="button button-quiet" onclick={copy}>{ words::COPY }</button>
            </div>
            <p class="message" role="status">{ &*message }</p>
            { hint(*across, &map) }
            { key(*shading) }
            if let Some(released) = &*released {
                { table(&map, "screen-only") }
                { table(released, "print-only") }
            } else {
                { table(&map, "") }
            }
            if *across == Across::Periods {
                { own_breaks(store.state(), |of| {
                    let row = map.rows.iter().find(|row| *row.measure.id == *of)?;
                    Some(words::title_of_break(&row.measure.title))
                }) }
            }
            <p class="hint">{ words::NO_COLOUR }</p>
        </section>
    }
}

/// What to do where there is nothing beside the council and England.
fn hint(across: Across, map: &HeatMap) -> Html {
    let text = match across {
        _ if map.columns.len() > 2 => return html! {},
        Across::Neighbours => words::NO_NEIGHBOURS,
        Across::Councils => words::NO_COUNCILS,
        Across::Periods => return html! {},
    };
    html! { <p>{ text }</p> }
}

fn across_field(across: &UseStateHandle<Across>) -> Html {
    let on_choose = {
        let across = across.clone();
        Callback::from(move |id: String| across.set(Across::by_id(&id).unwrap_or_default()))
    };
    let options =
        Across::ALL.map(|each| (each.id().to_owned(), words::across(each).to_owned(), each == **across));
    select_field("heat-columns", words::COLUMNS, options, on_choose)
}

fn shading_field(shading: &UseStateHandle<Shading>) -> Html {
    let on_choose = {
        let shading = shading.clone();
        Callback::from(move |id: String| {
            shading.set(if id == "verdict" { Shading::Verdict } else { Shading::Quarter });
        })
    };
    let options = [(Shading::Quarter, "quarter"), (Shading::Verdict, "verdict")]
        .map(|(each, id)| (id.to_owned(), shading_name(each).to_owned(), each == **shading));
    select_field("heat-colours", words::COLOURS, options, on_choose)
}

const fn shading_name(shading: Shading) -> &'static str {
    match shading {
        Shading::Quarter => words::BY_QUARTER,
        Shading::Verdict => words::BY_VERDICT,
    }
}

/// A colour, its sign, and what both mean.
type Shade = (&'static str, &'static str, &'static str);

/// How a quarter is shown.
const fn quarter_shade(quarter: Quartile) -> Shade {
    let class = match quarter {
        Quartile::A => "heat-best",
        Quartile::B => "heat-good",
        Quartile::C => "heat-poor",
        Quartile::D => "heat-worst",
    };
    let (sign, meaning) = words::quarter(quarter);
    (class, sign, meaning)
}

/// How a verdict is shown; `None` where there is none.
fn verdict_shade(verdict: Verdict) -> Option<Shade> {
    let (sign, meaning) = words::verdict(verdict)?;
    let class = match verdict {
        Verdict::Better => "heat-best",
        Verdict::Worse => "heat-worst",
        _ => "heat-plain",
    };
    Some((class, sign, meaning))
}

/// What colours and signs mean.
fn key(shading: Shading) -> Html {
    let shades: Vec<Shade> = match shading {
        Shading::Quarter => Quartile::ALL.into_iter().map(quarter_shade).collect(),
        Shading::Verdict => {
            [Verdict::Better, Verdict::Worse, Verdict::Similar, Verdict::Higher, Verdict::Lower]
                .into_iter()
                .filter_map(verdict_shade)
                .collect()
        }
    };
    html! {
        <ul class="heat-key" aria-label={words::KEY}>
            { for shades.into_iter().map(|(class, sign, meaning)| html! {
                <li><span class={classes!("heat-swatch", class)}>{ sign }</span>{ " " }{ meaning }</li>
            }) }
        </ul>
    }
}

fn heat_table(map: &HeatMap, shading: Shading, caption: &str, council: Option<&'static Area>) -> Html {
    let span = (map.columns.len() + 1).to_string();
    let is_of_periods = map.columns.iter().all(|column| matches!(column, HeatColumn::Period(_)));
    let theme = |theme: Theme| {
        let rows: Vec<&HeatRow> = map.rows.iter().filter(|row| row.measure.theme == theme).collect();
        if rows.is_empty() {
            return html! {};
        }
        html! {
            <tbody>
                <tr class="heat-theme"><th scope="rowgroup" colspan={span.clone()}>{ theme.title() }</th></tr>
                { for rows.into_iter().map(|row| heat_row(row, shading)) }
            </tbody>
        }
    };
    html! {
        <table class={classes!("heat", (!is_of_periods).then_some("heat-areas"))}>
            <caption class="visually-hidden">{ caption.to_owned() }</caption>
            <thead>
                <tr>
                    <th scope="col" class="heat-corner">{ words::MEASURE }</th>
                    { for map.columns.iter().map(|column| html! {
                        <th scope="col"><span>{ words::column(*column, council) }</span></th>
                    }) }
                </tr>
            </thead>
            { for Theme::ALL.into_iter().map(theme) }
        </table>
    }
}

fn heat_row(row: &HeatRow, shading: Shading) -> Html {
    html! {
        <tr>
            <th scope="row">{ &row.measure.title }{ " " }<span class="heat-unit">{ words::unit_and_period(row) }</span></th>
            { for row.cells.iter().map(|cell| heat_cell(cell.as_ref(), shading)) }
        </tr>
    }
}

fn heat_cell(cell: Option<&HeatCell>, shading: Shading) -> Html {
    let Some(cell) = cell else { return html! { <td></td> } };
    let value = match cell.value {
        Ok(value) => value.grouped(),
        Err(symbol) => {
            return html! { <td>{ symbol.symbol() }<span class="visually-hidden">{ ", " }{ symbol.meaning() }</span></td> };
        }
    };
    let shade = match shading {
        Shading::Quarter => cell.quarter.map(quarter_shade),
        Shading::Verdict => cell.verdict.and_then(verdict_shade),
    };
    let Some((class, sign, meaning)) = shade else { return html! { <td>{ value }</td> } };
    html! {
        <td {class}>
            { value }<span class="heat-sign" aria-hidden="true">{ sign }</span>
            <span class="visually-hidden">{ ", " }{ meaning }</span>
        </td>
    }
}
