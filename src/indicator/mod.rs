//! What is measured: the catalogue of indicators, and finding an indicator by the names met in real tables.
//!
//! The catalogue comes from `data/indicators.csv`, `data/cohorts.csv`, `data/breaks.csv` and `data/sources.csv`, checked and turned into
//! constants by the build script. Definitions are data, so that a change of wording never touches code.

mod cohort;
pub mod ids;
mod measure;
mod naming;
mod own;
mod series_note;
mod span;

pub use cohort::{Cohort, CohortId, Members, Moment, Part};
pub(crate) use cohort::{KnownSum, Relation, SUMS};
pub use measure::Measure;
pub use naming::{Asides, Match, asides, candidates, match_name, says_percent};
pub(crate) use naming::{
    Phrase, Stated, candidates_in_sentence, is_of_all_pupils, is_whole_name, knows_word, match_phrase,
    of_all_pupils, speaks_of_care,
};
pub use own::OwnMeasure;
pub use series_note::{NoteKind, SeriesNote};
pub use span::Span;

use std::borrow::Cow;
use std::hash::{Hash, Hasher};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::period::Basis;

/// One indicator and everything a reader needs to know about it.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// A readable stable name: `three-or-more-placements`, or `own:` and a name for a measure of the council's own.
    pub id: Cow<'static, str>,
    /// Short title in plain English.
    pub title: Cow<'static, str>,
    /// The priority it belongs to.
    pub theme: Theme,
    /// What sort of number it is.
    pub kind: Kind,
    /// Which direction is better, if any.
    pub good: Good,
    /// Unit as shown: `%`, `per 10,000`, `children`.
    pub unit: &'static str,
    /// Decimal places a value computed from counts is shown with.
    pub decimals: u8,
    /// What a year means.
    pub basis: Basis,
    /// What the denominator of a share counts, one of them: `child`.
    pub counted_one: &'static str,
    /// What the denominator of a share counts, many: `children`.
    pub counted_many: &'static str,
    /// For shares, what the counted did or were: `had three or more placements`.
    pub phrase: &'static str,
    /// The numerator in words.
    pub numerator: &'static str,
    /// The denominator in words.
    pub denominator: &'static str,
    /// Those the numerator counts.
    pub counts: Cohort,
    /// Those the denominator counts, for indicators that have one.
    pub cohort: Option<Cohort>,
    /// Cohort, exclusions and what else a reader must know.
    pub definition: Cow<'static, str>,
    /// Where the definition comes from.
    pub source: &'static str,
    /// Whether official figures exist to compare with; otherwise it is a local indicator.
    pub is_published: bool,
    /// Whether it says more of what was recorded, known or accepted than of how children fare.
    pub is_of_records: bool,
    /// Whether it is of those whom a council happens to know of, which differs so much that councils cannot be compared.
    pub is_of_those_known: bool,
    /// The measure that says of how many it is: an average of the scores of a third of the children is not one of all.
    pub measured_by: Option<&'static str>,
    /// Names met in real tables, besides the title.
    pub aliases: &'static [&'static str],
    /// Breaks, gaps and cautions of its series, oldest first within an area.
    pub notes: &'static [SeriesNote],
    /// Where the official figures were taken from, for published indicators.
    pub publication: Option<Publication>,
    /// Position in [`all`], by which [`crate::published`] finds its figures; [`NOT_IN_CATALOGUE`] for the council's own.
    pub(crate) index: usize,
}

/// The position of a measure of the council's own: behind all of the catalogue.
const NOT_IN_CATALOGUE: usize = usize::MAX;

/// Indicators of the catalogue are equal by their place in it, the council's own by all that can be chosen of them.
impl PartialEq for Indicator {
    fn eq(&self, other: &Self) -> bool {
        let chosen = |of: &Self| (of.kind, of.good, of.theme);
        self.index == other.index
            && (!self.is_own()
                || (self.id == other.id
                    && self.title == other.title
                    && self.definition == other.definition
                    && chosen(self) == chosen(other)))
    }
}

impl Eq for Indicator {}

impl Hash for Indicator {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.index.hash(state);
        if self.is_own() {
            self.id.hash(state);
        }
    }
}

include!(concat!(env!("OUT_DIR"), "/opposites.rs"));

impl Indicator {
    /// Whether another says much the same the other way round: those in education or work, and those who are not.
    pub fn is_opposite_of(&self, other: &Self) -> bool {
        let is_pair = |(one, two): &(&Self, &Self)| {
            (*self == **one && *other == **two) || (*self == **two && *other == **one)
        };
        OPPOSITES.iter().any(is_pair)
    }
}

/// An official publication figures were taken from.
#[derive(Clone, Debug)]
pub struct Publication {
    /// Title of the publication.
    pub title: &'static str,
    /// Newest release the figures come from.
    pub release: &'static str,
    /// Whether the figures of a year are out by November of that year; otherwise by November of the next.
    pub is_same_year: bool,
    /// The files within the releases.
    pub files: &'static str,
}

/// The priorities a corporate parenting report is arranged by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// Who the children are.
    #[default]
    OurChildren,
    /// Being and feeling safe.
    Safe,
    /// Being healthy.
    Healthy,
    /// Stability and permanence.
    Stability,
    /// Preparing for adulthood.
    Adulthood,
    /// Hearing the voices of children and young people.
    Voices,
    /// The people who do the work.
    Workforce,
    /// Measures of the council's own that nothing says more of.
    Own,
    /// All pupils, beside whom those in care are seen.
    AllPupils,
}

impl Theme {
    /// Every theme in the order of a report.
    pub const ALL: [Self; 9] = [
        Self::OurChildren,
        Self::Safe,
        Self::Healthy,
        Self::Stability,
        Self::Adulthood,
        Self::Voices,
        Self::Workforce,
        Self::Own,
        Self::AllPupils,
    ];

    /// The name used in data and by the JavaScript API.
    pub const fn id(self) -> &'static str {
        match self {
            Self::OurChildren => "our-children",
            Self::Safe => "safe",
            Self::Healthy => "healthy",
            Self::Stability => "stability",
            Self::Adulthood => "adulthood",
            Self::Voices => "voices",
            Self::Workforce => "workforce",
            Self::Own => "own",
            Self::AllPupils => "all-pupils",
        }
    }

    /// The heading, as `data/themes.csv` words it.
    pub fn title(self) -> &'static str {
        THEME_TITLES.iter().find(|(id, _)| *id == self.id()).map_or(self.id(), |(_, title)| title)
    }
}

/// What sort of number an indicator is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A percentage: numerator out of denominator.
    Share,
    /// Per 10,000 children of the area aged 0 to 17.
    Rate,
    /// An average, such as children per worker.
    Mean,
    /// A number of children, cases or people.
    Count,
    /// An average number of days.
    Days,
    /// A score, such as Progress 8.
    Score,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 6] = [Self::Share, Self::Rate, Self::Mean, Self::Count, Self::Days, Self::Score];

    /// The name used in data and by the JavaScript API.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Share => "share",
            Self::Rate => "rate",
            Self::Mean => "mean",
            Self::Count => "count",
            Self::Days => "days",
            Self::Score => "score",
        }
    }

    /// Returns what numerator over denominator is multiplied by, or `None` if the indicator has no counts.
    pub const fn scale(self) -> Option<u32> {
        match self {
            Self::Share => Some(100),
            Self::Rate => Some(10_000),
            Self::Mean => Some(1),
            Self::Count | Self::Days | Self::Score => None,
        }
    }
}

/// Which direction of an indicator is better for children.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Hash)]
#[serde(rename_all = "lowercase")]
pub enum Good {
    /// Higher is better.
    High,
    /// Lower is better.
    Low,
    /// Neither direction is better in itself.
    #[default]
    #[serde(rename = "none")]
    Neither,
}

impl Good {
    /// Every direction.
    pub const ALL: [Self; 3] = [Self::High, Self::Low, Self::Neither];

    /// The name used in data and by the JavaScript API.
    pub const fn id(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Low => "low",
            Self::Neither => "none",
        }
    }
}

impl Indicator {
    /// Whether it is a measure of the council's own, which the catalogue lacks.
    pub const fn is_own(&self) -> bool {
        self.index == NOT_IN_CATALOGUE
    }

    /// Returns those that one of its counts is of, or `None` if it has no denominator.
    pub const fn cohort_of(&self, part: Part) -> Option<Cohort> {
        match part {
            Part::Numerator => Some(self.counts),
            Part::Denominator => self.cohort,
        }
    }

    /// Whether it may count children or young people, whose small numbers are hidden: all but the workforce of the catalogue. What
    /// a council's own measure counts nobody knows, under whatever heading it is.
    pub fn may_count_children(&self) -> bool {
        self.is_own() || self.theme != Theme::Workforce
    }

    /// Whether it counts what the same child can have several times, such as visits and reviews.
    pub fn counts_repeated_events(&self) -> bool {
        self.cohort.unwrap_or(self.counts).members == Members::RepeatedEvents
    }
}

include!(concat!(env!("OUT_DIR"), "/indicators.rs"));

/// Every indicator, by theme.
pub const fn all() -> &'static [Indicator] {
    INDICATORS
}

/// Returns the indicator with this identifier, or `None` if there is none.
pub fn by_id(id: &str) -> Option<&'static Indicator> {
    INDICATORS.iter().find(|indicator| indicator.id == id)
}

/// No indicator has this id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownIndicator(pub String);

impl std::error::Error for UnknownIndicator {}

/// Written as its id.
impl Serialize for Indicator {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.id)
    }
}

impl<'de> Deserialize<'de> for &'static Indicator {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = String::deserialize(deserializer)?;
        by_id(&id).ok_or_else(|| serde::de::Error::custom(UnknownIndicator(id)))
    }
}
