//! The counts behind figures, and how they hang together.
//!
//! A count is known by its cohort, its area and its time: the number of children in care is a figure of its own, the
//! denominator of twenty shares, and the total of two parts, and is one count in all of them.

use std::collections::{BTreeMap, HashMap};

use crate::area::{self, Level};
use crate::figure::{Amount, Figure};
use crate::indicator::{self, Cohort, Indicator, Kind, Moment, SUMS, Theme};
use crate::number::Exact;
use crate::period::Period;

use super::Reason;
use super::attack::{Standing, Sum, System};

/// What a count is of, where, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Key {
    what: Cohort,
    area: Option<usize>,
    when: Option<Period>,
}

/// The counts of one figure.
#[derive(Clone, Debug, Default)]
struct Places {
    numerator: Option<usize>,
    denominator: Option<usize>,
    /// Counts a percentage or a rate is made of, where it is given without them.
    made_of: Vec<usize>,
    /// A percentage without counts that is small by a base which stands elsewhere.
    is_small_share: bool,
}

/// The counts behind figures.
pub(super) struct Cells {
    system: System,
    figures: Vec<Places>,
    /// Every different value met for one count.
    known: BTreeMap<Key, Vec<usize>>,
    /// Why each count is hidden, if it is.
    hidden: HashMap<usize, Reason>,
    threshold: u64,
}

/// One of the two counts of a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Numerator,
    Denominator,
}

/// What a count of an indicator is of.
fn what(indicator: &Indicator, part: Part) -> Cohort {
    match part {
        Part::Numerator => indicator.counts,
        Part::Denominator => indicator.cohort.unwrap_or(indicator.counts),
    }
}

/// Where and when a count of a figure is. A number on one day is the same whether the day is named, or its month, or the
/// year it ends.
fn key(figure: &Figure, part: Part) -> Key {
    let what = what(figure.indicator, part);
    let at = |month: u8| move |period: Period| last_month(period, month);
    let when = match what.moment {
        Moment::March31 => figure.period.map(at(3)),
        Moment::September30 => figure.period.map(at(9)),
        Moment::Year | Moment::AcademicYear | Moment::Birthday | Moment::MidYear => figure.period,
    };
    Key { what, area: figure.area.map(|area| area.index), when }
}

fn last_month(period: Period, of_year: u8) -> Period {
    match period {
        Period::Year(year) => Period::Month(year, of_year),
        Period::Quarter(..) => period.months().last().copied().unwrap_or(period),
        Period::Month(..) => period,
    }
}

impl Cells {
    pub(super) fn of(figures: &[Figure], threshold: u64) -> Self {
        let mut cells = Self {
            system: System::default(),
            figures: vec![Places::default(); figures.len()],
            known: BTreeMap::new(),
            hidden: HashMap::new(),
            threshold,
        };
        for (index, figure) in figures.iter().enumerate() {
            cells.add_counts(index, figure);
        }
        for (index, figure) in figures.iter().enumerate() {
            cells.attach_value(index, figure);
        }
        for (index, figure) in figures.iter().enumerate() {
            // Posts and workers are no children.
            if figure.indicator.theme != Theme::Workforce {
                cells.hide_small(index);
            }
        }
        cells.add_known_sums();
        cells.add_sums_of_periods();
        cells.add_flows();
        cells.add_sums_of_areas();
        cells
    }

    fn count(&mut self, key: Key, value: u64, upper: Option<usize>) -> usize {
        let places = self.known.entry(key).or_default();
        if let Some(index) = places.iter().find(|index| self.system.counts[**index].value == value) {
            let count = &mut self.system.counts[*index];
            count.upper = count.upper.or(upper);
            return *index;
        }
        let index = self.system.add(value, upper, Standing::Shown);
        places.push(index);
        index
    }

    fn add_counts(&mut self, index: usize, figure: &Figure) {
        match figure.amount {
            Amount::Counts { numerator, denominator } => {
                let base = self.count(key(figure, Part::Denominator), denominator, None);
                let within = (figure.indicator.kind == Kind::Share).then_some(base);
                self.figures[index].denominator = Some(base);
                self.figures[index].numerator =
                    Some(self.count(key(figure, Part::Numerator), numerator, within));
            }
            Amount::Value(value) if figure.indicator.kind == Kind::Count => {
                let value = u64::try_from(value.units()).unwrap_or(0);
                self.figures[index].numerator = Some(self.count(key(figure, Part::Numerator), value, None));
            }
            _ => {}
        }
    }

    /// A percentage or a rate given without its counts shows them if they stand elsewhere: 0.5% of 646 children is 3.
    fn attach_value(&mut self, index: usize, figure: &Figure) {
        let (Amount::Value(value), Some(scale)) = (figure.amount, figure.indicator.kind.scale()) else {
            return;
        };
        let of = |part| self.known.get(&key(figure, part)).into_iter().flatten().copied();
        let made_of: Vec<usize> = of(Part::Numerator).chain(of(Part::Denominator)).collect();
        let is_share = figure.indicator.kind == Kind::Share;
        let is_small = |base: u64| {
            let shown =
                |count| Exact::scaled(count, base, scale).map(|share| share.rounded(value.decimals()));
            let fits =
                |count: u64| shown(count) == Some(value) || (is_share && shown(base - count) == Some(value));
            (1..=self.threshold.min(base)).any(fits)
        };
        let is_small_share = figure.indicator.theme != Theme::Workforce
            && of(Part::Denominator).any(|base| is_small(self.system.counts[base].value));
        self.figures[index] = Places { made_of, is_small_share, ..Places::default() };
    }

    fn hide(&mut self, index: usize, low: u64, high: u64) {
        self.system.counts[index].standing = Standing::Hidden { low, high };
        self.hidden.insert(index, Reason::Small);
    }

    /// Hides a small count, and one that its total exceeds by little. With a threshold of 1 everybody would know what is
    /// hidden, so the limits are never closer than 1 and 2.
    fn hide_small(&mut self, figure: usize) {
        let threshold = self.threshold;
        let is_small = |count: u64| (1..=threshold).contains(&count);
        let Places { numerator, denominator, .. } = self.figures[figure].clone();
        for index in [numerator, denominator].into_iter().flatten() {
            if is_small(self.system.counts[index].value) {
                self.hide(index, 1, threshold.max(2));
            }
        }
        let (Some(part), Some(whole)) = (numerator, denominator) else { return };
        let (value, base) = (self.system.counts[part].value, self.system.counts[whole].value);
        let is_part = self.system.counts[part].upper.is_some();
        if is_part && base.checked_sub(value).is_some_and(is_small) && !is_small(value) {
            self.hide(part, base.saturating_sub(threshold.max(2)), base - 1);
        }
    }

    /// The sums the catalogue knows of: in county and out of county are all.
    fn add_known_sums(&mut self) {
        let what_of = |(id, is_base): (&str, bool)| {
            let part = if is_base { Part::Denominator } else { Part::Numerator };
            indicator::by_id(id).map(|indicator| what(indicator, part))
        };
        for sum in SUMS {
            let (Some(total), Some(parts)) =
                (what_of(sum.total), sum.parts.iter().map(|part| what_of(*part)).collect::<Option<Vec<_>>>())
            else {
                continue;
            };
            let totals: Vec<(Key, Vec<usize>)> = self
                .known
                .iter()
                .filter(|(key, _)| key.what == total)
                .map(|(key, places)| (*key, places.clone()))
                .collect();
            for (key, totals) in totals {
                let found: Vec<Vec<usize>> =
                    parts.iter().filter_map(|what| self.at(Key { what: *what, ..key })).collect();
                let missing = parts.len() - found.len();
                let is_closed = sum.is_complete && missing == 0;
                // What is left is a count of children too, unless it is of several groups.
                let rest_counts = if sum.is_complete { missing == 1 } else { missing == 0 };
                for total in totals {
                    self.add_fitting(total, &found, is_closed, rest_counts);
                }
            }
        }
    }

    /// The values met for a count. What is counted on the day a year ends and what is counted over that year go together:
    /// "of the children looked after at 31 March, those who in the year …".
    fn at(&self, key: Key) -> Option<Vec<usize>> {
        let also = match key.when {
            Some(Period::Month(year, 3 | 9)) => vec![Period::Year(year)],
            Some(Period::Year(year)) => vec![Period::Month(year, 3), Period::Month(year, 9)],
            _ => Vec::new(),
        };
        let same = self.known.get(&key);
        same.or_else(|| also.into_iter().find_map(|when| self.known.get(&Key { when: Some(when), ..key })))
            .cloned()
    }

    /// Adds a sum for each choice among the values met for its parts that fits.
    fn add_fitting(&mut self, total: usize, parts: &[Vec<usize>], is_closed: bool, rest_counts: bool) {
        const MOST: usize = 64;
        let mut choices: Vec<Vec<usize>> = vec![Vec::new()];
        for part in parts {
            choices = choices
                .iter()
                .flat_map(|chosen| {
                    part.iter().map(move |index| chosen.iter().copied().chain([*index]).collect())
                })
                .take(MOST)
                .collect();
        }
        for chosen in choices {
            self.add_sum(total, chosen, is_closed, rest_counts);
        }
    }

    /// Adds `total = parts`, or `total = parts and something not shown`. Numbers that contradict it are no sum.
    fn add_sum(&mut self, total: usize, mut parts: Vec<usize>, is_closed: bool, rest_counts: bool) {
        let sum: u64 = parts.iter().map(|part| self.system.counts[*part].value).sum();
        let whole = self.system.counts[total].value;
        if parts.is_empty() || parts.contains(&total) || sum > whole || (is_closed && sum != whole) {
            return;
        }
        let rest = whole - sum;
        if !is_closed {
            let is_small = rest_counts && (1..=self.threshold).contains(&rest);
            let standing = if is_small {
                Standing::Hidden { low: 1, high: self.threshold.max(2) }
            } else {
                Standing::Unknown
            };
            parts.push(self.system.add(rest, None, standing));
        }
        self.system.sums.push(Sum { total, parts });
    }

    /// A year is its quarters or its months, and a quarter its months, where something is counted over time.
    fn add_sums_of_periods(&mut self) {
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
            let at = |part: Period| self.known.get(&Key { when: Some(part), ..key }).cloned();
            let months: Vec<Vec<usize>> = period.months().into_iter().filter_map(at).collect();
            let quarters: Vec<(Period, Option<Vec<usize>>)> =
                period.quarters().into_iter().map(|quarter| (quarter, at(quarter))).collect();
            for total in totals {
                self.add_fitting(total, &months, months.len() == period.months().len(), false);
                self.add_quarters(total, key, &quarters);
            }
        }
    }

    /// A year of quarters, of which some may stand as months only.
    fn add_quarters(&mut self, total: usize, key: Key, quarters: &[(Period, Option<Vec<usize>>)]) {
        let mut parts = Vec::new();
        for (quarter, places) in quarters {
            if let Some(places) = places {
                parts.push(places.clone());
                continue;
            }
            let at = |month: Period| Some(*self.known.get(&Key { when: Some(month), ..key })?.first()?);
            let months: Option<Vec<usize>> = quarter.months().into_iter().map(at).collect();
            if let Some(months) = months {
                let value = months.iter().map(|month| self.system.counts[*month].value).sum();
                let whole = self.system.add(value, None, Standing::Unknown);
                self.system.sums.push(Sum { total: whole, parts: months });
                parts.push(vec![whole]);
            }
        }
        self.add_fitting(total, &parts, parts.len() == quarters.len() && !quarters.is_empty(), false);
    }

    /// Children in care at the end of a month are those at its beginning, and those who came, less those who left, where
    /// the numbers say so.
    fn add_flows(&mut self) {
        let of = |id: &str| indicator::by_id(id).map(|indicator| what(indicator, Part::Numerator));
        let (Some(stock), Some(came), Some(left)) =
            (of("children-in-care"), of("started-care"), of("left-care"))
        else {
            return;
        };
        let ends: Vec<(Key, usize)> = self
            .known
            .iter()
            .filter(|(key, _)| key.what == stock)
            .filter_map(|(key, places)| Some((*key, *places.first()?)))
            .collect();
        for (key, end) in ends {
            let Some(Period::Month(year, month)) = key.when else { continue };
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
                let value = |index: usize| self.system.counts[index].value;
                let all = value(start) + value(came);
                if all == value(end) + value(left) {
                    let all = self.system.add(all, None, Standing::Unknown);
                    self.system.sums.push(Sum { total: all, parts: vec![start, came] });
                    self.system.sums.push(Sum { total: all, parts: vec![end, left] });
                }
            }
        }
    }

    /// A region is its councils, and England its regions, where the numbers say so.
    fn add_sums_of_areas(&mut self) {
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
            let sum: u64 = parts.iter().map(|part| self.system.counts[*part].value).sum();
            self.add_sum(total, parts, sum == self.system.counts[total].value, false);
        }
    }

    /// Hides further counts until none of the hidden ones can be worked out.
    pub(super) fn protect(&mut self) {
        for index in self.system.protect() {
            self.hidden.insert(index, Reason::GivesAway);
        }
    }

    /// Why the figure at this position is hidden.
    pub(super) fn reason(&self, figure: usize) -> Option<Reason> {
        let places = &self.figures[figure];
        if places.is_small_share {
            return Some(Reason::Small);
        }
        let own = [places.numerator, places.denominator]
            .into_iter()
            .flatten()
            .chain(places.made_of.iter().copied());
        let reasons: Vec<Reason> = own.filter_map(|index| self.hidden.get(&index).copied()).collect();
        if reasons.contains(&Reason::Small) { Some(Reason::Small) } else { reasons.first().copied() }
    }
}
