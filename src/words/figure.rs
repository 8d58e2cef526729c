//! A figure: its value, counts and interval.

use crate::compare::{Row, TimeOf};
use crate::figure::Amount;
use crate::indicator::{Indicator, Kind, Span};
use crate::number::{Decimal, Exact, Interval};
use crate::period::{Basis, Period};

use super::text::{counted, limit_text};

/// A value with its unit where that is short: `7.9%`, `47`, `1,655`.
pub fn value_text(indicator: &Indicator, value: Decimal) -> String {
    match indicator.kind {
        Kind::Share => format!("{value}%"),
        _ => value.grouped(),
    }
}

/// The figure of a row: its value, or what its symbol means.
pub fn figure_text(row: &Row) -> String {
    amount_text(&row.indicator, row.amount)
}

/// The same where the meaning of a symbol is said elsewhere: `7.9%`, `c`.
pub fn short_figure(row: &Row) -> String {
    match row.amount {
        Amount::Withheld(symbol) => symbol.symbol().to_owned(),
        _ => figure_text(row),
    }
}

/// An amount as one text: its value or what its symbol means.
pub fn amount_text(indicator: &Indicator, amount: Amount) -> String {
    match (amount, amount.shown(indicator)) {
        (_, Some(shown)) => value_text(indicator, shown),
        (Amount::Withheld(symbol), None) => symbol.written(),
        (_, None) => String::new(),
    }
}

/// The counts of a row in a line of a table: `51 of 646`; empty where they are not given, and for what is not a part of a whole.
pub fn counts_in_line(row: &Row) -> String {
    match row.amount {
        Amount::Counts { numerator, denominator } if row.indicator.kind == Kind::Share => {
            format!("{} of {}", counted(numerator), counted(denominator))
        }
        _ => String::new(),
    }
}

/// What is shown below the figure: `51 of 646`, `646 of 136,924 children aged 0 to 17 (Department for Education, 2023)`,
/// `1,238 divided by 151` for an average, `counts not given`; empty where there is nothing to add.
pub fn counts_text(row: &Row) -> String {
    match (row.amount, &row.population) {
        (Amount::Counts { .. }, population) => {
            let counts = counts_alone(row);
            let Some(population) = population else { return counts };
            let source = population.file.as_deref().unwrap_or("Department for Education");
            format!("{counts} children aged 0 to 17 ({source}, {})", population.year)
        }
        (Amount::Value(_), None) if row.indicator.kind == Kind::Share => "counts not given".to_owned(),
        _ => String::new(),
    }
}

/// `6.1% to 10.2%`; without the sign for other kinds than shares.
pub fn interval_text(indicator: &Indicator, interval: Interval) -> String {
    let sign = if indicator.kind == Kind::Share { "%" } else { "" };
    format!("{}{sign} to {}{sign}", limit_text(interval.low), limit_text(interval.high))
}

/// The numbers behind a figure and nothing else, where there are any: `51 of 646`, `655 of 142,924`, `523 divided by 114`.
pub fn counts_alone(row: &Row) -> String {
    match row.amount {
        Amount::Counts { numerator, denominator } => {
            let link = if row.indicator.kind == Kind::Mean { "divided by" } else { "of" };
            format!("{} {link} {}", counted(numerator), counted(denominator))
        }
        _ => String::new(),
    }
}

/// The interval of a row, or why there is none where one could be expected; empty otherwise.
pub fn interval_remark(row: &Row) -> String {
    match (row.interval, row.amount, row.indicator.kind) {
        (Some(interval), ..) => format!("95% interval {}", interval_text(&row.indicator, interval)),
        _ if row.indicator.counts_repeated_events() => String::new(),
        (None, Amount::Value(_), Kind::Share) => "no 95% interval without counts".to_owned(),
        (None, Amount::Value(_), Kind::Rate) => "no 95% interval without the population".to_owned(),
        _ => String::new(),
    }
}

/// A difference with its sign and unit: `−6.2 points`, `+3`.
pub fn difference_text(indicator: &Indicator, points: Decimal) -> String {
    format!("{}{}", points.signed(), unit_of_difference(indicator, points))
}

/// The size of a difference with its unit: `6.2 points`, `1 point`, `3`.
pub fn size_text(indicator: &Indicator, points: Decimal) -> String {
    format!("{}{}", points.magnitude().grouped(), unit_of_difference(indicator, points))
}

fn unit_of_difference(indicator: &Indicator, points: Decimal) -> &'static str {
    match indicator.kind {
        Kind::Share if Exact::from(points.magnitude()) == Exact::whole(1) => " point",
        Kind::Share => " points",
        _ => "",
    }
}

/// When a figure holds, as part of a sentence: `at 31 March 2023`, `in 2022/23`, `at the end of April 2019`.
pub fn when(indicator: &Indicator, period: Period) -> String {
    match (period, indicator.basis) {
        (Period::Year(_), Basis::March31 | Basis::September30) => {
            format!("at {}", period.label(indicator.basis))
        }
        (Period::Year(_), Basis::AcademicYear) => format!("in the {}", period.label(indicator.basis)),
        (_, Basis::March31 | Basis::September30) => format!("at the end of {period}"),
        _ => format!("in {period}"),
    }
}

/// The same of a figure for a part of a year, where it is known what time it is of: `in the 12 months to December 2025`, `in
/// 2025/26 up to the end of December 2025`.
pub fn when_of(indicator: &Indicator, period: Period, time: TimeOf) -> String {
    let month = period.last_month();
    match time {
        TimeOf::ItsPeriod | TimeOf::NotSaid | TimeOf::Said(Span::InMonth) => when(indicator, period),
        TimeOf::Said(Span::RollingYear) => format!("in the 12 months to {month}"),
        TimeOf::Said(Span::YearToDate) => {
            format!("in {} up to the end of {month}", Period::Year(period.year()))
        }
    }
}

/// The year of an official figure, the same everywhere: `2022/23`, or `March 2023` for what is counted on a day.
pub fn year_text(indicator: &Indicator, year: u16) -> String {
    match indicator.basis {
        Basis::Year | Basis::AcademicYear => Period::Year(year).to_string(),
        Basis::March31 => format!("March {year}"),
        Basis::September30 => format!("September {year}"),
    }
}

/// A period beside a figure, where there is little room: `2022/23`, `March 2023`, `Q1 2022/23`, `April 2019`.
pub fn period_text(indicator: &Indicator, period: Period) -> String {
    match period {
        Period::Year(year) => year_text(indicator, year),
        Period::Quarter(year, quarter) => format!("Q{quarter} {}", Period::Year(year)),
        Period::Month(..) => period.to_string(),
    }
}

/// What one child is worth: "One child changes this by 0.4 points."; empty where that is not known.
pub fn worth_text(row: &Row) -> String {
    let Some(shown) = row.shown_worth() else { return String::new() };
    format!("One {} changes this by {shown} points.", row.indicator.counted_one)
}
