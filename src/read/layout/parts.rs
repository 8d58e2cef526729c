//! A measure whose numerator, denominator and percentage stand in rows below each other, under its name or a heading.

use crate::read::Reading;
use crate::read::block::Block;
use crate::read::entry::Entry;
use crate::read::meaning::{Holds, Meaning};
use crate::read::row::Row;

/// Which part of a measure a row gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Numerator,
    Denominator,
    Value,
}

impl Part {
    /// The same of a column.
    pub(super) const fn holds(self) -> Holds {
        match self {
            Self::Numerator => Holds::Numerator,
            Self::Denominator => Holds::Denominator,
            Self::Value => Holds::Value,
        }
    }
}

/// The part that a cell names by itself.
pub(super) fn part(cell: &str) -> Option<Part> {
    Some(match cell.to_lowercase().trim_end_matches(['.', ':']) {
        "num" | "numerator" | "number" | "no" | "n" | "count" => Part::Numerator,
        "den" | "denom" | "denominator" | "cohort" | "total" | "total cohort" | "out of" | "base" => {
            Part::Denominator
        }
        "%" | "percent" | "percentage" | "per cent" | "value" | "rate" | "performance" | "result" => {
            Part::Value
        }
        _ => return None,
    })
}

fn cell(row: &Row, column: usize) -> &str {
    row.cells.get(column).map_or("", String::as_str)
}

/// The column, from 0, whose cells name the parts: there are numerators, and denominators or percentages with them.
pub(super) fn column(block: &Block<'_>, meanings: &[Meaning]) -> Option<usize> {
    let is_of_words = |column: &usize| {
        meanings.is_empty()
            || meanings.get(*column).is_some_and(|meaning| {
                matches!(
                    meaning.holds,
                    Holds::Name
                        | Holds::Unit
                        | Holds::Kind
                        | Holds::Section
                        | Holds::Ignored
                        | Holds::Unknown
                )
            })
    };
    (0..4).filter(is_of_words).find(|column| {
        let filled = block.rows().filter(|(_, row)| !cell(row, *column).is_empty()).count();
        let parts: Vec<Part> = block.rows().filter_map(|(_, row)| part(cell(row, *column))).collect();
        let has = |wanted: Part| parts.contains(&wanted);
        let has_headings = block.sections.iter().all(|section| section.heading().is_some());
        let is_all = !meanings.is_empty() || (parts.len() == filled && has_headings);
        has(Part::Numerator)
            && (has(Part::Denominator) || has(Part::Value))
            && parts.len() * 2 >= filled
            && is_all
    })
}

/// Reads a section without column headings: its heading names the measure, the column the parts, and the numbers stand in
/// the column beside them.
pub(super) fn read(block: &Block<'_>, at: usize, column: usize, reading: &mut Reading) {
    let section = &block.sections[at];
    let Some(first) = section.rows.first() else { return };
    let mut entry = Entry { ..super::named(block, at, first, column) };
    section.heading().map_or("", |heading| heading.text.trim_end_matches(':')).clone_into(&mut entry.label);
    for row in &section.rows {
        let text = cell(row, column + 1).to_owned();
        let (into, place) = match part(cell(row, column)) {
            Some(Part::Numerator) => (&mut entry.numerator, &mut entry.columns.numerator),
            Some(Part::Denominator) => (&mut entry.denominator, &mut entry.columns.denominator),
            Some(Part::Value) => (&mut entry.value, &mut entry.columns.value),
            None => {
                super::push_unplaced(row, reading);
                continue;
            }
        };
        if into.is_empty() {
            *into = text;
            *place = column + 2;
        } else {
            super::push_unplaced(row, reading);
        }
    }
    if entry.is_blank() {
        super::push_unplaced(first, reading);
    } else {
        reading.entries.push(entry);
    }
}
