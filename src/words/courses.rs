//! What a table over time comes to: which measures go which way, and which cannot reach their target.

use crate::compare::{Course, Level, Limits, Meaning, Outlook, OverTime, OverTimeRow, Pattern, Shift, Side};

use super::figure::value_text;
use super::text::{capital, listed};
use super::unusual::limit;

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

/// The same of a row, with since when its level is another: `Worse since December 2024`, `Falling steadily`.
pub fn course_of(row: &OverTimeRow, course: Course) -> String {
    match row.level() {
        Some((level, meaning)) if level.shift == Shift::Step || meaning == Meaning::Neither => {
            capital(&moved(level, meaning))
        }
        _ => course_text(course).to_owned(),
    }
}

/// What has become of a level: `worse since December 2024`, `falling steadily`.
fn moved(level: Level, meaning: Meaning) -> String {
    let way = match (meaning, level.side) {
        _ if level.shift != Shift::Step => return moving(level),
        (Meaning::Improving, _) => "better",
        (Meaning::Worsening, _) => "worse",
        (Meaning::Neither, Side::Below) => "lower",
        (Meaning::Neither, _) => "higher",
    };
    format!("{way} since {}", level.since)
}

/// How figures go on changing: `falling steadily`.
fn moving(level: Level) -> String {
    let way = if level.side == Side::Below { "falling" } else { "rising" };
    format!("{way}{}", if level.shift == Shift::Steadily { " steadily" } else { "" })
}

/// How the level of a row has changed, behind its course: `a lasting step down: 87% on average since then, 93.2% before`, `falling
/// steadily since May 2019, from 786 to 714`.
pub(super) fn level_text(row: &OverTimeRow, level: Level, meaning: Meaning) -> String {
    let [before, after] = [level.before, level.after].map(|value| limit(&row.measure, value));
    if level.shift == Shift::Step {
        let way = if level.side == Side::Below { "down" } else { "up" };
        return format!("a lasting step {way}: {after} on average since then, {before} before");
    }
    let since = format!("since {}, from {before} to {after}", level.since);
    if meaning == Meaning::Neither { since } else { format!("{} {since}", moving(level)) }
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

/// How many measures show nothing unusual, and of how many that cannot be said: `6 measures show only their usual ups and downs. 4 are
/// not judged.`
pub fn how_many_judged(over_time: &OverTime) -> String {
    let count = |courses: &[Course]| {
        let is_so = |row: &&OverTimeRow| row.course().is_some_and(|course| courses.contains(&course));
        over_time.rows.iter().filter(is_so).count()
    };
    let usual = match count(&[Course::Usual, Course::BackToUsual]) {
        0 => String::new(),
        1 => "1 measure shows only its usual ups and downs.".to_owned(),
        more => format!("{more} measures show only their usual ups and downs."),
    };
    let open = match count(&[Course::NotJudged]) {
        0 => String::new(),
        1 => "1 is not judged.".to_owned(),
        more => format!("{more} are not judged."),
    };
    [usual, open].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
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
    if let Some((level, meaning)) = row.level() {
        return match (level.shift, meaning) {
            (Shift::Step, Meaning::Neither) => format!("{title} ({})", moved(level, meaning)),
            (_, Meaning::Neither) => {
                format!("{title} ({} {})", moving(level), level_text(row, level, meaning))
            }
            _ => format!("{title} (since {})", level.since),
        };
    }
    let known = || row.past.iter().filter_map(|past| Some((past.period, past.shown?)));
    match (row.course(), known().next(), known().next_back()) {
        (Some(Course::Unusual), Some((from, first)), Some((to, last))) if from != to => {
            let [first, last] = [first, last].map(|value| value_text(&row.measure, value));
            format!("{title} (from {first} in {from} to {last} in {to})")
        }
        _ => title,
    }
}
