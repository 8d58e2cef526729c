//! Cells that are meant as a number but cannot be used as one.

use super::cell::{self, Cell};

/// What is odd about a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Odd {
    /// About a number, more or less than one, or between two: `~90%`, `c90%`, `approx 90`, `<10%`, `90-95%`.
    Approximate,
    /// `9,8%`: the comma may be a decimal point.
    DecimalComma,
}

/// Words before a number that is about right.
const ABOUT: [&str; 15] = [
    "approximately",
    "approx.",
    "approx",
    "circa",
    "about",
    "around",
    "roughly",
    "nearly",
    "almost",
    "estimated",
    "est.",
    "est",
    "ca.",
    "c.",
    "c",
];

/// The same for a bound of it. Without a percent sign these head age groups.
const BOUNDS: [&str; 13] = [
    "more than",
    "less than",
    "fewer than",
    "just over",
    "just under",
    "over",
    "under",
    "at least",
    "up to",
    "<",
    ">",
    "\u{2264}",
    "\u{2265}",
];

/// The same behind a number.
const BEHIND: [&str; 7] = ["ish", "(approx)", "(approx.)", "approx", "(est)", "(estimate)", "or so"];

/// Returns what is odd about a number, or `None` for numbers that can be used and for words.
pub(crate) fn odd(text: &str) -> Option<Odd> {
    const LONGEST: usize = 30;
    let text = text.trim();
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
    if text.len() > LONGEST || !has_digit || cell::parse(text) != Cell::Text {
        return None;
    }
    if has_decimal_comma(text) {
        return Some(Odd::DecimalComma);
    }
    let lower = text.to_lowercase();
    let without_sign = lower.trim_start_matches(['~', '\u{2248}', '\u{B1}']);
    let bounds = BOUNDS.iter().filter(|_| text.contains('%'));
    let before = ABOUT.iter().chain(bounds).find_map(|word| without_sign.strip_prefix(word));
    let rest = before.unwrap_or(without_sign).trim_start().trim_end_matches(['+', '?']);
    let rest = BEHIND.iter().find_map(|word| rest.strip_suffix(word)).unwrap_or(rest).trim();
    let is_about = rest.len() < text.len() && is_number(rest);
    (is_about || is_range(rest)).then_some(Odd::Approximate)
}

fn is_number(text: &str) -> bool {
    matches!(cell::parse(text), Cell::Number(_) | Cell::Percent(_))
}

fn has_decimal_comma(text: &str) -> bool {
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.trim_end_matches(['%', ' '])
        .split_once(',')
        .is_some_and(|(whole, decimals)| decimals.len() <= 2 && are_digits(whole) && are_digits(decimals))
}

/// `90-95%`, `90% to 95%`.
fn is_range(text: &str) -> bool {
    let ends = text.split_once(['-', '\u{2013}']).or_else(|| text.split_once(" to "));
    text.contains('%') && ends.is_some_and(|(from, to)| is_number(from.trim()) && is_number(to.trim()))
}
