//! A council's figures set beside the official ones.
//!
//! [`scorecard()`] is the one way in for the screen and for the JavaScript face. It gives values, never text for
//! people; words are made in [`crate::report`].

mod change;
mod comparator;
mod quartile;
mod rate;
mod scorecard;
mod verdict;

pub use change::Change;
pub use comparator::{Average, Comparator, Compared, Comparison, NoComparison};
pub use quartile::best_quartile;
pub use rate::Estimate;
pub use scorecard::{Choices, Row, Scorecard, periods, scorecard};
pub use verdict::{CannotSay, Verdict};
