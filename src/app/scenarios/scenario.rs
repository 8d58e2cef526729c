//! One caseload scenario as it is typed: texts, what is wrong with them, and the last good inputs.

use serde::{Deserialize, Serialize};

use super::boxes::{Boxes, Numbers};
use super::pasted::{is_half_typed, numbers_of};
use super::team::TeamIs;
use crate::app::scenarios::inputs::{CASE_KINDS, FOLLOWING, Group, INPUTS, Input, InputInfo, InputKind};
use crate::indicator::{Indicator, ids};
use crate::number::Decimal;
use crate::period::Period;
use crate::scenario::{
    self, Agency, CaseKind, CaseloadInputs, DistributionError, Growth, Held, Holders, Hours, KnockOn,
    LeftOut, Ranges, Recruiting, Role, Staffing, Team,
};
use crate::words::caseload::month_name;
use crate::words::forms::FormError;
use crate::words::screens::caseloads as words;
use crate::words::text::{model_number, pounds};

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
    texts: Boxes,
    /// How many cases each worker holds, as typed.
    pub spread: String,
    /// Why what was typed there last was refused. It is kept nowhere.
    pub spread_error: Option<DistributionError>,
    /// What of a table pasted there was not taken.
    pub spread_left_out: Option<LeftOut>,
    good: LastGood,
    /// What is wrong now, by box.
    pub errors: Vec<(Input, FormError)>,
    /// What was entered while others held the cases, each once.
    aside: Vec<Scenario>,
}

/// What was entered when it last was whole and right.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LastGood {
    /// The inputs, or `None` if they never were.
    pub inputs: Option<CaseloadInputs>,
    /// Every box with something in it then, by its label.
    pub given: Vec<(&'static str, String)>,
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
    #[serde(skip_serializing_if = "Vec::is_empty")]
    aside: Vec<Scenario>,
}

impl From<Scenario> for Written {
    fn from(scenario: Scenario) -> Self {
        let boxes = INPUTS.iter().map(|info| (info.id.to_owned(), scenario.text(info.input).to_owned()));
        let boxes = boxes.filter(|(_, text)| !text.is_empty()).collect();
        let Scenario { name, worker, team_is, spread, aside, .. } = scenario;
        Self { name, worker, team_is, boxes, spread, aside }
    }
}

impl From<Written> for Scenario {
    fn from(written: Written) -> Self {
        let Written { name, worker, team_is, boxes, spread, aside } = written;
        let texts = Boxes::default();
        let mut scenario = Self { name, worker, team_is, texts, spread, aside, ..Self::default() };
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
        let texts = Boxes::default();
        let mut scenario = Self { name: name.to_owned(), worker, texts, ..Self::default() };
        scenario.set(Input::Target, &usual_target(worker));
        scenario.set(Input::Months, "24");
        scenario
    }

    /// What was entered when it last was whole and right.
    pub const fn good(&self) -> &LastGood {
        &self.good
    }

    /// Lets what was good before be so again, where there was something.
    pub(super) fn go_back_to(&mut self, before: &LastGood) {
        if before.inputs.is_some() {
            self.good.clone_from(before);
        }
    }

    /// The text in a box.
    pub fn text(&self, input: Input) -> &str {
        self.texts.text(input)
    }

    /// The number in a box; nothing for an empty one. Percentages may carry their sign.
    pub(in crate::app) fn number(&self, input: Input) -> Result<Option<f64>, (Input, FormError)> {
        self.texts.number(input)
    }

    /// Whether the boxes hold something that cannot be computed, or lack what is needed, while an older answer stands.
    pub fn is_old(&self) -> bool {
        self.good.inputs.is_some() && (!self.errors.is_empty() || self.lacks_numbers())
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
            let is_month = info.kind == InputKind::PlanMonth;
            let award = inputs.costs.as_ref().and_then(|costs| costs.award);
            let text = match award.filter(|_| info.input == Input::PayAwardMonth) {
                // Where its box is empty, it is a year after the first month.
                Some(award) => month_name(inputs.start, award.month),
                None if is_month => named_month(text, inputs.start),
                None => self.with_unit(info, text),
            };
            (!text.is_empty() && info.input != Input::Recommendation).then_some((label, text))
        };
        INPUTS.iter().filter_map(box_of).collect()
    }

    /// What is in a box with its unit: `£58,000`, `3%`.
    fn with_unit(&self, info: &InputInfo, text: &str) -> String {
        match self.number(info.input) {
            Ok(Some(number)) if info.input.is_money() => pounds(number),
            Ok(Some(_)) if info.label.contains("(%") && !text.ends_with('%') => format!("{text}%"),
            _ => text.to_owned(),
        }
    }

    /// Returns the cases for each worker that a box says, or `None` if it says nothing of them.
    pub fn caseload_in(&self, input: Input) -> Option<f64> {
        let number = |input| self.number(input).ok().flatten();
        match input {
            Input::Average | Input::Target => number(input),
            Input::Workers => number(Input::Children)
                .zip(number(input).filter(|workers| *workers > 0.0))
                .map(|(children, workers)| children / workers),
            _ => None,
        }
    }

    /// Returns a question about a number that may be meant otherwise, or `None` if there is nothing to ask.
    pub fn odd_number(&self, input: Input) -> Option<String> {
        let number = self.number(input).ok().flatten()?;
        let text = self.text(input).trim();
        match input {
            Input::CostPerPost if 0.0 < number && number < 10_000.0 => Some(words::is_cost_right(number)),
            Input::Children if number.fract() != 0.0 => Some(words::ARE_PARTS_RIGHT.to_owned()),
            Input::Growth | Input::ApartGrowth | Input::PayAward
                if number != 0.0 && number.abs() < 1.0 && !text.ends_with('%') =>
            {
                Some(words::is_percentage_right(number))
            }
            Input::AgencyPremium if number > 200.0 => Some(words::is_premium_right(number)),
            _ => None,
        }
    }

    /// Returns a question about a first month that is over, or `None` if it is not.
    pub fn past_start(&self, now: Period) -> Option<String> {
        let start = self.texts.start().ok().flatten()?;
        (start < now).then(|| words::is_past_start_right(start, now))
    }

    /// What the boxes of a group hold, each with what it is.
    pub fn entered(&self, group: Group) -> Vec<String> {
        let start = self.texts.start().ok().flatten();
        let told = |info: &InputInfo| {
            let text = self.text(info.input).trim();
            (!text.is_empty()).then(|| match info.kind {
                InputKind::Tick => info.label.to_owned(),
                InputKind::PlanMonth => words::entered(info.label, &named_month(text, start)),
                _ => words::entered(info.label, &self.with_unit(info, text)),
            })
        };
        group.boxes().filter_map(told).collect()
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

    /// Takes others as those who hold the cases, with what was entered for them before. What was entered for those before is
    /// put aside: their numbers say nothing of others. The first month is the same for all.
    pub(super) fn choose(&mut self, worker: Role) {
        if worker == self.worker {
            return;
        }
        let start = self.text(Input::Start).to_owned();
        let mut aside = std::mem::take(&mut self.aside);
        let place = aside.iter().position(|each| each.worker == worker);
        let chosen = place.map_or_else(|| Self::new(&self.name, worker), |place| aside.swap_remove(place));
        let before = std::mem::replace(self, chosen);
        self.name.clone_from(&before.name);
        aside.push(before);
        self.aside = aside;
        self.begin_in(&start);
        self.compute();
    }

    /// Takes how many cases each worker holds, if it is numbers alone; anything else may name somebody, and is not kept.
    pub(super) fn take_spread(&mut self, text: &str) {
        match numbers_of(text) {
            Ok((numbers, left_out)) => {
                self.spread = numbers;
                self.spread_left_out = left_out;
                self.spread_error = None;
            }
            Err(error) => {
                if error == DistributionError::NotFte && is_half_typed(text) {
                    text.clone_into(&mut self.spread);
                }
                self.spread_left_out = None;
                self.spread_error = Some(error);
            }
        }
    }

    /// The same without what is put aside.
    pub(super) fn without_aside(&self) -> Self {
        Self { aside: Vec::new(), ..self.clone() }
    }

    /// The same without how many cases each worker holds, and without what is put aside.
    pub(super) fn without_spread(&self) -> Self {
        Self { spread: String::new(), spread_left_out: None, aside: Vec::new(), ..self.clone() }
    }

    /// How many cases each worker holds.
    pub fn caseloads(&self) -> Vec<Held> {
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
        let count_as = self.texts.part(Input::NewlyCountAs, InputKind::Part).ok().flatten().unwrap_or(0.0);
        let apart = number(Input::Vacant).unwrap_or(0.0) - number(Input::NewlyFte).unwrap_or(0.0) * count_as;
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
        self.texts.set(input, text);
    }

    pub(super) fn compute(&mut self) {
        match self.inputs() {
            Ok(inputs) => {
                self.errors.clear();
                if let Some(inputs) = inputs {
                    self.good = LastGood { given: self.assumptions(&inputs), inputs: Some(inputs) };
                }
            }
            Err(errors) => self.errors = errors,
        }
    }

    /// The inputs of the model, or `None` while one of those needed is empty.
    fn inputs(&self) -> Result<Option<CaseloadInputs>, Vec<(Input, FormError)>> {
        let read = Numbers::of(&self.texts)?;
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
            Ok(found) => {
                let targets =
                    inputs.targets.iter().copied().chain(self.worker.options(found.caseload, target));
                Ok(Some(CaseloadInputs { targets: targets.collect(), ..inputs }))
            }
            Err(error) => {
                let gives = |info: &&InputInfo| info.gives == Some(error.input);
                let is_filled = |info: &&InputInfo| !self.text(info.input).trim().is_empty();
                // Of the kinds of case, the one whose number is the highest is most likely wrong.
                let highest = |a: &&InputInfo, b: &&InputInfo| {
                    let number = |info: &InputInfo| read.get(info.input).unwrap_or(0.0);
                    number(a).total_cmp(&number(b))
                };
                let is_of_kinds = CASE_KINDS.iter().flatten().any(|input| {
                    INPUTS.iter().any(|info| info.input == *input && info.gives == Some(error.input))
                });
                let of_error = if is_of_kinds {
                    INPUTS.iter().filter(gives).filter(is_filled).max_by(highest)
                } else {
                    INPUTS.iter().filter(gives).find(is_filled)
                };
                let input = of_error.or(INPUTS.iter().find(gives)).map_or(Input::Children, |info| info.input);
                Err(vec![(input, FormError::Caseload(error))])
            }
        }
    }
}

/// The month of the plan that a box holds, by its name where it is given by its number.
fn named_month(text: &str, start: Option<Period>) -> String {
    text.parse().map_or_else(|_| text.to_owned(), |number| month_name(start, number))
}
