//! What was found wrong, or left aside, while a table was read. No sentence has a full stop at its end.

mod entry;
mod limit;
mod sentence;
mod source;
mod table;

use std::fmt::{self, Display, Formatter};

use crate::number::group_thousands;
use crate::read::{Layout, Personal, PersonalKind, ProblemKind};
use crate::sorting::Sorting;

impl Display for ProblemKind {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Entry(problem) => problem.fmt(f),
            Self::Table(problem) => problem.fmt(f),
            Self::Sentence(problem) => problem.fmt(f),
            Self::Limit(problem) => problem.fmt(f),
            Self::Source(problem) => problem.fmt(f),
            Self::NotRead(error) => write!(f, "Not read. {error}"),
            Self::Official(problem) => problem.fmt(f),
            Self::Personal(kind) => write!(
                f,
                "This looks like {}, so nothing was read. Remove anything about individual children and try again: this page \
                 needs totals only",
                personal(*kind)
            ),
            Self::ContactsLeftOut(found) => f.write_str(&contacts_left_out(found)),
            Self::CommentsLeftOut(found) => {
                write!(
                    f,
                    "We left out comments that may be about one child ({}) and read the rest",
                    places(found)
                )
            }
            Self::Contradiction(contradiction) => contradiction.fmt(f),
            Self::Alike { places, last_row, kind } => write!(
                f,
                "This also applies to {} more places, as far as row {}: {kind}",
                grouped(*places),
                grouped(*last_row)
            ),
            Self::More(count) => {
                write!(f, "{} more messages about this table are not shown", grouped(*count))
            }
        }
    }
}

/// A whole number with commas between thousands.
fn grouped(number: usize) -> String {
    group_thousands(&number.to_string())
}

/// What kind of personal data it is, as part of a sentence.
pub const fn personal(kind: PersonalKind) -> &'static str {
    match kind {
        PersonalKind::Name => "names of people",
        PersonalKind::DateOfBirth => "dates of birth",
        PersonalKind::NhsNumber => "NHS numbers",
        PersonalKind::PupilNumber => "unique pupil numbers",
        PersonalKind::NationalInsurance => "National Insurance numbers",
        PersonalKind::HomeOffice => "Home Office numbers",
        PersonalKind::Postcode => "postcodes",
        PersonalKind::Address => "addresses",
        PersonalKind::Email => "e-mail addresses",
        PersonalKind::Telephone => "telephone numbers",
        PersonalKind::PersonId => "numbers that identify a person",
        PersonalKind::Individual => "rows about one child each",
    }
}

/// Where personal data was found, without its sheet: `column B (headed “DOB”)`, `row 5`, `row 5, column B`.
pub fn place_of_personal(found: &Personal) -> String {
    let place = match (found.place.row, found.place.column) {
        (0, _) => format!("column {}", found.place.letters()),
        (row, 0) => format!("row {row}"),
        (row, _) => format!("row {row}, column {}", found.place.letters()),
    };
    if found.heading.is_empty() {
        place
    } else {
        format!("{place} (headed \u{201C}{}\u{201D})", found.heading)
    }
}

/// The first places of what was found, and how many more there are.
fn places(found: &[Personal]) -> String {
    const MOST_PLACES: usize = 4;
    let mut places: Vec<String> = found.iter().map(place_of_personal).collect();
    places.dedup();
    let more = places.len().saturating_sub(MOST_PLACES);
    places.truncate(MOST_PLACES);
    let more = match more {
        0 => String::new(),
        1 => " and 1 more place".to_owned(),
        many => format!(" and {many} more places"),
    };
    format!("{}{more}", places.join("; "))
}

fn contacts_left_out(found: &[Personal]) -> String {
    let mut kinds: Vec<PersonalKind> = found.iter().map(|each| each.kind).collect();
    kinds.arrange();
    kinds.dedup();
    let kinds: Vec<&str> = kinds.into_iter().map(personal).collect();
    format!("We left out contact details ({} in {}) and read the rest", kinds.join(", "), places(found))
}

/// How a table is laid out, such as "a column for each year".
pub const fn layout(layout: Layout) -> &'static str {
    match layout {
        Layout::Counts => "one row per measure with its counts",
        Layout::Years => "a column for each year",
        Layout::Months => "a column for each month or quarter",
        Layout::PeriodsDown => "a row for each period",
        Layout::AreasDown => "a row for each area",
        Layout::Breakdown => "a breakdown with a total",
        Layout::Tidy => "one row per value",
        Layout::Prose => "sentences",
        Layout::Lines => "lines such as \u{201C}51 of 646\u{201D}",
        Layout::Official => "an official file",
    }
}
