//! The answers of the caseload scenarios.

use std::rc::Rc;

use crate::app::scenarios::caseloads::{Caseloads, ScenarioId, Simulated};
use crate::app::scenarios::inputs::Input;
use crate::app::scenarios::scenario::{LastGood, Scenario};
use crate::report::{SideBySide, Table, caseload_table};
use crate::scenario::{self, Caseload, CaseloadInputs, Held, Role};

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
    /// What is recommended.
    pub recommendation: String,
    /// How many cases each worker holds, where that is given.
    pub held: Vec<Held>,
    /// What the answer was worked out from.
    pub inputs: CaseloadInputs,
    /// The answer.
    pub found: Caseload,
    /// Whether something was entered since that cannot be used.
    pub is_old: bool,
    /// The last simulation of the scenario, which is of other inputs while that of these is worked out.
    pub simulated: Option<Rc<Simulated>>,
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
            let LastGood { inputs, given } = each.good().clone();
            let inputs = inputs?;
            let id = ScenarioId(index);
            let simulated = caseloads.simulated.clone().filter(|simulated| simulated.id == id);
            let of_these = simulated.as_ref().filter(|simulated| simulated.inputs == inputs);
            let simulation = of_these.map(|simulated| simulated.simulation.clone());
            let found = Caseload { simulation, ..scenario::caseload_without_chance(&inputs).ok()? };
            let text = |input| each.text(input).trim().to_owned();
            Some(Rc::new(Answered {
                id,
                name: each.name.clone(),
                role: each.worker,
                given,
                placement_source: text(Input::PlacementSource),
                recommendation: text(Input::Recommendation),
                is_old: each.is_old(),
                held: each.caseloads(),
                inputs,
                found,
                simulated,
            }))
        };
        let all: Vec<_> = caseloads.scenarios.iter().enumerate().filter_map(answered).collect();
        let base = all.iter().position(|each| each.id == ScenarioId(caseloads.base)).unwrap_or(0);
        Self { all, selected: ScenarioId(caseloads.selected), base }
    }

    /// Returns each side by side, or `None` if there is none.
    pub fn table(&self) -> Option<Table> {
        let columns = self.all.iter().map(|each| {
            let Answered { name, role, given, inputs, found, is_old, .. } = &**each;
            SideBySide { name, role: *role, given, inputs, found, is_old: *is_old }
        });
        let columns: Vec<SideBySide<'_>> = columns.collect();
        (!columns.is_empty()).then(|| caseload_table(&columns, self.base))
    }

    /// Returns the answer of the scenario that is shown, or `None` if it has none.
    pub fn selected(&self) -> Option<&Rc<Answered>> {
        self.all.iter().find(|each| each.id == self.selected)
    }
}
