//! A rank among councils or neighbours.

use crate::compare::{Quartile, Rank, Row, Side, Verdict};
use crate::indicator::Good;

use super::text::ordinal;
use super::verdict::short_quartile_text;

/// A rank, the same everywhere, from the end that is nearer, and from the top where equal figures reach over the middle, as
/// they are in the better quarter, unless they reach to the end; with how many others have the same figure: `24th best of 148`,
/// `joint 20th from the bottom of 145 with 2 others`, `last of 11`; where no direction is good, `37th highest of 148`, `20th lowest of 148`.
pub fn rank_text(rank: Rank, good: Good) -> String {
    short_rank_text(rank, good) + &with_others(rank)
}

/// The same without how many others have the same figure: `joint 20th from the bottom of 145`.
pub fn short_rank_text(rank: Rank, good: Good) -> String {
    let (first, from_top, last, from_bottom) = match good {
        Good::Neither => ("highest", "highest", "lowest", "lowest"),
        Good::High | Good::Low => ("best", "best", "last", "from the bottom"),
    };
    let place = match (rank.rank, rank.from_bottom()) {
        (1, _) => first.to_owned(),
        (_, 1) => last.to_owned(),
        (top, _) if top * 2 <= rank.of + 1 => format!("{} {from_top}", ordinal(top)),
        (_, bottom) => format!("{} {from_bottom}", ordinal(bottom)),
    };
    joint(rank, &place)
}

/// A place of so many: `20th best of 145`, `joint 20th best of 145`.
fn joint(rank: Rank, place: &str) -> String {
    let joint = if rank.is_joint() { "joint " } else { "" };
    format!("{joint}{place} of {}", rank.of)
}

/// How many others have the same: ` with 2 others`; empty where none has.
fn with_others(rank: Rank) -> String {
    match rank.equal {
        0 => String::new(),
        1 => " with 1 other".to_owned(),
        many => format!(" with {many} others"),
    }
}

/// A rank from the end on the side on which a figure differs, so that what is higher is not called one of the lowest: `47th highest of 83`.
fn rank_on_side(rank: Rank, side: Side) -> String {
    let (place, word) = match side {
        Side::Below => (rank.from_bottom(), "lowest"),
        Side::Above | Side::Level => (rank.rank, "highest"),
    };
    let place = if place == 1 { word.to_owned() } else { format!("{} {word}", ordinal(place)) };
    joint(rank, &place) + &with_others(rank)
}

/// The rank of a figure that may be clearly higher or lower than England's, neither being good: counted from that side, the same
/// everywhere.
pub fn rank_of(row: &Row, rank: Rank) -> String {
    match row.verdict {
        Verdict::Higher => rank_on_side(rank, Side::Above),
        Verdict::Lower => rank_on_side(rank, Side::Below),
        _ => rank_text(rank, row.indicator.good),
    }
}

/// What is said after a quarter where equal figures reach into a worse one: ` (equal figures reach into the third)`; otherwise empty.
pub fn reaching_text(rank: Rank, quartile: Quartile) -> String {
    let last = (rank.rank + rank.equal) * 4;
    let reached = match last.div_ceil(rank.of) {
        2 => Quartile::B,
        3 => Quartile::C,
        4 => Quartile::D,
        _ => return String::new(),
    };
    if rank.is_joint() && reached > quartile {
        format!(" (equal figures reach into the {})", short_quartile_text(reached))
    } else {
        String::new()
    }
}

/// Returns where a figure is among all councils in plain words, where neither direction is better, or `None` where one is: `low`, `in
/// the middle`, `high`, by the quarter of councils.
pub fn plain_place(rank: Rank, good: Good) -> Option<&'static str> {
    let is_end = |place: usize| place * 4 <= rank.of;
    (good == Good::Neither).then_some(match () {
        () if is_end(rank.from_bottom()) => "low",
        () if is_end(rank.rank) => "high",
        () => "in the middle",
    })
}

/// How many are not counted in a rank: `2 without a figure`; empty where all have one.
pub fn without_text(rank: Rank) -> String {
    if rank.without == 0 { String::new() } else { format!("{} without a figure", rank.without) }
}
