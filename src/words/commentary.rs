//! Commentary: what a council says in words about its figures.
#![expect(missing_docs, reason = "a label says itself what it is")]

use crate::commentary::Part;
use crate::compare::{Doubt, Row};
use crate::indicator::Good;
use crate::read::COMMENTARY_COLUMNS;

use super::change::change_sentence;

pub const HEADING: &str = "Commentary";
pub const ACTIONS: &str = "Actions";

/// The commentary on a period.
pub fn heading_of(period: &str) -> String {
    if period.is_empty() { HEADING.to_owned() } else { format!("{HEADING}, {period}") }
}

/// The label of a part.
pub const fn part(part: Part) -> &'static str {
    // After those of the measure and the period.
    COMMENTARY_COLUMNS[2 + part as usize]
}

/// The columns of a table of actions.
pub const ACTION_COLUMNS: [&str; 4] = ["Measure", "Action", "Who", "By when"];

/// What to put into the box of who does something.
pub const WHO_HINT: &str = "A role or a team, not a name.";

/// Under a box whose text was not kept.
pub const PERSONAL: &str = "This looks like personal data, so it was not kept. Remove names, dates of birth and contact details, then leave the box.";

/// What the person is told of a remark that does not leave the page.
pub const HELD_BACK: &str = "Left out of everything you publish, because it gives a small or hidden number of children. Reword it to \
     publish it. Your private working copy keeps it.";

/// How many remarks do not leave; empty where all do.
pub fn held_back(count: usize) -> String {
    match count {
        0 => String::new(),
        1 => "Commentary on 1 measure is left out because it gives a small or hidden number of children."
            .to_owned(),
        many => format!(
            "Commentary on {many} measures is left out because it gives a small or hidden number of children."
        ),
    }
}

/// What a check found of a number that was written.
pub fn finding_text(written: &str, found: &str) -> String {
    format!("You wrote {written}. {found}")
}

/// What in a text is not what the figure of a row says.
pub fn doubt_text(row: &Row, doubt: &Doubt) -> String {
    match doubt {
        Doubt::Direction(word) => {
            let change =
                row.change.as_ref().map(|change| change_sentence(&row.indicator, change)).unwrap_or_default();
            let direction = match row.indicator.good {
                Good::High => " Higher is better.",
                Good::Low => " Lower is better.",
                Good::Neither => "",
            };
            format!("You wrote \u{201C}{word}\u{201D}. {change}{direction}")
        }
        Doubt::Number(number) => {
            format!("You wrote {number}. This measure shows no such figure here: check it.")
        }
    }
}
