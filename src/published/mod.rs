//! The official figures, as comparators.
//!
//! They come from `data/published.csv` and `data/counts.csv`, checked and packed by the build script (see
//! [`packed`]), and are unpacked on first use. Official files that a person opens come before them: [`Published`].
//!
//! Contains public sector information licensed under the Open Government Licence v3.0.

#[path = "packed.rs"]
mod packed;
mod release;

pub use release::{Published, Release, Value};

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::OnceLock;

use packed::Cell;

use crate::area::Area;
use crate::figure::Withheld;
use crate::indicator::{self, Indicator};
use crate::number::Decimal;

/// A figure in one release: the year of the release, units and decimals.
type InRelease = (u16, i64, u8);

include!(concat!(env!("OUT_DIR"), "/published.rs"));

/// An official figure: the number as published, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Official {
    /// The number, or the reason there is none.
    pub value: Result<Decimal, Withheld>,
    /// Numerator and denominator where they are published too, children rounded to 10, staff in full-time
    /// equivalents: England's and the regions' shares, rates and averages.
    pub counts: Option<(Decimal, Decimal)>,
    /// The same figure in another release, where it was revised: England's as first published, or, where it is given as an
    /// earlier release had it, as it is now.
    pub revision: Option<Revision>,
    /// The file it comes from, if a person opened one; nothing for the figures built in.
    pub file: Option<Rc<str>>,
}

/// How another release gives a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Revision {
    /// It was first published as this.
    First(Decimal),
    /// It is this now.
    Now(Decimal),
}

struct Table {
    cells: Vec<Cell>,
    counts: HashMap<(usize, usize, u16), (Decimal, Decimal)>,
    /// Which of the published indicators an indicator is, by its index.
    rows_of: Vec<Option<usize>>,
    /// First and last year of each area, by its index.
    lives: OnceLock<Vec<Option<(u16, u16)>>>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    let decimal = |(units, decimals)| Decimal::new(units, decimals);
    TABLE.get_or_init(|| Table {
        cells: packed::unpack_cells(PACKED_CELLS, YEARS),
        counts: packed::unpack_counts(PACKED_COUNTS)
            .into_iter()
            .map(|row| {
                ((row.indicator, row.area, row.year), (decimal(row.numerator), decimal(row.denominator)))
            })
            .collect(),
        rows_of: indicator::all()
            .iter()
            .map(|indicator| PUBLISHED_ORDER.iter().position(|index| *index == indicator.index))
            .collect(),
        lives: OnceLock::new(),
    })
}

/// The official figure of `area` for `year` (as [`crate::period::Period::year`] counts them); nothing where none
/// was published.
pub fn official(indicator: &Indicator, area: &Area, year: u16) -> Option<Official> {
    let value = match cell(indicator, area, year)? {
        Cell::Empty => return None,
        Cell::Symbol(symbol) => Err(Withheld::ALL[usize::from(symbol)]),
        Cell::Number(units) => Ok(shown(indicator, year, units)),
    };
    let counts = table().counts.get(&(indicator.index, area.index, year)).copied();
    let first = in_release(indicator, area, year, year).filter(|first| value != Ok(*first));
    Some(Official { value, counts, revision: first.map(Revision::First), file: None })
}

/// England's figure for `year` as the release of `release` had it, where it was revised in one of the releases kept.
fn in_release(indicator: &Indicator, area: &Area, year: u16, release: u16) -> Option<Decimal> {
    let row = REVISED.iter().find(|row| area.index == 0 && (row.0, row.1) == (indicator.index, year))?;
    let (_, units, decimals) = row.2.iter().rfind(|(each, ..)| *each <= release)?;
    Some(Decimal::new(*units, *decimals))
}

/// The official figure as it was known in November of `known`: nothing where it was published later. Revisions are kept
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
        .filter(move |year| cell(indicator, area, *year).is_some_and(|cell| cell != Cell::Empty))
}

/// First and last year for which a number of children in care was published for `area`, if only as hidden: the years
/// in which a council existed.
pub fn life(area: &Area) -> Option<(u16, u16)> {
    let lives = table().lives.get_or_init(|| crate::area::all().iter().map(years_of_life).collect());
    lives[area.index]
}

/// Whether `area` existed in a year, as far as the figures tell.
pub fn existed(area: &Area, year: u16) -> bool {
    life(area).is_some_and(|(first, last)| first <= year && (year <= last || last == LAST_YEAR))
}

fn years_of_life(area: &Area) -> Option<(u16, u16)> {
    let children = indicator::by_id("children-in-care")?;
    let existed = |year: &u16| {
        let value = official(children, area, *year).map(|official| official.value);
        matches!(value, Some(Ok(_) | Err(Withheld::Confidential)))
    };
    let mut existing = (FIRST_YEAR..=LAST_YEAR).filter(existed);
    let first = existing.next()?;
    Some((first, existing.next_back().unwrap_or(first)))
}

/// The oldest year of the built-in figures.
pub const fn first_year() -> u16 {
    FIRST_YEAR
}

/// The newest year of the built-in figures.
pub const fn latest_year() -> u16 {
    LAST_YEAR
}

fn cell(indicator: &Indicator, area: &Area, year: u16) -> Option<Cell> {
    if !indicator.is_published {
        return None;
    }
    let column = usize::from(year.checked_sub(FIRST_YEAR)?);
    if column >= YEARS {
        return None;
    }
    let row = table().rows_of[indicator.index]?;
    table().cells.get((row * crate::area::all().len() + area.index) * YEARS + column).copied()
}

/// The number with the decimals its year was published with. The data leave off trailing zeros, so the decimals of
/// a year are those of its most precise figure.
fn shown(indicator: &Indicator, year: u16, units: i64) -> Decimal {
    let row = table().rows_of[indicator.index].unwrap_or(0);
    let (scale, by_year) = PUBLISHED_DECIMALS[row];
    let decimals = by_year[usize::from(year - FIRST_YEAR)];
    let surplus = 10_i64.pow(u32::from(scale - decimals));
    Decimal::new(units / surplus, decimals)
}
