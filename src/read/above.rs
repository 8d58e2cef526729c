//! Titles that stand in several cells above the column headings, as merged cells of a dashboard do: "Milltown | Monthly
//! dashboard | 2025/26".

use crate::indicator::{Match, match_name};
use crate::period::Period;

use super::cell;
use super::meaning;
use super::prose;
use super::row::Row;
use super::vocabulary;
use super::when;

/// The most cells that a title has.
const MOST_CELLS: usize = 3;

/// The rows with titles, names and times put together that stand in several cells or rows.
pub(super) fn joined(rows: Vec<Row>) -> Vec<Row> {
    let rows = rows.into_iter().map(with_whole_years).map(asked_for).collect();
    let mut rows = names_joined(&titles_joined(spans_joined(rows)));
    for at in 0..rows.len() {
        if let Some(subjects) = rows.get(at + 1).and_then(|next| subjects_apart(&rows[at], next)) {
            rows[at].cells = subjects;
        }
    }
    rows
}

/// The row with years put together that were cut in two on the way: "201 | .7 | 201 | 8 | 2019". Only where all of its cells then are
/// years, and one was whole.
fn with_whole_years(row: Row) -> Row {
    let is_year = |text: &str| text.len() == 4 && text.starts_with("20") && cell::whole(text).is_some();
    let filled: Vec<(usize, &str)> = row.filled().collect();
    let mut cells = vec![String::new(); row.cells.len()];
    let mut at = 0;
    while let Some((index, text)) = filled.get(at) {
        let rest = filled.get(at + 1).map_or("", |(_, next)| next.trim_start_matches('.'));
        let year = [(*text).to_owned(), format!("{text}{rest}")].into_iter().position(|year| is_year(&year));
        let Some(more) = year else { return row };
        cells[*index] = if more == 0 { (*text).to_owned() } else { format!("{text}{rest}") };
        at += 1 + more;
    }
    let years = cells.iter().filter(|year| !year.is_empty()).count();
    let is_cut = years < filled.len() && filled.iter().any(|(_, text)| is_year(text));
    if is_cut { Row { cells, ..row } } else { row }
}

/// A question in place of a heading as what it asks for: "Q1" is its number.
fn asked_for(mut row: Row) -> Row {
    let only = row.filled().next().filter(|(_, text)| text.ends_with('?') && row.filled().count() == 1);
    if let Some((index, asked)) =
        only.map(|(index, text)| (index, prose::asked_for(prose::without_bullet(text))))
    {
        row.cells[index] = asked;
    }
    row
}

/// The subjects of the Key Stages above columns of their own, where one cell has all of them: "Reading Writing Maths GPS RWM".
fn subjects_apart(row: &Row, next: &Row) -> Option<Vec<String>> {
    let ((index, text), None) = (row.filled().next()?, row.filled().nth(1)) else { return None };
    let is_rest = |word: &str| word.to_lowercase().starts_with("combin");
    let subjects: Vec<&str> = text.split_whitespace().filter(|word| !is_rest(word)).collect();
    let are_subjects = subjects.len() > 2 && subjects.iter().all(|word| meaning::is_subject(word));
    let blank = std::iter::repeat_n("", index);
    (index > 0 && are_subjects && next.cells.len() >= index + subjects.len())
        .then(|| blank.chain(subjects).map(str::to_owned).collect())
}

/// The most words before the first or the last day of a report.
const MOST_WORDS: usize = 5;

/// The rows with each title of several cells in one: it names one time, and the row below it heads columns by itself, with times of its own.
fn titles_joined(mut rows: Vec<Row>) -> Vec<Row> {
    for at in 0..rows.len().saturating_sub(1) {
        let (row, next) = (&rows[at], &rows[at + 1]);
        if is_title(row, next) {
            let title = row.filled().map(|(_, text)| text).collect::<Vec<_>>().join(" \u{2013} ");
            rows[at].cells = vec![title];
        }
    }
    rows
}

/// The rows with the first and the last day that a report was made for in one: "Start date: 01/04/2024", "End date: 30/06/2024".
fn spans_joined(mut rows: Vec<Row>) -> Vec<Row> {
    let day = |row: &Row, words: [&str; 2]| {
        let text = row.text();
        // Most rows say neither.
        let mut first = text.split(|c: char| !c.is_alphanumeric()).take(2 * MOST_WORDS);
        if !first.any(|word| words.iter().any(|each| word.eq_ignore_ascii_case(each))) {
            return None;
        }
        let mentions = when::mentions(&text);
        let [only] = mentions.as_slice() else { return None };
        let before = vocabulary::words(&text[..only.range.start]);
        let is_said = before.iter().any(|word| words.contains(&word.as_str())) && before.len() <= MOST_WORDS;
        let ends = text[only.range.end..].chars().all(|c| !c.is_alphanumeric());
        (is_said && ends).then(|| text[only.range.clone()].to_owned())
    };
    let mut at = 1;
    while at < rows.len() {
        let span = day(&rows[at - 1], ["start", "from"]).zip(day(&rows[at], ["end", "to"]));
        if let Some((first, last)) = span {
            let span = format!("{first} to {last}");
            rows[at - 1].cells = vec![match prose::times_in(&span).as_slice() {
                [prose::When::At(period)] => period.to_string(),
                _ => span,
            }];
            rows.remove(at);
        }
        at += 1;
    }
    rows
}

fn is_title(row: &Row, next: &Row) -> bool {
    let filled = row.filled().count();
    let begins = |row: &Row| row.cells.first().is_some_and(|text| !text.is_empty());
    // "Achieved basics | KEY STAGE 4" above years alone.
    let is_time = |text: &str| Period::parse(text).is_ok();
    let are_words = || row.filled().all(|(_, text)| cell::is_words(text)) && !meaning::is_header(row);
    if filled == 2 && begins(row) && !begins(next) && next.filled().count() > 1 {
        return next.filled().all(|(_, text)| is_time(text)) && are_words();
    }
    let times = |row: &Row| row.filled().filter(|(_, text)| !when::mentions(text).is_empty()).count();
    (2..=MOST_CELLS).contains(&filled)
        && begins(row)
        && begins(next)
        && !next.after_gap
        && next.filled().count() >= filled + 2
        && times(row) == 1
        && times(next) > 1
        && row.filled().all(|(_, text)| !super::cell::is_data(text) || !when::mentions(text).is_empty())
        && meaning::is_header(next)
}

/// The rows with names put together that stand on two lines: the first alone, the second with the numbers. Only where both make
/// the name of a measure and neither does.
fn names_joined(rows: &[Row]) -> Vec<Row> {
    let is_measure = |name: &str| matches!(match_name(name, ""), Match::Exact(_));
    let first = |row: &Row| row.cells.first().cloned().unwrap_or_default();
    let goes_on =
        |at: usize| rows.get(at).is_some_and(|row| first(row).starts_with(|c: char| c.is_lowercase()));
    let join = |at: usize| {
        let (row, next) = (rows.get(at)?, rows.get(at + 1)?);
        let begins = row.filled().count() == 1
            && row.cells.first().is_some_and(|text| cell::is_words(text) && !text.ends_with([':', '.', ';']));
        let ends = next.filled().skip(1).any(|(_, text)| cell::is_data(text));
        let fits = begins && ends && !next.after_gap && goes_on(at + 1) && !goes_on(at + 2);
        let name = format!("{} {}", first(row), first(next));
        (fits && is_measure(&name) && !is_measure(&first(next))).then_some(name)
    };
    let mut whole: Vec<Row> = Vec::with_capacity(rows.len());
    let mut at = 0;
    while at < rows.len() {
        if let Some(name) = join(at) {
            let mut row = rows[at + 1].clone();
            row.cells[0] = name;
            row.after_gap = rows[at].after_gap;
            whole.push(row);
            at += 2;
        } else {
            whole.push(rows[at].clone());
            at += 1;
        }
    }
    whole
}
