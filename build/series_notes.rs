//! What must be known of a series of figures: `data/breaks.csv`.

use std::fmt::Write as _;

use crate::Table;

/// The notes on an indicator, in the order of the table, as Rust expressions.
pub(crate) fn code(table: &Table, indicator: &str) -> String {
    let mut code = String::new();
    for row in table.rows.iter().filter(|row| table.get(row, "indicator") == indicator) {
        let kind = table.variant(row, "kind", &[("break", "Break"), ("gap", "Gap"), ("caution", "Caution")]);
        let area = Some(table.get(row, "area")).filter(|area| !area.is_empty());
        write!(
            code,
            "SeriesNote {{ kind: NoteKind::{kind}, area: {area:?}, period: {:?}, text: {:?} }},",
            table.get(row, "period"),
            table.get(row, "note")
        )
        .expect("writing to a String");
    }
    code
}

/// Checks that the areas of the table are known.
pub(crate) fn check_areas(table: &Table, areas: &[String]) {
    for row in &table.rows {
        let area = table.get(row, "area");
        if !area.is_empty() && !areas.iter().any(|known| known == area) {
            table.fail(row, &format!("{area} is not in areas.csv"));
        }
    }
}
