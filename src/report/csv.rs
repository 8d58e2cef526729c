//! Tables and figures as CSV, as Excel opens it: UTF-8 with its mark, CRLF, and no cell that could run as a formula.

use crate::area;
use crate::indicator::Measure;
use crate::read::{Entry, OWN_COLUMNS, Subject, own_cells};

use super::Table;
use super::inert::inert;

/// The mark by which Excel knows UTF-8.
const MARK: char = '\u{FEFF}';

impl Table {
    /// A name for a file of it.
    pub fn file_name(&self) -> String {
        file_name(&self.title)
    }

    /// Title, headings, rows and notes as CSV.
    pub fn to_csv(&self) -> String {
        let mut writer = Writer::new();
        writer.row([self.title.as_str()]);
        writer.row(self.headings.iter().map(String::as_str));
        for row in &self.rows {
            writer.row(row.iter().map(String::as_str));
        }
        for note in &self.notes {
            writer.row([note.as_str()]);
        }
        writer.finish()
    }
}

/// Figures as CSV that reads back as the same figures, with a note below. Lines left out are left out. Where measures of the
/// council's own are among them, further columns describe these.
pub fn figures_csv<'a>(entries: impl IntoIterator<Item = &'a Entry>, note: &str) -> String {
    let is_wanted = |entry: &&Entry| !matches!(entry.subject, Subject::LeftOut(_)) && !entry.is_blank();
    let entries: Vec<&Entry> = entries.into_iter().filter(is_wanted).collect();
    let has_own = entries.iter().any(|entry| own(entry).is_some());
    let mut writer = Writer::new();
    let headings = ["indicator", "area", "period", "numerator", "denominator", "value"];
    writer.row(headings.into_iter().chain(OWN_COLUMNS.into_iter().filter(|_| has_own)));
    for entry in entries {
        let name = entry.subject.indicator().map_or(entry.label.as_str(), |indicator| &indicator.title);
        let area = area::by_code(&entry.area).map_or(entry.area.as_str(), |area| area.name);
        let cells = [name, area, &entry.period, &entry.numerator, &entry.denominator, &entry.value];
        writer.row(cells.into_iter().chain(own(entry).into_iter().flat_map(own_cells)));
    }
    if !note.is_empty() {
        writer.row([note]);
    }
    writer.finish()
}

/// The measure of the council's own that an entry is of, or `None`.
fn own(entry: &Entry) -> Option<&Measure> {
    entry.subject.indicator().filter(|measure| measure.is_own())
}

/// A title as the name of a file: small letters and digits, joined by hyphens.
pub fn file_name(title: &str) -> String {
    let plain: String = title
        .chars()
        .map(|character| if character.is_ascii_alphanumeric() { character.to_ascii_lowercase() } else { ' ' })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join("-")
}

struct Writer(csv::Writer<Vec<u8>>);

impl Writer {
    fn new() -> Self {
        let mut builder = csv::WriterBuilder::new();
        Self(builder.flexible(true).terminator(csv::Terminator::CRLF).from_writer(Vec::new()))
    }

    fn row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) {
        // Writing into memory cannot fail.
        let _ = self.0.write_record(cells.into_iter().map(inert));
    }

    fn finish(self) -> String {
        let bytes = self.0.into_inner().unwrap_or_default();
        format!("{MARK}{}", String::from_utf8_lossy(&bytes))
    }
}
