//! The scorecard in a meeting, one measure at a time.

pub const HEADING: &str = "Present";
pub const CLOSE: &str = "Back to the scorecard";
pub const BACK: &str = "Previous";
pub const FORWARD: &str = "Next";
pub const PRINT: &str = "Print all";
pub const PLACES: &str = "Pages of this presentation";
pub const KEYS: &str =
    "Arrow keys turn the pages, Home and End go to the first and the last, Escape goes back.";
pub const HEADLINES: &str = "Headlines";
pub const OURS: &str = "This council";
pub const CHANGE: &str = "Change";
pub const NO_CHANGE: &str = "No earlier figure";
pub const CHANGE_HIDDEN: &str = "Not shown, because the figure is hidden";
pub const NOT_COMPARED: &str = "Not compared";
pub const COMMENTARY: &str = "What we say";
pub const QUESTION: &str = "A question to ask";

/// Which page it is.
pub fn place(number: usize, of: usize) -> String {
    format!("Page {number} of {of}")
}
