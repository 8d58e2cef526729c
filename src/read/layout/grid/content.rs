//! What columns hold by their cells, where their headings do not say it, or say something else.

use crate::indicator::Kind;
use crate::period::Period;
use crate::read::cell::{self, Cell};
use crate::read::header;
use crate::read::inside;
use crate::read::layout::base;
use crate::read::meaning::{self, Holds, Meaning};
use crate::read::odd::odd;
use crate::read::row::Row;
use crate::read::side::{self, Side};
use crate::read::vocabulary;
use crate::read::when;

/// What the cells say where the heading does not, or says something else.
pub(super) fn by_content(all: &mut [Meaning], rows: &[&Row]) {
    let has_name = all.iter().filter(|each| each.holds == Holds::Name).count();
    let has_percent = all.iter().any(|each| each.holds == Holds::Percent);
    for (index, meaning) in all.iter_mut().enumerate() {
        let texts =
            || rows.iter().filter_map(|row| row.cells.get(index)).filter(|text| !text.is_empty()).take(100);
        let (count, numbers) = texts()
            .fold((0, 0), |(count, numbers), text| (count + 1, numbers + usize::from(cell::is_data(text))));
        match meaning.holds {
            _ if count == 0 => {}
            // Without a heading, periods down the side, perhaps with a target or figures of others below.
            Holds::Unknown if index == 0 && meaning.heading.is_empty() && has_name == 0 => {
                let periods = texts().filter(|text| Period::parse(text).is_ok()).count();
                let are_whose = || texts().all(|text| is_period(text) || side::whole(text).is_some());
                if periods * 2 >= count && are_whose() {
                    meaning.holds = Holds::Period;
                }
            }
            // "Year ending 31 March" above years.
            holds
                if index == 0
                    && has_name == 0
                    && meaning.when.is_some()
                    && !crate::indicator::is_whole_name(&meaning.heading)
                    && (holds.is_figure() || holds == Holds::Unknown)
                    && texts().all(|text| Period::parse(text).is_ok()) =>
            {
                *meaning = Meaning::new(Holds::Period, &meaning.heading);
            }
            // Of two columns of names, one may say what sort of number its row holds.
            Holds::Name if has_name > 1 && texts().all(|text| sort_of(text).is_some()) => {
                meaning.holds = Holds::Unit;
            }
            Holds::Name if has_name > 1 && texts().all(|text| vocabulary::is_reference(text)) => {
                meaning.holds = Holds::Ignored;
            }
            // A title in the corner, above names.
            holds
                if index == 0
                    && has_name == 0
                    && numbers * 2 < count
                    && (holds.is_figure()
                        || matches!(holds, Holds::Target | Holds::Change | Holds::Judgement)) =>
            {
                *meaning = Meaning { holds: Holds::Unknown, when: None, side: Side::Own, ..meaning.clone() };
            }
            // "Year" above names, with the years beside it.
            Holds::Period if texts().filter(|text| is_period(text)).count() * 2 <= count => {
                meaning.holds = if has_name == 0 { Holds::Name } else { Holds::Unknown };
            }
            // "Value" above words says which direction is good.
            Holds::Value
                if numbers == 0
                    && meaning.when.is_none()
                    && !texts().any(|text| inside::of_others(text).is_some())
                    && texts().all(|text| {
                        cell::is_words(text)
                            && inside::value(text).is_none()
                            && inside::of_year(text).1.is_none()
                            && odd(text).is_none()
                    }) =>
            {
                // "Beside England: higher" says nothing of which is good.
                meaning.holds = if meaning.side == Side::Own { Holds::Judgement } else { Holds::Ignored };
            }
            // "Cohort" above words says whose figures its row holds.
            Holds::Denominator | Holds::Total if texts().all(|text| cell::is_words(text)) => {
                meaning.holds = Holds::Section;
            }
            // "No." beside percentages, below no other heading of counts.
            Holds::Ignored
                if has_percent
                    && index > 0
                    && numbers == count
                    && vocabulary::words(&meaning.heading) == ["no"] =>
            {
                meaning.holds = Holds::Numerator;
            }
            // A column of row numbers.
            Holds::Numerator
                if index == 0 && has_name > 0 && meaning.heading.to_lowercase().starts_with("no") =>
            {
                meaning.holds = Holds::Ignored;
            }
            _ => {}
        }
    }
}

/// Where the columns are of parts of the council that are not known, that of all of them holds the council's values: "North | South |
/// County total".
pub(super) fn total_of_parts(all: &mut [Meaning]) {
    let is_part = |meaning: &&Meaning| meaning.is_unknown() && !meaning.words.is_empty();
    let is_all =
        |meaning: &Meaning| vocabulary::names_all_parts(&meaning.heading) && meaning.side == Side::Own;
    let figures = |meaning: &&Meaning| meaning.holds.is_figure();
    let mut totals = (0..all.len()).filter(|index| is_all(&all[*index]));
    if let (Some(only), None) = (totals.next(), totals.next())
        && all.iter().skip(1).filter(is_part).count() > 1
        && all.iter().filter(figures).all(is_all)
    {
        all[only] = Meaning::new(Holds::Value, &all[only].heading);
    }
}

/// The sort of number a text names.
pub(super) fn sort_of(text: &str) -> Option<Holds> {
    let meaning = meaning::describe(text);
    let is_sort = match meaning.holds {
        Holds::Percent | Holds::Numerator => meaning.words.is_empty(),
        Holds::Rate => true,
        _ => false,
    };
    is_sort.then_some(meaning.holds)
}

fn is_period(text: &str) -> bool {
    Period::parse(text).is_ok()
        || when::serial_month(text).is_some()
        || header::broken_period(text).is_some()
        || when::one(&when::mentions(text)).is_some()
}

/// A variance beside a target is the difference to it, not a change between periods.
pub(super) fn differences_to_targets(all: &mut [Meaning]) {
    const DIFFERENCES: [&str; 8] = ["variance", "var", "difference", "diff", "%", "target", "from", "to"];
    let has_target = all.iter().any(|each| each.holds == Holds::Target && each.side == Side::Own);
    let is_difference =
        |heading: &str| vocabulary::words(heading).iter().all(|word| DIFFERENCES.contains(&word.as_str()));
    for meaning in all.iter_mut().filter(|each| has_target && each.holds == Holds::Change) {
        if meaning.when.is_none() && is_difference(&meaning.heading) {
            meaning.holds = Holds::Ignored;
        }
    }
}

/// A bare "%" behind a column of whole numbers of a time is of that time: "31 March 2024 | % | 30 September 2024 | %".
pub(super) fn percentages_beside_counts(all: &mut [Meaning], rows: &[&Row]) {
    let are_whole = |index: usize| {
        let mut texts =
            rows.iter().filter_map(|row| row.cells.get(index)).filter(|text| !text.is_empty()).peekable();
        texts.peek().is_some() && texts.all(|text| cell::whole(text).is_some() || !cell::is_data(text))
    };
    let is_bare = |meaning: &Meaning| {
        meaning.holds == Holds::Percent
            && meaning.when.is_none()
            && meaning.words.is_empty()
            && meaning.side == Side::Own
    };
    let is_dated = |meaning: &Meaning| {
        matches!(meaning.holds, Holds::Value | Holds::Numerator)
            && meaning.when.is_some()
            && meaning.words.is_empty()
            && meaning.side == Side::Own
    };
    let pairs: Vec<usize> = (1..all.len())
        .filter(|index| is_bare(&all[*index]) && is_dated(&all[index - 1]) && are_whole(index - 1))
        .collect();
    if pairs.len() != all.iter().filter(|each| is_bare(each)).count() {
        return;
    }
    for index in pairs {
        all[index - 1].holds = Holds::Numerator;
        all[index].when = all[index - 1].when;
        all[index].heading = format!("{} {}", all[index - 1].heading, all[index].heading);
    }
}

/// Columns that nothing is known of but that their whole numbers give the percentages of the table, row by row: "Eligible | Completed
/// | %".
pub(super) fn counts_by_percentages(all: &mut [Meaning], rows: &[&Row]) {
    let only = |holds| {
        let mut found =
            (0..all.len()).filter(|index| all[*index].holds == holds && all[*index].side == Side::Own);
        found.next().filter(|_| found.next().is_none())
    };
    let Some(percentages) = only(Holds::Percent) else { return };
    let text = |row: &Row, index: usize| row.cells.get(index).cloned().unwrap_or_default();
    let gives = |numerators: usize, denominators: usize| {
        let counted: Vec<bool> = rows
            .iter()
            .filter_map(|row| {
                let of = (cell::whole(&text(row, numerators))?, text(row, denominators));
                let (Cell::Percent(percent) | Cell::Number(percent)) = cell::parse(&text(row, percentages))
                else {
                    return None;
                };
                cell::whole(&of.1)?;
                Some(base::is_percentage_of(of.0, &of.1, percent, Kind::Share))
            })
            .collect();
        counted.len() > 1 && counted.iter().all(|fits| *fits)
    };
    let open: Vec<usize> = (0..all.len())
        .filter(|index| {
            all[*index].is_unknown() && all[*index].when.is_none() && all[*index].side == Side::Own
        })
        .collect();
    let pairs = |known: Option<usize>| known.map_or_else(|| open.clone(), |index| vec![index]);
    let (numerators, denominators) = (only(Holds::Numerator), only(Holds::Denominator));
    let mut fitting = Vec::new();
    for of in pairs(denominators) {
        for count in pairs(numerators) {
            if count != of && gives(count, of) {
                fitting.push((count, of));
            }
        }
    }
    if let [(count, of)] = fitting[..] {
        for (index, holds) in [(count, Holds::Numerator), (of, Holds::Denominator)] {
            all[index].holds = holds;
            all[index].words.clear();
        }
        // "% on time" of these counts is of the measure that they are of.
        all[percentages].words.clear();
    }
}

/// Of several periods, the one whose percentages the undated numerators and denominators give in every row is theirs.
pub(super) fn counts_of_one_period(all: &mut [Meaning], rows: &[&Row]) {
    let undated = |holds| {
        all.iter().position(|each| each.holds == holds && each.period.is_none() && each.side == Side::Own)
    };
    let Some((numerators, denominators)) = undated(Holds::Numerator).zip(undated(Holds::Denominator)) else {
        return;
    };
    let text = |row: &Row, index: usize| row.cells.get(index).cloned().unwrap_or_default();
    let counts = |row: &&&Row| {
        cell::whole(&text(row, numerators)).is_some() && cell::whole(&text(row, denominators)).is_some()
    };
    let counted: Vec<&&Row> = rows.iter().filter(counts).collect();
    let gives = |index: usize| {
        let fits = |row: &&&Row| {
            let (Cell::Percent(percent) | Cell::Number(percent)) = cell::parse(&text(row, index)) else {
                return false;
            };
            cell::whole(&text(row, numerators)).is_some_and(|numerator| {
                base::is_percentage_of(numerator, &text(row, denominators), percent, Kind::Share)
            })
        };
        !counted.is_empty() && counted.iter().all(fits)
    };
    let mut fitting = (0..all.len()).filter(|index| all[*index].period.is_some() && gives(*index));
    if let (Some(only), None) = (fitting.next(), fitting.next()) {
        let period = all[only].period;
        (all[numerators].period, all[denominators].period) = (period, period);
    }
}
