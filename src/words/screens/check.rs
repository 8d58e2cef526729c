//! Check a report.

use crate::check::Verdict;
use crate::number::group_thousands;
use crate::period::Period;
use crate::words::text::number_of;

pub const HEADING: &str = "Check a report";
pub const LEAD: &str = "Every number that can be recomputed is marked and judged: percentages with their counts, changes, totals, ranks, official \
     figures, your own figures on this page, and statutory timescales. Not checked: whether a count was recorded \
     correctly, and numbers with nothing in the text or on this page to compute them from.";

/// Whose report it is taken to be, and of when.
pub fn about(council: Option<&str>, period: Option<Period>) -> String {
    let period = period.map_or_else(String::new, |period| format!(", {period}"));
    match council {
        Some(council) => format!("Checked as a report of {council}{period}."),
        None if period.is_empty() => {
            "Choose the council and the period, so that official figures can be checked.".to_owned()
        }
        None => format!(
            "Checked as a report of{}. Choose the council to check its own official figures.",
            period.trim_start_matches(',')
        ),
    }
}

pub const DRAFT: &str = "The draft";
pub const PASTE_LABEL: &str = "Paste paragraphs, tables or both";
pub const PASTE_HINT: &str = "From Word, Excel, a PDF or a web page. Totals only: no names or other details of any child. You can also drop a text file here.";
pub const CHECK: &str = "Check";
pub const TRY_EXAMPLE: &str = "Try an example draft";
pub const EDIT: &str = "Edit the text";
pub const KEEP_EDITING: &str = "Check again";
pub const CANCEL: &str = "Cancel";
pub const CLEAR: &str = "Clear";
pub const NO_TEXT: &str = "There is no text to check yet. Paste or type it above.";
pub const NOT_TEXT: &str = "This file is not text. Open it, copy what you want to check, and paste it here.";

pub const REPLACES: &str = "There is a draft here already. Replace it?";
pub const REPLACE: &str = "Replace it";
pub const KEEP: &str = "Keep it";

pub const CHECKING: &str = "Checking the draft";
pub const STOPPED: &str = "The draft could not be checked: ";
pub const NOTHING: &str = "No number in this text could be checked.";
pub const NOTHING_HINT: &str = "Numbers are checked where the text gives what they are made of: \u{201C}51 of 646 (7.9%)\u{201D}, \u{201C}an increase of 14 from 632\u{201D}, \
     a table with its total, or a national average with its year.";

/// How many findings there are, how many of them need a look, and how many numbers were not checked.
pub fn summary(findings: usize, open: usize, unchecked: usize) -> String {
    let numbers = |count: usize| number_of(count, "number", "numbers");
    let checked = match open {
        0 => format!("{} checked. All agree.", numbers(findings)),
        many => format!("{} checked, {} to look at.", numbers(findings), group_thousands(&many.to_string())),
    };
    match unchecked {
        0 => checked,
        1 => format!("{checked} 1 more number in the sentences was not checked."),
        many => format!("{checked} {} more in the sentences were not checked.", numbers(many)),
    }
}

pub const TEXT: &str = "The text with its marks";

/// The name of a table of the draft, counted from 1.
pub fn table(number: usize) -> String {
    format!("Table {number} of the draft")
}

pub const TEXT_HINT: &str = "Press a mark to see its finding. The arrow keys go from mark to mark.";
pub const LIST: &str = "Findings";
pub const SHOW: &str = "Show";

/// The word for a verdict.
pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Impossible => "Impossible",
        Verdict::Differs => "Differs",
        Verdict::Swapped => "Swapped",
        Verdict::Stale => "Out of date",
        Verdict::Close => "Close",
        Verdict::CannotCheck => "Cannot check",
        Verdict::Truncated => "Agrees if cut off",
        Verdict::Agrees => "Agrees",
    }
}

/// A filter: what it shows and how many of it there are.
pub fn filter(name: &str, count: usize) -> String {
    format!("{name} ({count})")
}

pub const ALL: &str = "All";
pub const NONE_OF_KIND: &str = "No finding of this kind.";
pub const ACCEPT: &str = "Accept";
pub const DISMISS: &str = "Dismiss";
pub const SHOW_IN_TEXT: &str = "Show in the text";

/// What to write instead of a number.
pub fn suggestion(new: &str) -> String {
    format!("Suggested: {new}")
}

/// What a button is about, after its text, for people who do not see its place.
pub fn of(stated: &str) -> String {
    format!(" {stated}")
}

/// The button that shows dismissed findings again.
pub fn restore(count: usize) -> String {
    match count {
        1 => "Show the dismissed finding again".to_owned(),
        many => format!("Show the {many} dismissed findings again"),
    }
}

/// The button under a list of which not all is drawn.
pub fn more(count: usize) -> String {
    format!("Show {count} more")
}

/// Where one is in a text drawn in parts.
pub fn part(now: usize, of: usize) -> String {
    format!("Part {now} of {of}")
}

pub const PREVIOUS: &str = "Previous part";
pub const NEXT: &str = "Next part";
pub const PARTS: &str = "Parts of the text";

pub const COPY_LIST: &str = "Copy the findings";
pub const LIST_COPIED: &str = "The findings were copied. Paste them into Word or Excel.";
pub const COPY_TEXT: &str = "Copy the corrected text";
pub const TEXT_COPIED: &str = "The text was copied.";
pub const TO_SCORECARD: &str = "Send the figures to the scorecard";
pub const PRINT: &str = "Print";

/// The headings of the table of findings.
pub const COLUMNS: [&str; 5] = ["Verdict", "Stated", "Where", "Recomputed", "Suggested"];
