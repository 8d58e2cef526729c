//! What one cell holds.

use crate::figure::Withheld;
use crate::number::Decimal;
use crate::period::{Period, PeriodError};

/// The content of a cell where a number is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cell<'a> {
    /// Nothing.
    Blank,
    /// A symbol in place of a number.
    Withheld(Withheld),
    /// `7.9%`.
    Percent(Decimal),
    /// `646`, `27.1`.
    Number(Decimal),
    /// `51 of 646`, `51/646`, `51 out of 646 (7.9%)`, `47.2 (646 of 136,924)`: the two counts as written, and the percentage or
    /// rate if stated.
    OutOf(&'a str, &'a str, Option<Decimal>),
    /// `51 (7.9%)`: a count with its percentage.
    CountWithPercent(&'a str, Decimal),
    /// Anything else.
    Text,
}

/// Reads a cell.
pub(crate) fn parse(text: &str) -> Cell<'_> {
    let text = text.trim();
    if text.is_empty() {
        return Cell::Blank;
    }
    if let Some(symbol) = Withheld::from_symbol(text) {
        return Cell::Withheld(symbol);
    }
    let text = without_marks(text);
    if let Some(symbol) = Withheld::from_symbol(text) {
        return Cell::Withheld(symbol);
    }
    if let Ok(number) = Decimal::parse(text) {
        return Cell::Number(number);
    }
    // "(51/646)" stands in a cell of its own where the percentage stands in another.
    let text = text.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')).unwrap_or(text);
    if let Some(percent) = percent(text) {
        return Cell::Percent(percent);
    }
    if let Some(("", numerator, denominator, percent, "")) = out_of(text) {
        return Cell::OutOf(numerator, denominator, percent);
    }
    if let Some((before, rest)) = bracketed_at_end(text) {
        let stated = percent(before).or_else(|| Decimal::parse(before).ok());
        if let Some((stated, ("", numerator, denominator, None, ""))) = stated.zip(out_of(rest)) {
            return Cell::OutOf(numerator, denominator, Some(stated));
        }
        if let Some(percent) = percent(before)
            && Decimal::parse(rest).is_ok_and(|count| count.decimals() == 0)
        {
            return Cell::CountWithPercent(rest, percent);
        }
    }
    if let Some((count, percent)) = count_with_percent(text) {
        return Cell::CountWithPercent(count, percent);
    }
    Cell::Text
}

/// A text as numerator, denominator and value, each empty where it is not there: `51 of 646` is two counts, `51 of 646 (7.9%)`
/// and `47.2 (646 of 136,924)` all three, `7.9%` and `c` a value. What is no number stays in its place, so that it can be said what is wrong with it.
pub fn split_counts(text: &str) -> [String; 3] {
    let text = text.trim();
    if let Cell::OutOf(numerator, denominator, stated) = parse(text) {
        let sign = if text.contains('%') { "%" } else { "" };
        let stated = stated.map(|stated| format!("{stated}{sign}")).unwrap_or_default();
        return [numerator.to_owned(), denominator.to_owned(), stated];
    }
    let spaced = format!(" {text} ");
    let Some((numerator, rest)) = spaced.split_once(" of ") else {
        return [String::new(), String::new(), text.to_owned()];
    };
    let rest = rest.trim();
    let bracketed = rest.strip_suffix(')').and_then(|inner| inner.rsplit_once('('));
    let (denominator, value) = bracketed.unwrap_or((rest, ""));
    [numerator, denominator, value].map(|part| part.trim().to_owned())
}

/// Whether a cell holds something other than words.
pub(crate) fn is_data(text: &str) -> bool {
    !matches!(parse(text), Cell::Text | Cell::Blank) || Period::parse(text).is_ok()
}

/// Marks that list what follows them, besides dashes and stars.
pub(crate) const BULLETS: [char; 26] = [
    '\u{2022}', '\u{B7}', '\u{D8}', '\u{F8}', '\u{A7}', '\u{25CF}', '\u{25CB}', '\u{25AA}', '\u{25AB}',
    '\u{25E6}', '\u{2023}', '\u{25A0}', '\u{25A1}', '\u{25C6}', '\u{25C7}', '\u{27A2}', '\u{27A4}',
    '\u{25BA}', '\u{25B6}', '\u{25B8}', '\u{2713}', '\u{2714}', '\u{2192}', '\u{F0B7}', '\u{F0A7}',
    '\u{2605}',
];

/// Whether a cell holds words, not data.
pub(crate) fn is_words(text: &str) -> bool {
    !text.is_empty() && !is_data(text) && text.chars().any(char::is_alphabetic)
}

/// `7.9%`, `7.9 %`, `7.9 per cent`.
fn percent(text: &str) -> Option<Decimal> {
    let lower_end = ["%", "per cent", "percent", "pct"];
    let end = lower_end.iter().find(|end| {
        text.len() > end.len()
            && text.is_char_boundary(text.len() - end.len())
            && text[text.len() - end.len()..].eq_ignore_ascii_case(end)
    })?;
    Decimal::parse(&text[..text.len() - end.len()]).ok()
}

/// The text without what people put behind a number: marks of notes, of provisional figures, arrows, and the invisible
/// marks of writing direction.
fn without_marks(text: &str) -> &str {
    let is_mark = |c: char| matches!(c, '*' | '\u{2020}' | '\u{2021}' | '\u{2190}'..='\u{2199}' | '\u{25B2}' | '\u{25BC}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let mut text = text.trim_matches(|c| is_mark(c) || char::is_whitespace(c));
    for (open, close) in [('[', ']'), ('(', ')')] {
        if let Some((before, note)) = text.strip_suffix(close).and_then(|inner| inner.rsplit_once(open)) {
            let is_note =
                note.len() <= 2 && (open == '[' || note.chars().all(char::is_alphabetic)) && !note.is_empty();
            if is_note && !before.trim().is_empty() {
                text = before.trim_end();
            }
        }
    }
    text
}

/// `7.9% (51)` or `47.2 (646 of 136,924)`: what stands before the brackets, and what in them.
fn bracketed_at_end(text: &str) -> Option<(&str, &str)> {
    let (before, inner) = text.strip_suffix(')')?.rsplit_once('(')?;
    Some((before.trim(), inner.trim()))
}

/// `51 (7.9%)` or `51 / 7.9%`.
fn count_with_percent(text: &str) -> Option<(&str, Decimal)> {
    let (count, rest) = text.split_once(['(', '/'])?;
    let count = count.trim();
    Decimal::parse(count).ok().filter(|count| count.decimals() == 0)?;
    Some((count, percent(rest.trim().trim_end_matches(')'))?))
}

/// Finds `51 of 646`, `51 out of 646` or `51/646` in a text: what stands before, the two counts, the percentage if
/// one follows in brackets, and what stands after. `22/23` and the like are periods, not counts, unless the words
/// say otherwise.
pub(crate) fn out_of(text: &str) -> Option<(&str, &str, &str, Option<Decimal>, &str)> {
    let mut from = 0;
    while let Some(start) = text[from..].find(|c: char| c.is_ascii_digit()).map(|at| at + from) {
        let numerator_end = start + number_length(&text[start..]);
        let rest = &text[numerator_end..];
        let spaced = rest.trim_start();
        let after_word = ["out of ", "of ", "/", "from "].iter().find_map(|word| {
            spaced
                .get(..word.len())
                .filter(|begin| begin.eq_ignore_ascii_case(word))
                .map(|_| (*word == "/", spaced[word.len()..].trim_start()))
        });
        if let Some((is_stroke, after)) = after_word {
            let after = if is_stroke { after } else { after.strip_prefix("the ").unwrap_or(after) };
            let length = number_length(after);
            let counts = (&text[start..numerator_end], &after[..length]);
            let is_period = is_stroke && is_meant_as_period(counts.0, counts.1);
            // A decimal, a percentage or a date is no count.
            let after_denominator = &after[length..];
            let is_count = length > 0
                && !after_denominator.starts_with(['%', '/'])
                && !text[..start].ends_with(['.', '/', '-', '\u{2212}']);
            if is_count && !is_period {
                let (percent, after) = bracketed_percent(after_denominator);
                return Some((text[..start].trim(), counts.0, counts.1, percent, after));
            }
        }
        from = numerator_end;
    }
    None
}

/// Whether two numbers with a stroke between are a reporting year, also an impossible one such as 2021/23.
fn is_meant_as_period(first: &str, second: &str) -> bool {
    // Age groups of young people are written with a stroke too.
    const AGES: [(&str, &str); 9] = [
        ("16", "17"),
        ("16", "18"),
        ("16", "25"),
        ("17", "21"),
        ("18", "21"),
        ("18", "25"),
        ("19", "21"),
        ("19", "25"),
        ("21", "25"),
    ];
    if AGES.contains(&(first, second)) {
        return true;
    }
    match Period::parse(&format!("{first}/{second}")) {
        Ok(_) => true,
        Err(PeriodError::NotConsecutive | PeriodError::OutOfRange) => {
            first.len() == 4 && second.len().is_multiple_of(2)
        }
        Err(PeriodError::NotAPeriod | PeriodError::WhichYear) => false,
    }
}

/// How many bytes of digits, with commas before groups of three, a text starts with.
fn number_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digits = |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut length = digits(0);
    while length > 0 && bytes.get(length) == Some(&b',') && digits(length + 1) == 3 {
        length += 4;
    }
    length
}

/// `(7.9%)` at the start of a text, and what follows it.
fn bracketed_percent(text: &str) -> (Option<Decimal>, &str) {
    let trimmed = text.trim();
    let bracketed = trimmed.find('(').and_then(|open| Some((open, open + trimmed[open..].find(')')?)));
    match bracketed {
        Some((open, close)) => match percent(&trimmed[open + 1..close]) {
            Some(percent) if trimmed[..open].trim().chars().all(|c| c.is_alphabetic() || c == ' ') => {
                (Some(percent), trimmed[close + 1..].trim_matches(['.', ' ']))
            }
            _ => (None, trimmed),
        },
        None => (None, trimmed.trim_matches(['.', ' '])),
    }
}

/// The whole number that a text is, or `None`.
pub(crate) fn whole(text: &str) -> Option<i64> {
    Decimal::parse(text).ok().filter(|number| number.decimals() == 0).map(Decimal::units)
}
