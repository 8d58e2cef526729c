//! Breaks in a council's own figures, as the person enters them: a change of system or of the way of counting.

use serde::{Deserialize, Serialize};

use crate::indicator::Indicator;
use crate::period::Period;

/// A break in the council's own figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnBreak {
    /// The id of the measure it concerns, or `None` if it concerns every measure.
    pub measure: Option<String>,
    /// The first month after it.
    pub from: Period,
    /// What happened, in the council's words; may be empty.
    pub note: String,
}

impl OwnBreak {
    /// Whether it separates two periods of a measure.
    pub fn is_between(&self, measure: &Indicator, from: Period, to: Period) -> bool {
        let first_after = self.from.first_month();
        self.measure.as_ref().is_none_or(|own| *own == *measure.id) && from < first_after && first_after <= to
    }
}
