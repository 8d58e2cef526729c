//! From a pasted text or the bytes of a file to what a person is asked about it.

use serde::{Deserialize, Serialize};

use crate::figure::Place;
use crate::published::Release;

use super::above;
use super::block;
use super::council;
use super::described::Described;
use super::encoding;
use super::header::{Column, Header};
use super::layout;
use super::limits::{self, Unread};
use super::official;
use super::personal::{self, Personal, Whose};
use super::problem::{Problem, ProblemKind, Severity, SourceProblem, TableProblem, nothing_found};
use super::progress::Progress;
use super::prose::Prose;
use super::remarks;
use super::row::Row;
use super::shape;
use super::table::{self, Cut, Delimiter};
use super::whom;
use super::workbook;
use super::{Comment, Reading};

/// What a person decided about how a source is read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Options {
    /// The separator of cells, instead of the one found.
    pub delimiter: Option<Delimiter>,
    /// What the columns under headings that are not understood hold.
    pub mappings: Vec<Mapping>,
    /// What becomes of the sentences outside tables.
    #[serde(skip)]
    pub sentences: Sentences,
}

/// What becomes of the sentences outside tables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sentences {
    /// They are read.
    #[default]
    Read,
    /// They are left to who asks.
    Left,
}

/// What the columns under one row of headings hold, as a person said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// The row of headings, cell by cell.
    pub headings: Vec<String>,
    /// One for each.
    pub columns: Vec<Column>,
}

impl Mapping {
    /// The header these headings make; nothing unless a column of figures is among them.
    fn header(&self) -> Option<Header> {
        let is_read = self.columns.iter().any(|column| column.is_read() || *column == Column::Counts);
        is_read.then(|| Header { columns: self.columns.clone() })
    }
}

/// What a source turned out to be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Opened {
    /// Nothing can be read from it.
    Refused(Problem),
    /// It holds personal data that is no contact of an office, and was not read.
    Personal(Vec<Personal>),
    /// An official file of the Department for Education, for every area.
    Official(Release, Vec<Problem>),
    /// Tables: one for a text, one for each sheet of a workbook.
    Tables(Vec<Sheet>),
}

/// One table of a source.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name, if it is a sheet of a workbook.
    pub name: Option<String>,
    /// Whether it is hidden in its workbook.
    pub is_hidden: bool,
    /// What was read.
    pub reading: Reading,
    /// Contact details of offices, and comments that may name a child, that were left out.
    pub left_out: Vec<Personal>,
    /// The headings that were not understood, for the person to say what they mean.
    pub unmapped: Vec<Unmapped>,
}

/// A row of headings that was not understood, with the rows below it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unmapped {
    /// Where the headings stand.
    pub place: Place,
    /// The headings.
    pub headings: Vec<String>,
    /// The first rows under them.
    pub rows: Vec<Vec<String>>,
}

/// Rows of a table shown to a person who is asked what its columns hold.
const PREVIEW: usize = 5;

/// Opens pasted text.
pub fn open_text(text: &str, options: &Options) -> Opened {
    match limits::too_large(text.len()) {
        Some(problem) => refused("", problem),
        None => open_decoded(text, "", options),
    }
}

fn open_decoded(text: &str, name: &str, options: &Options) -> Opened {
    if let Some((release, problems)) = official::read(text, name) {
        return Opened::Official(release, problems);
    }
    match workbook::read_marked_up(text) {
        Some(sheets) => open_sheets(sheets, name, options),
        None => match text_table(text, options) {
            Ok(table) => open_tables(vec![table], name, options),
            Err(problem) => refused(name, problem),
        },
    }
}

/// Opens the bytes of a file by what they are, whatever its name says.
pub fn open_file(bytes: &[u8], name: &str, options: &Options) -> Opened {
    open_file_telling(bytes, name, options, &mut |_| ())
}

/// Opens the bytes of a file as [`open_file`] does, and tells how far it has come.
pub fn open_file_telling(
    bytes: &[u8],
    name: &str,
    options: &Options,
    tell: &mut dyn FnMut(Progress),
) -> Opened {
    if let Some(problem) = limits::too_large(bytes.len()) {
        return refused(name, problem);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return match official::read_archive(bytes, name, tell) {
            Ok(Some((release, problems))) => Opened::Official(release, problems),
            Ok(None) => open_sheets(workbook::read(bytes), name, options),
            Err(problem) => refused(name, problem),
        };
    }
    if bytes.starts_with(workbook::OLD) {
        return open_sheets(workbook::read_old(bytes), name, options);
    }
    match encoding::decode(bytes) {
        Err(problem) => refused(name, problem),
        Ok(text) => open_decoded(&text, name, options),
    }
}

fn open_sheets(sheets: Result<Vec<workbook::Sheet>, SourceProblem>, name: &str, options: &Options) -> Opened {
    let sheets = match sheets {
        Ok(sheets) => sheets,
        Err(problem) => return refused(name, problem),
    };
    match sheets.iter().find_map(|sheet| official::read_rows(&sheet.rows, name)) {
        Some((release, problems)) => Opened::Official(release, problems),
        None => open_tables(sheets.into_iter().map(Table::from).collect(), name, options),
    }
}

fn refused(file: &str, problem: impl Into<ProblemKind>) -> Opened {
    let place = Place { file: Some(file.to_owned()).filter(|file| !file.is_empty()), ..Place::default() };
    Opened::Refused(Problem::new(place, "", problem))
}

/// Rows, and what is known of them.
struct Table {
    name: Option<String>,
    is_hidden: bool,
    hidden_rows: Vec<usize>,
    hidden_columns: Vec<usize>,
    delimiter: Delimiter,
    rows: Vec<Row>,
    unread: Unread,
    /// The personal data in it.
    personal: Vec<Personal>,
}

impl From<workbook::Sheet> for Table {
    fn from(sheet: workbook::Sheet) -> Self {
        Self {
            name: Some(sheet.name).filter(|name| !name.is_empty()),
            is_hidden: sheet.is_hidden,
            hidden_rows: sheet.hidden_rows,
            hidden_columns: sheet.hidden_columns,
            delimiter: Delimiter::Sheet,
            personal: personal::find(&sheet.rows),
            rows: sheet.rows,
            unread: sheet.unread,
        }
    }
}

fn text_table(text: &str, options: &Options) -> Result<Table, SourceProblem> {
    let Cut { rows, delimiter, unread } = table::rows(text, options.delimiter)?;
    let personal = personal::find_in_text(text, &rows, delimiter);
    Ok(Table {
        name: None,
        is_hidden: false,
        hidden_rows: Vec::new(),
        hidden_columns: Vec::new(),
        delimiter,
        rows,
        unread,
        personal,
    })
}

fn open_tables(mut tables: Vec<Table>, file: &str, options: &Options) -> Opened {
    let place_of = |table: &Table| Place {
        file: Some(file.to_owned()).filter(|file| !file.is_empty()),
        sheet: table.name.clone(),
        ..Place::default()
    };
    let is_a_persons = |found: &[Personal]| found.iter().any(|each| each.whose == Whose::Person);
    if tables.iter().any(|table| is_a_persons(&table.personal)) {
        let placed = tables.iter_mut().flat_map(|table| {
            let at = place_of(table);
            std::mem::take(&mut table.personal).into_iter().map(move |mut each| {
                each.place = each.place.within(&at);
                each
            })
        });
        return Opened::Personal(placed.take(limits::MAX_PERSONAL).collect());
    }
    let mut left = limits::MAX_LINES;
    let sheets = tables.iter_mut().map(|table| {
        personal::leave_out(&mut table.rows, &table.personal);
        let comments = remarks::take(&mut table.rows);
        let described = Described::take(&mut table.rows);
        let mut sheet = read_table(table, comments, left, options);
        described.apply(&mut sheet.reading);
        left = left.saturating_sub(sheet.reading.entries.len());
        sheet.reading.problems.extend(personal::notes(&table.personal));
        sheet.reading.problems.extend(table.unread.problems());
        limits::fold(&mut sheet.reading.problems);
        sheet.reading.put_within(&place_of(table));
        for unmapped in &mut sheet.unmapped {
            unmapped.place = unmapped.place.within(&place_of(table));
        }
        sheet
    });
    Opened::Tables(sheets.collect())
}

/// Reads at most `left` rows and values of a table, besides the comments that were taken out of it.
fn read_table(table: &Table, comments: Vec<Comment>, left: usize, options: &Options) -> Sheet {
    let mapped = |row: &Row| options.mappings.iter().find(|mapping| mapping.headings == row.cells);
    let header = |row: &Row| mapped(row)?.header();
    let is_commentary = table.rows.is_empty() && !comments.is_empty();
    let mut reading = Reading { delimiter: table.delimiter, comments, ..Reading::default() };
    let mut unmapped = Vec::new();
    let read = table.rows.len().min(left);
    let mended = above::joined(shape::mended(&table.rows[..read], table.delimiter));
    let prose = Prose::find(&shape::not_cut(&table.rows[..read], &mended), table.delimiter);
    for block in block::blocks(&mended, &header, &|row| prose.holds(row)) {
        let headings =
            layout::read_block(&block, &mut reading).filter(|_| unmapped.len() < limits::MAX_UNMAPPED);
        unmapped.extend(headings.map(|headings| preview(headings, &table.rows)));
    }
    if options.sentences == Sentences::Read {
        prose.read(&mut reading);
    }
    whom::leave_open(&mut reading, &table.rows[..read]);
    reading.council = council::named(&table.rows[..read]);
    limits::keep_first(&mut reading, &table.rows, read, left);
    for row in table.rows[..read].iter().filter(|row| mapped(row).is_some()) {
        let place = Place { row: row.line, ..Place::default() };
        reading.problems.push(Problem::new(place, &row.text(), TableProblem::ReadAsSaid));
    }
    reading.problems.extend(hidden_rows(table).into_iter().chain(hidden_columns(table)));
    let has_no_error = || reading.problems.iter().all(|problem| problem.severity == Severity::Note);
    if reading.entries.is_empty() && !is_commentary && has_no_error() {
        reading.problems.insert(0, nothing_found(&table.rows.first().map(Row::text).unwrap_or_default()));
    }
    let left_out = table.personal.clone();
    Sheet { name: table.name.clone(), is_hidden: table.is_hidden, reading, left_out, unmapped }
}

/// The problem of hidden rows that hold something.
fn hidden_rows(table: &Table) -> Option<Problem> {
    let (first, last) = (*table.hidden_rows.first()?, *table.hidden_rows.last()?);
    let place = Place { row: first, ..Place::default() };
    let count = table.hidden_rows.len();
    Some(Problem::new(place, "", TableProblem::HiddenRows { count, first, last }))
}

/// The problem of hidden columns that hold something.
fn hidden_columns(table: &Table) -> Option<Problem> {
    let at = |column: &usize| Place { column: *column, ..Place::default() };
    let (first, last) = (at(table.hidden_columns.first()?), at(table.hidden_columns.last()?));
    let count = table.hidden_columns.len();
    let kind = TableProblem::HiddenColumns { count, first: first.letters(), last: last.letters() };
    Some(Problem::new(first, "", kind))
}

fn preview(headings: &Row, rows: &[Row]) -> Unmapped {
    let below = rows[rows.partition_point(|row| row.line <= headings.line)..].iter().take(PREVIEW);
    Unmapped {
        place: Place { row: headings.line, ..Place::default() },
        headings: headings.cells.clone(),
        rows: below.map(|row| row.cells.clone()).collect(),
    }
}
