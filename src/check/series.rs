//! Numbers told for several times: "604 in April, 611 in May and 627 in July", and the cells of a table under its months.

use crate::indicator::{Indicator, Match, match_name};
use crate::number::Decimal;
use crate::period::{Period, month_number};
use crate::read::prose::{When, times_in};

use super::grid::Grid;

/// A number at a time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Point {
    pub when: When,
    pub value: Decimal,
    pub is_percent: bool,
}

/// Numbers of one thing at several times.
#[derive(Clone, Debug, Default)]
pub(super) struct Series {
    /// What they are of, if that is certain or most likely.
    pub of: Option<&'static Indicator>,
    pub points: Vec<Point>,
}

impl Series {
    /// The only number at a time.
    pub(super) fn at(&self, when: When) -> Option<Point> {
        let mut found = self.points.iter().filter(|point| is_same(point.when, when));
        found.next().filter(|first| found.all(|other| other.value == first.value)).copied()
    }
}

/// Whether two times are the same, where one may lack its year.
fn is_same(one: When, other: When) -> bool {
    match (one, other) {
        (When::Month(month), When::At(Period::Month(_, of)))
        | (When::At(Period::Month(_, of)), When::Month(month)) => month == of,
        (When::Month(3), When::At(Period::Year(_))) | (When::At(Period::Year(_)), When::Month(3)) => true,
        (When::Quarter(quarter), When::At(Period::Quarter(_, of)))
        | (When::At(Period::Quarter(_, of)), When::Quarter(quarter)) => quarter == of,
        _ => one == other,
    }
}

/// The time that a heading or a label gives.
pub(super) fn time_of(text: &str) -> Option<When> {
    match times_in(text).as_slice() {
        [] => month_number(text.trim()).map(When::Month),
        [only] => Some(*only),
        _ => Some(When::Other),
    }
}

/// The series of a table: its rows under times, and its columns beside times.
pub(super) fn of_table(grid: &Grid) -> Vec<Series> {
    let when = |text: &str| {
        time_of(text).filter(|when| matches!(when, When::At(_) | When::Month(_) | When::Quarter(_)))
    };
    let heads: Vec<String> = grid.heads.iter().map(|head| head.join(" ")).collect();
    let above: Vec<Option<When>> = heads.iter().map(|head| when(head)).collect();
    let beside: Vec<Option<When>> = grid.labels.iter().map(|label| when(label)).collect();
    let point = |when: Option<When>, row: usize, column: usize| {
        let number = grid.rows[row].get(column)?.as_ref()?;
        Some(Point { when: when?, value: number.value, is_percent: number.is_percent })
    };
    let of = |label: &str| match match_name(label, "") {
        Match::Exact(indicator) | Match::Close(indicator) => Some(indicator),
        _ => None,
    };
    let series = |label: &str, points: Vec<Point>| {
        (!points.is_empty()).then(|| of(label)).flatten().map(|of| Series { of: Some(of), points })
    };
    let rows = (0..grid.rows.len()).filter_map(|row| {
        let points =
            above.iter().enumerate().filter_map(|(column, when)| point(*when, row, column)).collect();
        series(&grid.labels[row], points)
    });
    let columns = (0..heads.len()).filter_map(|column| {
        let points = beside.iter().enumerate().filter_map(|(row, when)| point(*when, row, column)).collect();
        series(&heads[column], points)
    });
    rows.chain(columns).collect()
}

/// Whether a heading says that what is below it is of a part of a year or of a day other than the last of March, or `None` if
/// it gives no time.
pub(super) fn part_of_year(heading: &str) -> Option<bool> {
    let is_part = |when: &When| match when {
        When::At(Period::Year(_) | Period::Month(_, 3)) => Some(false),
        When::At(_) | When::Month(_) | When::Quarter(_) => Some(true),
        _ => None,
    };
    times_in(heading).iter().find_map(is_part)
}
