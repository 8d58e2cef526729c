//! What-if questions as they are typed: caseloads over time, and what it would take.

mod answers;
mod boxes;
mod caseloads;
mod inputs;
mod pasted;
mod reach;
mod scenario;
mod taken;
mod team;

pub use self::answers::{Answered, Answers};
pub use self::caseloads::{
    CaseloadAction, Caseloads, MOST_SCENARIOS, ScenarioId, Simulated, change_in_a_year,
};
pub(crate) use self::inputs::FREE;
pub use self::inputs::{CASE_KINDS, Group, INPUTS, Input, InputInfo, InputKind, OF_CHILDREN, TICKED};
pub use self::reach::{Goal, Later, ReachAction, ReachField, ReachForm};
pub use self::scenario::Scenario;
pub use self::taken::Taken;
pub use self::team::TeamIs;
pub use crate::scenario::Role;

/// Every what-if question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scenarios {
    /// The caseload scenarios.
    pub caseloads: Caseloads,
    /// What it would take.
    pub reach: ReachForm,
}

/// A change to what-if questions.
#[derive(Clone, Debug, PartialEq)]
pub enum ScenariosAction {
    /// Change the caseload scenarios.
    Caseload(CaseloadAction),
    /// Change "what it would take".
    Reach(ReachAction),
}

impl From<CaseloadAction> for ScenariosAction {
    fn from(action: CaseloadAction) -> Self {
        Self::Caseload(action)
    }
}

impl From<ReachAction> for ScenariosAction {
    fn from(action: ReachAction) -> Self {
        Self::Reach(action)
    }
}

impl Scenarios {
    /// Makes a change.
    pub(crate) fn apply(&mut self, action: ScenariosAction) {
        match action {
            ScenariosAction::Caseload(action) => self.caseloads.apply(action),
            ScenariosAction::Reach(action) => self.reach.apply(action),
        }
    }

    /// Whether the same was entered in both, whichever scenario is shown.
    pub(crate) fn says_the_same(&self, other: &Self) -> bool {
        self.caseloads.scenarios == other.caseloads.scenarios && self.reach == other.reach
    }

    /// Whether a person gave numbers that no figure gives.
    pub(crate) fn is_typed(&self) -> bool {
        self.caseloads.is_changed || self.reach.is_typed()
    }
}
