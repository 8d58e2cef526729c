//! The sheets of a workbook of a scorecard.

use crate::commentary::Part;
use crate::compare::{Row, Way};
use crate::figure::Amount;
use crate::indicator::{Kind, Publication};
use crate::read::{COMMENTARY_COLUMNS, COMMENTARY_NAME, FIGURES_NAME};
use crate::report::{Table, source_notes};
use crate::words::commentary as said;
use crate::words::comparator::{comparator_name, no_comparison_cell, sources};
use crate::words::figure::amount_text;
use crate::words::office as words;
use crate::words::report as report_words;
use crate::words::sentence::sentence;

use super::Contents;
use super::cell::{Cell, Look, Tone, at, ratio};
use super::chart::Chart;
use super::charts;
use super::figures_sheet::FiguresSheet;
use super::over_time;
use super::properties::Properties;
use super::sheet::{Colours, Sheet};
use super::workbook::Workbook;

/// The file.
pub(super) fn workbook(contents: &Contents) -> Vec<u8> {
    let figures = FiguresSheet::of(contents);
    let mut sheets = vec![scorecard(contents, figures.as_ref())];
    sheets.extend(figures.map(|figures| figures.sheet));
    sheets.extend(commentary(contents));
    sheets.push(comparators(contents));
    sheets.extend(over_time::sheet(contents));
    sheets.extend(contents.caseloads.as_ref().map(|table| plain(contents, words::CASELOADS, table)));
    sheets.push(charts_sheet(contents));
    sheets.push(definitions(contents));
    let header = [contents.title(), contents.internal.to_owned()].join("  ");
    for sheet in &mut sheets {
        header.trim_end().clone_into(&mut sheet.header);
    }
    let name = |sheet: &Sheet| {
        let name = match sheet.name {
            words::FIGURES => FIGURES_NAME,
            said::HEADING => COMMENTARY_NAME,
            name => name,
        };
        Some((name, sheet.name, sheet.range()?))
    };
    let names = sheets.iter().filter_map(name).collect();
    let properties = Properties { title: contents.title(), internal: contents.internal.to_owned() };
    Workbook { properties, sheets, names }.into_bytes()
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn scorecard(contents: &Contents, figures: Option<&FiguresSheet>) -> Sheet {
    let rows = &contents.card.rows;
    let mut headings = texts(&words::SCORECARD_COLUMNS);
    let mut verdicts = vec![headings.len() - 1];
    let mut widths = vec![18, 42, 18, 10, 10, 10, 10, 10, 12, 16, 16];
    let by_interval = contents.card.way == Way::Interval;
    for comparison in rows.first().map_or(&[][..], |row| &row.comparisons) {
        let name = comparator_name(&comparison.with, None);
        // Why there is no comparison takes more room than a figure.
        let says_why = |row: &Row| {
            row.comparisons.iter().any(|other| other.with == comparison.with && other.outcome.is_err())
        };
        widths.push(if rows.iter().any(says_why) { 28 } else { 13 });
        if by_interval {
            verdicts.push(headings.len() + 1);
            widths.push(16);
            headings.extend([name.clone(), words::verdict_column(&name)]);
        } else {
            headings.push(name);
        }
    }
    let has_target = rows.iter().any(|row| row.target.is_some());
    if has_target {
        verdicts.push(headings.len() + 1);
        headings.extend(texts(&[words::TARGET, words::TARGET_VERDICT]));
        widths.extend([10, 16]);
    }
    let printed = Some(headings.len());
    headings.push(words::IN_WORDS.to_owned());
    // So wide that a row is seldom higher than its other cells make it.
    widths.push(160);
    let mut sheet = Sheet::begun(contents.internal, words::SCORECARD, &contents.title(), &headings);
    sheet.table = sheet.table.map(|(row, _)| (row, 2));
    sheet.printed = printed;
    for row in rows {
        let mut cells = vec![
            Cell::wrapped(row.indicator.theme.title()),
            Cell::wrapped(&row.indicator.title),
            Cell::text(&row.period.map(|period| period.label(row.indicator.basis)).unwrap_or_default()),
        ];
        cells.extend(figure_cells(row, sheet.rows.len(), figures));
        cells.extend(match row.interval.filter(|_| row.indicator.kind != Kind::Count) {
            Some(interval) => [interval.low, interval.high]
                .map(|limit| Cell::approximate(row.indicator.kind, limit, row.indicator.decimals.max(1))),
            None => [Cell::text(""), Cell::text("")],
        });
        cells.push(match &row.change {
            Some(change) if change.break_note.is_some() => Cell::wrapped(report_words::CHANGE_ACROSS_BREAK),
            Some(change) => Cell::change(row.indicator.kind, change.shown),
            None => Cell::text(""),
        });
        let since = row.change.as_ref().map(|change| change.from.label(row.indicator.basis));
        cells.push(Cell::text(&since.unwrap_or_default()));
        // What is judged by its target alone has that beside the target.
        let of_target = has_target && row.is_judged_by_target_alone();
        cells.push(Cell::text(if of_target { "" } else { words::verdict(row.verdict) }));
        for comparison in &row.comparisons {
            let (value, verdict) = match &comparison.outcome {
                Ok(compared) => {
                    (Cell::decimal(row.indicator.kind, compared.shown), words::verdict(row.beside(compared)))
                }
                Err(reason) => (Cell::wrapped(&no_comparison_cell(*reason)), ""),
            };
            cells.push(value);
            cells.extend(by_interval.then(|| Cell::text(verdict)));
        }
        if has_target {
            let target = row.target.as_ref();
            cells.push(
                target.map_or_else(Cell::blank, |against| {
                    Cell::decimal(row.indicator.kind, against.target.value)
                }),
            );
            cells.push(Cell::text(&target.map_or_else(String::new, words::target_verdict)));
        }
        cells.push(Cell::wrapped(&sentence(row)));
        sheet.push(cells);
    }
    let is_live = rows.iter().any(|row| matches!(row.amount, Amount::Counts { .. }));
    let live = figures.filter(|_| is_live).map(|_| words::LIVE.to_owned());
    let notes = source_notes(&rows.iter().collect::<Vec<_>>());
    sheet.note(live.into_iter().chain(notes).chain([contents.hidden.clone()]));
    sheet.widths = widths;
    let tones = [
        (&words::GOOD_WORDS[..], Tone::Good),
        (&words::MIDDLING_WORDS, Tone::Middling),
        (&words::BAD_WORDS, Tone::Bad),
    ];
    let words = tones.iter().flat_map(|(words, tone)| words.iter().map(|word| (*word, *tone))).collect();
    sheet.colours = Some(Colours { columns: verdicts, words });
    sheet
}

/// The counts of a row and the figure they give, live where it has counts.
fn figure_cells(row: &Row, at_row: usize, figures: Option<&FiguresSheet>) -> [Cell; 3] {
    /// The columns of the counts.
    const COLUMNS: (usize, usize) = (3, 4);
    let kind = row.indicator.kind;
    let Amount::Counts { numerator, denominator } = row.amount else {
        let value = match row.amount {
            Amount::Value(value) => Cell::decimal(kind, value),
            // What it means is said at the foot and in words.
            Amount::Withheld(symbol) => Cell::text(symbol.symbol()),
            amount @ Amount::Counts { .. } => Cell::text(&amount_text(&row.indicator, amount)),
        };
        return [Cell::text(""), Cell::text(""), value];
    };
    let place = figures.and_then(|figures| figures.place(row));
    let count = |count: u64, line: usize| match place {
        Some((first, column)) => Cell::following(words::FIGURES, first + line, column, count),
        None => Cell::count(count),
    };
    let [over, under] = [COLUMNS.0, COLUMNS.1].map(|column| at(at_row, column));
    let figure = row.value.map_or_else(Cell::blank, |value| {
        Cell::formula(ratio(kind, &over, &under), kind, value, row.indicator.decimals)
    });
    [count(numerator, 0), count(denominator, 1), figure]
}

fn comparators(contents: &Contents) -> Sheet {
    let rows = &contents.card.rows;
    let mut headings = texts(&words::COMPARATOR_COLUMNS);
    for comparison in rows.first().map_or(&[][..], |row| &row.comparisons) {
        let name = comparator_name(&comparison.with, None);
        headings.extend([name.clone(), words::year_column(&name)]);
    }
    let mut widths = vec![42, 18, 12];
    widths.resize(headings.len(), 18);
    let mut sheet = Sheet::begun(contents.internal, words::COMPARATORS, words::COMPARATORS, &headings);
    for row in rows.iter().filter(|row| row.comparisons.iter().any(|each| each.outcome.is_ok())) {
        let kind = row.indicator.kind;
        let own =
            row.value.map_or_else(Cell::blank, |value| Cell::exact(kind, value, row.indicator.decimals));
        let period = row.period.map(|period| period.label(row.indicator.basis)).unwrap_or_default();
        let mut cells = vec![Cell::wrapped(&row.indicator.title), Cell::text(&period), own];
        for comparison in &row.comparisons {
            cells.extend(match &comparison.outcome {
                Ok(compared) => [Cell::decimal(kind, compared.shown), Cell::text(&compared.year.to_string())],
                Err(reason) => [Cell::wrapped(&no_comparison_cell(*reason)), Cell::text("")],
            });
        }
        sheet.push(cells);
    }
    sheet.note(sources(rows).iter().map(|source| report_words::source(source)));
    sheet.widths = widths;
    sheet
}

/// All that is said, of every period.
fn commentary(contents: &Contents) -> Option<Sheet> {
    contents.commentary.first()?;
    let mut sheet =
        Sheet::begun(contents.internal, said::HEADING, said::HEADING, &texts(&COMMENTARY_COLUMNS));
    sheet.widths = vec![42, 14, 45, 45, 45, 22, 18];
    for remark in &contents.commentary {
        let period = remark.period.map(|period| period.to_string()).unwrap_or_default();
        let parts = Part::ALL.into_iter().map(|part| Cell::wrapped(remark.text(part)));
        sheet.push(
            [Cell::wrapped(&remark.measure.title), Cell::text(&period)].into_iter().chain(parts).collect(),
        );
    }
    Some(sheet)
}

/// A table of texts as a sheet: the first column wide, the others alike.
fn plain(contents: &Contents, name: &'static str, table: &Table) -> Sheet {
    let mut sheet = Sheet::begun(contents.internal, name, &table.title, &table.headings);
    for row in &table.rows {
        sheet.push(row.iter().map(|cell| Cell::wrapped(cell)).collect());
    }
    sheet.note(table.notes.iter().cloned());
    sheet.widths = vec![45];
    sheet.widths.resize(table.headings.len(), 20);
    sheet
}

/// Charts with the rows they are drawn of, one below the other.
fn charts_sheet(contents: &Contents) -> Sheet {
    /// Rows that a chart takes with the space below it, and the columns at least of what it is drawn of.
    const ROWS: usize = 20;
    const COLUMNS: usize = 5;
    let mut sheet = Sheet {
        name: words::CHARTS,
        rows: vec![vec![Cell::looking(Look::Title, &contents.title())]],
        widths: vec![24, 18],
        ..Sheet::default()
    };
    if !contents.internal.is_empty() {
        sheet.rows.push(vec![Cell::looking(Look::Heading, contents.internal)]);
    }
    let over_time = charts::over_time(contents, |_| true).into_iter().map(|(_, chart, _)| chart);
    let all: Vec<Chart> = std::iter::once(charts::statuses(contents)).chain(over_time).collect();
    // Beside the numbers of all charts, with a column between.
    let columns = all.iter().map(|chart| chart.lines.len() + 1).max().unwrap_or(0).max(COLUMNS);
    sheet.widths.resize(columns, 12);
    for chart in all {
        sheet.rows.push(Vec::new());
        let from = sheet.rows.len();
        sheet.rows.extend(chart.rows());
        let next = (from + ROWS).max(sheet.rows.len());
        sheet.rows.resize(next, Vec::new());
        sheet.charts.push((chart, from, (from, columns + 1)));
    }
    sheet
}

fn definitions(contents: &Contents) -> Sheet {
    let mut sheet = Sheet::begun(
        contents.internal,
        words::DEFINITIONS,
        words::DEFINITIONS,
        &texts(&words::DEFINITION_COLUMNS),
    );
    for row in &contents.card.rows {
        let indicator = &row.indicator;
        let source = indicator.publication.as_ref().map(Publication::citation);
        sheet.push(vec![
            Cell::wrapped(&indicator.title),
            Cell::wrapped(indicator.theme.title()),
            Cell::text(words::unit(indicator)),
            Cell::text(words::better_when(indicator.good)),
            Cell::wrapped(&report_words::definition(row, None)),
            Cell::wrapped(&source.unwrap_or_default()),
        ]);
    }
    sheet.note([report_words::ATTRIBUTION.to_owned()]);
    sheet.widths = vec![42, 22, 14, 14, 90, 50];
    sheet
}
