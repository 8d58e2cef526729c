//! What is kept elsewhere of what was entered: as it was last saved, or loaded from where it is kept.

use crate::app::lines::Lines;
use crate::app::scenarios::Scenarios;
use crate::app::targets::Targets;

/// The lines, targets and scenarios as they were last saved, or loaded from where they are kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct LastSaved {
    lines: Lines,
    targets: Targets,
    scenarios: Scenarios,
}

impl LastSaved {
    /// These, which are kept elsewhere as they are.
    pub(crate) fn of(lines: &Lines, targets: &Targets, scenarios: &Scenarios) -> Self {
        Self { lines: lines.clone(), targets: targets.clone(), scenarios: scenarios.clone() }
    }

    /// These lines and targets are kept elsewhere as they are.
    pub(crate) fn keep_figures(&mut self, lines: &Lines, targets: &Targets) {
        (self.lines, self.targets) = (lines.clone(), targets.clone());
    }

    /// So are these scenarios.
    pub(crate) fn keep_scenarios(&mut self, scenarios: &Scenarios) {
        self.scenarios = scenarios.clone();
    }

    /// Whether nothing of these would be lost if they were gone.
    pub(crate) fn has(&self, lines: &Lines, targets: &Targets, scenarios: &Scenarios) -> bool {
        (lines.is_empty() || lines.has_same_lines(&self.lines))
            && (targets.is_empty() || *targets == self.targets)
            && (!scenarios.is_typed() || scenarios.says_the_same(&self.scenarios))
    }
}
