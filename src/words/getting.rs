//! Whether a measure is getting better or worse, or is clearly better or worse than before, and by which rule.

use crate::compare::{Change, Getting, Outlook, Row, Shown, Side, Unusual, Verdict, WorseThanUsual};
use crate::indicator::Indicator;
use crate::period::Period;

use super::change::{before_text, trend_text};
use super::courses::outlook_text;
use super::figure::{value_text, when, when_of};

/// Which way a measure goes and over which periods: `getting worse` and `from 2020/21 to 2024/25`.
pub fn getting_text(indicator: &Indicator, getting: Getting) -> [String; 2] {
    let way = if getting.verdict == Verdict::Worse { "getting worse" } else { "getting better" };
    let label = |period: Period| period.label(indicator.basis);
    let span = format!("from {} to {}{}", label(getting.from.0), label(getting.to), untested(getting));
    [way.to_owned(), span]
}

/// Which way a measure goes by its last two changes, where they show that, and its trend: `getting worse from 2022/23 to 2024/25, by
/// its last two changes together; no clear trend from 2020/21 to 2024/25`.
pub fn way_and_trend_text(row: &Row) -> String {
    let two = row.getting().filter(|getting| getting.by == Shown::TwoChanges).map(|getting| {
        let [way, span] = getting_text(&row.indicator, getting);
        format!("{way} {span}, by its last two changes together; ")
    });
    format!("{}{}", two.unwrap_or_default(), trend_text(row))
}

/// From which value to which it went: `from 12.3% in 2020/21 to 9.5% in 2024/25`.
pub fn moved_between(row: &Row, getting: Getting) -> String {
    let indicator = &row.indicator;
    let (from, first) = (value_text(indicator, getting.from.1), when(indicator, getting.from.0));
    let newest = row.shown.map(|shown| value_text(indicator, shown)).unwrap_or_default();
    let last = when_of(indicator, getting.to, row.time);
    format!("from {from} {first} to {newest} {last}{}", untested(getting))
}

/// Returns that a measure is getting worse or better, in a sentence, or `None` if it is neither or its trend says so.
pub fn getting_sentence(row: &Row) -> Option<String> {
    let getting = row.getting()?;
    let [way, _] = getting_text(&row.indicator, getting);
    let reason = match getting.by {
        Shown::Trend => return None,
        Shown::Steps => "",
        Shown::TwoChanges => ": its last two changes together are more than chance explains",
    };
    Some(format!("It has been {way}, {}{reason}.", moved_between(row, getting)))
}

/// That a direction is seen, not tested.
fn untested(getting: Getting) -> &'static str {
    if getting.by == Shown::Steps { ", in each period (not tested)" } else { "" }
}

/// One clear change, after the name of the measure: `31.3%, 52.4% in 2023/24`.
pub fn one_change(row: &Row, verdict: Verdict) -> String {
    let shown = row.shown.map(|shown| value_text(&row.indicator, shown)).unwrap_or_default();
    let before = |change: &Change| before_text(&row.indicator, change);
    let before = row.one_change(verdict).map(before).unwrap_or_default();
    format!(" {shown}, was {before}")
}

/// Returns that the figure is clearly worse or better than before, by one change: `clearly worse than 52.4% in 2023/24`, or `None` if it is
/// not.
pub fn than_before(row: &Row) -> Option<String> {
    [(Verdict::Worse, "worse"), (Verdict::Better, "better")].into_iter().find_map(|(verdict, word)| {
        let before = before_text(&row.indicator, row.one_change(verdict)?);
        Some(format!("clearly {word} than {before}"))
    })
}

/// Returns what is unusual in a measure by its own months or quarters, neither direction being good: `lower on average than before November 2024`,
/// `rising since May 2024`, `lower than usual`, or `None` if nothing is.
pub fn unusual_by_own(row: &Row) -> Option<String> {
    let Unusual { side, since, is_moving } = row.by_own.unusual?;
    let (way, moving) = if side == Side::Below { ("lower", "falling") } else { ("higher", "rising") };
    Some(match since {
        Some(since) if is_moving => format!("{moving} since {since}"),
        Some(since) => format!("{way} on average than before {since}"),
        None => format!("{way} than usual"),
    })
}

/// Returns that a target is out of reach by the measure's own months or quarters, or `None` if it is not.
pub fn out_of_reach(row: &Row) -> Option<String> {
    row.by_own.is_out_of_reach.then(|| outlook_text(Outlook::CannotMeet))
}

/// Returns that the newest month or quarter is worse than the measure's own usual ups and downs: `worse than its own usual since December
/// 2025`, or `None` if it is not.
pub fn than_usual(row: &Row) -> Option<String> {
    let WorseThanUsual { since, is_moving } = row.by_own.worse_than_usual?;
    Some(match row.period {
        _ if is_moving => format!("getting worse by its own figures since {since}"),
        Some(period) if period.last_month() == since.last_month() => {
            format!("worse than its own usual in {since}")
        }
        _ => format!("worse than its own usual since {since}"),
    })
}
