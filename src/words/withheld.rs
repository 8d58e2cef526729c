//! What the symbols in place of a number mean.

use crate::figure::Withheld;

impl Withheld {
    /// What the symbol means, as part of a sentence.
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Confidential => "hidden to protect confidentiality",
            Self::NotAvailable => "not available",
            Self::NotApplicable => "not applicable",
            Self::RoundsToZero => "rounds to 0 but is not 0",
            Self::LowReliability => "too unreliable to publish",
        }
    }
}
