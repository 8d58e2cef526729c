//! Breaks in a series, as the council noted them, and the measures they are of.

use crate::compare::{Begins, OverTime, OwnBreak};
use crate::indicator::{self, Measure};
use crate::period::Period;

use super::text::listed;

/// What changed in January 2020 in the example of 2019/20.
pub const BREAK_OF_EXAMPLE: &str = "New case management system, and visits are reported in another way";

/// The breaks that the council noted, each with its measures: `Children in care: Break before January 2020: new system.`
pub fn breaks(over_time: &OverTime) -> Vec<String> {
    let mut found: Vec<(String, Vec<&Measure>)> = Vec::new();
    for row in &over_time.rows {
        for stretch in &row.stretches {
            let (Begins::AfterBreak(note), Some((first, _))) = (&stretch.begins, stretch.ends()) else {
                continue;
            };
            let text = break_text(first, note);
            match found.iter_mut().find(|(known, _)| *known == text) {
                Some((_, measures)) => measures.push(&row.measure),
                None => found.push((text, vec![&row.measure])),
            }
        }
    }
    found
        .into_iter()
        .map(|(text, measures)| format!("{}: {}.", named(&measures), text.trim_end_matches('.')))
        .collect()
}

/// Returns the breaks that the council noted of measures without figures here, each once, or `None` if there are none: `Noted for Statutory
/// visits in timescale, which has no figures here: Break before January 2020: new system.`
pub fn breaks_without_figures(over_time: &OverTime, breaks: &[OwnBreak]) -> Option<String> {
    let has_row = |id: &str| over_time.rows.iter().any(|row| row.measure.id == id);
    let mut found: Vec<(String, Vec<&str>)> = Vec::new();
    for own in breaks {
        let of = own.measure.as_deref().filter(|id| !has_row(id));
        let Some(indicator) = of.and_then(indicator::by_id) else {
            continue;
        };
        let text = break_text(own.from, &own.note);
        match found.iter_mut().find(|(known, _)| *known == text) {
            Some((_, titles)) => titles.push(&indicator.title),
            None => found.push((text, vec![&*indicator.title])),
        }
    }
    let each = found.iter().map(|(text, titles)| {
        let titles: Vec<String> = titles.iter().map(|title| (*title).to_owned()).collect();
        let have = if titles.len() == 1 { "has" } else { "have" };
        format!(
            "Noted for {}, which {have} no figures here: {}.",
            listed(&titles),
            text.trim_end_matches('.')
        )
    });
    let all = each.collect::<Vec<_>>().join(" ");
    (!all.is_empty()).then_some(all)
}

/// A break in a series, with what the council says of it: `Break before January 2020: new case system`.
pub fn break_text(from: Period, note: &str) -> String {
    if note.is_empty() { format!("Break before {from}") } else { format!("Break before {from}: {note}") }
}

/// Measures by their names, or how many they are.
pub fn named(measures: &[&Measure]) -> String {
    match measures {
        [] | [_] | [_, _] | [_, _, _] => {
            measures.iter().map(|measure| &*measure.title).collect::<Vec<_>>().join(", ")
        }
        more => format!("{} measures", more.len()),
    }
}
