//! "What it would take" as it is typed.

use serde::{Deserialize, Serialize};

use crate::compare::{ComparatorKind, USUAL};
use crate::indicator::{Good, Kind, Measure};
use crate::number::{Decimal, Exact};
use crate::scenario::ReachError;
use crate::words::forms::FormError;
use crate::words::screens::reach as words;

/// What the share is to reach.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Goal {
    /// The percentage typed.
    #[default]
    Typed,
    /// The figure of a comparator.
    Comparator(&'static ComparatorKind),
    /// The figure of each comparator at once.
    Every,
    /// Where the best quarter of all councils begins.
    BestQuartile,
}

impl Goal {
    /// Every goal in the order it is offered, with the comparators besides the usual ones.
    pub fn all(also: &[&'static ComparatorKind]) -> Vec<Self> {
        let comparators = USUAL.iter().chain(also).copied().map(Self::Comparator);
        [Self::Typed, Self::Every].into_iter().chain(comparators).chain([Self::BestQuartile]).collect()
    }

    /// The value in markup.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Typed => "typed",
            Self::Every => "every",
            Self::Comparator(kind) => kind.id,
            Self::BestQuartile => "quartile",
        }
    }

    /// The name.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Typed => words::A_PERCENTAGE,
            Self::Every => words::EVERY_COMPARATOR,
            Self::Comparator(kind) => kind.title,
            Self::BestQuartile => words::BEST_QUARTER,
        }
    }
}

/// The form.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReachForm {
    /// The indicator, or none for numbers of any kind.
    pub indicator: Option<Measure>,
    /// Numerator as typed.
    pub numerator: String,
    /// Denominator as typed.
    pub denominator: String,
    /// What to reach.
    pub goal: Goal,
    /// The target as typed.
    pub target: String,
    /// Whether low is good, where no indicator says so.
    pub low_is_good: bool,
    /// How the denominator will change, in percent, as typed.
    pub growth: String,
    /// How many are still to come each month, as typed.
    pub each_month: String,
    /// For how many months, as typed.
    pub months: String,
}

/// A box of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the field of the form of that name")]
pub enum ReachField {
    Numerator,
    Denominator,
    Target,
    Growth,
    EachMonth,
    Months,
}

/// A change to the form.
#[derive(Clone, Debug, PartialEq)]
pub enum ReachAction {
    /// Type into a box.
    Edit(ReachField, String),
    /// Take an indicator with its counts, or none.
    Indicator(Option<(Measure, u64, u64)>),
    /// Choose the goal.
    Goal(Goal),
    /// Choose the good direction.
    Good(Good),
}

impl ReachForm {
    /// Makes a change.
    pub(crate) fn apply(&mut self, action: ReachAction) {
        match action {
            ReachAction::Edit(field, text) => {
                // The denominator changes in one way or the other.
                match field {
                    ReachField::Growth if !text.trim().is_empty() => self.each_month.clear(),
                    ReachField::EachMonth if !text.trim().is_empty() => self.growth.clear(),
                    _ => {}
                }
                *self.text_mut(field) = text;
            }
            ReachAction::Indicator(Some((indicator, numerator, denominator))) => {
                self.goal = match self.goal {
                    _ if !indicator.is_published => Goal::Typed,
                    Goal::Typed if self.target.trim().is_empty() => Goal::Every,
                    goal => goal,
                };
                self.indicator = Some(indicator);
                self.numerator = numerator.to_string();
                self.denominator = denominator.to_string();
            }
            ReachAction::Indicator(None) => {
                self.indicator = None;
                self.goal = Goal::Typed;
            }
            ReachAction::Goal(goal) => self.goal = goal,
            ReachAction::Good(good) => self.low_is_good = good == Good::Low,
        }
    }

    /// Gives a measure of the council's own what is known of it now. Only a share can be reached for.
    pub(crate) fn define(&mut self, measure: &Measure) {
        if self.indicator.as_ref().is_some_and(|indicator| indicator.id == measure.id) {
            self.indicator = Some(measure.clone()).filter(|measure| measure.kind == Kind::Share);
        }
    }

    /// The text in a box.
    pub fn text(&self, field: ReachField) -> &str {
        match field {
            ReachField::Numerator => &self.numerator,
            ReachField::Denominator => &self.denominator,
            ReachField::Target => &self.target,
            ReachField::Growth => &self.growth,
            ReachField::EachMonth => &self.each_month,
            ReachField::Months => &self.months,
        }
    }

    fn text_mut(&mut self, field: ReachField) -> &mut String {
        match field {
            ReachField::Numerator => &mut self.numerator,
            ReachField::Denominator => &mut self.denominator,
            ReachField::Target => &mut self.target,
            ReachField::Growth => &mut self.growth,
            ReachField::EachMonth => &mut self.each_month,
            ReachField::Months => &mut self.months,
        }
    }

    /// Whether a person typed something that no figure gives.
    pub fn is_typed(&self) -> bool {
        use ReachField::{Denominator, EachMonth, Growth, Months, Numerator, Target};
        let is_typed = |field: ReachField| !self.text(field).trim().is_empty();
        [Target, Growth, EachMonth, Months].into_iter().any(is_typed)
            || (self.indicator.is_none() && [Numerator, Denominator].into_iter().any(is_typed))
    }

    /// Returns what is wrong with a box, or `None`.
    pub fn error(&self, field: ReachField) -> Option<FormError> {
        let count = |field: ReachField| self.count(field).ok().flatten();
        match field {
            ReachField::Target => match self.percent(field) {
                Ok(Some(target)) if target < Exact::whole(0) || target > Exact::whole(100) => {
                    Some(FormError::Reach(ReachError::BadTarget))
                }
                other => other.err(),
            },
            ReachField::Growth => {
                let denominator = count(ReachField::Denominator).unwrap_or(100);
                self.later_denominator(denominator.max(1)).err()
            }
            ReachField::Denominator if count(field) == Some(0) => {
                Some(FormError::Reach(ReachError::BadCounts))
            }
            ReachField::Numerator
                if count(field).zip(count(ReachField::Denominator)).is_some_and(|(of, all)| of > all) =>
            {
                Some(FormError::Reach(ReachError::NumeratorAbove))
            }
            ReachField::Denominator => self.count(field).err().map(|_| FormError::NotACountOfAll),
            _ => self.count(field).err(),
        }
    }

    /// Whether the numerator, the denominator or the target is something that cannot be used.
    pub fn is_wrong(&self) -> bool {
        let typed = [ReachField::Numerator, ReachField::Denominator];
        typed.into_iter().any(|field| self.error(field).is_some())
            || (self.goal == Goal::Typed && self.error(ReachField::Target).is_some())
    }

    /// Which direction is good.
    pub fn good(&self) -> Good {
        match self.indicator.as_ref().map(|indicator| indicator.good) {
            Some(Good::High) => Good::High,
            Some(Good::Low) => Good::Low,
            _ if self.low_is_good => Good::Low,
            _ => Good::High,
        }
    }

    /// Returns the whole number in a box, or `None` if it is empty.
    ///
    /// # Errors
    /// When something else was typed.
    pub fn count(&self, field: ReachField) -> Result<Option<u64>, FormError> {
        let text = self.text(field).trim();
        if text.is_empty() {
            return Ok(None);
        }
        let number = Decimal::parse(text).ok().filter(|number| number.decimals() == 0);
        let count = number.and_then(|number| u64::try_from(number.units()).ok());
        count.filter(|count| *count <= 100_000_000).map(Some).ok_or(FormError::NotACount)
    }

    /// Returns the percentage in a box, or `None` if it is empty.
    ///
    /// # Errors
    /// When something else was typed.
    pub fn percent(&self, field: ReachField) -> Result<Option<Exact>, FormError> {
        let text = self.text(field).trim().trim_end_matches('%');
        if text.trim().is_empty() {
            return Ok(None);
        }
        let number = Decimal::parse(text).map_err(|_| FormError::NotAPercentage)?;
        let (percent, has_sign) = (Exact::from(number), self.text(field).contains('%'));
        let is_below_one = Exact::whole(0) < percent && percent < Exact::whole(1);
        if field == ReachField::Target && is_below_one && !has_sign {
            return Err(FormError::ShareOrPercent(number));
        }
        Ok(Some(percent))
    }

    /// The denominator once it has changed by the percentage typed, rounded to a whole number.
    ///
    /// # Errors
    /// When it is not a percentage, or leaves nobody.
    pub fn later_denominator(&self, denominator: u64) -> Result<Option<u64>, FormError> {
        let Some(growth) = self.percent(ReachField::Growth)? else { return Ok(None) };
        let factor = growth.plus(Exact::whole(100)).and_then(|factor| factor.times(denominator)?.over(100));
        let later = factor.map(|later| later.rounded(0).units()).and_then(|later| u64::try_from(later).ok());
        later.filter(|later| (1..=1_000_000_000).contains(later)).map(Some).ok_or(FormError::LeavesNobody)
    }

    /// Returns how the denominator will change, or `None` if it stays or what is typed cannot be used.
    pub fn later(&self, denominator: u64) -> Option<Later> {
        if let Ok(Some(each_month)) = self.count(ReachField::EachMonth)
            && each_month > 0
        {
            return Some(Later::Next { each_month, months: self.months_ahead() });
        }
        self.later_denominator(denominator.max(1)).ok().flatten().map(Later::Total)
    }

    /// The months over which a pace is worked out: those typed, or six.
    pub fn months_ahead(&self) -> u64 {
        let months = self.count(ReachField::Months).ok().flatten();
        months.filter(|months| (1..=120).contains(months)).unwrap_or(6)
    }
}

/// How a denominator will change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Later {
    /// To so many in all, any of whom may be in the numerator.
    Total(u64),
    /// By so many who come each month. Those there now stay as they are.
    Next {
        /// How many each month.
        each_month: u64,
        /// For how many months.
        months: u64,
    },
}
