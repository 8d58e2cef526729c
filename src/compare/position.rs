//! The position of a figure among those of other councils: its rank and its quarter.

use std::rc::Rc;

use crate::area::{self, Area};
use crate::indicator::{Good, Indicator};
use crate::number::{Decimal, Exact};
use crate::period::Period;
use crate::published::{self, Published};
use crate::sorting::Sorting;

use super::breaks::published_break;
use super::comparator::{Comparator, ComparatorKind, RankScope};
use super::comparison::Age;
use super::verdict::{CannotSay, Quartile};

/// The position of a figure among those of other councils.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    /// Year of the other councils' figures.
    pub year: u16,
    /// Whether that is the figure's year.
    pub age: Age,
    /// Among all councils.
    pub councils: Rank,
    /// Among the members of each comparator that ranks them, where another of them has a figure.
    pub members: Vec<(&'static ComparatorKind, Rank)>,
    /// The quarter of all councils, or why there is none.
    pub quartile: Result<Quartile, CannotSay>,
    /// The figures of all councils.
    pub distribution: Rc<Distribution>,
}

impl Position {
    /// Returns the rank that belongs to a comparator, or `None` if there is none.
    pub fn beside(&self, kind: &ComparatorKind) -> Option<Rank> {
        match kind.rank_scope {
            RankScope::None => None,
            RankScope::Councils => Some(self.councils),
            RankScope::Members => self.members.iter().find(|(of, _)| *of == kind).map(|(_, rank)| *rank),
        }
    }
}

/// A rank: 1 is the best, or the highest where no direction is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// The rank; those that are equal share the best.
    pub rank: usize,
    /// Of how many with a figure, the council itself included.
    pub of: usize,
    /// How many others have the same figure.
    pub equal: usize,
    /// How many have no figure and are not counted.
    pub without: usize,
}

impl Rank {
    /// Whether another has the same figure.
    pub const fn is_joint(self) -> bool {
        self.equal > 0
    }

    /// The rank counted from the other end: 1 is the worst, or the lowest where no direction is good.
    pub const fn from_bottom(self) -> usize {
        self.of + 1 - self.rank - self.equal
    }
}

/// The figures of all councils for a year, in one unit, lowest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distribution {
    /// The year.
    pub year: u16,
    /// Each council's figure in units of the last decimal, with its council.
    values: Vec<(i64, &'static Area)>,
    /// Decimals of the most precise figure.
    decimals: u8,
    /// How many other councils there were.
    without: usize,
}

/// Quarters of fewer councils mean nothing.
const FEWEST: usize = 4;

impl Distribution {
    /// Returns the figures for a year, or `None` if no council has one.
    pub fn of_year(published: &Published, indicator: &Indicator, year: u16) -> Option<Self> {
        let official =
            |area: &'static Area| Some((published.official(indicator, area, year)?.value.ok()?, area));
        let found: Vec<(Decimal, &Area)> = area::councils().filter_map(official).collect();
        let is_without = |area: &&'static Area| official(area).is_none() && published::existed(area, year);
        let without = area::councils().filter(is_without).count();
        let decimals = found.iter().map(|(value, _)| value.decimals()).max()?;
        let mut values: Vec<(i64, &Area)> =
            found.into_iter().filter_map(|(value, area)| Some((value.units_at(decimals)?, area))).collect();
        values.arrange_by_key(|(units, _)| *units);
        Some(Self { year, values, decimals, without })
    }

    /// The figures, lowest first.
    pub fn values(&self) -> impl Iterator<Item = (Decimal, &'static Area)> {
        self.values.iter().map(|(units, area)| (Decimal::new(*units, self.decimals), *area))
    }

    /// How many councils have a figure.
    pub fn councils(&self) -> usize {
        self.values.len()
    }

    /// Returns where the top quarter begins, or `None` if neither direction is better or too few councils have a figure.
    pub fn best_quarter(&self, good: Good) -> Option<Exact> {
        let at = match good {
            Good::High => 2,
            Good::Low => 0,
            Good::Neither => return None,
        };
        self.quarters().filter(|_| self.has_quarters()).map(|quarters| quarters[at])
    }

    /// Whether the figures can be divided into quarters of all councils: where most have none, hidden because they are small, those
    /// that are left are no picture of all.
    fn has_quarters(&self) -> bool {
        self.councils() >= FEWEST.max(self.without)
    }

    /// A quantile of type 7 (linear between the neighbouring figures), as the Department for Education's Local Authority
    /// Interactive Tool takes it, in fourths of a unit. There is at least one figure.
    fn quantile(&self, quarters: usize) -> i128 {
        let position = (self.councils() - 1) * quarters;
        let at = |index: usize| self.values.get(index).map(|(units, _)| i128::from(*units));
        let low = at(position / 4).unwrap_or(0);
        let high = at(position / 4 + 1).unwrap_or(low);
        low * 4 + (high - low) * i128::try_from(position % 4).unwrap_or(0)
    }

    /// A value rounded as the figures are.
    pub(super) fn rounded(&self, value: Exact) -> Decimal {
        value.rounded(self.decimals)
    }

    /// The same with a value in place of what was published for `council`.
    pub(super) fn with_value(&self, value: Exact, council: &'static Area) -> Self {
        self.with(self.rounded(value).units(), council)
    }

    /// Returns where the quarters of the figures meet, lowest first, or `None` if they are too large.
    pub(super) fn quarters(&self) -> Option<[Exact; 3]> {
        let meet = |quarters| Exact::new(self.quantile(quarters), 4 * 10_i128.pow(u32::from(self.decimals)));
        Some([meet(1)?, meet(2)?, meet(3)?])
    }

    /// The same with `units` in place of what was published for `council`.
    fn with(&self, units: i64, council: &'static Area) -> Self {
        let mut values = self.values.clone();
        values.retain(|(_, area)| *area != council);
        values.push((units, council));
        values.arrange_by_key(|(units, _)| *units);
        Self { values, ..*self }
    }

    /// The quarter in which a figure lies that is one of these. One that lies where two quarters meet is in the better of
    /// them, whichever direction is good. (The Interactive Tool does so only where low is good.) Where more than a quarter of
    /// councils share the worst figure it lies in none: it would be last and yet not in the bottom quarter.
    fn quartile(&self, units: i64, good: Good) -> Result<Quartile, CannotSay> {
        if good == Good::Neither {
            return Err(CannotSay::NoDirection);
        }
        if !self.has_quarters() {
            return Err(CannotSay::FewCouncils);
        }
        let fourths = i128::from(units) * 4;
        let is_within = |step: usize| match good {
            Good::High => fourths >= self.quantile(4 - step),
            _ => fourths <= self.quantile(step),
        };
        let worst = if good == Good::High { self.values.first() } else { self.values.last() };
        match () {
            () if !is_within(3) => Ok(Quartile::D),
            () if worst.is_some_and(|(worst, _)| *worst == units) => Err(CannotSay::ManyAreLast),
            () if is_within(1) => Ok(Quartile::A),
            () if is_within(2) => Ok(Quartile::B),
            () => Ok(Quartile::C),
        }
    }

    /// Returns the quarter that the official figure of an area lies in, or `None` if it has no figure here or there is none.
    pub(super) fn quarter_of(&self, area: &Area, good: Good) -> Option<Quartile> {
        let (units, _) = self.values.iter().find(|(_, each)| *each == area)?;
        self.quartile(*units, good).ok()
    }

    /// The quarter that a figure of `council` lies in, in place of its official one.
    pub(super) fn quarter_with(
        &self,
        value: Exact,
        council: &'static Area,
        good: Good,
    ) -> Result<Quartile, CannotSay> {
        self.with_value(value, council).quartile(self.rounded(value).units(), good)
    }

    /// The rank of a figure of `council` among those of `others` councils, which are those that `is_among` takes; its own
    /// official figure is not counted.
    fn rank(
        &self,
        (units, council): (i64, &Area),
        good: Good,
        others: usize,
        is_among: impl Fn(&Area) -> bool,
    ) -> Rank {
        let beside: Vec<i64> = self
            .values
            .iter()
            .filter(|(_, area)| *area != council && is_among(area))
            .map(|(units, _)| *units)
            .collect();
        let is_ahead = |other: &&i64| if good == Good::Low { **other < units } else { **other > units };
        Rank {
            rank: beside.iter().filter(is_ahead).count() + 1,
            of: beside.len() + 1,
            equal: beside.iter().filter(|other| **other == units).count(),
            without: others.saturating_sub(beside.len()),
        }
    }
}

/// The position of a figure of `council` among the councils of its year, or of the latest published year if that year is
/// not out yet. It is taken as rounded as the official figures are: 7.9% is not ahead of 8%.
pub(super) fn position(
    published: &Published,
    indicator: &Indicator,
    (value, year): (Exact, u16),
    council: &'static Area,
    comparators: &[Comparator],
) -> Result<Position, CannotSay> {
    let is_published =
        |year: u16| area::councils().any(|area| published.official(indicator, area, year).is_some());
    let years = published::first_year()..=year;
    let year_there = years.rev().find(|year| is_published(*year)).ok_or(CannotSay::FewCouncils)?;
    let distribution =
        Distribution::of_year(published, indicator, year_there).ok_or(CannotSay::FewCouncils)?;
    let age = Age::of(year_there, year);
    let is_there = published.official(indicator, council, year_there).is_some();
    if !is_there && !published::existed(council, year_there) {
        return Err(CannotSay::NotExisting);
    }
    if age == Age::Older && published_break(indicator, Period::Year(year_there), Period::Year(year)).is_some()
    {
        return Err(CannotSay::BreakInSeries);
    }
    let own = (distribution.rounded(value).units(), council);
    let good = indicator.good;
    let others = area::councils().filter(|area| *area != council && published::existed(area, year_there));
    let among_members = |with: &Comparator| {
        let mut members = with.members.councils();
        members.retain(|area| *area != council);
        let is_member = |area: &Area| members.contains(&area);
        (with.kind, distribution.rank(own, good, members.len(), is_member))
    };
    let by_members = comparators.iter().filter(|with| with.kind.rank_scope == RankScope::Members);
    Ok(Position {
        year: year_there,
        age,
        councils: distribution.rank(own, good, others.count(), |_| true),
        members: by_members.map(among_members).filter(|(_, rank)| rank.of > 1).collect(),
        quartile: distribution.quarter_with(value, council, good),
        distribution: Rc::new(distribution),
    })
}
