//! A number with what people put beside it in its cell: "9.6% RED", "9.5% (target 9%)", "1, 018".

use crate::period::Period;

use super::cell::{self, Cell};
use super::side::{self, Side};
use super::vocabulary::{self, Says};
use super::when;

/// What a cell comes to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Inside {
    /// The number, percentage, counts or symbol.
    pub value: String,
    /// Figures of others or targets beside it; those of an earlier time are of others.
    pub beside: Vec<(Side, String)>,
    /// The rate per 10,000 that stands in brackets behind a count.
    pub rate: String,
}

/// Ratings and directions that may stand beside a number.
const MARKS: [&str; 24] = [
    "red",
    "amber",
    "green",
    "yellow",
    "blue",
    "grey",
    "up",
    "down",
    "same",
    "improved",
    "improving",
    "worse",
    "better",
    "steady",
    "stable",
    "static",
    "r",
    "a",
    "g",
    "rag",
    "higher",
    "lower",
    "unchanged",
    "n/c",
];

/// Returns the number of a cell and what stands beside it, or `None` if it holds something else.
pub(crate) fn value(text: &str) -> Option<Inside> {
    let text = text.trim();
    let plain = |value: &str| Inside { value: value.to_owned(), beside: Vec::new(), rate: String::new() };
    match cell::parse(text) {
        Cell::Blank => return None,
        Cell::Text => {}
        _ => return Some(plain(text)),
    }
    if let Some(joined) = joined_thousands(text) {
        return Some(plain(&joined));
    }
    let bracketed = text.strip_suffix([')', ']']).and_then(|rest| rest.rsplit_once(['(', '[']));
    if let Some((before, inner)) = bracketed {
        let inside = value(before)?;
        if is_mark(inner) {
            return Some(inside);
        }
        if let Some(rate) = rate(inner).filter(|_| cell::whole(before.trim()).is_some()) {
            return Some(Inside { rate: rate.to_owned(), ..inside });
        }
        let (words, number) = last_number(inner).or_else(|| first_number(inner))?;
        let words = words.trim_end_matches([':', '=', ' ']);
        // Of the month before, or the year: no figure of this column.
        let side = if names_earlier(words) { Side::Others } else { side::whole(words)? };
        let mut beside = inside.beside;
        beside.push((side, number.to_owned()));
        return (side != Side::Own).then_some(Inside { beside, ..inside });
    }
    let without_mark = text
        .rsplit_once(char::is_whitespace)
        .filter(|(_, mark)| is_mark(mark))
        .map(|(rest, _)| rest.trim_end_matches([' ', '-', '\u{2013}', '\u{2014}', ':', ',', ';', '/', '|']))
        .or_else(|| {
            text.split_once(char::is_whitespace).filter(|(mark, _)| is_mark(mark)).map(|(_, rest)| rest)
        });
    value(without_mark?)
}

/// Whether a cell holds a count with its rate per 10,000 in brackets: "446 (79.2 per 10,000)".
pub(crate) fn has_rate(text: &str) -> bool {
    text.ends_with(')') && value(text).is_some_and(|inside| !inside.rate.is_empty())
}

/// The number of a rate per 10,000: "79.2 per 10,000", "rate of 79.2 per 10k", "a rate of 79".
fn rate(text: &str) -> Option<&str> {
    const WORDS: [&str; 14] = [
        "a",
        "rate",
        "of",
        "per",
        "10",
        "000",
        "10000",
        "10k",
        "children",
        "population",
        "child",
        "under",
        "18",
        "the",
    ];
    let words = vocabulary::words(text);
    let says_rate = words.iter().any(|word| word == "rate")
        || words.windows(2).any(|pair| pair[0] == "per" && pair[1].starts_with("10"));
    let number = text
        .split_whitespace()
        .find(|word| matches!(cell::parse(word), Cell::Number(_)) && *word != "10,000")?;
    let number_words = vocabulary::words(number);
    let are_known = words.iter().all(|word| WORDS.contains(&word.as_str()) || number_words.contains(word));
    (says_rate && are_known).then_some(number)
}

/// Whether a word rates a number or says how it moved.
pub(crate) fn is_mark(text: &str) -> bool {
    let word = text.trim_matches(['(', ')', '[', ']', '-', ',', ';', '|', '/']).to_lowercase();
    MARKS.contains(&word.as_str())
        || (!word.is_empty() && !word.chars().any(char::is_alphanumeric) && !word.contains('%'))
}

/// "1, 018" as "1,018".
fn joined_thousands(text: &str) -> Option<String> {
    let (first, last) = text.split_once(", ")?;
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (are_digits(first) && first.len() <= 3 && last.len() == 3 && are_digits(last))
        .then(|| format!("{first},{last}"))
}

/// The number at the end of a text, and the words before it.
fn last_number(text: &str) -> Option<(&str, &str)> {
    let (words, number) = text.trim().rsplit_once([' ', ':'])?;
    matches!(cell::parse(number), Cell::Number(_) | Cell::Percent(_)).then_some((words, number))
}

/// The number at the beginning of a text, and the words after it.
fn first_number(text: &str) -> Option<(&str, &str)> {
    let (number, words) = text.trim().split_once(' ')?;
    matches!(cell::parse(number), Cell::Number(_) | Cell::Percent(_)).then_some((words, number))
}

/// Whether words name an earlier time and nothing else: "last month", "previous quarter".
fn names_earlier(words: &str) -> bool {
    let words = vocabulary::words(words);
    let said = vocabulary::said(&words);
    let is_earlier = |says: &Option<Says>| *says == Some(Says::Previous);
    said.iter().any(|(says, _)| is_earlier(says))
        && said.iter().all(|(says, _)| is_earlier(says) || *says == Some(Says::Filler))
}

/// A figure of others or a target that stands in a name: "Children in care (target 680)", "Dental checks - England 82%".
/// Returns the name without it, whose it is and its number, or `None` if there is none.
pub(crate) fn in_name(name: &str) -> Option<(String, Side, String)> {
    let trimmed = name.trim();
    let bracketed = trimmed.strip_suffix([')', ']']).and_then(|rest| rest.rsplit_once(['(', '[']));
    let set_off =
        || [" - ", " \u{2013} ", ", ", ": "].into_iter().find_map(|separator| trimmed.rsplit_once(separator));
    let (before, said) = bracketed.or_else(set_off)?;
    let is_bound = |c: char| matches!(c, '<' | '>' | '\u{2264}' | '\u{2265}' | '=');
    let (words, number) = said.split_at(said.find(|c: char| c.is_ascii_digit() || is_bound(c))?);
    // "target: below 9%".
    let words = words.trim_end();
    let named = words.rsplit_once(' ').filter(|(_, bound)| bounds(bound)).map_or(words, |(words, _)| words);
    let side = side::whole(named.trim_end_matches([':', ' '])).filter(|side| *side != Side::Own)?;
    let is_bounded = number.contains(is_bound) || named.len() < words.len();
    let number = target(number).filter(|_| side == Side::Target || !is_bounded)?;
    (!before.trim().is_empty() && when::mentions(&number).is_empty())
        .then(|| (before.trim().to_owned(), side, number))
}

/// A name and the target in brackets behind it, which its heading says is one: "Dental checks (90%)".
pub(crate) fn under_target(name: &str) -> Option<(String, String)> {
    let (before, said) = name.trim().strip_suffix([')', ']'])?.rsplit_once(['(', '['])?;
    let number = target(said).filter(|_| !before.trim().is_empty() && when::mentions(said).is_empty())?;
    Some((before.trim().to_owned(), number))
}

/// The figures of others that a cell lists: "Eng 70, SN 78". `None` if it holds anything else.
pub(crate) fn of_others(text: &str) -> Option<Vec<(Side, String)>> {
    let of_one = |part: &str| {
        let part = part.trim();
        let (words, number) = last_number(part).or_else(|| first_number(part))?;
        let side = side::whole(words.trim_end_matches([':', '=', '-', ' ']))?;
        (!matches!(side, Side::Own | Side::Others)).then(|| (side, number.to_owned()))
    };
    let parts: Option<Vec<_>> = text.split([',', ';', '/', '|']).map(of_one).collect();
    parts.filter(|parts| !parts.is_empty())
}

/// The figure of others in a cell and the year behind it, if one is: "11% (2022/23)", "82% (2021/22, the latest published)".
pub(crate) fn of_year(text: &str) -> (&str, Option<&str>) {
    let bracketed = text.strip_suffix(')').and_then(|rest| rest.split_once('('));
    let with_year = bracketed.and_then(|(value, about)| {
        let year = about.split(',').next()?;
        Period::parse(year).is_ok().then(|| (value.trim_end(), Some(year)))
    });
    with_year.unwrap_or((text, None))
}

/// Whether a cell says that there is no number, as a blank one does; the symbols of official statistics say more.
pub(crate) fn is_no_number(text: &str) -> bool {
    matches!(
        text.trim().to_lowercase().as_str(),
        "na" | "n/a" | "n.a." | "-" | "\u{2013}" | "\u{2014}" | "tbc" | "nil return" | "no data"
    )
}

/// The number of a target: "95%+", "<9.9%", "Fewer than 72", "at least 90%", "9% or less".
pub(crate) fn target(text: &str) -> Option<String> {
    let is_number = |text: &str| matches!(cell::parse(text), Cell::Number(_) | Cell::Percent(_));
    let text = text.trim();
    if is_number(text) {
        return Some(text.to_owned());
    }
    // "95% (90%)": the target, and where it is nearly reached.
    if let Some((first, second)) = text.strip_suffix(')').and_then(|text| text.split_once('('))
        && is_number(first)
        && is_number(second)
    {
        return Some(first.trim().to_owned());
    }
    // "90% by March 2024".
    let mentions = when::mentions(text);
    let text = when::without(text, &mentions);
    let inner: String = text
        .chars()
        .filter(|c| !matches!(c, '<' | '>' | '+' | '\u{2264}' | '\u{2265}' | '=' | '~'))
        .collect();
    let words: Vec<&str> = inner.split_whitespace().collect();
    let numbers: Vec<&&str> = words.iter().filter(|word| is_number(word)).collect();
    match numbers.as_slice() {
        [number] if words.iter().all(|word| is_number(word) || bounds(word)) => Some((**number).to_owned()),
        _ => None,
    }
}

/// Whether a word may stand before or after the number of a target.
fn bounds(word: &str) -> bool {
    const WORDS: [&str; 21] = [
        "fewer", "less", "more", "than", "under", "below", "above", "over", "at", "least", "most", "or",
        "up", "to", "maximum", "by", "minimum", "max", "min", "target", "no",
    ];
    WORDS.contains(&word.to_lowercase().as_str())
}
