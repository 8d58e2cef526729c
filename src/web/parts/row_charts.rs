//! The charts of one indicator, shown where its row is opened, and those of a theme.

use std::rc::Rc;

use yew::prelude::*;

use crate::compare::{self, Row};
use crate::disclose::{Disclosed, Disclosure, Released};
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
    pub(crate) fn of(disclosed: &Disclosed, disclosure: Disclosure) -> Self {
        if disclosure.is_internal() {
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

/// A chart as it may leave the page.
#[derive(Clone)]
pub(crate) struct Safe {
    chart: Chart,
    /// With its notes where nothing is hidden in it.
    whole: Rc<Chart>,
    /// With its notes where it draws less than the screen shows.
    with_less: Rc<Chart>,
}

/// A chart as it may leave the page, with what is hidden in it.
pub(crate) fn noted(chart: Chart, disclosed: &Disclosed, disclosure: Disclosure) -> Safe {
    let hidden = Hidden::of(disclosed, disclosure);
    // Where it hides nothing, only that it stays inside the council is to be noted.
    let of_whole = if hidden == Hidden::Figures { Hidden::Nothing } else { hidden };
    let [whole, with_less] = [of_whole, hidden].map(|hidden| Rc::new(chart.clone().with_note(hidden.note())));
    Safe { chart, whole, with_less }
}

/// The charts of a row, each with what of it may leave the page.
#[component]
pub(crate) fn RowCharts(Props { row }: &Props) -> Html {
    let Some(store) = use_context::<Store>() else { return html! {} };
    let (state, choices) = (store.state(), store.state().choices());
    let charts = charts_of(row, &state.figures(), &choices);
    let chosen = (row.indicator.clone(), choices, state.settings.disclosure);
    let safe = state.disclosed().with(&chosen, |disclosed, (indicator, choices, disclosure)| {
        let card = compare::scorecard_or_profile(&disclosed.figures, choices);
        let row = card.rows.iter().find(|row| row.indicator == *indicator);
        let charts = row.map(|row| charts_of(row, &disclosed.figures, choices)).unwrap_or_default();
        charts.into_iter().map(|chart| noted(chart, disclosed, *disclosure)).collect::<Vec<_>>()
    });
    let safe: Vec<Released<Safe>> = safe.each().collect();
    charts.into_iter().map(|chart| view(chart, &safe)).collect()
}

/// A chart with the one of the same name that may leave the page in its place, which says so where it draws less.
pub(crate) fn view(chart: Chart, safe: &[Released<Safe>]) -> Html {
    let key = chart.id.clone();
    let safe = safe.iter().find(|safe| safe.chart.id == chart.id);
    let (shown, safe) = match safe {
        Some(safe) if safe.chart == chart => (safe.whole.clone(), Some(safe.map(|safe| safe.whole.clone()))),
        safe => (Rc::new(chart), safe.map(|safe| safe.map(|safe| safe.with_less.clone()))),
    };
    html! { <ChartView {key} chart={shown} {safe} /> }
}

/// Unaccompanied and other children by month, where months are among the figures.
#[component]
pub(crate) fn MonthlyChart(ScreenProps { store }: &ScreenProps) -> Html {
    let (state, choices) = (store.state(), store.state().choices());
    let Some(chart) = monthly_of(&state.figures(), &choices) else { return html! {} };
    let chosen = (choices, state.settings.disclosure);
    let safe = state.disclosed().with(&chosen, |disclosed, (choices, disclosure)| {
        monthly_of(&disclosed.figures, choices).map(|chart| noted(chart, disclosed, *disclosure))
    });
    let safe: Vec<Released<Safe>> = safe.transposed().into_iter().collect();
    view(chart, &safe)
}
