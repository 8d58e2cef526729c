//! Where each number of a row comes from: what it is worked out from, step by step.

use std::rc::Rc;

use crate::area::{Area, NeighbourModel};
use crate::figure::{Amount, Place, Withheld};
use crate::indicator::{Good, Kind};
use crate::number::{Decimal, Exact, Interval};
use crate::published::Revision;
use crate::sorting::Sorting;

use super::choices::Choices;
use super::comparator::{Average, ComparatorKind, ENGLAND, Members};
use super::comparison::{Compared, Comparison};
use super::gap::Gap;
use super::position::{Position, Rank};
use super::row::Row;
use super::verdict::Quartile;

/// One number of a row, and how it was made.
#[derive(Clone, Debug, PartialEq)]
pub struct Trail {
    /// Which number it is.
    pub of: Number,
    /// What it was made from, in order.
    pub steps: Vec<Step>,
}

/// A number that a row shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// The figure itself.
    Figure,
    /// The counts behind it.
    Counts,
    /// Its 95% interval.
    Interval,
    /// Its change.
    Change,
    /// The value of a comparator, the difference from it, and what would close the gap.
    Comparator(&'static ComparatorKind),
    /// The rank that belongs to a comparator.
    Rank(&'static ComparatorKind),
    /// The quarter of all councils.
    Quarter,
    /// The target, the difference from it, and what would reach it.
    Target,
    /// What one child is worth.
    OneChild,
}

impl Number {
    /// The name used in markup and by the JavaScript API: `figure`, `england`, `rank-neighbours`.
    pub fn id(self) -> String {
        match self {
            Self::Figure => "figure".to_owned(),
            Self::Counts => "counts".to_owned(),
            Self::Interval => "interval".to_owned(),
            Self::Change => "change".to_owned(),
            Self::Comparator(kind) => kind.id.to_owned(),
            Self::Rank(kind) => format!("rank-{}", kind.id),
            Self::Quarter => "quarter".to_owned(),
            Self::Target => "target".to_owned(),
            Self::OneChild => "one-child".to_owned(),
        }
    }
}

/// A step on the way to a number.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// A part divided by a whole, times a scale, and rounded once.
    Divided {
        /// The numerator.
        part: u64,
        /// The denominator.
        whole: u64,
        /// 100 for a percentage, 10,000 for a rate.
        scale: u32,
        /// The result as shown.
        shown: Decimal,
    },
    /// A number as it was given or published; it is not rounded again.
    Given(Decimal),
    /// There is no number, and why.
    Withheld(Withheld),
    /// What the two counts are of.
    Meaning {
        /// The numerator.
        part: u64,
        /// The denominator.
        whole: u64,
    },
    /// Where what comes before it is from.
    From(Origins),
    /// How another release gives the value.
    Revised(Revision),
    /// The published figures of several councils, made one.
    Averaged {
        /// How.
        average: Average,
        /// Of which list, for statistical neighbours.
        model: NeighbourModel,
        /// Each figure with its council, lowest first.
        values: Vec<(Decimal, &'static Area)>,
        /// How many councils have none.
        without: usize,
        /// The result as shown.
        shown: Decimal,
    },
    /// A difference, taken before it is rounded once.
    Subtracted {
        /// The figure.
        figure: Operand,
        /// What is taken from it.
        other: Operand,
        /// The result as shown.
        shown: Decimal,
    },
    /// The 95% interval of a share, by Wilson's method.
    Wilson {
        /// The numerator.
        part: u64,
        /// The denominator.
        whole: u64,
        /// The result.
        interval: Interval,
    },
    /// The 95% interval of a number or rate, by Byar's method, or by the exact limits for fewer than ten.
    Byar {
        /// The number.
        count: u64,
        /// What its limits are divided by, and times what: for a rate.
        per: Option<(u64, u32)>,
        /// The result.
        interval: Interval,
    },
    /// A rank among the figures of other councils.
    Ranked {
        /// The figure, rounded as theirs are.
        own: Decimal,
        /// Theirs.
        others: Vec<Decimal>,
        /// Their year.
        year: u16,
        /// Which direction is better.
        good: Good,
        /// The result.
        rank: Rank,
    },
    /// A quarter of the figures of all councils, the figure in place of the council's official one.
    Quartered {
        /// The figure, rounded as theirs are.
        own: Decimal,
        /// All of them, lowest first.
        values: Vec<Decimal>,
        /// Where the quarters meet, lowest first: the quartiles of type 7.
        meets: [Exact; 3],
        /// Their year.
        year: u16,
        /// The result.
        quartile: Quartile,
    },
    /// How many children it takes to reach a value.
    Closed {
        /// The value, in percent.
        goal: Exact,
        /// The denominator.
        whole: u64,
        /// The result.
        gap: Gap,
    },
}

/// One of two numbers that are subtracted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Operand {
    /// A figure.
    Amount(Amount),
    /// A number that is no figure of the council.
    Exact(Exact),
}

/// Where a number is from.
#[derive(Clone, Debug, PartialEq)]
pub enum Origins {
    /// A place of what was pasted or opened.
    Place(Place),
    /// The number of children of a rate is from there, and the rate was worked out of it.
    Children(Place),
    /// It was typed.
    Typed,
    /// It was published for a year.
    Official {
        /// For whom, or `None` for several councils.
        area: Option<&'static Area>,
        /// For which year.
        year: u16,
        /// The file that a person opened, or `None` for the built-in figures.
        file: Option<Rc<str>>,
    },
    /// The population of a rate was typed.
    OwnPopulation,
    /// The population of a rate is the official one.
    Population {
        /// The year of the rates it was published for.
        year: u16,
        /// The file that a person opened, or `None` for the built-in populations.
        file: Option<Rc<str>>,
    },
    /// The counts behind the figure are not given: its base was published for this year, or typed.
    Base(Option<u16>),
}

/// How each number of a row was made, in the order in which the row shows them. The choices are those the row was made with.
pub fn trails(row: &Row, choices: &Choices) -> Vec<Trail> {
    let mut trails = vec![figure(row, choices)];
    trails.extend(counts(row));
    trails.extend(interval(row));
    trails.extend(change(row, choices));
    trails.extend(row.comparisons.iter().filter_map(|comparison| comparator(row, comparison, choices)));
    if let (Ok(position), Some(value)) = (&row.position, row.value) {
        trails.extend(row.comparisons.iter().filter_map(|with| rank(row, with, (position, value))));
        trails.extend(quarter(row, position, value));
    }
    trails.extend(target(row));
    trails.extend(one_child(row));
    trails
}

fn trail(of: Number, steps: Vec<Step>) -> Trail {
    Trail { of, steps }
}

fn figure(row: &Row, choices: &Choices) -> Trail {
    let mut steps = vec![match (row.amount, row.shown, row.indicator.kind.scale()) {
        (Amount::Counts { numerator: part, denominator: whole }, Some(shown), Some(scale)) => {
            Step::Divided { part, whole, scale, shown }
        }
        (Amount::Withheld(symbol), ..) => Step::Withheld(symbol),
        (Amount::Value(value), ..) => Step::Given(value),
        (Amount::Counts { .. }, ..) => Step::Withheld(Withheld::NotAvailable),
    }];
    let is_published = row.is_published();
    let population = population(row, choices).filter(|_| !is_published);
    let year = row.period.map(|period| period.year_on(row.indicator.basis));
    steps.push(Step::From(match (row.council.filter(|_| is_published), year) {
        (Some(council), Some(year)) => official(row, choices, council, year),
        _ => match (entered(row.place.as_ref()), &population) {
            (Origins::Place(place), Some(_)) => Origins::Children(place),
            (origins, _) => origins,
        },
    }));
    steps.extend(population.map(Step::From));
    trail(Number::Figure, steps)
}

/// The population that a rate was worked out with, where it is not part of the figure.
fn population(row: &Row, choices: &Choices) -> Option<Origins> {
    let official = row
        .population
        .as_ref()
        .map(|population| Origins::Population { year: population.year, file: population.file.clone() });
    let is_own =
        matches!(row.amount, Amount::Counts { denominator, .. } if choices.population == Some(denominator));
    official.or_else(|| (is_own && row.indicator.kind == Kind::Rate).then_some(Origins::OwnPopulation))
}

fn official(row: &Row, choices: &Choices, area: &'static Area, year: u16) -> Origins {
    let file = choices.published.official(&row.indicator, area, year).and_then(|official| official.file);
    Origins::Official { area: Some(area), year, file }
}

fn entered(place: Option<&Place>) -> Origins {
    place.filter(|place| place.row > 0).map_or(Origins::Typed, |place| Origins::Place(place.clone()))
}

fn counts(row: &Row) -> Option<Trail> {
    let Amount::Counts { numerator: part, denominator: whole } = row.amount else { return None };
    Some(trail(Number::Counts, vec![Step::Meaning { part, whole }]))
}

fn interval(row: &Row) -> Option<Trail> {
    let interval = row.interval?;
    let kind = row.indicator.kind;
    let counted = row.base.map_or(row.amount, |base| base.counted(row.amount, kind));
    let step = match (counted, kind, kind.scale()) {
        (Amount::Counts { numerator: part, denominator: whole }, Kind::Share, _) => {
            Step::Wilson { part, whole, interval }
        }
        (Amount::Counts { numerator: count, denominator }, _, Some(scale)) => {
            Step::Byar { count, per: Some((denominator, scale)), interval }
        }
        _ => Step::Byar { count: row.amount.count()?, per: None, interval },
    };
    let base = row.base.map(|base| Step::From(Origins::Base(base.year)));
    Some(trail(Number::Interval, std::iter::once(step).chain(base).collect()))
}

fn change(row: &Row, choices: &Choices) -> Option<Trail> {
    let change = row.change.as_ref()?;
    let step = Step::Subtracted {
        figure: Operand::Amount(row.amount),
        other: Operand::Amount(change.before),
        shown: change.shown,
    };
    let is_published = change.is_from_published || row.is_published();
    let year = change.from.year_on(row.indicator.basis);
    let from = match row.council.filter(|_| is_published) {
        Some(council) => official(row, choices, council, year),
        None => entered(change.place.as_ref()),
    };
    Some(trail(Number::Change, vec![step, Step::From(from)]))
}

fn comparator(row: &Row, comparison: &Comparison, choices: &Choices) -> Option<Trail> {
    let compared = comparison.outcome.as_ref().ok()?;
    let (year, file) = (compared.year, compared.file.clone());
    let (made, area) = match &comparison.with.members {
        Members::Area(area) => (Step::Given(compared.shown), Some(*area)),
        Members::Councils(councils, average) => {
            let number = |area: &&'static Area| {
                let value = choices.published.official(&row.indicator, area, year)?.value.ok()?;
                Some((value, *area))
            };
            let mut values: Vec<(Decimal, &'static Area)> = councils.iter().filter_map(number).collect();
            values.arrange_by_key(|(value, _)| Exact::from(*value));
            let (without, shown) = (councils.len() - values.len(), compared.shown);
            (Step::Averaged { average: *average, model: choices.model, values, without, shown }, None)
        }
    };
    let mut steps = vec![made, Step::From(Origins::Official { area, year, file })];
    steps.extend(compared.revision.map(Step::Revised));
    steps.extend(difference(row, compared));
    steps.extend(compared.gap.and_then(|gap| closed(row, compared.value, gap)));
    Some(trail(Number::Comparator(comparison.with.kind), steps))
}

fn difference(row: &Row, compared: &Compared) -> Option<Step> {
    compared.verdict.is_comparison().then_some(Step::Subtracted {
        figure: Operand::Amount(row.amount),
        other: Operand::Exact(compared.value),
        shown: compared.shown_points,
    })
}

fn closed(row: &Row, goal: Exact, gap: Gap) -> Option<Step> {
    let Amount::Counts { denominator: whole, .. } = row.amount else { return None };
    Some(Step::Closed { goal, whole, gap })
}

fn rank(row: &Row, comparison: &Comparison, (position, value): (&Position, Exact)) -> Option<Trail> {
    let kind = comparison.with.kind;
    let rank = position.beside(kind)?;
    let members = (*kind != ENGLAND).then(|| comparison.with.members.councils());
    let is_other = |area: &'static Area| {
        Some(area) != row.council && members.as_ref().is_none_or(|members| members.contains(&area))
    };
    let others = position.distribution.values().filter(|(_, area)| is_other(area));
    let step = Step::Ranked {
        own: position.distribution.rounded(value),
        others: others.map(|(value, _)| value).collect(),
        year: position.year,
        good: row.indicator.good,
        rank,
    };
    Some(trail(Number::Rank(kind), vec![step]))
}

fn quarter(row: &Row, position: &Position, value: Exact) -> Option<Trail> {
    let quartile = position.quartile.ok()?;
    let all = position.distribution.with_value(value, row.council?);
    let step = Step::Quartered {
        own: all.rounded(value),
        values: all.values().map(|(value, _)| value).collect(),
        meets: all.quarters()?,
        year: position.year,
        quartile,
    };
    Some(trail(Number::Quarter, vec![step]))
}

fn target(row: &Row) -> Option<Trail> {
    let against = row.target.as_ref()?;
    let goal = against.target.value;
    let mut steps = vec![
        Step::Given(goal),
        Step::Subtracted {
            figure: Operand::Amount(row.amount),
            other: Operand::Exact(goal.into()),
            shown: against.shown_points,
        },
    ];
    steps.extend(against.gap.and_then(|gap| closed(row, goal.into(), gap)));
    Some(trail(Number::Target, steps))
}

fn one_child(row: &Row) -> Option<Trail> {
    let Amount::Counts { denominator: whole, .. } = row.amount else { return None };
    let shown = row.shown_worth()?;
    let scale = row.indicator.kind.scale()?;
    Some(trail(Number::OneChild, vec![Step::Divided { part: 1, whole, scale, shown }]))
}
