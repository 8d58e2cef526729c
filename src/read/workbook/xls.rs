//! Excel workbooks before 2007, as council systems still export them.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use calamine::{ExcelDateTime, ExcelDateTimeType};
use cfb::CompoundFile;

use super::biff::{Record, Texts, f64_at, records, rk_at, short_text_at, text_at, u16_at, u32_at};
use super::{Budget, Failure, Grid, MAX_SHEETS, MAX_UNPACKED, Sheet, number_format};

/// Kinds of records.
mod kind {
    pub(super) const FORMULA: u16 = 0x0006;
    pub(super) const END: u16 = 0x000A;
    pub(super) const DATE_MODE: u16 = 0x0022;
    pub(super) const PASSWORD: u16 = 0x002F;
    pub(super) const CONTINUE: u16 = 0x003C;
    pub(super) const COLUMNS: u16 = 0x007D;
    pub(super) const SHEET: u16 = 0x0085;
    pub(super) const RK_NUMBERS: u16 = 0x00BD;
    pub(super) const RICH_TEXT: u16 = 0x00D6;
    pub(super) const STYLE: u16 = 0x00E0;
    pub(super) const MERGED: u16 = 0x00E5;
    pub(super) const TEXTS: u16 = 0x00FC;
    pub(super) const TEXT_NUMBER: u16 = 0x00FD;
    pub(super) const NUMBER: u16 = 0x0203;
    pub(super) const TEXT: u16 = 0x0204;
    pub(super) const TRUTH_OR_ERROR: u16 = 0x0205;
    pub(super) const TEXT_OF_FORMULA: u16 = 0x0207;
    pub(super) const ROW: u16 = 0x0208;
    pub(super) const RK_NUMBER: u16 = 0x027E;
    pub(super) const FORMAT: u16 = 0x041E;
    pub(super) const BEGIN: u16 = 0x0809;
}

/// The version written since 1997.
const VERSION: u16 = 0x0600;

/// Reads every sheet. What is no workbook of this form is an old file of another program, or one with a password.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, Failure> {
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(|_| Failure::OldOffice)?;
    let part = file.open_stream("/Workbook").map_err(|_| Failure::OldOffice)?;
    let mut stream = Vec::new();
    part.take(MAX_UNPACKED).read_to_end(&mut stream).map_err(|_| Failure::Damaged)?;
    let book = Book::of(&stream)?;
    let mut budget = Budget::default();
    book.sheets.iter().map(|listed| book.sheet(listed, &stream, &mut budget)).collect()
}

/// What holds for every sheet of a workbook.
#[derive(Default)]
struct Book {
    sheets: Vec<Listed>,
    texts: Vec<String>,
    /// The number format of each style.
    formats: Vec<String>,
    /// Whether days are counted from 1904, as on old Macintosh computers.
    counts_from_1904: bool,
}

/// A sheet as the workbook lists it.
struct Listed {
    name: String,
    is_hidden: bool,
    /// Where its records begin.
    start: usize,
}

impl Book {
    fn of(stream: &[u8]) -> Result<Self, Failure> {
        let mut book = Self::default();
        let mut codes = HashMap::new();
        let mut styles = Vec::new();
        let mut texts = Vec::new();
        let mut all = records(stream, 0).peekable();
        let first = all.next().filter(|first| first.kind == kind::BEGIN).ok_or(Failure::Damaged)?;
        if u16_at(first.data, 0) != Some(VERSION) {
            return Err(Failure::OldOffice);
        }
        while let Some(Record { kind, data }) = all.next().filter(|record| record.kind != kind::END) {
            match kind {
                kind::PASSWORD => return Err(Failure::Damaged),
                kind::DATE_MODE => book.counts_from_1904 = u16_at(data, 0) == Some(1),
                kind::SHEET => book.sheets.extend(listed(data)),
                kind::FORMAT => codes.extend(u16_at(data, 0).zip(text_at(data, 2))),
                kind::STYLE => styles.push(u16_at(data, 2).unwrap_or_default()),
                kind::TEXTS => {
                    // How many there are in all, and how many different ones, comes first.
                    texts.push(data.get(8..).unwrap_or_default());
                    while let Some(more) = all.next_if(|record| record.kind == kind::CONTINUE) {
                        texts.push(more.data);
                    }
                }
                _ => {}
            }
        }
        if book.sheets.len() > MAX_SHEETS {
            return Err(Failure::TooManySheets(Some(book.sheets.len())));
        }
        book.texts = Texts::new(texts).collect();
        let code = |number: &u16| codes.get(number).cloned().unwrap_or_else(|| built_in(*number).to_owned());
        book.formats = styles.iter().map(code).collect();
        Ok(book)
    }

    fn sheet(&self, listed: &Listed, stream: &[u8], budget: &mut Budget) -> Result<Sheet, Failure> {
        let mut grid = Grid::default();
        let mut awaiting_text = None;
        let mut depth = 0_usize;
        for Record { kind, data } in records(stream, listed.start) {
            match kind {
                kind::BEGIN => depth += 1,
                kind::END if depth <= 1 => break,
                kind::END => depth -= 1,
                // A chart within the sheet has records of its own.
                _ if depth > 1 => {}
                kind::ROW if u16_at(data, 12).is_some_and(|flags| flags & 0x20 != 0) => {
                    let row = usize::from(u16_at(data, 0).unwrap_or_default());
                    grid.hide(row, row);
                }
                kind::COLUMNS if u16_at(data, 8).is_some_and(|flags| flags & 1 != 0) => {
                    let span = u16_at(data, 0).zip(u16_at(data, 2));
                    grid.hidden_columns.extend(span.map(|(first, last)| (first.into(), last.into())));
                }
                kind::MERGED => {
                    grid.merged.extend(data.get(2..).unwrap_or_default().chunks_exact(8).filter_map(merged));
                }
                kind::RK_NUMBERS => self.put_numbers(data, &mut grid, budget)?,
                kind::TEXT_OF_FORMULA => {
                    if let Some(((row, column), text)) = awaiting_text.take().zip(text_at(data, 0)) {
                        grid.put(row, column, &text, budget)?;
                    }
                }
                _ => {
                    let Some((row, column)) = u16_at(data, 0).zip(u16_at(data, 2)) else { continue };
                    let place = (usize::from(row), usize::from(column));
                    if kind == kind::FORMULA && data.get(6) == Some(&0) && u16_at(data, 12) == Some(0xFFFF) {
                        awaiting_text = Some(place);
                    }
                    if let Some(text) = self.text(kind, data) {
                        grid.put(place.0, place.1, &text, budget)?;
                    }
                }
            }
        }
        Ok(Sheet { is_hidden: listed.is_hidden, ..grid.into_sheet(listed.name.clone(), budget)? })
    }

    /// What a record of one cell shows; `None` where it is none, or shows nothing.
    fn text(&self, kind: u16, data: &[u8]) -> Option<String> {
        let style = u16_at(data, 4)?;
        match kind {
            kind::NUMBER => Some(self.shown(f64_at(data, 6)?, style)),
            kind::RK_NUMBER => Some(self.shown(rk_at(data, 6)?, style)),
            kind::TEXT_NUMBER => self.texts.get(u32_at(data, 6)? as usize).cloned(),
            kind::TEXT | kind::RICH_TEXT => text_at(data, 6),
            kind::TRUTH_OR_ERROR if *data.get(7)? == 0 => Some(truth(*data.get(6)?).to_owned()),
            kind::TRUTH_OR_ERROR => Some(error(*data.get(6)?).to_owned()),
            kind::FORMULA if u16_at(data, 12)? != 0xFFFF => Some(self.shown(f64_at(data, 6)?, style)),
            kind::FORMULA => match data.get(6)? {
                1 => Some(truth(*data.get(8)?).to_owned()),
                2 => Some(error(*data.get(8)?).to_owned()),
                _ => None,
            },
            _ => None,
        }
    }

    /// Puts numbers of cells beside one another, in one record.
    fn put_numbers(&self, data: &[u8], grid: &mut Grid, budget: &mut Budget) -> Result<(), Failure> {
        let Some((row, first)) = u16_at(data, 0).zip(u16_at(data, 2)) else { return Ok(()) };
        for (column, cell) in (usize::from(first)..).zip(data.get(4..).unwrap_or_default().chunks_exact(6)) {
            if let Some((style, number)) = u16_at(cell, 0).zip(rk_at(cell, 2)) {
                grid.put(row.into(), column, &self.shown(number, style), budget)?;
            }
        }
        Ok(())
    }

    fn shown(&self, number: f64, style: u16) -> String {
        let format = self.formats.get(usize::from(style)).map_or("", String::as_str);
        if number_format::is_date(format) {
            let date = ExcelDateTime::new(number, ExcelDateTimeType::DateTime, self.counts_from_1904);
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            number_format::shown_date((year, month, day), format)
        } else {
            number_format::shown(number, format)
        }
    }
}

/// A sheet as a record lists it; `None` for charts and macros.
fn listed(data: &[u8]) -> Option<Listed> {
    let is_worksheet = *data.get(5)? == 0;
    let (start, is_hidden) = (u32_at(data, 0)? as usize, data.get(4)? & 3 != 0);
    is_worksheet.then_some(Listed { name: short_text_at(data, 6)?, is_hidden, start })
}

/// First row, last row and column of cells that are merged downwards.
fn merged(span: &[u8]) -> Option<(usize, usize, usize)> {
    let (first, last, column) = (u16_at(span, 0)?, u16_at(span, 2)?, u16_at(span, 4)?);
    (last > first).then_some((first.into(), last.into(), column.into()))
}

/// What a cell shows that holds true or false.
const fn truth(code: u8) -> &'static str {
    if code == 0 { "false" } else { "true" }
}

/// What a cell shows that holds an error.
const fn error(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
}

/// The formats that workbooks name by number only.
const fn built_in(number: u16) -> &'static str {
    match number {
        1 => "0",
        2 => "0.00",
        3 | 37 | 38 => "#,##0",
        4 | 39 | 40 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        12 => "# ?/?",
        13 => "# ??/??",
        14 | 22 => "dd/mm/yyyy",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        49 => "@",
        _ => "General",
    }
}
