//! The numbers that a sentence states: a count, a percentage, both, a count out of another, a rate or another value.

use std::ops::Range;

use crate::number::Decimal;

use super::number;
use super::token::{Kind, Token};

/// A number of a statement with its bytes in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub value: Decimal,
    pub range: Range<usize>,
}

/// One statement of a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Statement {
    /// The tokens it takes; those that follow in brackets are in [`Self::bracket`].
    pub tokens: Range<usize>,
    /// The tokens of a bracket behind it that belongs to it.
    pub bracket: Option<Range<usize>>,
    /// How many.
    pub count: Option<Part>,
    /// Of how many.
    pub base: Option<Part>,
    /// In percent.
    pub percent: Option<Part>,
    /// In percent, by an inexact ratio beside the percentage: "one in three (31%)".
    pub ratio: Option<Part>,
    /// A number that is neither a count nor a percentage.
    pub value: Option<Part>,
    /// Whether it is stated per 10,000.
    pub is_rate: bool,
    /// Whether it is written in words.
    pub is_in_words: bool,
    /// Whether it is no exact number: "one in five", "between 40 and 50".
    pub is_rough: bool,
    /// The sign in front.
    pub sign: Option<char>,
}

impl Statement {
    /// The number by which it is known: the count, or else the percentage or the value.
    pub(crate) fn main(&self) -> Option<&Part> {
        self.count.as_ref().or(self.percent.as_ref()).or(self.value.as_ref())
    }

    /// Whether a token is one of its own.
    pub(crate) fn holds(&self, token: usize) -> bool {
        self.tokens.contains(&token) || self.bracket.as_ref().is_some_and(|bracket| bracket.contains(&token))
    }

    /// The token after it and its bracket.
    pub(super) fn end(&self) -> usize {
        self.bracket.as_ref().map_or(self.tokens.end, |bracket| bracket.end)
    }

    pub(super) const fn is_percent_only(&self) -> bool {
        self.percent.is_some() && self.count.is_none()
    }
}

/// The statement that begins at a token.
pub(super) fn statement(tokens: &[Token], at: usize, is_time: &dyn Fn(usize) -> bool) -> Option<Statement> {
    if let Some(ratio) = ratio(tokens, at, is_time) {
        return Some(ratio);
    }
    let (length, first, is_in_words) = number_at(tokens, at, is_time)?;
    let sign = at.checked_sub(1).and_then(|before| sign(tokens, before, at));
    // "Their average Progress 8 score was -1.21" is no change.
    let is_below_zero = sign == Some('-') && tokens[..at].iter().any(|token| token.word() == "progress");
    let first = if is_below_zero {
        Part { value: Decimal::new(-first.value.units(), first.value.decimals()), ..first }
    } else {
        first
    };
    let sign = sign.filter(|_| !is_below_zero);
    let mut statement = Statement { tokens: at..at + length, is_in_words, sign, ..Statement::default() };
    let end = at + length;
    if let Some(sign) = number::percent_sign(tokens, end) {
        statement.tokens.end = end + sign;
        statement.percent =
            Some(Part { range: first.range.start..tokens[end + sign - 1].range.end, ..first });
        return Some(statement);
    }
    if let Some(per) = per_ten_thousand(tokens, end) {
        // "92 children in care per 10,000": whom it is of stands within.
        let names_whom =
            tokens[end..per].iter().any(|token| token.word() == "in" || token.word() == "looked");
        statement.tokens.end = if names_whom { end } else { per };
        statement.is_rate = true;
        statement.value = Some(first);
        return Some(statement);
    }
    if first.value.decimals() > 0 || number::is_average_of_days(tokens, at) {
        statement.value = Some(first);
        return Some(statement);
    }
    if let Some((base, end)) =
        base(tokens, end, is_time).filter(|(base, _)| base.value.units() >= first.value.units())
    {
        statement.tokens.end = end;
        statement.base = Some(base);
    }
    statement.count = Some(first);
    Some(statement)
}

/// "3 in 10", "nine out of ten": roughly so many percent.
fn ratio(tokens: &[Token], at: usize, is_time: &dyn Fn(usize) -> bool) -> Option<Statement> {
    let word = |index: usize| tokens.get(index).map_or("", Token::word);
    let is_whole = |number: &Decimal| number.decimals() == 0;
    if let Some(ratio) = part_in_words(tokens, at) {
        return Some(ratio);
    }
    let number = |at: usize| -> Option<(usize, i64)> {
        let in_digits = tokens.get(at)?.number().filter(is_whole).map(|number| (1, number.units()));
        in_digits.or_else(|| number::in_words(tokens, at).map(|(length, number)| (length, number.into())))
    };
    if is_time(at) {
        return None;
    }
    let (length, part) = number(at)?;
    let joint = at + length;
    let base_at = match word(joint) {
        "in" => joint + 1,
        // "7 out of 10" may count ten.
        "out" if word(joint + 1) == "of" && tokens[at].number().is_none() => joint + 2,
        "out" if word(joint + 1) == "of" && matches!(word(joint + 2), "every" | "each") => joint + 3,
        _ => return None,
    };
    let (base_length, base) = number(base_at).filter(|_| !is_time(base_at))?;
    let end = base_at + base_length;
    let is_of_every = base_at == joint + 3;
    let is_ratio = (1..base).contains(&part)
        && matches!(base, 2..=10 | 20 | 100)
        && number::percent_sign(tokens, end).is_none()
        && !number::is_part_of_name(tokens, at, length)
        && (is_of_every || !number::is_part_of_name(tokens, base_at, base_length));
    // "7 in 0" is none, and has no percentage.
    if !is_ratio {
        return None;
    }
    let range = tokens[at].range.start..tokens[end - 1].range.end;
    let percent = Part { value: Decimal::new((200 * part + base) / (2 * base), 0), range };
    // "73 out of every 100" is exact.
    let is_rough = base < 100;
    Some(Statement { tokens: at..end, percent: Some(percent), is_rough, ..Statement::default() })
}

/// A simple fraction in words that begins at a token: where it ends, and so many of so many parts. `Two thirds`, `half`.
pub(crate) fn fraction_in_words(tokens: &[Token], at: usize) -> Option<(usize, u8, u8)> {
    let word = |index: usize| tokens.get(index).map_or("", Token::word);
    let before = at.checked_sub(1).map_or("", word);
    let dash = usize::from(tokens.get(at + 1).is_some_and(Token::is_dash));
    let (end, part) = match word(at) {
        "half" if !matches!(before, "first" | "second" | "a") => (at + 1, 1),
        "a" | "one" => (at + 2 + dash, 1),
        "two" => (at + 2 + dash, 2),
        "three" => (at + 2 + dash, 3),
        "four" => (at + 2 + dash, 4),
        _ => return None,
    };
    let of = match word(end - 1) {
        "half" => 2,
        "third" | "thirds" => 3,
        "quarter" | "quarters" => 4,
        "fifth" | "fifths" => 5,
        _ => return None,
    };
    (part < of).then_some((end, part, of))
}

/// "Three quarters (76%)", "half (51%)", "a third of children (34%)": roughly so many percent, where the percentage follows.
fn part_in_words(tokens: &[Token], at: usize) -> Option<Statement> {
    /// Words between it and its percentage.
    const NEAR: usize = 7;
    let word = |index: usize| tokens.get(index).map_or("", Token::word);
    let (end, part, of) = fraction_in_words(tokens, at)?;
    let (part, of) = (i64::from(part), i64::from(of));
    // "A third placement (9%)" is no part.
    let is_of_whole = tokens.get(end)?.is_mark('(') || word(end) == "of" || (of == 2 && word(end) == "the");
    let open = (end..end + NEAR)
        .find(|index| tokens.get(*index).is_none_or(|token| matches!(token.kind, Kind::Mark(_))))
        .filter(|index| is_of_whole && tokens.get(*index).is_some_and(|token| token.is_mark('(')));
    let percent = open.is_some_and(|open| {
        tokens.get(open + 1).and_then(Token::number).and(number::percent_sign(tokens, open + 2)).is_some()
    });
    // "Two-thirds of care leavers" is no two of them.
    let is_of_people = open.is_none() && word(end) == "of" && names_people(tokens, end + 1);
    if !(percent || is_of_people) {
        return None;
    }
    let range = tokens[at].range.start..tokens[end - 1].range.end;
    let percent = Part { value: Decimal::new((200 * part + of) / (2 * of), 0), range };
    let is_in_words = is_of_people;
    Some(Statement {
        tokens: at..end,
        percent: Some(percent),
        is_rough: true,
        is_in_words,
        ..Statement::default()
    })
}

/// The number that begins at a token: how many tokens it takes, the number, and whether it is in words.
fn number_at(tokens: &[Token], at: usize, is_time: &dyn Fn(usize) -> bool) -> Option<(usize, Part, bool)> {
    if is_time(at) {
        return None;
    }
    let token = tokens.get(at)?;
    let (length, value, is_in_words) = if let Some(value) = token.number() {
        (1, value, false)
    } else {
        let (length, number) = number::decimal_in_words(tokens, at)?;
        (length, number, true)
    };
    let is_part_of_name = || {
        number::is_part_of_name(tokens, at, length)
            && (is_in_words || !number::is_average_of_days(tokens, at))
    };
    if is_part_of_name() || (is_in_words && !counts_someone(tokens, at, length)) {
        return None;
    }
    let range = token.range.start..tokens[at + length - 1].range.end;
    Some((length, Part { value, range }, is_in_words))
}

/// Whether a number in words counts people or is followed by its percentage: other numbers in words are part of the
/// telling ("the three reports").
fn counts_someone(tokens: &[Token], at: usize, length: usize) -> bool {
    let word = |index: usize| tokens.get(index).map_or("", Token::word);
    let before = at.checked_sub(1).map_or("", word);
    let next = at + length;
    let in_bracket = tokens.get(next).is_some_and(|token| token.is_mark('('))
        && tokens.get(next + 1).is_some_and(|token| token.number().is_some());
    let people = names_people(tokens, next)
        || word(next) == "of" && matches!(word(next + 1), "them" | "these" | "whom" | "those")
        // "Fifty-four children came into care and sixty-three left care."
        || matches!(before, "and" | "while" | "whilst")
            && matches!(word(next), "left" | "ceased" | "started" | "entered" | "came" | "went" | "became" | "were" | "had");
    let is_percent = number::percent_sign(tokens, next).is_some() || per_ten_thousand(tokens, next).is_some();
    !matches!(before, "but" | "than" | "least" | "most" | "every" | "these" | "those" | "between")
        && ((in_bracket && !is_pronoun(tokens, at)) || people || is_percent)
}

/// Whether words from a token on name people before anything parts them.
fn names_people(tokens: &[Token], from: usize) -> bool {
    let word = |index: usize| tokens.get(index).map_or("", Token::word);
    let is_mark = |index: &usize| {
        tokens.get(*index).is_some_and(|token| ['(', ',', ';', ':'].iter().any(|mark| token.is_mark(*mark)))
    };
    (from..from + 5).take_while(|index| !is_mark(index)).any(|index| {
        matches!(
            word(index),
            "child"
                | "children"
                | "young"
                | "people"
                | "carers"
                | "leavers"
                | "pupils"
                | "households"
                | "families"
        )
    })
}

/// Whether "one" is one of what is told of: "91% of care leavers had one (173 of 190)".
pub(super) fn is_pronoun(tokens: &[Token], at: usize) -> bool {
    let word = |index: usize| tokens.get(index).map_or("", Token::word);
    let ends = tokens.get(at + 1).is_none_or(|next| next.word().is_empty());
    let before = at.checked_sub(1).map_or("", word);
    word(at) == "one"
        && ends
        && matches!(
            before,
            "had" | "has" | "have" | "having" | "received" | "with" | "without" | "get" | "got" | "need"
        )
}

/// The sign right before a number, where it is one and not a dash between words.
fn sign(tokens: &[Token], before: usize, at: usize) -> Option<char> {
    let token = &tokens[before];
    let adjoins = token.range.end == tokens[at].range.start;
    let is_apart =
        before == 0 || tokens[before - 1].range.end < token.range.start || tokens[before - 1].is_mark('(');
    let sign = if token.is_mark('+') {
        '+'
    } else if token.is_dash() {
        '-'
    } else {
        return None;
    };
    (adjoins && is_apart).then_some(sign)
}

/// The end of "per 10,000" with its noun, if that follows.
fn per_ten_thousand(tokens: &[Token], from: usize) -> Option<usize> {
    let word = |index: usize| tokens.get(index).map_or("", Token::word);
    // "185 children per 10,000", "92 children in care per 10,000".
    let is_of_whom = |index: usize| {
        matches!(
            word(index),
            "children" | "child" | "cla" | "lac" | "cic" | "looked" | "after" | "in" | "care"
        )
    };
    let start = (from..from + 5)
        .find(|index| {
            word(*index) == "per"
                || matches!(word(*index), "for" | "in") && matches!(word(*index + 1), "every" | "each")
        })
        .filter(|start| (from..*start).all(is_of_whom))?;
    let start = start + usize::from(word(start) != "per");
    match tokens.get(start + 1)?.kind {
        Kind::Number(number) if number.to_string() == "10000" => Some(start + 2),
        Kind::Word(ref word) if word == "10k" => Some(start + 2),
        Kind::Word(ref ten) if ten == "ten" && word(start + 2) == "thousand" => Some(start + 3),
        Kind::Number(number) if number.to_string() == "10" && word(start + 2) == "000" => Some(start + 3),
        _ => None,
    }
}

/// "of 79", "out of the 233", "/160" behind a count: the base, and where it ends.
pub(super) fn base(tokens: &[Token], from: usize, is_time: &dyn Fn(usize) -> bool) -> Option<(Part, usize)> {
    let word = |index: usize| tokens.get(index).map_or("", Token::word);
    let mut at = match tokens.get(from)? {
        token if token.is_mark('/') => from + 1,
        _ if word(from) == "of" => from + 1,
        _ if word(from) == "out" && word(from + 1) == "of" => from + 2,
        _ => return None,
    };
    if matches!(word(at), "the" | "a" | "our" | "its" | "their") {
        at += 1;
    }
    if matches!(word(at), "total") && word(at + 1) == "of" {
        at += 2;
    }
    let (length, part, _) = number_at(tokens, at, is_time)?;
    let is_count = part.value.decimals() == 0 && number::percent_sign(tokens, at + length).is_none();
    is_count.then_some((part, at + length))
}
