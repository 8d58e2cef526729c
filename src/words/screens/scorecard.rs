//! The scorecard.

use crate::compare::{AgainstTarget, Mark, Miss, Row, Standing, Topic, Verdict, Way};
use crate::indicator::{Good, Publication};

use crate::words::agenda::targets_heading;
use crate::words::standing::counted_standing;
use crate::words::text::number_of;

pub const HEADING: &str = "Scorecard";
pub const CHOOSE_COUNCIL: &str = "Choose your council to see its official figures, each compared with England, the region and similar councils.";

/// What a scorecard of official figures shows, before the link to the Figures screen: how many measures of children in care and
/// care leavers, and of all pupils.
pub fn official_figures_shown(of_care: usize, of_pupils: usize) -> String {
    let pupils = match of_pupils {
        0 => String::new(),
        many => format!(", and {many} of all pupils"),
    };
    format!("The newest figures of the Department for Education: {of_care} measures{pupils}. ")
}

pub const ADD_YOURS: &str = "Add your own";
pub const OTHER_COUNCIL: &str = "Change council";
pub const YOUR_TARGETS: &str = "Your targets";

/// How many targets are set, and how many of them cannot be used or are of measures where neither direction is better, which are not
/// compared, after their heading; empty where none is set.
pub fn targets_set(set: usize, wrong: usize, unjudged: usize) -> String {
    match (set, wrong, unjudged) {
        (0, ..) => String::new(),
        (set, 0, 0) => format!(" ({set} set)"),
        (set, 0, unjudged) => format!(" ({set} set, {unjudged} not compared)"),
        (set, wrong, _) => format!(" ({set} set, {wrong} not usable)"),
    }
}

pub const COPY_TABLE: &str = "Copy table";
pub const COPY_ALL_SENTENCES: &str = "Copy sentences";
pub const PRINT: &str = "Print";
pub const TABLE_COPIED: &str = "The table was copied. Paste it into Word or Excel.";
pub const ALL_SENTENCES_COPIED: &str = "All sentences were copied. Paste them into Word or Excel.";

pub fn sentences_copied(heading: &str) -> String {
    format!("The sentences on {heading} were copied. Paste them into Word or Excel.")
}

pub fn row_copied(indicator: &str) -> String {
    format!("{indicator} was copied. Paste it into Word or Excel.")
}

pub fn sentence_copied(indicator: &str) -> String {
    format!("The sentence on {indicator} was copied.")
}

pub fn trails_copied(indicator: &str) -> String {
    format!("Copied: where the numbers of {indicator} come from.")
}

pub const NOT_COPIED: &str = "Your browser did not allow copying. Download it under Save and share instead.";

pub const SUMMARY: &str = "Summary";
pub const ALL_INDICATORS: &str = "All measures";
pub const INDICATOR: &str = "Measure";
pub const MEASURE: &str = "Measure";
pub const STATUS: &str = "Status";
pub const COUNTS: &str = "Counts";
pub const LAST_FIVE: &str = "Last five";
pub const AMONG_COUNCILS: &str = "Among all councils";
/// Under that heading: what the two ends of each line are.
pub const STRIP_ENDS: &str = "worst \u{2190} \u{2192} best";

/// Shows so many measures of all pupils.
pub fn show_pupils(count: usize) -> String {
    if count == 1 { "Show 1 measure".to_owned() } else { format!("Show {count} measures") }
}

pub const HIDE_PUPILS: &str = "Hide";
pub const BROKEN: &str = "series break";
pub const FILTER: &str = "Show";
pub const FIGURE: &str = "Figure";
pub const CHANGE: &str = "Change";
pub const TARGET: &str = "Target";
pub const TOLERANCE: &str = "Tolerance";
pub const COPY_SENTENCES: &str = "Copy the sentences";

/// What a button is about, after its text, for people who do not see its place.
pub fn on(heading: &str) -> String {
    format!(" on {heading}")
}

pub const SORT_BY: &str = "Sort by";
pub const BY_THEME: &str = "By theme";
/// Over the choice of the theme that is shown.
pub const OF_THEME: &str = "Theme";
pub const ALL_THEMES: &str = "All themes";
pub const BY_NAME: &str = "By name";
pub const BY_WORST: &str = "Worst first";

/// How many measures there are in all, for the choice that shows them all.
pub fn all_measures(count: usize) -> String {
    if count == 1 { "1 measure".to_owned() } else { format!("All {count}") }
}

/// The fold of the filters that are not in sight.
pub fn more_filters(count: usize) -> String {
    format!("{count} more filters")
}

/// Returns how many of some rows are of a standing, for the choice that shows only those: `2 worse`, or `None` if
/// none is.
pub fn of_standing(rows: &[&Row], standing: Standing) -> Option<String> {
    let of_it: Vec<&Row> = rows.iter().copied().filter(|row| row.standing() == standing).collect();
    (!of_it.is_empty()).then(|| counted_standing(standing, &of_it))
}

/// Returns how many of some rows have a mark, for the choice that shows only those, or `None` if none has: `3 getting worse`, `7
/// of 8 targets missed`. Where all rows are judged by their targets, their statuses say that.
pub fn marked(rows: &[&Row], mark: Mark) -> Option<String> {
    let count = rows.iter().filter(|row| mark.is_of(row)).count();
    if count == 0 {
        return None;
    }
    let of_targets = |topic: Topic| {
        let of = rows.iter().filter(|row| row.target.as_ref().is_some_and(AgainstTarget::is_judged)).count();
        let is_other = rows.iter().any(|row| row.way != Way::Target);
        is_other.then(|| targets_heading(topic, count, of))
    };
    match mark {
        Mark::TargetMissed => of_targets(Topic::Missed),
        Mark::TargetMet => of_targets(Topic::Met),
        Mark::GettingWorse => Some(format!("{count} getting worse")),
        Mark::GettingBetter => Some(format!("{count} getting better")),
        Mark::WorseThanBefore => Some(format!("{count} worse than before")),
        Mark::BetterThanBefore => Some(format!("{count} better than before")),
    }
}

/// Before what became of a target, where its column has no heading in sight.
pub const OF_TARGET: &str = "target ";

/// What became of a target, in the column of targets: `met`, `missed`, `missed, could be chance`.
pub const fn target_state(against: &AgainstTarget) -> &'static str {
    match (against.verdict, against.miss) {
        (Verdict::Met, _) => "met",
        (Verdict::Near, _) => "nearly met",
        (Verdict::Missed, Miss::ByChance) => "missed, could be chance",
        (Verdict::Missed, Miss::Clear) => "clearly missed",
        (Verdict::Missed, Miss::NotTested) => "missed",
        (Verdict::CannotSay(_), _) => "not compared",
        _ => "",
    }
}

/// A comparator of which there is no value, and why.
pub fn not_compared_with(name: &str, reason: &str) -> String {
    format!("{name}: {reason}.")
}

/// When a scorecard was printed.
pub fn printed_on(date: &str) -> String {
    format!("Printed on {date}.")
}

pub const LEFT_OUT: &str = "Left out";

/// How many figures of how many names are not in the scorecard, before the link to them: `2 names (9 figures) are not in this
/// scorecard. `
pub fn names_not_used(names: usize, figures: usize) -> String {
    let figures = number_of(figures, "figure", "figures");
    let (names, are) = (number_of(names, "name", "names"), if names == 1 { "is" } else { "are" });
    format!("{names} ({figures}) {are} not in this scorecard. ")
}

/// No council is chosen, before the button that leads to the box.
pub const NO_COUNCIL_CHOSEN: &str = "Whose figures are these? With a council they are also compared with its region, its neighbours and its own past. ";
pub const CHOOSE: &str = "Choose the council";

pub const SEE_WHY: &str = "See why";
/// That there is nothing to show of a council, for the period where one is chosen, and what to do next.
pub fn nothing_to_show(council: Option<&str>, period: Option<&str>) -> String {
    let of = council.map(|council| format!(" for {council}")).unwrap_or_default();
    match period {
        Some(period) => format!(
            "There are no figures{of} in {period}. Show the newest ones, or add figures for {period}."
        ),
        None => {
            format!("No figures are published{of}. Add your own, or choose another council under Settings.")
        }
    }
}

/// That figures of others were entered, and none of the council chosen, of which nothing is shown.
pub fn none_of_council(council: &str) -> String {
    format!(
        "None of the figures entered are for {council}. Choose another council under Settings, or add its figures."
    )
}

pub const SHOW_NEWEST: &str = "Show the newest figures";
pub const ADD_FIGURES: &str = "Add figures";
pub const NONE_OF_STANDING: &str = "No measure is left that these filters show. Choose All.";

pub const HOW_TO_READ: &str = "How to read this table, and what is not compared";

/// Where a narrow window leaves columns out.
pub const NO_ROOM: &str = "This window has no room for every column. Open a row for the rest.";

/// How to read the small charts in the cells.
pub const STRIPS: &str = " Among all councils: large dot = this council; bar = its 95% interval; grey dots = all councils; E = England; R = region; \
     N = neighbours; T = your target; the councils you chose have the signs of their headings. The right end is the best council and the left end the worst, each with its value; where neither \
     is better, the lowest is left and the highest right, and low, high or in the middle says where this council is.";

/// What a row answers to.
pub const OPENS: &str = "Select a measure for its details. ";

/// How to read the other columns.
pub const SIGNS: &str = "A figure is red where it is worse and green where it is better, as its status says; a target is coloured by itself; a change is coloured \
     in the same way; an arrow after it means that it is clear, a wave that it could be chance, and no sign that it was not tested. Hollow dots are published figures. Below the figure of a council you chose, \
     a sign and words say how ours compares with it.";
/// What the status and the target of the same row say.
pub const TARGETS: &str = "Status and target are two judgements. The status tests the difference from England, which can be chance. The column Target says \
     whether the figure as it is meets the target, and whether chance could explain that it does not.";
pub const DIFFERENCES: &str = "Differences are in percentage points, calculated before rounding. Ranks and quarters use figures rounded like the official ones.";
pub const DIFFERS: &str = "Where DfE published another figure for the same year, it is shown below yours. It may have \
     been counted on a different day, or revised since. It is marked if it is outside the 95% interval of your figure.";

pub const COPY_SENTENCE: &str = "Copy this sentence";
pub const COPY_TRAILS: &str = "Copy where these numbers come from";
pub const COPY_ROW: &str = "Copy this row";
pub fn trend(trend: &str) -> String {
    format!("Trend: {trend}")
}

pub fn interval_of_number(interval: &str) -> String {
    format!("Numbers of this size vary by chance from year to year: 95% interval {interval}.")
}

/// What is folded where a row is opened, by what it answers.
pub const COMPARED: &str = "Each comparison, with the year and the place";
pub const CLOSING: &str = "How many more or fewer would match each";
pub const OVER_TIME: &str = "Change and trend";
pub const SURE: &str = "How sure this figure is";
pub const ABOUT_MEASURE: &str = "Definition and source";

/// Before the definition where a row is opened.
pub const MEANING: &str = "What it counts";
pub const DEFINITION: &str = "Definition";
pub const NUMERATOR: &str = "Numerator";
pub const DENOMINATOR: &str = "Denominator";
pub const DIRECTION: &str = "Direction";
pub const SOURCE_OF_DEFINITION: &str = "Source of the definition";
pub const OFFICIAL_FIGURES: &str = "Official figures";
pub const NO_OFFICIAL_FIGURES: &str = "None: this is a local measure.";

/// Which direction of an indicator is better.
pub const fn direction(good: Good) -> &'static str {
    match good {
        Good::High => "Higher is better",
        Good::Low => "Lower is better",
        Good::Neither => "Neither higher nor lower is better",
    }
}

/// Where the official figures of an indicator are from.
pub fn official_figures(publication: &Publication) -> String {
    format!("Department for Education, {}, {}. {}", publication.title, publication.release, publication.files)
}

pub const ABOUT_TARGETS: &str = "A figure that misses its target by no more than the tolerance is marked near the target. Where neither higher nor lower \
     is better, a target is shown but not compared.";

/// In what the target of a percentage is given.
pub const UNIT_OF_SHARE: &str = "target as a percentage, tolerance in percentage points";
