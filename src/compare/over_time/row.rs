//! A measure over time: its figures, what they come to, and what they are compared with.

use crate::compare::choices::Choices;
use crate::compare::comparison::Compared;
use crate::compare::getting::Getting;
use crate::compare::history::{Origin, Past};
use crate::compare::spans::TimeOf;
use crate::compare::target::{self, AgainstTarget};
use crate::compare::usual::{ByOwn, Unusual, WorseThanUsual};
use crate::compare::verdict::{Side, Verdict};
use crate::figure::{Amount, Withheld};
use crate::indicator::{Kind, Measure, Span};
use crate::number::{Decimal, Exact, Projection, Signal};
use crate::period::Period;

use super::judged::{self, Course, Limits, Meaning, NotJudged, Pattern, Stretch};
use super::level::{Level, Shift};
use super::outlook::{self, Outlook};
use super::season::Season;
use super::series::Series;

/// What is told of a measure: its figures, oldest first, whether years of them are getting worse or better, and how the newest of
/// months or quarters compares with England.
pub(super) struct Told {
    pub past: Vec<Past>,
    pub getting: Option<Getting>,
    pub england: Option<Compared>,
}

/// A measure over time.
#[derive(Clone, Debug, PartialEq)]
pub struct OverTimeRow {
    /// The measure.
    pub measure: Measure,
    /// What time its figures are of.
    pub time: TimeOf,
    /// A cell for each period, or `None` where there is no figure.
    pub cells: Vec<Option<OverTimeCell>>,
    /// All its figures, oldest first.
    pub past: Vec<Past>,
    /// The difference of the newest figure from the one of the period just before, where no break is between them. Not of a
    /// year to date, which only grows.
    pub on_previous: Option<(Period, Decimal)>,
    /// The same from the same period a year before. Only for months and quarters.
    pub on_last_year: Option<(Period, Decimal)>,
    /// The year so far, where it is given or months add up to it.
    pub year_to_date: Option<Decimal>,
    /// The year to date as the table states it, where it does.
    pub stated_to_date: Option<Decimal>,
    /// The last 12 months, where they are given or months add up to them.
    pub twelve_months: Option<Decimal>,
    /// What a number may be by the end of the year, where months add up to it.
    pub projection: Option<Projection>,
    /// The newest figure compared with the council's own target, if it set one.
    pub target: Option<AgainstTarget>,
    /// The figures between breaks, oldest first, each with its process; without one where figures are not judged.
    pub stretches: Vec<Stretch>,
    /// What the newest figure is among those before it.
    pub pattern: Pattern,
    /// What the month of the newest figure is in earlier years too, where it is lower or higher than those around it.
    pub season: Option<Season>,
    /// The other months of note that were lower or higher than those around them in each year so far.
    pub seasons_so_far: Vec<Season>,
    /// Of years, whether the list says that it is getting worse or better.
    pub getting: Option<Getting>,
    /// The newest month or quarter compared with England, where it covers a year or a day.
    pub england: Option<Compared>,
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
    /// Whether the series is broken just before it.
    pub is_after_break: bool,
    /// Whether it is left out of the usual range by hand.
    pub is_left_out: bool,
    /// Whether the level changed, or one range does not fit the figures it is among, which is said once of all of them.
    pub is_told_once: bool,
}

impl OverTimeCell {
    /// Returns why it is marked as unusual and on which side of the mean it is, or `None` if it is not: where the level changed, or one
    /// range does not fit, that is said once, and not of each figure.
    pub fn marked(&self) -> Option<(Signal, Side)> {
        self.unusual.filter(|_| !self.is_told_once)
    }
}

impl OverTimeRow {
    pub(super) fn of(measure: &Measure, told_of: &Told, periods: &[Period], choices: &Choices) -> Self {
        let past: &[Past] = &told_of.past.iter().map(|past| told(measure, past)).collect::<Vec<_>>();
        let newest = past.last();
        let time = newest.map_or(TimeOf::ItsPeriod, |newest| choices.spans.time_of(measure, newest.period));
        let series = Series { measure, past, choices };
        let points = match time {
            TimeOf::ItsPeriod | TimeOf::Said(Span::InMonth) => Ok(series.as_given()),
            // Nothing hangs on what one figure covers.
            TimeOf::NotSaid if past.len() == 1 => Ok(series.as_given()),
            TimeOf::Said(Span::YearToDate) if measure.kind == Kind::Count => match series.fall() {
                Some((from, to)) => Err(NotJudged::Falls(from, to)),
                None => Ok(series.of_each_month()),
            },
            TimeOf::Said(Span::YearToDate) => Err(NotJudged::YearToDate),
            TimeOf::Said(Span::RollingYear) => Err(match series.no_rolling_year() {
                Some(at) => NotJudged::NoRollingYear(at),
                None => NotJudged::RollingYear,
            }),
            TimeOf::NotSaid => Err(NotJudged::NotSaid),
        };
        let stretches = |points: &[_]| {
            let broken = |from, to| series.break_note(from, to);
            judged::stretches(measure, points, broken, |at| series.left_out(at))
        };
        let stretches = match &points {
            Ok(points) => stretches(points),
            // They are drawn all the same.
            Err(_) => stretches(&series.as_given()).into_iter().map(Stretch::without_range).collect(),
        };
        let (season, seasons_so_far) =
            points.as_ref().map_or_else(|_| (None, Vec::new()), |points| series.seasons(points));
        let pattern = match points {
            Ok(_) => judged::pattern(measure, &stretches, newest.map(|newest| newest.period)),
            Err(reason) => Pattern::NotJudged(reason),
        };
        let is_without_range = pattern == Pattern::NotJudged(NotJudged::NoOneRange);
        let cell = |period: &Period| {
            let past = past.iter().find(|past| past.period == *period)?;
            let value = match past.amount {
                Amount::Withheld(symbol) => Err(symbol),
                _ => Ok(past.shown?),
            };
            let unusual = stretches.iter().find_map(|stretch| stretch.unusual(*period));
            let is_after_break = stretches.iter().any(|stretch| stretch.is_broken_before(*period));
            let is_left_out = stretches.iter().any(|stretch| stretch.leaves_out(*period));
            let of = stretches.iter().find(|stretch| stretch.periods.contains(period));
            let is_of_level = of.is_some_and(|stretch| stretch.level.is_some());
            let is_told_once = is_of_level || (is_without_range && of == stretches.last());
            Some(OverTimeCell {
                value,
                origin: past.origin,
                unusual,
                is_after_break,
                is_left_out,
                is_told_once,
            })
        };
        let is_no_year = matches!(pattern, Pattern::NotJudged(NotJudged::NoRollingYear(_)));
        let target = choices.targets.iter().find(|(of, _)| of == measure);
        let target = target.zip(newest).and_then(|((_, target), newest)| {
            let value = newest.amount.exact(measure.kind)?;
            target::against(measure, [newest.amount; 2], (value, newest.shown?), *target)
        });
        Self {
            measure: measure.clone(),
            time,
            cells: periods.iter().map(cell).collect(),
            past: past.to_vec(),
            on_previous: series.on_previous(time),
            on_last_year: series.on_last_year(),
            year_to_date: series.total(time, Span::YearToDate),
            stated_to_date: None,
            twelve_months: series.total(time, Span::RollingYear),
            projection: series.projection(time),
            outlook: target.as_ref().filter(|_| !is_without_range).and_then(|against| {
                let decimals = newest?.shown?.decimals();
                outlook::outlook((against.target, decimals), stretches.last()?, time, measure.good)
            }),
            target,
            stretches,
            pattern,
            season,
            seasons_so_far,
            getting: told_of.getting,
            england: told_of.england.clone().filter(|_| !is_no_year),
        }
    }

    /// Returns how it goes, or `None` if it is of years, too few to say, that are getting neither worse nor better.
    pub fn course(&self) -> Option<Course> {
        if let Some((level, meaning)) = self.level() {
            return Some(Course::of_level(level, meaning));
        }
        if !self.is_of_few_years() {
            return Some(self.pattern.into());
        }
        let course = |getting: Getting| match getting.verdict {
            Verdict::Worse => Course::GettingWorse,
            _ => Course::GettingBetter,
        };
        self.getting.map(course)
    }

    /// Returns how its level has changed since the last break and whether that is for the better, or `None` if it has not, or its
    /// newest figure is not judged.
    pub fn level(&self) -> Option<(Level, Meaning)> {
        let level = self.stretches.last()?.level?;
        let is_judged = !matches!(self.pattern, Pattern::TooFew(_) | Pattern::NotJudged(_));
        is_judged.then(|| (level, Meaning::of(self.measure.good, level.side)))
    }

    /// What it says of the newest figure, in a list.
    pub(super) fn by_own(&self) -> ByOwn {
        ByOwn {
            worse_than_usual: self.worse_than_usual(),
            unusual: self.unusual(),
            is_out_of_reach: self.cannot_reach_target(),
        }
    }

    /// Returns how it is unusual where neither direction is good, or `None` if it is not, or its limits are not steady.
    fn unusual(&self) -> Option<Unusual> {
        if self.course() != Some(Course::Unusual) || self.limits() != Some(Limits::Steady) {
            return None;
        }
        if let Some((level, _)) = self.level() {
            let (since, is_moving) = (Some(level.since), level.is_moving());
            return Some(Unusual { side: level.side, since, is_moving });
        }
        match self.pattern {
            Pattern::Unusual(_, side, ..) => Some(Unusual { side, since: None, is_moving: false }),
            _ => None,
        }
    }

    /// Returns since when it is worse than usual or getting worse, or `None` if it is neither, or its limits are not steady.
    fn worse_than_usual(&self) -> Option<WorseThanUsual> {
        let is_moving = match self.course()? {
            Course::Worsening => false,
            Course::GettingWorse => true,
            _ => return None,
        };
        let stretch = self.stretches.last().filter(|_| self.limits() == Some(Limits::Steady))?;
        if let Some(level) = stretch.level {
            let is_moving = is_moving || level.shift == Shift::Drift;
            return Some(WorseThanUsual { since: level.since, is_moving });
        }
        Some(WorseThanUsual { since: self.unusual_since()?, is_moving })
    }

    /// Returns since when figures are unusual on the side of the newest one, or `None` if there is no range.
    pub fn unusual_since(&self) -> Option<Period> {
        let stretch = self.stretches.last()?;
        let points = &stretch.process.as_ref()?.points;
        let side = points.last()?.side;
        let alike = points.iter().rev().take_while(|point| point.signal.is_some() && point.side == side);
        stretch.periods.get(points.len() - alike.count()).copied()
    }

    /// Whether it hangs on an answer what time its figures are of.
    pub fn asks_time(&self) -> bool {
        self.time == TimeOf::NotSaid && self.past.len() > 1
    }

    /// Returns how many figures there are since the last break, from when, and by how much their mean differs from that of those before
    /// it, where they are too few to judge; or `None` if they are not, or none are before it.
    pub fn across_break(&self) -> Option<(usize, Period, f64)> {
        let Pattern::TooFew(count @ 1..) = self.pattern else { return None };
        let [.., before, since] = &self.stretches[..] else { return None };
        let mean = |values: &[f64]| {
            let count = u64::try_from(values.len()).ok().filter(|count| *count > 0)?;
            Some(values.iter().sum::<f64>() / Exact::whole(count).to_f64())
        };
        let is_of_years = self.is_of_few_years();
        let difference = mean(&since.values)? - mean(&before.values)?;
        (!is_of_years).then_some((count, since.ends()?.0, difference))
    }

    /// Returns how sure its usual range is, or `None` if it has none.
    pub const fn limits(&self) -> Option<Limits> {
        match self.pattern {
            Pattern::Usual(limits) | Pattern::BackToUsual(limits) | Pattern::Unusual(.., limits) => {
                Some(limits)
            }
            Pattern::TooFew(_) | Pattern::NotJudged(_) => None,
        }
    }

    /// Whether it is of years, too few for a usual range.
    pub fn is_of_few_years(&self) -> bool {
        let is_of_years = self.newest().is_some_and(|newest| matches!(newest.period, Period::Year(_)));
        is_of_years && matches!(self.pattern, Pattern::TooFew(_))
    }

    /// Whether its newest figure misses the target, by more than the tolerance.
    pub fn misses_target(&self) -> bool {
        self.target.as_ref().is_some_and(|against| against.verdict == Verdict::Missed)
    }

    /// Whether it misses its target and cannot reach it as things are.
    pub fn cannot_reach_target(&self) -> bool {
        self.misses_target() && self.outlook == Some(Outlook::CannotMeet)
    }

    /// Whether it is a year to date of which no projection is made because it is no number.
    pub fn is_not_projected(&self) -> bool {
        self.time == TimeOf::Said(Span::YearToDate) && self.measure.kind != Kind::Count
    }

    /// Returns the figure of the same month or quarter a year before the newest, or `None` if the newest is not compared with it.
    pub fn last_year(&self) -> Option<Decimal> {
        let (before, _) = self.on_last_year?;
        self.past.iter().find(|past| past.period == before)?.shown
    }

    /// Returns the newest figure, or `None` if there is none.
    pub fn newest(&self) -> Option<&Past> {
        self.past.last()
    }
}

/// A figure with no more decimals than the measure is published with; those of the council's own measures have two at most.
fn told(measure: &Measure, past: &Past) -> Past {
    let most = measure.decimals.max(if measure.is_own() { 2 } else { 1 });
    let rounded = |shown: Decimal| Exact::from(shown).rounded(shown.decimals().min(most));
    Past { shown: past.shown.map(rounded), ..past.clone() }
}
