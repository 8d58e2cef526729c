//! Sentences: the figures that minutes, reports and briefings tell in words.
//!
//! A line that is a sentence ([`mod@line`]) is cut into sentences and pieces ([`sentence`], [`piece`]), its dates and numbers
//! are found ([`when`], [`number`], [`statement`]), and each number is told apart by what it is to the council ([`role`]).
//! What it is of is what the words around it say by the grammar of names ([`reader`]). What holds for several
//! sentences, such as the period of a heading, is in [`running`]. A number is a figure only where all of its words are
//! understood; every other one is asked or listed with its sentence.

mod afar;
mod again;
mod group;
mod heading;
mod joint;
mod line;
mod number;
mod others;
mod pairs;
mod parts;
mod piece;
mod place;
mod reader;
mod relative;
mod role;
mod running;
mod said;
mod sentence;
mod sought;
mod statement;
mod token;
mod told;
mod total;
mod when;

use std::collections::HashMap;

pub use self::said::{SaidNumber, SaidOf, numbers_said};

use crate::figure::Place;
use crate::indicator::Kind;
use crate::number::Decimal;
use crate::period::Period;
use crate::sorting::Sorting;

pub(crate) use self::heading::asked_for;
pub(crate) use self::line::{Line, line, without_bullet};
pub(crate) use self::number::{ORDINALS, in_words, small, small_in_words};
pub(crate) use self::parts::Sentence;
pub(crate) use self::reader::told;
pub(crate) use self::role::{Role, names_others};
pub(crate) use self::running::{Reach, Running};
pub(crate) use self::sentence::sentences;
pub(crate) use self::statement::{Part as StatedPart, Statement, fraction_in_words};
pub(crate) use self::token::{Kind as TokenKind, Token};
pub(crate) use self::told::{Dated, Of, Told};
pub(crate) use self::when::{When, times_in};

use super::entry::{Columns, Entry, Subject};
use super::layout::{self, Layout};
use super::problem::{Problem, SentenceProblem};
use super::row::Row;
use super::stated::{StatedComparator, StatedTarget};
use super::{Delimiter, Reading};

/// The lines of a table that are sentences, and the headings among them.
#[derive(Debug, Default)]
pub(crate) struct Prose {
    /// By the line of the row.
    lines: HashMap<usize, Line>,
    /// Those rows in order.
    order: Vec<usize>,
    /// Of sentences that go on over several rows, by their first row: the byte at which each row begins.
    wrapped: HashMap<usize, Vec<(usize, usize)>>,
    /// The month the report was written for, if a line names it.
    written: Option<Period>,
}

impl Prose {
    /// Finds the sentences among rows.
    pub(crate) fn find(rows: &[Row], delimiter: Delimiter) -> Self {
        let mut prose = Self::default();
        let mut next = 0;
        for (at, row) in rows.iter().enumerate() {
            if at < next {
                continue;
            }
            if let Some((text, column, starts)) = line::wrapped(&rows[at..], delimiter) {
                next = at + starts.len();
                for row in &rows[at + 1..next] {
                    prose.lines.insert(row.line, Line::Continued);
                }
                prose.lines.insert(row.line, Line::Sentences(text, column));
                prose.order.push(row.line);
                prose.wrapped.insert(row.line, starts);
                continue;
            }
            let asked = prose.order.last().and_then(|line| prose.lines.get(line));
            let line = match line::line(&line::without_mark_of_note(row, rows), delimiter) {
                Line::Cells => asked.and_then(|asked| line::answer(row, asked)).unwrap_or(Line::Cells),
                line => line,
            };
            match line {
                Line::Sentences(text, _)
                    if !line::has_bullet(row) && is_title(&text, &rows[at + 1..], delimiter) => {}
                Line::Cells => prose.written = prose.written.or_else(|| date_of_meeting(row)),
                Line::Heading(text) if date_of_meeting_in(&text).is_some() => {
                    prose.written = prose.written.or_else(|| date_of_meeting_in(&text));
                }
                line => {
                    prose.lines.insert(row.line, line);
                    prose.order.push(row.line);
                }
            }
        }
        prose
    }

    /// Whether a row is a sentence.
    pub(crate) fn holds(&self, row: &Row) -> bool {
        matches!(self.lines.get(&row.line), Some(Line::Sentences(..) | Line::Continued))
    }

    /// The row on which a byte of sentences stands that begin on this row.
    fn row_of(&self, row: usize, byte: usize) -> usize {
        let starts = self.wrapped.get(&row).map_or(&[][..], Vec::as_slice);
        starts.iter().rev().find(|(start, _)| *start <= byte).map_or(row, |(_, row)| *row)
    }

    /// Reads the sentences into a reading that holds what the tables gave.
    pub(crate) fn read(&self, reading: &mut Reading) {
        let mut running = Running::new(self.written, &self.times_without_year());
        for figure in reading.figures() {
            if let (Kind::Count, crate::figure::Amount::Value(count)) = (figure.indicator.kind, figure.amount)
            {
                running.know(&figure.indicator, figure.period, count.units());
            }
        }
        let before = reading.entries.len();
        for row in &self.order {
            match self.lines.get(row) {
                Some(Line::Heading(text)) => running.head(text),
                Some(Line::Sentences(text, column)) => {
                    let sentences = sentence::sentences(text);
                    let title = line::title_of_paragraph(text, &sentences);
                    running.begin_paragraph(title);
                    for range in sentences.into_iter().skip(usize::from(title.is_some())) {
                        let (start, text) = (range.start, &text[range]);
                        for told in reader::read(text, &mut running) {
                            let stated = told.statement.main().map_or(0, |main| main.range.start);
                            let row = self.row_of(*row, start + stated);
                            let place = Place { row, column: *column, ..Place::default() };
                            take(&told, text, &place, &running, reading);
                        }
                    }
                }
                Some(Line::Cells | Line::Continued) | None => {}
            }
        }
        drop_repeated(&mut reading.entries, before);
        if reading.entries.len() > before {
            total::add(&mut reading.entries);
            layout::use_layout(Layout::Prose, &mut reading.layouts);
            reading.entries.arrange_by_key(|entry| entry.place.row);
        }
    }

    /// The months and quarters that are mentioned without their year, each once.
    fn times_without_year(&self) -> Vec<When> {
        let mut times: Vec<When> = Vec::new();
        for line in self.order.iter().filter_map(|row| self.lines.get(row)) {
            let found = match line {
                Line::Sentences(text, _) => sentence::sentences(text)
                    .into_iter()
                    .flat_map(|range| reader::times_without_year(&text[range]))
                    .collect(),
                Line::Heading(text) => when::times_in(text),
                Line::Cells | Line::Continued => Vec::new(),
            };
            for when in found.into_iter().filter(|when| matches!(when, When::Month(_) | When::Quarter(_))) {
                if !times.contains(&when) {
                    times.push(when);
                }
            }
        }
        times
    }
}

/// Whether a text without a full stop stands above rows of cells, as the title of a table does.
fn is_title(text: &str, below: &[Row], delimiter: Delimiter) -> bool {
    /// A table may begin with a row of one heading.
    const NEAR: usize = 2;
    let is_of_table =
        |row: &Row| row.filled().count() > 1 && matches!(line::line(row, delimiter), Line::Cells);
    !text.trim_end().ends_with(['.', ';', '!', '?']) && below.iter().take(NEAR).any(is_of_table)
}

/// The month of "Meeting date: 15 November 2023".
pub(crate) fn date_of_meeting(row: &Row) -> Option<Period> {
    let mut filled = row.filled();
    let ((_, name), (_, date)) = (filled.next()?, filled.next()?);
    month_written(name, date)
}

/// The same of a line that is one text: "Date of meeting: 15 November 2023".
fn date_of_meeting_in(text: &str) -> Option<Period> {
    let (name, date) = text.split_once(':')?;
    month_written(name, date.trim())
}

fn month_written(name: &str, date: &str) -> Option<Period> {
    let is_date =
        name.len() < 40 && name.to_lowercase().split(|c: char| !c.is_alphabetic()).any(|word| word == "date");
    Period::parse(date).ok().filter(|period| is_date && matches!(period, Period::Month(..)))
}

/// Drops what was told before in the same words or others: "348 children left care. Of the 348 children who left care, 52 were adopted".
fn drop_repeated(entries: &mut Vec<Entry>, first: usize) {
    let told = |entry: &Entry| {
        let id = entry.subject.indicator()?.id.clone();
        let number = [&entry.numerator, &entry.denominator, &entry.value].map(String::clone);
        Some((entry.place.row, id, entry.period.clone(), entry.area.clone(), number))
    };
    let mut seen = Vec::new();
    let mut at = 0;
    entries.retain(|entry| {
        at += 1;
        let own = told(entry).filter(|_| at > first);
        let is_new = own.is_none() || !seen.contains(&own);
        seen.extend(own.map(Some));
        is_new
    });
}

/// Makes an entry of a number, or says why it is none.
fn take(told: &Told, text: &str, place: &Place, running: &Running, reading: &mut Reading) {
    let Some(main) = told.statement.main() else { return };
    if let (Role::Target | Role::Comparator, Of::Known(indicator)) = (told.role, &told.subject) {
        let entry = entry(told, text, place, running, Subject::Known((*indicator).into()));
        match told.with {
            Some(with) if told.role == Role::Comparator => {
                reading.comparators.push(StatedComparator { with, entry });
            }
            _ => reading.targets.push(StatedTarget { entry, tolerance: String::new() }),
        }
        return;
    }
    let number = text[main.range.clone()].to_owned();
    let kind = match told.role {
        Role::Own | Role::Rough => None,
        Role::Comparator => Some(SentenceProblem::Comparator(number.clone())),
        Role::Target => Some(SentenceProblem::Target(number.clone())),
        Role::Change => Some(SentenceProblem::Change(number.clone())),
        Role::Earlier => Some(SentenceProblem::Earlier(number.clone())),
    };
    let subject = match told.subject.clone() {
        Of::Known(indicator) => Subject::Known(indicator.into()),
        Of::Either(options) => Subject::OneOf(options),
        Of::Unknown(near) => Subject::Unknown(near),
    };
    let is_near = !matches!(&subject, Subject::Unknown(near) if near.is_empty());
    let kind = kind.or_else(|| (!is_near).then_some(SentenceProblem::NotKnown(number)));
    if let Some(kind) = kind {
        if !(told.statement.is_in_words && matches!(kind, SentenceProblem::NotKnown(_))) {
            reading.problems.push(Problem::new(place.clone(), &around(text, main.range.start), kind));
        }
        return;
    }
    reading.entries.push(entry(told, text, place, running, subject));
}

fn entry(told: &Told, text: &str, place: &Place, running: &Running, subject: Subject) -> Entry {
    let statement = &told.statement;
    let is_share = subject.indicator().is_none_or(|indicator| indicator.kind.scale().is_some());
    let digits = |part: &Option<statement::Part>| {
        part.as_ref().map_or_else(String::new, |part| part.value.to_string())
    };
    let percent = statement.percent.as_ref().map_or_else(String::new, |part| format!("{}%", part.value));
    let base = statement.base.as_ref().map(|part| part.value.units()).or(told.base.filter(|_| is_share));
    let (numerator, denominator, value) = match (base, &statement.count) {
        (Some(base), Some(_)) => (digits(&statement.count), base.to_string(), percent),
        (_, Some(_)) if !percent.is_empty() => {
            (String::new(), String::new(), format!("{} ({percent})", digits(&statement.count)))
        }
        (_, Some(_)) => (String::new(), String::new(), digits(&statement.count)),
        (_, None) if !percent.is_empty() => (String::new(), String::new(), percent),
        (_, None) => (String::new(), String::new(), digits(&statement.value)),
    };
    let column = place.column;
    Entry {
        place: place.clone(),
        // "212" alone answers the question above.
        label: Some(&text[told.words.clone()])
            .filter(|words| words.contains(char::is_alphabetic) || !running.heading.ends_with('?'))
            .unwrap_or(&running.heading)
            .to_owned(),
        context: running.heading.clone(),
        subject,
        area: told.area.map_or_else(String::new, |area| area.name.to_owned()),
        period: told.dated.period().map_or_else(String::new, |period| period.to_string()),
        columns: Columns { numerator: column, denominator: column, value: column, ..Columns::default() },
        numerator,
        denominator,
        value,
        ..Entry::default()
    }
}

/// Whether a count of a base comes to a percentage, up to its rounding.
fn agrees(count: i64, base: i64, percent: Decimal) -> bool {
    let exact = i128::from(count) * 100 * 10_i128.pow(u32::from(percent.decimals()));
    let stated = i128::from(percent.units()) * i128::from(base);
    base > 0 && (exact - stated).abs() * 100 <= i128::from(base) * 60
}

/// The part of a sentence around a number, short enough for a message.
fn around(text: &str, at: usize) -> String {
    const BEFORE: usize = 40;
    let start = text.floor_char_boundary(at.saturating_sub(BEFORE));
    // From the beginning of a word.
    let start = if start == 0 { 0 } else { text[start..].find(' ').map_or(start, |space| start + space + 1) };
    if start == 0 { text.to_owned() } else { format!("\u{2026}{}", &text[start..]) }
}
