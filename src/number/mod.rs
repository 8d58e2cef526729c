//! Exact arithmetic for shares and rates, the one place that rounds, intervals, and numbers as text.
//!
//! Counts stay integers and percentages stay exact fractions ([`Exact`]) until the last step, when
//! [`Exact::rounded`] rounds once, half away from zero, to a [`Decimal`]. Published figures arrive as
//! [`Decimal`]s already and are never re-rounded. Floating point appears only in intervals and trends, and where
//! a value leaves for JavaScript.

mod decimal;
mod exact;
mod interval;
mod trend;

pub use decimal::{Decimal, DecimalError, group_thousands};
pub use exact::{Exact, mean, median};
pub use interval::{Estimated, Interval, byar, of_difference, wilson};
pub use trend::{TREND_POINTS, Trend, trend};

/// The largest count taken as input: far above any number of children in England, small enough that exact
/// arithmetic on it cannot overflow.
pub const MAX_COUNT: u64 = 1_000_000_000;
