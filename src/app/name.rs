//! A name as it stands in one table after the other.

use crate::period::month_number;
use crate::read::Entry;

/// What a name says in every table: its words and those of the headings above it, without their dates and periods.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name {
    /// The words of the name.
    pub words: String,
    /// The words of its headings.
    pub under: String,
}

impl Name {
    /// The name of an entry.
    pub fn of(entry: &Entry) -> Self {
        Self { words: lasting(&entry.label), under: lasting(&entry.context) }
    }
}

/// The words and signs of a text in lower case without what is certain to be a date or a period: years, quarters, and
/// months with their days. Other numbers say what is measured: "care leavers aged 22 to 25", "KPI 12".
fn lasting(text: &str) -> String {
    let text = text.to_lowercase();
    let is_sign = |each: char| matches!(each, '%' | '+' | '<' | '>' | '\u{2264}' | '\u{2265}' | '\u{A3}');
    // A sign is a word of its own.
    let words = text.split_inclusive(is_sign).flat_map(|part| {
        let at = part.find(is_sign).unwrap_or(part.len());
        let (before, sign) = part.split_at(at);
        before.split(|each: char| !each.is_alphanumeric()).chain([sign])
    });
    let mut words = words.filter(|word| !word.is_empty()).peekable();
    let mut kept: Vec<&str> = Vec::new();
    while let Some(word) = words.next() {
        if is_year(word) {
            // The 23 of "2022/23".
            words.next_if(|next| follows(word, next));
        } else if month_number(word).is_some() {
            kept.pop_if(|last| is_day(last));
            // The 24 of "Mar-24".
            words.next_if(|next| next.len() == 2 && is_number(next));
        } else if !matches!(word, "q1" | "q2" | "q3" | "q4") {
            kept.push(word);
        }
    }
    kept.join(" ")
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse().is_ok_and(|year: u16| (1990..2100).contains(&year))
}

/// Whether a number of two digits names the year after this one.
fn follows(year: &str, next: &str) -> bool {
    next.len() == 2
        && year
            .parse()
            .ok()
            .zip(next.parse().ok())
            .is_some_and(|(year, next): (u16, u16)| (year + 1) % 100 == next)
}

fn is_day(word: &str) -> bool {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    digits.parse().is_ok_and(|day: u8| (1..=31).contains(&day))
}
