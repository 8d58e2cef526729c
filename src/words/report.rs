//! Headings, titles and notes of tables and of the committee report.

use std::borrow::Cow;

use crate::area::{self, Area};
use crate::compare::{Comparator, Comparison, Origin, RankScope, Row, Scorecard};
use crate::indicator::{Theme, ids};
use crate::period::Period;

use super::change::note_heading;
use super::comparator::name_in_sentence;
use super::figure::{value_text, when_of};
use super::text::{capital, listed, number_of};

/// The attribution the Open Government Licence asks for.
pub const ATTRIBUTION: &str =
    "Contains public sector information licensed under the Open Government Licence v3.0.";

/// Columns of the table of a scorecard before those of its comparators.
pub const BEFORE_COMPARATORS: [&str; 7] =
    ["Measure", "Period", "Figure", "Counts", "95% interval", "Change", "Trend"];

/// The column of targets.
pub const TARGET: &str = "Target";

/// The column of sentences.
pub const IN_WORDS: &str = "In words";

/// The first columns of a scorecard for a page.
pub const BRIEF_COLUMNS: [&str; 3] = ["Measure", "Figure", "Change"];

/// Columns of the tables of a committee report before those of its comparators.
pub const COMMITTEE_COLUMNS: [&str; 2] = ["Measure", "Figure"];

/// In place of a change across a break in the series.
pub const CHANGE_ACROSS_BREAK: &str = "not compared, because of a break in the series";

/// The column of verdicts compared with one comparator.
pub fn compared_with(comparator: &str) -> String {
    format!("Compared with {comparator}")
}

/// Returns the column of ranks that belongs to a comparator, or `None` if there is none.
pub fn rank_among(with: &Comparator) -> Option<String> {
    match with.kind.rank_scope {
        RankScope::None => None,
        RankScope::Councils => Some("Rank among councils".to_owned()),
        RankScope::Members => Some(format!("Rank among {}", with.name.in_sentence)),
    }
}

/// The column of what verdicts come to, where they are not all compared with one area.
pub const STATUS: &str = "Status";

/// A source, as a note.
pub fn source(citation: &str) -> String {
    format!("Source: {citation}.")
}

/// The council and the period, and that the figures are the official ones where they are.
pub fn title(council: Option<&Area>, period: Option<Period>, origin: Origin) -> String {
    let council = council.map_or("Scorecard", |council| council.name);
    let title = period.map_or_else(|| council.to_owned(), |period| format!("{council}, {period}"));
    match origin {
        Origin::Entered => title,
        Origin::Published => format!("{title}: official figures"),
    }
}

/// "This report covers 18 indicators for Cambridgeshire in 2022/23, compared with England and the East of England."
pub fn introduction(
    card: &Scorecard,
    council: Option<&Area>,
    period: Option<Period>,
    compared: &[&Comparison],
) -> String {
    let council = council.map_or("the council", |council| council.name);
    let period = period.map(|period| format!(" in {period}")).unwrap_or_default();
    let derived = card.derived();
    let count = match (card.rows.len() - derived, card.origin) {
        (given, Origin::Entered) => {
            let given = number_of(given, "measure", "measures");
            let rates = number_of(derived, "rate worked out from them", "rates worked out from them");
            if derived == 0 { given } else { format!("{given}, and {rates},") }
        }
        (1, Origin::Published) => "the newest official figure".to_owned(),
        (many, Origin::Published) => {
            let of_pupils = card.rows.iter().filter(|row| row.indicator.theme == Theme::AllPupils).count();
            let pupils =
                if of_pupils == 0 { String::new() } else { format!(" and {of_pupils} on all pupils") };
            format!(
                "the newest official figures ({} on children in care and care leavers{pupils})",
                many - of_pupils
            )
        }
    };
    let names: Vec<String> = compared.iter().map(|each| name_in_sentence(&each.with, None)).collect();
    let in_care = children_in_care(card).map(|text| format!(" {text}")).unwrap_or_default();
    format!("This report covers {count} for {council}{period}, compared with {}.{in_care}", listed(&names))
}

/// Returns how many children are in care, with the target where there is one: `655 children in care at the end of March 2025; the target is
/// 620.`, or `None` if that is not known.
pub fn children_in_care(card: &Scorecard) -> Option<String> {
    let row = card.rows.iter().find(|row| row.indicator.id == ids::CHILDREN_IN_CARE.id)?;
    let (shown, period) = (value_text(&row.indicator, row.shown?), row.period?);
    let target = row.target.as_ref();
    let target =
        target.map(|against| format!("; the target is {}", value_text(&row.indicator, against.target.value)));
    let when = when_of(&row.indicator, period, row.time);
    Some(format!("{shown} children in care {when}{}.", target.unwrap_or_default()))
}

/// In place of the definition of a measure of the council's own that has none.
const OWN_WITHOUT_DEFINITION: &str = "The council\u{2019}s own measure. No definition was given.";

/// What a row's indicator is, in short.
pub fn short_definition(row: &Row) -> String {
    match &*row.indicator.definition {
        "" if row.indicator.is_own() => OWN_WITHOUT_DEFINITION.to_owned(),
        definition => definition.to_owned(),
    }
}

/// The definition of a row's indicator, with its source unless that is the usual one, and the notes on its series.
pub fn definition(row: &Row, usual: Option<&str>) -> String {
    let indicator = &row.indicator;
    let mut parts = vec![short_definition(row)];
    if !indicator.numerator.is_empty() && !indicator.denominator.is_empty() {
        parts.push(format!("Numerator: {}. Denominator: {}.", indicator.numerator, indicator.denominator));
    }
    let source = source_of_definition(row).filter(|source| Some(*source) != usual);
    parts.extend(source.map(|source| format!("Source of the definition: {source}.")));
    parts.extend(
        indicator.notes.iter().map(|note| format!("{}: {}", note_heading(indicator, note), note.text)),
    );
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}

/// Returns where the definition of a row's indicator comes from, or `None` if nobody has laid it down: the report of one council is
/// no source for another.
pub fn source_of_definition(row: &Row) -> Option<&'static str> {
    let source = row.indicator.source;
    let is_of_a_council = area::all().iter().any(|area| source.starts_with(area.name));
    (!source.is_empty() && !is_of_a_council).then_some(source)
}

/// Before definitions, where most are from.
pub fn usual_source(source: &str) -> (Cow<'static, str>, String) {
    ("Source of the definitions".into(), format!("{source}, unless another is named."))
}

/// Before what several definitions have in common: those of which nothing more is said, and how many of which something is.
pub fn next(same: &[Cow<'static, str>], more: usize) -> String {
    let next = match more {
        1 => "the next measure".to_owned(),
        _ => format!("the next {more} measures"),
    };
    match (same.join("; "), more) {
        (titles, 0) => titles,
        (titles, _) if titles.is_empty() => capital(&next),
        (titles, _) => format!("{titles}, and {next}"),
    }
}

/// That months are not said.
pub const MONTHS_NOT_SAID: &str =
    "Some figures do not say which months they cover. They are not compared with a year.";
