//! Numbers of a sentence: those in words, and those that are part of a name rather than amounts.

use crate::number::Decimal;

use super::token::{Kind, Token};

/// The numbers from none to twelve.
const SMALL: [&str; 13] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
];

/// The first to the twelfth.
pub(crate) const ORDINALS: [&str; 12] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
];

/// A number up to twelve written as a word.
pub(crate) fn small(word: &str) -> Option<u32> {
    SMALL.iter().position(|known| *known == word).and_then(|number| u32::try_from(number).ok())
}

/// The word for a number up to twelve, or `None` for a larger one.
pub(crate) fn small_in_words(number: u32) -> Option<&'static str> {
    SMALL.get(usize::try_from(number).ok()?).copied()
}

/// A number in words that begins at a token: how many tokens it takes, and the number. `Two hundred and twenty-three`.
pub(crate) fn in_words(tokens: &[Token], at: usize) -> Option<(usize, u32)> {
    let mut total = 0;
    let mut part = 0;
    let mut length = 0;
    let mut index = at;
    while let Some(token) = tokens.get(index) {
        let word = token.word();
        if let Some(number) = ones(word).or_else(|| tens(word)) {
            // "Five, six" are two numbers.
            if length > 0 && part % 10 != 0 || (ones(word).is_some() && part % 100 == 10) {
                break;
            }
            part += number;
        } else if word == "hundred" && (1..10).contains(&part) {
            part *= 100;
        } else if word == "thousand" && (1..1000).contains(&part) {
            total += part * 1000;
            part = 0;
        } else {
            let joins = length > 0 && (token.is_dash() || (word == "and" && (part >= 100 || total > 0)));
            let continues =
                tokens.get(index + 1).is_some_and(|next| ones(next.word()).or(tens(next.word())).is_some());
            if joins && continues {
                index += 1;
                continue;
            }
            break;
        }
        index += 1;
        length = index - at;
    }
    (length > 0).then_some((length, total + part))
}

/// A number in words with its decimals: "eighty six point three".
pub(super) fn decimal_in_words(tokens: &[Token], at: usize) -> Option<(usize, Decimal)> {
    let (length, number) = in_words(tokens, at)?;
    let whole = Decimal::new(i64::from(number), 0);
    if tokens.get(at + length).is_none_or(|token| token.word() != "point") {
        return Some((length, whole));
    }
    let digit =
        |index: usize| tokens.get(index).and_then(|token| small(token.word())).filter(|digit| *digit < 10);
    let digits: Vec<u32> = (at + length + 1..).map_while(digit).take(2).collect();
    let decimals = u8::try_from(digits.len()).ok()?;
    let units = digits.iter().fold(i64::from(number), |units, digit| units * 10 + i64::from(*digit));
    Some((length + usize::from(decimals > 0) + digits.len(), Decimal::new(units, decimals)))
}

fn ones(word: &str) -> Option<u32> {
    const TEENS: [&str; 7] =
        ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
    let teen = || TEENS.iter().position(|known| *known == word).and_then(|at| u32::try_from(at + 13).ok());
    small(word).filter(|number| *number > 0).or_else(teen)
}

fn tens(word: &str) -> Option<u32> {
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    TENS.iter().position(|known| *known == word).and_then(|at| u32::try_from(10 * (at + 2)).ok())
}

/// Whether the number at a token is part of a name, an age, a stretch of time, a grade, a reference, a rank or an amount
/// of money, and no figure by itself.
pub(crate) fn is_part_of_name(tokens: &[Token], at: usize, length: usize) -> bool {
    let word = |index: Option<usize>| index.and_then(|index| tokens.get(index)).map_or("", Token::word);
    let mark = |index: Option<usize>, mark: char| {
        index.and_then(|index| tokens.get(index)).is_some_and(|token| token.is_mark(mark))
    };
    let (before, after) = (at.checked_sub(1), Some(at + length));
    let (before_that, after_that) = (at.checked_sub(2), Some(at + length + 1));
    let is_unit = |word: &str| UNITS.contains(&word);
    // "3 or more", "3+", "16 and over".
    let or_more = matches!((word(after), word(after_that)), ("or" | "and", "more" | "over" | "above" | "older" | "under" | "below" | "fewer"))
        || mark(after, '+')
        || word(after) == "plus"
        // "3 placements or more".
        || (matches!(word(after), "placements" | "moves" | "changes" | "homes" | "workers") && word(after_that) == "or");
    let is_school_year =
        word(after) == "year" && tokens.get(at + length + 1).is_some_and(|next| next.number().is_some());
    let is_number = |index: usize| tokens.get(index).is_some_and(|token| token.number().is_some());
    // "At 8 or 12 weeks".
    let in_list_of_times =
        word(after) == "or" && is_number(at + length + 1) && is_unit(word(Some(at + length + 2)));
    let of_time = in_list_of_times
        || is_unit(word(after)) && !is_school_year
        || (matches!(word(after), "or" | "working" | "calendar" | "whole" | "full" | "consecutive")
            && (is_unit(word(after_that)) || word(after_that) == "more"))
        || tokens.get(at + length).is_some_and(Token::is_dash)
            && (is_unit(word(after_that)) || is_unit(word(Some(at + length + 2))));
    let number = tokens[at].number();
    let is_below = |most: i64| number.is_none_or(|number| number.units() <= most);
    let has_label = match word(before) {
        "year" | "years" => is_below(13),
        "over" | "under" => is_below(25),
        label => LABELS.contains(&label),
    } || (word(before) == "of" && matches!(word(before_that), "age" | "ages" | "top"));
    let is_money = mark(before, '\u{A3}')
        || mark(before, '$')
        || matches!(word(after), "million" | "m" | "k" | "bn" | "billion" | "pounds" | "p");
    let is_reference = mark(before, '/') && word(before_that).is_empty() && tokens[at].number().is_none()
        || (mark(before, '.') || mark(before, ':'))
            && before_that.and_then(|index| tokens.get(index)).is_some_and(|token| {
                let adjoins = token.range.end + 1 == tokens[at].range.start;
                adjoins && (token.number().is_some() || token.word().starts_with('0') || mark(before, '.'))
            });
    or_more
        || of_time
        || has_label
        || is_money
        || is_reference
        || is_age_group(tokens, at)
        || is_rank(tokens, at)
}

/// Whether the number at a token is of days, and the sentence tells of an average before it: "took 458 days on average" may
/// be a rule, "on average it took 458 days" is none.
pub(crate) fn is_average_of_days(tokens: &[Token], at: usize) -> bool {
    let is_of_days = matches!(tokens.get(at + 1).map_or("", Token::word), "day" | "days");
    let is_bound = |token: &Token| matches!(token.word(), "within" | "than" | "least" | "every");
    let last = at.checked_sub(1).map(|before| &tokens[before]);
    let word = |index: usize| tokens.get(index).map_or("", Token::word);
    // "It took 421 days on average".
    let is_told = last.is_some_and(|last| matches!(last.word(), "took" | "waited" | "was"))
        && (word(at + 2), word(at + 3)) == ("on", "average");
    is_of_days
        && tokens[at].number().is_some()
        && !last.is_some_and(|last| is_bound(last) || last.word() == "in")
        && (is_told
            || tokens[..at]
                .iter()
                .any(|token| matches!(token.word(), "average" | "averaged" | "averages" | "mean")))
}

/// Units of time and place, and words that make a number an age.
const UNITS: &[&str] = &[
    "year", "years", "yr", "yrs", "yo", "month", "months", "mth", "mths", "week", "weeks", "wk", "wks",
    "day", "days", "hour", "hours", "hrs", "hr", "minute", "minutes", "night", "nights", "times", "miles",
    "mile", "km", "term", "terms", "quarters", "olds", "weekly", "monthly", "yearly", "pm", "am", "o'clock",
    "half",
];

/// Words before a number that name something by it.
const LABELS: &[&str] = &[
    "aged",
    "age",
    "ages",
    "stage",
    "grade",
    "grades",
    "level",
    "levels",
    "attainment",
    "progress",
    "section",
    "page",
    "pages",
    "paragraph",
    "para",
    "appendix",
    "annex",
    "table",
    "graph",
    "figure",
    "fig",
    "chart",
    "item",
    "version",
    "step",
    "question",
    "indicator",
    "priority",
    "ks",
    "ni",
    "pi",
    "tier",
    "band",
    "group",
    "within",
    "per",
    "every",
    "covid",
    "room",
    "minute",
    "recommendation",
    "turned",
    "turning",
    "graphs",
    "slide",
    "slides",
    "action",
    "objective",
    "outcome",
    "pledge",
    "chapter",
];

/// "16 to 17", "(19-21)", "17 and 18 year olds".
fn is_age_group(tokens: &[Token], at: usize) -> bool {
    let age = |index: Option<usize>| {
        let number = index.and_then(|index| tokens.get(index)?.number());
        number
            .filter(|number| number.decimals() == 0 && (0..=25).contains(&number.units()))
            .map(Decimal::units)
    };
    let joins = |index: usize| {
        tokens.get(index).is_some_and(|token| {
            token.is_dash()
                || token.is_mark('/')
                || token.is_mark('&')
                || matches!(token.word(), "to" | "and" | "or")
        })
    };
    let word = |index: usize| tokens.get(index).map_or("", Token::word);
    let goes = |first: usize| {
        let (Some(low), Some(high)) = (age(Some(first)), age(Some(first + 2))) else { return false };
        let by_dash = tokens.get(first + 1).is_some_and(Token::is_dash);
        let in_brackets = first > 0
            && tokens[first - 1].is_mark('(')
            && tokens.get(first + 3).is_some_and(|token| token.is_mark(')'));
        let is_said = matches!(word(first + 3), "year" | "years" | "yr" | "olds" | "yo")
            || tokens.get(first + 3).is_some_and(Token::is_dash) && word(first + 4) == "year"
            || first > 0 && matches!(word(first - 1), "aged" | "age" | "ages");
        low < high && joins(first + 1) && (by_dash || in_brackets || is_said)
    };
    goes(at) || at.checked_sub(2).is_some_and(goes)
}

/// "4th of 151", "21st (out of 152)": the number of those that are ranked.
fn is_rank(tokens: &[Token], at: usize) -> bool {
    let is_ordinal = |token: &Token| {
        let word = token.word();
        ["st", "nd", "rd", "th"].iter().any(|end| word.ends_with(end))
            && word.starts_with(|c: char| c.is_ascii_digit())
            || matches!(word, "ranked" | "rank" | "ranks")
    };
    let follows_of = at > 0 && tokens[at - 1].word() == "of";
    follows_of && tokens[at.saturating_sub(6)..at].iter().any(is_ordinal)
        || at > 0 && matches!(tokens[at - 1].word(), "ranked" | "rank")
}

/// Whether a token is a percent sign or says one, and how many tokens that takes: `%`, `per cent`, `percent`.
pub(crate) fn percent_sign(tokens: &[Token], at: usize) -> Option<usize> {
    match &tokens.get(at)?.kind {
        Kind::Mark('%') => Some(1),
        Kind::Word(word) if matches!(word.as_str(), "percent" | "pct") => Some(1),
        Kind::Word(word) if word == "per" && tokens.get(at + 1).is_some_and(|next| next.word() == "cent") => {
            Some(2)
        }
        _ => None,
    }
}
