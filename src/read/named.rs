//! A name and its value in one text.

use crate::area;
use crate::indicator::{Match, match_name};

use crate::period::Period;

use super::{cell, limits};

/// Whether a text ends in a month or a season, so that a number after it is its year.
fn ends_in_month(text: &str) -> bool {
    const SEASONS: [&str; 6] = ["spring", "summer", "autumn", "winter", "term", "since"];
    let last = text.rsplit(' ').next().unwrap_or("");
    SEASONS.contains(&last.to_lowercase().as_str())
        || Period::parse(&format!("{last} 2020")).is_ok() && last.starts_with(char::is_alphabetic)
}

/// Whether a text ends in a year and what joins it to the next: "2022, 2023 and".
fn ends_in_year(text: &str) -> bool {
    let mut words = text
        .split([' ', ',', '&'])
        .rev()
        .filter(|word| !matches!(*word, "" | "and" | "to" | "-" | "\u{2013}"));
    words.next().is_some_and(is_year)
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.starts_with("20") && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A name followed by a percentage or, after a colon, any number: `In touch: 94%`, `Children in care: 646`.
pub(crate) fn named_value(text: &str) -> Option<(&str, &str)> {
    if text.len() > limits::MAX_NAME {
        return None;
    }
    // "2021/22 - 566".
    if let Some((name, value)) =
        [" - ", " \u{2013} ", " \u{2014} ", " = "].iter().find_map(|mark| text.split_once(*mark))
        && name.starts_with(|first: char| first.is_ascii_digit() || first.is_uppercase())
        && Period::parse(name).is_ok()
        && matches!(cell::parse(value), cell::Cell::Percent(_) | cell::Cell::Number(_))
    {
        return Some((name.trim(), value.trim()));
    }
    if let Some((name, value)) = text.rsplit_once(':') {
        // "Refreshed at 06:15".
        let is_time = name.ends_with(|c: char| c.is_ascii_digit())
            && value.len() == 2
            && value.bytes().all(|byte| byte.is_ascii_digit());
        let value = value.trim();
        let is_value = matches!(
            cell::parse(value),
            cell::Cell::Percent(_) | cell::Cell::Number(_) | cell::Cell::CountWithPercent(..)
        );
        // "17-18 year olds: Cambridgeshire - 74%".
        let of_area = || {
            let (area, number) = named_value(value)?;
            area::by_name(area.trim_end_matches([' ', '-', '\u{2013}', '\u{2014}']))?;
            let end = text.trim_end().len() - number.len();
            Some((text[..end].trim_end_matches([' ', '-', '\u{2013}', '\u{2014}']), number))
        };
        return if is_value { Some((name.trim(), value)) } else { of_area() }
            .filter(|_| !name.trim().is_empty() && !is_time);
    }
    if let Some((name, value)) = text.trim().rsplit_once(' ')
        && value.bytes().all(|byte| byte.is_ascii_digit() || byte == b',')
        && !ends_in_month(name)
        && !(ends_in_year(name) && is_year(value))
        && (matches!(match_name(name, ""), Match::Exact(_))
            || (Period::parse(value).is_err() && matches!(match_name(name, ""), Match::Ambiguous(_))))
    {
        return Some((name.trim(), value));
    }
    let before_sign = text.trim().strip_suffix('%')?.trim_end();
    let start = before_sign
        .rfind(|c: char| !c.is_ascii_digit() && c != '.')
        .map_or(0, |at| at + before_sign[at..].chars().next().map_or(1, char::len_utf8));
    let name = before_sign[..start].trim();
    let value = text.trim()[start..].trim();
    (name.chars().any(char::is_alphabetic) && start < before_sign.len()).then_some((name, value))
}
