//! What a table states besides the council's own figures: targets, figures of others, comments.

use serde::{Deserialize, Serialize};

use crate::area::{Area, Level};
use crate::commentary::Part;
use crate::figure::Place;
use crate::indicator::Measure;
use crate::number::Decimal;
use crate::period::Period;

use super::entry::Entry;

/// A target as a table states it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatedTarget {
    /// Its name, period and value, as those of a figure.
    pub entry: Entry,
    /// How far from it is near, as written; empty if that is not said.
    pub tolerance: String,
}

impl StatedTarget {
    /// Where its number stands.
    pub fn place(&self) -> Place {
        self.entry.place_of_number()
    }

    /// Returns the measure and the value to reach, with the period where it is said, or `None` if either is not settled.
    pub fn settled(&self) -> Option<(Measure, Option<Period>, Decimal)> {
        settled(&self.entry)
    }

    /// Returns how far from the target is near, in the unit of the measure, or `None` if that is not said.
    pub fn near(&self) -> Option<Decimal> {
        let text =
            self.tolerance.trim().trim_start_matches(['\u{B1}', '+', '/', '-']).trim_end_matches('%').trim();
        Decimal::parse(text).ok().filter(|near| near.units() >= 0)
    }
}

impl StatedComparator {
    /// Where its number stands.
    pub fn place(&self) -> Place {
        self.entry.place_of_number()
    }

    /// Returns the measure and the value, with the period where it is said, or `None` if either is not settled.
    pub fn settled(&self) -> Option<(Measure, Option<Period>, Decimal)> {
        settled(&self.entry)
    }
}

fn settled(entry: &Entry) -> Option<(Measure, Option<Period>, Decimal)> {
    let figure = entry.check().figure?;
    let value = figure.amount.shown(&figure.indicator)?;
    Some((figure.indicator, figure.period, value))
}

/// A figure that a table states beside the council's own to compare with: of others, or of the year to date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatedComparator {
    /// Whose it is, or that it is of the year to date.
    pub with: With,
    /// Its name, period and value, as those of a figure.
    pub entry: Entry,
}

/// With whom a table compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum With {
    /// England, a region or a council.
    Area(&'static Area),
    /// The council's region, which is not named.
    Region,
    /// The statistical neighbours.
    Neighbours,
    /// The council itself, in the year to date up to the newest month or quarter of its table.
    YearToDate,
}

impl With {
    /// The name used by the JavaScript face; of a region or a council its code.
    pub fn id(self) -> &'static str {
        match self {
            Self::Area(area) if area.level == Level::Country => "england",
            Self::Area(area) => area.code,
            Self::Region => "region",
            Self::Neighbours => "neighbours",
            Self::YearToDate => "year-to-date",
        }
    }
}

impl Comment {
    /// Returns what it is about, or `None` if its name is not settled.
    pub const fn measure(&self) -> Option<&Measure> {
        self.entry.subject.indicator()
    }
}

/// What a table says in words about a measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// The name that it is about, as that of a figure without a value.
    pub entry: Entry,
    /// Of which part of a commentary it is.
    #[serde(default)]
    pub part: Part,
    /// What it says.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}
