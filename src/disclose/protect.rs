//! Hiding further counts and percentages until none of the hidden ones can be worked out.
//!
//! What is hidden next depends on where it is in the table, never on its value, so the choice says nothing of the value.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::Reason;
use super::attack::Met;
use super::system::{Count, Links, Standing, System, Tie};

use crate::sorting::Sorting;

/// Counts that hang together beyond this number are not searched for what could be shown again.
const MAX_GROUP: usize = 60;

/// Ties looked at in one component after which all of it is hidden, which is the safe side.
const MAX_WORK: usize = 100_000;

/// Something shown that can be hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Choice {
    Count(usize),
    Percentage(usize),
}

impl System {
    /// Hides counts and percentages until others can find out nothing that they must not.
    pub(super) fn protect(&mut self) {
        self.protect_within(MAX_WORK);
    }

    /// Does so with this much work for each component: one that is hard to search hides nothing of the others.
    fn protect_within(&mut self, most: usize) {
        let links = self.links();
        for component in self.components(&links) {
            self.work.set(0);
            self.protect_component(&component, &links, most);
        }
    }

    /// The parts of the system that say nothing of each other, whatever is hidden, as far as there is anything to protect
    /// in them.
    fn components(&self, links: &Links) -> Vec<Vec<usize>> {
        let mut seen = HashSet::new();
        let mut components = Vec::new();
        for first in self.to_protect(0..self.counts.len()) {
            let mut component: Vec<usize> = seen.insert(first).then_some(first).into_iter().collect();
            let mut next = 0;
            while let Some(index) = component.get(next).copied() {
                next += 1;
                let beside = links[index].iter().flat_map(|tie| match &self.ties[*tie] {
                    Tie::Share { percentage, .. } => self.percentages[*percentage].made_of.clone(),
                    tie => tie.counts(),
                });
                // What everybody knows, and zeros, are never hidden.
                let may_be_hidden = |other: &usize| {
                    let count = &self.counts[*other];
                    count.standing != Standing::Public && count.truth.1 > 0
                };
                component.extend(beside.filter(may_be_hidden).filter(|other| seen.insert(*other)));
            }
            components.extend(Some(component).filter(|component| !component.is_empty()));
        }
        components
    }

    fn protect_component(&mut self, component: &[usize], links: &Links, most: usize) {
        let mut added: Vec<(Choice, usize)> = Vec::new();
        let mut met = Met::default();
        let mut waiting = self.waiting(component);
        // Each round hides one thing more or is done with one, so this ends. What more is hidden only leaves more open,
        // but that a count is small says something of the others.
        while let Some(open) = waiting.last().copied() {
            if self.work.get() > most {
                return self.hide_all(component, links);
            }
            if self.is_protected(open, links, &mut met) {
                waiting.pop();
            } else if self.hide_own_percentages(open) {
                met = Met::default();
                waiting = self.waiting(component);
            } else if let Some(choice) = self.choice_beside(open, links) {
                self.hide(choice);
                added.push((choice, open));
                if let Choice::Count(count) = choice {
                    waiting.push(count);
                }
            } else if let Some(total) = self.small_total_beside(open, links) {
                self.counts[total].standing = Standing::GivesAway { low: 1 };
                // Nor is it told of the percentages that give it.
                for percentage in self.given_by.get(&total).into_iter().flatten() {
                    self.percentages[*percentage].hidden = Some(Reason::GivesAway);
                }
            } else {
                waiting.pop();
            }
        }
        self.show_again(added, links, most);
    }

    /// What has to be protected in a component, the first last.
    fn waiting(&self, component: &[usize]) -> Vec<usize> {
        let mut waiting: Vec<usize> = self.to_protect(component.iter().copied()).collect();
        waiting.arrange_by_key(|index| Reverse(*index));
        waiting
    }

    /// Those of these counts of which others must not find out something that they do not know.
    fn to_protect(&self, counts: impl Iterator<Item = usize>) -> impl Iterator<Item = usize> {
        counts.filter(|index| {
            let Count { standing, truth, .. } = self.counts[*index];
            match standing {
                Standing::Hidden { .. } | Standing::GivesAway { .. } => true,
                // Nobody can find a count to be small that is not.
                Standing::Untold => truth.0 <= i128::from(self.threshold) && truth.1 > 0,
                Standing::Shown | Standing::Public | Standing::Unknown => false,
            }
        })
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

    /// Hides every percentage and every count of a component.
    fn hide_all(&mut self, component: &[usize], links: &Links) {
        for index in component {
            for tie in &links[*index] {
                if let Tie::Share { percentage, .. } = &self.ties[*tie] {
                    self.percentages[*percentage].hidden.get_or_insert(Reason::GivesAway);
                }
            }
            if self.counts[*index].standing == Standing::Shown {
                self.hide(Choice::Count(*index));
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
    fn show_again(&mut self, added: Vec<(Choice, usize)>, links: &Links, most: usize) {
        for (choice, open) in added.into_iter().rev() {
            let group = match choice {
                Choice::Count(index) => self.group(index, links),
                Choice::Percentage(_) => self.group(open, links),
            };
            if self.work.get() > most || group.len() > MAX_GROUP {
                continue;
            }
            self.show(choice);
            let mut group = group;
            if let Choice::Percentage(index) = choice {
                for part in &self.percentages[index].made_of {
                    group.extend(self.group(*part, links));
                }
            }
            let mut met = Met::default();
            let is_safe =
                self.to_protect(group.into_iter()).all(|other| self.is_protected(other, links, &mut met));
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

    /// What is still shown and hangs together with a hidden count: what costs the fewest figures, of these what is tied to it by the
    /// fewest ties, a part before a total, the last. Zeros are never hidden.
    fn choice_beside(&self, hidden: usize, links: &Links) -> Option<Choice> {
        let mut seen = HashSet::from([hidden]);
        let mut outermost = vec![hidden];
        let mut choices: Vec<(usize, usize, bool, Reverse<Choice>)> = Vec::new();
        for ties in 0.. {
            let mut next = Vec::new();
            for tie in outermost.iter().flat_map(|index| self.ties_of(*index, links)) {
                if let Tie::Share { percentage, .. } = tie {
                    choices.push((1, ties, false, Reverse(Choice::Percentage(*percentage))));
                }
                for index in tie.counts() {
                    let count = &self.counts[index];
                    if !seen.insert(index) {
                        continue;
                    }
                    if count.standing == Standing::Shown && count.truth.1 > 0 {
                        let is_total = self.is_total(index, links);
                        choices.push((count.figures, ties, is_total, Reverse(Choice::Count(index))));
                    } else if !count.is_known() {
                        next.push(index);
                    }
                }
            }
            if next.is_empty() || choices.iter().any(|(figures, ..)| *figures <= 1) {
                break;
            }
            outermost = next;
        }
        choices.into_iter().min().map(|(.., Reverse(choice))| choice)
    }
}

#[cfg(test)]
mod tests {
    use super::Reason;
    use crate::disclose::cells::Cells;
    use crate::read::read;

    /// Where a search takes too long, all that hangs together is hidden, and nothing else.
    #[test]
    fn without_time_to_search_what_hangs_together_is_hidden() {
        let table = "Indicator\tNumerator\tDenominator\tValue\n\
             Children in care\t646\t\t\nFoster placements\t400\t646\t\n\
             In-house foster placements\t\t\t61.5%\nAgency foster placements\t3\t646\t\n\
             Children adopted\t0\t\t\nReviews on time\t300\t320\t\nDental checks\t\t\t85%\n";
        let figures = read(table).figures();
        assert_eq!(figures.len(), 7);
        let hidden = |most: usize| {
            let mut cells = Cells::of(&figures, 5);
            cells.system.protect_within(most);
            (0..figures.len()).map(|index| cells.reason(index)).collect::<Vec<_>>()
        };
        let (small, beside) = (Some(Reason::Small), Some(Reason::GivesAway));
        assert_eq!(hidden(super::MAX_WORK), [None, beside, None, small, None, None, None]);
        assert_eq!(hidden(30), [beside, beside, beside, small, None, None, None]);
    }
}
