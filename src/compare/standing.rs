//! What the verdict on a row comes to, and how it was reached.

use crate::indicator::{Indicator, Kind};
use crate::number::Exact;

use super::comparison::Compared;
use super::row::Row;
use super::verdict::{CannotSay, Quartile, Side, Verdict, Way, directed};

/// What the verdict on a row comes to, however it was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Worse than England, in the bottom quarter or, where that is how all are judged, short of the target.
    Worse,
    /// [`FAR_POINTS`] or more from England and not on the better side, but chance could explain it.
    FarByChance,
    /// The difference could be chance, or there is none.
    ByChance,
    /// In the second or third quarter, or short of the target within the tolerance.
    Middle,
    /// Higher or lower than England, neither of which is better.
    Different,
    /// [`FAR_POINTS`] or more from England on the better side, but chance could explain it.
    AheadByChance,
    /// Better than England, in the top quarter or, where that is how all are judged, at the target.
    Better,
    /// There is no comparison, though there may be a target, which is a judgement of its own.
    NotCompared,
}

/// How many percentage points are far.
pub const FAR_POINTS: u64 = 5;

impl Standing {
    /// Every standing, the worst first.
    pub const ALL: [Self; 8] = [
        Self::Worse,
        Self::FarByChance,
        Self::ByChance,
        Self::Middle,
        Self::Different,
        Self::AheadByChance,
        Self::Better,
        Self::NotCompared,
    ];

    /// What a verdict comes to; of a difference that chance could explain, that has to be said.
    pub(super) fn of(verdict: Verdict, by_chance: impl FnOnce() -> Self) -> Self {
        match verdict {
            Verdict::Worse | Verdict::Missed | Verdict::In(Quartile::D) => Self::Worse,
            Verdict::Better | Verdict::Met | Verdict::In(Quartile::A) => Self::Better,
            Verdict::Near | Verdict::In(Quartile::B | Quartile::C) => Self::Middle,
            Verdict::Higher | Verdict::Lower => Self::Different,
            Verdict::Similar => by_chance(),
            Verdict::CannotSay(_) => Self::NotCompared,
        }
    }

    /// What a difference of so many points comes to that chance could explain, where one child is worth that much.
    pub(super) fn by_chance(indicator: &Indicator, points: Exact, worth_of_one: Option<Exact>) -> Self {
        if !is_far(indicator, points, worth_of_one) {
            return Self::ByChance;
        }
        match directed(Side::of(points), indicator.good) {
            Verdict::Better => Self::AheadByChance,
            Verdict::Worse => Self::FarByChance,
            // Neither direction is better: there is nothing to look after.
            _ => Self::ByChance,
        }
    }

    /// The name used in markup, the same for those that look the same.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Worse => "worse",
            Self::FarByChance => "far",
            Self::ByChance => "chance",
            Self::Middle => "middle",
            Self::Different => "different",
            Self::AheadByChance => "ahead",
            Self::Better => "better",
            Self::NotCompared => "none",
        }
    }
}

/// Whether a share is [`FAR_POINTS`] or more away, and by at least one child.
fn is_far(indicator: &Indicator, points: Exact, worth_of_one: Option<Exact>) -> bool {
    let is_under_one = worth_of_one.is_some_and(|worth| points.magnitude() < worth);
    indicator.kind == Kind::Share && points.magnitude() >= Exact::whole(FAR_POINTS) && !is_under_one
}

impl Row {
    /// What the verdict on the row comes to.
    pub fn standing(&self) -> Standing {
        if self.is_judged_by_target_alone() {
            return Standing::NotCompared;
        }
        Standing::of(self.verdict, || {
            self.england().map_or(Standing::ByChance, |england| self.by_chance(england))
        })
    }

    /// Returns what the verdict on the figure compared with one comparator comes to, by the same rules as with England, or `None` if
    /// there is none.
    pub fn standing_beside(&self, compared: &Compared) -> Option<Standing> {
        let verdict = self.beside(compared);
        verdict.reason().is_none().then(|| Standing::of(verdict, || self.by_chance(compared)))
    }

    /// What a difference comes to that chance could explain.
    fn by_chance(&self, compared: &Compared) -> Standing {
        Standing::by_chance(&self.indicator, compared.points, self.worth_of_one)
    }

    /// Returns whether the figure is on the better or the worse side of England, however little, or `None` if there is nothing to
    /// compare with.
    pub(super) fn side_of_england(&self) -> Option<Verdict> {
        let england = self.england()?;
        Some(directed(Side::of(england.points), self.indicator.good))
    }

    /// How pressing the row is: 0 for what is clearly worse, then what is in the bottom quarter and cannot be tested, what only misses its target, what may be worse, what nothing can be said of, what may be
    /// better, and what is clearly better.
    pub(super) fn urgency(&self) -> u8 {
        match (self.standing(), self.verdict) {
            (Standing::Worse, Verdict::In(_)) if self.way == Way::Interval => 1,
            (Standing::Worse, _) => 0,
            (Standing::NotCompared, Verdict::Missed) => 2,
            (Standing::NotCompared, Verdict::Met) => 10,
            (Standing::FarByChance, _) => 3,
            (Standing::Middle, Verdict::In(Quartile::B)) => 8,
            (Standing::NotCompared, Verdict::Near) | (Standing::Middle, _) => 4,
            (Standing::ByChance, _) => match self.side_of_england() {
                Some(Verdict::Worse) => 4,
                _ => 8,
            },
            (Standing::Different, _) => 6,
            (Standing::NotCompared, _) => 7,
            (Standing::AheadByChance, _) => 9,
            (Standing::Better, _) => 11,
        }
    }

    /// Whether the row has no verdict because nothing is published to compare it with.
    pub fn is_without_comparator(&self) -> bool {
        matches!(self.verdict.reason(), Some(CannotSay::NoComparator | CannotSay::FewCouncils))
    }

    /// Whether a share is [`FAR_POINTS`] or more from England, and by at least one child.
    pub fn is_far_from_england(&self) -> bool {
        self.england().is_some_and(|england| self.is_far_from(england))
    }

    /// The same of what it is compared with.
    fn is_far_from(&self, compared: &Compared) -> bool {
        is_far(&self.indicator, compared.points, self.worth_of_one)
    }
}
