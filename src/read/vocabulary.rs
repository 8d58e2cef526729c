//! The words that column headings and titles are made of, and what each says: `data/headings.csv` and
//! `data/services.csv`.

use std::borrow::Cow;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::sorting::Sorting;

/// What a phrase of a heading says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Says {
    /// The column holds names of what is measured.
    Name,
    /// Services or themes.
    Section,
    /// Areas.
    Area,
    /// Periods.
    Period,
    /// The sort of number in its row.
    Unit,
    /// Whose figures its row holds: actual, target, national.
    Kind,
    /// Numerators, or numbers as such.
    Numerator,
    /// Denominators.
    Denominator,
    /// Both counts.
    Counts,
    /// Percentages.
    Percent,
    /// Rates per 10,000.
    Rate,
    /// Values.
    Value,
    /// Totals.
    Total,
    /// Targets.
    Target,
    /// How far from a target is near.
    Tolerance,
    /// Where a rating begins.
    Band,
    /// Changes between periods.
    Change,
    /// Comments.
    Comment,
    /// Ratings.
    Rag,
    /// Arrows.
    Direction,
    /// Which direction is good.
    GoodIs,
    /// Values of a period that is not named.
    Previous,
    /// Values of the year so far.
    ToDate,
    /// What is not read.
    Ignored,
    /// References and row numbers.
    Reference,
    /// Figures of England.
    England,
    /// Figures of the region.
    Region,
    /// Figures of the statistical neighbours.
    Neighbours,
    /// Figures of others, who is not said.
    Benchmark,
    /// Figures of the council itself.
    Own,
    /// Nothing.
    Filler,
    /// That only some of the children are meant, or a plan.
    Part,
    /// The same, perhaps.
    Doubtful,
    /// A part of the name of a measure, of words that would say something else by themselves.
    Measure,
}

/// Whose business something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Service {
    /// Children in care and care leavers.
    Own,
    /// Another service.
    Other,
}

include!(concat!(env!("OUT_DIR"), "/headings.rs"));
include!(concat!(env!("OUT_DIR"), "/services.rs"));

/// Phrases by their first word, longest first.
type Phrases<T> = FxHashMap<String, Vec<(Vec<String>, T)>>;

fn phrases<T: Copy>(list: &[(&str, T)]) -> Phrases<T> {
    let mut phrases: Phrases<T> = FxHashMap::default();
    for (phrase, says) in list {
        let words = words(phrase);
        if let Some(first) = words.first() {
            phrases.entry(first.clone()).or_default().push((words, *says));
        }
    }
    for list in phrases.values_mut() {
        list.arrange_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    phrases
}

/// The words of a text: lower case, without punctuation; a percent sign is a word.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut even = String::with_capacity(text.len() + 8);
    let mut characters = text.chars().peekable();
    let mut last = ' ';
    while let Some(character) = characters.next() {
        let next_is_digit = characters.peek().is_some_and(char::is_ascii_digit);
        match character {
            '%' => even.push_str(" % "),
            '#' => even.push_str(" # "),
            '\'' | '\u{2019}' => {}
            ',' if last.is_ascii_digit() && next_is_digit => {}
            '.' if last.is_ascii_digit() && next_is_digit => even.push('.'),
            c if c.is_ascii_alphanumeric() => even.push(c.to_ascii_lowercase()),
            c if c.is_alphanumeric() => even.extend(c.to_lowercase()),
            _ => even.push(' '),
        }
        last = character;
    }
    even.split_whitespace().map(str::to_owned).collect()
}

/// Takes words apart into the longest phrases that are known; what a word that is not known says is `None`.
fn pieces<'a, T: Copy>(words: &'a [String], phrases: &Phrases<T>) -> Vec<(Option<T>, &'a [String])> {
    let mut pieces = Vec::new();
    let mut from = 0;
    while from < words.len() {
        let known = phrases.get(&words[from]).and_then(|list| {
            list.iter()
                .find(|(phrase, _)| words[from..].starts_with(phrase))
                .map(|(phrase, says)| (phrase.len(), *says))
        });
        let (length, says) = known.map_or((1, None), |(length, says)| (length, Some(says)));
        pieces.push((says, &words[from..from + length]));
        from += length;
    }
    pieces
}

/// What the words of a heading say, phrase by phrase.
pub(crate) fn said(words: &[String]) -> Vec<(Option<Says>, &[String])> {
    static PHRASES: OnceLock<Phrases<Says>> = OnceLock::new();
    pieces(words, PHRASES.get_or_init(|| phrases(HEADINGS)))
}

/// Whose business a heading names, or `None` if it names neither ours nor another, or both.
pub(crate) fn service(text: &str) -> Option<Service> {
    static PHRASES: OnceLock<Phrases<Service>> = OnceLock::new();
    let words = words(text);
    let mut named =
        pieces(&words, PHRASES.get_or_init(|| phrases(SERVICES))).into_iter().filter_map(|(says, _)| says);
    let first = named.next()?;
    named.all(|other| other == first).then_some(first)
}

/// Parts of a council that have figures of their own.
const TEAMS: [&str; 14] = [
    "ward",
    "wards",
    "team",
    "teams",
    "locality",
    "localities",
    "district",
    "districts",
    "quadrant",
    "quadrants",
    "hub",
    "hubs",
    "patch",
    "cluster",
];

/// Whether a heading is that of a column of teams or other parts of the council: "Team", "Locality name".
pub(crate) fn names_teams(heading: &str) -> bool {
    const BESIDE: [&str; 10] =
        ["name", "area", "social", "work", "care", "childrens", "services", "service", "cla", "lac"];
    let words = words(heading);
    words.iter().any(|word| TEAMS.contains(&word.as_str()))
        && words.iter().all(|word| TEAMS.contains(&word.as_str()) || BESIDE.contains(&word.as_str()))
}

/// Whether a text is the name of a team or another part of the council: "North team", "Locality 2".
pub(crate) fn names_a_team(text: &str) -> bool {
    const MOST_WORDS: usize = 5;
    let words = words(text);
    words.len() <= MOST_WORDS
        && words.iter().any(|word| TEAMS.contains(&word.as_str()))
        && !words.iter().any(|word| matches!(word.as_str(), "all" | "total" | "by"))
}

/// Whether a text is the name of a team by where it works or by its number, and says nothing of what it does: "East team".
pub(crate) fn names_a_team_of_a_place(text: &str) -> bool {
    const PLACES: [&str; 8] = ["north", "south", "east", "west", "central", "mid", "area", "the"];
    let words = words(text);
    let is_place = |word: &String| {
        PLACES.contains(&word.as_str()) || word.len() == 1 || word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_team = |word: &String| TEAMS.contains(&word.as_str());
    words.len() > 1
        && words.iter().filter(|word| is_team(word)).count() == 1
        && words.iter().all(|word| is_team(word) || is_place(word))
        && !words.iter().all(|word| is_team(word) || word == "the")
}

/// Whether the heading of a column says that it is of all parts of the council: "Total", "County total", "All teams overall".
pub(crate) fn names_all_parts(heading: &str) -> bool {
    const BESIDE: [&str; 8] = ["county", "council", "borough", "city", "authority", "whole", "all", "grand"];
    let words = words(heading);
    let is_total =
        |word: &str| matches!(word, "total" | "overall" | "countywide" | "boroughwide" | "citywide");
    words.iter().any(|word| is_total(word))
        && words
            .iter()
            .all(|word| is_total(word) || BESIDE.contains(&word.as_str()) || TEAMS.contains(&word.as_str()))
}

/// A title without that its table goes by teams, which leaves out nobody: "Reviews on time by team, Quarter 1".
pub(crate) fn without_by_teams(title: &str) -> Cow<'_, str> {
    let lower = title.to_ascii_lowercase();
    let by = TEAMS.iter().find_map(|team| {
        let at = lower.find(&format!(" by {team}"))?;
        let end = at + " by ".len() + team.len();
        lower[end..].chars().next().is_none_or(|next| !next.is_alphanumeric()).then_some(at..end)
    });
    by.map_or(Cow::Borrowed(title), |by| Cow::Owned(format!("{}{}", &title[..by.start], &title[by.end..])))
}

/// Whether a text is the reference of a measure and no name: "NI 058", "CP1.2", "7".
pub(crate) fn is_reference(text: &str) -> bool {
    const LONGEST: usize = 8;
    text.len() <= LONGEST
        && text.contains(|c: char| c.is_ascii_digit())
        && text.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
        && text.split_whitespace().count() <= 2
}
