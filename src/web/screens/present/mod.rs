//! The scorecard in a meeting: a page of headlines, then one measure at a time, as they may leave the council.

mod slide;

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::commentary::remark_on;
use crate::compare::{self, Choices, Order, Row, Scorecard, Selection};
use crate::disclose::Released;
use crate::figure::Figure;
use crate::indicator::{Measure, Theme};
use crate::report::{Chart, Copied, Rest, charts_of, copied_trails, findings, questions_on, title};
use crate::sorting::Sorting;

use crate::app::state::State;
use crate::web::browser::{clipboard, focus, location, print};
use crate::web::parts::charts::CopyChart;
use crate::web::parts::trails::Trails;
use crate::web::screens::present::slide::{Opening, Page, places, slide};
use crate::web::screens::scorecard::Shown;
use crate::web::store::Store;
use crate::words::disclosure::disclosure_note;
use crate::words::screens::{self, present as words};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub store: Store,
    pub shown: Shown,
}

/// What is presented, as it may leave the council: a meeting is not only of those who may see everything.
struct Presented {
    title: String,
    card: Scorecard,
    figures: Vec<Figure>,
    choices: Choices,
    /// What is hidden.
    note: String,
}

fn presented(state: &State) -> Released<Presented> {
    let chosen = (state.choices(), state.settings.disclosure);
    state.disclosed().with(&chosen, |disclosed, (choices, disclosure)| {
        let card = compare::scorecard_or_profile(&disclosed.figures, choices);
        Presented {
            title: title(&card, choices),
            card,
            figures: disclosed.figures.clone(),
            choices: choices.clone(),
            note: disclosure_note(disclosed, *disclosure),
        }
    })
}

/// Where the numbers of a measure come from, to copy.
fn trails_on(presented: &Presented, measure: &Measure) -> Copied {
    let Presented { title, card, choices, note, .. } = presented;
    let row = card.rows.iter().find(|row| row.indicator == *measure);
    row.map_or_else(Copied::default, |row| copied_trails(title, row, choices, note))
}

/// The chart of a measure, to copy.
fn chart_on(presented: &Presented, measure: &Measure) -> Option<Rc<Chart>> {
    let Presented { card, figures, choices, .. } = presented;
    let row = card.rows.iter().find(|row| row.indicator == *measure)?;
    charts_of(row, figures, choices).into_iter().next().map(Rc::new)
}

/// How far a finger moves that turns a page.
const SWIPE: i32 = 60;

#[component]
pub(crate) fn Present(Props { store, shown }: &Props) -> Html {
    let state = store.state();
    let made =
        use_memo((state.lines.clone(), state.choices(), state.settings.disclosure), |_| presented(state));
    let at = use_state(|| 0_usize);
    let touched = use_mut_ref(|| None::<i32>);
    let is_printing = use_state(|| false);
    let extent = use_state(Extent::default);
    // The pages come worst first, as headlines do, unless the person chose another order.
    let order = shown.order.unwrap_or(Order::Worst);
    let selection = Selection { order, standing: *shown.standing, mark: *shown.mark, ..Selection::default() };
    let mut rows = selection.rows(&made.card);
    // What is of all pupils says nothing of the council's own children.
    rows.retain(|row| row.indicator.theme != Theme::AllPupils);
    let all = made.card.rows.iter().filter(|row| row.indicator.theme != Theme::AllPupils).count();
    let filtered = rows.len();
    // Of many, what matters most comes first: nobody turns a hundred pages unasked.
    let is_filtered = shown.standing.is_some() || shown.mark.is_some();
    let card = Scorecard {
        rows: if is_filtered {
            rows.iter().map(|row| (*row).clone()).collect()
        } else {
            made.card.rows.clone()
        },
        ..made.card.clone()
    };
    let first = findings(&card, made.choices.period, MOST_LINES, Rest::Counted);
    let is_of_them = |row: &Row| first.measures().any(|measure| *measure == row.indicator);
    let mattering = rows.iter().filter(|row| is_of_them(row)).count();
    let can_choose = !is_filtered && mattering > 0 && mattering < filtered;
    if can_choose && *extent == Extent::Mattering {
        rows.retain(|row| is_of_them(row));
        // In the order of the first page, unless the person chose another.
        if shown.order.is_none() {
            rows.arrange_by_key(|row| first.measures().position(|measure| *measure == row.indicator));
        }
    }
    let count = rows.len() + 1;
    let now = (*at).min(count - 1);
    {
        let at = at.clone();
        use_effect_with((now, count), move |(now, count)| {
            let listener = keys(&at, *now, *count);
            focus::focus_soon("screen-heading".to_owned());
            move || drop(listener)
        });
    }
    {
        let is_printing = is_printing.clone();
        use_effect_with((), move |()| {
            let listeners = [("beforeprint", true), ("afterprint", false)].map(|(event, is_so)| {
                let is_printing = is_printing.clone();
                EventListener::new(&gloo_utils::window(), event, move |_| is_printing.set(is_so))
            });
            move || drop(listeners)
        });
    }
    if rows.is_empty() {
        return html! {
            <>
                <h1 id="screen-heading" tabindex="-1">{ words::HEADING }</h1>
                <p>{ screens::NO_FIGURES }<a href="#scorecard">{ words::CLOSE }</a></p>
            </>
        };
    }
    let turn = |to: usize| {
        let at = at.clone();
        Callback::from(move |_: MouseEvent| at.set(to))
    };
    let on_down = {
        let touched = touched.clone();
        Callback::from(move |event: PointerEvent| {
            *touched.borrow_mut() = (event.pointer_type() == "touch").then(|| event.client_x());
        })
    };
    let on_up = {
        let at = at.clone();
        Callback::from(move |event: PointerEvent| {
            let moved = touched.borrow_mut().take().map_or(0, |from| event.client_x() - from);
            if moved < -SWIPE {
                at.set((now + 1).min(count - 1));
            } else if moved > SWIPE {
                at.set(now.saturating_sub(1));
            }
        })
    };
    let print = {
        let made = made.clone();
        Callback::from(move |_: MouseEvent| print::print(&*made))
    };
    let to_measure = {
        let ids: Vec<_> = rows.iter().map(|row| row.indicator.id.clone()).collect();
        let at = at.clone();
        Callback::from(move |id: Rc<str>| {
            at.set(ids.iter().position(|each| **each == *id).map_or(0, |index| index + 1));
        })
    };
    let titles = rows.iter().map(|row| row.indicator.title.to_string());
    let names: Vec<String> = [words::HEADLINES.to_owned()].into_iter().chain(titles).collect();
    let to_page = {
        let at = at.clone();
        Callback::from(move |to: usize| at.set(to))
    };
    let asked = questions_on(&made.card);
    // What the council says may name what is hidden. That stays on the screen.
    let (released, _) = state.released_commentary();
    let said = |row: &Row, page: Page| -> Vec<String> {
        let remarks = if page.is_printed { &released } else { state.commentary.remarks() };
        let remark = remark_on(remarks, &row.indicator, row.period);
        remark.iter().flat_map(|remark| remark.parts()).map(|(_, text)| text.to_owned()).collect()
    };
    let copy_trails = |row: &Row| {
        let (made, measure) = (made.clone(), row.indicator.clone());
        Callback::from(move |_: MouseEvent| {
            clipboard::copy(&made.with(&measure, trails_on));
        })
    };
    let opening = |page: Page| {
        let choice = (!page.is_printed).then(|| {
            if is_filtered {
                filter_note(shown, filtered, all)
            } else if can_choose {
                extent_buttons(&extent, [mattering, filtered])
            } else {
                html! {}
            }
        });
        let opening = Opening {
            title: &made.title,
            card: &card,
            findings: &first,
            shown,
            // Only where a page shows what is hidden.
            hidden: if rows.iter().any(|row| row.has_hidden()) { &made.note } else { "" },
            choice: choice.unwrap_or_default(),
        };
        opening.html(page, &to_measure)
    };
    let page = |page: Page| match page.at.checked_sub(1).and_then(|index| rows.get(index)) {
        Some(row) => {
            let chart = made.with(&row.indicator, chart_on).transposed();
            let key = row.indicator.id.to_string();
            let copying = chart.clone().filter(|_| !page.is_printed).map(|chart| {
                html! { <CopyChart {key} {chart} /> }
            });
            let trails = (!page.is_printed).then(|| {
                let (key, on_copy) = (row.indicator.id.to_string(), copy_trails(row));
                let row = Rc::new((*row).clone());
                html! { <Trails {key} {row} choices={made.choices.clone()} {on_copy} /> }
            });
            slide(
                row,
                chart.as_deref().map(|chart| &**chart),
                &said(row, page),
                asked.iter().find(|(measure, _)| *measure == row.indicator).map(|(_, question)| *question),
                page,
                [trails, copying],
            )
        }
        None => opening(page),
    };
    html! {
        <>
            <div class="present" onpointerdown={on_down} onpointerup={on_up}>
                <nav class="present-bar" aria-label={words::PLACES}>
                    <a class="button button-quiet" href="#scorecard">{ words::CLOSE }</a>
                    <span class="present-keys">{ words::KEYS }</span>
                    <span class="present-touch">{ words::SWIPES }</span>
                    <button type="button" class="button button-quiet" onclick={print}>{ words::PRINT }</button>
                    { places(now, &names, &to_page) }
                    <button type="button" class="button" disabled={now == 0} onclick={turn(now.saturating_sub(1))}>{ words::BACK }</button>
                    <button type="button" class="button" disabled={now + 1 == count} onclick={turn(now + 1)}>{ words::FORWARD }</button>
                </nav>
                { page(Page { at: now, of: count, is_printed: false }) }
            </div>
            if *is_printing {
                <div class="present-printed print-only">
                    { for (0..count).map(|at| page(Page { at, of: count, is_printed: true })) }
                </div>
            }
        </>
    }
}

/// How many measures are presented.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Extent {
    /// Those that matter most.
    #[default]
    Mattering,
    All,
}

/// As many measures have a line on the first page and a page of their own in a short meeting.
const MOST_LINES: usize = 8;

/// The choice of how many measures are presented, with how many each are.
fn extent_buttons(extent: &UseStateHandle<Extent>, [mattering, all]: [usize; 2]) -> Html {
    let button = |each: Extent, text: String| {
        let onclick = {
            let extent = extent.clone();
            Callback::from(move |_: MouseEvent| extent.set(each))
        };
        html! {
            <button type="button" class={classes!("button", "button-quiet", "button-choice")} aria-pressed={(**extent == each).to_string()} {onclick}>{ text }</button>
        }
    };
    html! {
        <div class="buttons slide-choice" role="group" aria-label={words::EXTENT}>
            { button(Extent::Mattering, words::mattering(mattering)) }
            { button(Extent::All, words::all(all)) }
        </div>
    }
}

/// That the filters of the scorecard hold here too, and a way out.
fn filter_note(shown: &Shown, filtered: usize, all: usize) -> Html {
    let onclick = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| {
            shown.standing.set(None);
            shown.mark.set(None);
        })
    };
    html! {
        <p class="slide-choice">
            { words::filtered(filtered, all) }{ " " }
            <button type="button" class="link" {onclick}>{ words::NO_FILTER }</button>
        </p>
    }
}

/// The keys that turn pages.
fn keys(at: &UseStateHandle<usize>, now: usize, count: usize) -> EventListener {
    let at = at.clone();
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&gloo_utils::document(), "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        if key.ctrl_key() || key.meta_key() || key.alt_key() {
            return;
        }
        let to = match key.key().as_str() {
            "ArrowRight" | "PageDown" => (now + 1).min(count - 1),
            "ArrowLeft" | "PageUp" => now.saturating_sub(1),
            "Home" => 0,
            "End" => count - 1,
            "Escape" => return location::show("scorecard"),
            _ => return,
        };
        event.prevent_default();
        at.set(to);
    })
}
