//! The rows of a table: what each says of the values in it.

use crate::area::Level;
use crate::figure::Place;
use crate::indicator::{self, Match};
use crate::period::Period;
use crate::read::Reading;
use crate::read::block::{Block, ends_with_numbers};
use crate::read::entry::{self, Entry};
use crate::read::inside;
use crate::read::meaning::{Holds, Meaning};
use crate::read::row::Row;
use crate::read::side::{self, Side};
use crate::read::vocabulary;
use crate::read::when::{self, When};

use super::columns::{self, Columns};
use super::content;
use super::down::Down;
use super::rate;
use super::teams::{Teams, is_of_cohort};
use crate::read::layout::draft::{self, Draft, Drafts, Sort};
use crate::read::layout::names::Names;
use crate::read::layout::parts::{self, Part};
use crate::read::layout::{service, title};

/// What the rows above say of the row that is read.
#[derive(Default)]
struct Above {
    /// The one year that the titles say.
    year: Option<When>,
    /// The measure that the headings name, once it was looked for.
    title: Option<String>,
    /// The measure that rows of its counts, of others and of targets belong to.
    measure: String,
    /// The cells of themes and services, which hold for the rows below.
    groups: Vec<String>,
    /// The last area and period, where their cells are merged.
    area: String,
    period: String,
}

/// What a row says of its values.
struct Said<'a> {
    row: &'a Row,
    section: usize,
    label: String,
    context: String,
    area: String,
    period: String,
    period_column: usize,
    side: Side,
    part: Option<Part>,
    unit: Option<Holds>,
    is_doubtful: bool,
    is_total: bool,
    /// The part of its columns' years that its name says.
    part_of_year: Option<When>,
    /// A target or a figure of others in its name.
    stated: Option<(Side, String)>,
    /// The children that its area's name says besides.
    group: String,
}

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
            if teams.take(columns, row, names) || is_of_cohort(columns, row, reading) {
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

#[expect(clippy::too_many_arguments, reason = "everything that says what a row is")]
fn row_says<'a>(
    block: &Block<'_>,
    columns: &Columns,
    names: &mut Names,
    section: usize,
    row: &'a Row,
    context: &str,
    above: &mut Above,
    reading: &mut Reading,
) -> Option<Said<'a>> {
    let text = |index: usize| row.cells.get(index).map_or("", String::as_str);
    for (at, index) in columns.groups.iter().enumerate() {
        if !text(*index).is_empty() {
            text(*index).clone_into(&mut above.groups[at]);
        }
    }
    if !columns.figures().any(|(index, _)| !text(index).is_empty()) {
        let said = row.filled().any(|(index, _)| index != columns.label && !columns.groups.contains(&index));
        if said || ends_with_numbers(text(columns.label)) {
            super::super::push_unplaced(row, reading);
        }
        return None;
    }
    let mut said = Said {
        row,
        section,
        label: String::new(),
        context: context.to_owned(),
        area: columns.area.map_or("", text).to_owned(),
        period: String::new(),
        period_column: columns.period.map_or(0, |index| index + 1),
        side: Side::Own,
        part: columns.part.and_then(|index| parts::part(text(index))),
        unit: columns.unit.and_then(|index| content::sort_of(text(index))),
        is_doubtful: false,
        is_total: false,
        part_of_year: None,
        stated: None,
        group: String::new(),
    };
    for group in above.groups.iter().filter(|group| {
        !group.is_empty() && vocabulary::words(group).iter().any(|word| word.chars().any(char::is_alphabetic))
    }) {
        said.context =
            if said.context.is_empty() { group.clone() } else { format!("{} {group}", said.context) };
    }
    take_period(columns, row, above, &mut said);
    match columns.down {
        Down::Measures => take_label(block, columns, names, row, above, &mut said),
        Down::Ages => text(columns.label).clone_into(&mut said.label),
        Down::Periods | Down::Areas | Down::Teams => {
            if above.title.is_none() {
                above.title = Some(title::measure(block, section, names, ""));
            }
            said.label = above.title.clone().unwrap_or_default();
            // "Total children in care" of all teams.
            if columns.down == Down::Teams && names.is_settled(text(columns.label), context) {
                text(columns.label).clone_into(&mut said.label);
            }
            if columns.down == Down::Periods {
                match side::whole(text(columns.label)) {
                    Some(side) => {
                        said.side = side;
                        // "England 2023".
                        if let Some(when) =
                            when::of_name(text(columns.label)).filter(|_| said.period.is_empty())
                        {
                            said.period = when::text(when, above.year);
                        }
                    }
                    None if said.period.is_empty() => {
                        super::super::push_unplaced(row, reading);
                        return None;
                    }
                    None => {}
                }
            }
        }
    }
    take_area(columns, names, above, &mut said);
    take_kinds(columns, names, row, &mut said);
    Some(said)
}

/// The period of a row's own cell; that above where it is blank, as in merged cells.
fn take_period(columns: &Columns, row: &Row, above: &mut Above, said: &mut Said<'_>) {
    let Some(index) = columns.period else { return };
    let text = row.cells.get(index).map_or("", String::as_str);
    if text.is_empty() {
        if columns.down == Down::Measures || columns.area.is_some() {
            said.period.clone_from(&above.period);
        }
        return;
    }
    said.period = match (Period::parse(text), when::serial_month(text)) {
        (Ok(_), _) => text.to_owned(),
        (Err(_), Some(period)) => period.to_string(),
        (Err(_), None) => match when::one(&when::mentions(text)) {
            Some(When::Whole(period)) => period.to_string(),
            // "Apr" below the title "Visits 2024/25".
            Some(part @ (When::Month(_) | When::Quarter(_)))
                if columns.down == Down::Periods && matches!(above.year, Some(When::Whole(_))) =>
            {
                above.year.map_or_else(String::new, |year| when::text(part, Some(year)))
            }
            _ if columns.down == Down::Periods => String::new(),
            _ => text.to_owned(),
        },
    };
    above.period.clone_from(&said.period);
}

/// The name of a row, and what it says besides the measure: a side, an area, a period.
fn take_label(
    block: &Block<'_>,
    columns: &Columns,
    names: &mut Names,
    row: &Row,
    above: &Above,
    said: &mut Said<'_>,
) {
    let text = row.cells.get(columns.label).map_or("", String::as_str).trim();
    // The label column itself may name the counts.
    if columns.part == Some(columns.label) && said.part.is_some() || text.is_empty() {
        said.label.clone_from(&above.measure);
        return;
    }
    text.clone_into(&mut said.label);
    // "Number of children" under "Children in care".
    if title::counts_all(text)
        && let Some(heading) = block.sections[said.section].heading()
        && let Match::Exact(of) = names.of(&heading.text, "")
        && of.kind == indicator::Kind::Count
    {
        heading.text.clone_into(&mut said.label);
        return;
    }
    if title::is_total(text) {
        said.is_total = true;
        return;
    }
    if let Some(name) = title::measure_above(block, said.section, text, &said.context, names) {
        said.label = name;
        return;
    }
    let of_text = names.text(text);
    if !names.is_settled(text, &said.context)
        && let Some(side) = of_text.side()
    {
        said.side = side;
        said.label.clone_from(&above.measure);
        return;
    }
    let of_heading = || inside::under_target(text).filter(|_| columns.names_have_targets());
    let beside = of_text.beside();
    if let Some((name, side, number)) =
        beside.or_else(|| of_heading().map(|(name, number)| (name, Side::Target, number)))
    {
        said.label = name;
        said.stated = Some((side, number));
    } else if let Some((side, name)) = of_text.within() {
        said.side = side;
        said.label = name;
    }
    take_time_of_name(columns, names, above.year, said);
}

/// The time that the name of a row says: its period, or the part of the year of its column. One that fits no column leaves
/// open what the row is about.
fn take_time_of_name(columns: &Columns, names: &mut Names, year: Option<When>, said: &mut Said<'_>) {
    let Some(when) = names.text(&said.label).time() else { return };
    let of_columns: Vec<Period> = columns.figures().filter_map(|(_, meaning)| meaning.period).collect();
    let are_years = of_columns.iter().all(|column| matches!(column, Period::Year(_)));
    match when {
        _ if of_columns.is_empty() => {
            if said.period.is_empty() {
                said.period = when::text(when, year);
            }
        }
        When::Quarter(_) | When::Month(_) if are_years => said.part_of_year = Some(when),
        When::Quarter(_) | When::Month(_) | When::QuarterOf(..) => {}
        When::Whole(_) | When::Number(_) => {
            let period = when::complete(when, when);
            said.is_doubtful |=
                of_columns.iter().all(|column| Some(column.year()) != period.map(Period::year));
        }
    }
}

/// The area of a row: a comparator, another area, or the council itself.
fn take_area(columns: &Columns, names: &mut Names, above: &mut Above, said: &mut Said<'_>) {
    if columns.area.is_none() {
        return;
    }
    if said.area.is_empty() && columns.down == Down::Measures {
        said.area.clone_from(&above.area);
    }
    above.area.clone_from(&said.area);
    if let Some((side, group)) = names.text(&said.area).group() {
        said.side = side;
        said.area.clear();
        said.group = group;
        return;
    }
    match names.text(&said.area).side() {
        Some(Side::Area(_)) | None => {}
        Some(Side::Own) => said.area.clear(),
        Some(side) => {
            said.side = side;
            said.area.clear();
        }
    }
}

/// Whose figures a row's other cells of words say it holds, and whether they say that not all children are meant.
fn take_kinds(columns: &Columns, names: &mut Names, row: &Row, said: &mut Said<'_>) {
    for index in &columns.kinds {
        let text = names.text(row.cells.get(*index).map_or("", String::as_str));
        match text.side() {
            Some(Side::Area(area)) if area.level == Level::Council => {
                if said.area.is_empty() {
                    area.name.clone_into(&mut said.area);
                }
            }
            Some(Side::Own) | None => said.is_doubtful |= text.is_part(),
            Some(side) => said.side = side,
        }
    }
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
            || said.period.clone(),
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
