//! The sentences of a text, and the pieces of a sentence.

use std::ops::Range;

/// Cuts a text into its sentences, each as its bytes.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, mark) in text.char_indices().filter(|(_, c)| matches!(c, '.' | '!' | '?' | '\u{2022}')) {
        let end = at + mark.len_utf8();
        let after = text[end..].trim_start_matches([')', '"', '\u{201D}', '\u{2019}']);
        let begins = after.starts_with(char::is_whitespace)
            && after.trim_start().starts_with(|c: char| {
                c.is_uppercase() || c.is_ascii_digit() || matches!(c, '(' | '"' | '\u{201C}' | '\u{2018}')
            });
        if begins && !(mark == '.' && is_abbreviation(&text[start..at])) {
            push(text, start..end, &mut sentences);
            start = end;
        }
    }
    push(text, start..text.len(), &mut sentences);
    sentences
}

fn push(text: &str, range: Range<usize>, sentences: &mut Vec<Range<usize>>) {
    let own = &text[range.clone()];
    let start = range.start + own.len() - own.trim_start().len();
    let end = start + own.trim().len();
    if start < end {
        sentences.push(start..end);
    }
}

/// Whether a full stop after this text belongs to its last word: "approx.", "No.", "N1.", "i.e.", "Cllr.", "J.".
fn is_abbreviation(before: &str) -> bool {
    const ABBREVIATIONS: [&str; 21] = [
        "no", "nos", "approx", "avg", "av", "e.g", "i.e", "eg", "ie", "vs", "incl", "excl", "est", "dept",
        "st", "cllr", "mr", "mrs", "ms", "dr", "prof",
    ];
    let last = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or("");
    // The initial of a person.
    if last.len() == 1 && last.starts_with(char::is_uppercase) {
        return true;
    }
    let last = last.to_lowercase();
    // "N1.", "2.1." and "a." at the start of a line are its number.
    let is_numbering =
        before.trim().len() <= 4 && before.trim() == before.trim_start() && !before.trim().contains(' ');
    ABBREVIATIONS.contains(&last.as_str()) || is_numbering
}
