//! Names of people, by how they are written.

use super::is_among;

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

/// Words of titles, teams and figures, which are written like names and are none.
const NO_PERSON: &str = " academy adoption adviser agency all april area assistant assurance august average board care centre chair \
    chief children childrens checks city coast college commissioning committee contact corporate council county \
    court december deputy director disabilities disability district duty early east education england executive \
    family february foster fostering group head health help home homes house housing in independent january july \
    june known lead leaver leavers leaving lives local london looked manager march member midlands national \
    north november number october of officer other partner participation path people performance permanence \
    placement placements plan planning police portfolio practice primary principal private programme provider \
    quality rate region residential safeguarding school secondary september service services social solutions \
    south specialist stability strategic strategy street support supported team teams the through total trust \
    unit vacant virtual ward welfare west with work worker workers workforce years young youth and for to not \
    kinship secure semi living ltd limited outcomes first next new ";

/// Whether a cell is written like the name of a person: two to four capitalised words, or initials and a word, or
/// "Surname, First".
pub(super) fn is_persons_name(cell: &str) -> bool {
    let words: Vec<&str> = cell.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let is_word = |word: &&str| {
        let plain = word.trim_end_matches('.');
        let mut characters = plain.chars();
        characters.next().is_some_and(char::is_uppercase)
            && characters.all(|c| c.is_alphabetic() || "'-\u{2019}".contains(c))
            && !is_among(plain.to_lowercase().trim_end_matches("'s"), NO_PERSON)
    };
    !cell.ends_with('.')
        && (2..=4).contains(&words.len())
        && words.iter().all(is_word)
        && words.iter().any(|word| word.len() > 2)
}
