//! Excel and OpenDocument workbooks, and tables in HTML and XML: each sheet as rows of the texts a person sees in its cells.
//!
//! A workbook is a zip archive of XML. Before anything is read, every part is unpacked once and counted, so that a
//! small file cannot grow beyond what a browser can hold.

mod biff;
mod html;
mod number_format;
mod ods;
mod spreadsheet_xml;
mod unseen;
mod xls;
mod xlsx;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::SourceProblem as Failure;
use super::limits::{MAX_CELLS, MAX_COLUMNS, Unread};
use super::row::Row;
use super::table::tidy;

use crate::sorting::Sorting;

/// The most a workbook, or a release of official files, may unpack to.
pub(crate) const MAX_UNPACKED: u64 = 256 * 1024 * 1024;
/// The most parts its archive may have.
pub(super) const MAX_PARTS: usize = 5_000;
/// The most characters that are read.
const MAX_CHARACTERS: usize = 100_000_000;
/// The most sheets of a workbook.
pub(crate) const MAX_SHEETS: usize = 200;

/// The name of the range with the figures in workbooks of this page. Their other sheets are made of it, and are not read but
/// for that of the commentary.
pub(crate) const FIGURES_NAME: &str = "CorporateParentingFigures";
/// The name of the range with the commentary.
pub(crate) const COMMENTARY_NAME: &str = "CorporateParentingCommentary";

/// A sheet as it was read.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Sheet {
    pub name: String,
    pub is_hidden: bool,
    /// Numbers of the rows that are hidden and hold something.
    pub hidden_rows: Vec<usize>,
    /// Numbers of the columns that are hidden and hold something.
    pub hidden_columns: Vec<usize>,
    pub rows: Vec<Row>,
    /// Cells beyond the limits.
    pub unread: Unread,
}

/// What kind of workbook an archive holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Excel,
    OpenDocument,
}

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Reads every sheet.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, Failure> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Failure::CutOff)?;
    let kind = kind(&mut archive)?;
    check_size(&mut archive)?;
    match kind {
        Kind::Excel => xlsx::read(bytes, &mut archive),
        Kind::OpenDocument => ods::read(&mut archive),
    }
}

/// With what files of Office before 2007 begin, and newer ones with a password.
pub(super) const OLD: &[u8] = b"\xD0\xCF\x11\xE0";

/// Reads every sheet of a workbook from before 2007.
pub(super) fn read_old(bytes: &[u8]) -> Result<Vec<Sheet>, Failure> {
    xls::read(bytes)
}

/// Reads the tables of a text that is written as HTML or as the XML of Excel 2003, both of which are saved under the name
/// of an Excel file, or `None` if the text is neither.
pub(super) fn read_marked_up(text: &str) -> Option<Result<Vec<Sheet>, Failure>> {
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    let begins = |start: &str| text.get(..start.len()).is_some_and(|first| first.eq_ignore_ascii_case(start));
    if spreadsheet_xml::fits(text) {
        return Some(spreadsheet_xml::read(text));
    }
    if html::fits(text) {
        return Some(html::read(text));
    }
    if begins("<!doctype html") || begins("<html") {
        Some(Err(Failure::WebPageWithoutTable))
    } else if begins("MIME-Version:") {
        Some(Err(Failure::WebArchive))
    } else if begins("<?xml") {
        Some(Err(Failure::Xml))
    } else {
        None
    }
}

/// Tells workbooks from other things that are zipped.
fn kind(archive: &mut Archive<'_>) -> Result<Kind, Failure> {
    if archive.len() > MAX_PARTS {
        return Err(Failure::TooManyParts(archive.len()));
    }
    let has = |name: &str| archive.index_for_name(name).is_some();
    let starts_with = |start: &str| archive.file_names().flatten().any(|name| name.starts_with(start));
    if has("xl/workbook.bin") {
        Err(Failure::BinaryWorkbook)
    } else if has("xl/workbook.xml") || starts_with("xl/worksheets/") {
        Ok(Kind::Excel)
    } else if starts_with("word/") {
        Err(Failure::Word)
    } else if starts_with("ppt/") {
        Err(Failure::Presentation)
    } else {
        let kind = text_of(archive, "mimetype", 200).unwrap_or_default();
        if kind.contains("opendocument.spreadsheet") {
            Ok(Kind::OpenDocument)
        } else if kind.contains("opendocument") {
            Err(Failure::OtherOpenDocument)
        } else {
            Err(Failure::OtherZip)
        }
    }
}

/// Unpacks each part once, to nowhere. What an archive says about its sizes may be a lie.
fn check_size(archive: &mut Archive<'_>) -> Result<(), Failure> {
    let mut left = MAX_UNPACKED;
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(|_| Failure::Damaged)?;
        let size = std::io::copy(&mut part.by_ref().take(left + 1), &mut std::io::sink())
            .map_err(|_| Failure::Damaged)?;
        left = left.checked_sub(size).ok_or(Failure::UnpacksTooLarge)?;
    }
    Ok(())
}

/// The text of a part, up to a limit, or `None` if there is no such part.
fn text_of(archive: &mut Archive<'_>, name: &str, limit: u64) -> Option<String> {
    let mut bytes = Vec::new();
    archive.by_name(name).ok()?.take(limit).read_to_end(&mut bytes).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// What a workbook may still hold before it is more than can be read.
#[derive(Debug)]
struct Budget {
    cells: usize,
    characters: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { cells: MAX_CELLS, characters: MAX_CHARACTERS }
    }
}

impl Budget {
    fn take(&mut self, cells: usize, characters: usize) -> Result<(), Failure> {
        let left = self.cells.checked_sub(cells).zip(self.characters.checked_sub(characters));
        (self.cells, self.characters) = left.ok_or(Failure::TooManyCells)?;
        Ok(())
    }
}

/// Cells as they are found, by row and column from 0.
#[derive(Debug, Default)]
struct Grid {
    cells: BTreeMap<(usize, usize), String>,
    /// First row, last row and column of cells that are merged downwards.
    merged: Vec<(usize, usize, usize)>,
    /// First and last of rows that are hidden, in their order.
    hidden: Vec<(usize, usize)>,
    /// First and last of columns that are hidden.
    hidden_columns: Vec<(usize, usize)>,
    unread: Unread,
}

impl Grid {
    /// Keeps a cell that holds something, within the limits: a lone cell far to the right is no reason to make a row of
    /// thousands.
    fn put(&mut self, row: usize, column: usize, text: &str, budget: &mut Budget) -> Result<(), Failure> {
        let text = tidy(text);
        if text.is_empty() {
            return Ok(());
        }
        budget.take(1, text.len())?;
        if !self.unread.admits(row + 1, column, &text) {
            return Ok(());
        }
        self.cells.insert((row, column), text);
        Ok(())
    }

    fn hide(&mut self, first: usize, last: usize) {
        match self.hidden.last_mut() {
            Some((_, end)) if *end + 1 == first => *end = last,
            _ => self.hidden.push((first, last)),
        }
    }

    /// A sheet that is seen. A cell merged downwards stands in each of its rows, as a reader of the table takes it.
    fn into_sheet(mut self, name: String, budget: &mut Budget) -> Result<Sheet, Failure> {
        let last = self.cells.keys().next_back().map_or(0, |(row, _)| *row);
        for (from, to, column) in std::mem::take(&mut self.merged) {
            if let Some(text) = self.cells.get(&(from, column)).cloned() {
                for row in from + 1..=to.min(last) {
                    budget.take(1, text.len())?;
                    self.cells.entry((row, column)).or_insert_with(|| text.clone());
                }
            }
        }
        let mut rows: Vec<Row> = Vec::new();
        for ((row, column), text) in self.cells {
            if rows.last().is_none_or(|last| last.line != row + 1) {
                let after_gap = rows.last().is_some_and(|last| last.line < row);
                rows.push(Row { line: row + 1, after_gap, cells: Vec::new() });
            }
            if let Some(last) = rows.last_mut() {
                budget.take(column - last.cells.len(), 0)?;
                last.cells.resize(column, String::new());
                last.cells.push(text);
            }
        }
        self.hidden.arrange();
        let is_row_hidden = |line: usize| {
            let after = self.hidden.partition_point(|(first, _)| *first < line);
            after > 0 && line <= self.hidden[after - 1].1 + 1
        };
        let hidden_rows = rows.iter().map(|row| row.line).filter(|line| is_row_hidden(*line)).collect();
        let mut columns: Vec<usize> =
            self.hidden_columns.iter().flat_map(|(first, last)| *first..=(*last).min(MAX_COLUMNS)).collect();
        columns.arrange();
        columns.dedup();
        columns.retain(|column| {
            rows.iter().any(|row| row.cells.get(*column).is_some_and(|cell| !cell.is_empty()))
        });
        let hidden_columns = columns.into_iter().map(|column| column + 1).collect();
        Ok(Sheet { name, is_hidden: false, hidden_rows, hidden_columns, rows, unread: self.unread })
    }
}
