//! The boxes of a caseload scenario as numbers, and what is wrong with those that hold none.

use super::inputs::{INPUTS, Input, InputKind};
use super::scenario::Scenario;
use crate::period::Period;
use crate::scenario::{Agency, Award, Costs, NewlyQualified, Stage};
use crate::words::forms::FormError;

/// The numbers in the boxes of a scenario, each known to be one.
pub(super) struct Numbers {
    all: Vec<Option<f64>>,
    pub(super) start: Option<Period>,
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
    pub(super) fn of(scenario: &Scenario) -> Result<Self, Vec<(Input, FormError)>> {
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

    pub(super) fn get(&self, input: Input) -> Option<f64> {
        self.all.get(input as usize).copied().flatten()
    }

    /// A percentage as a share.
    pub(super) fn share(&self, input: Input) -> Option<f64> {
        self.get(input).map(|percent| percent / 100.0)
    }

    /// A whole number of months.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked to be whole and small"
    )]
    pub(super) fn months(&self, input: Input) -> Option<usize> {
        self.get(input).map(|number| number as usize)
    }

    pub(super) fn newly_qualified(&self) -> NewlyQualified {
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
    pub(super) fn costs(&self, agency: Agency) -> Option<Costs> {
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
