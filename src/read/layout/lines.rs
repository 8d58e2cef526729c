//! Lines of words: "Three or more placements: 51 of 646", "Visits in timescale 78%".

use crate::period::Period;
use crate::read::block::Block;
use crate::read::cell;
use crate::read::entry::{Columns, Entry};
use crate::read::inside;
use crate::read::meaning::{self, Holds};
use crate::read::named::named_value;
use crate::read::row::Row;
use crate::read::side::Side;
use crate::read::{Layout, Reading};

use super::names::Names;
use super::title;

/// A name and its numbers in one text.
pub(crate) struct Parsed<'a> {
    /// The name, or `None` if the heading gives it.
    pub name: &'a str,
    /// The name with what is said after the numbers, which may restrict it: "51 of 60 boys".
    label: String,
    numerator: &'a str,
    denominator: &'a str,
    value: String,
    /// The period that stands in brackets behind it; empty for none.
    year: &'a str,
}

/// Finds a name and its numbers in a text.
pub(crate) fn parse(text: &str) -> Option<Parsed<'_>> {
    // "England 54% (2023/24)".
    let (text, year) = inside::of_year(text);
    let year = year.unwrap_or_default();
    let found = if let Some((name, numerator, denominator, percent, after)) = cell::out_of(text) {
        // "Long-term stability: 69.5% (162 of 233)".
        let before = name.trim_end_matches(['(', ' ']);
        let (name, value) = match percent {
            Some(percent) => (name, format!("{percent}%")),
            None => named_value(before)
                .filter(|(_, value)| {
                    value.ends_with('%') || (before.len() < name.len() && value.contains('.'))
                })
                .map_or_else(|| (name, String::new()), |(name, value)| (name, value.to_owned())),
        };
        let parts = [name.trim_matches(MARKS), after.trim_matches(MARKS)];
        let label = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let name = if parts[0].is_empty() { parts[1] } else { parts[0] };
        Parsed { name, label, numerator, denominator, value, year }
    } else {
        let (name, value) = named_value(text)?;
        let name = name.trim_matches(MARKS);
        Parsed { name, label: name.to_owned(), numerator: "", denominator: "", value: value.to_owned(), year }
    };
    Some(found)
}

/// Whether more is told behind so many of so many: "41 of 44 children, or 93% (England 87%)".
pub(crate) fn goes_on(text: &str) -> bool {
    let after = cell::out_of(text).map_or("", |(.., after)| after);
    let percentages = after.matches('%').count();
    percentages > 1 || (percentages == 1 && after.contains(", "))
}

/// What stands around a name.
const MARKS: [char; 12] =
    [':', '-', ' ', '.', '\u{2013}', '\u{2014}', '\u{2022}', '\u{B7}', '*', '(', ')', ','];

/// Reads a row whose counts stand within one cell of words, and says whether it could.
pub(super) fn read_row(block: &Block<'_>, section: usize, row: &Row, reading: &mut Reading) -> bool {
    let mut filled = row.filled();
    let (Some((index, text)), None) = (filled.next(), filled.next()) else { return false };
    let pieces: Vec<&str> = text.split(" | ").collect();
    let parsed: Option<Vec<Parsed<'_>>> = pieces.iter().map(|piece| parse(piece)).collect();
    // "Female: 205 (44%) | Male: 261 (56%)".
    let Some(parsed) = parsed.filter(|parsed| parsed.len() > 1).or_else(|| Some(vec![parse(text)?])) else {
        return false;
    };
    for each in parsed {
        push(block, section, row, index, each, reading);
    }
    super::use_layout(Layout::Lines, &mut reading.layouts);
    true
}

/// Adds what a name and its numbers in a cell say.
fn push(
    block: &Block<'_>,
    section: usize,
    row: &Row,
    index: usize,
    Parsed { label, numerator, denominator, value, year, .. }: Parsed<'_>,
    reading: &mut Reading,
) {
    let mut entry = super::named(block, section, row, index);
    let is_answer =
        matches!(label.to_lowercase().as_str(), "a" | "answer" | "response" | "reply") || is_value(&label);
    if is_answer || Period::parse(&label).is_ok() {
        // A time or an answer under the question: the heading says what of.
        entry.label = title::measure(block, section, &mut Names::default(), "");
        if !is_answer {
            entry.period = label;
        }
    } else if !label.is_empty() {
        entry.label = label;
    } else if let Some(heading) = block.sections[section].heading() {
        heading.text.trim_end_matches([':', ' ']).clone_into(&mut entry.label);
    } else {
        entry.label.clear();
    }
    if !year.is_empty() {
        year.clone_into(&mut entry.period);
    }
    let column = index + 1;
    reading.entries.push(Entry {
        numerator: numerator.to_owned(),
        denominator: denominator.to_owned(),
        value,
        columns: Columns { numerator: column, denominator: column, value: column, ..Columns::default() },
        ..entry
    });
}

/// Whether a text heads values and says nothing else: "Actual", "Result".
fn is_value(text: &str) -> bool {
    let meaning = meaning::describe(text);
    meaning.holds == Holds::Value
        && meaning.words.is_empty()
        && meaning.when.is_none()
        && meaning.side == Side::Own
}
