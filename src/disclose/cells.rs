//! The counts behind figures, and how they hang together.

use std::collections::HashMap;

use crate::figure::{Amount, Figure};
use crate::indicator::{Kind, Theme};
use crate::number::Exact;
use crate::period::{Basis, Period};

use super::Reason;
use super::attack::{Count, Sum, System};

include!(concat!(env!("OUT_DIR"), "/sums.rs"));

/// Counts that add up, by indicator: the numerator, or the denominator of it.
struct KnownSum {
    total: (&'static str, bool),
    parts: &'static [(&'static str, bool)],
    /// Whether the parts are all there is.
    is_complete: bool,
}

/// What a count is of, so that the same count in two figures is one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    /// Numerator or denominator as the catalogue describes it.
    what: &'static str,
    area: Option<usize>,
    period: Option<Period>,
    value: u64,
}

/// Where the counts of a figure are kept.
#[derive(Clone, Copy, Debug, Default)]
struct Places {
    numerator: Option<usize>,
    denominator: Option<usize>,
    /// A percentage without counts, small by a base that stands elsewhere.
    is_small_share: bool,
}

/// Where the figure of an indicator, area and period stands.
type Positions = HashMap<(&'static str, Option<usize>, Option<Period>), usize>;

/// When a figure holds; the March of a count on 31 March is the year.
fn when(figure: &Figure) -> Option<Period> {
    figure.period.map(|period| period.as_count(figure.indicator.basis))
}

/// The counts behind figures.
pub(super) struct Cells {
    system: System,
    figures: Vec<Places>,
    /// Why each count is hidden, if it is.
    hidden: Vec<Option<Reason>>,
}

impl Cells {
    pub(super) fn of(figures: &[Figure], threshold: u64) -> Self {
        let mut cells = Self { system: System::default(), figures: Vec::new(), hidden: Vec::new() };
        let mut known: HashMap<Key, usize> = HashMap::new();
        for figure in figures {
            let places = cells.add(figure, &mut known);
            cells.figures.push(places);
        }
        cells.find_small_shares(figures, threshold);
        let mut positions = Positions::new();
        for (index, figure) in figures.iter().enumerate() {
            let key = (figure.indicator.id, figure.area.map(|area| area.index), when(figure));
            positions.entry(key).or_insert(index);
        }
        cells.add_known_sums(figures, &positions);
        cells.add_sums_of_periods(figures, &positions);
        cells.hidden = vec![None; cells.system.counts.len()];
        for (figure, places) in figures.iter().zip(&cells.figures) {
            // Posts and workers are no children.
            if figure.indicator.theme != Theme::Workforce {
                cells.system.hide_small(places.numerator, places.denominator, threshold, &mut cells.hidden);
            }
        }
        cells
    }

    fn add(&mut self, figure: &Figure, known: &mut HashMap<Key, usize>) -> Places {
        let indicator = figure.indicator;
        let mut count = |what: &'static str, value: u64, upper: Option<usize>| {
            let period = when(figure);
            let area = figure.area.map(|area| area.index);
            // What the catalogue does not describe is like nothing else.
            let what = if what.is_empty() { indicator.id } else { what };
            let counts = &mut self.system.counts;
            *known.entry(Key { what, area, period, value }).or_insert_with(|| {
                counts.push(Count { value, upper, is_hidden: false });
                counts.len() - 1
            })
        };
        match figure.amount {
            Amount::Counts { numerator, denominator } => {
                let base = count(indicator.denominator, denominator, None);
                let within = (indicator.kind == Kind::Share).then_some(base);
                Places {
                    numerator: Some(count(indicator.numerator, numerator, within)),
                    denominator: Some(base),
                    is_small_share: false,
                }
            }
            Amount::Value(value) if indicator.kind == Kind::Count => {
                let value = u64::try_from(value.units()).unwrap_or(0);
                Places { numerator: Some(count(indicator.numerator, value, None)), ..Places::default() }
            }
            _ => Places::default(),
        }
    }

    /// Percentages given without counts, of a base that another figure gives: 0.5% of 646 children is 3 children.
    fn find_small_shares(&mut self, figures: &[Figure], threshold: u64) {
        let mut bases: HashMap<(&str, Option<Period>), u64> = HashMap::new();
        for figure in figures {
            let (what, base) = match figure.amount {
                Amount::Counts { denominator, .. } => (figure.indicator.denominator, denominator),
                Amount::Value(value) if figure.indicator.kind == Kind::Count => {
                    (figure.indicator.numerator, u64::try_from(value.units()).unwrap_or(0))
                }
                _ => continue,
            };
            bases.entry((what, when(figure))).or_insert(base);
        }
        for (figure, places) in figures.iter().zip(&mut self.figures) {
            let (Amount::Value(value), Kind::Share) = (figure.amount, figure.indicator.kind) else {
                continue;
            };
            let Some(base) = bases.get(&(figure.indicator.denominator, when(figure))) else { continue };
            let share = |count| Exact::scaled(count, *base, 100).map(|share| share.rounded(value.decimals()));
            let fits = |count: u64| share(count) == Some(value) || share(*base - count) == Some(value);
            places.is_small_share = (1..=threshold.min(*base)).any(fits);
        }
    }

    /// The sums the catalogue knows of: in county and out of county are all.
    fn add_known_sums(&mut self, figures: &[Figure], positions: &Positions) {
        for like in figures {
            let place = |(id, is_base): (&'static str, bool)| {
                let index = positions.get(&(id, like.area.map(|area| area.index), when(like)))?;
                if is_base { self.figures[*index].denominator } else { self.figures[*index].numerator }
            };
            let concerns =
                |sum: &&KnownSum| sum.total.0 == like.indicator.id || sum.parts[0].0 == like.indicator.id;
            let mut found = Vec::new();
            for sum in SUMS.iter().filter(concerns) {
                let parts: Vec<usize> = sum.parts.iter().filter_map(|part| place(*part)).collect();
                let is_open = !sum.is_complete || parts.len() < sum.parts.len();
                found.extend(place(sum.total).map(|total| (total, parts, is_open)));
            }
            for (total, parts, is_open) in found {
                self.system.add_sum(total, parts, is_open);
            }
        }
    }

    /// A year is its twelve months, or its four quarters, and a quarter its three months, where something is counted
    /// over time.
    fn add_sums_of_periods(&mut self, figures: &[Figure], positions: &Positions) {
        for (index, whole) in figures.iter().enumerate() {
            if whole.indicator.basis != Basis::Year || whole.indicator.kind == Kind::Mean {
                continue;
            }
            let Some(period) = whole.period else { continue };
            for parts in [period.months(), period.quarters()] {
                let area = whole.area.map(|area| area.index);
                let find = |part: &Period| positions.get(&(whole.indicator.id, area, Some(*part))).copied();
                let found: Vec<usize> = parts.iter().filter_map(find).collect();
                for place in [|places: &Places| places.numerator, |places: &Places| places.denominator] {
                    let of_parts: Vec<usize> =
                        found.iter().filter_map(|index| place(&self.figures[*index])).collect();
                    if let Some(total) = place(&self.figures[index]) {
                        self.system.add_sum(total, of_parts, found.len() < parts.len());
                    }
                }
            }
        }
    }

    /// Hides further counts until none of the hidden ones can be worked out.
    pub(super) fn protect(&mut self) {
        for index in self.system.protect() {
            self.hidden[index].get_or_insert(Reason::GivesAway);
        }
    }

    /// Why the figure at this position is hidden.
    pub(super) fn reason(&self, figure: usize) -> Option<Reason> {
        let places = &self.figures[figure];
        let hidden = [places.numerator, places.denominator]
            .into_iter()
            .flatten()
            .filter_map(|index| self.hidden[index]);
        let reasons: Vec<Reason> = hidden.chain(places.is_small_share.then_some(Reason::Small)).collect();
        if reasons.contains(&Reason::Small) { Some(Reason::Small) } else { reasons.first().copied() }
    }
}

impl System {
    /// Marks a small count as hidden, and one that its total exceeds by little.
    fn hide_small(
        &mut self,
        numerator: Option<usize>,
        denominator: Option<usize>,
        threshold: u64,
        hidden: &mut [Option<Reason>],
    ) {
        let is_small = |count: u64| (1..=threshold).contains(&count);
        let value = |index: Option<usize>| index.map(|index| self.counts[index].value);
        let mut small = Vec::new();
        small.extend(numerator.filter(|index| is_small(self.counts[*index].value)));
        small.extend(denominator.filter(|index| is_small(self.counts[*index].value)));
        if let (Some(part), Some(whole)) = (value(numerator), value(denominator))
            && let Some(index) = numerator
            && self.counts[index].upper == denominator
            && whole.checked_sub(part).is_some_and(is_small)
        {
            small.push(index);
        }
        for index in small {
            self.counts[index].is_hidden = true;
            hidden[index] = Some(Reason::Small);
        }
    }

    /// Adds `total = parts`, or `total = parts and something not shown`. Numbers that contradict it are no sum.
    fn add_sum(&mut self, total: usize, parts: Vec<usize>, is_open: bool) {
        let sum: u64 = parts.iter().map(|part| self.counts[*part].value).sum();
        let whole = self.counts[total].value;
        if parts.is_empty() || parts.contains(&total) || sum > whole || (!is_open && sum != whole) {
            return;
        }
        let sum = Sum { total, parts, rest: is_open.then_some(whole - sum) };
        self.sums.push(sum);
    }
}
