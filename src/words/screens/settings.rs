//! Choosing the council, the period and what to compare with.

use crate::compare::{self, Average, Choices, Members, Origin};
use crate::words::text::{counted, listed};
use crate::words::verdict::way_name;

pub const SETTINGS: &str = "Settings";

/// What the figures of a screen are judged by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum JudgedBy {
    /// The way that was chosen.
    #[default]
    Way,
    /// Their own usual range.
    UsualRange,
}

/// What is chosen, in one line.
pub fn summary(choices: &Choices, origin: Origin, judged: JudgedBy) -> String {
    let council = choices.council.map_or(NO_COUNCIL, |council| council.name);
    let period = match (choices.period, origin) {
        (Some(period), _) => period.to_string(),
        (None, Origin::Published) => NEWEST.to_owned(),
        (None, Origin::Entered) => NEWEST_OF_EACH.to_owned(),
    };
    let with: Vec<String> = choices
        .comparators()
        .iter()
        .map(|with| match with.members {
            Members::Councils(_, average) if *with.kind == compare::NEIGHBOURS => {
                format!("neighbours ({}, {})", choices.model.id(), average.id())
            }
            _ => with.name.in_sentence.to_string(),
        })
        .collect();
    let population = choices.population.map(|population| match choices.far_population() {
        Some((_, official)) => {
            format!("population {}, not {}", counted(population), counted(official.children))
        }
        None => format!("population {}", counted(population)),
    });
    let known = choices.published.known().map(|year| format!("as published in November {year}"));
    let parts = [
        council.to_owned(),
        period,
        format!("compared with {}", listed(&with)),
        match judged {
            JudgedBy::Way => format!("judged by {}", way_name(choices.way)),
            JudgedBy::UsualRange => "judged by the usual range".to_owned(),
        },
    ];
    parts.into_iter().chain(population).chain(known).collect::<Vec<_>>().join(" \u{B7} ")
}

const NO_COUNCIL: &str = "No council chosen";
const NEWEST: &str = "newest figures";
const NEWEST_OF_EACH: &str = "no period chosen";

pub const ADD_COUNCIL: &str = "Compare with another council";
pub const COUNCIL_TO_ADD: &str = "Type part of its name";
pub const COUNCILS_COMPARED: &str = "Councils compared with";
/// Before the name of a council, on the button that takes it away.
pub const WITHOUT: &str = "Do not compare with ";

pub const COUNCIL: &str = "Council";
pub const COUNCIL_HINT: &str = "Type to search. Leave empty to compare with England only.";
/// Where the council is all that is asked.
pub const COUNCIL_PART: &str = "Type part of its name, such as \u{201C}cambs\u{201D}, or its number.";
pub const POPULATION: &str = "Children aged 0 to 17 in the area (optional)";
pub const POPULATION_HINT: &str = "For rates per 10,000. Leave empty to use the official population.";
pub const PERIOD: &str = "Period";
pub const PERIOD_HINT: &str = "The period to report on. Also used for figures that do not state theirs.";
pub const CHOOSE_PERIOD: &str = "Choose a period";
/// The same where there are official figures alone.
pub const NEWEST_PERIOD: &str = "Newest figures";
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
    format!("Also compare with: {title}")
}

/// Over the choice of how verdicts are reached: where it is not that of what is below, of what it is.
pub const fn verdicts(judged: JudgedBy) -> &'static str {
    match judged {
        JudgedBy::Way => "Verdicts",
        JudgedBy::UsualRange => "Verdicts in the list and report",
    }
}

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
