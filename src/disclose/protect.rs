//! Hiding further counts and percentages until none of the hidden ones can be worked out.
//!
//! What is hidden next depends on where it is in the table, never on its value, so the choice says nothing of the value.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::Reason;
use super::system::{Count, Links, Standing, System, Tie};

/// Counts that hang together beyond this number are not searched for what could be shown again.
const MAX_GROUP: usize = 60;

/// Ties looked at after which all that hangs together is hidden, which is the safe side: what hangs together by percentages
/// over ever different bases would be searched for minutes.
const MAX_WORK: usize = 3_000_000;

/// Something shown that can be hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Choice {
    Count(usize),
    Percentage(usize),
}

impl System {
    /// Hides counts and percentages until others can find out nothing that they must not.
    pub(super) fn protect(&mut self) {
        let links = self.links();
        let mut added: Vec<(Choice, usize)> = Vec::new();
        let mut waiting: Vec<usize> =
            (0..self.counts.len()).rev().filter(|index| self.must_be_protected(*index)).collect();
        // Each round hides one thing more or is done with one, so this ends. What more is hidden only leaves more open.
        while let Some(open) = waiting.last().copied() {
            if self.work.get() > MAX_WORK {
                return self.hide_all_beside(waiting);
            }
            if self.is_protected(open, &links) {
                waiting.pop();
            } else if self.hide_own_percentages(open) {
                // It is a small count like any other now, and looked at again.
            } else if let Some(choice) = self.choice_beside(open, &links) {
                self.hide(choice);
                added.push((choice, open));
                if let Choice::Count(count) = choice {
                    waiting.push(count);
                }
            } else if let Some(total) = self.small_total_beside(open, &links) {
                self.counts[total].standing = Standing::GivesAway { low: 1 };
            } else {
                waiting.pop();
            }
        }
        self.show_again(added, &links);
    }

    fn must_be_protected(&self, index: usize) -> bool {
        matches!(
            self.counts[index].standing,
            Standing::Hidden { .. } | Standing::GivesAway { .. } | Standing::Untold
        )
    }

    fn hide(&mut self, choice: Choice) {
        match choice {
            Choice::Count(index) => {
                self.counts[index].standing = Standing::GivesAway { low: self.threshold + 1 };
            }
            Choice::Percentage(index) => self.percentages[index].hidden = Some(Reason::GivesAway),
        }
    }

    fn show(&mut self, choice: Choice) {
        match choice {
            Choice::Count(index) => self.counts[index].standing = Standing::Shown,
            Choice::Percentage(index) => self.percentages[index].hidden = None,
        }
    }

    /// Hides every percentage that is given alone, and every count but zeros and public ones that hangs together with
    /// these.
    fn hide_all_beside(&mut self, mut waiting: Vec<usize>) {
        for percentage in &mut self.percentages {
            percentage.hidden.get_or_insert(Reason::GivesAway);
        }
        let links = self.links();
        let mut seen: HashSet<usize> = waiting.iter().copied().collect();
        while let Some(index) = waiting.pop() {
            let beside: Vec<usize> = links[index].iter().flat_map(|tie| self.ties[*tie].counts()).collect();
            for other in beside {
                let Count { standing, truth, .. } = self.counts[other];
                if standing == Standing::Public || truth.1 == 0 || !seen.insert(other) {
                    continue;
                }
                if standing == Standing::Shown {
                    self.hide(Choice::Count(other));
                }
                waiting.push(other);
            }
        }
    }

    /// Hides the percentages that give a count away as small; false if there are none.
    fn hide_own_percentages(&mut self, open: usize) -> bool {
        if self.counts[open].standing != Standing::Untold {
            return false;
        }
        let given_by = self.given_by.get(&open).into_iter().flatten().copied();
        let own: Vec<usize> =
            given_by.filter(|percentage| self.reason_of_percentage(*percentage).is_none()).collect();
        for percentage in &own {
            self.percentages[*percentage].hidden = Some(Reason::Small);
        }
        if !own.is_empty() {
            self.counts[open].standing = Standing::Hidden { low: 1, high: self.threshold.max(2) };
        }
        !own.is_empty()
    }

    /// Shows again, the last first, what turned out not to be needed.
    fn show_again(&mut self, added: Vec<(Choice, usize)>, links: &Links) {
        for (choice, open) in added.into_iter().rev() {
            let group = match choice {
                Choice::Count(index) => self.group(index, links),
                Choice::Percentage(_) => self.group(open, links),
            };
            if self.work.get() > MAX_WORK || group.len() > MAX_GROUP {
                continue;
            }
            self.show(choice);
            let mut group = group;
            if let Choice::Percentage(index) = choice {
                for part in &self.percentages[index].made_of {
                    group.extend(self.group(*part, links));
                }
            }
            let is_safe = group
                .iter()
                .filter(|other| self.must_be_protected(**other))
                .all(|other| self.is_protected(*other, links));
            if !is_safe {
                self.hide(choice);
            }
        }
    }

    /// A small total in the same group, the last. Where everything is small already, that the total is small too may
    /// be what gives its parts away (five parts that make at most five are all 1), so that is not told of it.
    fn small_total_beside(&self, hidden: usize, links: &Links) -> Option<usize> {
        let is_small = |index: &usize| matches!(self.counts[*index].standing, Standing::Hidden { .. });
        self.group(hidden, links)
            .into_iter()
            .filter(|index| is_small(index) && self.is_total(*index, links))
            .max()
    }

    fn is_total(&self, index: usize, links: &Links) -> bool {
        links[index].iter().any(|tie| matches!(&self.ties[*tie], Tie::Sum { total, .. } if *total == index))
    }

    /// What is still shown that is tied to a hidden count by the fewest ties: of these, what costs the fewest figures, a
    /// part before a total, the last. Zeros are never hidden.
    fn choice_beside(&self, hidden: usize, links: &Links) -> Option<Choice> {
        let mut seen = HashSet::from([hidden]);
        let mut outermost = vec![hidden];
        while !outermost.is_empty() {
            let mut choices: Vec<(usize, bool, Reverse<Choice>)> = Vec::new();
            let mut next = Vec::new();
            for tie in outermost.iter().flat_map(|index| self.ties_of(*index, links)) {
                if let Tie::Share { percentage, .. } = tie {
                    choices.push((1, false, Reverse(Choice::Percentage(*percentage))));
                }
                for index in tie.counts() {
                    let count = &self.counts[index];
                    if !seen.insert(index) {
                        continue;
                    }
                    if count.standing == Standing::Shown && count.truth.1 > 0 {
                        let is_total = self.is_total(index, links);
                        choices.push((count.figures, is_total, Reverse(Choice::Count(index))));
                    } else if !count.is_known() {
                        next.push(index);
                    }
                }
            }
            if let Some((.., Reverse(choice))) = choices.into_iter().min() {
                return Some(choice);
            }
            outermost = next;
        }
        None
    }
}
