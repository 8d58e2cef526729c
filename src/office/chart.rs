//! Native charts: data that Word and Excel draw, with the numbers they were made of.

use crate::chart::{cut_at, label_step, round_step, step_of_cut};
use crate::number::{Decimal, Exact};

use super::cell::{Cell, Format, absolute};
use super::xml::Xml;

/// A chart of one sort of number.
#[derive(Clone, Debug)]
pub(super) struct Chart {
    /// The message.
    pub title: String,
    /// What it shows, for people who do not see it.
    pub alternative: String,
    pub sort: Sort,
    pub format: Format,
    pub scale: Scale,
    /// The points along the axis.
    pub categories: Vec<String>,
    pub lines: Vec<Line>,
}

/// Where the axis of numbers begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scale {
    /// At 0, or below the lines where they are all far from it.
    MayBeCut,
    /// At 0.
    FromZero,
}

/// How a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A line for each of what is compared, over time.
    Lines,
    /// Bars below each other.
    Bars,
}

/// One of what a chart compares, with a value for each category, if there is one.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub name: String,
    /// Six hexadecimal digits.
    pub colour: &'static str,
    /// The width of a line, in English metric units.
    pub width: u32,
    /// The colours of bars that have their own.
    pub bars: Vec<&'static str>,
    pub points: Points,
    /// Whether it goes on, after a break, with what the one before it shows: it looks the same, and the legend names it once.
    pub goes_on: bool,
    pub values: Vec<Option<Cell>>,
}

/// How the points of a line are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Points {
    /// Joined, and marked where they are not too many.
    Marked,
    /// Joined alone.
    Joined,
    /// Marked alone: some points of another line.
    Alone,
}

/// The width of the lines of others.
pub(super) const OTHER_WIDTH: u32 = 15_875;

/// As many points of a line as have markers.
const MOST_MARKERS: usize = 20;

const CHART: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

impl Chart {
    /// Rows of cells from which it is drawn: names in the first, then one for each category.
    pub(super) fn rows(&self) -> Vec<Vec<Cell>> {
        let names =
            std::iter::once(Cell::blank()).chain(self.lines.iter().map(|line| Cell::heading(&line.name)));
        let row = |(index, category): (usize, &String)| {
            let values = self.lines.iter().map(|line| {
                let value = line.values.get(index).cloned().flatten();
                value.unwrap_or_else(Cell::blank)
            });
            std::iter::once(Cell::text(category)).chain(values).collect()
        };
        std::iter::once(names.collect()).chain(self.categories.iter().enumerate().map(row)).collect()
    }

    /// The part of a chart whose rows begin at a row of a sheet, from 0. In a document `workbook` is the relationship to the
    /// workbook that holds them.
    pub(super) fn xml(&self, sheet: &str, row: usize, workbook: Option<&str>) -> Vec<u8> {
        let namespaces = [("xmlns:c", CHART), ("xmlns:a", DRAWING), ("xmlns:r", RELATIONSHIPS)];
        let mut xml = Xml::of("c:chartSpace", &namespaces);
        xml.val("c:lang", "en-GB");
        xml.val("c:roundedCorners", "0");
        xml.open("c:chart", &[]);
        // In a document the caption says it.
        if workbook.is_none() {
            title(&mut xml, &self.title);
        }
        xml.val("c:autoTitleDeleted", if workbook.is_none() { "0" } else { "1" });
        xml.open("c:plotArea", &[]);
        xml.empty("c:layout", &[]);
        let is_line = self.sort == Sort::Lines;
        xml.open(if is_line { "c:lineChart" } else { "c:barChart" }, &[]);
        if !is_line {
            xml.val("c:barDir", "bar");
        }
        xml.val("c:grouping", if is_line { "standard" } else { "clustered" });
        xml.val("c:varyColors", "0");
        for index in 0..self.lines.len() {
            self.series(&mut xml, sheet, row, index);
        }
        if is_line {
            xml.val("c:marker", "1");
        } else {
            xml.val("c:gapWidth", "60");
        }
        xml.val("c:axId", "1");
        xml.val("c:axId", "2");
        xml.close(1);
        self.axes(&mut xml);
        xml.close(1);
        if self.lines.len() > 1 {
            let place = if self.is_long() { "r" } else { "b" };
            xml.open("c:legend", &[]);
            xml.val("c:legendPos", place);
            for (index, _) in self.lines.iter().enumerate().filter(|(_, line)| line.goes_on) {
                xml.raw(&format!(
                    "<c:legendEntry><c:idx val=\"{index}\"/><c:delete val=\"1\"/></c:legendEntry>"
                ));
            }
            xml.val("c:overlay", "0");
            xml.close(1);
        }
        xml.val("c:plotVisOnly", "1");
        xml.val("c:dispBlanksAs", "gap");
        xml.close(1);
        if self.is_long() {
            xml.raw("<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"700\"/></a:pPr><a:endParaRPr lang=\"en-GB\"/></a:p></c:txPr>");
        }
        if let Some(workbook) = workbook {
            xml.open("c:externalData", &[("r:id", workbook)]);
            xml.val("c:autoUpdate", "0");
        }
        xml.finish()
    }

    /// Whether it has more points along the axis than can each have a marker and a label.
    fn is_long(&self) -> bool {
        self.categories.len() > MOST_MARKERS
    }

    /// How many points along the axis there are to a label.
    fn label_step(&self) -> usize {
        if self.is_long() { label_step(self.categories.len()) } else { 1 }
    }

    /// Which of the looks that lines have a line has: its place among those that do not go on with another.
    fn looks(&self, index: usize) -> usize {
        self.lines.iter().take(index + 1).filter(|line| !line.goes_on).count().saturating_sub(1)
    }

    fn series(&self, xml: &mut Xml, sheet: &str, row: usize, index: usize) {
        let Some(line) = self.lines.get(index) else { return };
        let number = index.to_string();
        let range = |column: usize, from: usize, to: usize| {
            format!("'{sheet}'!{}:{}", absolute(from, column), absolute(to, column))
        };
        let (first, last) = (row + 1, row + self.categories.len());
        xml.open("c:ser", &[]);
        xml.val("c:idx", &number);
        xml.val("c:order", &number);
        xml.open_all(&["c:tx", "c:strRef"]);
        xml.leaf("c:f", &[], &format!("'{sheet}'!{}", absolute(row, index + 1)));
        xml.open("c:strCache", &[]);
        xml.val("c:ptCount", "1");
        xml.open("c:pt", &[("idx", "0")]);
        xml.leaf("c:v", &[], &line.name);
        xml.close(4);
        xml.open("c:spPr", &[]);
        let filled = |colour| format!("<a:solidFill><a:srgbClr val=\"{colour}\"/></a:solidFill>");
        let fill = filled(line.colour);
        if self.sort == Sort::Lines {
            let looks = self.looks(index);
            // Where there are too many points for markers, the lines are told apart by their dashes.
            let has_markers =
                line.points == Points::Alone || (line.points == Points::Marked && !self.is_long());
            let dash = ["sysDot", "dash", "lgDash", "dashDot"][looks % 4];
            let dash = if !has_markers && line.width <= OTHER_WIDTH {
                format!("<a:prstDash val=\"{dash}\"/>")
            } else {
                String::new()
            };
            let stroke = if line.points == Points::Alone {
                "<a:noFill/>".to_owned()
            } else {
                format!("{fill}{dash}<a:round/>")
            };
            xml.raw(&format!("<a:ln w=\"{}\" cap=\"rnd\">{stroke}</a:ln>", line.width));
            xml.close(1);
            let (symbol, size) = match line.points {
                Points::Alone => ("circle", 9),
                _ => (["circle", "square", "triangle", "diamond"][looks % 4], 6),
            };
            xml.raw(&if has_markers {
                format!(
                    "<c:marker><c:symbol val=\"{symbol}\"/><c:size val=\"{size}\"/><c:spPr>{fill}</c:spPr></c:marker>"
                )
            } else {
                "<c:marker><c:symbol val=\"none\"/></c:marker>".to_owned()
            });
        } else {
            xml.raw(&fill);
            xml.close(1);
            xml.val("c:invertIfNegative", "0");
            for (index, colour) in line.bars.iter().enumerate() {
                xml.open("c:dPt", &[]);
                xml.val("c:idx", &index.to_string());
                xml.raw("<c:invertIfNegative val=\"0\"/><c:bubble3D val=\"0\"/>");
                xml.raw(&format!("<c:spPr>{}</c:spPr>", filled(colour)));
                xml.close(1);
            }
            xml.raw(
                "<c:dLbls><c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>",
            );
        }
        xml.open_all(&["c:cat", "c:strRef"]);
        xml.leaf("c:f", &[], &range(0, first, last));
        xml.open("c:strCache", &[]);
        xml.val("c:ptCount", &self.categories.len().to_string());
        // Those between the labels are left out, since not every program leaves them out itself.
        for (index, category) in self.categories.iter().enumerate().step_by(self.label_step()) {
            point(xml, index, category);
        }
        xml.close(3);
        xml.open_all(&["c:val", "c:numRef"]);
        xml.leaf("c:f", &[], &range(index + 1, first, last));
        xml.open("c:numCache", &[]);
        xml.leaf("c:formatCode", &[], &self.format.code());
        xml.val("c:ptCount", &line.values.len().to_string());
        for (index, value) in line.values.iter().enumerate() {
            if let Some(number) = value.as_ref().and_then(Cell::number) {
                point(xml, index, number);
            }
        }
        xml.close(3);
        if self.sort == Sort::Lines {
            xml.val("c:smooth", "0");
        }
        xml.close(1);
    }

    /// The least and the greatest of its numbers.
    fn ends(&self) -> (f64, f64) {
        let cells = self.lines.iter().flat_map(|line| line.values.iter().flatten());
        let numbers = cells.filter_map(|cell| cell.number()?.parse::<f64>().ok());
        numbers.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), number| {
            (number.min(least), number.max(most))
        })
    }

    /// The number at which the axis of lines begins, if not at 0: a round one below them, where they are all far from 0.
    pub(super) fn begins(&self) -> Option<Decimal> {
        let (least, most) = self.ends();
        let may_be_cut = self.sort == Sort::Lines && self.scale == Scale::MayBeCut;
        let begins = cut_at(least, most).filter(|begins| may_be_cut && *begins > 0.0)?;
        Decimal::nearest(begins, 4)
    }

    /// How far the numbers of the axis of lines are from each other: no less than the last of their decimals.
    fn step(&self) -> Option<Decimal> {
        let (least, most) = self.ends();
        if self.sort == Sort::Bars || !least.is_finite() || most <= 0.0 {
            return None;
        }
        let step = if self.begins().is_some() { step_of_cut(least, most) } else { round_step(most / 5.0) };
        Decimal::nearest(step.max(self.format.least()), 4)
    }

    /// How the numbers of the axis are written: with no more decimals than they differ by.
    fn axis_format(&self, step: Option<Decimal>) -> Format {
        let is_whole = |least: f64| step.is_some_and(|step| Exact::from(step).to_f64() >= least);
        match self.format {
            Format::Percent(_) if is_whole(0.01) => Format::Percent(0),
            Format::Number(_) if is_whole(1.0) => Format::Number(0),
            other => other,
        }
    }

    fn axes(&self, xml: &mut Xml) {
        let (along, across) = match self.sort {
            Sort::Lines => ("b", "l"),
            Sort::Bars => ("l", "b"),
        };
        // The first category is on top.
        let order = if self.sort == Sort::Bars { "maxMin" } else { "minMax" };
        let quiet =
            "<c:spPr><a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"BFBFBF\"/></a:solidFill></a:ln></c:spPr>";
        xml.open("c:catAx", &[]);
        xml.val("c:axId", "1");
        xml.raw(&format!("<c:scaling><c:orientation val=\"{order}\"/></c:scaling>"));
        xml.val("c:delete", "0");
        xml.val("c:axPos", along);
        xml.empty("c:numFmt", &[("formatCode", "General"), ("sourceLinked", "0")]);
        xml.val("c:majorTickMark", "none");
        xml.val("c:minorTickMark", "none");
        xml.val("c:tickLblPos", "low");
        xml.raw(quiet);
        xml.val("c:crossAx", "2");
        xml.val("c:crosses", "autoZero");
        xml.val("c:auto", "0");
        xml.val("c:lblAlgn", "ctr");
        xml.val("c:lblOffset", "100");
        if self.is_long() {
            xml.val("c:tickLblSkip", &self.label_step().to_string());
        }
        xml.val("c:noMultiLvlLbl", "1");
        xml.close(1);
        xml.open("c:valAx", &[]);
        xml.val("c:axId", "2");
        let (least, most) = self.ends();
        xml.open("c:scaling", &[]);
        xml.val("c:orientation", "minMax");
        // No percentage is above 100.
        if matches!(self.format, Format::Percent(_)) && most > 0.8 {
            xml.val("c:max", "1");
        }
        if let Some(begins) = self.begins() {
            xml.val("c:min", &begins.to_string());
        } else if least >= 0.0 {
            xml.val("c:min", "0");
        }
        xml.close(1);
        xml.val("c:delete", "0");
        xml.val("c:axPos", across);
        xml.raw(&format!("<c:majorGridlines>{quiet}</c:majorGridlines>"));
        let step = self.step();
        xml.empty("c:numFmt", &[("formatCode", &self.axis_format(step).code()), ("sourceLinked", "0")]);
        xml.val("c:majorTickMark", "none");
        xml.val("c:minorTickMark", "none");
        xml.val("c:tickLblPos", "nextTo");
        xml.val("c:crossAx", "1");
        xml.val("c:crosses", if self.sort == Sort::Bars { "max" } else { "autoZero" });
        xml.val("c:crossBetween", "between");
        if let Some(step) = step {
            xml.val("c:majorUnit", &step.to_string());
        }
        xml.close(1);
    }
}

fn title(xml: &mut Xml, text: &str) {
    xml.open_all(&["c:title", "c:tx", "c:rich"]);
    xml.empty("a:bodyPr", &[]);
    xml.open("a:p", &[]);
    xml.raw("<a:pPr><a:defRPr sz=\"1200\" b=\"1\"/></a:pPr>");
    xml.open("a:r", &[]);
    xml.empty("a:rPr", &[("lang", "en-GB"), ("sz", "1200"), ("b", "1")]);
    xml.leaf("a:t", &[], text);
    xml.close(4);
    xml.val("c:overlay", "0");
    xml.close(1);
}

fn point(xml: &mut Xml, index: usize, value: &str) {
    xml.open("c:pt", &[("idx", &index.to_string())]);
    xml.leaf("c:v", &[], value);
    xml.close(1);
}
