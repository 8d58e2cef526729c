//! The council's own targets as they are typed.

use serde::{Deserialize, Serialize};

use crate::compare::Target;
pub use crate::compare::TargetField;
use crate::indicator::{Good, Indicator};
use crate::number::{Decimal, DecimalError};
use crate::words::forms::FormError;

/// A target as typed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TypedTarget {
    /// What it is for.
    pub indicator: &'static Indicator,
    /// The value to reach.
    #[serde(default)]
    pub value: String,
    /// How far short of it still counts as near.
    #[serde(default)]
    pub tolerance: String,
}

impl TypedTarget {
    /// An empty one.
    pub const fn of(indicator: &'static Indicator) -> Self {
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
        Target::of(self.indicator, value, tolerance.unwrap_or(Decimal::new(0, 0)))
            .map(Some)
            .map_err(|(field, sentence)| (field, FormError::Target(sentence)))
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

/// Whether an indicator can have a target: one of its directions must be good.
pub const fn can_have_target(indicator: &Indicator) -> bool {
    !matches!(indicator.good, Good::Neither)
}
