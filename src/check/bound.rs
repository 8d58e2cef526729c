//! What the words before a number make of it: "more than half", "about 50", "over 90%".

use crate::number::Exact;

use super::listener::Found;
use super::prepared::Spoken;
use super::{Kind, Reason, Span, Verdict};

/// How near a number is to be to what it says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    /// "More than half".
    Above,
    /// "At least half", "no fewer than half".
    NotBelow,
    /// "Fewer than half".
    Below,
    /// "At most half", "no more than half".
    NotAbove,
    /// "Nearly half".
    Nearly,
    /// "About half".
    Rough,
    /// "Half".
    Plain,
}

impl Bound {
    /// Whether a number may be this where it is said to be so near to another.
    fn allows(self, number: Exact, said: Exact) -> bool {
        // What is about so much may be a tenth away.
        let away = number.minus(said).and_then(|away| away.magnitude().times(10));
        let is_near = away.is_some_and(|away| away <= said.magnitude());
        match self {
            Self::Above | Self::NotBelow => number >= said,
            Self::Below | Self::NotAbove => number <= said,
            Self::Nearly => number <= said && is_near,
            Self::Rough => is_near,
            Self::Plain => false,
        }
    }
}

impl Spoken<'_> {
    /// What the words before a token make of the number there, or `None` where it may be anything below: "up to half".
    pub(super) fn bound_before(&self, at: usize) -> Option<Bound> {
        const ROUGH: &[&str] =
            &["about", "around", "approximately", "approx", "roughly", "circa", "c", "some", "estimated"];
        let before = |back: usize| at.checked_sub(back).map_or("", |at| self.word(at));
        let is_denied = matches!(before(3), "no" | "not");
        Some(match (before(2), before(1)) {
            ("up", "to") => return None,
            ("more" | "greater" | "higher", "than") if is_denied => Bound::NotAbove,
            ("less" | "fewer" | "lower", "than") if is_denied => Bound::NotBelow,
            (_, "least") | ("not", "under" | "below") => Bound::NotBelow,
            ("at", "most") | ("not", "over" | "above" | "exceeding") => Bound::NotAbove,
            ("more" | "greater" | "higher", "than") | (_, "over" | "above" | "exceeding") => Bound::Above,
            ("less" | "fewer" | "lower", "than") | (_, "under" | "below") => Bound::Below,
            (_, "nearly" | "almost") => Bound::Nearly,
            (_, word) if ROUGH.contains(&word) => Bound::Rough,
            _ => Bound::Plain,
        })
    }

    /// Whether a number that is wrong as it stands may be right by the words before it: "over 90%" of 95.9%, "about 50" of 53.
    pub(super) fn excuses(&self, part: &Span, found: &Found) -> bool {
        let is_wrong = matches!(found.verdict, Verdict::Close | Verdict::Differs | Verdict::Impossible);
        // "Below 75% nationally" says 75%.
        let is_computed =
            matches!(found.kind, Kind::CountsWithPercentage | Kind::Possible | Kind::Change | Kind::Sum);
        let has_own_bound =
            matches!(found.reason, Reason::Fraction { .. } | Reason::Ratio { .. } | Reason::Multiple { .. });
        let mut places = 0..self.sentence.tokens.len();
        let place = places.find(|at| self.sentence.tokens[*at].range.start == part.start);
        let Some(at) = place.filter(|_| is_wrong && is_computed && !has_own_bound) else { return false };
        let Some(bound) = self.bound_before(at) else { return true };
        let (stated, expected) = (Exact::from(found.stated), found.expected.map(Exact::from));
        if bound != Bound::Plain {
            return expected.is_none_or(|expected| bound.allows(expected, stated));
        }
        // "More than 300 of 322, 93.5%": what 300 gives is less.
        let numbers = found.reason.numbers();
        let is_open = |number: &Exact| self.bound_of(*number, part) != Some(Bound::Plain);
        match (&found.reason, expected) {
            (Reason::Share { .. }, Some(expected)) if !is_open(&numbers[1]) => {
                self.bound_of(numbers[0], part).is_none_or(|bound| bound.allows(stated, expected))
            }
            _ => numbers.iter().any(is_open),
        }
    }

    /// What the words before a number that a percentage or a change is made of make of it.
    fn bound_of(&self, number: Exact, but: &Span) -> Option<Bound> {
        let is_it = |at: &usize| {
            let token = &self.sentence.tokens[*at];
            let whole = || Some(Exact::whole(self.number_at(*at)?.1));
            token.range.start != but.start && token.number().map(Exact::from).or_else(whole) == Some(number)
        };
        let place = (0..self.sentence.tokens.len()).find(is_it);
        place.map_or(Some(Bound::Plain), |at| self.bound_before(at))
    }
}
