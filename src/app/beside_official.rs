//! The official figure beside each row of the figures table, and whether the newest figure of the row agrees with it.

use crate::area::{self, Area};
use crate::compare::{Agreement, agreement, is_same_time};
use crate::figure::{Amount, Figure};
use crate::indicator::Measure;
use crate::period::Period;

use crate::app::lines::matrix::Row;
use crate::app::state::State;

/// The official figure beside a row: that of the year of its newest figure or, where there is none, the latest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BesideOfficial {
    /// What both measure.
    pub measure: Measure,
    /// The official figure.
    pub official: Amount,
    /// For when it is.
    pub period: Period,
    /// What the newest figure of the row is beside it, or `None` where they are of another time or one has no number.
    pub agreement: Option<Agreement>,
}

impl State {
    /// Returns the official figure of the row's area or of the council chosen that goes with the newest figure of a row, or `None` if none is
    /// published or no council is chosen.
    pub fn beside_official(&self, row: &Row) -> Option<BesideOfficial> {
        let measure = row.measure()?;
        let indicator = measure.catalogue()?;
        let area = self.area_of(row)?;
        let published = self.published.as_known(self.settings.known);
        let of_year = |year| Some((year, published.official(indicator, area, year)?.amount(indicator)));
        let figures = row.lines().filter_map(|line| line.checked.figure.as_ref());
        let of_period = |figure: &Figure| Some((figure.period.or(self.settings.period)?, figure.amount));
        let newest = figures.filter_map(of_period).max_by_key(|(period, _)| *period);
        let own_year = newest.map(|(period, _)| period.year_on(measure.basis));
        let latest = || of_year(published.years(indicator, area).next_back()?);
        let (year, official) = own_year.and_then(of_year).or_else(latest)?;
        let period = Period::Year(year);
        let spans = &self.settings.spans;
        let agreement = newest
            .and_then(|(own_period, own)| agreement(measure, spans, (own_period, own), (period, official)));
        Some(BesideOfficial { measure: measure.clone(), official, period, agreement })
    }

    /// Returns the official figure for the very time of a figure of a row that is not its newest, where the figure differs from it, or `None`
    /// where it does not or there is none.
    pub fn beside_earlier(&self, row: &Row, figure: &Figure) -> Option<BesideOfficial> {
        let measure = row.measure()?;
        let indicator = measure.catalogue()?;
        let own_period = figure.period?;
        let year = own_period.year_on(measure.basis);
        let period = Period::Year(year);
        let newest = row.lines().filter_map(|line| line.checked.figure.as_ref()?.period).max();
        if newest == Some(own_period) || !is_same_time(measure, own_period, period) {
            return None;
        }
        let published = self.published.as_known(self.settings.known);
        let official = published.official(indicator, self.area_of(row)?, year)?.amount(indicator);
        let own = (own_period, figure.amount);
        let agreement = agreement(measure, &self.settings.spans, own, (period, official))?;
        let agreement = Some(agreement).filter(|agreement| *agreement != Agreement::Same)?;
        Some(BesideOfficial { measure: measure.clone(), official, period, agreement: Some(agreement) })
    }

    fn area_of(&self, row: &Row) -> Option<&'static Area> {
        match row.first.entry.area.trim() {
            "" => self.settings.council,
            text => area::by_code(text).or_else(|| area::by_name(text)),
        }
    }
}
