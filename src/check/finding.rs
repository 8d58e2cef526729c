//! What is said of one stated number.

use std::cmp::Ordering;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::area::{Area, NeighbourModel};
use crate::compare::Average;
use crate::indicator::Indicator;
use crate::number::{Decimal, Exact};
use crate::period::Period;

use super::Own;

/// A part of the text, in bytes; its ends lie between characters.
pub type Span = Range<usize>;

/// One stated number, recomputed and judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The number with its unit as written: `7.9%`, `six months`.
    pub span: Span,
    /// The sentence, or the row of a table, in which it stands.
    pub sentence: Span,
    /// How it was checked.
    pub kind: Kind,
    /// What came out.
    pub verdict: Verdict,
    /// The number as stated, without its unit.
    pub stated: Decimal,
    /// What it should be, or `None` where that is not one number.
    pub expected: Option<Expected>,
    /// The recomputation; `words::check` says it.
    pub reason: Reason,
    /// What to write in place of [`Self::span`], or `None` where nothing is to be changed or nothing can be suggested.
    pub suggestion: Option<String>,
}

/// How a stated number was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A count with its percentage.
    CountsWithPercentage,
    /// A percentage of a known number of children, without the count.
    Possible,
    /// A change between two numbers.
    Change,
    /// A total of its parts.
    Sum,
    /// Shares that make up the whole.
    ShareSum,
    /// A percentage or rate in a table, beside its counts.
    PercentageColumn,
    /// A direction in words, beside its numbers.
    TrendWord,
    /// A figure said to be official, national or of other councils.
    Official,
    /// A rank among councils.
    Rank,
    /// A statutory timescale.
    Timescale,
    /// A figure of others that no council had.
    ComparatorRange,
    /// A figure of the council's own.
    Own,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 12] = [
        Self::CountsWithPercentage,
        Self::Possible,
        Self::Change,
        Self::Sum,
        Self::ShareSum,
        Self::PercentageColumn,
        Self::TrendWord,
        Self::Official,
        Self::Rank,
        Self::Timescale,
        Self::ComparatorRange,
        Self::Own,
    ];

    /// The name used by the JavaScript API.
    pub const fn id(self) -> &'static str {
        match self {
            Self::CountsWithPercentage => "counts-with-percentage",
            Self::Possible => "possible",
            Self::Change => "change",
            Self::Sum => "sum",
            Self::ShareSum => "share-sum",
            Self::PercentageColumn => "percentage-column",
            Self::TrendWord => "trend-word",
            Self::Official => "official",
            Self::Rank => "rank",
            Self::Timescale => "timescale",
            Self::ComparatorRange => "comparator-range",
            Self::Own => "own",
        }
    }
}

/// What a check came to, the most serious first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Verdict {
    /// No whole numbers give it.
    Impossible,
    /// It is another number.
    Differs,
    /// It is the figure of another measure beside it.
    Swapped,
    /// It is the figure of another year.
    Stale,
    /// It misses by one in the last digit stated.
    Close,
    /// It cannot be checked with what the text gives.
    CannotCheck,
    /// It agrees if it was cut off rather than rounded, or rounded half to even.
    Truncated,
    /// It agrees.
    Agrees,
}

impl Verdict {
    /// Every verdict, the most serious first.
    pub const ALL: [Self; 8] = [
        Self::Impossible,
        Self::Differs,
        Self::Swapped,
        Self::Stale,
        Self::Close,
        Self::CannotCheck,
        Self::Truncated,
        Self::Agrees,
    ];

    /// The name used by the JavaScript API.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::Truncated => "truncated",
            Self::Close => "close",
            Self::Differs => "differs",
            Self::Impossible => "impossible",
            Self::Stale => "stale",
            Self::Swapped => "swapped",
            Self::CannotCheck => "cannot-check",
        }
    }
}

/// What a stated number should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// This number, with the decimals stated.
    Number(Decimal),
    /// At most this long.
    Time(Duration),
}

/// A length of time: `6 weeks`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duration {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: TimeUnit,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeUnit {
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// Days on which offices work.
    WorkingDays,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
}

/// The recomputation behind a verdict.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// A count and the number it is out of.
    #[expect(missing_docs, reason = "said above")]
    Share { count: u64, base: u64 },
    /// A count out of a number that the text does not give.
    NoBase(u64),
    /// The share of these that a whole number gives.
    #[expect(missing_docs, reason = "said above")]
    Possible { count: u64, base: u64 },
    /// No whole number of these gives the share: the nearest counts below and above, and the nearest number of which it would
    /// be right.
    #[expect(missing_docs, reason = "said above")]
    Impossible { base: u64, below: u64, above: u64, right_for: Option<u64> },
    /// The mean that whole scores of so many children give, which together are this.
    #[expect(missing_docs, reason = "said above")]
    Mean { total: u64, base: u64 },
    /// No whole scores of so many children give the mean: the nearest totals below and above.
    #[expect(missing_docs, reason = "said above")]
    NoMean { base: u64, below: u64, above: u64 },
    /// A ratio in words, in percent, and the percentage beside it; whether it says more than that, or less.
    #[expect(missing_docs, reason = "said above")]
    Ratio { stated: Decimal, percent: Decimal, bound: Option<Ordering> },
    /// A count and the number it is out of, beside a fraction in words.
    #[expect(missing_docs, reason = "said above")]
    Fraction { count: u64, base: u64 },
    /// The parts and what they add up to.
    #[expect(missing_docs, reason = "said above")]
    Sum { parts: Vec<Decimal>, sum: Decimal },
    /// Shares that add up to this.
    Shares(Decimal),
    /// The change from one number to another.
    #[expect(missing_docs, reason = "said above")]
    Change { from: Decimal, to: Decimal, by: By },
    /// The change between two percentages, in percent where it is percentage points.
    #[expect(missing_docs, reason = "said above")]
    Points { from: Decimal, to: Decimal },
    /// What it rose or fell to and by how many percent, where the number before is the nearest whole one that fits.
    #[expect(missing_docs, reason = "said above")]
    Before { from: u64, to: u64 },
    /// What it rose or fell to and by, and the official figure before: as it is now, and as first published.
    #[expect(missing_docs, reason = "said above")]
    OfficialBefore { to: Decimal, official: Official, first: Option<Decimal> },
    /// A rise and what it is said to have become contradict each other.
    #[expect(missing_docs, reason = "said above")]
    Inconsistent { rise: Decimal, then: Decimal },
    /// The rate that one population gives with the count; that population, in children.
    #[expect(missing_docs, reason = "said above")]
    Rate { count: u64, population: u64 },
    /// The numbers between which a direction is said; and of what they are where they are official figures.
    #[expect(missing_docs, reason = "said above")]
    Direction { from: Decimal, to: Decimal, official: Option<&'static Indicator> },
    /// The council's number and that of others, of which one is said to be the higher.
    #[expect(missing_docs, reason = "said above")]
    Beside { own: Decimal, other: Decimal },
    /// The numbers of which the second is said to be so many times the first.
    #[expect(missing_docs, reason = "said above")]
    Multiple { from: Decimal, to: Decimal },
    /// The council's own figure, and the official one where that is another.
    #[expect(missing_docs, reason = "said above")]
    Own { own: Own, official: Option<Decimal> },
    /// The official figure meant; and the one the number is of, where it is another.
    #[expect(missing_docs, reason = "said above")]
    Official { official: Official, is_of: Option<Official> },
    /// No official figures for the year meant to take a rank from.
    NoOfficial(&'static Indicator),
    /// The lowest and highest figure of any council.
    #[expect(missing_docs, reason = "said above")]
    Range { official: Official, low: Decimal, high: Decimal },
    /// The council's rank from one end and among how many, by these figures of a year; by the council's own figure where
    /// the page has one.
    #[expect(missing_docs, reason = "said above")]
    Rank { rank: usize, of: usize, end: End, among: Whose, indicator: &'static Indicator, year: u16 },
    /// The duty, as its row of the table of timescales.
    Duty(&'static Duty),
}

impl Reason {
    /// The numbers of the text that a recomputation is made of.
    pub(super) fn numbers(&self) -> Vec<Exact> {
        let of = |numbers: &[Decimal]| numbers.iter().map(|number| Exact::from(*number)).collect();
        match self {
            Self::Share { count, base } | Self::Possible { count, base } | Self::Fraction { count, base } => {
                vec![Exact::whole(*count), Exact::whole(*base)]
            }
            Self::Impossible { base, .. } | Self::Mean { base, .. } | Self::NoMean { base, .. } => {
                vec![Exact::whole(*base)]
            }
            Self::Before { to, .. } => vec![Exact::whole(*to)],
            Self::Sum { parts, .. } => of(parts),
            Self::Change { from, to, .. }
            | Self::Points { from, to }
            | Self::Direction { from, to, .. }
            | Self::Multiple { from, to } => of(&[*from, *to]),
            Self::Beside { own, other } => of(&[*own, *other]),
            Self::OfficialBefore { to, .. } => of(&[*to]),
            Self::Inconsistent { rise, then } => of(&[*rise, *then]),
            _ => Vec::new(),
        }
    }
}

/// In what a change is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// In the unit of the numbers.
    Number,
    /// In percentage points.
    Points,
    /// In percent of the number before.
    Percent,
}

/// An official figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Official {
    /// Of what.
    pub indicator: &'static Indicator,
    /// Of whom.
    pub whose: Whose,
    /// For which year.
    pub period: Period,
    /// As shown.
    pub value: Decimal,
}

/// Whose official figure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// England's, a region's or a council's.
    Area(&'static Area),
    /// The average of the statistical neighbours of a council.
    Neighbours(Neighbours),
}

/// Which statistical neighbours, and how they are averaged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Neighbours {
    /// The list.
    pub model: NeighbourModel,
    /// Their average.
    pub average: Average,
}

impl Neighbours {
    /// These, then every other list and average.
    pub(super) fn with_others(self) -> impl Iterator<Item = Self> {
        let all = NeighbourModel::ALL.into_iter().flat_map(|model| {
            [Average::Median, Average::Mean].into_iter().map(move |average| Self { model, average })
        });
        std::iter::once(self).chain(all.filter(move |other| *other != self))
    }
}

/// The end from which ranks are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The highest is first.
    Highest,
    /// The lowest is first.
    Lowest,
}

/// A duty with its timescales, from `data/timescales.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// The names it has.
    pub words: Vec<&'static str>,
    /// The timescales it has, the usual one first.
    pub allowed: Vec<Duration>,
    /// What is due, as part of a sentence.
    pub due: &'static str,
}
