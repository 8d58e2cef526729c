//! What the page knows, and every way it can change. No component changes anything but through [`State::after`].

use std::collections::HashSet;
use std::rc::Rc;

use crate::compare::{self, Choices, Way};
use crate::disclose::{Disclosed, disclose};
use crate::figure::Figure;
use crate::indicator::Indicator;
use crate::period::Period;
use crate::published::Published;
use crate::read::{self, Checked, Entry, Mapping, Problem, Reading, Severity, Subject};

pub use crate::app::example::Example;
pub use crate::app::settings::{Setting, Settings};

use crate::app::history::Snapshot;
use crate::app::intake::{IncomingAction, Last, Source};
use crate::app::saved::page::Saved;
use crate::app::scenarios::caseload_form::{CaseloadAction, Caseloads, Input};
use crate::app::scenarios::reach_form::{ReachAction, ReachField, ReachForm};
use crate::app::settings::SettingBox;
use crate::app::targets::TypedTarget;

/// Everything that was entered and chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The figures as texts, in the order they came.
    pub lines: Rc<Vec<Rc<Line>>>,
    /// Problems of pasted tables as a whole.
    pub problems: Rc<Vec<Problem>>,
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
    pub(crate) saved_lines: Rc<Vec<Rc<Line>>>,
    /// The targets as they were then.
    saved_targets: Rc<Vec<TypedTarget>>,
    pub(crate) next_source: usize,
    /// Whether the last action was about sources, so that what became of them is told on every screen.
    pub tells_incoming: bool,
    /// What became of each of the sources that came in together, by their ids: the message tells all of it.
    pub(crate) outcomes: Rc<Vec<(usize, Rc<str>)>>,
    /// The cell in which the last action put personal data.
    pub turned_away: Option<crate::app::lines::guard::TurnedAway>,
    /// The source added by the last action.
    pub last: Option<Last>,
    /// What the last action did, to be announced.
    pub message: Rc<str>,
    pub(crate) past: Rc<Vec<Snapshot>>,
    pub(crate) future: Rc<Vec<Snapshot>>,
    next_id: usize,
    /// What the last action typed into, if it typed: typing on there is one step for undo.
    pub(crate) typing: Option<Typing>,
}

/// A box that can be typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Typing {
    Cell(usize, Field),
    Setting(SettingBox),
    Scenario(usize, Input),
    ScenarioName(usize),
    Reach(ReachField),
}

/// One line of the figures table.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Stays the same while the line is edited and moved.
    pub id: usize,
    /// Its texts.
    pub entry: Entry,
    /// What they come to.
    pub checked: Checked,
}

/// A cell of a line that can be typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The area.
    Area,
    /// The period.
    Period,
    /// The numerator.
    Numerator,
    /// The denominator.
    Denominator,
    /// The percentage, rate, number or symbol.
    Value,
}

/// A change a person makes.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Read pasted or typed text, and add what it holds.
    Read(String),
    /// Load an example in place of everything.
    Load(Example),
    /// Type into a cell of the line with this id.
    Edit(usize, Field, String),
    /// Put a block of cells into the table from this cell on, to the right and down.
    Fill(usize, Field, Vec<Vec<String>>),
    /// Take the line with this id, and all of the same name, for this indicator.
    TakeFor(usize, &'static Indicator),
    /// Leave out the line with this id and all of the same name, or take them back in.
    LeaveOut(usize),
    /// Delete the line with this id.
    Delete(usize),
    /// Add an empty line.
    Add,
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
    /// Put away the problems of tables as a whole.
    DismissProblems,
    /// Take back the last change.
    Undo,
    /// Make it again.
    Redo,
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
    pub fn after(&self, action: Action) -> Self {
        if let Some(next) = self.turning_away(&action) {
            return next;
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
            Action::Edit(id, field, text) => next.edit(id, field, &text),
            Action::Fill(id, field, rows) => next.fill(id, field, &rows),
            Action::TakeFor(id, indicator) => next.take_for(id, indicator),
            Action::LeaveOut(id) => next.leave_out(id),
            Action::Delete(id) => {
                Rc::make_mut(&mut next.lines).retain(|line| line.id != id);
                next.say("Row deleted. Undo brings it back.");
            }
            Action::Add => {
                next.push(Entry::default());
                next.say("Row added at the end of the table.");
            }
            Action::Clear => {
                next.lines = Rc::default();
                next.problems = Rc::default();
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
            Action::DismissProblems => next.problems = Rc::default(),
            // What was saved with figures hidden or left out is not all there is.
            Action::Saved if next.is_all_disclosed() => next.mark_as_kept(),
            Action::Saved => {}
        }
        next.remember(self);
        next
    }

    /// Every figure of lines that have one.
    pub fn figures(&self) -> Vec<Figure> {
        self.lines.iter().filter_map(|line| line.checked.figure.clone()).collect()
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
        let is_same =
            |lines: &Rc<Vec<Rc<Line>>>| Rc::ptr_eq(lines, &self.saved_lines) || *lines == self.saved_lines;
        let targets = &self.settings.targets;
        (!self.lines.is_empty() && !is_same(&self.lines))
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

    /// Problems of tables and of lines, in the order they stand, with the id of the line.
    pub fn all_problems(&self) -> Vec<(Option<usize>, Problem)> {
        let of_tables = self.problems.iter().map(|problem| (None, problem.clone()));
        let of_lines = self
            .lines
            .iter()
            .flat_map(|line| line.checked.problems.iter().map(|problem| (Some(line.id), problem.clone())));
        let with_figure: Vec<&Rc<Line>> =
            self.lines.iter().filter(|line| line.checked.figure.is_some()).collect();
        let together = read::contradictions(&self.figures());
        let together = together.into_iter().map(|(index, problem)| (Some(with_figure[index].id), problem));
        let mut problems: Vec<(Option<usize>, Problem)> = of_tables.chain(of_lines).chain(together).collect();
        problems.sort_by_key(|(_, problem)| problem.severity);
        // Twelve months of one unknown name are one problem.
        problems.dedup_by(|(_, later), (_, first)| later == first);
        problems
    }

    /// The id the next line added will have.
    pub const fn next_line(&self) -> usize {
        self.next_id
    }

    pub(crate) fn say(&mut self, message: &str) {
        self.message = message.into();
    }

    pub(crate) fn push(&mut self, entry: Entry) {
        let checked = entry.check();
        Rc::make_mut(&mut self.lines).push(Rc::new(Line { id: self.next_id, entry, checked }));
        self.next_id += 1;
    }

    /// Adds what was read, and says what became of it.
    pub(crate) fn add(&mut self, readings: Vec<Reading>, file: &str) {
        let before = self.lines.len();
        let found: usize = readings.iter().map(|reading| reading.entries.len()).sum();
        // What is there already, word for word, is not added again.
        let known: HashSet<String> = self.lines.iter().map(|line| words(&line.entry)).collect();
        let mut layouts: Vec<&str> = Vec::new();
        let mut separator = "";
        for reading in readings {
            layouts.extend(reading.layouts.iter().map(|layout| layout.description()));
            separator = reading.delimiter.name();
            for entry in reading.entries {
                if !known.contains(&words(&entry)) {
                    self.push(entry);
                }
            }
            let problems = Rc::make_mut(&mut self.problems);
            for problem in reading.problems {
                if !problems.contains(&problem) {
                    problems.push(problem);
                }
            }
        }
        layouts.sort_unstable();
        layouts.dedup();
        let repeated = found - (self.lines.len() - before);
        let rows = &self.lines[before..];
        let figures = rows.iter().filter(|line| line.checked.figure.is_some()).count();
        let unsure = rows.len() - figures;
        let mut sentences: Vec<String> = (!file.is_empty()).then(|| format!("{file}:")).into_iter().collect();
        sentences.push(match figures {
            0 => "No figure was read.".to_owned(),
            1 => "1 figure was read.".to_owned(),
            many => format!("{many} figures were read."),
        });
        if !layouts.is_empty() {
            sentences.push(format!("Layout: {}; cells separated by {separator}.", layouts.join(", ")));
        }
        match unsure {
            0 => {}
            1 => sentences.push("1 row needs your attention.".to_owned()),
            many => sentences.push(format!("{many} rows need your attention.")),
        }
        match repeated {
            0 => {}
            1 => sentences.push("1 row was there already and was not added again.".to_owned()),
            many => sentences.push(format!("{many} rows were there already and were not added again.")),
        }
        self.say(&sentences.join(" "));
        self.fill_settings();
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
        self.lines = Rc::default();
        self.problems = Rc::default();
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

    /// Whether the last step typed into this cell.
    pub(crate) fn is_typing_in(&self, id: usize, field: Field) -> bool {
        self.typing == Some(Typing::Cell(id, field))
    }

    pub(crate) fn edit(&mut self, id: usize, field: Field, text: &str) {
        self.typing = Some(Typing::Cell(id, field));
        self.change(
            |line| line.id == id,
            |entry| {
                let cell = match field {
                    Field::Area => &mut entry.area,
                    Field::Period => &mut entry.period,
                    Field::Numerator => &mut entry.numerator,
                    Field::Denominator => &mut entry.denominator,
                    Field::Value => &mut entry.value,
                };
                text.clone_into(cell);
            },
        );
    }

    fn take_for(&mut self, id: usize, indicator: &'static Indicator) {
        let Some(name) = self.name_of(id) else { return };
        self.change(
            |line| line.id == id || (!name.0.is_empty() && same_name(&line.entry, &name)),
            |entry| {
                entry.subject = Subject::Known(indicator);
                if entry.label.is_empty() {
                    indicator.title.clone_into(&mut entry.label);
                }
            },
        );
        self.say(&format!("Taken for {}.", indicator.title));
        self.fill_settings();
    }

    fn leave_out(&mut self, id: usize) {
        let Some(name) = self.name_of(id) else { return };
        let was_out =
            self.lines.iter().any(|line| line.id == id && matches!(line.entry.subject, Subject::LeftOut(_)));
        self.change(
            |line| line.id == id || (!name.0.is_empty() && same_name(&line.entry, &name)),
            |entry| {
                let subject = std::mem::take(&mut entry.subject);
                entry.subject = match (was_out, subject) {
                    (true, Subject::LeftOut(before)) => *before,
                    (false, subject) if !matches!(subject, Subject::LeftOut(_)) => {
                        Subject::LeftOut(Box::new(subject))
                    }
                    (_, subject) => subject,
                };
            },
        );
        self.say(if was_out { "Taken back in." } else { "Left out. It stays in the table." });
    }

    fn name_of(&self, id: usize) -> Option<(String, String)> {
        let line = self.lines.iter().find(|line| line.id == id)?;
        Some((line.entry.label.clone(), line.entry.context.clone()))
    }

    /// Changes entries and checks them anew.
    fn change(&mut self, which: impl Fn(&Line) -> bool, how: impl Fn(&mut Entry)) {
        for line in Rc::make_mut(&mut self.lines).iter_mut().filter(|line| which(line)) {
            let line = Rc::make_mut(line);
            how(&mut line.entry);
            line.checked = line.entry.check();
        }
    }
}

fn same_name(entry: &Entry, (label, context): &(String, String)) -> bool {
    entry.label == *label && entry.context == *context
}

/// What an entry says, wherever it stands.
fn words(entry: &Entry) -> String {
    let texts = [
        &entry.label,
        &entry.context,
        &entry.area,
        &entry.period,
        &entry.numerator,
        &entry.denominator,
        &entry.value,
    ];
    texts.map(String::as_str).join("\u{1F}")
}

/// How many problems are errors and how many are not.
pub fn counted(problems: &[(Option<usize>, Problem)]) -> (usize, usize) {
    let errors = problems.iter().filter(|(_, problem)| problem.severity == Severity::Error).count();
    (errors, problems.len() - errors)
}
