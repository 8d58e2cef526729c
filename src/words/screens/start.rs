//! The first screen, and what is asked before an example replaces figures.

use crate::area::Area;
use crate::words::text::listed;

pub const CASELOADS: &str = "Work out caseloads";
pub const CASELOADS_HINT: &str = "How many social workers you need. You can start without figures.";
pub const OR: &str = "Or: ";
pub const HOW: &str = "How it works";
pub const STEPS: [&str; 3] = [
    "Choose your council: its official figures appear at once.",
    "Paste your own table or report: your newest figures are compared in the same way.",
    "Copy, print or save what you need. Nothing leaves this device until you do.",
];
pub const DISMISS: &str = "Hide these steps";

/// Asked before an example replaces so many rows, so many targets and comments, and the choice of another council.
pub fn replaces(example: &str, rows: usize, others: usize, council: Option<&str>) -> String {
    let rows = match rows {
        0 => None,
        1 => Some("your 1 figure".to_owned()),
        rows => Some(format!("your {rows} figures")),
    };
    let others = (others > 0).then(|| "your targets and commentary".to_owned());
    let council = council.map(|council| format!("your choice of {council}"));
    let what: Vec<String> = rows.into_iter().chain(others).chain(council).collect();
    format!(
        "The example \u{201C}{example}\u{201D} replaces {}. Undo brings back what was there.",
        listed(&what)
    )
}

pub const REPLACE: &str = "Replace with the example";
pub const KEEP: &str = "Keep mine";

/// That a council is no more, and which one is shown in its place.
pub fn replaced(former: &Area, successors: &[&Area], shown: &Area, last: Option<u16>) -> String {
    let names: Vec<String> = successors.iter().map(|area| area.name.to_owned()).collect();
    let when = last.map(|last| format!(" after March {last}")).unwrap_or_default();
    format!(
        "{} was replaced by {}{when}. These are the figures of {}.",
        former.name,
        listed(&names),
        shown.name
    )
}

/// A button that shows a former council's own figures.
pub fn until(name: &str, last: u16) -> String {
    format!("See {name} up to {last}")
}

/// What a button that shows the official figures of a council is for, after its name: "See Leicester" and this.
pub const GO_ON: &str = " Its newest official figures, compared with England. Or choose another council:";

/// A button that shows another council that came in place of the former one.
pub fn see(name: &str) -> String {
    format!("See {name}")
}
