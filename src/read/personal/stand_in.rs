//! What children are called instead of by their names: letters, numbers, ids.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use super::name::{are_initials, is_abbreviation};
use super::word::{Word, words};
use super::{individual, value};
use crate::read::row::Row;

/// Whom a letter or a number can stand for.
const WHO: [&str; 11] = [
    "child",
    "yp",
    "young person",
    "client",
    "pupil",
    "sibling",
    "baby",
    "service user",
    "care leaver",
    "case",
    "looked after child",
];

/// Whether a text can begin with one of these words: most cells do not.
fn can_begin_with_who(text: &str) -> bool {
    let begins = |who: &&str| text.get(..who.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(who));
    WHO.iter().any(begins)
}

/// What is behind the words for whom something stands for, in lower case: "a", "12".
fn behind_who<'a, 'b>(words: &'b [Word<'a>]) -> Option<(&'b Word<'a>, &'b [Word<'a>])> {
    WHO.iter().find_map(|who| {
        let count = who.split(' ').count();
        let is_said = words.len() > count && who.split(' ').zip(words).all(|(part, word)| word.plain == part);
        is_said.then(|| (&words[count], &words[count + 1..]))
    })
}

/// "Child A", "YP2", "Young person 3", and nothing else.
pub(super) fn is_whole(cell: &str) -> bool {
    const LONGEST: usize = 24;
    if cell.len() > LONGEST || !can_begin_with_who(cell) {
        return false;
    }
    let words = words(cell);
    if let [word] = words.as_slice() {
        let number = word.plain.strip_prefix("yp").or_else(|| word.plain.strip_prefix("child"));
        return number.is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()));
    }
    behind_who(&words).is_some_and(|(name, rest)| rest.is_empty() && (name.is_initial() || is_small(name)))
}

fn is_small(word: &Word) -> bool {
    word.is_number() && word.text.len() < 3
}

/// Whether a text begins with a child called by a letter, of which it says something: "Child A has moved".
pub(super) fn is_told_of(text: &str) -> bool {
    if !can_begin_with_who(text) {
        return false;
    }
    let words = words(text);
    let is_review = |rest: &[Word]| {
        rest.iter().take(2).any(|word| matches!(&*word.plain, "review" | "report" | "inquiry"))
    };
    behind_who(&words).is_some_and(|(name, rest)| {
        let goes_on =
            rest.first().is_some_and(|next| !next.is_capital() && !next.before.contains(['&', '-', '/']));
        name.is_initial() && name.is_joined && goes_on && !is_review(rest)
    })
}

/// Whether a number is followed by as many initials in brackets: "2 (KS, HR)".
pub(super) fn counts_initials(text: &str) -> bool {
    text.match_indices('(').any(|(at, _)| {
        let number = text[..at].split_whitespace().next_back().and_then(|word| word.parse::<usize>().ok());
        let inside = text[at + 1..].split(')').next().unwrap_or_default();
        let names: Vec<&str> = inside.split([',', ';', '/', '&']).map(str::trim).collect();
        names.len() > 1 && number == Some(names.len()) && names.iter().all(|name| are_initials(name))
    })
}

/// Whether a cell ends with initials between commas, and a number beside it counts them: "Late reviews (JB, SO)" beside 2.
pub(super) fn lists_counted_initials(cell: &str, row: &Row) -> bool {
    let Some(at) = cell.find(['(', ':', '-', '\u{2013}']).filter(|_| cell.contains([',', '/', '&', ';']))
    else {
        return false;
    };
    let list = cell[at..].trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
    let mut names = list.split([',', ';', '/', '&']).map(str::trim);
    let count = names.clone().count();
    let is_count = |cell: &str| cell.parse() == Ok(count);
    count > 1 && names.all(are_initials) && row.filled().any(|(_, beside)| is_count(beside))
}

/// How many pairs of initials a text gives an age: "Two of them (CT, 15 and AO, 14)", "CT (15)".
pub(super) fn aged_initials(text: &str) -> usize {
    const LONGEST: usize = 400;
    const OLDEST: u8 = 25;
    if text.len() > LONGEST || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return 0;
    }
    let words = words(text);
    let is_aged = |pair: &&[Word]| {
        let (initials, age) = (&pair[0], &pair[1]);
        initials.text.len() == 2
            && initials.text.bytes().all(|byte| byte.is_ascii_uppercase())
            && !is_abbreviation(&initials.plain)
            && matches!(age.before.trim(), "," | "(" | "-" | "aged")
            && age.is_number()
            && age.text.parse::<u8>().is_ok_and(|age| (1..=OLDEST).contains(&age))
    };
    words.windows(2).filter(is_aged).count()
}

/// Whether initials are counted one after the other: "KD x4, RP x3".
pub(super) fn counts_each(text: &str) -> bool {
    let is_counted = |part: &str| {
        let mut words = part.split_whitespace().rev();
        let times = words.next().and_then(|last| last.strip_prefix(['x', 'X']));
        let is_number =
            times.is_some_and(|times| !times.is_empty() && times.bytes().all(|b| b.is_ascii_digit()));
        is_number && words.next().is_some_and(are_initials)
    };
    text.split([',', ';', '/', '&']).filter(|part| is_counted(part)).count() > 1
}

/// Whether several cells of a column call children by letters or numbers.
pub(super) fn are_many(cells: &[&str]) -> bool {
    cells.iter().filter(|cell| is_whole(cell)).collect::<HashSet<_>>().len() > 1
}

/// Whether a cell below the heading "Child" stands for one: a letter, "A1", "Child 1".
pub(super) fn is_below_child(cell: &str) -> bool {
    let letters = cell.bytes().take_while(u8::is_ascii_uppercase).count();
    let is_code = letters == 1 && cell.len() < 4 && cell.bytes().skip(1).all(|byte| byte.is_ascii_digit());
    is_code || is_whole(cell)
}

/// Whether rows are of numbers of children, without headings or below one that says no more than "Record": another in each row, of the same form, before small numbers
/// and few words.
pub(super) fn are_numbered_children(rows: &[Row]) -> bool {
    const DIGITS: RangeInclusive<usize> = 4..=8;
    const LARGEST: u16 = 30;
    let is_headed = rows.first().is_some_and(|head| {
        let mut cells = head.filled().map(|(_, cell)| cell);
        cells.next().is_some_and(individual::is_of_records)
            && cells.all(|cell| !cell.contains(char::is_numeric))
    });
    let rows = &rows[usize::from(is_headed)..];
    let ids: Option<Vec<&str>> = rows.iter().map(|row| Some(row.filled().next()?.1)).collect();
    let Some(ids) = ids.filter(|ids| ids.len() > 1 && value::are_ids(ids)) else { return false };
    let letters = |id: &str| id.bytes().filter(u8::is_ascii_alphabetic).count();
    let forms: HashSet<(usize, usize)> = ids.iter().map(|id| (id.len(), letters(id))).collect();
    let numbers: Vec<u32> = ids.iter().filter_map(|id| id.parse().ok()).collect();
    // Days of a spreadsheet, and steps of one size, are a scale.
    let steps = || numbers.windows(2).map(|pair| pair[0].abs_diff(pair[1]));
    let is_scale =
        numbers.len() > 2 && steps().max().zip(steps().min()).is_some_and(|(most, least)| most - least < 4);
    let is_small = |text: &str| text.parse::<u16>().is_ok_and(|number| number <= LARGEST);
    // Numbers of areas, homes and indicators have letters too: what is told of them must be told of children.
    let is_of_child = |cell: &str| {
        let (first, rest) = cell.split_once(' ').unwrap_or((cell, ""));
        let has_no_digit = |text: &str| !text.contains(|c: char| c.is_ascii_digit() || c == '%');
        let is_told_by_trait =
            numbers.is_empty() && !ids.iter().all(|id| value::is_like_home_office_number(id));
        let is_word =
            if is_told_by_trait { individual::trait_of(cell).is_some() } else { has_no_digit(cell) };
        (is_small(first) && has_no_digit(rest)) || is_word
    };
    let is_told =
        |row: &Row| row.filled().count() > 1 && row.filled().skip(1).all(|(_, cell)| is_of_child(cell));
    let is_site = |id: &&str| id.starts_with("SC") || (id.len() == 9 && letters(id) == 1);
    forms.len() == 1
        && forms
            .iter()
            .all(|(length, letters)| DIGITS.contains(&(length - letters)) && (*letters > 0 || *length > 4))
        && !is_scale
        && !ids.iter().any(is_site)
        && rows.iter().all(is_told)
}
