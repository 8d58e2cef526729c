//! Rates per 10,000 in brackets behind counts: "446 (79.2 per 10,000)".

use crate::read::cell::{self, Cell};
use crate::read::entry::Entry;
use crate::read::inside::Inside;
use crate::read::layout::draft::{Draft, Drafts};
use crate::read::meaning::Holds;

/// What the name of a rate ends with.
const ENDING: &str = " per 10,000";

/// Puts the rate that stands in brackets behind a count as a figure of its own.
pub(super) fn put(mut draft: Draft, inside: Option<&Inside>, column: usize, drafts: &mut Drafts) {
    let Some(rate) = inside.map(|inside| &inside.rate).filter(|rate| !rate.is_empty()) else { return };
    draft.entry.label.push_str(ENDING);
    drafts.begin_measure();
    drafts.put(&draft, Holds::Value, rate, column);
    drafts.begin_measure();
}

/// Makes a figure of others beside a count and its rate one of the rate: "70" of England is no count.
pub(super) fn of_others(entry: &mut Entry, value: &str) {
    const LEAST_COUNT: i64 = 1000;
    if matches!(cell::parse(value), Cell::Number(number) if number.units() < LEAST_COUNT) {
        entry.label.push_str(ENDING);
    }
}
