//! What a number is of whose measure the sentence has named before: "96% of those aged 17 and 18 and 91% of those aged 19 to
//! 21", "39% reached the standard in maths and 51% did so in reading", "Health assessments remain a concern: 62% were in time".

use crate::indicator::{self, Indicator, Kind, Match, Phrase, Stated};
use crate::period::Period;

use super::parts::Sentence;
use super::piece::{Opening, Piece};
use super::reader::Claim;
use super::role::{self, Role};
use super::running::Running;
use super::token::Token;
use super::told::{self, Told};
use super::when::When;

/// Words that say nothing of whom or what a number is of.
const EMPTY: [&str; 25] = [
    "figure",
    "it",
    "rate",
    "percentage",
    "proportion",
    "as",
    "our",
    "did",
    "do",
    "so",
    "with",
    "of",
    "those",
    "in",
    "for",
    "the",
    "and",
    "was",
    "were",
    "who",
    "a",
    "further",
    "are",
    "is",
    "just",
];

/// Subjects of which measures are told by turns, and the words between them.
const SUBJECTS: [&str; 9] = [
    "reading",
    "writing",
    "maths",
    "mathematics",
    "english",
    "science",
    "grammar",
    "punctuation",
    "spelling",
];

/// Words around an age.
const AGES: [&str; 13] =
    ["aged", "age", "to", "year", "years", "old", "olds", "yr", "care", "leavers", "young", "people", "-"];

fn is_age(word: &str) -> bool {
    word.parse::<u8>().is_ok_and(|age| age <= 25)
}

/// Whether words around a number say only that it is one: "performance at the end of the quarter was".
pub(super) fn is_bare(own: &str) -> bool {
    const BARE: [&str; 43] = [
        "in",
        "during",
        "only",
        "just",
        "were",
        "was",
        "is",
        "are",
        "we",
        "achieved",
        "did",
        "so",
        "met",
        "performance",
        "this",
        "it",
        "have",
        "been",
        "had",
        "stood",
        "stands",
        "our",
        "the",
        "at",
        "end",
        "of",
        "quarter",
        "month",
        "year",
        "now",
        "currently",
        "figure",
        "result",
        "outturn",
        "position",
        "current",
        "for",
        "young",
        "people",
        "children",
        "on",
        "average",
        "percentage",
    ];
    own.to_lowercase().split(' ').all(|word| word.is_empty() || BARE.contains(&word))
}

impl<'a> Claim<'a> {
    /// The number told last that may be of the same: "from 391 to 428" is of what 391 is of, whatever that is.
    pub(super) fn last_of_same(&self) -> Option<&'a Told> {
        let is_end = self.piece.opening == Opening::To && self.previous.is_some();
        self.last_own.filter(|_| !is_end).or(self.previous)
    }
}

impl Sentence<'_> {
    /// What a number is of by its own words and what the next number's piece says of both; `None` where its own say enough, or
    /// both together do not.
    pub(super) fn shared(
        &self,
        claim: &Claim<'_>,
        own: &Phrase,
        phrase: &str,
        before: &str,
        running: &Running,
    ) -> Option<(Phrase, String)> {
        if own.is_understood && matches!(own.found, Match::Exact(_)) {
            return None;
        }
        let phrase = format!("{phrase} {}", self.shared_with_next(claim)?);
        let found = indicator::match_phrase(&phrase, told::stated(claim.statement), before, &running.heading);
        (found.is_understood && matches!(found.found, Match::Exact(_))).then_some((found, phrase))
    }

    /// What the next number's piece says of both: "92% of care leavers aged 17 and 18 and 88% of those aged 19 to 21 were in
    /// suitable accommodation".
    fn shared_with_next(&self, claim: &Claim<'_>) -> Option<String> {
        const VERBS: [&str; 10] =
            ["were", "was", "are", "is", "had", "have", "received", "achieved", "lived", "live"];
        let next = self.pieces.get(claim.index + 1)?;
        let statement = &self.statements[next.statement?];
        let is_verb = |token: &Token| VERBS.contains(&token.word());
        let joins = next.opening == Opening::Next
            && told::stated(statement) == told::stated(claim.statement)
            && !self.is_of_those(next)
            && self.tokens.get(statement.end()).is_some_and(|token| matches!(token.word(), "of" | "for"))
            && !self.words(claim.piece).iter().any(is_verb);
        let verb = (statement.end()..next.tokens.end).find(|at| is_verb(&self.tokens[*at]))?;
        let shared = Piece { tokens: verb..next.tokens.end, opening: Opening::Comma, ..next.clone() };
        joins.then(|| self.phrase(std::iter::once(&shared)))
    }

    /// The period before the one of the number told before it, where its own words say how far: "446 at 31 March 2023, up from
    /// 424 a year before".
    pub(super) fn steps_back(&self, claim: &Claim<'_>, running: &Running) -> Option<Period> {
        let role = role::role(claim.piece, claim.statement, &self.tokens);
        let times = self.times_of(std::iter::once(claim.piece));
        if times.is_empty() && claim.piece.opening == Opening::Bracket {
            let is_bare = self.phrase(std::iter::once(claim.piece)).is_empty();
            return running.in_brackets.filter(|_| is_bare && claim.last_told.is_some());
        }
        let [when] = times.as_slice() else { return None };
        // "From 94% in Quarter 2", "702 (September 709)": of the year that the heading names.
        if matches!(when, When::Quarter(_) | When::Month(_)) {
            let is_before = role == Role::Earlier
                || (claim.piece.opening == Opening::Bracket && claim.last_told.is_some());
            // "94% in September 2024 (August 92%)": before the one that is told of.
            let named =
                claim.last_told.filter(|_| role != Role::Earlier).and_then(|told| told.dated.period());
            let back = named.and_then(|named| when.last_before(named));
            return back.or_else(|| running.date(&times).period()).filter(|_| is_before);
        }
        // "Last year 93% were" may be any year.
        let is_known = *when != When::LastYear || role == Role::Earlier;
        let told = claim.last_told.or_else(|| running.told_before().filter(|_| claim.previous.is_none()));
        let named = told.filter(|_| is_known && role != Role::Change)?.dated.period()?;
        when.back_from(named)
    }

    /// Whether the words of a piece say that its number is a rate, and nothing of whom.
    pub(super) fn says_only_rate(&self, piece: &Piece) -> bool {
        const AROUND_RATE: [&str; 31] = [
            "and",
            "in",
            "every",
            "age",
            "a",
            "rate",
            "taking",
            "giving",
            "making",
            "of",
            "at",
            "per",
            "10",
            "10000",
            "10,000",
            "000",
            "children",
            "population",
            "the",
            "under",
            "aged",
            "18",
            "18s",
            "which",
            "is",
            "was",
            "equivalent",
            "equates",
            "equating",
            "to",
            "or",
        ];
        let own = self.phrase(std::iter::once(piece)).to_lowercase();
        own.split(' ').all(|word| word.is_empty() || AROUND_RATE.contains(&word))
    }

    /// The rate of those that the number before counts, or the count of those whose rate it gives: "446 children in care (62 per
    /// 10,000)", "62 per 10,000 (446 children)".
    pub(super) fn rate_and_count(&self, claim: &Claim<'_>, stated: Stated) -> Option<(Phrase, String)> {
        let own = self.phrase(std::iter::once(claim.piece)).to_lowercase();
        let before = claim.previous.filter(|told| matches!(told.role, Role::Own))?;
        let of = before.known()?;
        let wanted = match (of.kind, stated) {
            (Kind::Count, Stated::Rate) if self.says_only_rate(claim.piece) => Kind::Rate,
            (Kind::Rate, Stated::Whole)
                if claim.piece.opening == Opening::Bracket && matches!(own.as_str(), "" | "children") =>
            {
                Kind::Count
            }
            _ => return None,
        };
        let is_same = |other: &&Indicator| other.kind == wanted && other.counts == of.counts;
        let mut found = indicator::all().iter().filter(is_same);
        let indicator = found.next().filter(|_| found.next().is_none())?;
        Some((told::certainly(indicator), before.phrase.clone()))
    }

    /// What a target told of just before is of, where a number says no more than what was: "The contract requires 95% of visits to
    /// be on time; in Q1 81% were".
    pub(super) fn of_target(
        claim: &Claim<'_>,
        own: &str,
        stated: Stated,
    ) -> Option<(&'static Indicator, String)> {
        told::same_as(claim.target.filter(|_| is_bare(own))?, stated)
    }

    /// What the number before is of, of the other age or the other subject that alone is named with this number.
    pub(super) fn said_again(
        &self,
        claim: &Claim<'_>,
        own: &str,
        stated: Stated,
        running: &Running,
    ) -> Option<(Phrase, String)> {
        // "For those aged 19 to 21 the figure was 52%."
        let of_sentence =
            || running.told_before().filter(|_| claim.before_told.is_none() && self.names_same(claim.piece));
        let before = claim
            .last_told
            .or_else(of_sentence)
            .filter(|before| told::stated(&before.statement) == stated)?;
        let lower = own.to_lowercase();
        let words: Vec<&str> = lower.split(' ').filter(|word| !EMPTY.contains(word)).collect();
        let is_of_age = words.iter().any(|word| is_age(word))
            && words.iter().all(|word| is_age(word) || AGES.contains(word));
        let is_of_subject = !words.is_empty() && words.iter().all(|word| SUBJECTS.contains(word));
        if !is_of_age && !is_of_subject {
            return None;
        }
        let is_other = |word: &&str| {
            let word = word.to_lowercase();
            let is_subject = SUBJECTS.contains(&&*word) || matches!(word.as_str(), "combined" | "and");
            if is_of_age { !is_age(&word) && !AGES.contains(&&*word) } else { !is_subject }
        };
        let kept: Vec<&str> = before.phrase.split(' ').filter(is_other).collect();
        let phrase = format!("{} {own}", kept.join(" "));
        let phrase = phrase.replace(" did so", "");
        let found = indicator::match_phrase(&phrase, stated, "", "");
        let is_another = matches!(found.found, Match::Exact(of) if Some(of) != before.known());
        (is_another && found.is_understood).then_some((found, phrase))
    }

    /// What is judged before a number, with the words around the number: "Initial health assessments are not good enough: only
    /// 62% were completed within 20 working days".
    pub(super) fn judged_before(
        &self,
        claim: &Claim<'_>,
        own: &str,
        stated: Stated,
    ) -> Option<(Phrase, String)> {
        let judged = claim.lead.last().filter(|lead| {
            let words = self.words(lead);
            lead.opening != Opening::Comparison
                && role::is_aside(lead, &self.tokens)
                && !role::names_comparator(words)
                && !role::names_target(words)
        })?;
        let verb =
            judged.tokens.clone().find(|at| JUDGES.contains(&self.word(*at)) || self.word(*at) == "still")?;
        let mut name = (*judged).clone();
        name.tokens.end = verb;
        judged_as(&self.phrase(std::iter::once(&name)), own, stated)
    }
}

impl Running {
    /// The same of what the sentence before judged: "Initial health assessments remain a weakness. Only 48% were completed within 20
    /// working days".
    pub(super) fn judged_before(&self, own: &str, stated: Stated) -> Option<(Phrase, String)> {
        let sentence = Sentence::of(self.topic_text()?);
        let verb = (0..sentence.tokens.len()).find(|at| JUDGES.contains(&sentence.tokens[*at].word()))?;
        let told = Piece { tokens: verb..sentence.tokens.len(), opening: Opening::New, statement: None };
        if !role::is_aside(&told, &sentence.tokens) {
            return None;
        }
        let name = Piece { tokens: 0..verb, ..told };
        judged_as(&sentence.phrase(std::iter::once(&name)), own, stated)
    }
}

/// Verbs between what is judged and its judgement.
const JUDGES: [&str; 12] = [
    "are",
    "is",
    "was",
    "were",
    "remain",
    "remains",
    "has",
    "have",
    "continue",
    "continues",
    "needs",
    "need",
];

/// What the name of something judged and the words around a number say together.
fn judged_as(name: &str, own: &str, stated: Stated) -> Option<(Phrase, String)> {
    let phrase = format!("{name} {own}");
    let found = indicator::match_phrase(&phrase, stated, "", "");
    let is_more = own.split(' ').count() > 1
        || matches!(found.found, Match::Exact(of) if of.kind == Kind::Share && stated == Stated::Percentage);
    (is_more && found.is_understood && matches!(found.found, Match::Exact(_))).then_some((found, phrase))
}
