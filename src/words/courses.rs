//! What a table over time comes to: which measures go which way, and which cannot reach their target.

use crate::compare::{Course, Level, Limits, Meaning, Outlook, OverTime, OverTimeRow, Pattern, Shift, Side};
use crate::indicator::Theme;
use crate::number::STEADY_POINTS;
use crate::period::Period;

use super::text::{capital, listed};
use super::unusual::{limit, signal_text};

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

/// The same of a row, with since when its level is another: `Worse since December 2024`, `Lower than before May 2025`, `Falling
/// steadily`.
pub fn course_of(row: &OverTimeRow, course: Course) -> String {
    match row.level() {
        Some((level, meaning)) if !level.is_moving() || meaning == Meaning::Neither => {
            capital(&moved(level, meaning))
        }
        _ => course_text(course).to_owned(),
    }
}

/// What has become of a level: `worse since December 2024`, `lower than before May 2025`, `falling steadily`.
pub(super) fn moved(level: Level, meaning: Meaning) -> String {
    let way = match (meaning, level.side) {
        _ if level.is_moving() => return moving(level),
        (Meaning::Improving, _) => "better",
        (Meaning::Worsening, _) => "worse",
        (Meaning::Neither, Side::Below) => "lower",
        (Meaning::Neither, _) => "higher",
    };
    let when = match level.shift {
        Shift::Drift => return format!("{way} than at first"),
        Shift::Apart => "than before",
        _ => "since",
    };
    format!("{way} {when} {}", level.since)
}

/// How figures go on changing: `falling steadily`.
fn moving(level: Level) -> String {
    let way = if level.side == Side::Below { "falling" } else { "rising" };
    format!("{way}{}", if level.shift == Shift::Steadily { " steadily" } else { "" })
}

/// How the level of a row has changed, behind its course: `a lasting step down: 87% on average since then, 93.2% before`, `87% on average
/// in 4 months, 93.2% before`, `falling steadily since May 2019, from 786 to 714`.
pub(super) fn level_text(row: &OverTimeRow, level: Level, meaning: Meaning) -> String {
    let [before, after] = [level.before, level.after].map(|value| limit(&row.measure, value));
    let since = format!("since {}, from {before} to {after}", level.since);
    match level.shift {
        Shift::Step => {
            let way = if level.side == Side::Below { "down" } else { "up" };
            format!("a lasting step {way}: {after} on average since then, {before} before")
        }
        Shift::Recent => {
            let figures = figures(level.since, level.figures);
            format!("{after} on average in {figures}, {before} before")
        }
        Shift::Apart => format!("{after} on average since then, {before} before"),
        Shift::Drift => format!("{before} on average in the first half of the period, {after} in the second"),
        Shift::Steadily | Shift::Unsteadily if meaning == Meaning::Neither => since,
        Shift::Steadily | Shift::Unsteadily => format!("{} {since}", moving(level)),
    }
}

/// So many figures, by how long each is: `4 months`.
fn figures(period: Period, count: usize) -> String {
    let each = match period {
        Period::Month(..) => "month",
        Period::Quarter(..) => "quarter",
        Period::Year(_) => "year",
    };
    format!("{count} {each}{}", if count == 1 { "" } else { "s" })
}

/// What may be expected of the target if nothing changes: `may hit or miss it by chance`, or why nothing can be.
pub fn outlook_text(outlook: Outlook) -> String {
    match outlook {
        Outlook::WillMeet => "will go on reaching it as things are".to_owned(),
        Outlook::ByChance => "may hit or miss it by chance".to_owned(),
        Outlook::CannotMeet => "cannot reach it as things are".to_owned(),
        Outlook::Shifted(since, count) => format!(
            "no forecast: {} since {since} are too few, {STEADY_POINTS} are needed",
            figures(since, count)
        ),
        Outlook::AtEdge(side) => {
            let end = if side == Side::Below { "lowest" } else { "highest" };
            format!("no forecast: the newest figure is the {end} so far")
        }
        Outlook::Moving(side) => {
            let way = if side == Side::Below { "falling" } else { "rising" };
            format!("no forecast: the figures have been {way}")
        }
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
    let goes = |course: Course| {
        let is_so = |row: &OverTimeRow| row.course() == Some(course);
        // Where one measure says since when, each does: a bracket behind the last would seem to be of all.
        let says_when = over_time.rows.iter().any(|row| is_so(row) && row.level().is_some());
        let title = |row: &OverTimeRow| match row.unusual_since() {
            Some(since) if says_when && row.level().is_none() && course != Course::Unusual => {
                format!("{} (since {since})", row.measure.title)
            }
            _ => named(row),
        };
        line(over_time, course_text(course), &is_so, &title)
    };
    let title = |row: &OverTimeRow| row.measure.title.to_string();
    let cannot = line(over_time, CANNOT_REACH, &OverTimeRow::cannot_reach_target, &title);
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
    title: &dyn Fn(&OverTimeRow) -> String,
) -> Option<[String; 2]> {
    let found = over_time.rows.iter().filter(|row| row.measure.theme != Theme::AllPupils && is_so(row));
    let mut names: Vec<String> = found.map(title).collect();
    if names.len() > MOST_NAMED + 1 {
        let more = names.len() - MOST_NAMED;
        names.truncate(MOST_NAMED);
        names.push(format!("{more} more"));
    }
    (!names.is_empty()).then(|| [format!("{lead}: "), format!("{}.", listed(&names))])
}

/// The name of a measure and, where its course says no direction, what has become of its level or by which rule it is unusual: `Children
/// in care (lower than before May 2025)`, `Foster carers (below its usual range)`.
fn named(row: &OverTimeRow) -> String {
    let title = row.measure.title.to_string();
    if let Some((level, meaning)) = row.level() {
        return match meaning {
            Meaning::Neither if level.is_moving() => {
                format!("{title} ({} {})", moving(level), level_text(row, level, meaning))
            }
            Meaning::Neither => format!("{title} ({})", moved(level, meaning)),
            _ if level.shift == Shift::Drift => format!("{title} ({})", moved(level, meaning)),
            _ => format!("{title} (since {})", level.since),
        };
    }
    match (row.course(), row.pattern) {
        (Some(Course::Unusual), Pattern::Unusual(signal, side, ..)) => {
            format!("{title} ({})", signal_text(signal, side))
        }
        _ => title,
    }
}

/// How many of the figures since the last break are unusual, where one range does not fit them: `one range does not fit, 9 of 12 figures
/// are unusual`.
pub(super) fn no_one_range(row: &OverTimeRow) -> String {
    let Some(stretch) = row.stretches.last() else { return String::new() };
    let unusual = stretch.periods.iter().filter(|period| stretch.unusual(**period).is_some()).count();
    format!("one range does not fit, {unusual} of {} figures are unusual", stretch.periods.len())
}
