//! What is kept elsewhere of what was entered: as it was last saved, or loaded from where it is kept.

use crate::app::lines::Lines;
use crate::app::targets::Targets;

/// The lines and targets as they were last saved, or loaded from where they are kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct LastSaved {
    lines: Lines,
    targets: Targets,
}

impl LastSaved {
    /// These lines and targets, which are kept elsewhere as they are.
    pub(crate) fn of(lines: &Lines, targets: &Targets) -> Self {
        Self { lines: lines.clone(), targets: targets.clone() }
    }

    /// Whether nothing of these would be lost if they were gone.
    pub(crate) fn has(&self, lines: &Lines, targets: &Targets) -> bool {
        (lines.is_empty() || lines.has_same_lines(&self.lines))
            && (targets.is_empty() || *targets == self.targets)
    }
}
