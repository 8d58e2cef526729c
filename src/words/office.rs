//! Word and Excel files.
#![expect(missing_docs, reason = "a label says itself what it is")]

use crate::compare::{AgainstTarget, Quartile, Verdict, Way};
use crate::indicator::{Good, Indicator, Kind};
use crate::period::Period;

use super::verdict::missed_how;

/// A target and what became of it, below a figure: `Target 95%, missed`; empty where there is none.
pub fn of_target(target: &str) -> String {
    if target.is_empty() { String::new() } else { format!("{TARGET} {target}") }
}

/// Names of sheets.
pub const SCORECARD: &str = "Scorecard";
pub const FIGURES: &str = "Figures";
pub const COMPARATORS: &str = "Comparators";
pub const CASELOADS: &str = "Caseloads";
pub const CHARTS: &str = "Charts";
pub const DEFINITIONS: &str = "Definitions";

/// Before what months or quarters say on the first page: `What the figures show up to March 2026:`
pub fn what_they_show(newest: Period) -> String {
    format!("What the figures show up to {newest}:")
}

/// The column of themes.
pub const THEME: &str = "Theme";

/// Columns of the scorecard before those of its comparators.
pub const SCORECARD_COLUMNS: [&str; 11] = [
    THEME,
    "Measure",
    "Period",
    "Number",
    "Out of",
    "Figure",
    "95% interval from",
    "95% interval to",
    "Change",
    "Change since",
    "Verdict",
];

/// The column of targets.
pub const TARGET: &str = "Target";
/// The column of how far from a target is near.
pub const TOLERANCE: &str = "Tolerance";
/// The verdict on a figure and its target.
pub const TARGET_VERDICT: &str = "Target: verdict";
/// The column of sentences.
pub const IN_WORDS: &str = "In words";

/// The verdict on a figure and a comparator.
pub fn verdict_column(comparator: &str) -> String {
    format!("{comparator}: verdict")
}

/// The column of years of a comparator.
pub fn year_column(comparator: &str) -> String {
    format!("{comparator}: year")
}

/// Columns of the figures.
pub const MEASURE: &str = "Measure";
pub const AREA: &str = "Area";
pub const PART: &str = "Part";
/// The column of figures without a period.
pub const NO_PERIOD: &str = "Value";

/// Behind a difference of percentages.
pub const POINTS: &str = " points";

/// What a row of figures holds.
pub const NUMERATOR: &str = "Numerator";
pub const DENOMINATOR: &str = "Denominator";

/// What the row of values of an indicator holds.
pub const fn value_part(kind: Kind) -> &'static str {
    match kind {
        Kind::Share => "Percentage",
        Kind::Rate => "Rate",
        Kind::Count => "Number",
        Kind::Mean | Kind::Days | Kind::Score => "Value",
    }
}

/// Columns of the comparators before those of each.
pub const COMPARATOR_COLUMNS: [&str; 3] = ["Measure", "Period", "Our figure"];
/// Columns of the definitions.
pub const DEFINITION_COLUMNS: [&str; 6] =
    ["Measure", "Theme", "Unit", "Better when", "Definition", "Source of official figures"];

/// The direction that is better.
pub const fn better_when(good: Good) -> &'static str {
    match good {
        Good::High => "higher",
        Good::Low => "lower",
        Good::Neither => "neither",
    }
}

/// The unit of an indicator.
pub fn unit(indicator: &Indicator) -> &str {
    match indicator.kind {
        Kind::Share => "percentage",
        Kind::Count => "number",
        _ => indicator.unit,
    }
}

/// The verdict on a target, and where it is missed whether chance could explain that: `Missed`, `Missed, not tested`.
pub fn target_verdict(against: &AgainstTarget) -> String {
    format!("{}{}", verdict(against.verdict), missed_how(against))
}

/// A verdict in a word or two.
pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Better => BETTER,
        Verdict::Worse => WORSE,
        Verdict::Similar => COULD_BE_CHANCE,
        Verdict::Higher => "Higher",
        Verdict::Lower => "Lower",
        Verdict::Met => MET,
        Verdict::Near => NEAR,
        Verdict::Missed => MISSED,
        Verdict::In(Quartile::A) => TOP,
        Verdict::In(Quartile::B) => "Second quarter",
        Verdict::In(Quartile::C) => "Third quarter",
        Verdict::In(Quartile::D) => BOTTOM,
        Verdict::CannotSay(_) => "",
    }
}

const BETTER: &str = "Better";
const WORSE: &str = "Worse";
const COULD_BE_CHANCE: &str = "Could be chance";
const MET: &str = "Met";
const NEAR: &str = "Near";
const MISSED: &str = "Missed";
const TOP: &str = "Top quarter";
const BOTTOM: &str = "Bottom quarter";
/// The words of verdicts that are coloured: the good, those between, the bad.
pub const GOOD_WORDS: [&str; 3] = [BETTER, MET, TOP];
pub const MIDDLING_WORDS: [&str; 1] = [NEAR];
pub const BAD_WORDS: [&str; 3] = [WORSE, MISSED, BOTTOM];

/// What of a workbook is live.
pub const LIVE: &str = "Where numbers are given, percentages and rates are formulas that use them. Verdicts, intervals and sentences do not change: \
     to update them, paste the changed figures into the page.";

/// How many measures have which status, reached in these ways, as a chart.
pub const fn statuses_title(ways: &[Way]) -> &'static str {
    match ways {
        [Way::Interval] => "Measures by how they compare with England",
        [Way::Target] => "Measures by our own targets",
        [Way::Quartile] => "Measures by place among all councils",
        _ => "Measures by status",
    }
}

/// The name of what that chart counts.
pub const MEASURES: &str = "Measures";

/// "Worse 2, Could be chance 8, Better 3."
pub fn statuses_sentence(counts: &[(String, usize)]) -> String {
    let counts: Vec<String> = counts.iter().map(|(word, count)| format!("{word} {count}")).collect();
    format!("{}.", counts.join(", "))
}

/// The title of a file of official figures or of one's own.
pub fn figures_title(council: Option<&str>) -> String {
    council.map_or_else(|| FIGURES.to_owned(), |council| format!("{FIGURES} of {council}"))
}

/// The Word document.
pub const REPORT_TITLE: &str = "Corporate parenting report";
pub const COUNCIL: &str = "Council";
pub const COMMITTEE: &str = "Committee";
pub const DATE: &str = "Date of meeting";
pub const FROM: &str = "From";
pub const TO: &str = "To";
pub const FILL_COUNCIL: &str = "Name of the council";
pub const FILL_COMMITTEE: &str = "Name of the committee";
pub const FILL_DATE: &str = "Date of the meeting";
pub const FILL_FROM: &str = "Name and role of the author";
pub const FILL_TO: &str = "Who the report is for";
pub const CONTENTS: &str = "Contents";
pub const SUMMARY: &str = "Summary";
pub const DEFINITIONS_AND_SOURCES: &str = "Definitions and sources";
pub const NOTES_AND_SOURCES: &str = "Notes and sources";
pub const TABLE: &str = "Table";
pub const FIGURE: &str = "Figure";
pub const OUR_FIGURE: &str = "Our figure";
pub const STATUS: &str = "Status";
/// In a cell in which nothing can stand.
pub const NOTHING: &str = "\u{2013}";

/// Measures of one status of which nothing more is said: "Could be chance: Dental checks; Immunisations."
pub fn of_status(status: &str, measures: &[&str]) -> String {
    format!("{status}: {}.", measures.join("; "))
}
/// Around the number of a page: "Page 2 of 9".
pub const PAGE: &str = "Page ";
pub const OF_PAGES: &str = " of ";
