//! What a measure's own months say of its newest figure.

use crate::period::Period;

/// That the newest month or quarter of a measure is worse than its own usual ups and downs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorseThanUsual {
    /// Since when it is.
    pub since: Period,
    /// Whether it is still getting worse from one figure to the next.
    pub is_moving: bool,
}
