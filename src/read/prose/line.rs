//! Which rows of a text are sentences, and which are headings.

use std::ops::Range;

use crate::indicator::{Match, match_name};
use crate::read::layout::lines;
use crate::read::row::Row;
use crate::read::verb::has_no_verb;
use crate::read::{Delimiter, block, cell};

use super::reader;
use super::token::names_report;
use super::when::times_in;

/// What a row is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// Sentences, or a bullet that says something of a number. The text, and the column of its first cell from 1.
    Sentences(String, usize),
    /// A line of words over what follows.
    Heading(String),
    /// What goes on with the sentences of the row before.
    Continued,
    /// A row of a table.
    Cells,
}

/// The most words of a line that gives a number to a name which is not known; a longer one tells something.
const LONGEST_LINE: usize = 25;

/// A row without the digit of a footnote, where a name above bears it: "1 Unaccompanied asylum-seeking children" below "UASC\u{B9}".
pub(super) fn without_mark_of_note(row: &Row, rows: &[Row]) -> Row {
    const MARKS: [char; 9] = [
        '\u{B9}', '\u{B2}', '\u{B3}', '\u{2074}', '\u{2075}', '\u{2076}', '\u{2077}', '\u{2078}', '\u{2079}',
    ];
    let mut own = row.clone();
    let first = own.cells.first().map_or("", String::as_str);
    let marked = first.split_once(' ').and_then(|(digit, note)| {
        let mark = MARKS.get(digit.parse::<usize>().ok()?.checked_sub(1)?)?;
        let is_note = row.filled().count() == 1
            && note.starts_with(char::is_uppercase)
            && rows
                .iter()
                .any(|other| other.line < row.line && other.cells.iter().any(|cell| cell.contains(*mark)));
        is_note.then(|| format!("{mark} {note}"))
    });
    if let Some(note) = marked {
        own.cells[0] = note;
    }
    own
}

/// What a row is.
pub(crate) fn line(row: &Row, delimiter: Delimiter) -> Line {
    let Some((text, column)) = text(row, delimiter) else { return Line::Cells };
    let own = without_bullet(&text);
    let words = own.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
    if block::is_year(own) {
        return Line::Heading(own.to_owned());
    }
    if own.is_empty() || words == 0 {
        return Line::Cells;
    }
    if reader::states_a_number(own) {
        let is_told = own.ends_with('.') && !has_no_verb(own) || lines::goes_on(own);
        let is_named = !is_told
            && named(own).is_some_and(|name| {
                let is_short = name.split_whitespace().count() < 12;
                let is_known = !matches!(match_name(name, ""), Match::Unknown);
                // "2.1 Health report - 23 of 88 assessments were on time. The cause of the delay was ..."
                let is_line = words < LONGEST_LINE && !is_after_report(own);
                is_short && (is_known || (is_line && has_no_verb(name) && !name.ends_with(" to")))
            });
        let is_time_and_number = words < 4 && has_no_verb(own);
        // "Placed outside the borough: 38.2% (38.9%)".
        // "861 children in care (839)" in a list.
        let is_item = has_bullet(row) && own.starts_with(|c: char| c.is_ascii_digit());
        let has_another = own.contains(": ") && own.ends_with("%)") && own.matches('%').count() == 2;
        return if is_named
            || (block::ends_with_numbers(own) && !has_another)
            || (is_time_and_number && !is_item && !own.contains(['\u{2013}', '-', ':']))
        {
            Line::Cells
        } else {
            Line::Sentences(own.to_owned(), column)
        };
    }
    // "Where are we now? (31 March 2025, last year in brackets)".
    let said_last = own.strip_suffix(')').and_then(|own| own.rsplit_once('(')).map_or("", |(_, said)| said);
    if words < 16 && !times_in(said_last).is_empty() {
        return Line::Heading(own.to_owned());
    }
    let ends = own.ends_with(['.', ';', '!', '\u{201D}']) && words > 4;
    let is_long = words >= 16 || words > 8 && !has_no_verb(own) && !own.ends_with([':', '?']);
    if (ends || is_long) && !own.ends_with('?') {
        Line::Sentences(own.to_owned(), column)
    } else {
        Line::Heading(own.to_owned())
    }
}

/// The title with which a paragraph begins: "Key Stage 2. There were 24 children".
pub(super) fn title_of_paragraph<'a>(text: &'a str, sentences: &[Range<usize>]) -> Option<&'a str> {
    const LONGEST: usize = 8;
    let first = &text[sentences.first().filter(|_| sentences.len() > 1)?.clone()];
    let is_title =
        first.split_whitespace().count() <= LONGEST && has_no_verb(first) && !reader::states_a_number(first);
    is_title.then_some(first)
}

/// Where in a text of several rows each begins: at which byte, and which line it is.
pub(super) type Starts = Vec<(usize, usize)>;

/// Sentences that go on over several rows, as copied from a page or an e-mail: their text, their column, and where each row begins.
pub(super) fn wrapped(rows: &[Row], delimiter: Delimiter) -> Option<(String, usize, Starts)> {
    /// Letters of a line that is full.
    const FULL: usize = 40;
    const VERBS: [&str; 8] = ["was", "were", "is", "are", "had", "have", "has", "been"];
    /// Words with which no sentence and no name ends.
    const OPEN: [&str; 12] =
        [" at", " of", " on", " to", " in", " was", " were", " is", " by", " than", " and", " with"];
    let (first, column) = text(rows.first()?, delimiter)?;
    let mut joined = without_bullet(&first).to_owned();
    let mut starts = vec![(0, rows[0].line)];
    let mut last = first;
    for row in &rows[1..] {
        let goes_on = last.len() >= FULL
            && !row.after_gap
            && !last.ends_with(['.', ';', ':', '!', '?'])
            && !block::ends_with_numbers(&last);
        let Some((next, _)) = text(row, delimiter).filter(|_| goes_on && !has_bullet(row)) else { break };
        // "... was 702 at | 31 March 2024, which is".
        let is_left_open = OPEN.iter().any(|word| last.ends_with(word));
        if !(next.starts_with(char::is_lowercase)
            || is_left_open && next.starts_with(|c: char| c.is_ascii_digit()))
            || block::ends_with_numbers(&next)
            || without_number(&next) != next
        {
            break;
        }
        joined.push(' ');
        starts.push((joined.len(), row.line));
        joined.push_str(&next);
        last = next;
    }
    let tells = joined.split(' ').any(|word| VERBS.contains(&word));
    (starts.len() > 1 && tells).then_some((joined, column, starts))
}

/// The number that answers the question above: "A2. 212" below "Q2. How many foster carers are there?".
pub(crate) fn answer(row: &Row, asked: &Line) -> Option<Line> {
    let Line::Heading(question) = asked else { return None };
    let (column, _) = row.filled().next()?;
    let text = row.text();
    let (mark, number) = text.split_once([' ', '.', ':'])?;
    let number = number.trim_start_matches(['.', ':', ' ']).trim_end();
    let is_mark = mark.strip_prefix('A').is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
    let is_number = number.starts_with(|c: char| c.is_ascii_digit());
    (question.ends_with('?') && is_mark && is_number).then(|| Line::Sentences(number.to_owned(), column + 1))
}

/// The text of a row that is one text, and its column.
fn text(row: &Row, delimiter: Delimiter) -> Option<(String, usize)> {
    let mut filled = row.filled();
    let (first, text) = filled.next()?;
    let Some((second, next)) = filled.next() else { return Some((text.to_owned(), first + 1)) };
    let is_mark = without_bullet(text).is_empty() || text.len() <= 4 && text.ends_with(['.', ')']);
    if is_mark && filled.next().is_none() {
        return Some((next.to_owned(), second + 1));
    }
    // Text with double spaces or with commas is no table unless its cells are numbers.
    let between = match delimiter {
        Delimiter::Spaces => " ",
        Delimiter::Comma => ", ",
        Delimiter::Semicolon => "; ",
        Delimiter::Tab | Delimiter::Line | Delimiter::Sheet => return None,
    };
    let holds_data = row.filled().skip(1).any(|(_, text)| cell::is_data(text));
    let cells: Vec<&str> =
        row.filled().map(|(_, text)| text).filter(|text| !without_bullet(text).is_empty()).collect();
    let joined = cells.join(between);
    let words = joined.split_whitespace().count();
    (!holds_data && words > 6 && cells.iter().any(|cell| cell.split_whitespace().count() > 3))
        .then_some((joined, first + 1))
}

/// Whether a sentence stands behind the title of a report and a dash: "Health Report – 23 of 88 were on time".
fn is_after_report(text: &str) -> bool {
    let parted = text.split_once(" \u{2013} ").or_else(|| text.split_once(" - "));
    parted.is_some_and(|(title, told)| {
        let last = title.split_whitespace().next_back().unwrap_or_default();
        names_report(&last.to_lowercase()) && !has_no_verb(told)
    })
}

/// The name that a line gives to a number before or behind it.
fn named(text: &str) -> Option<&str> {
    let found = lines::parse(text)?;
    let is_before = text.starts_with(found.name);
    (is_before || has_no_verb(found.name)).then_some(found.name).filter(|name| !name.is_empty())
}

/// Whether a row begins with the mark of a list: what follows is told, and is no title of a table.
pub(super) fn has_bullet(row: &Row) -> bool {
    let text = row.text();
    text.starts_with(cell::BULLETS)
        || text.starts_with(['\u{2013}', '-', '*'])
        || without_circle(&text) != text
}

/// A text without the letter that Word's second bullet is where it was copied as one: "o  There were 486 children".
fn without_circle(text: &str) -> &str {
    let rest = text.strip_prefix('o').unwrap_or(text);
    if rest.is_empty() || rest.starts_with([' ', '\t']) { rest.trim_start() } else { text }
}

/// Bullets, and arrows that say where a number goes.
fn is_mark_of_list(character: char) -> bool {
    cell::BULLETS.contains(&character)
        || matches!(
            character,
            '\u{2013}'
                | '\u{2014}'
                | '-'
                | '*'
                | '>'
                | '\u{25B2}'
                | '\u{25BC}'
                | '\u{25C4}'
                | '\u{2191}'
                | '\u{2193}'
        )
}

/// A text without the time of a recording in front: "00:14:09 at the end of June".
fn without_time_of_recording(text: &str) -> &str {
    let Some((first, rest)) = text.split_once(char::is_whitespace) else { return text };
    let is_part = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let first = first.trim_matches(['[', ']']);
    if first.split(':').count() == 3 && first.split(':').all(is_part) { rest.trim_start() } else { text }
}

/// A text without the mark, the letter or the number that lists it.
pub(crate) fn without_bullet(text: &str) -> &str {
    let mut rest = text.trim();
    loop {
        let shorter = rest.trim_start_matches(is_mark_of_list).trim_start();
        let shorter = without_circle(without_time_of_recording(shorter));
        let shorter = without_number(shorter);
        if shorter.len() == rest.len() {
            return rest;
        }
        rest = shorter;
    }
}

/// A text without "2.1.3 ", "a) ", "(iv) ", "6. " or "Q6. " in front.
fn without_number(text: &str) -> &str {
    let Some((first, rest)) = text.split_once(char::is_whitespace) else { return text };
    let inner = first.trim_start_matches('(').trim_end_matches([')', '.', ':']);
    let is_marked = first.len() > inner.len();
    let is_letter = inner.len() == 1 && inner.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_roman =
        inner.len() < 5 && !inner.is_empty() && inner.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'));
    let is_digits = !inner.is_empty() && inner.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let dots = inner.matches('.').count();
    let is_paragraph = is_digits
        && (dots > 1
            || dots == 1
                && rest.starts_with(|c: char| c.is_uppercase() || c.is_whitespace() || c.is_ascii_digit()));
    // "Q3." and "A3." of questions and their answers.
    let number = inner.strip_prefix(['Q', 'A']).unwrap_or_default();
    let is_of_question = (1..3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_answer = is_marked && matches!(inner, "Answer" | "Response" | "Reply" | "Question");
    let is_item =
        is_answer || is_marked && (is_letter || is_roman || is_of_question || (is_digits && inner.len() < 3));
    if is_paragraph || is_item { rest.trim_start() } else { text }
}
