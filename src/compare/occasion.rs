//! What a row gives occasion to ask about.

use super::row::Row;
use super::standing::Standing;
use super::verdict::Verdict;

/// What a row gives occasion to ask about, the most pressing first: a question that is fair for one would not be for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// There is no number.
    NoFigure,
    /// The number is hidden so that no child can be recognised.
    Hidden,
    /// Its year is two or more before that of other rows.
    OldYear,
    /// It is a share of so few children that each of them says more.
    FewChildren,
    /// It misses the council's own target.
    TargetMissed,
    /// It tells more of records than of children.
    Records,
    /// It is worse than others, and is getting worse or is clearly worse than before.
    WorseAndFallingBehind,
    /// It is worse than others, and has clearly improved.
    WorseButImproving,
    /// It is worse than others.
    Worse,
    /// It is far from England, but that could be chance.
    BigGapByChance,
    /// It has clearly become worse.
    GettingWorse,
    /// It has clearly improved.
    Improved,
    /// It differs by no more than chance could explain.
    CouldBeChance,
    /// It differs, and neither direction is better.
    Different,
    /// It is better than others, or meets its target.
    Better,
    /// It is in the middle half of councils, or near its target.
    Middle,
    /// There is nothing to compare it with.
    NotCompared,
}

impl Occasion {
    /// Every occasion.
    pub const ALL: [Self; 17] = [
        Self::NoFigure,
        Self::Hidden,
        Self::OldYear,
        Self::FewChildren,
        Self::TargetMissed,
        Self::Records,
        Self::WorseAndFallingBehind,
        Self::WorseButImproving,
        Self::Worse,
        Self::BigGapByChance,
        Self::GettingWorse,
        Self::Improved,
        Self::CouldBeChance,
        Self::Different,
        Self::Better,
        Self::Middle,
        Self::NotCompared,
    ];

    /// The occasion of a row among others, the newest of which is of this year.
    pub fn of(row: &Row, newest: Option<u16>) -> Self {
        let change = [Verdict::Worse, Verdict::Better].into_iter().find(|verdict| {
            row.getting().is_some_and(|getting| getting.verdict == *verdict)
                || row.one_change(*verdict).is_some()
        });
        let is_old = row.period.zip(newest).is_some_and(|(period, newest)| period.year() + 1 < newest);
        let is_missed = row.target.as_ref().is_some_and(|target| target.verdict == Verdict::Missed);
        match (row.standing(), change) {
            _ if row.amount.is_hidden() => Self::Hidden,
            _ if row.value.is_none() => Self::NoFigure,
            _ if is_old => Self::OldYear,
            _ if row.is_of_few() => Self::FewChildren,
            _ if is_missed => Self::TargetMissed,
            _ if row.indicator.is_of_records => Self::Records,
            (Standing::Worse, Some(Verdict::Worse)) => Self::WorseAndFallingBehind,
            (Standing::Worse, Some(Verdict::Better)) => Self::WorseButImproving,
            (Standing::Worse, _) => Self::Worse,
            (Standing::FarByChance, _) => Self::BigGapByChance,
            (_, Some(Verdict::Worse)) => Self::GettingWorse,
            (Standing::Better, _) => Self::Better,
            (Standing::NotCompared, _) if row.verdict.is_good() => Self::Better,
            (_, Some(Verdict::Better)) => Self::Improved,
            (Standing::ByChance | Standing::AheadByChance, _) => Self::CouldBeChance,
            (Standing::Different, _) => Self::Different,
            (Standing::Middle, _) => Self::Middle,
            (Standing::NotCompared, _) => Self::NotCompared,
        }
    }
}
