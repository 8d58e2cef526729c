//! Comparators, why there is no comparison, and where official figures come from.

use crate::compare::{
    Age, Base, Comparator, Compared, Comparison, Differs, ENGLAND, Members, NoComparison, Row,
};
use crate::indicator::{Indicator, Kind, Publication};
use crate::number::{Decimal, Exact};
use crate::published::Revision;

use super::figure::{difference_text, size_text, value_text, year_text};
use super::position::{rank_of, reaching_text};
use super::text::{capital, counted};
use super::verdict::{compared_text, short_quartile_text};

/// The comparator's name, with of how many its figure was made where that is known.
pub fn comparator_name(with: &Comparator, compared: Option<&Compared>) -> String {
    let label = with.name.label;
    let Members::Councils(_, average) = with.members else { return label.to_owned() };
    let average = average.id();
    match compared.and_then(|compared| compared.members) {
        Some((with_figure, all)) if with_figure < all => {
            format!("{label} ({average} of {with_figure}; {})", without_figure(all - with_figure))
        }
        Some((_, all)) => format!("{label} ({average} of {all})"),
        None => format!("{label} ({average})"),
    }
}

/// As of when official figures are shown, where that is not now.
pub fn known_note(known: u16) -> String {
    format!(
        "Official figures are as published in November {known}. England\u{2019}s figures are as they were then. Those of \
         regions and councils are today\u{2019}s, or from files you opened."
    )
}

/// How another release gives a figure; empty where there is none.
pub fn revision_text(indicator: &Indicator, revision: Option<Revision>) -> String {
    match revision {
        Some(Revision::First(value)) => format!("DfE first published {}", value_text(indicator, value)),
        Some(Revision::Now(value)) => format!("DfE later revised it to {}", value_text(indicator, value)),
        None => String::new(),
    }
}

/// What is added to the year of an older comparator: `, the latest published`; empty for one of the same year. `known` is
/// the year in whose November official figures were known so.
pub const fn latest_text(known: Option<u16>, age: Age) -> &'static str {
    match (age, known) {
        (Age::SameYear, _) => "",
        (Age::Older, None) => ", the latest published",
        (Age::Older, Some(_)) => ", the latest published then",
    }
}

/// The year of an official figure compared with a row, and whether it is an older one: `2021/22, the latest published`.
pub fn year_with_age(row: &Row, year: u16, age: Age) -> String {
    format!("{}{}", year_text(&row.indicator, year), latest_text(row.known, age))
}

/// The year of a place among others, whose figures are older ones where that of the council is newer: `2021/22`, `the others: 2021/22,
/// the latest published`.
pub fn year_of_others(row: &Row, year: u16, age: Age) -> String {
    let year = year_with_age(row, year, age);
    match age {
        Age::SameYear => year,
        Age::Older => format!("the others: {year}"),
    }
}

/// The council's own figure as published, where it differs: `DfE published 632`; empty where it does not.
pub fn published_text(row: &Row) -> String {
    row.differs.as_ref().map_or_else(String::new, |differs| {
        let published = value_text(&row.indicator, differs.shown);
        let is_finer = |value: &Decimal| Exact::from(*value) != Exact::from(differs.shown);
        let by_counts = differs.by_counts.filter(is_finer).map(|value| value_text(&row.indicator, value));
        let rounded = by_counts.map_or_else(String::new, |value| format!(" ({value} before rounding)"));
        format!("DfE published {published}{rounded}")
    })
}

/// The same where there is little room: `DfE 632`.
pub fn published_in_line(row: &Row) -> String {
    row.differs.as_ref().map_or_else(String::new, |differs| {
        format!("DfE {}", value_text(&row.indicator, differs.by_counts.unwrap_or(differs.shown)))
    })
}

/// Returns the council's own figure as published, in a sentence, or `None` if it does not differ: `DfE published 83.1% for 2022/23.`;
/// where the two are far apart, by how much, and what to do.
pub fn published_sentence(row: &Row) -> Option<String> {
    let differs = row.differs.as_ref()?;
    let check = if differs.is_far { CHECK } else { "" };
    let year = year_text(&row.indicator, differs.year);
    Some(format!("{} for {year}, {}{check}.", published_text(row), apart_text(row, differs)))
}

/// Returns what to do about a published figure that is far from the council's own, or `None` if it is not: `DfE published 67.5%, 17.1 points
/// lower: check which is right`.
pub fn check_text(row: &Row) -> Option<String> {
    let differs = row.differs.as_ref().filter(|differs| differs.is_far)?;
    let published = value_text(&row.indicator, differs.by_counts.unwrap_or(differs.shown));
    Some(format!("DfE published {published}, {}{CHECK}", apart_text(row, differs)))
}

const CHECK: &str = ": check which is right";

/// How far the published figure is from the council's own: `17.1 points lower`.
fn apart_text(row: &Row, differs: &Differs) -> String {
    let direction = if differs.difference.units() < 0 { "lower" } else { "higher" };
    format!("{} {direction}", size_text(&row.indicator, differs.difference))
}

/// Where the council's own published figure differs, and why it may, in whole sentences; empty where it does not.
pub fn differs_text(row: &Row) -> String {
    let Some(differs) = &row.differs else { return String::new() };
    format!(
        "{} for {}, {}. The two may have been counted on different days, or DfE\u{2019}s figure may have been \
         revised.",
        published_text(row),
        year_text(&row.indicator, differs.year),
        apart_text(row, differs)
    )
}

/// Of how many councils an average was made: `9 of 10 had a figure`.
pub fn of_members(with_figure: usize, all: usize) -> String {
    format!("{with_figure} of {all} had a figure")
}

fn without_figure(count: usize) -> String {
    if count == 1 { "1 has no figure".to_owned() } else { format!("{count} have no figure") }
}

/// A comparator within a sentence: `England`, `the East of England`, `the median of 10 statistical neighbours`.
pub fn name_in_sentence(with: &Comparator, compared: Option<&Compared>) -> String {
    let name = &with.name.in_sentence;
    let Members::Councils(_, average) = with.members else { return name.to_string() };
    let average = average.id();
    match compared.and_then(|compared| compared.members) {
        Some((with_figure, all)) if with_figure < all => {
            format!("the {average} of the {with_figure} {name} with a figure")
        }
        Some((_, all)) => format!("the {average} of {all} {name}"),
        None => format!("the {average} of {name}"),
    }
}

/// Why there is no comparison, without a capital letter and a full stop.
pub fn no_comparison_text(reason: NoComparison) -> String {
    match reason {
        NoComparison::Local => "local measure, with no official figures".to_owned(),
        NoComparison::Count => {
            "counts are not compared with other areas, only rates and percentages".to_owned()
        }
        NoComparison::NoPeriod => "choose a period to compare it".to_owned(),
        NoComparison::PartOfYear => "a part of a year is not compared with a year".to_owned(),
        NoComparison::NoFigure(_) => "no figure to compare".to_owned(),
        NoComparison::Withheld(year, symbol) => format!("{year}: {}", symbol.meaning()),
        NoComparison::NotPublished(year) => format!("nothing published for {year}"),
        NoComparison::NoMembers => "this council is not in the chosen neighbour model".to_owned(),
        NoComparison::TooLarge => "too large to compare".to_owned(),
    }
}

/// Why there is no comparison, in a cell; empty for counts, local measures and months alone, of which a note says it once, and where there is no
/// figure.
pub fn no_comparison_cell(reason: NoComparison) -> String {
    match reason {
        NoComparison::Count | NoComparison::NoFigure(_) | NoComparison::Local | NoComparison::PartOfYear => {
            String::new()
        }
        _ => capital(&no_comparison_text(reason)),
    }
}

impl Publication {
    /// Who published it, its title and its release: what a source line has.
    pub fn citation(&self) -> String {
        let release = if self.release.is_empty() { String::new() } else { format!(", {}", self.release) };
        format!("Department for Education, {}{release}", self.title)
    }

    /// The same for figures used in place of the built-in ones: of a file, whose release is known only from its name, or
    /// pasted or given by a script, where there is none.
    pub fn citation_of_file(&self, file: &str) -> String {
        let file = if file.is_empty() {
            "figures you gave".to_owned()
        } else {
            format!("{file}, a file you opened")
        };
        format!("Department for Education, {}, {file}", self.title)
    }
}

/// A comparison as one sentence: `England: 11% (2022/23); −3.1 points; lower, which is better; joint 24th best of 148; top quarter.`
pub fn comparison_sentence(row: &Row, comparison: &Comparison, compared: &Compared) -> String {
    let value = value_text(&row.indicator, compared.shown);
    let about =
        [year_with_age(row, compared.year, compared.age), revision_text(&row.indicator, compared.revision)];
    let about: Vec<String> = about.into_iter().filter(|text| !text.is_empty()).collect();
    let mut parts = vec![format!(
        "{}: {value} ({})",
        comparator_name(&comparison.with, Some(compared)),
        about.join(", ")
    )];
    if compared.verdict.is_comparison() {
        let difference = difference_text(&row.indicator, compared.shown_points);
        parts.push(difference + before_rounding(row, compared));
    }
    parts.push(compared_text(row, compared));
    let position = row.position.as_ref().ok();
    let rank = position.and_then(|position| position.beside(comparison.with.kind));
    parts.extend(rank.map(|rank| rank_of(row, rank)));
    let quarter = position.filter(|_| *comparison.with.kind == ENGLAND).and_then(|position| {
        let quarter = position.quartile.ok()?;
        Some(format!("{}{}", short_quartile_text(quarter), reaching_text(position.councils, quarter)))
    });
    parts.extend(quarter);
    parts.retain(|part| !part.is_empty());
    format!("{}.", parts.join("; "))
}

/// That a difference is not that of the two figures as they are shown, because it was taken before they were rounded.
fn before_rounding(row: &Row, compared: &Compared) -> &'static str {
    let as_shown = row.shown.and_then(|shown| Exact::from(shown).minus(compared.shown.into()));
    let is_so = as_shown.is_none_or(|as_shown| as_shown == Exact::from(compared.shown_points));
    if is_so { "" } else { " (calculated before rounding)" }
}

/// Of how many a figure without counts is taken to be, in a sentence.
pub fn base_text(indicator: &Indicator, base: Base) -> String {
    let people = match indicator.kind {
        Kind::Rate => "children aged 0 to 17",
        _ => indicator.counted_many,
    };
    let source = base
        .year
        .map_or_else(String::new, |year| format!(" that DfE counted for {}", year_text(indicator, year)));
    format!("Tested with the {} {people}{source}, because its counts were not given.", counted(base.people))
}

/// The publications the comparisons of these rows were taken from, each with its release.
pub fn sources<'a>(rows: impl IntoIterator<Item = &'a Row>) -> Vec<String> {
    let mut sources: Vec<String> = Vec::new();
    for row in rows {
        let compared = row.comparisons.iter().filter_map(|each| each.outcome.as_ref().ok());
        let publication = row.indicator.publication.as_ref();
        if let Some((differs, publication)) = row.differs.as_ref().zip(publication) {
            let citation = match &differs.file {
                Some(file) => publication.citation_of_file(file),
                None => publication.citation(),
            };
            sources.extend((!sources.contains(&citation)).then_some(citation));
        }
        for compared in compared {
            let citation = match &compared.file {
                None => publication.map(Publication::citation),
                Some(file) => {
                    // Neighbours' figures may come from both.
                    let built_in =
                        publication.filter(|_| compared.members.is_some()).map(Publication::citation);
                    sources.extend(built_in.filter(|citation| !sources.contains(citation)));
                    publication.map(|publication| publication.citation_of_file(file))
                }
            };
            sources.extend(citation.filter(|citation| !sources.contains(citation)));
        }
    }
    sources
}
