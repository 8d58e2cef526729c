//! Lines of which each tells of one child: what is written like a name, though no list knows it, with what is said of
//! a person beside it.

use std::collections::{HashMap, HashSet};

use super::contact;
use super::date::{date, is_long_ago, is_month_of_year};
use super::heading::names_things;
use super::individual;
use super::name::{self, Unlisted};
use super::word::VERBS;
use crate::read::row::Row;

/// The longest text that is looked at as a line about one child, in bytes: longer ones are sentences.
const LONGEST: usize = 200;
/// The oldest that a child or a care leaver is.
const OLDEST: u8 = 25;

/// What a line says of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Attribute {
    Sex(char),
    Ethnicity,
    /// Legal status, category of need or placement, by its code.
    Code,
    Birth,
    /// An age that is called one.
    Age,
    /// The only number of the line, if it can be an age.
    PerhapsAge,
    Date,
    /// A date before the figures of today, as dates of birth are and those of meetings are not.
    LongAgo,
    /// A kind of placement or a country.
    Circumstance,
}

impl Attribute {
    /// Whether tables of totals rarely say it beside a name.
    const fn is_strong(self) -> bool {
        !matches!(self, Self::PerhapsAge | Self::Date | Self::LongAgo | Self::Circumstance)
    }
}

/// The words of a text in lower case, also of what is written as `age=14` or in brackets.
fn tokens(lower: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    for token in lower.split(|c: char| c.is_whitespace() || ",;|=:()".contains(c)) {
        // "JB/14/M/C2", and no date.
        let is_listed = token.bytes().filter(|byte| *byte == b'/').count() > 1 && date(token).is_none();
        let parts = token.split(move |c| c == '/' && is_listed);
        let parts = parts.map(|part| part.trim_matches(['.', '-', '\u{2013}', '\u{2022}', '"']));
        tokens.extend(parts.filter(|part| !part.is_empty()));
    }
    tokens
}

/// `14`, `14yrs`, `14yo`: an age, and whether it is called one.
fn age(token: &str) -> Option<bool> {
    let digits = token.bytes().take_while(u8::is_ascii_digit).count();
    let is_young = token[..digits].parse::<u8>().is_ok_and(|age| age <= OLDEST);
    match &token[digits..] {
        "" => is_young.then_some(false),
        "y" | "yo" | "yr" | "yrs" | "years" | "y/o" | "-year-old" | "-yr-old" | "yr-old" => {
            is_young.then_some(true)
        }
        _ => None,
    }
}

/// What the words of a line say of a person, each once.
fn attributes(tokens: &[&str]) -> Vec<Attribute> {
    let mut found: Vec<Attribute> = Vec::new();
    let is_number = |token: &str| !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_digit());
    let numbers = tokens.iter().filter(|token| is_number(token)).count();
    for (index, token) in tokens.iter().enumerate() {
        let next = tokens.get(index + 1).copied().unwrap_or_default();
        let before = index.checked_sub(1).and_then(|at| tokens.get(at)).copied().unwrap_or_default();
        let is_white_or_black = || matches!(*token, "white" | "black") && !next.contains(char::is_numeric);
        let is_ethnicity = || individual::is_ethnicity(token) || is_white_or_black();
        let after = tokens.iter().skip(index + 1).take(2);
        let is_birth = matches!(*token, "born" | "dob" | "birth");
        let attribute = if let Some(sex) = individual::sex(token) {
            Some(Attribute::Sex(sex))
        } else if is_birth && after.clone().any(|token| token.contains(|c: char| c.is_ascii_digit())) {
            Some(Attribute::Birth)
        } else if is_ethnicity() {
            Some(Attribute::Ethnicity)
        } else if individual::is_code(token) || (*token == "section" && matches!(next, "20" | "31" | "38")) {
            Some(Attribute::Code)
        } else if date(token).is_some_and(is_long_ago) {
            Some(Attribute::LongAgo)
        } else if date(token).is_some() || (token.contains(['/', '-']) && is_month_of_year(token)) {
            Some(Attribute::Date)
        } else {
            match (age(token), individual::is_weak(token)) {
                (Some(is_called), _) if is_called || matches!(before, "age" | "aged") => Some(Attribute::Age),
                (Some(_), _) if next.starts_with("year") || matches!(next, "yr" | "yrs" | "yo" | "y/o") => {
                    Some(Attribute::Age)
                }
                (Some(_), _) if numbers == 1 => Some(Attribute::PerhapsAge),
                (_, true) if !matches!(*token, "y" | "n" | "yes" | "no") => Some(Attribute::Circumstance),
                _ => None,
            }
        };
        found.extend(attribute.filter(|each| !found.contains(each)));
    }
    found
}

/// Whether a name is one of a person, by what is said beside it.
fn is_persons(name: &Unlisted, tokens: &[&str], attributes: &[Attribute]) -> bool {
    let strong = attributes.iter().filter(|each| each.is_strong()).count();
    match name {
        Unlisted::WithCapitals(_) => attributes.len() > 1 || strong > 0,
        Unlisted::Pair(_) => (strong > 0 && attributes.len() > 1) || attributes.len() > 2,
        Unlisted::Single(_) => strong > 1 && attributes.len() > 2,
        Unlisted::Initials(_) => !attributes.is_empty(),
        Unlisted::PerhapsInitials(letters) => {
            !individual::is_code(letters)
                && (attributes.len() > 1
                    || attributes.contains(&Attribute::LongAgo)
                    || does_something(tokens, attributes))
        }
    }
}

/// "RT (14) refused": an age, and what one child does.
fn does_something(tokens: &[&str], attributes: &[Attribute]) -> bool {
    let is_aged = attributes.iter().any(|each| matches!(each, Attribute::Age | Attribute::PerhapsAge));
    is_aged && tokens.get(2).is_some_and(|word| VERBS.has(word))
}

/// Whether what is said are a sex in a word and a number behind it: "Cherry Hinton Male 14" counts the boys of a ward.
fn counts_a_sex(tokens: &[&str]) -> bool {
    let [.., sex, number] = tokens else { return false };
    sex.len() > 1 && individual::sex(sex).is_some() && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a text describes one child without a name: its age, said as one, with its sex, ethnicity or legal status, and
/// no number that could count others.
fn describes(text: &str, tokens: &[&str], attributes: &[Attribute]) -> bool {
    const FEWEST_WORDS: usize = 5;
    let numbers = tokens.iter().filter(|token| token.starts_with(|c: char| c.is_ascii_digit())).count();
    let parts = text.split([',', ';', '|']).count();
    let is_of_one =
        |each: &Attribute| matches!(each, Attribute::Sex(_) | Attribute::Ethnicity | Attribute::Code);
    numbers == 1
        && attributes.iter().any(is_of_one)
        && if attributes.contains(&Attribute::Age) {
            parts > 2 || tokens.len() >= FEWEST_WORDS
        } else {
            is_age_within(tokens, attributes)
        }
}

/// Whether what can be an age has a sex and something else of one child behind it, in as many words: "js, 14, M, foster". A
/// number at the end counts.
fn is_age_within(tokens: &[&str], attributes: &[Attribute]) -> bool {
    const MOST_WORDS: usize = 6;
    let has_sex = attributes.iter().any(|each| matches!(each, Attribute::Sex(_)));
    let is_last = tokens.last().is_some_and(|last| age(last).is_some());
    let is_of_placements = tokens.first().is_some_and(|first| individual::is_weak(first));
    has_sex
        && !is_of_placements
        && attributes.contains(&Attribute::PerhapsAge)
        && attributes.len() > 2
        && tokens.len() <= MOST_WORDS
        && !is_last
}

/// What a child that a text tells of is called there, and its sex where that is said.
pub(super) type Child = (String, Option<char>);

/// A row that tells of one child.
pub(super) struct OfChild {
    /// Which.
    pub row: usize,
    /// The one cell of it that does, if it is one among others.
    pub column: Option<usize>,
    name: String,
    sex: Option<char>,
}

/// The rows that each tell of one child. `child_of` gives the child that a text tells of, `heading_of` what heads a
/// column (from 0) above a row of these.
pub(super) fn about_one_child<'a>(
    rows: &'a [Row],
    child_of: impl Fn(&str) -> Option<Child>,
    heading_of: impl Fn(usize, usize) -> &'a str,
) -> Vec<OfChild> {
    let mut hits: Vec<OfChild> = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let numbering = usize::from(is_numbered(row));
        let whole = row.filled().skip(numbering).map(|(_, cell)| cell).collect::<Vec<_>>().join(" | ");
        let in_cell = || {
            let mut cells = row.filled().enumerate().filter(|(_, (_, cell))| cell.contains(' '));
            // The first cell names what the others count.
            cells.find_map(|(position, (column, cell))| {
                let found = if position == 0 { named_child(cell) } else { child_of(cell) };
                Some((Some(column), found?))
            })
        };
        let found = match child_of(&whole) {
            // Under headings that count something a row is of a group; a remark in one of its cells may be of a child.
            Some(_) if is_of_group(row, |column| heading_of(index, column)) => in_cell(),
            None if row.filled().count() > 1 => in_cell(),
            found => found.map(|found| (None, found)),
        };
        hits.extend(found.map(|(column, (name, sex))| OfChild { row: index, column, name, sex }));
    }
    // What is told of both sexes is a place or a group.
    let mut sexes: HashMap<String, HashSet<char>> = HashMap::new();
    for hit in &hits {
        sexes.entry(hit.name.clone()).or_default().extend(hit.sex);
    }
    hits.retain(|hit| sexes[&hit.name].len() < 2);
    hits
}

/// Whether the first cell of a row numbers it, and none after it can count anything.
fn is_numbered(row: &Row) -> bool {
    let is_number = |cell: &str| cell.bytes().all(|byte| byte.is_ascii_digit());
    let mut cells = row.filled().map(|(_, cell)| cell);
    cells.next().is_some_and(|first| first.len() < 4 && is_number(first.trim_end_matches(['.', ')'])))
        && !cells.any(is_number)
}

/// Whether a row is of a place or a group, by its headings and cells.
fn is_of_group<'a>(row: &Row, heading_of: impl Fn(usize) -> &'a str) -> bool {
    let is_first_of_things = row.filled().next().is_some_and(|(first, _)| names_things(heading_of(first)));
    is_first_of_things
        || row
            .filled()
            .any(|(column, cell)| individual::counts(heading_of(column)) || individual::is_of_group(cell))
}

/// A text in lower case, or `None` if it is a page rather than a line.
fn lower(text: &str) -> Option<String> {
    (text.len() <= LONGEST).then(|| text.to_lowercase())
}

/// What a text, also given in lower case, says, if it can be about a child.
fn told<'a>(text: &str, lower: &'a str) -> Option<(Vec<&'a str>, Vec<Attribute>)> {
    let tokens = tokens(lower);
    let attributes = attributes(&tokens);
    let is_of_child = !attributes.is_empty() && !contact::is_of_office(text) && !counts_a_sex(&tokens);
    is_of_child.then_some((tokens, attributes))
}

fn sex_in(attributes: &[Attribute]) -> Option<char> {
    attributes.iter().find_map(|each| match each {
        Attribute::Sex(sex) => Some(*sex),
        _ => None,
    })
}

/// The one child a text tells of by name.
fn named_child(text: &str) -> Option<Child> {
    let lower = lower(text)?;
    let (tokens, attributes) = told(text, &lower)?;
    Some((name_among(text, &tokens, &attributes)?, sex_in(&attributes)))
}

fn name_among(text: &str, tokens: &[&str], attributes: &[Attribute]) -> Option<String> {
    let name = name::unlisted(text).into_iter().find(|name| is_persons(name, tokens, attributes))?;
    let (Unlisted::WithCapitals(name)
    | Unlisted::Pair(name)
    | Unlisted::Single(name)
    | Unlisted::Initials(name)
    | Unlisted::PerhapsInitials(name)) = name;
    Some(name)
}

/// The same, or the text itself for a child that is described and not named.
pub(super) fn child_of(text: &str) -> Option<Child> {
    let lower = lower(text)?;
    let (tokens, attributes) = told(text, &lower)?;
    let described = || describes(text, &tokens, &attributes).then(|| lower.clone());
    let name = name_among(text, &tokens, &attributes).or_else(described)?;
    Some((name, sex_in(&attributes)))
}
