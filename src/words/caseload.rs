//! Answers of a caseload scenario: sentences, texts of its charts and its table.

use crate::number::{adds_up, whole_below};
use crate::scenario::{Caseload, CaseloadInputs, Growth, Month};

use super::caseload_money::{ROUNDED, months_text, recruits_beyond};
pub use super::caseload_money::{
    agency_ends, cost_by_year, cost_of_path, cost_sentence, following_posts, full_year_basis,
    full_year_sentence, part_of, rate_of_posts, saved_sentence, vacancies_sentence, vacant_sentence,
    year_name,
};
use super::chance::chance_sentence;
use super::screens::caseloads::{AVERAGE_NOW, TARGET, WORKERS, exactly_right, more_needed, to_spare};
use super::text::{apart, model_number};
pub use super::text::{month_name, pounds};

/// Nouns for the people of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nouns {
    /// `social workers`.
    pub workers: &'static str,
    /// `children`.
    pub children: &'static str,
}

/// What the target takes today and, where that differs because numbers change, at the end.
pub fn headline(inputs: &CaseloadInputs, found: &Caseload, nouns: Nouns) -> String {
    let target = target_text(inputs, found);
    let [today, then] = [found.extra_posts, found.extra_posts_at_end];
    let [now, end] = [today, then].map(|posts| model_number(posts.abs(), 1));
    let is_none = |posts: f64| posts.abs() < 0.05;
    let is_missing = today > 0.0 && !is_none(today);
    let stays = model_number(today, 1) == model_number(then, 1);
    let answer = if is_none(today) {
        exactly_right(&target)
    } else if is_missing {
        let when = if stays { "" } else { " today" };
        more_needed(&now, nouns.workers, &target, when, &model_number(found.posts_now + today, 1))
    } else {
        to_spare(&now, nouns.workers, &target)
    };
    let beyond = recruits_beyond(found).map_or_else(String::new, |all| {
        format!("; recruitment goes on past that, to {} more", model_number(all, 1))
    });
    let (vacant, new) = found.vacant_and_new;
    let vacant = if vacant < 0.05 {
        String::new()
    } else {
        format!(" ({} new posts and {} vacant today)", model_number(new, 1), model_number(vacant, 1))
    };
    if stays {
        return format!("{answer}{vacant}{beyond}");
    }
    let end = match (is_missing, then) {
        (true, none) if none < 0.05 => "none".to_owned(),
        (false, none) if is_none(none) => "none to spare".to_owned(),
        (false, spare) if spare < 0.0 => format!("{end} FTE to spare"),
        _ => format!("{end} more"),
    };
    let all = model_number(found.posts_now + then, 1);
    let in_all = if is_missing && then >= 0.05 { format!(", {all} in all") } else { String::new() };
    format!(
        "{answer}; {end} by {}{in_all}{vacant}, because {}{beyond}",
        month_name(inputs.start, inputs.months),
        change(inputs, found)
    )
}

/// Whether cases count as more or less than one.
pub fn is_weighted(found: &Caseload) -> bool {
    (found.weight_per_child - 1.0).abs() > 1e-9
}

/// The target, with what is counted: `15`, `15 weighted cases`.
pub fn target_text(inputs: &CaseloadInputs, found: &Caseload) -> String {
    let target = model_number(inputs.target, 2);
    if is_weighted(found) { format!("{target} weighted cases") } else { target }
}

/// How the number of children changes: `numbers grow 3% a year`.
fn change(inputs: &CaseloadInputs, found: &Caseload) -> String {
    let last = found.path.months.last().map_or(inputs.children, |month| month.children);
    let verb = if last < inputs.children { "fall" } else { "grow" };
    match (inputs.apart, inputs.growth) {
        (None, Growth::Share(share)) => {
            format!("numbers {verb} {}% a year", model_number(share.abs() * 100.0, 2))
        }
        (None, Growth::Number(number)) => {
            format!("numbers {verb} by {} a year", model_number(number.abs(), 2))
        }
        (Some(_), _) => format!("numbers {verb} to {}", model_number(last, 0)),
    }
}

/// How many people workers in full-time equivalents are.
pub fn people_text(inputs: &CaseloadInputs, found: &Caseload) -> String {
    let people = model_number(found.people_needed, 0);
    let each = inputs.holders.fte_per_person;
    if each < 1.0 {
        format!("{people} people at {} FTE each", model_number(each, 2))
    } else {
        format!("{people} if all work full time")
    }
}

/// The answer of a scenario in plain sentences, ready for a report, with its inputs.
pub fn caseload_sentence(inputs: &CaseloadInputs, found: &Caseload, nouns: Nouns) -> String {
    let children = nouns.children;
    let (n, one) = (|number| model_number(number, 2), |number| model_number(number, 1));
    let mut sentences = vec![team_sentence(inputs, found, nouns)];
    let target = target_text(inputs, found);
    if found.extra_fte > 0.0 {
        sentences.push(format!(
            "{target} each takes {} ({}): {} FTE more than now.",
            needed_text(found),
            people_text(inputs, found),
            one(found.extra_posts)
        ));
        let held = whole_below(found.children_held_at_target);
        sentences.push(format!(
            "At {target} each, today\u{2019}s team can hold {} {children}; {} {children} are above that level today.",
            n(held),
            n(inputs.children - held)
        ));
        sentences.push(format!(
            "At the target there is {}% more of a worker\u{2019}s time for each.",
            model_number(found.time_per_child_change * 100.0, 1)
        ));
    } else {
        sentences.push(format!(
            "{target} each takes {}: the team has {} FTE more than that.",
            needed_text(found),
            one(-found.extra_posts)
        ));
    }
    sentences.extend(full_year_sentence(inputs, found, nouns.children));
    sentences.extend(vacant_sentence(inputs, found));
    sentences.push(path_sentence(inputs, found));
    sentences.extend(rise_sentence(inputs, found));
    sentences.extend(recruitment_sentence(inputs, found));
    sentences.extend(cost_sentence(inputs, found));
    sentences.extend(saved_sentence(inputs, found));
    if let (Some(month), Some(hires)) = (inputs.by_month, found.hires_needed) {
        sentences.push(format!(
            "To reach {target} by {}, recruit {} FTE a month.",
            month_name(inputs.start, month),
            n(hires)
        ));
    }
    sentences.extend(found.simulation.as_ref().and_then(|simulation| chance_sentence(inputs, simulation)));
    sentences.join(" ")
}

/// Whether the team holds fewer full caseloads than it has people in post.
pub fn holds_less(found: &Caseload) -> bool {
    model_number(found.posts_now, 1) != model_number(found.holding_fte, 1)
}

/// Who holds how many cases now. Where some hold less than a full caseload, the average of everybody in post comes first.
pub fn team_sentence(
    inputs: &CaseloadInputs,
    found: &Caseload,
    Nouns { workers, children }: Nouns,
) -> String {
    let one = |number| model_number(number, 1);
    let held = model_number(inputs.children, 2);
    let (posts, average) = (one(found.posts_now), one(inputs.children / found.posts_now));
    if holds_less(found) {
        let cases = one(inputs.children * found.weight_per_child);
        let weighted = if is_weighted(found) {
            format!(" As kinds of case count, they are {cases} weighted cases.")
        } else {
            String::new()
        };
        return format!(
            "{posts} FTE {workers} hold {held} {children}: {average} each.{weighted} Not all of them hold a full caseload: together \
             they count as {} who do, at {} each.",
            one(found.holding_fte),
            average_text(found)
        );
    }
    if is_weighted(found) {
        return format!(
            "{posts} FTE {workers} hold {held} {children}: an average of {average} each, or {}.",
            average_text(found)
        );
    }
    format!("{posts} FTE {workers} hold {held} {children}: an average of {average} each.")
}

/// The average of a full caseload, with what is counted: `20`, `20.9 weighted cases`.
pub fn average_text(found: &Caseload) -> String {
    let average = model_number(found.caseload, 1);
    if is_weighted(found) { format!("{average} weighted cases") } else { average }
}

/// What the target takes: `43.1 FTE`, or `43.1 full caseloads, which is 44.9 posts (FTE)`.
pub fn needed_text(found: &Caseload) -> String {
    let one = |fte| model_number(fte, 1);
    let (caseloads, posts) = (one(found.fte_needed), one(found.posts_now + found.extra_posts));
    if caseloads == posts {
        format!("{posts} FTE")
    } else {
        format!("{caseloads} full caseloads, which is {posts} posts (FTE)")
    }
}

/// Returns how many start and leave along the path, what is gained, and that nobody replaces leavers until recruits
/// can start, or `None` if nobody starts.
pub fn recruitment_sentence(inputs: &CaseloadInputs, found: &Caseload) -> Option<String> {
    let (gross, leavers, net) = (found.path.starters(), found.path.leavers(), found.net_recruits);
    let change = if net < 0.0 { "fewer" } else { "more" };
    let months = &found.path.months;
    let first = months.iter().position(|month| month.starters > 0.0)?;
    let before = months.get(first - 1).filter(|month| found.posts_now - month.posts_fte >= 0.05);
    let gap = before.map(|before| {
        format!(
            " The first recruits start in {}. Nobody replaces leavers until then: the team falls to {} FTE in {}.",
            month_name(inputs.start, first),
            model_number(before.posts_fte, 1),
            month_name(inputs.start, first - 1)
        )
    });
    let rounded = if adds_up(net, &[gross, -leavers], 1) { "" } else { ROUNDED };
    let [gross, leavers, net] = [gross, leavers, net.abs()].map(|fte| model_number(fte, 1));
    Some(format!(
        "Over {} {gross} FTE start and {leavers} leave: {net} {change} than now.{rounded}{}",
        months_text(inputs.months),
        gap.unwrap_or_default()
    ))
}

/// When the target is reached and held, or why it is not.
pub fn path_sentence(inputs: &CaseloadInputs, found: &Caseload) -> String {
    let target = model_number(inputs.target, 2);
    let months = months_text(inputs.months);
    match found.path.reached_in_month {
        Some(0) => format!("The average is {target} or less now, and stays so for {months}."),
        Some(month) if found.path.months.last().is_some_and(|last| last.children <= 0.0) => {
            format!(
                "With this growth no cases are left by the end. Check it. The average reaches {target} in {}.",
                month_name(inputs.start, month)
            )
        }
        Some(month) => {
            format!(
                "The average reaches {target} in {} and stays there for the rest of the {months}.",
                month_name(inputs.start, month)
            )
        }
        None if inputs.staffing.turnover == 0.0 && inputs.staffing.hires_per_month == 0.0 => {
            format!(
                "With no leavers and no recruitment, the average does not reach {target} within {months}."
            )
        }
        None => {
            let last = month_name(inputs.start, inputs.months);
            let average = found.path.months.last().map_or(found.caseload, |month| month.caseload);
            let change = if found.net_recruits < 0.0 { "lost" } else { "gained" };
            format!(
                "The average does not reach {target} within {months}. In {last} it is {}: {target} then takes {} posts more than are \
                 filled today, and by then {} are {change}.",
                apart(average, inputs.target),
                model_number(found.extra_posts_at_end, 1),
                model_number(found.net_recruits.abs(), 1)
            )
        }
    }
}

/// Returns how far the average rises before it falls, or `None` if it does not rise, or rises to the end.
pub fn rise_sentence(inputs: &CaseloadInputs, found: &Caseload) -> Option<String> {
    let months = &found.path.months;
    let higher = |highest: Option<&'_ Month>, month: &'_ Month| {
        highest.is_none_or(|highest| month.caseload > highest.caseload)
    };
    let mut highest: Option<&Month> = None;
    for month in months {
        if higher(highest, month) {
            highest = Some(month);
        }
    }
    let highest = highest.filter(|highest| highest.month + 1 < months.len())?;
    let [now, most] = [found.caseload, highest.caseload].map(|average| model_number(average, 1));
    (now != most).then(|| {
        format!(
            "Before it falls, the average rises from {now} to {most} in {}.",
            month_name(inputs.start, highest.month)
        )
    })
}

/// The title of the table of scenarios.
pub const TABLE_TITLE: &str = "Caseload scenarios";

/// The name of a scenario whose boxes hold something since that cannot be used.
pub fn as_last_good(name: &str) -> String {
    format!("{name} (as last entered without a fault)")
}

/// Before what such a scenario says.
pub const LAST_GOOD_IN_REPORT: &str =
    "Something entered since cannot be used, so this is as last entered without a fault. ";

/// Its first column.
pub const MEASURE: &str = "Measure";

/// Its rows of numbers.
pub const MEASURES: [&str; 16] = [
    "Cases",
    "Workers in post now (FTE)",
    "Full caseloads held now (FTE)",
    "Average caseload now",
    "Target caseload",
    "Posts needed (FTE)",
    "Workers needed (people)",
    "Posts more than are filled today (FTE)",
    "Children today\u{2019}s team can hold at the target",
    "Children above that level today",
    "Highest average ahead with today\u{2019}s team",
    "More time per case at the target (%)",
    "Extra posts to hold the target at the end (FTE)",
    "Cost of those posts in a full year (\u{A3})",
    "Posts gained along the path (FTE)",
    "Extra cost compared with doing nothing (\u{A3})",
];

/// The labels of the boxes whose numbers have a row of their own.
pub const HAS_ROW: [&str; 6] =
    ["Children", "Care leavers", "Fostering households", AVERAGE_NOW, WORKERS.label, TARGET.label];

/// The row of a box in which scenarios differ.
pub fn as_entered(label: &str) -> String {
    format!("Entered: {label}")
}

/// In place of a number that was not given.
pub const NOT_GIVEN: &str = "not given";

/// The row of when the target is reached.
pub const REACHED: &str = "Target reached and held";

/// The row of how the team's size is known.
pub const TEAM_SIZE: &str = "How the team was entered";

/// The team's size was given.
pub const WORKERS_GIVEN: &str = "as workers in post";

/// The average was given instead.
pub const AVERAGE_GIVEN: &str = "as an average caseload";

/// When the target is reached and held, short.
pub fn reached(inputs: &CaseloadInputs, found: &Caseload) -> String {
    match found.path.reached_in_month {
        Some(0) => "now".to_owned(),
        Some(month) => month_name(inputs.start, month),
        None => format!("not within {} months", inputs.months),
    }
}

/// The axis of targets.
pub const TARGET_CASELOAD: &str = "Target caseload";

/// The axis of months.
pub const MONTHS_FROM_NOW: &str = "Months from now";

/// The line of the average, where no other options are drawn.
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

/// "An average of 15 each needs 43.1 FTE", in posts, which the full caseloads are held by.
pub fn curve_headline(inputs: &CaseloadInputs, found: &Caseload) -> String {
    let needed = model_number(found.posts_now + found.extra_posts, 1);
    let (target, full) = (target_text(inputs, found), of_full(found));
    format!("An average of {target} each{full} needs {needed} FTE")
}

/// After an average that is of full caseloads, where not everybody holds one.
fn of_full(found: &Caseload) -> &'static str {
    if holds_less(found) { " for a full caseload" } else { "" }
}

/// What the curve shows.
pub fn curve_subtitle(inputs: &CaseloadInputs, found: &Caseload, nouns: Nouns) -> String {
    let unit = if is_weighted(found) { " in weighted cases" } else { "" };
    format!(
        "Full-time equivalent {} in post needed for {} {}, by target caseload{unit}",
        nouns.workers,
        model_number(inputs.children, 0),
        nouns.children
    )
}

/// The axis of targets, with what they count.
pub fn target_axis(found: &Caseload) -> String {
    let unit = if is_weighted(found) { ", weighted cases" } else { "" };
    format!("{TARGET_CASELOAD}{}{unit}", of_full(found))
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
    let cases = if is_weighted(found) { "weighted cases" } else { nouns.children };
    let per = if holds_less(found) { "full caseload" } else { "worker" };
    format!("Average {cases} per {per} ({}) over {} months{band}", nouns.workers, inputs.months)
}

/// The title of the table by month.
pub const PATH_TITLE: &str = "Month by month";

/// Its columns.
pub const PATH_COLUMNS: [&str; 4] = ["Month", "Cases", "Workers in post (FTE)", "Average caseload"];

/// The column of full caseloads, where not everybody holds one.
pub const FULL_CASELOADS: &str = "Full caseloads held (FTE)";
