//! A row of cells.

/// One row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// Line of the text on which the row starts, from 1.
    pub line: usize,
    /// Whether an empty line stands before it.
    pub after_gap: bool,
    /// Cells, trimmed, with white space inside evened out.
    pub cells: Vec<String>,
}

impl Row {
    /// Cells that are not empty, with their positions from 0.
    pub(crate) fn filled(&self) -> impl Iterator<Item = (usize, &str)> {
        self.cells
            .iter()
            .enumerate()
            .map(|(index, cell)| (index, cell.as_str()))
            .filter(|(_, cell)| !cell.is_empty())
    }

    /// The row as one text, for messages.
    pub(crate) fn text(&self) -> String {
        self.filled().map(|(_, cell)| cell).collect::<Vec<_>>().join(" | ")
    }
}
