//! Sums and multiples that one sentence states, and which of two numbers it says is the higher.

use std::cmp::Ordering;

use crate::indicator::Good;
use crate::number::{Decimal, Exact};
use crate::read::prose::{Role, StatedPart, TokenKind, Told, fraction_in_words, small};

use super::bound::Bound;
use super::change::{FALLING, RISING, ends, number};
use super::listener::{Found, Listener};
use super::official::subject;
use super::prepared::Spoken;
use super::share::share;
use super::{By, Kind, Reason, Span, Verdict, agreement};

/// Words that say a number is the total of others.
pub(super) const TOTAL: &[&str] = &["total", "altogether", "all", "totalled", "totalling"];
/// Two parts of which nobody is left out, so that they add up.
const WHOLE: [&[&str]; 2] = [&["boys", "boy", "male", "males"], &["girls", "girl", "female", "females"]];
/// Words by which counts are no parts of one another.
const OTHERWISE: &[&str] =
    &["of", "from", "including", "compared", "than", "which", "whom", "aged", "least", "per", "to"];
/// How many times a verb says.
const TIMES: [(&[&str], i64, i64); 4] = [
    (&["doubled", "doubling"], 2, 1),
    (&["tripled", "trebled", "tripling", "trebling"], 3, 1),
    (&["quadrupled", "quadrupling"], 4, 1),
    (&["halved", "halving"], 1, 2),
];
const HIGHER: &[&str] = &["higher", "above", "exceeds", "exceeding", "exceeded"];
const LOWER: &[&str] = &["lower", "below"];
const BETTER: &[&str] = &["better", "improved", "improvement"];
const WORSE: &[&str] = &["worse", "worsened", "deteriorated"];
/// Words by which a direction is denied, or is of something else.
pub(super) const DENIED: &[&str] = &["not", "no", "neither", "nor", "if", "target", "without"];

impl Spoken<'_> {
    /// Returns how many times something is as many, where that is said at a token: 3 at the first word of "three times as many",
    /// 2 at "twice as high"; or `None` if it is not.
    fn times_as(&self, at: usize) -> Option<Exact> {
        if self.word(at) == "twice" && self.word(at + 1) == "as" {
            return Some(Exact::whole(2));
        }
        if (self.word(at + 1), self.word(at + 2)) != ("times", "as") {
            return None;
        }
        match &self.sentence.tokens[at].kind {
            TokenKind::Number(number) => Some(Exact::from(*number)),
            TokenKind::Word(word) => small(word).map(|number| Exact::whole(number.into())),
            TokenKind::Mark(_) => None,
        }
    }
}

impl Listener<'_> {
    /// Checks the sums and multiples of a sentence.
    pub(super) fn check_sums(&mut self, spoken: &Spoken<'_>) {
        for at in 0..spoken.told.len() {
            if let Some((parts, stated)) = spoken.bracketed(at).or_else(|| spoken.behind_parts(at))
                && let Some(found) = sum(&parts, stated.value)
            {
                self.find(spoken, &stated.range.clone(), found);
            }
        }
        for at in 0..spoken.sentence.tokens.len() {
            if let Some((part, found)) = spoken.equation(at) {
                self.find(spoken, &part, found);
            }
        }
        self.check_multiple(spoken);
        self.check_fraction_moved(spoken);
        self.check_higher(spoken);
        self.check_moved(spoken);
    }

    /// "Doubled from 40 to 64", "three times as many: 24, compared with 12".
    fn check_multiple(&mut self, spoken: &Spoken<'_>) {
        let Some((from, to)) = ends(spoken, usize::MAX) else { return };
        let (Some(first), Some(second)) = (number(from), number(to)) else { return };
        let times = (0..spoken.sentence.tokens.len()).find_map(|at| {
            let verb = TIMES.iter().find(|(words, ..)| words.contains(&spoken.word(at)));
            let verb = verb.and_then(|(_, up, down)| Exact::new((*up).into(), (*down).into()));
            Some((at, verb.or_else(|| spoken.times_as(at))?))
        });
        let Some((at, times)) = times else { return };
        let Some(ratio) = Exact::from(second.value).divided_by(first.value.into()) else { return };
        let is_denied = spoken.any(at.saturating_sub(3)..at, DENIED);
        let Some(bound) = spoken.bound_before(at).filter(|_| !is_denied) else { return };
        // What is about double may be a tenth away.
        let (Some(low), Some(high)) =
            (times.times(9).and_then(|low| low.over(10)), times.times(11).and_then(|high| high.over(10)))
        else {
            return;
        };
        let is_right = match bound {
            Bound::Above => ratio > times,
            Bound::NotBelow => ratio >= times,
            Bound::Below => ratio < times,
            Bound::NotAbove => ratio <= times,
            Bound::Nearly => low <= ratio && ratio <= times,
            Bound::Rough | Bound::Plain => low <= ratio && ratio <= high,
        };
        let verdict = if is_right { Verdict::Agrees } else { Verdict::Differs };
        let reason = Reason::Multiple { from: first.value, to: second.value };
        let stated = times.rounded(1);
        let found = Found { kind: Kind::Change, verdict, stated, expected: None, reason };
        self.find(spoken, &spoken.sentence.tokens[at].range.clone(), found);
    }

    /// "Fell by a third, from 180 to 150".
    fn check_fraction_moved(&mut self, spoken: &Spoken<'_>) {
        /// A fraction in words is rough; by so many points it may be away.
        const ROUGH: u64 = 5;
        let Some((from, to)) = ends(spoken, usize::MAX) else { return };
        let (Some(first), Some(second)) = (number(from), number(to)) else { return };
        let tokens = &spoken.sentence.tokens;
        let said = (1..tokens.len()).find_map(|at| {
            let moves =
                spoken.any(at.saturating_sub(2)..at, RISING) || spoken.any(at.saturating_sub(2)..at, FALLING);
            let (end, part, of) =
                fraction_in_words(tokens, at + 1).filter(|_| spoken.word(at) == "by" && moves)?;
            Some((at + 1..end, Exact::scaled(part.into(), of.into(), 100)?))
        });
        let Some((words, percent)) = said else { return };
        let moved = Exact::from(second.value)
            .minus(first.value.into())
            .and_then(|moved| moved.magnitude().times(100)?.divided_by(first.value.into()));
        let Some(away) = moved.and_then(|moved| moved.minus(percent)).map(Exact::magnitude) else { return };
        let verdict = if away <= Exact::whole(ROUGH) { Verdict::Agrees } else { Verdict::Differs };
        let reason = Reason::Change { from: first.value, to: second.value, by: By::Percent };
        let found = Found { kind: Kind::Change, verdict, stated: percent.rounded(0), expected: None, reason };
        self.find(spoken, &(tokens[words.start].range.start..tokens[words.end - 1].range.end), found);
    }

    /// "69.5%, lower than England (68%)": the other way.
    fn check_higher(&mut self, spoken: &Spoken<'_>) {
        for at in 1..spoken.told.len() {
            let other = &spoken.told[at];
            let Some(own) = spoken.told[..at].iter().rev().find(|told| told.role != Role::Change) else {
                continue;
            };
            if other.role != Role::Comparator || own.role != Role::Own {
                continue;
            }
            let before = &spoken.told[at - 1].statement;
            let end = before.bracket.as_ref().map_or(before.tokens.end, |bracket| bracket.end);
            let words = end..other.statement.tokens.start;
            let Some((place, way)) = spoken.direction(words, good_of(&[own, other]), (HIGHER, LOWER)) else {
                continue;
            };
            self.judge_direction(spoken, (place, way), (other, own), |other, own| Reason::Beside {
                own,
                other,
            });
        }
    }

    /// "Fell from 85% to 91%", "improved from 83% to 70%": the other way.
    fn check_moved(&mut self, spoken: &Spoken<'_>) {
        let Some((from, to)) = ends(spoken, usize::MAX) else { return };
        let lead = from.statement.tokens.start.checked_sub(1).filter(|at| spoken.word(*at) == "from");
        let Some(lead) = lead else { return };
        let words = lead.saturating_sub(4)..lead;
        let Some((place, way)) = spoken.direction(words, good_of(&[from, to]), (RISING, FALLING)) else {
            return;
        };
        self.judge_direction(spoken, (place, way), (from, to), |from, to| Reason::Direction {
            from,
            to,
            official: None,
        });
    }

    /// Marks the word of a direction that the numbers do not have.
    fn judge_direction(
        &mut self,
        spoken: &Spoken<'_>,
        (place, way): (usize, Ordering),
        (from, to): (&Told, &Told),
        reason: fn(Decimal, Decimal) -> Reason,
    ) {
        let (Some(first), Some(second)) = (number(from), number(to)) else { return };
        let is_same_sort = from.statement.percent.is_some() == to.statement.percent.is_some();
        let is_exact = !from.statement.is_rough && !to.statement.is_rough;
        let (low, high) = (Exact::from(first.value), Exact::from(second.value));
        if is_same_sort && is_exact && low != high && high.cmp(&low) != way {
            let found = Found {
                kind: Kind::TrendWord,
                verdict: Verdict::Differs,
                stated: second.value,
                expected: None,
                reason: reason(first.value, second.value),
            };
            self.find(spoken, &spoken.sentence.tokens[place].range.clone(), found);
        }
    }
}

/// The finding on a total of parts.
pub(super) fn sum(parts: &[Decimal], stated: Decimal) -> Option<Found> {
    let exact = parts.iter().try_fold(Exact::whole(0), |sum, part| sum.plus((*part).into()))?;
    let decimals = parts.iter().map(|part| part.decimals()).max().unwrap_or(0);
    Some(Found {
        kind: Kind::Sum,
        verdict: if exact == stated.into() { Verdict::Agrees } else { Verdict::Differs },
        stated,
        expected: Some(exact.rounded(decimals)),
        reason: Reason::Sum { parts: parts.to_vec(), sum: exact.rounded(decimals) },
    })
}

/// Which direction is good of what the first of these is certainly or most likely of.
fn good_of(told: &[&Told]) -> Good {
    told.iter().find_map(|told| subject(told)).map_or(Good::Neither, |indicator| indicator.good)
}

/// A count that stands alone.
fn bare(told: &Told) -> Option<&StatedPart> {
    let statement = &told.statement;
    let is_bare = statement.percent.is_none() && statement.base.is_none() && !statement.is_rough;
    statement.count.as_ref().filter(|_| is_bare)
}

impl Spoken<'_> {
    pub(super) fn is_mark(&self, at: usize, marks: &[char]) -> bool {
        self.sentence.tokens.get(at).is_some_and(|token| marks.iter().any(|mark| token.is_mark(*mark)))
    }

    /// Whether the words between two counts only list them.
    fn lists(&self, between: Span) -> bool {
        /// More words tell something else.
        const MOST: usize = 7;
        between.len() < MOST && self.joins(between)
    }

    /// Whether words between two counts join them, however many they are.
    fn joins(&self, between: Span) -> bool {
        let is_joined =
            between.clone().any(|at| self.word(at) == "and" || self.is_mark(at, &[',', '+', '&']));
        let is_apart = between.clone().any(|at| self.is_mark(at, &['(', ')', ';', ':']));
        is_joined && !is_apart && !self.any(between, OTHERWISE)
    }

    fn is_of_sides(&self, words: Span) -> bool {
        WHOLE.iter().all(|part| self.any(words.clone(), part))
    }

    /// "A total of 26 children (12 boys and 14 girls)": the parts in the bracket, and the total before it.
    fn bracketed(&self, at: usize) -> Option<(Vec<Decimal>, &StatedPart)> {
        let total = bare(&self.told[at])?;
        let start = self.told[at].statement.tokens.end;
        let open = (start..start + 5).find(|at| self.is_mark(*at, &['(']))?;
        let close = (open..self.sentence.tokens.len()).find(|at| self.is_mark(*at, &[')']))?;
        let inside: Vec<&Told> = self.told[at + 1..]
            .iter()
            .take_while(|told| told.statement.tokens.start >= open && told.statement.tokens.end <= close)
            .collect();
        let parts: Vec<Decimal> = inside.iter().map(|told| Some(bare(told)?.value)).collect::<Option<_>>()?;
        let follow = inside
            .windows(2)
            .all(|pair| self.lists(pair[0].statement.tokens.end..pair[1].statement.tokens.start));
        let first = inside.first()?.statement.tokens.start;
        if parts.len() < 2 || !follow || first != open + 1 || self.any(open..close, OTHERWISE) {
            return None;
        }
        let lead = self.told[at].statement.tokens.start;
        let is_total = self.any(lead.saturating_sub(3)..lead, TOTAL);
        let is_whole = parts.len() == 2 && self.is_of_sides(open..close);
        let adds_up = sum(&parts, total.value).is_some_and(|found| found.verdict == Verdict::Agrees);
        (is_total || is_whole || adds_up).then_some((parts, total))
    }

    /// "12 boys and 14 girls, 26 children in all": the parts before, and the total behind them.
    fn behind_parts(&self, at: usize) -> Option<(Vec<Decimal>, &StatedPart)> {
        let total = bare(&self.told[at])?;
        let end = self.told[at].statement.tokens.end;
        let is_total = (end..end + 4).any(|at| {
            self.word(at) == "altogether"
                || self.word(at) == "in" && matches!(self.word(at + 1), "all" | "total")
        });
        let lead = self.told[at.checked_sub(1)?].statement.tokens.end..self.told[at].statement.tokens.start;
        let is_led = lead.clone().any(|at| self.is_mark(at, &[',', ':', '-', '\u{2013}']))
            || self.any(lead.clone(), &["making", "giving", "or"]);
        if !is_total || !is_led || lead.len() > 5 {
            return None;
        }
        let is_before = |first: &usize| {
            let end = self.told[first - 1].statement.tokens.end;
            bare(&self.told[first - 1]).is_some() && self.joins(end..self.told[*first].statement.tokens.start)
        };
        let mut first = at - 1;
        while first > 0 && is_before(&first) {
            first -= 1;
        }
        let parts: Vec<Decimal> =
            self.told[first..at].iter().map(|told| Some(bare(told)?.value)).collect::<Option<_>>()?;
        let adds_up = |parts: &&[Decimal]| {
            sum(parts, total.value).is_some_and(|found| found.verdict == Verdict::Agrees)
        };
        // Where another count stands before them, it may be one of them; and one before boys and girls may be of others.
        let may_be_more = first > 0 && bare(&self.told[first - 1]).is_some();
        let may_be_fewer = parts.len() > 2 && self.is_of_sides(self.told[at - 2].statement.tokens.end..end);
        let mut fewer = (0..parts.len().saturating_sub(1)).map(|start| &parts[start..]);
        let fitting = fewer.find(adds_up);
        let all = Some(parts.as_slice()).filter(|_| parts.len() > 1 && !may_be_more && !may_be_fewer);
        Some((fitting.or(all)?.to_vec(), total))
    }

    /// "12 + 14 = 26", "402 / 419 = 96%": what stands behind the sign of equality at a token.
    fn equation(&self, at: usize) -> Option<(Span, Found)> {
        let tokens = &self.sentence.tokens;
        if !self.is_mark(at, &['=']) {
            return None;
        }
        let stated = tokens.get(at + 1)?;
        let value = stated.number()?;
        // From the sign back: numbers with a sign between each two, and at most two words behind a number.
        let (mut numbers, mut signs) = (Vec::new(), Vec::new());
        let mut place = at;
        loop {
            let number = (place.saturating_sub(3)..place).rev().find(|at| tokens[*at].number().is_some())?;
            if (number + 1..place).any(|at| tokens[at].word().is_empty()) {
                return None;
            }
            numbers.push(tokens[number].number()?);
            let sign = number.checked_sub(1).filter(|at| self.is_mark(*at, &['+', '/', '\u{F7}']));
            let Some(sign) = sign else { break };
            signs.push(self.is_mark(sign, &['+']));
            place = sign;
        }
        numbers.reverse();
        let is_percent = self.is_mark(at + 2, &['%']);
        if !signs.is_empty() && signs.iter().all(|is_sum| *is_sum) && !is_percent {
            return Some((stated.range.clone(), sum(&numbers, value)?));
        }
        let [count, base] = numbers.as_slice() else { return None };
        let whole = |number: &Decimal| u64::try_from(number.units()).ok().filter(|_| number.decimals() == 0);
        let (count, base) = (whole(count)?, whole(base)?);
        if !is_percent || signs != [false] {
            return None;
        }
        let verdict = agreement::share(value, count, base)?;
        Some((stated.range.start..tokens[at + 2].range.end, share(value, verdict, count, base)))
    }

    /// The only word among these that says a direction, and which way it goes; better and worse as the measure has it.
    pub(super) fn direction(
        &self,
        words: Span,
        good: Good,
        (up, down): (&[&str], &[&str]),
    ) -> Option<(usize, Ordering)> {
        if self.any(words.clone(), DENIED) {
            return None;
        }
        let said = |at: usize| {
            let word = self.word(at);
            let way = if BETTER.contains(&word) {
                Ordering::Greater
            } else if WORSE.contains(&word) {
                Ordering::Less
            } else if up.contains(&word) {
                return Some((at, Ordering::Greater));
            } else if down.contains(&word) {
                return Some((at, Ordering::Less));
            } else {
                return None;
            };
            match good {
                Good::High => Some((at, way)),
                Good::Low => Some((at, way.reverse())),
                Good::Neither => None,
            }
        };
        let mut all = words.filter_map(said);
        all.next().filter(|_| all.next().is_none())
    }
}
