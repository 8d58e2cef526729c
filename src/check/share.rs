//! Counts with their percentages, and percentages of a known number.

use std::cmp::Ordering;

use crate::indicator::{CohortId, Indicator, KnownSum, Part, Relation, SUMS, ids};
use crate::number::{Decimal, Exact};
use crate::read::prose::{Of, Role, StatedPart, Token, Told};

use super::bound::Bound;
use super::listener::{Found, Heard, Listener};
use super::prepared::Spoken;
use super::{Kind, Reason, Span, Verdict, agreement};

/// How many of the counts before may be what a count is of.
const RECENT: usize = 8;
/// The same where the percentage is a whole number, with which more would agree by chance.
const RECENT_OF_WHOLE: usize = 3;

/// A number of a sentence, as far as it may be a share or have one.
struct Claim<'a> {
    told: &'a Told,
    /// The tokens it takes with its bracket.
    tokens: Span,
    count: Option<u64>,
    base: Option<u64>,
    /// Whether it is of those counted before: "86 of them".
    is_part: bool,
}

impl Listener<'_> {
    /// Checks the shares of a sentence, and keeps its counts for those that follow.
    pub(super) fn check_shares(&mut self, spoken: &Spoken<'_>) {
        // The number that the percentages behind "of these" are of.
        let mut those: Option<u64> = spoken.opening_total();
        self.heard.extend(those.map(|value| Heard { value, is_part: false, sentence: self.sentence }));
        let mut done = 0;
        for (at, told) in spoken.told.iter().enumerate() {
            let statement = &told.statement;
            let start = statement.tokens.start;
            let before = done;
            if (done..start).any(|token| spoken.says_those(token)) {
                those = self.last_total(0).or(those);
            }
            let end = statement.bracket.as_ref().map_or(statement.tokens.end, |bracket| bracket.end);
            done = end;
            let is_part = those.is_some() || (end..end + 2).any(|token| spoken.says_those(token));
            let claim = Claim {
                told,
                tokens: start..end,
                count: whole(statement.count.as_ref()),
                base: whole(statement.base.as_ref()),
                is_part,
            };
            // "Below the national figure of 81%" is of no cohort of the sentence.
            let is_of_others = told.role == Role::Comparator
                && (spoken.is_of_others(end) || spoken.names_others(before..start));
            self.check_ratio(spoken, told);
            let of_scores = || spoken.number_of_scores(at, end).or_else(|| spoken.number_before_mean(at));
            if let Some(base) = those.or_else(of_scores) {
                self.check_mean(spoken, told, base);
            }
            let percent = statement.percent.as_ref().filter(|_| !statement.is_rough);
            match (claim.count, claim.base, percent) {
                (Some(count), Some(base), Some(percent)) => {
                    self.judge(spoken, &percent.range, percent.value, (count, base));
                }
                (Some(count), None, Some(_)) if told.role != Role::Comparator => {
                    self.find_base(spoken, &claim, count);
                }
                (None, _, Some(percent))
                    if told.role == Role::Own
                        || is_part && told.role == Role::Comparator && !is_of_others =>
                {
                    if let Some(counts) =
                        spoken.counts_behind(at, end).or_else(|| spoken.counts_in_clause(at, those))
                    {
                        self.judge(spoken, &percent.range, percent.value, counts);
                        continue;
                    }
                    let base = spoken
                        .number_behind(at, end)
                        .or(those)
                        .or_else(|| self.last_total(0).filter(|_| is_part));
                    let counts = spoken.count_before(at, end).or_else(|| spoken.count_equated(at, those));
                    if let Some(counts) = counts {
                        self.judge(spoken, &percent.range, percent.value, counts);
                        continue;
                    }
                    match base {
                        Some(base) => self.judge_possible(spoken, &percent.range, percent.value, base),
                        None => self.judge_alone(spoken, told, &percent.range, percent.value),
                    }
                }
                _ => {}
            }
            self.keep(spoken, &claim);
            // "Of these 376 children 51%", "Of the 111 children".
            if spoken.opens_with_of(start) && claim.base.is_none() {
                those = claim.count.or(those);
            }
        }
    }

    fn keep(&mut self, spoken: &Spoken<'_>, claim: &Claim<'_>) {
        let sentence = self.sentence;
        let is_part = claim.is_part && !spoken.opens_with_of(claim.tokens.start);
        let of = claim.base.or_else(|| self.last_total(claim.count?).filter(|_| is_part));
        if let Some(base) = claim.base {
            self.heard.push(Heard { value: base, is_part: false, sentence });
        }
        if let Some(count) = claim.count.filter(|_| claim.told.role != Role::Change) {
            self.pairs.extend(of.map(|of| (count, of)));
            self.heard.push(Heard { value: count, is_part: of.is_some(), sentence });
        }
    }

    /// The last count that was not itself a part of one before, of at least so many.
    fn last_total(&self, least: u64) -> Option<u64> {
        self.heard
            .iter()
            .rev()
            .find(|heard| !heard.is_part && heard.value >= least.max(1))
            .map(|heard| heard.value)
    }

    fn judge(&mut self, spoken: &Spoken<'_>, part: &Span, stated: Decimal, (count, base): (u64, u64)) {
        let Some(verdict) = agreement::share(stated, count, base) else { return };
        self.find(spoken, part, share(stated, verdict, count, base));
    }

    /// "One in three (41%)".
    fn check_ratio(&mut self, spoken: &Spoken<'_>, told: &Told) {
        /// Ratios in words are rough; by so many points they may be away.
        const ROUGH: u64 = 5;
        /// What is nearly so much may be this far below it.
        const NEARLY: u64 = 10;
        let statement = &told.statement;
        let (Some(ratio), Some(percent)) = (&statement.ratio, &statement.percent) else { return };
        let is_at = |token: &Token| token.range.start == ratio.range.start;
        let Some(at) = spoken.sentence.tokens.iter().position(is_at) else { return };
        let Some(is_said) = spoken.bound_before(at) else { return };
        let given = percent.value;
        // Two thirds are no 67%: 66.8% is more.
        let said = spoken.part_at(at).map_or_else(|| Exact::from(ratio.value), |(_, exact)| exact);
        let away = said.minus(given.into()).map(Exact::magnitude);
        let is_further = |points: u64| away.is_some_and(|away| away > Exact::whole(points));
        let order = given.units().cmp(&said.rounded(given.decimals()).units());
        let (is_below, is_above) = (order == Ordering::Less, order == Ordering::Greater);
        let (is_wrong, bound) = match is_said {
            Bound::Above | Bound::NotBelow => (is_below, Some(Ordering::Greater)),
            Bound::Below | Bound::NotAbove => (is_above, Some(Ordering::Less)),
            Bound::Nearly => (is_above && is_further(1) || is_further(NEARLY), None),
            Bound::Rough | Bound::Plain => (is_further(ROUGH), None),
        };
        if is_wrong {
            let (stated, percent) = (ratio.value, percent.value);
            let reason = Reason::Ratio { stated, percent, bound };
            let found = Found {
                kind: Kind::CountsWithPercentage,
                verdict: Verdict::Differs,
                stated,
                expected: Some(percent).filter(|_| bound.is_none()),
                reason,
            };
            self.find(spoken, &ratio.range, found);
        }
    }

    /// "An average SDQ score of 13.72 for 26 children": whether whole scores give it.
    fn check_mean(&mut self, spoken: &Spoken<'_>, told: &Told, base: u64) {
        let words = 0..spoken.sentence.tokens.len();
        let is_of_scores = spoken.any(words.clone(), &["sdq", "difficulties"])
            && spoken.any(words, &["average", "mean", "averaged"]);
        let Some(part) = told.statement.value.as_ref().filter(|_| is_of_scores && base > 0) else { return };
        let stated = part.value;
        let (verdict, reason) = match agreement::total_of(stated, base) {
            Ok(total) => (Verdict::Agrees, Reason::Mean { total, base }),
            Err(below) => (Verdict::Impossible, Reason::NoMean { base, below, above: below + 1 }),
        };
        self.find(
            spoken,
            &part.range,
            Found { kind: Kind::Possible, verdict, stated, expected: None, reason },
        );
    }

    /// Looks for what a count with a percentage is of.
    fn find_base(&mut self, spoken: &Spoken<'_>, claim: &Claim<'_>, count: u64) {
        let told = claim.told;
        let Some((part, stated)) = told.statement.percent.as_ref().map(|part| (&part.range, part.value))
        else {
            return;
        };
        let clear = if claim.is_part { self.last_total(count) } else { None };
        let cohort = cohort(told);
        let of_all = spoken.is_of_all_in_care().then_some(ids::CHILDREN_IN_CARE.counts.id);
        let known: Vec<u64> = cohort.into_iter().chain(of_all).flat_map(|id| self.counts_of(id)).collect();
        let recent = if stated.decimals() == 0 { RECENT_OF_WHOLE } else { RECENT };
        let heard =
            self.heard.iter().rev().filter(|heard| !heard.is_part).take(recent).map(|heard| heard.value);
        let told_base = told.base.and_then(|base| u64::try_from(base).ok());
        let candidates: Vec<u64> =
            clear.into_iter().chain(told_base).chain(known.iter().copied()).chain(heard).collect();
        let wanted = [Verdict::Agrees, Verdict::Truncated];
        let fitting = wanted.iter().find_map(|wanted| {
            candidates.iter().find(|base| agreement::share(stated, count, **base) == Some(*wanted))
        });
        let at_its_time = || cohort.into_iter().chain(of_all).find_map(|id| self.count_when(id, told.dated));
        let base = fitting.copied().or(clear).or_else(|| at_its_time().filter(|base| count <= *base));
        match base {
            Some(base) => self.judge(spoken, part, stated, (count, base)),
            // It says of how many: of all in care, whose number the text does not give.
            None if (0..spoken.sentence.tokens.len())
                .any(|at| (spoken.word(at), spoken.word(at + 1)) == ("of", "all")) => {}
            None => self.find(
                spoken,
                part,
                Found {
                    kind: Kind::CountsWithPercentage,
                    verdict: Verdict::CannotCheck,
                    stated,
                    expected: None,
                    reason: Reason::NoBase(count),
                },
            ),
        }
    }

    /// Whether a whole number of so many gives a percentage.
    pub(super) fn judge_possible(&mut self, spoken: &Spoken<'_>, part: &Span, stated: Decimal, base: u64) {
        if let Some(found) = possible(stated, base) {
            self.find(spoken, part, found);
        }
    }

    /// A share that others of the text make up: in-house and agency foster placements.
    fn sum_of_shares(&self, stated: Decimal, total: &Indicator) -> Option<Found> {
        let share = |of: &Indicator| {
            self.shares.iter().find(|(indicator, _)| *indicator == of).map(|(_, share)| *share)
        };
        let is_sum = |sum: &&KnownSum| sum.relation == Relation::All && sum.total == (total, Part::Numerator);
        let of_parts = |sum: &KnownSum| -> Option<Vec<Decimal>> {
            (sum.parts.len() > 1).then(|| sum.parts.iter().map(|(part, _)| share(part)).collect()).flatten()
        };
        let parts = SUMS.iter().filter(is_sum).find_map(of_parts)?;
        let exact = parts.iter().try_fold(Exact::whole(0), |sum, part| sum.plus((*part).into()))?;
        let decimals = parts.iter().map(|part| part.decimals()).max().unwrap_or(0);
        Some(Found {
            kind: Kind::Sum,
            verdict: agreement::verdict(stated, exact),
            stated,
            expected: Some(exact.rounded(stated.decimals())),
            reason: Reason::Sum { parts, sum: exact.rounded(decimals) },
        })
    }

    /// A percentage without its counts: those may have been told just before.
    fn judge_alone(&mut self, spoken: &Spoken<'_>, told: &Told, part: &Span, stated: Decimal) {
        let last = self.heard.last().copied().filter(|last| last.sentence + 1 >= self.sentence);
        if spoken.equates(told.statement.tokens.start)
            && let Some(last) = last
        {
            let all_in_care = self.counts_of(ids::CHILDREN_IN_CARE.counts.id);
            let own =
                self.pairs.iter().rev().filter(|(count, _)| *count == last.value).map(|(_, base)| *base);
            let near = self
                .heard
                .iter()
                .rev()
                .filter(|heard| heard.sentence + 1 >= self.sentence && heard.value > last.value);
            let heard: Vec<u64> = own.chain(near.map(|heard| heard.value)).collect();
            let in_care = || all_in_care.into_iter().filter(|_| spoken.is_of_all_in_care());
            let fits = |base: &u64| agreement::share(stated, last.value, *base) == Some(Verdict::Agrees);
            let fitting = heard.iter().copied().chain(in_care()).find(fits);
            let at_its_time = || {
                let count = self.count_when(ids::CHILDREN_IN_CARE.counts.id, told.dated)?;
                spoken.is_of_all_in_care().then_some(count)
            };
            if let Some(base) = fitting.or(heard.first().copied()).or_else(at_its_time) {
                self.judge(spoken, part, stated, (last.value, base));
            }
            return;
        }
        // "86 of them are unaccompanied ..., 13.3% in 2022/23".
        let exactly = |count: u64, base: u64| agreement::share(stated, count, base) == Some(Verdict::Agrees);
        let pair = self
            .pairs
            .iter()
            .copied()
            .filter(|_| stated.decimals() > 0)
            .find(|(count, base)| exactly(*count, *base));
        let known = || {
            let indicator = told.known()?;
            let (counts, bases) = (self.counts_of(indicator.counts.id), self.counts_of(indicator.cohort?.id));
            counts
                .iter()
                .flat_map(|count| bases.iter().map(move |base| (*count, *base)))
                .find(|(count, base)| exactly(*count, *base))
        };
        if let Some(counts) = pair.or_else(known) {
            self.judge(spoken, part, stated, counts);
        } else if let Some(found) =
            super::official::subject(told).and_then(|total| self.sum_of_shares(stated, total))
        {
            self.find(spoken, part, found);
        }
    }
}

impl Spoken<'_> {
    /// "Of the 57 children who left, 34 (60%) were": the number that only says of how many.
    fn opening_total(&self) -> Option<u64> {
        let first = self.sentence.statements.first()?;
        let is_told = self.told.first().is_some_and(|told| told.statement.tokens.start == first.tokens.start);
        whole(first.count.as_ref()).filter(|_| !is_told)
    }

    /// Whether "of these", "of them" or the like begins at a token.
    fn says_those(&self, at: usize) -> bool {
        self.word(at) == "of"
            && (matches!(self.word(at + 1), "these" | "them" | "those" | "whom" | "which")
                || self.word(at + 1) == "this" && matches!(self.word(at + 2), "cohort" | "group"))
    }

    /// Whether the number at a token stands behind "of the" at the beginning of what is told: "Of the 58 children".
    pub(super) fn opens_with_of(&self, start: usize) -> bool {
        let lead = (start.saturating_sub(4)..start).find(|at| self.word(*at) == "of");
        let is_first =
            |at: usize| at == 0 || at == 1 && self.word(0) == "out" || self.word(at - 1).is_empty();
        lead.is_some_and(|at| {
            is_first(at)
                && (at + 1..start)
                    .all(|at| matches!(self.word(at), "the" | "these" | "those" | "our" | "all"))
        })
    }

    /// Whether the sentence speaks of all children in care.
    fn is_of_all_in_care(&self) -> bool {
        let pair = |at: usize| (self.word(at), self.word(at + 1));
        (0..self.sentence.tokens.len()).any(|at| {
            matches!(
                pair(at),
                ("our", "children")
                    | ("care", "population" | "cohort")
                    | ("in", "care")
                    | ("looked", "after")
                    | ("total", "cohort")
            ) || matches!(self.word(at), "cla" | "cic" | "lac")
        })
    }

    /// Whether the words before a token say that a percentage is another form of the number before.
    pub(super) fn equates(&self, start: usize) -> bool {
        const EQUATING: &[&str] = &[
            "equates",
            "equating",
            "equal",
            "equals",
            "equivalent",
            "represents",
            "representing",
            "represented",
            "accounts",
            "accounting",
            "makes",
            "making",
            "ie",
            "or",
            "constitutes",
            "constituting",
            "being",
        ];
        /// Words of a rate of others, or of another time.
        const OTHERS: &[&str] = &[
            "target",
            "national",
            "average",
            "previous",
            "last",
            "earlier",
            "england",
            "neighbours",
            "regional",
        ];
        let near = start.saturating_sub(6)..start;
        // "301 of 322 pupils, a completion rate of 93.5%".
        let is_rate = start.checked_sub(2).is_some_and(|rate| {
            let is_named = matches!(self.word(rate), "rate" | "percentage" | "proportion");
            let is_led = is_named && matches!(self.word(rate + 1), "of" | "at");
            let article = near.clone().find(|at| matches!(self.word(*at), "a" | "an"));
            let begins = |at: usize| {
                at > 0 && (self.is_mark(at - 1, &[',', '(']) || self.any(at - 1..at, &["giving", "with"]))
            };
            is_led && article.is_some_and(begins) && !self.any(near.clone(), OTHERS)
        });
        if is_rate {
            return true;
        }
        let pair = |at: usize| (self.word(at), self.word(at + 1));
        near.clone().any(|at| {
            EQUATING.contains(&self.word(at))
                || matches!(pair(at), ("which" | "this" | "that", "is" | "was" | "means" | "gives"))
        })
    }
}

/// A part of a statement that is a whole number.
pub(super) fn whole(part: Option<&StatedPart>) -> Option<u64> {
    part.filter(|part| part.value.decimals() == 0).and_then(|part| u64::try_from(part.value.units()).ok())
}

/// Those that a number is told to be a share of.
fn cohort(told: &Told) -> Option<CohortId> {
    match &told.subject {
        Of::Known(indicator) => indicator.cohort.map(|cohort| cohort.id),
        Of::Either(options) => options.first()?.cohort.map(|cohort| cohort.id),
        Of::Unknown(_) => None,
    }
}

/// The finding on a percentage of two counts.
pub(super) fn share(stated: Decimal, verdict: Verdict, count: u64, base: u64) -> Found {
    Found {
        kind: Kind::CountsWithPercentage,
        verdict,
        stated,
        expected: Exact::scaled(count, base, 100).map(|exact| exact.rounded(stated.decimals())),
        reason: Reason::Share { count, base },
    }
}

/// The finding on a percentage of so many without its count, or `None` where any percentage is possible.
pub(super) fn possible(stated: Decimal, base: u64) -> Option<Found> {
    if base == 0 || stated.units() < 0 || Exact::from(stated) > Exact::whole(100) {
        return None;
    }
    let (verdict, reason, expected) = match agreement::count_of(stated, base) {
        Ok((count, verdict)) => (verdict, Reason::Possible { count, base }, Some(stated)),
        Err(below) => {
            let right_for = agreement::right_for(stated, base);
            let reason = Reason::Impossible { base, below, above: below + 1, right_for };
            (Verdict::Impossible, reason, None)
        }
    };
    Some(Found { kind: Kind::Possible, verdict, stated, expected, reason })
}
