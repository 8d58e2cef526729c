//! The heat map of a scorecard: measures by neighbours, councils or periods, coloured in the good direction.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::area::Area;
use crate::compare::{Across, HeatCell, HeatMap, HeatRow, Judged, Scorecard, Verdict, Way};
use crate::disclose::Released;
use crate::indicator::{Measure, Theme};
use crate::report::heat_map_table;

use super::heat_key::{Shade, Shading, by_chance, judged_shade, key, key_of_letters, quarter_shade};
use crate::web::browser::clipboard;
use crate::web::parts::inputs::select_field;
use crate::web::screens::scorecard::SafeCard;
use crate::web::screens::scorecard::opened::own_breaks;
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

/// Which rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum ShownRows {
    #[default]
    All,
    /// Those of which the council's own figure clearly differs.
    Different,
}

/// The button that leaves the rows of which the council's own figure clearly differs.
fn only_different(shown: &UseStateHandle<ShownRows>, map: &HeatMap) -> Html {
    let is_pressed = **shown == ShownRows::Different;
    let onclick = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| {
            shown.set(if is_pressed { ShownRows::All } else { ShownRows::Different });
        })
    };
    let (pupils, children): (Vec<&HeatRow>, Vec<&HeatRow>) =
        map.rows.iter().filter(|row| row.differs).partition(|row| row.measure.theme == Theme::AllPupils);
    let count = children.len() + pupils.len();
    html! {
        <button type="button" class="filter" aria-pressed={is_pressed.to_string()} disabled={count == 0 && !is_pressed} {onclick}>
            { words::only_different(children.len(), pupils.len()) }
        </button>
    }
}

/// As many columns as a wide window has room for: then the page scrolls, not a part of it.
const MOST_FITTING: usize = 14;
/// As many areas as have room for their names beside each other.
const FEW_AREAS: usize = 7;

/// Something that is the same only while it is the very same.
pub(crate) struct Same<T>(pub(crate) Rc<T>);

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What a heat map is made of.
#[derive(Clone, Properties)]
pub(crate) struct Props {
    pub store: Store,
    /// The scorecard shown.
    pub card: Rc<Scorecard>,
    /// The scorecard as it may leave the page.
    pub safe: Rc<Released<SafeCard>>,
    /// Leads to the row of a measure.
    pub to_measure: Callback<Measure>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.store == other.store
            && Rc::ptr_eq(&self.card, &other.card)
            && Rc::ptr_eq(&self.safe, &other.safe)
            && self.to_measure == other.to_measure
    }
}

#[component]
pub(crate) fn HeatMapView(Props { store, card, safe, to_measure }: &Props) -> Html {
    let uncoloured = use_state(Uncoloured::default);
    // Whoever chose councils to compare with sees these.
    let across = use_state(|| {
        let has_chosen = store.state().settings.also.iter().any(|kind| kind.council().is_some());
        match store.state().settings.council {
            _ if has_chosen => Across::Councils,
            // Figures of no council known have only their own past beside them.
            None => Across::Periods,
            Some(_) => Across::default(),
        }
    });
    let shading = use_state(Shading::default);
    let shown_rows = use_state(ShownRows::default);
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
    let heat_table = HeatTable {
        across: *across,
        shading: *shading,
        rows: *shown_rows,
        uncoloured: &uncoloured,
        to_measure,
    };
    // The newest periods are in view where not all are.
    let seen = use_node_ref();
    use_effect_with((*across, seen.clone()), |(across, seen)| {
        if let Some(seen) = seen.cast::<Element>().filter(|_| *across == Across::Periods) {
            seen.set_scroll_left(seen.scroll_width());
        }
    });
    let table = |map: &HeatMap, class: &'static str, node: NodeRef| {
        html! {
            <div ref={node} class={classes!("heat-scroll", (map.columns.len() <= MOST_FITTING).then_some("heat-fits"), class)} role="region" tabindex="0" aria-label={words::caption(&safe.title, *across)}>
                { heat_table.html(map, &words::caption(&safe.title, *across), choices.council) }
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
                { only_different(&shown_rows, &map) }
                <button type="button" class="button button-quiet" onclick={copy}>{ words::COPY }</button>
            </div>
            <p class="message" role="status">{ &*message }</p>
            { hint(*across, &map, choices.council) }
            if *shading == Shading::Quarter && choices.way != Way::Quartile {
                <p>{ words::ANOTHER_WAY }</p>
            }
            { key(*shading, &map) }
            if let Some(released) = &*released {
                { table(&map, "screen-only", seen) }
                { table(released, "print-only", NodeRef::default()) }
            } else {
                { table(&map, "", seen) }
            }
            if *across == Across::Periods {
                { own_breaks(store.state(), |of| {
                    let row = map.rows.iter().find(|row| *row.measure.id == *of)?;
                    Some(words::title_of_break(&row.measure.title))
                }) }
            }
            { key_of_letters(&map) }
            <p class="hint">
                { match *shading { Shading::Verdict => words::of_signs(judged_by(&map, choices.way)), Shading::Quarter => words::NO_COLOUR } }{ " " }
                { words::of_empty(&map.rows) }
            </p>
        </section>
    }
}

/// How figures are judged: by their targets alone where nothing else has a colour.
fn judged_by(map: &HeatMap, way: Way) -> Way {
    let mut judged =
        map.rows.iter().flat_map(|row| row.cells.iter().flatten()).filter_map(|cell| cell.judged).peekable();
    let is_of_target =
        |judged: Judged| matches!(judged.verdict, Verdict::Met | Verdict::Near | Verdict::Missed);
    if judged.peek().is_some() && judged.all(is_of_target) { Way::Target } else { way }
}

/// What to do where there is nothing beside the council and England.
fn hint(across: Across, map: &HeatMap, council: Option<&Area>) -> Html {
    let text = match across {
        Across::Periods
            if map
                .rows
                .iter()
                .flat_map(|row| row.cells.iter().flatten())
                .all(|cell| cell.judged.is_none()) =>
        {
            words::NO_COLOURS
        }
        Across::Periods => return html! {},
        _ if map.columns.len() > 2 => return html! {},
        _ if council.is_some() && map.columns.len() < 2 => words::NOTHING_BESIDE,
        Across::Neighbours if council.is_none() => words::NO_COUNCIL,
        Across::Neighbours => words::NO_NEIGHBOURS,
        Across::Councils => words::NO_COUNCILS,
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
            shading.set(if id == "quarter" { Shading::Quarter } else { Shading::Verdict });
        })
    };
    let options = [(Shading::Verdict, "verdict"), (Shading::Quarter, "quarter")]
        .map(|(each, id)| (id.to_owned(), shading_name(each).to_owned(), each == **shading));
    select_field("heat-colours", words::COLOURS, options, on_choose)
}

const fn shading_name(shading: Shading) -> &'static str {
    match shading {
        Shading::Quarter => words::BY_QUARTER,
        Shading::Verdict => words::BY_VERDICT,
    }
}

/// What the table of a heat map is drawn with.
struct HeatTable<'a> {
    across: Across,
    shading: Shading,
    rows: ShownRows,
    /// Whether the rows without a colour are shown.
    uncoloured: &'a UseStateHandle<Uncoloured>,
    /// Leads to the row of a measure.
    to_measure: &'a Callback<Measure>,
}

/// Whether the rows of which no cell has a colour are shown on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Uncoloured {
    #[default]
    Folded,
    Shown,
}

impl HeatTable<'_> {
    /// The rows with colours by theme, and then those without.
    fn html(&self, map: &HeatMap, caption: &str, council: Option<&'static Area>) -> Html {
        let span = (map.columns.len() + 1).to_string();
        let is_of_periods = self.across == Across::Periods;
        let (coloured, plain): (Vec<&HeatRow>, Vec<&HeatRow>) = map
            .rows
            .iter()
            .filter(|row| self.rows == ShownRows::All || row.differs)
            .partition(|row| self.has_colour(row));
        // Where none has a colour, none is folded away.
        let (coloured, plain) = if coloured.is_empty() { (plain, coloured) } else { (coloured, plain) };
        let theme = |theme: Theme| {
            let mut rows = coloured.iter().filter(|row| row.measure.theme == theme).peekable();
            rows.peek()?;
            Some(html! {
                <tbody>
                    <tr class="heat-theme"><th scope="rowgroup" colspan={span.clone()}><span>{ theme.title() }</span></th></tr>
                    { for rows.map(|row| self.row(row, "")) }
                </tbody>
            })
        };
        html! {
            <table class={classes!("heat", (!is_of_periods).then_some("heat-areas"), (!is_of_periods && map.columns.len() <= FEW_AREAS).then_some("heat-few"))}>
                <caption class="visually-hidden">{ caption.to_owned() }</caption>
                <thead>
                    <tr>
                        <th scope="col" class="heat-corner">{ words::MEASURE }</th>
                        { for map.columns.iter().map(|column| html! {
                            <th scope="col"><span>{ words::column(*column, council) }</span></th>
                        }) }
                    </tr>
                </thead>
                { for Theme::ALL.into_iter().filter_map(theme) }
                if !plain.is_empty() {
                    { self.without_colour(&plain, span) }
                }
            </table>
        }
    }

    /// The rows without a colour, which are folded away at first; in print they are all there.
    fn without_colour(&self, rows: &[&HeatRow], span: String) -> Html {
        let is_shown = **self.uncoloured == Uncoloured::Shown;
        let onclick = {
            let uncoloured = self.uncoloured.clone();
            Callback::from(move |_: MouseEvent| {
                uncoloured.set(if is_shown { Uncoloured::Folded } else { Uncoloured::Shown });
            })
        };
        let class = if is_shown { "" } else { "print-only" };
        html! {
            <tbody>
                <tr class="heat-theme">
                    <th scope="rowgroup" colspan={span}>
                        <span>
                            <button type="button" class="link" aria-expanded={is_shown.to_string()} {onclick}>{ words::without_colour(rows.len()) }</button>
                        </span>
                    </th>
                </tr>
                { for rows.iter().map(|row| self.row(row, class)) }
            </tbody>
        }
    }

    fn has_colour(&self, row: &HeatRow) -> bool {
        row.cells.iter().flatten().any(|cell| self.shade(cell).is_some() || cell.is_doubted())
    }

    fn shade(&self, cell: &HeatCell) -> Option<Shade> {
        match self.shading {
            Shading::Quarter => cell.quarter.map(quarter_shade),
            Shading::Verdict => cell.judged.map(judged_shade),
        }
    }

    /// A row, each cell of which leads to the measure; its name does so for the keyboard.
    fn row(&self, row: &HeatRow, class: &'static str) -> Html {
        let measure = row.measure.clone();
        let onclick = self.to_measure.reform(move |_: MouseEvent| measure.clone());
        html! {
            <tr {class} {onclick}>
                <th scope="row">
                    <button type="button" class="row-toggle">{ &*row.measure.title }</button>
                    { " " }<span class="heat-unit">{ words::unit_and_period(row, self.across) }</span>
                </th>
                { for row.cells.iter().enumerate().map(|(column, cell)| self.cell(row, column, cell.as_ref())) }
            </tr>
        }
    }

    fn cell(&self, row: &HeatRow, column: usize, cell: Option<&HeatCell>) -> Html {
        let Some(cell) = cell else { return html! { <td></td> } };
        // The council's own stands as in the list.
        let shown = if column == 0 { cell.value } else { row.at_a_glance(cell) };
        let value = match shown {
            Ok(value) => value.grouped(),
            Err(symbol) => {
                return html! { <td>{ symbol.symbol() }<span class="visually-hidden">{ ", " }{ symbol.meaning() }</span></td> };
            }
        };
        let (class, sign, meaning) = match self.shade(cell) {
            _ if cell.is_doubted() => ("", words::DOUBTED, words::DOUBTED_IN_FULL),
            Some(shade) => shade,
            None => return html! { <td>{ value }</td> },
        };
        let chance = by_chance(self.shading, cell);
        html! {
            <td {class}>
                { value }<span class="heat-sign" aria-hidden="true">{ sign }{ if chance { words::CHANCE } else { "" } }</span>
                <span class="visually-hidden">{ ", " }{ meaning }{ if chance { words::BUT_CHANCE } else { "" } }</span>
            </td>
        }
    }
}
