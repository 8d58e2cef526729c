//! Choosing the council, the period and what to compare with.

use crate::compare::Average;

pub const COUNCIL: &str = "Council";
pub const COUNCIL_HINT: &str = "Type to search. Leave empty to compare with England only.";
/// Where the council is all that is asked.
pub const COUNCIL_PART: &str = "Type part of its name, such as \u{201C}cambs\u{201D}, or its number.";
pub const POPULATION: &str = "Children aged 0 to 17 in the area (optional)";
pub const POPULATION_HINT: &str = "For rates per 10,000. Leave empty to use the official population.";
pub const PERIOD: &str = "Period";
pub const PERIOD_HINT: &str = "The period to report on. Also used for figures that do not state theirs.";
pub const CHOOSE_PERIOD: &str = "Choose a period";
pub const IN_YOUR_FIGURES: &str = "In your figures";
pub const OTHER_YEARS: &str = "Other years";

/// A council that no longer exists, with the years of its figures.
pub fn council_until(name: &str, first: u16, last: u16) -> String {
    format!("{name} (figures {first} to {last})")
}

/// A council that did not always exist, with the first year of its figures.
pub fn council_since(name: &str, first: u16) -> String {
    format!("{name} (figures from {first})")
}

pub const NEIGHBOURS: &str = "Statistical neighbours";

pub fn neighbour_model(year: &str) -> String {
    format!("{year} model")
}

pub const NEIGHBOURS_AVERAGE: &str = "Typical neighbour";

/// How the neighbours are averaged.
pub const fn average(average: Average) -> &'static str {
    match average {
        Average::Median => "Median (middle value)",
        Average::Mean => "Mean (average)",
    }
}

/// A comparator besides the usual ones, by its title.
pub fn also(title: &str) -> String {
    let mut letters = title.chars();
    let first = letters.next().map(|letter| letter.to_lowercase().to_string()).unwrap_or_default();
    format!("Also compare with all {first}{}", letters.as_str())
}

pub const VERDICTS: &str = "Verdicts";

/// A way to reach verdicts.
pub fn by_way(way: &str) -> String {
    format!("By {way}")
}

pub const OFFICIAL_FIGURES: &str = "Official figures";
pub const PUBLISHED_NOW: &str = "As published now";

pub fn published_then(year: u16) -> String {
    format!("As published in November {year}")
}

/// A measure of the council's own among those of the catalogue.
pub fn own_measure(title: &str) -> String {
    format!("{title} (our own measure)")
}
