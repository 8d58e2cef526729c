//! The words, numbers and marks of a sentence, each with its place in the text.

use std::ops::Range;

use crate::number::Decimal;

/// One word, number or mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Its bytes in the text.
    pub range: Range<usize>,
    pub kind: Kind,
}

/// What a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A word in lower case, with digits if it has some: `children`, `31st`, `q2`, `2.1.3`.
    Word(String),
    /// A number without a sign.
    Number(Decimal),
    /// Any other character.
    Mark(char),
}

impl Token {
    /// The word in lower case; empty for numbers and marks.
    pub(crate) fn word(&self) -> &str {
        match &self.kind {
            Kind::Word(word) => word,
            Kind::Number(_) | Kind::Mark(_) => "",
        }
    }

    pub(crate) const fn number(&self) -> Option<Decimal> {
        match &self.kind {
            Kind::Number(number) => Some(*number),
            Kind::Word(_) | Kind::Mark(_) => None,
        }
    }

    pub(crate) fn is_mark(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    /// Whether it is a hyphen or a dash.
    pub(crate) fn is_dash(&self) -> bool {
        matches!(self.kind, Kind::Mark('-' | '\u{2010}'..='\u{2014}' | '\u{2212}'))
    }
}

/// The sign for a half.
const HALF: char = '\u{BD}';

/// Cuts a text into its tokens.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let length = if first.is_ascii_digit() {
            let length = digits(rest);
            let word = rest[length..].find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len() - length);
            let number = Decimal::parse(&rest[..length]).ok().filter(|_| is_amount(&rest[..length]));
            // "2\u{BD} years".
            if let Some(whole) =
                number.filter(|whole| whole.decimals() == 0 && rest[length..].starts_with(HALF))
            {
                let end = at + length + HALF.len_utf8();
                tokens.push(Token {
                    range: at..end,
                    kind: Kind::Number(Decimal::new(10 * whole.units() + 5, 1)),
                });
                at = end;
                continue;
            }
            // "31st" is a word; "2.5years" is a number and a word.
            let is_ending = (1..=2).contains(&word) && rest[length..].starts_with(char::is_alphabetic);
            match number {
                Some(number) if !is_ending => {
                    tokens.push(Token { range: at..at + length, kind: Kind::Number(number) });
                    length
                }
                _ => {
                    let kind = Kind::Word(rest[..length + word].to_lowercase());
                    tokens.push(Token { range: at..at + length + word, kind });
                    length + word
                }
            }
        } else if first.is_alphabetic() {
            let inner = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '\u{2019}');
            let length = rest.find(|c| !inner(c)).unwrap_or(rest.len());
            let length = rest[..length].trim_end_matches(['\'', '\u{2019}']).len();
            let kind = Kind::Word(rest[..length].to_lowercase());
            tokens.push(Token { range: at..at + length, kind });
            length
        } else {
            if !first.is_whitespace() {
                tokens.push(Token { range: at..at + first.len_utf8(), kind: Kind::Mark(first) });
            }
            first.len_utf8()
        };
        at += length;
    }
    tokens
}

/// How many bytes of a number a text starts with: digits, with commas before groups of three and points before digits.
fn digits(text: &str) -> usize {
    let bytes = text.as_bytes();
    let run = |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut length = run(0);
    loop {
        match bytes.get(length) {
            Some(b',') if run(length + 1) == 3 => length += 4,
            Some(b'.') if run(length + 1) > 0 => length += 1 + run(length + 1),
            _ => return length,
        }
    }
}

/// Whether digits are an amount rather than a reference: no zero in front, at most one point.
fn is_amount(digits: &str) -> bool {
    let has_zero_in_front = digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.");
    !has_zero_in_front && digits.matches('.').count() < 2
}

/// Whether a word closes the title of a report.
pub(crate) fn names_report(word: &str) -> bool {
    ["report", "update", "audit", "briefing", "overview", "summary", "headlines"].contains(&word)
}

/// Words that tell of a change.
pub(crate) const CHANGE: &[&str] = &[
    "increase",
    "increases",
    "increased",
    "increasing",
    "rise",
    "rises",
    "rose",
    "risen",
    "rising",
    "reduction",
    "reductions",
    "reduced",
    "reducing",
    "decrease",
    "decreases",
    "decreased",
    "decreasing",
    "fall",
    "falls",
    "fell",
    "fallen",
    "falling",
    "drop",
    "drops",
    "dropped",
    "improvement",
    "improvements",
    "improved",
    "improving",
    "growth",
    "grown",
    "grew",
    "decline",
    "declined",
    "declining",
    "difference",
    "change",
    "changed",
    "gap",
    "movement",
    "deterioration",
    "gone",
    "went",
    "climbed",
    "recovered",
    "slipped",
    "up",
    "down",
    "variance",
];

/// Whether a word tells of a change or its size: "rose", "points".
pub(crate) fn tells_change(word: &str) -> bool {
    CHANGE.contains(&word) || matches!(word, "points" | "point" | "percentage" | "by")
}
