//! The figures of a measure over time: what separates them, what they add up to, and how far they move.

use crate::compare::breaks::published_break;
use crate::compare::choices::Choices;
use crate::compare::history::Past;
use crate::compare::spans::TimeOf;
use crate::figure::Amount;
use crate::indicator::{Kind, Measure, Span};
use crate::number::{Decimal, Exact, Projection, decimals_that_agree};
use crate::period::Period;

use super::season::{Figures, Season};

/// A count as a number; it is at most some times [`MAX_COUNT`](crate::number::MAX_COUNT).
fn number(count: u64) -> Decimal {
    Decimal::new(i64::try_from(count).unwrap_or(i64::MAX), 0)
}

/// The figures of a measure, with what must be known to compare them with each other.
pub(super) struct Series<'a> {
    pub(super) measure: &'a Measure,
    pub(super) past: &'a [Past],
    pub(super) choices: &'a Choices,
}

impl Series<'_> {
    /// What separates two periods, in words that may be empty, or `None` if nothing does: all that the council noted between them.
    pub(super) fn break_note(&self, from: Period, to: Period) -> Option<String> {
        let own = || self.choices.breaks.iter().filter(|own| own.is_between(self.measure, from, to));
        let noted = || {
            let mut notes: Vec<&str> = own().map(|own| &*own.note).filter(|note| !note.is_empty()).collect();
            notes.dedup();
            own().next().map(|_| notes.join("; "))
        };
        published_break(self.measure, from, to).map(str::to_owned).or_else(noted)
    }

    /// Returns why the figure of a period is left out of the usual range by hand, or `None` if it is not.
    pub(super) fn left_out(&self, at: Period) -> Option<String> {
        self.choices.one_offs.note_on(&self.measure.id, at).map(str::to_owned)
    }

    /// The season of the newest month, and those of others.
    pub(super) fn seasons(&self, points: &[(Period, Amount)]) -> (Option<Season>, Vec<Season>) {
        let usual = points.iter().filter(|(period, _)| self.left_out(*period).is_none());
        let usual: Vec<(Period, Amount)> = usual.copied().collect();
        let is_broken = |from, to| self.break_note(from, to).is_some();
        let figures = Figures::of(self.measure, &usual, is_broken);
        let (season, mut others) = (figures.season(), figures.seasons_so_far());
        others.retain(|other| season.as_ref().is_none_or(|season| other.month != season.month));
        (season, others)
    }

    pub(super) fn as_given(&self) -> Vec<(Period, Amount)> {
        self.past.iter().map(|past| (past.period, past.amount)).collect()
    }

    fn at(&self, period: Period) -> Option<&Past> {
        self.past.iter().find(|past| past.period == period)
    }

    /// Returns the first two periods of one year between which numbers fall, or `None` if they fall between none.
    pub(super) fn fall(&self) -> Option<(Period, Period)> {
        let basis = self.measure.basis;
        self.past.windows(2).find_map(|pair| {
            let [before, after] = [&pair[0], &pair[1]];
            let is_one_year = before.period.year_on(basis) == after.period.year_on(basis);
            let falls = before.amount.count()? > after.amount.count()?;
            (is_one_year && falls).then_some((before.period, after.period))
        })
    }

    /// Returns the first period whose figure cannot be that of 12 months, or of a percentage without counts is none but by a rare chance.
    pub(super) fn no_rolling_year(&self) -> Option<Period> {
        match self.measure.kind {
            Kind::Count => self.too_low_for_a_year(Amount::count),
            Kind::Share if self.measure.is_out_of_events() => {
                let counts = |amount: Amount| match amount {
                    Amount::Counts { numerator, denominator } => Some((numerator, denominator)),
                    _ => None,
                };
                let over = self.too_low_for_a_year(|amount| counts(amount).map(|(over, _)| over));
                let rest = self
                    .too_low_for_a_year(|amount| counts(amount).map(|(over, of)| of.saturating_sub(over)));
                over.or(rest).or_else(|| self.moves_too_much())
            }
            _ => None,
        }
    }

    /// Returns the first period whose percentage without counts differs from the one before by more than one month of twelve, or
    /// one quarter of four, can make where all have as many children.
    fn moves_too_much(&self) -> Option<Period> {
        let value = |past: &Past| match past.amount {
            Amount::Value(value) => Some(Exact::from(value).to_f64()),
            _ => None,
        };
        let moves = |pair: &&[Past]| {
            let most = if matches!(pair[1].period, Period::Month(..)) { 100.0 / 12.0 } else { 25.0 };
            let is_next = pair[1].period.previous() == pair[0].period;
            is_next
                && value(&pair[0])
                    .zip(value(&pair[1]))
                    .is_some_and(|(before, now)| (now - before).abs() > most)
        };
        self.past.windows(2).find(moves).map(|pair| pair[1].period)
    }

    /// Returns the first period whose number is too low to be that of 12 months: by as much as one rises on the one before, its own
    /// month has at least, and all of that is still within the 12 months up to any of the next eleven; and by as much as one
    /// falls, the month that is no longer within them had.
    fn too_low_for_a_year(&self, of: impl Fn(Amount) -> Option<u64>) -> Option<Period> {
        let count = |period: Period| self.at(period).and_then(|past| of(past.amount));
        let moved = |period: Period| count(period.previous()).zip(count(period));
        let rise = |period: Period| moved(period).map_or(0, |(before, now)| now.saturating_sub(before));
        let fall = |period: Period| moved(period).map_or(0, |(before, now)| before.saturating_sub(now));
        let is_too_low = |past: &&Past| {
            let Some((newest, own)) = self.past.last().zip(of(past.amount)) else { return false };
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
    pub(super) fn of_each_month(&self) -> Vec<(Period, Amount)> {
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

    pub(super) fn on_previous(&self, time: TimeOf) -> Option<(Period, Decimal)> {
        let before = self.past.last()?.period.previous();
        self.less(before).filter(|_| time != TimeOf::Said(Span::YearToDate))
    }

    pub(super) fn on_last_year(&self) -> Option<(Period, Decimal)> {
        self.less(self.past.last()?.period.year_before()?)
    }

    /// The year to date or the last 12 months: as given, or added up.
    pub(super) fn total(&self, time: TimeOf, span: Span) -> Option<Decimal> {
        let newest = self.past.last()?;
        match time {
            // What falls within a year is no year to date, whatever was said.
            TimeOf::Said(said) if said == span && span == Span::YearToDate && self.fall().is_some() => None,
            // Nor is every number one of 12 months.
            TimeOf::Said(said)
                if said == span && span == Span::RollingYear && self.no_rolling_year().is_some() =>
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

    /// The figures of the periods of the year to date, or of the last 12 months, added up, where no break is between them.
    fn sum(&self, span: Span) -> Option<Amount> {
        let newest = self.past.last()?.period;
        let (basis, year) = (self.measure.basis, if matches!(newest, Period::Month(..)) { 12 } else { 4 });
        let periods = std::iter::successors(Some(newest), |period| Some(period.previous())).take(year);
        let found: Vec<&Past> = periods
            .take_while(|period| span == Span::RollingYear || period.year_on(basis) == newest.year_on(basis))
            .map(|period| self.at(period))
            .collect::<Option<_>>()?;
        if self.break_note(found.last()?.period, newest).is_some() {
            return None;
        }
        let amounts: Vec<Amount> = found.iter().map(|past| past.amount).collect();
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
    pub(super) fn projection(&self, time: TimeOf) -> Option<Projection> {
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
