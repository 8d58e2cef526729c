//! Dates, periods and times relative to now, as sentences give them.

use crate::period::{Period, month_number};

pub(crate) use super::relative::When;
use super::relative::{relative, stretch};
use super::token::{self, Kind, Token};

/// Finds the times of a sentence: for each, the position of its first token, how many tokens it takes, and what it says.
pub(crate) fn times(text: &str, tokens: &[Token]) -> Vec<(usize, usize, When)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some((length, when)) = time(text, tokens, at) {
            found.push((at, length, when));
            at += length;
        } else {
            at += 1;
        }
    }
    found
}

/// Whether a text may name a month or a quarter.
pub(super) fn may_name_part_of_year(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|word| {
        let is_quarter =
            || word.len() == 2 && word.starts_with(['q', 'Q']) || word.eq_ignore_ascii_case("quarter");
        month_number(word).is_some() || is_quarter()
    })
}

/// Whether a token is part of one of these times.
pub(super) fn is_among(times: &[(usize, usize, When)], token: usize) -> bool {
    times.iter().any(|(start, length, _)| (*start..start + length).contains(&token))
}

/// The times of a heading or of a sentence without numbers.
pub(crate) fn times_in(text: &str) -> Vec<When> {
    times(text, &token::tokens(text)).into_iter().map(|(_, _, when)| when).collect()
}

/// The times of a heading, without the day of a meeting beside the period it is about: "Panel of 12 March 2025: Quarter 3 2024/25".
pub(super) fn times_of_heading(text: &str) -> Vec<When> {
    let tokens = token::tokens(text);
    let all = times(text, &tokens);
    let is_day = |(start, _, when): &(usize, usize, When)| {
        let first = &tokens[*start];
        let begins = text[first.range.clone()].starts_with(|c: char| c.is_ascii_digit());
        matches!(when, When::At(Period::Month(..))) && begins
    };
    let rest: Vec<When> = all.iter().filter(|time| !is_day(time)).map(|(_, _, when)| *when).collect();
    if rest.is_empty() { all.into_iter().map(|(_, _, when)| when).collect() } else { rest }
}

fn time(text: &str, tokens: &[Token], at: usize) -> Option<(usize, When)> {
    let Some((first, when)) = point(text, tokens, at) else {
        // "In the last year" is over twelve months, and "last year" is another.
        let before = |back: usize| at.checked_sub(back).map_or("", |at| tokens[at].word());
        let is_over = before(1) == "the" && matches!(before(2), "in" | "over" | "within" | "during");
        return relative(tokens, at)
            .filter(|(_, when)| *when != When::LastYear || !is_over)
            .or_else(|| stretch(tokens, at));
    };
    // "1 April 2020 - 30 June 2020", "April 2023 to March 2024".
    let joins = tokens
        .get(at + first)
        .is_some_and(|token| token.is_dash() || matches!(token.word(), "to" | "until" | "and"));
    if joins
        && let Some((second, last)) = point(text, tokens, at + first + 1)
        && let Some(span) = span(when, last)
    {
        return Some((first + 1 + second, span));
    }
    // "Quarter 2 (July to September)".
    let is_quarter = matches!(when, When::Quarter(_) | When::At(Period::Quarter(..)));
    let word = |index: usize| tokens.get(index).map_or("", Token::word);
    let opens = tokens.get(at + first).is_some_and(|token| token.is_mark('('));
    let start = at + first + 1;
    // "Quarter 1 (April to June 2023)".
    if is_quarter
        && opens
        && let Some(from) = month_number(word(start))
        && let Some((length, When::At(Period::Month(year, to)))) = point(text, tokens, start + 2)
        && tokens.get(start + 2 + length).is_some_and(|token| token.is_mark(')'))
    {
        let named = match when {
            When::Quarter(quarter) | When::At(Period::Quarter(_, quarter)) => quarter,
            _ => 0,
        };
        let inside = When::At(Period::Quarter(if to > 3 { year + 1 } else { year }, named));
        let is_same =
            agrees(named, [from, to].into_iter()) && (matches!(when, When::Quarter(_)) || when == inside);
        return Some((first + length + 4, if is_same { inside } else { When::Other }));
    }
    if is_quarter
        && opens
        && month_number(word(start)).is_some()
        && month_number(word(start + 2)).is_some()
        && tokens.get(start + 3).is_some_and(|token| token.is_mark(')'))
    {
        let months = [start, start + 2].into_iter().filter_map(|at| month_number(word(at)));
        let quarter = match when {
            When::Quarter(quarter) | When::At(Period::Quarter(_, quarter)) => quarter,
            _ => 0,
        };
        // "Quarter 4 (January to March) 2021/22".
        let (length, when) = match (when, point(text, tokens, at + first + 5)) {
            (When::Quarter(quarter), Some((length, When::At(Period::Year(year))))) => {
                (length, When::At(Period::Quarter(year, quarter)))
            }
            _ => (0, when),
        };
        return Some((first + 5 + length, if agrees(quarter, months) { when } else { When::Other }));
    }
    Some((first, when))
}

/// The period from one time to another, or `None` if they are two times of their own.
fn span(from: When, to: When) -> Option<When> {
    let month = |when: When| match when {
        When::At(Period::Month(year, month)) => Some((i32::from(year), month)),
        // 31 March closes a year.
        When::At(Period::Year(year)) => Some((i32::from(year), 3)),
        _ => None,
    };
    let ((first_year, first), (last_year, last)) = (month(from)?, month(to)?);
    let months = (last_year - first_year) * 12 + i32::from(last) - i32::from(first) + 1;
    let year = u16::try_from(last_year).ok()?;
    match (months, first, last) {
        (12, 4, 3) => Some(When::At(Period::Year(year))),
        (3, 4, 6) => Some(When::At(Period::Quarter(year + 1, 1))),
        (3, 7, 9) => Some(When::At(Period::Quarter(year + 1, 2))),
        (3, 10, 12) => Some(When::At(Period::Quarter(year + 1, 3))),
        (3, 1, 3) => Some(When::At(Period::Quarter(year, 4))),
        (2..=11, ..) => Some(When::Other),
        (13.., ..) if matches!(from, When::At(Period::Month(..))) => Some(When::Other),
        _ => None,
    }
}

/// One date, month, quarter or year that begins at a token.
fn point(text: &str, tokens: &[Token], at: usize) -> Option<(usize, When)> {
    // "2022/23 to" may be the end of a line.
    if at >= tokens.len() {
        return None;
    }
    if let Some(length) = years_together(text, tokens, at).or_else(|| term(text, tokens, at)) {
        return Some((length, When::Other));
    }
    let before = |back: usize| at.checked_sub(back).and_then(|index| tokens.get(index));
    let longest = if may_be_time(&tokens[at..=at]) { 8.min(tokens.len() - at) } else { 0 };
    for length in (1..=longest).rev() {
        let words = &tokens[at..at + length];
        if !may_be_time(words) {
            continue;
        }
        let slice = &text[words[0].range.start..words[length - 1].range.end];
        if let Some(when) = spelled(text, slice, words) {
            let is_year = length == 1;
            if is_year && !is_year_here(before(1), tokens.get(at + 1)) {
                return None;
            }
            // "The end of March 2023" is the 31st.
            let closes = words.iter().any(|word| word.word() == "end")
                || before(1).is_some_and(|word| word.word() == "of")
                    && before(2).is_some_and(|word| word.word() == "end")
                || words.iter().any(|word| word.word() == "march")
                    && tokens.get(at + length).is_some_and(|word| word.word() == "ended");
            return Some((length, if closes { closed(when) } else { when }));
        }
    }
    month_of_short_year(text, tokens, at)
        .or_else(|| month_alone(tokens, at))
        .or_else(|| quarter_alone(tokens, at))
}

/// A month whose year has two digits, where it cannot be a day: "(May 24: 619)", "(May 24)".
fn month_of_short_year(text: &str, tokens: &[Token], at: usize) -> Option<(usize, When)> {
    let year = tokens.get(at + 1)?;
    month_number(tokens[at].word())?;
    let digits = digits_of(text, year).filter(|digits| digits.len() == 2)?;
    let is_year = digits.parse().is_ok_and(|year: u8| (15..=40).contains(&year));
    let ends = tokens.get(at + 2).is_some_and(|next| matches!(next.kind, Kind::Mark(':' | ')')));
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    let opens = before.is_some_and(|before| before.is_mark('(') || matches!(before.word(), "are" | "for"));
    let written = format!("{} 20{digits}", tokens[at].word());
    let period = Period::parse(&written)
        .ok()
        .filter(|_| is_year && opens && (ends || before.is_some_and(|before| before.word() == "are")))?;
    Some((2, When::At(period)))
}

/// How many tokens name several years that are taken together: "2019-22", "2019\u{2013}2022".
fn years_together(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let [first, joint, last] = tokens.get(at..at + 3)? else { return None };
    let adjoins = first.range.end == joint.range.start && joint.range.end == last.range.start;
    let number = |token: &Token| digits_of(text, token)?.parse().ok().map(|year: u16| year % 100);
    let is_year = digits_of(text, first).is_some_and(|digits| digits.len() == 4 && digits.starts_with("20"));
    let is_later = number(first)?.checked_add(1)? < number(last)?;
    let ends = tokens.get(at + 3).is_none_or(|next| !next.is_dash() && !next.is_mark('/'));
    (adjoins && joint.is_dash() && is_year && is_later && ends).then_some(3)
}

/// How many tokens name a term of the school year with its year: "summer term 2024", "autumn term 2023/24".
fn term(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let word = |index: usize| tokens.get(index).map_or("", Token::word);
    if !matches!(word(at), "autumn" | "spring" | "summer") || word(at + 1) != "term" {
        return None;
    }
    let year = || (digits_of(text, tokens.get(at + 2)?)?.len() == 4).then_some(1);
    let length = point(text, tokens, at + 2).map(|(length, _)| length).or_else(year)?;
    Some(2 + length)
}

/// The end of March closes the year.
const fn closed(when: When) -> When {
    match when {
        When::At(Period::Month(year, 3)) => When::At(Period::Year(year)),
        other => other,
    }
}

/// Whether a four-digit number is a year by the words around it.
fn is_year_here(before: Option<&Token>, after: Option<&Token>) -> bool {
    const AROUND: &[&str] = &[
        "in",
        "of",
        "since",
        "for",
        "during",
        "from",
        "to",
        "by",
        "and",
        "until",
        "than",
        "year",
        "end",
        "throughout",
        "between",
        "before",
        "after",
        "on",
        "with",
        "was",
        "spring",
        "summer",
        "autumn",
        "winter",
    ];
    let stands_alone = before
        .is_none_or(|token| matches!(token.kind, Kind::Mark('(' | ',' | ';' | '-' | '\u{2013}')))
        && after.is_none_or(|token| matches!(token.kind, Kind::Mark(')' | ',' | ':' | ';' | '.')));
    before.is_some_and(|token| AROUND.contains(&token.word())) || stands_alone
}

/// Whether tokens can be parts of one date: words of time, numbers, and strokes or dashes between.
fn may_be_time(words: &[Token]) -> bool {
    let is_word = |word: &str| {
        // Most words begin as none of these does.
        if !word.bytes().next().is_none_or(|first| first.is_ascii_digit() || b"jfmasondteqy".contains(&first))
        {
            return false;
        }
        month_number(word).is_some()
            || is_ordinal(word)
            || matches!(
                word,
                "the"
                    | "of"
                    | "end"
                    | "year"
                    | "ending"
                    | "ended"
                    | "quarter"
                    | "financial"
                    | "academic"
                    | "to"
            )
            || word.strip_prefix('q').is_some_and(|digits| matches!(digits, "1" | "2" | "3" | "4"))
            || word.bytes().all(|byte| byte.is_ascii_digit())
            || matches!(word, "one" | "two" | "three" | "four")
    };
    let is_part = |token: &Token| match &token.kind {
        Kind::Word(word) => is_word(word),
        Kind::Number(number) => number.decimals() == 0,
        Kind::Mark(mark) => matches!(mark, '/' | '-' | '\u{2013}' | ',' | '(' | ')'),
    };
    let ends = |token: &Token| !matches!(token.kind, Kind::Mark(_)) && !matches!(token.word(), "of" | "to");
    words.iter().all(is_part) && ends(&words[0]) && words.last().is_some_and(ends)
}

/// A period written in full.
fn spelled(text: &str, slice: &str, words: &[Token]) -> Option<When> {
    let has = |wanted: &dyn Fn(&str) -> bool| words.iter().any(|token| wanted(token.word()));
    let month = words.iter().find_map(|token| month_number(token.word()));
    if let Some(when) = quarter_with_year(text, words) {
        return Some(when);
    }
    if words.iter().any(|token| matches!(token.kind, Kind::Mark('(' | ')' | ','))) {
        return None;
    }
    let years = words
        .iter()
        .filter(|token| {
            digits_of(text, token).is_some_and(|digits| digits.len() == 4 && digits.starts_with("20"))
        })
        .count();
    // Of several years each is a time of its own.
    if years > 1 && !(words.len() == 3 && (words[1].is_dash() || words[1].is_mark('/'))) {
        return None;
    }
    let is_short = month.is_some() && years == 0;
    // "March 23" may be a day.
    if is_short && !words.iter().any(Token::is_dash) {
        return None;
    }
    if month.is_none() && !has(&|word| word.starts_with('q')) {
        let strokes = words.iter().filter(|token| token.is_mark('/') || token.is_dash()).count();
        let numbers = words.iter().filter(|token| digits_of(text, token).is_some()).count();
        match (numbers, strokes) {
            (1, 0) if years == 1 => {}
            // "22/23" and "2022-23"; two short numbers with a dash are ages.
            (2, 1) if years > 0 || words.iter().any(|token| token.is_mark('/')) => {}
            (3, 2) => {}
            _ => return None,
        }
    }
    let evened: String =
        slice.chars().map(|c| if matches!(c, '\u{2010}'..='\u{2014}') { '-' } else { c }).collect();
    let joined = if month.is_none() { evened.replace(' ', "") } else { evened };
    let period = Period::parse(&joined).or_else(|_| Period::parse(slice)).ok()?;
    Some(When::At(period))
}

/// `Quarter 4 (January to March) 2021/22`, `Q2 2024/25`, `2022/23 Q1`, `quarter two of 2023/24`.
fn quarter_with_year(text: &str, words: &[Token]) -> Option<When> {
    // "Quarter 3 2024/25 (October" goes on.
    let count = |mark: char| words.iter().filter(|word| word.is_mark(mark)).count();
    if count('(') != count(')') {
        return None;
    }
    let (length, quarter) = (0..words.len()).find_map(|at| {
        let (length, when) = quarter_alone(words, at)?;
        match when {
            When::Quarter(quarter) => Some(((at, length), quarter)),
            _ => None,
        }
    })?;
    let (at, length) = length;
    let rest: Vec<&Token> = words[..at].iter().chain(&words[at + length..]).collect();
    let digits: Vec<&str> = rest.iter().filter_map(|token| digits_of(text, token)).collect();
    let is_frame = |token: &&Token| {
        digits_of(text, token).is_some()
            || matches!(token.kind, Kind::Mark(_))
            || matches!(token.word(), "of" | "the" | "to")
            || month_number(token.word()).is_some()
    };
    if !rest.iter().all(is_frame) {
        return None;
    }
    let year = match digits.as_slice() {
        [first, second] => Period::parse(&format!("{first}/{second}")).ok()?,
        _ => return None,
    };
    match year {
        _ if !agrees(quarter, rest.iter().filter_map(|token| month_number(token.word()))) => {
            Some(When::Other)
        }
        Period::Year(year) => Some(When::At(Period::Quarter(year, quarter))),
        _ => None,
    }
}

/// Whether the months that stand with a quarter are the first and the last of it.
fn agrees(quarter: u8, months: impl Iterator<Item = u8>) -> bool {
    let months: Vec<u8> = months.collect();
    let first = [4, 7, 10, 1].get(usize::from(quarter) - 1).copied();
    months.is_empty() || first.is_some_and(|first| months.as_slice() == [first, first + 2])
}

/// The digits of a token that is nothing else.
fn digits_of<'a>(text: &'a str, token: &Token) -> Option<&'a str> {
    let written = &text[token.range.clone()];
    written.bytes().all(|byte| byte.is_ascii_digit()).then_some(written)
}

/// A month without a year, perhaps with its day: `September`, `27 February`.
fn month_alone(tokens: &[Token], at: usize) -> Option<(usize, When)> {
    let is_day = |token: &Token| {
        token.number().is_some_and(|number| number.decimals() == 0 && (1..=31).contains(&number.units()))
            || is_ordinal(token.word())
    };
    let word = |index: usize| tokens.get(index).map_or("", Token::word);
    // "May" and "March" are verbs too, and short forms are words of their own.
    let month =
        |index: usize| month_number(word(index)).filter(|_| word(index).len() > 3 || word(index) == "may");
    if is_day(&tokens[at]) {
        let of = usize::from(word(at + 1) == "of");
        return month(at + 1 + of).map(|month| (2 + of, When::Month(month)));
    }
    let month = month(at)?;
    // "702 (September 709)".
    let opens = at > 0
        && (tokens[at - 1].is_mark('(') || tokens[at - 1].is_mark(';'))
        && tokens
            .get(at + 1)
            .and_then(Token::number)
            .is_some_and(|next| next.decimals() > 0 || next.units() > 31);
    let follows = opens
        || at > 0
            && matches!(
                word(at - 1),
                "in" | "of"
                    | "since"
                    | "by"
                    | "until"
                    | "from"
                    | "to"
                    | "and"
                    | "than"
                    | "end"
                    | "between"
                    | "for"
                    | "late"
                    | "early"
            );
    follows.then_some((1, When::Month(month)))
}

/// A quarter without a year: `Q3`, `quarter two`.
fn quarter_alone(tokens: &[Token], at: usize) -> Option<(usize, When)> {
    let word = tokens[at].word();
    if let Some(digit) = word.strip_prefix('q').and_then(|digits| digits.parse().ok())
        && (1..=4).contains(&digit)
    {
        return Some((1, When::Quarter(digit)));
    }
    let next = tokens.get(at + 1).filter(|_| word == "quarter")?;
    let digit = match next.word() {
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        _ => u8::try_from(next.number().filter(|number| number.decimals() == 0)?.units()).ok()?,
    };
    (1..=4).contains(&digit).then_some((2, When::Quarter(digit)))
}

fn is_ordinal(word: &str) -> bool {
    let begins = word.as_bytes().first().is_some_and(u8::is_ascii_digit);
    begins
        && ["st", "nd", "rd", "th"].iter().any(|end| {
            word.strip_suffix(end)
                .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
        })
}
