//! Which indicators say the same the other way round: `data/opposites.csv`.

use std::fmt::Write as _;

use crate::{Catalogued, Table, constant, write};

/// Writes the pairs of indicators that say the same the other way round.
pub(crate) fn opposites(indicators: &[Catalogued]) {
    let table = Table::open("opposites.csv");
    let mut code = String::from("const OPPOSITES: &[(&Indicator, &Indicator)] = &[\n");
    for row in &table.rows {
        let [one, other] = ["indicator", "opposite"].map(|column| {
            let id = table.get(row, column);
            if !indicators.iter().any(|known| known.id == id) {
                table.fail(row, &format!("{id} is not in indicators.csv"));
            }
            constant(id)
        });
        writeln!(code, "(ids::{one}, ids::{other}),").expect("writing to a String");
    }
    code.push_str("];\n");
    write("opposites.rs", code);
}
