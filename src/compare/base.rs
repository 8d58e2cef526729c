//! Of how many a figure without counts is, as far as that is known from elsewhere.

use crate::area::Area;
use crate::figure::{Amount, Figure};
use crate::indicator::{self, Indicator, Kind, ids};
use crate::number::Decimal;
use crate::published::{Official, Published};

/// Of how many a percentage or rate is that was given without its counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Base {
    /// How many there were.
    pub people: u64,
    /// For which year that was published, or `None` if a person typed it.
    pub year: Option<u16>,
}

/// Where a base can be known from.
pub(super) struct Known<'a> {
    /// The official figures.
    pub published: &'a Published,
    /// The council, if known.
    pub council: Option<&'static Area>,
    /// Children aged 0 to 17 in the area, if a person typed it.
    pub population: Option<u64>,
}

/// How many years older than the figure a base may be: the number of children in care changes by a few percent a year.
const OLDEST: u16 = 2;

impl Base {
    /// Returns the base of a figure, or `None` if it has counts or no value, or nothing suitable was published.
    pub(super) fn of(indicator: &Indicator, figure: &Figure, known: &Known<'_>) -> Option<Self> {
        if !matches!(figure.amount, Amount::Value(_)) || !matches!(indicator.kind, Kind::Share | Kind::Rate) {
            return None;
        }
        let typed = known.population.filter(|_| indicator.kind == Kind::Rate);
        if let Some(people) = typed.filter(|people| *people > 0) {
            return Some(Self { people, year: None });
        }
        let (council, year) = (known.council?, figure.period?.year_on(indicator.basis));
        (year.saturating_sub(OLDEST)..=year).rev().find_map(|year| {
            let people = people(known.published, indicator, council, year)?;
            Some(Self { people, year: Some(year) })
        })
    }

    /// The counts that come nearest to a value with this base, or the value itself where none do.
    pub(super) fn counted(self, amount: Amount, kind: Kind) -> Amount {
        let counts = || {
            let scale = u64::from(kind.scale()?);
            let numerator = amount.exact(kind)?.times(self.people)?.over(scale)?.rounded(0);
            let numerator = Amount::Value(numerator).count()?;
            (numerator <= self.people).then_some(Amount::Counts { numerator, denominator: self.people })
        };
        counts().unwrap_or(amount)
    }
}

/// An official figure of a council as counts, as far as these are published or their base is known.
pub(super) fn counted(
    published: &Published,
    indicator: &Indicator,
    (council, year): (&Area, u16),
    official: &Official,
) -> Amount {
    let amount = official.amount(indicator);
    let people = || match amount {
        Amount::Value(_) => people(published, indicator, council, year),
        _ => None,
    };
    people().map_or(amount, |people| Base { people, year: Some(year) }.counted(amount, indicator.kind))
}

/// Of fewer children in care no other share or average of a council is of more than a few dozen, nor is that of fewer than half of them.
const FEW_IN_CARE: u64 = 60;

/// Whether a figure of a council, as counts where these are known, is of so few people that its quarter of councils would be chance:
/// fewer than half of [`FEW_IN_CARE`] or, where nobody knows of how many, of a council with fewer children in care than these. Rates are
/// of all children of an area.
pub(super) fn is_of_small_numbers(
    published: &Published,
    indicator: &Indicator,
    counted: Amount,
    (council, year): (&Area, u16),
) -> bool {
    let in_care = || {
        let official = published.official(ids::CHILDREN_IN_CARE, council, year)?;
        // A number that is hidden is small.
        official.value.map_or(Some(0), |children| Amount::Value(children.trimmed()).count())
    };
    match counted {
        _ if matches!(indicator.kind, Kind::Rate | Kind::Count) => false,
        Amount::Counts { denominator, .. } => denominator < FEW_IN_CARE / 2,
        _ => in_care().is_some_and(|children| children < FEW_IN_CARE),
    }
}

/// How many were officially counted in a council for a year: as the denominator of the indicator itself, of another of the same people, or as
/// a number of its own, such as the children in care.
fn people(published: &Published, indicator: &Indicator, council: &Area, year: u16) -> Option<u64> {
    let whole = |number: Decimal| Amount::Value(number.trimmed()).count().filter(|people| *people > 0);
    let denominator =
        |of: &Indicator| whole(of.is_published.then(|| published.official(of, council, year))??.counts?.1);
    if indicator.kind == Kind::Rate {
        let population = published.population(council, year).filter(|population| population.year == year);
        return population.map(|population| population.children);
    }
    let cohort = indicator.cohort?;
    let of_same =
        || indicator::all().iter().filter(|other| other.cohort == Some(cohort)).find_map(denominator);
    let number = || {
        let is_of_same = |other: &&Indicator| other.kind == Kind::Count && other.counts == cohort;
        let counted = indicator::all().iter().filter(is_of_same);
        counted.filter_map(|other| published.official(other, council, year)?.value.ok()).find_map(whole)
    };
    denominator(indicator).or_else(of_same).or_else(number)
}
