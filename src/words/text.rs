//! What sentences are made with: lists, capital letters, ordinal numbers.

use crate::number::{Decimal, Exact, group_thousands};

/// A number for people: `1,655`.
pub fn counted(number: u64) -> String {
    group_thousands(&number.to_string())
}

/// Names as they follow each other in a sentence: `England, London and Kent`.
pub fn listed(names: &[String]) -> String {
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => names.concat(),
    }
}

/// A text with a capital letter in front.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// `1st`, `2nd`, `11th`, `22nd`.
pub fn ordinal(number: usize) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// A number of a model for people: rounded half away from zero to at most so many decimals, thousands separated, without
/// zeros at the end. `32.3`, `43.07`, `1,550,400`.
pub fn model_number(number: f64, decimals: u8) -> String {
    if !number.is_finite() {
        return "none".to_owned();
    }
    let scale = (0..decimals).fold(1.0, |scale, _| scale * 10.0);
    #[expect(clippy::cast_possible_truncation, reason = "the model's limits keep it far below 2^53")]
    let units = (number * scale).round() as i64;
    Decimal::new(units, decimals).trimmed().grouped().replacen('-', "\u{2212}", 1)
}

/// A percentage for people: rounded once to at most two decimals, without zeros at the end.
pub fn percent_text(value: Exact) -> String {
    format!("{}%", value.rounded(2).trimmed())
}
