//! Counts, what others know of each, and how they hang together.

use std::cell::Cell;
use std::collections::{BTreeMap, HashSet};

use super::Reason;
use super::stated::{Range, Stated};

use crate::sorting::Sorting;

/// More than any count: what is known of one of which nothing is known.
pub(super) const MOST: i128 = ANY as i128;

/// The same as a number of children.
pub(super) const ANY: u64 = 1_000_000_000;

/// One count of children (or of events).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Count {
    /// What it can be for one who has everything that was put in; a single value where it was given.
    pub truth: Range,
    pub standing: Standing,
    /// How many figures would be hidden with it.
    pub figures: usize,
}

/// What others know of a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is shown.
    Shown,
    /// It is published elsewhere, so hiding it hides nothing.
    Public,
    /// It is hidden because it lies between these, which everybody knows; nobody must find out more.
    Hidden { low: u64, high: u64 },
    /// It is hidden because it would give another one away, and is at least this; nobody must find it out either.
    GivesAway { low: u64 },
    /// It is given nowhere, or only as a percentage; nobody must find that it is small.
    Untold,
    /// It is given nowhere, and is nothing to protect: what a sum leaves over, or a quarter that is given in months.
    Unknown,
}

/// What holds between counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Tie {
    /// `total = parts`.
    Sum { total: usize, parts: Vec<usize> },
    /// `part` is at most `whole`.
    Within { part: usize, whole: usize },
    /// `part` of `whole` is what a percentage states, as long as the percentage is shown.
    Share { part: usize, whole: usize, percentage: usize, stated: Stated },
}

impl Tie {
    pub(super) fn counts(&self) -> Vec<usize> {
        match self {
            Self::Sum { total, parts } => parts.iter().copied().chain([*total]).collect(),
            Self::Within { part, whole } | Self::Share { part, whole, .. } => vec![*part, *whole],
        }
    }

    /// The same between counts elsewhere, or `None` if one of them is not there.
    fn moved(&self, position: impl Fn(&usize) -> Option<usize>) -> Option<Self> {
        Some(match self {
            Self::Sum { total, parts } => Self::Sum {
                total: position(total)?,
                parts: parts.iter().map(position).collect::<Option<_>>()?,
            },
            Self::Within { part, whole } => Self::Within { part: position(part)?, whole: position(whole)? },
            Self::Share { part, whole, percentage, stated } => Self::Share {
                part: position(part)?,
                whole: position(whole)?,
                percentage: *percentage,
                stated: *stated,
            },
        })
    }
}

/// A percentage, a rate or an average given without its counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Percentage {
    /// Why it is hidden itself.
    pub hidden: Option<Reason>,
    /// The counts it is made of, as far as they are known.
    pub made_of: Vec<usize>,
}

/// Counts, percentages, and what is known of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct System {
    pub counts: Vec<Count>,
    pub percentages: Vec<Percentage>,
    pub ties: Vec<Tie>,
    /// The percentages of which a count is the part, or what they leave of the whole.
    pub given_by: BTreeMap<usize, Vec<usize>>,
    /// The largest count that is small.
    pub threshold: u64,
    /// How much searching has been done, in ties looked at.
    pub work: Cell<usize>,
}

impl Count {
    /// Whether others have its value.
    pub(super) const fn is_known(&self) -> bool {
        matches!(self.standing, Standing::Shown | Standing::Public)
    }

    /// Why it is hidden, if it is.
    pub(super) const fn reason(&self) -> Option<Reason> {
        match self.standing {
            Standing::Hidden { .. } => Some(Reason::Small),
            Standing::GivesAway { .. } => Some(Reason::GivesAway),
            _ => None,
        }
    }

    /// Its value, where it was given or follows.
    pub(super) fn value(&self) -> Option<u64> {
        let (low, high) = self.truth;
        if low == high { u64::try_from(low).ok() } else { None }
    }
}

/// For each count, the ties it is in.
pub(super) type Links = Vec<Vec<usize>>;

impl System {
    /// Adds a count and returns its position.
    pub(super) fn add(&mut self, truth: Range, standing: Standing) -> usize {
        self.counts.push(Count { truth, standing, figures: 0 });
        self.counts.len() - 1
    }

    pub(super) fn links(&self) -> Links {
        let mut links = vec![Vec::new(); self.counts.len()];
        for (position, tie) in self.ties.iter().enumerate() {
            for index in tie.counts() {
                if links[index].last() != Some(&position) {
                    links[index].push(position);
                }
            }
        }
        links
    }

    /// Why a percentage is hidden: for itself, or with a count that it is made of.
    pub(super) fn reason_of_percentage(&self, percentage: usize) -> Option<Reason> {
        let Percentage { hidden, made_of } = &self.percentages[percentage];
        let reasons: Vec<Reason> =
            made_of.iter().filter_map(|index| self.counts[*index].reason()).chain(*hidden).collect();
        if reasons.contains(&Reason::Small) { Some(Reason::Small) } else { reasons.first().copied() }
    }

    /// Whether others know of a tie: what a hidden percentage states they do not.
    pub(super) fn is_visible(&self, tie: &Tie) -> bool {
        match tie {
            Tie::Share { percentage, .. } => self.reason_of_percentage(*percentage).is_none(),
            Tie::Sum { .. } | Tie::Within { .. } => true,
        }
    }

    /// The visible ties of a count.
    pub(super) fn ties_of<'a>(
        &'a self,
        index: usize,
        links: &'a Links,
    ) -> impl Iterator<Item = &'a Tie> + 'a {
        links[index].iter().map(|tie| &self.ties[*tie]).filter(|tie| self.is_visible(tie))
    }

    /// Those not known that hang together with this one, which is the first, and the known ones among them.
    pub(super) fn group(&self, first: usize, links: &Links) -> Vec<usize> {
        let mut group = vec![first];
        let mut seen = HashSet::from([first]);
        let mut next = 0;
        while let Some(index) = group.get(next).copied() {
            next += 1;
            if !self.counts[index].is_known() || index == first {
                let beside = self.ties_of(index, links).flat_map(Tie::counts);
                group.extend(beside.filter(|other| seen.insert(*other)));
            }
        }
        group
    }

    /// The part of the system that says anything of a group.
    pub(super) fn around(&self, group: &[usize], links: &Links) -> Self {
        let positions: BTreeMap<usize, usize> =
            group.iter().enumerate().map(|(position, index)| (*index, position)).collect();
        let mut touched: Vec<usize> = group
            .iter()
            .filter(|index| !self.counts[**index].is_known())
            .flat_map(|index| links[*index].iter().copied())
            .filter(|tie| self.is_visible(&self.ties[*tie]))
            .collect();
        touched.arrange();
        touched.dedup();
        let moved = |tie: usize| self.ties[tie].moved(|index| positions.get(index).copied());
        Self {
            counts: group.iter().map(|index| self.counts[*index]).collect(),
            percentages: Vec::new(),
            ties: touched.into_iter().filter_map(moved).collect(),
            given_by: BTreeMap::new(),
            threshold: self.threshold,
            work: Cell::new(group.len()),
        }
    }
}
