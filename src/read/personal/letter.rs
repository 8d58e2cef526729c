//! Letters and e-mails between officers: whom they greet and who signs them hold an office.

use crate::read::row::Row;

/// Words that a greeting begins with.
const GREETINGS: [&str; 4] = ["hi", "hello", "dear", "hey"];

/// Words that the line above a name begins with where the name signs a letter.
const FAREWELLS: [&str; 8] = [
    "kind regards",
    "regards",
    "best regards",
    "many thanks",
    "thanks",
    "best wishes",
    "yours",
    "warm regards",
];

/// How the head of an e-mail begins.
const HEADS: [&str; 5] = ["from", "to", "subject", "sent", "cc"];

fn begins(text: &str, with: &[&str]) -> bool {
    let lower = text.trim().to_lowercase();
    with.iter().any(|word| {
        lower.strip_prefix(word).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
    })
}

/// Whether a line is one of the head of an e-mail.
pub(super) fn is_head(text: &str) -> bool {
    text.split_once(':').is_some_and(|(word, _)| HEADS.contains(&word.trim().to_lowercase().as_str()))
}

/// Whether a line greets whom a letter is for and says nothing else: "Hi Sarah,".
pub(super) fn is_greeting(text: &str) -> bool {
    const MOST_WORDS: usize = 5;
    begins(text, &GREETINGS)
        && text.split_whitespace().count() <= MOST_WORDS
        && !text.contains(|c: char| c.is_ascii_digit())
}

/// Whether the line at this place signs a letter: the last of it, after a farewell or below the head or the greeting of a letter
/// with sentences between them. A name among others signs nothing.
pub(super) fn is_signed_at(rows: &[Row], index: usize) -> bool {
    const MOST_WORDS: usize = 3;
    let text = |row: &Row| row.text();
    let Some((row, before)) = rows.get(index).zip(rows.get(..index)) else { return false };
    let signs = text(row).split_whitespace().count() <= MOST_WORDS;
    let is_last = rows.len() == index + 1;
    let is_after_farewell = before.last().is_some_and(|above| {
        let above = text(above);
        begins(&above, &FAREWELLS) && above.split_whitespace().count() <= MOST_WORDS
    });
    let is_sentence =
        |row: &Row| text(row).split_whitespace().count() > MOST_WORDS && row.filled().count() == 1;
    let is_letter = before.iter().any(|row| is_head(&text(row)) || is_greeting(&text(row)))
        && before.last().is_some_and(is_sentence);
    signs && (is_after_farewell || (is_last && is_letter))
}
