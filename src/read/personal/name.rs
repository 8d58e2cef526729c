//! Names of people: by the lists of common ones, by how they are written, and by what stands about them.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::common_names::{COMMON, Listed};
use super::contact;
use super::date;
use super::word::{HONOURS, NO_PERSON, PRONOUNS, THINGS, VERBS, Word, folded, words};
use super::word_list::WordList;
use crate::{area, indicator};

/// Letters that can be a name, alone or several words: for cells under a heading that says they are names.
pub(super) fn is_words_of_a_name(cell: &str) -> bool {
    static NOT_NAMES: WordList =
        WordList::new(" yes no n/a na nil none total known unknown missing blank complete incomplete c ");
    let letters = cell.chars().filter(|character| character.is_alphabetic()).count();
    let is_plain =
        cell.chars().all(|character| character.is_alphabetic() || " .,'-\u{2019}".contains(character));
    letters > 0 && is_plain && cell.split_whitespace().count() <= 5 && !NOT_NAMES.has(&cell.to_lowercase())
}

/// The full names a text holds, in lower case and without marks on their letters.
pub(super) fn full_names(text: &str) -> Vec<String> {
    let words = words(text);
    let is_name = |at: &usize| !names_thing(&words, *at) && is_full_name(&words, *at);
    (0..words.len())
        .filter(is_name)
        .map(|at| format!("{} {}", words[at].plain, words[at + 1].plain))
        .collect()
}

/// Whether a text holds the name of a person: a common given name with another that no figure is called by, initials
/// with a common family name, "Surname, First", a title with a name, letters of another script, or a given name of
/// which something is told as of one person.
pub(super) fn holds_name(text: &str) -> bool {
    holds(text, |_| false)
}

/// Whether a text holds the name of a person, or given names alone.
pub(super) fn holds_name_or_given_name(text: &str) -> bool {
    holds(text, hold_given_names)
}

/// Whether a text holds a name, or what else its words are looked at for.
fn holds(text: &str, or: impl Fn(&[Word<'_>]) -> bool) -> bool {
    // Most cells are numbers.
    if !text.chars().any(char::is_alphabetic) {
        return false;
    }
    if !text.is_ascii() && text.split_whitespace().any(is_of_other_script) {
        return true;
    }
    let words = words(text);
    let is_name = |at| (is_full_name(&words, at) || is_told_of(&words, at)) && !names_thing(&words, at);
    ((0..words.len()).any(is_name) || or(&words)) && area::by_name(text).is_none()
}

/// What a sentence says behind who speaks at a meeting: "there were 412 children" of "Ms Okafor reported that there were 412
/// children". `None` where nobody speaks whose name stands before it.
pub(super) fn behind_speaker(sentence: &str) -> Option<&str> {
    /// The most words between a name and what it does: "Dr Evans, the Designated Doctor for Children in Care, said".
    const FAR: usize = 14;
    /// The most words to whom something is said: "advised the members of the Board that".
    const LISTENERS: usize = 7;
    let words = words(sentence);
    let at = words.iter().take(FAR).position(|word| contact::is_speaking(&word.plain))?;
    let start = |word: &Word| word.text.as_ptr().addr() - sentence.as_ptr().addr();
    let speaks = &words[at];
    let end = start(speaks) + speaks.text.len();
    // "Keeley said she would not": no officer goes by a given name alone where something is only said.
    let is_told = matches!(&*speaks.plain, "said" | "told");
    let is_named =
        (0..at).any(|name| is_full_name(&words[..=at], name) || (words[name].is_plain_given() && !is_told));
    let that = words[at + 1..].iter().take(LISTENERS).find(|word| word.plain == "that");
    let rest = that.map_or(&sentence[end..], |that| &sentence[start(that) + that.text.len()..]);
    let rest = rest.split(" and asked ").next().unwrap_or(rest);
    is_named.then(|| rest.trim_start_matches([',', ' ', ':']))
}

/// Whether the names in a text are of somebody who speaks at a meeting or whose work it is, and of nobody else.
pub(super) fn are_of_speakers(text: &str) -> bool {
    let is_of_work = |text: &str| {
        let words = words(text);
        let owned = |at: usize| {
            words[at].is_possessive && words.get(at + 1).is_some_and(|next| contact::is_work(&next.plain))
        };
        (0..words.len()).any(owned)
            && (0..words.len())
                .filter(|at| !owned(*at))
                .all(|at| !is_full_name(&words, at) && !is_told_of(&words, at))
    };
    let are_of_doctors = |text: &str| {
        static DOCTORS: WordList = WordList::new(" dr prof professor cllr councillor ");
        let words = words(text);
        let is_name = |at: &usize| is_full_name(&words, *at) || is_told_of(&words, *at);
        let is_of_doctor =
            |at: usize| DOCTORS.has(&words[at].plain) || (at > 0 && DOCTORS.has(&words[at - 1].plain));
        let mut named = (0..words.len()).filter(is_name).peekable();
        named.peek().is_some() && named.all(is_of_doctor)
    };
    is_of_work(text)
        || are_of_doctors(text)
        || behind_speaker(text).is_some_and(|rest| !holds_name_or_given_name(rest))
}

/// Whether a word is written in another script, but for abbreviations in letters that only look Latin.
fn is_of_other_script(word: &str) -> bool {
    let is_other = |c: &char| c.is_alphabetic() && ('\u{0400}'..'\u{1E00}').contains(c);
    let is_chinese = |c: char| c > '\u{2E7F}' && c.is_alphabetic();
    if word.chars().filter(|c| is_chinese(*c)).count() > 1 {
        return true;
    }
    word.chars().filter(is_other).count() > 2
        && !word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
}

/// Whether the words from one on, written with capitals, name a place or a body, or one after a saint or a king.
pub(super) fn names_thing(words: &[Word], at: usize) -> bool {
    let run = words[at + 1..].iter().take_while(|word| word.is_joined && word.is_capital());
    let honour = at > 0 && HONOURS.has(&words[at - 1].plain);
    honour || run.take(4).any(|word| THINGS.has(&word.plain))
}

fn is_full_name(words: &[Word], at: usize) -> bool {
    static TITLES: WordList = WordList::new(" mr mrs miss ms master dr cllr prof ");
    /// Family names that make a place of a plant's name before them.
    static LANDS: WordList = WordList::new(
        " hill wood woods marsh heath hall moss stone waters winter summers birch wells cross field young ",
    );
    let word = &words[at];
    let Some(next) = words.get(at + 1).filter(|_| !word.is_possessive) else { return false };
    let begins = at == 0 || !word.is_joined;
    if next.before.trim() == "," && begins {
        let ends = words.get(at + 2).is_none_or(|after| !after.is_joined || after.is_initial());
        return word.is_capital()
            && next.is_capital()
            && next.is_plain_given()
            && !word.is_plain_given()
            && (word.is_family() || word.is_unknown())
            && ends;
    }
    if word.is_initial() && begins && matches!(next.before.trim(), "" | ".") {
        return next.is_family() && next.is_capital() && next.text.len() > 2;
    }
    if !next.is_joined {
        return false;
    }
    let both_capital = word.is_capital() && next.is_capital();
    // "ZIELONKA Kacper".
    if begins && word.is_all_capital() && word.is_unknown() && !next.is_all_capital() {
        return next.is_capital() && next.is_plain_given();
    }
    if TITLES.has(&word.plain) {
        return both_capital && next.is_unknown();
    }
    let same_case = word.is_capital() == next.is_capital();
    if word.is_plain_given() {
        return (both_capital
            && (next.is_initial() || next.is_unknown() || next.common.family == Listed::AsWell))
            || (same_case && next.is_family() && !VERBS.has(&next.plain))
            || (same_case && next.is_unknown() && at == 0);
    }
    if begins && both_capital && is_family_before_given(&words[at..]) {
        return true;
    }
    let marked = word.has_marks() || next.has_marks();
    both_capital
        && ((word.is_given_word() && next.is_family() && !LANDS.has(&next.plain))
            || (marked && word.is_unknown() && next.is_unknown())
            || (word.is_unknown() && next.is_unknown() && next.is_family_and_no_place())
            || (at == 0 && word.is_family_and_no_place() && next.is_syllable()))
}

/// The longest cell that is a name and nothing else, in bytes.
const LONGEST_NAME: usize = 80;

/// "Peregrine Oakshott (15), found at a friend's": two words of no list with an age behind them, in a text that says at what time of
/// day something was, or what one child did.
pub(super) fn is_pair_with_age(text: &str) -> bool {
    const OLDEST: u8 = 25;
    if !text.contains('(') {
        return false;
    }
    let words = words(text);
    let is_aged = |at: usize| {
        let [first, second, age, ..] = &words[at..] else { return false };
        let is_name = |word: &Word| word.is_capital() && is_unlisted(word);
        let acts = || words[at + 3..].iter().take(2).any(|next| VERBS.has(&next.plain));
        is_name(first)
            && is_name(second)
            && second.is_joined
            && age.before.trim() == "("
            && age.text.parse::<u8>().is_ok_and(|age| age <= OLDEST)
            && !names_thing(&words, at)
            && (acts() || text.split_whitespace().any(date::is_clock))
    };
    (0..words.len()).any(is_aged)
}

/// "Tolland R": a cell that is a name and an initial behind it; returns both.
pub(super) fn with_initial(cell: &str) -> Option<(String, String)> {
    if cell.len() > LONGEST_NAME || !cell.split(' ').skip(1).any(|word| word.trim_end_matches('.').len() == 1)
    {
        return None;
    }
    let words: Vec<Word> = words(cell).into_iter().filter(|word| !word.is_number()).collect();
    let [name, initial] = words.as_slice() else { return None };
    let is_name = name.is_capital()
        && (name.is_unknown() || name.is_given_word())
        && !indicator::knows_word(&name.plain)
        && initial.is_joined
        && initial.is_initial();
    is_name.then(|| (name.plain.to_string(), initial.plain.to_string()))
}

/// "Nguyen Van Minh", "Hussain Mohammed": a family name before given ones, of which the last is no other word.
fn is_family_before_given(words: &[Word]) -> bool {
    let [family, rest @ ..] = words else { return false };
    let names: Vec<&Word> =
        rest.iter().take_while(|word| word.is_joined && word.is_capital() && word.is_letters()).collect();
    family.is_family()
        && !family.is_plain_given()
        && family.is_unknown()
        && (1..=3).contains(&names.len())
        && names.iter().all(|word| word.is_plain_given() || word.is_given_word())
        && names.last().is_some_and(|last| last.is_plain_given())
}

/// Whether the word at a place says what one child does.
pub(super) fn tells(words: &[Word], at: usize) -> bool {
    words.get(at).is_some_and(|word| word.is_joined && VERBS.has(&word.plain))
}

/// "Tyrell (14)", "Maisie has moved", "Jonah's review", "late for Jonah".
fn is_told_of(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    if !word.is_plain_given() {
        return false;
    }
    let is_aged =
        |next: &Word| next.before.trim().starts_with('(') && next.text.len() <= 2 && next.is_number();
    let next = words.get(at + 1);
    // "Sarah's team" is no child's.
    let is_of_team = next.is_some_and(|next| contact::is_team(&next.plain));
    (word.is_possessive && word.is_capital() && next.is_some_and(|next| !next.is_capital()) && !is_of_team)
        || next.is_some_and(is_aged)
        || tells(words, at + 1)
        || says_of_self(words, at)
        || is_mentioned(words, at)
}

/// "Jayden reported that he is happy": a given name alone, of whom it goes on as of one.
fn says_of_self(words: &[Word], at: usize) -> bool {
    let is_alone = at.checked_sub(1).is_none_or(|before| {
        let before = &words[before];
        !words[at].is_joined || !(before.is_capital() || contact::is_office_word(&before.plain))
    });
    let goes_on = |word: &Word| word.is_joined && PRONOUNS.has(&word.plain);
    let behind = words.get(at + 2..).unwrap_or_default();
    is_alone
        && words.get(at + 1).is_some_and(|next| next.is_joined && contact::is_speaking(&next.plain))
        && behind.iter().take(2).any(goes_on)
}

/// The two initials a text begins with, where they do something: "KF refused to come".
pub(super) fn initials_that_act(text: &str) -> Option<String> {
    let (first, rest) = text.split_once(' ')?;
    let is_pair = first.len() == 2 && first.bytes().all(|byte| byte.is_ascii_uppercase());
    let acts = || rest.split(' ').next().is_some_and(|next| VERBS.has(next));
    match initials(text).filter(|_| is_pair && acts())? {
        Unlisted::PerhapsInitials(letters) => Some(letters),
        _ => None,
    }
}

/// A given name after a word that puts a person behind it, in a remark and not in a page of text.
fn is_mentioned(words: &[Word], at: usize) -> bool {
    const MOST_WORDS: usize = 30;
    static BEFORE: WordList = WordList::new(
        " for by with of was is from and as to about both only boy girl brother sister sibling when that because \
        where after while if saw met visited spoke called seen reviewed ",
    );
    let word = &words[at];
    let ends = words.get(at + 1).is_none_or(|next| !next.is_joined || !next.is_capital());
    words.len() <= MOST_WORDS
        && at > 0
        && word.is_joined
        && word.is_capital()
        && ends
        && BEFORE.has(&words[at - 1].plain)
}

/// Whether words are given names and nothing else, but initials and numbers behind them and "and" between.
fn are_given_names(words: &[Word]) -> bool {
    let is_part = |word: &Word| {
        word.is_plain_given()
            || word.is_given_word()
            || word.is_initial()
            || word.is_number()
            || word.plain == "and"
    };
    words.iter().all(is_part) && words.iter().any(|word| word.is_plain_given() && !word.is_possessive)
}

/// Whether words hold given names and nothing else, in all or between brackets, commas, colons and dashes.
fn hold_given_names(words: &[Word]) -> bool {
    let is_apart = |word: &Word| {
        let between = word.before.trim();
        !between.is_empty() && !matches!(between, "&" | "." | "+" | "'")
    };
    let mut parts =
        words.chunk_by(|_, next| !is_apart(next)).filter(|part| part.iter().any(|word| !word.is_number()));
    parts.any(are_given_names)
}

/// How many given names a cell holds that holds nothing else, but initials behind them and "and" between.
pub(super) fn given_names(cell: &str) -> usize {
    let words = words(cell);
    if are_given_names(&words) { words.iter().filter(|word| word.is_plain_given()).count() } else { 0 }
}

/// What is written like a name, of words that neither names of indicators nor of areas are made of; in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unlisted {
    /// "DIMMOCK Xanthe", "Xanthe DIMMOCK".
    WithCapitals(String),
    /// "Xanthe Dimmock", "Dimmock, Xanthe", "Xanthe D".
    Pair(String),
    /// "Xanthe", at the beginning of a text.
    Single(String),
    /// "J.B.", at the beginning of a text.
    Initials(String),
    /// "JB", at the beginning of a text, which may also be an abbreviation.
    PerhapsInitials(String),
}

/// The words of the names of areas.
static AREA_WORDS: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let words = area::councils().flat_map(|area| area.name.split(|c: char| !c.is_alphabetic()));
    words.map(str::to_lowercase).collect()
});

/// Whether a word is none that names of indicators or of areas are made of.
pub(super) fn is_unlisted(word: &Word) -> bool {
    word.is_unknown()
        && !word.plain.split('-').any(|part| indicator::knows_word(part) || AREA_WORDS.contains(part))
}

/// What a text holds that is written like a name, the surest first.
pub(super) fn unlisted(text: &str) -> Vec<Unlisted> {
    let words = words(text);
    let pairs = words.windows(2).enumerate().filter_map(|(at, pair)| {
        let [first, second] = pair else { return None };
        let is_written = is_unlisted(first)
            && matches!(second.before.trim(), "" | "," | "|")
            && (is_unlisted(second) || (second.is_joined && second.is_initial()));
        let is_name = is_written && first.is_capital() == second.is_capital() && !names_thing(&words, at);
        let name = || format!("{} {}", first.plain, second.plain);
        if !is_name || (!first.is_capital() && at > 0) {
            None
        } else if !first.is_capital() {
            Some(Unlisted::Single(name()))
        } else if first.is_all_capital() != second.is_all_capital() && !second.is_initial() {
            Some(Unlisted::WithCapitals(name()))
        } else {
            Some(Unlisted::Pair(name()))
        }
    });
    let single = words.first().filter(|first| first.is_capital() && is_unlisted(first));
    let single = single.map(|first| Unlisted::Single(first.plain.to_string()));
    pairs.chain(initials(text)).chain(single).collect()
}

/// The initials a text begins with, unless they abbreviate something else.
pub(super) fn initials(text: &str) -> Option<Unlisted> {
    let first = text.split_whitespace().next()?.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
    let letters = first.replace('.', "").to_lowercase();
    let is_abbreviation = || is_abbreviation(&letters);
    if are_dotted_initials(first) && !is_abbreviation() {
        Some(Unlisted::Initials(letters))
    } else if are_initials(first) && !is_abbreviation() {
        Some(Unlisted::PerhapsInitials(letters))
    } else {
        None
    }
}

/// Whether a text begins with initials with their stops, and goes on.
pub(super) fn begins_with_dotted_initials(text: &str) -> bool {
    text.contains('.') && matches!(initials(text), Some(Unlisted::Initials(_)))
}

/// Whether letters, in lower case, abbreviate something else than a name.
pub(super) fn is_abbreviation(letters: &str) -> bool {
    ABBREVIATIONS.has(letters) || indicator::knows_word(letters)
}

/// Abbreviations as short as initials.
static ABBREVIATIONS: WordList = WordList::new(
    " uk us usa eu nb pe dob la ni pa sw iro yp mp gp pi kpi rag ytd dot sgo ico fco lac cla cin cp cpp cic cwd ehe ehc \
    nhs sen ref qa id tbc tba na hmp cls cps dfe ons gss ltd plc llp ",
);

/// Whether a cell begins with a surname in capitals before or behind a given name, and says nothing else in words.
pub(super) fn is_surname_in_capitals(cell: &str) -> bool {
    const NOUN_ENDS: [&str; 7] = ["s", "ing", "ion", "ment", "ed", "ty", "rate"];
    let is_in_capitals =
        |word: &str| word.len() > 2 && !word.chars().any(|c| c.is_lowercase() || c.is_numeric());
    if cell.len() > LONGEST_NAME || !cell.split(' ').any(is_in_capitals) {
        return false;
    }
    let words: Vec<Word> =
        words(cell).into_iter().filter(|word| word.text.chars().any(char::is_alphabetic)).collect();
    let [first, second] = words.as_slice() else { return false };
    let given = if first.is_all_capital() { second } else { first };
    matches!(unlisted(cell).first(), Some(Unlisted::WithCapitals(_)))
        && !NOUN_ENDS.iter().any(|end| given.plain.ends_with(end))
}

/// Whether two cells beside each other are a given and a family name.
pub(super) fn are_parts_of_a_name(first: &str, second: &str) -> bool {
    let is_pair = |given: &str, family: &str| {
        COMMON.get(&*folded(given)).is_some_and(|common| common.given == Listed::Only)
            && COMMON.get(&*folded(family)).is_some_and(|common| common.family >= Listed::Only)
    };
    is_pair(first, second) || is_pair(second, first)
}

/// "J.B.", "A. R.": initials with their stops.
pub(super) fn are_dotted_initials(cell: &str) -> bool {
    let letters: Vec<&str> = cell.trim_end_matches(['.', ':', ',']).split('.').map(str::trim).collect();
    cell.contains('.')
        && (2..=3).contains(&letters.len())
        && letters.iter().all(|each| each.len() == 1 && each.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// "JB", "AMR".
pub(super) fn are_initials(cell: &str) -> bool {
    are_dotted_initials(cell)
        || ((2..=3).contains(&cell.len()) && cell.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// Whether a cell is written like the name of a person: two to four capitalised words, or initials and a word, or
/// "Surname, First".
pub(super) fn is_persons_name(cell: &str) -> bool {
    let words: Vec<&str> = cell.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let is_word = |word: &&str| {
        let plain = word.trim_end_matches('.');
        let mut characters = plain.chars();
        let lower = plain.to_lowercase();
        let lower = lower.trim_end_matches("'s");
        characters.next().is_some_and(char::is_uppercase)
            && characters.all(|c| c.is_alphabetic() || "'-\u{2019}".contains(c))
            && !NO_PERSON.has(lower)
            && !THINGS.has(lower)
    };
    !cell.ends_with('.')
        && (2..=4).contains(&words.len())
        && words.iter().all(is_word)
        && words.iter().any(|word| word.len() > 2)
}

/// "Produced by: H Whitmore, Performance", "Author: Dr Helen Whitmore": who holds an office, behind it.
pub(super) fn names_holder(text: &str) -> bool {
    const LONGEST_OFFICE: usize = 40;
    let cut =
        |separator: &str| text.split_once(separator).filter(|(office, _)| office.len() <= LONGEST_OFFICE);
    let holder =
        |rest: &str| rest.split([',', ';', '|', '(']).next().is_some_and(|name| is_persons_name(name.trim()));
    [": ", " by ", " - ", " \u{2013} "]
        .into_iter()
        .filter_map(cut)
        .any(|(office, rest)| holder(rest) && contact::is_of_office(&format!("{office} by")))
}
