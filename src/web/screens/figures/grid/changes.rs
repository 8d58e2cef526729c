//! What keys and presses in the grid change.

use std::collections::HashSet;
use std::rc::Rc;

use crate::app::lines::matrix::{Row, Section, When};
use crate::app::lines::slot::cell_text;
use crate::app::lines::{Line, LineId, LinesAction, Matrix, Slot};
use crate::app::targets::{TargetField, TargetsAction};
use crate::read::Severity;
use crate::web::screens::figures::grid::cursor::{At, Cursor, Shape};
use crate::web::store::Store;
use crate::words::screens::figures as words;

/// The matrix that is shown, and where changes to it go.
#[derive(Clone)]
pub(super) struct Changes {
    pub store: Store,
    pub matrix: Rc<Matrix>,
    pub shape: Shape,
}

/// Whether a line of a row needs attention. What a name means is asked at the name.
pub(super) fn has_problem(row: &Row, line: &Line, contradicted: &HashSet<LineId>) -> bool {
    let problems = &line.checked.problems;
    row.section != Section::Unsettled
        && (contradicted.contains(&line.id)
            || problems.iter().any(|problem| problem.severity != Severity::Note))
}

impl Changes {
    fn row(&self, at: At) -> Option<&Rc<Row>> {
        self.matrix.rows.get(at.row.checked_sub(1)?)
    }

    /// The text of a cell that can be edited, or `None` if it cannot.
    pub(super) fn text(&self, at: At) -> Option<String> {
        let period = self.shape.period(at.column);
        if at.row == 0 {
            return Some(self.matrix.columns.get(period?)?.text.clone());
        }
        let row = self.row(at)?;
        match period {
            Some(_) if row.first.is_left_out() => None,
            Some(period) => {
                Some(row.cells.get(period)?.as_ref().map(|line| cell_text(&line.entry)).unwrap_or_default())
            }
            None if at.column == self.shape.target() => {
                Some(self.store.state().targets.typed(row.measure()?).value)
            }
            None => None,
        }
    }

    /// The name of a cell: its row and its column.
    pub(super) fn name(&self, at: At) -> String {
        let title = self.row(at).map_or("", |row| row.title());
        let column = match self.shape.period(at.column) {
            Some(period) => column_name(&self.matrix.columns[period].when),
            None if at.column == self.shape.target() => words::TARGET.to_owned(),
            None => words::OFFICIAL.to_owned(),
        };
        if at.row == 0 { words::heading_of(&column) } else { words::cell(title, &column) }
    }

    /// Takes the text of a cell that was edited.
    pub(super) fn commit(&self, at: At, text: String) {
        if self.text(at).is_none_or(|now| now == text.trim()) {
            return;
        }
        match (self.row(at), self.shape.period(at.column)) {
            (None, Some(period)) => self.store.send(LinesAction::Retime(self.matrix.lines_of(period), text)),
            (Some(row), Some(period)) => {
                self.store.send(LinesAction::Put(row.slot(period, &self.matrix.columns[period]), text));
            }
            (Some(row), None) => {
                if let Some(measure) = row.measure() {
                    self.store.send(TargetsAction::Type(measure.clone(), TargetField::Value, text));
                }
            }
            (None, None) => {}
        }
    }

    /// Puts a block of texts into the cells from one on, and says whether there was any cell for them.
    pub(super) fn paste(&self, at: At, texts: &[Vec<String>]) -> bool {
        let (Some(row), Some(period)) = (at.row.checked_sub(1), self.shape.period(at.column)) else {
            match texts {
                [row] if row.len() == 1 => self.commit(at, row.concat()),
                // Only figures are pasted as a block.
                _ => self.fill(Vec::new(), texts.iter().map(Vec::len).sum()),
            }
            return true;
        };
        let (puts, beyond) = self.matrix.block(row, period, texts);
        self.fill(puts, beyond);
        true
    }

    /// Empties what is selected.
    pub(super) fn clear(&self, cursor: Cursor) {
        if cursor.at.row > 0 && cursor.at.column == self.shape.target() {
            self.commit(cursor.at, String::new());
        }
        let puts =
            self.selected(cursor).filter_map(|at| Some((self.line_slot(at)?, String::new()))).collect();
        self.fill(puts, 0);
    }

    /// Fills the selected rows from the first of them; a single row from the one above.
    pub(super) fn fill_down(&self, cursor: Cursor) {
        let ([top, bottom], _) = cursor.selected();
        let from = if top == bottom { top.saturating_sub(1) } else { top };
        let puts = self.selected(cursor).filter(|at| at.row > from);
        let puts = puts.filter_map(|at| Some((self.slot(at)?, self.text(At { row: from.max(1), ..at })?)));
        let puts = puts.collect();
        if from > 0 {
            self.fill(puts, 0);
        }
    }

    /// Fills the selected columns from the first of them; a single column from the one before.
    pub(super) fn fill_right(&self, cursor: Cursor) {
        let (_, [left, right]) = cursor.selected();
        let from = if left == right { left.saturating_sub(1) } else { left };
        let puts = self.selected(cursor).filter(|at| at.column > from);
        let puts = puts.filter_map(|at| Some((self.slot(at)?, self.text(At { column: from, ..at })?)));
        let puts = puts.collect();
        if from > 0 {
            self.fill(puts, 0);
        }
    }

    /// The next cell that needs attention, from one on and round again.
    pub(super) fn next_problem(&self, at: At, contradicted: &HashSet<LineId>) -> Option<At> {
        let cells = self.matrix.rows.iter().enumerate().flat_map(|(row, cells)| {
            let lines = cells.cells.iter().enumerate();
            let wrong = lines
                .filter(|(_, line)| line.as_ref().is_some_and(|line| has_problem(cells, line, contradicted)));
            wrong.map(move |(period, _)| At { row: row + 1, column: period + 1 })
        });
        let all: Vec<At> = cells.collect();
        let is_after = |to: &&At| (to.row, to.column) > (at.row, at.column);
        all.iter().find(is_after).or_else(|| all.first()).copied()
    }

    /// The cells selected that figures stand in.
    fn selected(&self, cursor: Cursor) -> impl Iterator<Item = At> + '_ {
        let ([top, bottom], [left, right]) = cursor.selected();
        let cells = (top..=bottom).flat_map(move |row| (left..=right).map(move |column| At { row, column }));
        cells.filter(|at| at.row > 0 && self.shape.period(at.column).is_some())
    }

    fn slot(&self, at: At) -> Option<Slot> {
        let period = self.shape.period(at.column)?;
        Some(self.row(at)?.slot(period, &self.matrix.columns[period]))
    }

    /// The cell, if there is something in it.
    fn line_slot(&self, at: At) -> Option<Slot> {
        self.slot(at).filter(|slot| matches!(slot, Slot::Line(_)))
    }

    fn fill(&self, puts: Vec<(Slot, String)>, beyond: usize) {
        if !puts.is_empty() || beyond > 0 {
            self.store.send(LinesAction::Fill { puts, beyond });
        }
    }
}

/// The name of a column of figures.
pub(super) fn column_name(when: &When) -> String {
    match when {
        When::Period(period) => period.to_string(),
        When::Unreadable(text) => text.clone(),
        When::NotGiven => words::NO_PERIOD_GIVEN.to_owned(),
    }
}
