//! One caseload scenario as it is typed: texts, what is wrong with them, and the last good inputs.

use serde::{Deserialize, Serialize};

use super::team::TeamIs;
use crate::app::scenarios::inputs::{CASE_KINDS, FOLLOWING, INPUTS, Input, InputInfo, InputKind};
use crate::indicator::{Indicator, ids};
use crate::number::Decimal;
use crate::period::Period;
use crate::scenario::{
    self, Agency, Award, CaseKind, CaseloadInputs, Costs, DistributionError, Growth, Holders, Hours, KnockOn,
    NewlyQualified, Ranges, Recruiting, Role, Staffing, Stage, Team,
};
use crate::words::caseload::month_name;
use crate::words::forms::FormError;
use crate::words::text::model_number;

/// The indicators of the number of children and of the average caseload, where there are any.
pub(super) const fn indicators(role: Role) -> [Option<&'static Indicator>; 2] {
    match role {
        Role::SocialWorker => [Some(ids::CHILDREN_IN_CARE), Some(ids::CHILDREN_IN_CARE_TEAM_CASELOAD)],
        Role::PersonalAdviser => [Some(ids::CARE_LEAVERS), Some(ids::PERSONAL_ADVISER_CASELOAD)],
        Role::ReviewingOfficer => [Some(ids::CHILDREN_IN_CARE), None],
        Role::FosteringSocialWorker => [None, None],
    }
}

/// The target a scenario starts with: the highest that is known for its role. Empty where none is.
fn usual_target(role: Role) -> String {
    role.limits().map_or_else(String::new, |(_, highest)| model_number(highest, 1))
}

/// One scenario.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct Scenario {
    /// Its name.
    pub name: String,
    /// Who holds the cases.
    pub worker: Role,
    /// Which number of the team is given.
    pub team_is: TeamIs,
    texts: Vec<String>,
    /// How many cases each worker holds, as typed.
    pub spread: String,
    /// Why what was typed there last was refused. It is kept nowhere.
    pub spread_error: Option<DistributionError>,
    /// The inputs when they last were whole and right.
    pub good: Option<CaseloadInputs>,
    /// Every box with something in it then, by its label.
    pub given: Vec<(&'static str, String)>,
    /// What is wrong now, by box.
    pub errors: Vec<(Input, FormError)>,
}

/// A scenario as it is kept outside the program: each box that is not empty by its name.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Written {
    name: String,
    worker: Role,
    team_is: TeamIs,
    boxes: Vec<(String, String)>,
    #[serde(skip_serializing_if = "String::is_empty")]
    spread: String,
}

impl From<Scenario> for Written {
    fn from(scenario: Scenario) -> Self {
        let boxes = INPUTS.iter().map(|info| (info.id.to_owned(), scenario.text(info.input).to_owned()));
        let boxes = boxes.filter(|(_, text)| !text.is_empty()).collect();
        let Scenario { name, worker, team_is, spread, .. } = scenario;
        Self { name, worker, team_is, boxes, spread }
    }
}

impl From<Written> for Scenario {
    fn from(written: Written) -> Self {
        let Written { name, worker, team_is, boxes, spread } = written;
        let texts = vec![String::new(); INPUTS.len()];
        let mut scenario = Self { name, worker, team_is, texts, spread, ..Self::default() };
        for (id, text) in boxes {
            if let Some(info) = INPUTS.iter().find(|info| info.id == id) {
                scenario.set(info.input, &text);
            }
        }
        scenario.compute();
        scenario
    }
}

impl Scenario {
    pub(super) fn new(name: &str, worker: Role) -> Self {
        let texts = vec![String::new(); INPUTS.len()];
        let mut scenario = Self { name: name.to_owned(), worker, texts, ..Self::default() };
        scenario.set(Input::Target, &usual_target(worker));
        scenario.set(Input::Months, "24");
        scenario
    }

    /// The text in a box.
    pub fn text(&self, input: Input) -> &str {
        self.texts.get(input as usize).map_or("", String::as_str)
    }

    /// Whether the boxes hold something that cannot be computed, or lack what is needed, while an older answer stands.
    pub fn is_old(&self) -> bool {
        self.good.is_some() && (!self.errors.is_empty() || self.lacks_numbers())
    }

    /// Whether one of the three numbers to start with is missing.
    fn lacks_numbers(&self) -> bool {
        let is_empty = |input| self.text(input).trim().is_empty();
        is_empty(Input::Children)
            || is_empty(Input::Target)
            || (is_empty(Input::Workers) && is_empty(Input::Average))
    }

    /// Every box of assumptions with something in it, by its label. Months have their names.
    fn assumptions(&self, inputs: &CaseloadInputs) -> Vec<(&'static str, String)> {
        let box_of = |info: &InputInfo| {
            let text = self.text(info.input).trim();
            let label = if info.input == Input::Children { self.worker.children_label() } else { info.label };
            let number = text.parse().ok().filter(|_| info.kind == InputKind::PlanMonth);
            let text = number.map_or_else(|| text.to_owned(), |number| month_name(inputs.start, number));
            (!text.is_empty() && info.input != Input::Recommendation).then_some((label, text))
        };
        INPUTS.iter().filter_map(box_of).collect()
    }

    /// Types into a box.
    pub(super) fn edit(&mut self, input: Input, text: &str) {
        self.set(input, text);
        // One of the two says the size of the team.
        match input {
            Input::Workers if !text.trim().is_empty() => {
                self.set(Input::Average, "");
                self.team_is = TeamIs::Workers;
            }
            Input::Average if !text.trim().is_empty() => {
                self.set(Input::Workers, "");
                self.team_is = TeamIs::Average;
            }
            Input::Growth if !text.trim().is_empty() => self.set(Input::GrowthNumber, ""),
            Input::GrowthNumber if !text.trim().is_empty() => self.set(Input::Growth, ""),
            _ => {}
        }
        self.compute();
    }

    /// Chooses who holds the cases. The usual target of those before gives way to that of these.
    pub(super) fn choose(&mut self, worker: Role) {
        let target = self.text(Input::Target).trim();
        if target.is_empty() || target == usual_target(self.worker) {
            self.set(Input::Target, &usual_target(worker));
        }
        self.worker = worker;
        self.compute();
    }

    /// Takes how many cases each worker holds, if it is numbers alone; anything else may name somebody, and is not kept.
    pub(super) fn take_spread(&mut self, text: &str) {
        match scenario::caseloads(text) {
            Ok(_) => {
                text.clone_into(&mut self.spread);
                self.spread_error = None;
            }
            Err(error) => self.spread_error = Some(error),
        }
    }

    /// The same without how many cases each worker holds.
    pub(super) fn without_spread(&self) -> Self {
        Self { spread: String::new(), ..self.clone() }
    }

    /// How many cases each worker holds.
    pub fn caseloads(&self) -> Vec<u32> {
        scenario::caseloads(&self.spread).unwrap_or_default()
    }

    /// Begins in a month, unless one is entered.
    pub(super) fn begin_in(&mut self, month: &str) {
        if self.text(Input::Start).trim().is_empty() {
            self.set(Input::Start, month);
            self.compute();
        }
    }

    /// Gives the other number of the team, worked out from the one given.
    pub(super) fn give_team_as(&mut self, team: TeamIs) {
        if team == self.team_is {
            return;
        }
        let number = |input| self.number(input).ok().flatten();
        let apart = number(Input::Vacant).unwrap_or(0.0)
            - number(Input::NewlyFte).unwrap_or(0.0) * number(Input::NewlyCountAs).unwrap_or(0.0);
        let given = number(self.team_is.input()).zip(number(Input::Children));
        let other = given.map(|(given, children)| match team {
            TeamIs::Average => children / (given - apart),
            TeamIs::Workers => children / given + apart,
        });
        let text =
            other.and_then(|other| Decimal::nearest(other, 2)).map(|other| other.trimmed().to_string());
        self.set(self.team_is.input(), "");
        self.set(team.input(), &text.unwrap_or_default());
        self.team_is = team;
        self.compute();
    }

    fn set(&mut self, input: Input, text: &str) {
        if let Some(slot) = self.texts.get_mut(input as usize) {
            text.clone_into(slot);
        }
    }

    pub(super) fn compute(&mut self) {
        match self.inputs() {
            Ok(inputs) => {
                self.errors.clear();
                if let Some(inputs) = inputs {
                    self.given = self.assumptions(&inputs);
                    self.good = Some(inputs);
                }
            }
            Err(errors) => self.errors = errors,
        }
    }

    /// The number in a box; nothing for an empty one. Percentages may carry their sign.
    pub(in crate::app) fn number(&self, input: Input) -> Result<Option<f64>, (Input, FormError)> {
        let text = self.text(input).trim().trim_start_matches('\u{A3}').trim_end_matches('%');
        if text.trim().is_empty() {
            return Ok(None);
        }
        let decimal = Decimal::parse(text).map_err(|_| {
            let several = scenario::caseloads(text).is_ok_and(|numbers| numbers.len() > 1);
            let error = if several {
                FormError::SeveralNumbers
            } else {
                FormError::NotANumber(self.text(input).trim().to_owned())
            };
            (input, error)
        })?;
        Ok(Some(crate::number::Exact::from(decimal).to_f64()))
    }

    /// The percentage in a box. Below 1 it may be meant as a share, unless it carries its sign.
    fn share(&self, input: Input) -> Result<Option<f64>, (Input, FormError)> {
        let (number, text) = (self.number(input)?, self.text(input).trim());
        match Decimal::parse(text) {
            Ok(typed) if number.is_some_and(|number| 0.0 < number && number < 1.0) => {
                Err((input, FormError::ShareOrPercent(typed)))
            }
            _ => Ok(number),
        }
    }

    /// The first month, or `None` if the box is empty.
    fn start(&self) -> Result<Option<Period>, (Input, FormError)> {
        let text = self.text(Input::Start).trim();
        if text.is_empty() {
            return Ok(None);
        }
        match Period::parse(text) {
            Ok(month @ Period::Month(..)) => Ok(Some(month)),
            _ => Err((Input::Start, FormError::NotACalendarMonth)),
        }
    }

    /// The number of a month of the plan, typed as such or by its name; `None` for an empty box.
    fn plan_month(&self, input: Input, start: Option<Period>) -> Result<Option<f64>, (Input, FormError)> {
        let text = self.text(input).trim();
        let Ok(Period::Month(year, month)) = Period::parse(text) else { return self.number(input) };
        let count = |year: u16, month: u8| 12 * i32::from(year) + i32::from(month);
        let number = match start {
            Some(Period::Month(first_year, first)) => count(year, month) - count(first_year, first) + 1,
            _ => 0,
        };
        if number > 0 { Ok(Some(f64::from(number))) } else { Err((input, FormError::NotAPlanMonth)) }
    }

    /// The inputs of the model, or `None` while one of those needed is empty.
    fn inputs(&self) -> Result<Option<CaseloadInputs>, Vec<(Input, FormError)>> {
        let read = Numbers::of(self)?;
        let (get, share, months) =
            (|input| read.get(input), |input| read.share(input), |input| read.months(input));
        let is_ticked = |input: Input| !self.text(input).is_empty();
        let team = match (get(Input::Workers), get(Input::Average)) {
            (Some(fte), _) => Team::Fte(fte),
            (None, Some(average)) => Team::Caseload(average),
            (None, None) => return Ok(None),
        };
        let (Some(children), Some(target)) = (get(Input::Children), get(Input::Target)) else {
            return Ok(None);
        };
        let following = FOLLOWING.iter().filter_map(|(post, per, cost)| {
            Some(KnockOn { post: *post, per: get(*per)?, cost: get(*cost).unwrap_or(0.0) })
        });
        let kinds = CASE_KINDS.iter().filter_map(|[children, weight, travel]| {
            let (weight, travel_hours) = (get(*weight).unwrap_or(1.0), get(*travel).unwrap_or(0.0));
            Some(CaseKind { children: get(*children)?, weight, travel_hours })
        });
        let agency = match months(Input::AgencyMonth) {
            None => Agency::Always,
            Some(month) if is_ticked(Input::AgencyFalls) => Agency::FallingTo(month),
            Some(month) => Agency::Until(month),
        };
        let ranges = Ranges {
            growth: share(Input::GrowthLow).zip(share(Input::GrowthHigh)),
            turnover: share(Input::TurnoverLow).zip(share(Input::TurnoverHigh)),
            hires_per_month: get(Input::HiresLow).zip(get(Input::HiresHigh)),
        };
        let inputs = CaseloadInputs {
            newly_qualified: read.newly_qualified(),
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
                months_to_start: months(Input::MonthsToStart).unwrap_or(0),
            },
            recruiting: if is_ticked(Input::KeepRecruiting) {
                Recruiting::Always
            } else {
                Recruiting::ToTarget
            },
            holders: Holders {
                absence: share(Input::Absence).unwrap_or(0.0),
                vacancies_covered: share(Input::Covered).unwrap_or(0.0),
                advanced_fte: get(Input::AdvancedFte).unwrap_or(0.0),
                advanced_count_as: get(Input::AdvancedCountAs).unwrap_or(1.0),
                fte_per_person: get(Input::FtePerPerson).unwrap_or(1.0),
            },
            knock_on: following.collect(),
            mix: kinds.collect(),
            start: read.start,
            months: months(Input::Months).unwrap_or(24),
            by_month: months(Input::ByMonth),
            hours: get(Input::Hours)
                .map(|per_week| Hours { per_week, direct_share: share(Input::DirectShare).unwrap_or(1.0) }),
            costs: read.costs(agency),
            placement_cost: get(Input::PlacementCost),
            targets: get(Input::OtherTarget).into_iter().collect(),
            // The same seed always, so that the same inputs give the same answer.
            uncertain: (ranges != Ranges::default()).then_some((ranges, 1)),
            ..CaseloadInputs::steady(children, team, target)
        };
        match scenario::caseload_without_chance(&inputs) {
            Ok(_) => Ok(Some(inputs)),
            Err(error) => {
                let gives = |info: &&InputInfo| info.gives == Some(error.input);
                let is_filled = |info: &&InputInfo| !self.text(info.input).trim().is_empty();
                let of_error = INPUTS.iter().filter(gives).find(is_filled);
                let input = of_error.or(INPUTS.iter().find(gives)).map_or(Input::Children, |info| info.input);
                Err(vec![(input, FormError::Caseload(error))])
            }
        }
    }
}

/// The numbers in the boxes of a scenario, each known to be one.
struct Numbers {
    all: Vec<Option<f64>>,
    start: Option<Period>,
}

/// Boxes of months.
const MONTHS: [Input; 7] = [
    Input::MonthsToStart,
    Input::Months,
    Input::ByMonth,
    Input::PayAwardMonth,
    Input::AgencyMonth,
    Input::NewlyStageMonth,
    Input::NewlyFullMonth,
];

/// Boxes of which both are given or neither, and what is wrong with one alone.
const PAIRS: [(Input, Input, FormError); 4] = [
    (Input::GrowthLow, Input::GrowthHigh, FormError::HalfARange),
    (Input::TurnoverLow, Input::TurnoverHigh, FormError::HalfARange),
    (Input::HiresLow, Input::HiresHigh, FormError::HalfARange),
    (Input::NewlyStageMonth, Input::NewlyStageCountAs, FormError::HalfAStage),
];

impl Numbers {
    /// The numbers of a scenario.
    ///
    /// # Errors
    /// What is wrong, by box.
    fn of(scenario: &Scenario) -> Result<Self, Vec<(Input, FormError)>> {
        let mut errors = Vec::new();
        let mut all = Vec::with_capacity(INPUTS.len());
        let start = scenario.start().unwrap_or_else(|error| {
            errors.push(error);
            None
        });
        for info in INPUTS {
            let number = match info.kind {
                InputKind::Number => scenario.number(info.input),
                InputKind::Share => scenario.share(info.input),
                InputKind::PlanMonth => scenario.plan_month(info.input, start),
                InputKind::Month | InputKind::Tick | InputKind::Text => Ok(None),
            };
            let is_month = MONTHS.contains(&info.input);
            let is_whole = |number: f64| number.fract() == 0.0 && (0.0..=1e6).contains(&number);
            match number {
                Ok(Some(number)) if is_month && !is_whole(number) => {
                    errors.push((info.input, FormError::NotMonths));
                    all.push(None);
                }
                Ok(number) => all.push(number),
                Err(error) => {
                    errors.push(error);
                    all.push(None);
                }
            }
        }
        let is_given = |input: Input| !scenario.text(input).trim().is_empty();
        errors.extend(PAIRS.into_iter().filter_map(|(one, other, error)| {
            let missing = [one, other].into_iter().find(|input| !is_given(*input))?;
            (is_given(one) || is_given(other)).then_some((missing, error))
        }));
        if errors.is_empty() { Ok(Self { all, start }) } else { Err(errors) }
    }

    fn get(&self, input: Input) -> Option<f64> {
        self.all.get(input as usize).copied().flatten()
    }

    /// A percentage as a share.
    fn share(&self, input: Input) -> Option<f64> {
        self.get(input).map(|percent| percent / 100.0)
    }

    /// A whole number of months.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked to be whole and small"
    )]
    fn months(&self, input: Input) -> Option<usize> {
        self.get(input).map(|number| number as usize)
    }

    fn newly_qualified(&self) -> NewlyQualified {
        let stage = |month: Input, count_as: Option<f64>| {
            Some(Stage { month: self.months(month)?, count_as: count_as? })
        };
        let stages = [
            stage(Input::NewlyStageMonth, self.get(Input::NewlyStageCountAs)),
            stage(Input::NewlyFullMonth, Some(1.0)),
        ];
        NewlyQualified {
            fte: self.get(Input::NewlyFte).unwrap_or(0.0),
            count_as: self.get(Input::NewlyCountAs).unwrap_or(0.0),
            stages: stages.into_iter().flatten().collect(),
            share: self.share(Input::NewlyShare).unwrap_or(0.0),
        }
    }

    /// What posts cost, or `None` if the cost of one is not given.
    fn costs(&self, agency: Agency) -> Option<Costs> {
        let award = |share: f64| Award { share, month: self.months(Input::PayAwardMonth).unwrap_or(13) };
        Some(Costs {
            per_post: self.get(Input::CostPerPost)?,
            on_costs: self.share(Input::OnCosts).unwrap_or(0.0),
            agency_share: self.share(Input::AgencyShare).unwrap_or(0.0),
            agency_premium: self.share(Input::AgencyPremium).unwrap_or(0.0),
            agency,
            award: self.share(Input::PayAward).map(award),
            per_starter: self.get(Input::CostPerStarter).unwrap_or(0.0),
            per_leaver: self.get(Input::CostPerLeaver).unwrap_or(0.0),
        })
    }
}
