//! Excel workbooks, through calamine.

use calamine::{Data, DataRef, SheetType, SheetVisible, XlsxError};
use sheets::Book;

use super::unseen::{self, Unseen};
use super::{
    Archive, Budget, COMMENTARY_NAME, FIGURES_NAME, Failure, Grid, MAX_SHEETS, Sheet, number_format,
};

pub(super) fn read(bytes: &[u8], archive: &mut Archive<'_>) -> Result<Vec<Sheet>, Failure> {
    let mut book = Book::open(bytes).map_err(|_| Failure::Damaged)?;
    let mut sheets: Vec<_> = book.sheets().to_vec();
    if let Some(of_figures) = sheet_of(&book, FIGURES_NAME) {
        let of_commentary = sheet_of(&book, COMMENTARY_NAME);
        sheets.retain(|sheet| sheet.name == of_figures || Some(&sheet.name) == of_commentary.as_ref());
    }
    if sheets.len() > MAX_SHEETS {
        return Err(Failure::TooManySheets(Some(sheets.len())));
    }
    let mut unseen = unseen::of_sheets(archive);
    let mut budget = Budget::default();
    let mut read = Vec::new();
    for sheet in sheets.into_iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        let mut grid = Grid::default();
        let unseen = unseen.remove(&sheet.name).unwrap_or_default();
        // Looking for merged cells goes through the whole sheet.
        let merged = if unseen.has_none_merged { Vec::new() } else { book.merged(&sheet.name) };
        for row in &unseen.rows {
            grid.hide(*row, *row);
        }
        grid.hidden_columns.clone_from(&unseen.columns);
        for merged in merged {
            if merged.end.0 > merged.start.0 {
                grid.merged.push((merged.start.0 as usize, merged.end.0 as usize, merged.start.1 as usize));
            }
        }
        read_cells(&mut book, &sheet.name, &unseen, &mut grid, &mut budget)?;
        let is_hidden = sheet.visible != SheetVisible::Visible;
        read.push(Sheet { is_hidden, ..grid.into_sheet(sheet.name, &mut budget)? });
    }
    Ok(read)
}

/// The sheet in which a workbook of this page has the range of a name, if it has one.
fn sheet_of(book: &Book<'_>, name: &str) -> Option<String> {
    let (_, range) = book.ranges().iter().find(|(each, _)| each == name)?;
    let (sheet, _) = range.rsplit_once('!')?;
    let sheet = sheet.trim_matches('\'');
    book.sheets().iter().map(|each| &each.name).find(|name| *name == sheet).cloned()
}

fn read_cells(
    book: &mut Book<'_>,
    name: &str,
    unseen: &Unseen,
    grid: &mut Grid,
    budget: &mut Budget,
) -> Result<(), Failure> {
    let mut reader = book.cells(name).map_err(|_| Failure::Damaged)?;
    let formats: Vec<String> = reader
        .styles()
        .iter()
        .map(|style| {
            style.number_format.as_ref().map_or_else(String::new, |format| format.format_code.clone())
        })
        .collect();
    for (row, column, code) in &unseen.errors {
        grid.put(*row, *column, code, budget)?;
    }
    loop {
        let (cell, style) = match reader.next_cell() {
            Ok(Some(found)) => found,
            Ok(None) => return Ok(()),
            // The code of an error that calamine does not know. It is among the unseen ones; the next cell follows.
            Err(XlsxError::CellError(_)) if !unseen.has_unplaced_cells => continue,
            Err(_) => return Err(Failure::Damaged),
        };
        let (row, column) = cell.get_position();
        let format = formats.get(style).map_or("", String::as_str);
        let text = text(cell.get_value(), format);
        grid.put(row as usize, column as usize, &text, budget)?;
    }
}

fn text(value: &DataRef<'_>, format: &str) -> String {
    match value {
        #[expect(clippy::cast_precision_loss, reason = "a cell of a workbook is a float to begin with")]
        DataRef::Int(number) => number_format::shown(*number as f64, format),
        DataRef::Float(number) => number_format::shown(*number, format),
        DataRef::DateTime(date) if date.is_datetime() => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            number_format::shown_date((year, month, day), format)
        }
        DataRef::DateTime(duration) => duration.as_f64().to_string(),
        DataRef::DateTimeIso(date) => date.split('T').next().unwrap_or_default().to_owned(),
        other => Data::from(other.clone()).to_string(),
    }
}
