//! A Word document: headings, lists, tables, charts and fields, one after the other.

use super::chart::Chart;
use super::package::{Kind, Package, add_theme};
use super::pages::{Pages, Room};
use super::properties::{Properties, add_properties};
use super::word_parts::{CellSort, TableCell, begin_cell, begin_table, run, section_row, whole_words};
use super::workbook::{graphic, of_chart};
use super::xml::Xml;
use crate::words::office as words;

const DOCUMENT: &str = "word/document.xml";
const STYLES: &str = include_str!("parts/styles.xml");
const NUMBERING: &str = include_str!("parts/numbering.xml");
const SETTINGS: &str = include_str!("parts/settings.xml");
const FONTS: &str = include_str!("parts/font-table.xml");
const HEADER: &str = "header1.xml";
const FOOTER: &str = "footer1.xml";

/// The namespaces of a part.
const NAMESPACES: [(&str, &str); 3] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
];

/// A document that grows.
pub(super) struct Word {
    package: Package,
    properties: Properties,
    body: Xml,
    headings: Vec<Heading>,
    tables: usize,
    charts: usize,
    boxes: usize,
    room: Room,
    /// How the last pages lie.
    last: Pages,
}

struct Heading {
    level: Level,
    /// With its number.
    text: String,
    bookmark: String,
}

/// As many columns as a table has with the usual space between them.
const MOST_COLUMNS: usize = 8;

/// The level of a heading.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    Section,
    Part,
}

/// The style of a paragraph, by its name in `styles.xml`.
#[derive(Clone, Copy)]
pub(super) enum Style {
    Title,
    Subtitle,
    /// The title of a case, which is its heading in the outline.
    CaseTitle,
    Mark,
    Body,
    Bullet,
    Note,
    /// Below a bullet.
    Account,
    Definition,
}

impl Style {
    const fn id(self) -> &'static str {
        match self {
            Self::Title => "Title",
            Self::Subtitle => "Subtitle",
            Self::CaseTitle => "CaseTitle",
            Self::Mark => "Mark",
            Self::Body => "BodyText",
            Self::Bullet => "ListBullet",
            Self::Note => "Note",
            Self::Account => "Account",
            Self::Definition => "Definition",
        }
    }
}

/// What is at the head and the foot of each page, and around the contents.
pub(super) struct Frame<'a> {
    pub header: &'a str,
    /// Before the contents; empty for none.
    pub contents: &'a str,
    /// Before and after the number of the page.
    pub page: [&'a str; 2],
}

/// What a box holds.
#[derive(Clone, Copy, Debug)]
pub(super) enum BoxText<'a> {
    /// A text.
    Plain(&'a str),
    /// What is most important, then one paragraph for each point.
    Points(&'a str, &'a [String]),
    /// Something to be filled in, with what is asked for.
    FillIn(&'a str),
}

impl Word {
    pub(super) fn new(properties: Properties) -> Self {
        let mut package = Package::default();
        // The first two, which every section names.
        package.relate(DOCUMENT, "header", HEADER);
        package.relate(DOCUMENT, "footer", FOOTER);
        Self {
            package,
            properties,
            body: Xml::part_of_another(),
            headings: Vec::new(),
            tables: 0,
            charts: 0,
            boxes: 0,
            room: Room::Pages,
            last: Pages::Upright,
        }
    }

    /// A document with so much room.
    pub(super) fn with_room(properties: Properties, room: Room) -> Self {
        let last = if room == Room::Pages { Pages::Upright } else { Pages::Full };
        Self { room, last, ..Self::new(properties) }
    }

    /// A paragraph.
    pub(super) fn paragraph(&mut self, style: Style, text: &str) {
        paragraph(&mut self.body, style.id(), text);
    }

    /// A paragraph that stays on the page of the next.
    pub(super) fn kept(&mut self, of: Style, text: &str) {
        self.body.open("w:p", &[]);
        self.body.open("w:pPr", &[]);
        self.body.val("w:pStyle", of.id());
        self.body.raw("<w:keepNext/><w:keepLines/>");
        self.body.close(1);
        run(&mut self.body, text);
        self.body.close(1);
    }

    /// A paragraph that begins with a term.
    pub(super) fn term(&mut self, of: Style, term: &str, text: &str) {
        self.termed(of, term, text, "");
    }

    /// The same, on the page of the next.
    pub(super) fn kept_term(&mut self, of: Style, term: &str, text: &str) {
        self.termed(of, term, text, "<w:keepNext/><w:keepLines/>");
    }

    fn termed(&mut self, of: Style, term: &str, text: &str, kept: &str) {
        self.body.open("w:p", &[]);
        self.body.open("w:pPr", &[]);
        self.body.val("w:pStyle", of.id());
        self.body.raw(kept);
        self.body.close(1);
        self.body.open("w:r", &[]);
        self.body.raw("<w:rPr><w:b/></w:rPr>");
        self.body.leaf("w:t", &[("xml:space", "preserve")], &format!("{term}. "));
        self.body.close(1);
        run(&mut self.body, text);
        self.body.close(1);
    }

    /// A numbered heading.
    pub(super) fn heading(&mut self, level: Level, text: &str) {
        let count = |level: Level| self.headings.iter().filter(|each| each.level == level).count();
        let sections = count(Level::Section);
        let since = self.headings.iter().rposition(|each| each.level == Level::Section).unwrap_or(0);
        let number = match level {
            Level::Section => (sections + 1).to_string(),
            Level::Part => format!("{sections}.{}", self.headings.len() - since),
        };
        let id = self.headings.len().to_string();
        let bookmark = format!("_Toc{id}");
        self.body.open("w:p", &[]);
        style(&mut self.body, if level == Level::Section { "Heading1" } else { "Heading2" });
        self.body.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &bookmark)]);
        run(&mut self.body, text);
        self.body.empty("w:bookmarkEnd", &[("w:id", &id)]);
        self.body.close(1);
        self.headings.push(Heading { level, text: format!("{number}  {text}"), bookmark });
    }

    /// Terms with boxes for a person to fill in; a term without a placeholder has its text already.
    pub(super) fn boxes(&mut self, terms: &[(&str, BoxText<'_>)]) {
        begin_table(&mut self.body, "BoxTable", &[2200, 7438], None);
        for (term, text) in terms {
            self.body.raw("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            begin_cell(&mut self.body, 2200, None);
            paragraph(&mut self.body, "TableHeading", term);
            self.body.close(1);
            begin_cell(&mut self.body, 7438, None);
            match text {
                BoxText::Plain(text) => paragraph(&mut self.body, "TableText", text),
                BoxText::Points(lead, points) => {
                    paragraph(&mut self.body, "TableHeading", lead);
                    points.iter().for_each(|point| paragraph(&mut self.body, "TableText", point));
                }
                BoxText::FillIn(placeholder) => self.fill_in(term, placeholder),
            }
            self.body.close(1);
            self.body.raw("</w:tr>");
        }
        self.body.close(1);
        self.space(Style::Body);
    }

    /// An empty line, where there is room for one.
    fn space(&mut self, style: Style) {
        if self.room == Room::Pages {
            self.paragraph(style, "");
        }
    }

    fn fill_in(&mut self, term: &str, placeholder: &str) {
        self.boxes += 1;
        self.body.open_all(&["w:sdt", "w:sdtPr"]);
        self.body.val("w:alias", term);
        self.body.val("w:id", &self.boxes.to_string());
        self.body.raw("<w:showingPlcHdr/><w:text/>");
        self.body.close(1);
        self.body.open_all(&["w:sdtContent", "w:p"]);
        style(&mut self.body, "TableText");
        self.body.open("w:r", &[]);
        self.body.raw("<w:rPr><w:rStyle w:val=\"PlaceholderText\"/></w:rPr>");
        self.body.leaf("w:t", &[], placeholder);
        self.body.close(4);
    }

    /// A table with its caption, headings that are repeated on each page, and rows that are not split. A row of one cell is as wide
    /// as the table and stays with the next: the heading of those below it.
    pub(super) fn table(
        &mut self,
        caption: &str,
        widths: &[u16],
        headings: &[String],
        rows: &[Vec<TableCell>],
    ) {
        self.tables += 1;
        self.caption("TableCaption", words::TABLE, self.tables, caption);
        let is_wide = widths.len() > MOST_COLUMNS;
        let (style, beside) = if is_wide { ("WideTable", 80) } else { ("ReportTable", 216) };
        let widths = &whole_words(widths, beside, headings, rows)[..];
        begin_table(&mut self.body, style, widths, Some(caption));
        self.body.raw("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (place, (heading, width)) in headings.iter().zip(widths).enumerate() {
            let is_number = rows
                .first()
                .and_then(|row| row.get(place))
                .is_some_and(|cell| matches!(cell.sort, CellSort::Number | CellSort::StrongNumber));
            let style = if is_number { CellSort::StrongNumber.style() } else { "TableHeading" };
            begin_cell(&mut self.body, *width, None);
            paragraph(&mut self.body, style, heading);
            self.body.close(1);
        }
        self.body.raw("</w:tr>");
        for row in rows {
            self.body.raw("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            if let ([heading], [_, _, ..]) = (&row[..], widths) {
                section_row(&mut self.body, widths, heading);
                continue;
            }
            for (cell, width) in row.iter().zip(widths) {
                begin_cell(&mut self.body, *width, cell.tone);
                if cell.paragraphs.is_empty() {
                    paragraph(&mut self.body, cell.sort.style(), "");
                }
                for text in &cell.paragraphs {
                    paragraph(&mut self.body, cell.sort.style(), text);
                }
                self.body.close(1);
            }
            self.body.raw("</w:tr>");
        }
        self.body.close(1);
        self.space(Style::Note);
    }

    /// A chart that can be edited, so high in English metric units, with its caption and notes.
    pub(super) fn chart(&mut self, chart: &Chart, notes: &[String], height: u32) {
        self.charts += 1;
        let number = self.charts.to_string();
        let path = format!("word/charts/chart{number}.xml");
        let workbook = self.package.relate(&path, "package", &format!("../embeddings/chart{number}.xlsx"));
        let bytes = of_chart(chart, words::CHARTS, &self.properties);
        self.package.add(&format!("word/embeddings/chart{number}.xlsx"), Kind::Workbook, bytes);
        self.package.add(
            &path,
            Kind::Office("drawingml.chart"),
            chart.xml(words::CHARTS, 0, Some(&workbook)),
        );
        let id = self.package.relate(DOCUMENT, "chart", &format!("charts/chart{number}.xml"));
        self.body.open("w:p", &[]);
        self.body.raw("<w:pPr><w:keepNext/></w:pPr>");
        self.body.open_all(&["w:r", "w:drawing"]);
        self.body.open("wp:inline", &[("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")]);
        self.body.empty("wp:extent", &[("cx", "6120000"), ("cy", &height.to_string())]);
        let name = format!("{} {number}", words::FIGURE);
        self.body.empty("wp:docPr", &[("id", &number), ("name", &name), ("descr", &chart.alternative)]);
        self.body.empty("wp:cNvGraphicFramePr", &[]);
        graphic(&mut self.body, &id);
        self.body.close(4);
        let style = if notes.is_empty() { "Caption" } else { "NotedCaption" };
        self.caption(style, words::FIGURE, self.charts, &chart.title);
        for note in notes {
            self.paragraph(Style::Note, note);
        }
    }

    /// Begins new pages, the last ones, which lie so; those before lie upright.
    pub(super) fn begin_last(&mut self, pages: Pages) {
        self.end(Pages::Upright);
        self.last = pages;
    }

    /// Ends the pages that go before, which lie so.
    fn end(&mut self, pages: Pages) {
        self.body.open_all(&["w:p", "w:pPr"]);
        self.body.val("w:pStyle", Style::Note.id());
        self.body.raw(&pages.section());
        self.body.close(2);
    }

    /// `Table 3: …`, numbered by Word.
    fn caption(&mut self, id: &str, word: &str, number: usize, text: &str) {
        self.body.open("w:p", &[]);
        style(&mut self.body, id);
        run(&mut self.body, &format!("{word} "));
        field(&mut self.body, &format!("SEQ {word} \\* ARABIC"), &number.to_string());
        run(&mut self.body, &format!(": {text}"));
        self.body.close(1);
    }

    /// The file. `front` is what comes before the contents.
    pub(super) fn into_bytes(mut self, front: Self, frame: &Frame<'_>) -> Vec<u8> {
        let mut xml = Xml::of("w:document", &NAMESPACES);
        xml.open("w:body", &[]);
        xml.raw(&front.body.into_text());
        if !frame.contents.is_empty() {
            self.contents(&mut xml, frame.contents);
        }
        let body = std::mem::replace(&mut self.body, Xml::part_of_another());
        xml.raw(&body.into_text());
        let parts = [
            ("wordprocessingml.header", HEADER, header(frame.header)),
            ("wordprocessingml.footer", FOOTER, footer(frame.page)),
        ];
        xml.raw(&self.last.section());
        for (content, file, bytes) in parts {
            self.package.add(&format!("word/{file}"), Kind::Office(content), bytes);
        }
        self.package.relate("", "officeDocument", DOCUMENT);
        self.package.add(DOCUMENT, Kind::Office("wordprocessingml.document.main"), xml.finish());
        for (kind, file, text) in [
            ("styles", "styles", STYLES),
            ("numbering", "numbering", NUMBERING),
            ("settings", "settings", SETTINGS),
            ("fontTable", "fontTable", FONTS),
        ] {
            self.package.relate(DOCUMENT, kind, &format!("{file}.xml"));
            let content = match kind {
                "styles" => "wordprocessingml.styles",
                "numbering" => "wordprocessingml.numbering",
                "fontTable" => "wordprocessingml.fontTable",
                _ => "wordprocessingml.settings",
            };
            let text = if kind == "styles" { self.room.styles(text) } else { text.to_owned() };
            let bytes = text.into_bytes();
            self.package.add(&format!("word/{file}.xml"), Kind::Office(content), bytes);
        }
        add_theme(&mut self.package, DOCUMENT);
        add_properties(&mut self.package, &self.properties);
        self.package.into_bytes()
    }

    /// The contents, as a field that Word adds the pages to where a person updates it: only Word knows these.
    fn contents(&self, xml: &mut Xml, heading: &str) {
        xml.raw("<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/></w:docPartObj></w:sdtPr>");
        xml.open("w:sdtContent", &[]);
        paragraph(xml, "TOCHeading", heading);
        let sections = || self.headings.iter().filter(|each| each.level == Level::Section);
        let count = sections().count();
        for (index, each) in sections().enumerate() {
            xml.open("w:p", &[]);
            style(xml, "TOC1");
            if index == 0 {
                xml.raw("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-1\" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>");
            }
            xml.open("w:hyperlink", &[("w:anchor", &each.bookmark), ("w:history", "1")]);
            run(xml, &each.text);
            xml.close(1);
            if index + 1 == count {
                xml.raw("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
            }
            xml.close(1);
        }
        xml.close(1);
        xml.raw("</w:sdt>");
    }
}

fn style(xml: &mut Xml, id: &str) {
    xml.open("w:pPr", &[]);
    xml.val("w:pStyle", id);
    xml.close(1);
}

fn paragraph(xml: &mut Xml, id: &str, text: &str) {
    xml.open("w:p", &[]);
    style(xml, id);
    if !text.is_empty() {
        run(xml, text);
    }
    xml.close(1);
}

/// A field with what it shows until Word works it out.
fn field(xml: &mut Xml, instruction: &str, shown: &str) {
    xml.open("w:fldSimple", &[("w:instr", &format!(" {instruction} "))]);
    run(xml, shown);
    xml.close(1);
}

fn header(text: &str) -> Vec<u8> {
    let mut xml = Xml::of("w:hdr", &NAMESPACES);
    paragraph(&mut xml, "Header", text);
    xml.finish()
}

fn footer([page, of]: [&str; 2]) -> Vec<u8> {
    let mut xml = Xml::of("w:ftr", &NAMESPACES);
    xml.open("w:p", &[]);
    style(&mut xml, "Footer");
    run(&mut xml, page);
    field(&mut xml, "PAGE", "1");
    run(&mut xml, of);
    field(&mut xml, "NUMPAGES", "1");
    xml.finish()
}
