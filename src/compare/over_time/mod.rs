//! The measures of a scorecard over time: a column for each of the last periods, and what is unusual in each row.

mod judged;
mod level;
mod outlook;
mod row;
mod season;
mod series;

pub use judged::{Aside, Begins, Course, Limits, Meaning, NotJudged, Pattern, Stretch, Widened};
pub use level::{Level, Shift};
pub use outlook::Outlook;
use row::Told;
pub use row::{OverTimeCell, OverTimeRow};
pub use season::Season;

use std::collections::{HashMap, HashSet};

use crate::figure::Figure;
use crate::indicator::{Measure, Span, Theme};
use crate::number::Decimal;
use crate::period::Period;
use crate::sorting::Sorting;

use super::choices::Choices;
use super::history::{History, Past, official_figures};
use super::of_period::of_period;
use super::own_figures::{measures, own_figures};
use super::row::{Row, row as listed};
use super::spans::TimeOf;
use super::usual::ByOwn;

/// The measures of a scorecard in rows, and periods of one length in columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OverTime {
    /// The periods, one after the other: the last ones with figures and, of twelve, the rest of the newest year once it has two.
    pub periods: Vec<Period>,
    /// A row for each measure that has a figure for one of them, in the order of lists.
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
    /// The number to begin with: a year, or more where a year is reported on with each of its months and some later ones.
    pub fn to_begin(figures: &[Figure], reported: Option<Period>) -> Self {
        let is_later = |figure: &Figure| {
            figure.period.zip(reported).is_some_and(|(period, year)| {
                matches!(period, Period::Month(..)) && period > year.last_month()
            })
        };
        let begins_later = has_every_month(figures, reported) && figures.iter().any(is_later);
        if begins_later { Self::Eighteen } else { Self::Twelve }
    }

    /// Each of them.
    pub const ALL: [Self; 3] = [Self::Twelve, Self::Eighteen, Self::TwentyFour];

    /// Returns those that show more than the one before, of so many periods from the first figure to the newest.
    pub fn offered(periods: usize) -> Vec<Self> {
        let shorter = |at: usize| at.checked_sub(1).map(|before| Self::ALL[before].count());
        let is_more = |at: &usize| shorter(*at).is_none_or(|shorter| shorter < periods);
        (0..Self::ALL.len()).filter(is_more).map(|at| Self::ALL[at]).collect()
    }

    /// Returns the one with this number of periods, or `None` if there is none.
    pub fn by_count(count: usize) -> Option<Self> {
        Self::ALL.into_iter().find(|each| each.count() == count)
    }

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

    /// The length to begin with: months of a year that is reported on with each of them, or else that of the period that is reported
    /// on, or else the one of which most measures have several figures.
    pub fn to_begin(figures: &[Figure], reported: Option<Period>) -> Self {
        let lengths = Self::of_figures(figures);
        if has_every_month(figures, reported) {
            return Self::Months;
        }
        if let Some(length) = reported.map(Self::of).filter(|length| lengths.contains(length)) {
            return length;
        }
        let measures = |length: &Self| {
            let is_of = |figure: &&Figure| figure.period.is_some_and(|period| length.is_of(period));
            let mut count: HashMap<&Measure, usize> = HashMap::new();
            for figure in figures.iter().filter(is_of) {
                *count.entry(&figure.indicator).or_default() += 1;
            }
            count.values().filter(|count| **count > 1).count()
        };
        // Of those with as many, the shortest.
        lengths.into_iter().rev().max_by_key(measures).unwrap_or(Self::Years)
    }

    /// Returns the length of the months or quarters that a report has beside its figures: those it is on, where there are several, or
    /// the months of its year where a measure has each of them; or `None` if it is on years alone.
    pub fn to_report(figures: &[Figure], reported: Option<Period>) -> Option<Self> {
        if has_every_month(figures, reported) {
            return Some(Self::Months);
        }
        reported.filter(|_| periods_as_reported(figures, reported).len() >= FEW).map(Self::of)
    }

    /// That of a period.
    pub const fn of(period: Period) -> Self {
        match period {
            Period::Month(..) => Self::Months,
            Period::Quarter(..) => Self::Quarters,
            Period::Year(_) => Self::Years,
        }
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

/// How many months or quarters are a course rather than a figure and the one before.
const FEW: usize = 3;

/// A list shows the last five periods of a measure: more need a view of their own.
const LISTED: usize = 5;

/// Whether figures are first shown over time: there are more months or quarters than a list shows, and most measures have them; or
/// a year is reported on and a measure has every month of it.
pub fn begin_over_time(figures: &[Figure], reported: Option<Period>) -> bool {
    let measures = |is_wanted: &dyn Fn(&Figure) -> bool| {
        let of: HashSet<&Measure> =
            figures.iter().filter(|figure| is_wanted(figure)).map(|figure| &figure.indicator).collect();
        of.len()
    };
    let is_so_long = |figure: &Figure| {
        figure.period.zip(reported).is_some_and(|(period, reported)| period.is_as_long_as(reported))
    };
    let are_most = periods_as_reported(figures, reported).len() > LISTED
        && measures(&is_so_long) * 2 > measures(&|_| true);
    are_most || has_every_month(figures, reported)
}

/// Whether a year is reported on and a measure has a figure for every month of it.
fn has_every_month(figures: &[Figure], reported: Option<Period>) -> bool {
    let Some(year @ Period::Year(_)) = reported else { return false };
    let months = year.months();
    let has = |measure: &Measure, month: &Period| {
        figures.iter().any(|figure| figure.indicator == *measure && figure.period == Some(*month))
    };
    let first = figures.iter().filter(|figure| figure.period == months.first().copied());
    first.map(|figure| &figure.indicator).any(|measure| months.iter().all(|month| has(measure, month)))
}

/// How many measures have figures with a period, and none of this length.
pub fn measures_without(figures: &[Figure], length: Length) -> usize {
    let mut of: HashMap<&Measure, bool> = HashMap::new();
    for (figure, period) in figures.iter().filter_map(|figure| Some((figure, figure.period?))) {
        *of.entry(&figure.indicator).or_default() |= length.is_of(period);
    }
    of.values().filter(|has_some| !**has_some).count()
}

/// The months or quarters of figures that are as long as the one reported on; none where that is a year.
fn periods_as_reported(figures: &[Figure], reported: Option<Period>) -> Vec<Period> {
    let Some(reported) = reported.filter(|period| !matches!(period, Period::Year(_))) else {
        return Vec::new();
    };
    let mut periods: Vec<Period> = figures.iter().filter_map(|figure| figure.period).collect();
    periods.retain(|period| period.is_as_long_as(reported));
    periods.arrange();
    periods.dedup();
    periods
}

impl OverTime {
    /// The last periods of a council's figures, of a length, with the official figures of years that were not entered. A period
    /// of this length that is chosen is the last; a longer or shorter one says nothing of these.
    pub fn of(figures: &[Figure], choices: &Choices, length: Length, last: LastPeriods) -> Self {
        let own = own_figures(figures, choices, &mut Vec::new());
        let end = choices.period.filter(|period| length.is_of(*period));
        let is_shown =
            |period: &Period| length.is_of(*period) && end.is_none_or(|end| period.end() <= end.end());
        let newest = match length {
            Length::Years => Some(Period::Year(
                choices.period.map_or_else(|| choices.published.latest_year(), Period::year),
            )),
            _ => own.iter().filter_map(|figure| figure.period).filter(is_shown).max(),
        };
        let Some(newest) = newest else { return Self::default() };
        let mut by_measure: HashMap<&Measure, Vec<&Figure>> = HashMap::new();
        for figure in &own {
            by_measure.entry(&figure.indicator).or_default().push(figure);
        }
        let past = |measure: Measure| {
            let entered = by_measure.get(&measure).map_or(&[][..], Vec::as_slice);
            let told = told_of(&measure, entered, newest, choices);
            (!told.past.is_empty()).then_some((measure, told))
        };
        let all: Vec<(Measure, Told)> = measures(&own).into_iter().filter_map(past).collect();
        let periods = columns(all.iter().flat_map(|(_, told)| &told.past), newest, last);
        let row = |(measure, told): &(Measure, Told)| OverTimeRow::of(measure, told, &periods, choices);
        let mut rows: Vec<OverTimeRow> = all.iter().map(row).collect();
        rows.retain(|row| row.cells.iter().any(Option::is_some));
        Self { periods, rows }
    }

    /// Returns the months or quarters that a report has beside its figures, as many as were chosen, or `None` if it is on years alone.
    pub fn to_report(figures: &[Figure], choices: &Choices, last: Option<LastPeriods>) -> Option<Self> {
        let length = Length::to_report(figures, choices.period)?;
        let last = last.unwrap_or_else(|| LastPeriods::to_begin(figures, choices.period));
        Some(Self::of(figures, choices, length, last)).filter(|over_time| !over_time.rows.is_empty())
    }

    /// The rows of each theme that has some, in the order of a report, by where they are.
    pub fn by_theme(&self) -> Vec<(Theme, Vec<usize>)> {
        let of = |theme: Theme| {
            let is_of = |(_, row): &(usize, &OverTimeRow)| row.measure.theme == theme;
            let rows: Vec<usize> = self.rows.iter().enumerate().filter(is_of).map(|(at, _)| at).collect();
            (!rows.is_empty()).then_some((theme, rows))
        };
        Theme::ALL.into_iter().filter_map(of).collect()
    }

    /// How many periods there are from the first figure of a measure to the newest, whether they are shown or not; one more than can
    /// be shown where there are more.
    pub fn known_count(&self) -> usize {
        let all = || self.rows.iter().flat_map(|row| row.past.iter().map(|past| past.period));
        let Some((first, last)) = all().min().zip(all().max()) else { return 0 };
        let back = std::iter::successors(Some(last), |period| Some(period.previous()));
        back.take_while(|period| *period >= first).take(LastPeriods::TwentyFour.count() + 1).count()
    }

    /// How many periods there are up to the last one that has a figure.
    pub fn past_count(&self) -> usize {
        let has_figure = |row: &OverTimeRow| row.cells.iter().rposition(Option::is_some);
        self.rows.iter().filter_map(has_figure).max().map_or(0, |last| last + 1)
    }

    /// The same with the last periods that have figures alone.
    #[must_use]
    pub fn of_last(mut self, count: usize) -> Self {
        let end = self.past_count();
        let kept = end.saturating_sub(count)..end;
        self.periods = self.periods.drain(kept.clone()).collect();
        for row in &mut self.rows {
            row.cells = row.cells.drain(kept.clone()).collect();
        }
        self
    }

    /// Returns one measure over time by its id, as in a table of the longest time, or `None` if it has no figure.
    pub fn row_of(
        measure: &str,
        figures: &[Figure],
        choices: &Choices,
        length: Length,
    ) -> Option<OverTimeRow> {
        let all = Self::of(figures, choices, length, LastPeriods::TwentyFour);
        all.rows.into_iter().find(|row| row.measure.id == measure)
    }

    /// The same with the years to date that a table states, each of a measure up to a period: a row takes the one up to its
    /// newest figure.
    #[must_use]
    pub fn with_stated(mut self, stated: &[(Measure, Period, Decimal)]) -> Self {
        for row in &mut self.rows {
            let newest = row.newest().map(|newest| newest.period);
            let of_row = |(measure, period, _): &&(Measure, Period, Decimal)| {
                *measure == row.measure && Some(*period) == newest
            };
            row.stated_to_date = stated.iter().rev().find(of_row).map(|(.., value)| *value);
        }
        self
    }

    /// Whether the measures of a row are for parts of a year and nobody said of which time these figures are.
    pub fn is_unsaid(&self) -> bool {
        self.rows.iter().any(OverTimeRow::asks_time)
    }
}

/// The figures of a measure up to the newest period, of as long a time as it is, and what the list says of years.
fn told_of(measure: &Measure, entered: &[&Figure], newest: Period, choices: &Choices) -> Told {
    let (published, council) = (&choices.published, choices.council);
    let is_of_years = matches!(newest, Period::Year(_));
    let history = match measure.catalogue().zip(council) {
        _ if !entered.is_empty() => History::of_entered(measure, entered, Some(newest), published, council),
        Some((indicator, council)) if is_of_years => {
            let last = newest.year_on(indicator.basis);
            History::of_published(official_figures(published, indicator, council, last))
        }
        _ => return Told { past: Vec::new(), getting: None, england: None },
    };
    let past = history.up_to(measure, newest);
    // Years are compared in the list.
    let is_wanted = |last: &&Past| {
        is_of_years
            || matches!(
                choices.spans.time_of(measure, last.period),
                TimeOf::ItsPeriod | TimeOf::Said(Span::RollingYear)
            )
    };
    let newest = past.last().filter(is_wanted).and_then(|last| {
        let period = Some(last.period);
        let figure = of_period(&history.figures(), period).ok().flatten()?;
        Some(listed(measure, figure, &history, &Choices { period, ..choices.clone() }))
    });
    let getting = newest.as_ref().filter(|_| is_of_years).and_then(Row::getting);
    let england = newest.as_ref().and_then(Row::england).cloned();
    Told { past, getting, england }
}

/// Returns what those before it say of the newest of a measure's months or quarters, or `None` if there is none.
pub(super) fn by_own(measure: &Measure, past: Vec<Past>, choices: &Choices) -> Option<ByOwn> {
    let newest = past.last()?.period;
    let told = Told { past, getting: None, england: None };
    Some(OverTimeRow::of(measure, &told, &[newest], choices).by_own())
}

/// The columns: the last periods with figures and, after a year of them, the rest of the newest year.
fn columns<'a>(all: impl Iterator<Item = &'a Past>, newest: Period, last: LastPeriods) -> Vec<Period> {
    let given: Vec<Period> = all.map(|past| past.period).collect();
    let Some(newest) = given.iter().copied().max().map(|found| found.min(newest)) else { return Vec::new() };
    let oldest = given.into_iter().min().unwrap_or(newest);
    let mut periods: Vec<Period> = std::iter::successors(Some(newest), |period| Some(period.previous()))
        .take(last.count())
        .take_while(|period| *period >= oldest)
        .collect();
    periods.reverse();
    let year = Period::Year(newest.year());
    let of_year = match newest {
        Period::Month(..) => year.months(),
        Period::Quarter(..) => year.quarters(),
        Period::Year(_) => Vec::new(),
    };
    // A year of one month has nothing to leave room for yet.
    let has_begun = of_year.first() != Some(&newest);
    let is_to_come = |period: &Period| last == LastPeriods::Twelve && *period > newest && has_begun;
    periods.extend(of_year.into_iter().filter(is_to_come));
    periods
}
