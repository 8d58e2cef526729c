//! What it would take.

use super::{Labelled, labelled};
use crate::indicator::Good;

pub const HEADING: &str = "What it would take";
pub const INTRODUCTION: &str = "How many more children, or fewer, it takes to reach a target. Choose one of your measures, or type any two numbers.";
pub const FORM: &str = "Numbers and target";
pub const NOW: &str = "Now";
pub const TARGET: &str = "Target";
pub const CHANGES: &str = "If things change (optional)";

pub const INDICATOR: &str = "Measure";
pub const NO_INDICATORS: &str = "Measures in your figures that have counts appear here.";
pub const NO_INDICATOR: &str = "None: type the numbers below";
pub const NUMERATOR: Labelled = labelled("Numerator", "How many?");
pub const DENOMINATOR: Labelled = labelled("Denominator", "Out of how many?");
pub const REACH: &str = "Reach";
pub const TARGET_PERCENT: Labelled = labelled("Target (%)", "For example, 71.");
pub const DIRECTION: &str = "Which direction is better";
pub const GROWTH: Labelled = labelled(
    "Change in the denominator (%)",
    "For example, 10 for 10% more children. Use this or the next box.",
);
pub const EACH_MONTH: Labelled =
    labelled("Still to come each month", "Visits or assessments due. Those counted now stay as they are.");
pub const MONTHS: Labelled = labelled("For how many months", "6 if left empty.");

pub const A_PERCENTAGE: &str = "A percentage of your own";
pub const BEST_QUARTER: &str = "The top quarter of all councils";

pub const NOTHING_YET: &str = "Enter a numerator, a denominator and a target. The answer appears here.";
/// While a target is all that is missing.
pub const NO_TARGET_YET: &str = "Enter or choose a target. The answer appears here.";
/// While something entered cannot be used.
pub const CORRECT: &str = "Correct the boxes marked. The answer appears here.";
pub const LAST_GOOD: &str = " Below is the last good answer.";

/// The name of a target at which the best quarter of councils begins.
pub fn best_quarter_of(councils: usize, year: &str) -> String {
    format!("the top quarter of {councils} councils, {year}")
}

/// The name of a target that is a comparator's figure.
pub fn figure_of(comparator: &str, year: &str) -> String {
    format!("{comparator}, {year}")
}

pub const TARGET_MET: &str = "The target is met";

/// The same of numbers of which a person said which direction is better.
pub fn met_where(good: Good) -> String {
    format!("{TARGET_MET}, because {} is better", if good == Good::Low { "lower" } else { "higher" })
}

pub fn more(children: i64) -> String {
    format!("{children} more")
}

pub fn fewer(children: u64) -> String {
    format!("{children} fewer")
}

/// A headline that holds with another denominator.
pub fn with_in_all(headline: &str, denominator: u64) -> String {
    format!("{headline}, with {denominator} in all")
}

/// Why nothing is asked of a measure that is no percentage.
pub const SHARES_ONLY: &str = "\u{201C}What it would take\u{201D} works for percentages only.";
/// Why nothing is asked of a measure of which neither direction is better.
pub const NO_DIRECTION: &str = "Neither direction is better here, so there is nothing to reach.";
/// Why nothing is asked of a percentage without its counts.
pub const COUNTS_MISSING: &str =
    "To see what it would take, give both counts with your figure, such as 162 of 233.";

/// What one more or one fewer in the numerator changes.
pub fn worth_of_one(points: &str) -> String {
    format!("One more or fewer changes this by {points} percentage points.")
}

/// Where the share may lie allowing for chance.
pub fn allowing_for_chance(interval: &str) -> String {
    format!("Allowing for chance, today\u{2019}s share is {interval} (95% interval).")
}

pub const EVERY_COMPARATOR: &str = "Every comparator at once";
/// The name of the council's own target among comparators.
pub const OWN_TARGET: &str = "Our target";
pub const STEP_BY_STEP: &str = "Step by step";

/// The steps, which are of those there are now, while another number is expected.
pub fn steps_of_now(denominator: u64) -> String {
    format!("{STEP_BY_STEP}, of the {denominator} there are now")
}

/// A heading with those still to come.
pub fn with_next(heading: &str, more: u64) -> String {
    format!("{heading}, with the next {more}")
}

/// How many comparators are met now.
pub fn met_now(met: usize, all: usize) -> String {
    format!("{met} of {all} comparators are met now")
}
