//! Of how many a count is: the total of its table, or the number that its percentage shows it to be of.

use crate::figure::{Amount, Place};
use crate::indicator::{self, Cohort, Indicator, Kind, Match};
use crate::number::Decimal;
use crate::read::Reading;
use crate::read::block::Block;
use crate::read::cell::{self, Cell};
use crate::read::entry::{Entry, Subject};
use crate::read::problem::{Problem, TableProblem};
use crate::read::vocabulary;

use super::draft::{Draft, Sort};
use super::names::Names;
use super::title;

/// The most totals and numbers of children of a table that are looked at as bases.
const MOST: usize = 100;

/// The count that a draft gives, as it is written.
fn count(entry: &Entry) -> Option<(&str, i64)> {
    let text = if entry.numerator.is_empty() { &entry.value } else { &entry.numerator };
    cell::whole(text).map(|number| (text.as_str(), number))
}

fn is_numerator(entry: &Entry) -> bool {
    !entry.numerator.is_empty() && entry.denominator.is_empty()
}

/// Whether a draft is of a measure that can have a denominator; that of a name that is open may.
fn can_have_base(draft: &Draft) -> bool {
    draft.entry.subject.indicator().is_none_or(|measure| measure.kind == Kind::Share)
}

/// Makes numerators of the numbers above a total that is their sum, and gives each its total. Returns whether there was
/// one.
pub(super) fn of_totals(drafts: &mut [Draft], reading: &mut Reading) -> bool {
    let mut is_breakdown = false;
    let totals: Vec<usize> = (0..drafts.len())
        .filter(|at| drafts[*at].is_total && drafts[*at].sort == Sort::Own)
        .take(MOST)
        .collect();
    for at in totals {
        let total = drafts[at].clone();
        let Some((text, number)) = count(&total.entry) else { continue };
        if !matches!(cell::parse(&total.entry.value), Cell::Blank | Cell::Number(_))
            && !is_whole_of_itself(&total.entry)
        {
            continue;
        }
        let same = |draft: &Draft| {
            draft.sort == Sort::Own
                && draft.section == total.section
                && draft.column == total.column
                && !draft.is_total
                && draft.entry.period == total.entry.period
        };
        let above: Vec<usize> = (0..at).filter(|other| same(&drafts[*other])).collect();
        let parts: Vec<usize> = (at + 1..drafts.len())
            .filter(|other| same(&drafts[*other]) && is_of_which(&drafts[*other].entry.label))
            .collect();
        let are_numerators = above
            .iter()
            .all(|other| is_numerator(&drafts[*other].entry) || count(&drafts[*other].entry).is_none());
        let has_numerators = above.iter().any(|other| is_numerator(&drafts[*other].entry));
        let counts: Vec<Option<i64>> =
            above.iter().map(|other| count(&drafts[*other].entry).map(|(_, number)| number)).collect();
        let sum: i64 = counts.iter().flatten().sum();
        let hidden = i64::try_from(counts.iter().filter(|count| count.is_none()).count()).unwrap_or(0);
        if above.is_empty() {
            continue;
        }
        let adds_up = if hidden == 0 { sum == number } else { sum <= number && number - sum <= hidden * 10 };
        if !(adds_up || (has_numerators && are_numerators)) {
            continue;
        }
        if hidden == 0 && sum != number {
            let place = Place { row: total.entry.place.row, column: total.column + 1, ..Place::default() };
            reading.problems.push(Problem::new(
                place,
                text,
                TableProblem::TotalDiffers { sum, stated: number },
            ));
        }
        is_breakdown = true;
        if adds_up && let Some(counted) = counted(above.iter().map(|other| &drafts[*other])) {
            drafts[at].entry.subject = Subject::Known(counted.into());
        }
        for other in above.into_iter().chain(parts) {
            let draft = &mut drafts[other];
            if can_have_base(draft) {
                give(&mut draft.entry, text);
            }
        }
    }
    is_breakdown
}

/// The number of children, if there is an indicator of it, of which the parts of a total are shares.
fn counted<'a>(parts: impl Iterator<Item = &'a Draft>) -> Option<&'static Indicator> {
    let mut cohorts: Vec<Cohort> = Vec::new();
    for indicator in
        parts.filter(|draft| !draft.is_doubtful).filter_map(|draft| draft.entry.subject.indicator())
    {
        cohorts.push(indicator.cohort.filter(|_| indicator.kind == Kind::Share)?);
    }
    let first = *cohorts.first().filter(|_| cohorts.len() > 1)?;
    let is_one = cohorts.iter().all(|cohort| *cohort == first);
    let counted = |indicator: &&Indicator| indicator.kind == Kind::Count && indicator.counts == first;
    indicator::all().iter().find(counted).filter(|_| is_one)
}

fn is_whole_of_itself(entry: &Entry) -> bool {
    matches!(cell::parse(&entry.value), Cell::Percent(percent) if percent == Decimal::new(100, 0) || percent.trimmed() == Decimal::new(100, 0))
}

fn is_of_which(label: &str) -> bool {
    let words = vocabulary::words(label);
    matches!(words.as_slice(), [first, second, ..] if first == "of" && matches!(second.as_str(), "which" | "whom" | "these" | "those" | "them"))
}

/// Makes counts of a draft's number: the number and its base.
fn give(entry: &mut Entry, base: &str) {
    if entry.numerator.is_empty() {
        match cell::parse(&entry.value) {
            Cell::Number(_) => {
                entry.numerator = std::mem::take(&mut entry.value);
                entry.columns.numerator = std::mem::take(&mut entry.columns.value);
            }
            Cell::CountWithPercent(count, percent) => {
                let (count, percent) = (count.to_owned(), format!("{percent}%"));
                entry.numerator = count;
                entry.value = percent;
                entry.columns.numerator = entry.columns.value;
            }
            _ => return,
        }
    }
    base.clone_into(&mut entry.denominator);
    entry.columns.denominator = entry.columns.numerator;
    entry.find_subject();
}

/// Finds of how many the counts are that stand with their percentage: a total, the row they are part of, a number that
/// the title gives, or the cohort of their indicator. Only a base of which the count is that percentage is taken.
pub(super) fn find(block: &Block<'_>, drafts: &mut [Draft]) {
    let of_title = block.titles.iter().find_map(|title| title::base(&title.text));
    let is_number =
        |draft: &Draft| draft.entry.subject.indicator().is_some_and(|counted| counted.kind == Kind::Count);
    let of_use: Vec<usize> =
        (0..drafts.len()).filter(|at| drafts[*at].is_total || is_number(&drafts[*at])).take(MOST).collect();
    for at in 0..drafts.len() {
        let draft = &drafts[at];
        let Some(indicator) =
            draft.entry.subject.indicator().filter(|indicator| indicator.kind == Kind::Share)
        else {
            continue;
        };
        if draft.sort != Sort::Own || !draft.entry.denominator.is_empty() {
            continue;
        }
        let Some((numerator, percent)) = count_and_percent(&draft.entry) else { continue };
        let same = |other: &Draft| {
            other.sort == Sort::Own
                && other.entry.period == draft.entry.period
                && other.entry.area == draft.entry.area
                && other.words == draft.words
        };
        let base = |other: &Draft| count(&other.entry).map(|(text, _)| text.to_owned());
        let is_alone = |other: &Draft| {
            let is_count = cell::whole(&other.entry.value).is_some()
                || other.entry.value.is_empty()
                || is_whole_of_itself(&other.entry);
            is_count && other.entry.denominator.is_empty() && other.column == draft.column
        };
        let bases = || of_use.iter().map(|at| &drafts[*at]);
        let totals = bases().filter(|other| other.is_total && same(other)).filter_map(base);
        let cohort = bases().filter(|other| {
            same(other)
                && indicator.cohort.is_some()
                && other.entry.subject.indicator().is_some_and(|counted| {
                    counted.kind == Kind::Count && Some(counted.counts) == indicator.cohort
                })
        });
        let mut sure = totals.chain(cohort.filter_map(base)).chain(of_title.clone());
        let before = drafts[..at]
            .iter()
            .rev()
            .find(|other| other.section == draft.section && same(other) && is_alone(other));
        let near = before.and_then(base).filter(|_| is_telling(percent));
        let is_of = |base: &String| is_percentage_of(numerator, base, percent, indicator.kind);
        // Rows below "of which" are of the row above.
        let found = if is_of_which(&draft.entry.label) {
            before.and_then(base).filter(is_of)
        } else {
            near.filter(is_of).or_else(|| sure.find(is_of))
        };
        if let Some(base) = found {
            give(&mut drafts[at].entry, &base);
        }
    }
}

fn count_and_percent(entry: &Entry) -> Option<(i64, Decimal)> {
    match cell::parse(&entry.value) {
        Cell::CountWithPercent(count, percent) if entry.numerator.is_empty() => {
            Some((cell::whole(count)?, percent))
        }
        Cell::CountWithPercent(_, percent) | Cell::Percent(percent) | Cell::Number(percent) => {
            Some((cell::whole(&entry.numerator)?, percent))
        }
        _ => None,
    }
}

/// Whether so few bases give a percentage that one of them is no accident.
fn is_telling(percent: Decimal) -> bool {
    let (units, decimals) = (percent.units(), percent.decimals());
    if decimals == 0 { units >= 20 } else { units >= 20 * 10_i64.pow(u32::from(decimals) - 1) }
}

pub(super) fn is_percentage_of(numerator: i64, base: &str, percent: Decimal, kind: Kind) -> bool {
    let counts =
        u64::try_from(numerator).ok().zip(cell::whole(base).and_then(|base| u64::try_from(base).ok()));
    counts.is_some_and(|(numerator, denominator)| {
        let amount = Amount::Counts { numerator, denominator };
        denominator >= numerator
            && denominator > 0
            && amount.exact(kind).is_some_and(|exact| exact.rounded(percent.decimals()) == percent)
    })
}

/// Totals are figures only where their heading names a number of children; elsewhere they were of use as bases.
pub(super) fn drop_totals(block: &Block<'_>, drafts: &mut Vec<Draft>) {
    let mut names = Names::default();
    for draft in drafts.iter_mut().filter(|draft| draft.is_total && draft.entry.subject.indicator().is_none())
    {
        let Some(nearest) = block.outwards(draft.section).next() else { continue };
        let forms = title::forms(&nearest.text);
        let counts_children = |form: &&String| matches!(names.of(form, ""), Match::Exact(counted) if counted.kind == Kind::Count);
        if let Some(form) = forms.iter().find(counts_children) {
            draft.entry.label.clone_from(form);
            draft.entry.find_subject();
        }
    }
    drafts.retain(|draft| !draft.is_total || draft.entry.subject.indicator().is_some());
}
