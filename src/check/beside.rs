//! The numbers that stand beside a percentage or a mean in a sentence, and make it up: its count, what that is of, and whose
//! scores were averaged.

use crate::read::prose::Role;

use super::prepared::Spoken;
use super::share::whole;

impl Spoken<'_> {
    /// "76% of these 58": the number right behind a percentage.
    pub(super) fn number_behind(&self, at: usize, end: usize) -> Option<u64> {
        let next = &self.told.get(at + 1)?.statement;
        let leads = end..next.tokens.start;
        let is_lead = |word: &str| matches!(word, "of" | "the" | "these" | "those" | "our" | "all");
        let is_bare = next.percent.is_none() && next.base.is_none();
        let is_of =
            is_bare && self.word(end) == "of" && leads.into_iter().all(|token| is_lead(self.word(token)));
        whole(next.count.as_ref()).filter(|_| is_of)
    }

    /// "25 children were adopted, 12% of the 210 who left care", "the 9 were 15% of our 60": the count before a percentage that
    /// is another form of it, where the number it is of stands behind it.
    pub(super) fn count_before(&self, at: usize, end: usize) -> Option<(u64, u64)> {
        const OTHERS: &[&str] = &["while", "whereas", "but", "compared", "than", "target", "of"];
        const VERBS: &[&str] =
            &["were", "was", "had", "have", "has", "are", "is", "did", "said", "achieved", "attended"];
        let before = self.told.get(at.checked_sub(1)?)?;
        let own = &self.told[at].statement;
        let clause = before.statement.tokens.end..own.tokens.start;
        let last = own.tokens.start.checked_sub(1)?;
        let is_said_of_it = matches!(self.word(last), "is" | "are" | "was" | "were");
        let is_led = self.is_mark(last, &[',', '(', '\u{2013}'])
            || self.equates(own.tokens.start)
            || is_said_of_it && !self.any(clause.clone(), &["and"]);
        let is_bare = before.statement.percent.is_none()
            && before.statement.base.is_none()
            && !before.statement.is_rough
            && before.role == Role::Own;
        let is_one = is_led
            && is_bare
            && !self.any(clause.clone(), OTHERS)
            && !clause.clone().any(|at| at != last && self.is_mark(at, &[',', ';', ':', '(']));
        // "..., 52% of the 80 in foster care were" tells something else.
        let tells = (end..self.sentence.tokens.len()).find(|at| VERBS.contains(&self.word(*at)));
        let is_relative = |at: usize| self.any(end..at, &["who", "which", "that", "whom", "where"]);
        let count = whole(before.statement.count.as_ref())?;
        let base = self.number_behind(at, end)?;
        (is_one && count <= base && tells.is_none_or(is_relative)).then_some((count, base))
    }

    /// "96%: 402 of 419 care leavers": the counts behind a percentage and a colon.
    pub(super) fn counts_behind(&self, at: usize, end: usize) -> Option<(u64, u64)> {
        let next = &self.told.get(at + 1)?.statement;
        let is_led = self.sentence.tokens.get(end).is_some_and(|token| token.is_mark(':'));
        let is_bare = next.percent.is_none() && next.tokens.start == end + 1;
        whole(next.count.as_ref()).zip(whole(next.base.as_ref())).filter(|_| is_led && is_bare)
    }

    /// "Of 337, 182 were in education, employment or training (54%)": what a percentage in a bracket of its own is of.
    pub(super) fn counts_in_clause(&self, at: usize, base: Option<u64>) -> Option<(u64, u64)> {
        const OTHERS: &[&str] = &[
            "were",
            "was",
            "are",
            "is",
            "had",
            "has",
            "have",
            "being",
            "with",
            "including",
            "but",
            "while",
            "which",
            "who",
            "than",
            "compared",
            "of",
        ];
        let before = self.told.get(at.checked_sub(1)?)?;
        let own = &self.told[at].statement.tokens;
        let open = own.start.checked_sub(1)?;
        let is_mark =
            |at: usize, mark: char| self.sentence.tokens.get(at).is_some_and(|token| token.is_mark(mark));
        let clause = before.statement.tokens.end..open;
        let comma = clause.clone().find(|at| is_mark(*at, ',')).unwrap_or(open);
        let is_one = clause.clone().all(|at| !['(', ')', ';', ':'].iter().any(|mark| is_mark(at, *mark)))
            && !self.any(comma..open, OTHERS);
        let is_led = before.role == Role::Own && !self.opens_with_of(before.statement.tokens.start);
        let is_bare = before.statement.percent.is_none() && before.statement.base.is_none();
        let count = whole(before.statement.count.as_ref())
            .filter(|_| is_mark(open, '(') && is_mark(own.end, ')') && is_one && is_led && is_bare)?;
        let told_base = before.base.and_then(|base| u64::try_from(base).ok());
        Some((count, base.or(told_base)?))
    }

    /// "Of the 118 due, 89 were in time, which equates to 75.4%": the count that a percentage says in another form.
    pub(super) fn count_equated(&self, at: usize, base: Option<u64>) -> Option<(u64, u64)> {
        let before = self.told.get(at.checked_sub(1)?)?;
        let (own, statement) = (&self.told[at].statement, &before.statement);
        let is_bare = statement.percent.is_none() && statement.base.is_none() && !statement.is_rough;
        let is_part = is_bare && before.role == Role::Own && !self.opens_with_of(statement.tokens.start);
        let count = whole(statement.count.as_ref()).filter(|_| is_part && self.equates(own.tokens.start))?;
        Some((count, base?)).filter(|(count, base)| count <= base)
    }

    /// "The average score of the 26 children was 13.7": the number before a mean of whose scores it is.
    pub(super) fn number_before_mean(&self, at: usize) -> Option<u64> {
        let before = &self.told.get(at.checked_sub(1)?)?.statement;
        let (start, end) = (before.tokens.start, before.tokens.end);
        let leads = start.saturating_sub(2)..start;
        let is_led = self.any(leads, &["for", "of", "from", "across", "among"]);
        let is_said = self
            .any(end..self.told[at].statement.tokens.start, &["was", "is", "stood", "averaged", "of", "at"]);
        let is_bare = before.percent.is_none() && before.base.is_none() && !before.is_rough;
        whole(before.count.as_ref()).filter(|_| is_led && is_said && is_bare)
    }

    /// "13.7 for 26 children": the number behind a mean of whose scores it is.
    pub(super) fn number_of_scores(&self, at: usize, end: usize) -> Option<u64> {
        let next = &self.told.get(at + 1)?.statement;
        let leads = end..next.tokens.start;
        let is_led = leads.len() < 4 && self.any(leads, &["for", "of", "from", "across", "among"]);
        whole(next.count.as_ref()).filter(|_| is_led && next.percent.is_none())
    }
}
