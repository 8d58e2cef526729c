//! Measures over time: a table to copy, and the chart of one of them.

use crate::chart::{Ink, Line, Lines, Mark};
use crate::compare::{Aside, Begins, Meaning, OverTime, OverTimeCell, OverTimeRow, Stretch, TimeOf};
use crate::indicator::{Good, Kind};
use crate::number::{Decimal, Exact, ProcessPoint};
use crate::period::Period;
use crate::sorting::Sorting;
use crate::words::charts::{AXIS_IS_CUT, MONTH, QUARTER, short_label, year_title};
use crate::words::over_time as words;
use crate::words::over_time_chart as chart_words;
use crate::words::screens::over_time as labels;
use crate::words::text::model_number;
use crate::words::unusual::{break_text, limit, sign};

use super::{Chart, Table};

/// The measures over time with their patterns, to copy.
pub fn over_time_table(over_time: &OverTime, title: &str) -> Table {
    table_with(over_time, title, &Columns::apart(over_time))
}

/// The same as on the screen, with a column less.
pub fn over_time_as_shown(over_time: &OverTime, title: &str) -> Table {
    table_with(over_time, title, &Columns::of(over_time))
}

fn table_with(over_time: &OverTime, title: &str, columns: &Columns) -> Table {
    let periods = over_time.periods.iter().map(ToString::to_string);
    let value = |cell: &OverTimeCell| match cell.value {
        Ok(value) => value.to_string(),
        Err(symbol) => symbol.symbol().to_string(),
    };
    let row = |row: &OverTimeRow| {
        let cells = row.cells.iter().map(|cell| cell.as_ref().map_or_else(String::new, value));
        [row.measure.title.to_string(), words::verdict(row)]
            .into_iter()
            .chain(cells)
            .chain(columns.0.iter().map(|column| (column.text)(row)))
            .collect()
    };
    let begin = [labels::MEASURE, labels::PATTERN].map(str::to_owned).into_iter();
    let ends = columns.0.iter().map(|column| column.heading.to_owned());
    Table {
        title: title.to_owned(),
        headings: begin.chain(periods).chain(ends).collect(),
        rows: over_time.rows.iter().map(row).collect(),
        notes: words::notes(over_time),
    }
}

/// The columns after those of the periods, of which each has something in a row.
pub struct Columns(pub Vec<Column>);

/// A column after those of the periods.
pub struct Column {
    /// Its heading.
    pub heading: &'static str,
    /// What is in it in words.
    pub text: fn(&OverTimeRow) -> String,
    /// The number in it, and whether that is in the unit of the measure or in percentage points.
    pub number: fn(&OverTimeRow) -> Option<(Kind, Decimal)>,
}

impl Columns {
    /// Those of a table in which each number has a column of its own.
    pub fn apart(over_time: &OverTime) -> Self {
        let last_year = Column { text: words::last_year_text, ..LAST_YEAR };
        let on_last_year = Column {
            heading: labels::ON_LAST_YEAR,
            text: words::on_last_year_text,
            number: |row| Some((Kind::Count, row.on_last_year?.1)),
        };
        Self::with(over_time, vec![last_year, on_last_year])
    }

    /// Those of a table in which the difference from last year is with the figure of it.
    pub fn of(over_time: &OverTime) -> Self {
        Self::with(over_time, vec![LAST_YEAR])
    }

    fn with(over_time: &OverTime, last_year: Vec<Column>) -> Self {
        let others: [Column; 4] = [
            Column {
                heading: labels::YEAR_TO_DATE,
                text: words::year_to_date_text,
                number: |row| Some((row.measure.kind, row.year_to_date.or(row.stated_to_date)?)),
            },
            Column {
                heading: labels::TWELVE_MONTHS,
                text: words::twelve_months_text,
                number: |row| Some((row.measure.kind, row.twelve_months?)),
            },
            Column {
                heading: labels::TARGET,
                text: words::target_text,
                number: |row| Some((row.measure.kind, row.target.as_ref()?.target.value)),
            },
            Column {
                heading: labels::ENGLAND,
                text: words::england_cell,
                number: |row| Some((row.measure.kind, row.england.as_ref()?.shown)),
            },
        ];
        let has_some = |column: &Column| over_time.rows.iter().any(|row| (column.number)(row).is_some());
        Self(last_year.into_iter().chain(others).filter(has_some).collect())
    }
}

/// The figure of the same period last year, with the difference from it.
const LAST_YEAR: Column = Column {
    heading: labels::LAST_YEAR,
    text: words::beside_last_year_text,
    number: |row| Some((row.measure.kind, row.last_year()?)),
};

/// Returns the process chart of a measure, or `None` if it has fewer than two figures to draw.
pub fn process_chart(row: &OverTimeRow) -> Option<Chart> {
    let stretches = &row.stretches;
    if periods_of(row).len() < 2 {
        return None;
    }
    let picture = Lines {
        lines: lines_of(row),
        marks: stretches.iter().flat_map(|stretch| marks_of(row.measure.good, stretch)).collect(),
        breaks: stretches.windows(2).filter_map(|pair| break_at(&pair[0], &pair[1])).collect(),
        x_labels: periods_of(row)
            .into_iter()
            .map(|period| (period.end(), short_label(&row.measure, period)))
            .collect(),
        x_title: match row.newest()?.period {
            Period::Year(_) => year_title(row.measure.basis).to_owned(),
            Period::Month(..) => MONTH.to_owned(),
            Period::Quarter(..) => QUARTER.to_owned(),
        },
        unit: if row.measure.kind == Kind::Share { "%" } else { "" },
        has_dots: true,
        may_be_cut: true,
        ..Lines::default()
    };
    let begins = |stretch: &Stretch| match &stretch.begins {
        Begins::AfterBreak(note) => Some(break_text(stretch.ends()?.0, note)),
        Begins::First => None,
    };
    let mut notes: Vec<String> = stretches.iter().filter_map(begins).collect();
    notes.extend(picture.cut_at().is_some_and(|low| low > 0.0).then(|| AXIS_IS_CUT.to_owned()));
    Some(Chart {
        id: format!("process-{}", row.measure.id),
        headline: chart_words::headline(row),
        subtitle: chart_words::subtitle(row),
        sentence: chart_words::sentence(row),
        narrow: Some(picture.narrow(|number| model_number(number, 2))),
        picture: picture.picture(|number| model_number(number, 2)),
        table: Table {
            title: chart_words::headline(row),
            headings: chart_headings(row),
            rows: stretches.iter().flat_map(|stretch| numbers_of(row, stretch)).collect(),
            notes: notes.clone(),
        },
        notes,
        has_its_numbers: false,
        sources: Vec::new(),
    })
}

/// The headings of the numbers of a chart; with those of a year before where there are some.
fn chart_headings(row: &OverTimeRow) -> Vec<String> {
    let mut headings = chart_words::COLUMNS.map(str::to_owned).to_vec();
    if has_year_before(row) {
        headings.insert(2, chart_words::YEAR_BEFORE.to_owned());
    }
    headings
}

/// Whether a chart has a month or quarter and the same one of the year before, with no break between them.
fn has_year_before(row: &OverTimeRow) -> bool {
    let has_some =
        |stretch: &Stretch| unordered_periods(stretch).any(|period| year_before(stretch, period).is_some());
    row.stretches.iter().any(has_some)
}

/// Returns what a stretch has for the same month or quarter of the year before, or `None` if it has nothing.
fn year_before(stretch: &Stretch, period: Period) -> Option<f64> {
    let before = period.year_before()?;
    let at = stretch.periods.iter().position(|each| *each == before);
    let aside = || stretch.aside.iter().find(|aside| aside.at == before).map(|aside| aside.value);
    at.and_then(|at| stretch.values.get(at).copied()).or_else(aside)
}

fn unordered_periods(stretch: &Stretch) -> impl Iterator<Item = Period> + '_ {
    stretch.periods.iter().copied().chain(stretch.aside.iter().map(|aside| aside.at))
}

fn periods_of(row: &OverTimeRow) -> Vec<Period> {
    let mut periods: Vec<Period> = row.stretches.iter().flat_map(unordered_periods).collect();
    periods.arrange();
    periods
}

/// Between which periods a break is.
fn break_at(before: &Stretch, after: &Stretch) -> Option<f64> {
    let is_break = matches!(after.begins, Begins::AfterBreak(_));
    is_break.then_some(f64::midpoint(before.ends()?.1.end(), after.ends()?.0.end()))
}

/// The figures, their mean and limits, and the target; each with a run per stretch, or per level of it, and the figures with one between
/// gaps.
fn lines_of(row: &OverTimeRow) -> Vec<Line> {
    let line = |name: &str, ink: Ink, at: &dyn Fn(&Stretch, Period) -> Option<f64>| {
        let runs_of = |stretch: &Stretch| -> [Vec<(f64, f64)>; 2] {
            let since = stretch.level.filter(|_| stretch.has_stepped()).map(|level| level.since.end());
            let points =
                stretch.periods.iter().filter_map(|period| Some((period.end(), at(stretch, *period)?)));
            let (before, after): (Vec<_>, Vec<_>) =
                points.partition(|(end, _)| since.is_none_or(|since| *end < since));
            [before, after]
        };
        let runs = row.stretches.iter().flat_map(runs_of).filter(|run| !run.is_empty()).collect();
        Line { name: name.to_owned(), ink, runs }
    };
    let of_point =
        |of: fn(&ProcessPoint) -> f64| move |stretch: &Stretch, period| Some(of(limits_in(stretch, period)?));
    // A target says nothing of figures of which nobody knows what time they are of.
    let is_known = row.time != TimeOf::NotSaid;
    let target =
        row.target.as_ref().filter(|_| is_known).map(|against| Exact::from(against.target.value).to_f64());
    // The same across a step.
    let of_target = {
        let run = |stretch: &Stretch| -> Vec<(f64, f64)> {
            stretch.periods.iter().filter_map(|period| Some((period.end(), target?))).collect()
        };
        let runs = row.stretches.iter().map(run).filter(|run| !run.is_empty()).collect();
        Line { name: chart_words::TARGET.to_owned(), ink: Ink::Target, runs }
    };
    let between_gaps = row.stretches.iter().flat_map(Stretch::without_gaps);
    let at_end =
        |run: Vec<(Period, f64)>| run.into_iter().map(|(period, value)| (period.end(), value)).collect();
    let own = Line { name: String::new(), ink: Ink::Own, runs: between_gaps.map(at_end).collect() };
    let lines = [
        line(chart_words::UPPER, Ink::Others, &of_point(|point| point.upper)),
        line(chart_words::LOWER, Ink::Others, &of_point(|point| point.lower)),
        line(chart_words::MEAN, Ink::Region, &mean_in),
        of_target,
        own,
    ];
    lines.into_iter().filter(|line| !line.runs.is_empty()).collect()
}

/// Returns the mean that is drawn in a period: where there was a step, that of its level, or `None` if there is none.
fn mean_in(stretch: &Stretch, period: Period) -> Option<f64> {
    if stretch.has_stepped() { stretch.mean_at(period) } else { Some(stretch.process.as_ref()?.mean) }
}

/// Returns the limits that are drawn in a period: where there was a step, those of its level, or `None` if there are none.
fn limits_in(stretch: &Stretch, period: Period) -> Option<&ProcessPoint> {
    if stretch.has_stepped() {
        return stretch.limits_at(period);
    }
    let at = stretch.periods.iter().position(|each| *each == period)?;
    stretch.process.as_ref()?.points.get(at)
}

/// A mark for each unusual figure, with the side on which it is, and for each that is left out. Of a step the heading tells, and not each
/// figure.
fn marks_of(good: Good, stretch: &Stretch) -> Vec<Mark> {
    let mark = |(period, value): (&Period, &f64)| {
        let (_, side) = stretch.unusual(*period).filter(|_| !stretch.has_stepped())?;
        let ink = ink_of(Meaning::of(good, side));
        Some(Mark { at: (period.end(), *value), whisker: None, ink, label: sign(side).to_owned() })
    };
    let aside = |aside: &Aside| Mark {
        at: (aside.at.end(), aside.value),
        whisker: None,
        ink: Ink::Others,
        label: String::new(),
    };
    let judged = stretch.periods.iter().zip(&stretch.values).filter_map(mark);
    judged.chain(stretch.aside.iter().map(aside)).collect()
}

/// The colour of an unusual figure.
pub const fn ink_of(meaning: Meaning) -> Ink {
    match meaning {
        Meaning::Improving => Ink::Good,
        Meaning::Worsening => Ink::Poor,
        Meaning::Neither => Ink::Own,
    }
}

fn numbers_of(row: &OverTimeRow, stretch: &Stretch) -> Vec<Vec<String>> {
    let number = |value: f64| limit(&row.measure, value);
    let has_year_before = has_year_before(row);
    let with_year_before = |(period, mut cells): (Period, Vec<String>)| {
        if has_year_before {
            cells.insert(2, year_before(stretch, period).map_or_else(String::new, number));
        }
        (period, cells)
    };
    let judged = |(period, value): (&Period, &f64)| {
        let of_limits = |of: fn(&ProcessPoint) -> f64| {
            limits_in(stretch, *period).map_or_else(String::new, |point| number(of(point)))
        };
        let cells = vec![
            period.to_string(),
            number(*value),
            mean_in(stretch, *period).map_or_else(String::new, number),
            of_limits(|point| point.lower),
            of_limits(|point| point.upper),
            stretch
                .unusual(*period)
                .filter(|_| !stretch.has_stepped())
                .map_or_else(String::new, |(signal, side)| words::signal_text(signal, side)),
        ];
        (*period, cells)
    };
    let left_out = |aside: &Aside| {
        let mut cells = vec![aside.at.to_string(), number(aside.value)];
        cells.resize(chart_words::COLUMNS.len() - 1, String::new());
        cells.push(words::LEFT_OUT[1].to_owned());
        (aside.at, cells)
    };
    let lines = stretch.periods.iter().zip(&stretch.values).map(judged);
    let lines = lines.chain(stretch.aside.iter().map(left_out)).map(with_year_before);
    let mut lines: Vec<(Period, Vec<String>)> = lines.collect();
    lines.arrange_by_key(|(period, _)| *period);
    lines.into_iter().map(|(_, cells)| cells).collect()
}
