//! Comparators, why there is no comparison, and where official figures come from.

use crate::compare::{Comparator, Compared, Members, NoComparison, Row};
use crate::indicator::{Indicator, Publication};
use crate::published::Revision;

use super::figure::{difference_text, value_text};

/// The comparator's name, with of how many its figure was made where that is known.
pub fn comparator_name(with: &Comparator, compared: Option<&Compared>) -> String {
    let label = with.name.label;
    let Members::Councils(_, average) = with.members else { return label.to_owned() };
    let average = average.id();
    match compared.and_then(|compared| compared.members) {
        Some((with_figure, all)) if with_figure < all => {
            format!("{label} ({average} of the {with_figure} of {all} with a figure)")
        }
        Some((_, all)) => format!("{label} ({average} of {all})"),
        None => format!("{label} ({average})"),
    }
}

/// As when official figures are given, where that is not now.
pub fn known_note(known: u16) -> String {
    format!(
        "Official figures are as known in November {known}. Of England the values of that time are kept; regions and councils \
         are as published now, or in files you opened."
    )
}

/// How another release gives a figure; empty where there is none.
pub fn revision_text(indicator: &Indicator, revision: Option<Revision>) -> String {
    match revision {
        Some(Revision::First(value)) => format!("first published as {}", value_text(indicator, value)),
        Some(Revision::Now(value)) => format!("now {}", value_text(indicator, value)),
        None => String::new(),
    }
}

/// What is added to the year of an older comparator: `, the latest published`; empty for one of the same year. `known` is
/// the year in whose November official figures were known so.
pub const fn latest_text(known: Option<u16>, is_older: bool) -> &'static str {
    match (is_older, known) {
        (false, _) => "",
        (true, None) => ", the latest published",
        (true, Some(_)) => ", the latest then published",
    }
}

/// Where the council's own published figure differs, and why it may; empty where it does not.
pub fn differs_text(row: &Row) -> String {
    let Some(differs) = &row.differs else { return String::new() };
    format!(
        "The official figure for {} is {} ({}): it may have been counted on another day, or revised since.",
        differs.year,
        value_text(row.indicator, differs.shown),
        difference_text(row.indicator, differs.difference)
    )
}

/// Why there is no comparison, as a short text.
pub fn no_comparison_text(reason: NoComparison) -> String {
    match reason {
        NoComparison::Local => "local indicator: no official figure to compare with".to_owned(),
        NoComparison::Count => "a number: not compared with other areas".to_owned(),
        NoComparison::NoPeriod => "choose a period to compare".to_owned(),
        NoComparison::NoFigure(_) => "no figure to compare".to_owned(),
        NoComparison::Withheld(year, symbol) => format!("{year}: {}", symbol.meaning()),
        NoComparison::NotPublished(year) => format!("not published for {year}"),
        NoComparison::NoMembers => "not in this neighbour model".to_owned(),
        NoComparison::TooLarge => "too large to compare".to_owned(),
    }
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
