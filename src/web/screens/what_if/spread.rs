//! How evenly a team holds its cases.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::scenarios::{CaseloadAction, Scenario};
use crate::disclose::Cleared;
use crate::report::{Chart, spread_chart};
use crate::scenario::caseload_without_chance;
use crate::web::parts::charts::ChartView;
use crate::web::parts::inputs::text_of;
use crate::web::store::Store;
use crate::words::spread as words;

/// The box of how many cases each worker holds.
pub(super) fn spread_box(store: &Store) -> Html {
    let selected = store.state().scenarios.caseloads.selected();
    let oninput = store.on(|event: InputEvent| CaseloadAction::Spread(text_of(&event)));
    let error = selected.spread_error.as_ref().map(ToString::to_string);
    html! {
        <div class="field">
            <label class="label" for="input-spread">{ words::LABEL }</label>
            <p class="hint" id="input-spread-help">{ words::HINT }</p>
            if let Some(left) = selected.spread_left_out {
                <p class="remark" role="status">{ words::left_out(left) }</p>
            }
            if let Some(error) = &error {
                <p class="error" id="input-spread-error" role="status">{ error }</p>
            }
            <textarea autocomplete="off" spellcheck="false" id="input-spread" class="input" rows="3" value={selected.spread.clone()}
                aria-describedby={if error.is_some() { "input-spread-help input-spread-error" } else { "input-spread-help" }}
                aria-invalid={error.is_some().then_some("true")} {oninput} />
        </div>
    }
}

/// The chart of a scenario, or `None` where no caseloads are given or it has no answer.
fn chart(scenario: &Scenario) -> Option<Rc<Chart>> {
    let inputs = scenario.good().inputs.as_ref()?;
    let found = caseload_without_chance(inputs).ok()?;
    spread_chart(&scenario.caseloads(), inputs, &found).map(Rc::new)
}

/// How evenly the cases are held.
pub(super) fn spread(scenario: &Cleared<Scenario>) -> Html {
    let Some(found) = scenario.map(chart).transposed() else { return html! {} };
    html! {
        <section aria-labelledby="spread-heading">
            <h2 id="spread-heading">{ words::HEADING }</h2>
            <ChartView chart={Rc::clone(&found)} safe={found.released()} />
        </section>
    }
}
