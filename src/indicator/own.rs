//! Measures of the council's own: names that the catalogue lacks.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::cohort::{Cohort, CohortId, Members, Moment, Part};
use super::{Good, Indicator, Kind, Theme};
use crate::period::Basis;

/// A measure of the council's own. It has no official figures and is compared with nothing but itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OwnMeasure {
    /// `own:` and its first title in small letters and hyphens. It stays as it is when the title changes.
    pub id: String,
    /// The title, as the council writes it.
    pub title: String,
    /// What sort of number it is.
    pub kind: Kind,
    /// Which direction is better, if one was chosen.
    #[serde(default)]
    pub good: Good,
    /// The heading it belongs under.
    #[serde(default)]
    pub theme: Theme,
    /// What it counts, in the council's words; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub definition: String,
}

/// With what the id of every own measure begins.
const PREFIX: &str = "own:";

/// Letters and digits of an id after which a title is cut.
const LONGEST_SLUG: usize = 80;

impl OwnMeasure {
    /// Whether an id is that of an own measure.
    pub fn is_id(id: &str) -> bool {
        id.starts_with(PREFIX)
    }

    /// A measure with this title, of which nothing else is known.
    pub fn titled(title: &str) -> Self {
        Self {
            id: id_of(title),
            title: title.trim().to_owned(),
            kind: Kind::Count,
            good: Good::default(),
            theme: Theme::default(),
            definition: String::new(),
        }
    }

    /// The same with another title and the id that goes with it.
    #[must_use]
    pub fn named(self, title: &str) -> Self {
        Self { id: id_of(title), title: title.trim().to_owned(), ..self }
    }

    /// The same with an id that is free: the same name under another heading is another measure, and says so in its title.
    #[must_use]
    pub fn set_apart(self, heading: &str, is_free: impl Fn(&str) -> bool) -> Self {
        if is_free(&self.id) {
            return self;
        }
        let title = self.title.clone();
        let under = Some(titled_under(heading, &title)).filter(|_| !heading.trim().is_empty());
        let under = under.map(|title| self.clone().named(&title));
        // The number comes after the cut, so that long names that begin alike do not stay alike.
        let numbered = (2..).map(|number| Self {
            id: format!("{}-{number}", self.id),
            title: format!("{title} ({number})"),
            ..self.clone()
        });
        let mut others = under.into_iter().chain(numbered);
        others.find(|other| is_free(&other.id)).unwrap_or_else(|| self.clone())
    }

    /// The ids that a name under a heading can have, the more certain first: that of one set apart, and that of the name.
    pub fn ids_of(title: &str, heading: &str) -> [String; 2] {
        [id_of(&titled_under(heading, title)), id_of(title)]
    }

    /// What is known of the measure behind an indicator of the council's own.
    pub fn of(indicator: &Indicator) -> Self {
        Self {
            id: indicator.id.clone().into_owned(),
            title: indicator.title.clone().into_owned(),
            kind: indicator.kind,
            good: indicator.good,
            theme: indicator.theme,
            definition: indicator.definition.clone().into_owned(),
        }
    }

    /// The measure as an indicator that has no official figures.
    pub(super) fn indicator(&self) -> Indicator {
        let cohort = |part| Cohort {
            id: CohortId::of_own(&self.id, part),
            // It may be counted over the year, so that months add up to it.
            moment: Moment::Year,
            members: if counts_events(&self.title) { Members::RepeatedEvents } else { Members::People },
        };
        let (unit, decimals) = match self.kind {
            Kind::Share => ("%", 1),
            Kind::Rate => ("per 10,000", 1),
            Kind::Mean | Kind::Score => ("", 1),
            Kind::Count => ("", 0),
            Kind::Days => ("days", 0),
        };
        Indicator {
            id: Cow::Owned(self.id.clone()),
            title: Cow::Owned(self.title.clone()),
            theme: self.theme,
            kind: self.kind,
            good: self.good,
            unit,
            decimals,
            basis: Basis::Year,
            counted_one: "case",
            counted_many: "cases",
            phrase: "",
            numerator: "",
            denominator: "",
            counts: cohort(Part::Numerator),
            cohort: self.kind.scale().map(|_| cohort(Part::Denominator)),
            definition: Cow::Owned(self.definition.clone()),
            source: "",
            is_published: false,
            is_of_records: false,
            is_of_those_known: false,
            measured_by: None,
            aliases: &[],
            notes: &[],
            publication: None,
            index: super::NOT_IN_CATALOGUE,
        }
    }
}

/// Beginnings of words for what the same child can have several times.
const EVENTS: [&str; 10] = [
    "visit",
    "review",
    "meeting",
    "contact",
    "episode",
    "incident",
    "interview",
    "session",
    "supervision",
    "complaint",
];

/// Whether a title says that events are counted, which do not happen independently, so that chance is not judged.
fn counts_events(title: &str) -> bool {
    let title = title.to_lowercase();
    title.split(|c: char| !c.is_alphanumeric()).any(|word| EVENTS.iter().any(|event| word.starts_with(event)))
}

fn titled_under(heading: &str, title: &str) -> String {
    format!("{}: {title}", heading.trim())
}

/// The id of an own measure with this title: `own:` and its letters and digits, in small letters, with hyphens between.
pub(super) fn id_of(title: &str) -> String {
    let mut slug = String::new();
    for word in title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let word = word.to_lowercase();
        if !slug.is_empty() && slug.chars().count() + word.chars().count() >= LONGEST_SLUG {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word);
    }
    format!("{PREFIX}{slug}")
}
