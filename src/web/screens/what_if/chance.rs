//! The chance of a scenario, worked out in a worker so that keys are not held up.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::scenarios::{Answered, CaseloadAction, Simulated};
use crate::scenario::simulate;
use crate::web::browser::worker::{self, News};
use crate::web::store::Store;
use crate::words::chance::chance_sentence;
use crate::words::screens::caseloads as words;

/// Works out the chance of the selected scenario where it is not known, anew when its inputs change.
#[hook]
pub(super) fn use_chance(store: &Store) {
    let wanted = store.state().scenarios.caseloads.to_simulate();
    let key = wanted.map(|(id, scenario, inputs)| (id, scenario.clone(), inputs.clone()));
    let dispatcher = store.dispatcher();
    use_effect_with(key, move |key| {
        let job = key.clone().map(|(id, scenario, inputs)| {
            let done = {
                let inputs = inputs.clone();
                move |simulation| {
                    let simulated = Simulated { id, inputs: inputs.clone(), simulation };
                    dispatcher.dispatch(CaseloadAction::Simulated(Rc::new(simulated)).into());
                }
            };
            // Where no worker can be had, the page does it.
            let at_once = {
                let done = done.clone();
                move || done(simulate(&inputs).ok().flatten().unwrap_or_default())
            };
            let tell = {
                let at_once = at_once.clone();
                move |news| match news {
                    News::Simulated(simulation) => done(simulation),
                    News::Failed(_) => at_once(),
                    News::Started
                    | News::Progress(_)
                    | News::Opened(_)
                    | News::LookedThrough(_)
                    | News::Checked(_) => {}
                }
            };
            worker::simulate(&scenario, tell).map_err(|_| at_once())
        });
        // Dropped, the worker stops: when it is done, or when something newer is to be worked out.
        move || drop(job)
    });
}

/// The chance; while it is worked out, that of the inputs before, marked as old.
pub(super) fn chance(each: &Answered) -> Html {
    if each.inputs.uncertain.is_none() {
        return html! {};
    }
    if let Some(simulation) = &each.found.simulation {
        return html! { { for chance_sentence(&each.inputs, simulation).map(|chance| html! { <p>{ chance }</p> }) } };
    }
    let before = each.simulated.as_ref();
    let before = before.and_then(|before| chance_sentence(&before.inputs, &before.simulation));
    html! { <p class="answer-old">{ words::CHANCE_AT_WORK }{ " " }{ before.unwrap_or_default() }</p> }
}
