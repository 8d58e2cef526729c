//! Caseloads pasted as columns of a spreadsheet: the numbers of cases and of full-time equivalents are taken, and nothing else.

use crate::scenario::{DistributionError, Held, LeftOut, caseloads, full_time_equivalent};

/// Words in the heading of the column of cases.
const CASES: [&str; 7] = ["case", "child", "allocat", "held", "young people", "care leaver", "household"];
/// Words in the heading of the column of full-time equivalents.
const FTE: [&str; 4] = ["fte", "wte", "full-time", "full time"];
/// Words that begin the name of a row that is no worker.
const TOTALS: [&str; 6] = ["total", "grand total", "team total", "average", "mean", "sum"];

/// Reads caseloads as they are typed, or the columns of a table. What is given back holds numbers alone, with what was left out
/// where it was a table.
///
/// # Errors
/// Why the cases of each worker are not clear.
pub(super) fn numbers_of(text: &str) -> Result<(String, Option<LeftOut>), DistributionError> {
    let rows: Vec<Vec<&str>> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| line.split('\t').map(str::trim).collect())
        .collect();
    let has_columns = rows.len() > 1 && rows.iter().any(|row| row.len() > 1);
    match caseloads(text) {
        Err(DistributionError::NotNumbers) if rows.len() > 1 => {}
        _ if has_columns => {}
        typed => return typed.map(|_| (text.to_owned(), None)),
    }
    let (held, left_out) = table(&rows)?;
    let lines: Vec<String> = held.iter().map(written).collect();
    Ok((lines.join("\n"), Some(left_out)))
}

/// Whether nothing is wrong but the full-time equivalent at the end, which is typed one digit after the other.
pub(super) fn is_half_typed(text: &str) -> bool {
    let begin = text.rfind(char::is_whitespace).map_or(0, |place| place + 1);
    let (before, last) = text.split_at(begin);
    caseloads(before).is_ok() && last.len() <= 9
}

/// A caseload as it can be typed.
fn written(held: &Held) -> String {
    if held.fte < 1.0 { format!("{}/{}", held.cases, held.fte) } else { held.cases.to_string() }
}

/// A number of a cell.
fn number(text: &str) -> Option<f64> {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    text.parse().ok().filter(|_| is_number)
}

/// The caseloads of a table.
fn table(rows: &[Vec<&str>]) -> Result<(Vec<Held>, LeftOut), DistributionError> {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let is_heading = |row: &Vec<&str>| row.iter().all(|cell| number(cell).is_none());
    let headings: &[&str] = rows.first().filter(|row| is_heading(row)).map_or(&[], Vec::as_slice);
    let is_total = |row: &&Vec<&str>| {
        row.iter().any(|cell| {
            let cell = cell.to_lowercase();
            TOTALS.iter().any(|total| {
                cell.strip_prefix(total).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
            })
        })
    };
    let body = &rows[usize::from(!headings.is_empty())..];
    let (totals, workers): (Vec<&Vec<&str>>, Vec<&Vec<&str>>) = body.iter().partition(is_total);
    let cell = |row: &[&str], column: usize| row.get(column).and_then(|text| number(text));
    let values = |column: usize| workers.iter().filter_map(move |row| cell(row, column));
    let has_numbers = |column: &usize| 2 * values(*column).count() > workers.len();
    let of_numbers: Vec<usize> = (0..width).filter(has_numbers).collect();
    let named = |words: &[&str]| {
        let is_named = |column: &&usize| {
            let heading = headings.get(**column).map(|heading| heading.to_lowercase());
            heading.is_some_and(|heading| words.iter().any(|word| heading.contains(word)))
        };
        only(of_numbers.iter().filter(is_named).copied())
    };
    let is_like_fte = |column: &usize| values(*column).all(|value| value > 0.0 && value <= 1.0);
    let fte = named(&FTE).or_else(|| only(of_numbers.iter().copied().filter(is_like_fte)));
    let others = || of_numbers.iter().copied().filter(|column| Some(*column) != fte);
    let cases = named(&CASES).filter(|column| Some(*column) != fte).or_else(|| only(others()));
    let cases = cases.ok_or(DistributionError::WhichColumn)?;
    let mut held = Vec::new();
    for row in &workers {
        let Some(text) = row.get(cases).filter(|text| number(text).is_some()) else { continue };
        let whole = text.strip_suffix(".0").unwrap_or(text);
        let fte = fte.and_then(|column| row.get(column)).filter(|text| !text.is_empty());
        let fte = fte.map_or(Ok(1.0), |text| full_time_equivalent(text))?;
        held.extend(caseloads(whole)?.into_iter().map(|each| Held { fte, ..each }));
    }
    let left_out = LeftOut {
        workers: held.len(),
        columns: width - 1 - usize::from(fte.is_some()),
        totals: totals.len(),
        without_cases: workers.len() - held.len(),
    };
    Ok((held, left_out))
}

/// Returns the one there is, or `None` if there are none or several.
fn only(mut all: impl Iterator<Item = usize>) -> Option<usize> {
    let first = all.next()?;
    all.next().is_none().then_some(first)
}
