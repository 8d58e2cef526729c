//! A scorecard as a table of six columns, or seven with targets, narrow enough for a page of Word.

use crate::compare::{Compared, Comparison, ENGLAND, FURTHER, NEIGHBOURS, Row, USUAL};

use super::table::{Table, source_notes};
use crate::words::change::change_in_cell;
use crate::words::comparator::no_comparison_cell;
use crate::words::figure::{counts_in_line, figure_text, value_text, year_text};
use crate::words::report as words;
use crate::words::screens::scorecard::target_state;
use crate::words::standing::standing_text;

/// The rows of a scorecard as a table for a page: the measure, its figure with counts, the change, England, the neighbours, the
/// target where one is set, and the status. `note` is added to the sources below.
pub fn brief_table(title: String, rows: &[&Row], note: &str) -> Table {
    let has_period_each = rows.iter().any(|row| row.period != rows[0].period);
    let columns = rows.first().map(|row| &row.comparisons).into_iter().flatten();
    let columns = columns.filter(|comparison| is_shown(comparison));
    let mut headings: Vec<String> = words::BRIEF_COLUMNS.map(str::to_owned).to_vec();
    headings.extend(columns.map(|comparison| comparison.with.name.short.to_owned()));
    let has_target = rows.iter().any(|row| row.target.is_some());
    headings.extend(has_target.then(|| words::TARGET.to_owned()));
    headings.push(words::STATUS.to_owned());
    let cells = |row: &&Row| {
        let period = row.period.filter(|_| has_period_each);
        let period =
            period.map_or_else(String::new, |period| format!(", {}", period.label(row.indicator.basis)));
        let mut cells = vec![row.indicator.title.clone().into_owned(), figure(row) + &period];
        cells.push(row.change.as_ref().map_or_else(String::new, |change| match change.break_note {
            Some(_) => words::CHANGE_ACROSS_BREAK.to_owned(),
            None => change_in_cell(&row.indicator, change),
        }));
        for comparison in row.comparisons.iter().filter(|comparison| is_shown(comparison)) {
            cells.push(match &comparison.outcome {
                Ok(compared) => {
                    let year = year_text(&row.indicator, compared.year);
                    format!("{} ({year})", value_text(&row.indicator, compared.shown))
                }
                Err(reason) => no_comparison_cell(*reason),
            });
        }
        cells.extend(has_target.then(|| target_in_line(row)));
        cells.push(standing_text(row));
        cells
    };
    let mut notes = source_notes(rows);
    notes.extend((!note.is_empty()).then(|| note.to_owned()));
    Table { title, headings, rows: rows.iter().map(cells).collect(), notes }
}

/// A value that a figure is compared with, with its year where that is another: `78%`, `67 (March 2025)`.
pub fn compared_cell(row: &Row, compared: &Compared) -> String {
    let value = value_text(&row.indicator, compared.shown);
    let is_other = row.period.is_some_and(|period| period.year_on(row.indicator.basis) != compared.year);
    if is_other { format!("{value} ({})", year_text(&row.indicator, compared.year)) } else { value }
}

/// Whether a comparator has a column: England, the neighbours, and councils that a person chose.
fn is_shown(comparison: &Comparison) -> bool {
    let kind = comparison.with.kind;
    let is_chosen = !USUAL.contains(&kind) && !FURTHER.contains(&kind);
    is_chosen || [&ENGLAND, &NEIGHBOURS].contains(&kind)
}

/// The target and what became of it: `95%, missed`; empty where there is none.
pub fn target_in_line(row: &Row) -> String {
    let Some(against) = &row.target else { return String::new() };
    let value = value_text(&row.indicator, against.target.value);
    let state = target_state(against);
    if state.is_empty() { value } else { format!("{value}, {state}") }
}

/// `7.9% (51 of 646)`, led by the count where that says more.
fn figure(row: &Row) -> String {
    let value = figure_text(row);
    let counts = counts_in_line(row);
    match (counts.is_empty(), row.is_of_few()) {
        (true, _) => value,
        (false, true) => format!("{counts} ({value})"),
        (false, false) => format!("{value} ({counts})"),
    }
}
