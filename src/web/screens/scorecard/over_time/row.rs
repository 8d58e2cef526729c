//! A measure over time as a row: its newest figure, how it goes, its target, and its periods. A press anywhere on it opens it.

use std::rc::Rc;

use yew::prelude::*;

use crate::compare::{Course, Meaning, OverTime, OverTimeRow, Past, Standing, Stretch, Verdict};
use crate::report::OverTimeColumns;

use crate::web::browser::focus;
use crate::web::parts::sparkline::marked;
use crate::web::screens::scorecard::over_time::cells::table_cell;
use crate::web::screens::scorecard::over_time::opened::Opened;
use crate::web::screens::scorecard::row::standing_sign;
use crate::words::charts::period_label;
use crate::words::courses;
use crate::words::figure::value_text;
use crate::words::over_time as words;
use crate::words::screens::over_time::{
    ENGLAND, LAST_YEAR, TARGET, TWELVE_MONTHS, YEAR_TO_DATE, unit_behind,
};

#[derive(Clone, Properties)]
pub(super) struct Props {
    pub over_time: Rc<OverTime>,
    /// Which of its rows.
    pub at: usize,
    /// What ends the ids in it.
    pub class: &'static str,
    pub is_open: bool,
    /// Called with the id of its measure, to open or close it.
    pub on_toggle: Callback<String>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.over_time, &other.over_time)
            && (self.at, self.class, self.is_open) == (other.at, other.class, other.is_open)
    }
}

#[component]
pub(super) fn RowView(Props { over_time, at, class, is_open, on_toggle }: &Props) -> Html {
    let Some(row) = over_time.rows.get(*at) else { return html! {} };
    let columns = OverTimeColumns::of(over_time).0;
    let opened_id = format!("over-time-{}{class}", row.measure.id);
    let toggle = {
        let (is_open, opened_id, on_toggle) = (*is_open, opened_id.clone(), on_toggle.clone());
        let measure = row.measure.id.to_string();
        Callback::from(move |_: MouseEvent| {
            if !is_open {
                focus::show_soon(opened_id.clone());
            }
            on_toggle.emit(measure.clone());
        })
    };
    let past = over_time.past_count();
    let cells = row.cells.iter().take(past).enumerate();
    html! {
        <>
            <tr role="row" class="over-time-row" onclick={toggle}>
                <th scope="row" role="rowheader">
                    <button type="button" class="row-toggle" aria-expanded={is_open.to_string()}
                        aria-controls={is_open.then(|| opened_id.clone())}>{ &*row.measure.title }</button>
                    { " " }<span class="heat-unit">{ unit_behind(&row.measure.title, row.measure.unit).to_owned() }</span>
                </th>
                <td role="cell" class="over-time-words">{ shown(row, over_time) }</td>
                { for columns.iter().map(|column| html! { <td role="cell" class={end_class(column.heading)} data-heading={column.heading}>{ end_text(&(column.text)(row)) }</td> }) }
                { for cells.map(|(index, of)| table_cell(of.as_ref(), row.measure.good, age_class(index, past))) }
                if past < over_time.periods.len() {
                    <td role="cell" class="over-time-future"></td>
                }
            </tr>
            if *is_open {
                <tr role="row" class="row-opened">
                    <td role="cell" id={opened_id} colspan={span_of(over_time, columns.len())}>
                        <Opened over_time={over_time.clone()} at={*at} {class} />
                    </td>
                </tr>
            }
        </>
    }
}

/// How many columns the table has: the measure, what it shows, so many others, each period with figures, and one for the rest.
pub(super) fn span_of(over_time: &OverTime, others: usize) -> String {
    let past = over_time.past_count();
    (2 + others + past + usize::from(past < over_time.periods.len())).to_string()
}

/// As many of the newest periods as a narrow window has room for.
pub(super) const NEWEST: usize = 6;

/// The class of a period that a narrow window leaves out.
pub(super) const fn age_class(index: usize, past: usize) -> &'static str {
    if index + NEWEST < past { "over-time-older" } else { "" }
}

/// The class of a column after what a row shows; a narrow window has no room but for the target, two years none for last year and sums.
pub(super) fn end_class(heading: &str) -> &'static str {
    match heading {
        TARGET => "over-time-end over-time-aim",
        LAST_YEAR | YEAR_TO_DATE | TWELVE_MONTHS => "over-time-end over-time-sum",
        ENGLAND => "over-time-end over-time-england",
        _ => "over-time-end",
    }
}

/// What a column after what a row shows holds; of when a figure is, which stands in brackets behind it, on a line of its own.
fn end_text(text: &str) -> Html {
    match text.split_once(" (") {
        Some((value, when)) => {
            html! { <>{ value.to_owned() }{ " " }<span class="small">{ "(" }{ when.to_owned() }</span></> }
        }
        None => html! { text.to_owned() },
    }
}

/// The sign of how a measure goes: that of what it comes to in the list.
pub(super) fn sign(course: Course) -> Html {
    standing_sign(match course {
        Course::Worsening | Course::GettingWorse => Standing::Worse,
        Course::Improving | Course::GettingBetter => Standing::Better,
        Course::Unusual => Standing::Different,
        Course::BackToUsual | Course::Usual => Standing::ByChance,
        Course::NotJudged => Standing::NotCompared,
    })
}

/// The class of the colour of how a measure goes.
const fn tone(course: Course) -> &'static str {
    match course {
        Course::Worsening | Course::GettingWorse => "over-time-course tone-worse",
        Course::Improving | Course::GettingBetter => "over-time-course tone-better",
        Course::Unusual => "over-time-course",
        Course::BackToUsual | Course::Usual | Course::NotJudged => "over-time-course over-time-quiet",
    }
}

/// The class of a figure in the line: which are unusual is seen before any number is read.
fn mark_of(row: &OverTimeRow, past: &Past) -> &'static str {
    let of_one_range = |stretch: &&Stretch| stretch.level.is_none() && !stretch.fits_no_range();
    let unusual = row.stretches.iter().filter(of_one_range).find_map(|stretch| stretch.unusual(past.period));
    unusual.map_or("", |(_, side)| match Meaning::of(row.measure.good, side) {
        Meaning::Improving => "spark-unusual spark-good",
        Meaning::Worsening => "spark-unusual spark-poor",
        Meaning::Neither => "spark-unusual",
    })
}

/// The newest figure, the line of all, how it goes, and what they show.
fn shown(row: &OverTimeRow, over_time: &OverTime) -> Html {
    let first = row.past.len().saturating_sub(over_time.past_count());
    let newest = row.newest().and_then(|newest| Some((newest, newest.shown?)));
    let is_late = |period| {
        row.cells.last().is_some()
            && over_time.rows.iter().any(|other| other.newest().is_some_and(|of| of.period > period))
    };
    let target_class = match row.target.as_ref().map(|against| against.verdict) {
        Some(Verdict::Met) => "over-time-line over-time-met",
        Some(Verdict::Missed) => "over-time-line over-time-missed",
        _ => "over-time-line",
    };
    let [target, value, outlook] = words::target_parts(row);
    let why = |line: String| html! { <>{ " " }<span class="over-time-line over-time-why">{ line }</span></> };
    html! {
        <>
            <span class="over-time-newest">
                if let Some((newest, value)) = newest {
                    <span class="over-time-value-of">
                        <strong>{ value_text(&row.measure, value) }</strong>
                        if is_late(newest.period) {
                            { " " }<span class="small">{ period_label(newest.period) }</span>
                        }
                    </span>
                }
                { marked(&row.measure, row.past.get(first..).unwrap_or_default(), |past| mark_of(row, past)) }
            </span>
            { for row.course().map(|course| html! { <span class={tone(course)}>{ sign(course) }{ " " }{ courses::course_of(row, course) }</span> }) }
            <span class="over-time-lines">
                { for words::details(row).into_iter().map(why) }
                if !target.is_empty() {
                    { " " }<span class={target_class}>{ target }<span class="over-time-value">{ value }</span><span class="over-time-outlook">{ outlook }</span></span>
                }
            </span>
        </>
    }
}
