//! What the page knows, and every way it can change. No component changes anything but through [`State::after`].

use std::rc::Rc;

use crate::area::Area;
use crate::compare::{OneOffs, Spans, Way};
use crate::disclose::{Disclosed, Released};
use crate::period::Period;
use crate::published::Published;
use crate::read::{Delimiter, Reading};
use crate::words::status::{Added, Message, Status};

pub use crate::app::action::{Action, Copied};
pub use crate::app::edition::Edition;
pub use crate::app::example::Example;
pub use crate::app::settings::{Setting, Settings};

use crate::app::action::Typing;
use crate::app::commentary::Commentary;
use crate::app::corrections::{Corrections, CorrectionsAction};
use crate::app::draft::{AtDoor, Draft};
use crate::app::history::History;
use crate::app::intake::{Effect, Intake, Source, Taken};
use crate::app::last_saved::{Entered, LastSaved};
use crate::app::lines::{LineId, Lines, LinesAction, Slot, TurnedAway, Unsettled};
use crate::app::names::Names;
use crate::app::own_memo::OwnMemo;
use crate::app::released::Memo;
use crate::app::scenarios::{CaseloadAction, Caseloads, Scenarios, ScenariosAction};
use crate::app::settings;
use crate::app::snapshot::Snapshot;
use crate::app::stated::Stated;
use crate::app::targets::Targets;

/// Everything that was entered and chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The figures as texts, and what they come to.
    pub lines: Lines,
    /// What names mean, as the person said.
    pub names: Names,
    /// What was chosen about them.
    pub settings: Settings,
    /// The council's own targets.
    pub targets: Targets,
    /// Figures that tables give otherwise than they were known.
    pub corrections: Corrections,
    /// What tables state besides the council's own figures.
    pub stated: Stated,
    /// What the council says about its figures.
    pub commentary: Commentary,
    /// The official figures compared with.
    pub published: Published,
    /// What-if questions.
    pub scenarios: Scenarios,
    /// The draft that is checked.
    pub draft: Draft,
    /// What is at the door of the draft.
    pub at_door: AtDoor,
    /// What is being taken in.
    pub intake: Intake,
    /// The council that what came in last names, whose figures these may be.
    pub named_council: Option<&'static Area>,
    /// What the last action did, to be announced.
    pub message: Message,
    /// Whether the last action was about sources, so that what became of them is told on every screen.
    pub tells_incoming: bool,
    /// The example that was asked for and would replace what there is.
    pub offered: Option<Example>,
    /// The cell in which the last action put personal data.
    pub turned_away: Option<TurnedAway>,
    /// What the page was opened as.
    pub edition: Edition,
    pub(super) last_saved: LastSaved,
    /// The source added by the last action.
    pub(super) last_added: Option<LastAdded>,
    pub(super) history: History<Snapshot>,
    /// What the last action typed into, if it typed.
    typing: Option<Typing>,
    released: Memo,
    /// The council's own measures, found once for each change of the lines.
    pub(super) own: OwnMemo,
}

/// The source that was added last, while it can be read again.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct LastAdded {
    pub(super) source: Source,
    before: Rc<Snapshot>,
    /// What separated its cells.
    pub(super) separator: Delimiter,
}

impl State {
    /// An empty state that says something.
    #[must_use]
    pub fn saying(status: Status) -> Self {
        Self { message: status.into(), ..Self::default() }
    }

    /// The state after an action.
    #[must_use]
    pub fn after(&self, action: impl Into<Action>) -> Self {
        self.after_any(action.into())
    }

    fn after_any(&self, action: Action) -> Self {
        let action = match action {
            Action::Offer(example) if !self.has_something_to_replace() => Action::Load(example),
            action => action,
        };
        if self.edition == Edition::Publishable && !action.is_for_reading() {
            let mut same = self.clone();
            same.say(Status::ReadOnly);
            return same;
        }
        if let Action::Lines(lines) = &action
            && let Some(at) = lines.personal_at()
        {
            return self.turned_away_at(at, action.typed_into().as_ref());
        }
        if action.is_personal_remark() {
            let mut same = self.clone();
            same.say(Status::PersonalRemark);
            return same;
        }
        if let Action::Scenarios(ScenariosAction::Caseload(action)) = &action {
            if action.holds_personal() {
                let mut same = self.clone();
                same.say(Status::PersonalText);
                return same;
            }
            if Caseloads::is_no_change(action) {
                // Nothing that a person did: no step for undo, and typing goes on.
                let mut same = self.clone();
                same.scenarios.caseloads.apply(action.clone());
                return same;
            }
        }
        let mut next = Self {
            typing: action.typed_into(),
            last_added: None,
            offered: None,
            turned_away: None,
            tells_incoming: action.is_about_sources(),
            ..self.clone()
        };
        if action.ends_refusals() {
            next.intake.forget_refused();
            next.lines.forget_failures();
        }
        match action {
            Action::Undo => return self.travelled(History::undo, Status::Undone),
            Action::Redo => return self.travelled(History::redo, Status::Redone),
            Action::Lines(action) => next.change_lines(action),
            Action::Own(action) => next.change_own(action),
            Action::Set(Setting::Council(Some(council))) if self.lines.is_empty() => {
                next.settings.open(council);
            }
            Action::Set(setting) => {
                next.settings.apply(setting);
                if let Some(period) = next.settings.period {
                    next.lines.complete_periods(period);
                }
            }
            Action::Corrections(action) => next.settle_corrections(action),
            Action::Targets(action) => next.targets.apply(action),
            Action::Commentary(action) => next.commentary.apply(action),
            Action::Scenarios(action) => next.change_scenarios(action),
            Action::Intake(action) => {
                next.last_added.clone_from(&self.last_added);
                let effect = next.intake.apply(action);
                next.take(effect);
            }
            Action::Draft(action) => {
                // What was said of the text before does not hold for this one.
                let said = next.draft.apply(action, &mut next.at_door);
                next.message = said.map(Message::from).unwrap_or_default();
            }
            Action::Read(text) => next.read(&text),
            Action::Separate(delimiter) => next.separate(self.last_added.clone(), delimiter),
            Action::CloseRelease(position) => {
                next.published = next.published.without(position);
                next.say(Status::BuiltInAgain);
            }
            Action::Offer(example) => next.offered = Some(example),
            Action::Load(example) => next.load(example),
            Action::Clear => {
                next.lines.clear();
                next.corrections = Corrections::default();
                next.stated = Stated::default();
                next.settings.period = None;
                next.settings.spans = Spans::default();
                next.targets = Targets::default();
                next.say(Status::Cleared);
            }
            Action::EditCopy => {
                next.edition = Edition::Page;
                next.say(Status::CanBeEdited);
            }
            Action::Saved(Copied::Page) => next.mark_as_saved(),
            // What was saved with figures hidden or left out is not all there is.
            Action::Saved(Copied::Figures) if next.is_all_disclosed() => {
                next.last_saved.take_lines(&next.lines);
            }
            Action::Saved(Copied::Figures) | Action::KeepFigures => {}
        }
        next.drop_chosen_of_another(self);
        next.remember(self);
        next
    }

    /// The same with scenarios that begin in a month, where a person has not changed them.
    #[must_use]
    pub fn beginning_in(mut self, month: &str) -> Self {
        self.scenarios.caseloads.begin_in(month);
        self
    }

    /// The figures as they may leave the page. Everything that leaves it is made of these.
    pub fn disclosed(&self) -> Rc<Released<Disclosed>> {
        self.released.disclosed(&self.lines, &self.settings)
    }

    /// Whether nothing is hidden or left out of what leaves the page.
    pub fn is_all_disclosed(&self) -> bool {
        let disclosure = self.settings.disclosure;
        disclosure.is_internal() || (self.without_figure() == 0 && self.disclosed().is_complete())
    }

    /// Remembers that what there is now is kept somewhere.
    pub(crate) fn mark_as_saved(&mut self) {
        self.last_saved = LastSaved(self.entered());
    }

    /// What a person entered.
    pub(super) fn entered(&self) -> Entered {
        Entered {
            lines: self.lines.clone(),
            names: self.names.clone(),
            targets: self.targets.clone(),
            commentary: self.commentary.clone(),
            scenarios: self.scenarios.clone(),
            draft: self.draft.clone(),
            breaks: self.settings.breaks.clone(),
            one_offs: self.settings.one_offs.clone(),
        }
    }

    pub(crate) fn say(&mut self, message: impl Into<Message>) {
        self.message = message.into();
    }

    /// Chooses and fills in what the figures name, where nothing is chosen or typed yet.
    pub(crate) fn fill_from_figures(&mut self) {
        let figures = self.lines.figures();
        self.settings.fill(&figures);
        self.settings.take_spans(&self.lines);
        self.scenarios.caseloads.fill(&figures);
    }

    /// Changes the scenarios. Others who hold the cases take what the figures say of them.
    fn change_scenarios(&mut self, action: ScenariosAction) {
        let are_others = matches!(action, ScenariosAction::Caseload(CaseloadAction::Worker(_)));
        self.scenarios.apply(action);
        if are_others {
            self.scenarios.caseloads.fill_selected(&self.lines.figures());
        }
    }

    pub(super) fn change_lines(&mut self, action: LinesAction) {
        let named: Vec<LineId> = match action {
            LinesAction::ReadAs(line, _) | LinesAction::LeaveOut(line) => vec![line],
            LinesAction::LeaveOutUnsettled => self.lines.unsettled().iter().map(Unsettled::line).collect(),
            _ => Vec::new(),
        };
        if let Some(said) = self.lines.apply(action) {
            self.say(said);
        }
        for line in &named {
            if let Some(line) = self.lines.get(*line) {
                self.names.remember(&line.entry);
            }
        }
        if !named.is_empty() {
            self.settle_stated();
            self.fill_from_figures();
        }
    }

    /// Whether an example would replace something: figures, targets, commentary, or the choice of another council.
    fn has_something_to_replace(&self) -> bool {
        let is_other = |council: &Area| council.code != Example::COUNCIL;
        !self.lines.is_empty()
            || !self.targets.is_empty()
            || !self.commentary.is_empty()
            || self.settings.council.is_some_and(is_other)
    }

    fn settle_corrections(&mut self, action: CorrectionsAction) {
        let count = self.corrections.settle(action, &mut self.lines);
        self.say(match action {
            CorrectionsAction::Take(_) => Status::Corrected(count),
            CorrectionsAction::Keep(_) => Status::NotCorrected(count),
        });
    }

    /// Gives what tables state the measures that names mean now, and takes the targets that waited for theirs.
    pub(super) fn settle_stated(&mut self) {
        let settled = self.stated.settle(&self.lines);
        self.targets.take_stated(&settled);
        self.commentary.take_comments(&self.stated.take_settled_comments(), self.settings.period);
    }

    fn load(&mut self, example: Example) {
        self.lines.clear();
        self.corrections = Corrections::default();
        self.names = Names::default();
        self.targets = Targets::default();
        self.stated = Stated::default();
        self.commentary = Commentary::default();
        (self.settings.council, self.settings.formerly) = (None, None);
        self.settings.population = String::new();
        self.settings.known = None;
        self.settings.way = Way::default();
        self.settings.spans = Spans::default();
        self.settings.breaks = example.breaks().into();
        self.settings.one_offs = OneOffs::default();
        self.settings.period = Some(Period::Year(example.year()));
        self.read(example.text());
        self.mark_as_saved();
        let loaded = std::iter::once(Status::ExampleLoaded(example.title()));
        self.message = loaded.chain(self.message.statuses().iter().cloned()).collect();
        self.drop_chosen();
    }

    fn read(&mut self, text: &str) {
        let effect = self.intake.read(text);
        self.take(effect);
    }

    /// Takes in what comes of a change to the intake.
    fn take(&mut self, Effect { said, taken }: Effect) {
        if let Some(said) = said {
            self.say(said);
        }
        match taken {
            None => {}
            Some(Taken::Sheets(source)) => self.add_sheets(source),
            Some(Taken::Official(release, problems)) => {
                self.last_added = None;
                self.lines.add_problems(problems);
                if release.years().is_some() {
                    self.published = self.published.with(release);
                }
            }
            Some(Taken::Refusal(problem)) => {
                self.last_added = None;
                self.lines.add_problems(vec![problem]);
            }
        }
    }

    fn add_sheets(&mut self, source: Source) {
        let before = Rc::new(self.snapshot());
        let mut readings = source.readings();
        let remembered = self.names.apply(&mut readings, &self.lines);
        self.keep_definitions(&mut readings);
        self.complete_periods(&mut readings);
        for reading in &readings {
            self.targets.take_stated(&reading.targets);
        }
        self.named_council = readings.iter().find_map(|reading| reading.council);
        self.stated.take(&readings);
        let meant = (self.settings.council, self.settings.period);
        self.corrections.take_from(&mut readings, &self.lines, meant);
        let newest = self.settings.newest_like(&self.lines);
        let are_first = self.lines.is_empty();
        let added =
            Added { remembered, corrections: self.corrections.as_slice().len(), ..self.lines.add(readings) };
        if are_first {
            self.settings.open_for(&self.lines.figures());
        }
        self.fill_from_figures();
        // The month after the one reported on is reported on next.
        if newest == self.settings.period {
            self.settings.period = self.settings.newest_like(&self.lines).or(newest);
        }
        self.settle_stated();
        let said = self.intake.tell(source.id, Status::Added(source.name.clone(), added));
        self.say(said);
        self.last_added = source.separator().map(|separator| LastAdded { source, before, separator });
    }

    /// Gives quarters and months without a year that of the period reported on: the one chosen, or that of the other figures.
    fn complete_periods(&self, readings: &mut [Reading]) {
        let figures = || {
            let read = readings.iter().flat_map(Reading::figures);
            self.lines.figures().into_iter().chain(read).collect::<Vec<_>>()
        };
        let period = self.settings.period.or_else(|| settings::period_of(&figures()));
        if let Some(period) = period {
            for reading in readings {
                reading.complete_periods(period);
            }
        }
    }

    /// Reads the source that was added last again, from where it was added.
    fn separate(&mut self, last: Option<LastAdded>, delimiter: Delimiter) {
        let Some(LastAdded { source, before, .. }) = last else { return };
        self.restore((*before).clone());
        let effect = self.intake.separate(source, delimiter);
        self.take(effect);
    }

    /// The state as it was before anything was typed into a box.
    fn before_typing(&self, box_of: Option<&Typing>) -> Self {
        let mut next = self.clone();
        (next.typing, next.last_added, next.tells_incoming) = (None, None, false);
        // What was typed so far may be the beginning of a name.
        if box_of.is_some()
            && self.typing.as_ref() == box_of
            && let Some(snapshot) = next.history.forget()
        {
            next.restore(snapshot);
        }
        next
    }

    /// The state after an action that would put personal data into a cell, which types into this box if it types: as it was
    /// before anything was typed there.
    fn turned_away_at(&self, at: Slot, box_of: Option<&Typing>) -> Self {
        let mut next = self.before_typing(box_of);
        let times = self.turned_away.as_ref().map_or(0, |before| before.times + 1);
        next.turned_away = Some(TurnedAway { at, times });
        next.say(Status::PersonalCell);
        next
    }

    pub(super) fn snapshot(&self) -> Snapshot {
        Snapshot {
            lines: self.lines.clone(),
            names: self.names.clone(),
            settings: self.settings.clone(),
            targets: self.targets.clone(),
            corrections: self.corrections.clone(),
            stated: self.stated.clone(),
            commentary: self.commentary.clone(),
            published: self.published.clone(),
            scenarios: self.scenarios.clone(),
            draft: self.draft.clone(),
            mappings: self.intake.mappings.clone(),
        }
    }

    pub(super) fn restore(&mut self, snapshot: Snapshot) {
        let Snapshot {
            lines,
            names,
            settings,
            targets,
            corrections,
            stated,
            commentary,
            published,
            scenarios,
            draft,
            mappings,
        } = snapshot;
        (self.lines, self.names, self.settings, self.targets) = (lines, names, settings, targets);
        (self.stated, self.commentary, self.draft) = (stated, commentary, draft);
        self.corrections = corrections;
        (self.published, self.scenarios, self.intake.mappings) = (published, scenarios, mappings);
        (self.typing, self.turned_away, self.last_added) = (None, None, None);
    }

    /// Keeps the state before for undo, unless nothing changed or this is more typing in the same box.
    fn remember(&mut self, before: &Self) {
        let snapshot = before.snapshot();
        if self.snapshot() == snapshot {
            self.typing.clone_from(&before.typing);
        } else if self.typing.is_none() || self.typing != before.typing {
            self.history.remember(snapshot);
        }
    }

    fn travelled(&self, go: fn(&mut History<Snapshot>, Snapshot) -> Option<Snapshot>, said: Status) -> Self {
        let mut next = self.clone();
        if let Some(snapshot) = go(&mut next.history, self.snapshot()) {
            next.restore(snapshot);
            next.say(said);
        }
        next
    }
}
