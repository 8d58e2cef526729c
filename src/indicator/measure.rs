//! What a figure measures: an indicator of the catalogue, or a measure of the council's own.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Indicator, OwnMeasure};

/// What a figure measures: an indicator of the catalogue, or a measure of the council's own. It is read like an
/// [`Indicator`] and costs next to nothing to clone.
#[derive(Clone, Debug)]
pub struct Measure(Handle);

#[derive(Clone, Debug)]
enum Handle {
    Catalogue(&'static Indicator),
    Own(Arc<Indicator>),
}

impl Measure {
    /// Returns the indicator of the catalogue, or `None` if it is a measure of the council's own.
    pub const fn catalogue(&self) -> Option<&'static Indicator> {
        match &self.0 {
            Handle::Catalogue(indicator) => Some(indicator),
            Handle::Own(_) => None,
        }
    }

    /// The order of lists: by theme, as in the catalogue, and the council's own after those of the catalogue.
    pub fn in_order(&self, other: &Self) -> Ordering {
        let place = |of: &Self| (of.theme as usize, of.index);
        place(self).cmp(&place(other)).then_with(|| self.id.cmp(&other.id))
    }
}

impl From<&'static Indicator> for Measure {
    fn from(indicator: &'static Indicator) -> Self {
        Self(Handle::Catalogue(indicator))
    }
}

impl From<&Self> for Measure {
    fn from(measure: &Self) -> Self {
        measure.clone()
    }
}

impl From<&OwnMeasure> for Measure {
    fn from(own: &OwnMeasure) -> Self {
        Self(Handle::Own(Arc::new(own.indicator())))
    }
}

impl Deref for Measure {
    type Target = Indicator;

    fn deref(&self) -> &Indicator {
        match &self.0 {
            Handle::Catalogue(indicator) => indicator,
            Handle::Own(indicator) => indicator,
        }
    }
}

impl Borrow<Indicator> for Measure {
    fn borrow(&self) -> &Indicator {
        self
    }
}

impl PartialEq for Measure {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Measure {}

impl PartialEq<Indicator> for Measure {
    fn eq(&self, other: &Indicator) -> bool {
        **self == *other
    }
}

impl PartialEq<&Indicator> for Measure {
    fn eq(&self, other: &&Indicator) -> bool {
        **self == **other
    }
}

impl Hash for Measure {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

/// An indicator is written as its id, a measure of the council's own with all that is known of it.
impl Serialize for Measure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Handle::Catalogue(indicator) => indicator.serialize(serializer),
            Handle::Own(indicator) => OwnMeasure::of(indicator).serialize(serializer),
        }
    }
}

/// What a [`Measure`] is written as.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Catalogue(&'static Indicator),
    Own(OwnMeasure),
}

impl<'de> Deserialize<'de> for Measure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match Written::deserialize(deserializer)? {
            Written::Catalogue(indicator) => Self::from(indicator),
            Written::Own(own) => Self::from(&own),
        })
    }
}
