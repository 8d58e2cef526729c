//! Targets and figures of others that sentences state: whose they are, and what of.

use crate::area::{self, Area, Level};
use crate::indicator::{self, Indicator, Kind, Match, Phrase, Stated};
use crate::read::stated::With;

use super::parts::Sentence;
use super::piece::{Opening, Piece};
use super::reader::Claim;
use super::role::{self, COMPARATOR, Role};
use super::running::Running;
use super::token::Token;
use super::told::{self, Dated, Told};
use super::when::When;

/// Words around a target: "the target was to have at least 96%".
const BOUNDS: [&str; 17] = [
    "below",
    "above",
    "to",
    "have",
    "be",
    "at",
    "least",
    "most",
    "was",
    "is",
    "we",
    "our",
    "for",
    "the",
    "a",
    "government",
    "government's",
];

impl Sentence<'_> {
    /// With whom a number compares: whom its own piece names, or the one right before its bracket or its "who".
    pub(super) fn with(&self, claim: &Claim<'_>) -> Option<With> {
        if role::names_comparator(self.words(claim.piece)) {
            return compared_with(self.words(claim.piece));
        }
        let of_namer = self.namer(claim).and_then(|piece| compared_with(self.words(piece)));
        of_namer.or_else(|| claim.previous.filter(|_| self.says_only_rate(claim.piece))?.with)
    }

    /// The piece without a number right before this one that says whose or what its number is: "above England (71%)",
    /// "our neighbours, who have a rate of 81".
    pub(super) fn namer<'b>(&'b self, claim: &Claim<'b>) -> Option<&'b Piece> {
        let before = claim.before.last().filter(|piece| piece.statement.is_none())?;
        let first = self.tokens[claim.piece.tokens.start].word();
        let is_bracket = self.is_bare_bracket(claim.piece);
        // "(68%) in England": whose it is stands behind it.
        let after = self.pieces[..].get(claim.index + 1).filter(|next| {
            let words = self.words(next);
            let joins = ["in", "for", "across", "among"].contains(&words.first().map_or("", Token::word));
            is_bracket && next.statement.is_none() && joins && role::names_comparator(words)
        });
        match after {
            Some(after) if self.phrase(std::iter::once(before)).is_empty() => Some(after),
            _ => (is_bracket || matches!(first, "who" | "which" | "whose")).then_some(before),
        }
    }

    /// Whether a piece is a number in brackets without words that say what it is of: "(71%)", "(a rate of 53 per 10,000)".
    pub(super) fn is_bare_bracket(&self, piece: &Piece) -> bool {
        const FILLERS: [&str; 11] =
            ["in", "for", "a", "rate", "of", "at", "per", "10", "000", "population", "children"];
        let own = self.phrase(std::iter::once(piece)).to_lowercase();
        let follows_colon = piece.tokens.start.checked_sub(1).is_some_and(|at| self.tokens[at].is_mark(':'));
        let is_set_off =
            piece.opening == Opening::Bracket || follows_colon || self.follows_time_of_others(piece);
        is_set_off && own.split_whitespace().all(|word| FILLERS.contains(&word))
    }

    /// Whether a piece stands right behind a comparison with others at a time of their own: "below our neighbours' rate for
    /// 2018/19, 57 per 10,000".
    fn follows_time_of_others(&self, piece: &Piece) -> bool {
        let before = self.pieces.iter().find(|before| before.tokens.end == piece.tokens.start);
        before.is_some_and(|before| {
            piece.opening == Opening::Comma
                && before.opening == Opening::Comparison
                && before.statement.is_none()
                && self.has_full_time(before)
                && role::names_comparator(self.words(before))
        })
    }

    /// What a target or a figure of others is of, and when: the measure that it names itself, or the one told of beside it
    /// where it names none.
    pub(super) fn of_others(
        &self,
        claim: &Claim<'_>,
        sought: &Phrase,
        role: Role,
        with: Option<With>,
        running: &Running,
    ) -> Option<(&'static Indicator, Dated)> {
        let own = self.words(claim.piece);
        let source = self.namer(claim);
        let is_named = match role {
            Role::Target => {
                role::calls_target(own) || source.is_some_and(|piece| role::calls_target(self.words(piece)))
            }
            _ => with.is_some(),
        };
        let names_others = |piece: &Piece| {
            let words = self.words(piece);
            role::names_target(words) || role::names_comparator(words)
        };
        let others = claim.lead.iter().filter(|lead| source.is_none_or(|source| source != **lead));
        // "A national average of 626 days for 2019-22" is of no year.
        let is_of_years = self.times_within(claim.piece).any(|(_, when)| when == When::Other);
        if !is_named
            || is_of_years
            || claim.statement.sign.is_some()
            || others.into_iter().any(|lead| names_others(lead))
        {
            return None;
        }
        let mut stated = told::stated(claim.statement);
        let phrase = self.phrase(std::iter::once(claim.piece));
        let is_rate = phrase.split(' ').any(|word| word.eq_ignore_ascii_case("rate"));
        // "For the South East": where children live is no measure here.
        let region = region(own).map(|(_, area)| area.name.to_lowercase());
        let is_of_region = |word: &str| region.iter().any(|name| name.split(' ').any(|part| part == word));
        let words = phrase.split(' ').filter(|word| {
            let word = word.to_lowercase();
            let is_bound = role == Role::Target && BOUNDS.contains(&&*word)
                || matches!(&*word, "within" | "days") && stated != Stated::Percentage;
            !role::names_others(&word) && !is_of_region(&word) && !is_bound
        });
        let words = words.collect::<Vec<_>>().join(" ");
        // "Below our neighbours (53) and the national average (64)".
        let beside = claim.previous.filter(|told| told.role == Role::Comparator && role == Role::Comparator);
        let told = claim.last_told.or(beside.filter(|told| told.known().is_some())).or_else(|| {
            let is_first = claim.previous.is_none_or(|previous| previous.role_of_piece != Role::Own);
            // "356 children (61 per 10,000). In England it is 70."
            let rate =
                running.rate.as_ref().filter(|_| role == Role::Comparator && stated != Stated::Percentage);
            rate.or(running.told_before()).filter(|_| is_first)
        });
        let before = told.and_then(|told| {
            if let Some((of, _)) = told::same_as(told, stated) {
                return Some((of, told.dated));
            }
            // "17.2 (target 16)", "a rate of 68; in England it is 70".
            let of = told.known().filter(|of| !matches!(of.kind, Kind::Share | Kind::Count))?;
            let is_plain = matches!(stated, Stated::Whole | Stated::Other);
            is_plain.then_some((of, told.dated))
        });
        if is_rate && stated != Stated::Percentage {
            stated = Stated::Rate;
        }
        let says = indicator::match_phrase(&words, stated, "", "");
        // "Against 19.4 for children in care in England" counts nobody.
        let may_be = |of: &Indicator| of.kind != Kind::Count || stated == Stated::Whole;
        match (says.found, before) {
            (Match::Exact(named), Some((of, dated))) if named == of => Some((of, dated)),
            // A measure of its own, by words that say all of it; a count may be of councils.
            (Match::Exact(named), _)
                if (claim.statement.count.is_none() || role::any(own, &["average"]))
                    && says.is_understood
                    && may_be(named) =>
            {
                let times = self.times_of(std::iter::once(claim.piece).chain(claim.lead.iter().copied()));
                Some((named, running.date(&times)))
            }
            (_, Some((of, dated))) if !says.says_something || repeats(told, &words, stated, of) => {
                let is_other = region.is_none()
                    && matches!(sought.found, Match::Exact(other) if other != of && may_be(other));
                let is_count_of_others =
                    claim.statement.count.is_some() && of.kind == Kind::Count && role == Role::Comparator;
                (!is_other && !is_count_of_others).then_some((of, dated))
            }
            // "The rate of looked after children was below that of our neighbours (81)."
            (_, None) if !says.says_something && (claim.statement.count.is_none() || is_rate) => {
                match sought.found {
                    Match::Exact(of) => {
                        let times = self.times_of(claim.lead.iter().copied());
                        Some((of, running.date(&times)))
                    }
                    // "Rate of looked after children" over "our region had a rate of 82".
                    _ => running
                        .topic(stated)
                        .map(|(of, _)| (of, running.date(&self.times_of(claim.lead.iter().copied())))),
                }
            }
            _ => None,
        }
    }
}

/// Whether words say nothing that does not hold for what was told of: "37% nationally for looked after children".
fn repeats(told: Option<&Told>, words: &str, stated: Stated, of: &'static Indicator) -> bool {
    told.is_some_and(|told| {
        let both = indicator::match_phrase(&format!("{} {words}", told.phrase), stated, "", "");
        both.is_understood && both.found == Match::Exact(of)
    })
}

/// Whom words name that compare, where it is England, a region or the statistical neighbours alone.
fn compared_with(tokens: &[Token]) -> Option<With> {
    const NEUTRAL: [&str; 7] =
        ["statistical", "comparator", "comparators", "benchmark", "authorities", "country", "midlands"];
    const REGION: [&str; 3] = ["regional", "regionally", "region"];
    const ENGLAND: [&str; 3] = ["england", "national", "nationally"];
    const NEIGHBOURS: [&str; 5] = ["neighbour", "neighbours", "neighbors", "sn", "sns"];
    let region = region(tokens);
    let rest: Vec<Token> = match &region {
        Some((range, _)) => [&tokens[..range.start], &tokens[range.end..]].concat(),
        None => tokens.to_vec(),
    };
    let known = |word: &&&str| {
        [&NEUTRAL[..], &REGION[..], &ENGLAND[..], &NEIGHBOURS[..]].iter().any(|list| list.contains(*word))
    };
    if COMPARATOR.iter().filter(|word| !known(word)).any(|word| role::any(&rest, &[*word])) {
        return None;
    }
    let named = [
        region.map(|(_, area)| With::Area(area)),
        role::any(&rest, &REGION).then_some(With::Region),
        role::any(&rest, &ENGLAND).then_some(With::Area(area::england())),
        role::any(&rest, &NEIGHBOURS).then_some(With::Neighbours),
    ];
    let mut named = named.into_iter().flatten();
    named.next().filter(|_| named.next().is_none())
}

/// The region that words name, and where.
fn region(tokens: &[Token]) -> Option<(std::ops::Range<usize>, &'static Area)> {
    let regions = area::all().iter().filter(|area| area.level == Level::Region);
    for area in regions {
        let lower = area.name.to_lowercase();
        let name: Vec<&str> = lower.split(' ').filter(|word| *word != "the").collect();
        for at in 0..tokens.len() {
            let own = || (at..tokens.len()).filter(|at| tokens[*at].word() != "the");
            let is_same = tokens[at].word() == name[0]
                && own().zip(&name).filter(|(at, word)| tokens[*at].word() == **word).count() == name.len();
            if is_same && let Some(last) = own().nth(name.len() - 1) {
                return Some((at..last + 1, area));
            }
        }
    }
    None
}
