//! The measures of a scorecard over time: a column for each of the last periods, and what is unusual. In a narrow window each
//! measure is a card, which shows its periods where it is opened.

mod cells;
mod opened;
mod time;

use std::rc::Rc;

use yew::prelude::*;

use crate::compare::{LastPeriods, Length, Meaning, OverTime, OverTimeRow, Pattern};
use crate::indicator::Theme;
use crate::report::{OverTimeColumns, over_time_table};

use crate::web::browser::{clipboard, focus};
use crate::web::parts::inputs::select_field;
use crate::web::parts::sparkline::line;
use crate::web::screens::scorecard::over_time::cells::table_cell;
use crate::web::screens::scorecard::over_time::opened::Opened;
use crate::web::screens::scorecard::over_time::time::time_question;
use crate::web::store::ScreenProps;
use crate::words::charts::period_label;
use crate::words::disclosure::disclosure_note;
use crate::words::figure::value_text;
use crate::words::over_time as words;
use crate::words::screens::{over_time as labels, scorecard};

#[component]
pub(crate) fn OverTimeView(ScreenProps { store }: &ScreenProps) -> Html {
    let state = store.state();
    let (choices, disclosure) = (state.choices(), state.settings.disclosure);
    let lengths = use_memo(state.lines.clone(), |lines| Length::of_figures(&lines.figures()));
    let chosen = use_state(|| None::<Length>);
    let length = chosen.filter(|length| lengths.contains(length)).unwrap_or(lengths[0]);
    let last = use_state(LastPeriods::default);
    let message = use_state(String::new);
    let over_time =
        use_memo((state.lines.clone(), choices.clone(), length, *last), |(lines, choices, length, last)| {
            OverTime::of(&lines.figures(), choices, *length, *last)
        });
    // What leaves the page, by copy or print: the same without what would identify a child.
    let released = use_memo(
        (state.lines.clone(), choices, disclosure, length, *last),
        |(_, choices, disclosure, length, last)| {
            state.disclosed().with(
                &((choices, *disclosure), (*length, *last)),
                |disclosed, ((choices, disclosure), (length, last))| {
                    let over_time = Rc::new(OverTime::of(&disclosed.figures, choices, *length, *last));
                    let title = words::caption(choices.council.map(|council| council.name));
                    let table = over_time_table(&over_time, &choices.spans, &title)
                        .with_note(&disclosure_note(disclosed, *disclosure));
                    (over_time, table)
                },
            )
        },
    );
    let copy = {
        let (released, message) = (released.clone(), message.clone());
        Callback::from(move |_: MouseEvent| {
            let table = released.map(|(_, table)| table.to_copied());
            let text = if clipboard::copy(&table) { labels::COPIED } else { scorecard::NOT_COPIED };
            message.set(text.to_owned());
        })
    };
    let caption = words::caption(store.state().settings.council.map(|council| council.name));
    let table = |over_time: &Rc<OverTime>, class: &'static str| {
        html! {
            <div class={classes!("heat-scroll", class)} role="region" tabindex="0" aria-label={caption.clone()}>
                { table_of(over_time, &caption, class) }
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
        let last = last.clone();
        Callback::from(move |chosen: String| {
            let of_count = |each: &LastPeriods| each.count().to_string() == chosen;
            last.set(LastPeriods::ALL.into_iter().find(of_count).unwrap_or_default());
        })
    };
    let of_last = LastPeriods::ALL.map(|each| (each.count().to_string(), labels::last(each), each == *last));
    html! {
        <section class="heat-map over-time" aria-label={labels::HEADING}>
            <div>{ time_question(store, &over_time) }</div>
            <div class="over-time-choices screen-only">
                if lengths.len() > 1 {
                    { select_field("over-time-length", labels::LENGTH, lengths.iter().map(of_length), on_length) }
                }
                { select_field("over-time-periods", labels::PERIODS, of_last, on_last) }
                <button type="button" class="button button-quiet" onclick={copy}>{ labels::COPY }</button>
            </div>
            <p class="message message-elsewhere" role="status">{ &*message }</p>
            if over_time.rows.is_empty() {
                <p>{ labels::NOTHING }</p>
            } else if *over_time == *released.0 {
                { table(&over_time, "") }
            } else {
                { table(&over_time, "screen-only") }
                { table(&released.0, "print-only") }
            }
            { for words::notes(&over_time, &state.settings.spans).into_iter().map(|sentence| html! { <p class="legend">{ sentence }</p> }) }
        </section>
    }
}

fn table_of(over_time: &Rc<OverTime>, caption: &str, class: &'static str) -> Html {
    let columns = OverTimeColumns::of(over_time).0;
    let span = span_of(over_time, columns.len());
    let (past, future) = over_time.periods.split_at(over_time.past_count());
    let theme = |theme: Theme| {
        let is_of_theme = |(_, row): &(usize, &OverTimeRow)| row.measure.theme == theme;
        let mut rows = over_time.rows.iter().enumerate().filter(is_of_theme).peekable();
        rows.peek()?;
        Some(html! {
            <tbody role="rowgroup">
                <tr role="row" class="heat-theme"><th scope="rowgroup" role="rowheader" colspan={span.clone()}>{ theme.title() }</th></tr>
                { for rows.map(|(at, row)| html! { <RowView key={&*row.measure.id} over_time={over_time.clone()} {at} {class} /> }) }
            </tbody>
        })
    };
    let heading = |class: &'static str, text: &str| {
        html! { <th scope="col" role="columnheader" {class}>{ text.to_owned() }</th> }
    };
    html! {
        <table role="table" class="heat">
            <caption class="visually-hidden">{ caption.to_owned() }</caption>
            <thead role="rowgroup">
                <tr role="row">
                    { heading("heat-corner", labels::MEASURE) }
                    { heading("over-time-words", labels::PATTERN) }
                    { for columns.iter().map(|column| heading("over-time-end", column.heading)) }
                    { for past.iter().map(|period| heading("", &period_label(*period))) }
                    { for labels::without_figures(future).map(|text| heading("over-time-future", &text)) }
                </tr>
            </thead>
            { for Theme::ALL.into_iter().filter_map(theme) }
        </table>
    }
}

/// How many columns the table has: the measure, what it shows, so many others, each period with figures, and one for the rest.
fn span_of(over_time: &OverTime, others: usize) -> String {
    let past = over_time.past_count();
    (2 + others + past + usize::from(past < over_time.periods.len())).to_string()
}

#[derive(Clone, Properties)]
struct RowProps {
    over_time: Rc<OverTime>,
    /// Which of its rows.
    at: usize,
    /// What ends the ids in it.
    class: &'static str,
}

impl PartialEq for RowProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.over_time, &other.over_time) && (self.at, self.class) == (other.at, other.class)
    }
}

/// A measure, which any press on its row opens.
#[component]
fn RowView(RowProps { over_time, at, class }: &RowProps) -> Html {
    let is_open = use_state(|| false);
    let Some(row) = over_time.rows.get(*at) else { return html! {} };
    let columns = OverTimeColumns::of(over_time).0;
    let opened_id = format!("over-time-{}{class}", row.measure.id);
    let toggle = {
        let (is_open, opened_id) = (is_open.clone(), opened_id.clone());
        Callback::from(move |_: MouseEvent| {
            if !*is_open {
                focus::show_soon(opened_id.clone());
            }
            is_open.set(!*is_open);
        })
    };
    let past = over_time.past_count();
    html! {
        <>
            <tr role="row" class="over-time-row" onclick={toggle}>
                <th scope="row" role="rowheader">
                    <button type="button" class="row-toggle" aria-expanded={is_open.to_string()}
                        aria-controls={is_open.then(|| opened_id.clone())}>{ &*row.measure.title }</button>
                    { " " }<span class="heat-unit">{ row.measure.unit }</span>
                </th>
                <td role="cell" class={classes!("over-time-words", tone(row.pattern))}>{ shown(row, over_time) }</td>
                { for columns.iter().map(|column| html! { <td role="cell" class="over-time-end">{ (column.text)(row) }</td> }) }
                { for row.cells.iter().take(past).map(|of| table_cell(of.as_ref())) }
                if past < over_time.periods.len() {
                    <td role="cell"></td>
                }
            </tr>
            if *is_open {
                <tr role="row" class="row-opened">
                    <td role="cell" id={opened_id} colspan={span_of(over_time, columns.len())}>
                        <Opened over_time={over_time.clone()} at={*at} />
                    </td>
                </tr>
            }
        </>
    }
}

/// The class of the colour of a pattern.
const fn tone(pattern: Pattern) -> &'static str {
    match pattern {
        Pattern::Unusual(_, _, Meaning::Improving, _) => "tone-better",
        Pattern::Unusual(_, _, Meaning::Worsening, _) => "tone-worse",
        _ => "",
    }
}

/// The newest figure, the line of all, and what they show.
fn shown(row: &OverTimeRow, over_time: &OverTime) -> Html {
    let first = row.past.len().saturating_sub(over_time.periods.len());
    let newest = row.newest().and_then(|newest| Some((newest, newest.shown?)));
    let is_late = |period| {
        row.cells.last().is_some()
            && over_time.rows.iter().any(|other| other.newest().is_some_and(|of| of.period > period))
    };
    html! {
        <>
            <span class="over-time-newest">
                if let Some((newest, value)) = newest {
                    <strong>{ value_text(&row.measure, value) }</strong>
                    if is_late(newest.period) {
                        <span class="small">{ period_label(newest.period) }</span>
                    }
                }
                { line(&row.measure, row.past.get(first..).unwrap_or_default()) }
            </span>
            <span class="over-time-lines">
                { for words::lines(row).into_iter().map(|line| html! { <><span class="over-time-line">{ line }</span>{ " " }</> }) }
            </span>
        </>
    }
}
