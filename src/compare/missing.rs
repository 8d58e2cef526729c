//! Indicators without a figure for the period.

use crate::indicator::Measure;
use crate::period::Period;

/// An indicator without a figure for the period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The indicator.
    pub indicator: Measure,
    /// The newest other period that has a figure, or `None` if the figure is withheld.
    pub instead: Option<Period>,
}
