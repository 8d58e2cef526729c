//! A sheet of a workbook: its cells, and how it is shown and printed.

use super::cell::{Cell, Look, Tone, absolute, at};
use super::chart::Chart;
use super::xml::Xml;

/// Words that colour the cells of some columns.
#[derive(Clone, Debug)]
pub(super) struct Colours {
    pub columns: Vec<usize>,
    pub words: Vec<(&'static str, Tone)>,
}

/// The paper of a sheet, across.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Paper {
    /// A4.
    #[default]
    Usual,
    /// A3.
    Large,
}

/// A sheet.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    pub name: &'static str,
    pub rows: Vec<Vec<Cell>>,
    /// Widths of columns in letters.
    pub widths: Vec<u16>,
    /// The row of headings, from 0, and the columns before those that scroll.
    pub table: Option<(usize, usize)>,
    /// The last row of the table under the headings, from 0.
    pub last_row: usize,
    pub colours: Option<Colours>,
    /// Charts, each drawn of rows of the sheet from a row on, at a row and a column.
    pub charts: Vec<(Chart, usize, (usize, usize))>,
    /// Lines in a cell: where each stands, and the first and last column of its row that it is drawn of.
    pub lines: Vec<((usize, usize), [usize; 2])>,
    /// The paper it is printed on.
    pub paper: Paper,
    /// How many of the columns are printed, where that is not all.
    pub printed: Option<usize>,
    /// At the head of each printed page.
    pub header: String,
}

impl Sheet {
    /// A sheet with its title, the mark of what is internal, and the headings of its table.
    pub(super) fn begun(internal: &str, name: &'static str, title: &str, headings: &[String]) -> Self {
        let mut rows = vec![vec![Cell::looking(Look::Title, title)]];
        if !internal.is_empty() {
            rows.push(vec![Cell::looking(Look::Heading, internal)]);
        }
        rows.push(Vec::new());
        let table = Some((rows.len(), 1));
        rows.push(headings.iter().map(|heading| Cell::heading(heading)).collect());
        Self { name, last_row: rows.len() - 1, rows, table, ..Sheet::default() }
    }

    /// Adds a row to its table.
    pub(super) fn push(&mut self, cells: Vec<Cell>) {
        self.rows.push(cells);
        self.last_row = self.rows.len() - 1;
    }

    /// Adds remarks below its table.
    pub(super) fn note(&mut self, notes: impl IntoIterator<Item = String>) {
        self.rows.push(Vec::new());
        let notes = notes.into_iter().filter(|note| !note.is_empty());
        self.rows.extend(notes.map(|note| vec![Cell::looking(Look::Note, &note)]));
    }

    /// The cells of the table with its headings: `$A$4:$H$30`; `None` if it holds none.
    pub(super) fn range(&self) -> Option<String> {
        let (row, _) = self.table?;
        let width = self.rows.get(row)?.len();
        Some(format!("{}:{}", absolute(row, 0), absolute(self.last_row, width.checked_sub(1)?)))
    }

    /// The part. `styles` gives the style of a cell; `drawing` is the relationship to the drawing with the charts.
    pub(super) fn xml(&self, styles: &mut dyn FnMut(&Cell) -> usize, drawing: Option<&str>) -> Vec<u8> {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let mut xml = Xml::of("worksheet", &[("xmlns", main), ("xmlns:r", relationships)]);
        xml.raw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        self.view(&mut xml);
        if !self.widths.is_empty() {
            xml.open("cols", &[]);
            for (index, width) in self.widths.iter().enumerate() {
                let (number, width) = ((index + 1).to_string(), width.to_string());
                let place =
                    [("min", number.as_str()), ("max", &number), ("width", &width), ("customWidth", "1")];
                xml.empty("col", &place);
            }
            xml.close(1);
        }
        xml.open("sheetData", &[]);
        for (row, cells) in self.rows.iter().enumerate() {
            let (number, height) = ((row + 1).to_string(), self.height(cells).to_string());
            xml.open("row", &[("r", &number), ("ht", &height), ("customHeight", "1")]);
            for (column, cell) in cells.iter().enumerate() {
                cell.write(&mut xml, &at(row, column), styles(cell));
            }
            xml.close(1);
        }
        xml.close(1);
        if let Some((row, _)) = self.table.filter(|_| self.last_row > 0)
            && let Some(range) = self.range().filter(|_| self.last_row > row)
        {
            xml.empty("autoFilter", &[("ref", &range.replace('$', ""))]);
        }
        self.conditions(&mut xml);
        xml.raw("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/>");
        let size = if self.paper == Paper::Large { "8" } else { "9" };
        let setup =
            [("paperSize", size), ("orientation", "landscape"), ("fitToWidth", "1"), ("fitToHeight", "0")];
        xml.empty("pageSetup", &setup);
        xml.open("headerFooter", &[]);
        xml.leaf("oddHeader", &[], &format!("&L{}", self.header.replace('&', "&&")));
        xml.leaf("oddFooter", &[], "&L&A&R&P / &N");
        xml.close(1);
        self.breaks(&mut xml);
        if let Some(drawing) = drawing {
            xml.empty("drawing", &[("r:id", drawing)]);
        }
        self.sparklines(&mut xml);
        xml.finish()
    }

    /// The lines in cells, last as the format has it.
    fn sparklines(&self, xml: &mut Xml) {
        if self.lines.is_empty() {
            return;
        }
        xml.open("extLst", &[]);
        let [x14, xm] = [
            "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main",
            "http://schemas.microsoft.com/office/excel/2006/main",
        ];
        xml.open("ext", &[("xmlns:x14", x14), ("uri", "{05C60535-1F16-4fd2-B693-F4F36F0B64E0}")]);
        xml.open("x14:sparklineGroups", &[("xmlns:xm", xm)]);
        xml.open("x14:sparklineGroup", &[("displayEmptyCellsAs", "gap"), ("last", "1")]);
        xml.empty("x14:colorSeries", &[("rgb", "FF12436D")]);
        xml.empty("x14:colorLast", &[("rgb", "FF12436D")]);
        xml.open("x14:sparklines", &[]);
        for ((row, column), [first, last]) in &self.lines {
            xml.open("x14:sparkline", &[]);
            xml.leaf("xm:f", &[], &format!("'{}'!{}:{}", self.name, at(*row, *first), at(*row, *last)));
            xml.leaf("xm:sqref", &[], &at(*row, *column));
            xml.close(1);
        }
        xml.close(5);
    }

    /// The height of a row in points: of the cell with the most lines.
    fn height(&self, cells: &[Cell]) -> usize {
        const LINE: usize = 15;
        let title = if cells.iter().any(|cell| cell.look == Look::Title) { 9 } else { 0 };
        let lines = cells.iter().enumerate().map(|(column, cell)| {
            // Remarks and titles run over the cells beside them.
            self.widths.get(column).map_or(1, |width| if cells.len() > 1 { cell.lines(*width) } else { 1 })
        });
        lines.max().unwrap_or(1) * LINE + title
    }

    fn view(&self, xml: &mut Xml) {
        xml.open_all(&["sheetViews"]);
        xml.open("sheetView", &[("workbookViewId", "0"), ("showGridLines", "0")]);
        if let Some((row, column)) = self.table {
            let (across, down) = (column.to_string(), (row + 1).to_string());
            let corner = at(row + 1, column);
            let mut pane = vec![("ySplit", down.as_str()), ("topLeftCell", &corner), ("state", "frozen")];
            pane.push(("activePane", if column > 0 { "bottomRight" } else { "bottomLeft" }));
            if column > 0 {
                pane.push(("xSplit", &across));
            }
            xml.empty("pane", &pane);
        }
        xml.close(2);
    }

    /// As many charts as a page has room for are printed on it, each with the numbers that it is drawn of.
    fn breaks(&self, xml: &mut Xml) {
        const ROOM: usize = 44;
        let ends = self.charts.iter().skip(1).map(|(_, row, _)| *row).chain([self.rows.len()]);
        let mut page = 0;
        let mut rows = Vec::new();
        for ((_, row, _), end) in self.charts.iter().zip(ends) {
            if end - page > ROOM && *row > page {
                rows.push(*row);
                page = *row;
            }
        }
        // The title is on the page of the first.
        rows.retain(|row| self.charts.first().is_some_and(|(_, first, _)| row != first));
        if rows.is_empty() {
            return;
        }
        let count = rows.len().to_string();
        xml.open("rowBreaks", &[("count", &count), ("manualBreakCount", &count)]);
        for row in rows {
            xml.empty("brk", &[("id", &row.to_string()), ("max", "16383"), ("man", "1")]);
        }
        xml.close(1);
    }

    fn conditions(&self, xml: &mut Xml) {
        let Some((colours, (head, _))) = self.colours.as_ref().zip(self.table) else { return };
        if self.last_row <= head {
            return;
        }
        let mut priority = 0;
        for column in &colours.columns {
            let (first, last) = (at(head + 1, *column), at(self.last_row, *column));
            xml.open("conditionalFormatting", &[("sqref", &format!("{first}:{last}"))]);
            for (word, tone) in &colours.words {
                priority += 1;
                let (style, number) = ((*tone as usize).to_string(), priority.to_string());
                let rule = [
                    ("type", "cellIs"),
                    ("dxfId", style.as_str()),
                    ("priority", number.as_str()),
                    ("operator", "equal"),
                ];
                xml.open("cfRule", &rule);
                xml.leaf("formula", &[], &format!("\"{word}\""));
                xml.close(1);
            }
            xml.close(1);
        }
    }
}
