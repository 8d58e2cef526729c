//! What a row of a table says of the values in it: the measure, an area, a period, one of the counts.

use crate::area::Level;
use crate::period::Period;
use crate::read::Reading;
use crate::read::block::{self, Block, ends_with_numbers};
use crate::read::inside;
use crate::read::meaning::Holds;
use crate::read::row::Row;
use crate::read::side::{self, Side};
use crate::read::vocabulary;
use crate::read::when::{self, When};

use super::columns::Columns;
use super::content;
use super::down::Down;
use crate::read::layout::names::Names;
use crate::read::layout::parts::{self, Part};
use crate::read::layout::title;

/// What the rows above say of the row that is read.
#[derive(Default)]
pub(super) struct Above {
    /// The one year that the titles say.
    pub year: Option<When>,
    /// The measure that the headings name, once it was looked for.
    pub title: Option<String>,
    /// The measure that rows of its counts, of others and of targets belong to.
    pub measure: String,
    /// The cells of themes and services, which hold for the rows below.
    pub groups: Vec<String>,
    /// The last area and period, where their cells are merged.
    pub area: String,
    pub period: String,
}

/// What a row says of its values.
pub(super) struct Said<'a> {
    pub row: &'a Row,
    pub section: usize,
    pub label: String,
    pub context: String,
    pub area: String,
    pub period: String,
    pub period_column: usize,
    pub side: Side,
    pub part: Option<Part>,
    pub unit: Option<Holds>,
    pub is_doubtful: bool,
    pub is_total: bool,
    /// The part of its columns' years that its name says.
    pub part_of_year: Option<When>,
    /// A target or a figure of others in its name.
    pub stated: Option<(Side, String)>,
    /// The children that its area's name says besides.
    pub group: String,
}

#[expect(clippy::too_many_arguments, reason = "everything that says what a row is")]
pub(super) fn row_says<'a>(
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
            crate::read::layout::push_unplaced(row, reading);
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
        Down::Measures => {
            take_label(block, columns, names, row, above, &mut said);
            if said.part.is_some() {
                take_count_and_rate(block, columns, names, above, &mut said);
            }
        }
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
                        crate::read::layout::push_unplaced(row, reading);
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
            // "Apr" beside columns of "2022/23" and "2023/24".
            Some(part @ (When::Month(_) | When::Quarter(_)))
                if columns.down == Down::Periods && columns.are_of_years() =>
            {
                said.part_of_year = Some(part);
                text.to_owned()
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
    let heading = block.sections[said.section].heading().map(|heading| heading.text.as_str());
    let group = above.groups.iter().rev().map(String::as_str).find(|group| !group.is_empty());
    // "Number of children" under "Children in care".
    let corner = block.headers.first().and_then(|row| block::corner(row));
    let over = || group.into_iter().chain(heading).chain(corner);
    if title::counts_all(text)
        && let Some(counted) = over().find(|over| names.counts(over))
    {
        counted.clone_into(&mut said.label);
        return;
    }
    let of = std::iter::once(above.measure.as_str()).chain(over());
    if title::is_bare_rate(text)
        && let Some(rate) = names.rate(of, text, &said.context)
    {
        said.label = rate;
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

/// "Number" and "Rate" below the name of a number of children are that number and its rate, and no parts of a percentage.
fn take_count_and_rate(
    block: &Block<'_>,
    columns: &Columns,
    names: &mut Names,
    above: &mut Above,
    said: &mut Said<'_>,
) {
    if said.label.is_empty() {
        said.label =
            above.title.get_or_insert_with(|| title::measure(block, said.section, names, "")).clone();
    }
    if !names.counts(&said.label) {
        return;
    }
    let part = columns.part.and_then(|index| said.row.cells.get(index)).map_or("", String::as_str);
    match (said.part, names.rate([said.label.as_str()], "", "")) {
        (Some(Part::Numerator), _) => said.part = None,
        (Some(Part::Value), Some(rate)) if title::is_bare_rate(part) => {
            said.part = None;
            said.label = rate;
        }
        _ => {}
    }
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
