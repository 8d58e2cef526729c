//! Where each number of a row comes from, in sentences.

use crate::compare::{Comparison, Number, Operand, Origins, Rank, Row, Step, Trail};
use crate::figure::Amount;
use crate::indicator::{Good, Indicator, Kind, Publication};
use crate::number::{Decimal, Exact};
use crate::published::Revision;

use super::comparator::revision_text;
use super::figure::{difference_text, interval_text, value_text, year_text};
use super::gap::gap_text;
use super::position::rank_text;
use super::text::{capital, counted, listed};
use super::verdict::short_quartile_text;

/// Over the trails of a row.
pub const HEADING: &str = "Where these numbers come from";

/// Holds for all of them.
pub const ROUNDING: &str = "Each number is worked out exactly and rounded once, at the end; halves are rounded away from zero. Published numbers are never rounded again.";

/// What a trail is about: `Figure`, `Rank among statistical neighbours`.
pub fn label(row: &Row, of: Number) -> String {
    let comparison = |kind| row.comparisons.iter().find(|comparison| comparison.with.kind == kind);
    let name = |kind, text: fn(&Comparison) -> String| comparison(kind).map(text).unwrap_or_default();
    match of {
        Number::Figure => "Figure".to_owned(),
        Number::Counts => "Counts".to_owned(),
        Number::Interval => "95% interval".to_owned(),
        Number::Change => "Change".to_owned(),
        Number::Comparator(kind) => name(kind, |comparison| comparison.with.name.label.to_owned()),
        Number::Rank(kind) if *kind == crate::compare::ENGLAND => "Rank among all councils".to_owned(),
        Number::Rank(kind) => {
            name(kind, |comparison| format!("Rank among {}", comparison.with.name.in_sentence))
        }
        Number::Quarter => "Quarter".to_owned(),
        Number::Target => "Target".to_owned(),
        Number::OneChild => capital(&format!("one {}", row.indicator.counted_one)),
    }
}

/// One number of a row and how it was made: "Figure: 51 ÷ 646 × 100 = 7.8947…, rounded to 7.9%."
pub fn line(row: &Row, trail: &Trail) -> String {
    format!("{}: {}", label(row, trail.of), text(row, trail))
}

/// How a number was made, in whole sentences: "51 ÷ 646 × 100 = 7.8947…, rounded to 7.9%. Read from row 3, column B."
pub fn text(row: &Row, trail: &Trail) -> String {
    trail.steps.iter().map(|step| sentence(row, trail.of, step)).collect::<Vec<_>>().join(" ")
}

fn sentence(row: &Row, of: Number, step: &Step) -> String {
    let indicator = &*row.indicator;
    match step {
        Step::Divided { part, whole, scale, shown } => {
            let value = Exact::scaled(*part, *whole, *scale);
            let shown = if of == Number::OneChild {
                let unit = if Exact::from(*shown) == Exact::whole(1) { "point" } else { "points" };
                format!("{shown} {unit}")
            } else {
                value_text(indicator, *shown)
            };
            format!(
                "{}{}.",
                division(*part, *whole, *scale),
                value.map_or_else(String::new, |value| result(value, &shown))
            )
        }
        Step::Given(value) if of == Number::Target => {
            format!("Your own target is {}.", value_text(indicator, *value))
        }
        Step::Given(value) => {
            let given = if of == Number::Figure && !row.is_published() { " as given" } else { "" };
            format!("{}{given}.", value_text(indicator, *value))
        }
        Step::Withheld(symbol) => format!("No number is given: {}.", symbol.meaning()),
        Step::Meaning { part, whole } => meaning(indicator, *part, *whole),
        Step::From(origins) => origin(indicator, of, origins),
        Step::Revised(revision) => revised(indicator, *revision),
        Step::Averaged { average, model, values, without, shown } => {
            let each: Vec<String> = values
                .iter()
                .map(|(value, area)| format!("{} {}", area.name, value_text(indicator, *value)))
                .collect();
            let list = if of == Number::Comparator(&crate::compare::NEIGHBOURS) {
                format!(", by the {} neighbour model", model.id())
            } else {
                String::new()
            };
            let without = match without {
                0 => String::new(),
                1 => " 1 has no figure.".to_owned(),
                many => format!(" {many} have no figure."),
            };
            format!(
                "{} is the {} of {} figures: {}{list}.{without}",
                value_text(indicator, *shown),
                average.id(),
                values.len(),
                listed(&each)
            )
        }
        Step::Subtracted { figure, other, shown } => format!(
            "{} minus {} is {}.",
            operand(indicator, *figure),
            operand(indicator, *other),
            difference_text(indicator, *shown)
        ),
        Step::Wilson { part, whole, interval } => format!(
            "{}, by Wilson\u{2019}s method from {} of {}.",
            interval_text(indicator, *interval),
            counted(*part),
            counted(*whole)
        ),
        Step::Byar { count, per, interval } => {
            let method =
                if *count < 10 { "the exact Poisson limits of" } else { "Byar\u{2019}s method from" };
            let per = per.map(|(whole, scale)| {
                format!(", each limit ÷ {} × {}", counted(whole), counted(scale.into()))
            });
            format!(
                "{}, by {method} {}{}.",
                interval_text(indicator, *interval),
                counted(*count),
                per.unwrap_or_default()
            )
        }
        Step::Ranked { own, others, year, good, rank } => {
            ranked(indicator, *own, others, *year, *good, *rank)
        }
        Step::Quartered { own, values, meets, year, quartile } => {
            format!(
                "{}: {} is one of {} figures for {}, whose quarters meet at {} (quartiles of type 7).",
                capital(short_quartile_text(*quartile)),
                value_text(indicator, *own),
                values.len(),
                year_text(indicator, *year),
                listed(&meets.map(exact_text))
            )
        }
        Step::Closed { goal, whole, gap } => {
            let need = goal.times(*whole).and_then(|product| product.over(100));
            format!(
                "{} of {} is {}, so it takes {}: {}.",
                percent(*goal),
                counted(*whole),
                need.map(exact_text).unwrap_or_default(),
                counted(gap.numerator),
                gap_text(indicator, *gap)
            )
        }
    }
}

/// `51 ÷ 646 × 100`.
fn division(part: u64, whole: u64, scale: u32) -> String {
    let times = if scale == 1 { String::new() } else { format!(" × {}", counted(scale.into())) };
    format!("{} ÷ {}{times}", counted(part), counted(whole))
}

/// ` = 7.8947…, rounded to 7.9%`.
fn result(value: Exact, shown: &str) -> String {
    let exact = exact_text(value);
    if exact.ends_with('…') || !shown.starts_with(&exact) {
        format!(" = {exact}, rounded to {shown}")
    } else {
        format!(" = {shown}")
    }
}

/// A number with at most four decimals; dots show that there are more.
fn exact_text(value: Exact) -> String {
    let shown = value.rounded(4);
    let text = shown.trimmed().grouped();
    if Exact::from(shown) == value { text } else { format!("{text}…") }
}

fn percent(value: Exact) -> String {
    format!("{}%", exact_text(value))
}

fn operand(indicator: &Indicator, operand: Operand) -> String {
    let sign = if indicator.kind == Kind::Share { "%" } else { "" };
    let with_sign = |value: Exact| format!("{}{sign}", exact_text(value));
    match operand {
        Operand::Exact(value) => with_sign(value),
        Operand::Amount(amount) => {
            let value = amount.exact(indicator.kind).map(with_sign).unwrap_or_default();
            match amount {
                Amount::Counts { numerator, denominator } => {
                    format!("{value} ({} of {})", counted(numerator), counted(denominator))
                }
                _ => value,
            }
        }
    }
}

/// What the counts are of; of a measure of the council's own that is not known.
fn meaning(indicator: &Indicator, part: u64, whole: u64) -> String {
    let (part, whole) = (counted(part), counted(whole));
    if indicator.numerator.is_empty() || indicator.denominator.is_empty() {
        return format!("{part} of {whole}, as given.");
    }
    format!("Numerator {part}: {}. Denominator {whole}: {}.", indicator.numerator, indicator.denominator)
}

fn origin(indicator: &Indicator, of: Number, origins: &Origins) -> String {
    let subject = if of == Number::Change { "the earlier figure was " } else { "" };
    let text = match origins {
        Origins::Place(place) => format!("{subject}read from {place}."),
        Origins::Children(place) => format!("the number of children was read from {place}."),
        Origins::OwnPopulation => "the number of children aged 0 to 17 is the one you entered.".to_owned(),
        Origins::Typed => format!("{subject}typed in."),
        Origins::Official { area, year, file } => {
            let whose = area.map_or_else(String::new, |area| format!("{}, ", area.name_in_sentence()));
            let (year, citation) = (year_text(indicator, *year), citation(indicator, file.as_deref()));
            format!("{subject}published for {whose}{year}: {citation}.")
        }
        Origins::Population { year, file } => format!(
            "the number of children aged 0 to 17 is the one behind the published rates for {}: {}.",
            year_text(indicator, *year),
            file.as_deref().unwrap_or("Department for Education")
        ),
        Origins::Base(year) => {
            let second = year.map_or_else(
                || "the population you entered".to_owned(),
                |year| format!("the number that DfE counted for {}", year_text(indicator, year)),
            );
            format!(
                "the counts were not given: the denominator is {second}, and the numerator follows from it."
            )
        }
    };
    capital(&text)
}

fn citation(indicator: &Indicator, file: Option<&str>) -> String {
    let of_publication = |publication: &Publication| match file {
        Some(file) => publication.citation_of_file(file),
        None => publication.citation(),
    };
    indicator.publication.as_ref().map_or_else(String::new, of_publication)
}

fn revised(indicator: &Indicator, revision: Revision) -> String {
    format!("{}.", revision_text(indicator, Some(revision)))
}

fn ranked(
    indicator: &Indicator,
    own: Decimal,
    others: &[Decimal],
    year: u16,
    good: Good,
    rank: Rank,
) -> String {
    let ahead = if good == Good::Low { "lower" } else { "higher" };
    let number = |count: usize, one: &str, many: &str| match count {
        0 => format!("none {one}"),
        1 => format!("1 {one}"),
        more => format!("{more} {many}"),
    };
    let without = match rank.without {
        0 => String::new(),
        more => format!(" {}.", number(more, "council has no figure", "councils have no figure")),
    };
    format!(
        "{}: of {} other figures for {}, {} {ahead} than {} (rounded like the published ones), and {} the same.{without}",
        rank_text(rank, indicator.good),
        others.len(),
        year_text(indicator, year),
        number(rank.rank - 1, "is", "are"),
        value_text(indicator, own),
        number(rank.equal, "is", "are"),
    )
}
