//! What time a figure for a month or quarter is of, where the measure is counted over a year.

use serde::{Deserialize, Serialize};

use super::{Indicator, Kind, Moment, Theme, ids};
use crate::period::{Basis, Period};

/// What time a figure for a month or quarter is of, where the measure is counted over a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Span {
    /// The month or quarter alone.
    InMonth,
    /// The year so far, up to its end.
    YearToDate,
    /// The 12 months up to its end.
    RollingYear,
}

/// Words that say it, in small letters.
const SAID: [(&str, Span); 12] = [
    ("ytd", Span::YearToDate),
    ("year to date", Span::YearToDate),
    ("year-to-date", Span::YearToDate),
    ("cumulative", Span::YearToDate),
    ("rolling", Span::RollingYear),
    ("last 12 months", Span::RollingYear),
    ("previous 12 months", Span::RollingYear),
    ("past 12 months", Span::RollingYear),
    ("in month", Span::InMonth),
    ("in-month", Span::InMonth),
    ("in the month", Span::InMonth),
    ("in quarter", Span::InMonth),
];

impl Span {
    /// Each of them.
    pub const ALL: [Self; 3] = [Self::InMonth, Self::YearToDate, Self::RollingYear];

    /// The name used in copies of the page and by the JavaScript API.
    pub const fn id(self) -> &'static str {
        match self {
            Self::InMonth => "in-month",
            Self::YearToDate => "year-to-date",
            Self::RollingYear => "rolling-year",
        }
    }

    /// Returns the one of this name, or `None` if there is none.
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|span| span.id() == id)
    }

    /// Returns what a name or a heading says, or `None` if it says nothing of it, or several things.
    pub fn said_in(text: &str) -> Option<Self> {
        let text = text.to_lowercase();
        let mut said = SAID.into_iter().filter(|(words, _)| holds_words(&text, words)).map(|(_, span)| span);
        let first = said.next()?;
        said.all(|other| other == first).then_some(first)
    }
}

/// Whether a text holds words that are not parts of longer ones.
fn holds_words(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + words.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// What they count is counted once, in the month in which it happens, so that months add up to a year.
const COUNTED_ONCE: [&Indicator; 4] =
    [ids::STARTED_CARE, ids::LEFT_CARE, ids::ADOPTIONS, ids::SPECIAL_GUARDIANSHIP_ORDERS];

impl Indicator {
    /// Whether a figure for this period does not say by itself what time it is of: it is for a month or quarter of what is
    /// counted over a year. Checks of health are up to date or not on its last day. Of a measure of the council's own that is not
    /// a number of events nobody can know that it is counted over a year.
    pub fn is_of_unsaid_time(&self, period: Period) -> bool {
        if self.is_own() && !(self.kind == Kind::Count && self.counts_repeated_events()) {
            return false;
        }
        period.is_part_of_year(self.basis) && !self.is_of_last_day()
    }

    /// Whether it is up to date or not on the last day of a period, as checks of health are.
    pub fn is_of_last_day(&self) -> bool {
        self.theme == Theme::Healthy
            && self.basis == Basis::Year
            && self.cohort.is_some_and(|base| base.moment == Moment::March31)
    }

    /// Whether it is out of what happened in a time, not out of who was there on a day.
    pub fn is_out_of_events(&self) -> bool {
        self.cohort.unwrap_or(self.counts).moment.is_over_time()
    }

    /// Whether the months of a year add up to it: what happened, or children to whom it happens once.
    pub fn adds_up(&self) -> bool {
        let base = self.cohort.unwrap_or(self.counts);
        base.moment.is_over_time()
            && (self.counts_repeated_events() || COUNTED_ONCE.iter().any(|once| once.counts == base))
    }
}
