//! Tables with a row for each team or other part of the council, where only the total of all is the council's figure.

use std::collections::HashSet;

use crate::figure::Place;
use crate::read::Reading;
use crate::read::block::{Block, Section};
use crate::read::layout::names::Names;
use crate::read::problem::{Problem, TableProblem};
use crate::read::row::Row;
use crate::read::side::Side;
use crate::read::vocabulary;

use super::columns::Columns;
use super::down::{Down, counts_cohort, is_of_all};

/// The rows of teams.
pub(super) struct Teams {
    /// The column that names teams, beside one of measures that each of them has.
    beside: Option<usize>,
    /// Its last name, which holds for blank cells below.
    above: String,
    rows: Vec<usize>,
    /// Whether each section is of a team.
    sections: Vec<bool>,
}

/// Which sections are those of teams, by their headings: "North team", "Locality 2", and others over rows that other sections have,
/// too. "Leaving care team" alone may be the one that a theme belongs to.
pub(in crate::read::layout) fn sections(block: &Block<'_>, label: usize) -> Vec<bool> {
    let names_team = |section: &Section<'_>| {
        section.heading().is_some_and(|heading| vocabulary::names_a_team(&heading.text))
    };
    let labels = |section: &Section<'_>| -> HashSet<String> {
        section.rows.iter().filter_map(|row| row.cells.get(label)).map(|text| text.to_lowercase()).collect()
    };
    let is_like = |one: &Section<'_>, other: &Section<'_>| {
        let own = labels(one);
        !std::ptr::eq(one, other) && own.intersection(&labels(other)).count() * 2 > own.len()
    };
    let is_of_place = |section: &Section<'_>| {
        let nearest = section.heading().or(block.titles.last());
        nearest.is_some_and(|heading| vocabulary::names_a_team_of_a_place(&heading.text))
    };
    let is_team = |section: &Section<'_>| {
        is_of_place(section)
            || names_team(section) && block.sections.iter().any(|other| is_like(section, other))
    };
    block.sections.iter().map(is_team).collect()
}

impl Teams {
    pub(super) fn of(block: &Block<'_>, columns: &Columns) -> Self {
        let text = |row: &Row, index: usize| row.cells.get(index).cloned().unwrap_or_default();
        let names: Vec<String> =
            block.rows().map(|(_, row)| text(row, columns.label)).filter(|name| !name.is_empty()).collect();
        // A team beside a measure that stands once is the one that leads on it.
        let repeats = names.iter().collect::<HashSet<_>>().len() < names.len();
        // A measure in merged cells stands once above all of its teams.
        let is_merged = |index: &usize| {
            block.rows().any(|(_, row)| text(row, columns.label).is_empty() && !text(row, *index).is_empty())
        };
        let is_of_teams = |index: &usize| {
            *index != columns.label
                && columns.all.get(*index).is_some_and(|meaning| vocabulary::names_teams(&meaning.heading))
        };
        let beside = (0..columns.all.len()).find(is_of_teams);
        let beside = beside.filter(|index| repeats || is_merged(index));
        Self { beside, above: String::new(), rows: Vec::new(), sections: sections(block, columns.label) }
    }

    /// Whether a row holds figures of a team, where only the total of all is the council's; it is kept in mind then.
    pub(super) fn take(&mut self, columns: &Columns, section: usize, row: &Row, names: &mut Names) -> bool {
        if self.sections[section] {
            self.rows.push(row.line);
            return true;
        }
        let column = self.beside.or((columns.down == Down::Teams).then_some(columns.label));
        let Some(column) = column else { return false };
        let mut name = row.cells.get(column).cloned().unwrap_or_default();
        if self.beside.is_some() {
            if name.is_empty() { name.clone_from(&self.above) } else { self.above.clone_from(&name) }
        }
        // A team may be called as a council is: a town within a county.
        let is_team = !name.is_empty() && !is_of_all(&name) && names.text(&name).side() != Some(Side::Own);
        if is_team {
            self.rows.push(row.line);
        }
        is_team
    }

    /// Says which rows are of teams.
    pub(super) fn note(self, columns: &Columns, reading: &mut Reading) {
        let column = self.beside.unwrap_or(columns.label);
        let heading = columns.all.get(column).map_or("", |meaning| meaning.heading.as_str());
        note(self.rows, heading, reading);
    }
}

/// Says which rows are of teams.
pub(in crate::read::layout) fn note(rows: Vec<usize>, heading: &str, reading: &mut Reading) {
    let Some(first) = rows.first() else { return };
    let place = Place { row: *first, ..Place::default() };
    reading.problems.push(Problem::new(place, heading, TableProblem::OfTeams(rows)));
}

/// Whether a row among those of areas only says of how many children they are; it is named as not read then.
pub(super) fn is_of_cohort(columns: &Columns, row: &Row, reading: &mut Reading) -> bool {
    let label = row.cells.get(columns.label).map_or("", String::as_str);
    let is_it = columns.down == Down::Areas && counts_cohort(label);
    if is_it {
        crate::read::layout::push_unplaced(row, reading);
    }
    is_it
}
