//! Periods within headings: "Quarter 2 Performance 2018/19", "Q1 (Apr-Jun 23)", "2018/19 Target for the Year".

use std::borrow::Cow;
use std::ops::Range;

use crate::period::{Period, month_number};

use super::vocabulary;

/// A time that a heading names, whole or in part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    /// A period in full.
    Whole(Period),
    /// A number such as 2023 alone: the year ending then, or a calendar year above months.
    Number(u16),
    /// A quarter with one number for its year: of the financial year that begins or ends in it.
    QuarterOf(u8, u16),
    /// A quarter of a year that is named elsewhere.
    Quarter(u8),
    /// A month of a year that is named elsewhere.
    Month(u8),
}

/// A time and the bytes of the heading that name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mention {
    pub when: When,
    pub range: Range<usize>,
}

/// The most words that name a period: "Q1 (1 April to 30 June 2023)".
const LONGEST: usize = 9;

/// Every time that a text names, in order.
pub(crate) fn mentions(text: &str) -> Vec<Mention> {
    let words = ranges(text);
    let edges: Vec<bool> = words.iter().map(|word| is_edge(&text[word.clone()])).collect();
    let mut found = Vec::new();
    let mut from = 0;
    while from < words.len() {
        let most = if edges[from] { LONGEST.min(words.len() - from) } else { 0 };
        let named = (1..=most).rev().filter(|length| edges[from + length - 1]).find_map(|length| {
            let range = words[from].start..words[from + length - 1].end;
            let is_list = text[range.clone()].contains([',', ';', '&']);
            let when = (!is_list).then(|| when(&text[range.clone()])).flatten()?;
            Some((Mention { when, range }, length))
        });
        match named {
            Some((mention, length)) => {
                found.push(mention);
                from += length;
            }
            None => from += 1,
        }
    }
    found
}

/// The text without the times that it names.
pub(crate) fn without(text: &str, mentions: &[Mention]) -> String {
    let mut rest = String::with_capacity(text.len());
    let mut from = 0;
    for mention in mentions {
        rest.push_str(&text[from..mention.range.start]);
        rest.push(' ');
        from = mention.range.end;
    }
    rest.push_str(&text[from..]);
    rest
}

/// The heading of a column of years without the day on which they end: "Year ending 31 March" is "Year ending".
pub(crate) fn without_end_of_year(heading: &str) -> Cow<'_, str> {
    let words: Vec<&str> = heading.split_whitespace().collect();
    let is_day = |word: &str| {
        let digits = word.trim_end_matches(char::is_alphabetic);
        digits.parse().is_ok_and(|day: u8| (1..=31).contains(&day))
    };
    match words.as_slice() {
        [said @ .., day, month]
            if matches!(
                said.last().map(|word| word.to_lowercase()).as_deref(),
                Some("ending" | "ended" | "end" | "to")
            ) && said.iter().any(|word| word.to_lowercase().starts_with("year"))
                && is_day(day)
                && month_number(&month.to_lowercase()).is_some() =>
        {
            Cow::Owned(said.join(" "))
        }
        _ => Cow::Borrowed(heading),
    }
}

/// The one time that several mentions come to: the shortest of periods that lie within each other, a quarter or month
/// with its year. `None` if they are several times.
pub(crate) fn one(mentions: &[Mention]) -> Option<When> {
    let mut whens = mentions.iter().map(|mention| mention.when);
    let mut one = whens.next()?;
    for next in whens {
        one = together(one, next).or_else(|| together(next, one))?;
    }
    Some(one)
}

fn together(year: When, part: When) -> Option<When> {
    match (year, part) {
        _ if year == part => Some(part),
        (When::Whole(outer), When::Whole(inner)) => contains(outer, inner).then_some(part),
        (When::Number(number), When::Whole(inner)) => {
            (inner.year() == number || inner.id().starts_with(&number.to_string())).then_some(part)
        }
        (When::Number(number), When::Quarter(quarter)) => Some(When::QuarterOf(quarter, number)),
        (_, When::Quarter(_) | When::QuarterOf(..) | When::Month(_)) => complete(part, year).map(When::Whole),
        _ => None,
    }
}

fn contains(outer: Period, inner: Period) -> bool {
    outer != inner && (outer.months().contains(&inner) || outer.quarters().contains(&inner))
}

/// The period that a time is, with a year that is named elsewhere. A number is the calendar year of a month.
pub(crate) fn complete(part: When, year: When) -> Option<Period> {
    match (part, year) {
        (When::Whole(period), _) => Some(period),
        (When::Number(number), _) => Some(Period::Year(number)),
        (When::Quarter(quarter), When::Whole(Period::Year(year))) => Some(Period::Quarter(year, quarter)),
        (When::QuarterOf(quarter, number), When::Whole(Period::Year(year))) => {
            (number == year || number + 1 == year).then_some(Period::Quarter(year, quarter))
        }
        (When::Month(month), When::Whole(Period::Year(year))) => {
            Some(Period::Month(if month >= 4 { year - 1 } else { year }, month))
        }
        (When::Month(month), When::Number(year)) => Some(Period::Month(year, month)),
        _ => None,
    }
}

/// The time that the name of a row names: a period, or part of a year; a number only where it is set off, as in
/// "Children in care 2019" and "Dental checks (2022)". `None` if there is none, or several.
pub(crate) fn of_name(name: &str) -> Option<When> {
    const LAWS: [&str; 8] =
        ["act", "regulations", "regulation", "guidance", "census", "framework", "strategy", "for"];
    let mentions = mentions(name);
    let when = one(&mentions)?;
    let (first, last) = (mentions.first()?, mentions.last()?);
    let (before, after) = (name[..first.range.start].trim_end(), &name[last.range.end..]);
    let is_at_end = after.chars().all(|c| !c.is_alphanumeric());
    let word = before.rsplit(' ').next().unwrap_or("").to_lowercase();
    let is_set_off = (is_at_end && !LAWS.contains(&word.as_str())) || before.is_empty();
    match when {
        When::Number(_) => is_set_off.then_some(when),
        // "Children in care on 31 March" is of any year.
        When::Month(_) => (is_at_end && before.ends_with(['-', '(', ':', '\u{2013}'])).then_some(when),
        _ => Some(when),
    }
}

/// A time as the text of a period, with the year that is named elsewhere. Without one a part of a year stays what it is,
/// which is no period.
pub(crate) fn text(when: When, year: Option<When>) -> String {
    let whole = |when| complete(when, year.unwrap_or(when));
    match (whole(when), when) {
        (Some(period), _) => period.to_string(),
        (None, When::Quarter(quarter)) => format!("Q{quarter}"),
        (None, When::QuarterOf(quarter, number)) => format!("Q{quarter} {number}"),
        (None, When::Month(month)) => Period::Month(2000, month).to_string().replace(" 2000", ""),
        (None, When::Whole(_) | When::Number(_)) => String::new(),
    }
}

/// Whether the text of a period is a quarter or a month without its year, as "Q1" and "September".
pub(crate) fn lacks_year(text: &str) -> bool {
    matches!(when(text), Some(When::Quarter(_) | When::Month(_)))
}

/// The period that a quarter or a month is in the financial year of another: "Q1" beside March 2023 is the first quarter of
/// 2022/23. `None` if the text is a period by itself, or none.
pub(crate) fn in_year_of(text: &str, other: Period) -> Option<Period> {
    let part = one(&mentions(text))?;
    let is_part = matches!(part, When::Quarter(_) | When::QuarterOf(..) | When::Month(_));
    if is_part { complete(part, When::Whole(Period::Year(other.year()))) } else { None }
}

/// The period that words say is before a quarter or a month: "last quarter", "same month last year". `None` for other words, or
/// of other periods.
pub(crate) fn before(words: &str, now: Period) -> Option<Period> {
    let is_last = |unit: &str| {
        let first = words.strip_suffix(unit).map(str::trim_end);
        matches!(first, Some("last" | "previous" | "prior" | "preceding" | "prev"))
    };
    let is_year_ago = |unit: &str| {
        let of = |named: &str| {
            let rest = words.strip_prefix("same").and_then(|rest| rest.trim_start().strip_prefix(named));
            matches!(rest.map(str::trim), Some("last year" | "previous year" | "prior year"))
        };
        of(unit) || of("period") || of("time")
    };
    match now {
        Period::Quarter(year, quarter) if is_last("quarter") || is_last("qtr") => Some(match quarter {
            1 => Period::Quarter(year - 1, 4),
            _ => Period::Quarter(year, quarter - 1),
        }),
        Period::Quarter(year, quarter) if is_year_ago("quarter") => Some(Period::Quarter(year - 1, quarter)),
        Period::Month(year, month) if is_last("month") => Some(match month {
            1 => Period::Month(year - 1, 12),
            _ => Period::Month(year, month - 1),
        }),
        Period::Month(year, month) if is_year_ago("month") => Some(Period::Month(year - 1, month)),
        _ => None,
    }
}

/// The one financial year that all these times lie in.
pub(crate) fn year(whens: impl Iterator<Item = When>) -> Option<When> {
    let mut found: Option<When> = None;
    for when in whens {
        let next = match when {
            When::Whole(period) => When::Whole(Period::Year(period.year())),
            When::Number(_) => when,
            When::Quarter(_) | When::QuarterOf(..) | When::Month(_) => continue,
        };
        match found {
            None => found = Some(next),
            Some(known) if known == next => {}
            Some(_) => return None,
        }
    }
    found
}

/// Words with what joins them: runs without white space, brackets and quotes cut off.
fn ranges(text: &str) -> Vec<Range<usize>> {
    let is_end = |c: char| {
        c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '"' | ':' | '\u{2018}' | '\u{2019}' | '\'')
    };
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut start = None;
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, is_end(character)) {
            (None, false) => start = Some(at),
            (Some(from), true) => {
                let word = text[from..at].trim_matches(['.', ',', ';', '*', '-', '\u{2013}', '\u{2014}']);
                if !word.is_empty() {
                    let offset = from + text[from..at].find(word).unwrap_or(0);
                    ranges.push(offset..offset + word.len());
                }
                start = None;
            }
            _ => {}
        }
    }
    ranges
}

/// Whether a period can begin or end with this word.
fn is_edge(word: &str) -> bool {
    if word.bytes().any(|byte| byte.is_ascii_digit()) {
        return true;
    }
    let lower = word.to_lowercase();
    month_number(&lower).is_some()
        || matches!(
            lower.as_str(),
            "quarter" | "qtr" | "year" | "academic" | "financial" | "first" | "second" | "third" | "fourth"
        )
        || month_range(&lower).is_some()
}

/// The time that a text names and nothing else.
fn when(text: &str) -> Option<When> {
    let lower = text.to_lowercase().replace(['(', ')', '[', ']', ':', '\'', '\u{2019}'], " ");
    let lower = lower.replace(['\u{2013}', '\u{2014}'], "-").replace(" - ", "-").replace("qtr", "quarter");
    let words: Vec<&str> = lower.split_whitespace().collect();
    if let [single] = words.as_slice()
        && single.len() == 4
        && let Ok(number @ 2000..2100) = single.parse()
    {
        return Some(When::Number(number));
    }
    // "Key Stage 4 2019" is no April.
    if words.len() > 1 && words.iter().all(|word| word.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    if let Some(quarter) = quarter(&words) {
        return Some(When::Quarter(quarter));
    }
    if let Some(quarter) = months_and_year(&words) {
        return Some(quarter);
    }
    if let [single] = words.as_slice()
        && let Some(month) = month_number(single)
    {
        return Some(When::Month(month));
    }
    // Two years with "to" between them are several; a number alone after words is not a period.
    let is_range = words.contains(&"to") && !words.contains(&"year");
    if is_range || words.contains(&"and") || words.contains(&"month") {
        return None;
    }
    Period::parse(&words.join(" ")).ok().map(When::Whole)
}

/// "q1", "quarter 1", "1st quarter".
fn quarter(words: &[&str]) -> Option<u8> {
    let number = |text: &str| {
        let digits = text.trim_end_matches(char::is_alphabetic);
        let number = match text {
            "first" | "one" => 1,
            "second" | "two" => 2,
            "third" | "three" => 3,
            "fourth" | "four" => 4,
            _ => digits.parse().ok()?,
        };
        (1..=4).contains(&number).then_some(number)
    };
    match words {
        [single] => single
            .strip_prefix('q')
            .or_else(|| single.strip_prefix("quarter"))
            .filter(|rest| rest.len() == 1)
            .and_then(number),
        ["quarter" | "q", rest] | [rest, "quarter"] => number(rest),
        _ => None,
    }
}

/// "apr-jun": the quarter of the financial year that these months are.
fn month_range(text: &str) -> Option<u8> {
    let (first, last) = text.split_once('-')?;
    quarter_of(first, last)
}

fn quarter_of(first: &str, last: &str) -> Option<u8> {
    match (month_number(first.trim())?, month_number(last.trim())?) {
        (4, 6) => Some(1),
        (7, 9) => Some(2),
        (10, 12) => Some(3),
        (1, 3) => Some(4),
        _ => None,
    }
}

/// "apr-jun 2023", "april to june 2023", "q1 apr-jun 23", "q1 apr-jun 2023/24", also without a year.
fn months_and_year(words: &[&str]) -> Option<When> {
    let (said, rest) = match words {
        [first, rest @ ..] if quarter(&[first]).is_some() && !rest.is_empty() => (quarter(&[first]), rest),
        ["quarter", second, rest @ ..] if quarter(&["quarter", second]).is_some() && !rest.is_empty() => {
            (quarter(&["quarter", second]), rest)
        }
        _ => (None, words),
    };
    let (found, year) = match rest {
        [range, year @ ..] if month_range(range).is_some() => (month_range(range)?, year),
        [first, "to" | "-", last, year @ ..] => (quarter_of(first, last)?, year),
        _ => return None,
    };
    if said.is_some_and(|said| said != found) {
        return None;
    }
    match year {
        [] => Some(When::Quarter(found)),
        [year] => {
            // A year of two or four digits is that of the months; two years are the financial year.
            match Period::parse(year).ok() {
                Some(Period::Year(ends)) if year.contains(['/', '-']) => {
                    Some(When::Whole(Period::Quarter(ends, found)))
                }
                _ => {
                    let Ok(Period::Month(calendar, _)) = Period::parse(&format!("june {year}")) else {
                        return None;
                    };
                    let ends = if found == 4 { calendar } else { calendar + 1 };
                    Some(When::Whole(Period::Quarter(ends, found)))
                }
            }
        }
        _ => None,
    }
}

/// The month of a day as spreadsheets number them.
pub(crate) fn serial_month(text: &str) -> Option<Period> {
    const FIRST: i64 = 36_526; // 1 January 2000
    const LAST: i64 = 73_050; // 31 December 2099
    let serial: i64 = text.trim().parse().ok().filter(|serial| (FIRST..=LAST).contains(serial))?;
    let mut days = serial - FIRST;
    let is_leap = |year: i64| year % 4 == 0;
    let mut year = 2000;
    while days >= 365 + i64::from(is_leap(year)) {
        days -= 365 + i64::from(is_leap(year));
        year += 1;
    }
    let lengths = [31, 28 + i64::from(is_leap(year)), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut month = 1;
    for length in lengths {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    Some(Period::Month(u16::try_from(year).ok()?, month))
}

/// Whether a text names a term of the school year and nothing else: "Autumn", "Spring term 2024".
pub(crate) fn is_term(text: &str) -> bool {
    let words = vocabulary::words(text);
    let is_season = |word: &String| matches!(word.as_str(), "autumn" | "spring" | "summer");
    let is_beside = |word: &String| word == "term" || word.bytes().all(|byte| byte.is_ascii_digit());
    words.iter().any(is_season) && words.iter().all(|word| is_season(word) || is_beside(word))
}
