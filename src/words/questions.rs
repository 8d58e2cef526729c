//! Questions to ask in a meeting, as `data/questions.csv` words them.

use crate::compare::{Occasion, Row};
use crate::indicator::Theme;

include!(concat!(env!("OUT_DIR"), "/questions.rs"));

/// A question, on which occasion it is fair, and about which theme alone.
type Question = (Occasion, Option<Theme>, &'static str);

/// Every question that is fair on an occasion: those about a theme alone, or where there are none of these, those about any.
pub fn questions(occasion: Occasion, theme: Theme) -> Vec<&'static str> {
    let about = |theme: Option<Theme>| -> Vec<&'static str> {
        let fair = QUESTIONS.iter().filter(|(when, of, _)| (*when, *of) == (occasion, theme));
        fair.map(|(.., question)| *question).collect()
    };
    let special = about(Some(theme));
    if special.is_empty() { about(None) } else { special }
}

/// The same, and behind those about a theme alone the ones about any.
pub fn more_questions(occasion: Occasion, theme: Theme) -> Vec<&'static str> {
    let fair = |of: Option<Theme>| {
        QUESTIONS.iter().filter(move |(when, about, _)| *when == occasion && *about == of)
    };
    fair(Some(theme)).chain(fair(None)).map(|(.., question)| *question).collect()
}

/// Returns a question that is fair to ask about a row, the same each time, or `None` if there is none. The newest of the rows
/// beside it is of the given year.
pub fn question(row: &Row, newest: Option<u16>) -> Option<&'static str> {
    let fair = questions(Occasion::of(row, newest), row.indicator.theme);
    // Measures of one standing are not all asked the same.
    let turn: usize = row.indicator.id.bytes().map(usize::from).sum();
    fair.get(turn % fair.len().max(1)).copied()
}
