//! What a measure of the council's own appears to be, by its name, its headings and its cells.

use std::collections::HashMap;

use crate::indicator::{Good, Kind, Measure, OwnMeasure, Theme, says_percent};
use crate::number::Exact;

use super::Reading;
use super::cell::{self, Cell};
use super::entry::{Entry, Subject};

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
    let title = title_of(label);
    OwnMeasure {
        kind: kind(title, context, entries),
        good: entries.iter().map(|entry| entry.good).find(|good| *good != Good::Neither).unwrap_or_default(),
        theme: section(context).or_else(|| theme(context)).or_else(|| theme(title)).unwrap_or(Theme::Own),
        ..OwnMeasure::titled(title)
    }
}

impl Reading {
    /// The council's own measures among its entries, and the names that could be kept as one since the catalogue lacks
    /// them, as what they appear to be, in order of first use.
    pub fn own_measures(&self) -> Vec<OwnMeasure> {
        let mut names: Vec<(&Entry, Vec<&Entry>)> = Vec::new();
        let mut positions = HashMap::new();
        for entry in self.entries.iter().filter(|entry| may_be_own(entry)) {
            let at = *positions.entry((&entry.label, &entry.context)).or_insert(names.len());
            match names.get_mut(at) {
                Some((_, entries)) => entries.push(entry),
                None => names.push((entry, vec![entry])),
            }
        }
        let mut measures: Vec<OwnMeasure> = Vec::new();
        for (first, entries) in names {
            let measure = match first.subject.indicator() {
                Some(kept) => OwnMeasure::of(kept),
                None => guessed(&first.label, &first.context, &entries)
                    .set_apart(&first.context, |id| measures.iter().all(|other| other.id != id)),
            };
            if measures.iter().all(|other| other.id != measure.id) {
                measures.push(measure);
            }
        }
        measures
    }

    /// Reads every name of the measures with these ids as that measure: as what it appears to be, described by the caller.
    pub fn keep_own(&mut self, ids: &[&str], described: impl Fn(&str, OwnMeasure) -> OwnMeasure) {
        let mut names: HashMap<&str, Vec<usize>> = HashMap::new();
        for (position, entry) in self.entries.iter().enumerate() {
            let own = OwnMeasure::ids_of(title_of(&entry.label), &entry.context);
            let found = own.iter().find_map(|id| ids.iter().find(|each| *each == id));
            if let Some(id) = found {
                names.entry(id).or_default().push(position);
            }
        }
        for (id, positions) in names {
            let entries: Vec<&Entry> = positions.iter().filter_map(|at| self.entries.get(*at)).collect();
            let Some(first) = entries.first() else { continue };
            let measure = described(id, guessed(&first.label, &first.context, &entries));
            let measure = Measure::from(&measure);
            for comment in &mut self.comments {
                let own = OwnMeasure::ids_of(title_of(&comment.entry.label), &comment.entry.context);
                if own.iter().any(|each| each == id) {
                    comment.entry.subject = Subject::Known(measure.clone());
                }
            }
            for position in positions {
                if let Some(entry) = self.entries.get_mut(position) {
                    entry.subject = Subject::Known(measure.clone());
                }
            }
        }
    }
}

/// Whether an entry is of an own measure, or of one that its name could be kept as.
fn may_be_own(entry: &Entry) -> bool {
    let is_own = || entry.subject.indicator().is_some_and(|measure| measure.is_own());
    let is_unknown = || matches!(entry.subject, Subject::Unknown(_)) && !entry.label.trim().is_empty();
    !entry.is_blank() && (is_own() || is_unknown())
}

fn title_of(label: &str) -> &str {
    label.trim().trim_end_matches(':').trim_end()
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

/// The theme that a heading names by its whole title.
fn section(context: &str) -> Option<Theme> {
    let context = context.to_lowercase();
    Theme::ALL.into_iter().find(|theme| context.contains(&theme.title().to_lowercase()))
}

fn theme(text: &str) -> Option<Theme> {
    let words = words(text);
    let says = |stems: &[&str]| words.iter().any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    THEMES.iter().find(|(_, stems)| says(stems)).map(|(theme, _)| *theme)
}

/// The words of a text in small letters; "10,000" is two.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}
