//! Figures that contradict each other, and figures left out of a scorecard.

use std::fmt::{Display, Formatter, Result};

use crate::area::Area;
use crate::compare::LeftOut;
use crate::figure::{Amount, Clash, Contradiction, CountOf, Counted, Place, Source};
use crate::indicator::{Kind, Part};
use crate::period::Period;
use crate::published::Population;

use super::text::{counted, listed};

/// What was found, where, and what to do; without its full stop.
impl Display for Contradiction {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        let when = when(self.period);
        match &self.clash {
            Clash::Share { indicator, stated, counts: [numerator, denominator], computed, places } => {
                let percent = if indicator.kind == Kind::Share { "%" } else { "" };
                write!(
                    formatter,
                    "{}{when} is given as {stated}{percent}, but {} of {}{} is {computed}{percent}. Correct the one \
                     that is wrong; until then this figure is not used",
                    indicator.title,
                    counted(*numerator),
                    counted(*denominator),
                    found_in(places)
                )
            }
            Clash::Sum { total, parts, places } => {
                let place = found_in(places);
                if let [part] = parts.as_slice() {
                    write!(formatter, "{part} are more than {total}{when}{place}")?;
                } else {
                    let sum: u64 = parts.iter().map(|part| part.count).sum();
                    let parts: Vec<String> = parts.iter().map(ToString::to_string).collect();
                    let (parts, sum) = (listed(&parts), counted(sum));
                    write!(formatter, "{parts} add up to {sum}, not {total}{when}{place}")?;
                }
                formatter.write_str(". Correct the one that is wrong")
            }
            Clash::Unequal { what, values: [(first, first_in), (second, second_in)] } => write!(
                formatter,
                "The number of {}{when} is {} in {first_in} and {} in {second_in}. Correct one of them",
                words_of(what),
                counted(*first),
                counted(*second)
            ),
        }
    }
}

impl Display for Counted {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        write!(formatter, "{} {}", counted(self.count), words_of(&self.of))
    }
}

impl Display for Source {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        match self {
            Self::Place(place) => place.fmt(formatter),
            Self::Typed(indicator) => write!(formatter, "\u{201C}{}\u{201D}", indicator.title),
        }
    }
}

fn words_of(what: &CountOf) -> &str {
    let indicator = &what.indicator;
    let words = match what.part {
        Part::Numerator => indicator.numerator,
        Part::Denominator => indicator.denominator,
    };
    if words.is_empty() { &indicator.title } else { words }
}

fn when(period: Option<Period>) -> String {
    period.map(|period| format!(" ({period})")).unwrap_or_default()
}

/// Where figures were found, in brackets; empty for those typed in.
fn found_in(places: &[Place]) -> String {
    let places: Vec<String> = places.iter().map(ToString::to_string).collect();
    if places.is_empty() { String::new() } else { format!(" ({})", places.join("; ")) }
}

/// What was left out, why, and what to do; without its full stop.
impl Display for LeftOut {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        match self {
            Self::ChooseCouncil(councils) => {
                write!(formatter, "Choose a council: there are figures for {}", names(councils))
            }
            Self::OtherAreas(areas, chosen) => write!(
                formatter,
                "Figures for {} were left out, because {} is chosen",
                names(areas),
                chosen.name
            ),
            Self::NotCouncils(areas) => write!(
                formatter,
                "Figures for {} were left out, because a scorecard is for one council",
                names(areas)
            ),
            Self::Twice(indicator, period, [first, second]) => write!(
                formatter,
                "{} has two values for {}: {} and {}. Remove the wrong one",
                indicator.title,
                period.map_or_else(|| "the same period".to_owned(), |period| period.to_string()),
                given(*first),
                given(*second)
            ),
            Self::SmallPopulation { population, children } => write!(
                formatter,
                "The rate was left out, because the population ({}) is smaller than the number of children in care \
                 ({}). Check the population",
                counted(*population),
                counted(*children)
            ),
            Self::FarPopulation { population, official } => {
                write!(
                    formatter,
                    "{}, which you can change under Settings",
                    far_population(*population, official)
                )
            }
            Self::Contradiction(contradiction) => contradiction.fmt(formatter),
        }
    }
}

/// That the population a person gave is far from the official one, and what is usual; without its full stop.
pub fn far_population(population: u64, official: &Population) -> String {
    format!(
        "Check the population of {}: officially there are {} children aged 0 to 17 ({}), and the number usually changes by less than \
         5% in a year. Rates per 10,000 are worked out with yours",
        counted(population),
        counted(official.children),
        Period::Year(official.year)
    )
}

fn given(amount: Amount) -> String {
    match amount {
        Amount::Counts { numerator, denominator } => {
            format!("{} of {}", counted(numerator), counted(denominator))
        }
        Amount::Value(value) => value.to_string(),
        Amount::Withheld(symbol) => symbol.symbol().to_owned(),
    }
}

fn names(areas: &[&Area]) -> String {
    listed(&areas.iter().map(|area| area.name.to_owned()).collect::<Vec<_>>())
}
