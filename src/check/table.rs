//! Tables: totals of their parts, percentages and rates of their counts, differences, and percentages of a cohort.

use crate::number::{Decimal, Exact};
use crate::period::Period;

use super::grid::{Grid, Number};
use super::listener::{Found, Listener};
use super::{By, Kind, Reason, Verdict, agreement, share};

/// A row or a column of a table.
type Line<'a> = Vec<Option<&'a Number>>;

impl Listener<'_> {
    /// Checks a table by its own numbers.
    pub(super) fn check_table(&mut self, grid: &Grid) {
        let columns = grid.heads.len();
        let down: Vec<Line<'_>> = (0..columns)
            .map(|column| grid.rows.iter().map(|row| row.get(column).and_then(Option::as_ref)).collect())
            .collect();
        let across: Vec<Line<'_>> = grid
            .rows
            .iter()
            .map(|row| (0..columns).map(|column| row.get(column).and_then(Option::as_ref)).collect())
            .collect();
        let heads: Vec<String> = grid.heads.iter().map(|head| head.join(" ")).collect();
        for (lines, labels, others) in [(&across, &grid.labels, &heads), (&down, &heads, &grid.labels)] {
            self.check_totals(lines, labels);
            self.check_shares_of_lines(lines, labels);
            self.check_shares_of_totals(lines, others);
        }
        self.check_rates(&across, &grid.labels);
        self.check_net(grid);
        self.check_differences(grid);
        self.check_cohorts(&across, &grid.labels);
    }

    fn cell(&mut self, number: &Number, found: Found) {
        if !self.findings.iter().rev().take(500).any(|finding| finding.span == number.span) {
            self.found(number.span.clone(), number.row.clone(), found);
        }
    }

    /// Lines whose label calls them a total, against those beside them.
    fn check_totals(&mut self, lines: &[Line<'_>], labels: &[String]) {
        let has_number = |at: usize| lines[at].iter().any(Option::is_some);
        for (at, _) in
            labels.iter().enumerate().filter(|(at, label)| says(label, &["total"]) && has_number(*at))
        {
            let before = (0..at).rev().take_while(|other| has_number(*other)).count();
            let after = (at + 1..lines.len()).take_while(|other| has_number(*other)).count().min(MOST_PARTS);
            let ways = (2..=after)
                .map(|parts| at + 1..at + 1 + parts)
                .chain((2..=before).rev().map(|parts| at - parts..at));
            let sums = |parts: &std::ops::Range<usize>| -> Vec<Option<(u64, Vec<Decimal>)>> {
                let sum = |column: usize| {
                    lines[at][column]?.count()?;
                    let parts = || lines[parts.clone()].iter().map(|line| line[column]);
                    let counts: Option<Vec<u64>> = parts().map(|part| part?.count()).collect();
                    Some((
                        counts?.iter().fold(0, |sum: u64, part| sum.saturating_add(*part)),
                        parts().flatten().map(|part| part.value).collect(),
                    ))
                };
                (0..lines[at].len()).map(sum).collect()
            };
            let fits = |parts: &std::ops::Range<usize>| {
                let sums = sums(parts);
                let known = sums.iter().flatten().count();
                let equal = lines[at].iter().zip(&sums).filter(|(total, sum)| {
                    total.zip(sum.as_ref()).is_some_and(|(total, (sum, _))| total.count() == Some(*sum))
                });
                equal.count() * 2 > known
            };
            let is_plain = labels[at].trim().eq_ignore_ascii_case("total") && before > 1;
            let Some(parts) = ways.clone().find(fits).or_else(|| (is_plain && before == at).then_some(0..at))
            else {
                continue;
            };
            let sums = sums(&parts);
            for (total, (sum, parts)) in lines[at].iter().zip(sums).filter_map(|(total, sum)| total.zip(sum))
            {
                let sum = Decimal::new(i64::try_from(sum).unwrap_or(i64::MAX), 0);
                let verdict = if sum == total.value { Verdict::Agrees } else { Verdict::Differs };
                let reason = Reason::Sum { parts, sum };
                self.cell(
                    total,
                    Found { kind: Kind::Sum, verdict, stated: total.value, expected: Some(sum), reason },
                );
            }
        }
    }

    /// Lines of percentages that are one line of counts out of another.
    fn check_shares_of_lines(&mut self, lines: &[Line<'_>], labels: &[String]) {
        for (at, line) in lines.iter().enumerate() {
            // A change in percent is no share.
            if !is_of_percent(line, &labels[at]) || says(&labels[at], CHANGES) {
                continue;
            }
            // Among lines further away some agree by chance.
            let counts: Vec<usize> = (at.saturating_sub(NEAR)..lines.len().min(at + NEAR + 1))
                .filter(|other| *other != at && !is_of_percent(&lines[*other], &labels[*other]))
                .collect();
            let of = |count: usize, base: usize| {
                let verdicts = line.iter().enumerate().filter_map(move |(column, number)| {
                    let (count, base) = (lines[count][column]?.count()?, lines[base][column]?.count()?);
                    Some(((*number)?, count, base, agreement::share((*number)?.value, count, base)?))
                });
                verdicts.collect::<Vec<_>>()
            };
            let score = |found: &[(&Number, u64, u64, Verdict)]| {
                found.iter().filter(|each| each.3 <= Verdict::Agrees && each.3 >= Verdict::Truncated).count()
            };
            let pairs = counts
                .iter()
                .flat_map(|count| counts.iter().map(move |base| (*count, *base)))
                .filter(|(count, base)| count != base);
            let best =
                pairs.take(MOST_PAIRS).map(|(count, base)| of(count, base)).max_by_key(|found| score(found));
            let Some(found) = best else { continue };
            let enough = if found.len() < 3 {
                found.len() == 2 && score(&found) == 2
            } else {
                score(&found) * 3 >= found.len() * 2
            };
            if !enough {
                continue;
            }
            for (number, count, base, verdict) in found {
                let found = Found {
                    kind: Kind::PercentageColumn,
                    ..share::share(number.value, verdict, count, base)
                };
                self.cell(number, found);
            }
        }
    }

    /// Percentages beside counts that have a total: each is that count of the total, and together they are all.
    fn check_shares_of_totals(&mut self, lines: &[Line<'_>], others: &[String]) {
        let Some(total) = others.iter().position(|label| says(label, &["total"])) else { return };
        for line in
            lines.iter().filter(|line| line.iter().flatten().filter(|number| number.is_percent).count() > 2)
        {
            let parts: Vec<(usize, &Number)> = line
                .iter()
                .enumerate()
                .filter(|(at, _)| *at != total)
                .filter_map(|(at, number)| Some((at, (*number)?)))
                .collect();
            if let Some(all) =
                line[total].filter(|all| all.is_percent && Exact::from(all.value) == Exact::whole(100))
            {
                let decimals = parts.iter().map(|(_, part)| part.value.decimals()).max().unwrap_or(0);
                let sum = parts.iter().filter_map(|(_, part)| part.value.units_at(decimals)).sum::<i64>();
                let sum = Decimal::new(sum, decimals);
                let whole = 100 * 10_i64.saturating_pow(decimals.into());
                // Each part may be off by half of its last digit.
                let is_rounding = sum.units().abs_diff(whole) * 2 <= parts.len() as u64;
                let verdict = if is_rounding { Verdict::Agrees } else { Verdict::Differs };
                let expected = if is_rounding { all.value } else { sum };
                let found = Found {
                    kind: Kind::ShareSum,
                    verdict,
                    stated: all.value,
                    expected: Some(expected),
                    reason: Reason::Shares(sum),
                };
                // Rows that are no parts of the whole add up to something else altogether.
                if sum.units().abs_diff(whole) * MOST_AWAY <= whole.unsigned_abs() {
                    self.cell(all, found);
                }
            }
            // Where the total is wrong, the shares may be of what the parts add up to.
            let bases = lines.iter().filter_map(|counts| {
                let of_part = |(at, _): &(usize, &Number)| counts[*at]?.count();
                let sum = parts.iter().map(of_part).try_fold(0_u64, |sum, count| sum.checked_add(count?));
                let stated = counts[total]?.count()?;
                Some(
                    [Some(stated), sum.filter(|sum| *sum != stated)]
                        .into_iter()
                        .flatten()
                        .map(move |base| (counts, base)),
                )
            });
            let counted = bases.flatten().filter_map(|(counts, base)| {
                let found: Vec<(&Number, u64, Verdict)> = parts
                    .iter()
                    .filter_map(|(at, part)| {
                        let count = counts[*at]?.count()?;
                        Some((*part, count, agreement::share(part.value, count, base)?))
                    })
                    .collect();
                let agreeing = found.iter().filter(|(.., verdict)| *verdict >= Verdict::Truncated).count();
                (found.len() > 2 && agreeing * 3 >= found.len() * 2).then_some((base, found))
            });
            let agreeing = |found: &[(&Number, u64, Verdict)]| {
                found.iter().filter(|(.., verdict)| *verdict >= Verdict::Truncated).count()
            };
            let counted = counted.max_by_key(|(_, found)| (found.len(), agreeing(found)));
            let Some((base, found)) = counted else { continue };
            for (part, count, verdict) in found {
                self.cell(
                    part,
                    Found { kind: Kind::PercentageColumn, ..share::share(part.value, verdict, count, base) },
                );
            }
        }
    }

    /// Rates per 10,000 beside their counts: one population gives them all.
    fn check_rates(&mut self, lines: &[Line<'_>], labels: &[String]) {
        for (at, rates) in
            lines.iter().enumerate().filter(|(at, _)| says(&labels[*at], &["10", "10,000", "10000", "10k"]))
        {
            let best = (0..lines.len())
                .filter(|other| *other != at)
                .filter_map(|other| population(rates, &lines[other]))
                .max_by_key(|found| found.2);
            let Some((population, counts, fitting)) = best else { continue };
            let known =
                rates.iter().zip(&counts).filter(|(rate, count)| rate.is_some() && count.is_some()).count();
            if known < 3 || fitting * 3 < known * 2 {
                continue;
            }
            for (rate, count) in rates.iter().zip(counts).filter_map(|(rate, count)| (*rate).zip(count)) {
                let Some(exact) = Exact::scaled(count, population, 10_000) else { continue };
                self.cell(
                    rate,
                    Found {
                        kind: Kind::PercentageColumn,
                        verdict: agreement::verdict(rate.value, exact),
                        stated: rate.value,
                        expected: Some(exact.rounded(rate.value.decimals())),
                        reason: Reason::Rate { count, population },
                    },
                );
            }
        }
    }

    /// A column of what remains of the two columns before it: admissions, discharges, net.
    fn check_net(&mut self, grid: &Grid) {
        let is_net = |head: &Vec<String>| head.iter().any(|text| says(text, &["net"]));
        for column in (2..grid.heads.len()).filter(|column| is_net(&grid.heads[*column])) {
            let of_row = |row: &'_ [Option<Number>]| {
                let number = |at: usize| row.get(at).and_then(Option::as_ref).filter(|each| !each.is_percent);
                let (first, second, net) =
                    (number(column - 2)?, number(column - 1)?, number(column)?.clone());
                Some((first.value, second.value, net))
            };
            let lines: Vec<(Decimal, Decimal, Number)> =
                grid.rows.iter().filter_map(|row| of_row(row)).collect();
            let exact = |from: Decimal, to: Decimal| Exact::from(from).minus(to.into());
            let fits = |(first, second, net): &&(Decimal, Decimal, Number)| {
                exact(*first, *second) == Some(net.value.into())
            };
            if lines.len() < 3 || lines.iter().filter(fits).count() * 3 < lines.len() * 2 {
                continue;
            }
            for (first, second, net) in lines {
                let Some(change) = exact(first, second) else { continue };
                let expected = change.rounded(net.value.decimals());
                let found = Found {
                    kind: Kind::Change,
                    verdict: if change == net.value.into() { Verdict::Agrees } else { Verdict::Differs },
                    stated: net.value,
                    expected: Some(expected),
                    reason: Reason::Change { from: second, to: first, by: By::Number },
                };
                self.cell(&net, found);
            }
        }
    }

    /// Columns of differences between the two columns before them.
    fn check_differences(&mut self, grid: &Grid) {
        let differs = |head: &Vec<String>| head.iter().any(|text| says(text, CHANGES));
        for column in (2..grid.heads.len()).filter(|column| differs(&grid.heads[*column])) {
            let before = [column - 2, column - 1];
            if before.iter().any(|other| differs(&grid.heads[*other])) {
                continue;
            }
            let year = |at: usize| grid.heads[at].iter().find_map(|text| Period::parse(text).ok());
            let is_backwards =
                matches!((year(before[0]), year(before[1])), (Some(first), Some(second)) if first > second);
            let says_percent = |at: usize| grid.heads[at].iter().any(|text| text.contains('%'));
            for (row, label) in grid.rows.iter().zip(&grid.labels) {
                let number = |at: usize| row.get(at).and_then(Option::as_ref);
                let (Some(first), Some(second), Some(stated)) =
                    (number(before[0]), number(before[1]), number(column))
                else {
                    continue;
                };
                let (from, to) =
                    if is_backwards { (second.value, first.value) } else { (first.value, second.value) };
                let unit = match () {
                    () if first.is_percent => Unit::Percent,
                    () if says_percent(before[0]) || label.contains('%') => Unit::Other,
                    () if stated.is_percent || says_percent(column) => Unit::Relative,
                    () => Unit::Other,
                };
                let Some(found) = difference(stated.value, from, to, unit) else { continue };
                self.cell(stated, found);
            }
        }
    }

    /// Percentages under the number in the cohort.
    fn check_cohorts(&mut self, lines: &[Line<'_>], labels: &[String]) {
        let own = |label: &str| -> Vec<String> {
            let lower = label.to_lowercase();
            let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            words
                .filter(|word| {
                    !matches!(*word, "number" | "in" | "cohort" | "of" | "size" | "the" | "total" | "no")
                })
                .map(str::to_owned)
                .collect()
        };
        for (at, label) in labels.iter().enumerate().filter(|(_, label)| says(label, &["cohort"])) {
            if lines[at].iter().flatten().any(|number| number.count().is_none()) {
                continue;
            }
            let whose = own(label);
            for other in (at + 1..lines.len()).take_while(|other| !says(&labels[*other], &["cohort"])) {
                if !whose.is_empty() && own(&labels[other]) != whose {
                    continue;
                }
                let mut base = None;
                for (cohort, number) in lines[at].iter().zip(&lines[other]) {
                    base = cohort.and_then(Number::count).or(base);
                    if let (Some(base), Some(number)) = (base, number.filter(|number| number.is_percent))
                        && let Some(found) = share::possible(number.value, base)
                    {
                        self.cell(number, found);
                    }
                }
            }
        }
    }
}

/// The most lines after a total that may be its parts.
const MOST_PARTS: usize = 40;

/// How far the counts of a line of percentages are from it.
const NEAR: usize = 4;

/// Words of a line of differences.
const CHANGES: &[&str] = &["difference", "diff", "change", "variance", "movement"];

/// Of the whole, one part in so many is the most that shares are away from it by a slip.
const MOST_AWAY: u64 = 6;

/// The most pairs of lines that are tried.
const MOST_PAIRS: usize = 400;

/// Whether a label has one of these words.
fn says(label: &str, words: &[&str]) -> bool {
    label.to_lowercase().split(|c: char| !c.is_alphanumeric() && c != ',').any(|word| words.contains(&word))
}

/// Whether the numbers of a line are percentages.
fn is_of_percent(line: &Line<'_>, label: &str) -> bool {
    let signed = line.iter().flatten().filter(|number| number.is_percent).count();
    signed > 0 || label.contains('%') && line.iter().any(Option::is_some)
}

/// A population that gives most of the rates with their counts, those counts, and how many rates it gives.
fn population(rates: &Line<'_>, counts: &Line<'_>) -> Option<(u64, Vec<Option<u64>>, usize)> {
    let counts: Vec<Option<u64>> = counts.iter().map(|number| number.and_then(Number::count)).collect();
    let known: Vec<(&Number, u64)> =
        rates.iter().zip(&counts).filter_map(|(rate, count)| (*rate).zip(*count)).collect();
    // Each rate allows populations between two ends; most are allowed somewhere at the lower end of one of them.
    let ends = |(rate, count): &(&Number, u64)| {
        let unit = 10_i128.checked_pow(rate.value.decimals().into())?;
        let doubled = 2 * i128::from(rate.value.units());
        let scaled = i128::from(*count) * 20_000 * unit;
        let low = Exact::new(scaled, doubled + 1)?.floor() + 1;
        let high = Exact::new(scaled, (doubled - 1).max(1))?.floor();
        Some((low, high))
    };
    let allowed: Vec<(i128, i128)> = known.iter().filter_map(ends).collect();
    let within =
        |population: i128| allowed.iter().filter(|(low, high)| (*low..=*high).contains(&population)).count();
    let low = allowed.iter().map(|(low, _)| *low).max_by_key(|low| within(*low))?;
    // In the middle of those that all of these allow.
    let high = allowed
        .iter()
        .filter(|(least, most)| (*least..=*most).contains(&low))
        .map(|(_, most)| *most)
        .min()?;
    Some((u64::try_from(low.midpoint(high)).ok()?, counts, within(low)))
}

/// The finding on a stated difference between two numbers: in their unit, or in percent of the first.
pub(super) fn difference(
    stated: Decimal,
    from: Decimal,
    to: Decimal,
    unit: impl Into<Unit>,
) -> Option<Found> {
    let exact = Exact::from(to).minus(from.into())?;
    let unit = unit.into();
    let by = if unit == Unit::Percent { By::Points } else { By::Number };
    let without_sign = |exact: Exact| if stated.units() >= 0 { exact.magnitude() } else { exact };
    let relative = exact.times(100).and_then(|change| change.divided_by(from.into()));
    let verdict = agreement::verdict(stated, without_sign(exact));
    let fits = |exact: Exact| agreement::verdict(stated, without_sign(exact)) >= Verdict::Truncated;
    let is_relative = verdict != Verdict::Agrees
        && by == By::Number
        && (unit == Unit::Relative || relative.is_some_and(fits));
    let (exact, by) = if is_relative { (relative?, By::Percent) } else { (exact, by) };
    Some(Found {
        kind: Kind::Change,
        verdict: agreement::verdict(stated, without_sign(exact)),
        stated,
        expected: Some(without_sign(exact).rounded(stated.decimals())),
        reason: Reason::Change { from, to, by },
    })
}

/// The unit of two numbers that are compared.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Percent,
    Other,
    /// Numbers whose difference is written in percent.
    Relative,
}

impl From<bool> for Unit {
    fn from(is_percent: bool) -> Self {
        if is_percent { Self::Percent } else { Self::Other }
    }
}
