//! The numbers that a text says, whatever they are of.

use std::ops::Range;

use crate::number::Decimal;

use super::number::{in_words, is_part_of_name, percent_sign};
use super::token::{Token, tokens};
use super::when::{is_among, times};

/// A number that a text says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidNumber {
    /// The number.
    pub value: Decimal,
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Of what it is a number.
    pub of: SaidOf,
    /// Whether it is in digits rather than in words.
    pub is_in_digits: bool,
    /// Whether it is part of a name, an age, a stretch of time or the like: 3 or more placements.
    pub is_part_of_name: bool,
}

/// Of what a number in a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaidOf {
    /// A percentage, or percentage points.
    Percent,
    /// Children, young people, or people in general; also one of two numbers joined by "of".
    People,
    /// Something else.
    Other,
}

/// Finds the numbers that a text says. Dates and periods are none.
///
/// ```
/// use corporate_parenting_calculator::read::{SaidOf, numbers_said};
///
/// let said = numbers_said("In 2022/23, 51 children (7.9%) moved; two young people by 31 March.");
/// let found: Vec<_> = said.iter().map(|number| (number.value.to_string(), number.of)).collect();
/// let expected = [("51", SaidOf::People), ("7.9", SaidOf::Percent), ("2", SaidOf::People)];
/// assert_eq!(found, expected.map(|(number, of)| (number.to_owned(), of)));
/// ```
pub fn numbers_said(text: &str) -> Vec<SaidNumber> {
    let tokens = tokens(text);
    let times = times(text, &tokens);
    let is_time = |at: usize| {
        // "31 March" of any year.
        is_among(&times, at) || is_day(text, &tokens, at)
    };
    let mut said = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let digits = tokens[at].number().map(|value| (1, value));
        let found = digits.or_else(|| {
            let (length, number) = in_words(&tokens, at)?;
            Some((length, Decimal::new(number.into(), 0)))
        });
        let Some((length, value)) = found.filter(|_| !is_time(at)) else {
            at += 1;
            continue;
        };
        said.push(SaidNumber {
            value,
            range: tokens[at].range.start..tokens[at + length - 1].range.end,
            of: of_what(&tokens, at, length),
            is_in_digits: digits.is_some(),
            is_part_of_name: is_part_of_name(&tokens, at, length),
        });
        at += length;
    }
    said
}

fn is_day(text: &str, tokens: &[Token], at: usize) -> bool {
    // In small letters "may" is no month.
    let is_month = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            let is_name = text[token.range.clone()].starts_with(char::is_uppercase);
            is_name && crate::period::month_number(token.word()).is_some()
        })
    };
    is_month(at + 1) || at.checked_sub(1).is_some_and(is_month)
}

fn of_what(tokens: &[Token], at: usize, length: usize) -> SaidOf {
    /// Words after a number within which those counted are named.
    const REACH: usize = 4;
    let after = at + length;
    let word = |at: usize| tokens.get(at).map_or("", Token::word);
    if percent_sign(tokens, after).is_some()
        || matches!(word(after), "pp" | "ppt" | "ppts" | "points")
        || (word(after), word(after + 1)) == ("percentage", "points")
    {
        return SaidOf::Percent;
    }
    let is_number = |at: usize| tokens.get(at).is_some_and(|token| token.number().is_some());
    let joined = (word(after) == "of" && is_number(after + 1))
        || (at >= 2 && word(at - 1) == "of" && is_number(at - 2));
    let end = tokens.len().min(after + REACH);
    let following = &tokens[after.min(end)..end];
    // Not beyond a comma or another number.
    let names_people = following
        .iter()
        .take_while(|token| !token.word().is_empty() || token.is_dash())
        .any(|token| PEOPLE.contains(&token.word()));
    if joined || names_people { SaidOf::People } else { SaidOf::Other }
}

/// Words for the children and young people that are counted.
pub(super) const PEOPLE: [&str; 16] = [
    "child",
    "children",
    "people",
    "person",
    "persons",
    "leaver",
    "leavers",
    "teenager",
    "teenagers",
    "sibling",
    "siblings",
    "baby",
    "babies",
    "boys",
    "girls",
    "cyp",
];
