//! Figures seen together: counts in other rows give a percentage its counts, and numbers that cannot all be right are
//! found.

use std::collections::{HashMap, HashSet};

use super::{Amount, Figure};
use crate::indicator::{self, Cohort, Indicator, Kind, Moment, Relation, SUMS};
use crate::period::Period;

/// Figures that cannot all be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// The position of the figure at which it is shown: the percentage, or the total.
    pub at: usize,
    /// Whether this is a percentage that its counts contradict, so that its value cannot be told.
    pub has_no_value: bool,
    /// What was found, where, and what to do; without its full stop.
    pub message: String,
}

/// What a count is of, where, and when.
type Key = (Cohort, Option<usize>, Option<Period>);

/// Every value met for a count, with the position of the figure it is in.
type Counts = HashMap<Key, Vec<(u64, usize)>>;

/// The figures, each percentage or rate with the counts that other figures give it, and what contradicts what. A
/// percentage whose counts say otherwise stays as it is.
pub fn seen_together(figures: &[Figure]) -> (Vec<Figure>, Vec<Contradiction>) {
    let counts = counts(figures);
    let of = |figure: &Figure| (figure.indicator.index, key(figure, figure.indicator.counts));
    let has_counts: HashSet<_> =
        figures.iter().filter(|figure| matches!(figure.amount, Amount::Counts { .. })).map(of).collect();
    let mut contradictions = Vec::new();
    let mut together = figures.to_vec();
    for (index, figure) in figures.iter().enumerate() {
        // A percentage that is also given with its counts needs no others.
        if has_counts.contains(&of(figure)) {
            continue;
        }
        let Some((amount, places)) = given_by_others(figure, &counts) else { continue };
        let Amount::Value(stated) = figure.amount else { continue };
        let computed = amount.exact(figure.indicator.kind).map(|exact| exact.rounded(stated.decimals()));
        if computed == Some(stated) {
            together[index].amount = amount;
            together[index].stated = Some(stated);
        } else if let (Amount::Counts { numerator, denominator }, Some(computed)) = (amount, computed) {
            let percent = if figure.indicator.kind == Kind::Share { "%" } else { "" };
            let message = format!(
                "{}{} is given as {stated}{percent}, but {numerator} of {denominator}{} is {computed}{percent}. Correct the one that is \
                 wrong; until then this figure is not used",
                figure.indicator.title,
                when(figure),
                places_of(figures, &places)
            );
            contradictions.push(Contradiction { at: index, has_no_value: true, message });
        }
    }
    contradictions.extend(wrong_sums(figures, &counts));
    contradictions.extend(unequal(figures, &counts));
    (together, contradictions)
}

/// The counts of figures: what each counts before what it is out of, so that a count is found where it is given itself.
fn counts(figures: &[Figure]) -> Counts {
    let mut counts = Counts::new();
    let mut add = |index: usize, cohort: Cohort, value: u64| {
        let values = counts.entry(key(&figures[index], cohort)).or_default();
        if !values.iter().any(|(known, _)| *known == value) {
            values.push((value, index));
        }
    };
    for (index, figure) in figures.iter().enumerate() {
        let counted = match figure.amount {
            Amount::Counts { numerator, .. } => Some(numerator),
            amount if figure.indicator.kind == Kind::Count => amount.count(),
            _ => None,
        };
        if let Some(count) = counted {
            add(index, figure.indicator.counts, count);
        }
    }
    for (index, figure) in figures.iter().enumerate() {
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

/// The one value of a count, and the figure it is in; nothing where there are several.
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
fn wrong_sums(figures: &[Figure], counts: &Counts) -> Vec<Contradiction> {
    let mut found: Vec<Contradiction> = Vec::new();
    for sum in SUMS.iter().filter(|sum| sum.relation != Relation::Overlap) {
        let described = |(id, is_base): (&'static str, bool)| {
            let indicator = indicator::by_id(id)?;
            Some((cohort(indicator, is_base)?, words(indicator, is_base)))
        };
        let Some((total, total_words)) = described(sum.total) else { continue };
        for key in counts.keys().filter(|(cohort, ..)| *cohort == total) {
            let Some((whole, at)) = only(counts, *key) else { continue };
            let parts: Vec<(u64, usize, &str)> = sum
                .parts
                .iter()
                .filter_map(|part| {
                    let (cohort, words) = described(*part)?;
                    let (value, index) = only(counts, (cohort, key.1, key.2))?;
                    Some((value, index, words))
                })
                .collect();
            let adds_up: u64 = parts.iter().map(|(value, ..)| value).sum();
            let is_wrong = adds_up > whole
                || (sum.relation == Relation::All && parts.len() == sum.parts.len() && adds_up != whole);
            if !is_wrong {
                continue;
            }
            let list: Vec<String> =
                parts.iter().map(|(value, _, words)| format!("{value} {words}")).collect();
            let places: Vec<usize> = parts.iter().map(|(_, index, _)| *index).chain([at]).collect();
            let message = match parts.as_slice() {
                [(value, _, words)] => format!(
                    "{value} {words} are more than {whole} {total_words}{}{}. Correct the one that is wrong",
                    when(&figures[at]),
                    places_of(figures, &places)
                ),
                _ => format!(
                    "{} make {adds_up}, not {whole} {total_words}{}{}. Correct the one that is wrong",
                    list.join(" and "),
                    when(&figures[at]),
                    places_of(figures, &places)
                ),
            };
            let contradiction = Contradiction { at, has_no_value: false, message };
            if !found.contains(&contradiction) {
                found.push(contradiction);
            }
        }
    }
    found.sort_by(|one, other| (one.at, &one.message).cmp(&(other.at, &other.message)));
    found
}

/// A count that another indicator gives otherwise for the same period. Two denominators may rightly differ, since not
/// everything is known of everyone, and so may March and the year it ends, since a month is provisional. One indicator
/// given twice is told where a figure is chosen.
fn unequal(figures: &[Figure], counts: &Counts) -> Vec<Contradiction> {
    let mut found = Vec::new();
    for ((cohort, ..), values) in counts {
        let Some((count, first)) = values.first().filter(|(_, at)| figures[*at].indicator.counts == *cohort)
        else {
            continue;
        };
        let figure = &figures[*first];
        let others = values.iter().filter(|(_, at)| {
            figures[*at].indicator != figure.indicator && figures[*at].period == figure.period
        });
        for (other, at) in others {
            let message = format!(
                "The number of {}{} is {count} in {} and {other} in {}. Correct one of them",
                words(figure.indicator, false),
                when(figure),
                place_of(figure),
                place_of(&figures[*at])
            );
            found.push(Contradiction { at: *at, has_no_value: false, message });
        }
    }
    found.sort_by(|one, other| (one.at, &one.message).cmp(&(other.at, &other.message)));
    found
}

fn cohort(indicator: &Indicator, is_base: bool) -> Option<Cohort> {
    if is_base { indicator.cohort } else { Some(indicator.counts) }
}

fn words(indicator: &'static Indicator, is_base: bool) -> &'static str {
    match if is_base { indicator.denominator } else { indicator.numerator } {
        "" => indicator.title,
        words => words,
    }
}

fn when(figure: &Figure) -> String {
    figure.period.map_or_else(String::new, |period| format!(" ({period})"))
}

/// Where a figure is; the indicator of one typed in.
fn place_of(figure: &Figure) -> String {
    let place = figure.place.as_ref().map(ToString::to_string).filter(|place| !place.is_empty());
    place.unwrap_or_else(|| format!("\u{201c}{}\u{201d}", figure.indicator.title))
}

/// Where figures are, in brackets; nothing for those typed in.
fn places_of(figures: &[Figure], positions: &[usize]) -> String {
    let mut places: Vec<String> = Vec::new();
    for place in positions.iter().filter_map(|index| figures[*index].place.as_ref()) {
        let place = place.to_string();
        if !place.is_empty() && !places.contains(&place) {
            places.push(place);
        }
    }
    if places.is_empty() { String::new() } else { format!(" ({})", places.join("; ")) }
}
