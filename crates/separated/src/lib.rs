//! Large texts of separated cells, cut without copying, and which of their rows say the same.
//!
//! An official file has half a million cells and a few hundred different areas and filters. [`Table::cut`] borrows every
//! cell from the text, and [`Table::alike`] tells once for each row which rows have the same texts in some columns, so
//! that what they mean is worked out once for each text and not once for each row.
//!
//! This is a crate of its own to be compiled for speed in a page that is compiled for size.

use rustc_hash::FxHashMap;

/// Rows of cells that are borrowed from elsewhere. A row may be shorter than others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table<'t> {
    cells: Vec<&'t str>,
    /// Where each row begins among the cells, and where the last ends.
    starts: Vec<usize>,
}

/// Which rows have the same texts in some columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alike {
    /// For each row, which of the different ones it is.
    pub of_row: Vec<usize>,
    /// The first row of each of the different ones, in order.
    pub first: Vec<usize>,
}

impl<'t> Table<'t> {
    /// Cuts a text at line ends and at this separator, an ASCII character. Cells may stand in quotation marks; empty lines
    /// are no rows. Returns the table, or `None` if the text has quotation marks that are not simply around a cell, for
    /// which a reader is needed that copies.
    pub fn cut(text: &'t str, separator: u8) -> Option<Self> {
        let mut table = Self::default();
        let mut ends = [false; 256];
        for end in [separator, b'\n', b'\r'] {
            ends[usize::from(end)] = true;
        }
        let mut at = 0;
        while at < text.len() {
            at = table.cut_row(text, at, separator, &ends)?;
        }
        table.starts.push(table.cells.len());
        Some(table)
    }

    /// Cuts the row that begins here, and returns where the next begins. A function of its own for each row: engines make
    /// a program fast from one call to the next.
    #[inline(never)]
    fn cut_row(&mut self, text: &'t str, start: usize, separator: u8, ends: &Ends) -> Option<usize> {
        let bytes = text.as_bytes();
        let first = self.cells.len();
        let mut at = start;
        loop {
            let (cell, end) =
                if bytes.get(at) == Some(&b'"') { quoted(text, at)? } else { plain(text, at, ends) };
            if bytes.get(end).is_some_and(|byte| !ends[usize::from(*byte)]) {
                return None;
            }
            let is_last = bytes.get(end) != Some(&separator);
            let is_empty_line = is_last && self.cells.len() == first && end == start;
            if !is_empty_line {
                self.cells.push(cell);
            }
            at = end + 1;
            if is_last {
                break;
            }
        }
        if self.cells.len() > first {
            self.starts.push(first);
        }
        Some(at)
    }

    /// A table of rows that are cut already.
    pub fn of_rows<Cells: IntoIterator<Item = &'t str>>(rows: impl IntoIterator<Item = Cells>) -> Self {
        let mut table = Self::default();
        for row in rows {
            table.starts.push(table.cells.len());
            table.cells.extend(row);
        }
        table.starts.push(table.cells.len());
        table
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The cells of a row; of none where there is no such row.
    pub fn row(&self, row: usize) -> &[&'t str] {
        match self.starts.get(row..=row + 1) {
            Some([start, end]) => &self.cells[*start..*end],
            _ => &[],
        }
    }

    /// Returns a cell, or `None` if the row is not so long.
    pub fn cell(&self, row: usize, column: usize) -> Option<&'t str> {
        self.row(row).get(column).copied()
    }

    /// Which rows have the same texts in these columns. A cell that is missing is as one that is empty.
    pub fn alike(&self, columns: &[usize]) -> Alike {
        let mut alike = Alike::default();
        let mut known: FxHashMap<Vec<&'t str>, usize> = FxHashMap::default();
        let mut texts: Vec<&'t str> = Vec::with_capacity(columns.len());
        for row in 0..self.len() {
            let which = self.which(row, columns, &mut texts, &mut known, alike.of_row.last().copied());
            if which == alike.first.len() {
                alike.first.push(row);
            }
            alike.of_row.push(which);
        }
        alike
    }

    /// Which of the different rows this is; the number of those known where it is a new one. Often it is as the last.
    #[inline(never)]
    fn which(
        &self,
        row: usize,
        columns: &[usize],
        texts: &mut Vec<&'t str>,
        known: &mut FxHashMap<Vec<&'t str>, usize>,
        last: Option<usize>,
    ) -> usize {
        let cells = self.row(row);
        let text = |column: &usize| cells.get(*column).copied().unwrap_or_default();
        if let Some(last) = last
            && columns.iter().map(text).eq(texts.iter().copied())
        {
            return last;
        }
        texts.clear();
        texts.extend(columns.iter().map(text));
        if let Some(which) = known.get(texts.as_slice()) {
            return *which;
        }
        let which = known.len();
        known.insert(texts.clone(), which);
        which
    }
}

/// For each byte, whether a cell ends before it.
type Ends = [bool; 256];

/// The cell that begins here, and where it ends.
fn plain<'t>(text: &'t str, start: usize, ends: &Ends) -> (&'t str, usize) {
    let bytes = &text.as_bytes()[start..];
    let length = bytes.iter().position(|byte| ends[usize::from(*byte)]).unwrap_or(bytes.len());
    (&text[start..start + length], start + length)
}

/// The same of a cell in quotation marks; `None` if it does not end.
fn quoted(text: &str, start: usize) -> Option<(&str, usize)> {
    let bytes = &text.as_bytes()[start + 1..];
    let length = bytes.iter().position(|byte| *byte == b'"')?;
    Some((&text[start + 1..start + 1 + length], start + length + 2))
}

#[cfg(test)]
mod tests {
    use super::Table;
    use proptest::prelude::{prop_assert_eq, proptest};

    fn rows<'t>(table: &Table<'t>) -> Vec<Vec<&'t str>> {
        (0..table.len()).map(|row| table.row(row).to_vec()).collect()
    }

    #[test]
    fn cells_are_cut_at_separators_and_line_ends() {
        let cut = |text: &'static str| Table::cut(text, b',').map(|table| rows(&table));
        assert_eq!(cut(""), Some(vec![]));
        assert_eq!(cut("a,b\r\n\r\nc,,\n"), Some(vec![vec!["a", "b"], vec!["c", "", ""]]));
        assert_eq!(cut("\"a,\nb\",\"\"\n,"), Some(vec![vec!["a,\nb", ""], vec!["", ""]]));
        assert_eq!(cut("5\" tall"), Some(vec![vec!["5\" tall"]]));
        assert_eq!(cut("\"say \"\"a\"\"\""), None, "a copy is needed");
        assert_eq!(cut("\"a\"b,c"), None);
        assert_eq!(cut("\"a"), None);
    }

    proptest! {
        /// What is cut is what the crate `csv` reads.
        #[test]
        fn a_text_is_cut_as_csv_reads_it(text in "[ab0\u{e9},\"\r\n]{0,40}") {
            if let Some(table) = Table::cut(&text, b',') {
                let mut reader =
                    csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
                let records: Vec<Vec<String>> = reader
                    .records()
                    .map(|record| record.expect("it is text").iter().map(str::to_owned).collect())
                    .collect();
                prop_assert_eq!(rows(&table), records);
            }
        }
    }

    #[test]
    fn rows_that_say_the_same_are_known_by_the_first_of_them() {
        let table = Table::cut("x,1,a\ny,3\nx,4,a\ny,5,", b',').expect("it has no quotation marks");
        let alike = table.alike(&[0, 2]);
        assert_eq!((alike.of_row, alike.first), (vec![0, 1, 0, 1], vec![0, 1]));
        assert_eq!((table.cell(1, 2), table.cell(9, 0)), (None, None));
    }
}
