//! The one-page case of a caseload scenario as a Word document.

use crate::report::{Case, PathLine, Table};
use crate::words::business_case as words;
use crate::words::office as office_words;
use crate::words::sensitivity::is_as_entered;

use super::cell::{Cell, Format};
use super::chart::{Chart, Scale, Sort};
use super::charts;
use super::pages::Room;
use super::properties::Properties;
use super::word::{BoxText, Frame, Style, Word};
use super::word_parts::{CellSort, TableCell};

/// As many lines as a page holds in each size but the last.
const LINES: [(usize, Room); 4] =
    [(30, Room::LargePage), (46, Room::OnePage), (56, Room::ClosePage), (70, Room::CloserPage)];

/// The height of the chart, in English metric units.
const CHART_HEIGHT: u32 = 1_250_000;

/// The same where there is very much on the page.
const LOW_CHART: u32 = 850_000;

/// The file.
pub(super) fn case(case: &Case) -> Vec<u8> {
    let properties = Properties { title: case.title.clone(), internal: case.mark.to_owned() };
    let lines = case.lines();
    let room = LINES.iter().find(|(most, _)| lines <= *most).map_or(Room::FullPage, |(_, room)| *room);
    let mut word = Word::with_room(properties.clone(), room);
    word.paragraph(Style::CaseTitle, &case.title);
    if !case.prepared.is_empty() {
        word.paragraph(Style::Note, &case.prepared);
    }
    if !case.mark.is_empty() {
        word.paragraph(Style::Mark, case.mark);
    }
    let recommendation = match &*case.recommendation {
        "" => BoxText::FillIn(words::FILL_IN),
        text => BoxText::Plain(text),
    };
    word.boxes(&[
        (words::QUESTION, BoxText::Plain(&case.question)),
        (words::ANSWER, BoxText::Points(&case.lead, &case.answer)),
        (words::RECOMMENDATION, recommendation),
        (words::DECISION_BY, BoxText::FillIn(words::FILL_DECISION)),
    ]);
    table(&mut word, &case.options, 3700);
    word.paragraph(Style::Note, &case.options.notes.join(" "));
    if let Some(text) = &case.break_even {
        word.paragraph(Style::Body, text);
    }
    let height = if room == Room::FullPage { LOW_CHART } else { CHART_HEIGHT };
    word.chart(&path(case), &[], height);
    if !case.around.rows.is_empty() {
        table(&mut word, &case.around, 1700);
    }
    // Where there is very much, the risks run on.
    let (first, others) = if room == Room::FullPage {
        (case.risks.join(" "), &[][..])
    } else {
        (case.risks.first().cloned().unwrap_or_default(), case.risks.get(1..).unwrap_or_default())
    };
    word.term(Style::Definition, words::RISKS, &first);
    for risk in others {
        word.paragraph(Style::Definition, risk);
    }
    let assumptions: Vec<String> = case.assumptions.rows.iter().map(|row| row.join(": ")).collect();
    let notes = case.assumptions.notes.join(" ");
    word.paragraph(Style::Note, &format!("{}: {}. {notes}", words::ASSUMPTIONS, assumptions.join("; ")));
    word.paragraph(Style::Note, &format!("{}: {}", words::SOURCES, case.sources.join(" ")));
    let header = [case.title.as_str(), case.mark].join("  ");
    let frame =
        Frame { header: header.trim_end(), contents: "", page: [office_words::PAGE, office_words::OF_PAGES] };
    word.into_bytes(Word::new(properties), &frame)
}

/// The months ahead as a chart that can be edited.
fn path(case: &Case) -> Chart {
    let line = |line: &PathLine| {
        let values = line.averages.iter().map(|average| Some(Cell::float(*average, 1)));
        charts::line_of(line.name.clone(), line.ink, values.collect())
    };
    Chart {
        title: case.path.headline.clone(),
        alternative: case.path.subtitle.clone(),
        sort: Sort::Lines,
        format: Format::Number(0),
        scale: Scale::FromZero,
        categories: case.path.table.rows.iter().filter_map(|row| row.first().cloned()).collect(),
        lines: case.lines.iter().map(line).collect(),
    }
}

/// A table whose first column is so wide, in twentieths of a point.
fn table(word: &mut Word, table: &Table, first: u16) {
    let others = table.headings.len().saturating_sub(1);
    let width = (9638 - first) / u16::try_from(others).unwrap_or(1).max(1);
    let widths: Vec<u16> = [first].into_iter().chain(vec![width; others]).collect();
    let cell = |(place, text): (usize, &String)| {
        let sort = match place {
            0 => CellSort::Text,
            _ if is_as_entered(text) => CellSort::StrongNumber,
            _ => CellSort::Number,
        };
        TableCell { paragraphs: vec![text.clone()], tone: None, sort }
    };
    let rows: Vec<Vec<TableCell>> =
        table.rows.iter().map(|row| row.iter().enumerate().map(cell).collect()).collect();
    word.table(&table.title, &widths, &table.headings, &rows);
}
