//! Which rows of a scorecard are shown or drawn, and in which order.

use std::cmp::Ordering;

use crate::indicator::{Good, Measure, Theme};

use super::row::Row;
use super::scorecard::Scorecard;

/// In which order rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By theme.
    #[default]
    Theme,
    /// By the name of the indicator.
    Name,
    /// By how far they fall short of England, the furthest first.
    Gap,
}

/// Whether all rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    /// All.
    #[default]
    All,
    /// Those with a bad verdict.
    Bad,
}

/// Which rows of a scorecard, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// In which order.
    pub order: Order,
    /// All, or those with a bad verdict.
    pub which: Which,
    /// Of one theme only.
    pub theme: Option<Theme>,
    /// Of one indicator only.
    pub indicator: Option<Measure>,
}

impl Selection {
    /// Returns its rows of a scorecard, in its order.
    pub fn rows<'a>(&self, card: &'a Scorecard) -> Vec<&'a Row> {
        let is_wanted = |row: &&Row| {
            (self.which == Which::All || row.verdict.is_bad())
                && self.theme.is_none_or(|theme| row.indicator.theme == theme)
                && self.indicator.as_ref().is_none_or(|indicator| row.indicator == *indicator)
        };
        let mut rows: Vec<&Row> = card.rows.iter().filter(is_wanted).collect();
        match self.order {
            Order::Theme => {
                rows.sort_by_key(|row| Theme::ALL.iter().position(|theme| *theme == row.indicator.theme));
            }
            Order::Name => rows.sort_by_key(|row| row.indicator.title.to_lowercase()),
            Order::Gap => {
                rows.sort_by(|a, b| shortfall(b).partial_cmp(&shortfall(a)).unwrap_or(Ordering::Equal));
            }
        }
        rows
    }
}

/// How far a row falls short of England, in its own unit; rows where no direction is good, or without a comparison,
/// come last.
fn shortfall(row: &Row) -> Option<f64> {
    let points = row.england()?.points.to_f64();
    match row.indicator.good {
        Good::High => Some(-points),
        Good::Low => Some(points),
        Good::Neither => None,
    }
}

/// Which rows have charts in a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Charted {
    /// Those with a good or a bad verdict.
    #[default]
    Agenda,
    /// Every one that can be drawn.
    Every,
    /// None.
    None,
}

impl Charted {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::Agenda, Self::Every, Self::None];

    /// The name used in markup.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Agenda => "agenda",
            Self::Every => "every",
            Self::None => "none",
        }
    }

    /// Whether a row has charts.
    pub const fn has_charts(self, row: &Row) -> bool {
        match self {
            Self::Agenda => row.verdict.is_good() || row.verdict.is_bad(),
            Self::Every => true,
            Self::None => false,
        }
    }
}
