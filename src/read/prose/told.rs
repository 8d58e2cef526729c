//! What a sentence tells: each number with what it is, what it is of, and when.

use std::ops::Range;

use crate::area::Area;
use crate::indicator::{Indicator, Kind, Match, Phrase, Stated};
use crate::period::Period;
use crate::read::stated::With;

use super::parts::Sentence;
use super::role::Role;
use super::said::PEOPLE;
use super::statement::Statement;
use super::token::Token;

/// A number that a sentence states.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    /// The number and what belongs to it.
    pub statement: Statement,
    /// What it is to the council.
    pub role: Role,
    /// What its words make of it, before its own date is looked at.
    pub role_of_piece: Role,
    /// The words that say what it is of.
    pub phrase: String,
    /// Whether what those words leave unsaid was told before.
    pub is_from_before: bool,
    /// Where in the sentence those words and the number stand.
    pub words: Range<usize>,
    /// What it is of.
    pub subject: Of,
    /// When it is of.
    pub dated: Dated,
    /// The council that is named with it.
    pub area: Option<&'static Area>,
    /// With whom it compares, where the number is theirs.
    pub with: Option<With>,
    /// The base that the text gives elsewhere.
    pub base: Option<i64>,
}

impl Told {
    /// What was told, for those that go on from it: "93% of care leavers aged 19 to 21 were in touch, 88% in suitable
    /// accommodation and 54% in education" are all of the same age.
    pub(super) fn whole_phrase(&self) -> String {
        match self.known().filter(|_| self.is_from_before) {
            Some(of) => format!("{} {}", self.phrase, of.title),
            None => self.phrase.clone(),
        }
    }

    /// Whether it counts those, or those events, that an indicator is a share of.
    pub(super) fn counts_base_of(&self, indicator: &Indicator) -> bool {
        let counted = self.known().filter(|known| known.kind == Kind::Count);
        counted.is_some_and(|known| counts_base(known, indicator))
    }

    /// How many it counts, known or not, and its words.
    pub(super) fn counted(&self) -> Option<(i64, String)> {
        let count = self.statement.count.as_ref().filter(|_| self.statement.percent.is_none())?;
        Some((count.value.units(), self.phrase.clone()))
    }

    /// The indicator that it is certainly of.
    pub(crate) const fn known(&self) -> Option<&'static Indicator> {
        match self.subject {
            Of::Known(indicator) => Some(indicator),
            Of::Either(_) | Of::Unknown(_) => None,
        }
    }
}

/// What a number is of.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Of {
    /// This indicator.
    Known(&'static Indicator),
    /// One of these, or this at a time that is not certain; likeliest first.
    Either(Vec<&'static Indicator>),
    /// Perhaps one of these, likeliest first; none where nothing is near.
    Unknown(Vec<&'static Indicator>),
}

/// When a number is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dated {
    /// This period.
    At(Period),
    /// The period that the person chooses for the whole text.
    Chosen,
    /// A time that cannot be told.
    Unclear,
}

impl Dated {
    pub(crate) const fn period(self) -> Option<Period> {
        match self {
            Self::At(period) => Some(period),
            Self::Chosen | Self::Unclear => None,
        }
    }
}

impl Sentence<'_> {
    /// A number that only says of how many the next one is, and is of nothing we know, is part of that: "Of 120 care leavers,
    /// 62 (52%) were in EET".
    pub(super) fn drop_bases(&self, all: &mut Vec<Told>) {
        for at in (1..all.len()).rev() {
            let (base, next) = (&all[at - 1], &all[at]);
            let count = base.statement.count.as_ref().map(|count| count.value.units());
            if count.is_some() && count == next.base && base.known().is_none() && self.is_opened_by_of(base) {
                all.remove(at - 1);
            }
        }
    }

    /// Whether a statement counts people, and is no value of a measure that is a score or a time: "the 20 children".
    pub(super) fn counts_people_for(&self, indicator: &Indicator, statement: &Statement) -> bool {
        let word = |at: usize| self.tokens.get(at).map_or("", Token::word);
        let is_adjective =
            |at: &usize| matches!(word(*at), "young" | "looked" | "after" | "care" | "eligible" | "our");
        let first = (statement.tokens.end..self.tokens.len()).find(|at| !is_adjective(at));
        let is_of_people =
            first.is_some_and(|at| PEOPLE.contains(&word(at)) || matches!(word(at), "pupil" | "pupils"));
        // A mean may be of people: children to a worker.
        let is_of_none = match indicator.kind {
            Kind::Score | Kind::Days => true,
            Kind::Mean => {
                !["children", "young people"].iter().any(|people| indicator.unit.starts_with(people))
            }
            _ => false,
        };
        is_of_none && statement.count.is_some() && statement.percent.is_none() && is_of_people
    }

    /// Whether a number stands behind "of" at the beginning of the sentence or of a part of it: "of our 120 care leavers".
    pub(super) fn is_opened_by_of(&self, told: &Told) -> bool {
        let start = told.statement.tokens.start;
        let word = |at: usize| self.tokens[at].word();
        let of = (start.saturating_sub(3)..start).find(|at| matches!(word(*at), "of" | "among" | "amongst"));
        of.is_some_and(|of| {
            (of + 1..start).all(|at| matches!(word(at), "our" | "the" | "these" | "those" | "all"))
                && (of == 0 || matches!(word(of - 1), "" | "out"))
        })
    }
}

/// Where a number is told of a measure and the next of one part of it, the first may be of the other part: "23 of 88
/// assessments were on time and 4 of 79 of those for placements out of county".
pub(crate) fn ask_for_other_part(all: &mut [Told]) {
    let known: Vec<&'static Indicator> = all.iter().filter_map(Told::known).collect();
    let parts = |whole: &Indicator| {
        let is_part = |part: &&Indicator| {
            part.id
                .strip_prefix(&*whole.id)
                .is_some_and(|rest| ["-in-county", "-out-of-county"].contains(&rest))
        };
        known.iter().copied().filter(is_part).count()
    };
    for told in all {
        if let Some(whole) = told.known().filter(|whole| parts(whole) == 1) {
            told.subject = Of::Either(vec![whole]);
        }
    }
}

/// What is certainly this indicator, by what was told before.
pub(super) const fn certainly(indicator: &'static Indicator) -> Phrase {
    Phrase { found: Match::Exact(indicator), says_something: true, is_understood: true, is_from_before: true }
}

/// Whether an indicator counts those, or those events, that another is a share of.
pub(super) fn counts_base(known: &Indicator, indicator: &Indicator) -> bool {
    let are_events =
        [known, indicator].iter().all(|of| of.counts_repeated_events() && of.theme == indicator.theme);
    indicator.cohort.is_some_and(|cohort| known.counts.id == cohort.id) || are_events
}

/// What is of nothing that is known.
pub(super) const fn nothing() -> Phrase {
    Phrase { found: Match::Unknown, says_something: false, is_understood: false, is_from_before: false }
}

/// What the number before is of, where a number is another value of it.
pub(super) fn same_as(told: &Told, stated: Stated) -> Option<(&'static Indicator, String)> {
    let indicator = match &told.subject {
        Of::Known(indicator) => *indicator,
        Of::Either(options) if options.len() == 1 => options[0],
        Of::Either(_) | Of::Unknown(_) => return None,
    };
    let earlier = self::stated(&told.statement);
    let is_same_sort = match stated {
        Stated::Whole | Stated::Percentage => earlier == stated,
        Stated::Rate | Stated::Other => matches!(earlier, Stated::Rate | Stated::Other),
    };
    is_same_sort.then(|| (indicator, told.phrase.clone()))
}

/// What sort of number a statement is.
pub(super) const fn stated(statement: &Statement) -> Stated {
    if statement.percent.is_some() || statement.base.is_some() {
        Stated::Percentage
    } else if statement.is_rate {
        Stated::Rate
    } else if statement.count.is_some() {
        Stated::Whole
    } else {
        Stated::Other
    }
}

/// Whether a statement gives a value of an indicator by itself, or a count of one whose base is known.
pub(super) const fn fits(indicator: &Indicator, statement: &Statement, base: Option<i64>) -> bool {
    let (has_percent, has_base) = (statement.percent.is_some(), statement.base.is_some());
    match indicator.kind {
        Kind::Share => has_percent || has_base || base.is_some(),
        Kind::Count => statement.count.is_some() && !has_base && !has_percent,
        Kind::Rate | Kind::Mean | Kind::Days | Kind::Score => !has_percent && !has_base,
    }
}
