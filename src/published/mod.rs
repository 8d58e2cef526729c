//! The official figures, as comparators.
//!
//! They come from `data/published.csv` and `data/counts.csv`, checked and packed by the build script (see
//! [`packed`]), and are unpacked on first use. Official files that a person opens come before them: [`Published`].
//!
//! Contains public sector information licensed under the Open Government Licence v3.0.

#[path = "packed.rs"]
mod packed;
mod population;
mod release;

pub use population::Population;
pub use release::{Published, Release, ReleaseId, Value};

use std::rc::Rc;
use std::sync::OnceLock;

use packed::{Cell, Counts, Shape};

use crate::area::Area;
use crate::figure::{Amount, Withheld};
use crate::indicator::{self, Indicator};
use crate::number::{Decimal, Exact};

/// A figure in one release: the year of the release, units and decimals.
type InRelease = (u16, i64, u8);

include!(concat!(env!("OUT_DIR"), "/published.rs"));

/// An official figure: the number as published, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Official {
    /// The number, or the reason there is none.
    pub value: Result<Decimal, Withheld>,
    /// Numerator and denominator where they are published too: of England and the regions rounded to 10 children, staff in
    /// full-time equivalents. The denominator may be 0, where nobody was counted.
    pub counts: Option<(Decimal, Decimal)>,
    /// The same figure in another release, where it was revised: England's as first published, or, where it is given as an
    /// earlier release had it, as it is now.
    pub revision: Option<Revision>,
    /// The file it comes from, or `None` for the built-in figures.
    pub file: Option<Rc<str>>,
}

impl Official {
    /// The figure as an amount: its counts where both are whole numbers that round to the published value, otherwise
    /// that value or the reason there is none. For councils: counts of England and the regions are rounded themselves.
    pub fn amount(&self, indicator: &Indicator) -> Amount {
        let value = match self.value {
            Ok(value) => value,
            Err(withheld) => return Amount::Withheld(withheld),
        };
        let counts = self.counts.and_then(|(numerator, denominator)| {
            let whole = |count: Decimal| Amount::Value(count.trimmed()).count();
            let (numerator, denominator) =
                (whole(numerator)?, whole(denominator).filter(|count| *count > 0)?);
            let counts = Amount::Counts { numerator, denominator };
            (counts.exact(indicator.kind)?.rounded(value.decimals()) == value).then_some(counts)
        });
        counts.unwrap_or(Amount::Value(value))
    }
}

/// How another release gives a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Revision {
    /// It was first published as this.
    First(Decimal),
    /// It is this now.
    Now(Decimal),
}

/// How many decimals the numbers of an indicator are stored with.
struct Decimals {
    number: u8,
    /// The decimals its figures of each year are published with.
    of_year: [u8; YEARS],
    numerator: u8,
    denominator: u8,
}

struct Table {
    /// The block of the populations, then those of the published indicators.
    cells: Vec<Cell>,
    /// Which of the published indicators an indicator is, by its index.
    rows_of: Vec<Option<usize>>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    let shape = Shape { years: YEARS, block: YEARS * crate::area::all().len() };
    TABLE.get_or_init(|| Table {
        cells: packed::unpack(PACKED, shape, 1 + PUBLISHED_ORDER.len()),
        rows_of: indicator::all()
            .iter()
            .map(|indicator| PUBLISHED_ORDER.iter().position(|index| *index == indicator.index))
            .collect(),
    })
}

/// Returns the official figure of `area` for `year` (as [`crate::period::Period::year`] counts them), or `None` if
/// none was published.
///
/// ```
/// use corporate_parenting_calculator::{area, indicator, published};
///
/// let placements = indicator::by_id("three-or-more-placements").expect("it is in the catalogue");
/// let official = published::official(placements, area::england(), 2023).expect("it was published");
/// assert_eq!(official.value.map(|value| value.to_string()), Ok("11".to_owned()));
/// ```
pub fn official(indicator: &Indicator, area: &Area, year: u16) -> Option<Official> {
    let (cell, decimals) = cell(indicator, area, year)?;
    let value = match cell {
        Cell::Empty => return None,
        Cell::Symbol(symbol) => Err(Withheld::ALL[usize::from(symbol)]),
        Cell::Number(units) | Cell::Both(units, _) => Ok(decimals.shown(units, year)),
        Cell::Counts(counts) => Ok(decimals.given(counts, indicator, year)?),
    };
    let counts = cell.counts().map(|counts| decimals.counts(counts));
    let first =
        in_release(indicator, area, year, out_by(indicator, year)).filter(|first| value != Ok(*first));
    Some(Official { value, counts, revision: first.map(Revision::First), file: None })
}

/// England's figure for `year` as the release of `release` had it, where it was revised in one of the releases kept.
fn in_release(indicator: &Indicator, area: &Area, year: u16, release: u16) -> Option<Decimal> {
    let row = REVISED.iter().find(|row| area.index == 0 && (row.0, row.1) == (indicator.index, year))?;
    let (_, units, decimals) = row.2.iter().rfind(|(each, ..)| *each <= release)?;
    Some(Decimal::new(*units, *decimals))
}

/// Returns the official figure as it was known in November of `known`, or `None` if it was published later. Revisions are kept
/// of England only; figures of other areas are as they are now.
fn official_as_known(indicator: &Indicator, area: &Area, year: u16, known: u16) -> Option<Official> {
    let now = official(indicator, area, year).filter(|_| out_by(indicator, year) <= known)?;
    let then = in_release(indicator, area, year, known).filter(|then| now.value != Ok(*then));
    let Some(then) = then else { return Some(now) };
    // The counts kept are those of the newest release.
    Some(Official { value: Ok(then), counts: None, revision: now.value.ok().map(Revision::Now), file: None })
}

/// The year by whose November the figures for `year` were out.
fn out_by(indicator: &Indicator, year: u16) -> u16 {
    let is_late = indicator.publication.as_ref().is_some_and(|publication| !publication.is_same_year);
    year.saturating_add(u16::from(is_late))
}

/// The years whose November can be gone back to, oldest first: those of the releases that revisions are kept of.
pub const fn known_years() -> &'static [u16] {
    RELEASES
}

/// Years for which any figure of this indicator was published for `area`, oldest first. A symbol counts as a year:
/// something was published, if only that there is no number.
pub fn years(indicator: &Indicator, area: &Area) -> impl DoubleEndedIterator<Item = u16> {
    (FIRST_YEAR..=LAST_YEAR)
        .filter(move |year| cell(indicator, area, *year).is_some_and(|(cell, _)| cell != Cell::Empty))
}

/// Returns the first and last year for which a number of children in care was published for `area`, if only as hidden,
/// which are the years in which a council existed, or `None` if there is none. It is known without the figures, which
/// are unpacked when one is asked for.
pub fn life(area: &Area) -> Option<(u16, u16)> {
    LIVES.get(area.index).copied().flatten()
}

/// Whether `area` existed in a year, as far as the figures tell.
pub fn existed(area: &Area, year: u16) -> bool {
    life(area).is_some_and(|(first, last)| first <= year && (year <= last || last == LAST_YEAR))
}

/// The oldest year of the built-in figures.
pub const fn first_year() -> u16 {
    FIRST_YEAR
}

/// The newest year of the built-in figures.
pub const fn latest_year() -> u16 {
    LAST_YEAR
}

fn cell(indicator: &Indicator, area: &Area, year: u16) -> Option<(Cell, &'static Decimals)> {
    let column = usize::from(year.checked_sub(FIRST_YEAR)?);
    if column >= YEARS {
        return None;
    }
    let row = (*table().rows_of.get(indicator.index)?)?;
    let cell = table().cells.get(((row + 1) * crate::area::all().len() + area.index) * YEARS + column)?;
    Some((*cell, &PUBLISHED_DECIMALS[row]))
}

impl Decimals {
    /// A number with the decimals its year was published with. The data leave off trailing zeros, so the decimals of a year
    /// are those of its most precise figure.
    fn shown(&self, units: i32, year: u16) -> Decimal {
        let decimals = self.of(year);
        Decimal::new(i64::from(units) / 10_i64.pow(u32::from(self.number - decimals)), decimals)
    }

    /// What counts give, rounded as it was published.
    fn given(&self, counts: Counts, indicator: &Indicator, year: u16) -> Option<Decimal> {
        let power = |decimals: u8| 10_i128.pow(decimals.into());
        let scale = i128::from(indicator.kind.scale().unwrap_or(1));
        let numerator = i128::from(counts.numerator) * scale * power(self.denominator);
        let quotient = Exact::new(numerator, i128::from(counts.denominator) * power(self.numerator))?;
        Some(quotient.rounded(self.of(year)))
    }

    /// Numerator and denominator without zeros after the point.
    fn counts(&self, counts: Counts) -> (Decimal, Decimal) {
        let numerator = Decimal::new(counts.numerator.into(), self.numerator);
        let denominator = Decimal::new(counts.denominator.into(), self.denominator);
        (numerator.trimmed(), denominator.trimmed())
    }

    fn of(&self, year: u16) -> u8 {
        self.of_year[usize::from(year - FIRST_YEAR)]
    }
}
