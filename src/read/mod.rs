//! Text or bytes in, figures and problems out.
//!
//! [`read()`] and [`read_bytes()`] read all there is; [`open_text`] and [`open_file`] stop where a person is to be asked.
//! Both give [`Entry`]s: rows of texts as a person could have typed them. [`Entry::check`] turns an entry into a figure or
//! says what is wrong; screens use the same check when a person types, so there is one set of rules. Reading never fails
//! as a whole: whatever cannot be placed becomes a [`Problem`] that says where, what was found and what was expected.
//!
//! The steps, in order:
//!
//! | step | modules |
//! |---|---|
//! | what it is: a text, a file, an archive, within limits | `open`, `limits`, `progress` |
//! | bytes to text, or to the sheets of a workbook | `encoding`, `workbook` |
//! | official files, known by their columns and read apart | `official` |
//! | text to rows of cells, put back into shape | `table`, `aligned`, `row`, `cell`, `shape`, `dated`, `above` |
//! | personal data, which stops everything | `personal`, `personal_data` |
//! | rows to blocks with headings; what the headings say | `block`, `header`, `meaning`, `vocabulary`, `when`, `side` |
//! | blocks to entries by their layout; lines outside tables as sentences | `layout`, `inside`, `named`, `odd`, `prose` |
//! | what is stated besides figures | `stated`, `council`, `remarks`, `described`, `own_measure` |
//! | entries to figures, problems and questions | `entry`, `check`, `problem`, `question`, `asked`, `reading` |

mod above;
mod aligned;
mod asked;
mod block;
mod cards;
pub(crate) mod cell;
mod check;
mod council;
mod dated;
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
mod reading;
mod remarks;
pub(crate) mod row;
mod shape;
mod side;
mod stacked;
mod stated;
mod table;
mod verb;
mod vocabulary;
mod when;
mod whom;
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
pub(crate) use meaning::is_subject;
pub use official::{OfficialArea, OfficialFile, OfficialValue};
pub use open::{
    Mapping, Opened, Options, Sentences, Sheet, Unmapped, open_file, open_file_telling, open_text,
};
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
pub use reading::{Reading, contradictions};
pub use remarks::COMMENTARY_COLUMNS;
pub use stated::{Comment, StatedComparator, StatedTarget, With};
pub use table::Delimiter;
pub(crate) use workbook::{COMMENTARY_NAME, FIGURES_NAME, MAX_SHEETS, MAX_UNPACKED};

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

/// Reads the tables of a text as [`read`] does, and leaves its sentences.
pub(crate) fn read_tables(text: &str) -> Reading {
    whole(open_text(text, &Options { sentences: Sentences::Left, ..Options::default() }))
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
