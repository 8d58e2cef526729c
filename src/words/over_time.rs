//! Measures over time: what is usual in them and what is not.

use crate::compare::{
    AgainstTarget, Course, Level, Meaning, NotJudged, Outlook, OverTime, OverTimeRow, Pattern, Side, Stretch,
    TimeOf, Verdict,
};
use crate::figure::Amount;
use crate::indicator::{Good, Kind, Measure, Span};
use crate::number::{Decimal, Exact, FEWEST_POINTS, Projection, STEADY_POINTS};
use crate::period::{Basis, Period};

pub use super::breaks::BREAK_OF_EXAMPLE;
pub use super::over_time_notes::{method, notes, notes_in_report};
pub use super::unusual::signal_text;

use super::charts::{month_label, short_label};
use super::courses::{course_of, course_text, level_text, no_one_range, of_few, outlook_text, summary};
use super::figure::{difference_text, size_text, value_text, year_text};
use super::getting::getting_text;
use super::text::{capital, counted};
use super::unusual::{
    earlier_text, is_unusual, last_unusual_text, left_out, left_out_text, reasons, season_text, usual_since,
};
use super::verdict::GETTING;

/// What the newest figure is among those before it: `Worse than usual, above its usual range`, `Only the usual ups and downs`,
/// `Back to usual; April 2025 was below the usual range`; empty where there are no limits.
pub fn pattern_text(row: &OverTimeRow) -> String {
    let course = row.course().map_or("", course_text);
    if let Some((level, meaning)) = row.level() {
        let course = course_of(row, row.course().unwrap_or(Course::Unusual));
        let beside = if is_one_phrase(level, meaning) { " " } else { ", " };
        let few = row.limits().map_or_else(String::new, of_few);
        return format!("{course}{beside}{}{few}", level_text(row, level, meaning));
    }
    let (text, limits) = match row.pattern {
        Pattern::TooFew(_) | Pattern::NotJudged(_) => {
            return if row.is_of_few_years() {
                getting(row).join(" ").trim().to_owned()
            } else {
                across_break(row)
            };
        }
        Pattern::Usual(limits) => {
            (format!("Only the usual ups and downs{}{}", since_text(row), before_text(row)), limits)
        }
        Pattern::BackToUsual(limits) => (format!("{course}; {}", earlier_text(row)), limits),
        Pattern::Unusual(signal, side, _, limits) => {
            (format!("{course}, {}", signal_text(signal, side)), limits)
        }
    };
    format!("{text}{}", of_few(limits))
}

/// Whether how a level changes goes on from how the measure goes: `Falling steadily since May 2019`.
fn is_one_phrase(level: Level, meaning: Meaning) -> bool {
    level.is_moving() && meaning == Meaning::Neither
}

/// Whether years are getting worse or better, and from when to when; empty where the list says neither.
fn getting(row: &OverTimeRow) -> [String; 2] {
    row.getting.map_or_else(Default::default, |getting| getting_text(&row.measure, getting))
}

/// Returns what is said once above a table, or `None` if no measure has too few figures for a usual range.
pub fn few_text(over_time: &OverTime) -> Option<String> {
    if over_time.rows.iter().any(OverTimeRow::is_of_few_years) {
        return Some(format!(
            "Years are too few for a usual range, which takes {STEADY_POINTS} in a row. What is getting worse or better is as in the list. {GETTING}"
        ));
    }
    let is_short = |row: &OverTimeRow| matches!(row.pattern, Pattern::TooFew(1..));
    over_time.rows.iter().any(is_short).then(|| {
        format!("A measure with fewer than {FEWEST_POINTS} figures in a row is not judged: they are too few for a usual range.")
    })
}

/// Since when all is usual, where the first figures, or some before a break, are not: ` since January 2020`; otherwise empty.
fn since_text(row: &OverTimeRow) -> String {
    let Some((last, before)) = row.stretches.split_last() else { return String::new() };
    let was_unusual = before.iter().any(is_unusual);
    let since = usual_since(last).or_else(|| last.periods.first().copied().filter(|_| was_unusual));
    since.map_or_else(String::new, |since| format!(" since {since}"))
}

/// What the first figures were, where they are not usual and all since are: `; April 2024 to October 2024 were among 7 or more in a row
/// above the mean`; otherwise empty.
fn before_text(row: &OverTimeRow) -> String {
    let earlier = row.stretches.last().and_then(usual_since).map(|_| earlier_text(row));
    earlier.map_or_else(String::new, |earlier| format!("; {earlier}"))
}

/// Whether there is a newest figure of which no number is known.
fn is_withheld(row: &OverTimeRow) -> bool {
    row.newest().is_some_and(|newest| matches!(newest.amount, Amount::Withheld(_)))
}

/// Why figures are not judged that are of a time nobody named.
const NO_TIME: &str = "it is not said what period each figure covers";

/// What figures since a break come to that are too few to judge: `4 figures since the break in December 2025 are too few to judge: 6
/// points lower on average than before it`; empty where there are enough or none are before it.
fn across_break(row: &OverTimeRow) -> String {
    let Some((count, from, difference)) = row.across_break() else { return String::new() };
    let decimals = row.measure.decimals.max(1);
    let shown = Decimal::nearest(difference, decimals).map(Decimal::trimmed);
    let are = if count == 1 { "figure" } else { "figures" };
    let verb = if count == 1 { "is" } else { "are" };
    let moved = match shown {
        Some(shown) if shown.units() != 0 => {
            let way = if shown.units() > 0 { "higher" } else { "lower" };
            format!("{} {way} on average than before it", size_text(&row.measure, shown))
        }
        _ => "on average the same as before it".to_owned(),
    };
    format!("{count} {are} since the break in {from} {verb} too few to judge: {moved}")
}

/// Why a measure has no usual range: `4 figures are too few to judge: 5 are needed`; empty where it has one.
pub(super) fn no_range_text(row: &OverTimeRow) -> String {
    let is_of_years = row.newest().is_some_and(|newest| matches!(newest.period, Period::Year(_)));
    let needed = if is_of_years { STEADY_POINTS } else { FEWEST_POINTS };
    match row.pattern {
        Pattern::Usual(_) | Pattern::BackToUsual(_) | Pattern::Unusual(..) => String::new(),
        Pattern::TooFew(0) if is_withheld(row) => {
            let is_hidden = row.newest().is_some_and(|newest| newest.amount.is_hidden());
            format!("The newest figure is {}", if is_hidden { "hidden" } else { "missing" })
        }
        Pattern::TooFew(0) => "No figure for the newest period".to_owned(),
        Pattern::TooFew(1..) if row.across_break().is_some() => across_break(row),
        Pattern::TooFew(1) => format!("1 figure is too few to judge: {needed} are needed"),
        Pattern::TooFew(found) if is_of_years => {
            format!("{found} figures are too few for a usual range: {needed} are needed")
        }
        Pattern::TooFew(found) => format!("{found} figures are too few to judge: {needed} are needed"),
        Pattern::NotJudged(reason) => {
            format!("{}: {}", course_text(Course::NotJudged), why_not_judged(row, reason))
        }
    }
}

/// Why figures are not judged, behind `Not judged`.
fn why_not_judged(row: &OverTimeRow, reason: NotJudged) -> String {
    match reason {
        NotJudged::NotSaid => NO_TIME.to_owned(),
        NotJudged::YearToDate => "each figure includes the months before it".to_owned(),
        NotJudged::RollingYear => "each figure covers 12 months".to_owned(),
        NotJudged::NoRollingYear(at) if row.measure.kind == Kind::Share => {
            format!("rolling 12 months hardly move so much as around {at}. Check what these figures cover")
        }
        NotJudged::NoRollingYear(at) => {
            format!("rolling 12 months cannot move so much, {at} is too low. Check what these figures cover")
        }
        NotJudged::Falls(from, to) => {
            format!("a year to date cannot fall, but {to} is below {from}. Check what these figures cover")
        }
        NotJudged::LeftOut => "the newest figure is left out".to_owned(),
        NotJudged::NoOneRange => no_one_range(row),
    }
}

/// The sign of a figure that is left out of the usual range, and what it says.
pub const LEFT_OUT: [&str; 2] = ["\u{25CB}", "left out of the usual range"];

/// A difference from another period: `2.1 points higher than March 2019`, `the same as March 2019`; empty where there is none.
pub fn moved_text(measure: &Measure, moved: Option<(Period, Decimal)>) -> String {
    let Some((before, difference)) = moved else { return String::new() };
    let before = short_label(measure, before);
    match difference.units() {
        0 => format!("the same as {before}"),
        units => {
            let way = if units > 0 { "higher" } else { "lower" };
            format!("{} {way} than {before}", size_text(measure, difference))
        }
    }
}

/// The difference from the same period a year before, in a cell: `+2.1 points`; empty where there is none.
pub fn on_last_year_text(row: &OverTimeRow) -> String {
    row.on_last_year.map_or_else(String::new, |(_, difference)| difference_text(&row.measure, difference))
}

/// The figure of the same period a year before, in a cell: `85.1%`; empty where it is not compared.
pub fn last_year_text(row: &OverTimeRow) -> String {
    row.last_year().map_or_else(String::new, |value| value_text(&row.measure, value))
}

/// The same with the difference from it: `85.1% (+2.1 points)`.
pub fn beside_last_year_text(row: &OverTimeRow) -> String {
    match last_year_text(row) {
        value if value.is_empty() => value,
        value => format!("{value} ({})", on_last_year_text(row)),
    }
}

/// The year to date in a cell; empty where it is not known.
pub fn year_to_date_text(row: &OverTimeRow) -> String {
    row.year_to_date.or(row.stated_to_date).map_or_else(String::new, |value| value_text(&row.measure, value))
}

/// The last 12 months in a cell; empty where they are not known.
pub fn twelve_months_text(row: &OverTimeRow) -> String {
    row.twelve_months.map_or_else(String::new, |value| value_text(&row.measure, value))
}

/// The target in a cell; empty where there is none.
pub fn target_text(row: &OverTimeRow) -> String {
    row.target.as_ref().map_or_else(String::new, |against| value_text(&row.measure, against.target.value))
}

/// England's newest published figure and its year in a cell: `10.2% (2023/24)`, `87.9% (Mar 24)`; empty where there is none to compare with.
pub fn england_cell(row: &OverTimeRow) -> String {
    row.england.as_ref().map_or_else(String::new, |england| {
        let year = match row.measure.basis {
            Basis::March31 => month_label(Period::Month(england.year, 3)),
            Basis::September30 => month_label(Period::Month(england.year, 9)),
            Basis::Year | Basis::AcademicYear => Period::Year(england.year).to_string(),
        };
        format!("{} ({year})", value_text(&row.measure, england.shown))
    })
}

/// How the newest figure compares with the target, and of how much that is: `5.8 points below the target` and ` of 90%`.
fn against_target(measure: &Measure, against: &AgainstTarget) -> [String; 2] {
    let target = format!(" of {}", value_text(measure, against.target.value));
    if against.verdict == Verdict::Met {
        return ["meets the target".to_owned(), target];
    }
    let side = match Side::of(against.points) {
        Side::Above => "above",
        Side::Below => "below",
        Side::Level => return ["at the target".to_owned(), target],
    };
    let near = if against.verdict == Verdict::Near { ", within the tolerance" } else { "" };
    [format!("{} {side} the target", size_text(measure, against.shown_points)), target + near]
}

/// What a row shows, one thing per line: its pattern or how it moved, the target, and why it has no usual range.
pub fn lines(row: &OverTimeRow) -> Vec<String> {
    let target = target_parts(row).concat();
    // What years are too few for is said once, above them all.
    let why_not = match row.pattern {
        _ if row.is_of_few_years() => String::new(),
        // Why is said once, below all rows.
        Pattern::NotJudged(NotJudged::NotSaid) => course_text(Course::NotJudged).to_owned(),
        // It is in front.
        _ if row.across_break().is_some() => String::new(),
        _ => no_range_text(row),
    };
    let lines = [
        pattern_text(row),
        season_text(row),
        moved_where_not_judged(row),
        left_out_text(row),
        england_of_year(row),
        target,
        why_not,
    ];
    lines.into_iter().filter(|line| !line.is_empty()).map(|line| capital(&line)).collect()
}

/// A row in sentences: its newest figure, how it goes, which figures are unusual and why, the target, and why it has no usual range.
fn sentences(row: &OverTimeRow) -> String {
    let newest = row.newest().and_then(|newest| Some((newest.period, newest.shown?)));
    let newest = newest.map_or_else(
        || row.measure.title.to_string(),
        |(period, value)| format!("{}: {} in {period}", row.measure.title, value_text(&row.measure, value)),
    );
    let course = match row.pattern {
        _ if row.level().is_some() => pattern_text(row),
        Pattern::BackToUsual(limits) => format!("Back to usual{}", of_few(limits)),
        Pattern::Unusual(.., limits) => {
            format!("{}{}", row.course().map_or("", course_text), of_few(limits))
        }
        _ => pattern_text(row),
    };
    let mut parts = vec![newest, capital(&course), capital(&moved_where_not_judged(row))];
    parts.extend(reasons(row).into_iter().map(|sentence| sentence.trim_end_matches('.').to_owned()));
    parts.extend(left_out(row).into_iter().map(|sentence| sentence.trim_end_matches('.').to_owned()));
    let why_not = if row.across_break().is_some() { String::new() } else { no_range_text(row) };
    parts.extend([season_text(row), england_of_year(row), target_parts(row).concat(), why_not]);
    parts.into_iter().filter(|part| !part.is_empty()).map(|part| part + ".").collect::<Vec<_>>().join(" ")
}

/// Every row in a paragraph, with a title and what must be known to read them: a copy for a report.
pub fn paragraphs(over_time: &OverTime, title: &str, hidden: &str) -> String {
    let rows = over_time.rows.iter().map(sentences);
    let first = summary(over_time).into_iter().map(|line| line.concat());
    let all = [title.to_owned()]
        .into_iter()
        .chain(first)
        .chain(rows)
        .chain(notes(over_time))
        .chain([hidden.to_owned()]);
    all.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// The same of a row that covers 12 months, for which it is all there is to judge by.
fn england_of_year(row: &OverTimeRow) -> String {
    if row.time == TimeOf::Said(Span::RollingYear) { england_text(row) } else { String::new() }
}

/// The same of a row of days, which is judged by its own past first: a sentence where it is opened.
pub fn england_of_day(row: &OverTimeRow) -> String {
    let text = if row.time == TimeOf::ItsPeriod { england_text(row) } else { String::new() };
    if text.is_empty() { text } else { capital(&text) + "." }
}

/// How a row that covers a year, or a day, compares with England's: `0.7 points below England (10.2% in 2023/24)`; empty where it is
/// not compared.
fn england_text(row: &OverTimeRow) -> String {
    let Some(england) = &row.england else { return String::new() };
    let side = match Side::of(england.points) {
        Side::Above => format!("{} higher than", size_text(&row.measure, england.shown_points)),
        Side::Below => format!("{} lower than", size_text(&row.measure, england.shown_points)),
        Side::Level => "the same as".to_owned(),
    };
    let year = year_text(&row.measure, england.year);
    let is_by_chance = england.verdict == Verdict::Similar && england.shown_points.units() != 0;
    let by_chance = if is_by_chance { ", could be chance" } else { "" };
    format!("{side} England ({} in {year}){by_chance}", value_text(&row.measure, england.shown))
}

/// How a row moved, where it has no usual range: `2.1 points higher than Mar 19, 4 points lower than Apr 18`.
fn moved_where_not_judged(row: &OverTimeRow) -> String {
    if row.course() != Some(Course::NotJudged) {
        return String::new();
    }
    let [previous, last_year] =
        [row.on_previous, row.on_last_year].map(|moved| moved_text(&row.measure, moved));
    [previous, last_year].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
}

/// In place of the distance from a target of the year, of which the number so far is only a part.
const YEARS_TARGET: &str = "Target of the whole year";

/// Whether the newest figure is a number of the year so far, before its end.
fn is_number_so_far(row: &OverTimeRow) -> bool {
    let is_before_end = |period: Period| period.last_month() != Period::Year(period.year()).last_month();
    row.time == TimeOf::Said(Span::YearToDate)
        && row.measure.kind == Kind::Count
        && row.newest().is_some_and(|newest| is_before_end(newest.period))
}

/// How the newest figure compares with the target, of how much that is, and what may be expected of the next ones:
/// `5.8 points below the target`, ` of 90%` and `; cannot reach it as things are`; empty without a target.
pub fn target_parts(row: &OverTimeRow) -> [String; 3] {
    let Some(against) = &row.target else { return Default::default() };
    if is_number_so_far(row) {
        return [YEARS_TARGET.to_owned(), format!(": {}", target_text(row)), String::new()];
    }
    let outlook = row.outlook.map_or_else(String::new, |outlook| match outlook {
        Outlook::ByChance => format!("; {}", by_chance_text(row)),
        other => format!("; {}", outlook_text(other)),
    });
    let [side, value] = against_target(&row.measure, against);
    [capital(&side), value, outlook]
}

/// How often a target was met that may be hit or missed by chance, where never or always first: `may hit or miss it by chance (met in 1
/// of 24)`, `not met in any of 12 figures, could be met by chance`.
fn by_chance_text(row: &OverTimeRow) -> String {
    let by_chance = outlook_text(Outlook::ByChance);
    let process = row.stretches.last().and_then(Stretch::forecast);
    let Some((against, process)) = row.target.as_ref().zip(process) else { return by_chance };
    let target = Exact::from(against.target.value).to_f64();
    let is_met = |value: f64| if row.measure.good == Good::Low { value <= target } else { value >= target };
    let met = process.points.iter().filter(|point| is_met(point.value)).count();
    match (met, process.points.len()) {
        (0, all) => format!("not met in any of {all} figures, could be met by chance"),
        (met, all) if met == all => format!("met in all {all} figures, could be missed by chance"),
        (met, all) => format!("{by_chance} (met in {met} of {all})"),
    }
}

/// What a row shows beside how it goes: by which rule it is unusual, or how it moved and why it is not judged.
pub fn details(row: &OverTimeRow) -> Vec<String> {
    let of_level = row.level().map(|(level, meaning)| {
        let few = row.limits().map_or_else(String::new, of_few);
        format!("{}{few}", level_text(row, level, meaning))
    });
    let why = of_level.unwrap_or_else(|| match row.pattern {
        Pattern::Unusual(signal, side, _, limits) => {
            format!("{}{}", signal_text(signal, side), of_few(limits))
        }
        Pattern::BackToUsual(limits) => format!("{}{}", last_unusual_text(row), of_few(limits)),
        Pattern::Usual(limits) => match since_text(row) {
            since if since.is_empty() => of_few(limits).trim_matches([' ', '(', ')']).to_owned(),
            since => format!("{}{}{}", since.trim_start(), before_text(row), of_few(limits)),
        },
        Pattern::TooFew(_) if row.is_of_few_years() => getting(row)[1].clone(),
        // Why is said once, above all rows or below them.
        Pattern::TooFew(1..) => across_break(row),
        Pattern::NotJudged(NotJudged::NotSaid) => String::new(),
        Pattern::TooFew(0) => no_range_text(row),
        // That they are not judged is in front.
        Pattern::NotJudged(reason) => why_not_judged(row, reason),
    });
    let lines =
        [why, season_text(row), moved_where_not_judged(row), left_out_text(row), england_of_year(row)];
    lines.into_iter().filter(|line| !line.is_empty()).map(|line| capital(&line)).collect()
}

/// What differs between the year to date that a table states and its months: empty where nothing does or either is not known.
pub fn to_date_differs(row: &OverTimeRow) -> String {
    match (row.stated_to_date, row.year_to_date) {
        (Some(stated), Some(own)) if Exact::from(stated) != Exact::from(own) => {
            let [stated, own] = [stated, own].map(|value| value_text(&row.measure, value));
            format!("Your table gives {stated} for the year to date, but its figures come to {own}.")
        }
        _ => String::new(),
    }
}

/// What a row shows, in one text for a copy.
pub fn verdict(row: &OverTimeRow) -> String {
    lines(row).join(". ")
}

/// The same where there is no chart: why years are not judged, where nothing else is said.
pub fn alone(row: &OverTimeRow) -> String {
    let said = verdict(row);
    if said.is_empty() { no_range_text(row) } else { said }
}

/// What a year may come to: `By March 2025: 240, or 212 to 270 if the rest of the year is like the months so far`.
pub fn projection_text(projection: Projection) -> String {
    format!(
        "If the rest of the year is like the months so far: {} by its end, 95% between {} and {}.",
        counted(projection.expected),
        counted(projection.low),
        counted(projection.high)
    )
}

/// Why there is no projection of a year to date.
pub const NOT_PROJECTED: &str = "Percentages and rates are not projected to the end of the year, because we cannot know how many children they will be out of.";

/// What the table shows, for people who do not see it, and as the title of a copy.
pub fn caption(council: Option<&str>) -> String {
    council
        .map_or_else(|| "Measures over time".to_owned(), |council| format!("{council}: measures over time"))
}
