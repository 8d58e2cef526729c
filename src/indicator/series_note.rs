//! What must be known of a series before its figures are compared with each other.

use crate::period::Period;

/// A remark on a series of figures from some period on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesNote {
    /// What it means for comparisons.
    pub kind: NoteKind,
    /// Identifier of the first period it separates from those before: `2024`, `2020-01`.
    pub period: &'static str,
    /// What happened, in one sentence.
    pub text: &'static str,
}

/// What a remark on a series means for comparisons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// The way of counting changed: figures before and after are not compared.
    Break,
    /// Nothing was published for some years before.
    Gap,
    /// Figures before and after can be compared with care.
    Caution,
}

impl NoteKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Break, Self::Gap, Self::Caution];

    /// The name used in data and by the JavaScript API.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Break => "break",
            Self::Gap => "gap",
            Self::Caution => "caution",
        }
    }
}

impl SeriesNote {
    /// Whether it separates two periods. One of a year does so from the first month of that year.
    pub fn is_between(&self, from: Period, to: Period) -> bool {
        let first_after = Period::parse(self.period).map(Period::first_month);
        first_after.is_ok_and(|first_after| from < first_after && first_after <= to)
    }
}
