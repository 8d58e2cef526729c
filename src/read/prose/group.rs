//! Of whom a number of children in care is: of all of them, of a part, or of everyone who was in care in a year.

use crate::indicator::{self, CohortId, Indicator, Kind, Match, Moment, Phrase, Stated};
use crate::period::Period;

use super::parts::Sentence;
use super::piece::{Opening, Piece};
use super::reader::Claim;
use super::role::{self, Role};
use super::statement::Statement;
use super::token::{CHANGE, Token};
use super::told::{Of, Told, stated};
use super::when::When;

/// Whether an indicator is of children, and of no households or workers.
fn is_of_children(indicator: &Indicator) -> bool {
    indicator.may_count_children() && !indicator.id.starts_with("fostering-")
}

impl Sentence<'_> {
    /// Whether the time of those counted is a whole year in which they may have left again: "children looked after in 2024/25".
    pub(super) fn is_over_year(&self, claim: &Claim<'_>) -> bool {
        let near = claim.lead.iter().copied().chain([claim.piece]).chain(claim.trail.iter().copied());
        let is_change = claim.piece.opening == Opening::To || role::any(self.words(claim.piece), CHANGE);
        !is_change
            && near.flat_map(|piece| self.times_within(piece)).any(|(at, when)| {
                let before = |back: usize| at.checked_sub(back).map_or("", |at| self.word(at));
                matches!(when, When::At(Period::Year(_)))
                    && !self.tokens[at..].iter().take(3).any(|token| token.word() == "march")
                    && match before(1) {
                        "during" | "throughout" | "over" => true,
                        "in" => before(2) == "after" && before(3) == "looked",
                        _ => false,
                    }
            })
    }

    /// Whether the words that lead to a number only announce what is told of, which its own words say again: "As for dental and
    /// health checks: 78% were up to date with dental checks".
    pub(super) fn is_topic_of(&self, lead: &[&Piece], own: &str, stated: Stated) -> bool {
        let first = |back: usize| lead.first().map_or("", |piece| self.word(piece.tokens.start + back));
        let announces = match first(0) {
            "as" => matches!(first(1), "for" | "regards"),
            "regarding" | "concerning" => true,
            _ => false,
        };
        announces && matches!(indicator::match_phrase(own, stated, "", "").found, Match::Exact(_))
    }

    /// The share of all children in care that a group is, and where its words begin: "more unaccompanied children, from 8% of our
    /// children in care". The percentage says of whom it is, the words right before it which of them.
    pub(super) fn share_of_all(
        &self,
        claim: &Claim<'_>,
        stated: Stated,
    ) -> Option<(&'static Indicator, usize)> {
        /// Words of the name of a group.
        const LONGEST: usize = 12;
        let all = indicator::ids::CHILDREN_IN_CARE;
        let own = self.phrase(std::iter::once(claim.piece)).replace("all ", "");
        let is_of_all = stated == Stated::Percentage
            && self.word(claim.statement.end()) == "of"
            && matches!(claim.piece.opening, Opening::From | Opening::Comma | Opening::Bracket)
            && indicator::match_phrase(&own, Stated::Whole, "", "").found == Match::Exact(all);
        let share_of = |group: &Indicator| {
            let is_share = |share: &&Indicator| {
                share.kind == Kind::Share && share.counts == group.counts && share.cohort == Some(all.counts)
            };
            indicator::all().iter().find(is_share)
        };
        // "18 were unaccompanied, and they are now 7.2% of all children in care".
        let names_them = role::any(self.words(claim.piece), &["they", "these"]);
        if stated == Stated::Percentage
            && names_them
            && self.word(claim.statement.end()) == "of"
            && indicator::match_phrase(&own, Stated::Whole, "", "").found == Match::Exact(all)
            && let Some(group) = claim.last_told.and_then(Told::known)
        {
            return share_of(group).map(|share| (share, claim.piece.tokens.start));
        }
        let lead =
            claim.before.last().filter(|piece| is_of_all && piece.tokens.end == claim.piece.tokens.start)?;
        let end = lead.tokens.end;
        let first = lead.tokens.start.max(end.saturating_sub(LONGEST));
        (first..end).find_map(|from| {
            let words = self.phrase(std::iter::once(&Piece { tokens: from..end, ..(*lead).clone() }));
            let Match::Exact(group) = indicator::match_phrase(&words, Stated::Whole, "", "").found else {
                return None;
            };
            Some((share_of(group)?, from))
        })
    }

    /// What one of those is of whose number the sentence begins with, by its words and by what it is `alone`: "Of 120 care leavers
    /// aged 19-21, 62 (52%) were in EET". Whom it counts stands with the number it is of. With it the words that say so, and of how
    /// many it is, where no percentage is stated.
    pub(super) fn among(
        claim: &Claim<'_>,
        phrase: &str,
        alone: &Match,
        heading: &str,
    ) -> Option<(Phrase, String, Option<i64>)> {
        let count = |told: &Statement| told.count.as_ref().map(|count| count.value.units());
        let statement = claim.statement;
        // "58 interviews were due; 49 of the 58 were completed".
        let gives_base = |told: &&Told| {
            let base = statement.base.as_ref().map(|base| base.value.units());
            base.is_some() && base == count(&told.statement)
        };
        let of = claim.of_whom.or_else(|| claim.before_told.filter(gives_base))?;
        let is_bare = statement.base.is_none() && statement.percent.is_none();
        let base = count(&of.statement).filter(|base| is_bare && count(statement) <= Some(*base));
        let is_next = claim.before_told.is_some_and(|told| told.statement.tokens == of.statement.tokens);
        let whole = format!("{phrase} {}", of.phrase);
        let found = indicator::match_phrase(&whole, stated(statement), "", heading);
        let (is_found, base) = match (&found.found, alone) {
            (Match::Exact(_), Match::Exact(_) | Match::Numerator(_)) => (false, None),
            (Match::Exact(_), _) => (is_next, None),
            (Match::Numerator(among), Match::Numerator(alone)) => (among == alone && base.is_some(), base),
            (Match::Numerator(_), Match::Ambiguous(_) | Match::Unknown) => (base.is_some(), base),
            _ => (false, None),
        };
        is_found.then_some((found, whole, base))
    }

    /// The base of a count with its percentage that the sentence gives for those it begins with, or for the number before: "Of these 351
    /// children, 330 (94%) had a health assessment and 298 (85%) a dental check".
    pub(super) fn base_told(claim: &Claim<'_>, indicator: &Indicator) -> Option<i64> {
        let statement = claim.statement;
        let (count, percent) = statement.count.as_ref().zip(statement.percent.as_ref())?;
        let cohort = indicator.cohort.filter(|_| statement.base.is_none())?;
        let is_same = |told: &&Told| told.known().is_none_or(|known| known.counts.id == cohort.id);
        let of_whom = claim.of_whom.filter(is_same).and_then(|told| told.statement.count.as_ref());
        let of_previous = claim.previous.filter(|told| {
            told.known().is_some_and(|known| known.kind == Kind::Share && known.theme == indicator.theme)
        });
        let before = of_previous
            .and_then(|told| told.base.or(told.statement.base.as_ref().map(|base| base.value.units())));
        let told = [of_whom.map(|count| count.value.units()), before];
        told.into_iter().flatten().find(|base| super::agrees(count.value.units(), *base, percent.value))
    }

    /// Whether what stands right behind a number tells of a part of those it counts: "19 children ceased to be looked after because
    /// an adoption order was granted".
    pub(super) fn is_of_those_for_a_reason(&self, claim: &Claim<'_>) -> bool {
        let next = self.pieces.get(claim.index + 1).filter(|next| next.opening == Opening::Aside);
        next.is_some_and(|reason| {
            let comma = reason.tokens.start.checked_sub(1).is_some_and(|at| self.tokens[at].is_mark(','));
            let phrase = self.phrase(std::iter::once(reason));
            !comma && indicator::match_phrase(&phrase, Stated::Whole, "", "").says_something
        })
    }

    /// Whether a number is of those whom the number before it concerns: "214 episodes relating to 61 children in care".
    pub(super) fn is_of_those_concerned(&self, claim: &Claim<'_>) -> bool {
        const CONCERNING: [&str; 12] = [
            "relating",
            "related",
            "relation",
            "involving",
            "involve",
            "involved",
            "concerning",
            "respect",
            "among",
            "affecting",
            "by",
            "for",
        ];
        let start = claim.statement.tokens.start;
        // "31 complaints, and 15 from children in care".
        let end = claim.statement.end();
        if matches!(self.word(end), "from" | "by" | "about" | "involving" | "concerning")
            && !self.word(end + 1).is_empty()
        {
            return true;
        }
        let before = self.statements.iter().rev().find(|other| other.end() <= start);
        before.is_some_and(|before| {
            let between = &self.tokens[before.end()..start];
            let last = between.iter().rev().map(Token::word).find(|word| !["to", "of", "the"].contains(word));
            between.iter().all(|token| !token.word().is_empty())
                && last.is_some_and(|word| CONCERNING.contains(&word))
        })
    }

    /// Whether a number is of a group of those told of, of a measure that the number before does not name either: "for the under fives
    /// the figure was 96% and for children placed out of area 84%".
    pub(super) fn is_of_group_of_same(&self, claim: &Claim<'_>) -> bool {
        let before = claim.before.iter().rev().find(|piece| piece.statement.is_some());
        claim.piece.opening == Opening::Next
            && self.word(claim.piece.tokens.start + 1) == "for"
            && before
                .is_some_and(|before| role::any(self.words(before), &["figure", "rate", "percentage", "it"]))
    }

    /// Whether a count goes on with those that the number before is of: "12 members, of whom 9 are councillors and 3 are young people
    /// in care".
    pub(super) fn goes_on_with_those(&self, claim: &Claim<'_>) -> bool {
        let before = claim.before.iter().rev().find(|piece| piece.statement.is_some());
        claim.statement.base.is_none()
            && claim.statement.percent.is_none()
            && claim.piece.opening == Opening::Next
            && before.is_some_and(|before| self.is_of_those(before))
    }

    /// Whether a number that does not say whom it counts is of those told of before it in the sentence: "44 children
    /// became looked after, 52% of them girls" is not of all children in care.
    pub(super) fn is_of_same_children(&self, claim: &Claim<'_>, indicator: &Indicator, role: Role) -> bool {
        let piece = claim.piece;
        let includes =
            self.words(piece).first().is_some_and(|token| matches!(token.word(), "including" | "incl"));
        let Some(previous) = claim.previous else { return true };
        if (self.says_whom(piece) && !includes && !self.is_of_those(piece)) || role != Role::Own {
            return true;
        }
        let Of::Known(earlier) = previous.subject else {
            // Whom the number before was of could not be told either.
            return previous.role_of_piece != Role::Own;
        };
        let members = |indicator: &Indicator| match indicator.cohort.unwrap_or(indicator.counts).id {
            // Care leavers told of together are the same, whether or not some are abroad.
            CohortId::Named(id) => CohortId::Named(id.trim_end_matches("-in-the-country")),
            own @ CohortId::Own(..) => own,
        };
        match indicator.kind {
            // A share of workers is of none of the children.
            Kind::Share => {
                let moment = |of: &Indicator| of.cohort.map(|cohort| cohort.moment);
                // "Attendance was 90.3% and persistent absence was 24.1%".
                let is_alike = earlier.kind == Kind::Share
                    && earlier.theme == indicator.theme
                    && (moment(earlier) == moment(indicator)
                        || [earlier, indicator]
                            .iter()
                            .all(|of| !moment(of).is_some_and(Moment::is_over_time)));
                is_alike
                    || !indicator.may_count_children()
                    || [members(earlier), earlier.counts.id].contains(&members(indicator))
            }
            Kind::Count if indicator.counts.moment == Moment::March31 => {
                earlier.counts.moment == Moment::March31
            }
            // "17 households were approved and 24 left".
            Kind::Count => !includes && is_of_children(earlier),
            Kind::Rate | Kind::Mean | Kind::Days | Kind::Score => true,
        }
    }
}
