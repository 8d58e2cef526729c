//! The measures of a scorecard over time: a column for each of the last periods, and what is unusual in each row.

use crate::figure::{Amount, Figure, Withheld};
use crate::indicator::{Good, Kind, Measure};
use crate::number::{Decimal, Exact, Process, ProcessPoint, Signal};
use crate::period::Period;

use super::change::break_between;
use super::choices::Choices;
use super::history::{Origin, Past};
use super::profile::scorecard_or_profile;
use super::row::Row;
use super::scorecard::Scorecard;
use super::target::Target;
use super::verdict::Side;

/// The measures of a scorecard in rows, and periods of one length in columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OverTime {
    /// The periods, one after the other, the newest last.
    pub periods: Vec<Period>,
    /// A row for each measure that has a figure for one of them, in the order of the scorecard.
    pub rows: Vec<OverTimeRow>,
}

/// How many periods are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LastPeriods {
    /// A year of months.
    #[default]
    Twelve,
    /// A year and a half.
    Eighteen,
    /// Two years.
    TwentyFour,
}

impl LastPeriods {
    /// Each of them.
    pub const ALL: [Self; 3] = [Self::Twelve, Self::Eighteen, Self::TwentyFour];

    /// The number of periods.
    pub const fn count(self) -> usize {
        match self {
            Self::Twelve => 12,
            Self::Eighteen => 18,
            Self::TwentyFour => 24,
        }
    }
}

/// How long the periods are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// Months.
    Months,
    /// Quarters.
    Quarters,
    /// Years.
    Years,
}

impl Length {
    /// Each of them, the shortest first.
    pub const ALL: [Self; 3] = [Self::Months, Self::Quarters, Self::Years];

    /// The lengths of which figures have several periods, the shortest first; always years, of which official ones are.
    pub fn of_figures(figures: &[Figure]) -> Vec<Self> {
        let has_several = |length: &Self| {
            let mut periods =
                figures.iter().filter_map(|figure| figure.period.filter(|period| length.is_of(*period)));
            let first = periods.next();
            *length == Self::Years || first.is_some_and(|first| periods.any(|other| other != first))
        };
        Self::ALL.into_iter().filter(has_several).collect()
    }

    const fn is_of(self, period: Period) -> bool {
        matches!(
            (self, period),
            (Self::Months, Period::Month(..))
                | (Self::Quarters, Period::Quarter(..))
                | (Self::Years, Period::Year(_))
        )
    }
}

/// A measure over time.
#[derive(Clone, Debug, PartialEq)]
pub struct OverTimeRow {
    /// The measure.
    pub measure: Measure,
    /// A cell for each period, or `None` where there is no figure.
    pub cells: Vec<Option<OverTimeCell>>,
    /// The newest figure, and the difference from the same period a year before, where both are there and no break is between
    /// them. Only for months and quarters.
    pub on_last_year: Option<(Period, Decimal)>,
    /// The council's own target, if it set one.
    pub target: Option<Target>,
    /// What the newest figure is among those before it.
    pub pattern: Pattern,
    /// What may be expected of the target, or `None` without a target or limits.
    pub outlook: Option<Outlook>,
}

/// A figure over time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OverTimeCell {
    /// The value as shown, or why there is none.
    pub value: Result<Decimal, Withheld>,
    /// Whether it was entered or published.
    pub origin: Origin,
    /// Why it is unusual, and on which side of the mean it is, or `None` if it is not.
    pub unusual: Option<(Signal, Side)>,
}

/// What the newest figure of a series is among those since the last gap or break in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// There are only so many figures in a row, too few to say.
    TooFew(usize),
    /// Only the usual ups and downs.
    Usual(Limits),
    /// It is unusual by a rule, on a side of the mean; and whether that is the good one.
    Unusual(Signal, Side, Meaning, Limits),
}

/// How sure the limits of a process are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limits {
    /// There are enough points.
    Steady,
    /// There are only so many points, so that further ones may move the limits.
    Provisional(usize),
}

/// Whether an unusual figure is a good one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// It is on the good side of the mean, or moves to it.
    Improving,
    /// It is on the bad side, or moves to it.
    Worsening,
    /// Neither side is better.
    Neither,
}

/// What may be expected of a target if nothing changes: where it lies compared with the limits of the usual ups and downs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outlook {
    /// The usual ups and downs are all within the target.
    WillMeet,
    /// Some periods meet the target by chance and others do not.
    ByChance,
    /// The usual ups and downs are all short of it.
    CannotMeet,
}

impl OverTime {
    /// The last periods of a council's figures, of a length: up to the period chosen, with the official figures of the years
    /// that were not entered. Without a period of that length there are no rows.
    pub fn of(figures: &[Figure], choices: &Choices, length: Length, last: LastPeriods) -> Self {
        let end = choices.period.map(Period::end);
        let is_shown = |period: &Period| length.is_of(*period) && end.is_none_or(|end| period.end() <= end);
        let newest = match length {
            Length::Years => choices.period.map(|period| Period::Year(period.year())),
            _ => figures.iter().filter_map(|figure| figure.period).filter(is_shown).max(),
        };
        if newest.is_none() && length != Length::Years {
            return Self::default();
        }
        let card = scorecard_or_profile(figures, &Choices { period: newest, ..choices.clone() });
        Self::of_card(&card, last)
    }

    fn of_card(card: &Scorecard, last: LastPeriods) -> Self {
        let past = card.rows.iter().flat_map(|row| row.history.iter().map(|past| past.period));
        let Some(newest) = past.clone().max() else { return Self::default() };
        let oldest = past.filter(|period| period.is_as_long_as(newest)).min().unwrap_or(newest);
        let mut periods: Vec<Period> = std::iter::successors(Some(newest), |period| Some(period.previous()))
            .take(last.count())
            .take_while(|period| *period >= oldest)
            .collect();
        periods.reverse();
        let rows = card.rows.iter().map(|row| OverTimeRow::of(row, &periods));
        let rows = rows.filter(|row| row.cells.iter().any(Option::is_some)).collect();
        Self { periods, rows }
    }
}

impl OverTimeRow {
    fn of(row: &Row, periods: &[Period]) -> Self {
        let stretch = last_stretch(row);
        let process = process_of(row, stretch);
        let points: &[ProcessPoint] = process.as_ref().map_or(&[], |process| &process.points);
        let unusual = |period: Period| {
            let at = stretch.iter().position(|past| past.period == period)?;
            let point = points.get(at)?;
            Some((point.signal?, point.side.into()))
        };
        let cell = |period: &Period| {
            let past = row.history.iter().find(|past| past.period == *period)?;
            let value = match past.amount {
                Amount::Withheld(symbol) => Err(symbol),
                _ => Ok(past.shown?),
            };
            Some(OverTimeCell { value, origin: past.origin, unusual: unusual(*period) })
        };
        let target = row.target.as_ref().map(|against| against.target);
        Self {
            measure: row.indicator.clone(),
            cells: periods.iter().map(cell).collect(),
            on_last_year: on_last_year(row),
            target,
            pattern: process.as_ref().map_or(Pattern::TooFew(stretch.len()), |process| {
                pattern(process, stretch, row.indicator.good)
            }),
            outlook: target.zip(points.last()).and_then(|(target, last)| {
                outlook(Exact::from(target.value).to_f64(), *last, row.indicator.good)
            }),
        }
    }
}

/// The newest figures of a row that follow each other without a gap or a break in the series, each with a value.
fn last_stretch(row: &Row) -> &[Past] {
    let follows = |pair: &[Past]| {
        pair[0].period.number() + 1 == pair[1].period.number()
            && pair[0].shown.is_some()
            && break_between(&row.indicator, row.council, pair[0].period, pair[1].period).is_none()
    };
    let history = &row.history[..];
    if history.last().is_none_or(|last| last.shown.is_none()) {
        return &[];
    }
    let joined = history.windows(2).rev().take_while(|pair| follows(pair)).count();
    &history[history.len() - joined - 1..]
}

/// The process chart of figures: by their counts where all have them, otherwise by their values. Events of which one child can
/// have several do not happen independently, so their counts say nothing of how far they vary by chance; nor do those of years,
/// in which much more changes than chance.
fn process_of(row: &Row, stretch: &[Past]) -> Option<Process> {
    let counts = || {
        let counts = |past: &Past| match past.amount {
            Amount::Counts { numerator, denominator } => Some((numerator, denominator)),
            _ => None,
        };
        let is_independent = !row.indicator.counts_repeated_events()
            && stretch.iter().all(|past| !matches!(past.period, Period::Year(_)));
        is_independent.then(|| stretch.iter().map(counts).collect::<Option<Vec<_>>>()).flatten()
    };
    match (row.indicator.kind, counts()) {
        (Kind::Share, Some(counts)) => Process::of_shares(&counts),
        (Kind::Rate, Some(counts)) => Process::of_rates(&counts, 10_000),
        _ => {
            let exact = |past: &Past| Some(past.amount.exact(row.indicator.kind)?.to_f64());
            Process::of_values(&stretch.iter().map(exact).collect::<Option<Vec<_>>>()?)
        }
    }
}

fn pattern(process: &Process, stretch: &[Past], good: Good) -> Pattern {
    let limits = if process.is_provisional() { Limits::Provisional(stretch.len()) } else { Limits::Steady };
    let Some((last, signal)) = process.points.last().and_then(|last| Some((last, last.signal?))) else {
        return Pattern::Usual(limits);
    };
    let side = Side::from(last.side);
    let meaning = match (good, side) {
        (Good::High, Side::Above) | (Good::Low, Side::Below) => Meaning::Improving,
        (Good::High, Side::Below) | (Good::Low, Side::Above) => Meaning::Worsening,
        _ => Meaning::Neither,
    };
    Pattern::Unusual(signal, side, meaning, limits)
}

fn outlook(target: f64, last: ProcessPoint, good: Good) -> Option<Outlook> {
    let (worst, best) = match good {
        Good::High => (last.lower - target, last.upper - target),
        Good::Low => (target - last.upper, target - last.lower),
        Good::Neither => return None,
    };
    Some(match () {
        () if worst >= 0.0 => Outlook::WillMeet,
        () if best < 0.0 => Outlook::CannotMeet,
        () => Outlook::ByChance,
    })
}

fn on_last_year(row: &Row) -> Option<(Period, Decimal)> {
    let last = row.history.last()?;
    let before = match last.period {
        Period::Year(_) => return None,
        Period::Quarter(year, quarter) => Period::Quarter(year - 1, quarter),
        Period::Month(year, month) => Period::Month(year - 1, month),
    };
    let past = row.history.iter().find(|past| past.period == before)?;
    if break_between(&row.indicator, row.council, before, last.period).is_some() {
        return None;
    }
    let exact = |past: &Past| past.amount.exact(row.indicator.kind);
    let difference = exact(last)?.minus(exact(past)?)?;
    Some((before, difference.rounded(row.indicator.decimals.max(last.shown?.decimals()))))
}
