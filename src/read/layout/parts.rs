//! A measure whose numerator, denominator and percentage stand in rows below each other, under its name or a heading.

use crate::period::Period;
use crate::read::Reading;
use crate::read::block::Block;
use crate::read::entry::{Columns, Entry};
use crate::read::header::Column;
use crate::read::row::Row;

/// Which part of a measure a row gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Numerator,
    Denominator,
    Value,
}

/// The part that a cell names by itself.
fn part(cell: &str) -> Option<Part> {
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

/// The rows of one measure.
struct Measure<'a> {
    /// The row with its name, or its first.
    first: &'a Row,
    /// Its name; empty where the heading gives it.
    label: &'a str,
    numerator: Option<&'a Row>,
    denominator: Option<&'a Row>,
    value: Option<&'a Row>,
}

impl<'a> Measure<'a> {
    const fn new(first: &'a Row, label: &'a str) -> Self {
        Self { first, label, numerator: None, denominator: None, value: None }
    }

    fn part(&mut self, part: Part) -> &mut Option<&'a Row> {
        match part {
            Part::Numerator => &mut self.numerator,
            Part::Denominator => &mut self.denominator,
            Part::Value => &mut self.value,
        }
    }
}

/// The column, from 0, whose cells name the parts: there are numerators, and denominators or percentages with them.
pub(super) fn column(block: &Block<'_>) -> Option<usize> {
    let is_of_words = |column: &usize| {
        let header = block.header.as_ref();
        header.is_none_or(|header| matches!(header.columns.get(*column), Some(Column::Name | Column::Other)))
    };
    (0..2).filter(is_of_words).find(|column| {
        let filled = block.rows.iter().filter(|row| !cell(row, *column).is_empty()).count();
        let parts: Vec<Part> = block.rows.iter().filter_map(|row| part(cell(row, *column))).collect();
        let has = |wanted: Part| parts.contains(&wanted);
        let is_all = block.header.is_some() || (parts.len() == filled && block.heading.is_some());
        has(Part::Numerator)
            && (has(Part::Denominator) || has(Part::Value))
            && parts.len() * 2 >= filled
            && is_all
    })
}

/// Reads the parts named in a column, under the periods of the header or, without one, in the column beside them.
pub(super) fn read(block: &Block<'_>, column: usize, reading: &mut Reading) {
    let values: Vec<(usize, Option<Period>)> = match &block.header {
        Some(header) => header.periods().map(|(index, period)| (index, Some(period))).collect(),
        None => vec![(column + 1, None)],
    };
    let label_column = match &block.header {
        Some(header) => header.position(Column::Name).unwrap_or(0),
        None => column,
    };
    let mut measures: Vec<Measure<'_>> = Vec::new();
    for row in block.rows.iter().copied() {
        if let Some(header) = &block.header
            && super::is_longer_than_header(header, row, reading)
        {
            continue;
        }
        let label = cell(row, label_column);
        let Some(part) = part(cell(row, column)) else {
            // The measure's own row gives its value, or only its name.
            let mut measure = Measure::new(row, label);
            measure.value = values.iter().any(|(index, _)| !cell(row, *index).is_empty()).then_some(row);
            measures.push(measure);
            continue;
        };
        let is_named = column != label_column && !label.is_empty();
        if is_named || measures.is_empty() {
            measures.push(Measure::new(row, if is_named { label } else { "" }));
        }
        match measures.last_mut().map(|measure| measure.part(part)) {
            Some(place @ None) => *place = Some(row),
            _ => super::push_unplaced(row, reading),
        }
    }
    for measure in measures {
        let before = reading.entries.len();
        reading.entries.extend(values.iter().filter_map(|(index, period)| {
            let text = |row: Option<&Row>| row.map_or("", |row| cell(row, *index)).to_owned();
            let entry = Entry {
                period: period.map_or_else(String::new, |period| period.to_string()),
                numerator: text(measure.numerator),
                denominator: text(measure.denominator),
                value: text(measure.value),
                columns: Columns {
                    numerator: index + 1,
                    denominator: index + 1,
                    value: index + 1,
                    ..Columns::default()
                },
                ..super::named(block, measure.first, label_column)
            };
            let label = if measure.label.is_empty() {
                block.heading.as_ref().map_or("", |(_, heading)| heading.trim_end_matches(':'))
            } else {
                measure.label
            };
            (!entry.is_blank()).then(|| Entry { label: label.to_owned(), ..entry })
        }));
        if reading.entries.len() == before {
            super::push_unplaced(measure.first, reading);
        }
    }
}
