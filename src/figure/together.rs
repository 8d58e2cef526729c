//! Figures seen together: counts in other rows give a percentage its counts, and numbers that cannot all be right are
//! found.

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};

use super::{Amount, Figure, Place};
use crate::indicator::{Cohort, Indicator, Kind, Measure, Moment, Part, Relation, SUMS};
use crate::number::Decimal;
use crate::period::Period;
use crate::sorting::Sorting;

/// Figures that cannot all be right.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Contradiction {
    /// The position of the figure at which it is shown: the percentage, or the total.
    pub at: usize,
    /// For when the figures are, if that is known.
    pub period: Option<Period>,
    /// What contradicts what.
    pub clash: Clash,
}

/// Numbers that contradict each other.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Clash {
    /// A percentage or rate, and its counts in other figures.
    Share {
        /// What is measured.
        indicator: Measure,
        /// The value as stated.
        stated: Decimal,
        /// Numerator and denominator.
        counts: [u64; 2],
        /// The value that the counts give.
        computed: Decimal,
        /// Where the counts were found.
        places: Vec<Place>,
    },
    /// A total and its parts.
    Sum {
        /// The total.
        total: Counted,
        /// Its parts.
        parts: Vec<Counted>,
        /// Where they were found.
        places: Vec<Place>,
    },
    /// One count, given differently by two figures.
    Unequal {
        /// What is counted.
        what: CountOf,
        /// The two values and where they were found.
        values: [(u64, Source); 2],
    },
}

/// A count and what it counts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Counted {
    /// How many.
    pub count: u64,
    /// Of what.
    pub of: CountOf,
}

/// What a count counts, in the terms of an indicator.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CountOf {
    /// What is measured.
    pub indicator: Measure,
    /// Which of its counts.
    pub part: Part,
}

/// Where a figure comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Source {
    /// It was read from here.
    Place(Place),
    /// It was typed in for this indicator.
    Typed(Measure),
}

impl Contradiction {
    /// Whether it is of a percentage that its counts contradict, so that its value is not known.
    pub const fn has_no_value(&self) -> bool {
        matches!(self.clash, Clash::Share { .. })
    }
}

/// What a count is of, where, and when.
type Key = (Cohort, Option<usize>, Option<Period>);

/// Every value met for a count, with the position of the figure it is in.
type Counts = BTreeMap<Key, Vec<(u64, usize)>>;

/// The figures, each percentage or rate with the counts that other figures give it, and what contradicts what. A
/// percentage whose counts say otherwise stays as it is.
pub fn seen_together(figures: &[Figure]) -> (Vec<Figure>, Vec<Contradiction>) {
    let (given, contradictions) = together(&figures.iter().collect::<Vec<_>>());
    let mut together = figures.to_vec();
    for (index, amount, stated) in given {
        together[index].amount = amount;
        together[index].stated = Some(stated);
    }
    (together, contradictions)
}

/// What contradicts what among figures, without a copy of them.
pub fn contradictions(figures: &[&Figure]) -> Vec<Contradiction> {
    together(figures).1
}

/// Which figures get counts from others, and what they state themselves; and what contradicts what.
fn together(figures: &[&Figure]) -> (Vec<(usize, Amount, Decimal)>, Vec<Contradiction>) {
    let counts = counts(figures);
    let with_counts = of_catalogue(figures).map(|(_, figure)| figure);
    let with_counts = with_counts.filter(|figure| matches!(figure.amount, Amount::Counts { .. }));
    let has_counts: HashSet<_> = with_counts.map(counted).collect();
    let mut contradictions = Vec::new();
    let mut given = Vec::new();
    for (index, figure) in of_catalogue(figures) {
        // A percentage that is also given with its counts needs no others.
        if !has_counts.is_empty() && has_counts.contains(&counted(figure)) {
            continue;
        }
        let Some((amount, places)) = given_by_others(figure, &counts) else { continue };
        let Amount::Value(stated) = figure.amount else { continue };
        let computed = amount.exact(figure.indicator.kind).map(|exact| exact.rounded(stated.decimals()));
        if computed == Some(stated) {
            given.push((index, amount, stated));
        } else if let (Amount::Counts { numerator, denominator }, Some(computed)) = (amount, computed) {
            let clash = Clash::Share {
                indicator: figure.indicator.clone(),
                stated,
                counts: [numerator, denominator],
                computed,
                places: places_of(figures, &places),
            };
            contradictions.push(Contradiction { at: index, period: figure.period, clash });
        }
    }
    contradictions.extend(wrong_sums(figures, &counts));
    contradictions.extend(unequal(figures, &counts));
    (given, contradictions)
}

/// The figures of the catalogue, each with its position: what an own measure counts is counted by no other.
fn of_catalogue<'a>(figures: &'a [&'a Figure]) -> impl Iterator<Item = (usize, &'a Figure)> {
    figures.iter().copied().enumerate().filter(|(_, figure)| !figure.indicator.is_own())
}

/// What a figure measures, and what it counts, where and when.
fn counted(figure: &Figure) -> (&Measure, Key) {
    (&figure.indicator, key(figure, figure.indicator.counts))
}

/// The counts of figures: what each counts before what it is out of, so that a count is found where it is given itself.
fn counts(figures: &[&Figure]) -> Counts {
    let mut counts = Counts::new();
    let mut add = |index: usize, cohort: Cohort, value: u64| {
        let values = counts.entry(key(figures[index], cohort)).or_default();
        if !values.iter().any(|(known, _)| *known == value) {
            values.push((value, index));
        }
    };
    for (index, figure) in of_catalogue(figures) {
        let counted = match figure.amount {
            Amount::Counts { numerator, .. } => Some(numerator),
            amount if figure.indicator.kind == Kind::Count => amount.count(),
            _ => None,
        };
        if let Some(count) = counted {
            add(index, figure.indicator.counts, count);
        }
    }
    for (index, figure) in of_catalogue(figures) {
        if let (Amount::Counts { denominator, .. }, Some(cohort)) = (figure.amount, figure.indicator.cohort) {
            add(index, cohort, denominator);
        }
    }
    counts
}

/// A number on one day is the same whether the day is named, or its month, or the year it ends.
fn key(figure: &Figure, cohort: Cohort) -> Key {
    let month = match cohort.moment {
        Moment::March31 => Some(3),
        Moment::September30 => Some(9),
        Moment::Year | Moment::AcademicYear | Moment::Birthday | Moment::MidYear => None,
    };
    let period = figure.period.map(|period| match (period, month) {
        (Period::Year(year), Some(month)) => Period::Month(year, month),
        (Period::Quarter(..), Some(_)) => period.months().last().copied().unwrap_or(period),
        _ => period,
    });
    (cohort, figure.area.map(|area| area.index), period)
}

/// Returns the value of a count and the position of its figure, or `None` if there are several.
fn only(counts: &Counts, key: Key) -> Option<(u64, usize)> {
    match counts.get(&key)?.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

/// The counts that other figures give one without counts, and the positions of those figures.
fn given_by_others(figure: &Figure, counts: &Counts) -> Option<(Amount, [usize; 2])> {
    let (Amount::Value(_), Kind::Share | Kind::Rate) = (figure.amount, figure.indicator.kind) else {
        return None;
    };
    let (numerator, first) = only(counts, key(figure, figure.indicator.counts))?;
    let (denominator, second) = only(counts, key(figure, figure.indicator.cohort?))?;
    let is_possible = denominator > 0 && numerator <= denominator;
    is_possible.then_some((Amount::Counts { numerator, denominator }, [first, second]))
}

/// Parts that do not add up to their total, by the sums the catalogue knows.
fn wrong_sums(figures: &[&Figure], counts: &Counts) -> Vec<Contradiction> {
    let mut found: Vec<Contradiction> = Vec::new();
    for sum in SUMS.iter().filter(|sum| sum.relation != Relation::Overlap) {
        let described = |(indicator, part): (&'static Indicator, Part)| {
            Some((indicator.cohort_of(part)?, CountOf { indicator: indicator.into(), part }))
        };
        let Some((total, total_of)) = described(sum.total) else { continue };
        let of_total = counts.range((total, None, None)..).map(|(key, _)| key);
        for key in of_total.take_while(|(cohort, ..)| *cohort == total) {
            let Some((whole, at)) = only(counts, *key) else { continue };
            let parts: Vec<(Counted, usize)> = sum
                .parts
                .iter()
                .filter_map(|part| {
                    let (cohort, of) = described(*part)?;
                    let (count, index) = only(counts, (cohort, key.1, key.2))?;
                    Some((Counted { count, of }, index))
                })
                .collect();
            let adds_up: u64 = parts.iter().map(|(part, _)| part.count).sum();
            let is_wrong = adds_up > whole
                || (sum.relation == Relation::All && parts.len() == sum.parts.len() && adds_up != whole);
            if !is_wrong {
                continue;
            }
            let places: Vec<usize> = parts.iter().map(|(_, index)| *index).chain([at]).collect();
            let clash = Clash::Sum {
                total: Counted { count: whole, of: total_of.clone() },
                parts: parts.into_iter().map(|(part, _)| part).collect(),
                places: places_of(figures, &places),
            };
            let contradiction = Contradiction { at, period: figures[at].period, clash };
            if !found.contains(&contradiction) {
                found.push(contradiction);
            }
        }
    }
    found.arrange_by_key(|contradiction| contradiction.at);
    found
}

/// A count that another indicator gives otherwise for the same period. Two denominators may rightly differ, since not
/// everything is known of everyone, and so may March and the year it ends, since a month is provisional. One indicator
/// given twice is reported where a figure is chosen.
fn unequal(figures: &[&Figure], counts: &Counts) -> Vec<Contradiction> {
    let mut found = Vec::new();
    for ((cohort, ..), values) in counts {
        let Some((count, first)) = values.first().filter(|(_, at)| figures[*at].indicator.counts == *cohort)
        else {
            continue;
        };
        let figure = figures[*first];
        let others = values.iter().filter(|(_, at)| {
            figures[*at].indicator != figure.indicator && figures[*at].period == figure.period
        });
        for (other, at) in others {
            let clash = Clash::Unequal {
                what: CountOf { indicator: figure.indicator.clone(), part: Part::Numerator },
                values: [(*count, source_of(figure)), (*other, source_of(figures[*at]))],
            };
            found.push(Contradiction { at: *at, period: figure.period, clash });
        }
    }
    found.arrange_by_key(|contradiction| contradiction.at);
    found
}

fn source_of(figure: &Figure) -> Source {
    let place = figure.place.clone().filter(|place| *place != Place::default());
    place.map_or(Source::Typed(figure.indicator.clone()), Source::Place)
}

/// Where figures were read, each place once; those typed in have none.
fn places_of(figures: &[&Figure], positions: &[usize]) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for place in positions.iter().filter_map(|index| figures[*index].place.as_ref()) {
        if *place != Place::default() && !places.contains(place) {
            places.push(place.clone());
        }
    }
    places
}
