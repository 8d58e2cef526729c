//! The boxes of a scenario: their texts, and the numbers in them.

use super::inputs::{INPUTS, Input, InputKind};
use crate::number::{Decimal, Exact};
use crate::period::Period;
use crate::scenario::{Agency, Award, Costs, NewlyQualified, Stage, caseloads};
use crate::words::forms::FormError;

/// The texts in the boxes, in the order of [`INPUTS`].
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Boxes(Vec<String>);

impl Default for Boxes {
    fn default() -> Self {
        Self(vec![String::new(); INPUTS.len()])
    }
}

impl Boxes {
    /// The text in a box.
    pub(super) fn text(&self, input: Input) -> &str {
        self.0.get(input as usize).map_or("", String::as_str)
    }

    /// Puts a text into a box.
    pub(super) fn set(&mut self, input: Input, text: &str) {
        if let Some(slot) = self.0.get_mut(input as usize) {
            text.clone_into(slot);
        }
    }

    /// The number in a box; nothing for an empty one. Percentages may carry their sign.
    pub(super) fn number(&self, input: Input) -> Result<Option<f64>, (Input, FormError)> {
        let text = self.text(input).trim().trim_start_matches('\u{A3}').trim_end_matches('%');
        if text.trim().is_empty() {
            return Ok(None);
        }
        let (digits, thousands) = match text.strip_suffix(['k', 'K']).filter(|_| input.is_money()) {
            Some(thousands) => (thousands, 1000.0),
            None => (text, 1.0),
        };
        let decimal = Decimal::parse(digits).map_err(|_| {
            let several = caseloads(text).is_ok_and(|numbers| numbers.len() > 1);
            let typed = self.text(input).trim().to_owned();
            let error = match (several, input) {
                (true, Input::Average) => FormError::SeveralNumbers,
                (true, _) => FormError::NotOneNumber(typed),
                (false, _) => FormError::NotANumber(typed),
            };
            (input, error)
        })?;
        Ok(Some(Exact::from(decimal).to_f64() * thousands))
    }

    /// What a worker counts as, or a case: a number such as 0.9, or a percentage of a whole one, such as 90%. From 10 on, a
    /// worker's is a percentage without its sign, too: nobody holds ten full caseloads.
    pub(super) fn part(&self, input: Input, kind: InputKind) -> Result<Option<f64>, (Input, FormError)> {
        let is_percentage = |number: f64| {
            self.text(input).trim().ends_with('%')
                || (kind == InputKind::Part && (10.0..=100.0).contains(&number))
        };
        let number = self.number(input)?;
        Ok(number.map(|number| if is_percentage(number) { number / 100.0 } else { number }))
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
    pub(super) fn start(&self) -> Result<Option<Period>, (Input, FormError)> {
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
}

/// The numbers in the boxes of a scenario, each known to be one.
pub(super) struct Numbers {
    all: Vec<Option<f64>>,
    /// The first month.
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
    /// The numbers of a boxes.
    ///
    /// # Errors
    /// What is wrong, by box.
    pub(super) fn of(boxes: &Boxes) -> Result<Self, Vec<(Input, FormError)>> {
        let mut errors = Vec::new();
        let mut all = Vec::with_capacity(INPUTS.len());
        let start = boxes.start().unwrap_or_else(|error| {
            errors.push(error);
            None
        });
        for info in INPUTS {
            let number = match info.kind {
                InputKind::Number => boxes.number(info.input),
                InputKind::Share => boxes.share(info.input),
                InputKind::Part | InputKind::Weight => boxes.part(info.input, info.kind),
                InputKind::PlanMonth => boxes.plan_month(info.input, start),
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
        let is_given = |input: Input| !boxes.text(input).trim().is_empty();
        errors.extend(PAIRS.into_iter().filter_map(|(one, other, error)| {
            let missing = [one, other].into_iter().find(|input| !is_given(*input))?;
            (is_given(one) || is_given(other)).then_some((missing, error))
        }));
        let has_newly = is_given(Input::NewlyFte) || is_given(Input::NewlyShare);
        if has_newly && !is_given(Input::NewlyCountAs) {
            errors.push((Input::NewlyCountAs, FormError::CountsAsWhat));
        }
        if errors.is_empty() { Ok(Self { all, start }) } else { Err(errors) }
    }

    /// The number in a box.
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

    /// Newly qualified workers.
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
