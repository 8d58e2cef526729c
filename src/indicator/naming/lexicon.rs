//! Words to concepts: the longest phrases of the grammar, word by word, with a spelling a letter or two away.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::concepts::Concepts;
use super::{codes, text};
use crate::area;

/// What a concept does in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// Words such as "the" and "child", which also may stand within a phrase.
    Small,
    /// Words around the subject.
    Frame,
    /// What sort of number it is.
    Measure,
    /// What is measured.
    Subject,
    /// Whom it is of, when, where, per what and how well: not yet what.
    Aspect,
    /// Known to mean something no indicator is about, or to turn a name into its opposite.
    Other,
    /// Words of a sentence around what it tells of: "achieved by", "slightly". In a name they are not known.
    Telling,
    /// An ordinary word of which no name is made: it is no misspelling of one that is.
    Ordinary,
}

/// A concept and the phrases that say it, separated by `|`.
struct Vocabulary {
    role: Role,
    phrases: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// What the words of a text say.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Said {
    /// The concepts of what is measured, of whom, and of the sort of number.
    pub concepts: Concepts,
    /// Whether every word was understood, and none speaks of something no indicator is about.
    pub is_understood: bool,
    /// Whether a word had to be corrected.
    pub is_corrected: bool,
    /// What it says that no indicator is about, or that it is of what was not done, or late.
    pub others: Concepts,
}

impl Said {
    /// Whether it tells of what was not done, or late.
    pub(super) fn is_opposite(&self) -> bool {
        self.others.has(OPPOSITE)
    }
}

type Node = u32;
type Word = u32;

/// The grammar, ready to follow words through.
pub(super) struct Lexicon {
    words: FxHashMap<String, Word>,
    /// The words worth correcting to, by first letter.
    spellings: FxHashMap<char, Vec<Spelling>>,
    /// What follows each node, in the order of the words.
    next: Vec<Vec<(Word, Node)>>,
    /// What the phrase that ends at a node says, if one ends there.
    meanings: Vec<Option<Concepts>>,
    small: Vec<bool>,
    /// Whether each word stands in names, and not only in sentences.
    in_names: Vec<bool>,
    frame: Concepts,
    other: Concepts,
    telling: Concepts,
    /// What does not yet tell what is measured.
    aspects: Concepts,
}

/// How many small words a phrase may be interrupted by at once.
const MOST_SKIPPED: u8 = 3;

/// What words are looked at as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wording {
    /// The name of something in a table, in which words may be misspelt.
    Name,
    /// A part of a sentence.
    Sentence,
}

struct Spelling {
    word: String,
    letters: u32,
    means: Word,
}

/// Letters and digits of a word as bits: two words a few letters apart differ in few of them.
fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |set, byte| set | 1 << (byte % 32))
}

/// The one grammar.
pub(super) fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(Lexicon::new)
}

impl Lexicon {
    fn new() -> Self {
        let mut all = Self {
            words: FxHashMap::default(),
            spellings: FxHashMap::default(),
            next: vec![Vec::new()],
            meanings: vec![None],
            small: Vec::new(),
            in_names: Vec::new(),
            frame: Concepts::default(),
            other: Concepts::default(),
            telling: Concepts::default(),
            aspects: Concepts::default(),
        };
        for (concept, vocabulary) in (0..).zip(VOCABULARY) {
            if vocabulary.role == Role::Ordinary {
                for word in vocabulary.phrases.split('|').flat_map(text::words) {
                    all.word(&word);
                }
                continue;
            }
            let set = match vocabulary.role {
                Role::Small | Role::Frame => Some(&mut all.frame),
                Role::Other => Some(&mut all.other),
                Role::Telling => Some(&mut all.telling),
                Role::Measure | Role::Aspect => Some(&mut all.aspects),
                Role::Subject | Role::Ordinary => None,
            };
            if let Some(set) = set {
                *set = set.with(concept);
            }
            for phrase in
                vocabulary.phrases.split('|').filter(|phrase| !phrase.is_empty()).flat_map(spelled_out)
            {
                let words = text::words(&phrase);
                if let ([word], Role::Small) = (words.as_slice(), vocabulary.role) {
                    let word = all.word(word);
                    all.small[word as usize] = true;
                }
                all.add(&words, concept);
                if vocabulary.role != Role::Telling {
                    all.stand_in_names(&words);
                }
            }
        }
        for council in area::councils() {
            let name = text::words(council.name);
            let bare: Vec<String> = name
                .iter()
                .filter(|word| !matches!(word.as_str(), "county" | "city" | "of"))
                .cloned()
                .collect();
            for name in [name, bare] {
                // Reading is a subject before it is a town, and London a region before it is a city.
                if name != ["reading"] && name != ["london"] {
                    all.add(&name, PLACE);
                    all.stand_in_names(&name);
                }
            }
        }
        let known: Vec<(String, Word)> = all
            .words
            .iter()
            .filter(|(word, _)| all.knows(word))
            .map(|(word, number)| (word.clone(), *number))
            .collect();
        let numerals = text::NUMBERS.iter().filter_map(|numeral| {
            let digits = text::words(numeral).concat();
            Some(((*numeral).to_owned(), *all.words.get(&digits)?))
        });
        // "children" is evened out to "child", and is misspelt as itself.
        let children = all.words.get("child").map(|child| ("children".to_owned(), *child));
        for (word, means) in known.into_iter().chain(numerals.collect::<Vec<_>>()).chain(children) {
            let first = word.chars().next().filter(|first| first.is_ascii_alphabetic() && word.len() > 3);
            if let Some(first) = first {
                let spelling = Spelling { letters: letters(&word), word, means };
                all.spellings.entry(first).or_default().push(spelling);
            }
        }
        all
    }

    fn word(&mut self, word: &str) -> Word {
        if let Some(known) = self.words.get(word) {
            return *known;
        }
        let number = Word::try_from(self.small.len()).unwrap_or(Word::MAX);
        self.words.insert(word.to_owned(), number);
        self.small.push(false);
        self.in_names.push(false);
        number
    }

    fn stand_in_names(&mut self, words: &[String]) {
        for word in words {
            let word = self.word(word);
            self.in_names[word as usize] = true;
        }
    }

    fn add(&mut self, words: &[String], concept: u16) {
        let mut node = 0;
        for word in words {
            let word = self.word(word);
            let fresh = Node::try_from(self.meanings.len()).unwrap_or(Node::MAX);
            let following = &mut self.next[node as usize];
            node = match following.binary_search_by_key(&word, |(word, _)| *word) {
                Ok(known) => following[known].1,
                Err(position) => {
                    following.insert(position, (word, fresh));
                    self.next.push(Vec::new());
                    self.meanings.push(None);
                    fresh
                }
            };
        }
        if node != 0 {
            let meaning = self.meanings[node as usize].unwrap_or_default();
            self.meanings[node as usize] = Some(meaning.with(concept));
        }
    }

    /// Whether a single word is one that names are made of.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.words.get(word).is_some_and(|word| self.in_names[*word as usize])
    }

    /// What these concepts tell of what is measured: whom, when, where, per what and how well are not yet that, nor that it is
    /// of placements.
    pub(super) fn subject(&self, said: Concepts) -> Concepts {
        let who = if said.has(CARER) { const { Concepts::of(&[FOSTER]) } } else { Concepts::default() };
        said.without(self.aspects).without(who).without(const { Concepts::of(&[PLACEMENT]) })
    }

    /// What a name says.
    pub(super) fn said(&self, text: &str) -> Said {
        self.said_in(text, Wording::Name)
    }

    /// What a text says.
    pub(super) fn said_in(&self, text: &str, wording: Wording) -> Said {
        if text.len() > text::LONGEST {
            return Said::default();
        }
        let text = codes::without_codes(text, &|word| self.knows(word));
        let words = text::without_periods(&text::words(&text));
        let mut is_corrected = false;
        let numbers: Vec<Option<Word>> = words
            .iter()
            .map(|word| {
                if wording == Wording::Sentence {
                    return self.words.get(word).copied();
                }
                self.words.get(word).copied().filter(|number| self.in_names[*number as usize]).or_else(|| {
                    let corrected = self.corrected(word);
                    is_corrected |= corrected.is_some();
                    corrected
                })
            })
            .collect();
        let mut said = Said { is_understood: true, is_corrected, ..Said::default() };
        // "Of our children are girls" is what stands behind a percentage; "of whom" begins a part of the row before.
        let of_what =
            words.split_first().filter(|(first, _)| *first == "of").and_then(|(_, rest)| rest.first());
        let is_behind = |word: &String| !["whom", "which", "these", "those", "them"].contains(&word.as_str());
        if wording == Wording::Name && of_what.is_some_and(is_behind) {
            said.concepts = said.concepts.with(PERCENT);
        }
        let mut index = 0;
        let mut after_place = false;
        while index < numbers.len() {
            if let Some((end, meaning)) = self.longest(&numbers, index, wording) {
                let own = meaning.without(self.frame);
                let own = own.without(self.telling);
                if after_place && (own.has(FOSTER) || own.has(CARER)) {
                    said.concepts = said.concepts.with(FOSTER_OF_PLACE);
                }
                after_place = own.has(PLACE);
                said.others = said.others.and(own.shared(self.other));
                said.concepts = said.concepts.and(own.without(self.other));
                index = end;
            } else {
                said.is_understood &= is_councils_initials(&words[index]);
                after_place = false;
                index += 1;
            }
        }
        said.is_understood &= said.others.is_empty();
        said
    }

    /// The longest phrase that begins at a word, and where it ends.
    fn longest(&self, words: &[Option<Word>], start: usize, wording: Wording) -> Option<(usize, Concepts)> {
        let mut best = None;
        words[start]?;
        let mut open = vec![(0, start, 0_u8)];
        while let Some((node, at, skipped)) = open.pop() {
            if let Some(meaning) = self.meanings[node as usize]
                && (wording == Wording::Sentence || !meaning.without(self.telling).is_empty())
                && best.is_none_or(|(end, _)| at > end)
                && skipped == 0
            {
                best = Some((at, meaning));
            }
            let Some(word) = words.get(at).copied().flatten() else { continue };
            if node != 0 && self.small[word as usize] && skipped < MOST_SKIPPED {
                open.push((node, at + 1, skipped + 1));
            }
            let following = &self.next[node as usize];
            if let Ok(known) = following.binary_search_by_key(&word, |(word, _)| *word) {
                // No phrase ends with a small word behind others that were passed over: "living (with) in|-house carers".
                let skipped = if skipped > 0 && self.small[word as usize] { MOST_SKIPPED } else { 0 };
                open.push((following[known].1, at + 1, skipped));
            }
        }
        best
    }

    /// The one known word that a word is a misspelling of: a letter away, two for long words. The first letter agrees,
    /// which keeps "accompanied" from becoming its opposite; a capital I may have become an l.
    fn corrected(&self, word: &str) -> Option<Word> {
        if !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return None;
        }
        let allowed = match word.len() {
            4..=8 => 1,
            9..=30 => 2,
            _ => return None,
        };
        let word = match word.strip_prefix('l') {
            Some(rest) if !rest.starts_with(['a', 'e', 'i', 'o', 'u', 'y', 'l']) => &format!("i{rest}"),
            _ => word,
        };
        if let Some(known) = self.words.get(word) {
            return Some(*known);
        }
        let own = letters(word);
        // A word that says something before one that says nothing: "thre" is "three" rather than "there".
        let mut nearest: Option<((usize, bool), Word)> = None;
        let mut is_alone = true;
        for spelling in self.spellings.get(&word.chars().next()?)? {
            let is_near = spelling.word.len().abs_diff(word.len()) <= allowed
                && (spelling.letters ^ own).count_ones() as usize <= 2 * allowed;
            if !is_near {
                continue;
            }
            let distance = strsim::osa_distance(&spelling.word, word);
            let rank = (distance, self.small[spelling.means as usize]);
            match nearest {
                _ if distance > allowed => {}
                Some((least, _)) if rank > least => {}
                Some((least, _)) if rank == least => is_alone = false,
                _ => (nearest, is_alone) = (Some((rank, spelling.means)), true),
            }
        }
        nearest.filter(|_| is_alone).map(|(_, known)| known)
    }
}

/// The phrases that a pattern stands for: "(suitable/proper) home" for two.
fn spelled_out(pattern: &str) -> Vec<String> {
    let parts = pattern.split_once('(').and_then(|(before, rest)| Some((before, rest.split_once(')')?)));
    let Some((before, (choices, after))) = parts else { return vec![pattern.to_owned()] };
    let after = spelled_out(after);
    let mut phrases = Vec::new();
    for choice in choices.split('/') {
        phrases.extend(after.iter().map(|after| format!("{before}{choice}{after}")));
    }
    phrases
}

/// "ESCC", "LBBD", as councils shorten their names.
fn is_councils_initials(word: &str) -> bool {
    (4..=6).contains(&word.len()) && ["cc", "mbc", "dc"].iter().any(|end| word.ends_with(end))
}
