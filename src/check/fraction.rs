//! Simple fractions in words beside their counts: "half of the 58 children (29)", "a third of care leavers (12 of 36)".

use crate::number::Exact;
use crate::read::prose::{Told, fraction_in_words, in_words};

use super::listener::{Found, Listener};
use super::prepared::Spoken;
use super::{Kind, Reason, Span, Verdict};

/// By so many points a fraction in words may be away from what the counts give.
const ROUGH: u64 = 5;
/// Words between a fraction and its counts.
const NEAR: usize = 14;
/// Words that say a fraction is of those.
const DETERMINERS: &[&str] = &["the", "our", "these", "those", "all", "its", "their"];

/// A fraction in words, and what the words before it make of it.
struct Fraction {
    tokens: Span,
    /// In percent.
    percent: Exact,
    bound: Bound,
}

/// How near a number is to be to a fraction.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bound {
    /// "More than half".
    Above,
    /// "Fewer than half".
    Below,
    /// "Half", "about half", "nearly half".
    About,
}

impl Listener<'_> {
    /// Checks the fractions of a sentence that stand beside two counts.
    pub(super) fn check_fractions(&mut self, spoken: &Spoken<'_>) {
        for at in 0..spoken.sentence.tokens.len() {
            if let Some(fraction) = spoken.fraction(at)
                && let Some(counts) = spoken.counts_of(&fraction)
                && let Some(found) = judged(&fraction, counts)
            {
                let tokens = &spoken.sentence.tokens[fraction.tokens.clone()];
                let ends = tokens.first().zip(tokens.last());
                let part = ends.map_or(0..0, |(first, last)| first.range.start..last.range.end);
                self.find(spoken, &part, found);
            }
        }
    }
}

/// The finding on a fraction of counts, or `None` where it is neither right nor wrong.
fn judged(fraction: &Fraction, (count, base): (u64, u64)) -> Option<Found> {
    let exact = Exact::scaled(count, base, 100).filter(|_| count <= base)?;
    let away = exact.minus(fraction.percent)?.magnitude();
    let is_within = |points: Exact| away <= points;
    // Of few children the nearest whole number may be further away.
    let is_nearest = away.times(base).is_some_and(|away| away < Exact::whole(100));
    let verdict = match fraction.bound {
        Bound::Above if exact < fraction.percent => Verdict::Differs,
        Bound::Below if exact > fraction.percent => Verdict::Differs,
        Bound::Above | Bound::Below => Verdict::Agrees,
        Bound::About if is_nearest || is_within(Exact::new(ROUGH.into(), 2)?) => Verdict::Agrees,
        Bound::About if is_within(Exact::whole(ROUGH)) => return None,
        Bound::About => Verdict::Differs,
    };
    let stated = fraction.percent.rounded(0);
    Some(Found {
        kind: Kind::CountsWithPercentage,
        verdict,
        stated,
        expected: (fraction.bound == Bound::About).then(|| exact.rounded(1)),
        reason: Reason::Fraction { count, base },
    })
}

impl Spoken<'_> {
    /// The fraction that begins at a token: "two thirds", "one in five".
    fn fraction(&self, at: usize) -> Option<Fraction> {
        let in_words = || {
            let (end, part, of) = fraction_in_words(&self.sentence.tokens, at)?;
            Some((end, Exact::scaled(part.into(), of.into(), 100)?))
        };
        let ratio = || {
            let is_it = |told: &&Told| told.statement.is_rough && told.statement.tokens.start == at;
            let statement = &self.told.iter().find(is_it)?.statement;
            let is_ratio = statement.tokens.clone().any(|at| self.word(at) == "in");
            Some((statement.tokens.end, statement.percent.as_ref().filter(|_| is_ratio)?.value.into()))
        };
        let (end, percent) = in_words().or_else(ratio)?;
        let before = |back: usize| at.checked_sub(back).map_or("", |at| self.word(at));
        let bound = match (before(2), before(1)) {
            ("just", _) => Bound::About,
            ("more" | "greater" | "higher", "than") | (_, "over" | "above" | "exceeding" | "least") => {
                Bound::Above
            }
            ("less" | "fewer" | "lower", "than") | (_, "under" | "below") => Bound::Below,
            _ => Bound::About,
        };
        Some(Fraction { tokens: at..end, percent, bound })
    }

    /// The whole number at a token, and where it ends.
    fn whole_at(&self, at: usize) -> Option<(usize, u64)> {
        let token = self.sentence.tokens.get(at)?;
        let digits = token.number().filter(|number| number.decimals() == 0);
        let number = digits.and_then(|number| u64::try_from(number.units()).ok()).map(|number| (1, number));
        let (length, number) = number.or_else(|| {
            in_words(&self.sentence.tokens, at).map(|(length, number)| (length, u64::from(number)))
        })?;
        let is_amount = self.sentence.statements.iter().any(|statement| statement.holds(at));
        is_amount.then_some((at + length, number))
    }

    /// "Of the 58": the number, and where it ends.
    fn base_at(&self, at: usize) -> Option<(usize, u64)> {
        let from = if self.word(at) == "out" { at + 1 } else { at };
        if self.word(from) != "of" {
            return None;
        }
        let start = (from + 1..from + 4).find(|at| !DETERMINERS.contains(&self.word(*at)))?;
        self.whole_at(start)
    }

    /// "(29)", "(29 children)", "(12 of 36)": where it ends, the count, and of how many.
    fn bracket_at(&self, open: usize) -> Option<(usize, u64, Option<u64>)> {
        let is_mark =
            |at: usize, mark: char| self.sentence.tokens.get(at).is_some_and(|token| token.is_mark(mark));
        if !is_mark(open, '(') {
            return None;
        }
        let (end, count) = self.whole_at(open + 1)?;
        let base = self.base_at(end).or_else(|| self.whole_at(end + 1).filter(|_| is_mark(end, '/')));
        let end = base.map_or(end, |(end, _)| end);
        let close = (end..end + 4).find(|at| self.word(*at).is_empty()).filter(|at| is_mark(*at, ')'))?;
        Some((close + 1, count, base.map(|(_, base)| base)))
    }

    /// The count and the number it is of that a fraction stands beside.
    fn counts_of(&self, fraction: &Fraction) -> Option<(u64, u64)> {
        let Span { start, end } = fraction.tokens;
        let is_mark =
            |at: usize, mark: char| self.sentence.tokens.get(at).is_some_and(|token| token.is_mark(mark));
        // "Half (29) of the 58".
        if let Some((close, count, base)) = self.bracket_at(end) {
            return Some((count, base.or_else(|| Some(self.base_at(close)?.1))?));
        }
        let base = self.base_at(end);
        // "29 of the 58 children (half)", "158 children (a quarter of our 632)", "158, which is a quarter of our 632".
        let before = self.told.iter().rev().find(|told| told.statement.tokens.end <= start);
        let own = before.filter(|before| {
            let between = before.statement.tokens.end..start;
            let is_led = start > 0 && (is_mark(start - 1, '(') || self.equates(start));
            is_led && between.len() < NEAR && before.statement.percent.is_none() && !before.statement.is_rough
        });
        if let Some(statement) = own.map(|own| &own.statement) {
            let of = statement.base.as_ref().and_then(|base| u64::try_from(base.value.units()).ok());
            let count = u64::try_from(statement.count.as_ref()?.value.units()).ok()?;
            return Some((count, of.filter(|_| is_mark(end, ')')).or(base.map(|(_, base)| base))?));
        }
        // "Half of the 58 children (29)", "a third of care leavers (12 of 36)".
        if self.word(end) != "of" {
            return None;
        }
        let from = base.map_or(end + 1, |(end, _)| end);
        let open = (from..from + NEAR).find(|at| self.word(*at).is_empty())?;
        let (_, count, of) = self.bracket_at(open)?;
        Some((count, of.or(base.map(|(_, base)| base))?))
    }
}
