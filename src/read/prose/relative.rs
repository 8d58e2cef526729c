//! Times relative to now or to what is told of: "last year", "the quarter before", "in the last six months".

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::number::Decimal;
use crate::period::Period;
use crate::sorting::Sorting;

use super::number;
use super::token::{Kind, Token};

/// What a sentence says about time at some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    /// A period in full.
    At(Period),
    /// A month without its year.
    Month(u8),
    /// A quarter without its year.
    Quarter(u8),
    /// Now: "currently", "at present".
    Now,
    /// In the quarter or month that is spoken of.
    ThisPart,
    /// "Last year" of a reader: the year before the report was written.
    LastYear,
    /// The year before the one that is spoken of.
    YearBefore,
    /// The year told of just before: "that year".
    ThatYear,
    /// A year before, at the same point: "a year earlier", "the same quarter last year".
    YearBack,
    /// "The quarter before".
    QuarterBack,
    /// "The month before".
    MonthBack,
    /// Some other time before.
    Before,
    /// A stretch of time that is none of the periods of the page: six months, the year so far.
    Other,
}

impl When {
    /// Whether it is some time before the one that is spoken of.
    pub(super) const fn looks_back(self) -> bool {
        matches!(self, Self::YearBefore | Self::LastYear | Self::Before) || self.is_step_back()
    }

    /// Whether it is a known step back from the one that is spoken of.
    pub(super) const fn is_step_back(self) -> bool {
        matches!(self, Self::YearBack | Self::QuarterBack | Self::MonthBack)
    }

    /// The last month or quarter of this number before one that is named.
    pub(super) fn last_before(self, named: Period) -> Option<Period> {
        match (self, named) {
            (Self::Month(own), Period::Month(year, month)) => {
                Some(Period::Month(if own < month { year } else { year - 1 }, own))
            }
            (Self::Quarter(own), Period::Quarter(year, quarter)) => {
                Some(Period::Quarter(if own < quarter { year } else { year - 1 }, own))
            }
            _ => None,
        }
    }

    /// The time before that it is, from a period that is named; `None` where it may be another. The previous year of a quarter may
    /// be the whole of it.
    pub(super) fn back_from(self, named: Period) -> Option<Period> {
        match (self, named) {
            (Self::YearBack | Self::YearBefore | Self::LastYear, Period::Year(year)) => {
                Some(Period::Year(year - 1))
            }
            (Self::YearBack, Period::Quarter(year, quarter)) => Some(Period::Quarter(year - 1, quarter)),
            (Self::YearBack, Period::Month(year, month)) => Some(Period::Month(year - 1, month)),
            (Self::QuarterBack, Period::Quarter(..)) | (Self::MonthBack, Period::Month(..)) => {
                Some(named.previous())
            }
            _ => None,
        }
    }
}

/// Times relative to now, each with the words that say it.
type Relative = Vec<(Vec<&'static str>, When)>;

/// The words that say a time relative to now or to what is told of, by the first of them, those of most words first.
fn relative_times(first: &str) -> &'static [(Vec<&'static str>, When)] {
    static TIMES: OnceLock<FxHashMap<&'static str, Relative>> = OnceLock::new();
    let times = TIMES.get_or_init(|| {
        let rows = include_str!("../../../data/times.csv").lines().skip(1);
        let mut times: Vec<_> = rows
            .filter_map(|row| {
                let (words, time) = row.split_once(',')?;
                let when = match time {
                    "now" => When::Now,
                    "this-part" => When::ThisPart,
                    "last-year" => When::LastYear,
                    "year-before" => When::YearBefore,
                    "that-year" => When::ThatYear,
                    "year-back" => When::YearBack,
                    "quarter-back" => When::QuarterBack,
                    "month-back" => When::MonthBack,
                    "before" => When::Before,
                    _ => When::Other,
                };
                Some((words.split(' ').collect::<Vec<_>>(), when))
            })
            .collect();
        times.arrange_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        let mut by_first: FxHashMap<&'static str, Relative> = FxHashMap::default();
        for time in times {
            by_first.entry(time.0[0]).or_default().push(time);
        }
        by_first
    });
    times.get(first).map_or(&[], Vec::as_slice)
}

/// A time relative to now or to what is told of that begins at a token, with how many tokens it takes.
pub(super) fn relative(tokens: &[Token], at: usize) -> Option<(usize, When)> {
    let is_same = |(token, word): (&Token, &&str)| match &token.kind {
        Kind::Word(own) => own == word,
        Kind::Number(number) => number.to_string() == **word,
        Kind::Mark(_) => false,
    };
    let number;
    let first = match &tokens[at].kind {
        Kind::Word(own) => own.as_str(),
        // No phrase begins with as many as a hundred.
        Kind::Number(own) if own.decimals() > 0 || own.units() >= 100 => return None,
        Kind::Number(own) => {
            number = own.to_string();
            &number
        }
        Kind::Mark(_) => return None,
    };
    relative_times(first).iter().find_map(|(phrase, when)| {
        let words = tokens.get(at..at + phrase.len())?;
        words.iter().zip(phrase).all(is_same).then_some((phrase.len(), *when))
    })
}

/// "In the last six months" and the like; twelve months are what a year's figures are over.
pub(super) fn stretch(tokens: &[Token], at: usize) -> Option<(usize, When)> {
    let word = |index: usize| tokens.get(index).map_or("", Token::word);
    if !matches!(word(at), "last" | "past" | "previous" | "preceding") {
        return None;
    }
    let unit = word(at + 2);
    let number = tokens.get(at + 1).and_then(Token::number).map(Decimal::units);
    let number = number.or_else(|| number::small(word(at + 1)).map(i64::from));
    let is_stretch = matches!(unit, "month" | "months" | "quarter" | "quarters" | "year" | "years")
        && number.is_some_and(|number| !(unit.starts_with("month") && number == 12) && number != 1);
    is_stretch.then_some((3, When::Other))
}
