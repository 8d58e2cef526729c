//! What the page knows, and every way it can change. No component changes anything but through [`State::after`].

use std::rc::Rc;

use crate::compare::{self, Choices, Way};
use crate::disclose::{Disclosed, disclose};
use crate::figure::Figure;
use crate::period::Period;
use crate::published::Published;
use crate::read::Mapping;

pub use crate::app::example::Example;
pub use crate::app::settings::{Setting, Settings};

use crate::app::history::Snapshot;
use crate::app::intake::{IncomingAction, Last, Source};
use crate::app::lines::{CellId, Lines, LinesAction, TURNED_AWAY, TurnedAway};
use crate::app::saved::page::Saved;
use crate::app::scenarios::caseload_form::{CaseloadAction, Caseloads, Input};
use crate::app::scenarios::reach_form::{ReachAction, ReachField, ReachForm};
use crate::app::settings::SettingBox;
use crate::app::targets::TypedTarget;

/// Everything that was entered and chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The figures as texts, and what they come to.
    pub lines: Lines,
    /// What was chosen about them.
    pub settings: Settings,
    /// The official figures compared with.
    pub published: Published,
    /// The caseload scenarios.
    pub caseloads: Caseloads,
    /// What it would take.
    pub reach: ReachForm,
    /// Sources that are being read, or that the person is asked about. They are not part of what can be undone: what
    /// is turned away at the door is kept nowhere.
    pub sources: Rc<Vec<Source>>,
    /// What headings mean, as the person said, for the next file with the same.
    pub(crate) mappings: Rc<Vec<Mapping>>,
    /// The lines as they were last saved, or loaded from where they are kept.
    pub(crate) saved_lines: Lines,
    /// The targets as they were then.
    saved_targets: Rc<Vec<TypedTarget>>,
    pub(crate) next_source: usize,
    /// Whether the last action was about sources, so that what became of them is told on every screen.
    pub tells_incoming: bool,
    /// What became of each of the sources that came in together, by their ids: the message tells all of it.
    pub(crate) outcomes: Rc<Vec<(usize, Rc<str>)>>,
    /// The cell in which the last action put personal data.
    pub turned_away: Option<TurnedAway>,
    /// The source added by the last action.
    pub last: Option<Last>,
    /// What the last action did, to be announced.
    pub message: Rc<str>,
    pub(crate) past: Rc<Vec<Snapshot>>,
    pub(crate) future: Rc<Vec<Snapshot>>,
    /// What the last action typed into, if it typed: typing on there is one step for undo.
    pub(crate) typing: Option<Typing>,
}

/// A box that can be typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Typing {
    Cell(CellId),
    Setting(SettingBox),
    Scenario(usize, Input),
    ScenarioName(usize),
    Reach(ReachField),
}

/// A change a person makes.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Read pasted or typed text, and add what it holds.
    Read(String),
    /// Load an example in place of everything.
    Load(Example),
    /// Change the lines of the figures table.
    Lines(LinesAction),
    /// Delete everything that was entered.
    Clear,
    /// Choose something about the figures as a whole.
    Set(Setting),
    /// Change the caseload scenarios.
    Caseload(CaseloadAction),
    /// Something about sources on their way in.
    Incoming(IncomingAction),
    /// Change "what it would take".
    Reach(ReachAction),
    /// The figures were saved as they are now.
    Saved,
    /// Take back the last change.
    Undo,
    /// Make it again.
    Redo,
}

impl From<LinesAction> for Action {
    fn from(action: LinesAction) -> Self {
        Self::Lines(action)
    }
}

impl State {
    /// The state of a page that was saved with figures.
    #[must_use]
    pub fn restored(saved: Saved) -> Self {
        let mut state = Self::default();
        state.load_saved(saved);
        state
    }

    /// An empty state that says something.
    #[must_use]
    pub fn with_message(message: &str) -> Self {
        Self { message: message.into(), ..Self::default() }
    }

    /// The state after an action.
    #[must_use]
    pub fn after(&self, action: impl Into<Action>) -> Self {
        self.after_any(action.into())
    }

    fn after_any(&self, action: Action) -> Self {
        if let Action::Lines(action) = &action
            && let Some(cell) = action.personal_at()
        {
            return self.turned_away_at(cell);
        }
        let tells_incoming = matches!(action, Action::Incoming(_));
        let mut next = Self { typing: None, last: None, turned_away: None, tells_incoming, ..self.clone() };
        next.forget_refused(&action);
        match action {
            Action::Undo => return self.travelled(true),
            Action::Redo => return self.travelled(false),
            Action::Read(text) => next.read_text(&text),
            Action::Incoming(action) => {
                next.last.clone_from(&self.last);
                next.incoming(action);
            }
            Action::Load(example) => next.load(example),
            Action::Lines(action) => {
                next.typing = action.typed_into().map(Typing::Cell);
                let names_figures = matches!(action, LinesAction::ReadAs(..));
                if let Some(said) = next.lines.apply(action) {
                    next.say(&said);
                }
                if names_figures {
                    next.fill_settings();
                }
            }
            Action::Clear => {
                next.lines.clear();
                next.settings.period = None;
                next.say("Every figure was cleared. Undo brings them back.");
            }
            Action::Set(setting) => {
                next.typing = setting.typed_into().map(Typing::Setting);
                next.settings.set(setting);
            }
            Action::Caseload(action) => {
                let selected = next.caseloads.selected;
                next.typing = match &action {
                    CaseloadAction::Edit(input, _) => Some(Typing::Scenario(selected, *input)),
                    CaseloadAction::Name(_) => Some(Typing::ScenarioName(selected)),
                    _ => None,
                };
                next.caseloads.change(action);
            }
            Action::Reach(action) => {
                next.typing = match &action {
                    ReachAction::Edit(field, _) => Some(Typing::Reach(*field)),
                    _ => None,
                };
                next.reach.change(action);
            }
            // What was saved with figures hidden or left out is not all there is.
            Action::Saved if next.is_all_disclosed() => next.mark_as_kept(),
            Action::Saved => {}
        }
        next.remember(self);
        next
    }

    /// Every figure of lines that have one.
    pub fn figures(&self) -> Vec<Figure> {
        self.lines.figures()
    }

    /// The figures as they may leave the page.
    pub fn disclosed(&self) -> Disclosed {
        let settings = &self.settings;
        disclose(&self.figures(), settings.council, settings.period, settings.disclosure)
    }

    /// Whether nothing is hidden or left out of what leaves the page.
    pub fn is_all_disclosed(&self) -> bool {
        let disclosure = self.settings.disclosure;
        disclosure.is_internal()
            || (self.without_figure() == 0 && self.disclosed().hidden.iter().all(Option::is_none))
    }

    /// Remembers that what there is now is kept somewhere.
    pub(crate) fn mark_as_kept(&mut self) {
        self.saved_lines.clone_from(&self.lines);
        self.saved_targets.clone_from(&self.settings.targets);
    }

    /// Whether there is something a person entered that was neither saved nor comes from where it is kept: figures,
    /// targets, or numbers of scenarios, which no file keeps.
    pub fn is_unsaved(&self) -> bool {
        let targets = &self.settings.targets;
        (!self.lines.is_empty() && !self.lines.has_same_lines(&self.saved_lines))
            || (!targets.is_empty() && *targets != self.saved_targets)
            || self.caseloads.is_changed
            || self.reach.is_typed()
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
            population: settings.population().ok().flatten(),
            way: settings.way,
            targets: settings.targets(),
        }
    }

    /// The same with official figures as they are now, for screens that do not say as when they are given.
    pub fn choices_now(&self) -> Choices {
        Choices { published: self.published.clone(), ..self.choices() }
    }

    pub(crate) fn say(&mut self, message: &str) {
        self.message = message.into();
    }

    /// Chooses the council and the period the figures name, where nothing is chosen yet.
    pub(crate) fn fill_settings(&mut self) {
        let figures = self.figures();
        if self.settings.council.is_none() {
            let mut named = figures.iter().filter_map(|figure| figure.area);
            if let Some(first) = named.next().filter(|area| area.level == crate::area::Level::Council)
                && named.all(|area| area == first)
            {
                self.settings.council = Some(first);
            }
        }
        if self.settings.period.is_none() {
            let periods = compare::periods(&figures);
            let year = periods.iter().find(|period| matches!(period, Period::Year(_)));
            self.settings.period = year.or(periods.first()).copied();
        }
        self.caseloads.fill(&figures);
    }

    fn load(&mut self, example: Example) {
        self.lines.clear();
        self.settings.council = None;
        self.settings.population = String::new();
        self.settings.targets = Rc::default();
        self.settings.known = None;
        self.settings.way = Way::default();
        self.settings.period = Some(Period::Year(example.year()));
        self.read_text(example.text());
        self.mark_as_kept();
        let message = format!("Example loaded: {}. {}", example.title(), self.message);
        self.say(&message);
    }

    /// What Escape does in a cell: takes back what was typed into it since it was entered, if anything was.
    pub fn escape(&self, cell: CellId) -> Option<Action> {
        self.is_typing_in(cell).then_some(Action::Undo)
    }

    fn is_typing_in(&self, cell: CellId) -> bool {
        self.typing == Some(Typing::Cell(cell))
    }

    /// The state after an action that would put personal data into a cell: as it was before anything was typed there.
    fn turned_away_at(&self, cell: CellId) -> Self {
        let mut next = self.clone();
        (next.typing, next.last, next.tells_incoming) = (None, None, false);
        // What was typed so far may be the beginning of a name.
        if self.is_typing_in(cell) {
            next.forget_step();
        }
        let times = self.turned_away.map_or(0, |before| before.times + 1);
        next.turned_away = Some(TurnedAway { cell, times });
        next.say(TURNED_AWAY);
        next
    }
}
