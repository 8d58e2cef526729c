//! Breaks in series: those that the catalogue knows, and those in a council's own figures, as the person enters them: a change of
//! system or of the way of counting.

use serde::{Deserialize, Serialize};

use crate::indicator::{Indicator, NoteKind, SeriesNote};
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

/// Why figures before and after are not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// What changed for every council, in one sentence.
    Published(&'static str),
    /// The council says that something changed. Its words about it are shown where measures are seen over time.
    Own,
}

/// Returns the break in official figures that lies after `from` and no later than `to`, or `None` if there is none.
pub(super) fn published_break(indicator: &Indicator, from: Period, to: Period) -> Option<&'static str> {
    let is_crossed = |note: &&SeriesNote| note.kind == NoteKind::Break && note.is_between(from, to);
    indicator.notes.iter().find(is_crossed).map(|note| note.text)
}

/// The same of the council's own figures, with the breaks that it entered.
pub(super) fn break_between(
    indicator: &Indicator,
    entered: &[OwnBreak],
    from: Period,
    to: Period,
) -> Option<Break> {
    let is_own = || entered.iter().any(|own| own.is_between(indicator, from, to));
    published_break(indicator, from, to).map(Break::Published).or_else(|| is_own().then_some(Break::Own))
}
