//! What must be known of a series of figures: `data/breaks.csv`.

use std::fmt::Write as _;

use crate::Table;

/// The notes on an indicator, in the order of the table, as Rust expressions.
pub(crate) fn code(table: &Table, indicator: &str) -> String {
    let mut code = String::new();
    for row in table.rows.iter().filter(|row| table.get(row, "indicator") == indicator) {
        let kind = table.variant(row, "kind", &[("break", "Break"), ("gap", "Gap"), ("caution", "Caution")]);
        write!(
            code,
            "SeriesNote {{ kind: NoteKind::{kind}, period: {:?}, text: {:?} }},",
            table.get(row, "period"),
            table.get(row, "note")
        )
        .expect("writing to a String");
    }
    code
}
