//! Answers of a caseload scenario: sentences, texts of its charts and its table.

use crate::number::whole_below;
use crate::scenario::{Caseload, CaseloadInputs};

use super::text::model_number;

/// Nouns for the people of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nouns {
    /// `social workers`.
    pub workers: &'static str,
    /// `children`.
    pub children: &'static str,
}

/// The answer of a scenario in plain sentences, ready for a report, with its inputs.
pub fn caseload_sentence(inputs: &CaseloadInputs, found: &Caseload, nouns: Nouns) -> String {
    let Nouns { workers, children } = nouns;
    let n = |number| model_number(number, 2);
    let mut sentences = vec![format!(
        "{} FTE {workers} hold {} {children}: an average of {} each.",
        n(found.holding_fte),
        n(inputs.children),
        n(found.caseload)
    )];
    let target = n(inputs.target);
    if found.extra_fte > 0.0 {
        sentences.push(format!(
            "For {target} each, {} FTE are needed ({} if all work full time): {} FTE more than now.",
            n(found.fte_needed),
            model_number(found.people_needed, 0),
            n(found.extra_fte)
        ));
        let held = whole_below(found.children_held_at_target);
        sentences.push(format!(
            "At {target} each, today\u{2019}s team can hold {} {children}; {} {children} are above that level today.",
            n(held),
            n(inputs.children - held)
        ));
        sentences.push(format!(
            "At the target there is {}% more of a worker\u{2019}s time for each of them.",
            model_number(found.time_per_child_change * 100.0, 1)
        ));
    } else {
        sentences.push(format!(
            "For {target} each, {} FTE are needed: the team has {} FTE more than that.",
            n(found.fte_needed),
            n(-found.extra_fte)
        ));
    }
    if let Some(cost) = found.cost_per_year.filter(|_| found.extra_fte > 0.0) {
        sentences.push(format!("The extra posts cost \u{A3}{} a year.", model_number(cost, 0)));
    }
    sentences.push(path_sentence(inputs, found));
    if let (Some(month), Some(hires)) = (inputs.by_month, found.hires_needed) {
        sentences.push(format!("To reach {target} by month {month}, recruit {} FTE a month.", n(hires)));
    }
    sentences.extend(chance_sentence(inputs, found));
    sentences.join(" ")
}

/// When the target is reached and held, or why it is not.
pub fn path_sentence(inputs: &CaseloadInputs, found: &Caseload) -> String {
    let target = model_number(inputs.target, 2);
    let months = inputs.months;
    let months = if months == 1 { "1 month".to_owned() } else { format!("{months} months") };
    match found.path.reached_in_month {
        Some(0) => format!("The average is {target} or less now, and stays so for {months}."),
        Some(month) if found.path.months.last().is_some_and(|last| last.children <= 0.0) => {
            format!(
                "With this growth nobody is left by the end. Check it. The average reaches {target} in month {month}."
            )
        }
        Some(month) => {
            format!(
                "The average reaches {target} in month {month} and stays there for the rest of the {months}."
            )
        }
        None if inputs.staffing.turnover == 0.0 && inputs.staffing.hires_per_month == 0.0 => {
            format!(
                "With no leavers and no recruitment, the average does not reach {target} within {months}."
            )
        }
        None => format!(
            "The average does not reach {target} within {months}: the team loses {} FTE a month at first and recruits {}.",
            model_number(found.path.lost_per_month, 2),
            model_number(inputs.staffing.hires_per_month, 2)
        ),
    }
}

/// The chance at the end of the path, or `None` if nothing is uncertain.
pub fn chance_sentence(inputs: &CaseloadInputs, found: &Caseload) -> Option<String> {
    let bands = &found.simulation.as_ref()?.bands;
    let month = inputs.by_month.unwrap_or(inputs.months).min(inputs.months);
    let band = bands.get(month)?;
    Some(format!(
        "With the ranges given, there is a {}% chance that the average is {} or less in month {month}, and 8 chances in 10 \
         that it is between {} and {} (10,000 paths simulated).",
        model_number(band.chance * 100.0, 0),
        model_number(inputs.target, 2),
        model_number(band.low, 1),
        model_number(band.high, 1)
    ))
}

/// The title of the table of scenarios.
pub const TABLE_TITLE: &str = "Caseload scenarios";

/// Its first column.
pub const MEASURE: &str = "Measure";

/// Its rows of numbers.
pub const MEASURES: [&str; 12] = [
    "Children or care leavers",
    "Workers holding cases (FTE)",
    "Average caseload now",
    "Target caseload",
    "Workers needed (FTE)",
    "Workers needed (if all work full time)",
    "More than now (FTE)",
    "Children today\u{2019}s team can hold at the target",
    "Children above that level today",
    "Highest average ahead if the team stays as it is",
    "More time for each at the target (%)",
    "Cost of the extra posts (\u{A3} a year)",
];

/// In place of a number that was not given.
pub const NOT_GIVEN: &str = "not given";

/// The row of when the target is reached.
pub const REACHED: &str = "Target reached and held";

/// The row of how the team's size is known.
pub const TEAM_SIZE: &str = "Size of the team";

/// The team's size was given.
pub const WORKERS_GIVEN: &str = "workers given";

/// The average was given instead.
pub const AVERAGE_GIVEN: &str = "average given";

/// When the target is reached and held, short.
pub fn reached(inputs: &CaseloadInputs, found: &Caseload) -> String {
    match found.path.reached_in_month {
        Some(0) => "now".to_owned(),
        Some(month) => format!("month {month}"),
        None => format!("not within {} months", inputs.months),
    }
}

/// The axis of targets.
pub const TARGET_CASELOAD: &str = "Target caseload";

/// The axis of months.
pub const MONTHS_FROM_NOW: &str = "Months from now";

/// The line of the average.
pub const AVERAGE: &str = "average";

/// The line of the target.
pub fn target_line(target: f64) -> String {
    format!("target {}", model_number(target, 2))
}

/// The mark of the chosen target.
pub fn chosen_mark(fte: f64, target: f64) -> String {
    format!("{} FTE at {}", model_number(fte, 1), model_number(target, 1))
}

/// The mark of the present average.
pub fn now_mark(fte: f64, caseload: f64) -> String {
    format!("now {} FTE at {}", model_number(fte, 1), model_number(caseload, 1))
}

/// "An average of 15 each needs 43.1 FTE"
pub fn curve_headline(inputs: &CaseloadInputs, found: &Caseload) -> String {
    let needed = model_number(found.fte_needed, 1);
    format!("An average of {} each needs {needed} FTE", model_number(inputs.target, 2))
}

/// What the curve shows.
pub fn curve_subtitle(inputs: &CaseloadInputs, nouns: Nouns) -> String {
    format!(
        "Full-time equivalent {} needed for {} {}, by target caseload",
        nouns.workers,
        model_number(inputs.children, 0),
        nouns.children
    )
}

/// The present average.
pub fn curve_sentence(inputs: &CaseloadInputs, found: &Caseload, nouns: Nouns) -> String {
    format!(
        "{} FTE {} hold {} {} now: an average of {} each.",
        model_number(found.holding_fte, 1),
        nouns.workers,
        model_number(inputs.children, 0),
        nouns.children,
        model_number(found.caseload, 1)
    )
}

/// The title of the table of targets.
pub const CURVE_TITLE: &str = "Workers needed for each target";

/// Its columns.
pub const CURVE_COLUMNS: [&str; 4] = [TARGET_CASELOAD, "Workers needed (FTE)", "More than now (FTE)", "Mark"];

/// The mark of the target nearest to the present average, which is the one chosen.
pub const NOW_AND_CHOSEN: &str = "now and chosen";

/// The mark of the target nearest to the present average.
pub const NEAREST_TO_NOW: &str = "nearest to now";

/// The mark of the target chosen.
pub const CHOSEN: &str = "chosen";

/// What the path shows.
pub fn path_subtitle(inputs: &CaseloadInputs, found: &Caseload, nouns: Nouns) -> String {
    let band =
        if found.simulation.is_some() { "; 8 in 10 simulated paths are in the shaded band" } else { "" };
    format!("Average {} per worker ({}) over {} months{band}", nouns.children, nouns.workers, inputs.months)
}

/// The title of the table by month.
pub const PATH_TITLE: &str = "Month by month";

/// Its columns.
pub const PATH_COLUMNS: [&str; 4] =
    ["Month", "Children or care leavers", "Workers (FTE)", "Average caseload"];
