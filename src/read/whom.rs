//! Of whom a measure is that schools have of all their pupils as well: "Attainment 8" in a scorecard of children in care is
//! theirs, and alone it may be anybody's.

use crate::indicator::{self, Measure};

use super::Reading;
use super::entry::{Entry, Subject};
use super::row::Row;
use super::vocabulary::{self, Service};

/// Leaves open whom figures are of, where nothing tells of children in care: neither another figure, nor how the source begins, nor
/// their own names, headings and rows.
pub(super) fn leave_open(reading: &mut Reading, rows: &[Row]) {
    /// Rows that may be the title of a source.
    const FIRST: usize = 5;
    let is = |is: fn(&Measure) -> bool| move |entry: &Entry| entry.subject.indicator().is_some_and(is);
    if !reading.entries.iter().any(is(may_be_of_all_pupils))
        || reading.entries.iter().any(is(is_of_care))
        || rows.iter().take(FIRST).any(|row| tells_of_care(&row.text()))
    {
        return;
    }
    let targets = reading.targets.iter_mut().map(|target| &mut target.entry);
    let others = reading.comparators.iter_mut().map(|other| &mut other.entry);
    for entry in reading.entries.iter_mut().chain(targets).chain(others) {
        let row = rows.iter().find(|row| row.line == entry.place.row);
        if row.is_none_or(|row| !tells_of_care(&row.text())) {
            leave_open_alone(entry);
        }
    }
}

/// The same of an entry of which nothing but its name and its heading may tell.
fn leave_open_alone(entry: &mut Entry) {
    let Some(measure) = entry.subject.indicator().and_then(Measure::catalogue) else { return };
    let Some(all) = indicator::of_all_pupils(measure) else { return };
    let is_own_name = [&*measure.title, &*measure.id].contains(&entry.label.trim());
    if !is_own_name && !tells_of_care(&entry.label) && !tells_of_care(&entry.context) {
        entry.subject = Subject::OneOf(vec![measure, all]);
    }
}

/// Whether schools have it of all their pupils as well.
fn may_be_of_all_pupils(measure: &Measure) -> bool {
    measure.catalogue().is_some_and(|measure| indicator::of_all_pupils(measure).is_some())
}

/// Whether it is of children in care or of those who left it, and of nobody else.
fn is_of_care(measure: &Measure) -> bool {
    let Some(measure) = measure.catalogue() else { return false };
    indicator::of_all_pupils(measure).is_none() && !indicator::is_of_all_pupils(measure)
}

/// Whether a text names children in care, those who left it, or those who work for them.
fn tells_of_care(text: &str) -> bool {
    indicator::speaks_of_care(text) || vocabulary::service(text) == Some(Service::Own)
}
