//! Somebody who knows all that is shown, and how it hangs together, trying to work out what is hidden.

/// One count of children (or of events).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Count {
    pub value: u64,
    /// The count it is a part of, which it cannot exceed.
    pub upper: Option<usize>,
    pub is_hidden: bool,
}

/// `total = parts + rest`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sum {
    pub total: usize,
    pub parts: Vec<usize>,
    /// What is left and nowhere shown; nothing where the parts are complete.
    pub rest: Option<u64>,
}

/// Counts and what is known of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct System {
    pub counts: Vec<Count>,
    pub sums: Vec<Sum>,
}

/// Steps of a search after which a count is taken as not protected: hiding more is the safe side.
const MAX_STEPS: usize = 2_000;

/// Lowest and highest value that fit.
type Range = (i128, i128);

impl System {
    /// Hides counts until nobody can work out a hidden one, and gives those hidden on the way.
    pub(super) fn protect(&mut self) -> Vec<usize> {
        let mut added = Vec::new();
        let ties = self.ties();
        let mut waiting: Vec<usize> =
            (0..self.counts.len()).filter(|index| self.counts[*index].is_hidden).collect();
        // Each round hides one more count or is done with one, so this ends. More hidden counts only leave more open.
        loop {
            let open = waiting.last().copied();
            let Some(open) = open else { return added };
            if self.is_protected(open, &ties) {
                waiting.pop();
                continue;
            }
            let Some(next) = self.smallest_beside(open, &ties) else {
                waiting.pop();
                continue;
            };
            self.counts[next].is_hidden = true;
            added.push(next);
            waiting.push(next);
        }
    }

    /// For each count, the others it stands in a sum or in a share with.
    fn ties(&self) -> Vec<Vec<usize>> {
        let mut ties = vec![Vec::new(); self.counts.len()];
        for (index, count) in self.counts.iter().enumerate() {
            if let Some(upper) = count.upper {
                ties[index].push(upper);
                ties[upper].push(index);
            }
        }
        for sum in &self.sums {
            let all: Vec<usize> = sum.parts.iter().copied().chain([sum.total]).collect();
            for index in &all {
                ties[*index].extend(all.iter().filter(|other| *other != index));
            }
        }
        ties
    }

    /// The part of the system that says anything of a hidden count: those hidden ones that hang together with it, and
    /// the shown ones beside them. Gives the position of the count in it.
    fn around(&self, hidden: usize, ties: &[Vec<usize>]) -> (Self, usize) {
        let mut kept = vec![hidden];
        let mut next = 0;
        while let Some(index) = kept.get(next).copied() {
            next += 1;
            if self.counts[index].is_hidden {
                let beside: Vec<usize> =
                    ties[index].iter().copied().filter(|other| !kept.contains(other)).collect();
                for other in beside {
                    if !kept.contains(&other) {
                        kept.push(other);
                    }
                }
            }
        }
        let position = |index: usize| kept.iter().position(|other| *other == index);
        let counts = kept.iter().map(|index| {
            let count = self.counts[*index];
            Count { upper: count.upper.and_then(position), ..count }
        });
        let touches = |sum: &&Sum| {
            let all = || sum.parts.iter().chain([&sum.total]);
            all().any(|index| self.counts[*index].is_hidden && kept.contains(index))
        };
        let sums = self.sums.iter().filter(touches).filter_map(|sum| {
            let parts = sum.parts.iter().map(|part| position(*part)).collect::<Option<Vec<usize>>>()?;
            Some(Sum { total: position(sum.total)?, parts, rest: sum.rest })
        });
        (Self { counts: counts.collect(), sums: sums.collect() }, 0)
    }

    /// Whether at least two values fit for a hidden count.
    fn is_protected(&self, hidden: usize, ties: &[Vec<usize>]) -> bool {
        let (system, hidden) = self.around(hidden, ties);
        let ranges = system.ranges();
        let value = i128::from(system.counts[hidden].value);
        let mut steps = 0;
        // The nearest other values are the likeliest to fit.
        (1..=12).flat_map(|distance| [value + distance, value - distance]).any(|other| {
            let mut ranges = ranges.clone();
            let allowed = ranges[hidden];
            ranges[hidden] = (other, other);
            (allowed.0..=allowed.1).contains(&other) && system.is_possible(ranges, &mut steps)
        })
    }

    /// What everybody knows: what is shown, and that a hidden count is not 0, since 0 is never hidden. After the
    /// counts stand the rests of sums, of which nobody knows anything.
    fn ranges(&self) -> Vec<Range> {
        let highest = self.counts.iter().map(|count| i128::from(count.value)).max().unwrap_or(0) * 2 + 1_000;
        let of_counts = self.counts.iter().map(|count| {
            let value = i128::from(count.value);
            if count.is_hidden { (1, highest) } else { (value, value) }
        });
        of_counts
            .chain(self.sums.iter().map(|sum| if sum.rest.is_some() { (0, highest) } else { (0, 0) }))
            .collect()
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
        let truth = self.counts.get(next).map_or_else(
            || i128::from(self.sums[next - self.counts.len()].rest.unwrap_or(0)),
            |count| i128::from(count.value),
        );
        let near = (0..=high - low)
            .flat_map(|distance| [truth.clamp(low, high) + distance, truth.clamp(low, high) - distance]);
        for value in near.filter(|value| (low..=high).contains(value)).take(64) {
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
        loop {
            let before = ranges.to_vec();
            for (index, count) in self.counts.iter().enumerate() {
                if let Some(upper) = count.upper {
                    ranges[index].1 = ranges[index].1.min(ranges[upper].1);
                    ranges[upper].0 = ranges[upper].0.max(ranges[index].0);
                }
            }
            for (position, sum) in self.sums.iter().enumerate() {
                let rest = self.counts.len() + position;
                let parts: Vec<usize> = sum.parts.iter().copied().chain([rest]).collect();
                let low: i128 = parts.iter().map(|part| ranges[*part].0).sum();
                let high: i128 = parts.iter().map(|part| ranges[*part].1).sum();
                let total = &mut ranges[sum.total];
                *total = (total.0.max(low), total.1.min(high));
                let total = *total;
                for part in parts {
                    let (own_low, own_high) = ranges[part];
                    ranges[part] =
                        (own_low.max(total.0 - (high - own_high)), own_high.min(total.1 - (low - own_low)));
                }
            }
            if ranges.iter().any(|(low, high)| low > high) {
                return false;
            }
            if *ranges == *before {
                return true;
            }
        }
    }

    /// The smallest count still shown that is tied to a hidden one by the fewest sums; zeros are never hidden.
    fn smallest_beside(&self, hidden: usize, ties: &[Vec<usize>]) -> Option<usize> {
        let mut reached = vec![hidden];
        let mut outermost = vec![hidden];
        loop {
            let mut beside: Vec<usize> =
                outermost.iter().flat_map(|index| ties[*index].iter().copied()).collect();
            beside.sort_unstable();
            beside.dedup();
            beside.retain(|index| !reached.contains(index));
            if beside.is_empty() {
                return None;
            }
            let shown = beside
                .iter()
                .copied()
                .filter(|index| !self.counts[*index].is_hidden && self.counts[*index].value > 0);
            if let Some(smallest) = shown.min_by_key(|index| self.counts[*index].value) {
                return Some(smallest);
            }
            reached.extend(&beside);
            outermost = beside;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Count, Sum, System};
    use proptest::prelude::*;

    fn hidden(system: &System) -> Vec<usize> {
        (0..system.counts.len()).filter(|index| system.counts[*index].is_hidden).collect()
    }

    /// Every assignment of values to the hidden counts that fits, by brute force.
    fn fitting(system: &System, most: u64) -> Vec<Vec<u64>> {
        let hidden = hidden(system);
        let mut found = Vec::new();
        let mut values: Vec<u64> = system.counts.iter().map(|count| count.value).collect();
        let mut odometer = vec![1; hidden.len()];
        loop {
            for (place, index) in hidden.iter().enumerate() {
                values[*index] = odometer[place];
            }
            let fits = system.sums.iter().all(|sum| {
                let parts: u64 = sum.parts.iter().map(|part| values[*part]).sum();
                if sum.rest.is_some() { parts <= values[sum.total] } else { parts == values[sum.total] }
            });
            let within = system
                .counts
                .iter()
                .enumerate()
                .all(|(index, count)| count.upper.is_none_or(|upper| values[index] <= values[upper]));
            if fits && within {
                found.push(hidden.iter().map(|index| values[*index]).collect());
            }
            let Some(place) = odometer.iter().position(|value| *value < most) else { return found };
            odometer[place] += 1;
            odometer[..place].fill(1);
        }
    }

    /// A table of rows and columns with their totals, and small numbers in it.
    fn two_way(cells: &[u64], columns: usize, is_open: bool) -> System {
        let mut system = System::default();
        let push = |system: &mut System, value| {
            system.counts.push(Count { value, upper: None, is_hidden: false });
            system.counts.len() - 1
        };
        let inner: Vec<usize> = cells.iter().map(|value| push(&mut system, *value)).collect();
        let sum = |parts: Vec<usize>, system: &mut System| {
            let rest = if is_open { Some(2) } else { None };
            let value = parts.iter().map(|part| system.counts[*part].value).sum::<u64>() + rest.unwrap_or(0);
            let total = push(system, value);
            system.sums.push(Sum { total, parts, rest });
            total
        };
        let rows: Vec<usize> = inner.chunks(columns).map(|row| sum(row.to_vec(), &mut system)).collect();
        for column in 0..columns {
            sum(inner.iter().skip(column).step_by(columns).copied().collect(), &mut system);
        }
        sum(rows, &mut system);
        system
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        /// An attacker with all that is shown finds at least two values for each hidden count.
        #[test]
        fn nothing_hidden_can_be_worked_out(
            cells in prop::collection::vec(0_u64..9, 4..=6),
            threshold in 1_u64..4,
            is_open in any::<bool>(),
        ) {
            let mut system = two_way(&cells, 2, is_open);
            for count in &mut system.counts {
                count.is_hidden = (1..=threshold).contains(&count.value);
            }
            system.protect();
            let hidden = hidden(&system);
            // More hidden numbers are too many to try one by one.
            prop_assume!(hidden.len() <= 5);
            let most = 10;
            let solutions = fitting(&system, most);
            for (place, index) in hidden.iter().enumerate() {
                let mut values: Vec<u64> = solutions.iter().map(|solution| solution[place]).collect();
                values.sort_unstable();
                values.dedup();
                let is_beyond = system.counts[*index].value >= most;
                prop_assert!(values.len() > 1 || is_beyond, "{:?} pins {} in {:?}", solutions, index, system);
            }
        }
    }

    #[test]
    fn the_smallest_further_count_is_hidden() {
        // In county 25, out of county 2, all 27.
        let count = |value, is_hidden| Count { value, upper: None, is_hidden };
        let mut system = System {
            counts: vec![count(25, false), count(2, true), count(27, false)],
            sums: vec![Sum { total: 2, parts: vec![0, 1], rest: None }],
        };
        assert!(!system.is_protected(1, &system.ties()));
        assert_eq!(system.protect(), [0]);
        assert!([0, 1].iter().all(|index| system.is_protected(*index, &system.ties())));
    }
}
