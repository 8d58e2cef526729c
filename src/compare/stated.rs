//! A figure of others as a table states it, compared with the official one.

use crate::area::Area;
use crate::indicator::Measure;
use crate::number::{Decimal, Exact};
use crate::period::Period;
use crate::published::Published;

/// A stated figure of another area that is not the official one. Its `Display` is the sentence for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedDiffers {
    /// What is measured.
    pub measure: Measure,
    /// Whose figure it is.
    pub area: &'static Area,
    /// The year compared.
    pub year: u16,
    /// What the table states.
    pub stated: Decimal,
    /// What is published.
    pub official: Decimal,
}

impl StatedDiffers {
    /// Returns the difference of a stated value from the official one of a year, or `None` if they agree with the decimals
    /// that are stated, or there is no official one.
    pub fn of(
        published: &Published,
        measure: &Measure,
        area: &'static Area,
        period: Period,
        stated: Decimal,
    ) -> Option<Self> {
        let Period::Year(year) = period else { return None };
        let indicator = measure.catalogue()?;
        let official = published.official(indicator, area, year)?.value.ok()?;
        let decimals = stated.decimals().min(official.decimals());
        let rounded = |value: Decimal| Exact::from(value).rounded(decimals);
        let is_same = rounded(official) == rounded(stated);
        (!is_same).then(|| Self { measure: measure.clone(), area, year, stated, official })
    }
}
