//! The council's own targets as they are typed.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::compare::Target;
pub use crate::compare::TargetField;
use crate::indicator::{Good, Indicator, Measure};
use crate::number::{Decimal, DecimalError};
use crate::period::Period;
use crate::read::StatedTarget;
use crate::words::forms::FormError;

/// A target as typed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TypedTarget {
    /// What it is for.
    pub indicator: Measure,
    /// The value to reach.
    #[serde(default)]
    pub value: String,
    /// How far short of it still counts as near.
    #[serde(default)]
    pub tolerance: String,
}

impl TypedTarget {
    /// An empty one.
    pub const fn of(indicator: Measure) -> Self {
        Self { indicator, value: String::new(), tolerance: String::new() }
    }

    /// Whether nothing is typed.
    pub fn is_blank(&self) -> bool {
        self.value.trim().is_empty() && self.tolerance.trim().is_empty()
    }

    /// Returns the target, or `None` while no value is typed.
    ///
    /// # Errors
    /// The box that is wrong, and what is wrong with it.
    pub fn target(&self) -> Result<Option<Target>, (TargetField, FormError)> {
        let value = number(&self.value, TargetField::Value)?;
        let tolerance = number(&self.tolerance, TargetField::Tolerance)?;
        let Some(value) = value else {
            return match tolerance {
                Some(_) => Err((TargetField::Value, FormError::ToleranceAlone)),
                None => Ok(None),
            };
        };
        Target::of(&self.indicator, value, tolerance.unwrap_or(Decimal::new(0, 0)))
            .map(Some)
            .map_err(|error| (error.field(), FormError::Target(error)))
    }
}

/// The council's own targets, as typed, at most one for each indicator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Targets(Rc<Vec<TypedTarget>>);

/// A change to the targets.
#[derive(Clone, Debug, PartialEq)]
pub enum TargetsAction {
    /// Type into a box of an indicator's target.
    Type(Measure, TargetField, String),
}

impl Targets {
    /// Targets as they were kept.
    pub(crate) fn of(typed: Vec<TypedTarget>) -> Self {
        Self(Rc::new(typed))
    }

    /// Takes the targets that tables state, of each measure the newest, where the person has set none.
    pub(crate) fn take_stated(&mut self, stated: &[StatedTarget]) {
        let mut newest: Vec<(Measure, Option<Period>, TypedTarget)> = Vec::new();
        for target in stated {
            let Some((measure, period, value)) = target.settled() else { continue };
            if !self.typed(&measure).is_blank() {
                continue;
            }
            let typed = TypedTarget {
                indicator: measure.clone(),
                value: value.to_string(),
                tolerance: target.near().map_or_else(String::new, |near| near.to_string()),
            };
            match newest.iter_mut().find(|(known, ..)| *known == measure) {
                Some(known) if known.1 < period => *known = (measure, period, typed),
                Some(_) => {}
                None => newest.push((measure, period, typed)),
            }
        }
        Rc::make_mut(&mut self.0).extend(newest.into_iter().map(|(.., typed)| typed));
    }

    /// Makes a change.
    pub(crate) fn apply(&mut self, action: TargetsAction) {
        let TargetsAction::Type(indicator, field, text) = action;
        let mut typed = self.typed(&indicator);
        match field {
            TargetField::Value => typed.value = text,
            TargetField::Tolerance => typed.tolerance = text,
        }
        let targets = Rc::make_mut(&mut self.0);
        match targets.iter().position(|target| target.indicator == indicator) {
            Some(position) if typed.is_blank() => {
                targets.remove(position);
            }
            Some(position) => targets[position] = typed,
            None if typed.is_blank() => {}
            None => targets.push(typed),
        }
    }

    /// Gives a measure of the council's own what is known of it now.
    pub(crate) fn define(&mut self, measure: &Measure) {
        if self.iter().any(|target| target.indicator.id == measure.id) {
            for target in Rc::make_mut(&mut self.0).iter_mut().filter(|each| each.indicator.id == measure.id)
            {
                target.indicator = measure.clone();
            }
        }
    }

    /// Every target as typed.
    pub fn iter(&self) -> std::slice::Iter<'_, TypedTarget> {
        self.0.iter()
    }

    /// Whether nothing is typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The target typed for an indicator; an empty one if there is none.
    pub fn typed(&self, indicator: &Measure) -> TypedTarget {
        let typed = self.iter().find(|target| target.indicator == *indicator);
        typed.cloned().unwrap_or_else(|| TypedTarget::of(indicator.clone()))
    }

    /// The targets that are numbers.
    pub(crate) fn valid(&self) -> Rc<[(Measure, Target)]> {
        self.iter().filter_map(|typed| Some((typed.indicator.clone(), typed.target().ok()??))).collect()
    }
}

impl<'a> IntoIterator for &'a Targets {
    type Item = &'a TypedTarget;
    type IntoIter = std::slice::Iter<'a, TypedTarget>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// A typed number, with or without its percent sign; nothing for an empty box.
fn number(text: &str, field: TargetField) -> Result<Option<Decimal>, (TargetField, FormError)> {
    let text = text.trim().trim_end_matches('%').trim_end();
    let wrong = |error| {
        let error = match error {
            DecimalError::NotANumber => FormError::NotADecimal(text.to_owned()),
            DecimalError::TooLong => FormError::TooManyDigits(text.to_owned()),
        };
        (field, error)
    };
    if text.is_empty() { Ok(None) } else { Decimal::parse(text).map(Some).map_err(wrong) }
}

/// Whether a target of an indicator can be met or missed: one of its directions must be good.
pub const fn can_meet_target(indicator: &Indicator) -> bool {
    !matches!(indicator.good, Good::Neither)
}
