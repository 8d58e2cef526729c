//! Text or bytes in, figures and problems out.
//!
//! Reading goes in steps, each its own file: bytes to text ([`encoding`]), text to a table of cells ([`table`]),
//! the table cut into blocks with their headings and header rows ([`block`]), each block read by the [`layout`] it
//! has, which gives [`Entry`]s: rows of texts as a person could have typed them. [`Entry::check`] turns an entry
//! into a figure or says what is wrong; screens use the same check while a person types, so there is one set of
//! rules.
//!
//! Reading never fails as a whole: whatever cannot be placed becomes a [`Problem`] that says where, what was found
//! and what was expected.

mod block;
mod cell;
mod encoding;
mod entry;
mod header;
mod layout;
mod own;
mod problem;
mod table;

pub use encoding::decode;
pub use entry::{Checked, Columns, Entry, Subject};
pub use layout::Layout;
pub use problem::{Problem, Severity};
pub use table::Delimiter;

use crate::figure::Figure;
use crate::indicator::{self, Indicator};

/// What was read.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The layouts recognised, in order of first use.
    pub layouts: Vec<Layout>,
    /// What separated the cells.
    pub delimiter: Delimiter,
    /// One entry for each value found, also for rows whose indicator is not known.
    pub entries: Vec<Entry>,
    /// Problems of the table as a whole; those of single entries come from [`Entry::check`].
    pub problems: Vec<Problem>,
}

impl Reading {
    /// The figures of every entry that has one.
    pub fn figures(&self) -> Vec<Figure> {
        self.entries.iter().filter_map(|entry| entry.check().figure).collect()
    }

    /// Every problem, of the table and of its entries, in order of row and column.
    pub fn all_problems(&self) -> Vec<Problem> {
        let of_entries = self.entries.iter().flat_map(|entry| entry.check().problems);
        let mut problems: Vec<Problem> = self.problems.iter().cloned().chain(of_entries).collect();
        problems.sort_by_key(|problem| (problem.place.row, problem.place.column));
        problems.dedup();
        problems
    }
}

/// Reads text pasted from a spreadsheet, a document or a web page.
pub fn read(text: &str) -> Reading {
    let (rows, delimiter) = table::rows(text);
    let mut reading = Reading { delimiter, ..Reading::default() };
    for block in block::blocks(&rows) {
        layout::read_block(&block, &mut reading);
    }
    suggest(&mut reading.entries);
    if reading.entries.is_empty() && reading.problems.iter().all(|problem| problem.severity == Severity::Note)
    {
        reading.problems.insert(0, problem::nothing_found(text));
    }
    reading
}

/// Offers the nearest indicators for the first unknown names. Looking for them takes a fraction of a millisecond a
/// name, too long for a paste of ten thousand rows that fit nothing.
fn suggest(entries: &mut [Entry]) {
    const MOST: usize = 50;
    let mut known: Vec<(String, Vec<&'static Indicator>)> = Vec::new();
    for entry in entries {
        let Subject::Unknown(near) = &mut entry.subject else { continue };
        if let Some((_, found)) = known.iter().find(|(label, _)| *label == entry.label) {
            near.clone_from(found);
        } else if known.len() < MOST {
            *near = indicator::candidates(&entry.label, &entry.context, 3);
            known.push((entry.label.clone(), near.clone()));
        }
    }
}

/// Reads the bytes of a text file in any encoding Excel saves.
pub fn read_bytes(bytes: &[u8]) -> Reading {
    match decode(bytes) {
        Ok(text) => read(&text),
        Err(problem) => Reading { problems: vec![problem], ..Reading::default() },
    }
}
