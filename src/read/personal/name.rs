//! Names of people: by the lists of common ones, by how they are written, and by what stands about them.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::{contact, is_among};
use crate::{area, indicator};

/// Letters that can be a name, alone or several words: for cells under a heading that says they are names.
pub(super) fn is_words_of_a_name(cell: &str) -> bool {
    const NOT_NAMES: &str =
        " yes no n/a na nil none total known unknown missing blank complete incomplete c ";
    let letters = cell.chars().filter(|character| character.is_alphabetic()).count();
    let is_plain =
        cell.chars().all(|character| character.is_alphabetic() || " .,'-\u{2019}".contains(character));
    letters > 0
        && is_plain
        && cell.split_whitespace().count() <= 5
        && !is_among(&cell.to_lowercase(), NOT_NAMES)
}

/// Words of titles, teams and figures, which are written like names but are not.
const NO_PERSON: &str = " academy adoption adviser agency all april area assistant assurance august average board care centre chair \
    chief children childrens checks city coast college commissioning committee contact corporate council county \
    court december deputy director disabilities disability district duty early east education england executive \
    family february foster fostering group head health help homes house housing in independent january july \
    june known lead leaver leavers leaving lives local london looked manager march member midlands national \
    north november number october of officer other partner participation path people performance permanence \
    placement placements plan planning police portfolio practice primary principal private programme provider \
    quality rate region residential safeguarding school secondary september service services social solutions \
    south specialist stability strategic strategy street support supported team teams the through total trust \
    unit vacant virtual ward welfare west with work worker workers workforce years young youth and for to not \
    kinship secure semi living ltd limited outcomes first next new scorecard report dashboard summary data \
    quarter monthly annual parenting panel budget cost costs actual forecast variance target green amber red \
    good outstanding inadequate requires improvement male female white black asian mixed british african \
    caribbean pakistani indian bangladeshi chinese arab any background ";

/// Words that make the name before them one of a place, a house or a body ("Thomas Clarkson Academy").
const THINGS: &str = " academy school college university nursery infants juniors primary secondary house home lodge cottage court \
    centre center hall road street lane avenue close drive way grove gardens terrace place square park farm \
    foundation trust charity hospital surgery clinic church ward hub project programme scheme award fund \
    review inquiry report act law team unit fostering care ltd limited plc llp council borough locality cluster \
    district partnership services association society institute class group building barn manor ";

/// Words before a name that make it one of a saint or a king, after whom something is called.
const HONOURS: &str = " st saint saints king queen prince princess lady lord sir dame duke earl ";

/// What one child does, in the words of case notes and comments.
const VERBS: &str = " was is has had moved said says lives lived went remains ran wants wanted attended started left came will needs \
    needed became returned absconded feels told stayed refused missed hopes likes enjoys visited seen placed living ";

/// How a word is used, by the lists of common names.
#[derive(Clone, Copy, Default)]
struct Use {
    is_given: bool,
    /// A given name that is an ordinary word, a month, a plant or a place as well.
    is_word: bool,
    is_family: bool,
}

/// The common names; see `data/README.md`.
static COMMON: LazyLock<HashMap<&'static str, Use>> = LazyLock::new(|| {
    let mut uses: HashMap<&'static str, Use> = HashMap::new();
    for line in include_str!("../../../data/personal_names.csv").lines().skip(1) {
        let kind = line.split(',').next().unwrap_or_default();
        let names = line.rsplit(',').next().unwrap_or_default();
        for name in names.split(' ') {
            let known = uses.entry(name).or_default();
            known.is_family |= kind == "family";
            known.is_given |= kind == "given";
            known.is_word |= kind == "given word";
        }
    }
    uses
});

/// The words that indicators, their definitions and headings are made of.
static VOCABULARY: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let texts = indicator::all()
        .iter()
        .flat_map(|each| [&*each.title, &*each.definition].into_iter().chain(each.aliases.iter().copied()));
    let words = texts.chain([NO_PERSON, THINGS]).flat_map(|text| text.split(|c: char| !c.is_alphabetic()));
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
});

/// One word of a text.
struct Word {
    text: String,
    /// In lower case and without marks on its letters.
    plain: String,
    /// Whether only white space is between it and the word before.
    is_joined: bool,
    before: String,
    is_possessive: bool,
    common: Use,
}

impl Word {
    fn new(text: &str, before: &str) -> Self {
        let text = text.trim_end_matches(['-', '\'', '\u{2019}']);
        let owner = text.strip_suffix("'s").or_else(|| text.strip_suffix("\u{2019}s"));
        let plain = folded(owner.unwrap_or(text));
        let common = COMMON.get(plain.as_str()).copied().unwrap_or_default();
        Self {
            text: owner.unwrap_or(text).to_owned(),
            plain,
            is_joined: before.trim().is_empty(),
            before: before.to_owned(),
            is_possessive: owner.is_some(),
            common,
        }
    }

    fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    fn is_all_capital(&self) -> bool {
        self.text.chars().count() > 1 && !self.text.chars().any(char::is_lowercase)
    }

    fn is_initial(&self) -> bool {
        self.is_capital() && self.text.chars().count() == 1
    }

    /// Letters that no heading, indicator or area is made of.
    fn is_unknown(&self) -> bool {
        self.text.chars().count() > 2
            && self.text.chars().all(|c| c.is_alphabetic() || "'-\u{2019}".contains(c))
            && !self.plain.split('-').any(|part| VOCABULARY.contains(part))
            && !contact::is_office_word(&self.plain)
            && !is_among(&self.plain, VERBS)
            && !is_among(&self.plain, HONOURS)
    }

    fn is_plain_given(&self) -> bool {
        let first = self.plain.split('-').next().and_then(|first| COMMON.get(first));
        (self.common.is_given || first.is_some_and(|each| each.is_given)) && !self.common.is_word
    }

    fn has_marks(&self) -> bool {
        self.text.chars().any(|c| c.is_alphabetic() && !c.is_ascii())
    }
}

/// Lower case, with the marks of European letters left off, as the lists are written.
fn folded(text: &str) -> String {
    let plain = |character: char| match character {
        '\u{2019}' => '\'',
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'đ' | 'ď' => 'd',
        'é' | 'è' | 'ê' | 'ë' | 'ě' | 'ę' => 'e',
        'ğ' => 'g',
        'í' | 'ì' | 'î' | 'ï' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ő' | 'ø' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ț' | 'ţ' | 'ť' => 't',
        'ú' | 'ù' | 'û' | 'ü' | 'ů' | 'ű' => 'u',
        'ý' => 'y',
        'ž' | 'ź' | 'ż' => 'z',
        other => other,
    };
    text.to_lowercase().chars().map(plain).collect()
}

fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let (mut word, mut gap) = (String::new(), String::new());
    for character in text.chars().chain(['\n']) {
        let is_inside = !word.is_empty() && "'-\u{2019}".contains(character);
        if character.is_alphanumeric() || is_inside {
            word.push(character);
        } else {
            if !word.is_empty() {
                words.push(Word::new(&word, &gap));
                word.clear();
                gap.clear();
            }
            gap.push(character);
        }
    }
    words
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
    // Most cells are numbers.
    if !text.chars().any(char::is_alphabetic) {
        return false;
    }
    if text.split_whitespace().any(is_of_other_script) {
        return true;
    }
    let words = words(text);
    let is_name = |at| (is_full_name(&words, at) || is_told_of(&words, at)) && !names_thing(&words, at);
    (0..words.len()).any(is_name) && area::by_name(text).is_none()
}

/// Whether a word is written in another script, but for abbreviations in letters that only look Latin.
fn is_of_other_script(word: &str) -> bool {
    let is_other = |c: &char| c.is_alphabetic() && (('\u{0400}'..'\u{1E00}').contains(c) || *c > '\u{2E7F}');
    word.chars().filter(is_other).count() > 2 && !word.chars().all(char::is_uppercase)
}

/// Whether the words from one on, written with capitals, name a place or a body, or one after a saint or a king.
fn names_thing(words: &[Word], at: usize) -> bool {
    let run = words[at + 1..].iter().take_while(|word| word.is_joined && word.is_capital());
    let honour = at > 0 && is_among(&words[at - 1].plain, HONOURS);
    honour || run.take(4).any(|word| is_among(&word.plain, THINGS))
}

fn is_full_name(words: &[Word], at: usize) -> bool {
    const TITLES: &str = " mr mrs miss ms master ";
    /// Family names that make a place of a plant's name before them.
    const LANDS: &str =
        " hill wood woods marsh heath hall moss stone waters winter summers birch wells cross field young ";
    let word = &words[at];
    let Some(next) = words.get(at + 1) else { return false };
    let begins = at == 0 || !word.is_joined;
    if next.before.trim() == "," && begins {
        let ends = words.get(at + 2).is_none_or(|after| !after.is_joined || after.is_initial());
        return word.is_capital()
            && next.is_capital()
            && next.is_plain_given()
            && !word.is_plain_given()
            && (word.common.is_family || word.is_unknown())
            && ends;
    }
    if word.is_initial() && begins && matches!(next.before.trim(), "" | ".") {
        return next.common.is_family && next.is_capital() && next.text.len() > 2;
    }
    if !next.is_joined {
        return false;
    }
    let both_capital = word.is_capital() && next.is_capital();
    // "ZIELONKA Kacper".
    if begins && word.is_all_capital() && word.is_unknown() && !next.is_all_capital() {
        return next.is_capital() && next.is_plain_given();
    }
    if is_among(&word.plain, TITLES) {
        return both_capital && next.is_unknown();
    }
    let same_case = word.is_capital() == next.is_capital();
    if word.is_plain_given() {
        return (both_capital && (next.is_initial() || next.is_unknown()))
            || (same_case && next.common.is_family && !is_among(&next.plain, VERBS))
            || (same_case && next.is_unknown() && (words.len() == 2 || (at == 0 && tells(words, 2))));
    }
    let marked = word.has_marks() || next.has_marks();
    both_capital
        && ((word.common.is_word && next.common.is_family && !is_among(&next.plain, LANDS))
            || (marked && word.is_unknown() && next.is_unknown()))
}

/// Whether the word at a place says what one child does.
fn tells(words: &[Word], at: usize) -> bool {
    words.get(at).is_some_and(|word| word.is_joined && is_among(&word.plain, VERBS))
}

/// "Tyrell (14)", "Maisie has moved", "Jonah's review".
fn is_told_of(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    if !word.is_plain_given() {
        return false;
    }
    let is_aged = |next: &Word| {
        next.before.trim().starts_with('(')
            && next.text.len() <= 2
            && next.text.bytes().all(|b| b.is_ascii_digit())
    };
    let next = words.get(at + 1);
    (word.is_possessive && word.is_capital() && next.is_some_and(|next| !next.is_capital()))
        || next.is_some_and(is_aged)
        || tells(words, at + 1)
}

/// How many given names a cell holds that holds nothing else, but initials behind them and "and" between.
pub(super) fn given_names(cell: &str) -> usize {
    let words = words(cell);
    let rest_is_name = words.iter().all(|word| {
        word.is_plain_given()
            || word.common.is_word
            || word.is_initial()
            || matches!(word.plain.as_str(), "and")
    });
    if rest_is_name { words.iter().filter(|word| word.is_plain_given()).count() } else { 0 }
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
}

/// The words of the names of areas.
static AREA_WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let words = area::councils().flat_map(|area| area.name.split(|c: char| !c.is_alphabetic()));
    words.map(str::to_lowercase).collect()
});

/// What a text holds that is written like a name, the surest first.
pub(super) fn unlisted(text: &str) -> Vec<Unlisted> {
    let words = words(text);
    let is_unlisted = |word: &Word| {
        word.is_unknown()
            && !word.plain.split('-').any(|part| indicator::knows_word(part) || AREA_WORDS.contains(part))
    };
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
    pairs.chain(single.map(|first| Unlisted::Single(first.plain.clone()))).collect()
}

/// Whether a cell begins with a surname in capitals before or behind a given name, and says nothing else in words.
pub(super) fn is_surname_in_capitals(cell: &str) -> bool {
    const NOUN_ENDS: [&str; 7] = ["s", "ing", "ion", "ment", "ed", "ty", "rate"];
    let is_in_capitals =
        |word: &str| word.len() > 2 && !word.chars().any(|c| c.is_lowercase() || c.is_numeric());
    if !cell.split(' ').any(is_in_capitals) {
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
        COMMON.get(folded(given).as_str()).is_some_and(|common| common.is_given)
            && COMMON.get(folded(family).as_str()).is_some_and(|common| common.is_family)
    };
    is_pair(first, second) || is_pair(second, first)
}

/// "J.B.", "A. R.": initials with their stops.
pub(super) fn are_dotted_initials(cell: &str) -> bool {
    let letters: Vec<&str> = cell.trim_end_matches('.').split('.').map(str::trim).collect();
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
            && !is_among(lower, NO_PERSON)
            && !is_among(lower, THINGS)
    };
    !cell.ends_with('.')
        && (2..=4).contains(&words.len())
        && words.iter().all(is_word)
        && words.iter().any(|word| word.len() > 2)
}
