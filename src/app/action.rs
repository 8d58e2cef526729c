//! Every change a person makes.

use crate::compare::{OneOff, OwnBreak};
use crate::indicator::Measure;
use crate::published::ReleaseId;
use crate::read::Delimiter;

use crate::app::commentary::{CommentaryAction, personal_in_remark};
use crate::app::corrections::CorrectionsAction;
use crate::app::draft::DraftAction;
use crate::app::example::Example;
use crate::app::intake::IntakeAction;
use crate::app::lines::{CellId, LinesAction, OwnAction};
use crate::app::scenarios::{CaseloadAction, Input, ReachAction, ReachField, ScenariosAction};
use crate::app::settings::Setting;
use crate::app::targets::{TargetField, TargetsAction};

/// A change a person makes: to one part of the state, or to several of them.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Change the lines of the figures table.
    Lines(LinesAction),
    /// Something about sources on their way in.
    Intake(IntakeAction),
    /// Choose something about the figures as a whole.
    Set(Setting),
    /// Change the council's own measures.
    Own(OwnAction),
    /// Change the council's own targets.
    Targets(TargetsAction),
    /// Say what to make of corrections.
    Corrections(CorrectionsAction),
    /// Change what is said about figures.
    Commentary(CommentaryAction),
    /// Change what-if questions.
    Scenarios(ScenariosAction),
    /// Change the draft that is checked.
    Draft(DraftAction),
    /// Read pasted or typed text, and add what it holds.
    Read(String),
    /// Read the source that was added last again, with another separator.
    Separate(Delimiter),
    /// Go back to the built-in figures in place of those of an opened file, by its place among the files.
    CloseRelease(ReleaseId),
    /// Load an example, or ask first if it would replace something.
    Offer(Example),
    /// Keep what there is: the example that was asked for is not loaded.
    KeepFigures,
    /// Load an example in place of everything.
    Load(Example),
    /// Delete every figure that was entered.
    Clear,
    /// The figures were saved as they are now, by themselves or with everything else.
    Saved(Copied),
    /// Go on from a publishable copy as from any page.
    EditCopy,
    /// Take back the last change.
    Undo,
    /// Make it again.
    Redo,
}

/// What a copy holds that was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// The figures alone.
    Figures,
    /// All that was entered and chosen.
    Page,
}

/// A box that an action types into: typing on there is one step for undo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Typing {
    Cell(CellId),
    Population,
    Target(Measure, TargetField),
    Scenario(Input),
    ScenarioName,
    Spread,
    Reach(ReachField),
}

impl Action {
    /// The box it types into, or `None` if it types into none.
    pub(crate) fn typed_into(&self) -> Option<Typing> {
        match self {
            Self::Lines(LinesAction::Edit(cell, _)) => Some(Typing::Cell(*cell)),
            Self::Set(Setting::Population(_)) => Some(Typing::Population),
            Self::Targets(TargetsAction::Type(indicator, field, _)) => {
                Some(Typing::Target(indicator.clone(), *field))
            }
            Self::Scenarios(ScenariosAction::Caseload(CaseloadAction::Edit(input, _))) => {
                Some(Typing::Scenario(*input))
            }
            Self::Scenarios(ScenariosAction::Caseload(CaseloadAction::Name(_))) => Some(Typing::ScenarioName),
            Self::Scenarios(ScenariosAction::Caseload(CaseloadAction::Spread(_))) => Some(Typing::Spread),
            Self::Scenarios(ScenariosAction::Reach(ReachAction::Edit(field, _))) => {
                Some(Typing::Reach(*field))
            }
            _ => None,
        }
    }

    /// Whether it would keep personal data in what the council says of figures, of a break or of a one-off.
    pub(crate) fn is_personal_remark(&self) -> bool {
        match self {
            Self::Commentary(written) => written.holds_personal(),
            Self::Set(Setting::Break(OwnBreak { note, .. }) | Setting::OneOff(OneOff { note, .. })) => {
                personal_in_remark(note).is_some()
            }
            _ => false,
        }
    }

    /// Whether it is about sources, so that what became of them is told on every screen.
    pub(crate) const fn is_about_sources(&self) -> bool {
        matches!(self, Self::Intake(_) | Self::Separate(_) | Self::CloseRelease(_))
    }

    /// Whether it changes nothing but how figures are compared, or what is asked of them: all that a publishable copy allows.
    pub(crate) const fn is_for_reading(&self) -> bool {
        match self {
            Self::Set(setting) => setting.is_of_comparison(),
            Self::Scenarios(_)
            | Self::Undo
            | Self::Redo
            | Self::Saved(_)
            | Self::EditCopy
            | Self::KeepFigures => true,
            _ => false,
        }
    }

    /// Whether something else comes in or everything goes, so that what was said of personal data is over.
    pub(crate) const fn ends_refusals(&self) -> bool {
        matches!(self, Self::Read(_) | Self::Load(_) | Self::Clear | Self::Intake(IntakeAction::Files(_)))
    }
}

impl From<LinesAction> for Action {
    fn from(action: LinesAction) -> Self {
        Self::Lines(action)
    }
}

impl From<OwnAction> for Action {
    fn from(action: OwnAction) -> Self {
        Self::Own(action)
    }
}

impl From<IntakeAction> for Action {
    fn from(action: IntakeAction) -> Self {
        Self::Intake(action)
    }
}

impl From<Setting> for Action {
    fn from(setting: Setting) -> Self {
        Self::Set(setting)
    }
}

impl From<TargetsAction> for Action {
    fn from(action: TargetsAction) -> Self {
        Self::Targets(action)
    }
}

impl From<CommentaryAction> for Action {
    fn from(action: CommentaryAction) -> Self {
        Self::Commentary(action)
    }
}

impl From<CorrectionsAction> for Action {
    fn from(action: CorrectionsAction) -> Self {
        Self::Corrections(action)
    }
}

impl From<DraftAction> for Action {
    fn from(action: DraftAction) -> Self {
        Self::Draft(action)
    }
}

impl From<CaseloadAction> for Action {
    fn from(action: CaseloadAction) -> Self {
        Self::Scenarios(action.into())
    }
}

impl From<ReachAction> for Action {
    fn from(action: ReachAction) -> Self {
        Self::Scenarios(action.into())
    }
}
