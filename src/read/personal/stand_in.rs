//! What children are called instead of by their names: letters, numbers, ids.

use std::collections::HashSet;

use super::name::are_initials;
use super::value;
use super::word::{Word, words};
use crate::period::Period;
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

/// What is behind the words for whom something stands for, in lower case: "a", "12".
fn behind_who(words: &[Word]) -> Option<(&Word, &[Word])> {
    WHO.iter().find_map(|who| {
        let count = who.split(' ').count();
        let is_said = words.len() > count && who.split(' ').zip(words).all(|(part, word)| word.plain == part);
        is_said.then(|| (&words[count], &words[count + 1..]))
    })
}

/// "Child A", "YP2", "Young person 3", and nothing else.
pub(super) fn is_whole(cell: &str) -> bool {
    const LONGEST: usize = 24;
    if cell.len() > LONGEST {
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
    let words = words(text);
    let is_review = |rest: &[Word]| {
        rest.iter().take(2).any(|word| matches!(word.plain.as_str(), "review" | "report" | "inquiry"))
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

/// Whether rows without headings are of numbers of children: another in each row, of the same length, before small
/// numbers and few words.
pub(super) fn are_numbered_children(rows: &[Row]) -> bool {
    const LENGTHS: std::ops::RangeInclusive<usize> = 5..=8;
    const LARGEST: u16 = 30;
    let ids: Option<Vec<u32>> = rows.iter().map(|row| row.filled().next()?.1.parse().ok()).collect();
    let Some(ids) = ids.filter(|ids| ids.len() > 1) else { return false };
    let lengths: HashSet<usize> = ids.iter().map(|id| id.to_string().len()).collect();
    let distinct: HashSet<u32> = ids.iter().copied().collect();
    // Days of a spreadsheet, and steps of one size, are a scale.
    let steps: HashSet<u32> = ids.windows(2).map(|pair| pair[0].abs_diff(pair[1])).collect();
    let is_scale = ids.len() > 2
        && steps.iter().max().zip(steps.iter().min()).is_some_and(|(most, least)| most - least < 4);
    let is_small = |cell: &str| cell.parse::<u16>().is_ok_and(|number| number <= LARGEST);
    let is_of_child = |cell: &str| is_small(cell) || !cell.contains(|c: char| c.is_ascii_digit() || c == '%');
    lengths.len() == 1
        && lengths.iter().all(|length| LENGTHS.contains(length))
        && distinct.len() == ids.len()
        && !is_scale
        && rows
            .iter()
            .all(|row| row.filled().count() > 1 && row.filled().skip(1).all(|(_, cell)| is_of_child(cell)))
}

/// Whether the cells below a heading such as "Ref" are numbers or codes of persons or cases, and no years.
pub(super) fn are_ids(cells: &[&str]) -> bool {
    const FEWEST_DIGITS: usize = 4;
    let is_id = |cell: &&&str| {
        let digits = cell.bytes().filter(u8::is_ascii_digit).count();
        value::is_identifier(cell) && digits >= FEWEST_DIGITS && Period::parse(cell).is_err()
    };
    let distinct: HashSet<&&str> = cells.iter().filter(is_id).collect();
    !cells.is_empty() && distinct.len() == cells.len()
}
