//! Rows that give the numerator, the denominator and the percentage of one measure under names of their own: "Visits on time
//! (numerator)", "Number of assessments due" over "% of assessments on time".

use std::collections::{HashMap, HashSet};

use crate::indicator::{Kind, Match};
use crate::read::block::Block;
use crate::read::cell::{self, Cell};
use crate::read::row::Row;
use crate::read::vocabulary;

use super::base;
use super::names::Names;
use super::parts::Part;

/// Which row is which part of which measure, by its line.
#[derive(Default)]
pub(super) struct Pieces(HashMap<usize, (Part, String)>);

impl Pieces {
    /// By the names in a column and the numbers in others.
    pub(super) fn of(block: &Block<'_>, label: usize, figures: &[usize], names: &mut Names) -> Self {
        let mut pieces = Self::default();
        pieces.say_so(block, label);
        for section in &block.sections {
            for [first, second, third] in section.rows.array_windows() {
                pieces.add_up([first, second], third, label, figures, names);
                pieces.add_up([second, third], first, label, figures, names);
            }
        }
        pieces
    }

    /// What a row gives of which measure.
    pub(super) fn of_row(&self, row: &Row) -> Option<(Part, &str)> {
        self.0.get(&row.line).map(|(part, name)| (*part, name.as_str()))
    }

    /// Rows whose names end so: "Visits on time: numerator". The percentage bears the same name.
    fn say_so(&mut self, block: &Block<'_>, label: usize) {
        let rows = || block.rows().map(|(_, row)| row);
        let of_counts: HashSet<String> = rows()
            .filter_map(|row| parted(row.cells.get(label)?))
            .filter(|(part, _)| *part != Part::Value)
            .map(|(_, name)| name.to_lowercase())
            .collect();
        for row in rows().filter(|_| !of_counts.is_empty()) {
            let text = row.cells.get(label).map_or("", String::as_str);
            let (part, name) = parted(text).unwrap_or((Part::Value, text));
            if of_counts.contains(&name.to_lowercase()) {
                self.0.insert(row.line, (part, name.to_owned()));
            }
        }
    }

    /// Rows of two counts that give the percentages of a third in every column.
    fn add_up(&mut self, counts: [&Row; 2], of: &Row, label: usize, figures: &[usize], names: &mut Names) {
        let text = |row: &Row, index: usize| row.cells.get(index).cloned().unwrap_or_default();
        let name = text(of, label);
        if counts.iter().chain([&of]).any(|row| self.0.contains_key(&row.line))
            || !shares_words(&name, &counts.map(|row| text(row, label)))
            || !matches!(names.of(&name, ""), Match::Exact(of) | Match::Close(of) if of.kind == Kind::Share)
            || counts
                .iter()
                .any(|row| matches!(names.of(&text(row, label), ""), Match::Exact(_) | Match::Close(_)))
        {
            return;
        }
        let gives = |numerators: &Row, denominators: &Row| {
            let filled = || figures.iter().filter(|index| !text(of, **index).is_empty());
            let fits = |index: &usize| {
                let (Cell::Percent(percent) | Cell::Number(percent)) = cell::parse(&text(of, *index)) else {
                    return false;
                };
                cell::whole(&text(numerators, *index)).is_some_and(|count| {
                    base::is_percentage_of(count, &text(denominators, *index), percent, Kind::Share)
                })
            };
            filled().next().is_some() && filled().all(fits)
        };
        let [first, second] = counts;
        let (numerators, denominators) = if gives(first, second) {
            (first, second)
        } else if gives(second, first) {
            (second, first)
        } else {
            return;
        };
        for (row, part) in
            [(numerators, Part::Numerator), (denominators, Part::Denominator), (of, Part::Value)]
        {
            self.0.insert(row.line, (part, name.clone()));
        }
    }
}

/// The part that the end of a name says, and the name without it.
fn parted(name: &str) -> Option<(Part, &str)> {
    let name = name.trim_end_matches([')', ' ']);
    let (before, last) = name.rsplit_once([' ', '('])?;
    let part = match last.to_lowercase().as_str() {
        "numerator" | "num" => Part::Numerator,
        "denominator" | "denom" | "den" => Part::Denominator,
        "%" | "percentage" | "percent" => Part::Value,
        _ => return None,
    };
    let before = before.trim_end_matches([' ', '(', ':', '-', '\u{2013}', ',']);
    (!before.is_empty()).then_some((part, before))
}

/// Whether names have a longer word of another in common.
fn shares_words(of: &str, names: &[String; 2]) -> bool {
    const LONG: usize = 5;
    let own = vocabulary::words(of);
    names
        .iter()
        .all(|name| vocabulary::words(name).iter().any(|word| word.len() >= LONG && own.contains(word)))
}
