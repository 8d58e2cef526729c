//! Notes on a case: what they say of one child whose name no list knows, and rows of dates of what happened in a family.

use super::name::{self, Unlisted};
use super::word::{PRONOUNS, VERBS, Word, words};
use super::word_list::WordList;
use super::{contact, date};
use crate::read::prose;
use crate::read::row::Row;

/// Whose family notes on a case tell of: "his nan", "her uncle".
static FAMILY: WordList = WordList::new(
    " mum mother mam dad father stepdad stepmum stepfather stepmother nan nana gran grandma grandmother grandad grandfather \
    uncle aunt auntie brother sister sibling siblings meds medication bedroom ",
);

/// Whether words tell of one person's family: notes on a case do, and what is quoted in a report.
fn tells_of_family(words: &[Word]) -> bool {
    words.windows(2).any(|pair| {
        matches!(&*pair[0].plain, "his" | "her") && pair[1].is_joined && FAMILY.has(&pair[1].plain)
    })
}

/// Whom a text is about that, as notes on a case do, calls somebody by a name that no list knows, or by initials, and goes on
/// with "he" or "she", or tells of somebody's family, by whatever name; `None` for other texts.
pub(super) fn noted(text: &str) -> Option<Vec<&str>> {
    let has_pronoun = ["he ", "he'", "he\u{2019}", "his ", "him", "her", "He ", "He'", "His ", "Her "]
        .iter()
        .any(|part| text.contains(part));
    if !has_pronoun {
        return None;
    }
    let all = words(text);
    if !all.iter().any(|word| PRONOUNS.has(&word.plain)) {
        return None;
    }
    let is_unlisted = |word: &Word| !word.is_all_capital() && name::is_unlisted(word);
    // Within a sentence, where nothing else begins with a capital letter.
    let is_named = |words: &[Word], at: usize| {
        let (word, before) = (&words[at], at.checked_sub(1).map(|before| &words[before]));
        word.is_capital()
            && before.is_some_and(|before| {
                word.is_joined && (!before.is_capital() || VERBS.has(&before.plain)) && !before.is_number()
            })
            && words.get(at + 1).is_none_or(|next| !next.is_joined || !next.is_capital())
            && is_unlisted(word)
            && !name::names_thing(words, at)
    };
    let begins = |words: &[Word]| {
        let is_name = |word: &Word| word.is_capital() && is_unlisted(word);
        words.len() > 2 && words[..2].iter().all(is_name) && words[1].is_joined && name::tells(words, 2)
    };
    let initials =
        || matches!(name::initials(text), Some(Unlisted::Initials(_) | Unlisted::PerhapsInitials(_)));
    let is_of_office = contact::is_of_office(text);
    let by_initials = all.first().filter(|_| !is_of_office && name::tells(&all, 1) && initials());
    let mut names: Vec<&str> = by_initials.map(|word| word.text).into_iter().collect();
    // What is said of an officer is said in one sentence.
    let sentences = prose::sentences(text).into_iter().map(|range| &text[range]);
    for sentence in sentences.filter(|sentence| !is_of_office || !contact::is_of_office(sentence)) {
        let words = words(sentence);
        names.extend((0..words.len()).filter(|at| is_named(&words, *at)).map(|at| words[at].text));
        names.extend(words.iter().take(2).filter(|_| begins(&words)).map(|word| word.text));
    }
    (!names.is_empty() || tells_of_family(&all)).then_some(names)
}

/// Whether a sentence of such a text is about the person it calls so.
pub(super) fn is_of_noted(sentence: &str, names: &[&str]) -> bool {
    words(sentence).iter().any(|word| PRONOUNS.has(&word.plain) || names.contains(&word.text))
}

/// Whether a row of a chronology tells of a child or of those it lived with: behind a day, somebody's mother, or names of no list
/// with their ages.
pub(super) fn is_of_chronology(row: &Row) -> bool {
    let text = row.text();
    let parts: Vec<&str> = text.split_whitespace().collect();
    let begins_with_day = [1, 3]
        .iter()
        .any(|count| parts.get(..*count).is_some_and(|day| date::date(&day.join(" ")).is_some()));
    if !begins_with_day {
        return false;
    }
    let words = words(&text);
    let is_aged = |pair: &[Word]| {
        pair[0].is_capital()
            && name::is_unlisted(&pair[0])
            && pair[1].before.trim() == "("
            && pair[1].is_number()
            && pair[1].text.len() < 3
    };
    words.iter().any(|word| FAMILY.has(&word.plain)) || words.windows(2).any(is_aged)
}
