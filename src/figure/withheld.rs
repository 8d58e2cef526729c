//! What stands in a table where a figure is not given.

/// Why a table has no number where one is expected. Missing is never zero.
///
/// The symbols are those of the Department for Education's statistics, with the older and the local ones seen in
/// their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Withheld {
    /// `c`: hidden so that no child can be recognised.
    Confidential,
    /// `x`: not available.
    NotAvailable,
    /// `z`: not applicable.
    NotApplicable,
    /// `k`: rounds to 0 but is not 0.
    RoundsToZero,
    /// `u`: too unreliable to publish.
    LowReliability,
    /// `c`: hidden by this page, because it or the rest of its total is a small number of children.
    Small,
    /// `c`: hidden by this page, because a small number of children could be worked out from it.
    GivesAway,
}

impl Withheld {
    /// Every reason.
    pub const ALL: [Self; 7] = [
        Self::Confidential,
        Self::NotAvailable,
        Self::NotApplicable,
        Self::RoundsToZero,
        Self::LowReliability,
        Self::Small,
        Self::GivesAway,
    ];

    /// The symbol in use by the Department for Education.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Confidential | Self::Small | Self::GivesAway => "c",
            Self::NotAvailable => "x",
            Self::NotApplicable => "z",
            Self::RoundsToZero => "k",
            Self::LowReliability => "u",
        }
    }

    /// Whether it is hidden so that no child can be recognised.
    pub const fn is_confidential(self) -> bool {
        matches!(self, Self::Confidential | Self::Small | Self::GivesAway)
    }

    /// Returns what a symbol, or the words used in its place, means, or `None` if the text is neither; a blank cell is not.
    /// Capital letters make no difference.
    pub fn from_symbol(text: &str) -> Option<Self> {
        const LONGEST: usize = 60;
        let text = text.trim();
        // Most cells are numbers and names.
        if text.len() > LONGEST || (text.len() > 3 && text.starts_with(|first: char| first.is_ascii_digit()))
        {
            return None;
        }
        let text = text.to_lowercase();
        // As our own tables write it: the symbol and what it means in brackets.
        let is_symbol = |text: &str| Self::ALL.iter().any(|reason| reason.symbol() == text);
        let meaning = text.strip_suffix(')').and_then(|text| text.split_once(" ("));
        let text = match meaning.filter(|(symbol, _)| is_symbol(symbol)) {
            Some((symbol, meaning)) => {
                let means = |reason: &Self| reason.symbol() == symbol && reason.meaning() == meaning;
                match Self::ALL.into_iter().find(means) {
                    Some(reason) => return Some(reason),
                    None => symbol,
                }
            }
            None => &text,
        };
        if is_spreadsheet_error(text) {
            return Some(Self::NotAvailable);
        }
        let text = text.trim_matches(['[', ']', '(', ')']);
        match text {
            "c" | "*" | "suppressed" | "supp" | "<5" | "<6" | "< 5" | "< 6" | "1-5" => {
                Some(Self::Confidential)
            }
            "x" | ":" | "-" | "\u{2013}" | "\u{2014}" | "\u{2212}" | "." | ".." | "..." | "\u{2026}"
            | "n/a" | "na" | "n.a." | "n/k" | "not available" | "not known" | "not published" | "no data"
            | "nil return" | "tbc" => Some(Self::NotAvailable),
            "z" | "not applicable" => Some(Self::NotApplicable),
            "k" | "low" | "~" => Some(Self::RoundsToZero),
            "u" => Some(Self::LowReliability),
            _ => None,
        }
    }
}

/// Whether a cell shows what a spreadsheet shows where it has no number: an error of a formula (`#DIV/0!`, `#SPILL!`, of
/// LibreOffice `Err:502`), or the signs of a column too narrow for its number (`####`).
pub fn is_spreadsheet_error(text: &str) -> bool {
    let text = text.trim().to_ascii_uppercase();
    let is_code = |code: &str| {
        !code.is_empty()
            && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'_'))
    };
    match (text.strip_prefix('#'), text.strip_prefix("ERR:")) {
        (Some("N/A" | "GETTING_DATA"), _) => true,
        (Some(rest), _) if rest.starts_with('#') => rest.bytes().all(|byte| byte == b'#'),
        (Some(rest), _) => rest.strip_suffix(['!', '?']).is_some_and(is_code),
        (None, Some(number)) => !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()),
        (None, None) => false,
    }
}
