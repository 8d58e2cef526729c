//! Rows about another service of the council: child protection, early help, youth justice.

use crate::figure::Place;
use crate::read::Reading;
use crate::read::block::Block;
use crate::read::problem::{Problem, TableProblem};
use crate::read::side;
use crate::read::vocabulary::{self, Service};

use super::names::Names;

/// Whose business each section of a block is, and the heading that says so.
pub(super) fn of_sections(block: &Block<'_>) -> Vec<Option<(Service, String)>> {
    let mut holding: Option<(Service, String)> = None;
    (0..block.sections.len())
        .map(|section| {
            let own = block.sections[section].headings.iter().rev();
            let own = own
                .filter(|heading| !side::is_source(&heading.text))
                .find_map(|heading| named(&heading.text));
            // A theme within a service does not end it.
            if own.is_some() {
                holding = own;
            } else if section == 0 {
                let corner =
                    block.headers.first().and_then(|row| crate::read::block::corner(row)).and_then(named);
                let titles = block.titles.iter().rev().filter(|title| !side::is_source(&title.text));
                holding = corner.or_else(|| titles.into_iter().find_map(|title| named(&title.text)));
            }
            holding.clone()
        })
        .collect()
}

fn named(text: &str) -> Option<(Service, String)> {
    vocabulary::service(text).map(|service| (service, text.to_owned()))
}

/// The name of another service that a row belongs to, by what its cells, its heading and its own name say.
pub(super) fn of_row<'a>(
    label: &str,
    cells: impl Iterator<Item = &'a str>,
    holding: Option<&(Service, String)>,
    names: &mut Names,
) -> Option<String> {
    let of_label = names.text(label).service();
    let names_own = of_label == Some(Service::Own);
    for text in cells {
        match names.text(text).service() {
            Some(Service::Own) => return None,
            Some(Service::Other) if !names_own => return Some(text.to_owned()),
            _ => {}
        }
    }
    match holding {
        Some((Service::Other, text)) if !names_own => Some(text.clone()),
        _ if of_label == Some(Service::Other) && !names.is_settled(label, "") => Some(label.to_owned()),
        _ => None,
    }
}

/// Whether a row of another service stands right above, without a heading that says whose the next rows are.
#[derive(Default)]
pub(super) struct Beside {
    is_other: bool,
}

impl Beside {
    /// A row was left out by its own name.
    pub(super) fn follows_other(&mut self, label: &str) {
        self.is_other = vocabulary::service(label) == Some(Service::Other);
    }

    /// Whether a row may go on about that service: children of each have visits and reviews.
    pub(super) fn leaves_open(&mut self, label: &str, holding: Option<&(Service, String)>) -> bool {
        const OF_ALL: [&str; 6] = ["review", "reviews", "visit", "visits", "visited", "seen"];
        if !self.is_other {
            return false;
        }
        if vocabulary::service(label) == Some(Service::Own) || holding.is_some() {
            self.is_other = false;
        }
        let words = vocabulary::words(label);
        self.is_other
            && words.iter().any(|word| OF_ALL.contains(&word.as_str()))
            && !words.iter().any(|word| word == "health" || word == "pathway")
    }
}

/// Says once for each service which rows are about it.
pub(super) fn note(rows: Vec<(usize, String)>, reading: &mut Reading) {
    let mut services: Vec<(String, Vec<usize>)> = Vec::new();
    for (line, service) in rows {
        match services.iter_mut().find(|(known, _)| *known == service) {
            Some((_, rows)) => rows.push(line),
            None => services.push((service, vec![line])),
        }
    }
    for (service, rows) in services {
        let place = Place { row: rows[0], ..Place::default() };
        reading.problems.push(Problem::new(place, &service, TableProblem::OtherService(rows)));
    }
}
