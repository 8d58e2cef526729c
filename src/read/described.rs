//! The columns by which our own CSV describes the council's own measures, so that they are read back as they were.

use std::collections::HashMap;

use crate::indicator::{Good, Kind, Measure, OwnMeasure, Theme};

use super::Reading;
use super::entry::Subject;
use super::row::Row;

/// The headings of these columns: the id of the measure, its kind, its good direction, its theme and its definition.
pub const OWN_COLUMNS: [&str; 5] = ["own measure", "kind", "good direction", "theme", "definition"];

/// What these columns hold for a measure of the council's own.
pub fn own_cells(measure: &Measure) -> [&str; 5] {
    [&measure.id, measure.kind.id(), measure.good.id(), measure.theme.id(), &measure.definition]
}

/// The council's own measures that the rows of a table describe, by row.
pub(super) struct Described(HashMap<usize, OwnMeasure>);

impl Described {
    /// Takes these columns out of a table that ends with them.
    pub(super) fn take(rows: &mut [Row]) -> Self {
        let first = |row: &Row| row.cells.len().checked_sub(OWN_COLUMNS.len());
        let is_header = |row: &Row| first(row).is_some_and(|first| row.cells[first..] == OWN_COLUMNS);
        let mut described = HashMap::new();
        if let Some(at) = rows.iter().position(is_header)
            && let Some(first) = first(&rows[at])
        {
            for row in rows[at..].iter_mut().filter(|row| row.cells.len() > first) {
                let cells = row.cells.split_off(first);
                described.extend(measure(&row.cells, &cells).map(|measure| (row.line, measure)));
            }
        }
        Self(described)
    }

    /// Reads the entries of these rows as the measures described.
    pub(super) fn apply(&self, reading: &mut Reading) {
        for entry in &mut reading.entries {
            if let Some(measure) = self.0.get(&entry.place.row) {
                entry.subject = Subject::Known(Measure::from(measure));
            }
        }
    }
}

/// The measure that a row describes, the title of which is its first cell.
fn measure(cells: &[String], described: &[String]) -> Option<OwnMeasure> {
    let [id, kind, good, theme, rest @ ..] = described else { return None };
    Some(OwnMeasure {
        id: Some(id).filter(|id| OwnMeasure::is_id(id))?.clone(),
        title: cells.first()?.clone(),
        kind: Kind::ALL.into_iter().find(|each| each.id() == kind)?,
        good: Good::ALL.into_iter().find(|each| each.id() == good)?,
        theme: Theme::ALL.into_iter().find(|each| each.id() == theme)?,
        definition: rest.first().cloned().unwrap_or_default(),
    })
}
