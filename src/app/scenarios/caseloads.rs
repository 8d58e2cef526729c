//! Every caseload scenario: which there are, which is shown, and which others are compared with.

use std::rc::Rc;

use crate::app::commentary::personal_in_remark;
use crate::app::scenarios::inputs::{FREE, Input};
use crate::app::scenarios::scenario::{LastGood, Scenario, indicators};
use crate::app::scenarios::team::TeamIs;
use crate::disclose::Disclosure;
use crate::figure::{Amount, Figure};
use crate::indicator::Indicator;
use crate::period::Period;
use crate::scenario::{CaseloadInputs, Held, Role, Simulation};
use crate::words::screens::caseloads as words;
use crate::words::text::capital;

/// Every scenario, and which is shown and compared with.
#[derive(Clone, Debug, PartialEq)]
pub struct Caseloads {
    /// One to four.
    pub scenarios: Rc<Vec<Scenario>>,
    /// The one being edited.
    pub selected: usize,
    /// The one others are compared with.
    pub base: usize,
    /// Whether a person changed a scenario: what was only filled in from the figures is not missed.
    pub is_changed: bool,
    /// What was simulated last.
    pub simulated: Option<Rc<Simulated>>,
    /// The box that is typed in.
    pub(in crate::app) typing: Typing,
}

/// The box that is typed in, by its scenario, with what was good before: half a number is no answer to go back to. It is no part
/// of what was entered, so that any two are equal.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Typing(Option<(usize, Input, LastGood)>);

impl PartialEq for Typing {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// A simulation with what it is of, worked out apart from typing.
#[derive(Clone, Debug, PartialEq)]
pub struct Simulated {
    /// Which scenario.
    pub id: ScenarioId,
    /// Its inputs then.
    pub inputs: CaseloadInputs,
    /// What came of it.
    pub simulation: Simulation,
}

impl Default for Caseloads {
    fn default() -> Self {
        let first = Scenario::new(words::FIRST_SCENARIO, Role::SocialWorker);
        let second = Scenario::new(words::SECOND_SCENARIO, Role::PersonalAdviser);
        Self {
            scenarios: Rc::new(vec![first, second]),
            selected: 0,
            base: 0,
            is_changed: false,
            simulated: None,
            typing: Typing::default(),
        }
    }
}

impl Caseloads {
    /// Scenarios as they were kept.
    pub(crate) fn of(mut scenarios: Vec<Scenario>, selected: usize, base: usize) -> Self {
        scenarios.iter_mut().for_each(Scenario::compute);
        let last = scenarios.len().saturating_sub(1);
        Self {
            scenarios: Rc::new(scenarios),
            selected: selected.min(last),
            base: base.min(last),
            is_changed: false,
            simulated: None,
            typing: Typing::default(),
        }
    }
}

/// Which scenario, by its place among them; the last if there are fewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScenarioId(pub usize);

/// A change to the scenarios.
#[derive(Clone, Debug, PartialEq)]
pub enum CaseloadAction {
    /// Type into a box of the selected scenario.
    Edit(Input, String),
    /// Leave the box that was typed in. It is no change a person makes.
    Leave,
    /// Name the selected scenario.
    Name(String),
    /// Choose who holds the cases of the selected scenario.
    Worker(Role),
    /// Give this number of the team in the selected scenario, worked out from the other.
    TeamIs(TeamIs),
    /// Type how many cases each worker of the selected scenario holds.
    Spread(String),
    /// Select a scenario.
    Select(ScenarioId),
    /// Compare with this scenario.
    Base(ScenarioId),
    /// Add a copy of the selected scenario and select it.
    Copy,
    /// Remove the selected scenario, unless it is the last.
    Remove,
    /// Take what was simulated of a scenario. It is no change a person makes.
    Simulated(Rc<Simulated>),
}

impl CaseloadAction {
    /// Whether it would put personal data into a text.
    pub(crate) fn holds_personal(&self) -> bool {
        match self {
            Self::Name(text) => personal_in_remark(text).is_some(),
            Self::Edit(input, text) => FREE.contains(input) && personal_in_remark(text).is_some(),
            _ => false,
        }
    }
}

/// How many scenarios are kept side by side.
pub const MOST_SCENARIOS: usize = 4;

impl Caseloads {
    /// The same without how many cases each worker holds where one holds so few that they would be hidden.
    pub(crate) fn without_small_spreads(&self, disclosure: Disclosure) -> Self {
        let is_few = |held: &Held| held.cases > 0 && held.cases <= u32::from(disclosure.threshold());
        let without = |each: &Scenario| {
            let stays = !disclosure.is_internal() && each.caseloads().iter().any(is_few);
            if stays { each.without_spread() } else { each.without_aside() }
        };
        Self { scenarios: Rc::new(self.scenarios.iter().map(without).collect()), ..self.clone() }
    }

    /// Returns the scenarios that have an answer and nothing to correct, without how many cases each worker holds, or `None` if
    /// there are none, or if nobody changed any.
    pub(crate) fn answered(&self) -> Option<Self> {
        let is_answered =
            |each: &&Scenario| each.good().inputs.is_some() && each.errors.is_empty() && !each.is_old();
        let scenarios: Vec<Scenario> =
            self.scenarios.iter().filter(is_answered).map(Scenario::without_spread).collect();
        (self.is_changed && !scenarios.is_empty())
            .then(|| Self { is_changed: true, ..Self::of(scenarios, 0, 0) })
    }

    /// The selected scenario.
    pub fn selected(&self) -> &Scenario {
        &self.scenarios[self.selected.min(self.scenarios.len() - 1)]
    }

    /// Whether an action is nothing that a person did, so that it is no step for undo.
    pub(crate) const fn is_no_change(action: &CaseloadAction) -> bool {
        matches!(action, CaseloadAction::Simulated(_) | CaseloadAction::Leave)
    }

    /// Makes a change.
    pub(crate) fn apply(&mut self, action: CaseloadAction) {
        let last = self.scenarios.len() - 1;
        let selected = self.selected.min(last);
        self.is_changed |= !matches!(
            action,
            CaseloadAction::Select(_)
                | CaseloadAction::Base(_)
                | CaseloadAction::Leave
                | CaseloadAction::Simulated(_)
        );
        let scenarios = Rc::make_mut(&mut self.scenarios);
        match action {
            CaseloadAction::Edit(input, text) => {
                let scenario = &mut scenarios[selected];
                let goes_on =
                    |(of, box_of, _): &(usize, Input, LastGood)| (*of, *box_of) == (selected, input);
                let typing = self.typing.0.take().filter(goes_on);
                let (.., before) = typing.unwrap_or_else(|| (selected, input, scenario.good().clone()));
                scenario.edit(input, &text);
                if scenario.is_old() {
                    scenario.go_back_to(&before);
                }
                self.typing = Typing(Some((selected, input, before)));
            }
            CaseloadAction::Leave => self.typing = Typing::default(),
            CaseloadAction::Name(name) => scenarios[selected].name = name,
            CaseloadAction::Worker(worker) => {
                let name = name_by_role(&scenarios[selected], worker, scenarios);
                scenarios[selected].choose(worker);
                scenarios[selected].name = name;
            }
            CaseloadAction::Spread(text) => scenarios[selected].take_spread(&text),
            CaseloadAction::TeamIs(team) => scenarios[selected].give_team_as(team),
            CaseloadAction::Select(ScenarioId(index)) => self.selected = index.min(last),
            CaseloadAction::Base(ScenarioId(index)) => self.base = index.min(last),
            CaseloadAction::Copy if scenarios.len() < MOST_SCENARIOS => {
                let mut copy = scenarios[selected].clone();
                copy.name = name_of_copy(&copy.name, scenarios);
                scenarios.push(copy);
                self.selected = scenarios.len() - 1;
            }
            CaseloadAction::Remove if scenarios.len() > 1 => {
                scenarios.remove(selected);
                self.selected = selected.min(scenarios.len() - 1);
                self.base = if self.base == selected { 0 } else { self.base.min(scenarios.len() - 1) };
            }
            CaseloadAction::Copy | CaseloadAction::Remove => {}
            CaseloadAction::Simulated(simulated) => self.simulated = Some(simulated),
        }
    }

    /// Returns the selected scenario with its inputs, or `None` if its chance is worked out already.
    pub fn to_simulate(&self) -> Option<(ScenarioId, &Scenario, &CaseloadInputs)> {
        let inputs = self.selected().good().inputs.as_ref().filter(|inputs| inputs.uncertain.is_some())?;
        let is_known = self.simulated.as_ref().is_some_and(|simulated| simulated.inputs == *inputs);
        let id = ScenarioId(self.selected.min(self.scenarios.len() - 1));
        (!is_known).then(|| (id, self.selected(), inputs))
    }

    /// Begins every scenario in a month that has none yet, unless a person changed one.
    pub(crate) fn begin_in(&mut self, month: &str) {
        if !self.is_changed {
            for scenario in Rc::make_mut(&mut self.scenarios) {
                scenario.begin_in(month);
            }
        }
    }

    /// Fills the number of children and the average of the two first scenarios from the figures, where their boxes are
    /// empty. The newest figure counts: a scenario starts from now.
    pub(crate) fn fill(&mut self, figures: &[Figure]) {
        for scenario in Rc::make_mut(&mut self.scenarios) {
            fill(scenario, figures);
        }
    }

    /// Does the same to the selected scenario alone.
    pub(crate) fn fill_selected(&mut self, figures: &[Figure]) {
        let selected = self.selected;
        if let Some(scenario) = Rc::make_mut(&mut self.scenarios).get_mut(selected) {
            fill(scenario, figures);
        }
    }
}

fn fill(scenario: &mut Scenario, figures: &[Figure]) {
    let [children, average] = indicators(scenario.worker);
    let is_empty = |input: Input| scenario.text(input).trim().is_empty();
    let team_is_empty = is_empty(Input::Workers) && is_empty(Input::Average);
    let found =
        [(Input::Children, children, is_empty(Input::Children)), (Input::Average, average, team_is_empty)];
    for (input, indicator, is_wanted) in found {
        let text = indicator.and_then(|indicator| newest(figures, indicator));
        if let Some(text) = text.filter(|_| is_wanted) {
            scenario.edit(input, &text);
        }
    }
}

/// The name that a scenario has by those who hold its cases, where it is called after them and no other has that name.
fn name_by_role(scenario: &Scenario, worker: Role, all: &[Scenario]) -> String {
    let named = capital(worker.workers());
    let is_called_after = scenario.name == capital(scenario.worker.workers());
    let is_taken = all.iter().any(|each| each.name == named);
    if is_called_after && !is_taken { named } else { scenario.name.clone() }
}

/// `Social workers, copy`, also of a copy; a number follows where there is such a copy.
fn name_of_copy(name: &str, scenarios: &[Scenario]) -> String {
    let name = words::copied_from(name);
    let is_copy = |number: &usize| scenarios.iter().any(|each| each.name == words::copy_of(name, *number));
    let number = (1..=MOST_SCENARIOS).find(|number| !is_copy(number)).unwrap_or(1);
    words::copy_of(name, number)
}

/// Returns how the number of children or care leavers changed over the last year of the figures: earlier, newest, and
/// the newest period, or `None` if the figures do not reach a year back.
pub fn change_in_a_year(figures: &[Figure], worker: Role) -> Option<(i64, i64, Period)> {
    let children = indicators(worker)[0]?;
    let number = |figure: &Figure| match figure.amount {
        Amount::Value(value) if value.decimals() == 0 => Some(value.units()),
        _ => None,
    };
    let series: Vec<(Period, i64)> = figures
        .iter()
        .filter(|figure| figure.indicator == children)
        .filter_map(|figure| Some((figure.period?.as_count(figure.indicator.basis), number(figure)?)))
        .collect();
    let (newest, now) = *series.iter().max_by_key(|(period, _)| *period)?;
    let year_before = match newest {
        Period::Year(year) => Period::Year(year - 1),
        Period::Quarter(year, quarter) => Period::Quarter(year - 1, quarter),
        Period::Month(year, month) => Period::Month(year - 1, month),
    };
    let (_, before) = series.iter().find(|(period, _)| *period == year_before)?;
    Some((*before, now, newest))
}

/// The newest figure of an indicator, as text.
fn newest(figures: &[Figure], indicator: &Indicator) -> Option<String> {
    let of_indicator = figures.iter().filter(|figure| figure.indicator == indicator);
    let newest = of_indicator.max_by_key(|figure| figure.period)?;
    match newest.amount {
        Amount::Withheld(_) => None,
        amount => amount.shown(&newest.indicator).map(|shown| shown.to_string()),
    }
}
