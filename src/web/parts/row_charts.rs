//! The charts of one indicator, shown where its row is opened, and those of a theme.

use std::rc::Rc;

use yew::prelude::*;

use crate::compare::{self, Row};
use crate::disclose::Disclosed;
use crate::report::{self, Chart, charts_of, monthly_of};

use crate::web::parts::charts::ChartView;
use crate::web::store::{ScreenProps, Store};
use crate::words::screens::parts::NOT_DRAWN;

/// What is hidden in a chart, as a note of it.
pub(crate) fn hidden_note(disclosed: &Disclosed, store: &Store) -> String {
    let disclosure = store.state().settings.disclosure;
    if disclosure.is_internal() {
        return report::INTERNAL_MARK.to_owned();
    }
    if disclosed.hidden.iter().all(Option::is_none) {
        return String::new();
    }
    NOT_DRAWN.to_owned()
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub row: Rc<Row>,
}

/// The charts of a row, each with what of it may leave the page.
#[component]
pub(crate) fn RowCharts(Props { row }: &Props) -> Html {
    let Some(store) = use_context::<Store>() else { return html! {} };
    let (state, choices) = (store.state(), store.state().choices());
    let charts = charts_of(row, &state.figures(), &choices);
    let disclosed = state.disclosed();
    let card = compare::scorecard(&disclosed.figures, &choices);
    let safe_row = card.rows.iter().find(|safe| safe.indicator == row.indicator);
    let note = hidden_note(&disclosed, &store);
    let safe = safe_row.map(|row| charts_of(row, &disclosed.figures, &choices)).unwrap_or_default();
    charts.into_iter().map(|chart| view(chart, &safe, &note)).collect()
}

/// A chart with the one of the same name that may leave the page in its place, which says so where it draws less.
fn view(chart: Chart, safe: &[Chart], note: &str) -> Html {
    let key = chart.id.clone();
    let safe = safe.iter().find(|safe| safe.id == chart.id).cloned();
    let (shown, safe) = match safe {
        Some(safe) if safe == chart => {
            let mark = if note == report::INTERNAL_MARK { note } else { "" };
            let chart = Rc::new(chart.with_note(mark));
            (chart.clone(), Some(chart))
        }
        safe => (Rc::new(chart), safe.map(|safe| Rc::new(safe.with_note(note)))),
    };
    html! { <ChartView {key} chart={shown} {safe} /> }
}

/// Unaccompanied and other children by month, where months are among the figures.
#[component]
pub(crate) fn MonthlyChart(ScreenProps { store }: &ScreenProps) -> Html {
    let (state, choices) = (store.state(), store.state().choices());
    let Some(chart) = monthly_of(&state.figures(), &choices) else { return html! {} };
    let disclosed = state.disclosed();
    let note = hidden_note(&disclosed, store);
    let safe: Vec<Chart> = monthly_of(&disclosed.figures, &choices).into_iter().collect();
    view(chart, &safe, &note)
}
