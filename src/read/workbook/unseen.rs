//! What a sheet of an Excel workbook holds and calamine does not tell: rows and columns that are hidden, and errors in
//! place of a value.

use std::collections::HashMap;
use std::rc::Rc;

use quick_xml::events::{BytesStart, Event};
use sheets::Events;
pub(super) use sheets::attribute;

use super::{Archive, MAX_UNPACKED, text_of};

/// What calamine does not tell of one sheet. Rows and columns count from 0.
#[derive(Debug, Default)]
pub(super) struct Unseen {
    /// Rows that are hidden.
    pub rows: Vec<usize>,
    /// First and last of columns that are hidden.
    pub columns: Vec<(usize, usize)>,
    /// Row, column and code of errors: `#SPILL!`.
    pub errors: Vec<(usize, usize, String)>,
    /// Whether a cell does not say where it is; then its place cannot be told after an error.
    pub has_unplaced_cells: bool,
    /// Whether the whole sheet was looked through and no cells of it are merged.
    pub has_none_merged: bool,
}

/// What is unseen of each sheet, by its name. What cannot be read tells nothing.
pub(super) fn of_sheets(archive: &mut Archive<'_>) -> HashMap<String, Rc<Unseen>> {
    let mut targets = HashMap::new();
    each_event(archive, "xl/_rels/workbook.xml.rels", |event| {
        if let Event::Start(element) | Event::Empty(element) = event
            && let (Some(id), Some(target)) = (attribute(element, "Id"), attribute(element, "Target"))
        {
            targets.insert(id, target);
        }
    });
    let mut sheets = Vec::new();
    each_event(archive, "xl/workbook.xml", |event| {
        if let Event::Start(element) | Event::Empty(element) = event
            && element.local_name().as_ref() == "sheet"
            && let (Some(name), Some(id)) = (attribute(element, "name"), attribute(element, "id"))
        {
            sheets.push((name, id));
        }
    });
    let mut found = HashMap::new();
    // One part can stand for many sheets.
    let mut of_parts: HashMap<String, Rc<Unseen>> = HashMap::new();
    for (name, id) in sheets {
        let Some(target) = targets.get(&id) else { continue };
        let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        if let Some(unseen) = of_parts.get(&path) {
            found.insert(name, unseen.clone());
            continue;
        }
        let mut scan = Scan::default();
        let is_whole = each_event(archive, &path, |event| match event {
            Event::Start(element) | Event::Empty(element) => scan.start(element),
            Event::Text(text) => scan.text(&text.xml10_content()),
            Event::End(element) if element.local_name().as_ref() == "c" => scan.error = None,
            _ => {}
        });
        scan.unseen.has_none_merged = is_whole && !scan.has_merged;
        let unseen = Rc::new(scan.unseen);
        of_parts.insert(path, unseen.clone());
        found.insert(name, unseen);
    }
    found
}

/// Where the reader of a sheet is.
#[derive(Default)]
struct Scan {
    unseen: Unseen,
    next_row: usize,
    /// Row and column of the cell with an error whose code follows.
    error: Option<(usize, usize)>,
    has_merged: bool,
}

impl Scan {
    fn start(&mut self, element: &BytesStart<'_>) {
        match element.local_name().as_ref() {
            "row" => {
                let row = attribute(element, "r")
                    .and_then(|row| row.parse::<usize>().ok())
                    .map_or(self.next_row, |row| row.saturating_sub(1));
                self.next_row = row.saturating_add(1);
                if is_hidden(element) {
                    self.unseen.rows.push(row);
                }
            }
            "col" if is_hidden(element) => {
                let number = |name| attribute(element, name)?.parse::<usize>().ok()?.checked_sub(1);
                self.unseen.columns.extend(number("min").zip(number("max")));
            }
            "mergeCells" => self.has_merged = true,
            "c" => {
                let place = attribute(element, "r").and_then(|address| position(&address));
                self.unseen.has_unplaced_cells |= place.is_none();
                self.error = place.filter(|_| attribute(element, "t").as_deref() == Some("e"));
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some((row, column)) = self.error
            && text.starts_with('#')
        {
            self.unseen.errors.push((row, column, text.to_owned()));
        }
    }
}

fn is_hidden(element: &BytesStart<'_>) -> bool {
    attribute(element, "hidden").is_some_and(|hidden| hidden == "1" || hidden == "true")
}

/// Row and column, from 0, of an address such as `AB12`.
fn position(address: &str) -> Option<(usize, usize)> {
    let digits = address.find(|character: char| character.is_ascii_digit())?;
    let (letters, row) = address.split_at(digits);
    let column = letters.bytes().try_fold(0_usize, |column, letter| {
        let value = letter.is_ascii_uppercase().then(|| usize::from(letter - b'A') + 1)?;
        column.checked_mul(26)?.checked_add(value)
    })?;
    Some((row.parse::<usize>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

/// Calls `see` for each event of a part. Returns whether it came to the end.
fn each_event(archive: &mut Archive<'_>, part: &str, mut see: impl FnMut(&Event<'_>)) -> bool {
    let Some(text) = text_of(archive, part, MAX_UNPACKED) else { return false };
    let mut events = Events::of(&text);
    loop {
        match events.next_event() {
            Ok(Some(event)) => see(&event),
            end => return end.is_ok(),
        }
    }
}
