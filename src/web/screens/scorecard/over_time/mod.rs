//! The measures of a scorecard over time: a column for each of the last periods, and what is unusual. In a narrow window each
//! measure is a card, which shows its periods where it is opened.

mod cells;
mod filters;
mod notes;
mod opened;
mod row;
mod time;

use std::collections::HashSet;
use std::rc::Rc;

use gloo_events::EventListener;
use web_sys::Element;
use yew::prelude::*;

use crate::compare::{LastPeriods, Length, Origin, OverTime, OverTimeRow, measures_without};
use crate::indicator::Theme;
use crate::report::{Copied, OverTimeColumns, Table, over_time_table};

use crate::app::state::Setting;
use crate::web::browser::clipboard;
use crate::web::parts::inputs::select_field;
use crate::web::screens::scorecard::over_time::filters::{Filter, filter_bar};
use crate::web::screens::scorecard::over_time::opened::PRINTED;
use crate::web::screens::scorecard::over_time::row::{NEWEST, RowView, age_class, end_class, span_of};
use crate::web::screens::scorecard::over_time::time::time_question;
pub(in crate::web::screens) use crate::web::screens::scorecard::over_time::time::{
    time_question_of_card, time_question_of_figures,
};
use crate::web::store::ScreenProps;
use crate::words::charts::period_label;
use crate::words::courses;
use crate::words::disclosure::disclosure_note;
use crate::words::over_time as words;
use crate::words::screens::{over_time as labels, scorecard};
use crate::words::unusual::{asides_by_measure as asides, breaks_without_figures, key_text};

/// So many measures are seen without their headings staying in view.
const LOW: usize = 16;

/// What leaves the page: the measures, their table and their sentences.
type Leaving = (Rc<OverTime>, Table, String);

#[component]
pub(crate) fn OverTimeView(ScreenProps { store }: &ScreenProps) -> Html {
    let state = store.state();
    let (choices, disclosure) = (state.choices(), state.settings.disclosure);
    let lengths = use_memo(state.lines.clone(), |lines| Length::of_figures(&lines.figures()));
    let chosen = use_state(|| None::<Length>);
    let begun = use_memo((state.lines.clone(), choices.period), |(lines, period)| {
        let figures = lines.figures();
        (Length::to_begin(&figures, *period), LastPeriods::to_begin(&figures, *period))
    });
    let length = chosen.filter(|length| lengths.contains(length)).unwrap_or(begun.0);
    let last = state.settings.last.unwrap_or(begun.1);
    let message = use_state(String::new);
    let filter = use_state(|| None::<Filter>);
    // The measures whose rows are open, on the screen and so on paper.
    let open = use_state(HashSet::<String>::new);
    let on_toggle = toggling(&open);
    let asked = (state.lines.clone(), choices.clone(), length, last);
    let over_time = use_memo((asked, state.stated.clone()), |((lines, choices, length, last), stated)| {
        OverTime::of(&lines.figures(), choices, *length, *last).with_stated(&stated.to_date())
    });
    // What leaves the page, by copy or print: the same without what would identify a child.
    let released = use_memo(
        (state.lines.clone(), state.choices_leaving(), disclosure, length, last),
        |(_, choices, disclosure, length, last)| {
            state.disclosed().with(
                &((choices, *disclosure), (*length, *last)),
                |disclosed, ((choices, disclosure), (length, last))| {
                    let over_time = Rc::new(OverTime::of(&disclosed.figures, choices, *length, *last));
                    let title = words::caption(choices.council.map(|council| council.name));
                    let hidden = disclosure_note(disclosed, *disclosure);
                    let sentences = words::paragraphs(&over_time, &title, &hidden);
                    (over_time.clone(), over_time_table(&over_time, &title).with_note(&hidden), sentences)
                },
            )
        },
    );
    let elsewhere = use_memo((state.lines.clone(), length), |(lines, length)| {
        labels::elsewhere(*length, measures_without(&lines.figures(), *length))
    });
    let without_figures = breaks_without_figures(&over_time, &state.settings.breaks);
    let copying = |write: fn(&Leaving) -> Copied, done: &'static str| {
        let (released, message) = (released.clone(), message.clone());
        Callback::from(move |_: MouseEvent| {
            let is_done = clipboard::copy(&released.map(write));
            message.set(if is_done { done } else { scorecard::NOT_COPIED }.to_owned());
        })
    };
    let copy = copying(|(_, table, _)| table.to_copied(), labels::COPIED);
    let copy_sentences =
        copying(|(.., sentences)| Copied::of_paragraphs(sentences), scorecard::ALL_SENTENCES_COPIED);
    let caption = words::caption(store.state().settings.council.map(|council| council.name));
    // The newest periods are in view where not all are, also where the window becomes narrower.
    let seen = use_node_ref();
    use_effect_with((over_time.periods.clone(), seen.clone()), |(_, seen)| {
        let seen = seen.clone();
        let to_newest = move || {
            if let Some(seen) = seen.cast::<Element>() {
                seen.set_scroll_left(seen.scroll_width());
            }
        };
        to_newest();
        let resized = EventListener::new(&gloo_utils::window(), "resize", move |_| to_newest());
        move || drop(resized)
    });
    let table = |over_time: &Rc<OverTime>, class: &'static str, node: NodeRef| {
        html! {
            <div ref={node} class={classes!("heat-scroll", class)} role="region" tabindex="0" aria-label={caption.clone()}>
                { table_of(over_time, &Shown { filter: *filter, open: &open, on_toggle: &on_toggle }, &caption, class) }
            </div>
        }
    };
    let on_length = {
        let chosen = chosen.clone();
        Callback::from(move |id: String| {
            chosen.set(Length::ALL.into_iter().find(|each| labels::length(*each) == id));
        })
    };
    let of_length =
        |each: &Length| (labels::length(*each).to_owned(), labels::length(*each).to_owned(), *each == length);
    let on_last = {
        let store = store.clone();
        Callback::from(move |chosen: String| {
            let of_count = |each: &LastPeriods| each.count().to_string() == chosen;
            if let Some(last) = LastPeriods::ALL.into_iter().find(of_count) {
                store.send(Setting::Last(last));
            }
        })
    };
    let known = over_time.known_count();
    let offered = LastPeriods::offered(known);
    // What was chosen for a longer table shows all of a shorter one.
    let shown_last = offered.iter().copied().find(|each| *each == last).or(offered.last().copied());
    let of_last = offered
        .iter()
        .map(|each| (each.count().to_string(), labels::last(*each, known), Some(*each) == shown_last));
    let is_all_released = *over_time == *released.0;
    let is_low = over_time.rows.len() <= LOW;
    let notes = words::notes(&over_time);
    html! {
        <section class={classes!("heat-map", "over-time", class_of(&over_time), mixed_class(&over_time), is_low.then_some("over-time-low"))} aria-label={labels::HEADING}>
            { summary_of(&over_time, if is_all_released { "" } else { "screen-only" }) }
            if !is_all_released {
                { summary_of(&released.0, PRINTED) }
            }
            <div>{ time_question(store, &over_time) }</div>
            <div class="over-time-bar screen-only">
                { filter_bar(&over_time, &filter) }
                <div class="over-time-choices">
                    if lengths.len() > 1 {
                        { select_field("over-time-length", labels::LENGTH, lengths.iter().map(of_length), on_length) }
                    }
                    if offered.len() > 1 {
                        { select_field("over-time-periods", labels::PERIODS, of_last, on_last) }
                    }
                    <button type="button" class="button button-quiet" onclick={copy}>{ labels::COPY }<span class="over-time-more">{ labels::COPY_WHAT }</span></button>
                    <button type="button" class="button button-quiet" onclick={copy_sentences}>{ scorecard::COPY_ALL_SENTENCES }</button>
                </div>
            </div>
            <p class="message message-elsewhere" role="status">{ &*message }</p>
            { for labels::hidden_when_it_leaves(&over_time, &released.0).map(|text| html! { <p class="hint screen-only">{ text }</p> }) }
            if over_time.past_count() > NEWEST {
                <p class="hint over-time-newest-only">{ labels::newest_only(NEWEST) }</p>
            }
            { key_of(&over_time, if is_all_released { "" } else { "screen-only" }) }
            if !is_all_released {
                { key_of(&released.0, PRINTED) }
            }
            if over_time.rows.is_empty() {
                <p>{ labels::NOTHING }</p>
            } else {
                // One table in one place, so that rows stay open where what leaves the page begins to differ.
                { table(&over_time, if is_all_released { "" } else { "screen-only" }, seen) }
                if !is_all_released {
                    { table(&released.0, PRINTED, NodeRef::default()) }
                }
            }
            // In a place of their own: how many there are must not move the table, or rows close.
            <div>
                { for elsewhere.iter().chain(&without_figures).map(|text| html! { <p class="hint screen-only">{ text }</p> }) }
                { for words::few_text(&over_time).map(|text| html! { <p class="hint">{ text }</p> }) }
                { for asides(&released.0).into_iter().map(|sentence| html! { <p class="legend print-only">{ sentence }</p> }) }
                <div class="print-only">{ legends(&notes) }</div>
                <details class="screen-only"><summary>{ labels::HOW_JUDGED }</summary>{ legends(&notes) }</details>
            </div>
        </section>
    }
}

#[derive(Clone, Properties)]
pub(crate) struct ReportedProps {
    /// The measures, as they may leave the page.
    pub over_time: Rc<OverTime>,
    /// The name of the table.
    pub caption: AttrValue,
}

impl PartialEq for ReportedProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.over_time, &other.over_time) && self.caption == other.caption
    }
}

/// The same in a report, which says what to look at first and what must be known to read it.
#[component]
pub(crate) fn ReportedOverTime(ReportedProps { over_time, caption }: &ReportedProps) -> Html {
    let open = use_state(HashSet::<String>::new);
    let on_toggle = toggling(&open);
    let shown = Shown { filter: None, open: &open, on_toggle: &on_toggle };
    html! {
        <div class={classes!("over-time", "over-time-low", class_of(over_time), mixed_class(over_time))}>
            { for words::few_text(over_time).map(|text| html! { <p class="hint">{ text }</p> }) }
            { key_of(over_time, "") }
            <div class="heat-scroll" role="region" tabindex="0" aria-label={caption.clone()}>
                { table_of(over_time, &shown, caption, PRINTED) }
            </div>
        </div>
    }
}

/// What must be known to read it, to be said at the end of a report, where nobody asks how limits are worked out.
pub(crate) fn notes_of_reported(over_time: &OverTime) -> Vec<String> {
    asides(over_time).into_iter().chain(words::notes_in_report(over_time)).collect()
}

/// Opens the row of a measure, or closes it.
fn toggling(open: &UseStateHandle<HashSet<String>>) -> Callback<String> {
    let open = open.clone();
    Callback::from(move |measure: String| {
        let mut now = (*open).clone();
        if !now.remove(&measure) {
            now.insert(measure);
        }
        open.set(now);
    })
}

/// The class of a table of which a year fits, or of one of two years.
fn class_of(over_time: &OverTime) -> Option<&'static str> {
    match over_time.past_count() {
        past if past <= LastPeriods::Twelve.count() => Some("over-time-fits"),
        past if past > LastPeriods::Eighteen.count() => Some("over-time-long"),
        _ => None,
    }
}

/// The class of a table that holds the council's own figures and published ones.
fn mixed_class(over_time: &OverTime) -> Option<&'static str> {
    let cells = || over_time.rows.iter().flat_map(|row| row.cells.iter().flatten());
    let of = |origin: &dyn Fn(Origin) -> bool| cells().any(|cell| origin(cell.origin));
    let is_mixed = of(&|origin| origin == Origin::Published) && of(&|origin| origin != Origin::Published);
    is_mixed.then_some("over-time-mixed")
}

/// What signs, colours and lines of the table say.
fn key_of(over_time: &OverTime, class: &'static str) -> Html {
    let is_broken =
        over_time.rows.iter().flat_map(|row| row.cells.iter().flatten()).any(|cell| cell.is_after_break);
    let signs = key_text(over_time);
    let is_mixed = mixed_class(over_time).is_some();
    if signs.is_none() && !is_broken && !is_mixed {
        return html! {};
    }
    html! { <p class={classes!("over-time-key", class)}>{ signs }{ is_broken.then_some(labels::DASHED) }{ is_mixed.then_some(labels::SLANTED) }</p> }
}

fn legends(notes: &[String]) -> Html {
    notes.iter().map(|note| html! { <p class="legend">{ note }</p> }).collect()
}

/// What to look at first, in words.
fn summary_of(over_time: &OverTime, class: &'static str) -> Html {
    let line = |[lead, names]: [String; 2]| html! { <li><strong>{ lead }</strong>{ names }</li> };
    let lines = courses::summary(over_time);
    if lines.is_empty() {
        return html! {};
    }
    html! { <ul class={classes!("over-time-summary", class)}>{ for lines.into_iter().map(line) }</ul> }
}

/// What of a table is shown.
struct Shown<'a> {
    filter: Option<Filter>,
    open: &'a HashSet<String>,
    on_toggle: &'a Callback<String>,
}

fn table_of(over_time: &Rc<OverTime>, shown: &Shown<'_>, caption: &str, class: &'static str) -> Html {
    let columns = OverTimeColumns::of(over_time).0;
    let span = span_of(over_time, columns.len());
    let (past, future) = over_time.periods.split_at(over_time.past_count());
    let theme = |(theme, rows): (Theme, Vec<usize>)| {
        let is_shown = |row: &OverTimeRow| shown.filter.is_none_or(|filter| filter.shows(row));
        let rows = rows.into_iter().filter_map(|at| Some((at, over_time.rows.get(at)?)));
        let mut rows = rows.filter(|(_, row)| is_shown(row)).peekable();
        rows.peek()?;
        Some(html! {
            <tbody role="rowgroup">
                <tr role="row" class="heat-theme"><th scope="rowgroup" role="rowheader" colspan={span.clone()}><span>{ theme.title() }</span></th></tr>
                { for rows.map(|(at, row)| html! {
                    <RowView key={&*row.measure.id} over_time={over_time.clone()} {at} {class}
                        is_open={shown.open.contains(&*row.measure.id)} on_toggle={shown.on_toggle.clone()} />
                }) }
            </tbody>
        })
    };
    let heading = |class: &'static str, text: &str| {
        html! { <th scope="col" role="columnheader" {class}>{ text.to_owned() }</th> }
    };
    let periods = past.iter().enumerate();
    html! {
        <table role="table" class="heat">
            <caption class="visually-hidden">{ caption.to_owned() }</caption>
            <thead role="rowgroup">
                <tr role="row">
                    { heading("heat-corner", labels::MEASURE) }
                    { heading("over-time-words", labels::PATTERN) }
                    { for columns.iter().map(|column| heading(end_class(column.heading), column.heading)) }
                    { for periods.map(|(index, period)| heading(age_class(index, past.len()), &period_label(*period))) }
                    { for labels::without_figures(future).map(|text| heading("over-time-future", &text)) }
                </tr>
            </thead>
            { for over_time.by_theme().into_iter().filter_map(theme) }
        </table>
    }
}
