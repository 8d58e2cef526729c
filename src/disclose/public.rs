//! Counts that are published of a council, which whoever reads its figures can look up.
//!
//! Only the years of the figures count. That somebody knows about how many children there are from another year, and
//! concludes that 0.5% of about 650 are about 3, is not guarded against: it is assumed that a percentage given without its
//! base gives a small count away only to those who know the base to the child.

use std::collections::{BTreeMap, BTreeSet};

use crate::area::{self, Level};
use crate::figure::Figure;
use crate::indicator::{self, Kind, Part};
use crate::number::Decimal;
use crate::period::Period;
use crate::published;

use super::key::{Key, key_of};

/// The counts published of the councils and years of these figures: numbers of children, numerators and denominators.
/// Counts of regions are left out, since they are published rounded.
pub(super) fn counts(figures: &[Figure]) -> BTreeMap<Key, u64> {
    let places: BTreeSet<(usize, u16)> = figures
        .iter()
        .filter_map(|figure| {
            let area = figure.area.filter(|area| area.level == Level::Council)?;
            Some((area.index, figure.period?.year_on(figure.indicator.basis)))
        })
        .collect();
    let mut counts = BTreeMap::new();
    for (index, year) in places {
        for indicator in indicator::all().iter().filter(|indicator| indicator.is_published) {
            let Some(official) = published::official(indicator, &area::all()[index], year) else { continue };
            let key = |part| key_of(indicator, part, Some(index), Some(Period::Year(year)));
            if let (Kind::Count, Ok(value)) = (indicator.kind, official.value) {
                counts.extend(whole(value).map(|value| (key(Part::Numerator), value)));
            }
            if let (Kind::Share | Kind::Rate, Some((numerator, denominator))) =
                (indicator.kind, official.counts)
            {
                counts.extend(whole(numerator).map(|value| (key(Part::Numerator), value)));
                counts.extend(whole(denominator).map(|value| (key(Part::Denominator), value)));
            }
        }
    }
    counts
}

fn whole(number: Decimal) -> Option<u64> {
    if number.decimals() == 0 { u64::try_from(number.units()).ok() } else { None }
}
