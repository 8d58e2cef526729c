//! An indicator over time: what was entered, and what is published.

use crate::area::Area;
use crate::chart::{Ink, Line, Lines, Mark};
use crate::compare::{Break, Entered, Of, OfYear, OfficialSeries, Row, Series};
use crate::indicator::{Indicator, Kind};
use crate::number::{Decimal, Exact};
use crate::period::Period;

use super::table::figure_notes;
use super::{Chart, Table};
use crate::sorting::Sorting;
use crate::words::change::caution_text;
use crate::words::charts as words;
use crate::words::figure::{interval_text, value_text};
use crate::words::text::model_number;

/// Returns the figures entered and published over time, or `None` if nothing has two points.
pub fn trend_chart(row: &Row, series: &Series, council: Option<&Area>) -> Option<Chart> {
    let indicator = &row.indicator;
    if series.entered.len() < 2 && series.official.iter().all(|line| line.values.len() < 2) {
        return None;
    }
    let own_name = words::own_name(council);
    let has_months = series.entered.iter().any(|entered| !matches!(entered.period, Period::Year(_)));
    // With months only the years around them are drawn.
    let (from, to) = if has_months { entered_span(series) } else { whole_span(series) }?;
    // Counts are not compared with those of larger areas.
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
    let mut lines = lines_of(series, &official, own_name);
    // Behind all others.
    lines.lines.splice(0..0, target_line(row, series, (from, to)));
    let x_labels = if has_months {
        series
            .entered
            .iter()
            .map(|each| (each.period.end(), words::short_label(indicator, each.period)))
            .collect()
    } else {
        (from..=to).map(|year| (f64::from(year), words::year_label(indicator, year))).collect()
    };
    let pairs = pairs(series, from, to);
    let breaks = breaks(series, &pairs);
    let picture = Lines {
        x_labels,
        x_title: if has_months {
            part_of_year(series).to_owned()
        } else {
            words::year_title(indicator.basis).to_owned()
        },
        unit: if indicator.kind == Kind::Share { "%" } else { "" },
        breaks: breaks.iter().map(|(x, _)| *x).collect(),
        may_be_cut: true,
        ..lines
    };
    let mut notes: Vec<String> =
        breaks.into_iter().map(|(_, note)| words::broken_line(note.text())).collect();
    notes.extend(
        pairs.iter().flat_map(|(before, after)| series.cautions_between(*before, *after)).map(caution_text),
    );
    notes.dedup();
    notes.extend(picture.cut_at().is_some_and(|low| low > 0.0).then(|| words::AXIS_IS_CUT.to_owned()));
    let sources = figure_notes(&[row]);
    let of_target =
        row.target.as_ref().map(|against| words::target_sentence(indicator, against.target.value));
    let sentence = std::iter::once(sentence_over_time(series, &official, own_name)).chain(of_target);
    let table = table_over_time(series, &official, own_name);
    let ends = series.entered.first().zip(series.entered.last()).filter(|_| has_months);
    let span = match ends {
        Some((first, last)) => words::span(&first.period.to_string(), &last.period.to_string()),
        None => words::span(&words::year_label(indicator, from), &words::year_label(indicator, to)),
    };
    Some(Chart {
        id: format!("trend-{}", indicator.id),
        // Months show how they went, not how the last compares.
        headline: words::trend_headline(row, if has_months { &[] } else { &official }),
        subtitle: words::trend_subtitle(indicator, own_name, &span, &official),
        sentence: sentence.collect::<Vec<_>>().join(" "),
        narrow: Some(picture.narrow(|number| model_number(number, 2))),
        picture: picture.picture(|number| model_number(number, 2)),
        table: Table { notes: notes.iter().chain(&sources).cloned().collect(), ..table },
        notes,
        has_its_numbers: false,
        sources,
    })
}

/// What the parts of years are that figures are of.
fn part_of_year(series: &Series) -> &'static str {
    let all = |is_such: fn(Period) -> bool| series.entered.iter().all(|each| is_such(each.period));
    if all(|period| matches!(period, Period::Month(..))) {
        words::MONTH
    } else if all(|period| matches!(period, Period::Quarter(..))) {
        words::QUARTER
    } else {
        words::MONTH_OR_QUARTER
    }
}

/// First and last year of what was entered.
fn entered_span(series: &Series) -> Option<(u16, u16)> {
    let years = || series.entered.iter().map(|entered| entered.period.year_on(series.indicator.basis));
    Some((years().min()?, years().max()?))
}

/// First and last year of what was entered or published.
fn whole_span(series: &Series) -> Option<(u16, u16)> {
    let official = series.official.iter().flat_map(|line| line.values.iter().map(|each| each.year));
    let (first, last) = (official.clone().min(), official.max());
    match entered_span(series) {
        Some((from, to)) => {
            Some((first.map_or(from, |first| first.min(from)), last.map_or(to, |last| last.max(to))))
        }
        None => first.zip(last),
    }
}

fn lines_of(series: &Series, official: &[OfficialSeries], own_name: &str) -> Lines {
    let is_line = series.entered.len() > 2;
    let has_own = if series.entered.is_empty() { words::HasOwn::No } else { words::HasOwn::Yes };
    // The council's official line is the strongest where there is none of its own figures.
    let ink = |of: &Of| match of {
        Of::Council(_) => {
            if is_line {
                Ink::Others
            } else {
                Ink::Own
            }
        }
        Of::Comparator(with) => with.ink,
    };
    let line = |official: &OfficialSeries| {
        let name = words::line_name(&official.of, has_own);
        // A dot alone says how much it is.
        let name = match official.values.as_slice() {
            [one] => words::named_value(&name, &series.indicator, one.shown),
            _ => name,
        };
        let ink = ink(&official.of);
        let points = official.values.iter().map(|each| (Period::Year(each.year), each.value.to_f64()));
        Line { name, ink, runs: runs(|from, to| series.is_broken(from, to), points) }
    };
    // The most important is drawn last.
    let mut lines: Vec<Line> = official.iter().rev().map(line).collect();
    let entered = || {
        let points = series.entered.iter().map(|each| (each.period, each.value.to_f64()));
        runs(|from, to| series.break_between(from, to).is_some(), points)
    };
    // How many children there are is known: an interval is drawn of what they are a part of.
    let is_number = series.indicator.kind == Kind::Count;
    let limits =
        |each: &Entered| each.interval.filter(|_| !is_number).map(|interval| (interval.low, interval.high));
    let mut band = Vec::new();
    if is_line {
        lines.push(Line { name: own_name.to_owned(), ink: Ink::Own, runs: entered() });
        if series.entered.iter().all(|each| limits(each).is_some()) && entered().len() == 1 {
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
        mark.label = value_text(&series.indicator, last.shown);
    }
    Lines { lines, band, marks, ..Lines::default() }
}

/// The target of the newest figure across all that is drawn, or `None` if there is none.
fn target_line(row: &Row, series: &Series, (from, to): (u16, u16)) -> Option<Line> {
    let target = Exact::from(row.target.as_ref()?.target.value).to_f64();
    let (first, last) = match (series.entered.first(), series.entered.last()) {
        (Some(first), Some(last)) if first.period != last.period => (first.period.end(), last.period.end()),
        _ => (f64::from(from), f64::from(to)),
    };
    let runs = vec![vec![(first, target), (last, target)]];
    Some(Line { name: words::TARGET.to_owned(), ink: Ink::Target, runs })
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
fn breaks(series: &Series, pairs: &[(Period, Period)]) -> Vec<(f64, Break)> {
    let broken = |(before, after): &(Period, Period)| {
        Some((f64::midpoint(before.end(), after.end()), series.break_between(*before, *after)?))
    };
    pairs.iter().filter_map(broken).collect()
}

/// First and last of every series.
fn sentence_over_time(series: &Series, official: &[OfficialSeries], own_name: &str) -> String {
    let indicator = &series.indicator;
    let entered = series.entered.first().zip(series.entered.last()).map(|(first, last)| {
        words::line_sentence(indicator, own_name, (first.period, first.shown), (last.period, last.shown))
    });
    let published = official.iter().filter_map(|line| {
        let (first, last) = line.values.first().zip(line.values.last())?;
        let of_year = |each: &OfYear| (Period::Year(each.year), as_elsewhere(indicator, each));
        Some(words::line_sentence(indicator, &words::official_name(&line.of), of_year(first), of_year(last)))
    });
    entered.into_iter().chain(published).collect::<Vec<_>>().join(" ")
}

/// An official figure as it is shown elsewhere: of the council's own with counts, by these.
fn as_elsewhere(indicator: &Indicator, each: &OfYear) -> Decimal {
    if each.interval.is_some() { each.value.rounded(indicator.decimals) } else { each.shown }
}

fn table_over_time(series: &Series, official: &[OfficialSeries], own_name: &str) -> Table {
    let indicator = &series.indicator;
    let mut headings = words::trend_columns(own_name).to_vec();
    headings.extend(official.iter().map(|line| words::official_name(&line.of)));
    let mut periods: Vec<Period> = series.entered.iter().map(|each| each.period).collect();
    periods.extend(official.iter().flat_map(|line| line.values.iter().map(|each| Period::Year(each.year))));
    periods.arrange();
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
            found.map(|each| value_text(indicator, as_elsewhere(indicator, each))).unwrap_or_default()
        }));
        cells
    };
    Table {
        title: words::trend_title(indicator),
        headings,
        rows: periods.iter().map(row).collect(),
        notes: Vec::new(),
    }
}
