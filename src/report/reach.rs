//! The steps towards a target as a table.

use crate::indicator::{Good, Indicator};
use crate::number::{Exact, wilson};
use crate::scenario::{Ladder, Next, Reach, Rung};
use crate::words::reach::{self as words, Differs};
use crate::words::text::{counted, percent_text};

use super::Table;

/// The steps towards a target as a table.
///
/// The last column says whether the share would differ from the target by more than chance explains.
pub fn ladder_table(ladder: &Ladder, denominator: u64, target: Exact) -> Table {
    let differs = |rung: &Rung| {
        let interval = wilson(rung.numerator, denominator)?;
        Some(match rung.meets {
            _ if interval.contains(target) => Differs::Chance,
            true => Differs::Better,
            false => Differs::Worse,
        })
    };
    let row = |rung: &Rung| {
        vec![
            words::step(rung.children),
            format!("{} of {}", counted(rung.numerator), counted(denominator)),
            format!("{}%", rung.share.rounded(1)),
            (if rung.meets { words::MET } else { words::NOT_MET }).to_owned(),
            differs(rung).map_or("", words::differs).to_owned(),
        ]
    };
    Table {
        title: words::LADDER_TITLE.to_owned(),
        headings: words::LADDER_COLUMNS.map(str::to_owned).to_vec(),
        rows: ladder.rungs.iter().map(row).collect(),
        notes: Vec::new(),
    }
}

/// What a target takes that a share is compared with.
#[derive(Clone, Debug, PartialEq)]
pub struct Against {
    /// Whose figure it is, with its year.
    pub name: String,
    /// The figure, in percent.
    pub target: Exact,
    /// What reaches it, of those of now or of as many as are expected.
    pub reach: Reach,
    /// What it takes of those still to come, where their number is given.
    pub next: Option<Next>,
    /// Whether chance could explain how the share differs from it now.
    pub is_chance: bool,
}

/// What every comparator takes at once, and how many that is a month.
pub fn against_table(all: &[Against], indicator: Option<&Indicator>, good: Good, months: u64) -> Table {
    let row = |each: &Against| {
        let [takes, pace, then] = match &each.next {
            Some(next) => [
                words::of_next(next, good),
                words::pace_of_next(next, good, months),
                words::becomes(next.numerator_then(good), next.denominator_then()),
            ],
            None => [
                words::change_needed(indicator, each.reach.children),
                words::pace_of(each.reach.children, months),
                words::becomes(each.reach.numerator, each.reach.denominator),
            ],
        };
        let gap = if each.is_chance { words::GAP_IS_CHANCE } else { words::GAP_IS_CLEAR };
        vec![each.name.clone(), percent_text(each.target), takes, pace, then, gap.to_owned()]
    };
    Table {
        title: words::AGAINST_TITLE.to_owned(),
        headings: words::against_columns(months),
        rows: all.iter().map(row).collect(),
        notes: Vec::new(),
    }
}
