//! A workbook of sheets, with their charts.

use super::cell::{Cell, Format, Look, absolute};
use super::chart::Chart;
use super::package::{Kind, Package, add_theme};
use super::properties::{Properties, add_properties};
use super::sheet::Sheet;
use super::xml::Xml;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORKBOOK: &str = "xl/workbook.xml";

/// Fonts, fills and borders, in the order of [`Look::ALL`], and the colours of statuses.
const LOOKS: &str = include_str!("parts/fonts.xml");
const COLOURS: &str = include_str!("parts/colours.xml");

/// A workbook.
pub(super) struct Workbook {
    pub properties: Properties,
    pub sheets: Vec<Sheet>,
    /// Names of ranges: the name, the sheet, the range.
    pub names: Vec<(&'static str, &'static str, String)>,
}

impl Workbook {
    /// The file.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        let mut package = Package::default();
        package.relate("", "officeDocument", WORKBOOK);
        let mut styles: Vec<(Look, Format)> = vec![(Look::Plain, Format::General)];
        let mut charts = 0;
        let mut ids = Vec::new();
        for (index, sheet) in self.sheets.iter().enumerate() {
            let path = format!("xl/worksheets/sheet{}.xml", index + 1);
            let drawing = (!sheet.charts.is_empty()).then(|| {
                let name = format!("drawing{}.xml", index + 1);
                add_drawing(&mut package, sheet, &name, &mut charts);
                package.relate(&path, "drawing", &format!("../drawings/{name}"))
            });
            let mut style = |cell: &Cell| {
                let wanted = (cell.look, cell.format);
                styles.iter().position(|style| *style == wanted).unwrap_or_else(|| {
                    styles.push(wanted);
                    styles.len() - 1
                })
            };
            let bytes = sheet.xml(&mut style, drawing.as_deref());
            package.add(&path, Kind::Office("spreadsheetml.worksheet"), bytes);
            ids.push(package.relate(WORKBOOK, "worksheet", &format!("worksheets/sheet{}.xml", index + 1)));
        }
        package.relate(WORKBOOK, "styles", "styles.xml");
        add_theme(&mut package, WORKBOOK);
        package.add("xl/styles.xml", Kind::Office("spreadsheetml.styles"), styles_part(&styles));
        package.add(WORKBOOK, Kind::Office("spreadsheetml.sheet.main"), self.part(&ids));
        add_properties(&mut package, &self.properties);
        package.into_bytes()
    }

    fn part(&self, ids: &[String]) -> Vec<u8> {
        let mut xml = Xml::of("workbook", &[("xmlns", MAIN), ("xmlns:r", RELATIONSHIPS)]);
        xml.raw("<bookViews><workbookView/></bookViews>");
        xml.open("sheets", &[]);
        for (index, (sheet, id)) in self.sheets.iter().zip(ids).enumerate() {
            let number = (index + 1).to_string();
            xml.empty("sheet", &[("name", sheet.name), ("sheetId", &number), ("r:id", id)]);
        }
        xml.close(1);
        xml.open("definedNames", &[]);
        for (index, sheet) in self.sheets.iter().enumerate() {
            let number = index.to_string();
            let Some(((row, _), range)) = sheet.table.zip(sheet.range()) else { continue };
            let local = |name| [("name", name), ("localSheetId", number.as_str())];
            let [name, place] = local("_xlnm._FilterDatabase");
            if sheet.last_row > row {
                xml.leaf(
                    "definedName",
                    &[name, place, ("hidden", "1")],
                    &format!("'{}'!{range}", sheet.name),
                );
            }
            let titles = format!("'{}'!${}:${}", sheet.name, row + 1, row + 1);
            xml.leaf("definedName", &local("_xlnm.Print_Titles"), &titles);
            if let Some(column) = sheet.printed.and_then(|count| count.checked_sub(1)) {
                let last = absolute(sheet.rows.len() - 1, column);
                xml.leaf("definedName", &local("_xlnm.Print_Area"), &format!("'{}'!$A$1:{last}", sheet.name));
            }
        }
        for (name, sheet, range) in &self.names {
            xml.leaf("definedName", &[("name", name)], &format!("'{sheet}'!{range}"));
        }
        xml.close(1);
        // Whoever opens it computes the formulas anew.
        xml.empty("calcPr", &[("calcId", "191029"), ("fullCalcOnLoad", "1")]);
        xml.finish()
    }
}

/// A workbook of one sheet that holds what a chart of a document is drawn of.
pub(super) fn of_chart(chart: &Chart, sheet: &'static str, properties: &Properties) -> Vec<u8> {
    let sheet = Sheet { name: sheet, rows: chart.rows(), widths: vec![30], ..Sheet::default() };
    Workbook { properties: properties.clone(), sheets: vec![sheet], names: Vec::new() }.into_bytes()
}

fn styles_part(styles: &[(Look, Format)]) -> Vec<u8> {
    /// Numbers below are those of Excel's own formats.
    const FIRST: usize = 164;
    let mut formats: Vec<Format> = Vec::new();
    for (_, format) in styles {
        if *format != Format::General && !formats.contains(format) {
            formats.push(*format);
        }
    }
    let number = |format: &Format| formats.iter().position(|each| each == format).map_or(0, |at| FIRST + at);
    let mut xml = Xml::of("styleSheet", &[("xmlns", MAIN)]);
    if !formats.is_empty() {
        xml.open("numFmts", &[("count", &formats.len().to_string())]);
        for format in &formats {
            let (id, code) = (number(format).to_string(), format.code());
            xml.empty("numFmt", &[("numFmtId", &id), ("formatCode", &code)]);
        }
        xml.close(1);
    }
    xml.raw(LOOKS);
    xml.open("cellXfs", &[("count", &styles.len().to_string())]);
    for (look, format) in styles {
        let at = Look::ALL.iter().position(|each| each == look).unwrap_or(0).to_string();
        let border = if matches!(look, Look::Plain | Look::Wrapped) { "1" } else { "0" };
        let format = number(format).to_string();
        xml.open(
            "xf",
            &[
                ("numFmtId", format.as_str()),
                ("fontId", &at),
                ("fillId", if *look == Look::Heading { "2" } else { "0" }),
                ("borderId", border),
                ("xfId", "0"),
                ("applyNumberFormat", "1"),
                ("applyFont", "1"),
                ("applyFill", "1"),
                ("applyBorder", "1"),
                ("applyAlignment", "1"),
            ],
        );
        let wraps = matches!(look, Look::Heading | Look::Wrapped);
        let mut alignment = vec![("vertical", "top"), ("wrapText", if wraps { "1" } else { "0" })];
        // Texts keep a distance from the numbers on their left.
        if format == "0" && border == "1" || *look == Look::Heading {
            alignment.extend([("horizontal", "left"), ("indent", "1")]);
        }
        xml.empty("alignment", &alignment);
        xml.close(1);
    }
    xml.close(1);
    xml.raw("<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>");
    xml.raw(COLOURS);
    xml.finish()
}

/// Adds the drawing of a sheet and its charts.
fn add_drawing(package: &mut Package, sheet: &Sheet, name: &str, count: &mut usize) {
    /// Columns and rows that a chart covers.
    const SIZE: (usize, usize) = (9, 18);
    let path = format!("xl/drawings/{name}");
    let mut xml = Xml::of(
        "xdr:wsDr",
        &[
            ("xmlns:xdr", "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"),
            ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ],
    );
    for (chart, from, (row, column)) in &sheet.charts {
        *count += 1;
        let file = format!("chart{count}.xml");
        package.add(
            &format!("xl/charts/{file}"),
            Kind::Office("drawingml.chart"),
            chart.xml(sheet.name, *from, None),
        );
        let id = package.relate(&path, "chart", &format!("../charts/{file}"));
        xml.open("xdr:twoCellAnchor", &[]);
        for (corner, (row, column)) in
            [("xdr:from", (*row, *column)), ("xdr:to", (row + SIZE.1, column + SIZE.0))]
        {
            xml.open(corner, &[]);
            xml.leaf("xdr:col", &[], &column.to_string());
            xml.leaf("xdr:colOff", &[], "0");
            xml.leaf("xdr:row", &[], &row.to_string());
            xml.leaf("xdr:rowOff", &[], "0");
            xml.close(1);
        }
        xml.open("xdr:graphicFrame", &[("macro", "")]);
        xml.open("xdr:nvGraphicFramePr", &[]);
        let number = (*count + 1).to_string();
        let title = [("id", number.as_str()), ("name", &chart.title), ("descr", &chart.alternative)];
        xml.empty("xdr:cNvPr", &title);
        xml.empty("xdr:cNvGraphicFramePr", &[]);
        xml.close(1);
        xml.raw("<xdr:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm>");
        graphic(&mut xml, &id);
        xml.close(1);
        xml.empty("xdr:clientData", &[]);
        xml.close(1);
    }
    package.add(&path, Kind::Office("drawing"), xml.finish());
}

/// What leads from a drawing to the part of a chart.
pub(super) fn graphic(xml: &mut Xml, id: &str) {
    let chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    xml.open("a:graphic", &[("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main")]);
    xml.open("a:graphicData", &[("uri", chart)]);
    xml.empty("c:chart", &[("xmlns:c", chart), ("xmlns:r", RELATIONSHIPS), ("r:id", id)]);
    xml.close(2);
}
