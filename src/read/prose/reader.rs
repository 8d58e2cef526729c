//! Reading a sentence: what each of its numbers is of, by the words around it and what was told before.

use std::ops::Range;

use crate::indicator::{self, Indicator, Kind, Match};

use super::joint;
use super::parts::Sentence;
use super::piece::{Opening, Piece};
use super::role::{self, Role};
use super::running::Running;
use super::statement::Statement;
use super::token::{self, Token};
use super::told::{self, Dated, Of, Told, fits, stated};
use super::when::{self, When};

/// How many of the nearest indicators are offered.
pub(super) const NEAREST: usize = 3;

/// Reads a sentence.
pub(crate) fn read(text: &str, running: &mut Running) -> Vec<Told> {
    told(&Sentence::of(text), running)
}

/// Reads a sentence that is taken apart.
pub(crate) fn told(sentence: &Sentence<'_>, running: &mut Running) -> Vec<Told> {
    let text = sentence.text;
    if sentence.statements.is_empty() && running.hears_of_brackets(text, &sentence.own_times()) {
        return Vec::new();
    }
    let told = if sentence.statements.is_empty() {
        running.hear(text);
        Vec::new()
    } else {
        sentence.told(running)
    };
    running.after(text, &sentence.own_times(), &told, sentence.status());
    running.keep_present(sentence.present());
    told
}

/// The times without a year that a sentence mentions for its own figures.
pub(crate) fn times_without_year(text: &str) -> Vec<When> {
    let is_without_year = |when: &When| matches!(when, When::Month(_) | When::Quarter(_));
    if !when::may_name_part_of_year(text) || !when::times_in(text).iter().any(is_without_year) {
        return Vec::new();
    }
    let mut times = Sentence::of(text).own_times();
    times.retain(is_without_year);
    times
}

/// Whether a text states a number.
pub(crate) fn states_a_number(text: &str) -> bool {
    let tokens = token::tokens(text);
    let times = when::times(text, &tokens);
    !joint::statements(&tokens, &|at| when::is_among(&times, at)).is_empty()
}

/// One statement among the pieces around it.
pub(super) struct Claim<'a> {
    pub piece: &'a Piece,
    pub statement: &'a Statement,
    pub index: usize,
    /// The pieces without a statement that lead to it.
    pub lead: Vec<&'a Piece>,
    /// Those that follow and belong to it.
    pub trail: Vec<&'a Piece>,
    /// The pieces before it, back to the last semicolon.
    pub before: &'a [Piece],
    /// The number told just before it in the same part of the sentence.
    pub previous: Option<&'a Told>,
    /// The number told just before it in the sentence.
    pub before_told: Option<&'a Told>,
    /// The number before it that only says of how many the others are: "Of 120 care leavers, 62 were in touch".
    pub of_whom: Option<&'a Told>,
    /// The last target before it that is known.
    pub target: Option<&'a Told>,
    /// The last before it that is the council's own and known, of whatever sort.
    pub last_told: Option<&'a Told>,
    /// The last before it that is the council's own and known.
    pub last_own: Option<&'a Told>,
}

impl Sentence<'_> {
    fn told(&self, running: &mut Running) -> Vec<Told> {
        let mut all: Vec<Told> = Vec::new();
        let mut start = 0;
        while start < self.pieces.len() {
            let next =
                (start + 1..self.pieces.len()).find(|index| self.pieces[*index].opening == Opening::New);
            let end = next.unwrap_or(self.pieces.len());
            self.read_part(start..end, &mut all, running);
            start = end;
        }
        self.pair(&mut all, &running.heading);
        told::ask_for_other_part(&mut all);
        self.drop_bases(&mut all);
        all
    }

    /// Reads the statements between two semicolons.
    fn read_part(&self, part: Range<usize>, all: &mut Vec<Told>, running: &mut Running) {
        let stating: Vec<usize> =
            part.clone().filter(|index| self.pieces[*index].statement.is_some()).collect();
        for (position, index) in stating.iter().enumerate() {
            let start = position.checked_sub(1).map_or(part.start, |earlier| stating[earlier] + 1);
            let end = stating.get(position + 1).copied().unwrap_or(part.end);
            let told = {
                let opens_next = |piece: &&Piece| matches!(piece.opening, Opening::Next | Opening::Aside);
                let between = self.pieces[start..*index].iter();
                let piece = &self.pieces[*index];
                let Some(statement) = piece.statement.map(|statement| &self.statements[statement]) else {
                    continue;
                };
                let claim = Claim {
                    piece,
                    statement,
                    index: *index,
                    lead: between
                        .filter(|piece| position == 0 || opens_next(piece) || self.is_only_time(piece))
                        .collect(),
                    trail: self.pieces[index + 1..end]
                        .iter()
                        .take_while(|piece| end == part.end || !opens_next(piece))
                        .filter(|piece| !role::is_aside(piece, &self.tokens))
                        .collect(),
                    before: &self.pieces[part.start..*index],
                    previous: all.last().filter(|_| position > 0),
                    before_told: all.last(),
                    of_whom: all.iter().rev().find(|told| self.is_opened_by_of(told)),
                    target: all.last().filter(|told| told.role == Role::Target && told.known().is_some()),
                    last_told: all
                        .iter()
                        .rev()
                        .find(|told| matches!(told.role_of_piece, Role::Own | Role::Rough))
                        .filter(|told| told.role_of_piece == Role::Own && told.known().is_some()),
                    last_own: all.iter().rev().find(|told| {
                        told.role == Role::Own
                            && matches!(told.subject, Of::Known(_))
                            && told::stated(&told.statement) == told::stated(statement)
                    }),
                };
                self.read_claim(&claim, &self.times_for(*index), running)
            };
            running.keep(&told);
            all.push(told);
        }
    }

    fn read_claim(&self, claim: &Claim<'_>, sentence_times: &[When], running: &Running) -> Told {
        let sought = self.sought(claim, running);
        let role_of_piece = sought.role.unwrap_or_else(|| self.role_of(claim));
        let dated = self.dated(claim, sentence_times, running);
        let area = self.area(std::iter::once(claim.piece).chain(claim.lead.iter().copied()));
        let role = match role_of_piece {
            Role::Own if area.is_err() => Role::Comparator,
            // A number of an earlier time is a figure only with its own period.
            Role::Earlier if self.has_time_of_its_own(claim, running) => Role::Own,
            role => role,
        };
        let mut told = Told {
            statement: claim.statement.clone(),
            role,
            role_of_piece,
            phrase: sought.phrase,
            is_from_before: sought.found.is_from_before,
            words: self.bytes(
                sought.from..claim.trail.last().map_or(claim.piece.tokens.end, |last| last.tokens.end),
            ),
            subject: Of::Unknown(Vec::new()),
            dated,
            area: area.unwrap_or_default(),
            with: if role == Role::Comparator { self.with(claim) } else { None },
            base: None,
        };
        if matches!(role, Role::Target | Role::Comparator) {
            if let Some((of, dated)) = self.of_others(claim, &sought.found, role, told.with, running) {
                told.subject = Of::Known(of);
                let own = [Some(claim.piece), self.namer(claim)].into_iter().flatten();
                told.dated = match own.into_iter().find(|piece| self.has_full_time(piece)) {
                    Some(piece) => running.date(&self.times_of(std::iter::once(piece))),
                    None => dated,
                };
            }
            return told;
        }
        let options = match sought.found.found {
            Match::Exact(indicator) | Match::Close(indicator) | Match::Numerator(indicator) => {
                vec![running.narrowed(indicator, &told.phrase, stated(claim.statement))]
            }
            Match::Ambiguous(several) => {
                let stated = stated(claim.statement);
                // "94% of those aged 19 to 21 are in touch. 91% live in suitable accommodation."
                let names_nobody =
                    !claim.before.iter().chain([claim.piece]).any(|piece| self.says_whom(piece));
                let of_same = || running.of_same_people(&told.phrase, stated).filter(|_| names_nobody);
                running
                    .settled(&told.phrase, stated)
                    .or_else(of_same)
                    .map_or_else(|| several.into_iter().take(NEAREST).collect(), |settled| vec![settled])
            }
            Match::Unknown => {
                told.subject = Of::Unknown(self.nearest(claim, &told.phrase, running));
                return told;
            }
        };
        // "The average score of the 20 children": so many are no score.
        let options: Vec<&'static Indicator> = options
            .into_iter()
            .filter(|indicator| !self.counts_people_for(indicator, claim.statement))
            .collect();
        if options.is_empty() {
            told.subject = Of::Unknown(Vec::new());
            return told;
        }
        let &[indicator] = options.as_slice() else {
            told.subject = Of::Either(options);
            return told;
        };
        told.base = sought
            .base
            .or_else(|| Self::base_told(claim, indicator))
            .or_else(|| running.base_of(indicator, dated.period(), claim.statement));
        let is_of_known_base = told.base.is_some() && claim.statement.percent.is_some();
        let is_of_all = sought.is_elsewhere
            || !(self.is_of_those(claim.piece) || self.goes_on_with_those(claim))
            || is_of_known_base
            || claim.previous.or(running.told_before()).is_some_and(|told| told.counts_base_of(indicator))
            || running.is_of_all_in_care(indicator);
        // "Of the 111 children in care within this cohort" are some of them.
        let is_of_cohort = || {
            let near = claim.lead.iter().chain(&claim.trail).copied().chain([claim.piece]);
            let mut words = near.flat_map(|piece| self.words(piece));
            words.any(|token| matches!(token.word(), "cohort" | "cohorts"))
        };
        let is_of_some = indicator.kind == Kind::Count
            && (is_of_cohort() || self.is_of_those_for_a_reason(claim) || self.is_of_those_concerned(claim))
            || indicator == indicator::ids::CHILDREN_IN_CARE && self.is_over_year(claim)
            || self.tells_who_was_met(claim, indicator);
        let is_certain = role == Role::Own
            && !running.is_of_others(indicator, claim.statement)
            && !is_of_some
            && dated != Dated::Unclear
            && is_of_all
            && (sought.is_elsewhere
                || sought.found.is_from_before
                || is_of_known_base
                || self.is_of_same_children(claim, indicator, role_of_piece))
            && fits(indicator, claim.statement, told.base);
        told.subject = if is_certain { Of::Known(indicator) } else { Of::Either(vec![indicator]) };
        told
    }

    /// What a number is by the piece before that says what it is of, where that is not the council's own figure.
    pub(super) fn role_by(&self, piece: &Piece, claim: &Claim<'_>) -> Option<Role> {
        if self.role_of(claim) != Role::Own {
            return None;
        }
        if role::names_comparator(self.words(piece)) {
            return Some(Role::Comparator);
        }
        // "Visits had improved - 4%" may be the change.
        let tells_change = role::is_aside(piece, &self.tokens) && claim.piece.opening == Opening::Dash;
        let next = self.pieces.get(claim.index + 1).and_then(|next| self.role(next));
        (tells_change && next != Some(Role::Change)).then_some(Role::Rough)
    }

    /// What a number is by its piece and the pieces around it.
    pub(super) fn role_of(&self, claim: &Claim<'_>) -> Role {
        let piece = claim.piece;
        let role = role::role(piece, claim.statement, &self.tokens);
        if role != Role::Own {
            return role;
        }
        let own = self.phrase(std::iter::once(piece));
        // A number in brackets is of what stands before them.
        if self.is_bare_bracket(piece) {
            let outer = || claim.before.iter().rev().take_while(|piece| piece.statement.is_none());
            let says = |names: fn(&[Token]) -> bool| outer().any(|piece| names(self.words(piece)));
            if says(role::names_comparator) {
                return Role::Comparator;
            }
            if says(role::names_target) {
                return Role::Target;
            }
            if outer().any(|piece| piece.opening == Opening::Comparison) {
                return Role::Earlier;
            }
        }
        // "Nationally 83,630 children were looked after, a rate of 70 per 10,000".
        if claim.statement.is_rate
            && matches!(piece.opening, Opening::Comma | Opening::Bracket | Opening::Dash)
            && self.says_only_rate(piece)
            && claim.previous.is_some_and(|told| told.role_of_piece == Role::Comparator)
        {
            return Role::Comparator;
        }
        let is_before = |when: &When| *when == When::Before || when.is_step_back();
        if self.times_of(std::iter::once(piece)).iter().any(is_before) {
            return Role::Earlier;
        }
        // "..., against 309 in 2022 and 322 in 2021".
        if piece.opening == Opening::Next
            && own.split_whitespace().count() < 2
            && let Some(previous) = claim.previous.filter(|told| told.role_of_piece != Role::Own)
        {
            return previous.role_of_piece;
        }
        // "118 had been in residential care, now 109".
        let next = self.pieces.get(claim.index + 1);
        if next.is_some_and(|next| self.words(next).iter().any(|token| token.word() == "now")) {
            return Role::Earlier;
        }
        // "Nationally, 45% ..." and "..., who have a rate of 131": those just named.
        let is_relative =
            matches!(self.tokens[piece.tokens.start].word(), "who" | "which" | "whose" | "where");
        let leads_to_others = claim.lead.iter().enumerate().any(|(at, lead)| {
            let is_last = at + 1 == claim.lead.len();
            role::names_comparator(self.words(lead))
                && (!role::compares(lead, &self.tokens) || (is_relative && is_last))
        });
        if leads_to_others { Role::Comparator } else { Role::Own }
    }

    /// When a number is of: by its own piece, those around it, the sentence, or what holds for it.
    fn dated(&self, claim: &Claim<'_>, sentence_times: &[When], running: &Running) -> Dated {
        if let Some(period) = self.steps_back(claim, running) {
            return Dated::At(period);
        }
        let beside = self.times_beside(claim);
        if !beside.is_empty() {
            return running.date(&beside);
        }
        let mut own = self.times_of(std::iter::once(claim.piece));
        // "In the previous year there were 592 in care that year."
        own.retain(|when| *when != When::ThatYear || sentence_times == [When::ThatYear]);
        let around = || {
            let lead = claim.lead.iter().copied().filter(|piece| piece.opening != Opening::Comparison);
            self.times_of(lead.chain(claim.trail.iter().copied()))
        };
        let times = Some(own).filter(|times| !times.is_empty()).unwrap_or_else(around);
        let times = if times.is_empty() { sentence_times } else { &times };
        match claim.previous {
            // "561 children (84 per 10,000)".
            Some(previous) if claim.piece.opening == Opening::Bracket && times.is_empty() => previous.dated,
            // "In 2022/23 it rose by 3 points to 71%".
            Some(previous)
                if claim.piece.opening == Opening::To
                    && times.is_empty()
                    && previous.role_of_piece == Role::Change =>
            {
                previous.dated
            }
            _ if times.is_empty() && claim.before.iter().any(|piece| self.has_starting_point(piece)) => {
                Dated::Unclear
            }
            _ if self.refers_back(claim.piece) => running.date_of_same(times),
            _ => running.date(times),
        }
    }
}
