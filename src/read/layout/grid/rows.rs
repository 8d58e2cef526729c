//! The rows of a table: what each says of the values in it.

use crate::figure::Place;
use crate::indicator;
use crate::read::Reading;
use crate::read::block::Block;
use crate::read::entry::{self, Entry};
use crate::read::inside;
use crate::read::meaning::{Holds, Meaning};
use crate::read::side::Side;
use crate::read::when::{self, When};

use super::columns::{self, Columns};
use super::down::Down;
use super::rate;
use super::said::{Above, Said, row_says};
use super::teams::{Teams, is_of_cohort};
use crate::read::layout::draft::{self, Draft, Drafts, Sort};
use crate::read::layout::names::Names;
use crate::read::layout::parts::Part;
use crate::read::layout::pieces::Pieces;
use crate::read::layout::{service, title};

/// Reads every row into drafts.
pub(super) fn read(
    block: &Block<'_>,
    columns: &Columns,
    names: &mut Names,
    drafts: &mut Drafts,
    reading: &mut Reading,
) {
    let mut foreign: Vec<(usize, String)> = Vec::new();
    let mut teams = Teams::of(block, columns);
    let services = service::of_sections(block);
    let is_long = columns.area.is_some() || columns.period.is_some();
    let own = columns.figures().filter(|(_, meaning)| !is_long && Columns::is_own(meaning));
    let figures: Vec<usize> = own.map(|(index, _)| index).collect();
    let pieces = if columns.part.is_none() && columns.down == Down::Measures {
        Pieces::of(block, columns.label, &figures, names)
    } else {
        Pieces::default()
    };
    let says_percent: Vec<bool> =
        columns.all.iter().map(|meaning| indicator::says_percent(&meaning.heading)).collect();
    for (section, lines) in block.sections.iter().enumerate() {
        let context = block.context(section);
        let mut above = Above {
            year: title::year_over(block, section),
            measure: lines
                .heading()
                .map(|heading| heading.text.trim_end_matches(':').to_owned())
                .unwrap_or_default(),
            groups: vec![String::new(); columns.groups.len()],
            ..Above::default()
        };
        let mut beside = service::Beside::default();
        for row in lines.rows.iter().copied() {
            if columns::is_longer(columns, row, reading) {
                continue;
            }
            if teams.take(columns, section, row, names) || is_of_cohort(columns, row, reading) {
                continue;
            }
            let Some(mut said) = row_says(block, columns, names, section, row, &context, &mut above, reading)
            else {
                continue;
            };
            let kinds = columns.kinds.iter().filter_map(|index| row.cells.get(*index)).map(String::as_str);
            let cells = above.groups.iter().map(String::as_str).chain(kinds);
            // "National - CiC" below "Special Educational Needs" says whom it is of.
            if said.group.is_empty()
                && let Some(service) = service::of_row(&said.label, cells, services[section].as_ref(), names)
            {
                beside.follows_other(&said.label);
                foreign.push((row.line, service));
                continue;
            }
            said.is_doubtful |= beside.leaves_open(&said.label, services[section].as_ref());
            if let Some((part, name)) = pieces.of_row(row) {
                said.part = Some(part);
                name.clone_into(&mut said.label);
            }
            // A row of its own counts goes on with the measure above.
            if said.part.is_none() || said.label != above.measure {
                drafts.begin_measure();
            }
            take_values(columns, &said, &says_percent, drafts);
            if columns.down == Down::Measures {
                drafts.judge(columns.judged(row));
            }
            if !said.label.is_empty() && said.side == Side::Own {
                above.measure.clone_from(&said.label);
            }
        }
    }
    service::note(foreign, reading);
    teams.note(columns, reading);
}

fn take_values(columns: &Columns, said: &Said<'_>, says_percent: &[bool], drafts: &mut Drafts) {
    let tolerance = columns.all.iter().position(|meaning| meaning.holds == Holds::Tolerance);
    let mut last = None;
    let has_rate = said.row.filled().any(|(_, text)| inside::has_rate(text));
    for (index, meaning) in columns.figures() {
        let Some(text) = said.row.cells.get(index).filter(|text| !text.is_empty()) else { continue };
        if meaning.holds == Holds::Change {
            drafts.change(index + 1, text);
            // Where measures stand across, a change closes the columns of its own.
            if columns.down != Down::Measures {
                drafts.begin_measure();
            }
            continue;
        }
        if meaning.side == Side::Others {
            for (side, number) in inside::of_others(text).unwrap_or_default() {
                drafts.listed(side, &number, said.row.line, index + 1);
            }
            continue;
        }
        let Some(sort) = Sort::of(meaning, said.side) else { continue };
        let (text, year) = match sort {
            Sort::Comparator(_) => inside::of_year(text),
            _ => (text.as_str(), None),
        };
        if inside::is_no_number(text) {
            drafts.no_number(said.row.line);
            continue;
        }
        let inside = inside::value(text);
        let value = match sort {
            Sort::Target => {
                let Some(target) = inside::target(text) else {
                    if text.contains(|c: char| c.is_ascii_digit()) {
                        drafts.unread.push(said.row.line);
                    }
                    continue;
                };
                target
            }
            _ => inside.as_ref().map_or_else(|| text.to_owned(), |inside| inside.value.clone()),
        };
        let words =
            if meaning.is_age_group() || meaning.holds == Holds::Rate || columns.down != Down::Measures {
                meaning.words.as_str()
            } else {
                ""
            };
        let mut entry = entry(columns, said, meaning, words, index);
        if let Sort::OfArea(area) = sort
            && entry.area.is_empty()
        {
            area.name.clone_into(&mut entry.area);
        }
        if let Some(year) = year {
            year.clone_into(&mut entry.period);
        }
        if has_rate && matches!(sort, Sort::Comparator(_) | Sort::OfArea(_)) {
            rate::of_others(&mut entry, &value);
        }
        let holds = said.part.map_or(meaning.holds, Part::holds);
        let mut draft = Draft {
            entry,
            sort: if matches!(sort, Sort::OfArea(_)) { Sort::Own } else { sort },
            section: said.section,
            column: index,
            says: evidence(index, says_percent, said, holds),
            is_doubtful: said.is_doubtful,
            is_total: said.is_total,
            tolerance: String::new(),
            words: words.to_owned(),
        };
        if draft.sort == Sort::Target
            && let Some(text) = tolerance.and_then(|index| said.row.cells.get(index))
        {
            draft.tolerance.clone_from(text);
        }
        drafts.put(&draft, holds, &value, index + 1);
        rate::put(draft, inside.as_ref(), index + 1, drafts);
        for (side, number) in inside.into_iter().flat_map(|inside| inside.beside) {
            drafts.beside(side, &number, index + 1);
        }
        last = Some(index + 1);
    }
    if let Some(((side, number), column)) = said.stated.as_ref().zip(last) {
        drafts.beside(*side, number, column);
    }
    if let Some(index) =
        columns.all.iter().position(|meaning| meaning.holds == Holds::Comment && !meaning.heading.is_empty())
        && index != columns.label
        && let Some(text) = said.row.cells.get(index).filter(|text| text.chars().any(char::is_alphabetic))
    {
        drafts.comment(text, Place { row: said.row.line, column: index + 1, ..Place::default() });
    }
}

/// What says that bare numbers are percentages, or that they are counts.
fn evidence(index: usize, says_percent: &[bool], said: &Said<'_>, holds: Holds) -> draft::Says {
    let is_percent = holds == Holds::Percent || said.unit == Some(Holds::Percent) || says_percent[index];
    if is_percent && said.part != Some(Part::Numerator) {
        draft::Says::Percent
    } else if said.unit == Some(Holds::Numerator) || holds == Holds::Numerator {
        draft::Says::Count
    } else {
        draft::Says::Nothing
    }
}

/// The period of a row; where it is a year, the part of it that its column names.
fn period_of_row(said: &Said<'_>, meaning: &Meaning) -> String {
    let year = || when::one(&when::mentions(&said.period));
    let part = meaning
        .when
        .and_then(|part| Some((part, year()?)))
        .and_then(|(part, year)| when::complete(part, year));
    part.map_or_else(|| said.period.clone(), |part| part.to_string())
}

/// An entry with everything but its value.
fn entry(columns: &Columns, said: &Said<'_>, meaning: &Meaning, words: &str, index: usize) -> Entry {
    let has_names = columns.down == Down::Measures;
    let label = match (has_names, words.is_empty()) {
        (_, true) => [&said.label, said.group.as_str()].join(" ").trim_end().to_owned(),
        (true, false) if meaning.holds == Holds::Rate && title::says_rate(&said.label) => said.label.clone(),
        (true, false) => format!("{} {}", said.label, words.replace("to", " to ")),
        (false, false) if columns.down == Down::Ages => format!("{words} {}", said.label),
        (false, false) => [words, &said.group].join(" ").trim_end().to_owned(),
    };
    let column = if has_names { columns.label } else { index };
    Entry {
        place: Place { row: said.row.line, column: column + 1, ..Place::default() },
        label,
        context: said.context.clone(),
        area: said.area.clone(),
        period: meaning.period.map_or_else(
            || period_of_row(said, meaning),
            |period| {
                let part = said.part_of_year.and_then(|part| when::complete(part, When::Whole(period)));
                part.unwrap_or(period).to_string()
            },
        ),
        columns: entry::Columns {
            area: columns.area.map_or(0, |index| index + 1),
            period: if meaning.period.is_some() { 0 } else { said.period_column },
            ..entry::Columns::default()
        },
        ..Entry::default()
    }
}
