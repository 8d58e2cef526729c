//! A rank among councils or neighbours.

use crate::compare::Rank;

/// `6th of 11`, `joint 2nd of 11`.
pub fn rank_text(rank: Rank) -> String {
    let joint = if rank.is_joint { "joint " } else { "" };
    format!("{joint}{} of {}", ordinal(rank.rank), rank.of)
}

/// `1st`, `2nd`, `11th`, `22nd`.
fn ordinal(number: usize) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// How many are not counted in a rank: `2 without a figure`; empty where all have one.
pub fn without_text(rank: Rank) -> String {
    if rank.without == 0 { String::new() } else { format!("{} without a figure", rank.without) }
}
