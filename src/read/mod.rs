//! Text or bytes in, figures and problems out.
//!
//! What comes in is opened first ([`open`]): a text, a file, an archive. Official files are known by their columns and
//! read apart ([`official`]). For all else, reading goes in steps: bytes to text ([`encoding`]) or to
//! sheets ([`workbook`]), text to a table of cells ([`table`]), a look for personal data ([`personal`]), the table cut
//! into blocks with their headings and header rows ([`block`]), each block read by the [`layout`] it has, and lines that
//! are no table by [`prose`]. That gives [`Entry`]s: rows of texts as a person could have typed them. [`Entry::check`]
//! turns an entry into a figure or says what is wrong; screens use the same check when a person types, so there is one
//! set of rules.
//!
//! Reading never fails as a whole: whatever cannot be placed becomes a [`Problem`] that says where, what was found
//! and what was expected.

mod asked;
mod block;
pub(crate) mod cell;
mod check;
mod council;
mod described;
mod encoding;
mod entry;
mod header;
mod inside;
mod layout;
mod limits;
mod meaning;
mod named;
mod odd;
mod official;
mod open;
mod own_measure;
mod personal;
mod personal_data;
mod problem;
mod progress;
pub(crate) mod prose;
mod question;
mod remarks;
pub(crate) mod row;
mod shape;
mod side;
mod stated;
mod table;
mod vocabulary;
mod when;
mod workbook;

pub(crate) use asked::{is_next_in_table, is_of_sort, of_entries as problems_of_entries};
pub use cell::split_counts;
pub use check::Checked;
pub use described::{OWN_COLUMNS, own_cells};
pub use encoding::decode;
pub use entry::{Columns, Entry, Subject};
pub use header::Column;
pub use layout::Layout;
pub use limits::{MAX_BYTES, too_large};
pub(crate) use limits::{MAX_CELL, MAX_CELLS, MAX_COLUMNS, MAX_LINES};
pub use official::{OfficialArea, OfficialFile, OfficialValue};
pub use open::{Mapping, Opened, Options, Sheet, Unmapped, open_file, open_file_telling, open_text};
pub use own_measure::guessed as guessed_measure;
pub use personal::{
    Kind as PersonalKind, Personal, Whose, in_cell as personal_in_cell, in_text as personal_in_text,
    of_persons as personal_of_persons,
};
pub use problem::{
    Differing, DifferingChange, EntryProblem, FileError, LimitProblem, OfficialProblem, Problem, ProblemKind,
    SentenceProblem, Severity, SourceProblem, TableProblem, Twice, Unclear,
};
pub use progress::Progress;
pub use prose::{SaidNumber, SaidOf, numbers_said};
pub use question::Question;
pub use remarks::COMMENTARY_COLUMNS;
pub use stated::{Comment, StatedComparator, StatedTarget, With};
pub use table::Delimiter;
pub(crate) use workbook::{COMMENTARY_NAME, FIGURES_NAME, MAX_SHEETS, MAX_UNPACKED};

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::area::Area;
use crate::figure::{Contradiction, Figure, Place, seen_together};
use crate::period::Period;
use crate::sorting::Sorting;

/// What was read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// The layouts recognised, in order of first use.
    pub layouts: Vec<Layout>,
    /// What separated the cells.
    pub delimiter: Delimiter,
    /// One entry for each value found, also for rows whose indicator is not known.
    pub entries: Vec<Entry>,
    /// The targets that it states.
    #[serde(default)]
    pub targets: Vec<StatedTarget>,
    /// The figures of others that it states beside the council's own.
    #[serde(default)]
    pub comparators: Vec<StatedComparator>,
    /// What it says in words about measures.
    #[serde(default)]
    pub comments: Vec<Comment>,
    /// The council that it names, whose figures these may be.
    #[serde(default)]
    pub council: Option<&'static Area>,
    /// Problems of the table as a whole; those of single entries come from [`Entry::check`].
    pub problems: Vec<Problem>,
}

impl Reading {
    /// The figures of every entry that has one.
    pub fn figures(&self) -> Vec<Figure> {
        self.entries.iter().filter_map(|entry| entry.check().figure).collect()
    }

    /// Gives quarters and months without a year that of the period reported on.
    pub fn complete_periods(&mut self, of: Period) {
        let targets = self.targets.iter_mut().map(|target| &mut target.entry);
        let comparators = self.comparators.iter_mut().map(|comparator| &mut comparator.entry);
        for entry in self.entries.iter_mut().chain(targets).chain(comparators) {
            if let Some(period) = entry.completed_period(of) {
                entry.period = period.to_string();
            }
        }
    }

    /// Every problem, of the table and of its entries, in order of row and column; what one answer mends is said once.
    pub fn all_problems(&self) -> Vec<Problem> {
        // A name at the head of a column of periods is asked about once.
        let mut asked = HashSet::new();
        let entries = self.entries.iter().filter(|entry| {
            let is_settled = entry.subject.indicator().is_some() || !entry.is_named_by_column();
            is_settled || asked.insert((&entry.label, &entry.context, entry.place.column))
        });
        let of_entries = asked::of_entries(entries.map(|entry| ((), entry, entry.check().problems)));
        let of_entries = of_entries.into_iter().map(|((), problem)| problem);
        let together = contradictions(&self.figures()).into_iter().map(|(_, problem)| problem);
        let mut problems: Vec<Problem> =
            self.problems.iter().cloned().chain(of_entries).chain(together).collect();
        problems.arrange_by_key(|problem| (problem.place.row, problem.place.column));
        problems.dedup();
        let mut asked = false;
        problems.retain(|problem| !problem.kind.is_asked_once() || !std::mem::replace(&mut asked, true));
        problems
    }

    /// Every name that is not settled and could be one of our indicators.
    pub fn questions(&self) -> Vec<Question> {
        question::questions(&self.entries)
    }

    /// The file and sheet the first entry or problem stands in.
    fn place(&self) -> Place {
        let first = self.entries.first().map(|entry| &entry.place);
        let first = first.or(self.problems.first().map(|problem| &problem.place));
        first.map_or_else(Place::default, |place| Place { row: 0, column: 0, ..place.clone() })
    }

    /// Puts every place within a file and a sheet.
    fn put_within(&mut self, outer: &Place) {
        for place in self
            .entries
            .iter_mut()
            .map(|entry| &mut entry.place)
            .chain(self.targets.iter_mut().map(|target| &mut target.entry.place))
            .chain(self.comparators.iter_mut().map(|comparator| &mut comparator.entry.place))
            .chain(self.comments.iter_mut().map(|comment| &mut comment.place))
            .chain(self.problems.iter_mut().map(|problem| &mut problem.place))
        {
            *place = place.within(outer);
        }
    }
}

/// What contradicts what among figures: the position of the figure at which it is shown, and the problem.
pub fn contradictions(figures: &[Figure]) -> Vec<(usize, Problem)> {
    let problem = |contradiction: Contradiction| {
        let figure = &figures[contradiction.at];
        let found =
            figure.amount.shown(&figure.indicator).map_or_else(String::new, |shown| shown.to_string());
        let place = figure.place.clone().unwrap_or_default();
        (contradiction.at, Problem::new(place, &found, contradiction))
    };
    seen_together(figures).1.into_iter().map(problem).collect()
}

/// Reads text pasted from a spreadsheet, a document or a web page. Where it holds personal data, nothing is read and
/// the problems say why.
///
/// ```
/// use corporate_parenting_calculator::read::read;
///
/// let reading = read("Three or more placements\t51\t646\nDental checks\tmany\t248");
/// assert_eq!(reading.figures().len(), 1);
/// assert_eq!(reading.all_problems().len(), 1);
/// ```
pub fn read(text: &str) -> Reading {
    whole(open_text(text, &Options::default()))
}

/// Reads a file as [`read`] reads a text: a workbook, or text in any encoding Excel saves.
///
/// ```
/// use corporate_parenting_calculator::read::read_bytes;
///
/// // "Unicode text" of Excel.
/// let text = "\u{FEFF}Dental checks\t211\t248";
/// let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
/// assert_eq!(read_bytes(&bytes, "health.txt").figures().len(), 1);
/// ```
pub fn read_bytes(bytes: &[u8], name: &str) -> Reading {
    whole(open_file(bytes, name, &Options::default()))
}

/// What was opened as one reading, for those who are not asked anything.
fn whole(opened: Opened) -> Reading {
    match opened {
        Opened::Refused(problem) => Reading { problems: vec![problem], ..Reading::default() },
        Opened::Personal(found) => {
            Reading { problems: found.iter().map(Personal::problem).collect(), ..Reading::default() }
        }
        Opened::Official(release, problems) => official::into_reading(release, problems),
        Opened::Tables(sheets) => {
            let mut all = Reading::default();
            for sheet in sheets {
                if sheet.is_hidden {
                    let place = sheet.reading.place();
                    all.problems.push(Problem::new(place, "", TableProblem::HiddenSheet));
                    continue;
                }
                all.delimiter = sheet.reading.delimiter;
                all.council = all.council.or(sheet.reading.council);
                all.entries.extend(sheet.reading.entries);
                all.targets.extend(sheet.reading.targets);
                all.comparators.extend(sheet.reading.comparators);
                all.comments.extend(sheet.reading.comments);
                all.problems.extend(sheet.reading.problems);
                for layout in sheet.reading.layouts {
                    layout::use_layout(layout, &mut all.layouts);
                }
            }
            all
        }
    }
}
