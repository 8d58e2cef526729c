//! The business case of a caseload scenario: options, how sure they are, breaking even, and the page of it.

use crate::area::Area;
use crate::scenario::{Caseload, CaseloadInputs, KnockOn, KnockOnPost, Recruiting, Role, TargetOption, Team};

use super::caseload::{
    agency_ends, cost_sentence, following_posts, full_year_sentence, headline, holds_less, is_weighted,
    month_name, needed_text, path_sentence, pounds, recruitment_sentence, rise_sentence, saved_sentence,
    target_text, team_sentence, vacant_sentence,
};
use super::caseload_money::months_text;
use super::text::{capital, listed, model_number};
use super::why_fifteen::OFFICIAL_MEASURE;

/// The heading of the options, and of the table.
pub const OPTIONS: &str = "Options";
/// The title of their table.
pub const OPTIONS_TITLE: &str = "Options compared";
/// Its first column.
pub const MEASURE: &str = "Measure";
/// Posts that hold the children of now at the target.
pub const NEEDED: &str = "Posts needed today (FTE)";
/// Those more than are filled now.
pub const MORE: &str = "Extra posts needed today (FTE)";
/// Posts that hold the children of a month at the target.
pub fn needed_in(month: &str) -> String {
    format!("Posts needed in {month} (FTE)")
}

/// Everybody who starts, with those who replace leavers.
pub const STARTERS: &str = "Starters, including replacements (FTE)";
/// When the target is reached.
pub const REACHED: &str = "Target reached and held from";
/// How likely that is.
pub const CHANCE: &str = "Chance of being at the target at the end";
/// Time with a child.
pub const HOURS: &str = "Direct hours per case each month, at the end";
/// What all the months cost more than doing nothing.
pub fn period_cost(months: usize) -> String {
    format!("Extra cost over {}", months_text(months))
}

/// What that would be more by, were no post empty for a while.
pub const SAVED: &str = "Already taken off: saved while posts are empty";
/// What a whole year costs at the end.
pub const FULL_YEAR: &str = "Extra cost in a full year, once all posts are filled";
/// The same where recruitment does not stop at a target.
pub const FULL_YEAR_OF_PATH: &str = "Extra cost in a full year, with all posts gained";

/// What of a full year those who hold the cases cost: `Included: social workers`.
pub fn included_workers(role: Role) -> String {
    format!("Included: {}", role.workers())
}

/// What of a full year posts that follow cost.
pub fn included_following(post: KnockOnPost) -> String {
    format!("Included: {}", following_posts(post))
}

/// What of a full year posts that are vacant today cost.
pub const INCLUDED_VACANT: &str = "Included: posts vacant today, if they are budgeted";

/// Posts that follow, more than now, at the end of the path: `Team managers, more in March 2028 (FTE)`.
pub fn following_in(post: KnockOnPost, month: &str) -> String {
    format!("{}, more in {month} (FTE)", capital(following_posts(post)))
}

/// An option: `Do nothing`, `15 each`.
pub fn option_name(option: &TargetOption) -> String {
    option
        .target
        .map_or_else(|| "Do nothing".to_owned(), |target| format!("{} each", model_number(target, 1)))
}

/// An option as the heading of a column: the target of the scenario says so.
pub fn option_heading(option: &TargetOption, target: f64) -> String {
    let name = option_name(option);
    let is_own = option.target.is_some_and(|of_option| (of_option - target).abs() < 1e-9);
    if is_own { format!("{name} (target)") } else { name }
}

/// Several targets: `16 and 15 each`.
pub fn targets_name(targets: &[f64]) -> String {
    let targets: Vec<String> = targets.iter().map(|target| model_number(*target, 1)).collect();
    format!("{} each", listed(&targets))
}

/// Posts gained over the path: `Posts gained by March 2028 (FTE)`.
pub fn gained_by(month: &str) -> String {
    format!("Posts gained by {month} (FTE)")
}

/// The average at the end of a year.
pub fn average_at_end_of(year: &str) -> String {
    format!("Average caseload at the end of {year}")
}

/// The average in a month, where the path ends within a year.
pub fn average_in(month: &str) -> String {
    format!("Average caseload in {month}")
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
pub const fn options_note(recruiting: Recruiting) -> &'static str {
    match recruiting {
        Recruiting::ToTarget => {
            "Extra cost is what an option costs more than doing nothing, which keeps today\u{2019}s team: each leaver is replaced without \
             a gap. The other options recruit as entered and stop at their target, so posts are empty until recruits can start."
        }
        Recruiting::Always => {
            "Extra cost is what an option costs more than doing nothing, which keeps today\u{2019}s team: each leaver is replaced without \
             a gap. The other options recruit as entered and do not stop at their target. So they have the same path, posts gained and cost, and differ in when their target is \
             reached."
        }
    }
}

/// Where nobody is recruited: what to enter, and what it shows.
pub const ENTER_RECRUITMENT: &str = "Enter recruitment, under Recruitment and leavers, to see when each target is reached, what each year costs, and how that changes with growth and turnover.";

/// Where travel is counted: averages of different targets are not in one unit.
pub const TRAVEL_UNITS: &str = "Averages are in weighted cases. An hour of travel counts as the time that a case has at each target, so averages of different \
     targets are not in one unit; posts and costs are.";

/// Where the years of an option, as they are shown, do not add up to its total, or the workers to those needed.
pub const ROUNDED: &str =
    "Each number is rounded by itself, so some totals differ slightly from their parts.";

/// Returns how many placements cost as much, or `None` if the cost of one is not given.
pub fn break_even(inputs: &CaseloadInputs, found: &Caseload, source: &str) -> Option<String> {
    let (placements, unit) = found.break_even.zip(inputs.placement_cost)?;
    let exactly = model_number(found.cost_per_year? / unit, 1);
    let whole = model_number(placements, 0);
    let placements = if exactly == whole { whole } else { format!("{exactly}, so {whole},") };
    let source = if source.is_empty() { "no source given" } else { source };
    Some(format!(
        "The extra cost of a full year equals {placements} placements a year at {} more each ({source}). This shows what would \
         pay for the posts. It does not forecast that any placement is avoided.",
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
/// A question about numbers of the recommendation that are not in the case.
pub fn are_numbers_right(gone: &[String]) -> String {
    format!(
        "{} in the recommendation is not among the numbers of the case. Is it older than they are?",
        listed(gone)
    )
}

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

/// Returns how long newly qualified workers hold less, and among whom they are, or `None` if there are none who do.
pub fn newly_qualified_note(inputs: &CaseloadInputs) -> Option<String> {
    let newly = &inputs.newly_qualified;
    let has_any = newly.share > 0.0 || (newly.fte > 0.0 && matches!(inputs.team, Team::Fte(_)));
    if !has_any || newly.count_as >= 1.0 {
        return None;
    }
    let of_team = match inputs.team {
        Team::Caseload(_) => {
            let share = model_number(newly.share * 100.0, 1);
            format!("{share}% of today\u{2019}s team, and of the recruits, are counted as newly qualified. ")
        }
        Team::Fte(_) => String::new(),
    };
    let full = newly.stages.iter().find(|stage| stage.count_as >= 1.0);
    let until = if let Some(full) = full {
        format!("They hold a full caseload from month {}.", full.month)
    } else {
        let last = newly.stages.last().map_or(newly.count_as, |stage| stage.count_as);
        format!(
            "No month is entered from which they hold a full caseload, so they count as {} to the end.",
            model_number(last, 2)
        )
    };
    Some(format!("{of_team}{until}"))
}

/// Where it comes from.
pub const SOURCES: &str = "Sources";
/// How it is worked out.
pub fn method(recruiting: Recruiting) -> String {
    let stops = match recruiting {
        Recruiting::ToTarget => "no more than the target takes",
        Recruiting::Always => "past the target, too",
    };
    format!(
        "Worked out month by month: a twelfth of the turnover leaves, then recruits start, {stops}, and the month is paid for the team \
         at its end. Growth runs evenly within a year and compounds each year. Every cost comes from this one path. No outcomes for \
         children are forecast."
    )
}

/// Where the cost of a placement comes from, among the sources.
pub fn source_of_placement(source: &str) -> String {
    format!("Cost of a placement: {source}.")
}

/// The official caseload among the sources.
pub fn official(caseload: &str) -> String {
    format!(
        "Official caseload: {caseload} (Department for Education, Children\u{2019}s social work workforce)."
    )
}

/// The official caseload among what the numbers say, with what it counts.
pub fn official_in_answer(caseload: &str) -> String {
    format!("The official average caseload is {caseload}. It cannot be compared directly: {OFFICIAL_MEASURE}")
}

/// What the case comes to: `13.4 more posts by March 2028, £838,714 in a full year, 15 reached in August 2027`.
pub fn lead(inputs: &CaseloadInputs, found: &Caseload) -> String {
    let posts = found.full_year_posts;
    let change = if posts < 0.0 { "fewer" } else { "more" };
    let last = month_name(inputs.start, inputs.months);
    let target = model_number(inputs.target, 2);
    let reached = match found.path.reached_in_month {
        Some(0) => format!("{target} is met now"),
        Some(month) => format!("{target} is reached in {}", month_name(inputs.start, month)),
        None => format!("{target} is not reached by {last}"),
    };
    let posts = format!("{} {change} posts (FTE) by {last}", model_number(posts.abs(), 1));
    let cost = found.cost_per_year.map(|cost| format!("{} in a full year", pounds(cost)));
    let parts: Vec<String> = [Some(posts), cost, Some(reached)].into_iter().flatten().collect();
    format!("{}.", parts.join("; "))
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
        if is_weighted(found) { "weighted cases" } else { role.children() }
    )
}

/// What it takes, in sentences.
pub fn answer(inputs: &CaseloadInputs, found: &Caseload, role: Role) -> Vec<String> {
    let nouns = role.nouns();
    let mut sentences = vec![
        format!(
            "{} {} each takes {}. {}.",
            team_sentence(inputs, found, nouns),
            target_text(inputs, found),
            needed_text(found),
            headline(inputs, found, nouns)
        ),
        path_sentence(inputs, found),
    ];
    sentences.extend(rise_sentence(inputs, found));
    sentences.extend(vacant_sentence(inputs, found));
    sentences.extend(recruitment_sentence(inputs, found));
    sentences.extend(full_year_sentence(inputs, found, nouns.children));
    sentences.extend(cost_sentence(inputs, found));
    sentences.extend(saved_sentence(inputs, found));
    sentences.extend(agency_ends(inputs, found));
    sentences
}

/// Posts that follow, more than now: `2.2 FTE team managers, 0.7 FTE reviewing officers`.
pub fn following_text(inputs: &CaseloadInputs, found: &Caseload) -> String {
    let post = |(each, posts): (&KnockOn, &f64)| {
        let by =
            if each.post == KnockOnPost::ReviewingOfficer { ", set by the number of children" } else { "" };
        format!("{} FTE more {}{by}", model_number(*posts, 1), following_posts(each.post))
    };
    inputs.knock_on.iter().zip(&found.knock_on).map(post).collect::<Vec<_>>().join("; ")
}
