//! OpenDocument spreadsheets. They hold the text each cell shows, which calamine does not give; so the XML is read
//! here, in the words of the OpenDocument 1.3 schema.

use quick_xml::events::{BytesStart, Event};
use sheets::Events;

use super::unseen::attribute;
use super::{Archive, Budget, Failure, Grid, MAX_SHEETS, MAX_UNPACKED, Sheet, number_format, text_of};

/// The most rows or columns a sheet can have; larger numbers are damage.
const MAX_POSITION: usize = 2_000_000;

pub(super) fn read(archive: &mut Archive<'_>) -> Result<Vec<Sheet>, Failure> {
    let text = text_of(archive, "content.xml", MAX_UNPACKED).ok_or(Failure::Damaged)?;
    let mut events = Events::of(&text);
    let mut scan = Scan::default();
    while let Some(event) = events.next_event().map_err(|_| Failure::Damaged)? {
        match event {
            Event::Start(element) => scan.start(&element),
            Event::Empty(element) => {
                scan.start(&element);
                scan.end(element.local_name().as_ref())?;
            }
            Event::End(element) => scan.end(element.local_name().as_ref())?,
            Event::Text(text) => scan.text(&text.xml10_content()),
            Event::GeneralRef(reference) => scan.reference(&reference),
            _ => {}
        }
    }
    Ok(scan.sheets)
}

/// Where the reader stands.
#[derive(Default)]
struct Scan {
    sheets: Vec<Sheet>,
    hidden_styles: Vec<String>,
    /// The name of the style being defined.
    style: Option<String>,
    name: String,
    is_hidden: bool,
    grid: Grid,
    budget: Budget,
    row: usize,
    row_times: usize,
    column: usize,
    cell: Option<Cell>,
    /// Depth of notes, whose text is not the cell's.
    notes: usize,
}

/// A cell whose end is not yet met.
#[derive(Default)]
struct Cell {
    text: String,
    times: usize,
    rows_merged: usize,
    /// What is stored, of numbers.
    number: Option<f64>,
    is_percent: bool,
}

impl Scan {
    fn start(&mut self, element: &BytesStart<'_>) {
        let number = |name: &str| {
            attribute(element, name)
                .and_then(|text| text.parse::<usize>().ok())
                .unwrap_or(1)
                .clamp(1, MAX_POSITION)
        };
        match element.local_name().as_ref() {
            "style" => self.style = attribute(element, "name"),
            "table-properties" if attribute(element, "display").as_deref() == Some("false") => {
                self.hidden_styles.extend(self.style.clone());
            }
            "table" => {
                self.name = attribute(element, "name").unwrap_or_default();
                let style = attribute(element, "style-name");
                self.is_hidden = style.is_some_and(|style| self.hidden_styles.contains(&style));
                (self.row, self.column) = (0, 0);
            }
            "table-column" => {
                let times = number("number-columns-repeated");
                if matches!(attribute(element, "visibility").as_deref(), Some("collapse" | "filter")) {
                    self.grid.hidden_columns.push((self.column, self.column + times - 1));
                }
                self.column = (self.column + times).min(MAX_POSITION);
            }
            "table-row" => {
                self.row_times = number("number-rows-repeated");
                self.column = 0;
                if matches!(attribute(element, "visibility").as_deref(), Some("collapse" | "filter")) {
                    self.grid.hide(self.row, self.row + self.row_times - 1);
                }
            }
            "table-cell" | "covered-table-cell" => {
                self.cell = Some(Cell {
                    times: number("number-columns-repeated"),
                    rows_merged: number("number-rows-spanned"),
                    number: attribute(element, "value").and_then(|value| value.parse().ok()),
                    is_percent: attribute(element, "value-type").as_deref() == Some("percentage"),
                    ..Cell::default()
                });
            }
            "annotation" => self.notes += 1,
            "p" | "line-break" | "s" | "tab" => self.text(" "),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) -> Result<(), Failure> {
        match name {
            "annotation" => self.notes = self.notes.saturating_sub(1),
            "table-cell" | "covered-table-cell" => {
                let Some(mut cell) = self.cell.take() else { return Ok(()) };
                // A number without a format shows every digit of its binary form.
                let decimals = cell.text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
                let is_without_format =
                    cell.text.trim().is_empty() || (decimals > 9 && !cell.text.contains('%'));
                if let Some(number) = cell.number.filter(|_| is_without_format) {
                    cell.text = number_format::shown(number, if cell.is_percent { "%" } else { "" });
                }
                if !cell.text.trim().is_empty() {
                    // A text repeated over a whole sheet is formatting, not figures.
                    for row in self.row..self.row + self.row_times.min(1_000) {
                        for column in self.column..self.column + cell.times.min(1_000) {
                            self.grid.put(row, column, &cell.text, &mut self.budget)?;
                        }
                    }
                    if cell.rows_merged > 1 {
                        self.grid.merged.push((self.row, self.row + cell.rows_merged - 1, self.column));
                    }
                }
                self.column = (self.column + cell.times).min(MAX_POSITION);
            }
            "table-row" => self.row = (self.row + self.row_times).min(MAX_POSITION),
            "table" => {
                let grid = std::mem::take(&mut self.grid);
                if self.sheets.len() == MAX_SHEETS {
                    return Err(Failure::TooManySheets(None));
                }
                let name = std::mem::take(&mut self.name);
                let sheet = grid.into_sheet(name, &mut self.budget)?;
                self.sheets.push(Sheet { is_hidden: self.is_hidden, ..sheet });
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|_| self.notes == 0) {
            cell.text.push_str(text);
        }
    }

    fn reference(&mut self, reference: &quick_xml::events::BytesRef<'_>) {
        if let Ok(Some(character)) = reference.resolve_char_ref() {
            self.text(character.encode_utf8(&mut [0; 4]));
        } else if let Some(text) = quick_xml::escape::resolve_predefined_entity(&reference.xml10_content()) {
            self.text(text);
        }
    }
}
