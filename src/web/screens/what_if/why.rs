//! Why a target: the official caseload over the years, and what guidance and research say.

use std::rc::Rc;

use yew::prelude::*;

use crate::compare::{self, Choices};
use crate::indicator::ids;
use crate::report::{Chart, charts_of, uneven_official};

use crate::web::parts::charts::ChartView;
use crate::web::screens::settings::SettingsPanel;
use crate::web::store::{ScreenProps, Store};
use crate::words::why_fifteen as words;

/// The official caseload of the council and what it is compared with, over the years.
fn official(choices: &Choices) -> Option<Rc<Chart>> {
    let choices = Choices { period: None, ..choices.clone() };
    let row = compare::profile(&choices)
        .rows
        .into_iter()
        .find(|row| row.indicator == ids::SOCIAL_WORKER_CASELOAD)?;
    charts_of(&row, &[], &choices).into_iter().next().map(Rc::new)
}

#[component]
pub(crate) fn Why(ScreenProps { store }: &ScreenProps) -> Html {
    html! {
        <section class="why screen-only" aria-labelledby="why-heading">
            <h2 id="why-heading" tabindex="-1">{ words::HEADING }</h2>
            <p>{ words::OFFICIAL }</p>
            { chart(store) }
            { for uneven_official(&store.state().choices_now()).map(|told| html! { <p>{ told }</p> }) }
            <h3>{ words::KNOWN }</h3>
            <ul>{ for words::EVIDENCE.iter().map(|(says, source)| html! { <li>{ says }<span class="remark">{ source }</span></li> }) }</ul>
            <p>{ words::NOT_SHOWN }</p>
        </section>
    }
}

/// The chart, or the choice of a council it needs.
fn chart(store: &Store) -> Html {
    let choices = store.state().choices_now();
    if choices.council.is_none() {
        return html! { <><p>{ words::CHOOSE_COUNCIL }</p><SettingsPanel store={store.clone()} /></> };
    }
    let released = store.state().disclosed().with(&choices, |_, choices| official(choices)).transposed();
    released
        .map_or_else(Html::default, |chart| html! { <ChartView chart={Rc::clone(&chart)} safe={chart} /> })
}
