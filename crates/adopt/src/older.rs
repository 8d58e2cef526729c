//! Releases older than the one that was taken in last.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use corporate_parenting_calculator::indicator::Indicator;

use crate::release::Release;
use crate::table::{Table, year};

/// What is done with a release older than the one in `data/`, whose figures would take the place of newer ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Older {
    /// It is refused.
    Refused,
    /// It is taken in: the person asked for it.
    Taken,
}

/// Refuses a release of which a file ends before what the tables have of its indicators. A file whose other rows go on
/// is not old: the indicator ended.
pub(crate) fn refuse_older(release: &Release, figures: &Table) -> Result<()> {
    let mut newest: BTreeMap<&str, (u16, usize, &Indicator)> = BTreeMap::new();
    for value in &release.values {
        let of_this = (value.year, value.file, value.indicator);
        let known = newest.entry(&value.indicator.id).or_insert(of_this);
        if known.0 < value.year {
            *known = of_this;
        }
    }
    let older = newest.into_values().find_map(|(_, file, indicator)| {
        let file = &release.files[file];
        let known = newest_known(figures, &indicator.id)?;
        (file.year < known).then_some((file, known, indicator))
    });
    let Some((file, known, indicator)) = older else { return Ok(()) };
    bail!(
        "this release is older than the one in data/: {} ends with {}, and data/ has \u{201C}{}\u{201D} up to {known}. Nothing \
         was changed. Take the newest release, or add --older if this one is to replace figures all the same",
        file.name,
        file.year,
        indicator.title
    )
}

/// The newest year of which the tables have any figure of an indicator.
fn newest_known(figures: &Table, indicator: &str) -> Option<u16> {
    let of_this = || figures.rows.iter().filter(|row| row[0] == indicator);
    let has_figure =
        |column: usize| of_this().any(|row| row.get(column).is_some_and(|cell| !cell.is_empty()));
    let years = figures.headings.iter().enumerate().filter_map(|(column, name)| Some((column, year(name)?)));
    years.filter(|(column, _)| has_figure(*column)).map(|(_, year)| year).max()
}
