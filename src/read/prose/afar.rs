//! What stands elsewhere than with a number: its time behind a bracket, what the sentence before told of, who was met.

use crate::indicator::{Indicator, Kind, Phrase, Stated};

use super::parts::Sentence;
use super::piece::{Opening, Piece};
use super::reader::Claim;
use super::running::Running;
use super::token::Token;
use super::told;
use super::when::When;

impl Sentence<'_> {
    /// The times of a number that stand in another piece: before its bracket, "higher than 31 August (2,183)", or behind the
    /// bracket that follows it, "from 1,092 (64 per 10,000) at 31 March 2022".
    pub(super) fn times_beside(&self, claim: &Claim<'_>) -> Vec<When> {
        let is_only_time = |piece: &&Piece| {
            const AROUND: [&str; 9] = ["at", "on", "in", "as", "of", "by", "end", "the", "for"];
            let phrase = self.phrase(std::iter::once(*piece)).to_lowercase();
            piece.statement.is_none()
                && self.has_full_time(piece)
                && phrase.split_whitespace().all(|word| AROUND.contains(&word))
        };
        let before = claim.before.last().filter(|_| self.is_bare_bracket(claim.piece)).filter(is_only_time);
        let behind = || {
            let bracket = self.pieces.get(claim.index + 1)?;
            let is_bracket = bracket.opening == Opening::Bracket && !self.has_full_time(bracket);
            self.pieces.get(claim.index + 2).filter(is_only_time).filter(|_| is_bracket)
        };
        let own = self.times_of(std::iter::once(claim.piece));
        let beside = before.or_else(behind).filter(|_| own.is_empty());
        beside.map_or_else(Vec::new, |piece| self.times_of(std::iter::once(piece)))
    }

    /// Whether a number of an earlier time says of which.
    pub(super) fn has_time_of_its_own(&self, claim: &Claim<'_>, running: &Running) -> bool {
        self.has_full_time(claim.piece)
            || !self.times_beside(claim).is_empty()
            || self.steps_back(claim, running).is_some()
    }

    /// What "the number" is of that was told of before: "By the end of October 2023 the number had risen to 294".
    pub(super) fn number_again(
        &self,
        claim: &Claim<'_>,
        own: &str,
        stated: Stated,
        running: &Running,
    ) -> Option<(Phrase, String)> {
        const WORDS: [&str; 29] = [
            "the",
            "this",
            "that",
            "by",
            "at",
            "on",
            "in",
            "end",
            "of",
            "number",
            "total",
            "figure",
            "had",
            "has",
            "was",
            "stood",
            "risen",
            "rose",
            "fallen",
            "fell",
            "increased",
            "decreased",
            "dropped",
            "reduced",
            "grown",
            "grew",
            "to",
            "been",
            "and",
        ];
        let lower = own.to_lowercase();
        let mut words = lower.split_whitespace();
        let names_number = lower.split_whitespace().any(|word| matches!(word, "number" | "total" | "figure"));
        let is_again = stated == Stated::Whole
            && names_number
            && claim.previous.is_none()
            && self.has_full_time(claim.piece)
            && words.all(|word| WORDS.contains(&word));
        let before =
            running.told_before().filter(|told| is_again && told::stated(&told.statement) == stated)?;
        before.known().map(|of| (told::certainly(of), before.phrase.clone()))
    }

    /// Whether a number is of those whom somebody met: "We met 64 members of staff, 9 foster carers and 14 young people".
    pub(super) fn tells_who_was_met(&self, claim: &Claim<'_>, indicator: &Indicator) -> bool {
        const MET: [&str; 9] =
            ["met", "interviewed", "spoke", "saw", "heard", "visited", "thanked", "welcomed", "joined"];
        const WHO: [&str; 10] =
            ["we", "inspectors", "members", "they", "i", "reviewers", "councillors", "panel", "team", "who"];
        let before = &self.tokens[self.start.min(claim.statement.tokens.start)..claim.statement.tokens.start];
        let meets = |pair: &[Token]| WHO.contains(&pair[0].word()) && MET.contains(&pair[1].word());
        indicator.kind == Kind::Count && before.windows(2).any(meets)
    }
}

impl Running {
    /// The words around the count of the sentence before, where a number is out of just so many: "The team received 74 requests.
    /// 49 of 74 (66%) were completed within 20 days".
    pub(super) fn counted_before(&self, claim: &Claim<'_>) -> Option<&str> {
        let base = claim.statement.base.as_ref()?.value.units();
        self.counted.as_ref().filter(|(count, _)| *count == base).map(|(_, phrase)| phrase.as_str())
    }
}
