//! The layouts tables come in: `grid` reads those with column headings, the other files rows without.

mod base;
mod change;
mod counts;
mod draft;
mod grid;
mod judged;
pub(crate) mod lines;
mod names;
mod own;
mod parts;
mod period;
mod pieces;
mod service;
mod settle;
mod share;
mod title;
mod twice;

use serde::{Deserialize, Serialize};

use crate::figure::Place;
use crate::sorting::Sorting;

use self::draft::{Draft, Drafts};
use self::names::Names;
use super::block::{self, Block};
use super::cell::Cell;
use super::entry::Entry;
use super::header;
use super::problem::{Problem, ProblemKind, TableProblem, Unclear};
use super::row::Row;
use super::when::{self, When};
use super::{Reading, cell, inside, odd, side};

/// How a table is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Layout {
    /// One row an indicator with its numerator and denominator.
    Counts,
    /// An indicator column and a column for each year.
    Years,
    /// An indicator column and a column for each month or quarter.
    Months,
    /// A row for each period, with the measures across or in the title.
    PeriodsDown,
    /// A row for each area, likewise.
    AreasDown,
    /// Categories with their number, and a total.
    Breakdown,
    /// One row a value: indicator, area, period, numerator, denominator, value.
    Tidy,
    /// Lines with "51 of 646" after a name.
    Lines,
    /// Sentences that tell of numbers.
    Prose,
    /// An official file of the Department for Education.
    Official,
}

impl Layout {
    /// The name used by the JavaScript face.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Counts => "counts",
            Self::Years => "years",
            Self::Months => "months",
            Self::PeriodsDown => "periods-down",
            Self::AreasDown => "areas-down",
            Self::Breakdown => "breakdown",
            Self::Tidy => "tidy",
            Self::Lines => "lines",
            Self::Prose => "prose",
            Self::Official => "official",
        }
    }
}

/// Reads a block: what its column headings say, or each row by what it holds. Gives the headings that were not understood,
/// if there are any.
pub(crate) fn read_block<'a>(block: &Block<'a>, reading: &mut Reading) -> Option<&'a Row> {
    if block.is_empty() {
        note_unused(block, reading);
        return None;
    }
    note_numbers_in_headings(block, reading);
    if block.rows().all(|(_, row)| row.filled().all(|(_, text)| !may_give_number(text))) {
        note_words(block, reading);
        return None;
    }
    if !block.headers.is_empty() {
        return grid::read(block, reading);
    }
    read_without_header(block, reading)
}

/// Whether a cell holds a number, a symbol in place of one, or a name with its number.
fn may_give_number(text: &str) -> bool {
    let is_symbol = matches!(cell::parse(text), Cell::Withheld(_)) && !inside::is_no_number(text);
    let is_number = !matches!(cell::parse(text), Cell::Text | Cell::Blank | Cell::Withheld(_));
    is_symbol
        || is_number
        || inside::value(text).is_some()
        || odd::odd(text).is_some()
        || lines::parse(text).is_some()
        || header::broken_period(text).is_some()
}

/// Says once of a table that holds words only, such as an action plan or the head of a report, that nothing was read.
fn note_words(block: &Block<'_>, reading: &mut Reading) {
    let headings = block.titles.iter().chain(block.sections.iter().flat_map(|section| &section.headings));
    let mut lines: Vec<usize> = headings.map(|heading| heading.place.row).collect();
    lines.extend(block.headers.iter().map(|row| row.line).chain(block.rows().map(|(_, row)| row.line)));
    lines.arrange();
    if let Some(first) = lines.first() {
        let place = Place { row: *first, ..Place::default() };
        reading.problems.push(Problem::new(place, "", TableProblem::LinesSkipped(lines)));
    }
}

/// Says which headings over rows hold numbers of their own, which are not read.
fn note_numbers_in_headings(block: &Block<'_>, reading: &mut Reading) {
    let headings = block.titles.iter().chain(block.sections.iter().flat_map(|section| &section.headings));
    let lines: Vec<usize> = headings
        .filter(|heading| heading.text.len() > 20 && block::holds_number(&heading.text))
        .map(|heading| heading.place.row)
        .collect();
    if let Some(first) = lines.first() {
        let place = Place { row: *first, ..Place::default() };
        reading.problems.push(Problem::new(place, "", TableProblem::LinesSkipped(lines)));
    }
}

/// Reads rows one by one. Under column headings that were not understood nothing is guessed; they are returned.
fn read_without_header<'a>(block: &Block<'a>, reading: &mut Reading) -> Option<&'a Row> {
    let mut headings: Option<&'a Row> = None;
    let mut names = Names::default();
    let mut drafts = Drafts::default();
    let mut foreign = Vec::new();
    let services = service::of_sections(block);
    let of_teams = grid::teams::sections(block, 0);
    let mut teams: Vec<usize> = Vec::new();
    let parts = parts::column(block, &[]);
    for (at, section) in block.sections.iter().enumerate() {
        if of_teams[at] {
            teams.extend(section.rows.iter().map(|row| row.line));
            continue;
        }
        let before = reading.entries.len();
        let year = title::year_over(block, at);
        if let Some(column) = parts {
            parts::read(block, at, column, reading);
            use_layout(Layout::Counts, &mut reading.layouts);
        } else {
            for row in section.rows.iter().copied() {
                read_row(block, at, row, &mut headings, reading);
            }
        }
        let heading = section.heading().map(|heading| heading.text.trim_end_matches(':'));
        let mut measure =
            heading.filter(|heading| names.is_settled(heading, "")).unwrap_or_default().to_owned();
        let mut beside = service::Beside::default();
        for entry in reading.entries.split_off(before) {
            if let Some(service) =
                service::of_row(&entry.label, std::iter::empty(), services[at].as_ref(), &mut names)
            {
                beside.follows_other(&entry.label);
                foreign.push((entry.place.row, service));
                continue;
            }
            let mut draft = Draft::of(entry, at);
            let stated = inside::in_name(&draft.entry.label);
            if let Some((name, ..)) = &stated {
                draft.entry.label.clone_from(name);
            }
            // "Number of children" under "Children in care".
            if let Some(heading) = heading.filter(|_| title::counts_all(&draft.entry.label))
                && names.counts(heading)
            {
                heading.clone_into(&mut draft.entry.label);
            }
            let over = std::iter::once(measure.as_str()).chain(heading);
            if title::is_bare_rate(&draft.entry.label)
                && let Some(rate) = names.rate(over, &draft.entry.label, &draft.entry.context)
            {
                draft.entry.label = rate;
            }
            by_name(&mut draft, &mut measure, year, &mut names);
            draft.is_doubtful |= beside.leaves_open(&draft.entry.label, services[at].as_ref());
            let column = draft.entry.columns.value.max(draft.entry.columns.numerator);
            drafts.all.push(draft);
            if let Some((_, side, number)) = stated {
                drafts.beside(side, &number, column);
            }
        }
    }
    service::note(foreign, reading);
    grid::teams::note(teams, "", reading);
    settle::settle(block, drafts, reading);
    headings
}

/// What the name of a row says besides the measure: a side, an area, a period.
fn by_name(draft: &mut Draft, measure: &mut String, year: Option<When>, names: &mut Names) {
    let entry = &mut draft.entry;
    // "Autumn term, 92%" below the measure: which period that is must be said.
    if !measure.is_empty() && entry.period.is_empty() && when::is_term(&entry.label) {
        entry.period = std::mem::replace(&mut entry.label, measure.clone());
        return;
    }
    if !names.is_settled(&entry.label, &entry.context)
        && let Some(side) = side::whole(&entry.label)
    {
        entry.label.clone_from(measure);
        draft.belong_to(side);
        return;
    }
    if let Some((side, name)) = side::within_name(&entry.label) {
        entry.label = name;
        draft.belong_to(side);
    } else {
        measure.clone_from(&entry.label);
    }
    draft.take_period_of_name(year);
}

fn read_row<'a>(
    block: &Block<'a>,
    at: usize,
    row: &'a Row,
    headings: &mut Option<&'a Row>,
    reading: &mut Reading,
) {
    let is_words = |text: &str| !cell::is_data(text) && !inside::has_rate(text);
    let holds_words_only = row.filled().count() > 1 && row.filled().all(|(_, cell)| is_words(cell));
    if lines::read_row(block, at, row, reading)
        || (headings.is_none() && !holds_words_only && counts::read_row(block, at, row, reading))
    {
        return;
    }
    if holds_words_only {
        *headings = Some(row);
        let kind = TableProblem::HeadingsNotUnderstood;
        reading.problems.push(Problem::new(whole_row(row), &row.text(), kind));
    } else if headings.is_some() && row.filled().count() > 2 {
        under_unknown(row, reading);
    } else if !counts::read_row(block, at, row, reading) {
        push_unplaced(row, reading);
    }
}

/// Says of a row that it stands under headings that were not understood: once for the rows that follow each other.
fn under_unknown(row: &Row, reading: &mut Reading) {
    if let Some(Problem { kind: ProblemKind::Table(TableProblem::UnderUnknownHeadings(rows)), .. }) =
        reading.problems.last_mut()
    {
        rows.push(row.line);
        return;
    }
    let kind = TableProblem::UnderUnknownHeadings(vec![row.line]);
    reading.problems.push(Problem::new(whole_row(row), &row.text(), kind));
}

/// Refuses a table whose headings leave open what its numbers mean.
fn refuse(block: &Block<'_>, why: Unclear, reading: &mut Reading) {
    if let Some(row) = block.headers.first() {
        let kind = TableProblem::UnclearHeadings { why, rows: block.rows().count() };
        reading.problems.push(Problem::new(whole_row(row), &row.text(), kind));
    }
}

/// An entry with its name and place, and nothing else yet. A row without a name takes its heading's.
fn named(block: &Block<'_>, section: usize, row: &Row, label_column: usize) -> Entry {
    let own = row.cells.get(label_column).map_or("", String::as_str);
    let label = match block.sections[section].heading() {
        Some(heading) if own.is_empty() => heading.text.trim_end_matches(':'),
        _ => own,
    };
    Entry {
        place: Place { row: row.line, column: label_column + 1, ..Place::default() },
        label: label.to_owned(),
        context: block.context(section),
        ..Entry::default()
    }
}

fn whole_row(row: &Row) -> Place {
    Place { row: row.line, ..Place::default() }
}

/// Keeps a row that fits no layout in sight; numbers without any name below each other once.
fn push_unplaced(row: &Row, reading: &mut Reading) {
    if row.filled().count() == 1
        && row.filled().all(|(_, text)| cell::is_data(text))
        && let Some(Problem { kind: ProblemKind::Table(kind), place, found, .. }) =
            reading.problems.last_mut()
        && cell::is_data(found)
    {
        if matches!(kind, TableProblem::RowNotRead) {
            *kind = TableProblem::LinesSkipped(vec![place.row]);
        }
        if let TableProblem::LinesSkipped(lines) = kind {
            lines.push(row.line);
            return;
        }
    }
    let broken =
        row.filled().find_map(|(index, cell)| header::broken_period(cell).map(|error| (index, cell, error)));
    let problem = match broken {
        Some((index, cell, error)) => Problem::new(
            Place { column: index + 1, ..whole_row(row) },
            cell,
            TableProblem::BrokenPeriod(error),
        ),
        None => Problem::new(whole_row(row), &row.text(), TableProblem::RowNotRead),
    };
    reading.problems.push(problem);
}

/// Says what stands above no figure: headings, once for all of them, or else the column headings.
fn note_unused(block: &Block<'_>, reading: &mut Reading) {
    match block.titles.as_slice() {
        [] => {}
        [only] => {
            reading.problems.push(Problem::new(only.place.clone(), &only.text, TableProblem::HeadingAlone));
        }
        [first, ..] => {
            let lines = block.titles.iter().map(|title| title.place.row).collect();
            reading.problems.push(Problem::new(first.place.clone(), "", TableProblem::LinesSkipped(lines)));
        }
    }
    if let Some(row) = block.headers.first() {
        reading.problems.push(Problem::new(whole_row(row), &row.text(), TableProblem::HeadingsAlone));
    }
}

/// Notes that a layout was met.
pub(super) fn use_layout(layout: Layout, layouts: &mut Vec<Layout>) {
    if !layouts.contains(&layout) {
        layouts.push(layout);
    }
}
