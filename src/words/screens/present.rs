//! The scorecard in a meeting, one measure at a time.

use crate::compare::{AgainstTarget, Verdict};
use crate::indicator::Indicator;
use crate::words::figure::size_text;
use crate::words::screens::scorecard::target_state;

pub const HEADING: &str = "Present";
pub const CLOSE: &str = "Back to the scorecard";
pub const BACK: &str = "Previous";
pub const FORWARD: &str = "Next";
pub const PRINT: &str = "Print all";
pub const PLACES: &str = "Pages of this presentation";
pub const KEYS: &str =
    "Arrow keys turn the pages, Home and End go to the first and the last, Escape goes back.";
/// The same for a finger.
pub const SWIPES: &str = "Swipe left or right to turn the pages.";
pub const HEADLINES: &str = "Headlines";
pub const OURS: &str = "This council";
pub const CHANGE: &str = "Change";
pub const NO_CHANGE: &str = "No earlier figure";
pub const CHANGE_HIDDEN: &str = "Not shown, because the figure is hidden";
pub const NOT_COMPARED: &str = "Not compared";
pub const COMMENTARY: &str = "What we say";

pub const QUESTION: &str = "A question to ask";

/// Before a question, of which measure it is.
pub fn question_about(title: &str) -> String {
    format!("{QUESTION} about \u{201C}{title}\u{201D}")
}

/// What the choice of how much is presented is, for people who do not see where it stands.
pub const EXTENT: &str = "What to present";

/// The choice of the measures that matter most, of which there are so many.
pub fn mattering(count: usize) -> String {
    format!("What matters most ({count})")
}

/// The choice of every measure.
pub fn all(count: usize) -> String {
    format!("All {count} measures")
}

/// That only some measures are presented.
pub fn filtered(count: usize, all: usize) -> String {
    format!("Filtered as on the scorecard: {count} of {all} measures.")
}

pub const NO_FILTER: &str = "Present without the filter";

/// How our figure compares with the number above: `ours is lower, which is worse`.
pub fn ours_is(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("ours is {text}") }
}

/// What became of a target: `met`, `missed, 2.3 points away`.
pub fn target_outcome(indicator: &Indicator, against: &AgainstTarget) -> String {
    let state = target_state(against);
    if against.verdict == Verdict::Met || state.is_empty() {
        state.to_owned()
    } else {
        format!("{state}, {} away", size_text(indicator, against.shown_points))
    }
}

/// Which page it is.
pub fn place(number: usize, of: usize) -> String {
    format!("Page {number} of {of}")
}
