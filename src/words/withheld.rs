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
            Self::Small => "hidden because a number is small",
            Self::GivesAway => "hidden because a small number could be worked out",
        }
    }

    /// The symbol with what it means: "c (hidden because a number is small)".
    pub fn written(self) -> String {
        format!("{} ({})", self.symbol(), self.meaning())
    }

    /// What stands in a cell that is read back: the symbol, with the reason where this page hid the figure.
    pub fn in_cell(self) -> String {
        match self {
            Self::Small | Self::GivesAway => self.written(),
            _ => self.symbol().to_owned(),
        }
    }
}
