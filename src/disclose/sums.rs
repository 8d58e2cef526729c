//! How counts hang together: parts and totals, quarters and years, councils and regions.

use std::collections::HashSet;

use crate::area::{self, Level};
use crate::indicator::{self, Cohort, CohortId, Indicator, Kind, Moment, Part, Relation, SUMS, ids};
use crate::period::Period;

use super::cells::Cells;
use super::key::{Key, what};
use super::stated::Stated;
use super::system::{Standing, Tie};

/// What is left of a total beside its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rest {
    /// Nothing.
    None,
    /// A count of children, which must not be small.
    Group,
    /// A count of several groups.
    Mixture,
}

fn what_of((indicator, part): (&Indicator, Part)) -> Cohort {
    what(indicator, part)
}

impl Cells {
    /// Gives a count that makes up another by itself the values of that one, where it has none: the children adopted are
    /// those who left care because they were adopted.
    pub(super) fn add_equals(&mut self) {
        for sum in SUMS.iter().filter(|sum| sum.relation == Relation::All && sum.parts.len() == 1) {
            let (total, part) = (what_of(sum.total), what_of(sum.parts[0]));
            for (given, other) in [(total, part), (part, total)] {
                for (key, places) in self.all_of(given) {
                    let key = key.of(other);
                    self.known.entry(key).or_insert(places);
                }
            }
        }
    }

    /// Totals that are not given, of parts that all are.
    pub(super) fn add_totals_not_given(&mut self) {
        for sum in SUMS.iter().filter(|sum| sum.relation == Relation::All && sum.parts.len() > 1) {
            let parts: Vec<Cohort> = sum.parts.iter().map(|part| what_of(*part)).collect();
            for (key, _) in self.all_of(parts[0]) {
                let found: Option<Vec<usize>> =
                    parts.iter().map(|what| self.beside(key, *what)?.first().copied()).collect();
                let total = Key { what: what_of(sum.total), ..key };
                if let Some(found) = found.filter(|_| self.beside(key, total.what).is_none()) {
                    let index = self.system.add(self.truth_of_sum(&found), Standing::Untold);
                    self.known.insert(total, vec![index]);
                }
            }
        }
    }

    /// The sums the catalogue knows of: in county and out of county are all.
    pub(super) fn add_known_sums(&mut self) {
        for sum in SUMS.iter().filter(|sum| sum.relation != Relation::Overlap) {
            let parts: Vec<Cohort> = sum.parts.iter().map(|part| what_of(*part)).collect();
            for (key, totals) in self.all_of(what_of(sum.total)) {
                let found: Vec<Vec<usize>> =
                    parts.iter().filter_map(|what| self.beside(key, *what)).collect();
                let rest = match (sum.relation, parts.len() - found.len()) {
                    (Relation::All, 0) => Rest::None,
                    (Relation::All, 1) | (_, 0) => Rest::Group,
                    _ => Rest::Mixture,
                };
                for total in totals {
                    self.add_fitting(total, &found, rest);
                }
            }
        }
    }

    /// What a part leaves of its whole where both are given as numbers: that their share is not given hides nothing.
    pub(super) fn add_shares_not_given(&mut self) {
        let pair = |tie: &Tie| match tie {
            Tie::Within { part, whole } | Tie::Share { part, whole, .. } => Some((*part, *whole)),
            Tie::Sum { .. } => None,
        };
        let given: HashSet<(usize, usize)> = self.system.ties.iter().filter_map(pair).collect();
        let is_public = |cells: &Self, index: usize| cells.system.counts[index].standing == Standing::Public;
        let shares = indicator::all()
            .iter()
            .filter(|indicator| indicator.kind == Kind::Share && indicator.may_count_children());
        for indicator in shares {
            for (key, parts) in self.all_of(what(indicator, Part::Numerator)) {
                let wholes = self.beside(key, what(indicator, Part::Denominator)).unwrap_or_default();
                for (part, whole) in
                    parts.iter().flat_map(|part| wholes.iter().map(move |whole| (*part, *whole)))
                {
                    if !given.contains(&(part, whole)) && !is_public(self, part) && !is_public(self, whole) {
                        self.add_sum(whole, vec![part], Rest::Group);
                    }
                }
            }
        }
    }

    /// Those counted in each of several parts of one base are at most each of the parts, and at least what the parts have
    /// too many for the base.
    pub(super) fn add_overlaps(&mut self) {
        for sum in SUMS.iter().filter(|sum| sum.relation == Relation::Overlap) {
            let parts: Vec<Cohort> = sum.parts.iter().map(|part| what_of(*part)).collect();
            let base = what(sum.total.0, Part::Denominator);
            for (key, boths) in self.all_of(what_of(sum.total)) {
                let found: Option<Vec<Vec<usize>>> =
                    parts.iter().map(|what| self.beside(key, *what)).collect();
                let (Some(found), Some(bases)) = (found, self.beside(key, base)) else {
                    continue;
                };
                for both in boths {
                    for base in &bases {
                        for parts in choices(&found) {
                            self.add_overlap(both, *base, parts);
                        }
                    }
                }
            }
        }
    }

    /// Adds `both + (number of parts - 1) × base = parts + rest`.
    fn add_overlap(&mut self, both: usize, base: usize, mut parts: Vec<usize>) {
        let mut most = vec![both];
        most.extend(std::iter::repeat_n(base, parts.len() - 1));
        let (least, highest) = (self.truth_of_sum(&parts), self.truth_of_sum(&most));
        if least.0 > highest.1 || self.is_too_much(&parts, &most) {
            return;
        }
        parts.push(self.system.add(((highest.0 - least.1).max(0), highest.1 - least.0), Standing::Unknown));
        let total = self.system.add(highest, Standing::Unknown);
        self.system.ties.push(Tie::Sum { total, parts: most });
        self.system.ties.push(Tie::Sum { total, parts });
    }

    /// Every count of something, where and whenever.
    fn all_of(&self, what: Cohort) -> Vec<(Key, Vec<usize>)> {
        let of_it = self.known.iter().filter(|(key, _)| key.what == what);
        of_it.map(|(key, places)| (*key, places.clone())).collect()
    }

    /// The values met for a count beside this one. What is counted on the day a year ends and what is counted over that year
    /// go together: "of the children looked after at 31 March, those who in the year …". What is counted in March and in the
    /// year that ends with it does not.
    fn beside(&self, key: Key, what: Cohort) -> Option<Vec<usize>> {
        let also = match key.when {
            _ if key.what.moment.is_over_time() && what.moment.is_over_time() => Vec::new(),
            Some(Period::Month(year, 3 | 9)) => vec![Period::Year(year)],
            Some(Period::Year(year)) => vec![Period::Month(year, 3), Period::Month(year, 9)],
            _ => Vec::new(),
        };
        let places = |when| self.known.get(&Key { what, when, ..key });
        places(key.when).or_else(|| also.into_iter().find_map(|when| places(Some(when)))).cloned()
    }

    /// Adds a sum for each choice among the values met for its parts that fits.
    fn add_fitting(&mut self, total: usize, parts: &[Vec<usize>], rest: Rest) {
        for chosen in choices(parts) {
            self.add_sum(total, chosen, rest);
        }
    }

    /// Adds `total = parts`, or `total = parts and something not shown`. Numbers that contradict it are no sum.
    fn add_sum(&mut self, total: usize, mut parts: Vec<usize>, rest: Rest) {
        let sum = self.truth_of_sum(&parts);
        let whole = self.system.counts[total].truth;
        let is_closed = rest == Rest::None;
        if parts.is_empty() || parts.contains(&total) || sum.0 > whole.1 || (is_closed && sum.1 < whole.0) {
            return;
        }
        if self.is_too_much(&parts, &[total]) || (is_closed && self.is_too_much(&[total], &parts)) {
            return;
        }
        // What published parts leave of a total that is published otherwise is the difference of two countings.
        let is_public = |index: &usize| self.system.counts[*index].standing == Standing::Public;
        if !is_closed && self.otherwise_published.contains(&total) && parts.iter().all(is_public) {
            return;
        }
        if !is_closed {
            let threshold = self.system.threshold;
            let left = ((whole.0 - sum.1).max(0), whole.1 - sum.0);
            let is_small = left.0 >= 1 && left.1 <= i128::from(threshold);
            let standing = match rest {
                Rest::Group if is_small => Standing::Hidden { low: 1, high: threshold.max(2) },
                Rest::Group => Standing::Untold,
                Rest::None | Rest::Mixture => Standing::Unknown,
            };
            parts.push(self.system.add(left, standing));
        }
        self.system.ties.push(Tie::Sum { total, parts });
    }

    /// A year is its quarters or its months, and a quarter its months, where something is counted over time.
    pub(super) fn add_sums_of_periods(&mut self) {
        let wholes: Vec<(Key, Vec<usize>)> = self
            .known
            .iter()
            .filter(|(key, _)| {
                key.what.moment.is_over_time() && !matches!(key.when, Some(Period::Month(..)) | None)
            })
            .map(|(key, places)| (*key, places.clone()))
            .collect();
        for (key, totals) in wholes {
            let Some(period) = key.when else { continue };
            let at = |part: Period| self.part_of_time(Key { when: Some(part), ..key });
            let months: Vec<Vec<usize>> = period.months().into_iter().filter_map(at).collect();
            let quarters: Vec<(Period, Option<Vec<usize>>)> =
                period.quarters().into_iter().map(|quarter| (quarter, at(quarter))).collect();
            for total in totals {
                if months.len() < period.months().len() || !self.is_no_mean(total, key, &months) {
                    self.add_fitting(total, &months, rest_of(months.len(), period.months().len()));
                }
                // Months alone have been added up.
                if quarters.iter().any(|(_, places)| places.is_some()) {
                    self.add_quarters(total, key, &quarters);
                }
            }
        }
    }

    /// Whether percentages given without counts are all above, or all below, that of the time that they make up: they are of
    /// twelve months each, or of the year to date, and nothing adds up.
    fn is_no_mean(&self, total: usize, key: Key, parts: &[Vec<usize>]) -> bool {
        let stated: Option<Vec<(usize, Stated)>> =
            parts.iter().map(|places| self.stated.get(places.first()?).copied()).collect();
        let of_whole = |(whole, _): &(usize, Stated)| {
            let (other, _) = self.known.iter().find(|(_, places)| places.contains(whole))?;
            let whole = self.known.get(&Key { when: key.when, ..*other })?.first()?;
            self.system.counts[*whole].value()
        };
        let count = self.system.counts[total].value();
        let (Some(stated), Some(count)) = (stated, count) else { return false };
        let Some(whole) = stated.first().and_then(of_whole).map(i128::from) else { return false };
        let count = i128::from(count);
        let fits = |(_, stated): &(usize, Stated)| stated.parts((0, whole), (whole, whole));
        stated.iter().all(|part| fits(part).1 < count) || stated.iter().all(|part| fits(part).0 > count)
    }

    /// The values met for a count that may be a part of a longer time. Among those who are there on one day, such as
    /// children in care at 31 March, months need not add up to the year, so only numbers that are given can say so; nor among
    /// care leavers, whom the year counts around their birthdays and a council's month as they are then.
    fn part_of_time(&self, key: Key) -> Option<Vec<usize>> {
        let base = match key.what.id {
            CohortId::Named(id) => indicator::by_id(id).and_then(|indicator| indicator.cohort),
            CohortId::Own(..) => None,
        };
        let adds_up = key.what.moment == Moment::Year && base.is_none_or(|base| base.moment == Moment::Year);
        let places = self.known.get(&key)?;
        let is_open =
            |place: &usize| self.is_of_unknown_whole(*place) || self.system.counts[*place].value().is_none();
        (adds_up || !places.iter().any(is_open)).then(|| places.clone())
    }

    /// A year of quarters, of which some may stand as months only.
    fn add_quarters(&mut self, total: usize, key: Key, quarters: &[(Period, Option<Vec<usize>>)]) {
        let mut parts = Vec::new();
        for (quarter, places) in quarters {
            if let Some(places) = places {
                parts.push(places.clone());
                continue;
            }
            let at = |month: Period| self.part_of_time(Key { when: Some(month), ..key })?.first().copied();
            let months: Option<Vec<usize>> = quarter.months().into_iter().map(at).collect();
            if let Some(months) = months {
                let whole = self.system.add(self.truth_of_sum(&months), Standing::Unknown);
                self.system.ties.push(Tie::Sum { total: whole, parts: months });
                parts.push(vec![whole]);
            }
        }
        self.add_fitting(total, &parts, rest_of(parts.len(), quarters.len().max(1)));
    }

    /// Children in care at the end of a month are those at its beginning, and those who came, less those who left, where
    /// the numbers say so.
    pub(super) fn add_flows(&mut self) {
        let [stock, came, left] = [ids::CHILDREN_IN_CARE, ids::STARTED_CARE, ids::LEFT_CARE]
            .map(|indicator| what(indicator, Part::Numerator));
        for (key, ends) in self.all_of(stock) {
            let (Some(Period::Month(year, month)), Some(end)) = (key.when, ends.first().copied()) else {
                continue;
            };
            let month_before =
                if month == 1 { Period::Month(year - 1, 12) } else { Period::Month(year, month - 1) };
            let mut spans = vec![(month_before, Period::Month(year, month))];
            if month == 3 {
                spans.push((Period::Month(year - 1, 3), Period::Year(year)));
            }
            for (start, span) in spans {
                let at = |what: Cohort, when: Period| {
                    self.known.get(&Key { what, when: Some(when), ..key })?.first().copied()
                };
                let (Some(start), Some(came), Some(left)) =
                    (at(stock, start), at(came, span), at(left, span))
                else {
                    continue;
                };
                let (before, after) = (self.truth_of_sum(&[start, came]), self.truth_of_sum(&[end, left]));
                if before.0 <= after.1 && after.0 <= before.1 {
                    let all = self.system.add(before, Standing::Unknown);
                    self.system.ties.push(Tie::Sum { total: all, parts: vec![start, came] });
                    self.system.ties.push(Tie::Sum { total: all, parts: vec![end, left] });
                }
            }
        }
    }

    /// A region is its councils, and England its regions, where the numbers say so.
    pub(super) fn add_sums_of_areas(&mut self) {
        let wholes: Vec<(Key, usize)> = self
            .known
            .iter()
            .filter(|(key, _)| key.area.is_some_and(|index| area::all()[index].level != Level::Council))
            .filter_map(|(key, places)| Some((*key, *places.first()?)))
            .collect();
        for (key, total) in wholes {
            let Some(whole) = key.area.map(|index| &area::all()[index]) else { continue };
            let is_part = |other: &area::Area| match whole.level {
                Level::Country => other.level == Level::Region,
                _ => other.region == Some(whole.code),
            };
            let at = |other: &area::Area| {
                self.known.get(&Key { area: Some(other.index), ..key })?.first().copied()
            };
            let parts: Vec<usize> =
                area::all().iter().filter(|other| is_part(other)).filter_map(at).collect();
            let (sum, all) = (self.truth_of_sum(&parts), self.system.counts[total].truth);
            let rest = if sum == all { Rest::None } else { Rest::Mixture };
            self.add_sum(total, parts, rest);
        }
    }
}

/// What is left of a whole of so many parts of which some are there.
const fn rest_of(found: usize, all: usize) -> Rest {
    if found == all { Rest::None } else { Rest::Mixture }
}

/// Every choice of one value for each part; the first few, where there are many.
fn choices(parts: &[Vec<usize>]) -> Vec<Vec<usize>> {
    const MOST: usize = 64;
    let mut choices: Vec<Vec<usize>> = vec![Vec::new()];
    for part in parts {
        choices = choices
            .iter()
            .flat_map(|chosen| part.iter().map(move |index| chosen.iter().copied().chain([*index]).collect()))
            .take(MOST)
            .collect();
    }
    choices
}
