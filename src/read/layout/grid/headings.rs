//! What the headings of columns say together, in the rows they stand in.

use crate::indicator::{self, Match};
use crate::read::block::Block;
use crate::read::meaning::{self, Holds, Meaning};
use crate::read::row::Row;
use crate::read::side::{self, Side};
use crate::read::vocabulary::{self, Service};
use crate::read::when::{self, When};

use super::down::holds_periods;

/// What each column holds, by all its headings: those of merged cells hold for the columns to their right.
pub(super) fn meanings(block: &Block<'_>) -> Vec<Meaning> {
    let header_width = block.headers.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    if let (Some(chosen), Some(row)) = (&block.chosen, block.headers.first()) {
        let heading = |index: usize| row.cells.get(index).map_or("", String::as_str);
        return chosen
            .columns
            .iter()
            .enumerate()
            .map(|(index, column)| Meaning::chosen(*column, heading(index)))
            .collect();
    }
    let Some((last, upper)) = block.headers.split_last() else { return Vec::new() };
    let mut headings: Vec<String> = vec![String::new(); header_width];
    for (height, row) in upper.iter().enumerate() {
        let mut merged = "";
        for (index, heading) in headings.iter_mut().enumerate() {
            let text = row.cells.get(index).map_or("", String::as_str);
            let lower = block.headers[height + 1..]
                .iter()
                .any(|row| row.cells.get(index).is_some_and(|text| !text.is_empty()));
            if !text.is_empty() {
                if index > 0 && names_page(row, index) {
                    merged = "";
                    continue;
                }
                let holds = meaning::describe(text).holds;
                let is_label = matches!(holds, Holds::Name | Holds::Section | Holds::Unit | Holds::Comment);
                merged = if is_label || index == 0 { "" } else { text };
                join(heading, text);
            } else if lower {
                join(heading, merged);
            } else {
                merged = "";
            }
        }
    }
    for (index, heading) in headings.iter_mut().enumerate() {
        join(heading, last.cells.get(index).map_or("", String::as_str));
    }
    headings.iter().map(|heading| meaning::describe(heading)).collect()
}

/// Whether a merged cell above the headings only says what the table is about: it alone has words that are of no measure, and
/// stands over several columns.
fn names_page(row: &Row, index: usize) -> bool {
    const FEWEST: usize = 3;
    let says_nothing = |text: &str| {
        let meaning = meaning::describe(text);
        meaning.is_unknown()
            && meaning.when.is_none()
            && meaning.side == Side::Own
            && !text.contains(|c: char| c.is_ascii_digit())
            && vocabulary::service(text) != Some(Service::Other)
            && side::of_title(text) == side::Title::Unsaid
            && indicator::match_name(text, "") == Match::Unknown
    };
    let below = row.cells[index + 1..].iter().take_while(|text| text.is_empty()).count();
    below + 1 >= FEWEST
        && says_nothing(&row.cells[index])
        && row.filled().filter(|(other, text)| *other > 0 && says_nothing(text)).count() == 1
}

/// A column headed by its time and "CLA" beside one of all pupils is of all children in care, as the page is.
pub(super) fn of_whom(all: &mut [Meaning]) {
    const WHOM: [&str; 12] =
        ["cla", "cic", "lac", "children", "looked", "after", "in", "care", "our", "the", "all", "cioc"];
    let names_whom = |text: &str| {
        let words = vocabulary::words(text);
        words.iter().all(|word| WHOM.contains(&word.as_str())) && words.iter().any(|word| word != "all")
    };
    for meaning in all.iter_mut().filter(|each| each.when.is_some() && each.holds.is_figure()) {
        if meaning.side == Side::Own && !meaning.words.is_empty() && names_whom(&meaning.words) {
            meaning.words.clear();
        }
    }
}

fn without_time(heading: &str) -> String {
    when::without(heading, &when::mentions(heading)).trim().to_owned()
}

fn join(heading: &mut String, text: &str) {
    if text.is_empty() || heading == text {
        return;
    }
    // "2023" over "3 or more placements" is no third month.
    if heading.ends_with(|c: char| c.is_ascii_digit()) && text.starts_with(|c: char| c.is_ascii_digit()) {
        *heading = format!("{text} {heading}");
        return;
    }
    if !heading.is_empty() {
        heading.push(' ');
    }
    heading.push_str(text);
}

/// Beside a column of times or areas, a heading that is the whole name of a measure is that, whatever its words say elsewhere:
/// "SW turnover" is of no region, "Progress 8" tells no change. "Reading" beside "Writing" is no town.
pub(super) fn names_across(all: &mut [Meaning], rows: &[&Row]) {
    let subject = |each: &Meaning| Some(without_time(&each.heading)).filter(|rest| meaning::is_subject(rest));
    if all.iter().filter(|each| subject(each).is_some()).count() > 1 {
        for each in all.iter_mut() {
            if let Some(words) = subject(each) {
                let heading = std::mem::take(&mut each.heading);
                *each = Meaning { words, when: each.when, ..Meaning::new(Holds::Unknown, &heading) };
            }
        }
    }
    let leads = |meaning: &Meaning| matches!(meaning.holds, Holds::Period | Holds::Area);
    if !all.first().is_some_and(leads) && !holds_periods(rows, 0) {
        return;
    }
    for meaning in all.iter_mut().skip(1) {
        // Beside years, "Looked after at 31 March" is of the day in each of them.
        let is_of_day = matches!(meaning.when, Some(When::Month(_))) && !meaning.words.is_empty();
        if is_of_day && meaning.side == Side::Own && holds_periods(rows, 0) {
            let heading = std::mem::take(&mut meaning.heading);
            *meaning = Meaning { words: heading.clone(), ..Meaning::new(Holds::Value, &heading) };
            continue;
        }
        let is_figure = meaning.holds.is_figure() && meaning.side == Side::Own && meaning.when.is_none();
        if !is_figure && indicator::is_whole_name(&meaning.heading) {
            let heading = std::mem::take(&mut meaning.heading);
            *meaning = Meaning { words: heading.clone(), ..Meaning::new(Holds::Value, &heading) };
        }
    }
}
