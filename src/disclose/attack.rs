//! Somebody who knows all that is shown, how it hangs together, and which hidden counts are small, trying to work out
//! what is hidden.

use std::collections::{BTreeMap, HashSet};

/// One count of children (or of events).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Count {
    pub value: u64,
    /// The count it is a part of, which it cannot exceed.
    pub upper: Option<usize>,
    pub standing: Standing,
}

/// What others know of a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is shown.
    Shown,
    /// It is hidden because it lies between these, which everybody knows; nobody must find out more.
    Hidden { low: u64, high: u64 },
    /// It is hidden because it would give another one away; nobody must find it out either.
    GivesAway,
    /// It stands nowhere, and is nothing to protect: what a sum leaves over, or a quarter that is given in months.
    Unknown,
}

/// `total = parts`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sum {
    pub total: usize,
    pub parts: Vec<usize>,
}

/// Counts and what is known of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct System {
    pub counts: Vec<Count>,
    pub sums: Vec<Sum>,
}

/// Steps of a search after which a count is taken as not protected: hiding more is the safe side.
const MAX_STEPS: usize = 200;

/// Counts that hang together beyond this number are not searched for what could be shown again.
const MAX_GROUP: usize = 60;

/// Lowest and highest value that fit.
type Range = (i128, i128);

impl Count {
    fn is_protected_kind(&self) -> bool {
        matches!(self.standing, Standing::Hidden { .. } | Standing::GivesAway)
    }
}

/// What hangs together with what.
struct Ties {
    /// For each count, the sums it stands in.
    sums: Vec<Vec<usize>>,
    /// For each count, those that cannot exceed it.
    lowers: Vec<Vec<usize>>,
}

impl System {
    /// Adds a count and gives its position.
    pub(super) fn add(&mut self, value: u64, upper: Option<usize>, standing: Standing) -> usize {
        self.counts.push(Count { value, upper, standing });
        self.counts.len() - 1
    }

    /// Hides counts until nobody can work out a hidden one. Gives those hidden on the way, and small ones that are to be
    /// told as hidden because of others.
    pub(super) fn protect(&mut self) -> Vec<usize> {
        let ties = self.ties();
        let mut added = Vec::new();
        let mut untold = Vec::new();
        let mut waiting: Vec<usize> =
            (0..self.counts.len()).filter(|index| self.counts[*index].is_protected_kind()).collect();
        // Each round hides one more count or is done with one, so this ends. More hidden counts only leave more open.
        while let Some(open) = waiting.last().copied() {
            if self.is_protected(open, &ties) {
                waiting.pop();
            } else if let Some(next) = self.smallest_beside(open, &ties) {
                self.counts[next].standing = Standing::GivesAway;
                added.push(next);
                waiting.push(next);
            } else if let Some(total) = self.small_total_beside(open, &ties) {
                self.counts[total].standing = Standing::GivesAway;
                untold.push(total);
            } else {
                waiting.pop();
            }
        }
        self.show_again(&mut added, &ties);
        added.extend(untold);
        added
    }

    /// Shows again, the largest first, what turned out not to be needed.
    fn show_again(&mut self, added: &mut Vec<usize>, ties: &Ties) {
        let mut largest_first = added.clone();
        largest_first.sort_by_key(|index| std::cmp::Reverse(self.counts[*index].value));
        for index in largest_first {
            let group = self.group(index, ties);
            if group.len() > MAX_GROUP {
                continue;
            }
            self.counts[index].standing = Standing::Shown;
            let mut others =
                group.iter().filter(|other| **other != index && self.counts[**other].is_protected_kind());
            if others.all(|other| self.is_protected(*other, ties)) {
                added.retain(|other| *other != index);
            } else {
                self.counts[index].standing = Standing::GivesAway;
            }
        }
    }

    fn ties(&self) -> Ties {
        let mut ties =
            Ties { sums: vec![Vec::new(); self.counts.len()], lowers: vec![Vec::new(); self.counts.len()] };
        for (position, sum) in self.sums.iter().enumerate() {
            for index in sum.parts.iter().chain([&sum.total]) {
                ties.sums[*index].push(position);
            }
        }
        for (index, count) in self.counts.iter().enumerate() {
            if let Some(upper) = count.upper {
                ties.lowers[upper].push(index);
            }
        }
        ties
    }

    /// Counts that stand in a sum or a share with this one.
    fn beside<'a>(&'a self, index: usize, ties: &'a Ties) -> impl Iterator<Item = usize> + 'a {
        let in_sums = ties.sums[index].iter().flat_map(|sum| {
            let sum = &self.sums[*sum];
            sum.parts.iter().copied().chain([sum.total])
        });
        in_sums
            .chain(self.counts[index].upper)
            .chain(ties.lowers[index].iter().copied())
            .filter(move |other| *other != index)
    }

    /// Those not shown that hang together with this one, and the shown ones beside them.
    fn group(&self, first: usize, ties: &Ties) -> Vec<usize> {
        let mut group = vec![first];
        let mut seen = HashSet::from([first]);
        let mut next = 0;
        while let Some(index) = group.get(next).copied() {
            next += 1;
            if self.counts[index].standing != Standing::Shown || index == first {
                group.extend(self.beside(index, ties).filter(|other| seen.insert(*other)));
            }
        }
        group
    }

    /// The part of the system that says anything of a hidden count, which is the first in it.
    fn around(&self, hidden: usize, ties: &Ties) -> Self {
        let group = self.group(hidden, ties);
        let positions: BTreeMap<usize, usize> =
            group.iter().enumerate().map(|(position, index)| (*index, position)).collect();
        let position = |index: &usize| positions.get(index).copied();
        let counts = group.iter().map(|index| {
            let count = self.counts[*index];
            Count { upper: count.upper.as_ref().and_then(position), ..count }
        });
        let mut touched: Vec<usize> =
            group.iter().flat_map(|index| ties.sums[*index].iter().copied()).collect();
        touched.sort_unstable();
        touched.dedup();
        // Sums of shown counts alone lead out of the group and say nothing.
        let sums = touched.into_iter().filter_map(|sum| {
            let sum = &self.sums[sum];
            let parts = sum.parts.iter().map(position).collect::<Option<Vec<usize>>>()?;
            Some(Sum { total: position(&sum.total)?, parts })
        });
        Self { counts: counts.collect(), sums: sums.collect() }
    }

    /// Whether at least two values fit for a hidden count.
    fn is_protected(&self, hidden: usize, ties: &Ties) -> bool {
        let system = self.around(hidden, ties);
        let mut ranges = system.ranges();
        // What fits cannot be less than the truth, so this never finds a contradiction.
        system.narrow(&mut ranges);
        let (allowed, value) = (ranges[0], i128::from(system.counts[0].value));
        let mut steps = 0;
        // The nearest other values are the likeliest to fit.
        (1..=12).flat_map(|distance| [value + distance, value - distance]).any(|other| {
            let mut ranges = ranges.clone();
            ranges[0] = (other, other);
            (allowed.0..=allowed.1).contains(&other) && system.is_possible(ranges, &mut steps)
        })
    }

    /// What everybody knows of each count.
    fn ranges(&self) -> Vec<Range> {
        let highest = self.counts.iter().map(|count| i128::from(count.value)).max().unwrap_or(0) * 2 + 1_000;
        let range = |count: &Count| {
            let value = i128::from(count.value);
            match count.standing {
                Standing::Shown => (value, value),
                Standing::Hidden { low, high } => (i128::from(low), i128::from(high)),
                // 0 is never hidden for this reason.
                Standing::GivesAway => (1, highest),
                Standing::Unknown => (0, highest),
            }
        };
        self.counts.iter().map(range).collect()
    }

    /// Whether some values within the ranges fit every sum.
    fn is_possible(&self, mut ranges: Vec<Range>, steps: &mut usize) -> bool {
        *steps += 1;
        if *steps > MAX_STEPS || !self.narrow(&mut ranges) {
            return false;
        }
        let open = (0..ranges.len()).filter(|index| ranges[*index].0 < ranges[*index].1);
        let Some(next) = open.min_by_key(|index| ranges[*index].1 - ranges[*index].0) else { return true };
        let (low, high) = ranges[next];
        // Values near the true one leave most others as they are.
        let truth = i128::from(self.counts[next].value).clamp(low, high);
        let near = (0..=high - low).flat_map(|distance| [truth + distance, truth - distance]);
        for value in near.filter(|value| (low..=high).contains(value)).take(32) {
            let mut fixed = ranges.clone();
            fixed[next] = (value, value);
            if self.is_possible(fixed, steps) {
                return true;
            }
            if *steps > MAX_STEPS {
                return false;
            }
        }
        false
    }

    /// Narrows ranges by the sums and by what cannot exceed what; false if nothing fits.
    fn narrow(&self, ranges: &mut [Range]) -> bool {
        // Ranges that creep up on each other are settled by the search.
        const MOST_ROUNDS: usize = 50;
        for _ in 0..MOST_ROUNDS {
            let mut has_changed = false;
            let mut set = |place: &mut Range, range: Range| {
                has_changed |= *place != range;
                *place = range;
                range.0 <= range.1
            };
            for (index, count) in self.counts.iter().enumerate() {
                if let Some(upper) = count.upper {
                    let (own, above) = (ranges[index], ranges[upper]);
                    let fits = set(&mut ranges[index], (own.0, own.1.min(above.1)));
                    if !fits || !set(&mut ranges[upper], (above.0.max(own.0), above.1)) {
                        return false;
                    }
                }
            }
            for sum in &self.sums {
                let low: i128 = sum.parts.iter().map(|part| ranges[*part].0).sum();
                let high: i128 = sum.parts.iter().map(|part| ranges[*part].1).sum();
                let total = ranges[sum.total];
                let total = (total.0.max(low), total.1.min(high));
                if !set(&mut ranges[sum.total], total) {
                    return false;
                }
                for part in &sum.parts {
                    let own = ranges[*part];
                    let range = (own.0.max(total.0 - (high - own.1)), own.1.min(total.1 - (low - own.0)));
                    if !set(&mut ranges[*part], range) {
                        return false;
                    }
                }
            }
            if !has_changed {
                return true;
            }
        }
        true
    }

    /// A small total in the same group, the largest. Where everything is small already, that the total is small too may
    /// be what gives its parts away (five parts that make at most five are all 1), so that is not told of it.
    fn small_total_beside(&self, hidden: usize, ties: &Ties) -> Option<usize> {
        let is_small = |index: &usize| matches!(self.counts[*index].standing, Standing::Hidden { .. });
        let is_total = |index: &usize| ties.sums[*index].iter().any(|sum| self.sums[*sum].total == *index);
        let group = self.group(hidden, ties);
        let totals = group.into_iter().filter(|index| is_small(index) && is_total(index));
        totals.max_by_key(|index| self.counts[*index].value)
    }

    /// The smallest count still shown that is tied to a hidden one by the fewest sums; zeros are never hidden.
    fn smallest_beside(&self, hidden: usize, ties: &Ties) -> Option<usize> {
        let mut seen = HashSet::from([hidden]);
        let mut outermost = vec![hidden];
        loop {
            let beside: Vec<usize> = outermost
                .iter()
                .flat_map(|index| self.beside(*index, ties))
                .filter(|index| seen.insert(*index))
                .collect();
            if beside.is_empty() {
                return None;
            }
            let is_choice = |index: &usize| {
                self.counts[*index].standing == Standing::Shown && self.counts[*index].value > 0
            };
            let shown = beside.iter().copied().filter(is_choice);
            if let Some(smallest) = shown.min_by_key(|index| self.counts[*index].value) {
                return Some(smallest);
            }
            outermost = beside;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Standing, Sum, System};
    use proptest::prelude::*;

    fn hidden(system: &System) -> Vec<usize> {
        (0..system.counts.len()).filter(|index| system.counts[*index].is_protected_kind()).collect()
    }

    /// Every assignment of values to what is not shown that fits, by brute force.
    fn fitting(system: &System, most: u64) -> Vec<Vec<u64>> {
        let open: Vec<usize> = (0..system.counts.len())
            .filter(|index| system.counts[*index].standing != Standing::Shown)
            .collect();
        let range = |index: usize| match system.counts[index].standing {
            Standing::Hidden { low, high } => (low, high),
            Standing::GivesAway => (1, most),
            Standing::Shown | Standing::Unknown => (0, most),
        };
        let mut values: Vec<u64> = system.counts.iter().map(|count| count.value).collect();
        let mut odometer: Vec<u64> = open.iter().map(|index| range(*index).0).collect();
        let mut found = Vec::new();
        loop {
            for (place, index) in open.iter().enumerate() {
                values[*index] = odometer[place];
            }
            let fits = system
                .sums
                .iter()
                .all(|sum| sum.parts.iter().map(|part| values[*part]).sum::<u64>() == values[sum.total]);
            if fits {
                found.push(values.clone());
            }
            let Some(place) = (0..open.len()).find(|place| odometer[*place] < range(open[*place]).1) else {
                return found;
            };
            odometer[place] += 1;
            for before in 0..place {
                odometer[before] = range(open[before]).0;
            }
        }
    }

    /// A table of rows and columns with their totals.
    fn two_way(cells: &[u64], columns: usize, is_open: bool) -> System {
        let mut system = System::default();
        let inner: Vec<usize> = cells.iter().map(|value| system.add(*value, None, Standing::Shown)).collect();
        let sum = |mut parts: Vec<usize>, system: &mut System| {
            if is_open {
                parts.push(system.add(2, None, Standing::Unknown));
            }
            let total =
                system.add(parts.iter().map(|part| system.counts[*part].value).sum(), None, Standing::Shown);
            system.sums.push(Sum { total, parts });
            total
        };
        let rows: Vec<usize> = inner.chunks(columns).map(|row| sum(row.to_vec(), &mut system)).collect();
        for column in 0..columns {
            sum(inner.iter().skip(column).step_by(columns).copied().collect(), &mut system);
        }
        let total = system.add(rows.iter().map(|row| system.counts[*row].value).sum(), None, Standing::Shown);
        system.sums.push(Sum { total, parts: rows });
        system
    }

    fn hide_small(system: &mut System, threshold: u64) {
        for count in &mut system.counts {
            if count.standing == Standing::Shown && (1..=threshold).contains(&count.value) {
                count.standing = Standing::Hidden { low: 1, high: threshold };
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        /// An attacker with all that is shown finds at least two values for each hidden count.
        #[test]
        fn nothing_hidden_can_be_worked_out(
            cells in prop::collection::vec(0_u64..9, 4..=6),
            threshold in 2_u64..5,
            is_open in any::<bool>(),
        ) {
            let mut system = two_way(&cells, 2, is_open && cells.len() == 4);
            hide_small(&mut system, threshold);
            system.protect();
            let most: u64 = 9;
            let choices = |standing: Standing| match standing {
                Standing::Shown => 1,
                Standing::Hidden { low, high } => high - low + 1,
                Standing::GivesAway | Standing::Unknown => most + 1,
            };
            // More are too many to try one by one.
            let size = system.counts.iter().map(|count| choices(count.standing)).try_fold(1_u64, u64::checked_mul);
            prop_assume!(size.is_some_and(|size| size < 300_000));
            let solutions = fitting(&system, most);
            let is_all_hidden = system.counts.iter().all(|count| count.standing != Standing::Shown);
            for index in hidden(&system) {
                let mut values: Vec<u64> = solutions.iter().map(|solution| solution[index]).collect();
                values.sort_unstable();
                values.dedup();
                let is_beyond = system.counts.iter().any(|count| count.standing != Standing::Shown && count.value >= most);
                prop_assert!(values.len() > 1 || is_beyond || is_all_hidden, "{values:?} pins {index} in {system:?}");
            }
        }
    }

    /// In county 25, out of county 2, all 27.
    fn county() -> System {
        let mut system = System::default();
        let parts = vec![
            system.add(25, None, Standing::Shown),
            system.add(2, None, Standing::Hidden { low: 1, high: 5 }),
        ];
        let total = system.add(27, None, Standing::Shown);
        system.sums.push(Sum { total, parts });
        system
    }

    #[test]
    fn the_smallest_further_count_is_hidden() {
        let mut system = county();
        assert!(!system.is_protected(1, &system.ties()));
        assert_eq!(system.protect(), [0]);
        assert!([0, 1].iter().all(|index| system.is_protected(*index, &system.ties())));
    }

    #[test]
    fn small_counts_whose_sum_leaves_no_choice_are_not_protected_by_each_other() {
        // Quarters 5, 5, 30 and 40 of 80: two counts of 1 to 5 that make 10 are 5 and 5.
        let mut system = System::default();
        let parts = [5, 5, 30, 40].map(|value| {
            let standing = if value == 5 { Standing::Hidden { low: 1, high: 5 } } else { Standing::Shown };
            system.add(value, None, standing)
        });
        let total = system.add(80, None, Standing::Shown);
        system.sums.push(Sum { total, parts: parts.to_vec() });
        assert_eq!(system.protect(), [2]);
    }

    #[test]
    fn many_small_parts_of_a_small_total_are_not_told_by_it() {
        // Five months with a child each, five in the year: hidden alike, each would be known to be 1.
        let mut system = System::default();
        let small = Standing::Hidden { low: 1, high: 5 };
        let parts = [1; 5].map(|value| system.add(value, None, small)).to_vec();
        let total = system.add(5, None, small);
        system.sums.push(Sum { total, parts });
        assert_eq!(system.protect(), [total]);
        assert!((0..=5).all(|index| system.is_protected(index, &system.ties())));
    }

    #[test]
    fn nothing_is_hidden_in_vain() {
        let mut system = two_way(&[3, 40, 50, 60, 70, 80], 2, false);
        hide_small(&mut system, 5);
        let added = system.protect();
        assert!(added.len() <= 5, "{added:?}");
        let ties = system.ties();
        for index in added {
            let mut shown = system.clone();
            shown.counts[index].standing = Standing::Shown;
            assert!(
                hidden(&shown).iter().any(|other| !shown.is_protected(*other, &ties)),
                "{index} need not be hidden"
            );
        }
    }
}
