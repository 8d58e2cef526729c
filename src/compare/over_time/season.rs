//! Seasons: a month that is lower, or higher, than those around it year after year.

use crate::compare::verdict::Side;
use crate::figure::Amount;
use crate::indicator::{Kind, Measure};
use crate::number::{Exact, Interval, byar, wilson};
use crate::period::Period;

/// That the month of the newest figure was lower, or higher, than those around it in earlier years, as it is again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Season {
    /// On which side of the months around it.
    pub side: Side,
    /// The years in which it was, oldest first: each as the calendar has it.
    pub years: Vec<u16>,
}

/// So many months before and after a month are those around it.
const AROUND: usize = 3;
/// So many earlier years have to bear a season out.
const FEWEST_YEARS: usize = 2;

/// A figure of a series: its period, counts or value, and what it comes to.
type Point = (Period, Amount, f64);

impl Season {
    /// Returns that of the newest figure, or `None` if it is of no month, if fewer than two earlier years have the month and
    /// those around it, if it was on another side in any of these, or if that could be chance. A year with a break in the
    /// series among these months does not count.
    pub(super) fn of(
        measure: &Measure,
        points: &[(Period, Amount)],
        is_broken: impl Fn(Period, Period) -> bool,
    ) -> Option<Self> {
        let points: Vec<Point> = points
            .iter()
            .filter_map(|(period, amount)| Some((*period, *amount, amount.exact(measure.kind)?.to_f64())))
            .collect();
        let (newest, _, value) = *points.last()?;
        let at = |period: Period| points.iter().find(|(of, ..)| *of == period);
        let whole = |months: Vec<Period>| -> Option<Vec<&Point>> {
            let is_whole = !is_broken(*months.iter().min()?, *months.iter().max()?);
            months.into_iter().map(at).collect::<Option<Vec<_>>>().filter(|_| is_whole)
        };
        let mut others = whole(before(newest).chain([newest]).collect())?;
        others.pop();
        let side = side_of(value, &others)?;
        let Period::Month(last, month) = newest else { return None };
        let oldest = points.first()?.0;
        let earlier = (1..=last).map(|ago| Period::Month(last - ago, month));
        let earlier = earlier.take_while(|period| *period >= oldest);
        let found: Vec<(&Point, Vec<&Point>)> = earlier
            .filter_map(|period| {
                let mut all = whole(before(period).chain(after(period)).chain([period]).collect())?;
                Some((all.pop()?, all))
            })
            .collect();
        let is_alike = found.iter().all(|(own, around)| side_of(own.2, around) == Some(side));
        let is_season =
            found.len() >= FEWEST_YEARS && is_alike && is_more_than_chance(measure, &points, &found);
        let year = |(own, _): &(&Point, Vec<&Point>)| match own.0 {
            Period::Month(year, _) => year,
            other => other.year(),
        };
        is_season.then(|| Self { side, years: found.iter().rev().map(year).collect() })
    }
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

/// Whether the months of all years together differ from those around them by more than chance: of counts by their interval,
/// of everything else by more than figures move from month to month.
fn is_more_than_chance(measure: &Measure, points: &[Point], found: &[(&Point, Vec<&Point>)]) -> bool {
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
        (Kind::Share, Some((numerator, denominator)), Some((of_others, others))) if others > 0 => {
            let usual = 100.0 * float(of_others) / float(others);
            wilson(numerator, denominator).is_some_and(|interval| is_outside(interval, usual))
        }
        (Kind::Rate, Some((events, people)), Some((of_others, others))) if others > 0 => {
            is_outside(byar(events), float(of_others) * float(people) / float(others))
        }
        _ => {
            let differs =
                |(own, around): &(&Point, Vec<&Point>)| (own.2 - mean(&|(.., value)| *value, around)).abs();
            let years = float(found.len() as u64);
            let moves = points.windows(2).map(|pair| (pair[1].2 - pair[0].2).abs()).sum::<f64>();
            let moves = moves / float(points.len() as u64 - 1);
            found.iter().map(differs).sum::<f64>() / years > moves
        }
    }
}

fn is_outside(interval: Interval, value: f64) -> bool {
    value < interval.low || value > interval.high
}

fn float(count: u64) -> f64 {
    Exact::whole(count).to_f64()
}
