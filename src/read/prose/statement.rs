//! The numbers that a sentence states: a count, a percentage, both, a count out of another, a rate or another value.

use std::ops::Range;

use crate::number::{Decimal, Exact};

use super::number;
use super::token::{self, Kind, Token};

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

    const fn is_percent_only(&self) -> bool {
        self.percent.is_some() && self.count.is_none()
    }
}

/// Finds the statements of a sentence. `is_time` says which tokens are dates and periods.
pub(crate) fn statements(tokens: &[Token], is_time: &dyn Fn(usize) -> bool) -> Vec<Statement> {
    let mut found: Vec<Statement> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match statement(tokens, at, is_time) {
            Some(statement) => {
                at = statement.tokens.end;
                found.push(statement);
            }
            None => at += 1,
        }
    }
    mark_ranges(tokens, &mut found);
    joined(tokens, found, is_time)
}

/// "Between 40 and 50", "15 to 17", "90-95%": neither is the number.
fn mark_ranges(tokens: &[Token], found: &mut [Statement]) {
    for at in 1..found.len() {
        let (low, high) = (&found[at - 1].tokens, &found[at].tokens);
        let before = low.start.checked_sub(1).map_or("", |at| tokens[at].word());
        let joint = &tokens[low.end];
        let adjoins = || {
            joint.range.start == tokens[low.end - 1].range.end
                && tokens.get(low.end + 1).is_some_and(|next| next.range.start == joint.range.end)
        };
        let is_range = match joint.word() {
            "and" => before == "between",
            // "From 8% to 13%", "rose 3% to 71%".
            "to" => before != "from" && !token::tells_change(before) && is_below(&found[at - 1], &found[at]),
            _ => joint.is_dash() && adjoins(),
        };
        if is_range && high.start == low.end + 1 {
            found[at - 1].is_rough = true;
            found[at].is_rough = true;
        }
    }
}

/// Whether two numbers of one sort follow each other upwards.
fn is_below(low: &Statement, high: &Statement) -> bool {
    let sorts = |statement: &Statement| (statement.percent.is_some(), statement.base.is_some());
    let number = |statement: &Statement| statement.main().map(|part| Exact::from(part.value));
    sorts(low).1 == sorts(high).1 && (sorts(high).0 || !sorts(low).0) && number(low) < number(high)
}

fn statement(tokens: &[Token], at: usize, is_time: &dyn Fn(usize) -> bool) -> Option<Statement> {
    if let Some(ratio) = ratio(tokens, at, is_time) {
        return Some(ratio);
    }
    let (length, first, is_in_words) = number_at(tokens, at, is_time)?;
    let sign = at.checked_sub(1).and_then(|before| sign(tokens, before, at));
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
        _ => return None,
    };
    let (base_length, base) = number(base_at).filter(|_| !is_time(base_at))?;
    let end = base_at + base_length;
    let is_ratio = (1..base).contains(&part)
        && matches!(base, 2..=10 | 20 | 100)
        && number::percent_sign(tokens, end).is_none()
        && !number::is_part_of_name(tokens, at, length)
        && !number::is_part_of_name(tokens, base_at, base_length);
    // "7 in 0" is none, and has no percentage.
    if !is_ratio {
        return None;
    }
    let range = tokens[at].range.start..tokens[end - 1].range.end;
    let percent = Part { value: Decimal::new((200 * part + base) / (2 * base), 0), range };
    Some(Statement { tokens: at..end, percent: Some(percent), is_rough: true, ..Statement::default() })
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
        let (length, number) = number::in_words(tokens, at)?;
        (length, Decimal::new(i64::from(number), 0), true)
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
    let people = names_people(tokens, next);
    let is_percent = number::percent_sign(tokens, next).is_some();
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
        .find(|index| word(*index) == "per")
        .filter(|start| (from..*start).all(is_of_whom))?;
    match tokens.get(start + 1)?.kind {
        Kind::Number(number) if number.to_string() == "10000" => Some(start + 2),
        Kind::Word(ref word) if word == "10k" => Some(start + 2),
        Kind::Number(number) if number.to_string() == "10" && word(start + 2) == "000" => Some(start + 3),
        _ => None,
    }
}

/// "of 79", "out of the 233", "/160" behind a count: the base, and where it ends.
fn base(tokens: &[Token], from: usize, is_time: &dyn Fn(usize) -> bool) -> Option<(Part, usize)> {
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

/// Puts together what is one statement: a number and what stands behind it in brackets or after "=".
fn joined(tokens: &[Token], found: Vec<Statement>, is_time: &dyn Fn(usize) -> bool) -> Vec<Statement> {
    let mut all: Vec<Statement> = Vec::new();
    for next in found {
        if let Some(bracket) = all.last().and_then(|last| last.bracket.as_ref())
            && bracket.contains(&next.tokens.start)
        {
            continue;
        }
        if let Some(last) = all.last_mut()
            && let Some(bracket) = joint(tokens, last, &next, is_time)
        {
            // "One in five (20%)": the exact one counts.
            if last.is_percent_only() && next.is_percent_only() && last.is_rough != next.is_rough {
                last.ratio = if last.is_rough {
                    last.is_rough = false;
                    std::mem::replace(&mut last.percent, next.percent)
                } else {
                    next.percent
                };
                last.bracket = Some(bracket);
                continue;
            }
            let both = last.is_percent_only() && next.count.is_some() && next.percent.is_none();
            let with_percent = last.count.is_some() && last.percent.is_none() && next.is_percent_only();
            if both {
                (last.count, last.base, last.bracket) = (next.count, next.base, Some(bracket));
                continue;
            }
            if with_percent {
                (last.percent, last.bracket) = (next.percent, Some(bracket.clone()));
                // "333 (48%) of our 694".
                let count = last.count.as_ref().map_or(0, |count| count.value.units());
                if last.base.is_none()
                    && let Some((base, end)) =
                        base(tokens, bracket.end, is_time).filter(|(base, _)| base.value.units() >= count)
                {
                    (last.base, last.bracket) = (Some(base), Some(bracket.start..end));
                }
                continue;
            }
        }
        all.push(next);
    }
    all
}

/// The tokens that a number takes behind the statement before it, where it stands in brackets of its own or after an
/// equals sign.
fn joint(
    tokens: &[Token],
    last: &Statement,
    next: &Statement,
    is_time: &dyn Fn(usize) -> bool,
) -> Option<Range<usize>> {
    if last.bracket.is_some() || next.sign.is_some() {
        return None;
    }
    let open = next.tokens.start.checked_sub(1)?;
    let between = last.tokens.end..open;
    if tokens[open].is_mark('=') {
        return between.is_empty().then_some(open..next.tokens.end);
    }
    if tokens[open].word() == "or" && between.is_empty() && next.percent.is_some() {
        return Some(open..next.tokens.end);
    }
    if !tokens[open].is_mark('(') {
        return None;
    }
    let close = (next.tokens.end..tokens.len()).find(|index| tokens[*index].is_mark(')'))?;
    let is_noun = |index: usize| {
        matches!(
            tokens[index].word(),
            "children"
                | "young"
                | "people"
                | "reviews"
                | "visits"
                | "assessments"
                | "of"
                | "them"
                | "pupils"
                | "cla"
                | "cic"
                | "lac"
                | "interviews"
                | "carers"
        )
    };
    let is_bare = (next.tokens.end..close).all(is_noun);
    let is_number = |index: usize| tokens.get(index).is_some_and(|token| token.number().is_some());
    let is_one_clause = between.clone().all(|index| {
        // "Of 17 and 18 year olds".
        let joins_ages = tokens[index].word() == "and" && is_number(index - 1) && is_number(index + 1);
        joins_ages
            || !matches!(tokens[index].kind, Kind::Mark(',' | ';' | ':' | '(' | ')'))
                && !is_time(index)
                && !matches!(tokens[index].word(), "and" | "but" | "which" | "while")
    }) || between.clone().all(is_time);
    (is_bare && is_one_clause).then_some(open..close + 1)
}
