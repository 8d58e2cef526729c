//! The change of a figure, its trend, and the notes on its series.

use crate::compare::{
    Break, CannotSay, Change, NoTrend, NotPlain, Origin, Row, Side, Steady, Trend, Verdict,
};
use crate::indicator::{Indicator, Kind, NoteKind, SeriesNote};
use crate::number::{Interval, TREND_POINTS};
use crate::period::Period;

use super::figure::{difference_text, value_text, when, when_of};
use super::text::limit_text;
use super::verdict::change_verdict_text;

/// The interval of a change: `between −29.2 and −4.1 points`.
pub fn change_interval_text(indicator: &Indicator, interval: Interval) -> String {
    let unit = if indicator.kind == Kind::Share { " points" } else { "" };
    format!("between {} and {}{unit}", limit_text(interval.low), limit_text(interval.high))
}

/// The change as one text: `−6.2 points from 94% in 2021/22`.
pub fn change_text(indicator: &Indicator, change: &Change) -> String {
    format!("{} {}", difference_text(indicator, change.agreeing()), from_text(indicator, change))
}

/// That a difference is not that of the two figures as they are shown; empty where it is.
const fn rounding_text(change: &Change) -> &'static str {
    if change.is_before_rounding { " (calculated before rounding)" } else { "" }
}

/// From which figure, and to which where they are shown with more decimals than elsewhere: `from 94% in 2021/22`, `from 45.03 at 31 March
/// 2024 to 45.17`.
pub fn from_text(indicator: &Indicator, change: &Change) -> String {
    let Some(finer) = change.finer else {
        return format!("from {}{}", before_text(indicator, change), rounding_text(change));
    };
    let mark = if change.is_from_published { " (published)" } else { "" };
    let [from, to] = [finer.from, finer.to].map(|value| value_text(indicator, value));
    format!("from {from} {}{mark} to {to}", when_of(indicator, change.from, change.time))
}

/// The change and from which figure, with the decimals that the figure has, and since when in the words of who asks, which may be none:
/// `−21.1 points from 52.4%`. That changes are worked out before rounding is said once, in a note.
pub fn change_from(indicator: &Indicator, change: &Change, when: &str) -> String {
    let mark = if change.is_from_published { " (published)" } else { "" };
    let (difference, from) =
        (difference_text(indicator, change.shown), value_text(indicator, change.shown_from));
    format!("{difference} from {from}{when}{mark}")
}

/// The change in a cell of a table, and whether it could be chance: `−6.2 points from 94% in 2021/22; could be chance`.
pub fn change_in_cell(indicator: &Indicator, change: &Change) -> String {
    let text = change_text(indicator, change);
    match change.verdict {
        Verdict::Similar if change.shown.units() != 0 => format!("{text}; {}", change_verdict_text(change)),
        _ => text,
    }
}

/// The figure before and when it held, and that it is the official one where none was entered: `94% in 2021/22`,
/// `9.2% in 2021/22 (published)`.
pub fn before_text(indicator: &Indicator, change: &Change) -> String {
    let mark = if change.is_from_published { " (published)" } else { "" };
    format!(
        "{} {}{mark}",
        value_text(indicator, change.shown_from),
        when_of(indicator, change.from, change.time)
    )
}

/// The change as one sentence: "−6.2 points from 94% in 2021/22, which could be chance (95% interval between −14.1 and 1.7
/// points)."
pub fn change_sentence(indicator: &Indicator, change: &Change) -> String {
    if let Some(note) = change.break_note {
        return format!("Not compared with {}: {}", before_text(indicator, change), note.text());
    }
    let verdict = match change_verdict_text(change) {
        text if text.is_empty() => String::new(),
        text => format!(": {text}"),
    };
    let interval = change
        .interval
        .map(|interval| format!(" (95% interval {})", change_interval_text(indicator, interval)));
    format!("Change {}{verdict}{}.", change_text(indicator, change), interval.unwrap_or_default())
}

/// The change since the council's own last official figure, in a line under the change since the period before: `−11.1 points since
/// 2024/25`, `DfE 93.1% in 2024/25, not tested`.
pub fn since_official_in_line(indicator: &Indicator, change: &Change) -> String {
    let from = change.from.label(indicator.basis);
    if change.verdict.is_comparison() {
        format!("{} since {from}", difference_text(indicator, change.agreeing()))
    } else {
        format!("DfE {} in {from}, not tested", value_text(indicator, change.shown_from))
    }
}

/// The same as a sentence of its own: "Against the council's official figure, 93.1% in 2024/25 (published): −11.1 points, lower,
/// which is worse (95% interval between −15.2 and −6.9 points)."
pub fn since_official_sentence(indicator: &Indicator, change: &Change) -> String {
    let before = before_text(indicator, change);
    if let Some(note) = change.break_note {
        return format!("The council\u{2019}s official figure, {before}, is not compared: {}", note.text());
    }
    if !change.verdict.is_comparison() {
        return format!(
            "The council\u{2019}s official figure was {before}, which is of a whole year and so not compared."
        );
    }
    let verdict = match change_verdict_text(change) {
        text if text.is_empty() => String::new(),
        text => format!(", {text}"),
    };
    let interval = change
        .interval
        .map(|interval| format!(" (95% interval {})", change_interval_text(indicator, interval)));
    let difference = difference_text(indicator, change.agreeing());
    format!(
        "Against the council\u{2019}s official figure, {before}: {difference}{verdict}{}.",
        interval.unwrap_or_default()
    )
}

impl Break {
    /// What changed, in one sentence.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Published(text) => text,
            Self::Own => "The council says that the way of counting changed in between.",
        }
    }
}

/// The trend of a row in words, or why there is none.
pub fn trend_text(row: &Row) -> String {
    match &row.trend {
        Ok(trend) => {
            let span = format!("{}{}", trend_span(&row.indicator, trend), published_mark(row, trend));
            trend_words(trend).map_or_else(
                || format!("no clear trend {span}"),
                |words| format!("{words}, {span}{}", not_plain_text(row, trend)),
            )
        }
        Err(reason) => match row.steady {
            Some(steady) => format!("{}; {}", steady_text(row, steady), no_trend_text(*reason)),
            None => no_trend_text(*reason),
        },
    }
}

/// Which way figures went: `rising in each period, from 71% in 2020/21 to 85.4% in 2024/25`.
fn steady_text(row: &Row, steady: Steady) -> String {
    let indicator = &row.indicator;
    let direction = if steady.side == Side::Above { "rising" } else { "falling" };
    let [from, to] = [steady.from, steady.to].map(|(period, shown)| {
        format!("{} {}", value_text(indicator, shown), when_of(indicator, period, row.time))
    });
    format!("{direction} in each period, from {from} to {to}")
}

/// Why no trend is tested.
fn no_trend_text(reason: NoTrend) -> String {
    match reason {
        NoTrend::NotThisFigure => {
            format!("not tested, because that needs counts for {TREND_POINTS} periods, including this one")
        }
        NoTrend::Number => "not tested for counts, only for percentages and rates".to_owned(),
        NoTrend::RepeatedEvents => CannotSay::RepeatedEvents.to_string(),
        NoTrend::FewMeasured => CannotSay::FewMeasured.to_string(),
        NoTrend::SharedMonths => {
            "not tested: each figure has months in common with the one before".to_owned()
        }
        NoTrend::TooFew { periods, is_broken } => {
            let since = if is_broken { " since the break in the series" } else { "" };
            format!("not enough history ({periods} of {TREND_POINTS} periods with counts{since})")
        }
    }
}

/// Returns rising or falling and, where it is plain, whether that is better, or `None` if no direction is clear.
pub fn trend_words(trend: &Trend) -> Option<String> {
    let direction = if trend.line.slope > 0.0 { "rising" } else { "falling" };
    match trend.verdict {
        Verdict::Better | Verdict::Worse if trend.not_plain.is_some() => Some(format!("{direction} overall")),
        Verdict::Better => Some(format!("{direction}, which is better")),
        Verdict::Worse => Some(format!("{direction}, which is worse")),
        Verdict::Higher | Verdict::Lower => Some(direction.to_owned()),
        _ => None,
    }
}

/// Why a clear trend is not called getting better or worse: `, but down since 2022/23`; empty where it is plain.
pub fn not_plain_text(row: &Row, trend: &Trend) -> String {
    let label = |period: Period| period.label(row.indicator.basis);
    let value_in = |period: Period| {
        let past = row.history.iter().find(|past| past.period == period).and_then(|past| past.shown);
        past.map_or_else(
            || label(period),
            |shown| format!("{} {}", value_text(&row.indicator, shown), when(&row.indicator, period)),
        )
    };
    let is_rising = trend.line.slope > 0.0;
    match trend.not_plain {
        None => String::new(),
        Some(NotPlain::Stopped { since, side }) => {
            let since = label(since);
            match (side, is_rising) {
                (Side::Below, true) => format!(", but is lower than in {since}"),
                (Side::Above, false) => format!(", but is higher than in {since}"),
                _ => format!(", but has hardly moved since {since}"),
            }
        }
        Some(NotPlain::Recovery { to }) => format!(", but no further than {}", value_in(to)),
        Some(NotPlain::OneChange { from, to }) => {
            format!(", but most of it in one step, from {} to {}", label(from), label(to))
        }
    }
}

/// The periods of a trend.
pub fn trend_span(indicator: &Indicator, trend: &Trend) -> String {
    format!("from {} to {}", trend.from.label(indicator.basis), trend.to.label(indicator.basis))
}

/// That earlier figures of a trend are the official ones, where none were entered; empty otherwise.
pub fn published_mark(row: &Row, trend: &Trend) -> &'static str {
    let is_mixed = row.history.last().is_some_and(|past| past.origin == Origin::Entered)
        && row.history.iter().any(|past| past.period >= trend.from && past.origin == Origin::Published);
    if is_mixed { " (earlier years as published)" } else { "" }
}

/// What a note on a series is, and from when: `Break in the series from January 2020`.
pub fn note_heading(indicator: &Indicator, note: &SeriesNote) -> String {
    let what = match note.kind {
        NoteKind::Break => "Break in the series",
        NoteKind::Gap => "Gap before",
        NoteKind::Caution => "Use with caution from",
    };
    let from = if note.kind == NoteKind::Break { " from" } else { "" };
    let period = Period::parse(note.period)
        .map_or_else(|_| note.period.to_owned(), |period| period.label(indicator.basis));
    format!("{what}{from} {period}")
}

/// What to know of a comparison across a note on the series, in whole sentences.
pub fn caution_text(note: &SeriesNote) -> String {
    match note.kind {
        NoteKind::Break => format!("Not comparable. {}", note.text),
        NoteKind::Gap => format!("Gap in the figures. {}", note.text),
        NoteKind::Caution => {
            let from = Period::parse(note.period);
            let from = from.map_or_else(|_| note.period.to_owned(), |period| period.to_string());
            format!("Compare with caution from {from}. {}", note.text)
        }
    }
}
