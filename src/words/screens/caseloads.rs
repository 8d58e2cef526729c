//! Caseloads.

use super::{Labelled, labelled};
use crate::period::Period;
use crate::words::text::{model_number, pounds};

pub const HEADING: &str = "Caseloads";
/// The name of a copy, the second of which has a number.
pub fn copy_of(name: &str, number: usize) -> String {
    if number < 2 { format!("{name}, copy") } else { format!("{name}, copy {number}") }
}

/// The name without what makes it that of a copy.
pub fn copied_from(name: &str) -> &str {
    name.split(", copy").next().unwrap_or(name)
}

pub const INTRODUCTION: &str = "How many workers a target takes, what they cost, and when you would get there. Three numbers are enough to start.";

/// The groups of boxes, in order. The first is all that is needed.
pub const GROUPS: [&str; 14] = [
    "Three numbers to start",
    "Vacancies, absence and part-time",
    "Newly qualified workers",
    "Kinds of case",
    "Growth",
    "Recruitment and leavers",
    "Dates",
    "Money",
    "Agency workers",
    "Posts that follow",
    "Other targets and breaking even",
    "Time with children",
    "Uncertainty",
    "Recommendation",
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
    "0 = not counted, 1 or 100% = counted in full. Some councils use 0.6.",
);
pub const VACANT: Labelled = labelled(
    "Vacant posts (FTE)",
    "Posts that nobody is in. If you entered the workers in post, count these among them. They cost nothing until somebody starts.",
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
    labelled("Unaccompanied children among them", "Forecast separately, with their own growth.");
pub const UNACCOMPANIED_GROWTH: Labelled = labelled(
    "Growth in unaccompanied children (% a year)",
    "Used only if you enter a number of unaccompanied children.",
);
pub const TURNOVER: Labelled = labelled(
    "Turnover of workers (% a year)",
    "Spread evenly: a twelfth of this percentage leaves each month.",
);
pub const RECRUITMENT: Labelled = labelled(
    "Recruitment (FTE a month)",
    "Appointed each month. Recruitment stops at the target, unless you tick the box below.",
);
pub const MONTHS_TO_START: Labelled =
    labelled("Months until a recruit starts", "From appointment to holding cases.");
pub const MONTHS: Labelled = labelled("Months ahead", "How far to look ahead.");
pub const BY_MONTH: Labelled = labelled(
    "Reach the target by",
    "A month such as March 2028, or its number. The recruitment needed is worked out.",
);
pub const HOURS: Labelled = labelled("Hours a week", "For a full-time worker.");
pub const DIRECT_SHARE: Labelled = labelled("Spent directly with children (%)", "Share of those hours.");
pub const COST: Labelled = labelled("Cost of a post (\u{A3} a year)", "Including on-costs.");
pub const AGENCY_SHARE: Labelled =
    labelled("Posts filled by agency workers (%)", "Share of all posts, today\u{2019}s and new ones.");
pub const AGENCY_PREMIUM: Labelled =
    labelled("Extra cost of an agency worker (%)", "On top of the cost of a post.");
pub const GROWTH_LOW: Labelled =
    labelled("Lowest growth (% a year)", "Any growth up to the highest is equally likely.");
pub const GROWTH_HIGH: Labelled = labelled("Highest growth (% a year)", "");
pub const TURNOVER_LOW: Labelled =
    labelled("Lowest turnover (% a year)", "Any turnover up to the highest is equally likely.");
pub const TURNOVER_HIGH: Labelled = labelled("Highest turnover (% a year)", "");

pub const HIRES_LOW: Labelled =
    labelled("Lowest recruitment (FTE a month)", "Any number up to the highest is equally likely.");
pub const HIRES_HIGH: Labelled = labelled("Highest recruitment (FTE a month)", "");
pub const COVERED: Labelled = labelled("Vacant posts filled by agency workers (%)", "They hold cases.");
pub const ABSENCE: Labelled =
    labelled("Sickness and leave (% of working time)", "Of everybody who holds cases.");
pub const ADVANCED: Labelled =
    labelled("Advanced practitioners (FTE)", "Among the workers in post, with fewer cases.");
pub const ADVANCED_COUNT_AS: Labelled =
    labelled("An advanced practitioner counts as", "0 = holds no cases, 1 = a full caseload.");
pub const FTE_PER_PERSON: Labelled =
    labelled("FTE per person", "0.8 where people work four days a week on average.");
pub const NEWLY_QUALIFIED_SHARE: Labelled = labelled(
    "Newly qualified among recruits (%)",
    "If you enter the average caseload, also among the team today.",
);
pub const NEWLY_STAGE_MONTH: Labelled =
    labelled("They count as more from month", "Months after their start, such as 7.");
pub const NEWLY_STAGE_COUNT_AS: Labelled = labelled("From then on they count as", "Such as 0.9.");
pub const NEWLY_FULL_MONTH: Labelled =
    labelled("They hold a full caseload from month", "13 after an assessed year, up to 24.");
pub const KEEP_RECRUITING: Labelled = labelled("Go on recruiting past the target", "");
pub const START: Labelled = labelled("First month", "Month 1 of the plan, such as April 2026.");
pub const ON_COSTS: Labelled = labelled("On-costs (%)", "Leave empty if the cost of a post includes them.");
pub const PAY_AWARD: Labelled = labelled("Pay award (% a year)", "");
pub const PAY_AWARD_MONTH: Labelled = labelled(
    "First month of the pay award",
    "Such as April 2027, or the number of the month. Empty: a year after the first month.",
);
pub const AGENCY_MONTH: Labelled = labelled(
    "Agency workers finish in",
    "Such as March 2027, or the number of the month. Leave empty if they stay.",
);
pub const AGENCY_FALLS: Labelled = labelled("Their number falls evenly until then", "");
pub const COST_PER_STARTER: Labelled =
    labelled("Recruitment and induction (\u{A3} per starter)", "Paid in the month of the start.");
pub const COST_PER_LEAVER: Labelled =
    labelled("Cost of each leaver (\u{A3})", "Paid in the month of leaving.");
pub const MANAGER_PER: Labelled = labelled("Workers per team manager", "Often six or seven.");
pub const MANAGER_COST: Labelled = labelled("Cost of a team manager (\u{A3} a year)", "With on-costs.");
pub const SUPPORT_PER: Labelled = labelled("Workers per business support post", "");
pub const SUPPORT_COST: Labelled =
    labelled("Cost of a business support post (\u{A3} a year)", "With on-costs.");
pub const REVIEWER_PER: Labelled = labelled(
    "Children per reviewing officer",
    "50 to 70 in statutory guidance. Set by the number of children.",
);
pub const REVIEWER_COST: Labelled = labelled("Cost of a reviewing officer (\u{A3} a year)", "With on-costs.");
pub const OTHER_TARGET: Labelled = labelled("Another target to compare", "Shown among the options.");
pub const PLACEMENT_COST: Labelled = labelled(
    "Extra cost of a placement that escalates (\u{A3} a year)",
    "What it costs more than the placement it replaces.",
);
pub const PLACEMENT_SOURCE: Labelled =
    labelled("Where that cost comes from", "A document and its year. No names of people.");

pub const RECOMMENDATION: Labelled =
    labelled("Recommendation", "Printed in the case and in the Word document. No names of people.");

macro_rules! kind_of_case {
    ($children:ident, $weight:ident, $travel:ident, $name:literal) => {
        pub const $children: Labelled = labelled(concat!($name, ": children"), "");
        pub const $weight: Labelled = labelled(concat!($name, ": one counts as"), "1 = an ordinary case.");
        pub const $travel: Labelled =
            labelled(concat!($name, ": hours of travel a month"), "For each child.");
    };
}

kind_of_case!(COURT, COURT_WEIGHT, COURT_TRAVEL, "Court proceedings");
kind_of_case!(AWAY, AWAY_WEIGHT, AWAY_TRAVEL, "Placed out of county");
kind_of_case!(ALONE, ALONE_WEIGHT, ALONE_TRAVEL, "Unaccompanied");
kind_of_case!(STABLE, STABLE_WEIGHT, STABLE_TRAVEL, "Long-term and stable");
kind_of_case!(NEW, NEW_WEIGHT, NEW_TRAVEL, "Newly in care");

pub const CASE_MIX: &str = "There is no national scheme of weights, so none is filled in. Enter those of your own council: councils that publish one give a case \
     points, such as Slough\u{2019}s 4 to 10 (caseload weighting scheme, January 2014). Divide the points of a kind of case by those of an \
     ordinary case. With weights of 1 and no travel, the answer does not change.";
/// The columns of the kinds of case.
pub const CASE_MIX_COLUMNS: [&str; 4] =
    ["Kind of case", "Children", "One counts as (1 = ordinary)", "Travel (hours a month for each child)"];

/// The kind of case that a box is of: what its label begins with.
pub fn kind_of_case(label: &str) -> &str {
    label.split(": ").next().unwrap_or(label)
}

/// Before what the boxes of a group come to.
pub const COMES_TO: &str = "With this: ";

/// How the number of children changes.
pub fn children_then(now: &str, then: &str, children: &str, month: &str) -> String {
    format!("{now} {children} today, {then} in {month}.")
}

/// What the average case counts as, and all of them.
pub fn weighted(weight: &str, children: &str, cases: &str) -> String {
    format!("the average case counts as {weight}, so {children} count as {cases}.")
}

/// How many cases each worker holds, and how many workers the target takes.
pub fn team_comes_to(average: &str, target: &str, needed: &str) -> String {
    format!("the average is {average}. {target} each takes {needed}.")
}

pub const SCENARIOS: &str = "Scenarios";
pub const COPY_SCENARIO: &str = "Copy this scenario";
pub const REMOVE_SCENARIO: &str = "Remove this scenario";
pub const NAME: &str = "Name of the scenario";
pub const WORKER: &str = "Who holds the cases";

/// The button that asks for workers in place of the average.
pub const ENTER_WORKERS: &str = "Enter workers in post instead";
/// The button that asks for the average in place of workers.
pub const ENTER_AVERAGE: &str = "Enter the average caseload instead";

/// What a box holds, with its label and unit: `Cost of a post £58000 a year`, `Turnover of workers 16% a year`.
pub fn entered(label: &str, text: &str) -> String {
    let Some((name, unit)) = label.strip_suffix(')').and_then(|label| label.rsplit_once(" (")) else {
        return format!("{label} {text}");
    };
    if let Some(rest) = unit.strip_prefix('\u{A3}') {
        return format!("{name} \u{A3}{}{rest}", text.trim_start_matches('\u{A3}'));
    }
    match unit.strip_prefix('%') {
        Some(rest) => format!("{name} {}%{rest}", text.trim_end_matches('%')),
        None => format!("{name} {text} {}", unit.strip_prefix("number ").unwrap_or(unit)),
    }
}

/// What the boxes of a closed group hold: the first of them, and how many more there are.
pub fn all_entered(entered: &[String]) -> String {
    let shown = &entered[..entered.len().min(4)];
    let more = match entered.len() - shown.len() {
        0 => String::new(),
        more => format!("; {more} more"),
    };
    format!("{}{more}", shown.join("; "))
}

/// A question about a cost of a post that is very low.
pub fn is_cost_right(cost: f64) -> String {
    format!("Is {} a year right? Enter the whole amount, such as 58,000.", pounds(cost))
}

/// A question about a first month that is over.
pub fn is_past_start_right(start: Period, now: Period) -> String {
    format!(
        "{start} is over. Is that right? Today\u{2019}s numbers are used as those of its beginning. For a plan that starts now, enter {now}."
    )
}

/// A question about a number of children that is not whole.
pub const ARE_PARTS_RIGHT: &str = "Is a part of a child right? Usually this is a whole number.";

/// A question about a percentage of less than one.
pub fn is_percentage_right(percent: f64) -> String {
    let [typed, hundredfold] = [percent, 100.0 * percent].map(|percent| model_number(percent, 4));
    format!("Is {typed}% right? For {hundredfold}% enter {hundredfold}.")
}

/// A question about what an agency worker costs more, where that is very much.
pub fn is_premium_right(percent: f64) -> String {
    format!("Is {}% more than the cost of a post right?", model_number(percent, 1))
}

/// In the heading of a closed group in which something cannot be used.
pub const CHECK: &str = "check what is entered";

/// The heading of what opens by one press.
pub const ADD_DETAIL: &str = "Add detail";

pub const NOTHING_YET: &str = "Enter three numbers. The answer appears here.";
pub const LAST_GOOD: &str = "Something is missing or cannot be used. This is the last good answer.";

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

/// The headline where workers are missing; ` today` where that changes.
pub fn more_needed(fte: &str, workers: &str, target: &str, today: &str, in_all: &str) -> String {
    format!("You need {fte} more {workers} (FTE) for {target} each{today}, {in_all} in all")
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

/// The average of everybody in post, before that of full caseloads.
pub fn average_of_all(average: &str, fte: &str, of_full: &str) -> String {
    format!("{average} for {fte} FTE in post; for full caseloads, {of_full}")
}

pub fn workers_needed(target: &str) -> String {
    format!("Workers needed for {target} each")
}

/// Workers as full-time equivalents and as people.
pub fn fte_and_people(fte: &str, people: &str) -> String {
    format!("{fte} FTE ({people})")
}

/// The same where posts hold less than a full caseload each.
pub fn posts_and_caseloads(posts: &str, caseloads: &str, people: &str) -> String {
    format!("{posts} FTE in post, who hold {caseloads} full caseloads ({people})")
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

pub const DIRECT_HOURS: &str = "Direct hours per case each month";

pub fn now_and_at_target(now: &str, then: &str) -> String {
    format!("{now} now, {then} at the target")
}

pub const EXTRA_COST: &str = "Extra cost by financial year";

/// What the average child counts as, where kinds of case do not all count as one.
pub const WEIGHT: &str = "What the average case counts as";

pub fn cases(weight: &str) -> String {
    format!("{weight} cases")
}

/// Posts that follow, more than now.
pub const FOLLOWING: &str = "Posts that follow";

pub fn recruitment_by(month: &str) -> String {
    format!("Recruitment needed to reach the target by {month}")
}

/// What something is, after its name.
pub fn named(what: &str, is: &str) -> String {
    format!("{what}: {is}.")
}

pub fn fte_a_month(fte: &str) -> String {
    format!("{fte} FTE a month")
}

pub const NOBODY_STARTED: &str = "not possible: no recruit would have started by then";

/// Posts that hold the target at the end of the path.
pub fn posts_at_end(target: &str, month: &str) -> String {
    format!("Posts needed for {target} each in {month}")
}

/// Posts, and how many more than now they are.
pub fn fte_and_more(posts: &str, more: f64) -> String {
    let than = if more < 0.0 { "fewer" } else { "more" };
    format!("{posts} FTE, {} {than} than now", model_number(more.abs(), 1))
}

pub const VACANCY_SAVING: &str = "Saved now by vacant posts";

/// What vacant posts save; nothing where the agency workers in them cost more than the posts.
pub fn saved_a_year(saving: f64) -> String {
    let pounds = pounds(saving.abs());
    if saving < 0.0 {
        format!("nothing: agency workers cost {pounds} a year more")
    } else {
        format!("{pounds} a year")
    }
}

pub const SIDE_BY_SIDE: &str = "Side by side";

pub fn differences_from(base: &str) -> String {
    format!("Differences from {base} are in brackets, where the same workers hold the cases.")
}

/// Before the links to what is below an answer.
pub const BELOW: &str = "Below: ";
/// The link to the case.
pub const TO_CASE: &str = "One-page case to print";

/// While the chance is worked out.
pub const CHANCE_AT_WORK: &str = "Working out the chance.";

/// The official caseload of the council.
pub const OFFICIAL: &str = "Official caseload";

pub const COMPARE_WITH: &str = "Compare with";

pub fn compare_with(scenario: &str) -> String {
    format!("Compare with {scenario}")
}
