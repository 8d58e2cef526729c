//! What is kept elsewhere of what was entered: as it was last saved, or loaded from where it is kept.

use std::rc::Rc;

use crate::app::commentary::Commentary;
use crate::app::draft::Draft;
use crate::app::lines::Lines;
use crate::app::names::Names;
use crate::app::scenarios::Scenarios;
use crate::app::targets::Targets;
use crate::compare::{OneOffs, OwnBreak};

/// What a person entered, as it was last saved, or loaded from where it is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct LastSaved(pub(super) Entered);

/// What a person entered.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Entered {
    pub(super) lines: Lines,
    pub(super) names: Names,
    pub(super) targets: Targets,
    pub(super) commentary: Commentary,
    pub(super) scenarios: Scenarios,
    pub(super) draft: Draft,
    pub(super) breaks: Rc<[OwnBreak]>,
    pub(super) one_offs: OneOffs,
}

impl LastSaved {
    /// Remembers that these lines are kept elsewhere as they are.
    pub(crate) fn take_lines(&mut self, lines: &Lines) {
        self.0.lines = lines.clone();
    }

    /// Whether nothing of this would be lost if it were gone.
    pub(crate) fn has(&self, now: &Entered) -> bool {
        let saved = &self.0;
        (now.lines.is_empty() || now.lines.has_same_lines(&saved.lines))
            && (now.names.is_empty() || now.names == saved.names)
            && (now.targets.is_empty() || now.targets == saved.targets)
            && (now.commentary.is_empty() || now.commentary == saved.commentary)
            && (now.breaks.is_empty() || now.breaks == saved.breaks)
            && (now.one_offs.is_empty() || now.one_offs == saved.one_offs)
            && (!now.draft.is_typed() || now.draft == saved.draft)
            && (!now.scenarios.is_typed() || now.scenarios.says_the_same(&saved.scenarios))
    }
}
