//! Whom to ask about a report: names, telephone numbers and addresses of officers and offices, which are left out without
//! refusing the rest.

use super::Kind;
use super::is_among;

/// Words that say who is answerable for a report, an indicator or a service.
const OFFICE: &str = " officer officers manager managers director directors lead leads author authors cllr councillor councillors \
    chair chairman chairperson chairwoman analyst owner sponsor portfolio contact contacts enquiries inspector \
    commissioner apologies introduced presented minutes clerk executive cabinet responsible accountable \
    head helpline switchboard press consultant statistician statistics holder champion attendees attendance ";

/// The same in two words.
const OFFICE_PHRASES: [&str; 15] = [
    "present:",
    "members:",
    "prepared for",
    "who by",
    "by whom",
    "assigned to",
    "action by",
    "prepared by",
    "approved by",
    "produced by",
    "compiled by",
    "reviewed by",
    "written by",
    "report of",
    "report by",
];

/// Words of headings whose addresses and telephone numbers are those of children or of who looks after them.
const PRIVATE: &str = " child childs children young yp home placement carer carers mother mothers father fathers parent parents pupil \
    client current last birth family leaver next ";

/// Whether a word, in lower case, says that a person is named for an office.
pub(super) fn is_office_word(word: &str) -> bool {
    is_among(word, OFFICE)
}

/// Whether a text says that whoever it names is named for an office.
pub(super) fn is_of_office(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.contains(".gov.uk")
        || OFFICE_PHRASES.iter().any(|phrase| lower.contains(phrase))
        || lower.split(|c: char| !c.is_alphanumeric()).any(is_office_word)
}

/// Whether data of a kind under a heading is that of an office: contact details, unless the heading says whose.
pub(super) fn is_office_heading(kind: Kind, heading: &str) -> bool {
    match kind {
        Kind::Email | Kind::Telephone | Kind::Postcode | Kind::Address => {
            !heading.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|word| is_among(word, PRIVATE))
        }
        Kind::Name => is_of_office(heading),
        _ => false,
    }
}
