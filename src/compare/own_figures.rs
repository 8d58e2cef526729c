//! The council's own figures among all, and which are left out.

use crate::area::{Area, Level};
use crate::figure::{Amount, Contradiction, Figure, seen_together};
use crate::indicator::{self, Measure};
use crate::period::Period;
use crate::published::Population;
use crate::sorting::Sorting;

use super::choices::Choices;

/// Why figures were left out, or are in doubt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// They are of several councils, and none is chosen.
    ChooseCouncil(Vec<&'static Area>),
    /// They are of other areas than the council chosen.
    OtherAreas(Vec<&'static Area>, &'static Area),
    /// They are of areas that are not councils.
    NotCouncils(Vec<&'static Area>),
    /// An indicator has two different figures for a period, or for none.
    Twice(Measure, Option<Period>, [Amount; 2]),
    /// The population is below the number of children in care.
    SmallPopulation {
        /// The population.
        population: u64,
        /// The children in care.
        children: u64,
    },
    /// The rates are worked out with a population that is far from the official one.
    FarPopulation {
        /// The population.
        population: u64,
        /// The official one.
        official: Population,
    },
    /// Figures contradict each other.
    Contradiction(Contradiction),
}

/// Figures of the chosen council, each with its period. Figures of England or a region are not a council's own;
/// without a council, figures of several councils cannot be told apart.
pub(super) fn own_figures(figures: &[Figure], choices: &Choices, problems: &mut Vec<LeftOut>) -> Vec<Figure> {
    let mut others: Vec<&'static Area> = Vec::new();
    let mut own = Vec::with_capacity(figures.len());
    for figure in figures {
        match (figure.area, choices.council) {
            (Some(area), Some(council)) if area == council => own.push(figure),
            (Some(area), Some(_)) => others.push(area),
            (Some(area), None) if area.level != Level::Council => others.push(area),
            _ => own.push(figure),
        }
    }
    let mut councils: Vec<&'static Area> = own.iter().filter_map(|figure| figure.area).collect();
    councils.arrange_by_key(|area| area.index);
    councils.dedup();
    if choices.council.is_none() && councils.len() > 1 {
        own.retain(|figure| figure.area.is_none());
        problems.push(LeftOut::ChooseCouncil(councils));
    }
    others.arrange_by_key(|area| area.index);
    others.dedup();
    problems.extend(match (others.is_empty(), choices.council) {
        (true, _) => None,
        (false, Some(council)) => Some(LeftOut::OtherAreas(others, council)),
        (false, None) => Some(LeftOut::NotCouncils(others)),
    });
    let own: Vec<Figure> = own
        .into_iter()
        .map(|figure| Figure { period: figure.period.or(choices.period), ..figure.clone() })
        .collect();
    let (mut together, contradictions) = seen_together(&own);
    let mut position = 0;
    together.retain(|_| {
        position += 1;
        !contradictions.iter().any(|each| each.has_no_value() && each.at + 1 == position)
    });
    problems.extend(contradictions.into_iter().map(LeftOut::Contradiction));
    together
}

/// Every indicator of the catalogue, and the council's own measures among these figures, in the order of lists.
pub(super) fn measures(figures: &[Figure]) -> Vec<Measure> {
    let mut measures: Vec<Measure> = indicator::all().iter().map(Measure::from).collect();
    for figure in figures.iter().filter(|figure| figure.indicator.is_own()) {
        if !measures.contains(&figure.indicator) {
            measures.push(figure.indicator.clone());
        }
    }
    measures.arrange_by(Measure::in_order);
    measures
}
