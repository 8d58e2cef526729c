//! The XML of Excel 2003 ("XML Spreadsheet"), which many systems save under the name of an Excel file. In the words of
//! Microsoft's XML Spreadsheet Reference.

use std::collections::HashMap;

use quick_xml::events::{BytesRef, BytesStart, Event};
use sheets::Events;

use super::unseen::attribute;
use super::{Budget, Failure, Grid, MAX_COLUMNS, MAX_SHEETS, Sheet, number_format};

/// The most rows a sheet can have; larger numbers are damage.
const MAX_ROWS: usize = 2_000_000;

/// Whether a text is such a workbook.
pub(super) fn fits(text: &str) -> bool {
    let beginning: String = text.chars().take(4_000).collect();
    text.starts_with('<')
        && beginning.contains("urn:schemas-microsoft-com:office:spreadsheet")
        && beginning.contains("Workbook")
}

pub(super) fn read(text: &str) -> Result<Vec<Sheet>, Failure> {
    let mut events = Events::of(text);
    let mut scan = Scan::default();
    while let Some(event) = events.next_event().map_err(|_| Failure::Damaged)? {
        match event {
            Event::Start(element) => scan.start(&element)?,
            Event::Empty(element) => {
                scan.start(&element)?;
                scan.end(element.local_name().as_ref())?;
            }
            Event::End(element) => scan.end(element.local_name().as_ref())?,
            Event::Text(text) => scan.text(&text.xml10_content()),
            Event::CData(text) => scan.text(&text.xml10_content()),
            Event::GeneralRef(reference) => scan.text(&referred(&reference)),
            _ => {}
        }
    }
    Ok(scan.sheets)
}

/// The character that `&amp;` or `&#163;` stands for; what is not known stays as it is written.
pub(super) fn referred(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    let name = reference.xml10_content();
    quick_xml::escape::resolve_predefined_entity(&name).map_or_else(|| format!("&{name};"), str::to_owned)
}

/// Where the reader is. Rows and columns count from 0.
#[derive(Default)]
struct Scan {
    sheets: Vec<Sheet>,
    budget: Budget,
    /// Formats of numbers, by the name of their style.
    formats: HashMap<String, String>,
    /// The style being defined.
    style: String,
    name: String,
    is_hidden: bool,
    grid: Grid,
    /// First and last of columns with a style of their own.
    column_styles: Vec<(usize, usize, String)>,
    row: usize,
    row_style: Option<String>,
    /// Rows after the present one that it stands for too.
    row_span: usize,
    column: usize,
    cell: Cell,
    /// Whose text is read.
    reading: Reads,
}

/// The cell being read.
#[derive(Default)]
struct Cell {
    text: String,
    kind: String,
    style: Option<String>,
    across: usize,
    down: usize,
}

/// Whose text is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Reads {
    #[default]
    Nothing,
    Cell,
    /// A note of a cell, which is no part of it.
    Comment,
    /// Whether the sheet is shown.
    Visible,
}

impl Scan {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Failure> {
        let number = |name: &str| attribute(element, name).and_then(|text| text.parse::<usize>().ok());
        // Places count from 1; without one, a row or a cell follows the one before.
        let index = |most: usize, next: usize| {
            number("Index").map_or(next, |index| index.saturating_sub(1)).min(most)
        };
        let is_hidden = attribute(element, "Hidden").as_deref() == Some("1");
        match element.local_name().as_ref() {
            "Style" => {
                self.style = attribute(element, "ID").unwrap_or_default();
                let parent =
                    attribute(element, "Parent").and_then(|parent| self.formats.get(&parent)).cloned();
                self.formats.extend(parent.map(|format| (self.style.clone(), format)));
            }
            "NumberFormat" => {
                let format = attribute(element, "Format").unwrap_or_default();
                self.formats.insert(self.style.clone(), written_out(&format).to_owned());
            }
            "Worksheet" => {
                if self.sheets.len() == MAX_SHEETS {
                    return Err(Failure::TooManySheets(None));
                }
                self.name = attribute(element, "Name").unwrap_or_default();
                self.is_hidden = false;
                self.column_styles.clear();
                (self.row, self.column) = (0, 0);
            }
            "Column" => {
                let first = index(MAX_COLUMNS, self.column);
                let last = first + number("Span").unwrap_or(0).min(MAX_COLUMNS);
                if is_hidden {
                    self.grid.hidden_columns.push((first, last));
                }
                let style = attribute(element, "StyleID");
                self.column_styles.extend(style.map(|style| (first, last, style)));
                self.column = last + 1;
            }
            "Row" => {
                self.row = index(MAX_ROWS, self.row);
                self.row_span = number("Span").unwrap_or(0).min(MAX_ROWS);
                self.row_style = attribute(element, "StyleID");
                self.column = 0;
                if is_hidden {
                    self.grid.hide(self.row, self.row + self.row_span);
                }
            }
            "Cell" => {
                self.column = index(MAX_COLUMNS, self.column);
                self.cell = Cell {
                    style: attribute(element, "StyleID"),
                    across: number("MergeAcross").unwrap_or(0).min(MAX_COLUMNS),
                    down: number("MergeDown").unwrap_or(0).min(MAX_ROWS),
                    ..Cell::default()
                };
            }
            "Data" if self.reading == Reads::Nothing => {
                self.cell.kind = attribute(element, "Type").unwrap_or_default();
                self.reading = Reads::Cell;
            }
            "Comment" => self.reading = Reads::Comment,
            "Visible" => self.reading = Reads::Visible,
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), Failure> {
        match name {
            "Data" if self.reading == Reads::Cell => self.reading = Reads::Nothing,
            "Comment" | "Visible" => self.reading = Reads::Nothing,
            "Cell" => {
                let cell = std::mem::take(&mut self.cell);
                let text = self.shown(&cell);
                self.grid.put(self.row, self.column, &text, &mut self.budget)?;
                if cell.down > 0 && !text.is_empty() {
                    self.grid.merged.push((self.row, self.row + cell.down, self.column));
                }
                self.column += cell.across + 1;
            }
            "Row" => self.row += self.row_span + 1,
            "Worksheet" => {
                let grid = std::mem::take(&mut self.grid);
                let name = std::mem::take(&mut self.name);
                let sheet = grid.into_sheet(name, &mut self.budget)?;
                self.sheets.push(Sheet { is_hidden: self.is_hidden, ..sheet });
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        match self.reading {
            Reads::Cell => self.cell.text.push_str(text),
            Reads::Visible => self.is_hidden |= text.contains("Hidden"),
            Reads::Nothing | Reads::Comment => {}
        }
    }

    /// The text a cell shows.
    fn shown(&self, cell: &Cell) -> String {
        let of_column = || {
            let found =
                self.column_styles.iter().find(|(first, last, _)| (*first..=*last).contains(&self.column));
            found.map(|(_, _, style)| style)
        };
        let style = cell.style.as_ref().or(self.row_style.as_ref()).or_else(of_column);
        let format = style.and_then(|style| self.formats.get(style)).map_or("", String::as_str);
        let text = cell.text.trim();
        match cell.kind.as_str() {
            "Number" => {
                text.parse().map_or_else(|_| text.to_owned(), |number| number_format::shown(number, format))
            }
            "DateTime" => {
                date(text).map_or_else(|| text.to_owned(), |date| number_format::shown_date(date, format))
            }
            _ => text.to_owned(),
        }
    }
}

/// The format that a name of a format stands for.
fn written_out(format: &str) -> &str {
    match format {
        "Percent" => "0.00%",
        "Fixed" => "0.00",
        "Standard" | "Currency" | "Euro Currency" => "#,##0.00",
        "General Number" | "Scientific" => "General",
        "General Date" | "Short Date" | "Medium Date" | "Long Date" => "dd/mm/yyyy",
        format => format,
    }
}

/// Year, month and day of `2020-01-31T00:00:00.000`.
fn date(text: &str) -> Option<(u16, u8, u8)> {
    let mut parts = text.split('T').next()?.split('-');
    let date = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Some(date)
}
