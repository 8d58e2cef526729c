//! The charts of one indicator, shown where its row is opened, and those of a theme.

use std::rc::Rc;

use yew::prelude::*;

use crate::compare::{self, Row};
use crate::disclose::Disclosed;
use crate::report::{Chart, charts_of, monthly_of};

use crate::web::parts::charts::ChartView;
use crate::web::store::{ScreenProps, Store};
use crate::words::disclosure::INTERNAL_MARK;
use crate::words::screens::parts::NOT_DRAWN;

/// What is hidden in charts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hidden {
    /// Nothing, since no figure has to be.
    Nothing,
    /// Nothing, since they stay inside the council.
    Internal,
    /// Figures that are hidden to protect children.
    Figures,
}

impl Hidden {
    pub(crate) fn of(disclosed: &Disclosed, store: &Store) -> Self {
        if store.state().settings.disclosure.is_internal() {
            Self::Internal
        } else if disclosed.hidden.iter().all(Option::is_none) {
            Self::Nothing
        } else {
            Self::Figures
        }
    }

    /// The note of a chart that shows it.
    pub(crate) const fn note(self) -> &'static str {
        match self {
            Self::Nothing => "",
            Self::Internal => INTERNAL_MARK,
            Self::Figures => NOT_DRAWN,
        }
    }
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
    let hidden = Hidden::of(&disclosed, &store);
    let safe = safe_row.map(|row| charts_of(row, &disclosed.figures, &choices)).unwrap_or_default();
    charts.into_iter().map(|chart| view(chart, &safe, hidden)).collect()
}

/// A chart with the one of the same name that may leave the page in its place, which says so where it draws less.
fn view(chart: Chart, safe: &[Chart], hidden: Hidden) -> Html {
    let key = chart.id.clone();
    let safe = safe.iter().find(|safe| safe.id == chart.id).cloned();
    let (shown, safe) = match safe {
        Some(safe) if safe == chart => {
            // As it hides nothing, only that it stays inside the council is to be noted.
            let hidden = if hidden == Hidden::Figures { Hidden::Nothing } else { hidden };
            let chart = Rc::new(chart.with_note(hidden.note()));
            (chart.clone(), Some(chart))
        }
        safe => (Rc::new(chart), safe.map(|safe| Rc::new(safe.with_note(hidden.note())))),
    };
    html! { <ChartView {key} chart={shown} {safe} /> }
}

/// Unaccompanied and other children by month, where months are among the figures.
#[component]
pub(crate) fn MonthlyChart(ScreenProps { store }: &ScreenProps) -> Html {
    let (state, choices) = (store.state(), store.state().choices());
    let Some(chart) = monthly_of(&state.figures(), &choices) else { return html! {} };
    let disclosed = state.disclosed();
    let hidden = Hidden::of(&disclosed, store);
    let safe: Vec<Chart> = monthly_of(&disclosed.figures, &choices).into_iter().collect();
    view(chart, &safe, hidden)
}
