//! What a measure of the council's own appears to be, by its name, its headings and its cells.

use crate::indicator::{self, Kind, OwnMeasure, Theme, says_percent};
use crate::number::Exact;

use super::cell::{self, Cell};
use super::entry::Entry;

/// Beginnings of words that tell the theme of a heading or a name. The first that is found counts.
const THEMES: [(Theme, &[&str]); 7] = [
    (
        Theme::Voices,
        &["voice", "particip", "advoca", "complain", "compliment", "visitor", "feedback", "views"],
    ),
    (
        Theme::Healthy,
        &["health", "dent", "wellbeing", "emotional", "immunis", "sdq", "camhs", "gp", "optician"],
    ),
    (
        Theme::Adulthood,
        &[
            "leaver",
            "leaving",
            "pathway",
            "adulthood",
            "leaving",
            "eet",
            "neet",
            "employ",
            "educat",
            "school",
            "pep",
            "virtual",
        ],
    ),
    (
        Theme::Workforce,
        &["workforce", "staff", "caseload", "vacanc", "sickness", "supervis", "recruit", "agency"],
    ),
    (
        Theme::Stability,
        &["placement", "stab", "permanen", "adopt", "foster", "sufficien", "residential", "kinship"],
    ),
    (Theme::Safe, &["safe", "missing", "exploit", "visit", "protect", "risk", "offend", "return"]),
    (Theme::OurChildren, &["profile", "demand", "population", "admission", "starter", "entering", "numbers"]),
];

/// Words of what is averaged.
const AVERAGES: [&str; 7] = ["average", "averages", "mean", "median", "caseload", "caseloads", "ratio"];

/// What is known of a measure by its name, the headings above it and what its entries hold.
pub fn guessed(label: &str, context: &str, entries: &[&Entry]) -> OwnMeasure {
    let title = label.trim().trim_end_matches(':').trim_end();
    OwnMeasure {
        kind: kind(title, context, entries),
        theme: theme(context)
            .or_else(|| theme(title))
            .or_else(|| nearest(title, context))
            .unwrap_or_default(),
        ..OwnMeasure::titled(title)
    }
}

fn kind(title: &str, context: &str, entries: &[&Entry]) -> Kind {
    let words = words(title);
    let has = |word: &&str| words.iter().any(|each| each == *word);
    let says = |phrase: &str| format!(" {} ", words.join(" ")).contains(&format!(" {phrase} "));
    if ["per 10 000", "per 10000", "per 10k", "rate per"].into_iter().any(says) {
        return Kind::Rate;
    }
    let cells: Vec<Holds> = entries.iter().filter_map(|entry| Holds::of(entry)).collect();
    let any = |what: Holds| cells.contains(&what);
    let is_mean = AVERAGES.iter().any(has);
    let counts = Kind::Count;
    match () {
        () if any(Holds::Percent) || says_percent(title) => Kind::Share,
        () if any(Holds::More) || (is_mean && any(Holds::Part)) => Kind::Mean,
        // A count alone beside two counts may be one of them: the person must say.
        () if any(Holds::Part) => {
            if any(Holds::Whole) {
                counts
            } else {
                Kind::Share
            }
        }
        () if takes_days(&words) => Kind::Days,
        () if is_mean => Kind::Mean,
        () if has(&"score") || has(&"scores") => Kind::Score,
        () if says_percent(context) => Kind::Share,
        () if any(Holds::Fraction) => Kind::Mean,
        () => counts,
    }
}

/// What an entry holds.
#[derive(Clone, Copy, PartialEq)]
enum Holds {
    Percent,
    /// Two counts, the first of which may be a part of the second.
    Part,
    /// Two counts, the first of which is larger.
    More,
    Whole,
    /// A number with decimals.
    Fraction,
}

impl Holds {
    fn of(entry: &Entry) -> Option<Self> {
        let pair = |first: &str, second: &str| match (cell::parse(first), cell::parse(second)) {
            (Cell::Number(first), Cell::Number(second)) if Exact::from(first) > Exact::from(second) => {
                Self::More
            }
            _ => Self::Part,
        };
        let is_given = |text: &str| matches!(cell::parse(text), Cell::Number(_));
        if is_given(&entry.numerator) && is_given(&entry.denominator) {
            return Some(pair(&entry.numerator, &entry.denominator));
        }
        match cell::parse(&entry.value) {
            Cell::Percent(_) | Cell::CountWithPercent(..) => Some(Self::Percent),
            Cell::OutOf(first, second, _) => Some(pair(first, second)),
            Cell::Number(number) if number.trimmed().decimals() > 0 => Some(Self::Fraction),
            Cell::Number(_) => Some(Self::Whole),
            Cell::Blank | Cell::Withheld(_) | Cell::Text => is_given(&entry.numerator).then_some(Self::Whole),
        }
    }
}

/// Whether days are what is measured: "days to match", but neither "within 10 working days" nor "number of days".
fn takes_days(words: &[String]) -> bool {
    let is_length = |at: usize| {
        let before =
            words[..at].iter().rev().find(|word| !matches!(word.as_str(), "working" | "calendar" | "school"));
        !before.is_some_and(|word| word == "of" || word.bytes().all(|byte| byte.is_ascii_digit()))
    };
    words.iter().enumerate().any(|(at, word)| word == "days" && is_length(at))
}

fn theme(text: &str) -> Option<Theme> {
    let words = words(text);
    let says = |stems: &[&str]| words.iter().any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    THEMES.iter().find(|(_, stems)| says(stems)).map(|(theme, _)| *theme)
}

/// The theme of the indicator of the catalogue whose name is nearest.
fn nearest(title: &str, context: &str) -> Option<Theme> {
    indicator::candidates(title, context, 1).first().map(|indicator| indicator.theme)
}

/// The words of a text in small letters; "10,000" is two.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}
