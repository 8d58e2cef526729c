//! Which rows of a scorecard are shown or drawn, and in which order.

use std::cmp::Ordering;

use crate::indicator::{Good, Measure, Theme};
use crate::number::Exact;
use crate::sorting::Sorting;

use super::row::Row;
use super::scorecard::Scorecard;
use super::standing::Standing;
use super::verdict::{Verdict, Way};

/// In which order rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By theme.
    #[default]
    Theme,
    /// By the name of the indicator.
    Name,
    /// The most pressing first, in the one order there is of that: see [`worst_first`].
    Worst,
}

/// What a row can be looked for by beside its standing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Its figure misses its target.
    TargetMissed,
    /// Its figure meets its target.
    TargetMet,
    /// Its figures are getting worse.
    GettingWorse,
    /// Its figures are getting better.
    GettingBetter,
    /// Its figure is clearly worse than before, by one change.
    WorseThanBefore,
    /// Its figure is clearly better than before, by one change.
    BetterThanBefore,
}

impl Mark {
    /// Every mark.
    pub const ALL: [Self; 6] = [
        Self::TargetMissed,
        Self::TargetMet,
        Self::GettingWorse,
        Self::GettingBetter,
        Self::WorseThanBefore,
        Self::BetterThanBefore,
    ];

    /// Whether a row has it.
    pub fn is_of(self, row: &Row) -> bool {
        match self {
            Self::TargetMissed => row.against_target() == Some(Verdict::Missed),
            Self::TargetMet => row.against_target() == Some(Verdict::Met),
            Self::GettingWorse => row.is_getting_worse(),
            Self::GettingBetter => row.is_getting_better(),
            Self::WorseThanBefore => row.one_change(Verdict::Worse).is_some(),
            Self::BetterThanBefore => row.one_change(Verdict::Better).is_some(),
        }
    }
}

/// Which rows of a scorecard, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// In which order.
    pub order: Order,
    /// Those whose verdict comes to this only.
    pub standing: Option<Standing>,
    /// Those with this mark only.
    pub mark: Option<Mark>,
    /// Of one theme only.
    pub theme: Option<Theme>,
    /// Of one indicator only.
    pub indicator: Option<Measure>,
}

impl Selection {
    /// Returns its rows of a scorecard, in its order.
    pub fn rows<'a>(&self, card: &'a Scorecard) -> Vec<&'a Row> {
        let is_wanted = |row: &&Row| {
            self.standing.is_none_or(|standing| row.standing() == standing)
                && self.mark.is_none_or(|mark| mark.is_of(row))
                && self.theme.is_none_or(|theme| row.indicator.theme == theme)
                && self.indicator.as_ref().is_none_or(|indicator| row.indicator == *indicator)
        };
        let mut rows: Vec<&Row> = card.rows.iter().filter(is_wanted).collect();
        match self.order {
            Order::Theme => {
                rows.arrange_by_key(|row| Theme::ALL.iter().position(|theme| *theme == row.indicator.theme));
                return rows;
            }
            Order::Name => rows.arrange_by_key(|row| row.indicator.title.to_lowercase()),
            Order::Worst => rows.arrange_by(|one, other| worst_first(one, other)),
        }
        // In every order those of all pupils are the last.
        rows.arrange_by_key(|row| row.indicator.theme == Theme::AllPupils);
        rows
    }
}

/// The one order of what is pressing, in the list, the short answer, headlines, talking points, reports and meetings: what is worse,
/// what may be, what cannot be said, and last what is better. Among those the lowest place among all councils comes first or, where
/// neither direction is better, what is nearest an end of them, and last those without a place, the furthest from their target first.
/// Where all are judged by their targets, the distance from these comes before the place.
pub(super) fn worst_first(one: &Row, other: &Row) -> Ordering {
    let place = |row: &Row| match row.indicator.good {
        Good::Neither => from_an_end(row),
        _ => place_from_worst(row),
    };
    let by_place = || {
        let [one, other] = [one, other].map(|row| place(row).unwrap_or(f64::INFINITY));
        one.total_cmp(&other)
    };
    let by_target = || furthest_from_target(one, other);
    let order = one.urgency().cmp(&other.urgency());
    if one.way == Way::Target {
        order.then_with(by_target).then_with(by_place)
    } else {
        order.then_with(by_place).then_with(by_target)
    }
}

/// How many councils of a hundred are between a figure and the nearer end of them all, or `None` if there is no rank.
fn from_an_end(row: &Row) -> Option<f64> {
    let rank = row.position.as_ref().ok()?.councils;
    Some(100.0 * count(rank.rank.min(rank.from_bottom())) / count(rank.of))
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// The order of what misses a target: the furthest from it, as a share of it, first, whatever could be chance: the same whether or not a
/// council is chosen.
pub(super) fn furthest_from_target(one: &Row, other: &Row) -> Ordering {
    let share = |row: &Row| {
        let against = row.target.as_ref()?;
        Some(against.points.magnitude().divided_by(Exact::from(against.target.value).magnitude())?.to_f64())
    };
    let short = |row: &Row| share(row).filter(|_| row.against_target() != Some(Verdict::Met)).unwrap_or(0.0);
    short(other).total_cmp(&short(one))
}

/// How many councils of a hundred are worse, or `None` if neither direction is better or there is no rank.
pub(super) fn place_from_worst(row: &Row) -> Option<f64> {
    let rank = row.position.as_ref().ok().filter(|_| row.indicator.good != Good::Neither)?.councils;
    Some(100.0 * count(rank.of - rank.rank) / count(rank.of))
}

/// What a report holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// What is on its first page, and what must be known of that.
    Headlines,
    /// Every measure.
    #[default]
    All,
}

/// Which rows have charts in a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Charted {
    /// Those that have a line on the first page.
    #[default]
    FirstPage,
    /// Every one that can be drawn.
    Every,
    /// None.
    None,
}

impl Charted {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::FirstPage, Self::Every, Self::None];

    /// The name used in markup.
    pub const fn id(self) -> &'static str {
        match self {
            Self::FirstPage => "agenda",
            Self::Every => "every",
            Self::None => "none",
        }
    }
}
