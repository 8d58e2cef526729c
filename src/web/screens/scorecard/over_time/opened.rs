//! What there is to know of a measure over time, shown where its row is opened: its process chart, why figures are unusual, and
//! what the council notes about it.

use std::rc::Rc;

use yew::prelude::*;

use crate::compare::{Length, OverTime, OverTimeRow};
use crate::report::{Chart, OverTimeColumns, process_chart};

use crate::app::state::Edition;
use crate::web::parts::row_charts::{noted, view};
use crate::web::screens::scorecard::over_time::cells::list_cell;
use crate::web::screens::scorecard::over_time::notes::notes;
use crate::web::screens::scorecard::over_time::time::time_of_row;
use crate::web::store::Store;
use crate::words::charts::period_label;
use crate::words::over_time as words;
use crate::words::unusual::mostly_unusual;

/// The class of what is for paper alone.
pub(super) const PRINTED: &str = "print-only";

#[derive(Clone, Properties)]
pub(super) struct Props {
    pub over_time: Rc<OverTime>,
    /// Which of its rows.
    pub at: usize,
    /// What ends the ids in it.
    pub class: &'static str,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.over_time, &other.over_time) && (self.at, self.class) == (other.at, other.class)
    }
}

#[component]
pub(super) fn Opened(Props { over_time, at, class }: &Props) -> Html {
    let Some((store, row)) = use_context::<Store>().zip(over_time.rows.get(*at)) else { return html! {} };
    let charts = html! { <div class="charts">{ chart(&store, row, class) }</div> };
    if *class == PRINTED {
        return html! { <div class="over-time-opened">{ charts }</div> };
    }
    html! {
        <div class="over-time-opened">
            { list_of(over_time, row) }
            { for row.projection.map(|projection| html! { <p>{ words::projection_text(projection) }</p> }) }
            { for Some(words::to_date_differs(row)).filter(|text| !text.is_empty()).map(|text| html! { <p>{ text }</p> }) }
            { for Some(words::england_of_day(row)).filter(|text| !text.is_empty()).map(|text| html! { <p>{ text }</p> }) }
            if row.is_not_projected() {
                <p>{ words::NOT_PROJECTED }</p>
            }
            { charts }
            { for mostly_unusual(row).map(|text| html! { <p>{ text }</p> }) }
            <div>{ time_of_row(&store, row) }</div>
            if store.state().edition != Edition::Publishable {
                { notes(&store, row) }
            }
        </div>
    }
}

/// What the columns of the table hold, where a narrow window has no room for these.
fn list_of(over_time: &OverTime, row: &OverTimeRow) -> Html {
    let others = OverTimeColumns::of(over_time).0;
    let others = others.iter().map(|column| (column.heading, (column.text)(row)));
    let periods = over_time.periods.iter().zip(&row.cells).filter(|(_, of)| of.is_some());
    html! {
        <dl class="over-time-list">
            { for others.filter(|(_, text)| !text.is_empty()).map(|(heading, text)| html! { <div><dt>{ heading }</dt><dd>{ text }</dd></div> }) }
            { for periods.map(|(period, of)| html! { <div class="over-time-of-period"><dt>{ period_label(*period) }</dt>{ list_cell(of.as_ref(), row.measure.good) }</div> }) }
        </dl>
    }
}

/// The process chart, with the one that may leave the page.
fn chart(store: &Store, row: &OverTimeRow, class: &'static str) -> Html {
    let Some(chart) = named_chart(row, class) else {
        return html! { <p>{ words::alone(row) }</p> };
    };
    let state = store.state();
    let length = row.newest().map_or(Length::Years, |newest| Length::of(newest.period));
    let asked = (
        (row.measure.clone(), state.choices_leaving()),
        (state.settings.disclosure, length, class == PRINTED),
    );
    let safe = state.disclosed().with(
        &asked,
        |disclosed, ((measure, choices), (disclosure, length, is_on_paper))| {
            let row = OverTime::row_of(&measure.id, &disclosed.figures, choices, *length);
            let chart =
                row.as_ref().and_then(|row| named_chart(row, if *is_on_paper { PRINTED } else { "" }));
            chart.map(|chart| noted(chart, disclosed, *disclosure))
        },
    );
    view(chart, &safe.transposed().into_iter().collect::<Vec<_>>())
}

/// The process chart; where a table stands for another on paper, with a name of its own.
fn named_chart(row: &OverTimeRow, class: &str) -> Option<Chart> {
    let chart = process_chart(row)?;
    Some(if class == PRINTED { Chart { id: format!("{}-paper", chart.id), ..chart } } else { chart })
}
