//! A council as the official figures show it, without a figure of anyone's own.

use crate::area::Area;
use crate::figure::{Figure, Withheld};
use crate::indicator::{self, Indicator, Measure};
use crate::period::Period;
use crate::published::first_year;

use super::scorecard::{Choices, Origin, Row, Scorecard, row, scorecard};

/// The scorecard of a council's figures or, where there is none, of its official figures: see [`profile`].
pub fn scorecard_or_profile(figures: &[Figure], choices: &Choices) -> Scorecard {
    if figures.is_empty() { profile(choices) } else { scorecard(figures, choices) }
}

/// The official figures of the council chosen as a scorecard: each indicator's newest figure, none newer than the period chosen,
/// with its change and trend. Without a council it is empty.
///
/// ```
/// use corporate_parenting_calculator::area;
/// use corporate_parenting_calculator::compare::{Choices, profile};
///
/// let card = profile(&Choices { council: area::by_name("Cambridgeshire"), ..Choices::default() });
/// assert!(card.rows.iter().all(|row| row.indicator.is_published && row.period.is_some()));
/// ```
pub fn profile(choices: &Choices) -> Scorecard {
    let rows = choices.council.map_or_else(Vec::new, |council| {
        indicator::all().iter().filter_map(|indicator| row_of(indicator, council, choices)).collect()
    });
    Scorecard { origin: Origin::Published, rows, way: choices.way, ..Scorecard::default() }
}

fn row_of(indicator: &'static Indicator, council: &'static Area, choices: &Choices) -> Option<Row> {
    let figures = official_figures(indicator, council, choices);
    let newest = figures.last()?;
    let choices = Choices { period: newest.period, ..choices.clone() };
    Some(row(&Measure::from(indicator), newest, &figures.iter().collect::<Vec<_>>(), &choices))
}

/// The official figures of a council, oldest first, up to the year of the period chosen.
fn official_figures(indicator: &'static Indicator, council: &'static Area, choices: &Choices) -> Vec<Figure> {
    let newest = choices.published.latest_year();
    let last = choices.period.map_or(newest, |period| period.year_on(indicator.basis).min(newest));
    let of_year = |year| {
        let official = choices.published.official(indicator, council, year)?;
        // Of a year in which nothing was collected or the indicator did not apply there is nothing to show.
        let is_void = matches!(official.value, Err(Withheld::NotAvailable | Withheld::NotApplicable));
        (!is_void).then(|| Figure {
            indicator: indicator.into(),
            area: Some(council),
            period: Some(Period::Year(year)),
            amount: official.amount(indicator),
            stated: None,
            place: None,
        })
    };
    (first_year()..=last).filter_map(of_year).collect()
}
