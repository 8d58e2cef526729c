//! Totals that sentences give by all of their parts: "23 of 88 in county and 4 of 79 out of county" are 27 of 167.

use crate::indicator::{Indicator, KnownSum, Part, Relation, SUMS};
use crate::read::entry::{Entry, Subject};

/// Adds the total of measures of which one sentence or row gives every part with its counts, and the text nowhere the total. The
/// total stands where its first part stands.
pub(super) fn add(entries: &mut Vec<Entry>) {
    let of = |part: Part| {
        move |sum: &&KnownSum| sum.relation == Relation::All && sum.parts.len() > 1 && sum.total.1 == part
    };
    for sum in SUMS.iter().filter(of(Part::Numerator)) {
        let has_base = |base: &KnownSum| {
            base.total.0 == sum.total.0
                && base.parts.iter().map(|part| part.0).eq(sum.parts.iter().map(|part| part.0))
                && base.parts.iter().all(|part| part.1 == Part::Denominator)
        };
        if SUMS.iter().filter(of(Part::Denominator)).any(has_base)
            && !entries.iter().any(|entry| is_of(entry, sum.total.0))
            && let Some(total) = total(entries, sum)
        {
            entries.push(total);
        }
    }
}

fn is_of(entry: &Entry, indicator: &Indicator) -> bool {
    entry.subject.indicator().is_some_and(|measure| measure == indicator)
}

/// The total of the parts of a sum, or `None` where one is missing, given twice, or of another time or council.
fn total(entries: &[Entry], sum: &KnownSum) -> Option<Entry> {
    let mut parts = Vec::new();
    for (indicator, _) in sum.parts {
        let mut own = entries.iter().filter(|entry| is_of(entry, indicator));
        let part = own.next().filter(|_| own.next().is_none())?;
        parts.push((part, part.numerator.parse::<u64>().ok()?, part.denominator.parse::<u64>().ok()?));
    }
    let (first, ..) = *parts.first()?;
    let are_alike = parts.iter().all(|(part, ..)| {
        part.place == first.place && part.period == first.period && part.area == first.area
    });
    let added = |count: fn(&(&Entry, u64, u64)) -> u64| parts.iter().map(count).sum::<u64>().to_string();
    are_alike.then(|| Entry {
        subject: Subject::Known(sum.total.0.into()),
        label: sum.total.0.title.clone().into_owned(),
        numerator: added(|part| part.1),
        denominator: added(|part| part.2),
        value: String::new(),
        ..first.clone()
    })
}
