//! The numbers that a sentence gives with a time each.

use crate::read::prose::{Role, Told};

use super::Span;
use super::change::number;
use super::official::subject;
use super::prepared::Spoken;
use super::series::{Point, Series};

impl Spoken<'_> {
    /// The numbers of the sentence that follow each other with a time each: those behind the first have no noun of their own.
    pub(super) fn series(&self) -> Series {
        let mut series = Series::default();
        for (at, told) in self.told.iter().enumerate() {
            let next =
                self.told.get(at + 1).map_or(self.sentence.tokens.len(), |next| next.statement.tokens.start);
            match self.timed(told, next) {
                Some((point, is_bare)) => {
                    let goes_on =
                        series.points.last().is_some_and(|last| last.is_percent == point.is_percent);
                    if !(is_bare && goes_on) {
                        series = Series { of: subject(told), points: Vec::new() };
                    }
                    series.points.push(point);
                }
                None if told.role_of_piece == Role::Change => {}
                None => series.points.clear(),
            }
        }
        series
    }

    /// A number with the time behind it before the next number, and whether only small words stand between.
    fn timed(&self, told: &Told, next: usize) -> Option<(Point, bool)> {
        /// Words between a number and its time.
        const NEAR: usize = 8;
        const SMALL: &[&str] =
            &["in", "at", "for", "by", "during", "on", "of", "the", "end", "as", "children"];
        let is_other = matches!(told.role_of_piece, Role::Change | Role::Target | Role::Comparator);
        let part = number(told).filter(|_| !is_other && !told.statement.is_rough)?;
        let end = told.statement.bracket.as_ref().map_or(told.statement.tokens.end, |bracket| bracket.end);
        let mut behind = self.sentence.times.iter().filter(|(start, ..)| (end..next).contains(start));
        let is_stretch = |words: Span| self.any(words, &["between", "from", "since", "to", "until"]);
        let (start, _, when) = behind.next()?;
        let is_bare = |at: usize| SMALL.contains(&self.word(at)) || self.is_mark(at, &['(']);
        let words = end..*start;
        let is_one = words.clone().all(|at| !self.word(at).is_empty() || self.is_mark(at, &['(']));
        let point = Point { when: *when, value: part.value, is_percent: told.statement.percent.is_some() };
        (is_one && words.len() <= NEAR && !is_stretch(words.clone()))
            .then(|| (point, words.clone().all(is_bare)))
    }
}
