//! A rank among councils or neighbours.

use crate::compare::Rank;
use crate::indicator::Good;

use super::text::ordinal;

/// A rank, short, for a cell: `24th best of 148`, `37th highest of 148`, `last of 11`.
pub fn short_rank_text(rank: Rank, good: Good) -> String {
    let (superlative, last) = if good == Good::Neither { ("highest", "lowest") } else { ("best", "last") };
    if rank.rank == rank.of && rank.of > 1 {
        return format!("{last} of {}", rank.of);
    }
    let ordinal = if rank.rank == 1 { String::new() } else { format!("{} ", ordinal(rank.rank)) };
    format!("{ordinal}{superlative} of {}", rank.of)
}

/// A rank with whether another has the same figure: `joint 24th best of 148`.
pub fn rank_text(rank: Rank, good: Good) -> String {
    let joint = if rank.is_joint { "joint " } else { "" };
    format!("{joint}{}", short_rank_text(rank, good))
}

/// How many are not counted in a rank: `2 without a figure`; empty where all have one.
pub fn without_text(rank: Rank) -> String {
    if rank.without == 0 { String::new() } else { format!("{} without a figure", rank.without) }
}
