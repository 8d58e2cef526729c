//! Caseloads.

use super::{Labelled, labelled};
use crate::period::Period;

pub const HEADING: &str = "Caseloads";
pub const INTRODUCTION: &str = "How many workers a target takes, what they cost, and when you would get there. Three numbers are enough to start.";

/// The groups of boxes, in order. The first is all that is needed.
pub const GROUPS: [&str; 8] = [
    "Three numbers to start",
    "Vacancies and absence",
    "Newly qualified workers",
    "Growth",
    "Recruitment and leavers",
    "Money",
    "Time with children",
    "Uncertainty",
];

/// The two scenarios there are at first.
pub const FIRST_SCENARIO: &str = "Social workers";
pub const SECOND_SCENARIO: &str = "Personal advisers";

pub const CHILDREN: Labelled = labelled("Children", "Allocated to this team today.");
pub const WORKERS: Labelled = labelled(
    "Workers in post (FTE)",
    "Full-time equivalents: two half-time workers count as one. Newly qualified workers are entered below.",
);
pub const AVERAGE: Labelled = labelled(
    "Average caseload now",
    "For each full-time equivalent (FTE): two half-time workers count as one.",
);
pub const TARGET: Labelled = labelled("Target caseload", "For each full-time equivalent.");
pub const NEWLY_QUALIFIED: Labelled = labelled(
    "Newly qualified workers (FTE)",
    "In addition to the workers in post. Not used if you enter the average.",
);
pub const NEWLY_QUALIFIED_COUNT_AS: Labelled = labelled(
    "A newly qualified worker counts as",
    "0 = not counted, 1 = counted in full. Some councils use 0.6.",
);
pub const VACANT: Labelled = labelled(
    "Not holding cases (FTE)",
    "Vacant posts and long-term sickness that are included in the workers in post.",
);
pub const GROWTH: Labelled = labelled(
    "Growth in children (% a year)",
    "Spread evenly over each year, and compounding from year to year.",
);
pub const GROWTH_NUMBER: Labelled = labelled(
    "Or growth in children (number a year)",
    "Instead of a percentage. Put a minus sign in front for a fall.",
);
pub const UNACCOMPANIED: Labelled =
    labelled("Unaccompanied children among them", "Forecast separately, with a growth of their own.");
pub const UNACCOMPANIED_GROWTH: Labelled = labelled(
    "Growth in unaccompanied children (% a year)",
    "Used only if you enter a number of unaccompanied children.",
);
pub const TURNOVER: Labelled = labelled(
    "Turnover of workers (% a year)",
    "Spread evenly: a twelfth of this percentage leaves each month.",
);
pub const RECRUITMENT: Labelled =
    labelled("Recruitment (FTE a month)", "Appointed each month, until the target is reached.");
pub const MONTHS_TO_START: Labelled =
    labelled("Months until a recruit starts", "From appointment to holding cases.");
pub const MONTHS: Labelled = labelled("Months ahead", "How far to look ahead.");
pub const BY_MONTH: Labelled =
    labelled("Reach the target by month", "The recruitment this takes is worked out.");
pub const HOURS: Labelled = labelled("Hours a week", "For a full-time worker.");
pub const DIRECT_SHARE: Labelled = labelled("Spent directly with children (%)", "Share of those hours.");
pub const COST: Labelled = labelled("Cost of a post (\u{A3} a year)", "Including on-costs.");
pub const AGENCY_SHARE: Labelled = labelled("Filled by agency workers (%)", "Share of the extra posts.");
pub const AGENCY_PREMIUM: Labelled =
    labelled("Extra cost of an agency worker (%)", "On top of the cost of a post.");
pub const GROWTH_LOW: Labelled =
    labelled("Lowest growth (% a year)", "Any growth up to the highest is equally likely.");
pub const GROWTH_HIGH: Labelled = labelled("Highest growth (% a year)", "");
pub const TURNOVER_LOW: Labelled =
    labelled("Lowest turnover (% a year)", "Any turnover up to the highest is equally likely.");
pub const TURNOVER_HIGH: Labelled = labelled("Highest turnover (% a year)", "");

pub const SCENARIOS: &str = "Scenarios";
pub const COPY_SCENARIO: &str = "Copy this scenario";
pub const REMOVE_SCENARIO: &str = "Remove this scenario";
pub const NAME: &str = "Name of the scenario";
pub const WORKER: &str = "Who holds the cases";

/// The button that asks for workers in place of the average.
pub const ENTER_WORKERS: &str = "Enter workers in post instead";
/// The button that asks for the average in place of workers.
pub const ENTER_AVERAGE: &str = "Enter the average caseload instead";

/// How many boxes of a closed group hold something.
pub fn entered(boxes: usize) -> String {
    format!("{boxes} entered")
}

/// In the heading of a closed group in which something cannot be used.
pub const CHECK: &str = "check what is entered";

/// The heading of what opens by one press.
pub const ADD_DETAIL: &str = "Add detail";

pub const NOTHING_YET: &str = "Enter three numbers. The answer appears here.";
pub const LAST_GOOD: &str = "Last good answer: something entered cannot be used.";

/// The name of the form of a scenario.
pub fn inputs_of(scenario: &str) -> String {
    format!("Inputs of {scenario}")
}

/// The answer of a scenario with its inputs, as it is copied.
pub fn copied(scenario: &str, sentences: &str, inputs: &[(&str, String)], mark: &str) -> String {
    let inputs: Vec<String> = inputs.iter().map(|(label, text)| format!("{label} {text}")).collect();
    format!("{scenario}: {sentences} Inputs: {}. {mark}", inputs.join("; "))
}

/// How the number of children changed over the last year of the figures, before the button that uses it.
pub fn change_in_figures(before: i64, now: i64, period: Period) -> String {
    format!("In your figures the number went from {before} to {now} in the year to {period}. ")
}

/// The button that uses a change, given with its sign.
pub fn use_change(change: &str) -> String {
    format!("Use {change} a year")
}

/// The headline where the team is neither too large nor too small.
pub fn exactly_right(target: &str) -> String {
    format!("The team is exactly the right size for {target} each")
}

/// The headline where workers are missing.
pub fn more_needed(fte: &str, workers: &str, target: &str) -> String {
    format!("You need {fte} more {workers} (FTE) for {target} each")
}

/// The headline where there are workers to spare.
pub fn to_spare(fte: &str, workers: &str, target: &str) -> String {
    format!("You have enough {workers} for {target} each, with {fte} FTE to spare")
}

pub const AVERAGE_NOW: &str = "Average caseload now";

/// The average, and how many workers it is of.
pub fn average_now(average: &str, fte: &str) -> String {
    format!("{average} ({fte} FTE hold cases)")
}

pub fn workers_needed(target: &str) -> String {
    format!("Workers needed for {target} each")
}

/// Workers as full-time equivalents and as people.
pub fn fte_and_people(fte: &str, people: &str) -> String {
    format!("{fte} FTE ({people} if all work full time)")
}

pub fn held_by_team(target: &str) -> String {
    format!("Today\u{2019}s team can hold, at {target} each")
}

pub const ABOVE_NOW: &str = "Above that level today";
pub const ROOM_FOR: &str = "Room for";

/// A number of those whose cases are held.
pub fn number_of(count: &str, children: &str) -> String {
    format!("{count} {children}")
}

pub fn more_of(count: &str, children: &str) -> String {
    format!("{count} more {children}")
}

pub fn highest_average(months: usize) -> String {
    format!("Highest average in the next {months} months with today\u{2019}s team")
}

pub const TIME_FOR_EACH: &str = "Worker\u{2019}s time for each case at the target";

pub fn more_time(percent: &str) -> String {
    format!("{percent}% more")
}

pub fn less_time(percent: &str) -> String {
    format!("{percent}% less")
}

pub const DIRECT_HOURS: &str = "Direct hours for each case a month";

pub fn now_and_at_target(now: &str, then: &str) -> String {
    format!("{now} now, {then} at the target")
}

pub const EXTRA_COST: &str = "Cost of the extra posts";

/// What the extra posts cost, in pounds.
pub fn cost(a_year: &str, in_all: &str, months: usize) -> String {
    format!("\u{A3}{a_year} in a full year at the end, \u{A3}{in_all} over {months} months")
}

pub fn recruitment_by(month: usize) -> String {
    format!("Recruitment needed to reach the target by month {month}")
}

pub fn fte_a_month(fte: &str) -> String {
    format!("{fte} FTE a month")
}

pub const NOBODY_STARTED: &str = "not possible: no recruit would have started by then";

pub const SIDE_BY_SIDE: &str = "Side by side";

pub fn differences_from(base: &str) -> String {
    format!("Differences from {base} are in brackets.")
}

pub const COMPARE_WITH: &str = "Compare with";

pub fn compare_with(scenario: &str) -> String {
    format!("Compare with {scenario}")
}
