//! Headings that announce personal data.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::word_list::WordList;
use super::{Kind, Whose, contact, date, name, stand_in, value};
use crate::area;
use crate::indicator::{self, Match};

/// What a heading announces.
#[derive(Clone, Debug)]
pub(super) struct Meaning {
    pub kind: Kind,
    /// The heading, without what stands beside its words: that may itself be personal.
    pub heading: String,
    /// All of its words, in lower case.
    written: String,
    /// Whether the heading may also head something else, such as the names of indicators.
    is_loose: bool,
}

/// Headings that name one kind of personal data, in lower case, with one space between words.
const HEADINGS: [(Kind, &[&str]); 11] = [
    (
        Kind::Name,
        &[
            "first name",
            "firstname",
            "forename",
            "forenames",
            "surname",
            "last name",
            "lastname",
            "family name",
            "given name",
            "given names",
            "middle name",
            "middle names",
            "full name",
            "fullname",
            "child name",
            "childs name",
            "name of child",
            "name of young person",
            "young person name",
            "young persons name",
            "yp name",
            "client name",
            "person name",
            "persons name",
            "service user name",
            "pupil name",
            "pupils name",
            "student name",
            "carer name",
            "carers name",
            "foster carer name",
            "foster carers name",
            "parent name",
            "parents name",
            "mother name",
            "mothers name",
            "fathers name",
            "known as",
            "preferred name",
            "initials",
            "child initials",
            "childs initials",
            "social worker name",
            "worker name",
            "sw name",
            "pa name",
            "personal adviser name",
            "iro name",
            "surname first name",
            "forename surname",
            "surname forename",
            "name of carer",
            "care leaver name",
            "name of social worker",
        ],
    ),
    (
        Kind::DateOfBirth,
        &[
            "dob",
            "d o b",
            "date of birth",
            "dateofbirth",
            "birth date",
            "birthdate",
            "born",
            "date born",
            "childs dob",
            "child dob",
            "childs date of birth",
            "yp dob",
            "date of birth dob",
            "birthday",
        ],
    ),
    (Kind::NhsNumber, &["nhs number", "nhs no", "nhs", "nhs num", "nhsnumber", "nhsno", "nhs id"]),
    (Kind::PupilNumber, &["upn", "unique pupil number", "pupil number", "upn number", "pupil upn"]),
    (
        Kind::Postcode,
        &["postcode", "post code", "home postcode", "placement postcode", "pcode", "childs postcode"],
    ),
    (
        Kind::Address,
        &[
            "address",
            "home address",
            "address line 1",
            "address 1",
            "placement address",
            "street",
            "current address",
            "carer address",
            "carers address",
            "address line 2",
            "full address",
            "last known address",
        ],
    ),
    (Kind::Email, &["email", "e mail", "email address", "e mail address", "contact email"]),
    (
        Kind::Telephone,
        &[
            "phone",
            "telephone",
            "mobile",
            "tel",
            "phone number",
            "telephone number",
            "mobile number",
            "tel no",
            "phone no",
            "mobile no",
            "contact number",
            "contact no",
            "telephone no",
        ],
    ),
    (
        Kind::NationalInsurance,
        &[
            "ni number",
            "ni no",
            "nino",
            "national insurance",
            "national insurance number",
            "national insurance no",
        ],
    ),
    (
        Kind::HomeOffice,
        &[
            "home office ref",
            "home office reference",
            "home office number",
            "home office no",
            "ho ref",
            "ho reference",
            "ho number",
            "ho no",
            "port reference",
        ],
    ),
    (
        Kind::PersonId,
        &[
            "child id",
            "childs id",
            "person id",
            "client id",
            "lcs id",
            "mosaic id",
            "liquidlogic id",
            "case id",
            "case number",
            "case no",
            "child unique id",
            "unique child id",
            "unique id",
            "pupil id",
            "swis id",
            "person number",
            "person no",
            "child ref",
            "child reference",
            "carefirst id",
            "pid",
            "lcs number",
            "mosaic number",
            "young person id",
            "yp id",
            "service user id",
            "client number",
            "case reference",
            "case ref",
            "lcs no",
            "ics id",
            "child number",
            "child no",
            "framework id",
            "mosaic no",
            "lcs ref",
        ],
    ),
];

/// Headings that head names of people in one table and something else in the next.
const LOOSE_NAMES: &[&str] = &[
    "name",
    "names",
    "child",
    "children",
    "young person",
    "yp",
    "client",
    "case",
    "person",
    "pupil",
    "student",
    "service user",
    "social worker",
    "sw",
    "worker",
    "allocated worker",
    "allocated social worker",
    "key worker",
    "iro",
    "personal adviser",
    "pa",
    "carer",
    "carers",
    "foster carer",
    "foster carers",
    "adopter",
    "adopters",
    "mother",
    "father",
    "parent",
    "care leaver",
    "contact",
    "contact name",
    "lead",
    "advocate",
    "visitor",
    "mentor",
    "team manager",
    "manager",
    "siblings",
    "owner",
    "author",
    "lead officer",
    "report author",
    "responsible officer",
    "head of service",
    "service manager",
    "chair",
    "champion",
    "sponsor",
    "budget holder",
    "strategic lead",
    "accountable officer",
    "registered manager",
    "cabinet member",
];

/// What a heading announces; nothing for other words.
pub(super) fn meaning(text: &str) -> Option<Meaning> {
    if text.len() > 60 {
        return None;
    }
    let without_brackets = text.split(['(', '[']).next().unwrap_or_default();
    let spaced: String = without_brackets
        .chars()
        .filter(|character| !matches!(character, '\'' | '\u{2019}'))
        .map(|character| if character.is_alphanumeric() { character.to_ascii_lowercase() } else { ' ' })
        .collect();
    let words = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    let (kind, name, is_loose) = named(&words)?;
    // As it is written, if it is only the heading.
    let heading = if words == name && without_brackets.trim() == text.trim() { text.trim() } else { name };
    Some(Meaning { kind, heading: heading.to_owned(), written: words.clone(), is_loose })
}

/// What words, in lower case, name or end with, and whether they may also head something else.
fn named(words: &str) -> Option<(Kind, &'static str, bool)> {
    static NAMED: LazyLock<FxHashMap<&'static str, (Kind, bool)>> = LazyLock::new(|| {
        let loose = LOOSE_NAMES.iter().map(|name| (*name, (Kind::Name, true)));
        let strict =
            HEADINGS.iter().flat_map(|(kind, names)| names.iter().map(move |name| (*name, (*kind, false))));
        loose.chain(strict).collect()
    });
    // "Carer telephone", "Mother's DOB"; but "area name" is not the name of a person, nor "number of addresses" an address.
    let ends = words.match_indices(' ').map(|(at, _)| &words[at + 1..]);
    std::iter::once(words).chain(ends).find_map(|end| {
        let (name, (kind, is_loose)) = NAMED.get_key_value(end)?;
        let is_whole = matches!(kind, Kind::Name | Kind::PersonId | Kind::Address);
        (!is_whole || end.len() == words.len()).then_some((*kind, *name, *is_loose))
    })
}

impl Meaning {
    /// Whose data the heading announces.
    pub(super) fn whose(&self) -> Whose {
        if contact::is_office_heading(self.kind, &self.written) { Whose::Office } else { Whose::Person }
    }

    /// Whether the cells under the heading are what it announces.
    pub(super) fn is_confirmed_by(&self, cells: &[&str]) -> bool {
        match self.kind {
            Kind::Name if self.is_loose => {
                let told = cells
                    .iter()
                    .filter(|cell| !matches!(cell.to_lowercase().as_str(), "not known" | "unknown" | "n/a"));
                // A word that heads one child also heads its initials, and its number in files of individual children.
                let is_one = matches!(
                    self.heading.to_lowercase().as_str(),
                    "child" | "young person" | "yp" | "pupil" | "client" | "case"
                );
                let is_person = |cell: &&&str| {
                    (name::is_persons_name(cell) && !is_known(cell))
                        || name::given_names(cell) > 0
                        || (is_one && (name::are_initials(cell) || stand_in::is_below_child(cell)))
                };
                let persons = told.clone().filter(is_person).count();
                let least = if is_one { 5 } else { 6 };
                let ids =
                    told.clone().filter(|cell| value::is_identifier(cell) && cell.len() >= least).count();
                persons * 2 > told.clone().count()
                    || (ids > 0 && (is_one || ids > 1) && ids * 2 > told.count())
            }
            Kind::PersonId => {
                let ids = cells.iter().filter(|cell| value::is_identifier(cell)).count();
                ids * 2 > cells.len()
            }
            _ => cells.iter().any(|cell| self.is_value(cell)),
        }
    }

    /// Whether the cell beside a label is what the label announces.
    pub(super) fn is_confirmed_by_one(&self, cell: &str) -> bool {
        match self.kind {
            Kind::Name if self.is_loose => {
                name::is_persons_name(cell) && !is_known(cell) && cell.contains(' ')
            }
            Kind::PersonId => {
                value::is_identifier(cell) && cell.chars().filter(char::is_ascii_digit).count() > 4
            }
            _ => self.is_value(cell) && meaning(cell).is_none(),
        }
    }

    fn is_value(&self, cell: &str) -> bool {
        match self.kind {
            Kind::Name => name::is_words_of_a_name(cell) && meaning(cell).is_none() && !is_known(cell),
            Kind::DateOfBirth => date::date(cell).is_some(),
            Kind::NhsNumber => value::is_digits_like_nhs(cell),
            Kind::PupilNumber => value::is_like_pupil_number(cell),
            Kind::Address => value::is_address(cell),
            Kind::PersonId | Kind::HomeOffice => value::is_identifier(cell),
            // That of no address, as systems give it, is of no area.
            Kind::Postcode => value::kind_of(cell) == Some(self.kind) || value::is_like_postcode(cell),
            Kind::Email | Kind::Telephone | Kind::NationalInsurance => {
                value::kind_of(cell) == Some(self.kind)
            }
            Kind::Individual => false,
        }
    }
}

/// Whether a text is the name of an area or an indicator, which no person is called. A single word that could be several
/// indicators, such as "Foster", may be a surname.
pub(super) fn is_known(text: &str) -> bool {
    area::by_name(text).is_some()
        || match indicator::match_name(text, "") {
            Match::Exact(_) | Match::Numerator(_) => true,
            Match::Ambiguous(_) => text.contains(' '),
            Match::Close(_) | Match::Unknown => false,
        }
}

/// Whether a heading is that of what people write about figures.
pub(super) fn is_of_remarks(heading: &str) -> bool {
    static REMARKS: WordList = WordList::new(
        " comment comments commentary note notes narrative remark remarks analysis explanation context update updates \
        action actions progress rationale summary observations issues reason reasons why ",
    );
    let lower = heading.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.clone().count() <= 6 && words.any(|word| REMARKS.has(word))
}

/// Whether a heading is of places and bodies, which are called after people.
pub(super) fn names_things(heading: &str) -> bool {
    static THINGS: WordList = WordList::new(
        " school schools provider providers team teams home homes ward wards setting cluster locality area areas \
        centre agency authority council charity organisation hub unit project la region district college academy hospital \
        office constituency borough site town towns village city location ",
    );
    heading.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|word| THINGS.has(word))
}
