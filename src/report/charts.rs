//! Charts with all that belongs to them: a headline that states the message, what is measured, a sentence and a table.

use crate::area::Area;
use crate::chart::{Anchor, Bar, Bars, Column, Columns, Ink, Picture, Shape};
use crate::compare::{Entered, NEIGHBOURS, RankScope, Row};
use crate::indicator::{Indicator, Kind};
use crate::number::{Decimal, Exact};
use crate::period::{Basis, Period};

use super::{Table, model_number, source_notes};
use crate::words::comparator::{comparator_name, latest_text};
use crate::words::figure::value_text;
use crate::words::position::{rank_text, without_text};

/// A chart and its words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// A name for its ids and files: small letters and hyphens.
    pub id: String,
    /// The message.
    pub headline: String,
    /// What is measured, where and when.
    pub subtitle: String,
    /// What it shows, in words.
    pub sentence: String,
    /// What must be known to read it, and the sources.
    pub notes: Vec<String>,
    /// The drawing.
    pub picture: Picture,
    /// Its numbers.
    pub table: Table,
}

impl Chart {
    /// The drawing with its words above and its notes below, for a file that stands alone.
    pub fn as_file(&self) -> Picture {
        const MARGIN: f64 = 16.0;
        const LINE: f64 = 18.0;
        // About as many letters as a line holds.
        const LETTERS: usize = 88;
        let mut shapes = Vec::new();
        let mut y = MARGIN + 8.0;
        let mut write = |text: &str, is_strong: bool, y: &mut f64| {
            for line in wrapped(text, if is_strong { LETTERS - 12 } else { LETTERS }) {
                let ink = if is_strong { Ink::Text } else { Ink::Quiet };
                shapes.push(Shape::Text {
                    at: (MARGIN, *y),
                    text: line,
                    anchor: Anchor::Start,
                    ink,
                    is_strong,
                });
                *y += LINE;
            }
        };
        write(&self.headline, true, &mut y);
        write(&self.subtitle, false, &mut y);
        let top = y;
        y += self.picture.height + LINE;
        for note in &self.notes {
            write(note, false, &mut y);
        }
        shapes.extend(self.picture.shapes.iter().map(|shape| shape.moved(MARGIN, top)));
        Picture { width: self.picture.width + 2.0 * MARGIN, height: y, shapes }
    }

    /// The same with one note more, unless it is empty.
    #[must_use]
    pub fn with_note(mut self, note: &str) -> Self {
        if !note.is_empty() {
            self.notes.push(note.to_owned());
            self.table.notes.push(note.to_owned());
        }
        self
    }
}

/// A text in lines of at most so many letters, broken at spaces.
fn wrapped(text: &str, letters: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= letters => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The unit of an indicator in words.
pub(super) fn unit_words(indicator: &Indicator) -> &str {
    match indicator.kind {
        Kind::Share => "Percent",
        _ => indicator.unit,
    }
}

/// The sources of a row, without how verdicts are reached.
pub(super) fn own_notes(row: &Row) -> Vec<String> {
    source_notes(&[row]).into_iter().filter(|note| !note.starts_with("Verdicts")).collect()
}

/// A unit or name with a capital letter in front.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The year as it stands below a chart: `2022/23`, or `2023` for a count on a day.
pub(super) fn year_label(indicator: &Indicator, year: u16) -> String {
    match indicator.basis {
        Basis::Year | Basis::AcademicYear => Period::Year(year).to_string(),
        Basis::March31 | Basis::September30 => year.to_string(),
    }
}

pub(super) const fn year_title(basis: Basis) -> &'static str {
    match basis {
        Basis::March31 => "At 31 March",
        Basis::Year => "Year from April to March",
        Basis::September30 => "At 30 September",
        Basis::AcademicYear => "School year",
    }
}

pub(super) fn short_label(indicator: &Indicator, period: Period) -> String {
    match period {
        Period::Year(year) => year_label(indicator, year),
        Period::Quarter(year, quarter) => format!("Q{quarter} {}", Period::Year(year)),
        Period::Month(..) => month_label(period),
    }
}

/// `Apr 19` for a month; its whole name for a longer period.
fn month_label(period: Period) -> String {
    let name = period.to_string();
    match (period, name.split_once(' ')) {
        (Period::Month(year, _), Some((month, _))) => format!("{:.3} {:02}", month, year % 100),
        _ => name,
    }
}

/// The council among its statistical neighbours; nothing where it has no rank among them.
pub(super) fn neighbours_chart(row: &Row, council: &Area, neighbours: &[&'static Area]) -> Option<Chart> {
    let indicator = row.indicator;
    let position = row.position.as_ref().ok()?;
    let rank = position.beside(&NEIGHBOURS)?;
    let (value, shown) = (row.value?, row.shown?);
    let mut found: Vec<(Exact, Decimal, &str, bool)> = position
        .distribution
        .values()
        .filter(|(_, area)| neighbours.iter().any(|neighbour| neighbour.index == area.index))
        .map(|(value, area)| (value.into(), value, area.name, false))
        .collect();
    found.push((value, shown, council.name, true));
    // The best on top; the highest where no direction is good. Of equals the council comes first.
    found.sort_by(|a, b| {
        let order = if indicator.good == crate::indicator::Good::Low { a.0.cmp(&b.0) } else { b.0.cmp(&a.0) };
        order.then(b.3.cmp(&a.3))
    });
    let lines = row.comparisons.iter().filter_map(|comparison| {
        let compared = comparison.outcome.as_ref().ok().filter(|compared| compared.year == position.year)?;
        let kind = comparison.with.kind;
        // Of those that hold no rank there would be too many lines.
        (kind.rank_scope != RankScope::None).then(|| {
            let name = comparator_name(&comparison.with, None);
            let label = format!("{name} {}", value_text(indicator, compared.shown));
            (compared.value.to_f64(), label, kind.ink)
        })
    });
    let bars = Bars {
        bars: found
            .iter()
            .map(|(value, shown, name, is_own)| Bar {
                name: (*name).to_owned(),
                value: value.to_f64(),
                label: value_text(indicator, *shown),
                is_own: *is_own,
            })
            .collect(),
        lines: lines.collect(),
    };
    let latest = latest_text(row.known, position.is_older);
    let without = without_text(rank);
    let without = if without.is_empty() { without } else { format!("; {without}") };
    let notes = own_notes(row);
    let highest = if indicator.good == crate::indicator::Good::Neither { ", the highest first" } else { "" };
    Some(Chart {
        id: format!("neighbours-{}", indicator.id),
        headline: format!(
            "{}: {} ranks {} with its statistical neighbours{highest}",
            indicator.title,
            council.name,
            rank_text(rank)
        ),
        subtitle: format!(
            "{}, {}{latest}{without}",
            capital(unit_words(indicator)),
            year_label(indicator, position.year)
        ),
        sentence: found
            .iter()
            .map(|(_, shown, name, _)| format!("{name} {}", value_text(indicator, *shown)))
            .collect::<Vec<_>>()
            .join(", ")
            + ".",
        picture: bars.picture(),
        table: Table {
            title: format!("{} among statistical neighbours", indicator.title),
            headings: vec!["Council".to_owned(), capital(unit_words(indicator))],
            rows: found
                .iter()
                .map(|(_, shown, name, _)| vec![(*name).to_owned(), value_text(indicator, *shown)])
                .collect(),
            notes: notes.clone(),
        },
        notes,
    })
}

/// Unaccompanied and other children by month, with the share; nothing for fewer than three months.
pub(super) fn monthly_chart(
    unaccompanied: &[Entered],
    all: &[Entered],
    council: Option<&Area>,
) -> Option<Chart> {
    let months: Vec<(Period, u64, u64)> = unaccompanied
        .iter()
        .filter_map(|each| {
            let total = all.iter().find(|total| total.period == each.period)?;
            let (some, total) = (whole(each.shown)?, whole(total.shown)?);
            (some <= total && total > 0).then_some((each.period, some, total))
        })
        .collect();
    let [first, .., last] = months.as_slice() else { return None };
    if months.len() < 3 {
        return None;
    }
    let share = |some: u64, total: u64| {
        Exact::scaled(some, total, 100).map(|share| format!("{}%", share.rounded(1))).unwrap_or_default()
    };
    #[expect(clippy::cast_precision_loss, reason = "numbers of children")]
    let column = |(period, some, total): &(Period, u64, u64)| Column {
        name: month_label(*period),
        first: (total - some) as f64,
        second: *some as f64,
        label: share(*some, *total),
    };
    let told = |(period, some, total): &(Period, u64, u64)| {
        format!("{some} of {total} ({}) in {period}", share(*some, *total))
    };
    let names = ["Other children in care".to_owned(), "Unaccompanied children and their share".to_owned()];
    Some(Chart {
        id: "monthly".to_owned(),
        headline: format!(
            "Unaccompanied children were {} in {} and {} in {}",
            share(first.1, first.2),
            first.0,
            share(last.1, last.2),
            last.0
        ),
        subtitle: format!(
            "Children in care at the end of each month, {}, {} to {}",
            council.map_or("the council", |council| council.name),
            first.0,
            last.0
        ),
        sentence: format!("{}; {}.", told(first), told(last)),
        notes: Vec::new(),
        picture: Columns { columns: months.iter().map(column).collect(), names }
            .picture(|number| model_number(number, 2)),
        table: Table {
            title: "Unaccompanied and other children in care by month".to_owned(),
            headings: ["Month", "Unaccompanied", "Others", "All", "Share"].map(str::to_owned).to_vec(),
            rows: months
                .iter()
                .map(|(period, some, total)| {
                    let cells = [*some, total - some, *total].map(crate::words::figure::counted);
                    std::iter::once(period.to_string()).chain(cells).chain([share(*some, *total)]).collect()
                })
                .collect(),
            notes: Vec::new(),
        },
    })
}

fn whole(shown: Decimal) -> Option<u64> {
    if shown.decimals() == 0 { u64::try_from(shown.units()).ok() } else { None }
}
