//! Simple fractions in words beside their counts: "half of the 58 children (29)", "a third of care leavers (12 of 36)".

use crate::number::Exact;
use crate::read::prose::{Told, fraction_in_words, in_words};

use super::bound::Bound;
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
    let is_about = matches!(fraction.bound, Bound::Nearly | Bound::Rough | Bound::Plain);
    let verdict = match fraction.bound {
        Bound::Above | Bound::NotBelow if exact < fraction.percent => Verdict::Differs,
        Bound::Below | Bound::NotAbove if exact > fraction.percent => Verdict::Differs,
        // Exactly half is not more than half.
        Bound::Above | Bound::Below if exact == fraction.percent => return None,
        Bound::Above | Bound::NotBelow | Bound::Below | Bound::NotAbove => Verdict::Agrees,
        _ if is_nearest || is_within(Exact::new(ROUGH.into(), 2)?) => Verdict::Agrees,
        _ if is_within(Exact::whole(ROUGH)) => return None,
        _ => Verdict::Differs,
    };
    let stated = fraction.percent.rounded(0);
    Some(Found {
        kind: Kind::CountsWithPercentage,
        verdict,
        stated,
        expected: is_about.then(|| exact.rounded(1)),
        reason: Reason::Fraction { count, base },
    })
}

impl Spoken<'_> {
    /// The fraction that begins at a token: "two thirds", "one in five".
    fn fraction(&self, at: usize) -> Option<Fraction> {
        let is_ratio = |told: &Told| told.statement.is_rough && told.statement.tokens.start == at;
        if fraction_in_words(&self.sentence.tokens, at).is_none() && !self.told.iter().any(is_ratio) {
            return None;
        }
        let (end, percent) = self.part_at(at)?;
        let is_just = at.checked_sub(2).is_some_and(|before| self.word(before) == "just");
        let bound = if is_just { Bound::Rough } else { self.bound_before(at)? };
        Some(Fraction { tokens: at..end, percent, bound })
    }

    /// The simple fraction that begins at a token, and where it ends: "two thirds", "one in five", "nine out of ten".
    pub(super) fn part_at(&self, at: usize) -> Option<(usize, Exact)> {
        if let Some((end, part, of)) = fraction_in_words(&self.sentence.tokens, at) {
            return Some((end, Exact::scaled(part.into(), of.into(), 100)?));
        }
        let (joint, part) = self.number_at(at)?;
        let (end, of) = self.number_at(if self.word(joint) == "out" { joint + 2 } else { joint + 1 })?;
        Some((end, Exact::scaled(part, of, 100)?))
    }

    /// The whole number at a token, and where it ends.
    pub(super) fn number_at(&self, at: usize) -> Option<(usize, u64)> {
        let digits = self.sentence.tokens.get(at)?.number().filter(|number| number.decimals() == 0);
        let number = digits.and_then(|number| u64::try_from(number.units()).ok()).map(|number| (1, number));
        let in_words =
            || in_words(&self.sentence.tokens, at).map(|(length, number)| (length, u64::from(number)));
        number.or_else(in_words).map(|(length, number)| (at + length, number))
    }

    /// The whole number at a token that tells how many, and where it ends.
    fn whole_at(&self, at: usize) -> Option<(usize, u64)> {
        let is_amount = self.sentence.statements.iter().any(|statement| statement.holds(at));
        self.number_at(at).filter(|_| is_amount)
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
            let is_led = is_mark(start - 1, '(') || self.equates(start);
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
        let from = base.map_or(end, |(end, _)| end);
        let open = (from..from + NEAR).find(|at| self.word(*at).is_empty())?;
        let (_, count, of) = self.bracket_at(open)?;
        Some((count, of.or(base.map(|(_, base)| base))?))
    }
}
