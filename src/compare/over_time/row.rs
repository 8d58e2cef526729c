//! A measure over time: its figures, what they come to, and what they are compared with.

use crate::compare::breaks::published_break;
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
use crate::number::{Decimal, Exact, Projection, Signal, decimals_that_agree};
use crate::period::Period;

use super::judged::{self, Course, Limits, Meaning, NotJudged, Outlook, Pattern, Stretch};
use super::level::{Level, Shift};
use super::season::Season;

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
    /// The figures between breaks, oldest first, each with its process. None where figures are
    /// of a time that overlaps.
    pub stretches: Vec<Stretch>,
    /// What the newest figure is among those before it.
    pub pattern: Pattern,
    /// What the month of the newest figure is in earlier years too, where it is lower or higher than those around it.
    pub season: Option<Season>,
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
    /// Whether it is unusual because the level changed, which is said once of all of them.
    pub is_of_level: bool,
}

impl OverTimeCell {
    /// Returns why it is marked as unusual and on which side of the mean it is, or `None` if it is not: where the level changed, that
    /// is said once, and not of each figure.
    pub fn marked(&self) -> Option<(Signal, Side)> {
        self.unusual.filter(|_| !self.is_of_level)
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
            TimeOf::Said(Span::RollingYear) => Err(match series.too_low_for_a_year() {
                Some(at) => NotJudged::NoRollingYear(at),
                None => NotJudged::RollingYear,
            }),
            TimeOf::NotSaid => Err(NotJudged::NotSaid),
        };
        let stretches = points.as_ref().map_or_else(
            |_| Vec::new(),
            |points| {
                let broken = |from, to| series.break_note(from, to);
                judged::stretches(measure, points, broken, |at| series.left_out(at))
            },
        );
        let season = points.as_ref().ok().and_then(|points| series.season(points));
        let pattern = match points {
            Ok(_) => judged::pattern(measure, &stretches, newest.map(|newest| newest.period)),
            Err(reason) => Pattern::NotJudged(reason),
        };
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
            Some(OverTimeCell {
                value,
                origin: past.origin,
                unusual,
                is_after_break,
                is_left_out,
                is_of_level,
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
            outlook: target.as_ref().and_then(|against| {
                let decimals = newest?.shown?.decimals();
                judged::outlook((against.target, decimals), stretches.last()?, time, measure.good)
            }),
            target,
            stretches,
            pattern,
            season,
            getting: told_of.getting,
            england: told_of.england.clone().filter(|_| !is_no_year),
        }
    }

    /// Returns how it goes, or `None` if it is of years, too few to say, that are getting neither worse nor better.
    pub fn course(&self) -> Option<Course> {
        if let Some((level, meaning)) = self.level() {
            return Some(Course::of_level(level, meaning));
        }
        if self.fits_no_range() {
            return Some(Course::NotJudged);
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

    /// Whether the newest figure is usual, but half or more of all since the last break are not, so that this says little; and how its
    /// level changed cannot be said either.
    pub fn fits_no_range(&self) -> bool {
        let is_usual = matches!(self.pattern, Pattern::Usual(_) | Pattern::BackToUsual(_));
        is_usual && self.level().is_none() && self.stretches.last().is_some_and(Stretch::is_mostly_unusual)
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
    let rounded = |shown: Decimal| {
        if shown.decimals() > most { Exact::from(shown).rounded(most) } else { shown }
    };
    Past { shown: past.shown.map(rounded), ..past.clone() }
}

/// A count as a number; it is at most some times [`MAX_COUNT`](crate::number::MAX_COUNT).
fn number(count: u64) -> Decimal {
    Decimal::new(i64::try_from(count).unwrap_or(i64::MAX), 0)
}

/// The figures of a measure, with what must be known to compare them with each other.
struct Series<'a> {
    measure: &'a Measure,
    past: &'a [Past],
    choices: &'a Choices,
}

impl Series<'_> {
    /// What separates two periods, in words that may be empty, or `None` if nothing does: all that the council noted between them.
    fn break_note(&self, from: Period, to: Period) -> Option<String> {
        let own = || self.choices.breaks.iter().filter(|own| own.is_between(self.measure, from, to));
        let noted = || {
            let mut notes: Vec<&str> = own().map(|own| &*own.note).filter(|note| !note.is_empty()).collect();
            notes.dedup();
            own().next().map(|_| notes.join("; "))
        };
        published_break(self.measure, from, to).map(str::to_owned).or_else(noted)
    }

    /// Returns why the figure of a period is left out of the usual range by hand, or `None` if it is not.
    fn left_out(&self, at: Period) -> Option<String> {
        self.choices.one_offs.note_on(&self.measure.id, at).map(str::to_owned)
    }

    fn season(&self, points: &[(Period, Amount)]) -> Option<Season> {
        let usual = points.iter().filter(|(period, _)| self.left_out(*period).is_none());
        let usual: Vec<(Period, Amount)> = usual.copied().collect();
        Season::of(self.measure, &usual, |from, to| self.break_note(from, to).is_some())
    }

    fn as_given(&self) -> Vec<(Period, Amount)> {
        self.past.iter().map(|past| (past.period, past.amount)).collect()
    }

    fn at(&self, period: Period) -> Option<&Past> {
        self.past.iter().find(|past| past.period == period)
    }

    /// Returns the first two periods of one year between which numbers fall, or `None` if they fall between none.
    fn fall(&self) -> Option<(Period, Period)> {
        let basis = self.measure.basis;
        self.past.windows(2).find_map(|pair| {
            let [before, after] = [&pair[0], &pair[1]];
            let is_one_year = before.period.year_on(basis) == after.period.year_on(basis);
            let falls = before.amount.count()? > after.amount.count()?;
            (is_one_year && falls).then_some((before.period, after.period))
        })
    }

    /// Returns the first period whose number is too low to be that of 12 months: by as much as one rises on the one before, its own
    /// month has at least, and all of that is still within the 12 months up to any of the next eleven; and by as much as one
    /// falls, the month that is no longer within them had.
    fn too_low_for_a_year(&self) -> Option<Period> {
        if self.measure.kind != Kind::Count {
            return None;
        }
        let count = |period: Period| self.at(period).and_then(|past| past.amount.count());
        let moved = |period: Period| count(period.previous()).zip(count(period));
        let rise = |period: Period| moved(period).map_or(0, |(before, now)| now.saturating_sub(before));
        let fall = |period: Period| moved(period).map_or(0, |(before, now)| before.saturating_sub(now));
        let is_too_low = |past: &&Past| {
            let Some((newest, own)) = self.past.last().zip(past.amount.count()) else { return false };
            let back = |from: Period| std::iter::successors(Some(from), |period| Some(period.previous()));
            let rises: u64 =
                back(past.period).take_while(|of| past.period.year_before() < Some(*of)).map(rise).sum();
            let later = back(newest.period).take_while(|of| *of > past.period);
            let falls: u64 = later.filter(|of| of.year_before() <= Some(past.period)).map(fall).sum();
            rises > own || falls > own
        };
        self.past.iter().find(is_too_low).map(|past| past.period)
    }

    /// Of numbers that are of the year to date, what each period adds.
    fn of_each_month(&self) -> Vec<(Period, Amount)> {
        let basis = self.measure.basis;
        let added = |past: &Past| {
            let before = past.period.previous();
            let is_first = before.year_on(basis) != past.period.year_on(basis);
            let before =
                if is_first { Some(0) } else { self.at(before).and_then(|past| past.amount.count()) };
            let added = past.amount.count()?.checked_sub(before?)?;
            Some((past.period, Amount::Value(number(added))))
        };
        self.past.iter().filter_map(added).collect()
    }

    /// The newest figure, less the one of another period, where both have a value and no break is between them.
    fn less(&self, before: Period) -> Option<(Period, Decimal)> {
        let (newest, past) = (self.past.last()?, self.at(before)?);
        if self.break_note(before, newest.period).is_some() {
            return None;
        }
        let exact = |past: &Past| past.amount.exact(self.measure.kind);
        let (now, then) = (exact(newest)?, exact(past)?);
        let decimals = past.shown?.decimals().max(newest.shown?.decimals());
        Some((before, now.minus(then)?.rounded(decimals_that_agree(now, then, decimals))))
    }

    fn on_previous(&self, time: TimeOf) -> Option<(Period, Decimal)> {
        let before = self.past.last()?.period.previous();
        self.less(before).filter(|_| time != TimeOf::Said(Span::YearToDate))
    }

    fn on_last_year(&self) -> Option<(Period, Decimal)> {
        self.less(self.past.last()?.period.year_before()?)
    }

    /// The year to date or the last 12 months: as given, or added up.
    fn total(&self, time: TimeOf, span: Span) -> Option<Decimal> {
        let newest = self.past.last()?;
        match time {
            // What falls within a year is no year to date, whatever was said.
            TimeOf::Said(said) if said == span && span == Span::YearToDate && self.fall().is_some() => None,
            // Nor is every number one of 12 months.
            TimeOf::Said(said)
                if said == span && span == Span::RollingYear && self.too_low_for_a_year().is_some() =>
            {
                None
            }
            TimeOf::Said(said) if said == span => newest.shown,
            TimeOf::Said(Span::InMonth) if self.measure.adds_up() => {
                self.sum(span).and_then(|sum| sum.shown(self.measure))
            }
            _ => None,
        }
    }

    /// The figures of the periods of the year to date, or of the last 12 months, added up.
    fn sum(&self, span: Span) -> Option<Amount> {
        let newest = self.past.last()?.period;
        let (basis, year) = (self.measure.basis, if matches!(newest, Period::Month(..)) { 12 } else { 4 });
        let periods = std::iter::successors(Some(newest), |period| Some(period.previous())).take(year);
        let amounts: Vec<Amount> = periods
            .take_while(|period| span == Span::RollingYear || period.year_on(basis) == newest.year_on(basis))
            .map(|period| Some(self.at(period)?.amount))
            .collect::<Option<_>>()?;
        let (first, rest) = amounts.split_first()?;
        rest.iter().try_fold(*first, |sum, amount| match (sum, *amount) {
            (
                Amount::Counts { numerator, denominator },
                Amount::Counts { numerator: more, denominator: of_more },
            ) => Some(Amount::Counts { numerator: numerator + more, denominator: denominator + of_more }),
            (sum, amount) if self.measure.kind == Kind::Count => {
                let sum = sum.count()? + amount.count()?;
                Some(Amount::Value(number(sum)))
            }
            _ => None,
        })
    }

    /// What a number of the year to date may become, where what happens in one month is not what happened before.
    fn projection(&self, time: TimeOf) -> Option<Projection> {
        let newest = self.past.last()?;
        let so_far = match time {
            TimeOf::Said(Span::YearToDate) if self.fall().is_none() => newest.amount,
            TimeOf::Said(Span::InMonth) => self.sum(Span::YearToDate)?,
            _ => return None,
        };
        if self.measure.kind != Kind::Count || !self.measure.adds_up() {
            return None;
        }
        let basis = self.measure.basis;
        let year = newest.period.year_on(basis);
        let periods = std::iter::successors(Some(newest.period), |period| Some(period.previous()));
        let over = periods.take_while(|period| period.year_on(basis) == year).count();
        let months = if matches!(newest.period, Period::Month(..)) { over } else { 3 * over };
        Projection::of(so_far.count()?, u8::try_from(months).ok()?)
    }
}
