//! Everything entered and chosen, in the form in which it is kept outside the program's memory, so that nothing is lost
//! should the program fail. Unlike a saved page it leaves nothing out and hides nothing: it goes nowhere.

use serde::{Deserialize, Serialize};

use crate::commentary::Remark;
use crate::published::{Published, Release};
use crate::read::{Entry, Mapping, Problem};
use crate::words::status::Status;

use crate::app::commentary::Commentary;
use crate::app::corrections::{Corrections, KeptCorrection};
use crate::app::draft::Draft;
use crate::app::edition::Edition;
use crate::app::intake::Intake;
use crate::app::lines::Lines;
use crate::app::names::Names;
use crate::app::saved::choices::SavedChoices;
use crate::app::scenarios::{Caseloads, ReachForm, Scenario};
use crate::app::snapshot::Snapshot;
use crate::app::state::State;
use crate::app::stated::Stated;
use crate::app::targets::{Targets, TypedTarget};

/// What was entered and chosen, but for the lines and the official files, which are kept one by one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Kept {
    choices: SavedChoices,
    names: Names,
    targets: Vec<TypedTarget>,
    #[serde(skip_serializing_if = "Stated::is_empty")]
    stated: Stated,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    commentary: Vec<Remark>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    corrections: Vec<KeptCorrection>,
    edition: Edition,
    scenarios: Vec<Scenario>,
    selected: usize,
    base: usize,
    has_changed_scenarios: bool,
    reach: ReachForm,
    #[serde(skip_serializing_if = "Draft::is_empty")]
    draft: Draft,
    mappings: Vec<Mapping>,
    is_unsaved: bool,
    /// Names of the files that were being read or asked about, empty for a text. That is not kept: nothing of it was taken yet.
    waiting: Vec<String>,
}

impl Kept {
    /// The same of a copy that is saved: nothing is on its way in.
    pub(super) fn saved(self) -> Self {
        Self { is_unsaved: false, waiting: Vec::new(), ..self }
    }
}

impl State {
    /// What is kept of the state, but for its lines, its problems and its official files.
    pub fn to_kept(&self) -> Kept {
        Kept {
            choices: self.saved_choices(),
            names: self.names.clone(),
            targets: self.targets.iter().cloned().collect(),
            stated: self.stated.clone(),
            commentary: self.commentary.remarks().to_vec(),
            corrections: self.corrections.kept(&self.lines),
            edition: self.edition,
            scenarios: self.scenarios.caseloads.scenarios.to_vec(),
            selected: self.scenarios.caseloads.selected,
            base: self.scenarios.caseloads.base,
            has_changed_scenarios: self.scenarios.caseloads.is_changed,
            reach: self.scenarios.reach.clone(),
            draft: self.draft.clone(),
            mappings: self.intake.mappings.to_vec(),
            is_unsaved: self.is_unsaved(),
            waiting: self.intake.sources().iter().map(|source| source.name.clone()).collect(),
        }
    }

    /// Whether all that is kept of the state, but for its lines, its problems and its official files, is as it was.
    pub fn is_kept_alike(&self, before: &Self) -> bool {
        let choices = |state: &Self| Snapshot { lines: Lines::default(), ..state.snapshot() };
        // Corrections are kept by the places of their lines.
        self.corrections.is_empty()
            && choices(self) == choices(before)
            && (self.edition, self.is_unsaved()) == (before.edition, before.is_unsaved())
            && self.intake.sources() == before.intake.sources()
    }

    /// The state of a program that was started anew with what was kept of the one before.
    #[must_use]
    pub fn started_anew(
        kept: Kept,
        lines: Vec<Entry>,
        problems: Vec<Problem>,
        releases: impl IntoIterator<Item = Release>,
    ) -> Self {
        let mut state = Self::default();
        state.take_choices(&kept.choices);
        state.names = kept.names;
        state.targets = Targets::of(kept.targets);
        state.stated = kept.stated;
        state.commentary = Commentary::of(kept.commentary);
        state.edition = kept.edition;
        state.published = releases.into_iter().fold(Published::default(), |all, release| all.with(release));
        state.lines.add_problems(problems);
        state.intake = Intake::with_mappings(kept.mappings);
        state.scenarios.reach = kept.reach;
        state.draft = kept.draft;
        if !kept.scenarios.is_empty() {
            state.scenarios.caseloads = Caseloads {
                is_changed: kept.has_changed_scenarios,
                ..Caseloads::of(kept.scenarios, kept.selected, kept.base)
            };
        }
        for line in lines {
            state.lines.push(line);
        }
        state.corrections = Corrections::of_kept(kept.corrections, &state.lines);
        if !kept.is_unsaved {
            state.mark_as_saved();
        }
        state.say(Status::Restarted(kept.waiting));
        state.tells_incoming = true;
        state
    }
}
