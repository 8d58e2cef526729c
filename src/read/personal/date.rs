//! Dates of birth.

use super::word_list::WordList;
use crate::published;

/// "born 14/03/2011", "DOB: 2 May 2010".
pub(super) fn holds_birth_date(text: &str) -> bool {
    if !text.contains(['b', 'B']) {
        return false;
    }
    let lower = text.to_lowercase().replace(['(', ')', ':', ';', '='], " ");
    ["born", "dob", "d.o.b", "date of birth"].iter().any(|word| {
        lower
            .match_indices(word)
            .filter(|(at, _)| !lower[..*at].ends_with(char::is_alphanumeric))
            .any(|(at, _)| begins_with_date(&lower[at + word.len()..]))
    })
}

/// Whether a date stands at the beginning of a text, or after a word or two.
fn begins_with_date(text: &str) -> bool {
    const LOOKED_AT: usize = 80;
    let text = &text[..text.floor_char_boundary(LOOKED_AT)];
    let words: Vec<&str> = text
        .trim_start_matches(['.', '-'])
        .split([' ', ','])
        .filter(|word| !word.is_empty())
        .take(4)
        .collect();
    let are_date = |words: Option<&[&str]>| words.is_some_and(|words| date(&words.join(" ")).is_some());
    are_date(words.get(..1))
        || are_date(words.get(..3))
        || are_date(words.get(1..4))
        || are_date(words.get(1..2))
}

/// A time of day: "21:40".
pub(super) fn is_clock(text: &str) -> bool {
    let text = text.trim_end_matches(',');
    text.len() < 9 && text.contains(':') && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b':')
}

/// A month with its year in two or four digits: "Mar-11", "03/2011".
pub(super) fn is_month_of_year(cell: &str) -> bool {
    let month = cell.split(['/', '-', ' ', '.']).filter(|part| !part.is_empty()).collect::<Vec<_>>();
    matches!(month.as_slice(), [month, year] if date(&format!("2 {month} {year}")).is_some())
}

/// A date with its day, as year, month and day.
pub(super) fn date(cell: &str) -> Option<(u16, u8, u8)> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    const LONGEST: usize = 40;
    if cell.len() > LONGEST || !cell.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    // A time after the date says nothing more.
    let cell = cell.split(['T']).next().unwrap_or_default();
    let cell = cell.split_once(" 00:").map_or(cell, |(date, _)| date);
    let parts: Vec<&str> = cell.split(['/', '-', '.', ' ', ',']).filter(|part| !part.is_empty()).collect();
    let [first, second, third] = parts.as_slice() else { return None };
    let number = |text: &str| -> Option<u16> {
        let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        (digits.len() <= 4 && !digits.is_empty()).then(|| digits.parse().ok()).flatten()
    };
    let month = |text: &str| -> Option<u16> {
        let name = text.to_lowercase();
        let named = MONTHS.iter().position(|month| name.len() >= 3 && name.starts_with(month));
        named.map(|index| u16::try_from(index + 1).unwrap_or(1)).or_else(|| number(text))
    };
    let (year, month, day) = if first.len() == 4 {
        (number(first)?, month(second)?, number(third)?)
    } else {
        (number(third)?, month(second)?, number(first)?)
    };
    let year = if year < 100 { 2000 + year } else { year };
    let in_range = (1900..=2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    in_range.then(|| Some((year, u8::try_from(month).ok()?, u8::try_from(day).ok()?))).flatten()
}

/// Whether a date is more than two years before the year of the newest official figures.
pub(super) const fn is_long_ago((year, ..): (u16, u8, u8)) -> bool {
    year + 2 < published::latest_year()
}

/// Whether the dates of a column, which no heading explains, are dates of birth: several, over more than two years,
/// not the ends or beginnings of months, not evenly spaced.
pub(super) fn are_birth_dates(cells: &[&str]) -> bool {
    static OTHER_DATES: WordList = WordList::new(
        " since open from moved placed left admitted admission episode began ceased entry decom dec week meeting \
    committee inspection inspected snapshot updated published period month quarter start started end ended due \
    target deadline review visit opened registered date year ",
    );
    let explains = |cell: &&str| {
        let lower = cell.to_lowercase();
        lower.split(|c: char| !c.is_alphabetic()).any(|word| OTHER_DATES.has(word))
    };
    let dates: Vec<(u16, u8, u8)> = cells.iter().filter_map(|cell| date(cell)).collect();
    if dates.len() < 3
        || dates.len() * 2 < cells.len()
        || cells.iter().any(|cell| date(cell).is_none() && explains(cell))
    {
        return false;
    }
    let years = dates.iter().map(|(year, ..)| *year);
    let spread = years.clone().max().unwrap_or(0) - years.min().unwrap_or(0);
    let at_edge = dates.iter().filter(|(_, _, day)| *day == 1 || *day >= 28).count();
    spread >= 2 && at_edge * 2 < dates.len()
}
