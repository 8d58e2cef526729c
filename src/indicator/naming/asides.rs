//! What a name says beside its subject: the periods and targets that are left out of its meaning.

use super::{codes, text};

/// What stands in a name beside its subject, as texts to be read where periods and targets are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asides {
    /// The periods, in small letters: `2022/23`, `q1 2024/25`, `31 march 2024`, `june`, `31/03/2025`. What stands together is one.
    pub periods: Vec<String>,
    /// The targets: `680`, `90%`.
    pub targets: Vec<String>,
}

/// Returns the periods and targets in a name, of which [`super::match_name`] takes no notice. "31 March" without a year is none: it
/// says which children are meant.
pub fn asides(name: &str) -> Asides {
    if name.len() > text::LONGEST {
        return Asides::default();
    }
    let mut asides = Asides::default();
    let mut outside = String::with_capacity(name.len());
    let mut remaining = name;
    while let Some((before, opened)) = remaining.split_once(['(', '[']) {
        outside.push_str(before);
        let (inside, after) = opened.split_once([')', ']']).unwrap_or((opened, ""));
        if let Some(target) = target_within(inside) {
            asides.targets.push(target);
        } else {
            // What stands in brackets belongs to no date before them.
            outside.push_str(" \u{1F} ");
            outside.push_str(inside);
        }
        outside.push(' ');
        remaining = after;
    }
    outside.push_str(remaining);
    for part in outside.split('\u{1F}') {
        asides.take(&text::words(part));
    }
    asides
}

/// `90%` of "target 90%", "2024/25 target: 90%".
fn target_within(inside: &str) -> Option<String> {
    let at = inside.to_lowercase().rfind("target").filter(|_| codes::is_target(inside))?;
    let after = inside.get(at + "target".len()..)?;
    let number = after.trim_start_matches(|c: char| !c.is_ascii_digit()).trim_end();
    (!number.is_empty()).then(|| number.to_owned())
}

impl Asides {
    fn take(&mut self, words: &[String]) {
        let mut index = 0;
        while index < words.len() {
            let length = length_of_time(words, index);
            if length > 0 {
                self.periods.extend(period_text(&words[index..index + length]));
                index += length;
            } else if words[index] == "target" && text::period_length(words, index) == 2 {
                let sign = if words.get(index + 2).is_some_and(|next| next == "percent") { "%" } else { "" };
                self.targets.push(format!("{}{sign}", words[index + 1]));
                index += 2;
            } else {
                index += 1;
            }
        }
    }
}

/// How many words name a time, with days, months, quarters and years that follow each other in one.
fn length_of_time(words: &[String], start: usize) -> usize {
    let mut index = start;
    while let Some(word) = words.get(index) {
        let of_a_month = words.get(index + 1).is_some_and(|next| text::is_month(next)) && text::is_day(word);
        index += match word.as_str() {
            _ if of_a_month => 1,
            month if text::is_month(month) => {
                1 + usize::from(words.get(index + 1).is_some_and(|next| text::is_short_year(next)))
            }
            "target" => break,
            _ => match text::period_length(words, index) {
                0 => break,
                length => length,
            },
        };
    }
    index - start
}

/// The words as a period is written, or `None` if they name the day of a count, or may be no time ("may").
fn period_text(words: &[String]) -> Option<String> {
    let is_time = match words {
        [word] => word != "may",
        [day, month] => !matches!(
            (day.as_str(), month.as_str()),
            ("31", "march" | "mar") | ("30", "september" | "sept" | "sep")
        ),
        _ => true,
    };
    let mut text = String::new();
    // "2024/25" and "31/03/2025", but "quarter 3 2024".
    let mut joins_number = false;
    let mut before = "";
    for word in words.iter().filter(|_| is_time) {
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        if !text.is_empty() {
            text.push(if joins_number && is_number { '/' } else { ' ' });
        }
        text.push_str(word);
        joins_number = is_number && before != "quarter";
        before = word;
    }
    (!text.is_empty()).then_some(text)
}
