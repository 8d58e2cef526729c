//! HTML tables, which many systems save under the name of an Excel file. They are read as Excel opens them: one sheet,
//! with the tables and the lines of text between them one below another.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::spreadsheet_xml::referred;
use super::{Budget, Failure, Grid, MAX_COLUMNS, Sheet};

/// The most rows a cell may span, as browsers have it.
const MAX_SPAN: usize = 65_534;

/// Whether a text is HTML with a table.
pub(super) fn fits(text: &str) -> bool {
    let is_marked_up = text.starts_with('<')
        && text[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '!' || c == '?');
    is_marked_up && find(text, "<table").is_some()
}

pub(super) fn read(text: &str) -> Result<Vec<Sheet>, Failure> {
    let text = tags_and_text(text);
    let mut reader = Reader::from_str(&text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut scan = Scan::default();
    loop {
        let event = reader.read_event().map_err(|_| Failure::DamagedHtml)?;
        match event {
            Event::Start(element) | Event::Empty(element) => scan.start(&element)?,
            Event::End(element) => scan.end(&element.local_name().as_ref().to_ascii_lowercase())?,
            Event::Text(text) => scan.text(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                let name = reference.xml10_content();
                let character = named(&name).map_or_else(|| Cow::from(referred(&reference)), Cow::from);
                scan.text(&character);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    scan.finish_row()?;
    Ok(vec![scan.grid.into_sheet(String::new(), &mut scan.budget)?])
}

/// The text with nothing but tags and what is shown: without comments, declarations, scripts and styles. A sign that
/// begins no tag, as in `<5`, is text.
fn tags_and_text(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        kept.push_str(&rest[..at]);
        rest = &rest[at..];
        let after = rest[1..].trim_start_matches('/');
        let unshown = ["script", "style", "title"].into_iter().find(|name| {
            rest.get(1..=name.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(name))
                && rest[1 + name.len()..].starts_with(|c: char| c == '>' || c.is_whitespace())
        });
        let (end, length) = match unshown {
            Some(name) => (find(rest, &format!("</{name}")), 0),
            None if rest.starts_with("<!--") => (rest.find("-->"), 3),
            None if rest.starts_with("<!") || rest.starts_with("<?") => (rest.find('>'), 1),
            None => {
                kept.push_str(if after.starts_with(|c: char| c.is_ascii_alphabetic()) {
                    "<"
                } else {
                    "&lt;"
                });
                (Some(0), 1)
            }
        };
        rest = end.map_or("", |end| &rest[end + length..]);
    }
    kept.push_str(rest);
    kept
}

/// Where `wanted` stands in a text, in any case.
fn find(text: &str, wanted: &str) -> Option<usize> {
    text.as_bytes().windows(wanted.len()).position(|part| part.eq_ignore_ascii_case(wanted.as_bytes()))
}

/// Characters with a name in HTML that are usual in tables of figures.
fn named(name: &str) -> Option<&'static str> {
    Some(match name {
        "nbsp" => " ",
        "pound" => "\u{A3}",
        "ndash" => "\u{2013}",
        "mdash" => "\u{2014}",
        "minus" => "\u{2212}",
        "lsquo" => "\u{2018}",
        "rsquo" => "\u{2019}",
        "ldquo" => "\u{201C}",
        "rdquo" => "\u{201D}",
        "hellip" => "\u{2026}",
        "uarr" => "\u{2191}",
        "darr" => "\u{2193}",
        _ => return None,
    })
}

/// Where the reader is. Rows and columns count from 0.
#[derive(Default)]
struct Scan {
    grid: Grid,
    budget: Budget,
    row: usize,
    /// Tables that are open, the outermost first.
    tables: Vec<Table>,
    /// Text outside of cells.
    line: String,
}

/// A table whose end is not yet met.
#[derive(Default)]
struct Table {
    /// Whether cells were met in the present row.
    has_cells: bool,
    column: usize,
    /// The next column described by `col`.
    described: usize,
    /// Column and last row of cells that reach down from rows above.
    from_above: Vec<(usize, usize)>,
    cell: Option<Cell>,
}

/// A cell whose end is not yet met.
struct Cell {
    text: String,
    columns: usize,
    rows: usize,
}

impl Scan {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Failure> {
        let span = |name: &str, most: usize| {
            attribute(element, name)
                .and_then(|text| text.trim().parse::<usize>().ok())
                .unwrap_or(1)
                .clamp(1, most)
        };
        let is_hidden = || {
            attribute(element, "style")
                .is_some_and(|style| style.replace(' ', "").to_ascii_lowercase().contains("display:none"))
        };
        match element.local_name().as_ref().to_ascii_lowercase().as_str() {
            "table" => {
                self.finish_row()?;
                self.row += usize::from(self.row > 0);
                self.tables.push(Table::default());
            }
            "tr" => {
                self.finish_row()?;
                if is_hidden() {
                    self.grid.hide(self.row, self.row);
                }
            }
            "td" | "th" => {
                self.finish_cell()?;
                let row = self.row;
                let Some(table) = self.tables.last_mut() else { return Ok(()) };
                while table.from_above.iter().any(|(column, last)| *column == table.column && row <= *last) {
                    table.column += 1;
                }
                table.has_cells = true;
                let (columns, rows) = (span("colspan", MAX_COLUMNS), span("rowspan", MAX_SPAN));
                table.cell = Some(Cell { text: String::new(), columns, rows });
                if is_hidden() {
                    self.grid.hidden_columns.push((table.column, table.column));
                }
            }
            "col" => {
                let columns = span("span", MAX_COLUMNS);
                let Some(table) = self.tables.last_mut() else { return Ok(()) };
                if is_hidden() {
                    self.grid.hidden_columns.push((table.described, table.described + columns - 1));
                }
                table.described = (table.described + columns).min(MAX_COLUMNS);
            }
            name => self.end_line(name)?,
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), Failure> {
        match name {
            "table" => {
                self.finish_row()?;
                self.row += usize::from(self.tables.pop().is_some());
                Ok(())
            }
            "tr" => self.finish_row(),
            "td" | "th" => self.finish_cell(),
            name => self.end_line(name),
        }
    }

    /// Elements that begin a line of their own: in a cell they part words.
    fn end_line(&mut self, name: &str) -> Result<(), Failure> {
        let is_block = matches!(
            name,
            "br" | "p"
                | "div"
                | "li"
                | "h1"
                | "h2"
                | "h3"
                | "h4"
                | "h5"
                | "h6"
                | "caption"
                | "body"
                | "ul"
                | "ol"
        );
        match self.tables.last_mut().and_then(|table| table.cell.as_mut()) {
            Some(cell) if is_block => cell.text.push(' '),
            None if is_block => self.finish_line()?,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        match self.tables.last_mut().and_then(|table| table.cell.as_mut()) {
            Some(cell) => cell.text.push_str(text),
            None => self.line.push_str(text),
        }
    }

    fn finish_cell(&mut self) -> Result<(), Failure> {
        let row = self.row;
        let Some(table) = self.tables.last_mut() else { return Ok(()) };
        let Some(Cell { text, columns, rows }) = table.cell.take() else { return Ok(()) };
        self.grid.put(row, table.column, &text, &mut self.budget)?;
        if rows > 1 {
            self.grid.merged.push((row, row + rows - 1, table.column));
            let reach = table.column..(table.column + columns).min(MAX_COLUMNS);
            table.from_above.extend(reach.map(|column| (column, row + rows - 1)));
        }
        table.column = (table.column + columns).min(MAX_COLUMNS);
        Ok(())
    }

    /// Ends the present row, and what text stands outside of cells.
    fn finish_row(&mut self) -> Result<(), Failure> {
        self.finish_cell()?;
        if let Some(table) = self.tables.last_mut()
            && std::mem::take(&mut table.has_cells)
        {
            self.row += 1;
            table.column = 0;
            table.from_above.retain(|(_, last)| *last >= self.row);
        }
        self.finish_line()
    }

    /// Text outside of cells is a row of its own.
    fn finish_line(&mut self) -> Result<(), Failure> {
        let line = std::mem::take(&mut self.line);
        if !line.trim().is_empty() {
            self.grid.put(self.row, 0, &line, &mut self.budget)?;
            self.row += 1;
        }
        Ok(())
    }
}

/// The value of an attribute, in any case, with quotes or without.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element
        .html_attributes()
        .with_checks(false)
        .flatten()
        .find(|each| each.key.as_ref().eq_ignore_ascii_case(name))?;
    Some(found.value.into_owned())
}
