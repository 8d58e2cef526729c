//! Which charts a file holds.

use crate::chart::Ink;
use crate::compare::{self, Of, Row, Verdict};
use crate::indicator::Kind;
use crate::number::Exact;
use crate::period::Period;
use crate::report::trend_chart;
use crate::sorting::Sorting;
use crate::words::charts as chart_words;
use crate::words::comparator::comparator_name;
use crate::words::office as words;

use super::Contents;
use super::cell::{Cell, Format};
use super::chart::{Chart, Line, Sort};

/// As many measures as have a chart.
pub(super) const MOST: usize = 12;

/// How many measures have which verdict.
pub(super) fn verdicts(contents: &Contents) -> Chart {
    let mut counts: Vec<(&'static str, usize)> = Vec::new();
    let order = |verdict: Verdict| match verdict {
        verdict if verdict.is_good() => 0,
        verdict if verdict.is_bad() => 2,
        Verdict::CannotSay(_) => 3,
        _ => 1,
    };
    let mut rows: Vec<&Row> = contents.card.rows.iter().collect();
    rows.arrange_by_key(|row| order(row.verdict));
    for row in rows {
        let word = match words::verdict(row.verdict) {
            "" => words::NO_VERDICT,
            word => word,
        };
        match counts.iter_mut().find(|(known, _)| *known == word) {
            Some((_, count)) => *count += 1,
            None => counts.push((word, 1)),
        }
    }
    let values = counts.iter().map(|(_, count)| Some(Cell::count(u64::try_from(*count).unwrap_or(0))));
    Chart {
        title: words::verdicts_title(contents.card.way).to_owned(),
        alternative: words::verdicts_sentence(&counts),
        sort: Sort::Bars,
        format: Format::Number(0),
        lines: vec![Line {
            name: words::MEASURES.to_owned(),
            colour: colour(Ink::Own),
            values: values.collect(),
        }],
        categories: counts.into_iter().map(|(word, _)| word.to_owned()).collect(),
    }
}

/// The measures with a good or bad verdict, over time, with what must be known to read each chart.
pub(super) fn over_time(contents: &Contents) -> Vec<(&Row, Chart, Vec<String>)> {
    let rows = contents.card.rows.iter().filter(|row| row.verdict.is_good() || row.verdict.is_bad());
    let charted = rows.filter_map(|row| {
        let (chart, notes) = of_row(contents, row)?;
        Some((row, chart, notes))
    });
    charted.take(MOST).collect()
}

fn of_row(contents: &Contents, row: &Row) -> Option<(Chart, Vec<String>)> {
    let (choices, indicator) = (&contents.choices, &row.indicator);
    let series = compare::series(indicator, &contents.figures, choices);
    let drawn = trend_chart(row, &series, choices.council)?;
    let own_name = chart_words::own_name(choices.council);
    let is_of_years = |period: &Period| matches!(period, Period::Year(_));
    let entered = || series.entered.iter().map(|each| each.period);
    let official: Vec<_> = series
        .official
        .iter()
        .filter(|_| entered().all(|period| is_of_years(&period)))
        // Counts are not compared with those of larger areas.
        .filter(|line| matches!(line.of, Of::Council(_)) || indicator.kind != Kind::Count)
        .filter(|line| !line.values.is_empty())
        .collect();
    let years = official.iter().flat_map(|line| line.values.iter().map(|each| Period::Year(each.year)));
    let mut periods: Vec<Period> = entered().chain(years).collect();
    periods.arrange();
    periods.dedup();
    let cell = |value: Exact| Cell::exact(indicator.kind, value, indicator.decimals);
    let mut lines = Vec::new();
    if !series.entered.is_empty() {
        let value = |period: &Period| series.entered.iter().find(|each| each.period == *period);
        let values = periods.iter().map(|period| value(period).map(|each| cell(each.value)));
        lines.push(Line { name: own_name.to_owned(), colour: colour(Ink::Own), values: values.collect() });
    }
    for line in official {
        let (name, ink) = match &line.of {
            Of::Council(_) if lines.is_empty() => (own_name.to_owned(), Ink::Own),
            Of::Council(_) => (chart_words::official_name(&line.of), Ink::Others),
            Of::Comparator(with) => (comparator_name(with, None), with.kind.ink),
        };
        let value = |period: &Period| line.values.iter().find(|each| Period::Year(each.year) == *period);
        let values = periods.iter().map(|period| value(period).map(|each| cell(each.value)));
        lines.push(Line { name, colour: colour(ink), values: values.collect() });
    }
    let chart = Chart {
        title: drawn.headline,
        alternative: format!("{} {}", drawn.subtitle, drawn.sentence),
        sort: Sort::Lines,
        format: Format::of(indicator.kind, indicator.decimals),
        categories: periods.iter().map(|period| chart_words::short_label(indicator, *period)).collect(),
        lines,
    };
    let notes = drawn.notes.into_iter().filter(|note| note != chart_words::AXIS_IS_CUT).collect();
    Some((chart, notes))
}

fn colour(ink: Ink) -> &'static str {
    ink.colour().trim_start_matches('#')
}
