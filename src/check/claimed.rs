//! What the words of a sentence say of a figure that is somebody's: whose it is, of what, and of which age group.

use crate::indicator::{Indicator, Match, Stated, match_phrase};
use crate::read::prose::{Role, StatedPart, Told, names_others};

use super::official::named;
use super::prepared::Spoken;
use super::{Neighbours, Span, Whose};

impl Spoken<'_> {
    /// Whether the sentence speaks of official figures.
    pub(super) fn says_official(&self) -> bool {
        let all = 0..self.sentence.tokens.len();
        let is_department =
            |at: usize| self.word(at) == "department" && matches!(self.word(at + 2), "education");
        self.any(all.clone(), &["dfe", "published", "official"]) || all.clone().any(is_department)
    }

    /// Whether a number is only said to be the council's: "our 8% against the national 10%".
    pub(super) fn is_ours_alone(&self, told: &Told) -> bool {
        let (start, end) = (told.statement.tokens.start, told.statement.tokens.end);
        let is_plain = |word: &str| {
            matches!(
                word,
                "" | "against"
                    | "compared"
                    | "compares"
                    | "is"
                    | "was"
                    | "and"
                    | "to"
                    | "with"
                    | "in"
                    | "for"
            )
        };
        told.role == Role::Own
            && start.checked_sub(1).is_some_and(|before| self.word(before) == "our")
            && is_plain(self.word(end))
    }

    /// Whether a number stands right beside another, as the cells of a table do that lost its lines: `75% 72% 67.9% AMBER`.
    pub(super) fn is_among_numbers(&self, told: &Told) -> bool {
        let (start, end) = (told.statement.tokens.start, told.statement.tokens.end);
        let is_number = |at: usize| {
            let token = self.sentence.tokens.get(at);
            token.is_some_and(|token| token.number().is_some())
        };
        let is_percent_before = start.checked_sub(1).is_some_and(|at| self.is_mark(at, &['%']));
        start.checked_sub(1).is_some_and(is_number) || is_percent_before || is_number(end)
    }

    /// The measure that the sentence names for its only number: "nationally, 60% of care leavers
    /// aged 19 to 21 are in touch", "the national average for three or more placements was 10%".
    pub(super) fn named_measure(&self, told: &Told) -> Option<&'static Indicator> {
        if self.told.len() > 1 || told.statement.percent.is_none() {
            return None;
        }
        let named = |text: &str| {
            let is_of_it = |word: &&str| {
                let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
                !names_others(&word)
            };
            let words: Vec<&str> = text.split(' ').filter(is_of_it).collect();
            let named = match_phrase(&words.join(" "), Stated::Percentage, "", "");
            match named.found {
                Match::Exact(indicator) if named.is_understood => Some(indicator),
                _ => None,
            }
        };
        // The number of "three or more" tells nothing by itself.
        let before =
            &self.sentence.text[..self.sentence.tokens.get(told.statement.tokens.start)?.range.start];
        named(&told.phrase).or_else(|| named(before))
    }

    /// Whose figure is named among tokens.
    pub(super) fn whose(&self, tokens: Span, neighbours: Neighbours) -> Option<Whose> {
        let tokens = self.sentence.tokens.get(tokens)?;
        let (first, last) = (tokens.first()?, tokens.last()?);
        named(&self.sentence.text[first.range.start..last.range.end], neighbours)
    }

    /// The number of a statement that may be a figure of somebody's: a percentage without its count, or another number that
    /// is led to as one and counts nobody: "an average of 70".
    pub(super) fn number_claimed<'t>(&self, told: &'t Told) -> Option<&'t StatedPart> {
        let statement = &told.statement;
        if statement.percent.is_some() {
            return statement.percent.as_ref().filter(|_| statement.count.is_none());
        }
        let number =
            statement.value.as_ref().or(statement.count.as_ref()).filter(|_| statement.base.is_none());
        let (start, end) = (statement.tokens.start, statement.tokens.end);
        let leads = start.checked_sub(1).map_or("", |at| self.word(at));
        let is_led = matches!(leads, "of" | "at" | "is" | "was" | "average" | "england" | "national");
        let is_followed = matches!(
            self.word(end),
            "" | "and" | "or" | "but" | "in" | "for" | "per" | "which" | "while" | "with" | "nationally"
        );
        number.filter(|_| statement.is_rate || (is_led || told.with.is_some()) && is_followed)
    }

    /// Whether the words after a number say that it is of England, a region or the neighbours: `31% nationally`.
    pub(super) fn is_of_others(&self, end: usize) -> bool {
        (end..self.sentence.tokens.len().min(end + 4))
            .any(|at| self.whose(at..at + 1, Neighbours::default()).is_some())
    }

    /// Whether words before a number say that it is England's, a region's or the neighbours'.
    pub(super) fn names_others(&self, tokens: Span) -> bool {
        self.whose(tokens, Neighbours::default()).is_some()
    }

    /// The last age group named among tokens: `19- 21 year olds`.
    pub(super) fn age_group(&self, tokens: Span) -> Option<String> {
        let end = tokens
            .clone()
            .rev()
            .find(|at| self.word(*at) == "year" && matches!(self.word(at + 1), "olds" | "old"))?;
        let start = end.checked_sub(3).filter(|start| self.sentence.tokens[*start].number().is_some())?;
        let text = &self.sentence.text
            [self.sentence.tokens[start].range.start..self.sentence.tokens[end + 1].range.end];
        Some(text.split_whitespace().collect::<String>().replace("yearolds", " year olds"))
    }
}
