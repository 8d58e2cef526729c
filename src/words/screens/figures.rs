//! Figures: pasting, the table, and what needs attention.

use crate::compare::Agreement;
use crate::figure::Amount;
use crate::figure::Place;
use crate::indicator::{Kind, Measure};
use crate::number::Decimal;
use crate::period::Period;
use crate::read::Severity;
use crate::words::figure::{amount_text, period_text, size_text};
use crate::words::text::{listed, number_of};

pub const HEADING: &str = "Figures";
pub const HEADING_OF_EMPTY: &str = "See how your council compares";
pub const LEAD: &str = "Exact percentages for children in care and care leavers, compared with England, your region and your statistical \
     neighbours. Private: your figures never leave this page unless you copy or save them.";

pub const PROFILE: &str = "Your council\u{2019}s official figures";
pub const OWN_FIGURES: &str = "Your own figures";
pub const PASTE: &str = "Paste or type figures";
pub const PASTE_LABEL: &str = "Paste a table from Excel, Word or a web page";
/// The label of the box once there are figures.
pub const PASTE_MORE: &str = "Paste more figures";
pub const PASTE_HINT: &str = "Totals only: no names or other details of any child. Use one row per measure with its counts, or a column per year or \
     month. You can also type lines such as \u{201C}Three or more placements: 51 of 646\u{201D} and press Read.";
pub const READ: &str = "Read";

pub fn try_example(title: &str) -> String {
    format!("Try an example: {title}")
}

/// The same of an example that holds figures of months.
pub fn try_monthly_example(title: &str) -> String {
    format!("{}, by month", try_example(title))
}

pub const CLEAR_ALL: &str = "Clear all";
pub const FILES_LABEL: &str = "Or choose files, or drop them here";
pub const FILES_HINT: &str = "Excel (.xlsx, and web pages or XML saved as .xls), OpenDocument (.ods), .htm, CSV, TSV or text, and official files as \
     downloaded from Explore Education Statistics. They are read here, on this device.";

pub const READING: &str = "Reading a file";

pub fn reading(source: &str) -> String {
    format!("Reading {source}")
}

/// After what is being read, once the reader is at work.
pub const AT_WORK: &str = ": looking at its contents";
pub const STOP_READING: &str = "Stop reading";

pub const SEPARATOR: &str = "Columns look wrong? Split at ";

pub const RELEASES: &str = "Official files in use";
pub const RELEASES_INTRODUCTION: &str = "Official files in use instead of the built-in figures:";

/// The name of a release, by its file, which is empty for pasted figures.
pub const fn release(file: &str) -> &str {
    if file.is_empty() { "pasted official figures" } else { file }
}

/// What a release holds, after its name.
pub fn contents(years: Option<(u16, u16)>, titles: &[&str]) -> String {
    let years = years.map_or_else(String::new, |(first, last)| format!(", {first} to {last}"));
    format!("{years}: {} ", titles.join("; "))
}

pub const USE_BUILT_IN: &str = "Use the built-in figures instead";

/// What a button is about, after its text, for people who do not see its place.
pub fn of(what: &str) -> String {
    format!(" of {what}")
}

pub const ABOUT_FIGURES: &str = "About these figures";
pub const NO_PERIOD: &str =
    "These figures do not say which period they are for. Choose it above to compare them.";
/// Asks whose figures these are, where the text names a council.
pub fn names_council(council: &str) -> String {
    format!("The text names {council}. Are these its figures? ")
}

pub fn choose_council(council: &str) -> String {
    format!("Yes, choose {council}")
}

pub const STATED_DIFFER: &str = "Your table and the official figures differ";
pub const SEE_SCORECARD: &str = "See the scorecard";

pub const TABLE_HEADING: &str = "Your figures";
pub const TABLE_HINT: &str = "Works like a spreadsheet: arrow keys move, typing or Enter changes a cell, Escape cancels, Delete empties it. \
     Write counts as \u{201C}51 of 646\u{201D}. You can copy a block to Excel, small counts hidden, and paste one from it; Ctrl+D fills down and Ctrl+R fills right.";
pub const HOW_TO_USE: &str = "How to use this table, and its signs";
/// What the signs in the table are.
pub const SIGNS: &str = "Before a name: \u{2713} matched to a measure \u{B7} \u{25CF} your own measure \u{B7} ? choose its measure, or check this figure \u{B7} \
     ! this figure is not used \u{B7} \u{2013} left out. Beside the official figure, of your newest one, and in the cells of earlier ones: = the same \u{B7} \
     \u{2260} differs from the official figure for the same time \u{B7} ? far from it by more than chance (10 points, or a fifth): check it \u{B7} nothing: of another time.";
pub const NEXT_PROBLEM: &str = "Go to the next problem";
pub const HEADING_HINT: &str = "Press Enter on a period to change it for its whole column.";

pub const MEASURE: &str = "Measure";
pub const TARGET: &str = "Target";
pub const OFFICIAL: &str = "Official";
pub const AREA: &str = "Area";
pub const PERIOD: &str = "Period";
pub const NUMERATOR: &str = "Numerator";
pub const DENOMINATOR: &str = "Denominator";
pub const VALUE: &str = "Value";

/// Which figure of a row is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The newest, from every cell of the row.
    Newest,
    /// An earlier one, from its own cell.
    Earlier,
}

/// What a figure of a row is beside the official one: `The newest figure is the official 67.5% of 2024/25.`, `The newest figure is
/// 5.6 points below the official 91.6% of 2024/25.`, and that it is to be checked where it is far from it.
pub fn beside_official(
    measure: &Measure,
    agreement: Agreement,
    official: Amount,
    period: Period,
    which: Which,
) -> String {
    let (this, the) = match which {
        Which::Newest => ("The newest figure", "the newest figure"),
        Which::Earlier => ("This figure", "this figure"),
    };
    let official =
        format!("the official {} of {}", amount_text(measure, official), period_text(measure, period));
    let apart = |difference: Decimal| {
        let apart = match (measure.kind, difference.units() < 0) {
            (Kind::Share, true) => "below",
            (Kind::Share, false) => "above",
            (Kind::Count, true) => "fewer than",
            (Kind::Count, false) => "more than",
            (_, true) => "lower than",
            (_, false) => "higher than",
        };
        format!("{} {apart} {official}", size_text(measure, difference))
    };
    match agreement {
        Agreement::Same => format!("{this} is the same as {official}."),
        Agreement::Differs(difference) => format!("{this} differs: it is {}.", apart(difference)),
        Agreement::Far(difference) => format!("Check {the}: it is {}.", apart(difference)),
    }
}

pub const NEEDS_COUNCIL: &str = "choose a council";
pub const NO_PERIOD_GIVEN: &str = "No period";
pub const UNREADABLE_PERIOD: &str = "! not a period";

/// The period that figures without one are for.
pub fn taken_as(period: Period) -> String {
    format!("read as {period}")
}

/// That a later table gives another figure, and the person has not said which is right.
pub fn given_again(figure: &str) -> String {
    format!("You also gave {figure} for this. Say above which is right.")
}

/// Why what was put into a cell is not used, after the name of the cell.
pub fn refused(cell: &str, typed: &str, why: &str) -> String {
    format!("{cell}: \u{201C}{typed}\u{201D} is not used. {why}.")
}

/// The heading of rows of which the person must say what they measure.
pub const WHICH_MEASURE: &str = "Which measure is this?";

pub const NEW_ROW: &str = "New row";
pub const LEFT_OUT: &str = "Left out";
pub const CHOOSE_MEASURE: &str = "Choose a measure";
pub const OWN_MEASURE: &str = "Your own measure";

/// What a row was called where it was pasted.
pub fn matched_from(label: &str) -> String {
    format!("pasted as \u{201C}{label}\u{201D}")
}

/// A row of an area that is named.
pub fn of_area(area: &str, what: &str) -> String {
    format!("{area}: {what}")
}

/// A numerator and a denominator as they were typed.
pub fn counts(numerator: &str, denominator: &str) -> String {
    format!("{numerator} of {denominator}")
}

pub const NOT_USED_MARK: &str = "Not used: ";
pub const CHECK_MARK: &str = "Check: ";
pub const DIFFERS_MARK: &str = "Differs from the official figure: ";

pub const READ_AS: &str = "Read as";
pub const KEEP_AS_OWN: &str = "Keep as your own measure";
pub const LEAVE_OUT: &str = "Leave out";
pub const INCLUDE_AGAIN: &str = "Include again";
pub const DELETE: &str = "Delete row";

/// The name of a cell: its row and its column.
pub fn cell(row: &str, column: &str) -> String {
    format!("{row}, {column}")
}

/// The name of the box in which the period of a column is changed.
pub fn heading_of(column: &str) -> String {
    format!("Period of the column {column}")
}

/// The name of a button of a row: what it does, and to which row.
pub fn button(action: &str, row: &str) -> String {
    format!("{action}: {row}").trim_end_matches([' ', ':']).to_owned()
}

/// A figure that was typed or changed here.
pub const EDITED_HERE: &str = "typed or changed here";

/// Where a figure was read.
pub fn read_from(place: &Place) -> String {
    format!("from {place}")
}

pub const BY_HAND: &str = "Type figures by hand";
pub const ADD_MEASURE: &str = "Add a measure";
pub const TYPE_MEASURE: &str = "Type part of its name";
pub const ADD_PERIOD: &str = "Add a period";
pub const EXAMPLE_PERIOD: &str = "2024/25 or Mar 2025";
pub const ADD: &str = "Add";
pub const NOT_A_PERIOD: &str =
    "Write a year such as 2024/25, a quarter such as Q1 2024/25, or a month such as Mar 2025.";

pub fn stated_change(change: &str) -> String {
    format!("stated change {change}")
}

pub const PREVIOUS: &str = "Previous";
pub const NEXT: &str = "Next";

/// What could not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotUsed {
    /// Cells of the table.
    Cells,
    /// Places of what was pasted or opened, whatever is in them.
    Places,
}

/// The heading of what needs attention.
pub fn to_mend(errors: usize, of: NotUsed, others: usize) -> String {
    let not_used = match of {
        NotUsed::Cells => number_of(errors, "cell", "cells"),
        NotUsed::Places => number_of(errors, "place", "places"),
    };
    let not_used = format!("{not_used} could not be used");
    match (errors, others) {
        (0, 1) => "1 thing to check".to_owned(),
        (0, many) => format!("{many} things to check"),
        (_, 0) => not_used,
        (_, others) => format!("{not_used}; {others} to check"),
    }
}

/// How much a problem matters.
pub const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Not used",
        Severity::Warning => "Check",
        Severity::Note => "Note",
    }
}

pub const SHOW: &str = "Show";
pub const IN: &str = "In";
pub const EVERY_TABLE: &str = "Every table";
pub const PASTED_OR_TYPED: &str = "Pasted or typed";
pub const NONE_OF_KIND: &str = "None of this kind.";
pub const DISMISS: &str = "Dismiss notes about tables";

pub fn all_problems(count: usize) -> String {
    format!("All ({count})")
}

pub fn problems_of(kind: &str, count: usize) -> String {
    format!("{kind} ({count})")
}

pub fn more_problems(count: usize) -> String {
    format!("And {count} more, each marked in its cell above.")
}

/// The place of a problem in pasted text; empty for what was typed into its cell.
pub fn pasted(place: &str) -> String {
    if place.is_empty() { "typed".to_owned() } else { format!("pasted {place}") }
}

/// What was found at a place, between the place and what is wrong with it.
pub fn found(text: &str) -> String {
    format!(" \u{201C}{text}\u{201D}")
}

/// Which cell a box mends, after its name, for people who do not see its place.
pub fn of_at(label: &str, place: &str) -> String {
    format!("of {label}, {place}")
}

pub const GO_TO_CELL: &str = "Go to the cell";

pub fn go_to_cell_of(label: &str) -> String {
    format!("Go to the cell of {label}")
}

/// Commentary was read of names that no measure has.
pub fn comments_wait(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("\u{201C}{name}\u{201D}")).collect();
    format!(
        "Commentary was read, but is not used yet, because no measure has this name: {}. Choose a measure for that \
         name, or add figures for it, to use the commentary.",
        names.join("; ")
    )
}

/// Which targets are not judged and why, one sentence for published measures and one for the council's own; none where all are.
pub fn targets_not_judged(measures: &[Measure]) -> Vec<String> {
    let (own, published): (Vec<&Measure>, Vec<&Measure>) =
        measures.iter().partition(|measure| measure.is_own());
    let names =
        |of: &[&Measure]| listed(&of.iter().map(|measure| measure.title.to_string()).collect::<Vec<_>>());
    let published = (!published.is_empty()).then(|| {
        format!(
            "Targets for {} are shown, but not compared: neither higher nor lower is better.",
            names(&published)
        )
    });
    let own = (!own.is_empty()).then(|| {
        format!(
            "Targets for {} are shown, but not compared yet: choose which direction is better.",
            names(&own)
        )
    });
    published.into_iter().chain(own).collect()
}
