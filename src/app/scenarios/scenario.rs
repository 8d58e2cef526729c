//! One caseload scenario as it is typed: texts, what is wrong with them, and the last good inputs.

use serde::{Deserialize, Serialize};

use crate::app::scenarios::inputs::{INPUTS, Input};
use crate::indicator::{Indicator, ids};
use crate::number::Decimal;
use crate::scenario::{
    self, CaseloadInputs, Costs, Growth, Hours, NewlyQualified, Ranges, Role, Staffing, Team,
};
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

/// Which number of the team a person gives: the other follows from it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum TeamIs {
    /// The present average caseload.
    #[default]
    Average,
    /// The workers in post.
    Workers,
}

impl TeamIs {
    /// The box of it.
    pub const fn input(self) -> Input {
        match self {
            Self::Average => Input::Average,
            Self::Workers => Input::Workers,
        }
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Average => Self::Workers,
            Self::Workers => Self::Average,
        }
    }
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
    /// The inputs when they last were whole and right.
    pub good: Option<CaseloadInputs>,
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
}

impl From<Scenario> for Written {
    fn from(scenario: Scenario) -> Self {
        let boxes = INPUTS.iter().map(|info| (info.id.to_owned(), scenario.text(info.input).to_owned()));
        let boxes = boxes.filter(|(_, text)| !text.is_empty()).collect();
        Self { name: scenario.name, worker: scenario.worker, team_is: scenario.team_is, boxes }
    }
}

impl From<Written> for Scenario {
    fn from(written: Written) -> Self {
        let Written { name, worker, team_is, boxes } = written;
        let texts = vec![String::new(); INPUTS.len()];
        let mut scenario = Self { name, worker, team_is, texts, ..Self::default() };
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
                self.good = inputs.or(self.good.take());
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
            newly_qualified: NewlyQualified {
                fte: get(Input::NewlyFte).unwrap_or(0.0),
                count_as: get(Input::NewlyCountAs).unwrap_or(0.0),
                ..NewlyQualified::default()
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
                ..Costs::default()
            }),
            // The same seed always, so that the same inputs give the same answer.
            uncertain: (ranges != Ranges::default()).then_some((ranges, 1)),
            ..CaseloadInputs::steady(children, team, target)
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
