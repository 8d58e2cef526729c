//! The XML of workbooks event by event, and the cells of Excel's.
//!
//! The crates that read both are generic over where bytes come from, and what is generic is compiled where it is used. This
//! is a crate of its own to be compiled for speed in a page that is compiled for size: a workbook has millions of events.

use std::io::Cursor;

use calamine::{Cell, DataRef, Dimensions, Reader as _, Sheet, Style, Xlsx, XlsxCellReader, XlsxError};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// What is no XML, or no workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged;

/// The events of an XML text.
#[derive(Debug)]
pub struct Events<'t>(Reader<&'t [u8]>);

impl<'t> Events<'t> {
    /// Those of this text.
    pub fn of(text: &'t str) -> Self {
        Self(Reader::from_str(text))
    }

    /// Returns the next, or `None` after the last.
    #[inline(never)]
    pub fn next_event(&mut self) -> Result<Option<Event<'t>>, Damaged> {
        match self.0.read_event() {
            Ok(Event::Eof) => Ok(None),
            Ok(event) => Ok(Some(event)),
            Err(_) => Err(Damaged),
        }
    }
}

/// Returns the value of an attribute by its local name, or `None` if the element has none of it.
#[inline(never)]
pub fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|each| each.key.local_name().as_ref() == name)?;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// An Excel workbook.
pub struct Book<'b>(Xlsx<Cursor<&'b [u8]>>);

impl<'b> Book<'b> {
    /// Opens the bytes of one.
    #[inline(never)]
    pub fn open(bytes: &'b [u8]) -> Result<Self, Damaged> {
        Xlsx::new(Cursor::new(bytes)).map(Self).map_err(|_| Damaged)
    }

    /// What is known of its sheets.
    pub fn sheets(&self) -> &[Sheet] {
        self.0.sheets_metadata()
    }

    /// The names of its ranges, and where they are.
    pub fn ranges(&self) -> &[(String, String)] {
        self.0.defined_names()
    }

    /// The cells of a sheet that are merged; none where that cannot be read.
    #[inline(never)]
    pub fn merged(&mut self, sheet: &str) -> Vec<Dimensions> {
        self.0.merge_cells_by_sheet_name(sheet).unwrap_or_default()
    }

    /// The cells of a sheet.
    #[inline(never)]
    pub fn cells(&mut self, sheet: &str) -> Result<Cells<'_, 'b>, Damaged> {
        self.0.worksheet_cells_reader(sheet).map(Cells).map_err(|_| Damaged)
    }
}

/// The cells of a sheet of an Excel workbook.
pub struct Cells<'s, 'b>(XlsxCellReader<'s, Cursor<&'b [u8]>>);

impl<'s> Cells<'s, '_> {
    /// The styles of the workbook.
    pub fn styles(&self) -> &[Style] {
        self.0.styles()
    }

    /// Returns the next cell with the position of its style, or `None` after the last.
    #[inline(never)]
    pub fn next_cell(&mut self) -> Result<Option<(Cell<DataRef<'s>>, usize)>, XlsxError> {
        self.0.next_cell_with_style_id()
    }
}

#[cfg(test)]
mod tests {
    use super::{Damaged, Event, Events, attribute};

    #[test]
    fn events_come_until_the_last_or_until_damage() {
        let mut events = Events::of("<a b=\"1 &amp; 2\">x</a>");
        let Ok(Some(Event::Start(element))) = events.next_event() else {
            panic!("it begins with an element")
        };
        assert_eq!(attribute(&element, "b").as_deref(), Some("1 & 2"));
        assert_eq!(attribute(&element, "c"), None);
        assert!(matches!(events.next_event(), Ok(Some(Event::Text(_)))));
        assert!(matches!(events.next_event(), Ok(Some(Event::End(_)))));
        assert!(matches!(events.next_event(), Ok(None)));
        assert!(matches!(Events::of("<a></b>").0.read_event(), Ok(Event::Start(_))));
        let mut damaged = Events::of("<a></b>");
        assert!(matches!(damaged.next_event(), Ok(Some(_))));
        assert!(matches!(damaged.next_event(), Err(Damaged)));
    }
}
