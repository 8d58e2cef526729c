//! Verdicts, the ways to reach them, and why there is none.

use std::cmp::Ordering;

use crate::figure::Amount;
use crate::indicator::{Good, Indicator, Kind};
use crate::number::{self, Exact, Interval};

use super::gap;

/// How verdicts are reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Way {
    /// By the figure's 95% interval: better or worse only where the comparator lies outside it.
    #[default]
    Interval,
    /// By the council's own target and its tolerance.
    Target,
    /// By the quarter of all councils the figure lies in.
    Quartile,
}

impl Way {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Interval, Self::Target, Self::Quartile];

    /// The name used by the JavaScript API and in saved pages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Interval => "interval",
            Self::Target => "target",
            Self::Quartile => "quartile",
        }
    }

    /// Returns the way of this name, or `None` if there is none.
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.id() == id)
    }
}

/// A quarter of all councils, from best to worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quartile {
    /// The best quarter.
    A,
    /// The second best.
    B,
    /// The third.
    C,
    /// The quarter furthest from the best.
    D,
}

/// On which side of another a value lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It is higher.
    Above,
    /// They are the same.
    Level,
    /// It is lower.
    Below,
}

/// The verdict on a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The difference is in the good direction and larger than chance explains.
    Better,
    /// The difference is in the bad direction and larger than chance explains.
    Worse,
    /// Chance alone could explain the difference.
    Similar,
    /// Higher by more than chance explains; neither direction is good in itself.
    Higher,
    /// Lower by more than chance explains; neither direction is good in itself.
    Lower,
    /// At the target or beyond.
    Met,
    /// Short of the target within the tolerance.
    Near,
    /// Short of the target by more.
    Missed,
    /// In this quarter of all councils.
    In(Quartile),
    /// There is none, and why.
    CannotSay(CannotSay),
}

/// Why there is no verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotSay {
    /// Only a percentage was given, so its uncertainty is not known.
    CountNotGiven,
    /// Only a rate was given, without the population.
    PopulationNotGiven,
    /// Averages, scores and durations have no interval here.
    NoInterval,
    /// Events are counted of which the same child can have several, which do not happen independently.
    RepeatedEvents,
    /// A count changed by what it changed by; only a share or a rate can differ by chance.
    Number,
    /// A month or quarter of what is counted over a whole year.
    PartOfYear,
    /// The two figures are of times that have months in common, such as the 12 months up to each.
    SharedMonths,
    /// The series is broken in between: the way of counting changed, or the years were exceptional.
    BreakInSeries,
    /// Councils know of so different shares of those who are counted that their figures do not compare.
    Coverage,
    /// The figure is of fewer than half of the children it should be of.
    FewMeasured,
    /// The Department published a very different figure for the council and the time: one of them may be wrong.
    FarFromOfficial,
    /// It is of so few people that its quarter of councils would be chance.
    SmallNumbers,
    /// It is years older than the others.
    Old,
    /// More than a quarter of councils share the worst figure.
    ManyAreLast,
    /// The other council's counts are not published, so that nobody can tell how much chance is in its figure.
    TheirCountNotGiven,
    /// Counts are not compared with those of larger or smaller areas.
    NotBesideOthers,
    /// There is no figure of England to compare with.
    NoComparator,
    /// No target was set.
    NoTarget,
    /// Neither direction is better in itself.
    NoDirection,
    /// The council is not chosen, so its place among councils is not known.
    NoCouncil,
    /// The council did not exist that year, as far as official figures show.
    NotExisting,
    /// Too few councils have a figure.
    FewCouncils,
    /// The figure is not given, or its period is not known.
    NoFigure,
    /// The figure is hidden so that no child can be recognised.
    Hidden,
    /// Verdicts are reached another way.
    AnotherWay,
}

impl CannotSay {
    /// Every reason.
    pub const ALL: [Self; 25] = [
        Self::CountNotGiven,
        Self::PopulationNotGiven,
        Self::NoInterval,
        Self::RepeatedEvents,
        Self::Number,
        Self::PartOfYear,
        Self::SharedMonths,
        Self::BreakInSeries,
        Self::Coverage,
        Self::FewMeasured,
        Self::FarFromOfficial,
        Self::SmallNumbers,
        Self::Old,
        Self::ManyAreLast,
        Self::TheirCountNotGiven,
        Self::NotBesideOthers,
        Self::NoComparator,
        Self::NoTarget,
        Self::NoDirection,
        Self::NoCouncil,
        Self::NotExisting,
        Self::FewCouncils,
        Self::NoFigure,
        Self::Hidden,
        Self::AnotherWay,
    ];
}

impl Quartile {
    /// Every quarter, the best first.
    pub const ALL: [Self; 4] = [Self::A, Self::B, Self::C, Self::D];

    /// The letter.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
        }
    }
}

impl Verdict {
    /// The name used by the JavaScript API and in markup.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Worse => "worse",
            Self::Similar => "similar",
            Self::Higher => "higher",
            Self::Lower => "lower",
            Self::Met => "met",
            Self::Near => "near",
            Self::Missed => "missed",
            Self::In(quartile) => quartile.letter(),
            Self::CannotSay(_) => "no comparison",
        }
    }

    /// Whether it is a good one, however it was reached.
    pub const fn is_good(self) -> bool {
        matches!(self, Self::Better | Self::Met | Self::In(Quartile::A))
    }

    /// Whether it is a bad one, however it was reached.
    pub const fn is_bad(self) -> bool {
        matches!(self, Self::Worse | Self::Missed | Self::In(Quartile::D))
    }

    /// Whether the two figures measure the same thing, so that their difference means something.
    pub const fn is_comparison(self) -> bool {
        !matches!(
            self,
            Self::CannotSay(
                CannotSay::BreakInSeries
                    | CannotSay::PartOfYear
                    | CannotSay::Coverage
                    | CannotSay::FewMeasured
                    | CannotSay::FarFromOfficial
            )
        )
    }

    /// Returns why there is no verdict, or `None` if there is one.
    pub const fn reason(self) -> Option<CannotSay> {
        match self {
            Self::CannotSay(reason) => Some(reason),
            _ => None,
        }
    }
}

impl Side {
    /// The side of a value that differs from another by `difference`.
    pub fn of(difference: Exact) -> Self {
        difference.cmp(&Exact::whole(0)).into()
    }
}

impl From<Ordering> for Side {
    fn from(ordering: Ordering) -> Self {
        match ordering {
            Ordering::Greater => Self::Above,
            Ordering::Equal => Self::Level,
            Ordering::Less => Self::Below,
        }
    }
}

/// The verdict on a figure compared with a value: better or worse (or higher or lower) only where the 95% interval of the figure
/// leaves the value out, both as published and as it was before it was rounded, and the difference is at least one child.
/// Otherwise chance could explain it. So no verdict is at odds with the value that stands beside it.
pub(super) fn against(amount: Amount, indicator: &Indicator, [published, unrounded]: [Exact; 2]) -> Verdict {
    let Some((own, interval)) = amount.exact(indicator.kind).zip(amount.interval(indicator)) else {
        return Verdict::CannotSay(reason_without_interval(indicator));
    };
    let beside = |other: Exact| {
        let is_under_one = gap::worth_of_one(amount, indicator.kind)
            .zip(own.minus(other))
            .is_some_and(|(worth, difference)| difference.magnitude() < worth);
        if is_under_one || interval.contains(other) {
            Verdict::Similar
        } else {
            directed(own.cmp(&other).into(), indicator.good)
        }
    };
    match (beside(published), beside(unrounded)) {
        (verdict, same) if verdict == same => verdict,
        _ => Verdict::Similar,
    }
}

/// The verdict on a figure compared with that of another council, which is of so many too: only where the 95% interval of their
/// difference leaves 0 out and it is more than one child on either side.
pub(super) fn beside_council(own: Amount, theirs: Amount, indicator: &Indicator) -> Verdict {
    let known = |amount: Amount| amount.exact(indicator.kind).zip(amount.interval(indicator));
    let Some(mine) = known(own) else { return Verdict::CannotSay(reason_without_interval(indicator)) };
    let Some(other) = known(theirs) else { return Verdict::CannotSay(CannotSay::TheirCountNotGiven) };
    let points = mine.0.minus(other.0).map(Exact::magnitude);
    let worth = [own, theirs].map(|amount| gap::worth_of_one(amount, indicator.kind));
    if worth.into_iter().flatten().any(|worth| points.is_none_or(|points| points <= worth)) {
        return Verdict::Similar;
    }
    of_difference(number::of_difference(mine, other), indicator.good)
}

/// The verdict by the way chosen and that way or, where chance cannot be tested, by the quarter of councils or by the target.
pub(super) fn judged(way: Way, by: impl Fn(Way) -> Result<Verdict, CannotSay>) -> (Verdict, Way) {
    let by = |way: Way| (by(way).unwrap_or_else(Verdict::CannotSay), way);
    let instead: &[Way] = if way == Way::Interval { &[Way::Quartile, Way::Target] } else { &[] };
    let is_reached = |(verdict, _): &(Verdict, Way)| verdict.reason().is_none();
    let chosen = by(way);
    if is_reached(&chosen) {
        return chosen;
    }
    instead.iter().map(|way| by(*way)).find(is_reached).unwrap_or(chosen)
}

/// The verdict on a difference between two figures whose interval is `interval`.
pub(super) fn of_difference(interval: Interval, good: Good) -> Verdict {
    if interval.contains(Exact::whole(0)) {
        Verdict::Similar
    } else {
        directed(interval.low.total_cmp(&0.0).into(), good)
    }
}

/// Why figures without an interval get no verdict by chance.
pub(super) fn reason_without_interval(indicator: &Indicator) -> CannotSay {
    match indicator.kind {
        _ if indicator.counts_repeated_events() => CannotSay::RepeatedEvents,
        Kind::Share => CannotSay::CountNotGiven,
        Kind::Rate => CannotSay::PopulationNotGiven,
        _ => CannotSay::NoInterval,
    }
}

/// Maps a direction to a verdict: better or worse, or higher or lower if neither direction is good.
pub(super) const fn directed(side: Side, good: Good) -> Verdict {
    match (good, side) {
        (_, Side::Level) => Verdict::Similar,
        (Good::High, Side::Above) | (Good::Low, Side::Below) => Verdict::Better,
        (Good::High, Side::Below) | (Good::Low, Side::Above) => Verdict::Worse,
        (Good::Neither, Side::Above) => Verdict::Higher,
        (Good::Neither, Side::Below) => Verdict::Lower,
    }
}
