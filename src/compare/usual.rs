//! What a measure's own months say of its newest figure.

use crate::period::Period;

use super::verdict::Side;

/// What a measure's own months or quarters say of its newest figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ByOwn {
    /// That it is worse than usual.
    pub worse_than_usual: Option<WorseThanUsual>,
    /// That it is unusual, neither direction being good.
    pub unusual: Option<Unusual>,
    /// Whether it misses its target and cannot reach it as things are.
    pub is_out_of_reach: bool,
}

/// That the newest month or quarter of a measure is worse than its own usual ups and downs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorseThanUsual {
    /// Since when it is.
    pub since: Period,
    /// Whether it is still getting worse from one figure to the next.
    pub is_moving: bool,
}

/// That it is higher or lower than usual, neither of which is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unusual {
    /// On which side.
    pub side: Side,
    /// Since when, where its level is another.
    pub since: Option<Period>,
    /// Whether it is still going that way from one figure to the next.
    pub is_moving: bool,
}
