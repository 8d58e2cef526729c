//! Somebody who knows all that is shown, how it hangs together, and which hidden counts are small, trying to work out
//! what is hidden.

use std::collections::BTreeMap;

use super::stated::Range;
use super::system::{Count, Links, MOST, Standing, System, Tie};

/// Ties looked at in a search after which a count is taken as not protected: hiding more is the safe side.
const MAX_SEARCH: usize = 20_000;

impl System {
    /// Whether others cannot find out what they must not: of a hidden count its value, of one that is given nowhere that it
    /// is small.
    pub(super) fn is_protected(&self, open: usize, links: &Links, met: &mut Met) -> bool {
        if self.is_open(open, met) {
            return true;
        }
        let group = self.group(open, links);
        let puzzle = Puzzle::new(self.around(&group, links));
        puzzle.solve(&self.counts[open], self.threshold, |values| {
            for (index, value) in group.iter().zip(values) {
                met.add(*index, *value);
            }
        });
        self.work.set(self.work.get() + puzzle.system.work.get());
        self.is_open(open, met)
    }

    /// Whether the values met leave open what others must not find out.
    fn is_open(&self, open: usize, met: &Met) -> bool {
        let count = &self.counts[open];
        let values = met.values(open);
        match (count.standing, count.value()) {
            (Standing::Untold, _) => {
                values.iter().any(|value| !(1..=i128::from(self.threshold)).contains(value))
            }
            // The true value fits; where it is not known, two must be found.
            (_, Some(own)) => values.iter().any(|value| *value != i128::from(own)),
            (_, None) => values.len() > 1,
        }
    }

    /// What others know of each count.
    fn ranges(&self) -> Vec<Range> {
        let range = |count: &Count| match count.standing {
            Standing::Shown | Standing::Public => count.truth,
            Standing::Hidden { low, high } => (i128::from(low), i128::from(high)),
            Standing::GivesAway { low } => (i128::from(low), MOST),
            Standing::Untold | Standing::Unknown => (0, MOST),
        };
        self.counts.iter().map(range).collect()
    }
}

/// Values of counts in tables that fit everything that is shown.
#[derive(Debug, Default)]
pub(super) struct Met(BTreeMap<usize, Vec<i128>>);

impl Met {
    fn values(&self, count: usize) -> &[i128] {
        self.0.get(&count).map_or(&[], Vec::as_slice)
    }

    fn add(&mut self, count: usize, value: i128) {
        let values = self.0.entry(count).or_default();
        if !values.contains(&value) {
            values.push(value);
        }
    }
}

/// The value to try first: the true one, or one in the middle.
fn near(truth: Range, (low, high): Range) -> i128 {
    let value = if truth.0 == truth.1 { truth.0 } else { low + (high - low) / 2 };
    value.clamp(low, high.max(low))
}

/// A system whose ties can be found by count.
struct Puzzle {
    system: System,
    links: Links,
    /// The counts that percentages are of.
    wholes: Vec<usize>,
}

impl Puzzle {
    fn new(system: System) -> Self {
        let links = system.links();
        let whole = |tie: &Tie| if let Tie::Share { whole, .. } = tie { Some(*whole) } else { None };
        let wholes = system.ties.iter().filter_map(whole).collect();
        Self { system, links, wholes }
    }

    /// Looks for tables that leave open what the first count, this one, is, and calls `found` with the values of each.
    fn solve(&self, count: &Count, threshold: u64, mut found: impl FnMut(&[i128])) {
        let mut ranges = self.system.ranges();
        // Where nothing fits, the figures contradict each other, and what others make of them is open.
        self.narrow(&mut ranges, (0..self.system.ties.len()).rev().collect());
        let (low, high) = ranges[0];
        let mut fits = |range: Range| {
            let mut ranges = ranges.clone();
            ranges[0] = range;
            let values = if range.0 <= range.1 { self.fitting(ranges, 0) } else { None };
            values.inspect(|values| found(values)).is_some()
        };
        if count.standing == Standing::Untold {
            let above = i128::from(threshold) + 1;
            let _ = fits((low.max(above), high)) || fits((low, high.min(0)));
            return;
        }
        // The true value fits; where it is not known, two must be found.
        let needed = if count.value().is_some() { 1 } else { 2 };
        let value = near(count.truth, (low, high));
        let values = (0..=12).flat_map(|distance| [value + distance, value - distance]);
        let others = values.skip(3 - needed).filter(|other| (low..=high).contains(other));
        let _ = others.filter(|other| fits((*other, *other))).nth(needed - 1);
    }

    /// Whether enough was tried.
    fn is_tired(&self) -> bool {
        self.system.work.get() > MAX_SEARCH
    }

    /// Values within the ranges that fit every tie, if they are found. The ranges of one count have changed since they were
    /// narrowed.
    fn fitting(&self, mut ranges: Vec<Range>, changed: usize) -> Option<Vec<i128>> {
        if self.is_tired() || !self.narrow(&mut ranges, self.links[changed].clone()) {
            return None;
        }
        let is_open = |index: &usize| ranges[*index].0 < ranges[*index].1;
        let width = |index: &usize| ranges[*index].1 - ranges[*index].0;
        // Percentages of a whole narrow their parts only once the whole is settled.
        let whole = self.wholes.iter().copied().find(is_open);
        let next = whole.or_else(|| (0..ranges.len()).filter(is_open).min_by_key(width));
        let Some(next) = next else {
            let fits = self.system.ties.iter().all(|tie| tie.narrow(&mut ranges).is_some());
            return fits.then(|| ranges.iter().map(|range| range.0).collect());
        };
        let (low, high) = ranges[next];
        let first = self.first_to_try(next, &ranges);
        let values = (0..=high - low).flat_map(|distance| [first + distance, first - distance]);
        for value in values.filter(|value| (low..=high).contains(value)).take(32) {
            let mut fixed = ranges.clone();
            fixed[next] = (value, value);
            let values = self.fitting(fixed, next);
            if values.is_some() || self.is_tired() {
                return values;
            }
        }
        None
    }

    /// The value of a count to try first: the true one, which leaves most others as they are, or where that is not known an
    /// equal share of what is left of a total for those that are open.
    fn first_to_try(&self, index: usize, ranges: &[Range]) -> i128 {
        let truth = self.system.counts[index].truth;
        let middle = |(low, high): Range| low + (high - low) / 2;
        let share = |tie: &usize| {
            let Tie::Sum { total, parts } = &self.system.ties[*tie] else { return None };
            if !parts.contains(&index) {
                return None;
            }
            let (open, fixed): (Vec<&usize>, Vec<&usize>) =
                parts.iter().partition(|part| ranges[**part].0 < ranges[**part].1);
            let left = middle(ranges[*total]) - fixed.iter().map(|part| ranges[**part].0).sum::<i128>();
            Some(left / i128::try_from(open.len().max(1)).unwrap_or(1))
        };
        let shared = || self.links[index].iter().find_map(share);
        let value =
            if truth.0 == truth.1 { truth.0 } else { shared().unwrap_or_else(|| middle(ranges[index])) };
        value.clamp(ranges[index].0, ranges[index].1)
    }

    /// Narrows ranges by the ties, these first; false if nothing fits.
    fn narrow(&self, ranges: &mut [Range], mut waiting: Vec<usize>) -> bool {
        // Ranges that creep up on each other are settled by the search.
        const MOST_ROUNDS: usize = 50;
        let ties = &self.system.ties;
        let mut is_waiting = vec![false; ties.len()];
        for tie in &waiting {
            is_waiting[*tie] = true;
        }
        let mut left = MOST_ROUNDS * ties.len();
        while let Some(tie) = waiting.pop() {
            is_waiting[tie] = false;
            self.system.work.set(self.system.work.get() + 1);
            let Some(changed) = ties[tie].narrow(ranges) else { return false };
            left = left.saturating_sub(1);
            if left == 0 {
                return true;
            }
            for index in changed {
                for other in &self.links[index] {
                    if !std::mem::replace(&mut is_waiting[*other], true) {
                        waiting.push(*other);
                    }
                }
            }
        }
        true
    }
}

impl Tie {
    /// Narrows ranges by this tie and returns the counts whose range has changed, or `None` if nothing fits.
    pub(super) fn narrow(&self, ranges: &mut [Range]) -> Option<Vec<usize>> {
        let mut changed = Vec::new();
        let mut set = |ranges: &mut [Range], index: usize, (low, high): Range| {
            let own = ranges[index];
            let range = (own.0.max(low), own.1.min(high));
            if range != own {
                ranges[index] = range;
                changed.push(index);
            }
            (range.0 <= range.1).then_some(())
        };
        match self {
            Self::Within { part, whole } => {
                set(ranges, *part, (0, ranges[*whole].1))?;
                set(ranges, *whole, (ranges[*part].0, MOST))?;
            }
            Self::Share { part, whole, stated, .. } => {
                set(ranges, *part, stated.parts(ranges[*part], ranges[*whole]))?;
                set(ranges, *whole, stated.wholes(ranges[*part], ranges[*whole]))?;
            }
            Self::Sum { total, parts } => {
                let low: i128 = parts.iter().map(|part| ranges[*part].0).sum();
                let high: i128 = parts.iter().map(|part| ranges[*part].1).sum();
                set(ranges, *total, (low, high))?;
                let all = ranges[*total];
                for part in parts {
                    // A count that is in the sum twice is narrowed less than it could be.
                    let own = ranges[*part];
                    set(ranges, *part, (all.0 - (high - own.1), all.1 - (low - own.0)))?;
                }
            }
        }
        Some(changed)
    }
}
