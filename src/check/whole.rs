//! Parts that make up a whole, told apart from it: "646 children: 315 girls and 331 boys", "58 children came. 31 were boys and
//! 27 were girls", "30 of the 58 moved; the remaining 28 stayed".

use crate::number::{Decimal, Exact};
use crate::read::prose::{Role, Statement, Token, Told};

use super::listener::{Alone, Found, Listener};
use super::prepared::Spoken;
use super::sums::{TOTAL, sum};
use super::{Kind, Reason, Verdict};

/// Parts with what is known of them together.
struct Parts {
    /// In the order of the sentence.
    numbers: Vec<Decimal>,
    /// Whether nobody is left out: they have to add up.
    is_whole: bool,
}

/// Words that say two parts of which nobody is left out.
const SIDES: [&[&str]; 2] = [&["boys", "boy", "male", "males"], &["girls", "girl", "female", "females"]];
/// Words between a part and what comes next that narrow it to nobody.
const PLAIN: &[&str] = &[
    "were", "was", "are", "is", "and", "while", "with", "of", "them", "these", "children", "young", "people",
    "being", "there", "as",
];
const PEOPLE: &[&str] = &["child", "children", "young", "people", "pupils", "leavers", "babies", "siblings"];
/// Words of a part of a part, or of another number.
const NESTED: &[&str] = &[
    "whom",
    "which",
    "including",
    "compared",
    "than",
    "per",
    "least",
    "these",
    "those",
    "them",
    "up",
    "down",
    "also",
    "both",
];

impl Listener<'_> {
    /// Checks the numbers of a sentence that make up one told before them.
    pub(super) fn check_wholes(&mut self, spoken: &Spoken<'_>) {
        for at in 0..spoken.told.len() {
            let before = self.alone.clone().filter(|_| at == 0);
            let Some((whole, first)) = spoken.whole_before(at).or_else(|| Some((before?, at))) else {
                continue;
            };
            let Some(parts) = spoken.parts_of(&whole, first) else { continue };
            let Some(found) = sum(&parts.numbers, whole.value) else { continue };
            if parts.is_whole || found.verdict == Verdict::Agrees {
                self.found(whole.span, whole.sentence, found);
                break;
            }
        }
        self.check_shares_of_sides(spoken);
        self.alone = spoken.alone();
    }

    /// "49% were girls and 53% were boys".
    fn check_shares_of_sides(&mut self, spoken: &Spoken<'_>) {
        for pair in 1..spoken.told.len() {
            let (first, second) = (&spoken.told[pair - 1], &spoken.told[pair]);
            let share = |told: &Told| {
                let is_alone = told.statement.count.is_none() && !told.statement.is_rough;
                told.statement.percent.clone().filter(|_| is_alone && told.role == Role::Own)
            };
            let sides = [spoken.side_of(pair - 1), spoken.side_of(pair)];
            let ([Some(side), Some(other)], Some(a), Some(b)) = (sides, share(first), share(second)) else {
                continue;
            };
            let decimals = a.value.decimals().max(b.value.decimals());
            let Some(total) = Exact::from(a.value).plus(b.value.into()) else { continue };
            // Each may have been rounded up by half of its last digit.
            let most =
                Exact::new(i128::from(100 * 10_u64.pow(decimals.into()) + 1), 10_i128.pow(decimals.into()));
            if side != other && most.is_some_and(|most| total > most) {
                let reason = Reason::Shares(total.rounded(decimals));
                let found = Found {
                    kind: Kind::ShareSum,
                    verdict: Verdict::Differs,
                    stated: b.value,
                    expected: None,
                    reason,
                };
                self.find(spoken, &b.range, found);
            }
        }
    }
}

/// The count of a number that may be a part: "315", "315 (48.8%)".
fn part(told: &Told) -> Option<Decimal> {
    // "The remaining 26 were placed elsewhere" is of nobody else.
    let is_of_others = told.role == Role::Comparator && (told.with.is_some() || told.area.is_some());
    let is_own = matches!(told.role, Role::Own | Role::Earlier | Role::Comparator) && !is_of_others;
    let statement = &told.statement;
    statement
        .count
        .as_ref()
        .filter(|_| is_own && !statement.is_rough && !statement.is_rate)
        .map(|part| part.value)
}

impl Spoken<'_> {
    fn end_of(&self, at: usize) -> usize {
        let statement = &self.told[at].statement;
        statement.bracket.as_ref().map_or(statement.tokens.end, |bracket| bracket.end)
    }

    fn names_people(&self, end: usize) -> bool {
        (end..end + 4).take_while(|at| !self.word(*at).is_empty()).any(|at| PEOPLE.contains(&self.word(at)))
    }

    /// A statement as the only number of its sentence, where it is a bare count.
    pub(super) fn alone_in(&self, only: &Statement) -> Option<Alone> {
        let is_bare = only.percent.is_none() && only.base.is_none() && !only.is_rough && !only.is_rate;
        only.count.as_ref().filter(|_| is_bare).map(|count| Alone {
            value: count.value,
            span: self.place(&count.range),
            sentence: self.span.clone(),
            is_of_people: self.names_people(only.tokens.end),
        })
    }

    /// The only number of the sentence, where it is a count.
    fn alone(&self) -> Option<Alone> {
        let [only] = self.told.as_slice() else { return None };
        part(only).and(self.alone_in(&only.statement))
    }

    /// The whole whose parts begin at a number or behind it, and the number that is the first part: "646 children: 315",
    /// "a total of 58, of whom 31", "30 of the 58".
    fn whole_before(&self, at: usize) -> Option<(Alone, usize)> {
        let statement = &self.told[at].statement;
        let of = |part: &crate::read::prose::StatedPart, end: usize| Alone {
            value: part.value,
            span: self.place(&part.range),
            sentence: self.span.clone(),
            is_of_people: self.names_people(end),
        };
        if let Some(base) = statement.base.as_ref() {
            return Some((of(base, statement.tokens.end), at));
        }
        // "Of the 58 children, 31 were": the number that says only of how many.
        let start = statement.tokens.start;
        let opening = self.sentence.statements.iter().rfind(|other| other.tokens.end <= start);
        if let Some(opening) = opening.filter(|opening| self.opens_with_of(opening.tokens.start)) {
            return Some((of(opening.count.as_ref()?, opening.tokens.end), at));
        }
        let next = self.told.get(at + 1)?.statement.tokens.start;
        part(&self.told[at]).filter(|_| statement.percent.is_none())?;
        let is_linked = self.links(next) || self.opens_with_of(start);
        Some((of(statement.count.as_ref()?, statement.tokens.end), at + 1)).filter(|_| is_linked)
    }

    /// Whether the words before a number say that parts begin: a colon, "of whom", "comprising".
    fn links(&self, start: usize) -> bool {
        let Some(last) = start.checked_sub(1) else { return false };
        let before = last.checked_sub(1).map_or("", |at| self.word(at));
        let token = &self.sentence.tokens[last];
        token.is_mark(':')
            || token.is_dash()
            || before == "of" && matches!(self.word(last), "whom" | "which" | "these" | "them" | "those")
            || matches!(
                (before, self.word(last)),
                ("consisting" | "up" | "comprised", "of") | (_, "comprising")
            )
    }

    /// The parts of a whole that begin at a number; nothing where they may not be all of it, or of something else.
    fn parts_of(&self, whole: &Alone, first: usize) -> Option<Parts> {
        let is_before = whole.sentence != self.span;
        let start = self.told.get(first)?.statement.tokens.start;
        // After another sentence: right at the beginning.
        let leads_in = |at: usize| {
            matches!(
                self.word(at),
                "of" | "these" | "those" | "them" | "there" | "were" | "this" | "included" | ""
            )
        };
        if is_before && !(0..start).all(leads_in) {
            return None;
        }
        let bare: Vec<Decimal> = self.told[first..].iter().map_while(part).collect();
        let sides = || {
            let (one, other) = (self.side_of(first)?, self.side_of(first + 1)?);
            (one != other && whole.is_of_people).then(|| bare[..2].to_vec())
        };
        if bare.len() < 2 {
            return None;
        }
        if let Some(numbers) = sides() {
            return Some(Parts { numbers, is_whole: true });
        }
        let last = first + bare.len() - 1;
        let is_nested = |last: usize| {
            let mut words = self.end_of(first)..self.told[last].statement.tokens.start;
            // "31, up from 28", and not "17 from social workers".
            let is_from = |at: usize| {
                let is_number =
                    |at: usize| self.sentence.tokens.get(at).is_some_and(|next| next.number().is_some());
                self.word(at) == "from" && (is_number(at + 1) || is_number(at + 2))
            };
            self.any(words.clone(), NESTED) || words.any(is_from)
        };
        let is_rest = |at: &usize| {
            let start = self.told[*at].statement.tokens.start;
            self.any(start.saturating_sub(1)..start, &["remaining", "other"])
                && self.any(start.saturating_sub(2)..start, &["the"])
        };
        if let Some(rest) = (first + 1..=last).find(is_rest).filter(|rest| !is_nested(*rest)) {
            let numbers = bare[..=rest - first].to_vec();
            return Some(Parts { numbers, is_whole: true });
        }
        let is_all = last + 1 == self.told.len() && !is_nested(last) && !is_before && self.links(start);
        let of = whole.span.start.checked_sub(self.span.start).filter(|_| is_all)?;
        let of = self.sentence.tokens.iter().position(|token| token.range.start == of)?;
        // "212 in total: 97", "a total of 58: 31", "totalled 48: 22".
        let is_total =
            self.any(of.saturating_sub(3)..of, TOTAL) || self.any(of..start, &["total", "altogether"]);
        let is_whole = is_total && self.is_mark(start - 1, &[':']);
        Some(Parts { numbers: bare, is_whole })
    }

    /// Which of two parts of which nobody is left out a number is of, where nothing narrows it: "315 (49%) were girls".
    pub(super) fn side_of(&self, at: usize) -> Option<usize> {
        /// Words behind it that say so.
        const NEAR: usize = 6;
        let end = self.end_of(at);
        let tokens = self.sentence.tokens.len();
        let next = self.told.get(at + 1).map_or(tokens, |next| next.statement.tokens.start);
        let side = |word: &str| SIDES.iter().position(|side| side.contains(&word));
        let place = (end..next.min(end + NEAR)).find(|at| side(self.word(*at)).is_some())?;
        let is_plain = |at: usize| PLAIN.contains(&self.word(at));
        let stop = (place + 1..next).find(|at| !is_plain(*at)).unwrap_or(next);
        // "At the end of March".
        let is_timed = matches!(self.word(stop), "at" | "on" | "in")
            && self.sentence.times.iter().any(|(start, ..)| (stop..stop + NEAR).contains(start));
        let is_dash = self.sentence.tokens.get(stop).is_some_and(Token::is_dash);
        let ends = stop == next || is_dash || self.is_mark(stop, &[',', ';', '.', ')']) || is_timed;
        ((end..place).all(is_plain) && ends).then(|| side(self.word(place))).flatten()
    }
}
