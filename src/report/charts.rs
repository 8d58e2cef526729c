//! Charts with all that belongs to them: a headline that states the message, what is measured, a sentence and a table.

use crate::area::Area;
use crate::chart::{Anchor, Bar, Bars, Column, Columns, Ink, Line, Lines, Mark, Picture, Shape};
use crate::compare::{Comparator, Entered, Of, OfficialSeries, Row, Series, Verdict};
use crate::indicator::{Indicator, Kind};
use crate::number::{Decimal, Exact};
use crate::period::{Basis, Period};

use super::words::{comparator_name, interval_text, latest_text, rank_text, value_text, without_text};
use super::{Table, model_number, source_notes};

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
fn unit_words(indicator: &Indicator) -> &str {
    match indicator.kind {
        Kind::Share => "Percent",
        _ => indicator.unit,
    }
}

/// A unit or name with a capital letter in front.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The year as it stands below a chart: `2022/23`, or `2023` for a count on a day.
fn year_label(indicator: &Indicator, year: u16) -> String {
    match indicator.basis {
        Basis::Year | Basis::AcademicYear => Period::Year(year).to_string(),
        Basis::March31 | Basis::September30 => year.to_string(),
    }
}

const fn year_title(basis: Basis) -> &'static str {
    match basis {
        Basis::March31 => "At 31 March",
        Basis::Year => "Year from April to March",
        Basis::September30 => "At 30 September",
        Basis::AcademicYear => "School year",
    }
}

fn short_label(indicator: &Indicator, period: Period) -> String {
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

/// Name and ink of an official series.
fn style(of: Of) -> (String, Ink) {
    match of {
        Of::Council(_) => ("Own, published".to_owned(), Ink::Others),
        Of::Comparator(Comparator::England) => ("England".to_owned(), Ink::England),
        Of::Comparator(Comparator::Region(region)) => (region.name.to_owned(), Ink::Region),
        Of::Comparator(Comparator::Neighbours(_, average)) => {
            (format!("Neighbours ({})", average.id()), Ink::Neighbours)
        }
    }
}

/// The figures entered and published over time; nothing where there are fewer than two points of anything.
pub(super) fn trend_chart(row: &Row, series: &Series, council: Option<&Area>) -> Option<Chart> {
    let indicator = row.indicator;
    if series.entered.len() < 2 && series.official.iter().all(|line| line.values.len() < 2) {
        return None;
    }
    let own_name = council.map_or("The council", |council| council.name);
    let has_months = series.entered.iter().any(|entered| !matches!(entered.period, Period::Year(_)));
    // Beside months only the years around them are drawn.
    let (from, to) = span(series, has_months)?;
    // Numbers are not set beside those of larger areas.
    let is_compared = |of: Of| matches!(of, Of::Council(_)) || indicator.kind != Kind::Count;
    let official: Vec<OfficialSeries> = series
        .official
        .iter()
        .filter(|line| is_compared(line.of))
        .map(|line| OfficialSeries {
            of: line.of,
            values: line.values.iter().filter(|(year, ..)| (from..=to).contains(year)).copied().collect(),
        })
        .filter(|line| !line.values.is_empty())
        .collect();
    let lines = lines_of(series, &official, own_name);
    let x_labels = if has_months {
        series.entered.iter().map(|each| (each.period.end(), short_label(indicator, each.period))).collect()
    } else {
        (from..=to).map(|year| (f64::from(year), year_label(indicator, year))).collect()
    };
    let breaks = breaks(series, from, to);
    let picture = Lines {
        x_labels,
        x_title: if has_months {
            "Month or quarter".to_owned()
        } else {
            year_title(indicator.basis).to_owned()
        },
        unit: if indicator.kind == Kind::Share { "%" } else { "" },
        breaks: breaks.iter().map(|(x, _)| *x).collect(),
        may_be_cut: true,
        ..lines
    };
    let beside = if official.is_empty() { "" } else { " and comparators" };
    let cut =
        if picture.cut_at().is_some_and(|low| low > 0.0) { "; the axis does not begin at 0" } else { "" };
    let mut notes: Vec<String> = breaks.into_iter().map(|(_, note)| format!("Broken line: {note}")).collect();
    notes.dedup();
    notes.extend(source_notes(&[row]).into_iter().filter(|note| !note.starts_with("Verdicts")));
    let table = table_over_time(series, &official, own_name);
    let ends = series.entered.first().zip(series.entered.last()).filter(|_| has_months);
    let years = if let Some((first, last)) = ends {
        format!("{} to {}", first.period, last.period)
    } else if from == to {
        year_label(indicator, from)
    } else {
        format!("{} to {}", year_label(indicator, from), year_label(indicator, to))
    };
    Some(Chart {
        id: format!("trend-{}", indicator.id),
        headline: trend_headline(row),
        subtitle: format!("{}, {own_name}{beside}, {years}{cut}", capital(unit_words(indicator))),
        sentence: sentence_over_time(series, &official, own_name),
        picture: picture.picture(|number| model_number(number, 2)),
        table: Table { notes: notes.clone(), ..table },
        notes,
    })
}

/// First and last year drawn.
fn span(series: &Series, has_months: bool) -> Option<(u16, u16)> {
    let entered = || series.entered.iter().map(|entered| entered.period.year_on(series.indicator.basis));
    let official = || series.official.iter().flat_map(|line| line.values.iter().map(|(year, ..)| *year));
    let years = || entered().chain(official().filter(|_| !has_months));
    Some((years().min()?, years().max()?))
}

fn lines_of(series: &Series, official: &[OfficialSeries], own_name: &str) -> Lines {
    let line = |official: &OfficialSeries| {
        let (name, ink) = style(official.of);
        let points = official.values.iter().map(|(year, value, _)| (Period::Year(*year), value.to_f64()));
        Line { name, ink, runs: runs(series, points) }
    };
    // The most important is drawn last.
    let mut lines: Vec<Line> = official.iter().rev().map(line).collect();
    let entered = || series.entered.iter().map(|each| (each.period, each.value.to_f64()));
    let limits = |each: &Entered| each.interval.map(|interval| (interval.low, interval.high));
    let is_line = series.entered.len() > 2;
    let mut band = Vec::new();
    if is_line {
        lines.push(Line { name: own_name.to_owned(), ink: Ink::Own, runs: runs(series, entered()) });
        if series.entered.iter().all(|each| each.interval.is_some()) && runs(series, entered()).len() == 1 {
            band = series
                .entered
                .iter()
                .filter_map(|each| limits(each).map(|(low, high)| (each.period.end(), low, high)))
                .collect();
        }
    }
    let mark = |each: &Entered| Mark {
        at: (each.period.end(), each.value.to_f64()),
        whisker: limits(each).filter(|_| band.is_empty()),
        ink: Ink::Own,
        label: String::new(),
    };
    let mut marks: Vec<Mark> = series.entered.iter().map(mark).collect();
    if let (Some(mark), Some(last)) = (marks.last_mut(), series.entered.last()) {
        mark.label = value_text(series.indicator, last.shown);
    }
    Lines { lines, band, marks, ..Lines::default() }
}

/// Points in runs between which the series is not broken and no year is missing.
fn runs(series: &Series, points: impl Iterator<Item = (Period, f64)>) -> Vec<Vec<(f64, f64)>> {
    let mut runs: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut last: Option<Period> = None;
    for (period, value) in points {
        let follows = last.is_some_and(|last| {
            period.number() == last.number() + 1 && series.break_between(last, period).is_none()
        });
        match runs.last_mut().filter(|_| follows) {
            Some(run) => run.push((period.end(), value)),
            None => runs.push(vec![(period.end(), value)]),
        }
        last = Some(period);
    }
    runs
}

/// Where the series is broken between two years drawn, or two periods entered, and why.
fn breaks(series: &Series, from: u16, to: u16) -> Vec<(f64, &'static str)> {
    let years = (from..to).map(|year| (Period::Year(year), Period::Year(year + 1)));
    let periods = series.entered.windows(2).map(|pair| (pair[0].period, pair[1].period));
    let has_months = series.entered.iter().any(|each| !matches!(each.period, Period::Year(_)));
    let pairs: Vec<(Period, Period)> = if has_months { periods.collect() } else { years.collect() };
    pairs
        .into_iter()
        .filter_map(|(before, after)| {
            Some((f64::midpoint(before.end(), after.end()), series.break_between(before, after)?))
        })
        .collect()
}

fn trend_headline(row: &Row) -> String {
    let title = row.indicator.title;
    if let Some(trend) = row.trend.as_ref().ok().filter(|trend| trend.verdict != Verdict::Similar) {
        let direction = if trend.line.slope > 0.0 { "rising" } else { "falling" };
        return format!("{title}: {direction} over five periods");
    }
    match row.england().map(|england| row.beside(england)) {
        Some(Verdict::Better) => format!("{title}: better than England"),
        Some(Verdict::Worse) => format!("{title}: worse than England"),
        Some(Verdict::Similar) => format!("{title}: in line with England"),
        Some(Verdict::Higher) => format!("{title}: higher than England"),
        Some(Verdict::Lower) => format!("{title}: lower than England"),
        _ => format!("{title} over time"),
    }
}

/// First and last of every series.
fn sentence_over_time(series: &Series, official: &[OfficialSeries], own_name: &str) -> String {
    let indicator = series.indicator;
    let told = |name: &str, first: (Period, Decimal), last: (Period, Decimal)| {
        let value = |(period, shown): (Period, Decimal)| {
            format!("{} in {}", value_text(indicator, shown), short_label(indicator, period))
        };
        if first.0 == last.0 {
            format!("{name}: {}.", value(last))
        } else {
            format!("{name}: {}, {}.", value(first), value(last))
        }
    };
    let entered = series
        .entered
        .first()
        .zip(series.entered.last())
        .map(|(first, last)| told(own_name, (first.period, first.shown), (last.period, last.shown)));
    let published = official.iter().filter_map(|line| {
        let (first, last) = line.values.first().zip(line.values.last())?;
        let (name, _) = style(line.of);
        Some(told(&name, (Period::Year(first.0), first.2), (Period::Year(last.0), last.2)))
    });
    entered.into_iter().chain(published).collect::<Vec<_>>().join(" ")
}

fn table_over_time(series: &Series, official: &[OfficialSeries], own_name: &str) -> Table {
    let indicator = series.indicator;
    let mut headings = vec!["Period".to_owned(), format!("{own_name}, entered"), "95% interval".to_owned()];
    headings.extend(official.iter().map(|line| style(line.of).0));
    let mut periods: Vec<Period> = series.entered.iter().map(|each| each.period).collect();
    periods.extend(official.iter().flat_map(|line| line.values.iter().map(|(year, ..)| Period::Year(*year))));
    periods.sort_unstable();
    periods.dedup();
    let row = |period: &Period| {
        let entered = series.entered.iter().find(|each| each.period == *period);
        let mut cells = vec![
            period.label(indicator.basis),
            entered.map(|each| value_text(indicator, each.shown)).unwrap_or_default(),
            entered
                .and_then(|each| each.interval)
                .map(|interval| interval_text(indicator, interval))
                .unwrap_or_default(),
        ];
        cells.extend(official.iter().map(|line| {
            let found = line.values.iter().find(|(year, ..)| Period::Year(*year) == *period);
            found.map(|(_, _, shown)| value_text(indicator, *shown)).unwrap_or_default()
        }));
        cells
    };
    Table {
        title: format!("{} over time", indicator.title),
        headings,
        rows: periods.iter().map(row).collect(),
        notes: Vec::new(),
    }
}

/// The council among its statistical neighbours; nothing where it has no rank among them.
pub(super) fn neighbours_chart(row: &Row, council: &Area, neighbours: &[&'static Area]) -> Option<Chart> {
    let indicator = row.indicator;
    let position = row.position.as_ref().ok()?;
    let rank = position.neighbours?;
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
        let ink = match comparison.with {
            Comparator::England => Ink::England,
            Comparator::Neighbours(..) => Ink::Neighbours,
            Comparator::Region(_) => return None,
        };
        let name = comparator_name(comparison.with, None);
        Some((compared.value.to_f64(), format!("{name} {}", value_text(indicator, compared.shown)), ink))
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
    let mut notes = source_notes(&[row]);
    notes.retain(|note| !note.starts_with("Verdicts"));
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
                    let cells = [*some, total - some, *total].map(super::counted);
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
