//! Rows of which each is about one child, known by what they say of it: sex, ethnicity, legal status, dates, a number.

use super::date::{date, is_clock, is_long_ago, is_month_of_year};
use super::value;
use super::word_list::WordList;
use crate::indicator::{self, Match};
use crate::period::Period;
use crate::read::cell;
use crate::read::meaning;
use crate::read::row::Row;
use crate::sorting::Sorting;

/// What the cells of a column say of one child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trait {
    /// Sex, ethnicity, or a code of the yearly return (legal status, need, placement).
    Strong,
    /// A month or year of birth.
    Birth,
    /// A date, a kind of placement, a yes or no: also found in tables of other things.
    Weak,
    /// A number or code that is another in each row.
    Number,
}

/// Codes of ethnicity. Source: Department for Education, Children looked after by local authorities, guide to the SSDA903
/// collection.
static ETHNICITIES: WordList = WordList::new(
    " wbri wirt wirr woth wrom mwbc mwba mwas moth aind apkn aban aoth bcrb bafr both chne ooth refu nobt ",
);

/// First words of ethnicities written out.
const ETHNIC_WORDS: [&str; 9] =
    ["white ", "black ", "asian", "mixed", "any other ", "arab", "gypsy", "chinese", "african"];

/// Codes of legal status, need and placement. Source: as above.
static CODES: WordList = WordList::new(
    " c1 c2 d1 e1 v2 v3 v4 j1 j2 j3 l1 l2 l3 n1 n2 n3 n4 n5 n6 n7 n8 n9 u1 u2 u3 u4 u5 u6 k1 k2 h5 p1 p2 p3 r1 r2 r3 r5 \
    s1 z1 t0 a3 a4 a5 a6 s20 s.20 s31 s.31 s38 s.38 ico fco pr0 pr1 pr2 pr3 pr4 pr5 ",
);

/// Kinds of placement and other words that say something of one child, and of a group in other tables.
static WEAK_WORDS: WordList = WordList::new(
    " foster fostering kinship residential secure semi-independent adoption y n yes no lac uasc albania afghanistan \
    eritrea sudan iran iraq syria vietnam ethiopia somalia nigeria pakistan egypt kurdistan ",
);

/// Whether a heading counts something, so that the rows under it are groups.
pub(super) fn counts(heading: &str) -> bool {
    static COUNTS: WordList = WordList::new(
        " number count total percent percentage rate denominator numerator population places budget spend % n ",
    );
    let lower = heading.to_lowercase();
    let words = || lower.split(|c: char| !c.is_alphanumeric() && c != '%').filter(|word| !word.is_empty());
    words().any(|word| COUNTS.has(word)) || meaning::heads_figures(heading)
}

/// The sex a word says, as its first letter; the word is in lower case.
pub(super) fn sex(word: &str) -> Option<char> {
    match word {
        "m" | "male" | "boy" | "man" => Some('m'),
        "f" | "female" | "girl" | "woman" => Some('f'),
        _ => None,
    }
}

/// Whether a text, in lower case, is a code of ethnicity or an ethnicity written out.
pub(super) fn is_ethnicity(text: &str) -> bool {
    let is_written = ETHNIC_WORDS.iter().any(|begin| text.starts_with(begin));
    ETHNICITIES.has(text) || (is_written && !text.contains(char::is_numeric))
}

/// Whether a word, in lower case, is a code of the yearly return, or the section of the law a child is in care by.
pub(super) fn is_code(word: &str) -> bool {
    word.len() < 5 && CODES.has(word)
}

/// Whether a text, in lower case, begins with a word that says something of one child, and of a group in other tables.
pub(super) fn is_weak(text: &str) -> bool {
    text.split([' ', '/']).next().is_some_and(|first| WEAK_WORDS.has(first))
}

/// A date without the time of day behind it: "03/08/2024 21:40".
fn without_clock(cell: &str) -> &str {
    cell.split_once(' ').filter(|(_, clock)| is_clock(clock)).map_or(cell, |(day, _)| day)
}

/// What a cell says of one child by itself.
pub(super) fn trait_of(cell: &str) -> Option<Trait> {
    const LONGEST: usize = 60;
    if cell.len() > LONGEST {
        return None;
    }
    let lower = cell.to_lowercase();
    let word = lower.as_str();
    if sex(word).is_some() || is_ethnicity(word) || is_code(word) {
        Some(Trait::Strong)
    } else if date(without_clock(cell)).is_some() || is_weak(word) {
        Some(Trait::Weak)
    } else {
        None
    }
}

/// What a column is by its heading, where the cells alone do not show it.
fn by_heading(heading: &str, cells: &[&str]) -> Option<Trait> {
    let lower = heading.to_lowercase();
    let is_number_below =
        |most: u32| cells.iter().all(|cell| cell.parse::<u32>().is_ok_and(|age| age <= most));
    let is_birth = ["month of birth", "year of birth", "mob", "yob", "birth month", "birth year", "born"]
        .iter()
        .any(|name| lower.trim() == *name);
    if is_birth && cells.iter().all(|cell| is_month_of_year(cell) || Period::parse(cell).is_ok()) {
        Some(Trait::Birth)
    } else if (matches!(lower.trim(), "age" | "age now" | "current age" | "age in years")
        && is_number_below(25))
        || (matches!(lower.trim(), "sex" | "gender") && is_number_below(2))
    {
        Some(Trait::Strong)
    } else {
        None
    }
}

/// Whether the cells are numbers or codes of persons: another in each row, of the same length, and no years or sums.
fn are_numbers(heading: &str, cells: &[&str]) -> bool {
    static OTHER_NUMBERS: WordList =
        WordList::new(" code centre cost budget account la ons ofsted urn nomis gss year phone area ");
    let lower = heading.to_lowercase();
    let is_other = lower.split(|c: char| !c.is_alphanumeric()).any(|word| OTHER_NUMBERS.has(word));
    let length = cells.first().map_or(0, |cell| cell.len());
    let digits = |cell: &&str| cell.bytes().filter(u8::is_ascii_digit).count();
    let mut distinct: Vec<&str> = cells.to_vec();
    distinct.arrange();
    distinct.dedup();
    !is_other
        && !cells.is_empty()
        && distinct.len() == cells.len()
        && cells.iter().all(|cell| {
            cell.len() == length
                && (4..10).contains(&digits(cell))
                && value::is_identifier(cell)
                && Period::parse(cell).is_err()
        })
}

/// The first row that is about one child, in a table that has a row for each; nothing for tables of totals. `heads` has
/// for each row the one that heads its table.
pub(super) fn first_row<'a>(rows: &'a [Row], heads: &[usize]) -> Option<&'a Row> {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let tells = |row: &Row| row.filled().any(|(_, cell)| trait_of(cell).is_some());
    let telling = rows.iter().position(|row| tells(row) && row.filled().count() > 1).unwrap_or(rows.len());
    let head = heads.get(telling).copied().filter(|head| *head < telling && rows[*head].filled().count() > 1);
    let headings = head.map(|head| &rows[head]);
    let below = &rows[head.map_or(telling, |head| head + 1)..];
    let first = below.first()?;
    // "Cohort" over words counts nothing.
    let has_numbers = |column: usize| {
        let mut cells = below.iter().filter_map(|row| row.cells.get(column));
        cells.any(|cell| cell.contains(|c: char| c.is_ascii_digit()))
    };
    let is_of_sums = |(column, heading): (usize, &str)| counts(heading) && has_numbers(column);
    if width < 2 || headings.is_some_and(|row| row.filled().any(is_of_sums)) {
        return None;
    }
    let is_counted = !is_first_told(below);
    let mut found: Vec<Trait> = Vec::new();
    for column in 0..width {
        let heading = headings.and_then(|row| row.cells.get(column)).map_or("", String::as_str);
        let cells: Vec<&str> = below
            .iter()
            .filter_map(|row| row.cells.get(column).map(String::as_str).filter(|cell| !cell.is_empty()))
            .collect();
        if cells.is_empty() {
            continue;
        }
        let traits: Vec<Trait> = cells.iter().filter_map(|cell| trait_of(cell)).collect();
        let is_most = traits.len() * 10 >= cells.len() * 7;
        // A column of one code down a table of totals names the rows; of one child it is said again and again.
        let by_cells = traits.first().filter(|_| is_most).copied();
        let number = || {
            let is_named = headings.is_some() || cells.len() > 1;
            (is_named && are_numbers(heading, &cells)).then_some(Trait::Number)
        };
        // Of a table that counts, a month is when.
        let are_births = || !is_counted && cells.iter().all(|cell| is_month_of_year(cell));
        let month = || are_births().then_some(Trait::Weak);
        found.extend(by_heading(heading, &cells).or(by_cells).or_else(month).or_else(number));
    }
    let how_many = |wanted: Trait| found.iter().filter(|each| **each == wanted).count();
    let (strong, weak) = (how_many(Trait::Strong), how_many(Trait::Weak));
    // A second column of them is of sums.
    let (numbers, births) = (how_many(Trait::Number).min(1), how_many(Trait::Birth));
    // Numbers beside one weak trait need more rows or a heading.
    let is_recorded = weak > 0 && is_headed_as_record(headings, below);
    let is_each_a_child = is_recorded
        || below.iter().any(is_born_with_ethnicity)
        || (births > 0 && found.len() > 1)
        || (strong > 1 && (found.len() > 2 || !is_counted))
        || (strong > 0 && weak > 1)
        || (numbers > 0 && strong + weak > 0 && numbers + strong + weak > 2)
        || (numbers > 0 && strong > 0);
    (is_each_a_child && !are_of_groups(below)).then_some(first)
}

/// Whether a row has a date that is long ago, and an ethnicity.
fn is_born_with_ethnicity(row: &Row) -> bool {
    let has_ethnicity = || row.filled().any(|(_, cell)| is_ethnicity(&cell.to_lowercase()));
    row.filled().any(|(_, cell)| date(cell).is_some_and(is_long_ago)) && has_ethnicity()
}

/// Whether a heading says that what is below it are the numbers of a record system, and nothing else.
pub(super) fn is_of_records(heading: &str) -> bool {
    static RECORDS: WordList = WordList::new(
        " id ref reference record records case file number no system unique key p pk uid person client child lcs ics mosaic \
        eclipse liquidlogic carefirst frameworki azeus swift identifier ",
    );
    let lower = heading.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    words.peek().is_some() && words.all(|word| RECORDS.has(word))
}

/// Whether a column is headed as the numbers of a record system, and has them.
fn is_headed_as_record(headings: Option<&Row>, rows: &[Row]) -> bool {
    let is_record = |(column, heading): (usize, &str)| {
        let cells = rows.iter().filter_map(|row| row.cells.get(column).map(String::as_str));
        let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
        is_of_records(heading) && value::are_ids(&cells)
    };
    headings.is_some_and(|row| row.filled().any(is_record))
}

/// Whether rows say that they are of groups: by a percentage, a band of ages or a total, or by the name of an indicator,
/// which is looked for in the first of them only.
fn are_of_groups(rows: &[Row]) -> bool {
    const LOOKED_AT: usize = 20;
    let names_indicator = |name: &str| matches!(indicator::match_name(name, ""), Match::Exact(_));
    let has_number = |row: &Row| row.filled().skip(1).any(|(_, cell)| cell::is_data(cell));
    rows.iter().any(|row| row.filled().any(|(_, cell)| is_of_group(cell)))
        || rows
            .iter()
            .take(LOOKED_AT)
            .any(|row| row.filled().next().is_some_and(|(_, name)| names_indicator(name)) && has_number(row))
}

/// Whether no cell of the rows is a number that could count a group: two traits and a count are a table of totals.
fn is_first_told(rows: &[Row]) -> bool {
    rows.iter().all(|row| row.filled().all(|(_, cell)| !cell.bytes().all(|byte| byte.is_ascii_digit())))
}

/// A percentage, a band of ages, a total or two counts: what stands in tables of totals only.
pub(super) fn is_of_group(text: &str) -> bool {
    let lower = text.to_lowercase();
    let is_band = text.split_once(['-', '\u{2013}']).is_some_and(|(from, to)| {
        let is_age = |part: &str| part.trim().parse::<u8>().is_ok_and(|age| age < 30);
        is_age(from) && is_age(to)
    });
    is_band
        || text.ends_with('%')
        || matches!(lower.as_str(), "total" | "all" | "persons" | "england")
        || (lower.starts_with("under ") || lower.ends_with(" to 17") || lower.ends_with(" and over"))
        || matches!(cell::parse(text), cell::Cell::OutOf(..) | cell::Cell::CountWithPercent(..))
}
