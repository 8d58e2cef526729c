//! Children aged 0 to 17 of an area, which rates are computed with.

use std::rc::Rc;

use super::{FIRST_YEAR, Published, YEARS, out_by, table};
use crate::area::Area;
use crate::figure::Amount;
use crate::indicator::ids;

/// The children aged 0 to 17 of an area, as the Department for Education computed the rates of a year with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Population {
    /// How many.
    pub children: u64,
    /// The year of the rates. The estimate itself is that of the middle of the year before its 31 March.
    pub year: u16,
    /// The file it comes from, or `None` for the built-in populations.
    pub file: Option<Rc<str>>,
}

impl Published {
    /// Returns the population of `area` for the rates of `year`, or of the latest year before, or `None` if there is
    /// none.
    pub fn population(&self, area: &Area, year: u16) -> Option<Population> {
        self.years(ids::CHILDREN_IN_CARE_RATE, area)
            .filter(|other| *other <= year)
            .rev()
            .find_map(|year| self.population_of(area, year))
    }

    fn population_of(&self, area: &Area, year: u16) -> Option<Population> {
        let official = self.official(ids::CHILDREN_IN_CARE_RATE, area, year)?;
        let of_file = official.file.zip(official.counts).and_then(|(file, (_, population))| {
            Some((Amount::Value(population.trimmed()).count()?, Some(file)))
        });
        let built_in = || {
            let is_out = self.known().is_none_or(|known| out_by(ids::CHILDREN_IN_CARE_RATE, year) <= known);
            Some((built_in(area, year).filter(|_| is_out)?, None))
        };
        let (children, file) = of_file.or_else(built_in)?;
        (children > 0).then_some(Population { children, year, file })
    }
}

/// The population of `area` from `data/population.csv`.
fn built_in(area: &Area, year: u16) -> Option<u64> {
    let column = usize::from(year.checked_sub(FIRST_YEAR)?);
    let cell = (column < YEARS).then(|| table().cells.get(area.index * YEARS + column)).flatten()?;
    u64::try_from(cell.base()?).ok()
}
