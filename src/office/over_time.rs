//! The measures over time, in Word and in Excel.

use crate::compare::{LastPeriods, Length, Meaning, OverTime, OverTimeCell, OverTimeRow};
use crate::indicator::Theme;
use crate::report::{OverTimeColumns, Table, over_time_as_shown, over_time_table};
use crate::words::charts::period_label;
use crate::words::courses::{how_many_judged, summary};
use crate::words::office as words;
use crate::words::over_time::LEFT_OUT;
use crate::words::screens::over_time as labels;
use crate::words::unusual::{key_text, left_out, reasons, reasons_by_measure, sign};

use super::Contents;
use super::cell::{Cell, Tone};
use super::pages::Pages;
use super::sheet::{Paper, Sheet};
use super::word::{Level, Style, Word};
use super::word_parts::{TableCell, needed};

/// As many quarters as a page has room for.
const MOST_QUARTERS: usize = 8;

/// As many periods as a page of A4 has room for; more are on A3.
const MOST_ON_A4: usize = 13;

/// Widths in Word of the measure and of what it shows, in twentieths of a point.
const WIDTHS: [u16; 2] = [1900, 2100];

/// So much space is beside the text of a cell.
const BESIDE: usize = 80;

/// As wide as the column of a period is at most.
const WIDEST_PERIOD: u16 = 560;

/// What the months or quarters say, before all else; nothing where a report is on years alone.
pub(super) fn first(word: &mut Word, contents: &Contents) {
    let Some(over_time) = contents.over_time(None) else { return };
    let newest = over_time.periods.get(..over_time.past_count()).and_then(<[_]>::last);
    let Some(newest) = newest else { return };
    word.kept(Style::Body, &words::what_they_show(*newest));
    for line in summary(&over_time) {
        word.paragraph(Style::Bullet, &line.concat());
    }
    word.paragraph(Style::Body, &how_many_judged(&over_time));
}

/// Adds pages of their own, where there is something to show.
pub(super) fn pages(word: &mut Word, contents: &Contents) {
    let Some(mut over_time) = contents.over_time(None) else { return };
    if over_time.periods.first().is_some_and(|period| Length::of(*period) == Length::Quarters) {
        over_time = over_time.of_last(MOST_QUARTERS);
    }
    let table = as_one_blank(&over_time, over_time_as_shown(&over_time, labels::HEADING));
    let headings = table.headings;
    let cells: Vec<Vec<TableCell>> =
        over_time.rows.iter().zip(&table.rows).map(|(row, texts)| table_cells(row, texts)).collect();
    let rows = by_theme(&over_time, cells);
    let past = over_time.past_count();
    let periods = past + usize::from(past < over_time.periods.len());
    let across = if periods > MOST_ON_A4 { Pages::LargeLandscape } else { Pages::Landscape };
    let widths = widths(periods, across, &headings, &rows);
    word.begin_last(across);
    word.heading(Level::Section, labels::HEADING);
    for line in summary(&over_time) {
        word.paragraph(Style::Bullet, &line.concat());
    }
    if let Some(line) = key_text(&over_time) {
        word.paragraph(Style::Note, &line);
    }
    word.table(labels::HEADING, &widths, &headings, &rows);
    for sentence in reasons_by_measure(&over_time) {
        word.paragraph(Style::Body, &sentence);
    }
    for note in &table.notes {
        word.paragraph(Style::Note, note);
    }
}

/// Columns after the periods are as wide as their words, the periods share what is left, and what they leave is given to the words.
fn widths(periods: usize, across: Pages, headings: &[String], rows: &[Vec<TableCell>]) -> Vec<u16> {
    let [measure, shows] = WIDTHS;
    // Where a wider type takes the place of the usual one, words are whole too.
    let roomy = |at: usize| {
        let needed = needed(at, BESIDE, headings, rows);
        needed.saturating_add(needed / 8)
    };
    let ends: Vec<u16> = (2 + periods..headings.len()).map(roomy).collect();
    let others = ends.iter().fold(measure + shows, |sum, end| sum.saturating_add(*end));
    let left = across.width().saturating_sub(others);
    let count = u16::try_from(periods).unwrap_or(u16::MAX).max(1);
    let period = (left / count).min(WIDEST_PERIOD);
    let mut widths = vec![measure, shows + left.saturating_sub(count.saturating_mul(period))];
    widths.resize(2 + periods, period);
    widths.extend(ends);
    widths
}

/// The table with short names of the periods, and with one blank column for all those to come.
fn as_one_blank(over_time: &OverTime, mut table: Table) -> Table {
    for (heading, period) in table.headings.iter_mut().skip(2).zip(&over_time.periods) {
        *heading = period_label(*period);
    }
    let (past, to_come) = over_time.periods.split_at(over_time.past_count());
    if let Some(heading) = labels::without_figures(to_come) {
        let blank = 2 + past.len()..2 + over_time.periods.len();
        table.headings.splice(blank.clone(), [heading]);
        for row in &mut table.rows {
            row.splice(blank.clone(), [String::new()]);
        }
    }
    table
}

/// The rows in sections, each with the name of its theme above it.
fn by_theme(over_time: &OverTime, cells: Vec<Vec<TableCell>>) -> Vec<Vec<TableCell>> {
    let mut cells = cells.into_iter();
    let section = |(theme, rows): (Theme, Vec<usize>)| {
        let heading = vec![TableCell::of(theme.title())];
        [heading].into_iter().chain(cells.by_ref().take(rows.len()).collect::<Vec<_>>()).collect::<Vec<_>>()
    };
    over_time.by_theme().into_iter().flat_map(section).collect()
}

/// The cells of a row in Word, in which what is unusual has its sign and, where a direction is good, a colour.
fn table_cells(row: &OverTimeRow, texts: &[String]) -> Vec<TableCell> {
    let cell = |(at, text): (usize, &String)| {
        let of_period = at.checked_sub(2).and_then(|at| row.cells.get(at).copied().flatten());
        let Some((_, side)) = of_period.and_then(|cell| cell.marked()) else {
            let is_left_out = of_period.is_some_and(|cell| cell.is_left_out);
            return TableCell::of(&if is_left_out { format!("{text}{}", LEFT_OUT[0]) } else { text.clone() });
        };
        let tone = match Meaning::of(row.measure.good, side) {
            Meaning::Improving => Some(Tone::UnusualGood),
            Meaning::Worsening => Some(Tone::UnusualPoor),
            Meaning::Neither => None,
        };
        TableCell { tone, ..TableCell::of(&format!("{text}{}", sign(side))) }
    };
    texts.iter().enumerate().map(cell).collect()
}

/// The column of the line of a measure, before its periods.
const LINE: usize = 3;

/// Returns the sheet, or `None` if there is nothing to show. Its numbers are numbers.
pub(super) fn sheet(contents: &Contents) -> Option<Sheet> {
    let over_time = contents.over_time(Some(LastPeriods::TwentyFour))?;
    let table = over_time_table(&over_time, labels::HEADING);
    let sentences = |row: &OverTimeRow| [reasons(row), left_out(row)].concat().join(" ");
    let has_unusual = over_time.rows.iter().any(|row| !sentences(row).is_empty());
    let mut headings = vec![words::THEME.to_owned()];
    headings.extend(table.headings);
    headings.insert(LINE, labels::LINE.to_owned());
    headings.extend(has_unusual.then(|| labels::UNUSUAL.to_owned()));
    let mut sheet = Sheet::begun(contents.internal, labels::HEADING, &table.title, &headings);
    for (row, texts) in over_time.rows.iter().zip(&table.rows) {
        let theme = Cell::wrapped(row.measure.theme.title());
        let unusual = has_unusual.then(|| Cell::wrapped(&sentences(row)));
        let mut cells: Vec<Cell> = [theme].into_iter().chain(cells(&over_time, row, texts)).collect();
        cells.insert(LINE, Cell::blank());
        sheet.push(cells.into_iter().chain(unusual).collect());
        sheet.lines.push(((sheet.last_row, LINE), [LINE + 1, LINE + over_time.past_count()]));
    }
    sheet.note(table.notes);
    // The theme and the measure stay in view.
    sheet.table = sheet.table.map(|(row, _)| (row, 2));
    sheet.widths = vec![16, 34, 44, 14];
    sheet.widths.resize(headings.len(), 11);
    if over_time.periods.len() > MOST_ON_A4 {
        sheet.paper = Paper::Large;
    }
    // So wide that a row is seldom higher than its other cells make it; what a figure shows is on paper without it.
    if let Some(last) = sheet.widths.last_mut().filter(|_| has_unusual) {
        *last = 120;
    }
    sheet.printed = Some(headings.len() - usize::from(has_unusual));
    Some(sheet)
}

fn cells(over_time: &OverTime, row: &OverTimeRow, texts: &[String]) -> Vec<Cell> {
    let of_period = |cell: &Option<OverTimeCell>| match cell.map(|cell| cell.value) {
        None => Cell::blank(),
        Some(Ok(value)) => Cell::decimal(row.measure.kind, value),
        Some(Err(symbol)) => Cell::text(symbol.symbol()),
    };
    let first = texts.iter().take(2).map(|text| Cell::wrapped(text));
    let columns = OverTimeColumns::apart(over_time).0;
    let ends = columns.iter().map(|column| {
        (column.number)(row).map_or_else(Cell::blank, |(kind, value)| match column.heading {
            labels::ON_LAST_YEAR => Cell::change(row.measure.kind, value),
            _ => Cell::decimal(kind, value),
        })
    });
    first.chain(row.cells.iter().map(of_period)).chain(ends).collect()
}
