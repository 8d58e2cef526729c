//! What screens ask of the state.

use crate::compare::{Choices, StatedDiffers};
use crate::figure::Figure;
use crate::read::Delimiter;
use crate::words::status::Status;

use crate::app::intake::FileId;
use crate::app::lines::CellId;
use crate::app::state::{Action, State};

impl State {
    /// Every figure of lines that have one.
    pub fn figures(&self) -> Vec<Figure> {
        self.lines.figures()
    }

    /// The choices a scorecard takes.
    pub fn choices(&self) -> Choices {
        let settings = &self.settings;
        Choices {
            published: self.published.as_known(settings.known),
            council: settings.council,
            period: settings.period,
            model: settings.model,
            average: settings.average,
            also: settings.also.clone(),
            population: settings.population().ok().flatten(),
            way: settings.way,
            targets: self.targets.valid(),
        }
    }

    /// The same with official figures as they are now, for screens that do not say as when they are given.
    pub fn choices_now(&self) -> Choices {
        Choices { published: self.published.clone(), ..self.choices() }
    }

    /// The figures of others that tables state and that are not the official ones.
    pub fn stated_differing(&self) -> Vec<StatedDiffers> {
        self.stated.differing(&self.published, self.settings.council, self.settings.period)
    }

    /// Whether there is something a person entered that was neither saved nor comes from where it is kept: figures,
    /// targets, or numbers of scenarios, which no file keeps.
    pub fn is_unsaved(&self) -> bool {
        !self.last_saved.has(&self.lines, &self.targets) || self.scenarios.is_typed()
    }

    /// Whether the last action settled what a name means.
    pub fn settled_last(&self) -> bool {
        let settles = |status: &Status| {
            matches!(status, Status::ReadAs(..) | Status::KeptAsOwn(_) | Status::LeftOut(_))
        };
        self.message.statuses().iter().any(settles)
    }

    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Whether there is something to make again.
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// What separated the cells of the source that was added last, or `None` if it cannot be read again.
    pub fn separator(&self) -> Option<Delimiter> {
        self.last_added.as_ref().map(|last| last.separator)
    }

    /// The files the browser must keep.
    pub fn files_in_use(&self) -> Vec<FileId> {
        let last = self.last_added.as_ref().map(|last| &last.source);
        self.intake.sources().iter().chain(last).filter_map(|source| source.file).collect()
    }

    /// What Escape does in a cell: takes back what was typed into it since it was entered, if anything was.
    pub fn escape(&self, cell: CellId) -> Option<Action> {
        self.is_typing_in(cell).then_some(Action::Undo)
    }
}
