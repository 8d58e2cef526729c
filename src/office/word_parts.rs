//! Pieces of a Word document: runs of text, and the cells and rows of tables.

use super::cell::Tone;
use super::xml::Xml;

/// A cell of a table: its paragraphs, and the colour behind them.
#[derive(Default)]
pub(super) struct TableCell {
    pub paragraphs: Vec<String>,
    pub tone: Option<Tone>,
    pub sort: CellSort,
}

/// How the text of a cell is set.
#[derive(Clone, Copy, Default)]
pub(super) enum CellSort {
    #[default]
    Text,
    /// To the right.
    Number,
    /// To the right, and bold.
    StrongNumber,
}

impl CellSort {
    pub(super) const fn style(self) -> &'static str {
        match self {
            Self::Text => "TableText",
            Self::Number => "TableNumber",
            Self::StrongNumber => "TableNumberHeading",
        }
    }
}

/// A run of text, with its line breaks.
pub(super) fn run(xml: &mut Xml, text: &str) {
    xml.open("w:r", &[]);
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            xml.empty("w:br", &[]);
        }
        xml.leaf("w:t", &[("xml:space", "preserve")], line);
    }
    xml.close(1);
}

/// The beginning of a table, up to its first row.
pub(super) fn begin_table(xml: &mut Xml, style: &str, widths: &[u16], description: Option<&str>) {
    xml.open_all(&["w:tbl", "w:tblPr"]);
    xml.val("w:tblStyle", style);
    xml.empty("w:tblW", &[("w:w", "5000"), ("w:type", "pct")]);
    xml.empty("w:tblLayout", &[("w:type", "fixed")]);
    xml.empty("w:tblLook", &[("w:val", "0020"), ("w:firstRow", "1"), ("w:noVBand", "1")]);
    if let Some(description) = description {
        xml.val("w:tblCaption", description);
    }
    xml.close(1);
    xml.open("w:tblGrid", &[]);
    for width in widths {
        xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
    }
    xml.close(1);
}

/// The width of a column in which no word is broken, with so much space beside its text.
pub(super) fn needed(at: usize, beside: usize, headings: &[String], rows: &[Vec<TableCell>]) -> u16 {
    /// A letter of a heading, which is bold, and of a cell, in twentieths of a point.
    const LETTERS: [usize; 2] = [112, 100];
    let longest = |text: &str| text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
    let heading = headings.get(at).map_or(0, |heading| longest(heading)) * LETTERS[0];
    let of_column = rows.iter().filter(|row| row.len() > 1).filter_map(|row| row.get(at));
    let texts = of_column.flat_map(|cell| &cell.paragraphs).map(|text| longest(text));
    let cells = texts.max().unwrap_or(0) * LETTERS[1];
    u16::try_from(heading.max(cells) + beside).unwrap_or(u16::MAX)
}

/// Widths of columns in which no word is broken, where each has so much space beside its text: what they lack is taken from the widest.
pub(super) fn whole_words(
    widths: &[u16],
    beside: usize,
    headings: &[String],
    rows: &[Vec<TableCell>],
) -> Vec<u16> {
    let mut wider = widths.to_vec();
    for at in 0..wider.len() {
        let lacks = needed(at, beside, headings, rows).saturating_sub(wider[at]);
        let widest = (0..wider.len()).max_by_key(|each| wider[*each]).unwrap_or(at);
        // The widest gives up no more than half of what it has.
        if widest != at && lacks > 0 && lacks <= wider[widest] / 2 {
            wider[widest] -= lacks;
            wider[at] += lacks;
        }
    }
    wider
}

/// The rest of a row that heads those below it.
pub(super) fn section_row(xml: &mut Xml, widths: &[u16], heading: &TableCell) {
    let width: u32 = widths.iter().copied().map(u32::from).sum();
    xml.open_all(&["w:tc", "w:tcPr"]);
    xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
    xml.val("w:gridSpan", &widths.len().to_string());
    xml.close(1);
    for text in &heading.paragraphs {
        xml.open("w:p", &[]);
        xml.raw("<w:pPr><w:pStyle w:val=\"TableHeading\"/><w:keepNext/></w:pPr>");
        run(xml, text);
        xml.close(1);
    }
    xml.close(1);
    xml.raw("</w:tr>");
}

/// The beginning of a cell, up to its first paragraph.
pub(super) fn begin_cell(xml: &mut Xml, width: u16, tone: Option<Tone>) {
    xml.open_all(&["w:tc", "w:tcPr"]);
    xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
    if let Some(tone) = tone {
        let fill = match tone {
            Tone::Good => "CCE2D8",
            Tone::Middling => "FFF7BF",
            Tone::Bad => "F6D7D2",
            Tone::UnusualGood => "C9DCEC",
            Tone::UnusualPoor => "FBDCC4",
        };
        xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", fill)]);
    }
    xml.close(1);
}
