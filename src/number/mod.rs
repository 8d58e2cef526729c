//! Exact arithmetic for shares and rates, rounding, intervals, and numbers as text.
//!
//! Counts stay integers and percentages stay exact fractions ([`Exact`], `exact`) until the last step, when
//! [`Exact::rounded`] rounds once, half away from zero, to a [`Decimal`] (`decimal`). Published figures arrive as
//! [`Decimal`]s already and are never rounded again.
//!
//! Floating point appears only in intervals (`interval`), trends (`trend`), process charts (`process`, `projection`),
//! scenarios, drawing and sorting, in telling what a column holds, and where a value comes from a workbook or leaves for
//! one or for JavaScript. [`Decimal::nearest`] (`nearest`) rounds it, by the same rule.

mod decimal;
mod exact;
mod interval;
mod nearest;
mod process;
mod projection;
mod trend;

pub use decimal::{Decimal, DecimalError, group_thousands, ordinal};
pub use exact::{Exact, decimals_that_agree, mean, median};
pub use interval::{Estimated, Interval, byar, of_difference, wilson};
pub use nearest::{adds_up, whole_above, whole_below, whole_pence};
pub use process::{FEWEST_POINTS, Process, ProcessPoint, RUN, STEADY_POINTS, Signal, Spread, TREND};
pub use projection::Projection;
pub use trend::{TREND_POINTS, Trend, trend};

/// The largest count taken as input: far above any number of children in England, small enough that exact
/// arithmetic on it cannot overflow.
pub const MAX_COUNT: u64 = 1_000_000_000;
