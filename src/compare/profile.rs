//! A council as the official figures show it, without a figure of anyone's own.

use crate::area::Area;
use crate::figure::Figure;
use crate::indicator::{self, Indicator, Measure};

use super::choices::Choices;
use super::history::{History, Origin, official_figures};
use super::row::{Row, leave_old, row};
use super::scorecard::{Scorecard, scorecard};

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
    let mut rows = choices.council.map_or_else(Vec::new, |council| {
        indicator::all().iter().filter_map(|indicator| row_of(indicator, council, choices)).collect()
    });
    leave_old(&mut rows);
    Scorecard { origin: Origin::Published, rows, way: choices.way, ..Scorecard::default() }
}

fn row_of(indicator: &'static Indicator, council: &'static Area, choices: &Choices) -> Option<Row> {
    let last = choices.period.map_or(u16::MAX, |period| period.year_on(indicator.basis));
    let figures = official_figures(&choices.published, indicator, council, last);
    let newest = figures.last()?.clone();
    let choices = Choices { period: newest.period, ..choices.clone() };
    Some(row(&Measure::from(indicator), &newest, &History::of_published(figures), &choices))
}
