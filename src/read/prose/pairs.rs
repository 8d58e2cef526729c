//! Two measures and their two numbers side by side: "reviews held on time and visits in timescale were 95% and 86%
//! respectively, against targets of 95% and 90%".

use std::ops::Range;

use crate::indicator::{self, Indicator, Match};

use super::parts::Sentence;
use super::piece::{Opening, Piece};
use super::role::Role;
use super::statement::Statement;
use super::told::{Dated, Of, Told, fits, stated};
use super::when::{When, times_in};

impl Sentence<'_> {
    /// Gives two numbers joined by "and" the two measures that are joined so before them, in their order, and two targets the two
    /// measures told of before them.
    pub(super) fn pair(&self, all: &mut [Told], heading: &str) {
        for at in 1..all.len() {
            if !self.are_joined(&all[at - 1].statement, &all[at].statement) {
                continue;
            }
            match (all[at - 1].role, all[at].role) {
                (Role::Own, Role::Own) if !self.date_pair(&mut all[..=at], heading) => {
                    self.name_pair(&mut all[..=at], heading);
                }
                (Role::Target, Role::Target) => pair_targets(&mut all[..=at]),
                _ => {}
            }
        }
    }

    /// Whether nothing but "and" stands between two numbers of one sort.
    fn are_joined(&self, first: &Statement, second: &Statement) -> bool {
        let between = first.end()..second.tokens.start;
        between.len() == 1 && self.word(between.start) == "and" && stated(first) == stated(second)
    }

    /// Gives the last two numbers the two times that are named for them, if two are: "at 31 March 2023 and 31 March 2024 there were 424 and
    /// 446", also below a question that names them.
    fn date_pair(&self, all: &mut [Told], heading: &str) -> bool {
        let [before @ .., first, second] = all else { return false };
        let from = before.last().map_or(0, |told| told.statement.end());
        let near = from..second.statement.end() + 1;
        let own: Vec<When> =
            self.times.iter().filter(|(at, ..)| near.contains(at)).map(|(_, _, when)| *when).collect();
        let asked = || times_in(heading.strip_suffix('?').unwrap_or_default());
        let times = if own.is_empty() { asked() } else { own };
        let (Of::Known(of), &[When::At(one), When::At(other)]) = (options(first), times.as_slice()) else {
            return false;
        };
        (first.subject, second.subject) = (Of::Known(of), Of::Known(of));
        (first.dated, second.dated) = (Dated::At(one), Dated::At(other));
        true
    }

    /// Gives the last two numbers the measures that are named for them, if two are.
    fn name_pair(&self, all: &mut [Told], heading: &str) {
        let [before @ .., first, second] = all else { return };
        let from = before.last().map_or(0, |told| told.statement.end());
        let until = first.statement.tokens.start;
        let measure = |tokens: Range<usize>, told: &Told| -> Option<&'static Indicator> {
            let piece = Piece { tokens, opening: Opening::New, statement: None };
            let phrase = self.phrase(std::iter::once(&piece));
            match indicator::match_phrase(&phrase, stated(&told.statement), "", heading).found {
                Match::Exact(indicator) if fits(indicator, &told.statement, None) => Some(indicator),
                _ => None,
            }
        };
        for joint in (from..until).filter(|at| self.word(*at) == "and") {
            if let Some((one, other)) =
                measure(from..joint, first).zip(measure(joint + 1..until, second)).filter(|(a, b)| a != b)
            {
                (first.subject, second.subject) = (Of::Known(one), Of::Known(other));
                first.words = self.bytes(from..joint);
                second.words = self.bytes(joint + 1..until);
                second.dated = first.dated;
                return;
            }
        }
    }
}

/// What a number is of, or would be were its time certain.
fn options(told: &Told) -> Of {
    match &told.subject {
        Of::Either(options) if options.len() == 1 && fits(options[0], &told.statement, told.base) => {
            Of::Known(options[0])
        }
        other => other.clone(),
    }
}

/// Gives the last two targets the measures of the two own numbers before them, if there are just two.
fn pair_targets(all: &mut [Told]) {
    let [before @ .., first, second] = all else { return };
    let own = |told: &&Told| told.role == Role::Own && told.known().is_some();
    let [one, other] = before else { return };
    if [&*one, &*other].iter().all(own) && stated(&one.statement) == stated(&first.statement) {
        (first.subject, first.dated) = (one.subject.clone(), one.dated);
        (second.subject, second.dated) = (other.subject.clone(), other.dated);
    }
}
