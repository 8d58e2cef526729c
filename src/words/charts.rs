//! Texts of charts: headlines, subtitles, names of lines and columns, and what a chart shows in sentences.

use crate::area::Area;
use crate::compare::{
    Age, Compared, ENGLAND, Members, Of, OfficialSeries, Past, Position, Rank, Row, Trend, Verdict,
};
use crate::indicator::{Indicator, Kind};
use crate::number::Decimal;
use crate::period::{Basis, Period};

use super::comparator::{comparator_name, year_of_others};
use super::figure::{figure_text, interval_text, period_text, value_text};
use super::getting::{than_usual, unusual_by_own};
use super::position::{plain_place, rank_text, without_text};
use super::text::capital;
use super::verdict::compared_by_name_text;

/// The column of councils.
pub const COUNCIL: &str = "Council";

/// The axis of months and quarters.
pub const MONTH_OR_QUARTER: &str = "Month or quarter";
/// The title of an axis of months.
pub const MONTH: &str = "Month";
/// The title of an axis of quarters.
pub const QUARTER: &str = "Quarter";

/// What the line of the last periods shows: `Last periods: 2021/22 11.6%, 2022/23 7.9%`.
pub fn sparkline_label(indicator: &Indicator, history: &[Past]) -> String {
    let past = |past: &Past| {
        let shown = past.shown.map_or_else(|| "no figure".to_owned(), |shown| value_text(indicator, shown));
        format!("{} {shown}", period_text(indicator, past.period))
    };
    format!("Last periods: {}", history.iter().map(past).collect::<Vec<_>>().join(", "))
}

/// The value at an end of a small scale, with as many decimals as figures have, but no zeros at their end: `4%`, `85.4%`, `1,250`.
pub fn axis_end(indicator: &Indicator, value: f64) -> String {
    let value = Decimal::nearest(value, indicator.decimals);
    value.map_or_else(String::new, |value| value_text(indicator, value.trimmed()))
}

/// The unit of an indicator, with a capital letter.
pub fn unit(indicator: &Indicator) -> String {
    match indicator.kind {
        Kind::Share => "Percentage".to_owned(),
        _ => capital(indicator.unit),
    }
}

/// The year below a chart: `2022/23`, or `2023` for a count on a day.
pub fn year_label(indicator: &Indicator, year: u16) -> String {
    match indicator.basis {
        Basis::Year | Basis::AcademicYear => Period::Year(year).to_string(),
        Basis::March31 | Basis::September30 => year.to_string(),
    }
}

/// The axis of years.
pub const fn year_title(basis: Basis) -> &'static str {
    match basis {
        Basis::March31 => "At 31 March",
        Basis::Year => "Year from April to March",
        Basis::September30 => "At 30 September",
        Basis::AcademicYear => "School year",
    }
}

/// A period below a chart: `2022/23`, `Q1 2022/23`, `Apr 19`.
pub fn short_label(indicator: &Indicator, period: Period) -> String {
    match period {
        Period::Year(year) => year_label(indicator, year),
        _ => period_label(period),
    }
}

/// The name of the part of a line after a break: `Mean since Jan 20`.
pub fn since(name: &str, period: &str) -> String {
    format!("{name} since {period}")
}

/// A period at the head of a column, whatever the measure: `2022/23`, `Q1 2022/23`, `Apr 19`.
pub fn period_label(period: Period) -> String {
    match period {
        Period::Quarter(year, quarter) => format!("Q{quarter} {}", Period::Year(year)),
        _ => month_label(period),
    }
}

/// `Apr 19` for a month; its whole name for a longer period.
pub fn month_label(period: Period) -> String {
    let name = period.to_string();
    match (period, name.split_once(' ')) {
        (Period::Month(year, _), Some((month, _))) => format!("{month:.3} {:02}", year % 100),
        _ => name,
    }
}

/// `England 11%`.
pub fn named_value(name: &str, indicator: &Indicator, shown: Decimal) -> String {
    format!("{name} {}", value_text(indicator, shown))
}

/// "Three or more placements in the year: Cambridgeshire is 2nd best of 11 among its statistical neighbours"
pub fn neighbours_headline(indicator: &Indicator, council: &Area, rank: Rank) -> String {
    format!(
        "{}: {} is {} among its statistical neighbours",
        indicator.title,
        council.name,
        rank_text(rank, indicator.good)
    )
}

/// The name of a council beside the neighbours that was chosen to compare with.
pub fn added(council: &str) -> String {
    format!("{council} (added)")
}

/// The unit, the year, and how many neighbours have no figure.
pub fn neighbours_subtitle(row: &Row, position: &Position, rank: Rank) -> String {
    let without = without_text(rank);
    let without = if without.is_empty() { without } else { format!("; {without}") };
    let year = year_of_others(row, position.year, position.age);
    let own = row.period.filter(|_| position.age == Age::Older);
    let year = own.map_or(year.clone(), |own| format!("{}; {year}", period_text(&row.indicator, own)));
    format!("{}, {year}{without}", unit(&row.indicator))
}

/// The title of the table of neighbours.
pub fn neighbours_title(indicator: &Indicator) -> String {
    format!("{} among statistical neighbours", indicator.title)
}

/// Unaccompanied children of all children in care in a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unaccompanied {
    /// The month.
    pub period: Period,
    /// How many.
    pub count: u64,
    /// Out of how many.
    pub total: u64,
    /// The percentage.
    pub share: String,
}

/// The two parts of each column.
pub const MONTHLY_NAMES: [&str; 2] = ["Other children in care", "Unaccompanied children and their share"];

/// The title of the table by month.
pub const MONTHLY_TITLE: &str = "Unaccompanied and other children in care by month";

/// Its columns.
pub const MONTHLY_COLUMNS: [&str; 5] = ["Month", "Unaccompanied", "Others", "All", "Share"];

/// "Unaccompanied children were 9.2% in April 2019 and 13% in March 2020"
pub fn monthly_headline(first: &Unaccompanied, last: &Unaccompanied) -> String {
    format!(
        "Unaccompanied children were {} of children in care in {} and {} in {}",
        first.share, first.period, last.share, last.period
    )
}

/// What is counted, where and when.
pub fn monthly_subtitle(council: Option<&Area>, first: &Unaccompanied, last: &Unaccompanied) -> String {
    let council = council.map_or("the council", |council| council.name);
    format!("Children in care at the end of each month, {council}, {} to {}", first.period, last.period)
}

/// First and last month with their counts.
pub fn monthly_sentence(first: &Unaccompanied, last: &Unaccompanied) -> String {
    let of_month = |each: &Unaccompanied| {
        format!("{} of {} ({}) in {}", each.count, each.total, each.share, each.period)
    };
    format!("{}; {}.", of_month(first), of_month(last))
}

/// The name of the council's own figures.
pub fn own_name(council: Option<&Area>) -> &str {
    council.map_or("The council", |council| council.name)
}

/// The name of a line of official figures.
pub fn official_name(of: &Of) -> String {
    match of {
        Of::Council(council) => format!("{} (published by DfE)", council.name),
        Of::Comparator(with) => match with.members {
            Members::Area(_) => with.name.short.to_owned(),
            Members::Councils(_, average) => format!("{} ({})", with.name.short, average.id()),
        },
    }
}

/// The same beside its line: the council's name alone, unless there is a line of its own figures to tell it from.
pub fn line_name(of: &Of, has_own: HasOwn) -> String {
    match (of, has_own) {
        (Of::Council(council), HasOwn::No) => council.name.to_owned(),
        (Of::Council(council), HasOwn::Yes) => format!("{} (DfE)", council.name),
        (Of::Comparator(_), _) => official_name(of),
    }
}

/// Whether a chart has a line or marks of the council's own figures besides its official ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HasOwn {
    /// It has.
    Yes,
    /// All it shows of the council is official.
    No,
}

/// The message of a row over time: its trend if that is clear and plain, otherwise how it compares with England, if that is drawn.
pub fn trend_headline(row: &Row, official: &[OfficialSeries]) -> String {
    let title = &row.indicator.title;
    let is_plain = |trend: &&Trend| trend.verdict != Verdict::Similar && trend.not_plain.is_none();
    if let Some(trend) = row.trend.as_ref().ok().filter(is_plain) {
        let direction = if trend.line.slope > 0.0 { "rising" } else { "falling" };
        return format!("{title}: {direction} over five periods");
    }
    let is_england =
        |line: &OfficialSeries| matches!(&line.of, Of::Comparator(with) if *with.kind == ENGLAND);
    let can_say = |england: &&Compared| !matches!(row.beside(england), Verdict::CannotSay(_));
    let Some(england) = row.england().filter(can_say).filter(|_| official.iter().any(is_england)) else {
        let how = than_usual(row).or_else(|| unusual_by_own(row));
        return how.map_or_else(|| format!("{title} over time"), |how| format!("{title}: {how}"));
    };
    format!("{title}: {}", compared_by_name_text(row, england, "England"))
}

/// What a chart over time shows: the unit, whose figures, and when.
pub fn trend_subtitle(
    indicator: &Indicator,
    own_name: &str,
    span: &str,
    official: &[OfficialSeries],
) -> String {
    let comparators = if official.is_empty() { "" } else { " and comparators" };
    format!("{}, {own_name}{comparators}, {span}", unit(indicator))
}

/// From one period or year to another.
pub fn span(from: &str, to: &str) -> String {
    if from == to { from.to_owned() } else { format!("{from} to {to}") }
}

/// A note that several charts have, for all of them.
pub fn of_several(note: &str) -> String {
    format!("Several charts: {note}")
}

/// A note for an axis that is cut.
pub const AXIS_IS_CUT: &str = "The axis does not start at 0.";

/// Why a line is broken.
pub fn broken_line(note: &str) -> String {
    format!("The line is broken. {note}")
}

/// The name of the line of a target.
pub const TARGET: &str = "Target";

/// The line of a target in words.
pub fn target_sentence(indicator: &Indicator, target: Decimal) -> String {
    format!("The target is {}.", value_text(indicator, target))
}

/// A line in words: its first and last value.
pub fn line_sentence(
    indicator: &Indicator,
    name: &str,
    first: (Period, Decimal),
    last: (Period, Decimal),
) -> String {
    let value = |(period, shown): (Period, Decimal)| {
        format!("{} in {}", value_text(indicator, shown), period_text(indicator, period))
    };
    if first.0 == last.0 {
        format!("{name}: {}.", value(last))
    } else {
        format!("{name}: {}, {}.", value(first), value(last))
    }
}

/// The title of the table of a chart over time.
pub fn trend_title(indicator: &Indicator) -> String {
    format!("{} over time", indicator.title)
}

/// Its columns before those of official figures.
pub fn trend_columns(own_name: &str) -> [String; 3] {
    ["Period".to_owned(), format!("{own_name}, entered"), "95% interval".to_owned()]
}

/// What the small picture of a row shows, in one sentence.
pub fn strip_label(row: &Row) -> String {
    let mut parts = vec![format!("{} on a line", figure_text(row))];
    parts.extend(
        row.interval.map(|interval| format!("95% interval {}", interval_text(&row.indicator, interval))),
    );
    for comparison in &row.comparisons {
        if let Ok(compared) = &comparison.outcome {
            parts.push(named_value(&comparator_name(&comparison.with, None), &row.indicator, compared.shown));
        }
    }
    parts
        .extend(row.target.as_ref().map(|target| named_value("target", &row.indicator, target.target.value)));
    if let Ok(position) = &row.position {
        parts.extend(plain_place(position.councils, row.indicator.good).map(str::to_owned));
        parts.push(format!("{} councils as dots", position.distribution.councils()));
    }
    parts.join(", ")
}
