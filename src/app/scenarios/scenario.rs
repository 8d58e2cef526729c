//! The caseload scenarios as they are typed: texts, what is wrong with them, and the last good inputs.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::figure::{Amount, Figure};
use crate::indicator::{Indicator, ids};
use crate::number::Decimal;
use crate::period::Period;
use crate::scenario::{
    self, CaseloadInput, CaseloadInputs, Costs, End, Growth, Hours, NewlyQualified, Ranges, Staffing, Team,
};
use crate::words::forms::FormError;
use crate::words::screens::caseloads as words;

pub use crate::words::screens::caseloads::GROUPS;

/// How a box is labelled and bounded.
#[derive(Clone, Copy, Debug)]
pub struct InputInfo {
    /// Which box.
    pub input: Input,
    /// The part of the form it stands in.
    pub group: &'static str,
    /// Its label, with the unit.
    pub label: &'static str,
    /// What it means.
    pub help: &'static str,
    /// The lowest and highest value of its slider, and its step.
    pub slider: (f64, f64, f64),
    /// The input of the model it gives. No two boxes share one.
    pub gives: CaseloadInput,
}

macro_rules! inputs {
    ($($input:ident, $group:expr, $words:ident, $slider:expr, $gives:ident $(($end:expr))?;)*) => {
        /// A box of the form. Its texts are kept in the order of [`INPUTS`], which comes from the same list.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each is described in INPUTS")]
        pub enum Input { $($input),* }

        /// Every box, in the order of the form.
        pub const INPUTS: &[InputInfo] = &[$(InputInfo {
            input: Input::$input, group: GROUPS[$group], label: words::$words.label, help: words::$words.hint, slider: $slider, gives: CaseloadInput::$gives $(($end))?,
        }),*];
    };
}

inputs! {
    Children, 0, CHILDREN, (50.0, 2000.0, 1.0), Children;
    Workers, 0, WORKERS, (1.0, 150.0, 0.1), WorkersFte;
    Average, 0, AVERAGE, (5.0, 40.0, 0.1), Caseload;
    Target, 0, TARGET, (5.0, 40.0, 0.5), Target;
    NewlyFte, 1, NEWLY_QUALIFIED, (0.0, 30.0, 0.5), NewlyQualifiedFte;
    NewlyCountAs, 1, NEWLY_QUALIFIED_COUNT_AS, (0.0, 1.0, 0.1), NewlyQualifiedCountAs;
    Vacant, 1, VACANT, (0.0, 30.0, 0.5), VacantFte;
    Growth, 2, GROWTH, (-20.0, 30.0, 0.5), ChildrenGrowth;
    GrowthNumber, 2, GROWTH_NUMBER, (-200.0, 200.0, 1.0), ChildrenGrowthNumber;
    Apart, 2, UNACCOMPANIED, (0.0, 300.0, 1.0), Unaccompanied;
    ApartGrowth, 2, UNACCOMPANIED_GROWTH, (-50.0, 100.0, 1.0), UnaccompaniedGrowth;
    Turnover, 2, TURNOVER, (0.0, 50.0, 0.5), Turnover;
    Hires, 2, RECRUITMENT, (0.0, 10.0, 0.1), HiresPerMonth;
    MonthsToStart, 2, MONTHS_TO_START, (0.0, 12.0, 1.0), MonthsToStart;
    Months, 2, MONTHS, (1.0, 60.0, 1.0), Months;
    ByMonth, 2, BY_MONTH, (1.0, 60.0, 1.0), ByMonth;
    Hours, 3, HOURS, (30.0, 40.0, 0.5), HoursPerWeek;
    DirectShare, 3, DIRECT_SHARE, (0.0, 100.0, 1.0), DirectShare;
    CostPerPost, 4, COST, (30000.0, 100_000.0, 500.0), CostPerPost;
    AgencyShare, 4, AGENCY_SHARE, (0.0, 100.0, 1.0), AgencyShare;
    AgencyPremium, 4, AGENCY_PREMIUM, (0.0, 150.0, 1.0), AgencyPremium;
    GrowthLow, 5, GROWTH_LOW, (-20.0, 30.0, 0.5), ChildrenGrowthRange(End::Low);
    GrowthHigh, 5, GROWTH_HIGH, (-20.0, 30.0, 0.5), ChildrenGrowthRange(End::High);
    TurnoverLow, 5, TURNOVER_LOW, (0.0, 50.0, 0.5), TurnoverRange(End::Low);
    TurnoverHigh, 5, TURNOVER_HIGH, (0.0, 50.0, 0.5), TurnoverRange(End::High);
}

/// Who holds the cases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Worker {
    /// Social workers and children in care.
    #[default]
    SocialWorker,
    /// Personal advisers and care leavers.
    PersonalAdviser,
}

impl Worker {
    /// Both.
    pub const ALL: [Self; 2] = [Self::SocialWorker, Self::PersonalAdviser];

    /// Workers, many.
    pub const fn workers(self) -> &'static str {
        match self {
            Self::SocialWorker => "social workers",
            Self::PersonalAdviser => "personal advisers",
        }
    }

    /// Those whose cases they hold, many.
    pub const fn children(self) -> &'static str {
        match self {
            Self::SocialWorker => "children",
            Self::PersonalAdviser => "care leavers",
        }
    }

    /// The indicators of the number of children and of the average caseload.
    fn indicators(self) -> [&'static Indicator; 2] {
        match self {
            Self::SocialWorker => [ids::CHILDREN_IN_CARE, ids::CHILDREN_IN_CARE_TEAM_CASELOAD],
            Self::PersonalAdviser => [ids::CARE_LEAVERS, ids::PERSONAL_ADVISER_CASELOAD],
        }
    }
}

/// One scenario.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Scenario {
    /// Its name.
    pub name: String,
    /// Who holds the cases.
    pub worker: Worker,
    texts: Vec<String>,
    /// The inputs when they last were whole and right.
    #[serde(skip)]
    pub good: Option<CaseloadInputs>,
    /// What is wrong now, by box.
    #[serde(skip)]
    pub errors: Vec<(Input, FormError)>,
}

impl Scenario {
    fn new(name: &str, worker: Worker) -> Self {
        let texts = vec![String::new(); INPUTS.len()];
        let mut scenario = Self { name: name.to_owned(), worker, texts, ..Self::default() };
        if worker == Worker::SocialWorker {
            scenario.set(Input::Target, "15");
        }
        scenario.set(Input::Months, "24");
        scenario
    }

    /// The text in a box.
    pub fn text(&self, input: Input) -> &str {
        self.texts.get(input as usize).map_or("", String::as_str)
    }

    /// Whether the boxes hold something that cannot be computed, while an older answer stands.
    pub fn is_old(&self) -> bool {
        !self.errors.is_empty() && self.good.is_some()
    }

    /// Every box with something in it, by its label.
    pub fn given(&self) -> impl Iterator<Item = (&'static str, &str)> {
        INPUTS
            .iter()
            .map(|info| (info.label, self.text(info.input).trim()))
            .filter(|(_, text)| !text.is_empty())
    }

    /// Types into a box.
    fn edit(&mut self, input: Input, text: &str) {
        self.set(input, text);
        // One of the two says the size of the team.
        match input {
            Input::Workers if !text.trim().is_empty() => self.set(Input::Average, ""),
            Input::Average if !text.trim().is_empty() => self.set(Input::Workers, ""),
            Input::Growth if !text.trim().is_empty() => self.set(Input::GrowthNumber, ""),
            Input::GrowthNumber if !text.trim().is_empty() => self.set(Input::Growth, ""),
            _ => {}
        }
        self.compute();
    }

    fn set(&mut self, input: Input, text: &str) {
        if let Some(slot) = self.texts.get_mut(input as usize) {
            text.clone_into(slot);
        }
    }

    fn compute(&mut self) {
        match self.inputs() {
            Ok(inputs) => {
                self.errors.clear();
                self.good = inputs.or(self.good.take());
            }
            Err(errors) => self.errors = errors,
        }
    }

    /// The number in a box; nothing for an empty one. Percentages may carry their sign.
    fn number(&self, input: Input) -> Result<Option<f64>, (Input, FormError)> {
        let text = self.text(input).trim().trim_start_matches('\u{A3}').trim_end_matches('%');
        if text.trim().is_empty() {
            return Ok(None);
        }
        let decimal = Decimal::parse(text)
            .map_err(|_| (input, FormError::NotANumber(self.text(input).trim().to_owned())))?;
        Ok(Some(crate::number::Exact::from(decimal).to_f64()))
    }

    /// The inputs of the model; nothing while one of those needed is empty.
    fn inputs(&self) -> Result<Option<CaseloadInputs>, Vec<(Input, FormError)>> {
        let mut errors = Vec::new();
        let mut numbers = Vec::with_capacity(INPUTS.len());
        for info in INPUTS {
            match self.number(info.input) {
                Ok(number) => numbers.push(number),
                Err(error) => {
                    errors.push(error);
                    numbers.push(None);
                }
            }
        }
        let get = |input: Input| numbers.get(input as usize).copied().flatten();
        let share = |input: Input| get(input).map(|percent| percent / 100.0);
        let whole = |input: Input| match get(input) {
            None => Ok(None),
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "checked to be whole and small"
            )]
            Some(number) if number.fract() == 0.0 && (0.0..=1e6).contains(&number) => {
                Ok(Some(number as usize))
            }
            Some(_) => Err((input, FormError::NotMonths)),
        };
        let mut months = |input: Input| {
            whole(input).unwrap_or_else(|error| {
                errors.push(error);
                None
            })
        };
        let (to_start, ahead, by_month) =
            (months(Input::MonthsToStart), months(Input::Months), months(Input::ByMonth));
        let mut range = |low: Input, high: Input| {
            let is_given = |input: &Input| !self.text(*input).trim().is_empty();
            let missing = [low, high].into_iter().find(|input| !is_given(input));
            errors.extend(
                missing
                    .filter(|_| is_given(&low) || is_given(&high))
                    .map(|input| (input, FormError::HalfARange)),
            );
            share(low).zip(share(high))
        };
        let ranges = Ranges {
            growth: range(Input::GrowthLow, Input::GrowthHigh),
            turnover: range(Input::TurnoverLow, Input::TurnoverHigh),
            hires_per_month: None,
        };
        if !errors.is_empty() {
            return Err(errors);
        }
        let team = match (get(Input::Workers), get(Input::Average)) {
            (Some(fte), _) => Team::Fte(fte),
            (None, Some(average)) => Team::Caseload(average),
            (None, None) => return Ok(None),
        };
        let (Some(children), Some(target)) = (get(Input::Children), get(Input::Target)) else {
            return Ok(None);
        };
        let inputs = CaseloadInputs {
            children,
            team,
            target,
            newly_qualified: NewlyQualified {
                fte: get(Input::NewlyFte).unwrap_or(0.0),
                count_as: get(Input::NewlyCountAs).unwrap_or(0.0),
            },
            vacant_fte: get(Input::Vacant).unwrap_or(0.0),
            growth: match get(Input::GrowthNumber) {
                Some(number) => Growth::Number(number),
                None => Growth::Share(share(Input::Growth).unwrap_or(0.0)),
            },
            apart: get(Input::Apart)
                .map(|apart| (apart, Growth::Share(share(Input::ApartGrowth).unwrap_or(0.0)))),
            staffing: Staffing {
                turnover: share(Input::Turnover).unwrap_or(0.0),
                hires_per_month: get(Input::Hires).unwrap_or(0.0),
                months_to_start: to_start.unwrap_or(0),
            },
            months: ahead.unwrap_or(24),
            by_month,
            hours: get(Input::Hours)
                .map(|per_week| Hours { per_week, direct_share: share(Input::DirectShare).unwrap_or(1.0) }),
            costs: get(Input::CostPerPost).map(|per_post| Costs {
                per_post,
                agency_share: share(Input::AgencyShare).unwrap_or(0.0),
                agency_premium: share(Input::AgencyPremium).unwrap_or(0.0),
            }),
            // The same seed always, so that the same inputs give the same answer.
            uncertain: (ranges != Ranges::default()).then_some((ranges, 1)),
        };
        match scenario::caseload(&inputs) {
            Ok(_) => Ok(Some(inputs)),
            Err(error) => {
                let of_error = INPUTS.iter().find(|info| info.gives == error.input);
                let input = of_error.map_or(Input::Children, |info| info.input);
                Err(vec![(input, FormError::Caseload(error))])
            }
        }
    }
}

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
}

impl Default for Caseloads {
    fn default() -> Self {
        let first = Scenario::new("Social workers", Worker::SocialWorker);
        let second = Scenario::new("Personal advisers", Worker::PersonalAdviser);
        Self { scenarios: Rc::new(vec![first, second]), selected: 0, base: 0, is_changed: false }
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
        }
    }
}

/// A change to the scenarios.
#[derive(Clone, Debug, PartialEq)]
pub enum CaseloadAction {
    /// Type into a box of the selected scenario.
    Edit(Input, String),
    /// Name the selected scenario.
    Name(String),
    /// Choose who holds the cases of the selected scenario.
    Worker(Worker),
    /// Select a scenario.
    Select(usize),
    /// Compare with this scenario.
    Base(usize),
    /// Add a copy of the selected scenario and select it.
    Copy,
    /// Remove the selected scenario, unless it is the last.
    Remove,
}

/// How many scenarios are kept side by side.
pub const MOST_SCENARIOS: usize = 4;

impl Caseloads {
    /// The selected scenario.
    pub fn selected(&self) -> &Scenario {
        &self.scenarios[self.selected.min(self.scenarios.len() - 1)]
    }

    /// Makes a change.
    pub(crate) fn apply(&mut self, action: CaseloadAction) {
        let last = self.scenarios.len() - 1;
        let selected = self.selected.min(last);
        self.is_changed |= !matches!(action, CaseloadAction::Select(_) | CaseloadAction::Base(_));
        let scenarios = Rc::make_mut(&mut self.scenarios);
        match action {
            CaseloadAction::Edit(input, text) => scenarios[selected].edit(input, &text),
            CaseloadAction::Name(name) => scenarios[selected].name = name,
            CaseloadAction::Worker(worker) => scenarios[selected].worker = worker,
            CaseloadAction::Select(index) => self.selected = index.min(last),
            CaseloadAction::Base(index) => self.base = index.min(last),
            CaseloadAction::Copy if scenarios.len() < MOST_SCENARIOS => {
                let mut copy = scenarios[selected].clone();
                copy.name = format!("{} {}", copy.name, scenarios.len() + 1);
                scenarios.push(copy);
                self.selected = scenarios.len() - 1;
            }
            CaseloadAction::Remove if scenarios.len() > 1 => {
                scenarios.remove(selected);
                self.selected = selected.min(scenarios.len() - 1);
                self.base = if self.base == selected { 0 } else { self.base.min(scenarios.len() - 1) };
            }
            CaseloadAction::Copy | CaseloadAction::Remove => {}
        }
    }

    /// Fills the number of children and the average of the two first scenarios from the figures, where their boxes are
    /// empty. The newest figure counts: a scenario starts from now.
    pub(crate) fn fill(&mut self, figures: &[Figure]) {
        for scenario in Rc::make_mut(&mut self.scenarios) {
            let [children, average] = scenario.worker.indicators();
            let is_empty = |input: Input| scenario.text(input).trim().is_empty();
            let team_is_empty = is_empty(Input::Workers) && is_empty(Input::Average);
            let found = [
                (Input::Children, children, is_empty(Input::Children)),
                (Input::Average, average, team_is_empty),
            ];
            for (input, indicator, is_wanted) in found {
                if let Some(text) = newest(figures, indicator).filter(|_| is_wanted) {
                    scenario.edit(input, &text);
                }
            }
        }
    }
}

/// How the number of children or care leavers changed over the last year of the figures: earlier, newest, and the newest
/// period. Nothing where the figures do not reach a year back.
pub fn change_in_a_year(figures: &[Figure], worker: Worker) -> Option<(i64, i64, Period)> {
    let [children, _] = worker.indicators();
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
        amount => amount.shown(newest.indicator).map(|shown| shown.to_string()),
    }
}
