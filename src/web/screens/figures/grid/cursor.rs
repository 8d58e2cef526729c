//! Where the keyboard is in the grid, and where its keys lead, as in a spreadsheet.

use web_sys::{Element, KeyboardEvent};

/// A cell of the grid. Row 0 holds the headings, column 0 the measures; then come the periods, the target and the official
/// figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct At {
    pub row: usize,
    pub column: usize,
}

impl At {
    /// The id of its element.
    pub(super) fn id(self) -> String {
        format!("grid-{}-{}", self.row, self.column)
    }

    /// The cell an element is, or is in.
    pub(super) fn of(element: &Element) -> Option<Self> {
        let cell = element.closest("[id^=grid-][aria-colindex]").ok()??;
        let (row, column) = cell
            .id()
            .strip_prefix("grid-")?
            .split_once('-')
            .map(|(row, column)| (row.parse().ok(), column.parse().ok()))?;
        Some(Self { row: row?, column: column? })
    }
}

/// How many rows, besides the headings, and columns of periods there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    pub rows: usize,
    pub periods: usize,
}

impl Shape {
    /// The column of the targets.
    pub(super) const fn target(self) -> usize {
        self.periods + 1
    }

    /// The column of the official figures, the last.
    pub(super) const fn official(self) -> usize {
        self.periods + 2
    }

    /// Which of the periods a column is, if it is one.
    pub(super) fn period(self, column: usize) -> Option<usize> {
        column.checked_sub(1).filter(|period| *period < self.periods)
    }

    /// The cell, or the nearest there is.
    pub(super) fn nearest(self, at: At) -> At {
        At { row: at.row.min(self.rows), column: at.column.min(self.official()) }
    }
}

/// The cell the keyboard is at, and the other corner of what is selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cursor {
    pub at: At,
    pub corner: At,
    /// How often it was moved: the cell takes the focus each time.
    pub moves: usize,
}

impl Cursor {
    /// Before anything was moved: at the first figure of a column.
    pub(super) const fn first(column: usize) -> Self {
        let at = At { row: 1, column };
        Self { at, corner: at, moves: 0 }
    }

    /// At another cell, which alone is selected.
    pub(super) const fn to(self, at: At) -> Self {
        Self { at, corner: at, moves: self.moves + 1 }
    }

    /// At another cell, with all from the corner on selected.
    pub(super) const fn extended_to(self, at: At) -> Self {
        Self { at, moves: self.moves + 1, ..self }
    }

    /// In a grid of this shape.
    pub(super) fn within(self, shape: Shape) -> Self {
        Self { at: shape.nearest(self.at), corner: shape.nearest(self.corner), ..self }
    }

    /// With all from one cell to another selected, at the first of them.
    pub(super) const fn over(self, at: At, corner: At) -> Self {
        Self { at, corner, moves: self.moves + 1 }
    }

    /// The first cell of what is selected, from which a block is pasted.
    pub(super) fn first_selected(self) -> At {
        let ([row, _], [column, _]) = self.selected();
        At { row, column }
    }

    /// The first and last row and the first and last column of what is selected.
    pub(super) fn selected(self) -> ([usize; 2], [usize; 2]) {
        let sorted = |one: usize, other: usize| [one.min(other), one.max(other)];
        (sorted(self.at.row, self.corner.row), sorted(self.at.column, self.corner.column))
    }
}

/// What a key does in the grid while no cell is edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Command {
    /// Go to a cell.
    Go(At),
    /// Select up to a cell.
    Select(At),
    /// Edit the cell, its text kept.
    Edit,
    /// Edit the cell, its text replaced by what was typed.
    Replace(String),
    /// Empty what is selected.
    Clear,
    /// Fill the selected rows from the first, or the row from the one above.
    FillDown,
    /// Fill the selected columns from the first, or the column from the one before.
    FillRight,
}

/// How many rows a page key goes.
pub(super) const PAGE: usize = 10;

/// What a key does, or `None` if it is not for the grid.
pub(super) fn command(event: &KeyboardEvent, at: At, shape: Shape) -> Option<Command> {
    let key = event.key();
    let is_control = event.ctrl_key() || event.meta_key();
    if event.alt_key() {
        return None;
    }
    if is_control {
        match key.to_lowercase().as_str() {
            "d" => return Some(Command::FillDown),
            "r" => return Some(Command::FillRight),
            _ => {}
        }
    }
    let last = At { row: shape.rows, column: shape.official() };
    let to = match key.as_str() {
        "ArrowUp" if is_control => At { row: 1, ..at },
        "ArrowDown" if is_control => At { row: last.row, ..at },
        "ArrowLeft" if is_control => At { column: 0, ..at },
        "ArrowRight" if is_control => At { column: last.column, ..at },
        "ArrowUp" => At { row: at.row.saturating_sub(1), ..at },
        "ArrowDown" => At { row: at.row + 1, ..at },
        "ArrowLeft" => At { column: at.column.saturating_sub(1), ..at },
        "ArrowRight" => At { column: at.column + 1, ..at },
        "Home" if is_control => At { row: 1, column: 0 },
        "Home" => At { column: 0, ..at },
        "End" if is_control => last,
        "End" => At { column: last.column, ..at },
        "PageUp" => At { row: at.row.saturating_sub(PAGE).max(1), ..at },
        "PageDown" => At { row: at.row + PAGE, ..at },
        "Enter" | "F2" => return Some(Command::Edit),
        "Delete" | "Backspace" => return Some(Command::Clear),
        typed if !is_control && typed.chars().count() == 1 => return Some(Command::Replace(key)),
        _ => return None,
    };
    let to = shape.nearest(to);
    Some(if event.shift_key() { Command::Select(to) } else { Command::Go(to) })
}
