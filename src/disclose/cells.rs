//! The counts behind figures.
//!
//! A count is known by its cohort, its area and its time: the number of children in care is a figure of its own, the
//! denominator of twenty shares, and the total of two parts, and is one count in all of them.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::figure::{Amount, Figure};
use crate::indicator::{Kind, Part};
use crate::number::Decimal;

use super::Reason;
use super::key::{Key, key};
use super::public;
use super::stated::{Range, Rounding, Stated};
use super::system::{ANY, MOST, Percentage, Standing, System, Tie};

/// The counts of one figure.
#[derive(Clone, Debug, Default)]
struct Places {
    numerator: Option<usize>,
    denominator: Option<usize>,
    /// The percentage or rate, where it is given without counts.
    percentage: Option<usize>,
}

/// The counts behind figures.
pub(super) struct Cells {
    pub(super) system: System,
    figures: Vec<Places>,
    /// Every different value met for one count.
    pub(super) known: BTreeMap<Key, Vec<usize>>,
    /// The parts that percentages have of a whole, and what they leave of it.
    shares: HashMap<(Key, usize), (usize, Option<usize>)>,
    /// For counts that a percentage gives, the whole and what it says of it.
    pub(super) stated: HashMap<usize, (usize, Stated)>,
    /// Small counts that are published elsewhere. They are hidden, but need no protection.
    public_and_small: HashSet<usize>,
    /// Counts of which another number is published: they were counted on another day, or corrected since.
    pub(super) otherwise_published: HashSet<usize>,
}

impl Cells {
    pub(super) fn of(figures: &[Figure], threshold: u64) -> Self {
        let system = System { threshold, ..System::default() };
        let mut cells = Self {
            system,
            figures: vec![Places::default(); figures.len()],
            known: BTreeMap::new(),
            shares: HashMap::new(),
            stated: HashMap::new(),
            public_and_small: HashSet::new(),
            otherwise_published: HashSet::new(),
        };
        for (index, figure) in figures.iter().enumerate() {
            cells.add_counts(index, figure);
        }
        cells.add_public(figures);
        cells.add_equals();
        for (index, figure) in figures.iter().enumerate() {
            cells.add_percentage(index, figure);
        }
        for figure in figures {
            cells.add_withheld(figure);
        }
        for (index, figure) in figures.iter().enumerate() {
            // Posts and workers are no children.
            if figure.indicator.may_count_children() {
                cells.hide_small(index, figure);
            }
        }
        cells.add_equals();
        cells.add_totals_not_given();
        cells.add_known_sums();
        cells.add_shares_not_given();
        cells.add_overlaps();
        cells.add_sums_of_periods();
        cells.add_flows();
        cells.add_sums_of_areas();
        cells
    }

    /// The count of a key with this value.
    fn count(&mut self, key: Key, value: u64) -> usize {
        let places = self.known.entry(key).or_default();
        if let Some(index) = places.iter().find(|index| self.system.counts[**index].value() == Some(value)) {
            return *index;
        }
        let index = self.system.add((i128::from(value), i128::from(value)), Standing::Shown);
        places.push(index);
        index
    }

    fn add_counts(&mut self, index: usize, figure: &Figure) {
        let places = match figure.amount {
            Amount::Counts { numerator, denominator } => {
                let whole = self.count(key(figure, Part::Denominator), denominator);
                let part = self.count(key(figure, Part::Numerator), numerator);
                let within = Tie::Within { part, whole };
                if figure.indicator.kind == Kind::Share && part != whole {
                    self.system.ties.push(within);
                }
                Places { numerator: Some(part), denominator: Some(whole), percentage: None }
            }
            Amount::Value(value) if figure.indicator.kind == Kind::Count => {
                let value = u64::try_from(value.units()).unwrap_or(0);
                let numerator = Some(self.count(key(figure, Part::Numerator), value));
                Places { numerator, ..Places::default() }
            }
            _ => return,
        };
        for count in [places.numerator, places.denominator].into_iter().flatten() {
            self.system.counts[count].figures += 1;
        }
        self.figures[index] = places;
    }

    /// What is published of the councils and years of these figures, for counts that are not given here, or are the same
    /// here: whoever reads the figures can look it up.
    fn add_public(&mut self, figures: &[Figure]) {
        for (key, value) in public::counts(figures) {
            let index = match self.known.get(&key) {
                None => self.count(key, value),
                Some(places) => {
                    let is_same = |index: &&usize| self.system.counts[**index].value() == Some(value);
                    let Some(index) = places.iter().find(is_same) else {
                        self.otherwise_published.extend(places);
                        continue;
                    };
                    *index
                }
            };
            self.system.counts[index].standing = Standing::Public;
        }
    }

    /// Adds a percentage, a rate or an average that is given without its counts: 38.3% of 60 children are 23.
    fn add_percentage(&mut self, index: usize, figure: &Figure) {
        let (Amount::Value(value), Some(scale)) = (figure.amount, figure.indicator.kind.scale()) else {
            return;
        };
        if !figure.indicator.may_count_children() {
            return;
        }
        let percentage = self.system.percentages.len();
        self.system.percentages.push(Percentage::default());
        self.figures[index].percentage = Some(percentage);
        let (part, whole) = (key(figure, Part::Numerator), key(figure, Part::Denominator));
        let wholes = self.wholes(whole, figure.indicator.kind);
        let parts = self.known.get(&part).cloned().unwrap_or_default();
        let given: Vec<usize> =
            parts.into_iter().filter(|part| self.system.counts[*part].value().is_some()).collect();
        let is_tied = [Rounding::Nearest, Rounding::Any].into_iter().any(|rounding| {
            let Some(stated) = Stated::new(value, scale, rounding) else { return false };
            let mut is_tied = false;
            for whole in &wholes {
                for part in &given {
                    if self.tie(*part, *whole, percentage, stated) {
                        is_tied = true;
                        let (numerator, denominator) = (Some(*part), Some(*whole));
                        self.figures[index] = Places { numerator, denominator, percentage: Some(percentage) };
                    }
                }
            }
            is_tied
        });
        if !is_tied {
            for place in wholes {
                let added = self.add_share(figure, (part, place), percentage, (value, scale));
                if let Some(added) = added.filter(|_| given.is_empty()) {
                    self.known.entry(part).or_default().push(added);
                }
            }
        }
    }

    /// The values met for a whole; one of which nothing is known if there are none.
    fn wholes(&mut self, key: Key, kind: Kind) -> Vec<usize> {
        let standing = if kind == Kind::Rate { Standing::Unknown } else { Standing::Untold };
        let system = &mut self.system;
        self.known.entry(key).or_insert_with(|| vec![system.add((1, MOST), standing)]).clone()
    }

    /// Says that a percentage is of these counts, if it can be.
    fn tie(&mut self, part: usize, whole: usize, percentage: usize, stated: Stated) -> bool {
        let counts = &self.system.counts;
        let (of_part, of_whole) = (counts[part].truth, counts[whole].truth);
        let parts = stated.parts(of_part, of_whole);
        let wholes = stated.wholes(parts, of_whole);
        if parts.0 > parts.1 || wholes.0 > wholes.1 || part == whole {
            return false;
        }
        self.system.counts[part].truth = parts;
        self.system.counts[whole].truth = wholes;
        self.system.ties.push(Tie::Share { part, whole, percentage, stated });
        self.stated.insert(part, (whole, stated));
        self.system.percentages[percentage].made_of.extend([part, whole]);
        true
    }

    /// Adds the part that a percentage has of a whole, and what it leaves of it, as counts that are given nowhere else.
    /// Returns the part, or `None` if it is not a new one.
    fn add_share(
        &mut self,
        figure: &Figure,
        (key, whole): (Key, usize),
        percentage: usize,
        (value, scale): (Decimal, u32),
    ) -> Option<usize> {
        let is_share = figure.indicator.kind == Kind::Share;
        let of_whole = self.system.counts[whole].truth;
        let most = if is_share { of_whole.1 } else { MOST };
        let made = self.shares.get(&(key, whole)).copied();
        let part = made.map_or_else(|| self.system.add((0, most), Standing::Untold), |(part, _)| part);
        let mut stated = [Rounding::Nearest, Rounding::Any]
            .into_iter()
            .filter_map(|rounding| Stated::new(value, scale, rounding));
        if !stated.any(|stated| self.tie(part, whole, percentage, stated)) {
            return None;
        }
        let (low, high) = self.system.counts[part].truth;
        let rest = made.map_or_else(
            || {
                is_share.then(|| {
                    let truth = ((of_whole.0 - high).max(0), of_whole.1 - low);
                    let rest = self.system.add(truth, Standing::Untold);
                    self.system.ties.push(Tie::Sum { total: whole, parts: vec![part, rest] });
                    rest
                })
            },
            |(_, rest)| rest,
        );
        for count in rest.into_iter().chain([part]) {
            self.system.given_by.entry(count).or_default().push(percentage);
            if self.system.counts[whole].value().is_some() {
                self.hide_small_share(percentage, count);
            }
        }
        if made.is_some() {
            return None;
        }
        self.shares.insert((key, whole), (part, rest));
        Some(part)
    }

    /// Hides a percentage that may be a small count by a whole that is given: 0.5% of 646 children are 3.
    fn hide_small_share(&mut self, percentage: usize, count: usize) {
        let threshold = self.system.threshold;
        let (low, high) = self.system.counts[count].truth;
        if low <= i128::from(threshold) && high >= 1 {
            let most = u64::try_from(high).unwrap_or(threshold).max(threshold.max(2));
            let least = u64::try_from(low.clamp(0, 1)).unwrap_or(0);
            self.system.counts[count].standing = Standing::Hidden { low: least, high: most };
            self.system.percentages[percentage].hidden = Some(Reason::Small);
        }
    }

    /// Adds a count that was hidden where it came from: what else is given must not say that it is small.
    fn add_withheld(&mut self, figure: &Figure) {
        if !figure.amount.is_hidden()
            || !figure.indicator.may_count_children()
            || !matches!(figure.indicator.kind, Kind::Share | Kind::Count)
        {
            return;
        }
        let part = key(figure, Part::Numerator);
        if self.known.contains_key(&part) {
            return;
        }
        let whole = key(figure, Part::Denominator);
        let whole =
            self.known.get(&whole).filter(|_| whole != part).and_then(|places| places.first().copied());
        let most = whole.map_or(MOST, |whole| self.system.counts[whole].truth.1);
        let index = self.system.add((0, most), Standing::Untold);
        self.system.ties.extend(whole.map(|whole| Tie::Within { part: index, whole }));
        self.known.insert(part, vec![index]);
    }

    fn hide(&mut self, index: usize, low: u64, high: u64) {
        if self.system.counts[index].standing == Standing::Public {
            self.public_and_small.insert(index);
        } else {
            self.system.counts[index].standing = Standing::Hidden { low, high };
        }
    }

    /// Hides a part of which everybody knows that it leaves few of the whole, whatever becomes of the whole.
    fn hide_for_what_it_leaves(&mut self, part: usize, whole: usize, left: u64) {
        if self.system.counts[part].standing != Standing::Public {
            let few = Standing::Hidden { low: 1, high: self.system.threshold.max(2) };
            let left = self.system.add((i128::from(left), i128::from(left)), few);
            self.system.ties.push(Tie::Sum { total: whole, parts: vec![part, left] });
        }
        self.hide(part, 0, ANY);
    }

    /// Hides a small count, and one that its total exceeds by little. With a threshold of 1 everybody would know what is
    /// hidden, so the limits are never closer than 1 and 2.
    fn hide_small(&mut self, index: usize, figure: &Figure) {
        let threshold = self.system.threshold;
        let is_small = |count: u64| (1..=threshold).contains(&count);
        let Places { numerator, denominator, .. } = self.figures[index];
        let value = |index: usize| self.system.counts[index].value();
        let values = (numerator.and_then(value), denominator.and_then(value));
        for (index, value) in [(numerator, values.0), (denominator, values.1)] {
            if let (Some(index), Some(value)) = (index, value)
                && is_small(value)
            {
                self.hide(index, 1, threshold.max(2));
            }
        }
        let (Some(part), Some(whole), (Some(value), Some(base))) = (numerator, denominator, values) else {
            return;
        };
        if figure.indicator.kind != Kind::Share || is_small(value) {
            return;
        }
        if let Some(left) = base.checked_sub(value).filter(|left| is_small(*left)) {
            self.hide_for_what_it_leaves(part, whole, left);
        }
    }

    /// Lowest and highest sum of counts.
    pub(super) fn truth_of_sum(&self, parts: &[usize]) -> Range {
        let truths = parts.iter().map(|part| self.system.counts[*part].truth);
        truths.fold((0, 0), |sum, truth| (sum.0 + truth.0, sum.1 + truth.1))
    }

    /// Whether a count is known only as a percentage of a whole that is not given.
    pub(super) fn is_of_unknown_whole(&self, count: usize) -> bool {
        self.stated.get(&count).is_some_and(|(whole, _)| self.system.counts[*whole].value().is_none())
    }

    /// Whether percentages of one whole say that these parts are more than their total: 60% and 50% are more than all of it.
    pub(super) fn is_too_much(&self, parts: &[usize], total: &[usize]) -> bool {
        // What each is of a whole so large that single children make no difference.
        let share = |count: usize, whole: usize| match self.stated.get(&count) {
            _ if count == whole => (MOST, MOST),
            Some((other, stated)) if *other == whole => stated.parts((0, MOST), (MOST, MOST)),
            _ => (0, MOST * MOST),
        };
        let mut wholes =
            parts.iter().chain(total).filter_map(|count| self.stated.get(count)).map(|(whole, _)| *whole);
        wholes.any(|whole| {
            let least: i128 = parts.iter().map(|count| share(*count, whole).0).sum();
            let most: i128 = total.iter().map(|count| share(*count, whole).1).sum();
            least > most
        })
    }

    /// Why the figure at this position is hidden.
    pub(super) fn reason(&self, figure: usize) -> Option<Reason> {
        let Places { numerator, denominator, percentage } = self.figures[figure];
        let counts = [numerator, denominator].into_iter().flatten();
        let reasons: Vec<Reason> = counts
            .filter_map(|index| {
                let is_small = self.public_and_small.contains(&index);
                if is_small { Some(Reason::Small) } else { self.system.counts[index].reason() }
            })
            .chain(percentage.and_then(|index| self.system.reason_of_percentage(index)))
            .collect();
        if reasons.contains(&Reason::Small) { Some(Reason::Small) } else { reasons.first().copied() }
    }
}
