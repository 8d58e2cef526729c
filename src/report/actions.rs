//! What is to be done, by whom and by when.

use crate::commentary::{Part, Remark, remark_on};
use crate::compare::Row;
use crate::words::commentary as words;

use super::Table;

/// Returns the actions that the commentary on rows names, or `None` if it names none.
pub fn action_table(rows: &[Row], remarks: &[Remark]) -> Option<Table> {
    let action = |row: &Row| {
        let remark = remark_on(remarks, &row.indicator, row.period).filter(|remark| remark.has_action())?;
        let parts = [Part::Doing, Part::Who, Part::By].map(|part| remark.text(part).to_owned());
        Some(std::iter::once(row.indicator.title.clone().into_owned()).chain(parts).collect())
    };
    let rows: Vec<Vec<String>> = rows.iter().filter_map(action).collect();
    (!rows.is_empty()).then(|| Table {
        title: words::ACTIONS.to_owned(),
        headings: words::ACTION_COLUMNS.map(str::to_owned).to_vec(),
        rows,
        notes: Vec::new(),
    })
}
