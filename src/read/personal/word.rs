//! The words of a text: how they are written, and what the lists of common names say of them.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::common_names::{COMMON, Listed, Use};
use super::contact;
use super::word_list::WordList;
use crate::indicator;

/// Words of titles, teams and figures, which are written like names but are not.
pub(super) static NO_PERSON: WordList = WordList::new(
    " academy adoption adviser agency all april area assistant assurance august average board care centre chair \
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
    caribbean pakistani indian bangladeshi chinese arab any background business intelligence insight analytics ",
);

/// Words that make the name before them one of a place, a house or a body ("Thomas Clarkson Academy").
pub(super) static THINGS: WordList = WordList::new(
    " academy school college university nursery infants juniors primary secondary house home lodge cottage court \
    centre center hall road street lane avenue close drive way grove gardens terrace place square park farm \
    foundation trust charity hospital surgery clinic church ward hub project programme scheme award fund \
    review inquiry report act law team unit fostering care ltd limited plc llp council borough locality cluster \
    district partnership services association society institute class group building barn manor ",
);

/// Words before a name that make it one of a saint or a king, after whom something is called.
pub(super) static HONOURS: WordList =
    WordList::new(" st saint saints king queen prince princess lady lord sir dame duke earl ");

/// Words for one person.
pub(super) static PRONOUNS: WordList = WordList::new(" he she his her him hers ");

/// What one child does, in the words of case notes and comments.
pub(super) static VERBS: WordList = WordList::new(
    " was is has had moved said says lives lived went remains ran wants wanted attended started left came will needs \
    needed became returned absconded feels told stayed refused missed hopes likes enjoys visited seen placed living \
    disclosed expressed appears appeared seems seemed struggles struggled continues continued loves loved hates engages \
    engaged attends goes does would could slept sleeps ate eats cried smiled misses turned likes settled thinks knows \
    disengaged self-harmed found picked hasn't isn't doesn't didn't won't can't ",
);

/// The words that indicators, their definitions and headings are made of.
static VOCABULARY: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let texts = indicator::all()
        .iter()
        .flat_map(|each| [&*each.title, &*each.definition].into_iter().chain(each.aliases.iter().copied()));
    let words =
        texts.chain([NO_PERSON.text, THINGS.text]).flat_map(|text| text.split(|c: char| !c.is_alphabetic()));
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
});

/// One word of a text.
pub(super) struct Word<'a> {
    pub text: &'a str,
    /// In lower case and without marks on its letters.
    pub plain: Cow<'a, str>,
    /// Whether only white space is between it and the word before.
    pub is_joined: bool,
    pub before: &'a str,
    pub is_possessive: bool,
    pub common: Use,
}

impl<'a> Word<'a> {
    fn new(text: &'a str, before: &'a str) -> Self {
        let text = text.trim_end_matches(['-', '\'', '\u{2019}']);
        let owner = text.strip_suffix("'s").or_else(|| text.strip_suffix("\u{2019}s"));
        let plain = folded(owner.unwrap_or(text));
        let common = COMMON.get(&*plain).copied().unwrap_or_default();
        Self {
            text: owner.unwrap_or(text),
            plain,
            is_joined: before.trim().is_empty(),
            before,
            is_possessive: owner.is_some(),
            common,
        }
    }

    pub(super) fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    pub(super) fn is_all_capital(&self) -> bool {
        self.text.chars().count() > 1 && !self.text.chars().any(char::is_lowercase)
    }

    pub(super) fn is_initial(&self) -> bool {
        self.is_capital() && self.text.chars().count() == 1
    }

    /// Letters, as a name is written.
    pub(super) fn is_letters(&self) -> bool {
        self.text.chars().all(|c| c.is_alphabetic() || "'-\u{2019}".contains(c))
    }

    /// A number, such as one of a list.
    pub(super) fn is_number(&self) -> bool {
        self.text.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Letters that no heading, indicator or area is made of.
    pub(super) fn is_unknown(&self) -> bool {
        self.text.chars().count() > 2
            && self.is_letters()
            && !self.plain.split('-').any(|part| VOCABULARY.contains(part))
            && !contact::is_office_word(&self.plain)
            && !VERBS.has(&self.plain)
            && !HONOURS.has(&self.plain)
    }

    /// "Ka", "Thi": as short as parts of given names are, and no abbreviation.
    pub(super) fn is_syllable(&self) -> bool {
        let is_short = (2..=4).contains(&self.text.len());
        is_short && self.is_letters() && !self.is_all_capital() && !indicator::knows_word(&self.plain)
    }

    /// A family name, and no other word.
    pub(super) fn is_family(&self) -> bool {
        self.common.family >= Listed::Only || self.has_family_ending()
    }

    /// A family name that no place is called by.
    pub(super) fn is_family_and_no_place(&self) -> bool {
        (self.common.family == Listed::NoPlace && self.plain.len() > 3) || self.has_family_ending()
    }

    fn has_family_ending(&self) -> bool {
        const ENDINGS: [&str; 20] = [
            "uddin", "ullah", "zai", "wski", "wska", "czyk", "wicz", "escu", "eanu", "enko", "chuk", "oglu",
            "ovic", "ovich", "evich", "shvili", "poulos", "mariam", "selassie", "auskas",
        ];
        const LONGER_BY: usize = 2;
        let has =
            |ending: &&str| self.plain.len() >= ending.len() + LONGER_BY && self.plain.ends_with(*ending);
        ENDINGS.iter().any(has)
    }

    /// A given name that is another word as well.
    pub(super) fn is_given_word(&self) -> bool {
        self.common.given == Listed::AsWell
    }

    /// A given name, and no other word.
    pub(super) fn is_plain_given(&self) -> bool {
        let first = || self.plain.split_once('-').and_then(|(first, _)| COMMON.get(first));
        match self.common.given {
            Listed::Only | Listed::NoPlace => true,
            Listed::AsWell => false,
            Listed::No => first().is_some_and(|first| first.given == Listed::Only),
        }
    }

    pub(super) fn has_marks(&self) -> bool {
        !self.text.is_ascii() && self.text.chars().any(|c| c.is_alphabetic() && !c.is_ascii())
    }
}

/// Lower case, with the marks of European letters left off, as the lists are written.
pub(super) fn folded(text: &str) -> Cow<'_, str> {
    // Most words are written so.
    if text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(text);
    }
    if text.is_ascii() {
        return Cow::Owned(text.to_ascii_lowercase());
    }
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

pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    // Few words are shorter.
    const SHORT: usize = 5;
    let mut words = Vec::with_capacity(text.len() / SHORT + 1);
    let is_joint = |character: char| "'-\u{2019}".contains(character);
    let mut rest = text;
    while let Some(start) = rest.find(char::is_alphanumeric) {
        let (before, word) = rest.split_at(start);
        let end = word.find(|c: char| !c.is_alphanumeric() && !is_joint(c)).unwrap_or(word.len());
        let (word, after) = word.split_at(end);
        words.push(Word::new(word, before));
        rest = after;
    }
    words
}
