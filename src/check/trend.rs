//! Directions in words between two times, against the numbers of these times.

use crate::indicator::{Good, Indicator, Kind as Sort, Match, ids, match_name};
use crate::number::{Decimal, Exact};
use crate::period::Period;
use crate::read::prose::{When, times_in};

use super::change::{FALLING, RISING};
use super::listener::{Claim, Found, Listener};
use super::prepared::Spoken;
use super::series::{Point, Series};
use super::sums::DENIED;
use super::{Kind, Reason, Span, Verdict, Whose};

/// Words that name no measure: what they are of was told before.
const GENERAL: &[&str] = &[
    "a", "an", "the", "there", "was", "were", "is", "has", "had", "have", "been", "number", "numbers",
    "figure", "figures", "this", "that", "it", "these", "so", "overall", "which", "and", "in", "of", "we",
    "saw", "seen", "our",
];
/// Words before a direction that say how much.
const ADJECTIVES: &[&str] = &[
    "significant",
    "significantly",
    "sharp",
    "sharply",
    "slight",
    "slightly",
    "steady",
    "steadily",
    "large",
    "small",
    "marked",
    "notable",
    "gradual",
    "gradually",
    "continued",
];

impl Listener<'_> {
    /// "Between April and July 2019 there was a significant increase in the number of children": where the numbers went the
    /// other way. What agrees is no number, and not marked.
    pub(super) fn check_trend(&mut self, spoken: &Spoken<'_>) {
        let own = spoken.series();
        if let Some(found) = spoken.stretch().and_then(|times| self.judge_trend(spoken, &own, times)) {
            let (at, found) = found;
            let start = if at > 0 && ADJECTIVES.contains(&spoken.word(at - 1)) { at - 1 } else { at };
            let span = spoken.sentence.tokens[start].range.start..spoken.sentence.tokens[at].range.end;
            self.find(spoken, &span, found);
        }
        if own.points.len() > 1 {
            self.series = Some(own);
        }
    }

    /// The word of a direction that the numbers at two times do not have: those of the sentence, those told before it, or those
    /// of a table.
    fn judge_trend(
        &self,
        spoken: &Spoken<'_>,
        own: &Series,
        (from, to): (When, When),
    ) -> Option<(usize, Found)> {
        /// Words before a direction that may deny it.
        const NEAR: usize = 4;
        let tokens = spoken.sentence.tokens.len();
        let mut said =
            (0..tokens).filter(|at| spoken.any(*at..at + 1, RISING) || spoken.any(*at..at + 1, FALLING));
        let at = said.next().filter(|_| said.next().is_none())?;
        if spoken.any(at.saturating_sub(NEAR)..at, DENIED) {
            return None;
        }
        let both = |series: &Series| Some((series.of, series.at(from)?, series.at(to)?));
        let named = spoken.measure_moved(at);
        let before = || {
            let is_same = |series: &&Series| match named {
                Some(named) => series.of == Some(named),
                None => spoken.names_nothing(at),
            };
            self.series.as_ref().filter(is_same).and_then(both)
        };
        let of_table = || self.tables.iter().rev().filter(|series| series.of == named).find_map(both);
        let known = || {
            let point = |when| self.point(named?, when);
            Some((named, point(from)?, point(to)?))
        };
        let told = both(own).or_else(before).or_else(|| named.and_then(|_| of_table().or_else(known)));
        let official = || {
            let point = |when| self.official_point(named?, when);
            let is_own = spoken.told.is_empty() && spoken.whose(0..tokens, self.context.neighbours).is_none();
            Some((named, point(from)?, point(to)?)).filter(|_| is_own)
        };
        let is_official = told.is_none();
        let (of, first, second) =
            told.or_else(official).filter(|(_, first, second)| first.is_percent == second.is_percent)?;
        let good = of.map_or(Good::Neither, |of| of.good);
        let (_, way) = spoken.direction(at..at + 1, good, (RISING, FALLING))?;
        if Exact::from(second.value).cmp(&first.value.into()) == way {
            return None;
        }
        Some((
            at,
            Found {
                kind: Kind::TrendWord,
                verdict: Verdict::Differs,
                stated: second.value,
                expected: None,
                reason: Reason::Direction {
                    from: first.value,
                    to: second.value,
                    official: of.filter(|_| is_official),
                },
            },
        ))
    }

    /// The number that the text or the page gives for a time.
    fn point(&self, of: &'static Indicator, when: When) -> Option<Point> {
        let When::At(period) = when else { return None };
        let own = || self.context.own(of, period)?.amount.shown(of);
        let count = || self.count_at(of.counts.id, period).filter(|_| of.kind == Sort::Count);
        let decimal = |count: u64| Some(Decimal::new(i64::try_from(count).ok()?, 0));
        let value = count().and_then(decimal).or_else(own)?;
        Some(Point { when, value, is_percent: false })
    }

    /// The council's official figure for a year.
    fn official_point(&self, indicator: &'static Indicator, when: When) -> Option<Point> {
        let When::At(Period::Year(year)) = when else { return None };
        let claim = Claim { indicator, whose: Whose::Area(self.context.council?), year };
        let value = self.official(claim).first()?.value;
        Some(Point { when, value, is_percent: false })
    }
}

/// A month before another time, in the year that this one is of.
const fn dated(month: When, before: When) -> When {
    let (year, last) = match before {
        When::At(Period::Month(year, last)) => (year, last),
        When::At(Period::Year(year)) => (year, 3),
        _ => return month,
    };
    match month {
        When::Month(month) => When::At(Period::Month(if month >= last { year - 1 } else { year }, month)),
        other => other,
    }
}

impl Spoken<'_> {
    /// The two times between which a sentence tells of something: "between April and July", "from 2021/22 to 2022/23".
    fn stretch(&self) -> Option<(When, When)> {
        let times = &self.sentence.times;
        let leads = |start: usize| start > 0 && matches!(self.word(start - 1), "between" | "from" | "since");
        let joins = |at: usize| matches!(self.word(at), "and" | "to" | "until");
        let pair = times.windows(2).find_map(|pair| {
            let [(start, length, first), (next, _, second)] = pair else { return None };
            let is_pair = leads(*start) && start + length + 1 == *next && joins(start + length);
            is_pair.then(|| (dated(*first, *second), *second))
        });
        // Two times that together are one: "between April 2022 and March 2023".
        let one = |part: Span| {
            let words = self.sentence.tokens.get(part)?;
            let text = words.first()?.range.start..words.last()?.range.end;
            match times_in(self.sentence.text.get(text)?).as_slice() {
                [only] => Some(*only),
                _ => None,
            }
        };
        let within = || {
            times.iter().filter(|(start, ..)| leads(*start)).find_map(|(start, length, _)| {
                let end = start + length;
                let middle = (*start..end).find(|at| joins(*at))?;
                Some((one(*start..middle)?, one(middle + 1..end)?))
            })
        };
        pair.or_else(within)
    }

    /// The measure that a direction is said of: "an increase in the number of children", "dental checks rose".
    fn measure_moved(&self, at: usize) -> Option<&'static Indicator> {
        let tokens = self.sentence.tokens.len();
        let is_time = |at: usize| {
            self.sentence.times.iter().any(|(start, length, _)| (*start..start + length).contains(&at))
        };
        let ends = |at: &usize| {
            self.word(*at).is_empty()
                || is_time(*at)
                || matches!(self.word(*at), "between" | "from" | "since")
        };
        let end = (at..tokens).find(ends).unwrap_or(tokens);
        let start = (0..at).rev().find(ends).map_or(0, |at| at + 1);
        let measure = |tokens: Span, small: &[&str]| {
            let words: Vec<&str> = tokens.map(|at| self.word(at)).collect();
            let first = words.iter().position(|word| !small.contains(word)).unwrap_or(words.len());
            let last = words.iter().rposition(|word| !small.contains(word)).map_or(first, |last| last + 1);
            let of = words[first..last].join(" ");
            let is_of_all = |word: &str| {
                matches!(word, "number" | "numbers" | "of" | "the" | "our" | "children" | "in" | "care")
            };
            if of.contains("children") && of.split(' ').all(is_of_all) {
                return Some(ids::CHILDREN_IN_CARE);
            }
            match match_name(&of, "") {
                Match::Exact(indicator) | Match::Close(indicator) => Some(indicator),
                _ => None,
            }
        };
        measure(at + 1..end, GENERAL).or_else(|| measure(start..at, GENERAL))
    }

    /// Whether the words of a sentence but its times name nothing that moves.
    fn names_nothing(&self, at: usize) -> bool {
        let is_time = |at: usize| {
            self.sentence.times.iter().any(|(start, length, _)| (*start..start + length).contains(&at))
        };
        self.told.is_empty()
            && (0..self.sentence.tokens.len()).filter(|other| *other != at && !is_time(*other)).all(|at| {
                let word = self.word(at);
                word.is_empty()
                    || GENERAL.contains(&word)
                    || ADJECTIVES.contains(&word)
                    || matches!(word, "between" | "from" | "since" | "to" | "until")
            })
    }
}
