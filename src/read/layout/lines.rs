//! Lines of words: "Three or more placements: 51 of 646", "Visits in timescale 78%".

use crate::read::block::Block;
use crate::read::cell;
use crate::read::entry::{Columns, Entry};
use crate::read::named::named_value;
use crate::read::row::Row;
use crate::read::{Layout, Reading};

/// A name and its numbers in one text.
pub(crate) struct Parsed<'a> {
    /// The name, or nothing where the heading gives it.
    pub name: &'a str,
    numerator: &'a str,
    denominator: &'a str,
    value: String,
}

/// Finds a name and its numbers in a text.
pub(crate) fn parse(text: &str) -> Option<Parsed<'_>> {
    let found = if let Some((name, numerator, denominator, percent, after)) = cell::out_of(text) {
        let is_empty = name.trim_end_matches([':', '-', ' ', '\u{2013}', '\u{2014}', '(']).is_empty();
        let name = if is_empty { after } else { name };
        // "Long-term stability: 69.5% (162 of 233)".
        let before = name.trim_end_matches(['(', ' ']);
        let (name, value) = match percent {
            Some(percent) => (name, format!("{percent}%")),
            None => named_value(before)
                .filter(|(_, value)| value.ends_with('%'))
                .map_or_else(|| (name, String::new()), |(name, value)| (name, value.to_owned())),
        };
        Parsed { name, numerator, denominator, value }
    } else {
        let (name, value) = named_value(text)?;
        Parsed { name, numerator: "", denominator: "", value: value.to_owned() }
    };
    let marks = [':', '-', ' ', '\u{2013}', '\u{2014}', '\u{2022}', '\u{B7}', '*', '(', ')', ','];
    Some(Parsed { name: found.name.trim_matches(marks), ..found })
}

/// Reads a row whose counts stand within one cell of words, and says whether it could.
pub(super) fn read_row(block: &Block<'_>, section: usize, row: &Row, reading: &mut Reading) -> bool {
    let mut filled = row.filled();
    let (Some((index, text)), None) = (filled.next(), filled.next()) else { return false };
    let Some(Parsed { name, numerator, denominator, value }) = parse(text) else { return false };
    let mut entry = super::named(block, section, row, index);
    if !name.is_empty() {
        name.clone_into(&mut entry.label);
    } else if let Some(heading) = block.sections[section].heading() {
        heading.text.trim_end_matches([':', ' ']).clone_into(&mut entry.label);
    } else {
        entry.label.clear();
    }
    let column = index + 1;
    super::use_layout(Layout::Lines, &mut reading.layouts);
    reading.entries.push(Entry {
        numerator: numerator.to_owned(),
        denominator: denominator.to_owned(),
        value,
        columns: Columns { numerator: column, denominator: column, value: column, ..Columns::default() },
        ..entry
    });
    true
}
