//! What areas are called.

use crate::area::CouncilType;

impl CouncilType {
    /// Returns the name of many, as a heading.
    pub const fn plural(self) -> &'static str {
        match self {
            Self::County => "County councils",
            Self::Unitary => "Unitary councils",
            Self::MetropolitanDistrict => "Metropolitan districts",
            Self::LondonBorough => "London boroughs",
        }
    }

    /// Returns the name of many, within a sentence.
    pub const fn plural_in_sentence(self) -> &'static str {
        match self {
            Self::County => "county councils",
            Self::Unitary => "unitary councils",
            Self::MetropolitanDistrict => "metropolitan districts",
            Self::LondonBorough => "London boroughs",
        }
    }
}
