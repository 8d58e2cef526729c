//! The business case of a caseload scenario: options, how sure they are, breaking even, and the page of it.

use crate::area::Area;
use crate::scenario::{Caseload, CaseloadInputs, KnockOn, KnockOnPost, Role, Sensitivity, TargetOption};

use super::caseload::{
    cost_sentence, full_year_sentence, headline, holds_less, month_name, needed_text, path_sentence, pounds,
    recruitment_sentence, team_sentence, vacant_sentence,
};
use super::text::model_number;
use super::why_fifteen::OFFICIAL_COUNTS;

/// The heading of the options, and of the table.
pub const OPTIONS: &str = "Options";
/// The title of their table.
pub const OPTIONS_TITLE: &str = "Options compared";
/// Its first column.
pub const MEASURE: &str = "Measure";
/// Posts that hold the children of now at the target.
pub const NEEDED: &str = "Posts needed for today\u{2019}s number (FTE)";
/// Those more than are filled now.
pub const MORE: &str = "Posts more than are filled today (FTE)";
/// Everybody who starts, with those who replace leavers.
pub const STARTERS: &str = "Starters, including replacements (FTE)";
/// When the target is reached.
pub const REACHED: &str = "Target reached and held";
/// How likely that is.
pub const CHANCE: &str = "Chance of being at the target at the end";
/// Time with a child.
pub const HOURS: &str = "Direct hours per case each month, at the end";
/// What all the months cost more than doing nothing.
pub const PERIOD_COST: &str = "Extra cost over the period";
/// What a whole year costs at the end.
pub const FULL_YEAR: &str = "Extra cost in a full year, once all posts are filled";

/// An option: `Do nothing`, `15 each`.
pub fn option_name(option: &TargetOption) -> String {
    option
        .target
        .map_or_else(|| "Do nothing".to_owned(), |target| format!("{} each", model_number(target, 1)))
}

/// Posts gained over the path: `Posts gained by March 2028 (FTE)`.
pub fn gained_by(month: &str) -> String {
    format!("Posts gained by {month} (FTE)")
}

/// The average at the end of a year.
pub fn average_at_end_of(year: &str) -> String {
    format!("Average at the end of {year}")
}

/// The average in a month, where the path ends within a year.
pub fn average_in(month: &str) -> String {
    format!("Average in {month}")
}

/// What a year costs more than doing nothing.
pub fn extra_cost_in(year: &str) -> String {
    format!("Extra cost in {year}")
}

/// What a year costs in all.
pub fn total_cost_in(year: &str) -> String {
    format!("Cost of the team in {year}")
}

/// When an option reaches its target.
pub fn option_reached(inputs: &CaseloadInputs, option: &TargetOption) -> String {
    match (option.target, option.reached_in_month) {
        (None, _) => "\u{2013}".to_owned(),
        (_, Some(0)) => "now".to_owned(),
        (_, Some(month)) => month_name(inputs.start, month),
        (_, None) => format!("not within {} months", inputs.months),
    }
}

/// What is to be known of the table of options.
pub const OPTIONS_NOTE: &str = "Doing nothing keeps today\u{2019}s team: each leaver is replaced without a gap. The \
     other options recruit as entered and stop at their target, so posts are empty until recruits can start.";

/// Where nobody is recruited: what to enter, and what it shows.
pub const ENTER_RECRUITMENT: &str = "Enter recruitment, under Recruitment and leavers, to see when each target is reached, what each year costs, and how that changes with growth and turnover.";

/// Where the years of an option, as they are shown, do not add up to its total, or the workers to those needed.
pub const ROUNDED: &str =
    "Each number is rounded by itself, so some totals differ slightly from their parts.";

/// The heading of the table of what is uncertain.
pub const SENSITIVITY: &str = "If growth or turnover is different";
/// Its title.
pub const SENSITIVITY_TITLE: &str = "Posts gained and extra cost by growth and turnover";
/// Its title where no costs are given.
pub const SENSITIVITY_WITHOUT_COST: &str = "Posts gained by growth and turnover";
/// Its first column.
pub const TARGET_AND_GROWTH: &str = "Target and growth";

/// `Turnover 16%`
pub fn turnover(share: f64) -> String {
    format!("Turnover {}%", model_number(share * 100.0, 1))
}

/// The first column where there is one target.
pub const GROWTH: &str = "Growth";

/// `3% a year`
pub fn growth(cell: &Sensitivity) -> String {
    format!("{}% a year", model_number(cell.growth * 100.0, 1))
}

/// `15 each, growth 3%`
pub fn target_and_growth(cell: &Sensitivity) -> String {
    format!("{} each, growth {}%", model_number(cell.target, 1), model_number(cell.growth * 100.0, 1))
}

/// `13.4 FTE, £932,544`
pub fn posts_and_cost(cell: &Sensitivity) -> String {
    let posts = format!("{} FTE", model_number(cell.extra_fte, 1));
    cell.cost.map_or_else(|| posts.clone(), |cost| format!("{posts}, {}", pounds(cost)))
}

/// Returns how many placements cost as much, or `None` if the cost of one is not given.
pub fn break_even(inputs: &CaseloadInputs, found: &Caseload, source: &str) -> Option<String> {
    let (placements, unit) = found.break_even.zip(inputs.placement_cost)?;
    let source = if source.is_empty() { "no source given" } else { source };
    Some(format!(
        "The extra cost of a full year equals {} placements a year at {} more each ({source}). This shows what would \
         pay for the posts. It does not forecast that any placement is avoided.",
        model_number(placements, 0),
        pounds(unit)
    ))
}

/// The heading of the page of the case.
pub const CASE: &str = "One-page case";
/// What it is for.
pub const CASE_HINT: &str =
    "For finance and the committee. It prints on one page and downloads as a Word document.";
/// The button that prints it.
pub const PRINT: &str = "Print the case";
/// The button that downloads it.
pub const DOWNLOAD: &str = "Download the case in Word";
/// While something entered cannot be used.
pub const NOT_YET: &str = "Correct the boxes marked above, then print or download the case.";
/// The start of the name of the file.
pub const FILE: &str = "caseload case";
/// The parts of the case.
pub const QUESTION: &str = "Question";
/// What the numbers say.
pub const ANSWER: &str = "What it takes";
/// For a person to fill in.
pub const RECOMMENDATION: &str = "Recommendation";
/// In the box of the recommendation.
pub const FILL_IN: &str = "Write your recommendation here";
/// The box of who decides.
pub const DECISION_BY: &str = "For decision by";
/// In that box.
pub const FILL_DECISION: &str = "Committee or officer, and date";
/// What is uncertain.
pub const RISKS: &str = "Risks";
/// What was entered.
pub const ASSUMPTIONS: &str = "Assumptions";
/// The columns of what was entered.
pub const ASSUMPTION_COLUMNS: [&str; 2] = ["Assumption", "Entered"];
/// What holds where nothing was entered.
pub const NEUTRAL: &str = "Nothing else was entered. Anything not listed has no effect.";

/// Returns what a post costs with agency workers in their share of the posts, or `None` if it costs no more.
pub fn rate_of_posts(inputs: &CaseloadInputs) -> Option<String> {
    let costs = inputs.costs.as_ref().filter(|costs| costs.agency_share * costs.agency_premium > 0.0)?;
    Some(format!(
        "With agency workers in {}% of posts, the average post costs {} a year at first. Every post is counted at this average: \
         today\u{2019}s, new ones, and those that stand empty for a while.",
        model_number(costs.agency_share * 100.0, 1),
        pounds(costs.average_post(1))
    ))
}

/// Returns why a higher turnover costs less, or `None` if it does not.
pub fn why_cheaper(grid: &[&Sensitivity]) -> Option<&'static str> {
    let is_cheaper = |pair: &[&Sensitivity]| {
        let is_same = pair[0].target.total_cmp(&pair[1].target).is_eq()
            && pair[0].growth.total_cmp(&pair[1].growth).is_eq();
        is_same && pair[0].cost.zip(pair[1].cost).is_some_and(|(low, high)| high < low)
    };
    grid.windows(2).any(is_cheaper).then_some(
        "Higher turnover can cost less, because posts stay empty. The target is then reached later or not at all.",
    )
}

/// Where it comes from.
pub const SOURCES: &str = "Sources";
/// How it is worked out.
pub const METHOD: &str = "Worked out month by month: a twelfth of the turnover leaves, then recruits start, no more than the \
     target takes, and the month is paid for the team at its end. Growth runs evenly within a year and compounds each year. Every \
     cost comes from this one path. No outcomes for children are forecast.";

/// Where the cost of a placement comes from, among the sources.
pub fn source_of_placement(source: &str) -> String {
    format!("Cost of a placement: {source}.")
}

/// The official caseload among the sources.
pub fn official(caseload: &str) -> String {
    format!(
        "Official caseload: {caseload} (Department for Education, Children\u{2019}s social work workforce). {OFFICIAL_COUNTS}"
    )
}

/// The title of a case.
pub fn title(scenario: &str, council: Option<&Area>) -> String {
    match council {
        Some(council) => format!("Caseloads in {}: {scenario}", council.name),
        None => format!("Caseloads: {scenario}"),
    }
}

/// When a case was written: `Prepared on 29 November 2026.`
pub fn prepared(date: &str) -> String {
    if date.is_empty() { String::new() } else { format!("Prepared on {date}.") }
}

/// The question that is asked.
pub fn question(inputs: &CaseloadInputs, found: &Caseload, role: Role) -> String {
    let each = if holds_less(found) { " for each full caseload" } else { "" };
    format!(
        "Should the average caseload of {} go from {} to {} {}{each}, and by when?",
        role.workers(),
        model_number(found.caseload, 1),
        model_number(inputs.target, 1),
        role.children()
    )
}

/// What it takes, in sentences.
pub fn answer(inputs: &CaseloadInputs, found: &Caseload, role: Role) -> Vec<String> {
    let n = |number| model_number(number, 1);
    let nouns = role.nouns();
    let mut sentences = vec![format!(
        "{} {} each takes {}. {}. {}",
        team_sentence(inputs, found, nouns),
        n(inputs.target),
        needed_text(found),
        headline(inputs, found, nouns),
        path_sentence(inputs, found)
    )];
    sentences.extend(vacant_sentence(inputs, found));
    sentences.extend(recruitment_sentence(inputs, found));
    sentences.extend(full_year_sentence(inputs, found, nouns));
    sentences.extend(cost_sentence(inputs, found));
    sentences
}

/// Posts that follow, more than now: `2.2 FTE team managers, 0.7 FTE reviewing officers`.
pub fn following_text(inputs: &CaseloadInputs, found: &Caseload) -> String {
    let post = |(each, posts): (&KnockOn, &f64)| {
        let name = match each.post {
            KnockOnPost::Manager => "team managers",
            KnockOnPost::BusinessSupport => "business support",
            KnockOnPost::ReviewingOfficer => "reviewing officers, set by the number of children",
        };
        format!("{} FTE more {name}", model_number(*posts, 1))
    };
    inputs.knock_on.iter().zip(&found.knock_on).map(post).collect::<Vec<_>>().join("; ")
}

/// What may turn out otherwise, where growth and turnover of the target of the scenario may.
pub fn risks(of_target: &[Sensitivity]) -> Vec<String> {
    let ends = |value: fn(&Sensitivity) -> f64| {
        let values = || of_target.iter().map(value);
        (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max))
    };
    let mut risks = Vec::new();
    if of_target.len() > 1 {
        let percent = |share: f64| model_number(share * 100.0, 1);
        let (growth, turnover) = (ends(|cell| cell.growth), ends(|cell| cell.turnover));
        let cost =
            of_target.iter().all(|cell| cell.cost.is_some()).then(|| ends(|cell| cell.cost.unwrap_or(0.0)));
        risks.push(format!(
            "With growth from {}% to {}% and turnover from {}% to {}%, the same recruitment {}{}.",
            percent(growth.0),
            percent(growth.1),
            percent(turnover.0),
            percent(turnover.1),
            posts_between(ends(|cell| cell.extra_fte)),
            cost.map_or_else(String::new, cost_between)
        ));
    }
    risks.push("An average does not show how evenly cases are held or how complex they are.".to_owned());
    risks
}

/// How many posts are gained or lost: `gains 9.2 to 13.4 posts`.
fn posts_between((low, high): (f64, f64)) -> String {
    let n = |posts: f64| model_number(posts.abs(), 1);
    match (low < -0.05, high < -0.05) {
        (false, _) => format!("gains {} to {} posts", n(low), n(high)),
        (true, true) => format!("loses {} to {} posts", n(high), n(low)),
        (true, false) => format!("ends between {} posts fewer and {} posts more than now", n(low), n(high)),
    }
}

/// What that costs or saves: `, for £764,000 to £1,020,000`.
fn cost_between((low, high): (f64, f64)) -> String {
    let n = |cost: f64| pounds(cost.abs());
    match (low <= -0.5, high <= -0.5) {
        (false, _) => format!(", for {} to {}", n(low), n(high)),
        (true, true) => format!(", and saves {} to {}", n(high), n(low)),
        (true, false) => format!(", and saves up to {} or costs up to {}", n(low), n(high)),
    }
}
