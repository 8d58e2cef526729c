//! The steps towards a target as a table.

use crate::number::{Exact, wilson};
use crate::scenario::{Ladder, Rung};
use crate::words::reach::{self as words, Differs};
use crate::words::text::counted;

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
