//! Ranks among other councils that sentences state: `third highest of our neighbours`, `ranked 4th of 11`.

use crate::area::{self, Area, Level};
use crate::indicator::{self, Good, Indicator, Kind as Sort, Match, Stated};
use crate::number::{Decimal, Exact};
use crate::period::Period;
use crate::published;
use crate::read::prose::{ORDINALS, Role, Told};

use super::listener::{Found, Listener};
use super::official::subject;
use super::prepared::Spoken;
use super::sums::DENIED;
use super::{End, Kind, Neighbours, Own, Reason, Span, Verdict, Whose};

/// A rank as a sentence states it.
struct Claim {
    rank: usize,
    by: By,
    /// Of how many.
    of: Option<usize>,
    /// The tokens that state it.
    tokens: Span,
}

/// From which end a rank is counted, as it is said.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    End(End),
    Best,
    Worst,
    /// The words leave it open: the best is first, where one end is better.
    Open,
}

/// Words right before a rank.
const RANKED: &[&str] = &["ranked", "rank", "ranks", "ranking", "placed", "position"];

impl Listener<'_> {
    /// Checks the ranks of a sentence.
    pub(super) fn check_ranks(&mut self, spoken: &Spoken<'_>) {
        for at in 0..spoken.sentence.tokens.len() {
            let Some(claim) = spoken.rank(at) else { continue };
            let Some(among) = self.among(spoken, &claim) else { continue };
            let Some(indicator) = self.ranked(spoken, &claim) else { continue };
            let years = spoken.sentence.times.len();
            let reported = self.context.period;
            let year = spoken.year_of(reported).or(reported.map(Period::year).filter(|_| years == 0));
            let Some(year) = year.filter(|_| years < 2) else { continue };
            let Some(found) = self.judge_rank(&claim, among, indicator, year) else { continue };
            let tokens = &spoken.sentence.tokens;
            let part = tokens[claim.tokens.start].range.start..tokens[claim.tokens.end - 1].range.end;
            self.find(spoken, &part, found);
        }
    }

    /// Among whom a rank is: those named behind it, those of their number, or those named before it.
    fn among(&self, spoken: &Spoken<'_>, claim: &Claim) -> Option<Whose> {
        /// Words behind a rank that name them.
        const NEAR: usize = 10;
        let end = claim.tokens.end;
        let england = Whose::Area(area::england());
        let councils = |tokens: Span| {
            spoken.any(tokens, &["councils", "authorities", "country", "nationally"]).then_some(england)
        };
        let behind = end..spoken.sentence.tokens.len().min(end + NEAR);
        let by_number = || match claim.of? {
            11 => Some(Whose::Neighbours(self.context.neighbours)),
            140..=160 => Some(england),
            _ => None,
        };
        let whose = |tokens: Span| spoken.whose(tokens, self.context.neighbours);
        whose(behind.clone())
            .or_else(|| councils(behind))
            .or_else(by_number)
            .or_else(|| whose(0..claim.tokens.start))
    }

    /// Of what a rank is: of the number told before it, of what the words before it name, or of what was told of.
    fn ranked(&self, spoken: &Spoken<'_>, claim: &Claim) -> Option<&'static Indicator> {
        let start = claim.tokens.start;
        let before = |told: &&Told| told.statement.tokens.end <= start && told.role == Role::Own;
        if let Some(told) = spoken.told.iter().rfind(before) {
            return subject(told);
        }
        // Of numbers of children none is ranked.
        if spoken.any(0..start, &["number", "numbers"]) {
            return None;
        }
        let lead = (start.saturating_sub(2)..start).find(|at| RANKED.contains(&spoken.word(*at)));
        let text = &spoken.sentence.text[..spoken.sentence.tokens[lead.unwrap_or(start)].range.start];
        let means = |text: &str, heading: &str| {
            [Stated::Rate, Stated::Percentage].into_iter().find_map(|stated| {
                match indicator::match_phrase(text, stated, "", heading).found {
                    Match::Exact(indicator) | Match::Close(indicator) => Some(indicator),
                    _ => None,
                }
            })
        };
        let behind = || means(spoken.words_for(claim.tokens.end)?, "");
        let named = means(text, &self.heading).or_else(behind);
        let refers = spoken.any(0..start, &["it", "this", "that", "which", "we", "our"]);
        named.or_else(|| self.subject.filter(|_| refers))
    }

    fn judge_rank(
        &self,
        claim: &Claim,
        among: Whose,
        indicator: &'static Indicator,
        year: u16,
    ) -> Option<Found> {
        let council =
            self.context.council.filter(|_| indicator.is_published && indicator.kind != Sort::Count)?;
        let published = &self.context.published;
        let official =
            |area: &'static Area| published.official(indicator, area, year)?.value.ok().map(Exact::from);
        let stated = Decimal::new(i64::try_from(claim.rank).ok()?, 0);
        let found = |verdict: Verdict, reason: Reason| Found {
            kind: Kind::Rank,
            verdict,
            stated,
            expected: match reason {
                Reason::Rank { rank, .. } => i64::try_from(rank).ok().map(|rank| Decimal::new(rank, 0)),
                _ => None,
            },
            reason,
        };
        let own = self.context.own(indicator, Period::Year(year)).and_then(Own::exact);
        // As rounded as the official figures are.
        let own = own.map(|own| own.rounded(indicator.decimals).into()).or_else(|| official(council));
        let ends: &[End] = match (claim.by, indicator.good) {
            (By::End(End::Highest), _) | (By::Best | By::Open, Good::High) | (By::Worst, Good::Low) => {
                &[End::Highest]
            }
            (By::End(End::Lowest), _) | (By::Best | By::Open, Good::Low) | (By::Worst, Good::High) => {
                &[End::Lowest]
            }
            (By::Open, Good::Neither) => &[End::Highest, End::Lowest],
            (By::Best | By::Worst, Good::Neither) => return None,
        };
        let lists: Vec<Whose> = match among {
            Whose::Neighbours(first) => first.with_others().map(Whose::Neighbours).collect(),
            area @ Whose::Area(_) => vec![area],
        };
        let mut judged: Option<Found> = None;
        for (list, end) in lists.iter().flat_map(|list| ends.iter().map(move |end| (*list, *end))) {
            let others: Vec<Exact> = members(list, council, year).into_iter().filter_map(official).collect();
            let Some(own) = own.filter(|_| !others.is_empty()) else { continue };
            let is_ahead = |other: &&Exact| match end {
                End::Highest => **other > own,
                End::Lowest => **other < own,
            };
            let rank = others.iter().filter(is_ahead).count() + 1;
            let equal = others.iter().filter(|other| **other == own).count();
            let fits = (rank..=rank + equal).contains(&claim.rank);
            let verdict = match claim.rank.abs_diff(rank) {
                _ if fits => Verdict::Agrees,
                1 => Verdict::Close,
                _ => Verdict::Differs,
            };
            let of = others.len() + 1;
            // Another number of councils are others.
            if claim.of.is_some_and(|said| said.abs_diff(of) > 3) {
                continue;
            }
            if judged.is_none() || fits {
                judged = Some(found(verdict, Reason::Rank { rank, of, end, among: list, indicator, year }));
            }
            if fits {
                break;
            }
        }
        judged.or_else(|| own.is_none().then(|| found(Verdict::CannotCheck, Reason::NoOfficial(indicator))))
    }
}

/// The other councils among which one is ranked.
fn members(among: Whose, council: &'static Area, year: u16) -> Vec<&'static Area> {
    let mut members: Vec<&'static Area> = match among {
        Whose::Neighbours(Neighbours { model, .. }) => area::neighbours(council, model),
        Whose::Area(whole) => {
            let is_within = |each: &&Area| whole.level == Level::Country || each.region_area() == Some(whole);
            area::councils().filter(is_within).collect()
        }
    };
    members.retain(|area| *area != council && published::existed(area, year));
    members
}

impl Spoken<'_> {
    /// The rank that begins at a token. What is not the highest, or one of the highest, states none.
    fn rank(&self, at: usize) -> Option<Claim> {
        /// Words before a rank that may deny it.
        const NEAR: usize = 4;
        let is_one_of_several = self.any(at.saturating_sub(3)..at, &["among", "amongst"])
            || (at.saturating_sub(3)..at).any(|at| (self.word(at), self.word(at + 1)) == ("one", "of"));
        if is_one_of_several || self.any(at.saturating_sub(NEAR)..at, DENIED) {
            return None;
        }
        let by = |at: usize| match self.word(at) {
            "highest" | "largest" | "greatest" => Some(By::End(End::Highest)),
            "lowest" | "smallest" => Some(By::End(End::Lowest)),
            "best" => Some(By::Best),
            "worst" => Some(By::Worst),
            _ => None,
        };
        let before = at.checked_sub(1).map_or("", |at| self.word(at));
        let ordinal = ordinal(self.word(at));
        if let (Some(rank), Some(by)) = (ordinal, by(at + 1)) {
            return Some(Claim { rank, by, of: self.of_how_many(at + 2), tokens: at..at + 2 });
        }
        // "The highest of our neighbours".
        if before == "the"
            && let Some(by) = by(at)
        {
            let names = matches!(self.word(at + 1), "of" | "among" | "amongst" | "in" | "out" | "rate");
            return names.then(|| Claim { rank: 1, by, of: self.of_how_many(at + 1), tokens: at..at + 1 });
        }
        let is_ranked = self.any(at.saturating_sub(2)..at, RANKED);
        let number = || {
            let number = self.sentence.tokens.get(at)?.number().filter(|number| number.decimals() == 0)?;
            usize::try_from(number.units()).ok().filter(|rank| (1..=200).contains(rank) && is_ranked)
        };
        let of = self.of_how_many(at + 1);
        // "We are 3rd of our neighbours", and not "a third of our neighbours".
        let is_of_others = || {
            let is_part = matches!(before, "a" | "one" | "every" | "another" | "nearest");
            let is_of = matches!(self.word(at + 1), "of" | "among" | "amongst" | "out");
            let behind = (at + 2..self.sentence.tokens.len().min(at + 6))
                .any(|at| self.whose(at..at + 1, Neighbours::default()).is_some());
            is_of && behind && !is_part
        };
        let rank = ordinal.filter(|_| is_ranked || of.is_some() || is_of_others()).or_else(number)?;
        Some(Claim { rank, by: By::Open, of, tokens: at..at + 1 })
    }

    /// What a rank is said to be for behind it: "3rd of our statistical neighbours for long-term stability in 2022/23".
    fn words_for(&self, end: usize) -> Option<&str> {
        let tokens = &self.sentence.tokens;
        let lead = (end..tokens.len()).find(|at| matches!(self.word(*at), "for" | "on"))?;
        let is_over = |at: usize| {
            self.is_mark(at, &[',', '.', ';', ':', '(', ')'])
                || matches!(self.word(at), "and" | "in" | "at")
                || self.sentence.times.iter().any(|(start, ..)| *start == at)
        };
        let last = (lead..tokens.len())
            .find(|at| is_over(*at))
            .map_or(self.sentence.text.len(), |at| tokens[at].range.start);
        self.sentence.text.get(tokens[lead].range.start..last)
    }

    /// "Of 11", "out of the 152".
    fn of_how_many(&self, at: usize) -> Option<usize> {
        let at = at + usize::from(self.word(at) == "out");
        let at = at + 1 + usize::from(matches!(self.word(at + 1), "the" | "our" | "all"));
        let number = self.sentence.tokens.get(at)?.number().filter(|number| number.decimals() == 0)?;
        usize::try_from(number.units()).ok().filter(|_| self.any(at.saturating_sub(2)..at, &["of"]))
    }
}

/// The number of `third` or `3rd`.
fn ordinal(word: &str) -> Option<usize> {
    let in_digits = || {
        let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end))?;
        digits.parse().ok()
    };
    ORDINALS.iter().position(|known| *known == word).map(|at| at + 1).or_else(in_digits)
}
