//! What is unusual in a series, and what may be expected of a target.

use super::level::{Level, Shift};
use crate::compare::verdict::Side;
use crate::figure::Amount;
use crate::indicator::{Good, Kind, Measure};
use crate::number::{Process, ProcessPoint, RUN, STEADY_POINTS, Signal, Spread, TREND};
use crate::period::Period;

/// Figures between breaks in the series, each with a value. Periods without one are passed over.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    /// Why it does not go on from the one before.
    pub begins: Begins,
    /// The period of each figure, oldest first.
    pub periods: Vec<Period>,
    /// The value of each.
    pub values: Vec<f64>,
    /// Figures that are left out by hand, oldest first: they are neither in the mean and the limits nor judged by these.
    pub aside: Vec<Aside>,
    /// Their mean and limits, or `None` if there are too few.
    pub process: Option<Process>,
    /// What the range would be without the figure furthest outside it, or `None` if none is, or if that says little else.
    pub widened: Option<Widened>,
    /// How their level has changed, or `None` if it has not, or nothing is unusual.
    pub level: Option<Level>,
    /// The mean and limits of the figures since it changed, or `None` if it has not, if they still move, or if they are too few for
    /// steady limits.
    pub since_level: Option<Process>,
}

/// The usual range of a stretch without the figure that is furthest outside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Widened {
    /// When that figure is.
    pub by: Period,
    /// The lower limit for the newest of the others.
    pub lower: f64,
    /// The upper limit.
    pub upper: f64,
    /// When others are outside the limits that these come to.
    pub also: Vec<Period>,
    /// Whether none of the others is unusual by any rule.
    pub is_calm: bool,
}

/// A figure that is left out of the usual range by hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Aside {
    /// Its period.
    pub at: Period,
    /// Its value.
    pub value: f64,
    /// Why, in the council's words; may be empty.
    pub note: String,
}

/// Why a stretch begins where it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begins {
    /// Nothing is before it.
    First,
    /// The series is broken before it; what happened, which may be empty.
    AfterBreak(String),
}

/// What the newest figure of a series is among those since the last break in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// There are only so many figures, too few to say.
    TooFew(usize),
    /// The figures are of times for which no limits are worked out.
    NotJudged(NotJudged),
    /// Only the usual ups and downs.
    Usual(Limits),
    /// It is usual again: one before it is not.
    BackToUsual(Limits),
    /// It is unusual by a rule, on a side of the mean; and whether that is the good one.
    Unusual(Signal, Side, Meaning, Limits),
}

/// Why no limits are worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotJudged {
    /// Nobody said what time the figures are of.
    NotSaid,
    /// Each is of the year to date, and holds the one before.
    YearToDate,
    /// Each is of 12 months, of which it shares 11 with the one before.
    RollingYear,
    /// They are said to be of 12 months each, of which this one differs too much from those around it.
    NoRollingYear(Period),
    /// They are said to be of the year to date, which can only grow, and fall between these two periods of a year.
    Falls(Period, Period),
    /// The newest is left out by hand.
    LeftOut,
    /// The newest is usual, but half or more since the last break are not, so that this says little; and how the level changed cannot be
    /// said either.
    NoOneRange,
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

impl Meaning {
    /// What a side of the mean means where a direction is good.
    pub const fn of(good: Good, side: Side) -> Self {
        match (good, side) {
            (Good::High, Side::Above) | (Good::Low, Side::Below) => Self::Improving,
            (Good::High, Side::Below) | (Good::Low, Side::Above) => Self::Worsening,
            _ => Self::Neither,
        }
    }
}

/// How a measure goes, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// The newest figure is unusual, and worse.
    Worsening,
    /// It is unusual, and better.
    Improving,
    /// It is unusual, and neither direction is better.
    Unusual,
    /// It is one of several in a row that get worse; or there are too few years to say what is usual, and it is getting worse.
    GettingWorse,
    /// The same, and better.
    GettingBetter,
    /// It is within the usual ups and downs, and one before it is not.
    BackToUsual,
    /// All are within the usual ups and downs.
    Usual,
    /// There are too few figures to say, one range does not fit them, or they are of times that overlap or nobody named.
    NotJudged,
}

impl Course {
    /// Each of them, those to look at first in front.
    pub const ALL: [Self; 8] = [
        Self::Worsening,
        Self::Improving,
        Self::Unusual,
        Self::GettingWorse,
        Self::GettingBetter,
        Self::BackToUsual,
        Self::Usual,
        Self::NotJudged,
    ];
}

impl Course {
    /// How a measure goes whose level changes, for the better or not.
    pub(super) fn of_level(level: Level, meaning: Meaning) -> Self {
        match (level.shift, meaning) {
            (_, Meaning::Neither) => Self::Unusual,
            (Shift::Steadily | Shift::Unsteadily, Meaning::Worsening) => Self::GettingWorse,
            (Shift::Steadily | Shift::Unsteadily, Meaning::Improving) => Self::GettingBetter,
            (_, Meaning::Worsening) => Self::Worsening,
            (_, Meaning::Improving) => Self::Improving,
        }
    }
}

impl From<Pattern> for Course {
    fn from(pattern: Pattern) -> Self {
        match pattern {
            // Figures that rise or fall may all be within the usual range.
            Pattern::Unusual(Signal::Trend, _, Meaning::Worsening, _) => Self::GettingWorse,
            Pattern::Unusual(Signal::Trend, _, Meaning::Improving, _) => Self::GettingBetter,
            Pattern::Unusual(_, _, Meaning::Worsening, _) => Self::Worsening,
            Pattern::Unusual(_, _, Meaning::Improving, _) => Self::Improving,
            Pattern::Unusual(_, _, Meaning::Neither, _) => Self::Unusual,
            Pattern::BackToUsual(_) => Self::BackToUsual,
            Pattern::Usual(_) => Self::Usual,
            Pattern::TooFew(_) | Pattern::NotJudged(_) => Self::NotJudged,
        }
    }
}

impl Stretch {
    /// Its periods and values, those together between which there is no gap.
    pub fn without_gaps(&self) -> Vec<Vec<(Period, f64)>> {
        let mut runs: Vec<Vec<(Period, f64)>> = Vec::new();
        let points = self.periods.iter().copied().zip(self.values.iter().copied());
        for (is_after_gap, point) in gaps(&self.periods).into_iter().zip(points) {
            match runs.last_mut().filter(|_| !is_after_gap) {
                Some(run) => run.push(point),
                None => runs.push(vec![point]),
            }
        }
        runs
    }

    /// The same figures without a usual range and what follows from it.
    pub(super) fn without_range(self) -> Self {
        Self { process: None, widened: None, level: None, since_level: None, ..self }
    }

    /// Returns its first and its last period, of a figure that is judged or left out, or `None` if it has no figures.
    pub fn ends(&self) -> Option<(Period, Period)> {
        let all = || self.periods.iter().copied().chain(self.aside.iter().map(|aside| aside.at));
        all().min().zip(all().max())
    }

    /// Whether half or more of its figures are unusual while its level did not change, so that one range does not fit all of them; not
    /// where one of them alone makes the others unusual.
    pub fn fits_no_range(&self) -> bool {
        let unusual = self.periods.iter().filter(|period| self.unusual(**period).is_some()).count();
        let is_by_one = self.widened.as_ref().is_some_and(|widened| widened.is_calm);
        self.level.is_none() && unusual > 0 && unusual * 2 >= self.periods.len() && !is_by_one
    }

    /// Returns the process that tells what to expect of the next figures: that since the level changed, or of all; or `None` if there are
    /// too few figures.
    pub fn forecast(&self) -> Option<&Process> {
        self.since_level.as_ref().or(self.process.as_ref())
    }

    /// Whether it begins with a period because the series is broken before that.
    pub(super) fn is_broken_before(&self, period: Period) -> bool {
        matches!(self.begins, Begins::AfterBreak(_)) && self.ends().is_some_and(|(first, _)| first == period)
    }

    /// Whether the figure of a period is left out by hand.
    pub(super) fn leaves_out(&self, period: Period) -> bool {
        self.aside.iter().any(|aside| aside.at == period)
    }

    /// Whether it goes from one level to another, and not steadily up or down.
    pub fn has_stepped(&self) -> bool {
        self.level.is_some_and(|level| matches!(level.shift, Shift::Step | Shift::Recent | Shift::Apart))
    }

    /// Returns the mean of the level that holds in a period, or `None` while it moves.
    pub fn mean_at(&self, period: Period) -> Option<f64> {
        let mean = self.process.as_ref()?.mean;
        let Some(level) = self.level else { return Some(mean) };
        let has_changed = period.end() >= level.since.end();
        self.has_stepped().then_some(if has_changed { level.after } else { level.before })
    }

    /// Returns the limits of a period, or `None` if its level has too few figures for some.
    pub fn limits_at(&self, period: Period) -> Option<&ProcessPoint> {
        let since = self.level.map(|level| level.since);
        let process = if since.is_some() { self.since_level.as_ref() } else { self.process.as_ref() };
        let of_level = self.periods.iter().filter(|each| since.is_none_or(|since| each.end() >= since.end()));
        let at = of_level.into_iter().position(|each| *each == period)?;
        process?.points.get(at)
    }

    /// Returns why the figure of a period is unusual and on which side of the mean it is, or `None` if it is not, or there is none.
    /// Among too few figures for steady limits, a run or a trend counts from the figure that completes it: before that
    /// there was nothing usual to differ from.
    pub fn unusual(&self, period: Period) -> Option<(Signal, Side)> {
        let at = self.periods.iter().position(|each| *each == period)?;
        let process = self.process.as_ref()?;
        let point = process.points.get(at)?;
        let signal = point.signal?;
        let is_marked =
            !process.is_provisional() || is_complete(&process.points[..=at], process.mean, signal);
        is_marked.then_some((signal, point.side.into()))
    }
}

/// Whether the last of these points completes the run or the trend that it is in, or follows the one that does.
fn is_complete(points: &[ProcessPoint], mean: f64, signal: Signal) -> bool {
    let last = |count: usize| points.len().checked_sub(count).and_then(|first| points.get(first..));
    match signal {
        // Of a figure in a trend the side is where that goes.
        Signal::Run => last(RUN).is_some_and(|run| {
            run.iter().all(|point| point.value > mean) || run.iter().all(|point| point.value < mean)
        }),
        Signal::Trend => last(TREND).is_some_and(|trend| {
            trend.is_sorted_by(|one, other| one.value < other.value)
                || trend.is_sorted_by(|one, other| one.value > other.value)
        }),
        Signal::Outside | Signal::NearLimit => true,
    }
}

/// A figure of a series: its period, counts or value, and what it comes to.
type Point = (Period, Amount, f64);

/// The stretches of a series, oldest first, separated by breaks, without the figures that are left out for a reason.
pub(super) fn stretches(
    measure: &Measure,
    points: &[(Period, Amount)],
    break_note: impl Fn(Period, Period) -> Option<String>,
    left_out: impl Fn(Period) -> Option<String>,
) -> Vec<Stretch> {
    let mut found: Vec<(Begins, Vec<Point>)> = Vec::new();
    for (period, amount) in points {
        let Some(value) = amount.exact(measure.kind) else { continue };
        let point = (*period, *amount, value.to_f64());
        let before = found.last_mut().and_then(|(_, stretch)| Some((stretch.last()?.0, stretch)));
        match before {
            None => found.push((Begins::First, vec![point])),
            Some((before, stretch)) => match break_note(before, *period) {
                Some(note) => found.push((Begins::AfterBreak(note), vec![point])),
                None => stretch.push(point),
            },
        }
    }
    let stretch = |(begins, mut points): (Begins, Vec<Point>)| {
        let aside = |(at, _, value): &Point| Some(Aside { at: *at, value: *value, note: left_out(*at)? });
        let aside: Vec<Aside> = points.iter().filter_map(aside).collect();
        points.retain(|(period, ..)| aside.iter().all(|aside| aside.at != *period));
        let periods: Vec<Period> = points.iter().map(|(period, ..)| *period).collect();
        let process = process_of(measure, &points);
        let level = process.as_ref().and_then(|process| Level::of(&periods, process));
        let is_dated = |level: &Level| !level.is_moving() && level.shift != Shift::Drift;
        let of_level = level.filter(|level| is_dated(level) && level.figures >= STEADY_POINTS);
        let since_level =
            of_level.and_then(|level| process_of(measure, &points[points.len() - level.figures..]));
        Stretch {
            begins,
            values: points.iter().map(|(.., value)| *value).collect(),
            aside,
            widened: widened(measure, &points),
            level,
            since_level,
            periods,
            process,
        }
    };
    found.into_iter().map(stretch).collect()
}

/// The process chart of figures: by their counts where all have them, otherwise by their values. Events of which one child can
/// have several do not happen independently, so that they vary more than by chance; in years much more changes than chance.
fn process_of(measure: &Measure, points: &[Point]) -> Option<Process> {
    let counts = |(period, amount, _): &Point| match (period, *amount) {
        (Period::Year(_), _) => None,
        (_, Amount::Counts { numerator, denominator }) => Some((numerator, denominator)),
        _ => None,
    };
    let has_counts = points.iter().all(|point| counts(point).is_some());
    let counted = || with_gaps(points, |point| counts(point));
    let spread = if measure.counts_repeated_events() { Spread::Widened } else { Spread::Chance };
    let process = match measure.kind {
        Kind::Share if has_counts => Process::of_shares(&counted(), spread),
        Kind::Rate if has_counts => Process::of_rates(&counted(), 10_000, spread),
        _ => Process::of_values(&with_gaps(points, |(.., value)| Some(*value))),
    };
    // Of few years, between which much more changes than chance, no usual range can be told.
    let is_of_years = points.iter().any(|(period, ..)| matches!(period, Period::Year(_)));
    process.filter(|process| !(is_of_years && process.is_provisional())).map(|process| match measure.kind {
        Kind::Score => process,
        Kind::Share => process.within(0.0, 100.0),
        _ => process.within(0.0, f64::INFINITY),
    })
}

/// Of more figures outside a range than this, none is the one that moves it.
const FEW: usize = 3;

/// So much of the width of a range is as wide as it.
const AS_WIDE: f64 = 0.9;

/// The range without the figure that is furthest outside it, where it is narrower or more or fewer are outside then.
fn widened(measure: &Measure, points: &[Point]) -> Option<Widened> {
    let is_outside = |point: &ProcessPoint| point.signal == Some(Signal::Outside);
    let process = process_of(measure, points)?;
    let reach = |process: &Process| process.points.last().map(|last| last.upper - last.lower);
    let with = reach(&process)?;
    let outside = process.points.iter().filter(|point| is_outside(point)).count();
    let unusual = process.points.iter().filter(|point| point.signal.is_some()).count();
    let mut others = points.to_vec();
    let (by, ..) = others.remove(process.furthest_outside()?);
    let process = process_of(measure, &others)?;
    let last = process.points.last()?;
    let periods = others.iter().zip(&process.points);
    let also: Vec<Period> =
        periods.filter(|(_, point)| is_outside(point)).map(|((period, ..), _)| *period).collect();
    let is_calm = process.points.iter().all(|point| point.signal.is_none());
    let is_by_it = is_calm && unusual > 1;
    let is_other = is_by_it || also.len() + 1 != outside || reach(&process)? < AS_WIDE * with;
    let is_told = outside <= FEW && is_other;
    is_told.then_some(Widened { by, lower: last.lower, upper: last.upper, also, is_calm })
}

/// What figures come to, with nothing between two that have a gap between them.
fn with_gaps<T>(points: &[Point], of: impl Fn(&Point) -> Option<T>) -> Vec<Option<T>> {
    let periods: Vec<Period> = points.iter().map(|(period, ..)| *period).collect();
    let gaps = gaps(&periods).into_iter().zip(points);
    gaps.flat_map(|(is_after_gap, point)| is_after_gap.then_some(None).into_iter().chain([of(point)]))
        .collect()
}

/// Whether there is a gap before each period: it is further from the one before than periods of the series are at least.
fn gaps(periods: &[Period]) -> Vec<bool> {
    let apart = |pair: &[Period]| pair[1].number() - pair[0].number();
    let usual = periods.windows(2).map(apart).min();
    let rest = periods.windows(2).map(|pair| Some(apart(pair)) != usual);
    periods.first().map(|_| false).into_iter().chain(rest).collect()
}

/// What the newest figure is among those of its stretch.
pub(super) fn pattern(measure: &Measure, stretches: &[Stretch], newest: Option<Period>) -> Pattern {
    if stretches.last().zip(newest).is_some_and(|(last, newest)| last.leaves_out(newest)) {
        return Pattern::NotJudged(NotJudged::LeftOut);
    }
    let Some(stretch) = stretches.last().filter(|stretch| stretch.periods.last().copied() == newest) else {
        return Pattern::TooFew(0);
    };
    let found = stretch.values.len();
    let Some(process) = &stretch.process else { return Pattern::TooFew(found) };
    let limits = if process.is_provisional() { Limits::Provisional(found) } else { Limits::Steady };
    let Some((last, signal)) = process.points.last().and_then(|last| Some((last, last.signal?))) else {
        let is_by_one = stretch.widened.as_ref().is_some_and(|widened| widened.is_calm);
        return if stretch.fits_no_range() {
            Pattern::NotJudged(NotJudged::NoOneRange)
        } else if is_by_one || is_back(process) {
            Pattern::BackToUsual(limits)
        } else {
            Pattern::Usual(limits)
        };
    };
    let side = Side::from(last.side);
    Pattern::Unusual(signal, side, Meaning::of(measure.good, side), limits)
}

/// Whether figures were usual, then were not, and are again. Where the first ones are what is unusual, nothing goes back to them.
fn is_back(process: &Process) -> bool {
    let is_usual = |point: &ProcessPoint| point.signal.is_none();
    let last_unusual = process.points.iter().rposition(|point| !is_usual(point));
    last_unusual.is_some_and(|last| process.points[..last].iter().any(is_usual))
}
