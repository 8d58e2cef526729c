//! Opening a file, looking through and checking a draft, and simulating a scenario in a worker: readings cross from there to the page whole. Not part of the documented face.

use std::rc::Rc;

use js_sys::{Float64Array, Function};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use super::{Answer, from_js, to_js};
use crate::app::scenarios::Scenario;
use crate::area::{Area, NeighbourModel};
use crate::check::{Context, Neighbours, Own};
use crate::compare::Average;
use crate::figure::Amount;
use crate::indicator;
use crate::number::Decimal;
use crate::period::Period;
use crate::published::{Published, Release};
use crate::read::{Opened, Options, Personal, Progress, open_file_telling, personal_of_persons};
use crate::report::{Checked, checked};
use crate::scenario::{Simulation, simulate};
use crate::words::face as words;

/// Opens the bytes of a file, and calls `tell` with a [`Progress`] as it goes.
///
/// # Errors
/// When the options are not what the page sends.
#[wasm_bindgen(js_name = openFile)]
pub fn open_file(bytes: &[u8], name: &str, options: JsValue, tell: &Function) -> Answer {
    let options: Options = from_js(options, words::OPEN_FILE)?;
    let mut tell = |progress: Progress| {
        // Who cannot be told waits without knowing; the file is read all the same.
        let _ = to_js(&progress).map(|progress| tell.call1(&JsValue::UNDEFINED, &progress));
    };
    to_js(&open_file_telling(bytes, name, &options, &mut tell))
}

/// Looks through a draft for personal data for which it is refused.
///
/// # Errors
/// None that are known.
#[wasm_bindgen(js_name = lookThrough)]
pub fn look_through(text: &str) -> Answer {
    to_js(&personal_of_persons(text))
}

/// A draft to be checked, and what it is checked against.
#[derive(Serialize, Deserialize)]
struct Draft {
    text: String,
    council: Option<&'static Area>,
    period: Option<String>,
    own: Vec<OwnFigure>,
    model: String,
    is_mean: bool,
    /// Files and their figures.
    releases: Vec<(String, String)>,
}

/// A figure of the council's own: its indicator, its period, and its number, or its numerator and denominator.
#[derive(Serialize, Deserialize)]
struct OwnFigure {
    id: String,
    period: Option<String>,
    number: String,
    of: Option<u64>,
}

impl OwnFigure {
    fn of(own: &Own) -> Option<Self> {
        let (number, of) = match own.amount {
            Amount::Counts { numerator, denominator } => (numerator.to_string(), Some(denominator)),
            Amount::Value(value) => (value.to_string(), None),
            Amount::Withheld(_) => return None,
        };
        Some(Self { id: own.indicator.id.to_string(), period: own.period.map(Period::id), number, of })
    }

    fn own(&self) -> Option<Own> {
        let amount = match self.of {
            Some(denominator) => Amount::Counts { numerator: self.number.parse().ok()?, denominator },
            None => Amount::Value(Decimal::parse(&self.number).ok()?),
        };
        let period = self.period.as_deref().and_then(|period| Period::parse(period).ok());
        Some(Own { indicator: indicator::by_id(&self.id)?, period, amount })
    }
}

/// Checks a draft.
///
/// # Errors
/// When it is not what the page sends.
#[wasm_bindgen(js_name = checkDraft)]
pub fn check_draft(draft: JsValue) -> Answer {
    let draft: Draft = from_js(draft, words::OPENED)?;
    let releases = draft.releases.iter().map(|(file, lines)| Release::from_lines(file, lines));
    let context = Context {
        council: draft.council,
        period: draft.period.and_then(|period| Period::parse(&period).ok()),
        own: draft.own.iter().filter_map(OwnFigure::own).collect(),
        neighbours: Neighbours {
            model: NeighbourModel::by_id(&draft.model).unwrap_or_default(),
            average: if draft.is_mean { Average::Mean } else { Average::Median },
        },
        published: releases.fold(Published::default(), |published, release| published.with(release)),
        ..Context::default()
    };
    to_js(&checked(&draft.text, &context))
}

/// Simulates a scenario.
///
/// # Errors
/// When it is not what the page sends.
#[wasm_bindgen(js_name = simulateScenario)]
pub fn simulate_scenario(scenario: JsValue) -> Answer {
    let scenario: Scenario = from_js(scenario, words::OPENED)?;
    let simulation = scenario
        .good()
        .inputs
        .as_ref()
        .and_then(|inputs| simulate(inputs).ok().flatten())
        .unwrap_or_default();
    Ok(Float64Array::from(&simulation.to_numbers()[..]).into())
}

/// A scenario on its way to a worker.
pub(crate) fn scenario_to_js(scenario: &Scenario) -> Answer {
    to_js(scenario)
}

/// What a worker simulated, back in the page.
pub(crate) fn simulation_from_js(value: &JsValue) -> Simulation {
    Simulation::of_numbers(&Float64Array::new(value).to_vec())
}

/// A draft on its way to a worker.
pub(crate) fn draft_to_js(text: &str, context: &Context) -> Answer {
    let release = |release: &Rc<Release>| (release.file.clone(), release.to_lines());
    to_js(&Draft {
        text: text.to_owned(),
        council: context.council,
        period: context.period.map(Period::id),
        own: context.own.iter().filter_map(OwnFigure::of).collect(),
        model: context.neighbours.model.id().to_owned(),
        is_mean: context.neighbours.average == Average::Mean,
        releases: context.published.releases().iter().map(release).collect(),
    })
}

/// What a worker found that may not be read, back in the page.
pub(crate) fn personal_from_js(value: JsValue) -> Result<Vec<Personal>, JsError> {
    Ok(serde_wasm_bindgen::from_value(value)?)
}

/// What a worker found in a draft, back in the page.
pub(crate) fn checked_from_js(value: JsValue) -> Result<Checked, JsError> {
    from_js(value, words::OPENED)
}

/// From now on a panic is thrown with its message, so that who called can tell it from running out of memory, which has
/// none.
pub fn throw_panics() {
    std::panic::set_hook(Box::new(|info| wasm_bindgen::throw_str(&info.to_string())));
}

/// What a worker gave, back in the page.
pub(crate) fn opened_from_js(value: JsValue) -> Result<Opened, JsError> {
    from_js(value, words::OPENED)
}

/// How far a worker has come.
pub(crate) fn progress_from_js(value: JsValue) -> Result<Progress, JsError> {
    from_js(value, words::OPENED)
}

/// Options on their way to a worker.
pub(crate) fn options_to_js(options: &Options) -> Answer {
    to_js(options)
}
