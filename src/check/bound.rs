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
        let Some(at) = place.filter(|at| is_wrong && is_computed && !has_own_bound && self.is_number(*at))
        else {
            return false;
        };
        let Some(bound) = self.bound_before(at) else { return true };
        let Some(expected) = found.expected else { return bound != Bound::Plain };
        let (stated, expected) = (Exact::from(found.stated), Exact::from(expected));
        // What is about so much may be a tenth away.
        let away = expected.minus(stated).and_then(|away| away.magnitude().times(10));
        let is_near = away.is_some_and(|away| away <= stated.magnitude());
        match bound {
            Bound::Above | Bound::NotBelow => expected >= stated,
            Bound::Below | Bound::NotAbove => expected <= stated,
            Bound::Nearly => expected <= stated && is_near,
            Bound::Rough => is_near,
            Bound::Plain => false,
        }
    }

    fn is_number(&self, at: usize) -> bool {
        self.sentence.tokens[at].number().is_some() || self.number_at(at).is_some()
    }
}
