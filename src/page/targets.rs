//! The council's own targets as they are typed.

use serde::{Deserialize, Serialize};

use crate::compare::Target;
use crate::indicator::{Good, Indicator, Kind};
use crate::number::Decimal;

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

/// A box of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetField {
    /// The value to reach.
    Value,
    /// The tolerance.
    Tolerance,
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

    /// The target; nothing while no value is typed.
    ///
    /// # Errors
    /// A sentence on what is wrong with the value or the tolerance.
    pub fn target(&self) -> Result<Option<Target>, String> {
        let tolerance = number(&self.tolerance);
        let value = number(&self.value);
        let (Ok(value), Ok(tolerance)) = (value, tolerance) else {
            let (what, text) =
                if value.is_err() { ("target", &self.value) } else { ("tolerance", &self.tolerance) };
            return Err(format!("\"{}\" is not a number; write the {what} as 71 or 71.5", text.trim()));
        };
        let is_share = self.indicator.kind == Kind::Share;
        let most = Decimal::new(100, 0);
        let is_above = |number: Decimal| number.units() > most.units_at(number.decimals());
        match (value, tolerance) {
            (Some(value), _) if is_share && (value.units() < 0 || is_above(value)) => {
                Err(format!("The target of a percentage is from 0 to 100, not {value}"))
            }
            (_, Some(tolerance)) if tolerance.units() < 0 => {
                Err(format!("The tolerance is 0 or more, not {tolerance}"))
            }
            (None, Some(_)) => Err("A tolerance needs a target".to_owned()),
            (None, None) => Ok(None),
            (Some(value), tolerance) => {
                Ok(Some(Target { value, tolerance: tolerance.unwrap_or(Decimal::new(0, 0)) }))
            }
        }
    }
}

/// A typed number, with or without its percent sign; nothing for an empty box.
fn number(text: &str) -> Result<Option<Decimal>, ()> {
    let text = text.trim().trim_end_matches('%').trim_end();
    if text.is_empty() { Ok(None) } else { Decimal::parse(text).map(Some).map_err(|_| ()) }
}

/// Whether an indicator can have a target: one of its directions must be good.
pub const fn can_have_target(indicator: &Indicator) -> bool {
    !matches!(indicator.good, Good::Neither)
}
