//! What must be known to read a table over time: the method, what figures are compared with, and where they come from.

use crate::compare::{OverTime, OverTimeRow, TimeOf};
use crate::figure::Withheld;
use crate::indicator::{Measure, Span};
use crate::number::{FEWEST_POINTS, RUN, STEADY_POINTS, TREND};
use crate::sorting::Sorting;

use super::figure::year_text;
use super::text::listed;
use super::unusual::{breaks, hidden_note, named};

/// How patterns are found, and whence that is, in sentences for the foot of the table.
pub fn method() -> [String; 2] {
    [
        format!(
            "A figure is unusual if it is outside the range of its usual ups and downs, one of {RUN} or more in a row on one side of \
             the mean, one of {TREND} or more in a row that rise or fall, or near the same end of the range in 2 of 3 periods. Figures and \
             targets are judged by this range here, not by the 95% interval of the list. With fewer than {STEADY_POINTS} figures the \
             range may still move and no target is forecast; with fewer than {FEWEST_POINTS} there is no range. The \
             range starts again after a break in the series; a period without a figure is passed over. \
             Years have none until there are {STEADY_POINTS}."
        ),
        "Method: percentages of months and quarters with counts use p charts and rates u charts. In visits and reviews one child is counted \
         several times, so these limits are widened to how far the figures vary (p\u{2032} and u\u{2032} charts). All others use XmR charts, without moving ranges of more than 3.27 times the average. \
         A change of level is dated to the likeliest month: the one at which two levels are nearest to the figures. \
         Sources: NHS England, Making Data Count: Strengthening your decisions, england.nhs.uk/publication/making-data-count; D. B. Laney, \
         Improved control charts for attributes, Quality Engineering 14(4), 2002; T. R. Samuel and others, Identifying the time of a step \
         change with X-bar control charts, Quality Engineering 10(3), 1998."
            .to_owned(),
    ]
}

/// What must be known to read the table, once below it.
pub fn notes(over_time: &OverTime) -> Vec<String> {
    let times = [TimeOf::NotSaid].into_iter().chain(Span::ALL.map(TimeOf::Said));
    let of_times: Vec<(TimeOf, Vec<&Measure>)> = times
        .map(|time| {
            let is_of = |row: &&OverTimeRow| row.time == time && (time != TimeOf::NotSaid || row.asks_time());
            let rows = over_time.rows.iter().filter(is_of);
            (time, rows.map(|row| &row.measure).collect())
        })
        .filter(|(_, measures): &(TimeOf, Vec<&Measure>)| !measures.is_empty())
        .collect();
    let is_alone = of_times.len() == 1;
    let compared = of_times.iter().map(|(time, measures)| match compared_with(*time) {
        text if is_alone => text.to_owned(),
        text => format!("{}: {text}", named(measures)),
    });
    let sums =
        [|row: &OverTimeRow| row.year_to_date.or(row.stated_to_date), |row: &OverTimeRow| row.twelve_months];
    let is_uneven = sums.iter().any(|sum| {
        let known = over_time.rows.iter().filter(|row| sum(row).is_some()).count();
        (1..over_time.rows.len()).contains(&known)
    });
    let is_broken = |row: &OverTimeRow| {
        row.time == TimeOf::Said(Span::InMonth) && row.stretches.len() > 1 && row.twelve_months.is_none()
    };
    let is_blank = is_uneven || over_time.rows.iter().any(is_broken);
    let blank = is_blank.then(|| BLANK.to_owned());
    let is_stated = |row: &OverTimeRow| row.year_to_date.is_none() && row.stated_to_date.is_some();
    let stated = over_time.rows.iter().any(is_stated).then(|| STATED_TO_DATE.to_owned());
    let season = over_time.rows.iter().any(|row| row.season.is_some()).then(|| SEASON.to_owned());
    let has_so_far = over_time.rows.iter().any(|row| !row.seasons_so_far.is_empty());
    let so_far = has_so_far.then(|| SO_FAR.to_owned());
    let has_level = |row: &OverTimeRow| row.stretches.iter().any(|stretch| stretch.level.is_some());
    let level = over_time.rows.iter().any(has_level).then(|| LEVEL.to_owned());
    let england = england_note(over_time).into_iter().chain(hidden_note(over_time));
    let gives_away = over_time.rows.iter().flat_map(|row| row.cells.iter().flatten());
    let gives_away = gives_away.filter(|cell| cell.value == Err(Withheld::GivesAway));
    let gives_away = gives_away.take(1).map(|_| GIVES_AWAY.to_owned());
    method()
        .into_iter()
        .chain(breaks(over_time))
        .chain(season)
        .chain(so_far)
        .chain(level)
        .chain(compared)
        .chain(england)
        .chain(gives_away)
        .chain(stated)
        .chain(blank)
        .collect()
}

/// The same without how limits are worked out and whence that is.
pub fn notes_in_report(over_time: &OverTime) -> Vec<String> {
    let [_, how] = method();
    notes(over_time).into_iter().filter(|note| *note != how).collect()
}

/// Returns of which years the figures of England are, or `None` if there are none.
fn england_note(over_time: &OverTime) -> Option<String> {
    let year = |row: &OverTimeRow| Some(year_text(&row.measure, row.england.as_ref()?.year));
    let mut years: Vec<String> = over_time.rows.iter().filter_map(year).collect();
    years.arrange();
    years.dedup();
    (!years.is_empty()).then(|| {
        format!(
            "England: figures the Department for Education published for {}. Only figures for a day or for 12 months have one.",
            listed(&years)
        )
    })
}

/// Why figures whose level changed are not marked.
const LEVEL: &str = "Where the level of the figures changed, that is said once, and they are not marked one by one. A step is called lasting from 7 figures on one side of the mean. Figures are called rising or falling only if the last 6 in a row are, or if one of the last 3 is the furthest and the last half still moves by more than its usual ups and downs. From when is worked out anew with each month and may change.";

/// When a month is called usually lower or higher.
const SEASON: &str = "A month is usually lower or higher if, in at least two earlier years and in every one with figures, it was below or above each of the three months before and after it, by more than chance. This year it is below or above the three months before it.";

/// Why figures are hidden that are not small.
const GIVES_AWAY: &str = "Some figures that are not small are hidden too, because a small one could be worked out from them: from the months of a year and its published figure, or from a total and its parts.";

/// When August, December or March is called lower or higher each time.
const SO_FAR: &str = "Each August, December or March so far was lower or higher if it was below or above each of the three months before and after it every time, by more than chance. It is said from 24 months on.";

/// Why a year to date or 12 months are not known of some measures.
const BLANK: &str = "The year to date and the last 12 months are blank where they cannot be worked out: for figures of a day, for percentages without counts, where a month is missing, and where a break is among the months.";

/// Whence a year to date is that months do not add up to, and where it is not.
const STATED_TO_DATE: &str = "Where months do not add up, the year to date is the one your table gives. It is shown on this screen only: copies, print and files leave it out.";

/// What figures of parts of a year are compared with.
const fn compared_with(time: TimeOf) -> &'static str {
    match time {
        TimeOf::NotSaid | TimeOf::ItsPeriod => {
            "Figures counted over a year are not judged: it is not said whether they cover a month or quarter alone, the year to date or 12 months."
        }
        TimeOf::Said(Span::InMonth) => {
            "Figures counted over a year cover each month or quarter alone. They are compared with their own past and your target, never with a year."
        }
        TimeOf::Said(Span::YearToDate) => {
            "Figures counted over a year cover the year to date. They are compared with the same months of last year."
        }
        TimeOf::Said(Span::RollingYear) => {
            "Figures counted over a year cover the 12 months up to each period. They are compared with England\u{2019}s year."
        }
    }
}
