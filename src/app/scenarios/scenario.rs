//! One caseload scenario as it is typed: texts, what is wrong with them, and the last good inputs.

use serde::{Deserialize, Serialize};

use crate::app::scenarios::inputs::{INPUTS, Input};
use crate::indicator::{Indicator, ids};
use crate::number::Decimal;
use crate::scenario::{self, CaseloadInputs, Costs, Growth, Hours, NewlyQualified, Ranges, Staffing, Team};
use crate::words::forms::FormError;

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
    pub(super) fn indicators(self) -> [&'static Indicator; 2] {
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
    pub(super) fn new(name: &str, worker: Worker) -> Self {
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
    pub(super) fn edit(&mut self, input: Input, text: &str) {
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
