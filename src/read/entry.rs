//! Entries: rows of texts as a person could have typed them.

use serde::{Deserialize, Serialize};

use crate::figure::Place;
use crate::indicator::{self, Good, Indicator, Kind, Match, Measure};
use crate::period::Period;

use super::cell::{self, Cell};
use super::limits;
use super::when;

/// One value as texts: what was read, or what a person is typing. [`Entry::check`] makes a figure of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Where the name of the indicator stands.
    pub place: Place,
    /// The name as found.
    pub label: String,
    /// The headings it stands under.
    pub context: String,
    /// What the name was taken for.
    pub subject: Subject,
    /// Name or code of the area; empty for the council the person chose.
    pub area: String,
    /// The period; empty for the period the person chose.
    pub period: String,
    /// The numerator, or empty.
    pub numerator: String,
    /// The denominator, or empty.
    pub denominator: String,
    /// The percentage, rate, number or symbol as stated, or empty.
    pub value: String,
    /// The change on the period before as the source states it, or empty. Kept as stated.
    pub stated_change: String,
    /// In which columns these stand, counted from 1; 0 where there is none.
    pub columns: Columns,
    /// Which direction its source calls good, if it says so of the measure. It counts for measures of the council's own.
    #[serde(default)]
    pub good: Good,
}

/// Columns of the parts of an entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each is the column of the field of that name")]
pub struct Columns {
    pub area: usize,
    pub period: usize,
    pub numerator: usize,
    pub denominator: usize,
    pub value: usize,
}

/// How many of the nearest indicators are offered.
const NEAREST: usize = 3;

/// What an entry is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Subject {
    /// This indicator, by its name or chosen by the person.
    Known(Measure),
    /// This indicator, by a name that is nearly one of its names.
    Misspelt(Measure),
    /// One of these; the person must say which.
    OneOf(Vec<&'static Indicator>),
    /// Not known; the person must say. The nearest, where they were looked for.
    Unknown(Vec<&'static Indicator>),
    /// Left out by the person; what it was before, for taking it back in.
    LeftOut(Box<Self>),
}

impl Default for Subject {
    fn default() -> Self {
        Self::Unknown(Vec::new())
    }
}

impl Subject {
    /// Returns the indicator, or `None` if it is not known.
    pub const fn indicator(&self) -> Option<&Measure> {
        match self {
            Self::Known(indicator) | Self::Misspelt(indicator) => Some(indicator),
            Self::OneOf(_) | Self::Unknown(_) | Self::LeftOut(_) => None,
        }
    }

    /// What it may be, likeliest first, where that is not known.
    pub fn offers(&self) -> &[&'static Indicator] {
        match self {
            Self::OneOf(offers) | Self::Unknown(offers) => offers,
            Self::Known(_) | Self::Misspelt(_) | Self::LeftOut(_) => &[],
        }
    }
}

impl Entry {
    /// Its period with the financial year of another, where it is a quarter or a month without its year; else `None`.
    pub(crate) fn completed_period(&self, of: Period) -> Option<Period> {
        let text = self.period.trim();
        if text.is_empty() || Period::parse(text).is_ok() { None } else { when::in_year_of(text, of) }
    }

    /// Finds what the label means, under its headings.
    pub(crate) fn find_subject(&mut self) {
        if self.label.len() > limits::MAX_NAME {
            self.subject = Subject::default();
            return;
        }
        self.take_subject(&indicator::match_name(&self.label, &self.context));
    }

    /// The same where what the label means was looked up before.
    pub(crate) fn take_subject(&mut self, found: &Match) {
        self.subject = match found {
            Match::Exact(indicator) => Subject::Known((*indicator).into()),
            Match::Close(indicator) => Subject::Misspelt((*indicator).into()),
            Match::Numerator(indicator) => {
                self.take_value_as_numerator();
                Subject::Known((*indicator).into())
            }
            Match::Ambiguous(several) => Subject::OneOf(several.iter().take(NEAREST).copied().collect()),
            Match::Unknown => Subject::Unknown(indicator::candidates(&self.label, &self.context, NEAREST)),
        };
        // "Unaccompanied children, 86, 646" or "13.3%": the share is meant, not the number.
        let is_share = self.has_denominator() || matches!(cell::parse(&self.value), Cell::Percent(_));
        if let Some(share) = self.subject.indicator().filter(|_| is_share).and_then(|number| share_of(number))
        {
            self.subject = Subject::Known(share.into());
        }
        // "Adopted, 12" below "Left care by reason (%)".
        if self.subject.indicator().is_some_and(|measure| measure.kind == Kind::Count)
            && indicator::says_percent(&self.context)
            && let Match::Exact(share) = indicator::match_name(&format!("{} (%)", self.label), &self.context)
            && share.kind == Kind::Share
        {
            self.subject = Subject::Known(share.into());
        }
    }

    /// "Number of children in foster care, 469": the name says that the number is a numerator.
    fn take_value_as_numerator(&mut self) {
        let is_count = matches!(cell::parse(&self.value), Cell::Number(number) if number.decimals() == 0);
        if is_count && self.numerator.is_empty() && self.denominator.is_empty() {
            self.numerator = std::mem::take(&mut self.value);
            self.columns.numerator = std::mem::take(&mut self.columns.value);
        }
    }

    /// Leaves open what a settled name means: the row may not be about all children.
    pub(crate) fn ask(&mut self) {
        if let Some(indicator) = self.subject.indicator().and_then(Measure::catalogue) {
            self.subject = Subject::OneOf(vec![indicator]);
        }
    }

    /// Whether its name stands over its column, and its period in its row.
    pub(super) fn is_named_by_column(&self) -> bool {
        self.columns.period != 0 && self.place.column == self.columns.value.max(self.columns.numerator)
    }

    /// Whether there is no number in the entry, or not yet: a row just added.
    pub fn is_blank(&self) -> bool {
        [&self.numerator, &self.denominator, &self.value].iter().all(|text| text.trim().is_empty())
    }

    /// Leaves the entry out, if it is not left out already.
    pub fn leave_out(&mut self) {
        if !matches!(self.subject, Subject::LeftOut(_)) {
            self.subject = Subject::LeftOut(Box::new(std::mem::take(&mut self.subject)));
        }
    }

    /// Takes an entry that was left out back in, as what it was before.
    pub fn take_back_in(&mut self) {
        if let Subject::LeftOut(before) = &mut self.subject {
            self.subject = std::mem::take(before);
        }
    }

    fn has_denominator(&self) -> bool {
        !self.denominator.is_empty() || matches!(cell::parse(&self.value), Cell::OutOf(..))
    }
}

/// The share that goes with a number of children: of unaccompanied children, their share of children in care.
fn share_of(indicator: &Indicator) -> Option<&'static Indicator> {
    let is_of_the_same = |share: &&Indicator| share.kind == Kind::Share && share.counts == indicator.counts;
    indicator::all().iter().find(is_of_the_same).filter(|_| indicator.kind == Kind::Count)
}
