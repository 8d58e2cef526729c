//! A sentence taken apart: its tokens, times, statements and pieces, and what its words say by themselves.

use std::ops::Range;

use crate::area::Area;
use crate::indicator;
use crate::period::Period;
use crate::read::verb::has_no_verb;

use super::joint;
use super::piece::{self, Opening, Piece};
use super::place;
use super::role::{self, Role};
use super::statement::{self, Statement};
use super::token::{self, Kind, Token};
use super::when::{self, When};

/// A sentence taken apart.
pub(crate) struct Sentence<'a> {
    pub(crate) text: &'a str,
    pub tokens: Vec<Token>,
    pub times: Vec<(usize, usize, When)>,
    pub statements: Vec<Statement>,
    pub pieces: Vec<Piece>,
    /// The token at which what is told begins, after "Members were advised that".
    pub(super) start: usize,
    places: Vec<(Range<usize>, &'static Area)>,
}

/// The token after what a line calls itself, if that says nothing of what it tells: "Progress: 71% of assessments were on time",
/// "What we do well: 96% of reviews were on time".
fn after_label(text: &str, tokens: &[Token], statements: &[Statement]) -> usize {
    const MOST_WORDS: usize = 8;
    const CALLED: [&str; 5] = ["progress", "performance", "position", "review", "plan"];
    let Some(colon) = tokens.iter().take(MOST_WORDS + 1).position(|token| token.is_mark(':')) else {
        return 0;
    };
    let (Some(first), Some(next)) = (tokens.first().filter(|_| colon > 0), tokens.get(colon + 1)) else {
        return 0;
    };
    let label = &text[first.range.start..tokens[colon].range.start];
    let told = &text[next.range.start..];
    let is_apart = next.range.start > tokens[colon].range.end;
    let says_nothing = || {
        colon == 1 && CALLED.contains(&first.word())
            || !indicator::match_phrase(label, indicator::Stated::Whole, "", "").says_something
    };
    let is_label = is_apart
        && statements.iter().all(|statement| statement.tokens.start > colon)
        && when::times_in(label).is_empty()
        && !has_no_verb(told)
        && says_nothing();
    if is_label { colon + 1 } else { 0 }
}

impl<'a> Sentence<'a> {
    /// Takes a sentence apart.
    pub(crate) fn of(text: &'a str) -> Self {
        let tokens = token::tokens(text);
        let times = when::times(text, &tokens);
        let is_time = |at: usize| when::is_among(&times, at);
        let statements = joint::statements(&tokens, &is_time);
        let pieces = piece::pieces(&tokens, &statements, &is_time);
        let start = role::after_reporting(&tokens).max(after_label(text, &tokens, &statements));
        let places = if statements.is_empty() { Vec::new() } else { place::places(text, &tokens) };
        Self { text, tokens, times, statements, pieces, start, places }
    }

    /// The tokens of a piece.
    pub(crate) fn words(&self, piece: &Piece) -> &[Token] {
        &self.tokens[piece.tokens.clone()]
    }

    /// The word at a token; empty where there is none.
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", Token::word)
    }

    /// Whether words stand next to each other in a piece.
    fn says_pair(&self, piece: &Piece, first: &str, second: &[&str]) -> bool {
        self.words(piece).windows(2).any(|pair| pair[0].word() == first && second.contains(&pair[1].word()))
    }

    fn starts_statement(&self, at: usize) -> bool {
        self.statements.iter().any(|statement| statement.tokens.start == at)
    }

    pub(super) fn times_within(&self, piece: &Piece) -> impl Iterator<Item = (usize, When)> {
        let range = piece.tokens.clone();
        self.times
            .iter()
            .filter(move |(start, ..)| range.contains(start))
            .map(|(start, _, when)| (*start, *when))
    }

    /// The times that pieces give for their own numbers, each once.
    pub(crate) fn times_of<'b>(&'b self, pieces: impl Iterator<Item = &'b Piece>) -> Vec<When> {
        let mut found = Vec::new();
        for piece in pieces {
            for (at, when) in self.times_within(piece) {
                if !found.contains(&when) && !self.is_starting_point(at, piece) {
                    found.push(when);
                }
            }
        }
        found
    }

    /// The times that the sentence gives for its own numbers: those of what it tells last are left out where they only look
    /// back, "in March it was 86%; a year before it was 71%".
    pub(crate) fn own_times(&self) -> Vec<When> {
        let times = self.own_times_within(&self.pieces);
        let now: Vec<When> = times.iter().copied().filter(|when| !when.looks_back()).collect();
        if now.is_empty() { times } else { now }
    }

    /// The same for the number of a piece: what is told after it with a time of its own that is no period says nothing of it.
    pub(super) fn times_for(&self, index: usize) -> Vec<When> {
        let is_apart = |piece: &Piece| {
            let mut times = self.times_within(piece).map(|(_, when)| when).peekable();
            piece.statement.is_some()
                && times.peek().is_some()
                && times.all(|when| when.looks_back() || when == When::Other)
        };
        let end = (index + 1..self.pieces.len()).find(|later| is_apart(&self.pieces[*later]));
        self.own_times_within(&self.pieces[..end.unwrap_or(self.pieces.len())])
    }

    fn own_times_within(&self, pieces: &[Piece]) -> Vec<When> {
        let mut was_apart = false;
        let own = pieces.iter().filter(|piece| {
            // "..., against 309 in 2022 and 322 in 2021".
            let goes_on = was_apart
                && piece.opening == Opening::Next
                && piece.statement.is_some()
                && self.phrase(std::iter::once(*piece)).split_whitespace().count() < 2;
            // "1,043 (February 1,051; March 1,002)".
            let goes_on = goes_on || (was_apart && self.is_within_bracket(piece));
            was_apart = goes_on || self.is_set_apart(piece);
            !was_apart
        });
        self.times_of(own.collect::<Vec<_>>().into_iter())
    }

    /// Whether a bracket that opened before a piece is not closed where it begins.
    fn is_within_bracket(&self, piece: &Piece) -> bool {
        let marks = self.tokens[..piece.tokens.start].iter().rev();
        let mut marks = marks.filter(|token| token.is_mark('(') || token.is_mark(')'));
        marks.next().is_some_and(|last| last.is_mark('('))
    }

    /// Whether a piece is of another time than what was told before: it names it, or follows "from ...".
    pub(crate) fn is_at_own_time(&self, piece: &Piece) -> bool {
        piece.opening == Opening::To || self.has_full_time(piece)
    }

    /// The bytes of tokens, from where what is told begins, without the marks at their ends.
    pub(crate) fn bytes(&self, tokens: Range<usize>) -> Range<usize> {
        let closes = !self.tokens[tokens.clone()].iter().any(|token| token.is_mark('('));
        let is_mark = |at: &usize| match self.tokens[*at].kind {
            Kind::Mark(mark) => {
                matches!(mark, ',' | ';' | ':' | '.' | '-' | '\u{2013}' | '(') || (mark == ')' && closes)
            }
            _ => false,
        };
        let first = tokens.start.max(self.start.min(tokens.end));
        let start = (first..tokens.end).find(|at| !is_mark(at)).unwrap_or(tokens.start);
        let end = (start..tokens.end).rev().find(|at| !is_mark(at)).unwrap_or(start);
        let ends = self.tokens.get(start).zip(self.tokens.get(end));
        ends.map_or(0..0, |(first, last)| first.range.start..last.range.end)
    }

    /// Whether a piece without a number names one time in full and nothing else.
    pub(super) fn is_only_time(&self, piece: &Piece) -> bool {
        piece.statement.is_none()
            && self.has_full_time(piece)
            && self.phrase(std::iter::once(piece)).is_empty()
    }

    pub(crate) fn has_full_time(&self, piece: &Piece) -> bool {
        self.times_of(std::iter::once(piece)).iter().any(|when| matches!(when, When::At(_)))
    }

    /// Whether a piece tells since when something has changed.
    pub(crate) fn has_starting_point(&self, piece: &Piece) -> bool {
        self.times_within(piece)
            .any(|(at, when)| matches!(when, When::At(_)) && self.is_starting_point(at, piece))
    }

    /// Whether a time is only where a change began: "since 2018", "a rise from last year to 66%".
    fn is_starting_point(&self, at: usize, piece: &Piece) -> bool {
        let before = |back: usize| at.checked_sub(back).map_or("", |at| self.word(at));
        // "Since 2018, when there were 361": that is the time of what follows.
        let is_told_of = |(start, length, _): &(usize, usize, When)| {
            let end = start + length;
            let comma = self.tokens.get(end).is_some_and(|token| token.is_mark(','));
            *start == at && self.word(end + usize::from(comma)) == "when"
        };
        if self.times.iter().any(is_told_of) {
            return false;
        }
        let leads_to = piece.statement.is_some_and(|statement| {
            let start = self.statements[statement].tokens.start;
            start > at && self.word(start - 1) == "to"
        });
        let since = (1..6).map(before).take_while(|word| !matches!(*word, "to" | "until" | "and"));
        since.into_iter().any(|word| word == "since") || (leads_to && before(1) == "from")
    }

    /// What the number of a piece is by the words of the piece.
    pub(crate) fn role(&self, piece: &Piece) -> Option<Role> {
        Some(role::role(piece, &self.statements[piece.statement?], &self.tokens))
    }

    /// Whether a piece is the title of a report before a dash: "Health Report – 23 of 88 assessments were on time".
    pub(crate) fn is_title(&self, piece: &Piece) -> bool {
        const LONGEST: usize = 8;
        let opens_with_dash =
            |next: &Piece| next.tokens.start == piece.tokens.end && next.opening == Opening::Dash;
        let last = self.words(piece).iter().rev().find(|token| !token.word().is_empty());
        piece.tokens.start == 0
            && piece.statement.is_none()
            && piece.tokens.len() <= LONGEST
            && last.is_some_and(|last| token::names_report(last.word()))
            && self.pieces.iter().any(opens_with_dash)
    }

    /// Whether a piece compares with something else, so that its times are not those of the rest.
    fn is_set_apart(&self, piece: &Piece) -> bool {
        if let Some(role) = self.role(piece) {
            // "26 children in care (29 the previous year)".
            let is_bracket = piece.opening == Opening::Bracket;
            // "Children who ceased to be looked after: 273 (2022: 262)".
            let follows_number = || self.statements[0].tokens.end <= piece.tokens.start;
            let is_of_other = |(_, when): (usize, When)| {
                let is_named = matches!(when, When::At(_) | When::Quarter(_) | When::Month(_));
                when.looks_back() || (is_named && follows_number())
            };
            return role != Role::Own || (is_bracket && self.times_within(piece).any(is_of_other));
        }
        let own = self.words(piece);
        matches!(piece.opening, Opening::Comparison | Opening::Aside)
            || role::names_comparator(own)
            || role::names_target(own)
            || self.times_within(piece).any(|(at, _)| self.is_starting_point(at, piece))
    }

    /// The day on which the sentence says that things are so.
    pub(crate) fn status(&self) -> Option<Period> {
        self.times.iter().find_map(|(start, _, when)| {
            let before = |back: usize| start.checked_sub(back).map_or("", |at| self.word(at));
            let is_day = matches!(before(1), "at" | "on" | "march")
                || before(1) == "of" && matches!(before(2), "end" | "as");
            match when {
                When::At(period) if is_day => Some(*period),
                _ => None,
            }
        })
    }

    /// The month of which the sentence says how things are: "by 30 October 2023 there are".
    pub(crate) fn present(&self) -> Option<Period> {
        self.times.iter().find_map(|(start, length, when)| match when {
            When::At(period)
                if matches!(self.word(start + length), "there" | "we")
                    && matches!(self.word(start + length + 1), "are" | "is" | "have") =>
            {
                Some(*period)
            }
            _ => None,
        })
    }

    /// The words of pieces that say what a number is of: without numbers, times and how the piece is joined.
    pub(crate) fn phrase<'b>(&self, pieces: impl Iterator<Item = &'b Piece>) -> String {
        let own = pieces.flat_map(|piece| {
            let is_joined =
                matches!(piece.opening, Opening::Next | Opening::Comparison | Opening::From | Opening::To);
            piece.tokens.clone().skip(usize::from(is_joined))
        });
        let told =
            own.filter(|at| *at >= self.start && self.is_of_phrase(*at) && !self.is_time_of_change(*at));
        told.map(|at| &self.text[self.tokens[at].range.clone()]).collect::<Vec<_>>().join(" ")
    }

    /// The same for a piece up to the bracket behind its number: "714 children in care (excluding respite)".
    pub(crate) fn phrase_before_bracket(&self, piece: &Piece) -> String {
        let is_bracket = |at: &usize| self.tokens[*at].is_mark('(');
        let end = piece.tokens.clone().rev().find(is_bracket).unwrap_or(piece.tokens.end);
        self.phrase(std::iter::once(&Piece { tokens: piece.tokens.start..end, ..piece.clone() }))
    }

    /// Whether a token says over what time a number changed: "fell from 431 to 412 during the year", "fell during the
    /// year to 412", "during the year, it fell to 412".
    fn is_time_of_change(&self, at: usize) -> bool {
        let is_bare = |at: usize| matches!(self.word(at), "children" | "young" | "people");
        let follows = |statement: &Statement, first: usize| {
            let (start, end) = (statement.tokens.start, statement.end());
            let is_first = || self.statements.iter().all(|other| start <= other.end() + 1);
            (first == 0 && is_first()) || (end <= first && (end..first).all(is_bare))
        };
        let tells_change = |first: usize| {
            let mut changed = self.statements.iter().filter(|statement| self.is_change_to(statement));
            first.checked_sub(1).is_some_and(|before| token::tells_change(self.word(before)))
                || changed.any(|statement| follows(statement, first))
        };
        // "Children who had been looked after rose to 720 during the year" counts all of the year.
        let is_of_all_year =
            || self.tokens.windows(2).any(|pair| (pair[0].word(), pair[1].word()) == ("had", "been"));
        !is_of_all_year()
            && (at.saturating_sub(3)..=at)
                .any(|first| self.end_of_span(first).is_some_and(|end| at < end) && tells_change(first))
    }

    /// The end of "during the year", "over the last quarter" and the like, or of "during" before a period, if that begins
    /// at a token.
    fn end_of_span(&self, first: usize) -> Option<usize> {
        if !matches!(self.word(first), "during" | "over" | "in" | "throughout") {
            return None;
        }
        if when::is_among(&self.times, first + 1) {
            return Some(first + 1);
        }
        let is_which = matches!(self.word(first + 2), "last" | "past" | "financial" | "reporting");
        let unit = first + 2 + usize::from(is_which);
        let is_span = matches!(self.word(first + 1), "the" | "this")
            && matches!(self.word(unit), "year" | "quarter" | "month" | "period");
        is_span.then_some(unit + 1)
    }

    /// Whether a number is what another has become: "from 431 to 412", "fell to 412".
    fn is_change_to(&self, statement: &Statement) -> bool {
        let start = statement.tokens.start;
        let before = |back: usize| start.checked_sub(back).map_or("", |at| self.word(at));
        let follows_other = || self.statements.iter().any(|other| other.end() + 1 == start);
        before(1) == "to" && (token::tells_change(before(2)) || follows_other())
    }

    /// Whether a token stands in brackets that give another time or way for what stands before them: "every 6 weeks (or at 8 or
    /// 12 weeks for some)".
    fn is_in_alternative(&self, at: usize) -> bool {
        let before = self.tokens[..at].iter().rposition(|token| token.is_mark('(') || token.is_mark(')'));
        before.is_some_and(|open| {
            self.tokens[open].is_mark('(')
                && self.word(open + 1) == "or"
                && matches!(self.word(open + 2), "at" | "every" | "within" | "by")
        })
    }

    /// Whether a token only says that a percentage is of what is told of: "up to date in 78% of cases".
    fn is_of_cases(&self, at: usize) -> bool {
        self.statements.iter().filter(|statement| statement.percent.is_some()).any(|statement| {
            let (start, end) = (statement.tokens.start, statement.end());
            let is_of_cases = self.word(end) == "of"
                && matches!(
                    self.word(end + 1),
                    "cases" | "occasions" | "instances" | "incidents" | "episodes"
                );
            is_of_cases && (at == end || at == end + 1 || (at + 1 == start && self.word(at) == "in"))
        })
    }

    /// Whether a word says how near a ratio is whose percentage follows: "just over half (54%)".
    fn is_before_ratio(&self, at: usize) -> bool {
        const NEAR: [&str; 9] =
            ["just", "over", "under", "nearly", "almost", "about", "around", "more", "than"];
        let ratio = |start: usize| {
            self.statements.iter().any(|each| each.tokens.start == start && each.ratio.is_some())
        };
        NEAR.contains(&self.word(at)) && (at + 1..at + 4).any(ratio)
    }

    fn is_of_phrase(&self, at: usize) -> bool {
        let is_time =
            when::is_among(&self.times, at) || self.is_in_alternative(at) || self.is_before_ratio(at);
        if is_time || self.is_of_cases(at) || self.statements.iter().any(|statement| statement.holds(at)) {
            return false;
        }
        match &self.tokens[at].kind {
            Kind::Number(_) => true,
            Kind::Mark(mark) => matches!(mark, '+' | '&' | '%'),
            Kind::Word(word) => match word.as_str() {
                "only" | "just" | "exactly" | "another" | "further" => !self.starts_statement(at + 1),
                // "No more than 38%" is said of 38%.
                "no" | "more" | "than" => {
                    let is_bound = |first: usize| {
                        (self.word(first), self.word(first + 1), self.word(first + 2))
                            == ("no", "more", "than")
                            && self.starts_statement(first + 3)
                    };
                    !(at.saturating_sub(2)..=at).any(is_bound)
                }
                "one" => !statement::is_pronoun(&self.tokens, at),
                "since" => !self.times.iter().any(|(start, ..)| *start == at + 1),
                _ => true,
            },
        }
    }

    /// Whether a piece speaks of that which was told of just before.
    pub(crate) fn refers_back(&self, piece: &Piece) -> bool {
        self.is_of_those(piece)
            || self.words(piece).iter().any(|token| matches!(token.word(), "this" | "it"))
            || (self.says_pair(piece, "the", &["year"]) && self.says_pair(piece, "during", &["the"]))
    }

    /// Whether a number is one of those told of before: "of these", "of them", "of whom".
    pub(crate) fn is_of_those(&self, piece: &Piece) -> bool {
        // "58% of those aged 19 to 21" says of whom it is.
        self.says_pair(piece, "of", &["them", "these", "those", "whom", "which"])
            && !self.says_pair(piece, "those", &["aged", "looked", "with"])
    }

    /// Whether a piece gives another value of what was told of: by a pronoun, or by another time.
    pub(crate) fn names_same(&self, piece: &Piece) -> bool {
        const PRONOUNS: &[&str] = &["it", "this", "that", "figure", "which", "rate", "number"];
        /// What follows "that" where it stands for what was told: "that was 96%", and not in "that re-referrals stood at 22%".
        const BEHIND: &[&str] = &[
            "is", "was", "has", "had", "stood", "stands", "figure", "rate", "number", "compares", "compared",
            "rose", "fell",
        ];
        let words = self.words(piece);
        let is_pronoun = |at: usize| {
            let is_that = words[at].word() == "that";
            PRONOUNS.contains(&words[at].word())
                && (!is_that
                    || words
                        .get(at + 1)
                        .is_none_or(|next| BEHIND.contains(&next.word()) || next.word().is_empty()))
        };
        piece.opening == Opening::To || (0..words.len()).any(is_pronoun) || self.has_full_time(piece)
    }

    /// Whether a piece says whom or what it counts.
    pub(crate) fn says_whom(&self, piece: &Piece) -> bool {
        const COUNTED: &[&str] = &[
            "child",
            "children",
            "chn",
            "young",
            "people",
            "lac",
            "cla",
            "cic",
            "cyp",
            "leavers",
            "pupils",
            "visits",
            "reviews",
            "assessments",
            "interviews",
            "ihas",
            "rhas",
            "rhis",
            "carer",
            "carers",
            "families",
            "households",
            "workers",
            "advisers",
            "workforce",
            "staff",
            "those",
            "care",
        ];
        piece.opening != Opening::Bracket
            && self.words(piece).iter().any(|token| COUNTED.contains(&token.word()))
    }

    /// The one council that pieces name, or `Err` if they name several.
    pub(crate) fn area<'b>(
        &self,
        pieces: impl Iterator<Item = &'b Piece>,
    ) -> Result<Option<&'static Area>, ()> {
        let ranges: Vec<Range<usize>> = pieces.map(|piece| piece.tokens.clone()).collect();
        let is_within = |range: &Range<usize>| ranges.iter().any(|own| own.contains(&range.start));
        let mut named: Vec<&'static Area> =
            self.places.iter().filter(|(range, _)| is_within(range)).map(|(_, area)| *area).collect();
        named.dedup();
        match named.as_slice() {
            [] => Ok(None),
            [one] => Ok(Some(one)),
            _ => Err(()),
        }
    }
}
