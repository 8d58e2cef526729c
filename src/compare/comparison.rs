//! A figure compared with one comparator.

use std::rc::Rc;

use crate::area::{Area, Level};
use crate::figure::{Amount, Withheld};
use crate::indicator::{self, Indicator, Kind};
use crate::number::{Decimal, Exact, mean, median};
use crate::period::Period;
use crate::published::{Published, Revision};

use super::base;
use super::breaks::published_break;
use super::comparator::{Average, Comparator, Members};
use super::gap::{self, Gap};
use super::verdict::{self, CannotSay, Verdict};

/// A figure compared with one comparator.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The comparator.
    pub with: Comparator,
    /// The result, or why there is none.
    pub outcome: Result<Compared, NoComparison>,
    /// Of a council that was chosen: its official figures of the last years up to that of the figure, oldest first.
    pub past: Vec<(Period, Exact)>,
}

/// As many years as are shown of a council that was chosen: as many as the line in a row has periods.
const YEARS: u16 = 5;

/// The official figures of a council that was chosen, of the last years up to one, oldest first.
pub(super) fn past_of(
    published: &Published,
    indicator: &Indicator,
    with: &Comparator,
    to: u16,
) -> Vec<(Period, Exact)> {
    let is_shown = with.kind.is_of_council() && indicator.kind != Kind::Count;
    let years = (to.saturating_sub(YEARS - 1)..=to).filter(|_| is_shown);
    let of = |year| Some((Period::Year(year), of_year(published, indicator, with, year)?.0));
    years.filter_map(of).collect()
}

/// How old an official figure is that another is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// Of the same year.
    SameYear,
    /// Of an earlier year, because that of the figure is not yet published.
    Older,
}

impl Age {
    /// The age of what is compared in one year with a figure of another.
    pub(super) const fn of(compared: u16, own: u16) -> Self {
        if compared < own { Self::Older } else { Self::SameYear }
    }
}

/// The result of comparing a figure with an official one.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// Year of the official figure.
    pub year: u16,
    /// Whether that is the figure's year.
    pub age: Age,
    /// The official value.
    pub value: Exact,
    /// The official value as shown.
    pub shown: Decimal,
    /// How another release gives the value, if England's was revised.
    pub revision: Option<Revision>,
    /// Of how many members the average was made, and how many there are; `None` for the figure of one area.
    pub members: Option<(usize, usize)>,
    /// The exact difference, figure minus official value.
    pub points: Exact,
    /// The file the official figure comes from, where a person opened one.
    pub file: Option<Rc<str>>,
    /// The difference rounded once, to the finer decimals of the two.
    pub shown_points: Decimal,
    /// What may be said of it by the figure's interval.
    pub verdict: Verdict,
    /// For shares with counts that fall short of the comparator: what would reach it.
    pub gap: Option<Gap>,
}

/// Why a figure is not compared with a comparator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoComparison {
    /// The indicator is local: nobody publishes it for other areas.
    Local,
    /// Numbers of children are not comparable between larger and smaller areas.
    Count,
    /// It is not known which year the figure is for.
    NoPeriod,
    /// The figure is of a part of a year, or may be, and what is published is of a year.
    PartOfYear,
    /// The figure itself is withheld.
    NoFigure(Withheld),
    /// The official figure of that year is withheld.
    Withheld(u16, Withheld),
    /// Nothing was published for that year.
    NotPublished(u16),
    /// The comparator has no members: the neighbour model does not list this council.
    NoMembers,
    /// The difference could not be computed within exact arithmetic.
    TooLarge,
}

/// An official value for a year.
struct Found {
    year: u16,
    value: Exact,
    /// The value before it was rounded to what is published, where that is known; otherwise the same.
    unrounded: Exact,
    shown: Decimal,
    revision: Option<Revision>,
    members: Option<(usize, usize)>,
    file: Option<Rc<str>>,
    /// Of a single council: its figure with its counts, as far as they are published.
    of_council: Option<Amount>,
}

impl Found {
    /// The verdict on a figure compared with it: another council's is as uncertain as the figure.
    fn verdict_on(&self, counted: Amount, indicator: &Indicator) -> Verdict {
        match self.of_council {
            Some(theirs) => verdict::beside_council(counted, theirs, indicator),
            None => verdict::against(counted, indicator, [self.value, self.unrounded]),
        }
    }
}

/// What is compared with a comparator.
#[derive(Clone, Copy, Debug)]
pub(super) struct Own {
    pub amount: Amount,
    /// The amount as counts, where its base is known: what it is judged by.
    pub counted: Amount,
    pub value: Exact,
    pub shown: Decimal,
    pub year: u16,
}

/// Compares a figure with `with`.
pub(super) fn compare(
    published: &Published,
    indicator: &Indicator,
    own: Own,
    with: &Comparator,
) -> Result<Compared, NoComparison> {
    if !indicator.is_published {
        return Err(NoComparison::Local);
    }
    if indicator.kind == Kind::Count {
        return Err(NoComparison::Count);
    }
    let found = find(published, indicator, with, own.year)?;
    let points = own.value.minus(found.value).ok_or(NoComparison::TooLarge)?;
    let age = Age::of(found.year, own.year);
    let (from, to) = (Period::Year(found.year), Period::Year(own.year));
    let verdict = if indicator.is_of_those_known {
        Verdict::CannotSay(CannotSay::Coverage)
    } else if age == Age::Older && published_break(indicator, from, to).is_some() {
        Verdict::CannotSay(CannotSay::BreakInSeries)
    } else {
        found.verdict_on(own.counted, indicator)
    };
    Ok(Compared {
        year: found.year,
        age,
        value: found.value,
        shown: found.shown,
        revision: found.revision,
        file: found.file,
        members: found.members,
        points,
        shown_points: points.rounded(own.shown.decimals().max(found.shown.decimals())),
        verdict,
        gap: gap::gap(own.amount, indicator, found.value).filter(|_| verdict.is_comparison()),
    })
}

/// Whether fewer than half of those it should be of were measured, by the council's official figure for the year that says so.
pub(super) fn is_of_few_measured(
    published: &Published,
    indicator: &Indicator,
    council: &Area,
    year: u16,
) -> bool {
    let share = || {
        let measured = indicator::by_id(indicator.measured_by?)?;
        published.official(measured, council, year)?.amount(measured).exact(measured.kind)
    };
    share().is_some_and(|share| share < Exact::whole(HALF))
}

/// Half of all, in per cent.
const HALF: u64 = 50;

/// The official value to compare with for a year, or for the latest before it.
fn find(
    published: &Published,
    indicator: &Indicator,
    with: &Comparator,
    year: u16,
) -> Result<Found, NoComparison> {
    match &with.members {
        Members::Area(area) => of_area(published, indicator, area, year),
        Members::Councils(councils, average) => of_councils(published, indicator, councils, *average, year),
    }
}

/// The official value of a comparator for this very year, exact and as shown.
pub(super) fn of_year(
    published: &Published,
    indicator: &Indicator,
    with: &Comparator,
    year: u16,
) -> Option<(Exact, Decimal)> {
    let found = find(published, indicator, with, year).ok()?;
    (found.year == year).then_some((found.value, found.shown))
}

/// The verdict on a figure of this year compared with the official value of a comparator for the same year, and their difference. The
/// amount as counts, where its base is known, is what it is judged by.
pub(super) fn verdict_of_year(
    published: &Published,
    indicator: &Indicator,
    (amount, counted): (Amount, Amount),
    with: &Comparator,
    year: u16,
) -> Option<(Verdict, Exact)> {
    let found = find(published, indicator, with, year).ok().filter(|found| found.year == year)?;
    let points = amount.exact(indicator.kind)?.minus(found.value)?;
    let verdict = if indicator.is_of_those_known {
        Verdict::CannotSay(CannotSay::Coverage)
    } else {
        found.verdict_on(counted, indicator)
    };
    Some((verdict, points))
}

/// The official figure of an area: of the same year, or of the latest published year where the year is not yet
/// published.
fn of_area(
    published: &Published,
    indicator: &Indicator,
    area: &Area,
    year: u16,
) -> Result<Found, NoComparison> {
    let number =
        |year: u16| published.official(indicator, area, year).and_then(|official| official.value.ok());
    let latest = || published.years(indicator, area).rfind(|year| number(*year).is_some());
    let (year, official) = match published.official(indicator, area, year) {
        Some(official) => (year, official),
        None => latest()
            .filter(|latest| *latest <= year)
            .and_then(|latest| Some((latest, published.official(indicator, area, latest)?)))
            .ok_or(NoComparison::NotPublished(year))?,
    };
    let shown = official.value.map_err(|symbol| NoComparison::Withheld(year, symbol))?;
    Ok(Found {
        year,
        value: shown.into(),
        unrounded: unrounded(indicator.kind, shown, official.counts).unwrap_or_else(|| shown.into()),
        shown,
        revision: official.revision,
        members: None,
        of_council: (area.level == Level::Council)
            .then(|| base::counted(published, indicator, (area, year), &official)),
        file: official.file,
    })
}

/// What a published number was before it was rounded, by its counts. These are rounded themselves, to 10 children: where
/// they do not give the number, they say less than it does.
fn unrounded(kind: Kind, shown: Decimal, counts: Option<(Decimal, Decimal)>) -> Option<Exact> {
    let (numerator, denominator) = counts?;
    let value = Exact::from(numerator).times(u64::from(kind.scale()?))?.divided_by(denominator.into())?;
    (value.rounded(shown.decimals()) == shown).then_some(value)
}

/// The average of the councils that have a number.
fn of_councils(
    published: &Published,
    indicator: &Indicator,
    councils: &[&Area],
    average: Average,
    year: u16,
) -> Result<Found, NoComparison> {
    if councils.is_empty() {
        return Err(NoComparison::NoMembers);
    }
    let numbers = |year: u16| -> Vec<Decimal> {
        let official = |area: &&Area| published.official(indicator, area, year);
        councils.iter().filter_map(official).filter_map(|official| official.value.ok()).collect()
    };
    let published_for =
        |year: u16| councils.iter().any(|area| published.official(indicator, area, year).is_some());
    let year = if published_for(year) {
        year
    } else {
        let years = councils.iter().flat_map(|area| published.years(indicator, area));
        let latest = years.filter(|other| !numbers(*other).is_empty()).max();
        latest.filter(|latest| *latest <= year).ok_or(NoComparison::NotPublished(year))?
    };
    let values = numbers(year);
    let exact: Vec<Exact> = values.iter().copied().map(Exact::from).collect();
    let value = match average {
        Average::Median => median(&exact),
        Average::Mean => mean(&exact),
    }
    .ok_or_else(|| no_number(published, indicator, councils, year))?;
    let decimals = values.iter().map(|value| value.decimals()).max().unwrap_or(0);
    // An average that falls between published figures is shown with one decimal more than they have.
    let shown = value.rounded(decimals);
    let shown = if Exact::from(shown) == value { shown } else { value.rounded(decimals + 1) };
    Ok(Found {
        year,
        value,
        unrounded: value,
        shown,
        revision: None,
        members: Some((values.len(), councils.len())),
        of_council: None,
        file: councils.iter().find_map(|area| published.official(indicator, area, year)?.file),
    })
}

/// Why none of the councils has a number for a year.
fn no_number(published: &Published, indicator: &Indicator, councils: &[&Area], year: u16) -> NoComparison {
    let symbol = |area: &&Area| published.official(indicator, area, year)?.value.err();
    councils
        .iter()
        .find_map(symbol)
        .map_or(NoComparison::NotPublished(year), |symbol| NoComparison::Withheld(year, symbol))
}
