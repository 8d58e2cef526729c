//! The one-page case of a caseload scenario as a Word document.

use crate::report::{Case, Table};
use crate::words::business_case as words;
use crate::words::office as office_words;

use super::properties::Properties;
use super::word::{Frame, Style, TableCell, Word};

/// The file.
pub(super) fn case(case: &Case) -> Vec<u8> {
    let properties = Properties { title: case.title.clone(), internal: case.mark.to_owned() };
    let mut word = Word::new(properties.clone());
    word.paragraph(Style::Subtitle, &case.title);
    if !case.mark.is_empty() {
        word.paragraph(Style::Mark, case.mark);
    }
    word.term(words::QUESTION, &case.question);
    for text in &case.answer {
        word.paragraph(Style::Body, text);
    }
    word.boxes(&[
        (
            words::RECOMMENDATION,
            &case.recommendation,
            case.recommendation.is_empty().then_some(words::FILL_IN),
        ),
        (words::DECISION_BY, "", Some(words::FILL_DECISION)),
    ]);
    table(&mut word, &case.options);
    if let Some(text) = &case.break_even {
        word.paragraph(Style::Body, text);
    }
    table(&mut word, &case.around);
    word.term(words::RISKS, &case.risks.join(" "));
    let assumptions: Vec<String> = case.assumptions.rows.iter().map(|row| row.join(": ")).collect();
    word.term(words::ASSUMPTIONS, &assumptions.join("; "));
    word.term(words::SOURCES, &case.sources.join(" "));
    let header = [case.title.as_str(), case.mark].join("  ");
    let frame =
        Frame { header: header.trim_end(), contents: "", page: [office_words::PAGE, office_words::OF_PAGES] };
    word.into_bytes(Word::new(properties), &frame)
}

/// A table whose first column is as wide as two of the others.
fn table(word: &mut Word, table: &Table) {
    let width = 9638 / (u16::try_from(table.headings.len()).unwrap_or(1) + 1);
    let widths: Vec<u16> =
        (0..table.headings.len()).map(|column| if column == 0 { 2 * width } else { width }).collect();
    let cell = |text: &String| TableCell { paragraphs: vec![text.clone()], tone: None };
    let rows: Vec<Vec<TableCell>> = table.rows.iter().map(|row| row.iter().map(cell).collect()).collect();
    word.table(&table.title, &widths, &table.headings, &rows);
}
