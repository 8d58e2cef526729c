//! Which charts a file holds.

use crate::chart::Ink;
use crate::compare::{
    self, Course, Length, Meaning, Of, OverTime, OverTimeRow, Row, Series, Standing, Stretch, Verdict, Way,
};
use crate::indicator::{Good, Kind, Theme};
use crate::number::{Decimal, Exact};
use crate::period::Period;
use crate::report::{ink_of, process_chart, trend_chart};
use crate::sorting::Sorting;
use crate::words::charts as chart_words;
use crate::words::comparator::comparator_name;
use crate::words::courses::course_text;
use crate::words::office as words;
use crate::words::over_time_chart;
use crate::words::standing::standing_name;
use crate::words::text::capital;

use super::Contents;
use super::cell::{Cell, Format};
use super::chart::{Chart, Line, OTHER_WIDTH, Points, Scale, Sort};

/// As many measures as have a chart.
pub(super) const MOST: usize = 12;

/// How many measures have which status, the worst first.
pub(super) fn statuses(contents: &Contents) -> Chart {
    // As everywhere, those of all pupils are not counted.
    let rows: Vec<&Row> =
        contents.card.rows.iter().filter(|row| row.indicator.theme != Theme::AllPupils).collect();
    let counts: Vec<(String, &'static str, usize)> = Standing::ALL
        .into_iter()
        .filter_map(|standing| {
            let of_it: Vec<&Row> = rows.iter().copied().filter(|row| row.standing() == standing).collect();
            let name = || capital(&standing_name(standing, &of_it));
            (!of_it.is_empty()).then(|| (name(), colour_of(standing), of_it.len()))
        })
        .collect();
    let mut ways: Vec<Way> =
        rows.iter().filter(|row| row.verdict.reason().is_none()).map(|row| row.judged_by).collect();
    ways.dedup();
    let count = |count: usize| Some(Cell::count(u64::try_from(count).unwrap_or(0)));
    let names: Vec<(String, usize)> = counts.iter().map(|(name, _, count)| (name.clone(), *count)).collect();
    Chart {
        title: words::statuses_title(&ways).to_owned(),
        alternative: words::statuses_sentence(&names),
        sort: Sort::Bars,
        format: Format::Number(0),
        scale: Scale::FromZero,
        lines: vec![Line {
            name: words::MEASURES.to_owned(),
            colour: colour(Ink::Own),
            width: OTHER_WIDTH,
            points: Points::Marked,
            goes_on: false,
            bars: counts.iter().map(|(_, colour, _)| *colour).collect(),
            values: counts.iter().map(|(.., number)| count(*number)).collect(),
        }],
        categories: names.into_iter().map(|(name, _)| name).collect(),
    }
}

/// The colour of the bar of a status, the one that the page has for it.
const fn colour_of(standing: Standing) -> &'static str {
    match standing {
        Standing::Worse => "942514",
        Standing::FarByChance => "F0A30A",
        Standing::AheadByChance => "5E9C7E",
        Standing::Better => "00613A",
        Standing::Different => "12436D",
        Standing::ByChance | Standing::Middle | Standing::NotCompared => "80868A",
    }
}

/// What is worse, misses its target or is getting worse, and then what is better, over time, with what must be known to
/// read each chart. Of months and quarters what is unusual comes first, and every measure has its turn, whether there is a verdict or
/// not.
pub(super) fn over_time(
    contents: &Contents,
    is_wanted: impl Fn(&Row) -> bool,
) -> Vec<(&Row, Chart, Vec<String>)> {
    let months = contents.over_time(None);
    let is_bad = |row: &&Row| {
        let is_missed = row.target.as_ref().is_some_and(|against| against.verdict == Verdict::Missed);
        row.verdict.is_bad()
            || is_missed
            || row.is_getting_worse()
            || row.one_change(Verdict::Worse).is_some()
    };
    let (bad, others): (Vec<_>, Vec<_>) = contents.card.rows.iter().partition(is_bad);
    let (good, others): (Vec<_>, Vec<_>) = others.into_iter().partition(|row| row.verdict.is_good());
    let course = |row: &Row| {
        let of_row = months.as_ref()?.rows.iter().find(|of| of.measure == row.indicator)?;
        of_row.course()
    };
    let others = others.into_iter().filter(|row| course(row).is_some());
    let mut all: Vec<&Row> = bad.into_iter().chain(good).chain(others).collect();
    // Of the same course, in the order in which they are.
    let place =
        |row: &Row| Course::ALL.iter().position(|each| Some(*each) == course(row)).unwrap_or(usize::MAX);
    all.arrange_by_key(|row| place(row));
    let charted = all.into_iter().filter(|row| is_wanted(row)).filter_map(|row| {
        let (chart, notes) = of_row(contents, row)?;
        Some((row, chart, notes))
    });
    charted.take(MOST).collect()
}

fn of_row(contents: &Contents, row: &Row) -> Option<(Chart, Vec<String>)> {
    let (choices, indicator) = (&contents.choices, &row.indicator);
    let series = compare::series(indicator, &contents.figures, choices);
    let months = months_of(contents, row, &series);
    // One month alone shows nothing, nor do a few among many that are hidden.
    let all = with_gaps(series.entered.iter().map(|each| each.period).collect());
    if months.is_some() && (all.len() < 2 || series.entered.len() * 2 < all.len()) {
        return None;
    }
    // What months show is judged by themselves, not by what a year is compared with.
    let drawn = months.as_ref().and_then(process_chart);
    let drawn = drawn.or_else(|| trend_chart(row, &series, choices.council))?;
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
    let periods = with_gaps(periods);
    let cell = |value: Exact| Cell::exact(indicator.kind, value, indicator.decimals);
    let stretches = months.map(|of| of.stretches).unwrap_or_default();
    let mut lines = Vec::new();
    if !series.entered.is_empty() {
        let value = |period: &Period| series.entered.iter().find(|each| each.period == *period);
        let values = periods.iter().map(|period| value(period).map(|each| cell(each.value)));
        lines.push(line_of(own_name.to_owned(), Ink::Own, values.collect()));
    }
    let target = row.target.as_ref().map(|against| cell(against.target.value.into()));
    for line in official {
        let (name, ink) = match &line.of {
            Of::Council(_) if lines.is_empty() => (own_name.to_owned(), Ink::Own),
            Of::Council(_) => (chart_words::official_name(&line.of), Ink::Others),
            Of::Comparator(with) => (comparator_name(with, None), with.ink),
        };
        let value = |period: &Period| line.values.iter().find(|each| Period::Year(each.year) == *period);
        let values = periods.iter().map(|period| value(period).map(|each| cell(each.value)));
        lines.push(line_of(name, ink, values.collect()));
    }
    let marks = lines.first().map(|own| unusual(indicator.good, own, &stretches, &periods));
    let begun = breaks(&stretches, &periods);
    let range = usual_range(row, &stretches, &periods);
    let levels = levels(&stretches, &periods, &begun);
    let labels: Vec<String> =
        periods.iter().map(|period| chart_words::short_label(indicator, *period)).collect();
    lines = lines
        .into_iter()
        .flat_map(|line| in_parts(&line, &begun, &labels))
        .chain(range.iter().flat_map(|line| in_parts(line, &levels, &labels)))
        .collect();
    lines.extend(target.map(|target| {
        let values = periods.iter().map(|_| Some(target.clone())).collect();
        let line = line_of(chart_words::TARGET.to_owned(), Ink::Target, values);
        Line { points: Points::Joined, ..line }
    }));
    lines.extend(marks.into_iter().flatten());
    let chart = Chart {
        title: drawn.headline,
        alternative: format!("{} {}", drawn.subtitle, drawn.sentence),
        sort: Sort::Lines,
        format: Format::of(indicator.kind, indicator.decimals),
        scale: Scale::MayBeCut,
        categories: labels,
        lines,
    };
    let mut notes = drawn.notes;
    notes.retain(|note| note != chart_words::AXIS_IS_CUT);
    notes.extend(chart.begins().map(|_| chart_words::AXIS_IS_CUT.to_owned()));
    Some((chart, notes))
}

/// Months or quarters with those between them that have no figure, which are gaps in a line.
fn with_gaps(periods: Vec<Period>) -> Vec<Period> {
    let (Some(first), Some(last)) = (periods.first().copied(), periods.last().copied()) else {
        return periods;
    };
    if !periods.iter().all(|period| period.is_as_long_as(last)) {
        return periods;
    }
    let earlier = |period: &Period| Some(period.previous()).filter(|before| before.end() >= first.end());
    let mut all: Vec<Period> = std::iter::successors(Some(last), earlier).collect();
    all.reverse();
    all
}

/// Returns months or quarters of a row over time, or `None` where it is of years.
fn months_of(contents: &Contents, row: &Row, series: &Series) -> Option<OverTimeRow> {
    let length =
        series.entered.first().map(|each| Length::of(each.period)).filter(|of| *of != Length::Years)?;
    OverTime::row_of(&row.indicator.id, &contents.figures, &contents.choices, length)
}

/// Where series begin anew after a break.
fn breaks(stretches: &[Stretch], periods: &[Period]) -> Vec<usize> {
    let first = |stretch: &Stretch| {
        let (first, _) = stretch.ends()?;
        periods.iter().position(|period| *period == first)
    };
    stretches.iter().skip(1).filter_map(first).collect()
}

/// A line in parts, one for each stretch between breaks; the later ones say since when they are.
fn in_parts(line: &Line, breaks: &[usize], labels: &[String]) -> Vec<Line> {
    let ends = breaks.iter().copied().chain([line.values.len()]);
    let begins = [0].into_iter().chain(breaks.iter().copied());
    let part = |(from, to): (usize, usize)| {
        let is_in = |at: usize| (from..to).contains(&at);
        let values = line.values.iter().enumerate().map(|(at, value)| value.clone().filter(|_| is_in(at)));
        let since = labels.get(from).filter(|_| from > 0);
        let name = since.map_or_else(|| line.name.clone(), |since| chart_words::since(&line.name, since));
        Line { name, goes_on: from > 0, values: values.collect(), ..line.clone() }
    };
    let parts = begins.zip(ends).map(part).filter(|part| part.values.iter().any(Option::is_some));
    parts.collect()
}

/// Marks for the figures of a line that are unusual, those of each meaning together; none where the level changed, of which the title
/// tells, and not each figure.
fn unusual(good: Good, own: &Line, stretches: &[Stretch], periods: &[Period]) -> Vec<Line> {
    let meaning = |period: &Period| {
        let mut of_one_level = stretches.iter().filter(|stretch| !stretch.has_stepped());
        let (_, side) = of_one_level.find_map(|stretch| stretch.unusual(*period))?;
        Some(Meaning::of(good, side))
    };
    let of = |(wanted, course): (Meaning, Course)| {
        let values = periods.iter().zip(&own.values);
        let values = values.map(|(period, value)| value.clone().filter(|_| meaning(period) == Some(wanted)));
        let line = line_of(course_text(course).to_owned(), ink_of(wanted), values.collect());
        Line { points: Points::Alone, ..line }
    };
    let kinds = [
        (Meaning::Improving, Course::Improving),
        (Meaning::Worsening, Course::Worsening),
        (Meaning::Neither, Course::Unusual),
    ];
    kinds.into_iter().map(of).filter(|line| line.values.iter().any(Option::is_some)).collect()
}

/// Where the mean and the limits begin anew: after a break, and where the level is another.
fn levels(stretches: &[Stretch], periods: &[Period], breaks: &[usize]) -> Vec<usize> {
    let since = stretches.iter().filter_map(|stretch| Some(stretch.level?.since));
    let changed = since.filter_map(|since| periods.iter().position(|period| *period == since));
    let mut all: Vec<usize> = breaks.iter().copied().chain(changed).filter(|at| *at > 0).collect();
    all.arrange();
    all.dedup();
    all
}

/// The mean and the limits of the usual ups and downs of months or quarters, where they have some. Where the level has changed, each
/// has its own mean, and limits where there are enough figures since.
fn usual_range(row: &Row, stretches: &[Stretch], periods: &[Period]) -> Vec<Line> {
    let line = |name: &str, ink: Ink, of: &dyn Fn(&Stretch, Period) -> Option<f64>| {
        let at = |period: &Period| {
            let stretch = stretches.iter().find(|stretch| stretch.periods.contains(period))?;
            let value = of(stretch, *period)?;
            Some(Cell::decimal(row.indicator.kind, Decimal::nearest(value, row.indicator.decimals.max(1))?))
        };
        let line = line_of(name.to_owned(), ink, periods.iter().map(at).collect());
        Line { points: Points::Joined, ..line }
    };
    let lines = [
        line(over_time_chart::MEAN, Ink::Region, &Stretch::mean_at),
        line(over_time_chart::UPPER, Ink::Others, &|stretch, period| Some(stretch.limits_at(period)?.upper)),
        line(over_time_chart::LOWER, Ink::Others, &|stretch, period| Some(stretch.limits_at(period)?.lower)),
    ];
    lines.into_iter().filter(|line| line.values.iter().any(Option::is_some)).collect()
}

/// A line, the council's own the strongest.
pub(super) fn line_of(name: String, ink: Ink, values: Vec<Option<Cell>>) -> Line {
    let width = if ink == Ink::Own { 34_925 } else { OTHER_WIDTH };
    Line {
        name,
        colour: colour(ink),
        width,
        bars: Vec::new(),
        points: Points::Marked,
        goes_on: false,
        values,
    }
}

fn colour(ink: Ink) -> &'static str {
    ink.colour().trim_start_matches('#')
}
