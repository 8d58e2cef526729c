//! Every indicator of a council for one period, compared with official figures.

use crate::figure::{Amount, Figure};
use crate::indicator::{Kind, Measure};
use crate::period::Period;
use crate::published::existed;

use super::choices::Choices;
use super::history::{History, Origin};
use super::missing::Missing;
use super::of_period::{is_for, of_period};
use super::over_time;
use super::own_figures::{LeftOut, measures, own_figures};
use super::row::{Row, leave_old, row};
use super::usual::ByOwn;
use super::verdict::Way;

/// Every indicator of a council for one period, compared with official figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scorecard {
    /// Whose figures it shows.
    pub origin: Origin,
    /// One row per indicator, in the order of the catalogue.
    pub rows: Vec<Row>,
    /// Figures left out, and why.
    pub problems: Vec<LeftOut>,
    /// Indicators that have figures for other periods only.
    pub missing: Vec<Missing>,
    /// How verdicts were reached.
    pub way: Way,
}

/// Compares figures with the official ones.
///
/// ```
/// use corporate_parenting_calculator::area;
/// use corporate_parenting_calculator::compare::{Choices, scorecard};
/// use corporate_parenting_calculator::period::Period;
/// use corporate_parenting_calculator::read::read;
///
/// let figures = read("Three or more placements: 51 of 646").figures();
/// let choices = Choices {
///     council: area::by_name("Cambridgeshire"),
///     period: Some(Period::Year(2023)),
///     ..Choices::default()
/// };
/// let card = scorecard(&figures, &choices);
/// assert_eq!(card.rows[0].shown.map(|shown| shown.to_string()), Some("7.9".to_owned()));
/// ```
pub fn scorecard(figures: &[Figure], choices: &Choices) -> Scorecard {
    let mut problems = Vec::new();
    let own: Vec<Figure> = own_figures(figures, choices, &mut problems);
    let mut rows = Vec::new();
    let mut missing = Vec::new();
    for indicator in &measures(&own) {
        let series: Vec<&Figure> = own.iter().filter(|figure| figure.indicator == *indicator).collect();
        let found = of_period(&series, choices.period).unwrap_or_else(|amounts| {
            let period = choices.period.or_else(|| series.iter().filter_map(|figure| figure.period).max());
            problems.push(LeftOut::Twice(indicator.clone(), period, amounts));
            None
        });
        let row = match found {
            Some(figure) => {
                let to = choices.period.or(figure.period);
                Some(row(
                    indicator,
                    figure,
                    &History::of_entered(indicator, &series, to, &choices.published, choices.council),
                    choices,
                ))
            }
            None if series.iter().any(|figure| is_for(figure, choices.period)) => None,
            None => rate_row(indicator, (&rows, &own), choices, &mut problems),
        };
        let newest = series.iter().filter_map(|figure| figure.period).max();
        let has_none = row.is_none()
            && choices.period.is_some()
            && !series.iter().any(|figure| is_for(figure, choices.period));
        missing.extend(
            newest
                .filter(|_| has_none)
                .map(|period| Missing { indicator: indicator.clone(), instead: Some(period) }),
        );
        rows.extend(row.map(|row| Row { by_own: by_own(&row, &series, choices).unwrap_or_default(), ..row }));
    }
    if rows.iter().any(|row| row.indicator.kind == Kind::Rate) {
        let far = choices.far_population();
        problems.extend(far.map(|(population, official)| LeftOut::FarPopulation { population, official }));
    }
    leave_old(&mut rows);
    Scorecard { origin: Origin::Entered, rows, problems, missing, way: choices.way }
}

impl Scorecard {
    /// How many rates were worked out from a number that was given.
    pub fn derived(&self) -> usize {
        let is_of = |rate: &Row, number: &Row| {
            number.indicator.kind == Kind::Count
                && number.indicator.counts == rate.indicator.counts
                && number.place == rate.place
        };
        let is_derived = |row: &&Row| {
            self.origin == Origin::Entered
                && row.indicator.kind == Kind::Rate
                && self.rows.iter().any(|number| is_of(row, number))
        };
        self.rows.iter().filter(is_derived).count()
    }
}

/// Returns what those before it say of the newest month or quarter that a row ends with, or `None` if there is none.
fn by_own(row: &Row, series: &[&Figure], choices: &Choices) -> Option<ByOwn> {
    let end = row.period?.last_month();
    let is_part = |period: &Period| !matches!(period, Period::Year(_)) && period.last_month() == end;
    let mut newest = series.iter().filter_map(|figure| figure.period).filter(is_part);
    let newest = newest.find(|period| matches!(period, Period::Month(..))).or_else(|| newest.next())?;
    let history = History::of_entered(&row.indicator, series, None, &choices.published, None);
    let mut past = history.up_to(&row.indicator, newest);
    past.retain(|past| past.period.is_as_long_as(newest));
    over_time::by_own(&row.indicator, past, choices)
}

/// The rate per 10,000 where only the number of children was given: with the person's own population, or with the official one.
fn rate_row(
    indicator: &Measure,
    (rows, own_figures): (&[Row], &[Figure]),
    choices: &Choices,
    problems: &mut Vec<LeftOut>,
) -> Option<Row> {
    let is_of_the_same =
        |row: &&Row| row.indicator.kind == Kind::Count && row.indicator.counts == indicator.counts;
    let number = rows.iter().find(is_of_the_same).filter(|_| indicator.kind == Kind::Rate)?;
    let children = number.amount.count()?;
    let period = number.period;
    // Children who came or left in a month are no rate of a year.
    if period.is_some_and(|period| choices.spans.is_part_of_year(indicator, period)) {
        return None;
    }
    let own = choices.population.filter(|population| *population > 0);
    let official = |period: Option<Period>| {
        let (council, year) = (choices.council?, period?.year());
        // Nobody's population is that of a council that is no more.
        choices.published.population(council, year).filter(|_| existed(council, year))
    };
    let (population, official_now) = match own {
        Some(own) => (own, None),
        None => official(period).map(|official| (official.children, Some(official)))?,
    };
    if population < children {
        problems.push(LeftOut::SmallPopulation { population, children });
        return None;
    }
    let amount = Amount::Counts { numerator: children, denominator: population };
    let figure = Figure {
        indicator: indicator.clone(),
        area: choices.council,
        period,
        amount,
        stated: None,
        place: number.place.clone(),
    };
    // Numbers given for earlier years stand before the published ones here as they do in their own row.
    let earlier =
        own_figures.iter().filter(|each| each.indicator == number.indicator && each.period < period);
    let earlier: Vec<Figure> = earlier
        .filter_map(|each| {
            let (numerator, population) = (each.amount.count()?, official(each.period)?);
            let amount = Amount::Counts { numerator, denominator: population.children };
            let is_year = !each.period.is_some_and(|period| choices.spans.is_part_of_year(indicator, period));
            is_year.then(|| Figure {
                period: each.period,
                amount,
                place: each.place.clone(),
                ..figure.clone()
            })
        })
        .collect();
    let earlier: Vec<&Figure> = earlier.iter().collect();
    let history = History::of_entered(indicator, &earlier, period, &choices.published, choices.council);
    let row = row(indicator, &figure, &history, choices);
    Some(Row { population: official_now, ..row })
}
