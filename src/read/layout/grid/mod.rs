//! Tables with column headings: what a value means is what its row and its column say together.
//!
//! Columns say a period, whose figures they are, which of the counts or the percentage, sometimes the measure
//! ([`columns`]). Rows say the measure, an area, a period or one of the counts ([`said`]). What belongs together becomes a
//! draft of an entry.

mod columns;
mod content;
mod down;
mod headings;
mod rate;
mod relative;
mod rows;
mod said;
pub(super) mod teams;

use self::columns::Columns;
use self::down::Down;
use crate::figure::Place;
use crate::period::Period;
use crate::read::block::Block;
use crate::read::meaning::{Holds, Meaning};
use crate::read::problem::{Problem, TableProblem, Unclear};
use crate::read::row::Row;
use crate::read::{Layout, Reading};

use super::draft::Drafts;
use super::names::Names;
use super::settle::{self, Settled};

/// Reads a block with column headings.
pub(super) fn read<'a>(block: &Block<'a>, reading: &mut Reading) -> Option<&'a Row> {
    let mut names = Names::default();
    let columns = Columns::of(block, &mut names);
    if let Some(why) = columns.unclear(block, reading.delimiter) {
        super::refuse(block, why, reading);
        // Which period a column is of can be chosen for it.
        return block.headers.last().copied().filter(|_| matches!(why, Unclear::NoYear | Unclear::WhichYear));
    }
    if columns.figures().next().is_none() {
        return not_understood(block, reading);
    }
    let before = reading.entries.len();
    let (stated, said) = (reading.targets.len() + reading.comparators.len(), reading.problems.len());
    let mut drafts = Drafts::default();
    rows::read(block, &columns, &mut names, &mut drafts, reading);
    let settled = settle::settle(block, drafts, reading);
    if settled != Settled::Nothing {
        super::use_layout(layout(&columns, settled), &mut reading.layouts);
    }
    let is_read =
        reading.entries.len() > before || reading.targets.len() + reading.comparators.len() > stated;
    if !is_read && reading.problems.len() == said {
        return not_understood(block, reading);
    }
    if is_read {
        columns.note_unread(block, reading);
    }
    None
}

/// Says that the headings were not understood. Returns them, for the person to say what they mean.
fn not_understood<'a>(block: &Block<'a>, reading: &mut Reading) -> Option<&'a Row> {
    let row = *block.headers.first()?;
    let place = Place { row: row.line, ..Place::default() };
    reading.problems.push(Problem::new(place, &row.text(), TableProblem::HeadingsNotUnderstood));
    let rows: Vec<usize> = block.rows().map(|(_, row)| row.line).collect();
    let place = Place { row: *rows.first()?, ..Place::default() };
    reading.problems.push(Problem::new(place, "", TableProblem::UnderUnknownHeadings(rows)));
    Some(row)
}

/// The name of how a table is laid out.
fn layout(columns: &Columns, settled: Settled) -> Layout {
    let mut periods = columns
        .figures()
        .filter(|(_, meaning)| Columns::is_own(meaning))
        .filter_map(|(_, meaning)| meaning.period)
        .peekable();
    if columns.down == Down::Measures
        && (columns.period.is_some() || columns.area.is_some())
        && periods.peek().is_none()
    {
        return Layout::Tidy;
    }
    if columns.down == Down::Periods {
        return Layout::PeriodsDown;
    }
    if columns.down == Down::Areas && periods.peek().is_none() {
        return Layout::AreasDown;
    }
    if settled == Settled::Breakdown {
        return Layout::Breakdown;
    }
    if periods.peek().is_none() {
        return Layout::Counts;
    }
    if periods.all(|period| matches!(period, Period::Year(_))) { Layout::Years } else { Layout::Months }
}

/// The place of a column's heading.
fn at_heading(block: &Block<'_>, index: usize) -> Place {
    let holds = |row: &&&Row| row.cells.get(index).is_some_and(|text| !text.is_empty());
    let row = block.headers.iter().rev().find(holds).or(block.headers.last());
    Place { row: row.map_or(0, |row| row.line), column: index + 1, ..Place::default() }
}

/// Says that a column is not read.
fn ignored(block: &Block<'_>, index: usize, meaning: &Meaning, reading: &mut Reading) {
    let kind = match meaning.broken {
        Some(error) => TableProblem::BrokenPeriodOfColumn(error),
        None if meaning.holds == Holds::Unknown && columns::holds_words(block, index) => {
            TableProblem::ColumnOfWords
        }
        None => TableProblem::ColumnIgnored,
    };
    reading.problems.push(Problem::new(at_heading(block, index), &meaning.heading, kind));
}
