//! A draft before it is judged: each of its sentences is read once, from the first to the last, and kept with its place.

use crate::figure::Amount;
use crate::indicator::{Indicator, Kind as Sort};
use crate::number::Decimal;
use crate::period::Period;
use crate::read::Delimiter;
use crate::read::prose::{self, Line, Reach, Role, Running, Sentence, Told};
use crate::read::row::Row as ReadRow;

use super::Span;
use super::source::{Part, Row};

/// One sentence with what was read of it.
pub(super) struct Spoken<'a> {
    pub sentence: Sentence<'a>,
    pub told: Vec<Told>,
    /// Where it stands in the text.
    pub span: Span,
    /// The period of the sentence before, where it names none itself: it may be of that.
    pub before: Option<Period>,
    /// Whether it stands in a cell of a table.
    pub is_in_table: bool,
}

impl Spoken<'_> {
    /// The word at a token in lower case; empty where there is none.
    pub(super) fn word(&self, at: usize) -> &str {
        self.sentence.tokens.get(at).map_or("", prose::Token::word)
    }

    /// Returns where a statement stands with its bracket, and its main number, or `None` if it has none.
    pub(super) fn number_of(&self, told: &Told) -> Option<(Span, Decimal)> {
        let statement = &told.statement;
        let end = statement.bracket.as_ref().map_or(statement.tokens.end, |bracket| bracket.end);
        let place = |at: usize| self.sentence.tokens.get(at).map(|token| self.place(&token.range));
        let (first, last) = (place(statement.tokens.start)?, place(end.checked_sub(1)?)?);
        Some((first.start..last.end, statement.main()?.value))
    }

    /// The place in the text of a part of the sentence.
    pub(super) fn place(&self, part: &Span) -> Span {
        self.span.start + part.start..self.span.start + part.end
    }
}

/// A part of a draft with its sentences read.
pub(super) enum Prepared<'a> {
    /// Where a heading stands, and its text.
    Heading(Span, String),
    /// Where it stands, and its sentences.
    Paragraph(Span, Vec<Spoken<'a>>),
    /// Rows of a table, with the sentences of each cell that holds some.
    Table(&'a [Row], Vec<Vec<Spoken<'a>>>),
}

/// What sentences say of how many there are and what share of them, before anything is judged.
#[derive(Default)]
pub(super) struct Said {
    /// Numbers that are certainly of an indicator.
    pub counts: Vec<(&'static Indicator, Option<Period>, u64)>,
    /// Shares that are stated in percent, without counts.
    pub shares: Vec<(&'static Indicator, Decimal)>,
}

/// Reads the sentences of a draft.
pub(super) fn prepared<'a>(text: &'a str, parts: &'a [Part]) -> (Vec<Prepared<'a>>, Said) {
    let written = parts.iter().find_map(|part| match part {
        Part::Table(rows) => rows.iter().find_map(|row| prose::date_of_meeting(&row.as_read(text))),
        Part::Paragraph(_) => None,
    });
    let mut reader =
        Reader { text, running: Running::new(written, &[]).reaching(Reach::Sentence), said: Said::default() };
    let prepared = parts.iter().map(|part| match part {
        Part::Paragraph(range) => reader.paragraph(range.clone()),
        Part::Table(rows) => {
            let cells = rows.iter().flat_map(|row| &row.cells).filter_map(|cell| reader.cell(cell.clone()));
            Prepared::Table(rows, cells.collect())
        }
    });
    let prepared = prepared.collect();
    (prepared, reader.said)
}

struct Reader<'a> {
    text: &'a str,
    running: Running,
    said: Said,
}

impl<'a> Reader<'a> {
    fn paragraph(&mut self, range: Span) -> Prepared<'a> {
        let own = &self.text[range.clone()];
        let row = ReadRow { line: 1, after_gap: false, cells: vec![own.to_owned()] };
        let line = prose::line(&row, Delimiter::Line);
        let start = match &line {
            Line::Heading(text) => {
                self.running.head(text);
                return Prepared::Heading(range, text.clone());
            }
            // Without the bullet.
            Line::Sentences(text, _) => range.end - text.len(),
            Line::Continued | Line::Cells => range.start,
        };
        let sentences = self.sentences(start..range.end);
        if matches!(line, Line::Sentences(..)) {
            sentences.iter().flat_map(|spoken| &spoken.told).for_each(|told| self.said.hear(told));
        }
        Prepared::Paragraph(range, sentences)
    }

    /// A cell of a table that holds a sentence or a count with its percentage.
    fn cell(&mut self, range: Span) -> Option<Vec<Spoken<'a>>> {
        let own = &self.text[range.clone()];
        let tells = own.contains('%') && own.contains(['(', ' ']) && own.len() > 4;
        tells.then(|| {
            let mut sentences = self.sentences(range);
            for spoken in &mut sentences {
                spoken.is_in_table = true;
            }
            sentences
        })
    }

    fn sentences(&mut self, range: Span) -> Vec<Spoken<'a>> {
        self.running.begin_paragraph(None);
        let text = self.text;
        let places = prose::sentences(&text[range.clone()]).into_iter();
        let spoken = places.map(|place| {
            let span = range.start + place.start..range.start + place.end;
            let sentence = Sentence::of(&text[span.clone()]);
            let before = self.running.last_period().filter(|_| sentence.times.is_empty());
            let told = prose::told(&sentence, &mut self.running);
            Spoken { sentence, told, span, before, is_in_table: false }
        });
        spoken.collect()
    }
}

impl Said {
    fn hear(&mut self, told: &Told) {
        let (Some(of), statement) = (told.known(), &told.statement) else { return };
        if !matches!(told.role, Role::Own | Role::Rough) {
            return;
        }
        match (of.kind, &statement.count, &statement.percent) {
            (Sort::Count, Some(count), None) => {
                let count = Amount::Value(count.value).count();
                self.counts.extend(count.map(|count| (of, told.dated.period(), count)));
            }
            (Sort::Share, None, Some(percent)) => {
                self.shares.push((of, percent.value));
            }
            _ => {}
        }
    }
}
