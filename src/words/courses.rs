//! What a table over time comes to: which measures go which way, and which cannot reach their target.

use crate::compare::{Course, Limits, Outlook, OverTime, OverTimeRow, Pattern};

use super::figure::value_text;
use super::text::listed;

/// How a measure goes, in a word or two.
pub const fn course_text(course: Course) -> &'static str {
    match course {
        Course::Worsening => "Worse than usual",
        Course::Improving => "Better than usual",
        Course::Unusual => "Unusual",
        Course::GettingWorse => "Getting worse",
        Course::GettingBetter => "Getting better",
        Course::BackToUsual => "Back to usual",
        Course::Usual => "Usual ups and downs",
        Course::NotJudged => "Not judged",
    }
}

/// What may be expected of the target if nothing changes: `may hit or miss it by chance`.
pub const fn outlook_text(outlook: Outlook) -> &'static str {
    match outlook {
        Outlook::WillMeet => "will go on reaching it as things are",
        Outlook::ByChance => "may hit or miss it by chance",
        Outlook::CannotMeet => "cannot reach it as things are",
        Outlook::NotSteady => "no forecast: some figures are unusual",
    }
}

/// From how few figures the limits are, in brackets; empty where there are enough.
pub(super) fn of_few(limits: Limits) -> String {
    match limits {
        Limits::Steady => String::new(),
        Limits::Provisional(points) => format!(" (from {points} figures)"),
    }
}

/// So many measures are named; of more, how many others there are.
const MOST_NAMED: usize = 4;

/// What to look at first, a line each: `Worse than usual: Dental checks up to date and Reviews held on time.`
pub fn summary(over_time: &OverTime) -> Vec<[String; 2]> {
    let courses =
        [Course::Worsening, Course::GettingWorse, Course::Improving, Course::GettingBetter, Course::Unusual];
    let goes =
        |course: Course| line(over_time, course_text(course), &|row| row.course() == Some(course), named);
    let is_out_of_reach = |row: &OverTimeRow| row.misses_target() && row.outlook == Some(Outlook::CannotMeet);
    let cannot = line(over_time, CANNOT_REACH, &is_out_of_reach, how_sure);
    courses.into_iter().map(goes).chain([cannot]).flatten().collect()
}

/// The lead of the measures whose target is out of reach.
const CANNOT_REACH: &str = "Cannot reach the target as things are";

/// Returns the lead and the names of the measures, or `None` if there are none.
fn line(
    over_time: &OverTime,
    lead: &str,
    is_so: &dyn Fn(&OverTimeRow) -> bool,
    title: fn(&OverTimeRow) -> String,
) -> Option<[String; 2]> {
    let found = over_time.rows.iter().filter(|row| is_so(row));
    let mut names: Vec<String> = found.map(title).collect();
    if names.len() > MOST_NAMED + 1 {
        let more = names.len() - MOST_NAMED;
        names.truncate(MOST_NAMED);
        names.push(format!("{more} more"));
    }
    (!names.is_empty()).then(|| [format!("{lead}: "), format!("{}.", listed(&names))])
}

/// The name of a measure and from how few figures its limits are, where they are few: `Dental checks up to date (from 5 figures)`.
fn how_sure(row: &OverTimeRow) -> String {
    let few = match row.pattern {
        Pattern::Usual(limits) => of_few(limits),
        _ => String::new(),
    };
    format!("{}{few}", row.measure.title)
}

/// The name of a measure and, where its course says no direction, where it came from in what is shown: `Children in care (from 785 in
/// April 2019 to 714 in March 2020)`.
fn named(row: &OverTimeRow) -> String {
    let title = row.measure.title.to_string();
    let known = || row.past.iter().filter_map(|past| Some((past.period, past.shown?)));
    match (row.course(), known().next(), known().next_back()) {
        (Some(Course::Unusual), Some((from, first)), Some((to, last))) if from != to => {
            let [first, last] = [first, last].map(|value| value_text(&row.measure, value));
            format!("{title} (from {first} in {from} to {last} in {to})")
        }
        _ => title,
    }
}
