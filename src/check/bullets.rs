//! Parts that stand in a list, each on a line of its own, below the sentence that says of how many they are: "Of the 655
//! children:" over "- 300 boys" and "- 355 girls".

use crate::number::Decimal;
use crate::read::prose::without_bullet;

use super::listener::{Bullets, Listener};
use super::prepared::Spoken;
use super::sums::{TOTAL, sum};
use super::{Span, Verdict};

/// Words of a line that tells of a part of a part, of what is counted twice, or of another number.
const OTHERWISE: &[&str] = &[
    "whom",
    "which",
    "including",
    "these",
    "those",
    "them",
    "also",
    "both",
    "compared",
    "than",
    "least",
    "per",
];

impl Listener<'_> {
    /// Hears whether a paragraph is a line of the list that has begun, ends it, or begins another.
    pub(super) fn hear_of_list(&mut self, place: &Span, sentences: &[Spoken<'_>]) {
        if let Some(bullets) = self.bullets.as_mut()
            && is_item(self.text, bullets.end, place)
        {
            // A bullet may be cut off as a sentence of its own.
            let mut lines = sentences.iter().filter(|line| line.has_words());
            match (lines.next().and_then(Spoken::only_part), lines.next()) {
                (Some(part), None) => {
                    bullets.parts.push(part);
                    bullets.end = place.end;
                }
                // What tells no single part leaves open what the others are of.
                _ => self.bullets = None,
            }
            return;
        }
        self.end_list();
        self.bullets = sentences.last().and_then(|last| last.opens_list(place.end));
    }

    /// Judges the list that has ended, if there is one.
    pub(super) fn end_list(&mut self) {
        let Some(Bullets { whole, is_total, parts, .. }) = self.bullets.take() else { return };
        let numbers: Vec<Decimal> = parts.iter().map(|(number, _)| *number).collect();
        let are_sides = matches!(parts.as_slice(), [(_, Some(one)), (_, Some(other))] if one != other);
        let is_whole = is_total || are_sides && whole.is_of_people;
        if let Some(found) = sum(&numbers, whole.value).filter(|_| numbers.len() > 1)
            && (is_whole || found.verdict == Verdict::Agrees)
        {
            self.found(whole.span, whole.sentence, found);
        }
    }
}

/// Whether a paragraph is a line of a list that stands below a place: behind a bullet, or right below and with its number in
/// front.
fn is_item(text: &str, end: usize, place: &Span) -> bool {
    let (gap, own) = (&text[end..place.start], &text[place.clone()]);
    let has_mark = without_bullet(own).len() < own.len() || gap.contains(|c: char| !c.is_whitespace());
    let is_right_below = gap.matches('\n').count() == 1;
    has_mark || is_right_below && own.starts_with(|c: char| c.is_ascii_digit())
}

impl Spoken<'_> {
    /// The list that begins below the sentence: it ends with a colon and states one number.
    fn opens_list(&self, end: usize) -> Option<Bullets> {
        let ends = self.sentence.tokens.last().is_some_and(|token| token.is_mark(':'));
        let [only] = self.sentence.statements.as_slice() else { return None };
        let whole = self.alone_in(only).filter(|_| ends)?;
        let tokens = only.tokens.start.saturating_sub(3)..self.sentence.tokens.len();
        let is_total = self.any(tokens, TOTAL);
        Some(Bullets { whole, is_total, parts: Vec::new(), end })
    }

    fn has_words(&self) -> bool {
        (0..self.sentence.tokens.len()).any(|at| !self.word(at).is_empty())
    }

    /// The one count of a line of a list, at its beginning or its end, with the side it names.
    fn only_part(&self) -> Option<(Decimal, Option<usize>)> {
        let [only] = self.sentence.statements.as_slice() else { return None };
        let tokens = self.sentence.tokens.len();
        let count = only.count.as_ref().filter(|_| only.base.is_none() && !only.is_rough && !only.is_rate)?;
        let end = only.bracket.as_ref().map_or(only.tokens.end, |bracket| bracket.end);
        let is_led = (0..only.tokens.start).all(|at| self.word(at).is_empty());
        let is_last = (end..tokens).all(|at| self.word(at).is_empty());
        let is_plain = !self.any(0..tokens, OTHERWISE) && self.sentence.times.is_empty();
        ((is_led || is_last) && is_plain)
            .then(|| (count.value, if self.told.len() == 1 { self.side_of(0) } else { None }))
    }
}
