//! An indicator over time: what was entered, and what is published.

use crate::area::Area;
use crate::chart::{Ink, Line, Lines, Mark};
use crate::compare::{Entered, Members, Of, OfficialSeries, Row, Series, Verdict};
use crate::indicator::Kind;
use crate::number::Decimal;
use crate::period::Period;

use super::charts::{capital, own_notes, short_label, unit_words, year_label, year_title};
use super::{Chart, Table, model_number};
use crate::words::change::caution_text;
use crate::words::figure::{interval_text, value_text};

/// Name and ink of an official series.
fn style(of: &Of) -> (String, Ink) {
    match of {
        Of::Council(_) => ("Own, published".to_owned(), Ink::Others),
        Of::Comparator(with) => {
            let name = match with.members {
                Members::Area(_) => with.name.short.to_owned(),
                Members::Councils(_, average) => format!("{} ({})", with.name.short, average.id()),
            };
            (name, with.kind.ink)
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
    let is_compared = |of: &Of| matches!(of, Of::Council(_)) || indicator.kind != Kind::Count;
    let official: Vec<OfficialSeries> = series
        .official
        .iter()
        .filter(|line| is_compared(&line.of))
        .map(|line| OfficialSeries {
            of: line.of.clone(),
            values: line.values.iter().filter(|each| (from..=to).contains(&each.year)).copied().collect(),
        })
        .filter(|line| !line.values.is_empty())
        .collect();
    let lines = lines_of(series, &official, own_name);
    let x_labels = if has_months {
        series.entered.iter().map(|each| (each.period.end(), short_label(indicator, each.period))).collect()
    } else {
        (from..=to).map(|year| (f64::from(year), year_label(indicator, year))).collect()
    };
    let pairs = pairs(series, from, to);
    let breaks = breaks(series, &pairs);
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
    notes.extend(
        pairs.iter().flat_map(|(before, after)| series.cautions_between(*before, *after)).map(caution_text),
    );
    notes.dedup();
    notes.extend(own_notes(row));
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
    let official = || series.official.iter().flat_map(|line| line.values.iter().map(|each| each.year));
    let years = || entered().chain(official().filter(|_| !has_months));
    Some((years().min()?, years().max()?))
}

fn lines_of(series: &Series, official: &[OfficialSeries], own_name: &str) -> Lines {
    let line = |official: &OfficialSeries| {
        let (name, ink) = style(&official.of);
        let points = official.values.iter().map(|each| (Period::Year(each.year), each.value.to_f64()));
        let is_broken = |from, to| official.break_between(series.indicator, from, to).is_some();
        Line { name, ink, runs: runs(is_broken, points) }
    };
    // The most important is drawn last.
    let mut lines: Vec<Line> = official.iter().rev().map(line).collect();
    let entered = || {
        let points = series.entered.iter().map(|each| (each.period, each.value.to_f64()));
        runs(|from, to| series.break_between(from, to).is_some(), points)
    };
    let limits = |each: &Entered| each.interval.map(|interval| (interval.low, interval.high));
    let is_line = series.entered.len() > 2;
    let mut band = Vec::new();
    if is_line {
        lines.push(Line { name: own_name.to_owned(), ink: Ink::Own, runs: entered() });
        if series.entered.iter().all(|each| each.interval.is_some()) && entered().len() == 1 {
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
fn runs(
    is_broken: impl Fn(Period, Period) -> bool,
    points: impl Iterator<Item = (Period, f64)>,
) -> Vec<Vec<(f64, f64)>> {
    let mut runs: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut last: Option<Period> = None;
    for (period, value) in points {
        let follows =
            last.is_some_and(|last| period.number() == last.number() + 1 && !is_broken(last, period));
        match runs.last_mut().filter(|_| follows) {
            Some(run) => run.push((period.end(), value)),
            None => runs.push(vec![(period.end(), value)]),
        }
        last = Some(period);
    }
    runs
}

/// The pairs of years drawn, or of periods entered, that follow each other.
fn pairs(series: &Series, from: u16, to: u16) -> Vec<(Period, Period)> {
    let has_months = series.entered.iter().any(|each| !matches!(each.period, Period::Year(_)));
    if has_months {
        series.entered.windows(2).map(|pair| (pair[0].period, pair[1].period)).collect()
    } else {
        (from..to).map(|year| (Period::Year(year), Period::Year(year + 1))).collect()
    }
}

/// Where the series of the council is broken, and why.
fn breaks(series: &Series, pairs: &[(Period, Period)]) -> Vec<(f64, &'static str)> {
    let broken = |(before, after): &(Period, Period)| {
        Some((f64::midpoint(before.end(), after.end()), series.break_between(*before, *after)?))
    };
    pairs.iter().filter_map(broken).collect()
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
        Some(Verdict::Similar) => format!("{title}: no clear difference from England"),
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
        let (name, _) = style(&line.of);
        Some(told(&name, (Period::Year(first.year), first.shown), (Period::Year(last.year), last.shown)))
    });
    entered.into_iter().chain(published).collect::<Vec<_>>().join(" ")
}

fn table_over_time(series: &Series, official: &[OfficialSeries], own_name: &str) -> Table {
    let indicator = series.indicator;
    let mut headings = vec!["Period".to_owned(), format!("{own_name}, entered"), "95% interval".to_owned()];
    headings.extend(official.iter().map(|line| style(&line.of).0));
    let mut periods: Vec<Period> = series.entered.iter().map(|each| each.period).collect();
    periods.extend(official.iter().flat_map(|line| line.values.iter().map(|each| Period::Year(each.year))));
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
            let found = line.values.iter().find(|each| Period::Year(each.year) == *period);
            found.map(|each| value_text(indicator, each.shown)).unwrap_or_default()
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
