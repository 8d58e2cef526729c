//! Seasons: a month that is lower, or higher, than those around it year after year.

use crate::compare::verdict::Side;
use crate::figure::Amount;
use crate::indicator::{Kind, Measure};
use crate::number::{Exact, Interval, byar, wilson};
use crate::period::Period;

/// A month that was lower, or higher, than those around it year after year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Season {
    /// The newest such month that is known.
    pub month: Period,
    /// On which side of the months around it.
    pub side: Side,
    /// The years in which it was, oldest first: each as the calendar has it.
    pub years: Vec<u16>,
}

/// So many months before and after a month are those around it.
const AROUND: usize = 3;
/// So many earlier years have to bear out the season of the newest month; so many in all that of another.
const FEWEST_YEARS: usize = 2;
/// Months in which what councils count is known to differ: the summer, Christmas, and the end of the year.
const OF_NOTE: [u8; 3] = [8, 12, 3];
/// Only figures of so many months tell of these.
const TWO_YEARS: usize = 24;
/// A mean moving range times this is two standard deviations: 2 / 1.128.
const TWO_DEVIATIONS: f64 = 1.773;

/// A figure of a series: its period, counts or value, and what it comes to.
type Point = (Period, Amount, f64);

/// A figure with those around it.
type Placed<'a> = (&'a Point, Vec<&'a Point>);

/// The figures of a measure, oldest first, and whether the series is broken between two periods.
pub(super) struct Figures<'a, B> {
    measure: &'a Measure,
    points: Vec<Point>,
    is_broken: B,
}

impl<'a, B: Fn(Period, Period) -> bool> Figures<'a, B> {
    pub(super) fn of(measure: &'a Measure, points: &[(Period, Amount)], is_broken: B) -> Self {
        let value = |(period, amount): &(Period, Amount)| {
            Some((*period, *amount, amount.exact(measure.kind)?.to_f64()))
        };
        Self { measure, points: points.iter().filter_map(value).collect(), is_broken }
    }

    /// Returns a figure with those of other months, or `None` if one is missing or a break is among them.
    fn with(&self, period: Period, others: impl Iterator<Item = Period>) -> Option<Placed<'_>> {
        let months: Vec<Period> = others.chain([period]).collect();
        let is_whole = !(self.is_broken)(*months.iter().min()?, *months.iter().max()?);
        let at = |period: Period| self.points.iter().find(|(of, ..)| *of == period);
        let mut all = months.into_iter().map(at).collect::<Option<Vec<_>>>().filter(|_| is_whole)?;
        Some((all.pop()?, all))
    }

    /// Returns that the month of the newest figure was lower, or higher, than those around it in earlier years, as it is again; or
    /// `None` if it is of no month, if fewer than two earlier years have the month and those around it, if it was on another side
    /// in any of these, or if that could be chance. A year with a break in the series among these months does not count.
    pub(super) fn season(&self) -> Option<Season> {
        let (newest, ..) = *self.points.last()?;
        let (own, others) = self.with(newest, before(newest))?;
        let side = side_of(own.2, &others)?;
        let Period::Month(last, month) = newest else { return None };
        let found = self.years(month, last);
        let is_alike = found.iter().all(|(own, around)| side_of(own.2, around) == Some(side));
        let is_season = found.len() >= FEWEST_YEARS && is_alike && self.is_more_than_chance(&found);
        is_season.then(|| Season { month: newest, side, years: years_of(&found) })
    }

    /// The months of note of two years or more that were lower, or higher, than those around them each time, by more than chance and
    /// by two standard deviations of how figures move from month to month.
    pub(super) fn seasons_so_far(&self) -> Vec<Season> {
        let Some(((oldest, ..), (newest, ..))) = self.points.first().zip(self.points.last()) else {
            return Vec::new();
        };
        let Period::Month(last, _) = *newest else { return Vec::new() };
        let back = std::iter::successors(Some(*newest), |each| Some(each.previous()));
        if back.take_while(|period| period >= oldest).take(TWO_YEARS).count() < TWO_YEARS {
            return Vec::new();
        }
        let of_month = |month: u8| {
            let found = self.years(month, last + 1);
            let ((own, around), _) = found.split_first()?;
            let side = side_of(own.2, around)?;
            let is_alike = found.iter().all(|(own, around)| side_of(own.2, around) == Some(side));
            let years = years_of(&found);
            let is_each = years.windows(2).all(|pair| pair[1] == pair[0] + 1) && self.is_last(own.0);
            let is_season = found.len() >= FEWEST_YEARS
                && is_alike
                && is_each
                && self.is_more_than_chance(&found)
                && differs(&found) > TWO_DEVIATIONS * self.moves_without(month);
            is_season.then_some(Season { month: own.0, side, years })
        };
        OF_NOTE.into_iter().filter_map(of_month).collect()
    }

    /// Whether no later year has a figure for a month.
    fn is_last(&self, period: Period) -> bool {
        let is_later = |of: &Period| of.month_of_year() == period.month_of_year() && *of > period;
        !self.points.iter().any(|(of, ..)| is_later(of))
    }

    /// A month of each year before one, newest first, with the three months before and after it, where all are known; as many after as
    /// there are yet.
    fn years(&self, month: u8, before_year: u16) -> Vec<Placed<'_>> {
        let oldest = self.points.first().map(|(period, ..)| *period);
        let all = (1..=before_year).map(|ago| Period::Month(before_year - ago, month));
        let known = all.take_while(|period| oldest.is_some_and(|oldest| *period >= oldest));
        let newest = self.points.last().map(|(period, ..)| *period);
        let is_past = move |period: &Period| newest.is_some_and(|newest| *period <= newest);
        known
            .filter_map(|period| self.with(period, before(period).chain(after(period).filter(is_past))))
            .collect()
    }

    /// How far figures move from month to month on average, but for moves to and from one month.
    fn moves_without(&self, month: u8) -> f64 {
        let is_of = |(period, ..): &Point| matches!(period, Period::Month(_, of) if *of == month);
        let pairs = self.points.windows(2).filter(|pair| !pair.iter().any(is_of));
        let moves: Vec<f64> = pairs.map(|pair| (pair[1].2 - pair[0].2).abs()).collect();
        moves.iter().sum::<f64>() / float(moves.len().max(1) as u64)
    }

    /// Whether the months of all years together differ from those around them by more than chance: of counts by their interval,
    /// of everything else by more than figures move from month to month.
    fn is_more_than_chance(&self, found: &[Placed<'_>]) -> bool {
        let measure = self.measure;
        let mean = |of: &dyn Fn(&Point) -> f64, around: &[&Point]| {
            around.iter().map(|each| of(each)).sum::<f64>() / float(around.len() as u64)
        };
        let events = |(_, amount, _): &Point| amount.count().map_or(0.0, float);
        let own = || found.iter().map(|(own, _)| own.1);
        let is_events = measure.kind == Kind::Count && measure.adds_up();
        let count = own().map(Amount::count).sum::<Option<u64>>().filter(|_| is_events);
        if let Some(count) = count {
            let usual = found.iter().map(|(_, around)| mean(&events, around)).sum();
            return is_outside(byar(count), usual);
        }
        let counts = |amount: Amount| match amount {
            Amount::Counts { numerator, denominator } => Some((numerator, denominator)),
            _ => None,
        };
        let sum = |amounts: &mut dyn Iterator<Item = Amount>| {
            amounts.map(counts).try_fold((0, 0), |sum, of| of.map(|of| (sum.0 + of.0, sum.1 + of.1)))
        };
        let around = || found.iter().flat_map(|(_, around)| around.iter().map(|each| each.1));
        match (measure.kind, sum(&mut own()), sum(&mut around())) {
            (Kind::Share, Some((numerator, denominator)), Some((of_others, others))) => {
                let usual = 100.0 * float(of_others) / float(others);
                wilson(numerator, denominator).is_some_and(|interval| is_outside(interval, usual))
            }
            (Kind::Rate, Some((events, people)), Some((of_others, others))) => {
                is_outside(byar(events), float(of_others) * float(people) / float(others))
            }
            _ => {
                let moves = self.points.windows(2).map(|pair| (pair[1].2 - pair[0].2).abs()).sum::<f64>();
                differs(found) > moves / float(self.points.len() as u64 - 1)
            }
        }
    }
}

/// How far the months of all years are from those around them on average.
fn differs(found: &[Placed<'_>]) -> f64 {
    let mean =
        |around: &[&Point]| around.iter().map(|(.., value)| value).sum::<f64>() / float(around.len() as u64);
    found.iter().map(|(own, around)| (own.2 - mean(around)).abs()).sum::<f64>() / float(found.len() as u64)
}

/// The years of months, oldest first.
fn years_of(found: &[Placed<'_>]) -> Vec<u16> {
    let year = |(own, _): &Placed<'_>| match own.0 {
        Period::Month(year, _) => year,
        other => other.year(),
    };
    found.iter().rev().map(year).collect()
}

fn before(period: Period) -> impl Iterator<Item = Period> {
    std::iter::successors(Some(period.previous()), |each| Some(each.previous())).take(AROUND)
}

fn after(period: Period) -> impl Iterator<Item = Period> {
    std::iter::successors(following(period), |each| following(*each)).take(AROUND)
}

/// Returns the month after one, or `None` if it is none.
const fn following(period: Period) -> Option<Period> {
    match period {
        Period::Month(year, 12) => Some(Period::Month(year + 1, 1)),
        Period::Month(year, month) => Some(Period::Month(year, month + 1)),
        _ => None,
    }
}

/// Returns the side of all others on which a value is, or `None` if it is among them.
fn side_of(value: f64, others: &[&Point]) -> Option<Side> {
    match () {
        () if others.iter().all(|(.., other)| value < *other) => Some(Side::Below),
        () if others.iter().all(|(.., other)| value > *other) => Some(Side::Above),
        () => None,
    }
}

fn is_outside(interval: Interval, value: f64) -> bool {
    value < interval.low || value > interval.high
}

fn float(count: u64) -> f64 {
    Exact::whole(count).to_f64()
}
