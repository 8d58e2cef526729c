//! Values that are personal by their form.

use std::collections::HashSet;

use super::Kind;
use super::date::{date, holds_birth_date};
use super::word::VERBS;
use super::word_list::WordList;
use crate::period::Period;

/// The personal data a cell holds, by its form alone: as its whole content, or within a sentence where the form is
/// unmistakable.
pub(super) fn kind_of(cell: &str) -> Option<Kind> {
    // All but an address for e-mail has digits.
    if cell.len() < 5 || !cell.bytes().any(|byte| byte.is_ascii_digit() || byte == b'@') {
        return None;
    }
    let words = words(cell);
    if holds_email(cell) {
        Some(Kind::Email)
    } else if holds_birth_date(cell) {
        Some(Kind::DateOfBirth)
    } else if is_nhs_number(cell) || holds_nhs_number(&words) {
        Some(Kind::NhsNumber)
    } else if words.iter().any(|word| is_like_pupil_number(word)) {
        Some(Kind::PupilNumber)
    } else if holds_national_insurance_number(&words) {
        Some(Kind::NationalInsurance)
    } else if holds_home_office_number(cell, &words) {
        Some(Kind::HomeOffice)
    } else if holds_number_of_a_person(cell) || lists_numbers_of_persons(cell) {
        Some(Kind::PersonId)
    } else if holds_telephone(cell) {
        Some(Kind::Telephone)
    } else if is_postcode(cell) || holds_spaced_postcode(&words) {
        Some(Kind::Postcode)
    } else {
        None
    }
}

/// The words of a text, without the marks between them.
fn words(text: &str) -> Vec<&str> {
    let words = text.split(|character: char| !character.is_ascii_alphanumeric());
    words.filter(|word| !word.is_empty()).collect()
}

fn holds_email(text: &str) -> bool {
    if !text.contains('@') {
        return false;
    }
    text.split(|character: char| character.is_whitespace() || "<>(),;:\"".contains(character)).any(|word| {
        let Some((user, host)) = word.split_once('@') else { return false };
        let labels: Vec<&str> = host.trim_end_matches('.').split('.').collect();
        let is_name = |text: &str| {
            !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || "._%+-'".contains(c))
        };
        is_name(user)
            && labels.len() > 1
            && labels.iter().all(|label| is_name(label))
            && labels.last().is_some_and(|last| last.len() > 1)
    })
}

fn digits(text: &str) -> Vec<u32> {
    text.chars().filter_map(|character| character.to_digit(10)).collect()
}

/// Ten digits, alone or as 3-3-4.
pub(super) fn is_digits_like_nhs(cell: &str) -> bool {
    let only =
        cell.chars().all(|character| character.is_ascii_digit() || " -\u{2011}\u{2013}".contains(character));
    only && digits(cell).len() == 10
}

/// An NHS number: ten digits of which the last is the check digit of the others, modulo 11. Numbers in use in England
/// begin with 4, 6, 7 or (for tests) 9.
/// Source: NHS Data Dictionary, "NHS number".
pub(super) fn is_nhs_number(cell: &str) -> bool {
    if !is_digits_like_nhs(cell) {
        return false;
    }
    let digits = digits(cell);
    let groups: Vec<usize> = cell
        .split(|character: char| !character.is_ascii_digit())
        .filter(|group| !group.is_empty())
        .map(str::len)
        .collect();
    let sum: u32 = digits[..9].iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    let check = (11 - sum % 11) % 11;
    (groups == [10] || groups == [3, 3, 4]) && matches!(digits[0], 4 | 6 | 7 | 9) && check == digits[9]
}

/// An NHS number within a sentence: grouped as 3-3-4 with its check digit right, or ten digits after "NHS".
fn holds_nhs_number(words: &[&str]) -> bool {
    let grouped = words
        .windows(3)
        .any(|three| three.iter().map(|word| word.len()).eq([3, 3, 4]) && is_nhs_number(&three.join(" ")));
    let named = words
        .iter()
        .position(|word| word.eq_ignore_ascii_case("nhs"))
        .is_some_and(|at| words[at + 1..].iter().take(3).any(|word| is_digits_like_nhs(word)));
    grouped || named
}

/// Whether the ten-digit numbers of a column are NHS numbers. One in eleven sums of money has a right check digit by
/// chance; a whole column of them has not. Grouped as 3-3-4, one is enough.
pub(super) fn are_nhs_numbers(cells: &[&str]) -> bool {
    let tens: Vec<&&str> = cells.iter().filter(|cell| is_digits_like_nhs(cell)).collect();
    let right = tens.iter().filter(|cell| is_nhs_number(cell)).count();
    let grouped = tens.iter().any(|cell| is_nhs_number(cell) && !cell.chars().all(|c| c.is_ascii_digit()));
    let has_ten = |cell: &&&str| cell.bytes().filter(u8::is_ascii_digit).count() >= 10;
    let holds = cells.iter().filter(has_ten).any(|cell| holds_nhs_number(&words(cell)));
    grouped || holds || (right == tens.len() && right > 1)
}

/// A unique pupil number: a letter, the number of a council, eight more digits, and a digit or a letter.
/// Source: Department for Education, Unique pupil numbers, A guide for schools and local authorities.
pub(super) fn is_like_pupil_number(word: &str) -> bool {
    const LENGTH: usize = 13;
    let bytes = word.trim().as_bytes();
    bytes.len() == LENGTH
        && bytes[0].is_ascii_alphabetic()
        && (b'2'..=b'9').contains(&bytes[1])
        && bytes[1..LENGTH - 1].iter().all(u8::is_ascii_digit)
        && bytes[LENGTH - 1].is_ascii_alphanumeric()
}

/// Two letters, six digits in one or three groups, and a letter from A to D.
/// Source: HM Revenue and Customs, National Insurance Manual, NIM39110.
fn holds_national_insurance_number(words: &[&str]) -> bool {
    let is_number = |joined: &str| {
        let bytes = joined.as_bytes();
        bytes.len() == 9
            && bytes[..2].iter().all(u8::is_ascii_alphabetic)
            && bytes[2..8].iter().all(u8::is_ascii_digit)
            && matches!(bytes[8], b'A'..=b'D' | b'a'..=b'd')
    };
    words.iter().any(|word| is_number(word))
        || words.windows(5).any(|parts| {
            parts.iter().map(|part| part.len()).eq([2, 2, 2, 2, 1]) && is_number(&parts.concat())
        })
}

/// A letter and seven digits, as the Home Office numbers cases.
pub(super) fn is_like_home_office_number(word: &str) -> bool {
    let bytes = word.as_bytes();
    bytes.len() == 8 && bytes[0].is_ascii_uppercase() && bytes[1..].iter().all(u8::is_ascii_digit)
}

/// A number of the Home Office: four groups of four digits, or any after the words that say so.
fn holds_home_office_number(text: &str, words: &[&str]) -> bool {
    const GROUP: usize = 4;
    let is_group = |group: &str| group.len() == GROUP && group.bytes().all(|byte| byte.is_ascii_digit());
    let is_grouped = |word: &str| word.split('-').count() == GROUP && word.split('-').all(is_group);
    if text.split([' ', ',', ';']).any(is_grouped) {
        return true;
    }
    if !words.iter().any(|word| is_like_home_office_number(word)) {
        return false;
    }
    let lower = text.to_lowercase();
    ["home office", "ho ref", "ho number", "ho no", "uasc", "asylum"].iter().any(|word| lower.contains(word))
}

/// A number that a sentence gives a child or a case: "Child 41277 has moved", "LCS ID: 204511".
fn holds_number_of_a_person(text: &str) -> bool {
    static WHO: WordList = WordList::new(
        " child case client person yp pupil lcs mosaic liquidlogic carefirst ics swift azeus eclipse cid uan ",
    );
    static RECORD: WordList = WordList::new(" ref reference id record ");
    static NUMBER: WordList = WordList::new(" id no number ref reference record ");
    const FEWEST_DIGITS: usize = 5;
    if digits(text).len() < FEWEST_DIGITS {
        return false;
    }
    let is_word_end = |c: char| !c.is_alphanumeric() && !matches!(c, '-' | '/');
    let words: Vec<String> =
        text.split(is_word_end).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let is_number = |word: &String| is_identifier(word) && digits(word).len() >= FEWEST_DIGITS;
    words.iter().enumerate().any(|(at, word)| {
        let is_rate =
            at.checked_sub(1).is_some_and(|before| matches!(words[before].as_str(), "per" | "a" | "each"));
        let mut behind = words[at + 1..].iter().skip_while(|word| NUMBER.has(word));
        let is_numbered = behind.next().is_some_and(is_number);
        let mut is_told = || behind.next().is_some_and(|word| VERBS.has(word));
        is_numbered && !is_rate && (WHO.has(word) || (RECORD.has(word) && is_told()))
    })
}

/// A British telephone number: a national one of ten or eleven digits with its 0, or one after +44 or 0044.
fn holds_telephone(text: &str) -> bool {
    let mut run = String::new();
    let mut is_found = false;
    for character in text.chars().chain(['\n']) {
        if character.is_ascii_digit() || (character == '+' && run.is_empty()) {
            run.push(character);
        } else if !matches!(character, ' ' | '-' | '(' | ')' | '\u{2011}') || run.is_empty() {
            is_found |= is_telephone(&run);
            run.clear();
        }
    }
    is_found
}

fn is_telephone(run: &str) -> bool {
    let national = run
        .strip_prefix("+44")
        .or_else(|| run.strip_prefix("0044"))
        .map(|rest| rest.trim_start_matches('0'))
        .or_else(|| run.strip_prefix('0'));
    national.is_some_and(|rest| {
        matches!(rest.len(), 9 | 10)
            && rest.bytes().all(|byte| byte.is_ascii_digit())
            && matches!(rest.as_bytes()[0], b'1' | b'2' | b'3' | b'7' | b'8')
    })
}

/// The postcode areas of the United Kingdom. Source: ONS Postcode Directory.
static POSTCODE_AREAS: WordList = WordList::new(
    " AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX \
    FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX \
    PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE ",
);

/// A full postcode, with or without its space.
fn is_postcode(cell: &str) -> bool {
    let cell = cell.trim();
    if !cell.is_ascii() || cell.len() > 8 || cell.len() < 5 {
        return false;
    }
    let upper = cell.to_ascii_uppercase();
    match upper.split_once(' ') {
        Some((outward, inward)) => is_outward(outward) && is_inward(inward.trim_start()),
        None => is_outward(&upper[..upper.len() - 3]) && is_inward(&upper[upper.len() - 3..]),
    }
}

/// Letters and digits as in a postcode, of whatever area: "ZZ99 3VZ" stands for no address.
pub(super) fn is_like_postcode(cell: &str) -> bool {
    let Some((outward, inward)) = cell.trim().split_once(' ') else { return false };
    let letters = outward.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = outward.len() - letters;
    (1..=2).contains(&letters)
        && (1..=2).contains(&digits)
        && outward.bytes().skip(letters).all(|byte| byte.is_ascii_digit())
        && matches!(inward.as_bytes(), [digit, rest @ ..] if digit.is_ascii_digit() && rest.len() == 2 && rest.iter().all(u8::is_ascii_uppercase))
}

/// A postcode within a sentence or an address, in capitals and with its space.
fn holds_spaced_postcode(words: &[&str]) -> bool {
    words.windows(2).any(|pair| is_outward(pair[0]) && is_inward(pair[1]))
}

fn is_outward(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let rest = &text.as_bytes()[letters..];
    let is_area = (1..=2).contains(&letters) && POSTCODE_AREAS.has(&text[..letters]);
    let is_district = match rest {
        [digit] => digit.is_ascii_digit(),
        [digit, other] => digit.is_ascii_digit() && (other.is_ascii_digit() || other.is_ascii_uppercase()),
        _ => false,
    };
    is_area && is_district
}

/// A digit and two letters, of which C, I, K, M, O and V are never used.
fn is_inward(text: &str) -> bool {
    let used = |byte: &u8| byte.is_ascii_uppercase() && !b"CIKMOV".contains(byte);
    matches!(text.as_bytes(), [digit, first, second] if digit.is_ascii_digit() && used(first) && used(second))
}

/// A house number or name with the word for a street, or a postcode.
pub(super) fn is_address(cell: &str) -> bool {
    const STREETS: [&str; 22] = [
        "road", "rd", "street", "st", "lane", "avenue", "ave", "close", "drive", "way", "court", "crescent",
        "gardens", "grove", "place", "terrace", "square", "hill", "view", "park", "house", "cottage",
    ];
    let words: Vec<String> = cell
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let has_street = words.iter().any(|word| STREETS.contains(&word.as_str()));
    let has_number = words
        .iter()
        .any(|word| word.len() < 6 && word.bytes().next().is_some_and(|byte| byte.is_ascii_digit()));
    (words.len() > 2 && has_street && has_number)
        || is_postcode(cell)
        || holds_spaced_postcode(&self::words(cell))
}

/// Whether a text lists numbers of persons: three or more of five to nine digits each, and the word for whom they are of.
fn lists_numbers_of_persons(text: &str) -> bool {
    const FEWEST: usize = 3;
    let is_number =
        |word: &&str| (5..10).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    let words = || text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '(' | ')' | '.'));
    let mut numbers = words().filter(is_number);
    let Some(first) = numbers.next() else { return false };
    let same = numbers.filter(|number| number.len() == first.len() && *number != first).count();
    let lower = text.to_lowercase();
    let names_persons =
        ["child", "young p", "case", "client", "person", "pupil"].iter().any(|word| lower.contains(word));
    let counts = ["population", "budget", "cost", "code", "urn", "spend", "account", "\u{A3}"];
    same + 1 >= FEWEST && names_persons && !counts.iter().any(|word| lower.contains(word))
}

/// A number or a code as systems give to persons.
pub(super) fn is_identifier(cell: &str) -> bool {
    let is_code = cell.chars().all(|character| character.is_ascii_alphanumeric() || "-_".contains(character));
    is_code && (4..=16).contains(&cell.len()) && digits(cell).len() >= 3 && date(cell).is_none()
}

/// Whether the cells below a heading such as "Ref" are numbers or codes of persons or cases, and no years.
pub(super) fn are_ids(cells: &[&str]) -> bool {
    const FEWEST_DIGITS: usize = 4;
    let is_id = |cell: &&&str| {
        let is_code = is_identifier(&cell.replace('/', "-")) && date(cell).is_none();
        is_code && digits(cell).len() >= FEWEST_DIGITS && Period::parse(cell).is_err()
    };
    let distinct: HashSet<&&str> = cells.iter().filter(is_id).collect();
    !cells.is_empty() && distinct.len() == cells.len()
}
