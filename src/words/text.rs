//! What sentences are made with: lists, capital letters, ordinal numbers.

pub use crate::number::ordinal;
use crate::number::{Decimal, Exact, group_thousands};
use crate::period::Period;

/// A number for people: `1,655`.
pub fn counted(number: u64) -> String {
    group_thousands(&number.to_string())
}

/// How many there are of something: `1 row`, `1,200 rows`.
pub fn number_of(count: usize, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{} {many}", group_thousands(&count.to_string())) }
}

/// Names as they follow each other in a sentence: `England, London and Kent`.
pub fn listed(names: &[String]) -> String {
    joined(names, "and")
}

/// Names of which one is meant: `England, London or Kent`.
pub fn either(names: &[String]) -> String {
    joined(names, "or")
}

fn joined(names: &[String], last_by: &str) -> String {
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} {last_by} {last}", rest.join(", ")),
        _ => names.concat(),
    }
}

/// The first sentence of several or, where it has few letters, as many as say something.
pub fn first_sentence(text: &str) -> &str {
    const FEW: usize = 40;
    let stops = text.match_indices(". ").map(|(stop, _)| stop + 1);
    &text[..stops.into_iter().find(|stop| *stop >= FEW).unwrap_or(text.len())]
}

/// A text with a capital letter in front.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A number of a model for people: rounded half away from zero to at most so many decimals, thousands separated, without
/// zeros at the end. `32.3`, `43.07`, `1,550,400`.
pub fn model_number(number: f64, decimals: u8) -> String {
    Decimal::nearest(number, decimals).map_or_else(|| "none".to_owned(), |number| number.trimmed().grouped())
}

/// A number with as many decimals as tell it apart from another, at least one: `15.04` beside 15.
pub fn apart(number: f64, other: f64) -> String {
    let differs = |decimals: &u8| model_number(number, *decimals) != model_number(other, *decimals);
    model_number(number, (1..=4).find(differs).unwrap_or(1))
}

/// What something costs, in whole pounds: `£932,544`, or `saves £565,063` where that is below nothing.
pub fn pounds(amount: f64) -> String {
    let saves = if amount <= -0.5 { "saves " } else { "" };
    format!("{saves}\u{A3}{}", model_number(amount.abs(), 0))
}

/// A limit of an interval for people, with one decimal: `6.1`, `−29.2`, `0.0`.
pub fn limit_text(limit: f64) -> String {
    Decimal::nearest(limit, 1).map_or_else(|| "none".to_owned(), Decimal::grouped)
}

/// A percentage for people: rounded once to at most two decimals, without zeros at the end.
pub fn percent_text(value: Exact) -> String {
    format!("{}%", value.rounded(2).trimmed())
}

/// A month of a path: `September 2027`, or `month 18` where no first month is given; `now` before the first.
pub fn month_name(start: Option<Period>, month: usize) -> String {
    match plan_month(start, month) {
        Some(named) => named.to_string(),
        None if month == 0 => NOW.to_owned(),
        None => format!("month {month}"),
    }
}

/// In place of the month before the first of a path.
pub const NOW: &str = "now";

/// Returns the calendar month of a month of a path, or `None` for that of now or if no first month is given.
pub fn plan_month(start: Option<Period>, month: usize) -> Option<Period> {
    let Some(Period::Month(year, first)) = start else { return None };
    let months = usize::from(first) - 1 + month.checked_sub(1)?;
    let year = u16::try_from(usize::from(year) + months / 12).ok()?;
    Some(Period::Month(year, u8::try_from(months % 12 + 1).ok()?))
}
