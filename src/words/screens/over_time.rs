//! The view of the scorecard over time.

use crate::compare::{LastPeriods, Length, OneOff, OverTime, OverTimeRow, OwnBreak};
use crate::indicator::{Measure, Span};
use crate::period::Period;
use crate::words::charts::period_label;
use crate::words::unusual::{self, named};

pub const HEADING: &str = "Over time";
pub const MEASURE: &str = "Measure";
/// The same month or quarter a year before.
pub const LAST_YEAR: &str = "Last year";
pub const ON_LAST_YEAR: &str = "On last year";
pub const YEAR_TO_DATE: &str = "Year to date";
pub const TWELVE_MONTHS: &str = "12 months";
pub const TARGET: &str = "Target";
pub const ENGLAND: &str = "England";
pub const PATTERN: &str = "What it shows";
/// All its figures as a line, in a file.
pub const LINE: &str = "Line";
/// Which periods are unusual and by which rule, in a file.
pub const UNUSUAL: &str = "Unusual periods";
pub const PERIODS: &str = "Periods";
pub const COPY: &str = "Copy";
/// What is copied, where there is room.
pub const COPY_WHAT: &str = " the table for Excel";
pub const COPIED: &str = "The table was copied. Paste it into Excel or Word.";
/// No measure has a figure with a period.
pub const NOTHING: &str = "There are no figures with a period to show over time.";
/// The mark of a published figure, and what it is.
pub const PUBLISHED: &str = "published";
/// What a dashed line in the table says.
pub const DASHED: &str = " A dashed line marks a break.";
/// What slanted figures in the table are.
pub const SLANTED: &str = " Slanted figures are the Department’s.";
/// Above how figures are judged and where they come from, below the table.
pub const HOW_JUDGED: &str = "How figures are judged, and sources";
/// How many periods a narrow window shows of those chosen.
pub fn newest_only(count: usize) -> String {
    format!("This window has room for the newest {count}. Open a measure to see all its figures.")
}

/// What the dashed line before a figure says.
pub const AFTER_BREAK: &str = "after a break";

/// Returns of which measures figures are shown on the screen that are hidden in all that leaves the page, or `None` if there are none.
pub fn hidden_when_it_leaves(shown: &OverTime, leaves: &OverTime) -> Option<String> {
    let is_hidden = |row: &OverTimeRow| {
        let left = leaves.rows.iter().find(|other| other.measure == row.measure);
        let cells = |row: &OverTimeRow| row.cells.iter().flatten().filter(|cell| cell.value.is_ok()).count();
        left.map_or(0, cells) < cells(row)
    };
    let rows = shown.rows.iter().filter(|row| is_hidden(row));
    let measures: Vec<&Measure> = rows.map(|row| &row.measure).collect();
    (!measures.is_empty()).then(|| {
        format!(
            "This screen shows small numbers. Copies, print and files hide them, and what would give them away: {}.",
            named(&measures)
        )
    })
}

/// So many measures that miss their target: `1 target missed`.
pub fn targets_missed(count: usize) -> String {
    format!("{count} {} missed", if count == 1 { "target" } else { "targets" })
}

/// So many measures whose target is out of reach: `2 out of reach`.
pub fn cannot_reach(count: usize) -> String {
    format!("{count} out of reach")
}

/// So many measures: `4 worse than usual`.
pub fn counted(what: &str, count: usize) -> String {
    format!("{count} {}", what.to_lowercase())
}

/// How many periods, for a choice: `the last 12`, or `all 13` where there are no more.
pub fn last(periods: LastPeriods, known: usize) -> String {
    if periods.count() < known { format!("the last {}", periods.count()) } else { format!("all {known}") }
}

/// Returns the heading of the one column of the periods that have no figures yet, `to Mar 26`, or `None` if there are none.
pub fn without_figures(periods: &[Period]) -> Option<String> {
    let (first, last) = periods.first().zip(periods.last())?;
    let label = period_label(*last);
    Some(if first == last { label } else { format!("to {label}") })
}

pub const LENGTH: &str = "Length";

/// Returns how many measures have no figures for such periods, so that they are not shown, or `None` if all are.
pub fn elsewhere(length: Length, measures: usize) -> Option<String> {
    let which = self::length(length).to_lowercase();
    match measures {
        0 => None,
        1 => Some(format!("1 measure has no figures for {which}. Choose another length to see it.")),
        more => {
            Some(format!("{more} measures have no figures for {which}. Choose another length to see them."))
        }
    }
}

/// How long the periods are.
pub const fn length(length: Length) -> &'static str {
    match length {
        Length::Months => "Months",
        Length::Quarters => "Quarters",
        Length::Years => "Years",
    }
}

/// The question what time figures are of.
pub fn which_time(of: Length) -> String {
    format!("Each {}ly figure covers:", part(of))
}

/// One of the months or quarters that are asked about.
const fn part(of: Length) -> &'static str {
    match of {
        Length::Quarters => "quarter",
        Length::Months | Length::Years => "month",
    }
}

/// What figures of such a time are compared with, below the answer that says so.
pub const fn compared_as(span: Span) -> &'static str {
    match span {
        Span::InMonth => "compared with its own past.",
        Span::YearToDate => "compared with the same months last year.",
        Span::RollingYear => "compared with England\u{2019}s year.",
    }
}

/// Before the same question of each measure, where one answer does not fit all.
pub const EACH: &str = "Or answer for each measure:";

/// Opens the names of the measures of which it is asked.
pub fn asked_of_many(count: usize) -> String {
    format!("Why ask ({count} {})", if count == 1 { "measure" } else { "measures" })
}

/// What was answered, before a link to change it; of which measures, where others are answered in another way.
pub fn covers(of: Option<&[&Measure]>, answer: Span, length: Length) -> String {
    let answer = span(answer, length);
    match of {
        None => format!("Figures of measures counted over a year cover {answer}. "),
        Some(measures) => format!("{}: figures cover {answer}. ", named(measures)),
    }
}

/// Of which measures it is asked or answered: each by its name.
pub fn asked_of(measures: &[&Measure]) -> String {
    let titles: Vec<&str> = measures.iter().map(|measure| &*measure.title).collect();
    format!("This concerns: {}.", titles.join("; "))
}

/// The unit of a measure behind its title; empty where that ends with it.
pub fn unit_behind<'a>(title: &str, unit: &'a str) -> &'a str {
    if title.trim_end_matches([')', ' ']).ends_with(unit) { "" } else { unit }
}

/// Opens the choice again.
pub const CHANGE: &str = "Change";

/// The same of one measure.
pub const TIME_OF_MEASURE: &str = "These figures cover";
/// No answer for one measure.
pub const AS_TABLE: &str = "the same as for the table";
/// No answer for the table.
pub const NOT_SAID: &str = "not said";

/// An answer.
pub fn span(span: Span, of: Length) -> String {
    match span {
        Span::InMonth => format!("the {} alone", part(of)),
        Span::YearToDate => "the year to date".to_owned(),
        Span::RollingYear => "rolling 12 months".to_owned(),
    }
}

/// The texts of a form in which something is noted about a measure.
#[derive(Debug)]
pub struct Noting {
    pub heading: &'static str,
    pub hint: &'static str,
    pub period: &'static str,
    pub note: &'static str,
    pub add: &'static str,
    pub remove: &'static str,
    /// What is asked where nothing is written.
    pub why: &'static str,
}

pub const BREAKS: Noting = Noting {
    heading: "Breaks",
    hint: "Did the way of counting or the system change? The usual range starts again from that month.",
    period: "From",
    note: "What changed",
    add: "Add the break",
    remove: "Remove",
    why: "Write what changed.",
};
pub const BREAK_FOR_ALL: &str = "For every measure";

pub const ONE_OFFS: Noting = Noting {
    heading: "Figures left out of the usual range",
    hint: "Leave out a figure only if you know what made it different and that it will not happen again. It stays in the table and the chart, marked with a circle.",
    period: "Figure",
    note: "What made it different",
    add: "Leave it out",
    remove: "Put it back",
    why: "Write what made this figure different.",
};

/// A figure that was left out.
pub fn one_off(own: &OneOff) -> String {
    format!("{}: {}", own.at, own.note)
}

/// A break that was entered.
pub fn break_of(own: &OwnBreak) -> String {
    let all = if own.measure.is_none() { " (every measure)" } else { "" };
    format!("{}{all}", unusual::break_text(own.from, &own.note))
}
