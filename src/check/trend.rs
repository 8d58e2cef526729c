//! Directions in words between two months, against the numbers of these months.

use crate::indicator::{Kind as Sort, Match, ids, match_name};
use crate::number::Decimal;
use crate::period::Period;
use crate::read::prose::When;

use super::change::{FALLING, RISING};
use super::listener::{Found, Listener, Spoken};
use super::{Kind, Reason, Verdict};

impl Listener<'_> {
    /// "Between April and July 2019 there was a significant increase in the number of children": where the numbers went the
    /// other way. What agrees is no number, and not marked.
    pub(super) fn check_trend(&mut self, spoken: &Spoken<'_>) {
        let [(start, _, first), (_, _, second)] = spoken.sentence.times.as_slice() else { return };
        let When::At(to) = *second else { return };
        let from = match *first {
            When::At(from) => from,
            When::Month(month) => {
                let Period::Month(year, last) = to else { return };
                Period::Month(if month > last { year - 1 } else { year }, month)
            }
            _ => return,
        };
        let leads = start.checked_sub(1).is_some_and(|at| matches!(spoken.word(at), "between" | "from"));
        let tokens = spoken.sentence.tokens.len();
        let words = |at: &usize| RISING.contains(&spoken.word(*at)) || FALLING.contains(&spoken.word(*at));
        let mut told = (0..tokens).filter(words);
        let (Some(at), None, true) = (told.next(), told.next(), leads) else { return };
        // "... in the number of children": of what.
        let end = (at..tokens).find(|at| spoken.word(*at).is_empty()).unwrap_or(tokens);
        let of = (at + 1..end).map(|at| spoken.word(at)).collect::<Vec<_>>().join(" ");
        let of = of.trim_start_matches("in ").trim_start_matches("the ");
        let is_of_all =
            |word: &str| matches!(word, "number" | "numbers" | "of" | "the" | "children" | "in" | "care");
        let all_in_care = of.contains("children") && of.split(' ').all(is_of_all);
        let indicator = match match_name(of, "") {
            _ if all_in_care => ids::CHILDREN_IN_CARE,
            Match::Exact(indicator) if indicator.kind == Sort::Count => indicator,
            _ => return,
        };
        let count = |period| self.count_at(indicator.counts.id, period);
        let (Some(before), Some(after)) = (count(from), count(to)) else { return };
        let rises = RISING.contains(&spoken.word(at));
        if (rises && after > before) || (!rises && after < before) {
            return;
        }
        let first = if at > 0 && ADJECTIVES.contains(&spoken.word(at - 1)) { at - 1 } else { at };
        let span = spoken.sentence.tokens[first].range.start..spoken.sentence.tokens[at].range.end;
        let decimal = |count: u64| Decimal::new(i64::try_from(count).unwrap_or(i64::MAX), 0);
        let reason = Reason::Direction { from: decimal(before), to: decimal(after) };
        let found = Found {
            kind: Kind::TrendWord,
            verdict: Verdict::Differs,
            stated: decimal(after),
            expected: None,
            reason,
        };
        self.find(spoken, &span, found);
    }
}

const ADJECTIVES: &[&str] =
    &["significant", "significantly", "sharp", "slight", "steady", "large", "small", "marked", "notable"];
