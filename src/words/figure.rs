//! A figure: its value, counts and interval.

use crate::compare::Row;
use crate::figure::Amount;
use crate::indicator::{Indicator, Kind};
use crate::number::{Decimal, Exact, Interval, group_thousands};
use crate::period::{Basis, Period};

/// A value with its unit where that is short: `7.9%`, `47`, `1,655`.
pub fn value_text(indicator: &Indicator, value: Decimal) -> String {
    match indicator.kind {
        Kind::Share => format!("{value}%"),
        _ => value.grouped(),
    }
}

/// The figure of a row: its value, `about 47` for an estimate, or what its symbol means.
pub fn figure_text(row: &Row) -> String {
    match (row.shown, &row.estimate) {
        (Some(shown), Some(_)) => format!("about {}", value_text(row.indicator, shown)),
        _ => amount_text(row.indicator, row.amount),
    }
}

/// An amount as one text: its value or what its symbol means.
pub fn amount_text(indicator: &Indicator, amount: Amount) -> String {
    match (amount, amount.shown(indicator)) {
        (_, Some(shown)) => value_text(indicator, shown),
        (Amount::Withheld(symbol), None) => format!("{} ({})", symbol.symbol(), symbol.meaning()),
        (_, None) => String::new(),
    }
}

/// What stands under the figure: `51 of 646`, `46.6 to 47.3`, `count not given`; empty where there is nothing to add.
pub fn counts_text(row: &Row) -> String {
    match (row.amount, &row.estimate) {
        (_, Some(estimate)) => {
            let limits = if estimate.low.rounded(1) == estimate.high.rounded(1) { 2 } else { 1 };
            format!(
                "between {} and {}; population implied by the official rate of {}",
                estimate.low.rounded(limits),
                estimate.high.rounded(limits),
                estimate.year
            )
        }
        (Amount::Counts { numerator, denominator }, None) => {
            format!("{} of {}", counted(numerator), counted(denominator))
        }
        (Amount::Value(_), None) if row.indicator.kind == Kind::Share => "count not given".to_owned(),
        _ => String::new(),
    }
}

/// `6.1% to 10.2%`; without the sign for other kinds than shares.
pub fn interval_text(indicator: &Indicator, interval: Interval) -> String {
    let sign = if indicator.kind == Kind::Share { "%" } else { "" };
    format!("{:.1}{sign} to {:.1}{sign}", interval.low, interval.high)
}

/// The interval of a row, or why there is none where one could be expected; empty otherwise.
pub fn interval_remark(row: &Row) -> String {
    match (row.interval, row.amount, row.indicator.kind) {
        (Some(interval), ..) => format!("95% interval {}", interval_text(row.indicator, interval)),
        _ if row.indicator.counts_repeated_events() => String::new(),
        (None, Amount::Value(_), Kind::Share) => "no interval: count not given".to_owned(),
        (None, Amount::Value(_), Kind::Rate) if row.estimate.is_none() => {
            "no interval: population not given".to_owned()
        }
        _ => String::new(),
    }
}

/// A difference with its sign and unit: `−6.2 points`, `+3`.
pub fn difference_text(indicator: &Indicator, points: Decimal) -> String {
    match indicator.kind {
        Kind::Share
            if points.magnitude()
                == Decimal::new(10_i64.pow(u32::from(points.decimals())), points.decimals()) =>
        {
            format!("{} point", points.signed())
        }
        Kind::Share => format!("{} points", points.signed()),
        _ => points.signed(),
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

/// A number for people: `1,655`.
pub fn counted(number: u64) -> String {
    group_thousands(&number.to_string())
}

/// What one child is worth: `one child = 0.4 points`; empty where that is not known.
pub fn worth_text(row: &Row) -> String {
    let Some(worth) = row.worth_of_one else { return String::new() };
    // One decimal, or as many as bring it within a tenth of what it is.
    let is_near = |shown: &Decimal| {
        let error = Exact::from(*shown).minus(worth).and_then(|error| error.magnitude().times(10));
        error.is_some_and(|error| error <= worth)
    };
    let shown = (1..=6).map(|decimals| worth.rounded(decimals)).find(is_near);
    let shown = shown.unwrap_or_else(|| worth.rounded(6));
    format!("one {} = {shown} points", row.indicator.counted_one)
}
