//! What the words around a number say it is of: its own, those that lead to it, or what was told before.

use crate::indicator::{self, Indicator, Kind, Match, Phrase, Stated};
use crate::number::Exact;
use crate::period::Period;

use super::again;
use super::parts::Sentence;
use super::piece::{Opening, Piece};
use super::reader::{Claim, NEAREST};
use super::role::{self, Role};
use super::running::Running;
use super::statement::Statement;
use super::token;
use super::told::{self, Of, Told, same_as, stated};

/// What the words around a statement say it is of.
pub(super) struct Sought {
    pub found: Phrase,
    pub phrase: String,
    /// What the words that were looked at make of the number, where they are not its own.
    pub role: Option<Role>,
    /// Whether what it is of stands elsewhere in the sentence or before it.
    pub is_elsewhere: bool,
    /// The token at which its words begin.
    pub from: usize,
    /// Of how many it is, where the sentence begins with that.
    pub base: Option<i64>,
}

impl Sought {
    /// What words say that stand elsewhere than with the number.
    const fn elsewhere(found: Phrase, phrase: String, from: usize) -> Self {
        Self { found, phrase, role: None, is_elsewhere: true, from, base: None }
    }
}

impl Sentence<'_> {
    /// Looks for what a number is of: in its own piece with those around it, then in the piece before ("..., 57% of
    /// them"), then in what was told before ("but by November it was 62%").
    pub(super) fn sought(&self, claim: &Claim<'_>, running: &Running) -> Sought {
        let stated = stated(claim.statement);
        if self.is_of_group_of_same(claim) {
            return Sought::elsewhere(told::nothing(), String::new(), claim.piece.tokens.start);
        }
        if let Some((share, from)) = self.share_of_all(claim, stated) {
            let phrase = self.phrase(std::iter::once(claim.piece));
            let found = Phrase { is_from_before: false, ..told::certainly(share) };
            return Sought::elsewhere(found, phrase, from);
        }
        if let Some((found, phrase)) = self.rate_and_count(claim, stated) {
            return Sought::elsewhere(found, phrase, claim.piece.tokens.start);
        }
        let own = self.phrase(std::iter::once(claim.piece));
        let is_short = own.split_whitespace().count() < 4;
        let told_of: Vec<&Piece> = claim
            .lead
            .iter()
            .copied()
            .filter(|piece| !role::is_aside(piece, &self.tokens) && !self.is_title(piece))
            .collect();
        let told_of = if self.is_topic_of(&told_of, &own, stated) { Vec::new() } else { told_of };
        let from = told_of.first().map_or(claim.piece.tokens.start, |first| first.tokens.start);
        let phrase = self.phrase(told_of.into_iter().chain([claim.piece]).chain(claim.trail.iter().copied()));
        // "984 reviews were held. 98% of them were on time".
        let those = || {
            let own = claim.lead.iter().copied().chain([claim.piece]);
            running.told_before().filter(|_| own.into_iter().any(|piece| self.is_of_those(piece)))
        };
        let before = claim.previous.or_else(those).map_or_else(String::new, Told::whole_phrase);
        let counted = running.counted_before(claim).filter(|_| before.is_empty());
        let before = counted.map_or(before, str::to_owned);
        let found = indicator::match_phrase(&phrase, stated, &before, &running.heading);
        if let Some((found, phrase)) = self.shared(claim, &found, &phrase, &before, running) {
            return Sought::elsewhere(found, phrase, from);
        }
        if let Some((found, phrase, base)) = Self::among(claim, &phrase, &found.found, &running.heading) {
            return Sought { found, phrase, role: None, is_elsewhere: true, from, base };
        }
        let again = self
            .said_again(claim, &own, stated, running)
            .or_else(|| self.number_again(claim, &own, stated, running));
        let is_exact = found.is_understood && matches!(found.found, Match::Exact(_));
        let judged = || {
            let of_lead = || self.judged_before(claim, &own, stated);
            let of_sentence = || running.judged_before(&own, stated).filter(|_| claim.previous.is_none());
            Some(()).filter(|()| !is_exact).and_then(|()| of_lead().or_else(of_sentence))
        };
        if let Some((found, phrase)) = again.or_else(judged) {
            return Sought::elsewhere(found, phrase, from);
        }
        if found.says_something && (found.is_understood || !is_short) {
            return Sought { found, phrase, role: None, is_elsewhere: false, from, base: None };
        }
        for piece in claim.lead.iter().rev().filter(|piece| piece.opening != Opening::Comparison) {
            let phrase = self.phrase(std::iter::once(*piece));
            let found = indicator::match_phrase(&phrase, stated, "", &running.heading);
            if found.says_something {
                let role = self.role_by(piece, claim);
                return Sought {
                    found,
                    phrase,
                    role,
                    is_elsewhere: true,
                    from: piece.tokens.start,
                    base: None,
                };
            }
        }
        if let Some((found, phrase)) = self.changed_or_counted(claim, stated, running) {
            return Sought::elsewhere(found, phrase, from);
        }
        // "..., and the share in new homes rose from 9%": of something else.
        let names_another = |lead: &&Piece| {
            lead.opening == Opening::Next && self.phrase(std::iter::once(*lead)).split(' ').count() > 2
        };
        let is_same = !claim.lead.iter().any(names_another);
        match is_same.then(|| self.same(claim, &own, stated, running)).flatten() {
            Some((indicator, phrase)) => Sought::elsewhere(told::certainly(indicator), phrase, from),
            None => Sought { found, phrase, role: None, is_elsewhere: false, from, base: None },
        }
    }

    /// What a number is of by the number before it: what rose, or what the words before so many children say.
    fn changed_or_counted(
        &self,
        claim: &Claim<'_>,
        stated: Stated,
        running: &Running,
    ) -> Option<(Phrase, String)> {
        // "Rose by 12% to 534", "which rose by 14 from 848": what rose.
        if matches!(claim.piece.opening, Opening::To | Opening::From)
            && let Some(changed) = claim.previous.filter(|told| told.role_of_piece == Role::Change)
        {
            let words = || changed.phrase.split(' ');
            let tells_change = |word: &&str| token::tells_change(&word.to_lowercase());
            let said = [
                words().filter(|word| !tells_change(word)).collect::<Vec<_>>(),
                words().take_while(|word| !tells_change(word) && *word != "which").collect(),
            ];
            for phrase in said.map(|words| words.join(" ")) {
                let found = indicator::match_phrase(&phrase, stated, "", &running.heading);
                if found.says_something {
                    return Some((found, phrase));
                }
            }
        }
        // "The average score of the 20 children was 14.5": what the words before the number of children say.
        if let Some(before) = claim.previous.filter(|told| told.subject == Of::Unknown(Vec::new())) {
            let found = indicator::match_phrase(&before.phrase, stated, "", &running.heading);
            if let Match::Exact(of) = found.found
                && self.counts_people_for(of, &before.statement)
            {
                return Some((found, before.phrase.clone()));
            }
        }
        None
    }

    /// The number before that is a rate or the like, where a plain number is another value of it: "a rate of 75 per 10,000 compared to 77
    /// the year before" is near the rate, and far from the count before it.
    fn rate_before<'b>(
        &self,
        claim: &Claim<'b>,
        stated: Stated,
        earlier: Option<Period>,
    ) -> Option<&'b Told> {
        let number = |statement: &Statement| statement.main().map(|main| Exact::from(main.value).to_f64());
        let own = number(claim.statement)?;
        let is_near = |told: &&Told| {
            number(&told.statement).is_some_and(|other| own < 2.0 * other && other < 2.0 * own)
        };
        let compares = earlier.is_some()
            || matches!(claim.piece.opening, Opening::Comparison | Opening::From | Opening::To);
        let rate = claim.previous.filter(|told| {
            told.known().is_some_and(|of| !matches!(of.kind, Kind::Share | Kind::Count)) && is_near(told)
        })?;
        let is_of_rate = stated == Stated::Whole
            && compares
            && !claim.last_own.as_ref().is_some_and(is_near)
            && !self.says_whom(claim.piece);
        is_of_rate.then_some(rate)
    }

    /// What a number is of that is another value of what was told before, or answers what the heading asks.
    fn same(
        &self,
        claim: &Claim<'_>,
        own: &str,
        stated: Stated,
        running: &Running,
    ) -> Option<(&'static Indicator, String)> {
        // "(December 2022: 331)".
        let earlier = self.steps_back(claim, running);
        let steps_back = earlier.is_some();
        let is_at_time = own.is_empty() && claim.lead.last().is_some_and(|lead| self.is_only_time(lead));
        let is_at_named_time = is_at_time || steps_back || self.is_at_own_time(claim.piece);
        if let Some(rate) = self.rate_before(claim, stated, earlier) {
            return rate.known().map(|of| (of, rate.phrase.clone()));
        }
        // "This is an increase from 1,092 at 31 March 2022."
        let is_from = claim.piece.opening == Opening::From
            && claim.previous.is_none()
            && (self.has_full_time(claim.piece) || !self.times_beside(claim).is_empty());
        if is_at_time || self.names_same(claim.piece) || steps_back || is_from {
            match claim.last_of_same() {
                // Another count is of the same only at another time that is named.
                Some(_) if stated == Stated::Whole && !is_at_named_time => None,
                Some(told) => same_as(told, stated),
                // "A year earlier there were 424."
                None if steps_back || is_from => running.told_before().and_then(|told| same_as(told, stated)),
                None => running.topic(stated).or_else(|| Self::of_target(claim, own, stated)),
            }
        } else {
            // "There were 142": below a question.
            let is_answer = running.heading.ends_with('?') && stated == Stated::Percentage;
            let is_bare = || {
                let is_percent = stated == Stated::Percentage;
                let is_short = own.to_lowercase() == "there were" || own.split_whitespace().count() < 2;
                is_answer || is_short || (is_percent && claim.lead.is_empty() && again::is_bare(own))
            };
            let of_target = || Self::of_target(claim, own, stated);
            running.topic(stated).filter(|_| claim.previous.is_none() && is_bare()).or_else(of_target)
        }
    }

    /// What a number may be of whose words are not all understood, likeliest first.
    pub(super) fn nearest(
        &self,
        claim: &Claim<'_>,
        phrase: &str,
        running: &Running,
    ) -> Vec<&'static Indicator> {
        const LOOKED_AT: usize = 12;
        let stated = stated(claim.statement);
        let near = |phrase: &str| -> Vec<&'static Indicator> {
            indicator::candidates_in_sentence(phrase, &running.heading, LOOKED_AT)
                .into_iter()
                .filter(|indicator| stated != Stated::Percentage || indicator.kind == Kind::Share)
                .take(NEAREST)
                .collect()
        };
        let own = self.phrase(std::iter::once(claim.piece));
        // "Their role in the previous year – there were 592 children in care."
        if let Match::Exact(alone) = indicator::match_phrase(&own, stated, "", "").found {
            return vec![alone];
        }
        // "More unaccompanied children, from 8% of our children in care": the words before say which of them.
        let leads = claim.lead.iter().copied();
        let is_of_all = stated == Stated::Percentage
            && indicator::match_phrase(&own, Stated::Whole, "", "").found
                == Match::Exact(indicator::ids::CHILDREN_IN_CARE);
        let found =
            if is_of_all { near(&self.phrase(leads.clone().chain([claim.piece]))) } else { near(phrase) };
        if !found.is_empty() {
            return found;
        }
        // "From 8% in 2021/22 to 13.3%", "by October it was 62%": of the same, whatever that is.
        if let Some(previous) = claim.previous.filter(|_| self.names_same(claim.piece))
            && let Of::Unknown(before) | Of::Either(before) = &previous.subject
            && told::stated(&previous.statement) == stated
        {
            return before.clone();
        }
        let found = near(&self.phrase(leads.take(1).chain([claim.piece])));
        if found.is_empty() { near(&self.phrase_before_bracket(claim.piece)) } else { found }
    }
}
