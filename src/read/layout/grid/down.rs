//! What runs down the side of a table, by its cells.

use crate::period::Period;
use crate::read::layout::names::Names;
use crate::read::layout::title;
use crate::read::meaning;
use crate::read::row::Row;
use crate::read::side::{self, Side};
use crate::read::vocabulary;

/// What runs down the side of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read::layout) enum Down {
    /// Measures.
    Measures,
    /// Periods, with the measures across or in the title.
    Periods,
    /// Areas, likewise.
    Areas,
    /// Age groups, with the measures across.
    Ages,
    /// Teams or other parts of the council, with the measures across or in the title.
    Teams,
}

/// Whether a column of names holds teams or other parts of the council, by its heading, and few of its cells name a measure.
pub(super) fn holds_teams(
    heading: &str,
    rows: &[&Row],
    index: usize,
    context: &str,
    names: &mut Names,
) -> bool {
    // Districts may be councils themselves, as teams and localities are not.
    let are_councils =
        heading.to_lowercase().contains("district") && holds_sides(rows, index, context, names);
    if !vocabulary::names_teams(heading) || are_councils {
        return false;
    }
    let texts = rows.iter().filter_map(|row| row.cells.get(index));
    let (mut others, mut measures) = (0, 0);
    for text in texts.filter(|text| !text.is_empty() && !is_of_all(text)) {
        // "Children with disabilities" may be a team, too.
        if names.is_settled(text, context) { measures += 1 } else { others += 1 }
    }
    others > measures
}

/// Whether a name says that its row is of all teams: "Total", "Total children in care", "All teams".
pub(super) fn is_of_all(name: &str) -> bool {
    title::is_total(name)
        || vocabulary::names_all_parts(name)
        || vocabulary::words(name).first().is_some_and(|first| {
            matches!(first.as_str(), "total" | "overall" | "all" | "countywide" | "council")
        })
}

/// Whether most cells of a column name areas or comparators, and none a measure.
pub(super) fn holds_sides(rows: &[&Row], index: usize, context: &str, names: &mut Names) -> bool {
    let texts: Vec<&str> = rows
        .iter()
        .filter_map(|row| row.cells.get(index))
        .map(String::as_str)
        .filter(|text| !text.is_empty())
        .take(200)
        .collect();
    let sides =
        texts.iter().filter(|text| matches!(side::whole(text), Some(side) if side != Side::Target)).count();
    sides > 0 && sides * 2 > texts.len() && texts.iter().all(|text| !names.is_settled(text, context))
}

/// Whether every name of a column says whose figures its row holds and of which children: "National - all pupils".
pub(super) fn holds_groups(rows: &[&Row], index: usize, names: &mut Names) -> bool {
    let mut texts = rows.iter().filter_map(|row| row.cells.get(index)).filter(|text| !text.is_empty());
    let mut is_any = false;
    texts.all(|text| {
        let is_group = names.text(text).group().is_some();
        is_any |= is_group;
        is_group || counts_cohort(text)
    }) && is_any
}

/// Whether a name says that its row gives of how many the others are: "Number in cohort", "Our cohort".
pub(super) fn counts_cohort(name: &str) -> bool {
    let words = vocabulary::words(name);
    let says = |wanted: &str| words.iter().any(|word| word == wanted);
    words.last().is_some_and(|last| last == "cohort")
        || ((says("number") || says("size")) && (says("cohort") || says("eligible")))
}

/// Whether every name of a column is an age group.
pub(super) fn holds_ages(rows: &[&Row], index: usize) -> bool {
    let mut texts =
        rows.iter().filter_map(|row| row.cells.get(index)).filter(|text| !text.is_empty()).peekable();
    texts.peek().is_some() && texts.all(|text| meaning::names_ages(text))
}

/// Whether most cells of a column are periods.
pub(super) fn holds_periods(rows: &[&Row], index: usize) -> bool {
    let texts: Vec<&str> = rows
        .iter()
        .filter_map(|row| row.cells.get(index))
        .map(String::as_str)
        .filter(|text| !text.is_empty())
        .collect();
    let periods = texts.iter().filter(|text| Period::parse(text).is_ok()).count();
    periods > 0 && periods * 2 > texts.len()
}
