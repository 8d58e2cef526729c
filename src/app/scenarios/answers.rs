//! The answers of the caseload scenarios.

use std::rc::Rc;

use crate::app::scenarios::caseloads::{Caseloads, ScenarioId};
use crate::app::scenarios::inputs::Input;
use crate::app::scenarios::scenario::Scenario;
use crate::scenario::{self, Caseload, CaseloadInputs, Role};

/// A scenario and its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    /// Which scenario.
    pub id: ScenarioId,
    /// Its name.
    pub name: String,
    /// Who holds the cases.
    pub role: Role,
    /// Every box with something in it, by its label.
    pub given: Vec<(&'static str, String)>,
    /// Where the cost of a placement comes from.
    pub placement_source: String,
    /// What the answer was worked out from.
    pub inputs: CaseloadInputs,
    /// The answer.
    pub found: Caseload,
    /// Whether something was entered since that cannot be used.
    pub is_old: bool,
}

/// The scenarios that have an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answers {
    /// Each of them.
    pub all: Vec<Rc<Answered>>,
    /// The one that is shown.
    pub selected: ScenarioId,
    /// The one that others are compared with, by its place among these.
    pub base: usize,
}

impl Answers {
    /// The answers of these scenarios.
    pub fn of(caseloads: &Caseloads) -> Self {
        let answered = |(index, each): (usize, &Scenario)| {
            let inputs = each.good.clone()?;
            let found = scenario::caseload(&inputs).ok()?;
            let given = each.given().map(|(label, text)| (label, text.to_owned())).collect();
            let (id, name, role, is_old) = (ScenarioId(index), each.name.clone(), each.worker, each.is_old());
            let placement_source = each.text(Input::PlacementSource).trim().to_owned();
            Some(Rc::new(Answered { id, name, role, given, placement_source, inputs, found, is_old }))
        };
        let all: Vec<_> = caseloads.scenarios.iter().enumerate().filter_map(answered).collect();
        let base = all.iter().position(|each| each.id == ScenarioId(caseloads.base)).unwrap_or(0);
        Self { all, selected: ScenarioId(caseloads.selected), base }
    }

    /// The answer of the scenario that is shown, or `None` if it has none.
    pub fn selected(&self) -> Option<&Rc<Answered>> {
        self.all.iter().find(|each| each.id == self.selected)
    }
}
